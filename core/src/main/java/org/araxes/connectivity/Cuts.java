package org.araxes.connectivity;

import java.util.List;
import java.util.Optional;
import org.araxes.answer.Completeness;

/**
 * Cuts that were found.
 *
 * @param list in order of cost, then number of elements, then ids
 * @param completeness truncated if the budget or the number asked for ended the list
 * @param reason why there is none, or why the only one is empty; otherwise empty
 */
public record Cuts(List<Cut> list, Completeness completeness, String reason) {
  /** Copies. */
  public Cuts {
    list = List.copyOf(list);
  }

  /**
   * The cheapest.
   *
   * @return the first of the list
   */
  public Optional<Cut> cheapest() {
    return list.stream().findFirst();
  }
}
