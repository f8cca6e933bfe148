package org.araxes.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.araxes.agreement.LegalStatus;
import org.araxes.answer.Finding;
import org.araxes.network.InvalidNetworkException;
import org.araxes.network.TransitNetwork;

/**
 * One scenario being made true of one network: each change is handed to the class that makes
 * changes of its kind, on working copies of its own, and all of them write the result together.
 * Used once.
 */
final class Application implements Change.Cases<Application> {
  private final Scenario scenario;
  private final Additions additions;
  private final Draft draft;
  private final AgreementChanges agreements;
  private final CrossingChanges crossings;
  private final ControlChanges controls;
  private final OpeningChanges openings;
  private final ElementChanges elements;
  private final RoleChanges roles;
  private final OwnershipChanges ownership;
  private final RegimeChanges regimes;
  private final RiskChanges risks;

  Application(Scenario scenario, Additions additions) {
    this.scenario = scenario;
    this.additions = additions;
    draft = new Draft(scenario, additions);
    agreements = new AgreementChanges(draft);
    crossings = new CrossingChanges(draft, agreements);
    controls = new ControlChanges(draft);
    openings = new OpeningChanges(draft, crossings);
    elements = new ElementChanges(draft, crossings);
    roles = new RoleChanges(draft);
    ownership = new OwnershipChanges(draft);
    regimes = new RegimeChanges(draft, crossings, controls, agreements);
    risks = new RiskChanges(draft, crossings, openings, agreements);
  }

  TransitNetwork run() {
    int position = 0;
    for (Change change : scenario.changes()) {
      position++;
      draft.turnTo(position, change);
      change.fold(this);
    }
    List<Finding> faults = new ArrayList<>(draft.faults());
    Optional<TransitNetwork> made = Optional.empty();
    try {
      made = Optional.of(changed().build());
    } catch (InvalidNetworkException invalid) {
      faults.addAll(invalid.findings());
    }
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException(scenario.title(), faults);
    }
    return made.orElseThrow();
  }

  private TransitNetwork.Builder changed() {
    TransitNetwork.Builder builder = additions.builder();
    elements.writeTo(builder);
    crossings.writeTo(builder);
    openings.writeTo(builder);
    ownership.writeTo(builder);
    risks.writeTo(builder);
    roles.writeTo(builder);
    controls.writeTo(builder);
    // An agreement that ends takes along what was written of crossings so far.
    agreements.writeTo(builder);
    elements.removeFrom(builder);
    return builder;
  }

  @Override
  public Application setStatus(Change.SetStatus change) {
    elements.setStatus(change);
    return this;
  }

  @Override
  public Application open(Change.Open change) {
    openings.open(change);
    return this;
  }

  @Override
  public Application close(Change.Close change) {
    openings.close(change);
    return this;
  }

  @Override
  public Application refuse(Change.Refuse change) {
    openings.refuse(change);
    return this;
  }

  @Override
  public Application lapse(Change.Lapse change) {
    agreements.stand(change.agreement(), LegalStatus.TERMINATED, change.validity());
    return this;
  }

  @Override
  public Application enter(Change.Enter change) {
    agreements.stand(change.agreement(), LegalStatus.IN_FORCE, change.validity());
    return this;
  }

  @Override
  public Application suspend(Change.Suspend change) {
    agreements.stand(change.agreement(), LegalStatus.SUSPENDED, change.validity());
    return this;
  }

  @Override
  public Application happen(Change.Happen change) {
    risks.happen(change);
    return this;
  }

  @Override
  public Application setProbability(Change.SetProbability change) {
    risks.setProbability(change);
    return this;
  }

  @Override
  public Application setRole(Change.SetRole change) {
    roles.setRole(change);
    return this;
  }

  @Override
  public Application setStake(Change.SetStake change) {
    ownership.setStake(change);
    return this;
  }

  @Override
  public Application transferStake(Change.TransferStake change) {
    ownership.transferStake(change);
    return this;
  }

  @Override
  public Application setControl(Change.SetControl change) {
    controls.setControl(change);
    return this;
  }

  @Override
  public Application setRegime(Change.SetRegime change) {
    regimes.setRegime(change);
    return this;
  }

  @Override
  public Application stateFact(Change.StateFact change) {
    crossings.stateFact(change);
    return this;
  }

  @Override
  public Application setDelay(Change.SetDelay change) {
    crossings.setDelay(change);
    return this;
  }

  @Override
  public Application setSpeed(Change.SetSpeed change) {
    elements.setSpeed(change);
    return this;
  }

  @Override
  public Application addNode(Change.AddNode change) {
    return this; // made before all other changes, see Additions
  }

  @Override
  public Application addEdge(Change.AddEdge change) {
    return this; // made before all other changes, see Additions
  }

  @Override
  public Application remove(Change.Remove change) {
    elements.remove(change);
    return this;
  }

  @Override
  public Application setCost(Change.SetCost change) {
    elements.setCost(change);
    return this;
  }

  @Override
  public Application setCapacity(Change.SetCapacity change) {
    elements.setCapacity(change);
    return this;
  }

  @Override
  public Application setGauge(Change.SetGauge change) {
    elements.setGauge(change);
    return this;
  }

  @Override
  public Application setDecision(Change.SetDecision change) {
    ownership.setDecision(change);
    return this;
  }
}
