package org.araxes.border;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param commodities what the load is, all that is true of it; empty where nobody says
 * @param grossTonnes weight of one vehicle with its load in tonnes, or empty where nobody says
 * @param residence where the persons live as a jurisdiction code, or empty where nobody says
 * @param vehicle in or with what on a road, or empty where nobody says
 */
public record Movement(
    TrafficClass trafficClass,
    Set<Mode> modes,
    SortedSet<Integer> gauges,
    String flag,
    double tonnes,
    Set<Commodity> commodities,
    OptionalDouble grossTonnes,
    String residence,
    Optional<Vehicle> vehicle) {
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
    checkCode("A flag", flag);
    checkCode("A residence", residence);
    if (!(tonnes >= 0 && tonnes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("An amount is finite and not negative: " + tonnes);
    }
    commodities =
        commodities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(commodities));
    if (grossTonnes.isPresent()
        && !(grossTonnes.getAsDouble() > 0
            && grossTonnes.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A vehicle weighs something finite: " + grossTonnes.getAsDouble());
    }
  }

  private static void checkCode(String what, String code) {
    String usual = code.strip().toUpperCase(Locale.ROOT);
    if (!code.equals(usual)) {
      throw new IllegalArgumentException(
          what + " is a jurisdiction code, but was \"" + code + "\". Maybe " + usual + "?");
    }
  }

  /**
   * A movement that says nothing of commodity, weight, residence and vehicle.
   *
   * @param trafficClass goods, persons, energy or data
   * @param modes the modes it can use, at least one
   * @param gauges rail gauges in millimetres; empty is any
   * @param flag registration or nationality, or empty where it does not matter
   * @param tonnes how much, at least 0
   */
  public Movement(
      TrafficClass trafficClass,
      Set<Mode> modes,
      SortedSet<Integer> gauges,
      String flag,
      double tonnes) {
    this(
        trafficClass,
        modes,
        gauges,
        flag,
        tonnes,
        Set.of(),
        OptionalDouble.empty(),
        "",
        Optional.empty());
  }

  /**
   * Where the persons live, as far as that is known.
   *
   * @return the residence; where none is said, the flag if it is a part of a state, as nationality
   *     knows no parts; otherwise empty
   */
  public String residenceOrPart() {
    return residence.isEmpty() && !Jurisdictions.stateOf(flag).equals(flag) ? flag : residence;
  }

  /**
   * With what it moves on a road, as far as that is known.
   *
   * @return the vehicle; for goods of which nobody says, a truck
   */
  public Optional<Vehicle> vehicleOrTruck() {
    return vehicle.isEmpty() && trafficClass == TrafficClass.GOODS
        ? Optional.of(Vehicle.TRUCK)
        : vehicle;
  }

  /**
   * Begins a movement that is like this one.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder(trafficClass, EnumSet.copyOf(modes));
    builder.gauges.addAll(gauges);
    builder.flag = flag;
    builder.tonnes = tonnes;
    builder.commodities.addAll(commodities);
    builder.grossTonnes = grossTonnes;
    builder.residence = residence;
    builder.vehicle = vehicle;
    return builder;
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
    private final EnumSet<Commodity> commodities = EnumSet.noneOf(Commodity.class);
    private OptionalDouble grossTonnes = OptionalDouble.empty();
    private String residence = "";
    private Optional<Vehicle> vehicle = Optional.empty();

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
     * What the load is; several calls add.
     *
     * @param some all that is true of it, for instance food and aid
     * @return this builder
     */
    public Builder commodity(Commodity... some) {
      commodities.addAll(List.of(some));
      return this;
    }

    /**
     * The weight of one vehicle with its load.
     *
     * @param weight tonnes, above 0
     * @return this builder
     */
    public Builder grossTonnes(double weight) {
      grossTonnes = OptionalDouble.of(weight);
      return this;
    }

    /**
     * Where the persons live, apart from their nationality.
     *
     * @param jurisdiction for instance {@code AZ-NX}
     * @return this builder
     */
    public Builder residence(String jurisdiction) {
      residence = jurisdiction;
      return this;
    }

    /**
     * In or with what on a road.
     *
     * @param kind for instance a bus
     * @return this builder
     */
    public Builder vehicle(Vehicle kind) {
      vehicle = Optional.of(kind);
      return this;
    }

    /**
     * Makes the movement.
     *
     * @return the movement
     */
    public Movement build() {
      return new Movement(
          trafficClass, modes, gauges, flag, tonnes, commodities, grossTonnes, residence, vehicle);
    }
  }
}
