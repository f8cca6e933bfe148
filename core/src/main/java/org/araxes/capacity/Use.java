package org.araxes.capacity;

/**
 * How much of a limit is used.
 *
 * @param limit the limit
 * @param amount how much passes it in a day, in the unit of its capacity
 */
public record Use(Limit limit, double amount) {
  /**
   * Whether nothing more passes it.
   *
   * @return true if the amount is its capacity, to nine digits
   */
  public boolean isFull() {
    return limit
        .capacity()
        .map(most -> amount >= most.perDay() - 1e-9 * (1 + most.perDay()) - 1e-6)
        .orElse(false);
  }
}
