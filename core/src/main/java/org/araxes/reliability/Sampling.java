package org.araxes.reliability;

import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How to sample: how often, how exactly, from which seed.
 *
 * @param seed of the random numbers; the same seed gives the same answer on any number of threads
 * @param samples the most samples, 1 or more
 * @param confidence with which the interval holds what is asked for, between 0 and 1
 * @param halfWidth enough once the interval reaches no further to either side, 0 or more; 0 to
 *     ignore
 * @param relativeError enough once half of the interval is no more than this part of the success or
 *     the failure, whichever is smaller, 0 or more; 0 to ignore
 * @param method which samples to take
 * @param helpers who helps; the asking thread works too, so a busy executor does no harm
 */
public record Sampling(
    long seed,
    long samples,
    double confidence,
    double halfWidth,
    double relativeError,
    Method method,
    Optional<Executor> helpers) {
  /** Which samples to take. */
  public enum Method {
    /** Plain ones, unless some thousand of them hardly fail: then forced failures. */
    AUTOMATIC,
    /** Outcomes as they fall; counted. */
    PLAIN,
    /** Forced failures, weighed: for a connection that hardly ever fails. */
    FORCED
  }

  /** Of most polls: 0.95. */
  public static final double USUAL_CONFIDENCE = 0.95;

  /** Rejects what is no number of samples, no confidence or no precision. */
  public Sampling {
    if (samples < 1) {
      throw new IllegalArgumentException("At least one sample is taken, not " + samples);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "A confidence lies between 0 and 1, but was "
              + confidence
              + ". Maybe it was in per cent?");
    }
    if (!(halfWidth >= 0 && relativeError >= 0)) {
      throw new IllegalArgumentException(
          "A precision is not negative, but was " + halfWidth + " and " + relativeError);
    }
  }

  /**
   * A number of samples from seed 1, with confidence 0.95, on the asking thread alone.
   *
   * @param samples how many, 1 or more
   * @return a plan
   * @throws IllegalArgumentException if below 1
   */
  public static Sampling of(long samples) {
    return new Sampling(1, samples, USUAL_CONFIDENCE, 0, 0, Method.AUTOMATIC, Optional.empty());
  }

  /**
   * The same from another seed.
   *
   * @param value the seed
   * @return another plan
   */
  public Sampling withSeed(long value) {
    return new Sampling(value, samples, confidence, halfWidth, relativeError, method, helpers);
  }

  /**
   * The same with another confidence.
   *
   * @param value between 0 and 1
   * @return another plan
   * @throws IllegalArgumentException if it is not
   */
  public Sampling withConfidence(double value) {
    return new Sampling(seed, samples, value, halfWidth, relativeError, method, helpers);
  }

  /**
   * The same, no longer than until the interval is so narrow.
   *
   * @param value how far it may reach to either side, 0 or more
   * @return another plan
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public Sampling untilHalfWidth(double value) {
    return new Sampling(seed, samples, confidence, value, relativeError, method, helpers);
  }

  /**
   * The same, no longer than until the interval is so narrow in proportion.
   *
   * @param value part of the success or the failure, whichever is smaller, 0 or more
   * @return another plan
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public Sampling untilRelativeError(double value) {
    return new Sampling(seed, samples, confidence, halfWidth, value, method, helpers);
  }

  /**
   * The same with other samples.
   *
   * @param value which ones to take
   * @return another plan
   */
  public Sampling by(Method value) {
    return new Sampling(seed, samples, confidence, halfWidth, relativeError, value, helpers);
  }

  /**
   * The same with help.
   *
   * @param executor for instance a pool of threads, which stays the caller's to end
   * @return another plan
   */
  public Sampling on(Executor executor) {
    return new Sampling(
        seed, samples, confidence, halfWidth, relativeError, method, Optional.of(executor));
  }
}
