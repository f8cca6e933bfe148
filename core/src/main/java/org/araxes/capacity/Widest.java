package org.araxes.capacity;

import java.util.List;
import java.util.Optional;
import org.araxes.network.Route;
import org.araxes.quantity.Throughput;

/**
 * The single route along which most passes.
 *
 * @param route the route; of several the quickest
 * @param width the capacity of its narrowest place; empty where nothing known limits it
 * @param fits how much passes along this route alone: less than its width where it uses some limit
 *     twice, as when it turns in a station to change gauge; empty where nothing known limits it
 * @param narrowest the limits of that width, in order of kind and id
 * @param unknowns those of its limits of which nobody knows the capacity
 */
public record Widest(
    Route route,
    Optional<Throughput> width,
    Optional<Throughput> fits,
    List<Limit> narrowest,
    List<Limit> unknowns) {
  /** Copies. */
  public Widest {
    narrowest = List.copyOf(narrowest);
    unknowns = List.copyOf(unknowns);
  }
}
