package org.araxes.study;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Validity;

/**
 * Days on which an answer stays the same.
 *
 * @param <A> what kind of answer
 * @param validity the days
 * @param answer the answer on each of them
 * @param changed ids of what has facts that begin or end on the first day, in order: the candidates
 *     for the cause of the change; empty for the first period
 * @param cause what of that caused the change; empty for the first period and where it was not
 *     asked for
 */
public record Period<A>(
    Validity validity, A answer, SortedSet<String> changed, Optional<Cause> cause) {
  // Copies.
  public Period {
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
  }

  /**
   * A period whose cause was not asked for.
   *
   * @param validity the days
   * @param answer the answer on each of them
   * @param changed ids of what has facts that begin or end on the first day
   */
  public Period(Validity validity, A answer, SortedSet<String> changed) {
    this(validity, answer, changed, Optional.empty());
  }
}
