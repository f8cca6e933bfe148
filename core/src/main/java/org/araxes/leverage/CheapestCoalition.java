package org.araxes.leverage;

import java.util.List;
import java.util.Optional;
import org.araxes.answer.Completeness;
import org.araxes.network.Route;

/**
 * The coalition that costs least among those that block, or among those whose consent keeps a way
 * open.
 *
 * @param coalition the cheapest found, of several equally cheap one with fewest members; empty
 *     where none of finite cost can do it, or none was found within the budget
 * @param cost what its members cost together, infinite where it is empty
 * @param bound no coalition costs less; the cost itself when complete
 * @param completeness truncated when the budget ended before the cost was known to be least
 * @param cut where it blocks: the elements that it shuts, in order; none for a consent coalition
 * @param route the fastest way that its consent keeps open; empty for a blocking coalition
 */
public record CheapestCoalition(
    Optional<Coalition> coalition,
    double cost,
    double bound,
    Completeness completeness,
    List<String> cut,
    Optional<Route> route) {
  // Copies, and rejects a bound above the cost.
  public CheapestCoalition {
    cut = List.copyOf(cut);
    if (!(bound <= cost) || !(bound >= 0)) {
      throw new IllegalArgumentException("No coalition costs " + cost + " under " + bound);
    }
  }
}
