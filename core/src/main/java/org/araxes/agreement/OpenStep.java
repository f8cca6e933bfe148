package org.araxes.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.evidence.Evidence;

/**
 * Something that must still happen: a prerequisite, or an agreement reaching a status.
 *
 * @param agreement id of the agreement whose step it is
 * @param id id of the step, or the code of the status
 * @param status the status to be reached, for a step of that sort
 * @param text one sentence
 * @param done no, or unknown where nobody says whether it has happened; never yes
 * @param needs keys of the open steps that must come right before it, in order
 * @param by ids of the parties that must act; may be empty
 * @param evidence who says that it must happen; none for a status
 */
public record OpenStep(
    String agreement,
    String id,
    Optional<LegalStatus> status,
    String text,
    Truth done,
    List<String> needs,
    SortedSet<String> by,
    Evidence evidence) {
  // Copies.
  public OpenStep {
    needs = List.copyOf(needs);
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
  }

  /**
   * What other steps call it.
   *
   * @return {@code agreement/id}
   */
  public String key() {
    return agreement + "/" + id;
  }
}
