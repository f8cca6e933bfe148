package org.araxes.quantity;

/**
 * How likely something is: a number from 0 to 1, or bounds where nobody can say it exactly.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, from the lower one to 1; equal to it where the number is exact
 */
public record Probability(double low, double high) {
  /** It never is. */
  public static final Probability IMPOSSIBLE = of(0);

  /** It always is. */
  public static final Probability CERTAIN = of(1);

  /** Anything between never and always: nobody can say. */
  public static final Probability UNKNOWN = between(0, 1);

  /** Rejects what is not a probability, and bounds that are the wrong way round. */
  public Probability {
    if (!(low >= 0 && low <= 1 && high >= 0 && high <= 1)) {
      throw new IllegalArgumentException(
          "A probability lies between 0 and 1, but was " + words(low, high));
    }
    if (low > high) {
      throw new IllegalArgumentException(
          "The lower bound of a probability is not above the upper one, but was "
              + words(low, high)
              + ". Maybe the two are swapped?");
    }
    low += 0.0; // a negative zero would equal no other
    high += 0.0;
  }

  /**
   * An exact probability.
   *
   * @param value 0 to 1
   * @return the probability
   */
  public static Probability of(double value) {
    return new Probability(value, value);
  }

  /**
   * A probability within bounds.
   *
   * @param low 0 to 1
   * @param high from {@code low} to 1
   * @return the probability
   */
  public static Probability between(double low, double high) {
    return new Probability(low, high);
  }

  /**
   * Whether the bounds are one number.
   *
   * @return true if so
   */
  public boolean exact() {
    return low == high;
  }

  /**
   * That it is not so: {@code [1 − high, 1 − low]}.
   *
   * @return the probability of the opposite
   */
  public Probability complement() {
    return new Probability(1 - high, 1 - low);
  }

  /**
   * That two independent things are both so: {@code [low · low′, high · high′]}.
   *
   * @param other the probability of the other
   * @return the product
   */
  public Probability and(Probability other) {
    return new Probability(low * other.low, high * other.high);
  }

  /** {@code 0.95}, or {@code 0.9 to 0.99} where it is not exact. */
  @Override
  public String toString() {
    return words(low, high);
  }

  private static String words(double low, double high) {
    return low == high ? String.valueOf(low) : low + " to " + high;
  }
}
