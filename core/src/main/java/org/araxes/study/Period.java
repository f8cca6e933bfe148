package org.araxes.study;

import java.util.Collections;
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
 */
public record Period<A>(Validity validity, A answer, SortedSet<String> changed) {
  // Copies.
  public Period {
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
  }
}
