package org.araxes.capacity;

import java.util.List;
import java.util.Optional;
import org.araxes.answer.Completeness;
import org.araxes.network.Route;
import org.araxes.quantity.Throughput;

/**
 * How much passes in a day.
 *
 * @param amount how much surely passes, as the routes show; empty where nothing known limits it
 * @param bound more than this does not pass, as the jam shows; equal to the amount when complete;
 *     empty where nothing known limits it, or truncated before any bound was found
 * @param routes ways that carry the amount together, the largest first; none without a limit
 * @param unlimited a way on which nothing known limits what passes, the quickest of these
 * @param uses how much of each limit the routes use, in order of kind and id
 * @param jam what holds it back; empty without a limit, or when truncated before it was found
 * @param unknowns those of the limits used of which nobody knows the capacity
 * @param completeness truncated if the budget ended first: then it lies between amount and bound
 * @param reason in words, where the answer is nothing or without limit; otherwise empty
 */
public record Flow(
    Optional<Throughput> amount,
    Optional<Throughput> bound,
    List<Carried> routes,
    Optional<Route> unlimited,
    List<Use> uses,
    Optional<Jam> jam,
    List<Limit> unknowns,
    Completeness completeness,
    String reason) {
  /** Copies. */
  public Flow {
    routes = List.copyOf(routes);
    uses = List.copyOf(uses);
    unknowns = List.copyOf(unknowns);
  }
}
