package org.araxes.quantity;

/**
 * A length in metres.
 *
 * @param metres the length, finite, 0 or more
 */
public record Distance(double metres) implements Comparable<Distance> {
  /** No distance at all. */
  public static final Distance ZERO = new Distance(0);

  /** Rejects what is not a length. */
  public Distance {
    if (!(metres >= 0 && metres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A distance is finite and not negative, but was " + metres + " m");
    }
  }

  /**
   * Makes a distance from kilometres.
   *
   * @param kilometres finite, 0 or more
   * @return the distance
   */
  public static Distance ofKilometres(double kilometres) {
    return new Distance(kilometres * 1_000);
  }

  /**
   * The same length in kilometres.
   *
   * @return kilometres
   */
  public double kilometres() {
    return metres / 1_000;
  }

  /**
   * Adds another distance.
   *
   * @param other what to add
   * @return the sum
   */
  public Distance plus(Distance other) {
    return new Distance(metres + other.metres);
  }

  @Override
  public int compareTo(Distance other) {
    return Double.compare(metres, other.metres);
  }
}
