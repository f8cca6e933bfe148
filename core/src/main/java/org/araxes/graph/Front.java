package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Dijkstra's search in one direction, step by step, on memory that is kept from one run to the
 * next.
 *
 * <p>A vertex's key is cost, second cost and number of arcs from where the run began, compared in
 * turn. Every arc makes a key greater, at least by its count, so vertices settle in order of key,
 * each once. Cost and count of a vertex lie side by side: the memory that is touched in no order is
 * what a search waits for.
 *
 * <p><b>Two that face each other</b>, one forward from the sources and one backward from the
 * targets, know a limit: the least sum of costs over the vertices that both have reached, and a
 * little more for rounding. What cannot lie on a path within the limit they leave out:
 *
 * <ul>
 *   <li>the forward one does not go on from what the backward one has settled, since the backward
 *       one knows the rest of the way;
 *   <li>neither enters a vertex at a cost that, with the least the other can still find for it, is
 *       beyond the limit.
 * </ul>
 *
 * <p>Sums of at most n costs are off by a share of n · 2⁻⁵³ at most, whichever way they were added;
 * the limit allows for eight times that. So the backward keys along the best paths are those of a
 * search that leaves nothing out, to the last bit.
 */
final class Front {
  static final int NONE = -1;

  /** What sums of n costs may be off by, with room to spare: this share for each of n. */
  static final double ROUNDING = 0x1p-50;

  private static final BitSet NOTHING = new BitSet(0);
  private static final int HALF = 32;
  private static final int LAST_RUN = Integer.MAX_VALUE / 2 - 1;

  private final Lanes lanes;
  private final SearchHeap heap;

  /** For each vertex the bits of its cost, then its arcs in the upper half and its mark below. */
  private final long[] labels;

  private final double[] seconds;
  private BitSet barredArcs = NOTHING;
  private BitSet barredVertices = NOTHING;
  private boolean barred;
  private @Nullable Front opposite;
  private double limit;
  private int run;

  Front(Lanes lanes) {
    this.lanes = lanes;
    this.heap = new SearchHeap(lanes.seconds.length > 0);
    this.labels = new long[2 * lanes.graph.vertexCount()];
    this.seconds = new double[lanes.seconds.length == 0 ? 0 : lanes.graph.vertexCount()];
  }

  /** Starts afresh, alone. */
  void begin(int[] starts, BitSet arcs, BitSet vertices) {
    forget();
    barredArcs = arcs;
    barredVertices = vertices;
    barred = !arcs.isEmpty() || !vertices.isEmpty();
    for (int start : starts) {
      if (!vertices.get(start) && !isReached(start)) {
        enter(start, 0, 0, 0);
      }
    }
  }

  /** From now on leaves out what is no use, until it starts afresh. */
  void face(Front other) {
    opposite = other;
    limit = Double.POSITIVE_INFINITY;
  }

  /** Lets go of the last run. */
  void forget() {
    if (run == LAST_RUN) {
      Arrays.fill(labels, 0);
      run = 0;
    }
    run++;
    heap.clear();
    barredArcs = NOTHING;
    barredVertices = NOTHING;
    opposite = null;
  }

  /** How many wait to be settled, those that wait twice counted twice. */
  int waiting() {
    return heap.size();
  }

  /** What is still to be settled has at least this cost; infinity when nothing is left. */
  double horizon() {
    return heap.leastCost();
  }

  /** The arcs of the least key that is still to be settled; something is left. */
  int horizonArcs() {
    return heap.leastArcs();
  }

  /** Settles the vertex with the least key, or gives {@link #NONE} when all are. */
  int settle() {
    dropSettled();
    if (heap.isEmpty()) {
      return NONE;
    }
    int vertex = heap.pop();
    labels[2 * vertex + 1]++;
    return vertex;
  }

  /** Whether the next vertex to settle has the same key as this one. */
  boolean nextTies(int vertex) {
    dropSettled();
    return !heap.isEmpty() && ties(heap.peek(), vertex);
  }

  private void dropSettled() {
    while (!heap.isEmpty() && isSettled(heap.peek())) {
      heap.pop();
    }
  }

  /** Looks along the arcs of a settled vertex. */
  void expand(int vertex) {
    double cost = cost(vertex);
    int arcs = arcs(vertex) + 1;
    int settled = 2 * run + 1;
    for (int i = lanes.begin(vertex), stop = lanes.end(vertex); i < stop; i++) {
      int to = lanes.ends[i];
      if ((int) labels[2 * to + 1] != settled) {
        double second = seconds.length == 0 ? 0 : seconds[vertex] + lanes.seconds[i];
        offer(i, to, cost + lanes.costs[i], second, arcs);
      }
    }
  }

  private void offer(int place, int to, double cost, double second, int arcs) {
    if ((!isReached(to) || precedes(cost, second, arcs, to))
        && !(barred && (barredVertices.get(to) || barredArcs.get(lanes.arc(place))))
        && (opposite == null || isOfUse(to, cost, opposite))) {
      enter(to, cost, second, arcs);
    }
  }

  /** Lowers the limit where the other side has been, and tells whether to enter the vertex. */
  private boolean isOfUse(int vertex, double cost, Front other) {
    if (!other.isReached(vertex)) {
      return cost + other.horizon() <= limit;
    }
    double sum = cost + other.cost(vertex);
    double allowed = sum * (1 + lanes.graph.vertexCount() * ROUNDING);
    if (allowed < limit) {
      limit = allowed;
      other.limit = allowed;
    }
    return other.isSettled(vertex) ? !lanes.forward && sum <= limit : true;
  }

  /** Whether both together may still find a path within the limit. */
  boolean mayMeet(Front other) {
    return horizon() + other.horizon() <= limit;
  }

  /** Whether a vertex that this side has settled lies within the limit, for all the other knows. */
  boolean isWithin(int vertex, Front other) {
    return other.isSettled(vertex) && cost(vertex) + other.cost(vertex) <= limit;
  }

  private boolean precedes(double cost, double second, int arcs, int vertex) {
    double known = cost(vertex);
    if (cost != known) {
      return cost < known;
    }
    double knownSecond = second(vertex);
    return second != knownSecond ? second < knownSecond : arcs < arcs(vertex);
  }

  private void enter(int vertex, double cost, double second, int arcs) {
    labels[2 * vertex] = Double.doubleToRawLongBits(cost);
    labels[2 * vertex + 1] = (long) arcs << HALF | 2L * run;
    if (seconds.length > 0) {
      seconds[vertex] = second;
    }
    heap.push(vertex, cost, second, arcs);
  }

  boolean isReached(int vertex) {
    return (int) labels[2 * vertex + 1] >> 1 == run;
  }

  boolean isSettled(int vertex) {
    return (int) labels[2 * vertex + 1] == 2 * run + 1;
  }

  /** Whether two vertices that are reached have the same key. */
  boolean ties(int one, int other) {
    return cost(one) == cost(other) && second(one) == second(other) && arcs(one) == arcs(other);
  }

  /** The cost of a vertex that is reached. */
  double cost(int vertex) {
    return Double.longBitsToDouble(labels[2 * vertex]);
  }

  /** The second cost of a vertex that is reached. */
  double second(int vertex) {
    return seconds.length == 0 ? 0 : seconds[vertex];
  }

  /** The arcs up to a vertex that is reached. */
  int arcs(int vertex) {
    return (int) (labels[2 * vertex + 1] >>> HALF);
  }
}
