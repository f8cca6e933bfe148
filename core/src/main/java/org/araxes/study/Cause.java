package org.araxes.study;

import java.util.List;
import java.util.stream.Collectors;
import org.araxes.answer.Completeness;
import org.araxes.network.DatedChange;

/**
 * Why an answer changed between two days.
 *
 * <p><b>Definition.</b> {@link #because} is a set of changes which, done to the network of the
 * earlier day while everything else stays as it was, already give the later answer; and none of
 * them can be left out. There may be other such sets.
 *
 * @param because such a set, in order; empty when the answer changes with the calendar alone
 * @param alone all changes that give the later answer each by itself, in order
 * @param candidates how many things differ between the two days
 * @param completeness truncated when the budget ended the search: then {@code because} still
 *     suffices, but some of it may be needless, and {@code alone} may lack some
 */
public record Cause(
    List<DatedChange> because, List<DatedChange> alone, int candidates, Completeness completeness) {
  /** Copies. */
  public Cause {
    because = List.copyOf(because);
    alone = List.copyOf(alone);
  }

  /** {@code rail-x: operational -> disused; bc-y: now closed}. */
  @Override
  public String toString() {
    return because.stream().map(DatedChange::toString).collect(Collectors.joining("; "));
  }
}
