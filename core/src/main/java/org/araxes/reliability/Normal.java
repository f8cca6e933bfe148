package org.araxes.reliability;

import org.araxes.quantity.Probability;

/** Intervals that hold what is asked for with a stated confidence. */
final class Normal {
  private static final double SERIES = 3;
  private static final int TERMS = 200;
  private static final double MOST = 40;

  /** By how many more failures a kind that was never met may count: the rule of three. */
  private static final double UNMET = 3;

  private Normal() {}

  /**
   * How many standard deviations hold a part of the normal distribution around its middle.
   *
   * @param outside the part that is not held, over 0 and under 1
   */
  static double deviations(double outside) {
    double low = 0;
    double high = MOST;
    // Halved until nothing lies between the two.
    for (double middle = (low + high) / 2;
        middle > low && middle < high;
        middle = (low + high) / 2) {
      if (2 * tail(middle) > outside) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The part of the normal distribution beyond so many deviations, 0 or more. */
  private static double tail(double deviations) {
    double density = StrictMath.exp(-deviations * deviations / 2) / Math.sqrt(2 * Math.PI);
    if (deviations < SERIES) {
      double term = deviations;
      double sum = term;
      for (int k = 3; k < TERMS; k += 2) {
        term *= deviations * deviations / k;
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = deviations;
    for (int k = TERMS; k > 0; k--) {
      fraction = deviations + k / fraction;
    }
    return density / fraction;
  }

  /**
   * The interval of Wilson (1927), J. American Statistical Association 22, 209–212.
   *
   * @param hits how often it happened
   * @param samples how often it could have, 1 or more
   * @param deviations of the normal distribution
   */
  static Probability wilson(long hits, long samples, double deviations) {
    double square = deviations * deviations / samples;
    double share = (double) hits / samples;
    double centre = (share + square / 2) / (1 + square);
    double half = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square);
    return Probability.between(
        hits == 0 ? 0 : Math.max(0, centre - half),
        hits == samples ? 1 : Math.min(1, centre + half));
  }

  /**
   * The interval around a mean of weights.
   *
   * @param mean from 0 to 1
   * @param error its standard error
   * @param samples how many weights
   * @param deviations of the normal distribution
   */
  static Probability around(double mean, double error, long samples, double deviations) {
    // What so many samples never met may yet be there, and count as much as what they met.
    double half = deviations * error + UNMET / samples * mean;
    return Probability.between(
        Math.max(0, Math.min(1, mean - half)), Math.max(0, Math.min(1, mean + half)));
  }
}
