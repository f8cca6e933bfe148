package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
 * arcs, then a walk forward over the arcs that keep to these keys, the smallest first. A search
 * from the sources comes to meet it (Pohl 1971); past where they meet, the backward one goes on
 * only over vertices that may lie on a best path, so that its keys there are the same as without.
 *
 * <p><b>Cost.</b> O((n + m) log n) time a question. Beside the costs 24 bytes an arc, half of it
 * where two-way edges cost the same both ways, and 8 more with second costs; 32 bytes a vertex,
 * kept from one question to the next. Immutable and safe to share between threads: what one
 * question works in, no other sees.
 */
public final class ShortestPaths {
  private static final BitSet NOTHING = new BitSet(0);
  private static final double[] NONE = {};

  private final IndexedGraph graph;
  private final ArcCosts costs;
  private final double[] seconds;
  private final Lanes backward;
  private final Lanes forward;

  /** Working memory of the last question, for the next one to take. */
  private final AtomicReference<@Nullable Search> spare = new AtomicReference<>();

  private ShortestPaths(IndexedGraph graph, ArcCosts costs, double[] seconds) {
    this.graph = graph;
    this.costs = costs;
    this.seconds = seconds;
    this.forward = Lanes.forward(graph, costs::of);
    this.backward =
        seconds.length == 0 && graph.isTwoWay() && costs.areTwoWay()
            ? forward.turned()
            : Lanes.backward(graph, costs::of, seconds);
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
    return new ShortestPaths(graph, ArcCosts.of(graph, costs), NONE);
  }

  /**
   * Looks for paths under one cost.
   *
   * @param graph the graph
   * @param costs a cost for every arc
   * @return the finder
   * @throws IllegalArgumentException if there are more or fewer costs than arcs
   */
  public static ShortestPaths in(IndexedGraph graph, ArcCosts costs) {
    if (costs.arcCount() != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are "
              + graph.arcCount()
              + " arcs but "
              + costs.arcCount()
              + " costs. Maybe of another graph?");
    }
    return new ShortestPaths(graph, costs, NONE);
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
    return new ShortestPaths(graph, ArcCosts.of(graph, costs), graph.checkedCosts(seconds));
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
    graph.checkVertices(targets);
    Search search = take();
    Optional<ArcPath> path = search.between(sources, targets, barredArcs, barredVertices);
    giveBack(search);
    return path;
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
    graph.checkVertices(sources);
    Search search = take();
    double[] result = all(search.ahead, sources, barredArcs, barredVertices);
    giveBack(search);
    return result;
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
    graph.checkVertices(targets);
    Search search = take();
    double[] result = all(search.back, targets, barredArcs, barredVertices);
    giveBack(search);
    return result;
  }

  private double[] all(Front front, int[] starts, BitSet barredArcs, BitSet barredVertices) {
    front.begin(starts, barredArcs, barredVertices);
    double[] result = new double[graph.vertexCount()];
    Arrays.fill(result, Double.POSITIVE_INFINITY);
    for (int vertex = front.settle(); vertex != Front.NONE; vertex = front.settle()) {
      result[vertex] = front.cost(vertex);
      front.expand(vertex);
    }
    return result;
  }

  /** Whoever takes the memory has it alone; who finds none makes new. */
  private Search take() {
    Search search = spare.getAndSet(null);
    return search == null ? new Search() : search;
  }

  private void giveBack(Search search) {
    search.back.forget();
    search.ahead.forget();
    spare.set(search);
  }

  /** One question at a time: a search from the targets backward, and one that comes to meet it. */
  private final class Search {
    final Front back = new Front(backward);
    final Front ahead = new Front(forward);

    Optional<ArcPath> between(
        int[] sources, int[] targets, BitSet barredArcs, BitSet barredVertices) {
      back.begin(targets, barredArcs, barredVertices);
      ahead.begin(sources, barredArcs, barredVertices);
      back.face(ahead);
      ahead.face(back);
      BitSet goals = new BitSet();
      for (int source : sources) {
        goals.set(source);
      }
      int best = settleSources(meet(goals), goals);
      if (best == Front.NONE) {
        return Optional.empty();
      }
      return Optional.of(back.arcs(best) == 0 ? ArcPath.at(best) : walk(best, sources, barredArcs));
    }

    /** Until nothing beyond what both have settled can matter, or a source is settled. */
    private int meet(BitSet goals) {
      while (back.mayMeet(ahead) && back.waiting() > 0 && ahead.waiting() > 0) {
        if (ahead.waiting() < back.waiting()) {
          int vertex = ahead.settle();
          if (vertex != Front.NONE) {
            ahead.expand(vertex);
          }
        } else {
          int vertex = back.settle();
          if (vertex != Front.NONE) {
            back.expand(vertex);
            if (goals.get(vertex)) {
              return vertex;
            }
          }
        }
      }
      return Front.NONE;
    }

    /** Goes on backward, until every source with the best key is settled; gives the smallest. */
    private int settleSources(int settled, BitSet goals) {
      int best = settled;
      while (best == Front.NONE || back.nextTies(best)) {
        int vertex = back.settle();
        if (vertex == Front.NONE) {
          return Front.NONE;
        }
        if (best == Front.NONE && goals.get(vertex)) {
          best = vertex;
        }
        if (back.isWithin(vertex, ahead)) {
          back.expand(vertex);
        }
      }
      return best;
    }

    /**
     * From the source with the smallest first arc, over the smallest arcs that keep to the keys.
     */
    private ArcPath walk(int best, int[] sources, BitSet barredArcs) {
      int[] arcs = new int[back.arcs(best)];
      arcs[0] = Integer.MAX_VALUE;
      for (int source : sources) {
        if (back.isReached(source) && back.ties(source, best)) {
          arcs[0] = Math.min(arcs[0], nextArc(source, barredArcs));
        }
      }
      for (int i = 1; i < arcs.length; i++) {
        arcs[i] = nextArc(graph.head(arcs[i - 1]), barredArcs);
      }
      return ArcPath.along(graph, costs::of, arcs);
    }

    private int nextArc(int vertex, BitSet barredArcs) {
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        if (!barredArcs.get(arc) && keepsTo(vertex, arc)) {
          return arc;
        }
      }
      throw new IllegalStateException("No arc of vertex " + vertex + " keeps to its own key");
    }

    /** Whether the key of the tail is the key of the head and this arc. */
    private boolean keepsTo(int tail, int arc) {
      int head = graph.head(arc);
      return back.isSettled(head)
          && back.arcs(tail) == back.arcs(head) + 1
          && back.cost(tail) == back.cost(head) + costs.of(arc)
          && (seconds.length == 0 || back.second(tail) == back.second(head) + seconds[arc]);
    }
  }
}
