package org.araxes.connectivity;

import java.util.List;
import java.util.Optional;
import org.araxes.answer.Completeness;

/**
 * Cuts that were found.
 *
 * <p>Their order is one of sets of elements: by cost, then number of elements, then their ids,
 * compared one by one in order ({@link Cut#compareTo}). It does not depend on how cuts are found,
 * nor on the order in which nodes and edges were added.
 *
 * @param list in that order, without gaps from the first on
 * @param completeness truncated if the budget or the number asked for ended the list
 * @param reason why there is none, or why the only one is empty; otherwise empty
 */
public record Cuts(List<Cut> list, Completeness completeness, String reason) {
  /** Copies. */
  public Cuts {
    list = List.copyOf(list);
  }

  /**
   * The cheapest; of several the one with the fewest elements, of those the first by ids.
   *
   * @return the first of the list
   */
  public Optional<Cut> cheapest() {
    return list.stream().findFirst();
  }
}
