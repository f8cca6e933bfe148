package org.araxes.network;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Selector;
import org.araxes.border.Mode;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Throughput;

/**
 * Other gauges, or another capacity, of some edges on some days. Where several speak of the same
 * day, the last one in the order of the network holds.
 *
 * @param where which edges
 * @param gauges rail gauges in millimetres; empty leaves them, and roads have none
 * @param capacity what fits through; empty leaves it
 * @param validity on which days
 * @param evidence who says so
 */
public record Refit(
    Selector where,
    SortedSet<Integer> gauges,
    Optional<Throughput> capacity,
    Validity validity,
    Evidence evidence) {
  // Copies, and rejects what changes nothing.
  public Refit {
    gauges = Collections.unmodifiableSortedSet(new TreeSet<>(gauges));
    if (gauges.isEmpty() && capacity.isEmpty()) {
      throw new IllegalArgumentException("A refit changes gauges, the capacity or both");
    }
    if (!gauges.isEmpty() && gauges.first() <= 0) {
      throw new IllegalArgumentException("A gauge is above 0 mm: " + gauges);
    }
  }

  /**
   * The same refit of other edges.
   *
   * @param edges which edges
   * @return the refit
   */
  public Refit at(Selector edges) {
    return new Refit(edges, gauges, capacity, validity, evidence);
  }

  /**
   * The same refit on other days.
   *
   * @param days which days
   * @return the refit
   */
  public Refit during(Validity days) {
    return new Refit(where, gauges, capacity, days, evidence);
  }

  /** An edge once it is refitted; roads keep their lack of a gauge. */
  TransitEdge of(TransitEdge edge) {
    TransitEdge.Builder builder = edge.toBuilder();
    if (!gauges.isEmpty() && edge.mode() == Mode.RAIL) {
      builder.regauge(gauges.stream().mapToInt(Integer::intValue).toArray());
    }
    capacity.ifPresent(builder::capacity);
    return builder.build();
  }
}
