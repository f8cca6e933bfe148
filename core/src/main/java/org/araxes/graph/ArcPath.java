package org.araxes.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A path through an {@link IndexedGraph}: where it starts, its arcs in order of travel, and its
 * cost.
 *
 * <p>A path of no arcs stays where it starts. The cost is the sum over the arcs in order of travel,
 * so that equal paths have equal costs to the last bit, whichever way they were found.
 */
public final class ArcPath {
  /**
   * Cheaper first, then fewer arcs, then smaller arcs from the first on, then the smaller start.
   */
  public static final Comparator<ArcPath> ORDER =
      Comparator.comparingDouble(ArcPath::cost)
          .thenComparingInt(ArcPath::length)
          .thenComparing(path -> path.arcs, Arrays::compare)
          .thenComparingInt(ArcPath::start);

  private final int start;
  private final int end;
  private final int[] arcs;
  private final double cost;

  private ArcPath(int start, int end, int[] arcs, double cost) {
    this.start = start;
    this.end = end;
    this.arcs = arcs;
    this.cost = cost;
  }

  /** Stays at a vertex. */
  static ArcPath at(int vertex) {
    return new ArcPath(vertex, vertex, new int[0], 0);
  }

  /** Takes over the arcs, of which there is at least one. */
  static ArcPath along(IndexedGraph graph, double[] costs, int[] arcs) {
    return along(graph, arc -> costs[arc], arcs);
  }

  /** Takes over the arcs, of which there is at least one. */
  static ArcPath along(IndexedGraph graph, IntToDoubleFunction costs, int[] arcs) {
    return new ArcPath(
        graph.tail(arcs[0]), graph.head(arcs[arcs.length - 1]), arcs, sum(costs, arcs));
  }

  private static double sum(IntToDoubleFunction costs, int[] arcs) {
    double sum = 0;
    for (int arc : arcs) {
      sum += costs.applyAsDouble(arc);
    }
    return sum;
  }

  /**
   * Tells where the path starts.
   *
   * @return a vertex
   */
  public int start() {
    return start;
  }

  /**
   * Tells where the path ends.
   *
   * @return a vertex, the start for a path without arcs
   */
  public int end() {
    return end;
  }

  /**
   * Tells what the path costs.
   *
   * @return the sum of its arcs' costs, 0 without arcs
   */
  public double cost() {
    return cost;
  }

  /**
   * Counts the arcs.
   *
   * @return 0 or more
   */
  public int length() {
    return arcs.length;
  }

  /**
   * Reads one arc.
   *
   * @param index from 0 to {@link #length} − 1, in order of travel
   * @return the arc
   * @throws IndexOutOfBoundsException if the path is shorter
   */
  public int arc(int index) {
    return arcs[index];
  }

  /**
   * Lists the arcs.
   *
   * @return the arcs in order of travel
   */
  public IntStream arcs() {
    return Arrays.stream(arcs);
  }

  /**
   * Lists the vertices.
   *
   * @param graph the graph that the path was found in
   * @return the vertices in order of travel, start and end included
   */
  public IntStream vertices(IndexedGraph graph) {
    return IntStream.concat(IntStream.of(start), arcs().map(graph::head));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArcPath that
        && start == that.start
        && cost == that.cost
        && Arrays.equals(arcs, that.arcs);
  }

  @Override
  public int hashCode() {
    return 31 * start + Arrays.hashCode(arcs);
  }

  @Override
  public String toString() {
    return "from " + start + " to " + end + " by arcs " + Arrays.toString(arcs) + " at " + cost;
  }
}
