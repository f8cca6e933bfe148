package org.araxes.capacity;

import java.util.List;
import org.araxes.answer.Completeness;

/**
 * What every single failure takes away.
 *
 * @param today how much passes while nothing fails
 * @param list the failures that take something away, the worst first: what leaves least, then by
 *     kind and id
 * @param examined how many failures were looked at
 * @param completeness truncated if the budget ended first: then more may take something away
 */
public record AtRisk(Flow today, List<Risk> list, int examined, Completeness completeness) {
  /** Copies. */
  public AtRisk {
    list = List.copyOf(list);
  }
}
