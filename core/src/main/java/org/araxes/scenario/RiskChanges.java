package org.araxes.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Selector;
import org.araxes.answer.Suggestions;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.EdgeClosure;
import org.araxes.network.Refusal;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;

/**
 * What goes wrong, and how likely: common causes that happen and take out all they touch, and
 * probabilities that something holds.
 */
final class RiskChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final CrossingChanges crossings;
  private final OpeningChanges openings;
  private final AgreementChanges agreements;
  private List<SurvivalFact> survivals;

  RiskChanges(
      Draft draft,
      CrossingChanges crossings,
      OpeningChanges openings,
      AgreementChanges agreements) {
    this.draft = draft;
    this.crossings = crossings;
    this.openings = openings;
    this.agreements = agreements;
    network = draft.network();
    survivals = network.survivals();
  }

  void writeTo(TransitNetwork.Builder builder) {
    builder.withSurvivals(old -> survivals);
  }

  void happen(Change.Happen change) {
    Optional<CommonCause> found = network.findCommonCause(change.cause());
    if (found.isEmpty()) {
      draft.fault(
          "unknown_cause",
          "No common cause \""
              + change.cause()
              + "\"."
              + Suggestions.maybe(
                  change.cause(), network.commonCauses().stream().map(CommonCause::id).toList()));
      return;
    }
    CommonCause cause = found.get();
    takeOut(cause, cause.members(), cause.by(), change.validity());
    if (!cause.trigger().isEmpty()) {
      takeOut(cause, Set.of(cause.trigger()), "", change.validity());
    }
  }

  private void takeOut(CommonCause cause, Set<String> subjects, String by, Validity days) {
    Evidence saying = draft.because(cause.names().in("en", cause.id()));
    TreeSet<String> shut = new TreeSet<>();
    for (String id : subjects) {
      if (network.findCrossing(id).isPresent()) {
        crossings.state(
            CrossingFact.builder(id)
                .state(CrossingState.CLOSED)
                .validity(days)
                .by(by)
                .kind(
                    cause.kind() == CommonCauseKind.SECURITY
                        ? Optional.of(ImpedimentKind.SECURITY)
                        : Optional.empty())
                .evidence(saying));
      } else if (network.findNode(id).isPresent()) {
        network.edgesAt(id).forEach(edge -> shut.add(edge.id()));
      } else if (network.findEdge(id).isPresent()) {
        shut.add(id);
      } else if (network.findParty(id).isPresent()) {
        openings.refuse(new Refusal(id, Selector.ALL, days, saying));
      } else {
        agreements.stand(id, LegalStatus.SUSPENDED, days);
      }
    }
    if (!shut.isEmpty()) {
      openings.close(
          new EdgeClosure(Selector.of(shut), Set.of(), Set.of(), by, saying.note(), days, saying));
    }
  }

  void setProbability(Change.SetProbability change) {
    String id = change.subject();
    if (network.findNode(id).isEmpty()
        && network.findEdge(id).isEmpty()
        && network.findParty(id).isEmpty()
        && network.findAgreement(id).isEmpty()
        && network.findCommonCause(id).isEmpty()) {
      TreeSet<String> known = new TreeSet<>();
      network.nodes().forEach(node -> known.add(node.id()));
      network.edges().forEach(edge -> known.add(edge.id()));
      network.parties().forEach(party -> known.add(party.id()));
      network.agreements().forEach(agreement -> known.add(agreement.id()));
      network.commonCauses().forEach(cause -> known.add(cause.id()));
      draft.fault(
          "unknown_subject",
          "No node, edge, party, agreement or common cause \""
              + id
              + "\"."
              + Suggestions.maybe(id, known));
      return;
    }
    List<SurvivalFact> left = new ArrayList<>();
    for (SurvivalFact old : survivals) {
      if (old.subject().equals(id)) {
        old.validity().minus(change.validity()).forEach(days -> left.add(old.during(days)));
      } else {
        left.add(old);
      }
    }
    left.add(
        new SurvivalFact(
            id,
            change.probability(),
            SurvivalBasis.ASSUMPTION,
            change.validity(),
            draft.evidence()));
    survivals = List.copyOf(left);
  }
}
