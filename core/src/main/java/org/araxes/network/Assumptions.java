package org.araxes.network;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;

/**
 * What to reckon with where the data say nothing: speeds, waits and rates.
 *
 * <p><b>Pedigree.</b> Waits: CAREC CPMM 2023, mean of the road posts of Azerbaijan, 4.3 h a
 * crossing and 56 USD. All other defaults are assumptions of round size, fit to rank ways, not to
 * quote prices; give your own where it matters.
 *
 * @param goodsKmh usual speed of goods under way by mode, above 0
 * @param personsKmh usual speed of persons under way by mode, above 0
 * @param statedSpeedShare the part of a stated design speed that is reached in practice, over 0 to
 *     1
 * @param goodsWait time at a crossing for goods where none is stated
 * @param personsWait time at a crossing for persons where none is stated
 * @param goodsFeeUsd cost of clearing a load at a crossing where none is stated
 * @param usdPerTonneKm cost of carriage of goods by mode
 * @param usdPerPersonKm cost of carriage of persons by mode
 * @param transhipUsdPerTonne cost of a change of mode or gauge where none is stated
 */
public record Assumptions(
    Map<Mode, Double> goodsKmh,
    Map<Mode, Double> personsKmh,
    double statedSpeedShare,
    Duration goodsWait,
    Duration personsWait,
    double goodsFeeUsd,
    Map<Mode, Double> usdPerTonneKm,
    Map<Mode, Double> usdPerPersonKm,
    double transhipUsdPerTonne) {
  /** What one vehicle carries, in tonnes: the load of the CAREC corridor measurements. */
  public static final double VEHICLE_TONNES = 20;

  /** The defaults, see the pedigree above. */
  public static final Assumptions DEFAULT =
      new Assumptions(
          perMode(50, 35, 700, 25, 40, 10, 1_000_000, 1_000_000),
          perMode(70, 60, 700, 30, 40, 10, 1_000_000, 1_000_000),
          0.75,
          Duration.ofMinutes(258),
          Duration.ofMinutes(60),
          56,
          perMode(0.08, 0.04, 1.5, 0.02, 0.01, 0.01, 0, 0),
          perMode(0.04, 0.03, 0.12, 0.05, 0, 0, 0, 0),
          6);

  /** Copies and checks. */
  public Assumptions {
    goodsKmh = complete(goodsKmh, true);
    personsKmh = complete(personsKmh, true);
    usdPerTonneKm = complete(usdPerTonneKm, false);
    usdPerPersonKm = complete(usdPerPersonKm, false);
    if (!(statedSpeedShare > 0 && statedSpeedShare <= 1)
        || goodsWait.isNegative()
        || personsWait.isNegative()
        || !(goodsFeeUsd >= 0)
        || !(transhipUsdPerTonne >= 0)) {
      throw new IllegalArgumentException(
          "Assumptions are not negative, and a share of speed lies over 0 up to 1");
    }
  }

  private static Map<Mode, Double> perMode(double... values) {
    EnumMap<Mode, Double> map = new EnumMap<>(Mode.class);
    int next = 0;
    for (Mode mode : Mode.values()) {
      map.put(mode, values[next++]);
    }
    return map;
  }

  private static Map<Mode, Double> complete(Map<Mode, Double> given, boolean positive) {
    EnumMap<Mode, Double> map = new EnumMap<>(Mode.class);
    for (Mode mode : Mode.values()) {
      Double value = given.get(mode);
      if (value == null
          || !(value >= 0 && value < Double.POSITIVE_INFINITY)
          || (positive && value == 0)) {
        throw new IllegalArgumentException("No usable value for " + mode + " in " + given);
      }
      map.put(mode, value);
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * The speed of a movement on an edge.
   *
   * @param movement what moves
   * @param edge on which edge
   * @return kilometres an hour, above 0: the stated speed times {@link #statedSpeedShare} where one
   *     is stated, otherwise the usual speed of the mode
   */
  public double speedKmh(Movement movement, TransitEdge edge) {
    if (edge.speedKmh().isPresent()) {
      return edge.speedKmh().getAsDouble() * statedSpeedShare;
    }
    Map<Mode, Double> usual =
        movement.trafficClass() == TrafficClass.PERSONS ? personsKmh : goodsKmh;
    return value(usual, edge.mode());
  }

  /**
   * The cost of carriage of the whole movement over a kilometre.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return US dollars
   */
  public double usdPerKm(Movement movement, Mode mode) {
    Map<Mode, Double> rate =
        movement.trafficClass() == TrafficClass.PERSONS ? usdPerPersonKm : usdPerTonneKm;
    return value(rate, mode) * movement.tonnes();
  }

  private static double value(Map<Mode, Double> map, Mode mode) {
    Double value = map.get(mode);
    if (value == null) {
      throw new IllegalStateException("No value for " + mode);
    }
    return value;
  }

  /**
   * The wait at a crossing where none is stated.
   *
   * @param movement what moves
   * @return the time; none for energy and data
   */
  public Duration wait(Movement movement) {
    return switch (movement.trafficClass()) {
      case GOODS -> goodsWait;
      case PERSONS -> personsWait;
      case ENERGY, DATA -> Duration.ZERO;
    };
  }

  /**
   * The cost of clearing at a crossing where none is stated.
   *
   * @param movement what moves
   * @return US dollars; none for other things than goods
   */
  public double feeUsd(Movement movement) {
    return movement.trafficClass() == TrafficClass.GOODS ? goodsFeeUsd : 0;
  }
}
