package org.araxes.capacity;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds the greatest flow back: limits that every way uses, at the price of one unit at least.
 *
 * <p>Where all weights are 1 it is a least cut: each way uses one of them, and their capacities add
 * up to the amount. Where gauges, modes or crossings share a capacity, weights may be parts.
 *
 * @param parts the limits, in order of kind and id; none where no way is open to begin with
 * @param alone parties each of which can shut all of them without any other
 * @param together parties that can shut all of them together, none of them needless; empty where
 *     some are in nobody's power. One such set, not the only one
 */
public record Jam(List<Part> parts, SortedSet<String> alone, SortedSet<String> together) {
  /**
   * One limit of a jam.
   *
   * @param limit the limit
   * @param weight by how much the amount would rise for each unit more of it, above 0, as long as
   *     no other limit comes before
   */
  public record Part(Limit limit, double weight) {}

  /** Copies. */
  public Jam {
    parts = List.copyOf(parts);
    alone = Collections.unmodifiableSortedSet(new TreeSet<>(alone));
    together = Collections.unmodifiableSortedSet(new TreeSet<>(together));
  }
}
