package org.araxes.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.agreement.Selector;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.EdgeClosure;
import org.araxes.network.Refusal;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * Who may pass where: crossings and edges opened and closed, and consent withheld. At a crossing
 * that is a fact which comes before earlier ones; on edges it is a closure, or what an opening left
 * of one.
 */
final class OpeningChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final CrossingChanges crossings;
  private final List<Refusal> refusals = new ArrayList<>();
  private List<EdgeClosure> closures;

  OpeningChanges(Draft draft, CrossingChanges crossings) {
    this.draft = draft;
    this.crossings = crossings;
    network = draft.network();
    closures = new ArrayList<>(network.closures());
  }

  void writeTo(TransitNetwork.Builder builder) {
    refusals.forEach(builder::addRefusal);
    builder.withClosures(old -> closures);
  }

  void open(Change.Open change) {
    String by = draft.knownParty(change.by()) ? change.by() : "";
    CrossingFact said =
        CrossingFact.builder("")
            .modes(change.modes())
            .classes(change.classes())
            .direction(change.fromSide(), change.toSide())
            .flags(change.flags())
            .state(CrossingState.OPEN)
            .validity(change.validity())
            .by(by)
            .evidence(draft.because(change.reason()))
            .build();
    Set<String> lifted = concerned(change.where(), said);
    if (!lifted.isEmpty()) {
      closures =
          closures.stream()
              .flatMap(closure -> lift(closure, lifted, change).stream())
              .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  void close(Change.Close change) {
    String by = draft.knownParty(change.by()) ? change.by() : "";
    Evidence saying = draft.because(change.kind().isPresent() ? "" : change.reason());
    CrossingFact said =
        CrossingFact.builder("")
            .modes(change.modes())
            .classes(change.classes())
            .direction(change.fromSide(), change.toSide())
            .flags(change.flags())
            .state(CrossingState.CLOSED)
            .validity(change.validity())
            .by(by)
            .kind(change.kind())
            .evidence(saying)
            .build();
    Set<String> shut = concerned(change.where(), said);
    if (!shut.isEmpty()) {
      String reason =
          change.reason().isEmpty() ? "Closed in scenario " + draft.scenario() : change.reason();
      close(
          new EdgeClosure(
              Selector.of(shut),
              change.classes(),
              change.modes(),
              by,
              reason,
              change.validity(),
              saying));
    }
  }

  /** One more closure. */
  void close(EdgeClosure closure) {
    closures.add(closure);
  }

  void refuse(Change.Refuse change) {
    boolean known = draft.knownParty(change.party());
    if (!change.where().isAll()) {
      draft.meant(change.where());
    }
    if (known) {
      refuse(new Refusal(change.party(), change.where(), change.validity(), draft.evidence()));
    }
  }

  /** One more refusal. */
  void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  /** States a fact at the crossings meant, and returns the edges that it concerns. */
  private Set<String> concerned(Selector where, CrossingFact said) {
    SortedSet<String> ids = draft.meant(where);
    boolean crossing = stateAt(where, ids, said);
    return edgesOf(where, ids, said, crossing);
  }

  /** States a fact at the crossings meant, and tells whether there was one. */
  private boolean stateAt(Selector where, SortedSet<String> ids, CrossingFact said) {
    boolean found = false;
    for (String id : ids) {
      boolean named = where.elements().contains(id);
      Optional<Crossing> crossing = network.findCrossing(id);
      if (crossing.isPresent()) {
        Optional<Draft.Direction> direction =
            draft.direction(crossing.get(), where, said.fromSide(), said.toSide());
        found |= named || direction.isPresent();
        direction.ifPresent(
            way -> crossings.state(said.at(id).toBuilder().direction(way.from(), way.to())));
      } else if (named && network.findNode(id).isPresent()) {
        found = true;
        draft.fault(
            "wrong_element",
            "\"" + id + "\" is neither a crossing nor an edge. Maybe the edges that end there?");
      }
    }
    return found;
  }

  /** The edges that an opening or a closure concerns. */
  private Set<String> edgesOf(
      Selector where, SortedSet<String> ids, CrossingFact said, boolean crossing) {
    boolean narrowed = !said.fromSide().isEmpty() || !said.flags().isEmpty();
    LinkedHashSet<String> concerned = new LinkedHashSet<>();
    boolean told = false;
    for (String id : ids) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isEmpty()) {
        continue;
      }
      Mode mode = edge.get().mode();
      if (!narrowed && (said.modes().isEmpty() || said.modes().contains(mode))) {
        concerned.add(id);
      } else if (where.elements().contains(id)) {
        told = true;
        draft.fault(
            "wrong_element",
            narrowed
                ? "\""
                    + id
                    + "\" is an edge, and directions and flags concern crossings. Maybe the crossing"
                    + " at its end?"
                : "\"" + id + "\" is an edge of mode " + mode + ", not one of " + said.modes());
      }
    }
    if (!crossing && !told && concerned.isEmpty() && !ids.isEmpty()) {
      draft.fault(
          "matches_nothing",
          "No crossing or edge that this concerns matches "
              + Draft.words(where)
              + ". Maybe other sides or modes?");
    }
    return concerned;
  }

  /** What is left of a closure once some edges are open for some classes on some days. */
  private List<EdgeClosure> lift(EdgeClosure closure, Set<String> opened, Change.Open change) {
    Set<TrafficClass> shut = all(closure.classes());
    Set<TrafficClass> freed = EnumSet.copyOf(shut);
    freed.retainAll(all(change.classes()));
    if (freed.isEmpty() || !closure.validity().overlaps(change.validity())) {
      return List.of(closure);
    }
    TreeSet<String> untouched = new TreeSet<>();
    TreeSet<String> touched = new TreeSet<>();
    for (String id : Draft.selected(network, closure.where())) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isPresent()
          && (closure.modes().isEmpty() || closure.modes().contains(edge.get().mode()))) {
        (opened.contains(id) ? touched : untouched).add(id);
      }
    }
    if (touched.isEmpty()) {
      return List.of(closure);
    }
    List<EdgeClosure> left = new ArrayList<>();
    if (!untouched.isEmpty()) {
      left.add(part(closure, untouched, closure.classes(), closure.validity()));
    }
    Set<TrafficClass> stillShut = EnumSet.copyOf(shut);
    stillShut.removeAll(freed);
    if (!stillShut.isEmpty()) {
      left.add(part(closure, touched, stillShut, closure.validity()));
    }
    for (Validity days : closure.validity().minus(change.validity())) {
      left.add(part(closure, touched, freed, days));
    }
    return left;
  }

  private static Set<TrafficClass> all(Set<TrafficClass> classes) {
    return classes.isEmpty() ? EnumSet.allOf(TrafficClass.class) : classes;
  }

  private static EdgeClosure part(
      EdgeClosure closure, Set<String> ids, Set<TrafficClass> classes, Validity days) {
    return new EdgeClosure(
        Selector.of(ids),
        classes,
        closure.modes(),
        closure.by(),
        closure.reason(),
        days,
        closure.evidence());
  }
}
