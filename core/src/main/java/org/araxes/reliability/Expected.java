package org.araxes.reliability;

import java.util.List;
import java.util.OptionalDouble;
import org.araxes.answer.Completeness;
import org.araxes.network.Route;

/**
 * What the best way that is left takes when things fail at random.
 *
 * <p><b>Definition.</b> In each outcome of all chances, T is the least time (cost, distance) of a
 * way that is open then, or no number where none is. This is the distribution of T, each input in
 * the middle of its bounds.
 *
 * @param measure what is measured
 * @param cases the values of T with their probabilities, the least value first
 * @param none how likely no way is open
 * @param unresolved how likely an outcome is that was not looked at: nothing is said of it
 * @param sampled how much of the probability was estimated by samples instead of worked out
 * @param standardError of the sum of value times probability, from the samples; 0 without
 * @param completeness truncated when outcomes were not looked at
 */
public record Expected(
    Measure measure,
    List<Case> cases,
    double none,
    double unresolved,
    double sampled,
    double standardError,
    Completeness completeness) {
  /**
   * A value that the best way may take.
   *
   * @param value in seconds, US dollars or metres
   * @param probability how likely the best open way takes just that
   * @param route one such way, the one found first
   */
  public record Case(double value, double probability, Route route) {}

  /** Copies. */
  public Expected {
    cases = List.copyOf(cases);
  }

  /**
   * How likely some way is open, of the outcomes looked at.
   *
   * @return the sum over all cases
   */
  public double open() {
    return cases.stream().mapToDouble(Case::probability).sum();
  }

  /**
   * What the best way takes on average where one is open.
   *
   * @return Σ value · probability / Σ probability over the cases; empty where none ever is
   */
  public OptionalDouble mean() {
    double open = open();
    return open > 0
        ? OptionalDouble.of(
            cases.stream().mapToDouble(one -> one.value() * one.probability()).sum() / open)
        : OptionalDouble.empty();
  }

  /**
   * How likely a way is open that takes no more than this.
   *
   * @param value seconds, US dollars or metres
   * @return Pr(T ≤ value); outcomes not looked at do not count
   */
  public double within(double value) {
    return cases.stream().filter(one -> one.value() <= value).mapToDouble(Case::probability).sum();
  }

  /**
   * What must be allowed for to be served with a given probability.
   *
   * @param probability over 0 and up to 1
   * @return the least value with Pr(T ≤ value) ≥ probability; empty where even that of any way at
   *     all is lower
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public OptionalDouble quantile(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A quantile lies over 0 and up to 1, but was "
              + probability
              + ". Maybe it was in per cent?");
    }
    double sum = 0;
    for (Case one : cases) {
      sum += one.probability();
      if (sum >= probability) {
        return OptionalDouble.of(one.value());
      }
    }
    return OptionalDouble.empty();
  }
}
