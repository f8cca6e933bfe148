package org.araxes.capacity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.araxes.border.Mode;
import org.araxes.quantity.Throughput;

/**
 * What to take for a capacity that nobody knows. Whatever it is, answers name the unknown
 * capacities that they use.
 */
public final class UnknownCapacity {
  private static final UnknownCapacity UNLIMITED = new UnknownCapacity(false, Map.of());
  private static final UnknownCapacity NONE = new UnknownCapacity(true, Map.of());

  private final boolean none;
  private final Map<Mode, Throughput> byMode;

  private UnknownCapacity(boolean none, Map<Mode, Throughput> byMode) {
    this.none = none;
    this.byMode = byMode;
  }

  /**
   * As if it held nothing back: answers say how much passes at most, by what is known.
   *
   * @return that policy
   */
  public static UnknownCapacity unlimited() {
    return UNLIMITED;
  }

  /**
   * As if nothing passed: answers say how much surely passes, by what is known.
   *
   * @return that policy
   */
  public static UnknownCapacity none() {
    return NONE;
  }

  /**
   * An amount for each mode. A yard takes the lower one of its two modes; permits of unknown number
   * hold nothing back.
   *
   * @param amounts for every mode that the movement can use
   * @return that policy
   */
  public static UnknownCapacity byMode(Map<Mode, Throughput> amounts) {
    if (amounts.isEmpty()) {
      throw new IllegalArgumentException(
          "No amount for any mode. Maybe unlimited() or none() instead?");
    }
    return new UnknownCapacity(false, Collections.unmodifiableMap(new EnumMap<>(amounts)));
  }

  boolean isNone() {
    return none;
  }

  boolean isUnlimited() {
    return !none && byMode.isEmpty();
  }

  Optional<Throughput> amount(Mode mode) {
    return Optional.ofNullable(byMode.get(mode));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnknownCapacity that && that.none == none && that.byMode.equals(byMode);
  }

  @Override
  public int hashCode() {
    return byMode.hashCode() + (none ? 1 : 0);
  }

  @Override
  public String toString() {
    return none ? "nothing" : byMode.isEmpty() ? "no limit" : byMode.toString();
  }
}
