package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * The stated length of an edge is not shorter than its line on the ellipsoid: nobody travels less
 * than the way.
 *
 * <p>Error below 97 % of the geodesic length. The 3 % leave room for rounded figures and
 * generalised lines.
 */
final class LengthShorterThanLine implements Rule {
  private static final double LEAST_SHARE = 0.97;

  @Override
  public String code() {
    return "length_shorter_than_line";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    return network.edges().stream()
        .filter(
            edge ->
                edge.statedLength().isPresent()
                    && edge.length().metres() < LEAST_SHARE * edge.geodesicLength().metres())
        .map(
            edge ->
                Finding.error(
                    code(),
                    edge.id(),
                    "Its stated length of "
                        + Words.distance(edge.length().metres())
                        + " is shorter than its line of "
                        + Words.distance(edge.geodesicLength().metres())
                        + ". Maybe the length belongs to another stretch?"));
  }
}
