package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * Parallel edges are normal, the same edge twice is not.
 *
 * <p>A warning for two edges of one mode between the same nodes along exactly the same line and
 * with the same periods of status.
 */
final class DuplicateEdge implements Rule {
  @Override
  public String code() {
    return "duplicate_edge";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (TransitNode node : network.nodes()) {
      List<TransitEdge> edges = network.edgesAt(node.id());
      for (int i = 0; i < edges.size(); i++) {
        for (int j = i + 1; j < edges.size(); j++) {
          TransitEdge one = edges.get(i);
          TransitEdge two = edges.get(j);
          // Every pair is met at both of its ends: told at the one that comes first.
          if (one.mode() == two.mode()
              && ends(one).equals(ends(two))
              && ends(one).first().equals(node.id())
              && !(one.oneWay() && two.oneWay() && !one.from().equals(two.from()))
              && periods(one).equals(periods(two))
              && one.sharesLineWith(two)) {
            found.add(
                Finding.warning(
                    code(),
                    two.id(),
                    "It runs along the very line of " + one.id() + ". Maybe it is there twice?"));
          }
        }
      }
    }
    return found.stream();
  }

  private static SortedSet<String> ends(TransitEdge edge) {
    return new TreeSet<>(List.of(edge.from(), edge.to()));
  }

  private static List<String> periods(TransitEdge edge) {
    return edge.status().claims().stream()
        .map(claim -> claim.value() + " " + claim.validity())
        .toList();
  }
}
