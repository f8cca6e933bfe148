package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the path of least cost between two sets of vertices.
 *
 * <p><b>Definition.</b> Of all paths from a source to a target that use nothing barred: the one
 * whose arcs' costs add up to least; of several, the one with the least second cost (where given),
 * then with the fewest arcs, then with the smallest arc at the first place where they differ. So
 * the answer is one path, the same on every run. Sums are of floating point: costs that are not
 * sums of powers of two may differ in the last bit where on paper they are equal.
 *
 * <p><b>Method.</b> Dijkstra (1959) from the targets backward over keys of cost, second cost and
 * arcs, then a walk forward over the arcs that keep to these keys, the smallest first.
 *
 * <p><b>Cost.</b> O((n + m) log n) time and O(n) memory a question. Immutable and safe to share
 * between threads.
 */
public final class ShortestPaths {
  private static final BitSet NOTHING = new BitSet(0);

  private final IndexedGraph graph;
  private final double[] costs;
  private final double[] seconds;

  private ShortestPaths(IndexedGraph graph, double[] costs, double[] seconds) {
    this.graph = graph;
    this.costs = costs;
    this.seconds = seconds;
  }

  /**
   * Looks for paths under one cost.
   *
   * @param graph the graph
   * @param costs a cost for every arc, finite and not negative
   * @return the finder
   * @throws IllegalArgumentException if a cost is missing, negative, infinite or not a number
   */
  public static ShortestPaths in(IndexedGraph graph, double[] costs) {
    return new ShortestPaths(graph, graph.checkedCosts(costs), new double[costs.length]);
  }

  /**
   * Looks for paths under two costs, of which the second only decides between equals in the first.
   *
   * @param graph the graph
   * @param costs a cost for every arc, finite and not negative
   * @param seconds a second cost for every arc, finite and not negative
   * @return the finder
   * @throws IllegalArgumentException if a cost is missing, negative, infinite or not a number
   */
  public static ShortestPaths in(IndexedGraph graph, double[] costs, double[] seconds) {
    return new ShortestPaths(graph, graph.checkedCosts(costs), graph.checkedCosts(seconds));
  }

  /**
   * Finds the path between two vertices, with nothing barred.
   *
   * @param source where to start
   * @param target where to end
   * @return the path, without arcs if both are the same; empty if there is none
   * @throws IllegalArgumentException if an end is no vertex
   */
  public Optional<ArcPath> between(int source, int target) {
    return between(new int[] {source}, new int[] {target}, NOTHING, NOTHING);
  }

  /**
   * Finds the path between two sets of vertices.
   *
   * @param sources where it may start, in any order
   * @param targets where it may end, in any order
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered, started from or ended in
   * @return the path; empty if there is none
   * @throws IllegalArgumentException if an end is no vertex
   */
  public Optional<ArcPath> between(
      int[] sources, int[] targets, BitSet barredArcs, BitSet barredVertices) {
    graph.checkVertices(sources);
    Sweep sweep = new Sweep(graph, costs, seconds, barredArcs, barredVertices);
    int best = sweep.backward(targets, sources);
    if (best < 0) {
      return Optional.empty();
    }
    return Optional.of(
        sweep.hops(best) == 0 ? ArcPath.at(best) : walk(sweep, best, sources, barredArcs));
  }

  /**
   * Measures the way from the sources to every vertex.
   *
   * @param sources where to start, in any order
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered or started from
   * @return for every vertex the least cost, or positive infinity where there is no way
   * @throws IllegalArgumentException if a source is no vertex
   */
  public double[] costsFrom(int[] sources, BitSet barredArcs, BitSet barredVertices) {
    Sweep sweep = new Sweep(graph, costs, seconds, barredArcs, barredVertices);
    sweep.forward(sources);
    return sweep.costs();
  }

  /**
   * Measures the way from every vertex to the targets.
   *
   * @param targets where to end, in any order
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered or ended in
   * @return for every vertex the least cost, or positive infinity where there is no way
   * @throws IllegalArgumentException if a target is no vertex
   */
  public double[] costsTo(int[] targets, BitSet barredArcs, BitSet barredVertices) {
    Sweep sweep = new Sweep(graph, costs, seconds, barredArcs, barredVertices);
    sweep.backward(targets, new int[0]);
    return sweep.costs();
  }

