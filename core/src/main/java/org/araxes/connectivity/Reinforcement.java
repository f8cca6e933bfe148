package org.araxes.connectivity;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Completeness;

/**
 * The cheapest elements whose opening leaves nothing that every way has to use.
 *
 * @param elements ids of candidates in order; empty where nothing needs to be opened; no value
 *     where no choice of candidates is enough or the budget ended first
 * @param cost what they cost together; where the budget ended first a bound that no choice falls
 *     below
 * @param left what every way would still have to use with all candidates open, in order of travel;
 *     a value only where no choice is enough
 * @param completeness whether the search came to its end
 */
public record Reinforcement(
    Optional<SortedSet<String>> elements,
    long cost,
    List<Mandatory> left,
    Completeness completeness) {
  /** Copies. */
  public Reinforcement {
    elements = elements.map(set -> Collections.unmodifiableSortedSet(new TreeSet<>(set)));
    left = List.copyOf(left);
  }
}
