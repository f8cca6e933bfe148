package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.Boundaries;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * An edge stays in the area of its jurisdiction.
 *
 * <p>Looked at every kilometre along the line. A warning where the place that is farthest from its
 * jurisdiction is over 1 km away and lies in no other territory: open water, or land that nobody
 * drew. Ways by sea are not looked at.
 */
final class EdgeOutsideJurisdiction implements Rule {
  @Override
  public String code() {
    return "edge_outside_jurisdiction";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Boundaries boundaries = Boundaries.of(network);
    List<Finding> found = new ArrayList<>();
    for (TransitEdge edge : network.edges()) {
      if (edge.mode() == Mode.SEA) {
        continue;
      }
      boundaries
          .excursion(edge, EdgeAcrossBorder.STEP_METRES)
          .filter(
              place -> place.metres() > EdgeAcrossBorder.TOLERANCE_METRES && place.into().isEmpty())
          .ifPresent(
              place ->
                  found.add(
                      Finding.warning(
                          code(),
                          edge.id(),
                          "It leaves "
                              + edge.jurisdiction()
                              + " by "
                              + Words.distance(place.metres())
                              + " at "
                              + Words.place(place.longitude(), place.latitude())
                              + ". Maybe its line needs a bend?")));
    }
    return found.stream();
  }
}
