package org.araxes.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Crossing;
import org.araxes.network.TransitNetwork;

/**
 * A crossing joins two sides.
 *
 * <p>A warning for a crossing with edges on one of its sides only: nothing can pass it.
 */
final class OneSidedCrossing implements Rule {
  @Override
  public String code() {
    return "one_sided_crossing";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      Set<String> reached = new HashSet<>();
      network.edgesAt(crossing.id()).forEach(edge -> reached.add(edge.jurisdiction()));
      for (String side : crossing.sides()) {
        if (!reached.isEmpty() && !reached.contains(side)) {
          found.add(
              Finding.warning(
                  code(),
                  crossing.id(),
                  "No edge reaches it in " + side + ". Maybe one is missing?"));
        }
      }
    }
    return found.stream();
  }
}
