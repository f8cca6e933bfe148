package org.araxes.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araxes.agreement.Selector;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Validity;
import org.araxes.network.Refit;
import org.araxes.network.Repricing;
import org.araxes.network.Retiming;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Throughput;

/**
 * What nodes and edges are: their status, and the speed, cost, capacity and gauge of edges; and
 * edges taken away. On all days an edge itself changes; on some, something dated is said of it.
 */
final class ElementChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final CrossingChanges crossings;
  private final Map<String, TransitNode> nodes = new LinkedHashMap<>();
  private final Map<String, TransitEdge> edges = new LinkedHashMap<>();
  private final Set<String> removed = new TreeSet<>();
  private final List<Retiming> retimings = new ArrayList<>();
  private final List<Repricing> repricings = new ArrayList<>();
  private final List<Refit> refits = new ArrayList<>();

  ElementChanges(Draft draft, CrossingChanges crossings) {
    this.draft = draft;
    this.crossings = crossings;
    network = draft.network();
  }

  void writeTo(TransitNetwork.Builder builder) {
    nodes.values().forEach(builder::withNode);
    edges.values().forEach(builder::withEdge);
    retimings.forEach(builder::addRetiming);
    repricings.forEach(builder::addRepricing);
    refits.forEach(builder::addRefit);
  }

  /** Comes after all else, since what is said of an edge goes with it. */
  void removeFrom(TransitNetwork.Builder builder) {
    removed.forEach(builder::removeEdge);
  }

  void setStatus(Change.SetStatus change) {
    Claim<Status> claim = new Claim<>(change.status(), change.validity(), draft.evidence());
    for (String id : draft.meant(change.where())) {
      if (network.findEdge(id).isPresent()) {
        edges.put(id, overridden(edge(id), claim));
      } else {
        TransitNode node = Optional.ofNullable(nodes.get(id)).orElseGet(() -> network.node(id));
        nodes.put(id, node.withStatus(node.status().overriddenBy(claim)));
      }
    }
  }

  private static TransitEdge overridden(TransitEdge edge, Claim<Status> claim) {
    return edge.withStatus(edge.status().overriddenBy(claim));
  }

  /** An edge as this scenario left it so far. */
  private TransitEdge edge(String id) {
    return Optional.ofNullable(edges.get(id)).orElseGet(() -> network.edge(id));
  }

  void remove(Change.Remove change) {
    TreeSet<String> gone = new TreeSet<>();
    for (String id : draft.meant(change.where())) {
      if (network.findEdge(id).isPresent()) {
        gone.add(id);
      } else {
        network.edgesAt(id).forEach(edge -> gone.add(edge.id()));
      }
    }
    if (change.validity().equals(Validity.ALWAYS)) {
      removed.addAll(gone);
    } else {
      Claim<Status> claim = new Claim<>(Status.DISMANTLED, change.validity(), draft.evidence());
      gone.forEach(id -> edges.put(id, overridden(edge(id), claim)));
    }
  }

  void setSpeed(Change.SetSpeed change) {
    SortedSet<String> ids = draft.meant(change.where());
    Set<String> meant = new TreeSet<>();
    for (TransitEdge edge :
        draft.edgesMeant(change.where(), ids, "Speeds are those of edges. Maybe a delay?")) {
      meant.add(edge.id());
    }
    if (!meant.isEmpty()) {
      retimings.add(
          new Retiming(Selector.of(meant), change.kilometresPerHour(), change.validity()));
    }
  }

  void setCost(Change.SetCost change) {
    SortedSet<String> ids = draft.meant(change.where());
    Set<String> meant = new TreeSet<>();
    for (TransitEdge edge :
        draft.edgesMeant(
            change.where(), ids, "Carriage is along edges. Maybe a delay with a fee?")) {
      meant.add(edge.id());
    }
    if (!meant.isEmpty()) {
      repricings.add(new Repricing(Selector.of(meant), change.usdPerKm(), change.validity()));
    }
  }

  void setCapacity(Change.SetCapacity change) {
    boolean vehicles = change.capacity().unit() == Throughput.Unit.VEHICLES;
    int before = draft.told();
    boolean found = false;
    TreeSet<String> refitted = new TreeSet<>();
    SortedSet<String> ids = draft.meant(change.where());
    for (String id : ids) {
      if (network.findEdge(id).isPresent()) {
        found = true;
        refitted.add(id);
      } else if (network.findCrossing(id).isPresent()) {
        found = true;
        if (!vehicles) {
          draft.fault("wrong_unit", "A crossing counts vehicles/day, and so must \"" + id + "\"");
        }
        crossings.state(
            CrossingFact.builder(id)
                .validity(change.validity())
                .capacityPerDay(change.capacity().perDay())
                .evidence(draft.evidence()));
      } else if (change.where().elements().contains(id)) {
        draft.fault("wrong_element", "\"" + id + "\" is neither an edge nor a crossing");
      }
    }
    if (!found && !ids.isEmpty() && draft.told() == before) {
      draft.fault("matches_nothing", "No edge or crossing matches " + Draft.words(change.where()));
    }
    refit(refitted, new TreeSet<>(), Optional.of(change.capacity()), change.validity());
  }

  void setGauge(Change.SetGauge change) {
    SortedSet<String> ids = draft.meant(change.where());
    TreeSet<String> refitted = new TreeSet<>();
    boolean told = false;
    int before = draft.told();
    for (TransitEdge edge :
        draft.edgesMeant(change.where(), ids, "Gauges are those of railways.")) {
      if (edge.mode() == Mode.RAIL) {
        refitted.add(edge.id());
      } else if (change.where().elements().contains(edge.id())) {
        told = true;
        draft.fault("wrong_element", "\"" + edge.id() + "\" is no railway");
      }
    }
    if (refitted.isEmpty() && !told && draft.told() == before && !ids.isEmpty()) {
      draft.fault("matches_nothing", "No railway matches " + Draft.words(change.where()));
    }
    refit(refitted, change.gauges(), Optional.empty(), change.validity());
  }

  /**
   * On all days it is the edge that changes; on some, or where another refit speaks of it already,
   * a refit that comes after all others.
   */
  private void refit(
      SortedSet<String> ids,
      SortedSet<Integer> gauges,
      Optional<Throughput> capacity,
      Validity validity) {
    if (ids.isEmpty()) {
      return;
    }
    TreeSet<String> dated = new TreeSet<>();
    for (String id : ids) {
      boolean always = validity.equals(Validity.ALWAYS);
      if (always) {
        TransitEdge.Builder changed = edge(id).toBuilder();
        if (!gauges.isEmpty()) {
          changed.regauge(gauges.stream().mapToInt(Integer::intValue).toArray());
        }
        capacity.ifPresent(changed::capacity);
        edges.put(id, changed.build());
      }
      if (!always || isRefitted(id)) {
        dated.add(id);
      }
    }
    if (!dated.isEmpty()) {
      refits.add(new Refit(Selector.of(dated), gauges, capacity, validity, draft.evidence()));
    }
  }

  private boolean isRefitted(String id) {
    TransitEdge edge = network.edge(id);
    return Stream.concat(network.refits().stream(), refits.stream())
        .anyMatch(refit -> network.matches(refit.where(), edge));
  }
}
