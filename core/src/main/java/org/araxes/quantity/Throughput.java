package org.araxes.quantity;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How much passes or may pass in a day.
 *
 * @param perDay the number, finite, 0 or more
 * @param unit of what
 */
public record Throughput(double perDay, Unit unit) {
  /** What is counted. */
  public enum Unit {
    /** Tonnes a day. */
    TONNES("t/day"),
    /** Trains a day. */
    TRAINS("trains/day"),
    /** Road vehicles a day. */
    VEHICLES("vehicles/day"),
    /** Standard containers of 20 feet a day. */
    CONTAINERS("TEU/day"),
    /** Persons a day. */
    PERSONS("persons/day"),
    /** Cubic metres of gas a day. */
    CUBIC_METRES("m3/day"),
    /** Barrels of oil a day. */
    BARRELS("bbl/day"),
    /** Megawatts of electric power. */
    MEGAWATTS("MW");

    private final String code;

    Unit(String code) {
      this.code = code;
    }

    /**
     * The code in datasets.
     *
     * @return for instance {@code t/day}
     */
    public String code() {
      return code;
    }

    /**
     * The unit with this code.
     *
     * @param code as in datasets
     * @return the unit
     */
    public static Unit ofCode(String code) {
      return Arrays.stream(values())
          .filter(unit -> unit.code.equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "No unit of throughput \""
                          + code
                          + "\". Maybe one of "
                          + Arrays.stream(values())
                              .map(Unit::code)
                              .collect(Collectors.joining(", "))
                          + "?"));
    }
  }

  /** Rejects what is not an amount. */
  public Throughput {
    if (!(perDay >= 0 && perDay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A throughput is finite and not negative, but was " + perDay + " " + unit.code());
    }
  }
}
