package org.araxes.leverage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What power is worth in floating-point numbers, for more parties than exact fractions reach.
 *
 * <p><b>Method.</b> The Shapley-Shubik index is the integral over q from 0 to 1 of the chance that
 * a party makes the difference when all others consent with probability q, a polynomial in q (Owen
 * 1972); quadrature after Gauss and Legendre with half as many points as parties is exact but for
 * rounding. The Banzhaf index is the value at q = ½.
 *
 * @param byParty by id of party, dummies with 0 included
 * @param error how far the sum of the Shapley-Shubik indices is from 1, at least the precision of
 *     the numbers: what rounding may have done
 */
public record RoundedPower(SortedMap<String, Values> byParty, double error) {
  // Copies.
  public RoundedPower {
    byParty = Collections.unmodifiableSortedMap(new TreeMap<>(byParty));
  }

  /**
   * The values of one party.
   *
   * @param party its id
   * @return the values; all 0 for a party on which nothing hangs
   */
  public Values of(String party) {
    return byParty.getOrDefault(party, Values.DUMMY);
  }

  /**
   * How much hangs on one party; see {@link Power.Index}.
   *
   * @param banzhaf the absolute Banzhaf index
   * @param banzhafNormalised the same, divided by the sum over all parties
   * @param shapleyShubik the Shapley-Shubik index
   */
  public record Values(double banzhaf, double banzhafNormalised, double shapleyShubik) {
    /** Makes no difference ever. */
    public static final Values DUMMY = new Values(0, 0, 0);
  }
}
