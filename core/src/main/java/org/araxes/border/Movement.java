package org.araxes.border;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What wants to pass.
 *
 * @param trafficClass goods, persons, energy or data
 * @param modes the modes it can use, at least one
 * @param gauges rail gauges in millimetres its vehicles can use without transhipment; empty is any,
 *     with transhipment where the gauge changes
 * @param flag registration of the vehicle or nationality of the persons as a jurisdiction code, or
 *     empty where it does not matter
 * @param tonnes how much, in tonnes (or persons, for persons); at least 0
 */
public record Movement(
    TrafficClass trafficClass,
    Set<Mode> modes,
    SortedSet<Integer> gauges,
    String flag,
    double tonnes) {
  // Copies and checks.
  public Movement {
    if (modes.isEmpty()) {
      throw new IllegalArgumentException(
          "A movement has at least one mode. Maybe by(Mode.ROAD, Mode.RAIL)?");
    }
    modes = Collections.unmodifiableSet(EnumSet.copyOf(modes));
    gauges = Collections.unmodifiableSortedSet(new TreeSet<>(gauges));
    if (gauges.stream().anyMatch(gauge -> gauge < 100 || gauge > 10_000)) {
      throw new IllegalArgumentException("A rail gauge is given in millimetres: " + gauges);
    }
    if (!flag.isEmpty() && !flag.equals(flag.strip().toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "A flag is a jurisdiction code, but was \""
              + flag
              + "\". Maybe "
              + flag.strip().toUpperCase(Locale.ROOT)
              + "?");
    }
    if (!(tonnes >= 0 && tonnes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("An amount is finite and not negative: " + tonnes);
    }
  }

  /**
   * Goods, by road unless told otherwise.
   *
   * @return a builder
   */
  public static Builder freight() {
    return new Builder(TrafficClass.GOODS, EnumSet.of(Mode.ROAD));
  }

  /**
   * Persons, by road, rail and air unless told otherwise.
   *
   * @return a builder
   */
  public static Builder persons() {
    return new Builder(TrafficClass.PERSONS, EnumSet.of(Mode.ROAD, Mode.RAIL, Mode.AIR));
  }

  /**
   * Energy.
   *
   * @param carrier gas, oil or power
   * @return a builder
   */
  public static Builder energy(Mode carrier) {
    return new Builder(TrafficClass.ENERGY, EnumSet.of(carrier));
  }

  /**
   * Data, by fibre.
   *
   * @return a builder
   */
  public static Builder data() {
    return new Builder(TrafficClass.DATA, EnumSet.of(Mode.FIBRE));
  }

  /** Makes movements. */
  public static final class Builder {
    private final TrafficClass trafficClass;
    private EnumSet<Mode> modes;
    private final TreeSet<Integer> gauges = new TreeSet<>();
    private String flag = "";
    private double tonnes = 20;

    private Builder(TrafficClass trafficClass, EnumSet<Mode> modes) {
      this.trafficClass = trafficClass;
      this.modes = modes;
    }

    /**
     * The modes it can use, in place of the default.
     *
     * @param wanted at least one
     * @return this builder
     */
    public Builder by(Mode... wanted) {
      return by(List.of(wanted));
    }

    /**
     * The modes it can use, in place of the default.
     *
     * @param wanted at least one
     * @return this builder
     */
    public Builder by(Collection<Mode> wanted) {
      modes = EnumSet.noneOf(Mode.class);
      modes.addAll(wanted);
      return this;
    }

    /**
     * The gauge of its vehicles; several calls add.
     *
     * @param millimetres for instance 1520
     * @return this builder
     */
    public Builder gauge(int millimetres) {
      gauges.add(millimetres);
      return this;
    }

    /**
     * Registration of the vehicle or nationality of the persons.
     *
     * @param jurisdiction for instance {@code AZ} or {@code AZ-NX}
     * @return this builder
     */
    public Builder flag(String jurisdiction) {
      flag = jurisdiction;
      return this;
    }

    /**
     * How much; 20 tonnes unless told otherwise, the load of the CAREC corridor measurements.
     *
     * @param amount tonnes, or persons
     * @return this builder
     */
    public Builder tonnes(double amount) {
      tonnes = amount;
      return this;
    }

    /**
     * Makes the movement.
     *
     * @return the movement
     */
    public Movement build() {
      return new Movement(trafficClass, modes, gauges, flag, tonnes);
    }
  }
}
