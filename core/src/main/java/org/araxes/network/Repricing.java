package org.araxes.network;

import org.araxes.agreement.Selector;
import org.araxes.evidence.Validity;

/**
 * Another cost of carriage on some edges on some days.
 *
 * @param where which edges
 * @param usdPerKm US dollars for a tonne, or for a person, over a kilometre, 0 or more
 * @param validity on which days
 */
public record Repricing(Selector where, double usdPerKm, Validity validity) {
  // Rejects what is no cost.
  public Repricing {
    if (!(usdPerKm >= 0 && usdPerKm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A cost is finite and not negative, but was " + usdPerKm);
    }
  }

  /**
   * The same cost on other edges.
   *
   * @param edges which edges
   * @return the change of cost
   */
  public Repricing at(Selector edges) {
    return new Repricing(edges, usdPerKm, validity);
  }

  /**
   * The same cost on other days.
   *
   * @param days which days
   * @return the change of cost
   */
  public Repricing during(Validity days) {
    return new Repricing(where, usdPerKm, days);
  }
}
