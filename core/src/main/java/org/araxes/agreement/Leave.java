package org.araxes.agreement;

import java.time.Period;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;

/**
 * Who may end or suspend an agreement, on what ground, and how fast.
 *
 * @param by ids of the parties that may; empty is every party to the agreement
 * @param ground on what ground, or empty for none needed
 * @param notice how long before they must say so
 * @param after so long after its start they may say so at the earliest
 * @param text one sentence
 * @param evidence who says so
 */
public record Leave(
    SortedSet<String> by,
    String ground,
    Period notice,
    Period after,
    String text,
    Evidence evidence) {
  // Copies and checks.
  public Leave {
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    Term.checkNotNegative(notice);
    Term.checkNotNegative(after);
  }
}
