package org.araxes.scenario;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Finding;
import org.araxes.evidence.Validity;

/**
 * Two changes of two scenarios that do not say the same of the same thing, so that their order
 * decides: the later one holds where both speak. But what is removed stays removed in either order,
 * and what is added twice makes the two scenarios together invalid.
 *
 * @param earlier the change that is made first
 * @param later the change that is made after it
 * @param subjects ids of what both speak of: elements, an agreement, a party, a cause; at least one
 * @param days the days of which both speak
 */
public record Conflict(Change earlier, Change later, SortedSet<String> subjects, Validity days) {
  /** Copies. */
  public Conflict {
    subjects = Collections.unmodifiableSortedSet(new TreeSet<>(subjects));
  }

  /** This and one of the same changes on the same days over something else. */
  Conflict and(Conflict other) {
    TreeSet<String> all = new TreeSet<>(subjects);
    all.addAll(other.subjects);
    return new Conflict(earlier, later, all, days);
  }

  /**
   * The conflict as a finding.
   *
   * @return a warning with the code {@code conflicting_changes}
   */
  public Finding finding() {
    return Finding.warning(
        "conflicting_changes",
        String.join(", ", subjects),
        "\"" + earlier.words() + "\" comes before \"" + later.words() + "\". " + outcome());
  }

  private String outcome() {
    if (earlier instanceof Change.Remove || later instanceof Change.Remove) {
      return "What is removed stays removed.";
    }
    boolean added = later instanceof Change.AddNode || later instanceof Change.AddEdge;
    return added ? "Only one of them can be made." : "Where both speak, the later holds.";
  }

  /** {@code [conflicting_changes] lachin: "open lachin" comes before "close lachin". …}. */
  @Override
  public String toString() {
    return finding().toString();
  }
}
