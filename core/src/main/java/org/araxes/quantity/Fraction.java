package org.araxes.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact rational number in lowest terms, for votes, shares and power indices.
 *
 * @param numerator the numerator, carrying the sign
 * @param denominator the denominator, positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {
  /** 0. */
  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /** 1. */
  public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  /**
   * A double tells apart no more than 17 digits; the others keep a second rounding from showing.
   */
  private static final MathContext ENOUGH_FOR_DOUBLE = new MathContext(40);

  /** Reduces to lowest terms and makes the denominator positive. */
  public Fraction {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("A fraction's denominator is not 0: " + numerator + "/0");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /**
   * Makes a fraction of two whole numbers.
   *
   * @param numerator any number
   * @param denominator not 0
   * @return the fraction
   */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * Reads {@code 3/4}, {@code 0.75} or {@code 2}.
   *
   * @param text a fraction or a decimal number
   * @return exactly that number
   */
  public static Fraction parse(String text) {
    if (text.length() > 100) {
      throw new IllegalArgumentException("A fraction of over 100 characters is not read");
    }
    try {
      int slash = text.indexOf('/');
      if (slash >= 0) {
        return new Fraction(
            new BigInteger(text.substring(0, slash).strip()),
            new BigInteger(text.substring(slash + 1).strip()));
      }
      BigDecimal decimal = new BigDecimal(text.strip());
      if (Math.abs((long) decimal.scale()) > 100) {
        throw new IllegalArgumentException("Too large an exponent in \"" + text + "\"");
      }
      return decimal.scale() > 0
          ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
          : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a fraction. Maybe write it as 3/4 or 0.75?", notANumber);
    }
  }

  /**
   * Adds.
   *
   * @param other what to add
   * @return the sum
   */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /**
   * Subtracts.
   *
   * @param other what to take away
   * @return the difference
   */
  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  /**
   * Multiplies.
   *
   * @param other the other factor
   * @return the product
   */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Divides.
   *
   * @param other the divisor, not 0
   * @return the quotient
   */
  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * The nearest floating-point number.
   *
   * @return the double next to it
   */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), ENOUGH_FOR_DOUBLE)
        .doubleValue();
  }

  /**
   * As a percentage, rounded half up.
   *
   * @param decimals digits after the point
   * @return for instance {@code 62.5}
   */
  public String toPercent(int decimals) {
    return new BigDecimal(numerator)
        .multiply(BigDecimal.valueOf(100))
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 5/8}, or {@code 2} for a whole number. */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
