package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * The stated length of an edge is of the order of its line.
 *
 * <p>A warning where it is over 2.2 times the geodesic length and over 2 km more: mountain roads
 * reach twice the line, hardly anything reaches more.
 */
final class LengthFarBeyondLine implements Rule {
  private static final double MOST_TIMES = 2.2;
  private static final double MOST_METRES = 2_000;

  @Override
  public String code() {
    return "length_far_beyond_line";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    return network.edges().stream()
        .filter(
            edge ->
                edge.length().metres() > MOST_TIMES * edge.geodesicLength().metres()
                    && edge.length().metres() - edge.geodesicLength().metres() > MOST_METRES)
        .map(
            edge ->
                Finding.warning(
                    code(),
                    edge.id(),
                    "Its stated length of "
                        + Words.distance(edge.length().metres())
                        + " is far beyond its line of "
                        + Words.distance(edge.geodesicLength().metres())
                        + ". Maybe a unit or a stretch is mixed up?"));
  }
}
