package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.Boundaries;
import org.araxes.network.Quality;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * A node lies in the area of its jurisdiction, and a crossing in or at those of both its sides.
 *
 * <p>Error where it is over 500 m outside one of them; nodes that say themselves that their
 * position is schematic may be 2 km off. Territories without an area are not looked at.
 */
final class NodeOutsideJurisdiction implements Rule {
  private static final double TOLERANCE_METRES = 500;
  private static final double SCHEMATIC_TOLERANCE_METRES = 2_000;

  @Override
  public String code() {
    return "node_outside_jurisdiction";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Boundaries boundaries = Boundaries.of(network);
    List<Finding> found = new ArrayList<>();
    for (TransitNode node : network.nodes()) {
      double tolerance =
          node.quality() == Quality.SCHEMATIC ? SCHEMATIC_TOLERANCE_METRES : TOLERANCE_METRES;
      for (String code : node.jurisdictions()) {
        double metres = boundaries.metresOutside(node, code).orElse(0);
        if (metres > tolerance) {
          Set<String> around = boundaries.around(node);
          found.add(
              Finding.error(
                  code(),
                  node.id(),
                  "It lies "
                      + Words.distance(metres)
                      + " outside "
                      + code
                      + (around.isEmpty() ? "." : ", in " + String.join(", ", around) + ".")
                      + " Maybe its coordinates or its jurisdiction are wrong?"));
        }
      }
    }
    return found.stream();
  }
}
