package org.araxes.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Arcs without which no target is reached, and what they cost together. Immutable. */
public final class ArcCut {
  private final long cost;
  private final int[] arcs;

  ArcCut(long cost, int[] arcs) {
    this.cost = cost;
    this.arcs = arcs;
  }

  /**
   * What it costs.
   *
   * @return the sum over its arcs
   */
  public long cost() {
    return cost;
  }

  /**
   * Its arcs.
   *
   * @return ascending
   */
  public IntStream arcs() {
    return Arrays.stream(arcs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArcCut cut && cut.cost == cost && Arrays.equals(cut.arcs, arcs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(arcs);
  }

  @Override
  public String toString() {
    return Arrays.toString(arcs) + " for " + cost;
  }
}
