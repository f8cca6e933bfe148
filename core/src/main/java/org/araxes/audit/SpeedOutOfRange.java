package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.TransitNetwork;

/**
 * A speed is one that its mode can reach.
 *
 * <p>A warning outside these ranges in km/h: road 5 to 150, rail 5 to 400, air 100 to 1,200, sea 5
 * to 100, pipelines 1 to 120; power lines and fibre have none.
 */
final class SpeedOutOfRange implements Rule {
  @Override
  public String code() {
    return "speed_out_of_range";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    return network.edges().stream()
        .filter(edge -> edge.speedKmh().isPresent() && odd(edge.mode(), edge.speedKmh().orElse(0)))
        .map(
            edge ->
                Finding.warning(
                    code(),
                    edge.id(),
                    edge.speedKmh().orElse(0)
                        + " km/h is odd for "
                        + Words.code(edge.mode())
                        + ". Maybe another unit?"));
  }

  private static boolean odd(Mode mode, double kmh) {
    return switch (mode) {
      case ROAD -> kmh < 5 || kmh > 150;
      case RAIL -> kmh < 5 || kmh > 400;
      case AIR -> kmh < 100 || kmh > 1_200;
      case SEA -> kmh < 5 || kmh > 100;
      case GAS, OIL -> kmh < 1 || kmh > 120;
      case POWER, FIBRE -> true;
    };
  }
}
