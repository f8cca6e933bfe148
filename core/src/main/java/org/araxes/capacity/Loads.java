package org.araxes.capacity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/**
 * How much a vehicle carries: what turns vehicles and trains a day into tonnes or persons a day.
 *
 * <p><b>Units.</b> A train is a vehicle of {@link Mode#RAIL}. As a unit of a whole question a
 * vehicle is a road vehicle, so that a flow in vehicles over a railway counts truckloads, and a
 * flow in containers counts what their goods would fill, whether they go in one or not. Gas and
 * power turn into nothing else.
 *
 * @param tonnes of goods in a vehicle by mode, above 0; a mode left out cannot be turned
 * @param persons in a vehicle by mode, above 0; a mode left out cannot be turned
 * @param tonnesPerBarrel of crude oil, above 0
 * @param tonnesPerContainer of goods in a standard container of 20 feet, above 0
 */
public record Loads(
    Map<Mode, Double> tonnes,
    Map<Mode, Double> persons,
    double tonnesPerBarrel,
    double tonnesPerContainer) {
  private static final double CONTAINER = 12;

  /**
   * The defaults: 20 t in a truck, 1 000 t in a train, 40 t in an aircraft, 3 000 t in a ship; 3
   * persons in a road vehicle, 300 in a train, 120 in an aircraft, 200 in a ship; 12 t in a
   * container. All assumptions of round size, give your own where it matters. A tonne of crude oil
   * is 7.33 barrels (the usual world average).
   */
  public static final Loads DEFAULT =
      new Loads(
          Map.of(Mode.ROAD, 20.0, Mode.RAIL, 1_000.0, Mode.AIR, 40.0, Mode.SEA, 3_000.0),
          Map.of(Mode.ROAD, 3.0, Mode.RAIL, 300.0, Mode.AIR, 120.0, Mode.SEA, 200.0),
          1 / 7.33,
          CONTAINER);

  /** Copies and checks. */
  public Loads {
    tonnes = checked(tonnes);
    persons = checked(persons);
    if (!(tonnesPerBarrel > 0 && tonnesPerBarrel < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A barrel weighs something finite: " + tonnesPerBarrel);
    }
    if (!(tonnesPerContainer > 0 && tonnesPerContainer < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A container carries something finite: " + tonnesPerContainer);
    }
  }

  /**
   * With containers as in {@link #DEFAULT}.
   *
   * @param tonnes of goods in a vehicle by mode, above 0
   * @param persons in a vehicle by mode, above 0
   * @param tonnesPerBarrel of crude oil, above 0
   */
  public Loads(Map<Mode, Double> tonnes, Map<Mode, Double> persons, double tonnesPerBarrel) {
    this(tonnes, persons, tonnesPerBarrel, CONTAINER);
  }

  private static Map<Mode, Double> checked(Map<Mode, Double> given) {
    EnumMap<Mode, Double> map = new EnumMap<>(Mode.class);
    map.putAll(given);
    map.forEach(
        (mode, load) -> {
          if (!(load > 0 && load < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "A load is finite and above 0, but was " + load + " by " + mode);
          }
        });
    return Collections.unmodifiableMap(map);
  }

  /**
   * The same with another load of goods.
   *
   * @param mode of which vehicles
   * @param amount tonnes, above 0
   * @return other loads
   */
  public Loads withTonnes(Mode mode, double amount) {
    Map<Mode, Double> changed = new EnumMap<>(Mode.class);
    changed.putAll(tonnes);
    changed.put(mode, amount);
    return new Loads(changed, persons, tonnesPerBarrel, tonnesPerContainer);
  }

  /**
   * The same with another number of persons.
   *
   * @param mode of which vehicles
   * @param amount persons, above 0
   * @return other loads
   */
  public Loads withPersons(Mode mode, double amount) {
    Map<Mode, Double> changed = new EnumMap<>(Mode.class);
    changed.putAll(persons);
    changed.put(mode, amount);
    return new Loads(tonnes, changed, tonnesPerBarrel, tonnesPerContainer);
  }

  /**
   * The same with another load of a container.
   *
   * @param amount tonnes, above 0
   * @return other loads
   */
  public Loads withTonnesPerContainer(double amount) {
    return new Loads(tonnes, persons, tonnesPerBarrel, amount);
  }

  /**
   * An amount in another unit.
   *
   * @param amount in vehicles of the mode, or whatever it is in
   * @param mode where it is counted
   * @param what goods, persons or energy
   * @param unit the unit wanted
   * @return so much a day in that unit; empty where nothing turns one into the other
   */
  public OptionalDouble convert(Throughput amount, Mode mode, TrafficClass what, Unit unit) {
    if (amount.unit() == unit && (unit != Unit.VEHICLES || mode == Mode.ROAD)) {
      return OptionalDouble.of(amount.perDay());
    }
    OptionalDouble size = size(amount.unit(), mode, what);
    OptionalDouble wanted = size(unit, Mode.ROAD, what);
    return size.isPresent() && wanted.isPresent()
        ? OptionalDouble.of(amount.perDay() * size.getAsDouble() / wanted.getAsDouble())
        : OptionalDouble.empty();
  }

  /** How many tonnes or persons one of a unit is. */
  private OptionalDouble size(Unit unit, Mode mode, TrafficClass what) {
    boolean goods = what == TrafficClass.GOODS || what == TrafficClass.ENERGY;
    Map<Mode, Double> loads = goods ? tonnes : persons;
    return switch (unit) {
      case TONNES -> goods ? OptionalDouble.of(1) : OptionalDouble.empty();
      case PERSONS -> goods ? OptionalDouble.empty() : OptionalDouble.of(1);
      case VEHICLES -> load(loads, mode);
      case TRAINS -> load(loads, Mode.RAIL);
      case CONTAINERS ->
          what == TrafficClass.GOODS
              ? OptionalDouble.of(tonnesPerContainer)
              : OptionalDouble.empty();
      case BARRELS -> goods ? OptionalDouble.of(tonnesPerBarrel) : OptionalDouble.empty();
      case CUBIC_METRES, MEGAWATTS -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble load(Map<Mode, Double> loads, Mode mode) {
    Double load = loads.get(mode);
    return load == null ? OptionalDouble.empty() : OptionalDouble.of(load);
  }
}
