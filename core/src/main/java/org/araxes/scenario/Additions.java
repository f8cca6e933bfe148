package org.araxes.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.geometry.Wgs84;
import org.araxes.network.LengthBasis;
import org.araxes.network.Quality;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * What a scenario adds to a network, before it makes its other changes. What cannot be added is
 * left out, so that the faults of all else are told with it.
 */
final class Additions {
  private final Scenario scenario;
  private final TransitNetwork network;
  private final TransitNetwork.Builder builder;
  private final List<Finding> faults = new ArrayList<>();
  private final TreeSet<String> taken = new TreeSet<>();
  private final List<TransitNode> nodes = new ArrayList<>();
  private final TreeSet<String> failed = new TreeSet<>();
  private final Evidence evidence;
  private TransitNetwork drafted;

  private Additions(Scenario scenario, TransitNetwork network) {
    this.scenario = scenario;
    this.network = network;
    drafted = network;
    builder = network.toBuilder();
    evidence = scenario.evidence();
  }

  /** The network with what can be added, and what is wrong with the rest. */
  static Additions to(TransitNetwork network, Scenario scenario) {
    Additions additions = new Additions(scenario, network);
    additions.make();
    return additions;
  }

  private void make() {
    boolean any =
        scenario.changes().stream()
            .anyMatch(
                change -> change instanceof Change.AddNode || change instanceof Change.AddEdge);
    if (!any) {
      return;
    }
    network.nodes().forEach(node -> taken.add(node.id()));
    network.edges().forEach(edge -> taken.add(edge.id()));
    network.regions().forEach(region -> taken.add(region.id()));
    for (Change change : scenario.changes()) {
      if (change instanceof Change.AddNode node && isFree(node.id())) {
        add(node);
      }
    }
    for (Change change : scenario.changes()) {
      if (change instanceof Change.AddEdge edge && isFree(edge.id())) {
        add(edge);
      }
    }
    drafted = builder.draft();
  }

  /** What the other changes look at; not checked as a whole yet. */
  TransitNetwork network() {
    return drafted;
  }

  /** What the other changes are made to. */
  TransitNetwork.Builder builder() {
    return builder;
  }

  /** What is wrong with single additions. */
  List<Finding> faults() {
    return List.copyOf(faults);
  }

  /** Whether something of this id was to be added and could not be. */
  boolean failed(String id) {
    return failed.contains(id);
  }

  private boolean isFree(String id) {
    if (taken.add(id)) {
      return true;
    }
    faults.add(Finding.error("duplicate_id", scenario.id(), "\"" + id + "\" is there already"));
    return false;
  }

  private void add(Change.AddNode added) {
    try {
      TransitNode node =
          new TransitNode(
              added.id(),
              added.names(),
              added.kind(),
              Wgs84.point(added.longitude(), added.latitude()),
              Quality.SCHEMATIC,
              added.jurisdictions(),
              new TreeSet<>(),
              History.always(Status.OPERATIONAL),
              evidence);
      nodes.add(node);
      builder.addNode(node);
    } catch (IllegalArgumentException wrong) {
      failed.add(added.id());
      faults.add(Finding.error("bad_value", scenario.id(), String.valueOf(wrong.getMessage())));
    }
  }

  private void add(Change.AddEdge added) {
    Optional<TransitNode> from = node(added, added.fromNode());
    Optional<TransitNode> to = node(added, added.toNode());
    if (from.isEmpty() || to.isEmpty()) {
      failed.add(added.id());
      return;
    }
    TransitEdge.Builder edge =
        TransitEdge.builder(
                added.id(), added.fromNode(), added.toNode(), added.mode(), added.jurisdiction())
            .straight(from.get(), to.get())
            .gauge(added.gauges().stream().mapToInt(Integer::intValue).toArray())
            .status(
                History.always(Status.PROPOSED)
                    .overriddenBy(new Claim<>(Status.OPERATIONAL, added.validity(), evidence)))
            .evidence(evidence);
    added.length().ifPresent(length -> edge.length(length, LengthBasis.DERIVED));
    added.speedKmh().ifPresent(edge::speed);
    added.capacity().ifPresent(edge::capacity);
    try {
      builder.addEdge((added.oneWay() ? edge.oneWay() : edge).build());
    } catch (IllegalArgumentException wrong) {
      failed.add(added.id());
      faults.add(Finding.error("bad_value", scenario.id(), String.valueOf(wrong.getMessage())));
    }
  }

  private Optional<TransitNode> node(Change.AddEdge edge, String id) {
    Optional<TransitNode> found =
        network
            .findNode(id)
            .or(() -> nodes.stream().filter(node -> node.id().equals(id)).findFirst());
    if (found.isEmpty() && !failed.contains(id)) {
      faults.add(
          Finding.error(
              "dangling_reference",
              scenario.id(),
              "The added edge \""
                  + edge.id()
                  + "\" ends at no node \""
                  + id
                  + "\"."
                  + Suggestions.maybe(id, taken)));
    }
    return found;
  }
}
