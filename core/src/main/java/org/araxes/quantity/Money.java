package org.araxes.quantity;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in one ISO 4217 currency.
 *
 * @param amount how much, of any sign
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) {
  /**
   * Makes an amount.
   *
   * @param amount finite
   * @param code ISO 4217, for instance {@code USD}
   * @return the money
   */
  public static Money of(double amount, String code) {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("An amount of money is finite, but was " + amount);
    }
    return new Money(BigDecimal.valueOf(amount), Currency.getInstance(code));
  }

  /**
   * US dollars.
   *
   * @param amount finite
   * @return the money
   */
  public static Money usd(double amount) {
    return of(amount, "USD");
  }

  /**
   * Adds money of the same currency.
   *
   * @param other what to add
   * @return the sum
   * @throws IllegalArgumentException when the currencies differ: nothing converts here
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
    }
    return new Money(amount.add(other.amount), currency);
  }

  /** {@code 56 USD}, without zeros at the end. */
  @Override
  public String toString() {
    BigDecimal plain = amount.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString()
        + " "
        + currency.getCurrencyCode();
  }
}
