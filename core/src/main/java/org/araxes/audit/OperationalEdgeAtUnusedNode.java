package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.network.Status;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * An edge in use ends where somebody uses it.
 *
 * <p>A warning for a node of which periods of status are stated, none of them in use, although an
 * edge at it is or was in use as a fact.
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
      if (node.status().claims().isEmpty()
          || node.status().claims().stream()
              .anyMatch(claim -> claim.value() == Status.OPERATIONAL)) {
        continue;
      }
      network.edgesAt(node.id()).stream()
          .filter(
              edge ->
                  edge.status().claims().stream()
                      .anyMatch(
                          claim ->
                              claim.value() == Status.OPERATIONAL
                                  && claim.evidence().basis() == Basis.FACT))
          .findFirst()
          .ifPresent(
              edge ->
                  found.add(
                      Finding.warning(
                          code(),
                          node.id(),
                          "It was never in use, but "
                              + edge.id()
                              + " was. Maybe a period is missing?")));
    }
    return found.stream();
  }
}
