package org.araxes.connectivity;

import java.util.Iterator;
import org.araxes.answer.Completeness;

/**
 * Cuts by cost, then number of elements, then ids, each found when it is asked for. For one thread.
 */
public interface CutIterator extends Iterator<Cut> {
  /**
   * Whether all cuts have been or will be given.
   *
   * @return truncated once the budget has ended the search
   */
  Completeness completeness();
}
