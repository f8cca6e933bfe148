package org.araxes.agreement;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;

/**
 * How the term of an agreement may be prolonged.
 *
 * @param length by how long
 * @param after so long after its start it may be agreed at the earliest
 * @param consent ids of the parties that must agree; empty where it prolongs by itself
 * @param agreed the day on which it was agreed, or is expected to be where the evidence is a plan
 * @param text one sentence
 * @param evidence who says so
 */
public record Extension(
    Period length,
    Period after,
    SortedSet<String> consent,
    Optional<LocalDate> agreed,
    String text,
    Evidence evidence) {
  // Copies and checks.
  public Extension {
    consent = Collections.unmodifiableSortedSet(new TreeSet<>(consent));
    Term.checkLength(length);
    Term.checkNotNegative(after);
  }

  /**
   * Whether it prolongs: it was agreed, or needs nobody's consent.
   *
   * @param plans whether an expected consent counts
   * @return true if so
   */
  public boolean counts(boolean plans) {
    return (agreed.isPresent() || consent.isEmpty()) && (plans || evidence.basis() == Basis.FACT);
  }
}
