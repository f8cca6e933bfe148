package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * The network on a day as one movement sees it: what it may use, what bars it, whose consent it
 * needs. Every question of floor 6 starts here.
 *
 * <p>Element by element, through {@link #onEdge}, {@link #atCrossing} and the control rules; as a
 * whole, through {@link #topology}, the graph of mode, gauge and side states that the engine runs
 * on.
 */
public final class NetworkView {
  private final NetworkSnapshot snapshot;
  private final Movement movement;
  private final List<Bound> bound;
  private final List<Switch> switches;
  private final Topology topology;

  /** A provision in force that binds a party, and what it means. */
  private record Bound(Agreement agreement, Provision provision) {}

  /** A provision of an agreement that stands and opens or closes crossings. */
  private record Switch(Agreement agreement, Provision provision) {}

  NetworkView(NetworkSnapshot snapshot, Movement movement) {
    this.snapshot = snapshot;
    this.movement = movement;
    List<Bound> binding = new ArrayList<>();
    List<Switch> switching = new ArrayList<>();
    for (Agreement agreement : snapshot.network().agreements()) {
      for (Provision provision : agreement.provisions()) {
        if (!provision.validity().contains(date())) {
          continue;
        }
        if (provision.effect() == ProvisionEffect.BINDS
            && !provision.party().isEmpty()
            && agreement.bindsOn(date(), terms().plans(), terms().threshold())) {
          binding.add(new Bound(agreement, provision));
        }
        if ((provision.effect() == ProvisionEffect.OPENS
                || provision.effect() == ProvisionEffect.CLOSES)
            && snapshot.stands(agreement.id())) {
          switching.add(new Switch(agreement, provision));
        }
      }
    }
    bound = List.copyOf(binding);
    switches = List.copyOf(switching);
    topology = new Topology(this);
  }

  /**
   * The day's network.
   *
   * @return the snapshot
   */
  public NetworkSnapshot snapshot() {
    return snapshot;
  }

  /**
   * The network.
   *
   * @return the network
   */
  public TransitNetwork network() {
    return snapshot.network();
  }

  /**
   * The movement.
   *
   * @return what moves
   */
  public Movement movement() {
    return movement;
  }

  /**
   * The day.
   *
   * @return the day
   */
  public LocalDate date() {
    return snapshot.date();
  }

  /**
   * On which terms.
   *
   * @return the terms
   */
  public Terms terms() {
    return snapshot.terms();
  }

  /**
   * The graph that the engine runs on.
   *
   * @return the states of this movement and the ways between them, barred ones included
   */
  public Topology topology() {
    return topology;
  }

  /**
   * The parties bound in law not to stop this movement on an edge or at a crossing.
   *
   * @param element id of a node or edge
   * @param mode by which mode it moves there
   * @return ids in order
   */
  public SortedSet<String> boundAt(String element, Mode mode) {
    TreeSet<String> parties = new TreeSet<>();
    for (Bound one : bound) {
      if (one.provision().concerns(movement, mode) && means(one.provision(), element)) {
        parties.add(one.provision().party());
      }
    }
    return Collections.unmodifiableSortedSet(parties);
  }

  private boolean means(Provision provision, String element) {
    Optional<TransitEdge> edge = network().findEdge(element);
    return edge.isPresent()
        ? network().matches(provision.where(), edge.get())
        : network().matches(provision.where(), network().node(element));
  }

  /**
   * What bars or exposes this movement on an edge.
   *
   * @param edge the edge
   * @return the impediments; it passes when none of them {@linkplain Effect#BARS bars}
   */
  public List<Impediment> onEdge(TransitEdge edge) {
    List<Impediment> found = new ArrayList<>();
    Optional<Claim<Status>> claim = snapshot.status(edge);
    if (claim.isEmpty()) {
      found.add(
          finding(
              ImpedimentKind.UNKNOWN,
              terms().doubt() == Doubt.CAUTIOUS ? Effect.BARS : Effect.EXPOSES,
              edge.id(),
              Set.of(),
              "",
              "Nobody says whether it was in use on " + date(),
              edge.evidence()));
    } else if (claim.get().value() != Status.OPERATIONAL) {
      found.add(
          finding(
              ImpedimentKind.MISSING_LINK,
              Effect.BARS,
              edge.id(),
              Set.of(),
              "",
              wordsFor(claim.get().value()),
              claim.get().evidence()));
    }
    for (EdgeClosure closure : network().closures()) {
      if (closure.validity().contains(date())
          && counts(closure.evidence())
          && closure.concerns(movement, edge.mode())
          && network().matches(closure.where(), edge)) {
        found.add(
            finding(
                ImpedimentKind.CLOSURE,
                Effect.BARS,
                edge.id(),
                closure.by().isEmpty() ? Set.of() : Set.of(closure.by()),
                "",
                closure.reason(),
                closure.evidence()));
      }
    }
    if (edge.mode() == Mode.RAIL && edge.gauges().isEmpty()) {
      found.add(
          finding(
              ImpedimentKind.UNKNOWN,
              Effect.EXPOSES,
              edge.id(),
              Set.of(),
              "",
              "Its gauge is not known",
              edge.evidence()));
    }
    if (edge.mode() == Mode.AIR || edge.mode() == Mode.SEA) {
      for (String end : new TreeSet<>(Set.of(edge.from(), edge.to()))) {
        TransitNode node = network().node(end);
        if (node.kind() == NodeKind.AIRPORT || node.kind() == NodeKind.PORT) {
          addOutOfUse(found, node);
        }
      }
    }
    addRefusals(found, edge.id(), snapshot.controlOf(edge.id()));
    return List.copyOf(found);
  }

  private static String wordsFor(Status status) {
    return switch (status) {
      case OPERATIONAL -> "In use";
      case UNDER_CONSTRUCTION -> "Under construction";
      case PLANNED -> "Planned, not begun";
      case PROPOSED -> "Proposed, not decided";
      case DISUSED -> "Disused";
      case DISMANTLED -> "Dismantled";
    };
  }

  /**
   * What bars or exposes this movement at a crossing in one direction.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return the impediments; it passes when none of them {@linkplain Effect#BARS bars}
   */
  public List<Impediment> atCrossing(Crossing crossing, Mode mode, String from, String to) {
    List<Impediment> found = new ArrayList<>();
    Optional<CrossingFact> fact = stateFact(crossing, mode, from, to);
    CrossingState state = fact.flatMap(CrossingFact::state).orElse(CrossingState.UNKNOWN);
    switch (state) {
      case OPEN -> {}
      case UNKNOWN ->
          found.add(
              finding(
                  ImpedimentKind.UNKNOWN,
                  terms().doubt() == Doubt.CAUTIOUS ? Effect.BARS : Effect.EXPOSES,
                  crossing.id(),
                  Set.of(),
                  "",
                  "Nobody says whether it let such traffic pass from "
                      + from
                      + " to "
                      + to
                      + " on "
                      + date(),
                  fact.map(CrossingFact::evidence).orElse(Evidence.NONE)));
      case RESTRICTED, CLOSED -> {
        CrossingFact known = fact.orElseThrow();
        boolean shut = state == CrossingState.CLOSED;
        found.add(
            finding(
                known.kind().orElse(shut ? ImpedimentKind.CLOSURE : ImpedimentKind.PERMIT),
                shut ? Effect.BARS : Effect.SLOWS,
                crossing.id(),
                known.by().isEmpty() ? Set.of() : Set.of(known.by()),
                known.under(),
                (shut ? "Closed from " : "Restricted from ")
                    + from
                    + " to "
                    + to
                    + (known.evidence().note().isEmpty() ? "" : ": " + known.evidence().note()),
                known.evidence()));
      }
    }
    addOutOfUse(found, network().node(crossing.id()));
    addRefusals(found, crossing.id(), controlAt(crossing, from, to));
    return List.copyOf(found);
  }

  /**
   * The fact that decides whether this movement passes a crossing, provisions of agreements that
   * stand included.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return the fact, or empty where nothing is known
   */
  public Optional<CrossingFact> stateFact(Crossing crossing, Mode mode, String from, String to) {
    if (switches.isEmpty()) {
      return crossing.stateFact(movement, mode, from, to, date(), terms().plans());
    }
    List<CrossingFact> facts = new ArrayList<>(crossing.facts());
    TransitNode node = network().node(crossing.id());
    for (Switch one : switches) {
      Provision provision = one.provision();
      if (provision.concerns(movement, mode) && network().matches(provision.where(), node)) {
        one.agreement()
            .status()
            .at(date(), terms().plans())
            .ifPresent(
                status ->
                    // As new as the later of the provision and the agreement as one that
                    // stands: to be ratified makes it no newer.
                    facts.add(
                        new CrossingFact(
                            crossing.id(),
                            provision.modes(),
                            provision.classes(),
                            "",
                            "",
                            provision.flags(),
                            Optional.of(
                                provision.effect() == ProvisionEffect.OPENS
                                    ? CrossingState.OPEN
                                    : CrossingState.CLOSED),
                            new Validity(standingSince(one.agreement()), status.validity().to())
                                .intersection(provision.validity())
                                .orElse(status.validity()),
                            provision.party(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            java.util.OptionalDouble.empty(),
                            one.agreement().id(),
                            0,
                            status.evidence())));
      }
    }
    return new Crossing(crossing.id(), crossing.sides(), facts, crossing.controls())
        .stateFact(movement, mode, from, to, date(), terms().plans());
  }

  /** The first of the days up to this one on which an agreement stood without a break. */
  private LocalDate standingSince(Agreement agreement) {
    List<LocalDate> changes =
        new ArrayList<>(
            agreement.status().changeDates(terms().plans()).headSet(date().plusDays(1)));
    Collections.reverse(changes);
    for (LocalDate change : changes) {
      if (!agreement.standsOn(change.minusDays(1), terms().plans())) {
        return change;
      }
    }
    return LocalDate.MIN;
  }

  /**
   * Whose consent passing a crossing needs: that of both sides.
   *
   * @param crossing the crossing
   * @param from the side it leaves
   * @param to the side it enters
   * @return a rule over ultimate parties
   */
  public ControlRule controlAt(Crossing crossing, String from, String to) {
    return ControlRule.allOf(
        snapshot.controlOf(crossing.id(), from), snapshot.controlOf(crossing.id(), to));
  }

  /**
   * A rule once those bound in law have consented.
   *
   * @param sides the sides of a crossing, or one empty side
   */
  ControlRule lawful(ControlRule rule, String element, Mode mode, String... sides) {
    SortedSet<String> settled = boundAt(element, mode);
    if (settled.isEmpty()) {
      return rule;
    }
    if (settled.stream().noneMatch(this::isDecidedFor)) {
      return rule.assuming(settled);
    }
    List<ControlRule> parts = new ArrayList<>();
    for (String side : sides) {
      parts.add(snapshot.controlOf(element, side, settled));
    }
    return ControlRule.allOf(parts);
  }

  /** Whether others decide for a party, so that no rule names it. */
  private boolean isDecidedFor(String party) {
    return !snapshot.ownership().rule(party, Matter.ORDINARY).equals(ControlRule.consentOf(party));
  }

  /** What bars a change of mode or gauge that is there. */
  List<Impediment> atTransfer(TransitNode node, ControlRule rule) {
    List<Impediment> found = new ArrayList<>();
    addOutOfUse(found, node);
    addRefusals(found, node.id(), rule);
    return List.copyOf(found);
  }

  private void addOutOfUse(List<Impediment> found, TransitNode node) {
    snapshot
        .status(node)
        .filter(claim -> claim.value() != Status.OPERATIONAL)
        .ifPresent(
            claim ->
                found.add(
                    finding(
                        ImpedimentKind.MISSING_LINK,
                        Effect.BARS,
                        node.id(),
                        Set.of(),
                        "",
                        wordsFor(claim.value()),
                        claim.evidence())));
  }

  private void addRefusals(List<Impediment> found, String element, ControlRule rule) {
    if (network().refusals().isEmpty()) {
      return;
    }
    SortedSet<String> heard = rule.parties();
    TreeSet<String> refusing = new TreeSet<>();
    Evidence evidence = Evidence.NONE;
    for (Refusal refusal : network().refusals()) {
      if (refusal.validity().contains(date())
          && counts(refusal.evidence())
          && heard.contains(refusal.party())
          && (refusal.where().isAll() || meansElement(refusal, element))) {
        refusing.add(refusal.party());
        evidence = refusal.evidence();
      }
    }
    if (!refusing.isEmpty() && rule.canBeShutBy(refusing::contains)) {
      found.add(
          finding(
              ImpedimentKind.CLOSURE,
              Effect.BARS,
              element,
              refusing,
              "",
              "Consent refused by " + String.join(", ", refusing),
              evidence));
    }
  }

  private boolean meansElement(Refusal refusal, String element) {
    Optional<TransitEdge> edge = network().findEdge(element);
    return edge.isPresent()
        ? network().matches(refusal.where(), edge.get())
        : network().matches(refusal.where(), network().node(element));
  }

  private boolean counts(Evidence evidence) {
    return terms().plans() || evidence.basis() == Basis.FACT;
  }

  private static Impediment finding(
      ImpedimentKind kind,
      Effect effect,
      String element,
      Set<String> by,
      String instrument,
      String text,
      Evidence evidence) {
    return new Impediment(
        kind,
        effect,
        element,
        new TreeSet<>(by),
        instrument,
        java.time.Duration.ZERO,
        text,
        evidence);
  }
}
