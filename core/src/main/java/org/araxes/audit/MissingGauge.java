package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * A railway says its gauge, and nothing else has one.
 *
 * <p>A remark for a railway edge without a gauge: trains of any gauge are then taken to fit. A
 * warning for an edge of another mode with a gauge, and for a gauge that no railway of note is
 * built to.
 */
final class MissingGauge implements Rule {
  /** Gauges in millimetres in use for more than 1,000 km somewhere, or known well: UIC, Railisa. */
  private static final Set<Integer> USUAL =
      Set.of(
          600, 610, 750, 760, 762, 891, 900, 914, 950, 1000, 1050, 1055, 1067, 1372, 1435, 1520,
          1522, 1524, 1600, 1668, 1676);

  @Override
  public String code() {
    return "missing_gauge";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (TransitEdge edge : network.edges()) {
      if (edge.mode() == Mode.RAIL && edge.gauges().isEmpty()) {
        found.add(Finding.info(code(), edge.id(), "Its gauge is not known, so every train fits"));
      }
      if (edge.mode() != Mode.RAIL && !edge.gauges().isEmpty()) {
        found.add(
            Finding.warning(
                code(),
                edge.id(),
                "It is of mode " + Words.code(edge.mode()) + " and has a gauge. Maybe rail?"));
      }
      for (int gauge : edge.gauges()) {
        if (!USUAL.contains(gauge)) {
          found.add(
              Finding.warning(
                  code(), edge.id(), "A gauge of " + gauge + " mm is unusual. Maybe a slip?"));
        }
      }
    }
    return found.stream();
  }
}
