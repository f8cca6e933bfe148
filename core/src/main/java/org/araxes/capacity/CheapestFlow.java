package org.araxes.capacity;

import java.util.List;
import org.araxes.answer.Completeness;
import org.araxes.quantity.Throughput;

/**
 * How an amount passes at least cost.
 *
 * @param wanted how much was asked for
 * @param amount how much passes; less than wanted only where no more fits, or when truncated
 * @param routes ways that carry it together, the cheapest first
 * @param usdPerDay what all of it costs in a day, where the movement says how much it carries;
 *     otherwise 0
 * @param hours how long a unit is under way, on average
 * @param kilometres how far a unit goes, on average
 * @param uses how much of each limit the routes use, in order of kind and id
 * @param unknowns those of the limits used of which nobody knows the capacity
 * @param completeness truncated if the budget ended first: then it fits, but less than could pass,
 *     or not at the least cost
 * @param reason in words, where nothing passes or the budget ended first; otherwise empty
 */
public record CheapestFlow(
    Throughput wanted,
    Throughput amount,
    List<Carried> routes,
    double usdPerDay,
    double hours,
    double kilometres,
    List<Use> uses,
    List<Limit> unknowns,
    Completeness completeness,
    String reason) {
  /** Copies. */
  public CheapestFlow {
    routes = List.copyOf(routes);
    uses = List.copyOf(uses);
    unknowns = List.copyOf(unknowns);
  }
}
