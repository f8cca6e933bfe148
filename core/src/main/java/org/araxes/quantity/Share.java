package org.araxes.quantity;

/**
 * A part of a whole, exact, from 0 to 1.
 *
 * @param value the part, 0 to 1 inclusive
 */
public record Share(Fraction value) implements Comparable<Share> {
  /** Nothing. */
  public static final Share NONE = new Share(Fraction.ZERO);

  /** The whole. */
  public static final Share WHOLE = new Share(Fraction.ONE);

  /** Rejects what is not a part of a whole. */
  public Share {
    if (value.compareTo(Fraction.ZERO) < 0 || value.compareTo(Fraction.ONE) > 0) {
      throw new IllegalArgumentException("A share lies between 0 and 1, but was " + value);
    }
  }

  /**
   * Makes a share from a percentage.
   *
   * @param percent 0 to 100, exactly
   * @return the share
   */
  public static Share ofPercent(long percent) {
    return new Share(Fraction.of(percent, 100));
  }

  /**
   * Reads a percentage ({@code 74}, {@code 33.34}) or an exact fraction ({@code 1/3}).
   *
   * @param text the text
   * @return the share
   */
  public static Share parse(String text) {
    Fraction number = Fraction.parse(text);
    return new Share(text.contains("/") ? number : number.dividedBy(Fraction.of(100, 1)));
  }

  @Override
  public int compareTo(Share other) {
    return value.compareTo(other.value);
  }

  /** {@code 74 %}, or the fraction where a percentage with two decimals is not exact. */
  @Override
  public String toString() {
    Fraction percent = value.times(Fraction.of(100, 1));
    Fraction hundredths = percent.times(Fraction.of(100, 1));
    if (!hundredths.denominator().equals(java.math.BigInteger.ONE)) {
      return value.toString();
    }
    String text = value.toPercent(2);
    return text.replaceAll("\\.?0+$", "").isEmpty()
        ? "0 %"
        : (text.contains(".") ? text.replaceAll("\\.?0+$", "") : text) + " %";
  }
}
