package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.History;
import org.araxes.network.NodeKind;
import org.araxes.network.Status;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * An edge in use ends at a node in use.
 *
 * <p>A warning for a node that is stated not to be in use on a day on which an edge at it is. Where
 * the status of a node is not stated, its edges say enough. The status of a station speaks of its
 * railways, that of an airport of its flights, that of a port of its sea lanes; that of a terminal
 * and a substation of themselves alone.
 */
final class OperationalEdgeAtUnusedNode implements Rule {
  @Override
  public String code() {
    return "operational_edge_at_unused_node";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (TransitNode node : network.nodes()) {
      List<Claim<Status>> unused = facts(node.status(), false);
      network.edgesAt(node.id()).stream()
          .filter(edge -> speaksOf(node.kind(), edge.mode()))
          .filter(edge -> overlap(unused, facts(edge.status(), true)))
          .findFirst()
          .ifPresent(
              edge ->
                  found.add(
                      Finding.warning(
                          code(),
                          node.id(),
                          "It is stated not to be in use while "
                              + edge.id()
                              + " is. Maybe its status speaks of another thing?")));
    }
    return found.stream();
  }

  private static boolean speaksOf(NodeKind kind, Mode mode) {
    return switch (kind) {
      case STATION -> mode == Mode.RAIL;
      case AIRPORT -> mode == Mode.AIR;
      case PORT -> mode == Mode.SEA;
      case LOGISTICS_TERMINAL, SUBSTATION, PIPELINE_STATION -> false;
      case CITY, JUNCTION, BORDER_CROSSING, AIRSPACE_BOUNDARY -> true;
    };
  }

  private static List<Claim<Status>> facts(History<Status> history, boolean operational) {
    return history.claims().stream()
        .filter(
            claim ->
                claim.evidence().basis() == Basis.FACT
                    && (claim.value() == Status.OPERATIONAL) == operational)
        .toList();
  }

  private static boolean overlap(List<Claim<Status>> some, List<Claim<Status>> others) {
    return some.stream()
        .anyMatch(one -> others.stream().anyMatch(two -> one.validity().overlaps(two.validity())));
  }
}
