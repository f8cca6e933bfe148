package org.araxes.reliability;

import org.araxes.answer.Completeness;
import org.araxes.quantity.Probability;

/**
 * What many random outcomes say of a reliability.
 *
 * <p>An interval covers the truth in about that part of all seeds that its confidence says; bounds
 * hold for sure. Where inputs are bounds, estimates and interval reach from the lower to the upper
 * end, and the confidence holds for both together.
 *
 * @param method how samples were taken, never {@link Sampling.Method#AUTOMATIC}
 * @param probability the estimate that some way stays open
 * @param failure the estimate that none does, with digits of its own
 * @param interval where the probability lies with the stated confidence; for plain samples that of
 *     Wilson (1927), never empty and never outside [0, 1]
 * @param failureInterval where the failure lies with the same confidence
 * @param confidence between 0 and 1
 * @param samples how many were taken
 * @param hits in how many of the plain samples, all inputs at their lower end, some way was open; 0
 *     for forced failures, which always fail
 * @param standardError of the estimate, the larger one where there are two
 * @param seed of the random numbers
 * @param bounds what ways apart and cuts apart say for sure
 * @param failureBounds the same of the failure
 * @param completeness truncated when the budget ended before the samples were taken or the
 *     precision was reached
 */
public record Sample(
    Sampling.Method method,
    Probability probability,
    Probability failure,
    Probability interval,
    Probability failureInterval,
    double confidence,
    long samples,
    long hits,
    double standardError,
    long seed,
    Probability bounds,
    Probability failureBounds,
    Completeness completeness) {
  /**
   * How far the interval reaches, to either side on average.
   *
   * @return half of its width
   */
  public double halfWidth() {
    return (failureInterval.high() - failureInterval.low()) / 2;
  }
}