  /** From the source with the smallest first arc, over the smallest arcs that keep to the keys. */
  private ArcPath walk(Sweep sweep, int best, int[] sources, BitSet barredArcs) {
    int[] arcs = new int[sweep.hops(best)];
    arcs[0] = Integer.MAX_VALUE;
    for (int source : sources) {
      if (sweep.isReached(source) && sweep.ties(source, best)) {
        arcs[0] = Math.min(arcs[0], nextArc(sweep, source, barredArcs));
      }
    }
    for (int i = 1; i < arcs.length; i++) {
      arcs[i] = nextArc(sweep, graph.head(arcs[i - 1]), barredArcs);
    }
    return ArcPath.along(graph, costs, arcs);
  }

  private int nextArc(Sweep sweep, int vertex, BitSet barredArcs) {
    for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
      int arc = graph.outArc(i);
      if (!barredArcs.get(arc) && sweep.keepsTo(arc)) {
        return arc;
      }
    }
    throw new IllegalStateException("No arc of vertex " + vertex + " keeps to its own key");
  }

  /** One run of Dijkstra's algorithm, with the keys that it found. */
  private static final class Sweep {
    private final IndexedGraph graph;
    private final double[] costs;
    private final double[] seconds;
    private final BitSet barredArcs;
    private final BitSet barredVertices;
    private final IndexedHeap heap;
    private final BitSet reached;
    private final BitSet settled;

    Sweep(
        IndexedGraph graph,
        double[] costs,
        double[] seconds,
        BitSet barredArcs,
        BitSet barredVertices) {
      this.graph = graph;
      this.costs = costs;
      this.seconds = seconds;
      this.barredArcs = barredArcs;
      this.barredVertices = barredVertices;
      this.heap = new IndexedHeap(graph.vertexCount());
      this.reached = new BitSet(graph.vertexCount());
      this.settled = new BitSet(graph.vertexCount());
    }

    void forward(int[] sources) {
      begin(sources);
      while (!heap.isEmpty()) {
        int vertex = heap.pop();
        settled.set(vertex);
        for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
          int arc = graph.outArc(i);
          relax(vertex, arc, graph.head(arc));
        }
      }
    }

    /** Until every source with the best key is settled; returns the smallest of them, or −1. */
    int backward(int[] targets, int[] sources) {
      begin(targets);
      BitSet goals = new BitSet();
      for (int source : sources) {
        goals.set(source);
      }
      int best = -1;
      while (!heap.isEmpty() && (best < 0 || ties(heap.peek(), best))) {
        int vertex = heap.pop();
        settled.set(vertex);
        if (best < 0 && goals.get(vertex)) {
          best = vertex;
        }
        for (int i = graph.inBegin(vertex), stop = graph.inEnd(vertex); i < stop; i++) {
          int arc = graph.inArc(i);
          relax(vertex, arc, graph.tail(arc));
        }
      }
      return best;
    }

    private void begin(int[] starts) {
      graph.checkVertices(starts);
      for (int start : starts) {
        if (!barredVertices.get(start)) {
          reached.set(start);
          heap.offer(start, 0, 0, 0);
        }
      }
    }

    private void relax(int from, int arc, int to) {
      if (!settled.get(to) && !barredArcs.get(arc) && !barredVertices.get(to)) {
        reached.set(to);
        heap.offer(
            to,
            heap.first(from) + costs[arc],
            heap.second(from) + seconds[arc],
            heap.third(from) + 1);
      }
    }

    boolean isReached(int vertex) {
      return reached.get(vertex);
    }

    int hops(int vertex) {
      return heap.third(vertex);
    }

    boolean ties(int a, int b) {
      return heap.first(a) == heap.first(b)
          && heap.second(a) == heap.second(b)
          && heap.third(a) == heap.third(b);
    }

    /** Whether the key of the tail is the key of the head and this arc. */
    boolean keepsTo(int arc) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      return settled.get(head)
          && heap.third(tail) == heap.third(head) + 1
          && heap.first(tail) == heap.first(head) + costs[arc]
          && heap.second(tail) == heap.second(head) + seconds[arc];
    }

    double[] costs() {
      double[] result = new double[graph.vertexCount()];
      Arrays.setAll(result, v -> reached.get(v) ? heap.first(v) : Double.POSITIVE_INFINITY);
      return result;
    }
  }
}
