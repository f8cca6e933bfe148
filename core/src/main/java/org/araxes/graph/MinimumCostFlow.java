package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/**
 * The cheapest flow of a wanted amount.
 *
 * <p><b>Definition.</b> Among the flows f with 0 ≤ f(a) ≤ u(a) that carry as much as possible, but
 * no more than wanted, from the sources to the targets, one of the least Σ c(a) · f(a). Opposite
 * arcs are apart: each has its own capacity and cost.
 *
 * <p><b>Method.</b> Successive shortest ways with potentials (Edmonds and Karp 1972; Tomizawa
 * 1971): costs are not negative, so each way is one run of Dijkstra's method over the residual
 * network. Every amount on the way is therefore carried at its least cost too.
 *
 * <p><b>Cost.</b> O(m log n) for each way taken, of which there are at most as many as units
 * wanted. The object is a workspace: one for each thread. Ties go to the vertex and arc of the
 * lowest number.
 */
public final class MinimumCostFlow {
  private static final int NONE = -1;

  private final IndexedGraph graph;
  private final long[] flow;
  private final double[] potential;
  private final double[] distance;
  private final int[] via;
  private final boolean[] backward;
  private final BitSet settled = new BitSet();
  private final IndexedHeap heap;
  private long amount;
  private boolean complete = true;

  /**
   * Makes a workspace.
   *
   * @param graph the graph
   */
  public MinimumCostFlow(IndexedGraph graph) {
    this.graph = graph;
    flow = new long[graph.arcCount()];
    potential = new double[graph.vertexCount()];
    distance = new double[graph.vertexCount()];
    via = new int[graph.vertexCount()];
    backward = new boolean[graph.vertexCount()];
    heap = new IndexedHeap(graph.vertexCount());
  }

  /**
   * Finds the cheapest flow.
   *
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param capacities of every arc, 0 or more
   * @param costs of one unit on every arc, finite and not negative
   * @param wanted how much at most, 0 or more
   * @return how much is carried; less than wanted only where no more fits; all of it, at no cost,
   *     if a source is a target
   * @throws IllegalArgumentException if an argument is not as said
   */
  public long between(
      int[] sources, int[] targets, long[] capacities, double[] costs, long wanted) {
    return between(sources, targets, capacities, costs, wanted, () -> true);
  }

  /**
   * Finds the cheapest flow, as long as it may.
   *
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param capacities of every arc, 0 or more
   * @param costs of one unit on every arc, finite and not negative
   * @param wanted how much at most, 0 or more
   * @param mayGoOn asked before each way; once it says no, {@link #isComplete} is false and what
   *     was found is the cheapest flow of a smaller amount
   * @return how much is carried
   * @throws IllegalArgumentException if an argument is not as said
   */
  public long between(
      int[] sources,
      int[] targets,
      long[] capacities,
      double[] costs,
      long wanted,
      BooleanSupplier mayGoOn) {
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    double[] price = graph.checkedCosts(costs);
    if (capacities.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but " + capacities.length + " capacities.");
    }
    if (wanted < 0 || Arrays.stream(capacities).anyMatch(capacity -> capacity < 0)) {
      throw new IllegalArgumentException("Neither what is wanted nor a capacity is negative.");
    }
    complete = true;
    Arrays.fill(flow, 0);
    Arrays.fill(potential, 0);
    BitSet goals = new BitSet();
    for (int target : targets) {
      goals.set(target);
    }
    for (int source : sources) {
      if (goals.get(source)) {
        amount = wanted;
        return amount;
      }
    }
    amount = 0;
    while (amount < wanted) {
      if (!mayGoOn.getAsBoolean()) {
        complete = false;
        break;
      }
      int end = nearest(sources, goals, capacities, price);
      if (end == NONE) {
        break;
      }
      amount += send(end, capacities, wanted - amount);
    }
    return amount;
  }

  /**
   * Whether the last search came to its end.
   *
   * @return false if the caller ended it
   */
  public boolean isComplete() {
    return complete;
  }

  /**
   * The last flow.
   *
   * @return what each arc carries
   */
  public long[] flow() {
    return flow.clone();
  }

  private int nearest(int[] sources, BitSet goals, long[] capacities, double[] price) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    settled.clear();
    heap.clear();
    for (int source : sources) {
      if (distance[source] != 0) {
        distance[source] = 0;
        via[source] = NONE;
        heap.offer(source, 0, 0, source);
      }
    }
    int end = NONE;
    while (!heap.isEmpty()) {
      int vertex = heap.pop();
      settled.set(vertex);
      if (goals.get(vertex)) {
        end = vertex;
        break;
      }
      for (int i = graph.outBegin(vertex); i < graph.outEnd(vertex); i++) {
        int arc = graph.outArc(i);
        if (flow[arc] < capacities[arc]) {
          relax(vertex, graph.head(arc), arc, price[arc], false);
        }
      }
      for (int i = graph.inBegin(vertex); i < graph.inEnd(vertex); i++) {
        int arc = graph.inArc(i);
        if (flow[arc] > 0) {
          relax(vertex, graph.tail(arc), arc, -price[arc], true);
        }
      }
    }
    if (end != NONE) {
      // Vertices not settled lie at least as far as the end: that bound keeps reduced costs right.
      for (int vertex = 0; vertex < potential.length; vertex++) {
        potential[vertex] += settled.get(vertex) ? distance[vertex] : distance[end];
      }
    }
    return end;
  }

  private void relax(int from, int to, int arc, double price, boolean back) {
    if (settled.get(to)) {
      return;
    }
    // Below zero by rounding alone: reduced costs are not negative.
    double reduced = Math.max(0, price + potential[from] - potential[to]);
    double there = distance[from] + reduced;
    if (there < distance[to]) {
      distance[to] = there;
      via[to] = arc;
      backward[to] = back;
      heap.offer(to, there, 0, to);
    }
  }

  private long send(int end, long[] capacities, long most) {
    long least = most;
    for (int v = end; via[v] != NONE; v = before(v)) {
      least = Math.min(least, backward[v] ? flow[via[v]] : capacities[via[v]] - flow[via[v]]);
    }
    for (int v = end; via[v] != NONE; v = before(v)) {
      flow[via[v]] += backward[v] ? -least : least;
    }
    return least;
  }

  private int before(int vertex) {
    return backward[vertex] ? graph.head(via[vertex]) : graph.tail(via[vertex]);
  }
}
