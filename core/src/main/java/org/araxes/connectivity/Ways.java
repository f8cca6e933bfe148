package org.araxes.connectivity;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.network.Route;

/**
 * Ways that keep apart as far as asked.
 *
 * @param routes by weight, then in the order of the topology
 * @param shared what they have in common all the same: edges, nodes, states, owners, operators or
 *     posts, in order; none where they are disjoint
 * @param completeness truncated if the budget ended the search for more
 */
public record Ways(List<Route> routes, SortedSet<String> shared, Completeness completeness) {
  /** Copies. */
  public Ways {
    routes = List.copyOf(routes);
    shared = Collections.unmodifiableSortedSet(new TreeSet<>(shared));
  }

  /**
   * How many.
   *
   * @return the number of routes
   */
  public int count() {
    return routes.size();
  }
}
