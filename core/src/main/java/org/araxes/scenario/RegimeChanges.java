package org.araxes.scenario;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.OpeningHours;
import org.araxes.border.Regime;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * A regime of transit laid on crossings and edges: the facts, the controls and the agreement that
 * it consists of there, in the place of an earlier regime's.
 */
final class RegimeChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final CrossingChanges crossings;
  private final ControlChanges controls;
  private final AgreementChanges agreements;

  RegimeChanges(
      Draft draft,
      CrossingChanges crossings,
      ControlChanges controls,
      AgreementChanges agreements) {
    this.draft = draft;
    this.crossings = crossings;
    this.controls = controls;
    this.agreements = agreements;
    network = draft.network();
  }

  void setRegime(Change.SetRegime change) {
    SortedSet<String> ids = draft.meant(change.where());
    boolean parties = true;
    for (String party :
        List.of(
            Jurisdictions.stateOf(change.host()),
            Jurisdictions.stateOf(change.sender()),
            change.third())) {
      parties = draft.knownParty(party) && parties;
    }
    boolean third =
        change.regime().met().stream()
            .anyMatch(
                control ->
                    control.controller() == Regime.Side.THIRD
                        || control.decider() == Regime.Side.THIRD);
    if (third && change.third().isEmpty()) {
      draft.fault(
          "missing_value",
          "The regime \"" + change.regime().id() + "\" has a third party. Maybe name it?");
      return;
    }
    int before = draft.told();
    boolean found = ids.isEmpty();
    Map<String, Set<Mode>> gates = gates(change, ids);
    RegimeInLaw law = new RegimeInLaw(change, freeAgreementId(change.regime()), draft.evidence());
    for (Map.Entry<String, Set<Mode>> one : gates.entrySet()) {
      Crossing crossing = network.crossing(one.getKey());
      Optional<String> post = Draft.side(crossing.sides(), change.host());
      if (post.isPresent()) {
        found = true;
        if (parties) {
          endRegimes(crossing.id(), one.getValue(), change);
          law.binds(crossing.id(), one.getValue(), sender(crossing, post.get(), change));
          layRegime(crossing, post.get(), one.getValue(), change);
        }
      } else if (change.where().elements().contains(crossing.id())) {
        draft.unknownSide(crossing.id(), change.host(), crossing.sides());
      }
    }
    if (!found && draft.told() == before) {
      draft.fault(
          "matches_nothing",
          "No crossing with a post of \""
              + change.host()
              + "\" matches "
              + Draft.words(change.where()));
    }
    for (String id : change.where().elements()) {
      network
          .findEdge(id)
          .filter(edge -> Jurisdictions.within(edge.jurisdiction(), change.host()))
          .ifPresent(
              edge -> {
                endRegimes(id, Set.of(edge.mode()), change);
                law.bindsOnTheWay(id, edge.mode());
              });
    }
    law.agreement().ifPresent(agreements::put);
  }

  private String freeAgreementId(Regime regime) {
    int number = 1;
    String id = "regime-" + regime.id() + "-1";
    while (agreements.find(id).isPresent()) {
      number++;
      id = "regime-" + regime.id() + "-" + number;
    }
    return id;
  }

  /** The right of a regime laid before ends where another one takes its place. */
  private void endRegimes(String element, Set<Mode> modes, Change.SetRegime change) {
    for (Agreement agreement : agreements.all()) {
      if (RegimeInLaw.made(agreement)) {
        List<Provision> left =
            agreement.provisions().stream()
                .flatMap(p -> RegimeInLaw.outside(p, element, modes, change).stream())
                .toList();
        if (!left.equals(agreement.provisions())) {
          agreements.put(agreement.withProvisions(left));
        }
      }
    }
  }

  private static String sender(Crossing crossing, String post, Change.SetRegime change) {
    return change.sender().isEmpty()
        ? crossing.sides().get(crossing.sides().get(0).equals(post) ? 1 : 0)
        : change.sender();
  }

  /** The crossings meant, each with the modes for which; an edge stands for those at its ends. */
  private Map<String, Set<Mode>> gates(Change.SetRegime change, SortedSet<String> ids) {
    Map<String, Set<Mode>> gates = new TreeMap<>();
    for (String id : ids) {
      if (network.findCrossing(id).isPresent()) {
        gates.put(id, change.modes());
      }
    }
    for (String id : change.where().elements()) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isEmpty() || !ids.contains(id)) {
        if (ids.contains(id) && !gates.containsKey(id)) {
          draft.fault(
              "wrong_element", "\"" + id + "\" is not a crossing. Regimes are at crossings.");
        }
        continue;
      }
      Set<Mode> modes = EnumSet.of(edge.get().mode());
      boolean any = false;
      for (String end : List.of(edge.get().from(), edge.get().to())) {
        boolean gate =
            network
                .findCrossing(end)
                .flatMap(crossing -> Draft.side(crossing.sides(), change.host()))
                .isPresent();
        any |= gate;
        if (gate && (change.modes().isEmpty() || change.modes().containsAll(modes))) {
          gates.merge(end, modes, RegimeChanges::both);
        }
      }
      if (!any) {
        draft.fault(
            "wrong_element",
            "\""
                + id
                + "\" ends at no crossing with a post of \""
                + change.host()
                + "\". Maybe the edge next to it?");
      }
    }
    return gates;
  }

  private static Set<Mode> both(Set<Mode> one, Set<Mode> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Set.of();
    }
    EnumSet<Mode> modes = EnumSet.copyOf(one);
    modes.addAll(other);
    return modes;
  }

  private void layRegime(Crossing crossing, String post, Set<Mode> modes, Change.SetRegime change) {
    String sender = sender(crossing, post, change);
    controls.lay(crossing, post, modes, Jurisdictions.stateOf(sender), change);
    Regime regime = change.regime();
    Regime.PracticeState practice = regime.practice().state();
    String host = Jurisdictions.stateOf(post);
    boolean selects =
        regime.rations().contains(Regime.Ration.FLAG)
            || regime.rations().contains(Regime.Ration.RESIDENCY);
    if (isSuspended(regime)) {
      regimeFact(
          crossing,
          modes,
          new TreeSet<>(),
          CrossingState.CLOSED,
          Optional.of(
              practice == Regime.PracticeState.NOT_BUILT
                  ? ImpedimentKind.MISSING_LINK
                  : ImpedimentKind.CLOSURE),
          regime.suspendedInLaw() ? host : "",
          change);
      return;
    }
    if (selects) {
      regimeFact(
          crossing,
          modes,
          new TreeSet<>(),
          CrossingState.CLOSED,
          Optional.of(ImpedimentKind.PERMIT),
          host,
          change);
    }
    boolean restricted = isRestricted(regime);
    regimeFact(
        crossing,
        modes,
        selects ? new TreeSet<>(Set.of(sender)) : new TreeSet<>(),
        restricted ? CrossingState.RESTRICTED : CrossingState.OPEN,
        restricted ? Optional.of(restriction(regime)) : Optional.empty(),
        restricted ? host : "",
        change);
  }

  /** Whether nobody passes under a regime, in law or in fact. */
  static boolean isSuspended(Regime regime) {
    return regime.suspendedInLaw()
        || regime.practice().state().compareTo(Regime.PracticeState.SUSPENDED) >= 0;
  }

  /** Whether not everybody passes freely under a regime that is not suspended. */
  static boolean isRestricted(Regime regime) {
    return !regime.rations().isEmpty()
        || regime.practice().state() == Regime.PracticeState.DISCRETIONARY;
  }

  private static ImpedimentKind restriction(Regime regime) {
    if (regime.rations().isEmpty() || regime.rations().contains(Regime.Ration.DISCRETION)) {
      return ImpedimentKind.DISCRETIONARY;
    }
    boolean amount =
        EnumSet.of(Regime.Ration.CAP, Regime.Ration.WEIGHT).containsAll(regime.rations());
    return amount ? ImpedimentKind.CAPACITY : ImpedimentKind.PERMIT;
  }

  private void regimeFact(
      Crossing crossing,
      Set<Mode> modes,
      SortedSet<String> flags,
      CrossingState state,
      Optional<ImpedimentKind> kind,
      String by,
      Change.SetRegime change) {
    Regime regime = change.regime();
    boolean hours = regime.opening() == Regime.Opening.ALL_DAY || !regime.hours().isEmpty();
    crossings.state(
        CrossingFact.builder(crossing.id())
            .modes(modes)
            .classes(change.classes())
            .flags(flags)
            .state(state)
            .validity(change.validity())
            .by(by)
            .kind(kind)
            .hours(hours ? Optional.of(hours(crossing, regime)) : Optional.empty())
            .evidence(draft.because(regime.title()))
            .regime(Optional.of(regime)));
  }

  /** By the clock of the hours that are stated there already, or of UTC. */
  private static OpeningHours hours(Crossing crossing, Regime regime) {
    ZoneId zone =
        crossing.facts().stream()
            .flatMap(fact -> fact.hours().stream())
            .map(OpeningHours::zone)
            .findFirst()
            .orElse(ZoneOffset.UTC);
    return OpeningHours.parse(regime.hours().isEmpty() ? "24" : regime.hours(), zone);
  }
}
