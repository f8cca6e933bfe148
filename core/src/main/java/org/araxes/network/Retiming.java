package org.araxes.network;

import org.araxes.agreement.Selector;
import org.araxes.evidence.Validity;

/**
 * Another speed for some edges on some days.
 *
 * @param where which edges
 * @param kilometresPerHour the speed, above 0
 * @param validity on which days
 */
public record Retiming(Selector where, double kilometresPerHour, Validity validity) {
  // Rejects what is not a speed.
  public Retiming {
    if (!(kilometresPerHour > 0 && kilometresPerHour < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A speed is above 0 km/h, but was " + kilometresPerHour);
    }
  }

  /**
   * The same speed on other edges.
   *
   * @param edges which edges
   * @return the change of speed
   */
  public Retiming at(Selector edges) {
    return new Retiming(edges, kilometresPerHour, validity);
  }
}
