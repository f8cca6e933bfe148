package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.Boundaries;
import org.araxes.network.Quality;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * An edge lies in one jurisdiction. What runs into another one is to be cut at a crossing.
 *
 * <p>Looked at every kilometre along the line. Error where the place that is farthest from its
 * jurisdiction is over 1 km away and lies in another territory; a warning where the line says
 * itself that it is schematic.
 */
final class EdgeAcrossBorder implements Rule {
  static final double TOLERANCE_METRES = 1_000;
  static final double STEP_METRES = 1_000;

  @Override
  public String code() {
    return "edge_across_border";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Boundaries boundaries = Boundaries.of(network);
    List<Finding> found = new ArrayList<>();
    for (TransitEdge edge : network.edges()) {
      boundaries
          .excursion(edge, STEP_METRES)
          .filter(place -> place.metres() > TOLERANCE_METRES && !place.into().isEmpty())
          .ifPresent(
              place -> {
                String text =
                    "It runs "
                        + Words.distance(place.metres())
                        + " into "
                        + place.into()
                        + " at "
                        + Words.place(place.longitude(), place.latitude())
                        + ". Maybe a crossing is missing?";
                found.add(
                    edge.quality() == Quality.SCHEMATIC
                        ? Finding.warning(code(), edge.id(), text)
                        : Finding.error(code(), edge.id(), text));
              });
    }
    return found.stream();
  }
}
