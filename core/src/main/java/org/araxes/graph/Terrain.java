package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where simple paths between two sets of vertices may run, and how far it still is.
 *
 * <p>A path has no source after its start and no target before its end. It visits no vertex or twin
 * of one twice and comes back to no group that it has left. Within one search a growing prefix is
 * closed for its continuation: see {@link #enter}.
 */
final class Terrain {
  final IndexedGraph graph;
  final double[] costs;
  final int[] sources;

  private final int[] groups;
  private final int[] twins;
  private final BitSet barredArcs;
  private final BitSet barredVertices;
  private final BitSet starts = new BitSet();
  private final BitSet ends = new BitSet();
  private final Front remaining;

  /** Whether groups and twins are the same, so that what is left has been visited too. */
  private final boolean isPlain;

  private final int[] visits;
  private final int[] leavings;
  private int stamp;
  private int prefixEnd = -1;

  Terrain(
      Lanes backward,
      double[] costs,
      int[] groups,
      int[] twins,
      BitSet barredArcs,
      BitSet barredVertices,
      int[] sources,
      int[] targets) {
    this.graph = backward.graph;
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    this.costs = costs;
    this.groups = groups;
    this.twins = twins;
    this.barredArcs = barredArcs;
    this.barredVertices = barredVertices;
    mark(sources, starts);
    mark(targets, ends);
    this.sources = starts.stream().toArray();
    this.remaining = new Front(backward);
    this.isPlain = Arrays.equals(groups, twins);
    this.visits = new int[room(twins)];
    this.leavings = new int[isPlain ? 0 : room(groups)];
    remaining.begin(ends.stream().toArray(), barredArcs, barredVertices);
  }

  private static int room(int[] numbers) {
    int greatest = -1;
    for (int number : numbers) {
      greatest = Math.max(greatest, number);
    }
    return greatest + 1;
  }

  private void mark(int[] vertices, BitSet marks) {
    for (int vertex : vertices) {
      if (!barredVertices.get(vertex)) {
        marks.set(vertex);
      }
    }
  }

  /** Measures back from the targets as far as the nearest source. */
  void measureToSource() {
    int vertex;
    do {
      vertex = measureOne();
    } while (vertex != Front.NONE && !starts.get(vertex));
  }

  /** Measures everything, so that bounds are exact and whatever is hopeful has a way. */
  void measureAll() {
    measureMore(Integer.MAX_VALUE);
  }

  /** Measures so many vertices more, which only makes bounds better. */
  void measureMore(int count) {
    int left = count;
    while (left > 0 && measureOne() != Front.NONE) {
      left--;
    }
  }

  private int measureOne() {
    int vertex = remaining.settle();
    if (vertex != Front.NONE && !starts.get(vertex)) {
      remaining.expand(vertex);
    }
    return vertex;
  }

  boolean isStart(int vertex) {
    return starts.get(vertex);
  }

  boolean isEnd(int vertex) {
    return ends.get(vertex);
  }

  /** Whether the way from the vertex to a target has been measured. */
  boolean isMeasured(int vertex) {
    return remaining.isSettled(vertex);
  }

  /** Whether the vertex has any way to a target, or that is not yet known. */
  boolean isHopeful(int vertex) {
    return remaining.isSettled(vertex) || (remaining.waiting() > 0 && !barredVertices.get(vertex));
  }

  /**
   * The least cost from a hopeful vertex to a target, or a bound for it where it is not measured:
   * no vertex left is nearer than the next one to be measured. Along an arc this bound falls by the
   * arc's cost at most.
   */
  double costAhead(int vertex) {
    return remaining.isSettled(vertex) ? remaining.cost(vertex) : remaining.horizon();
  }

  /** The fewest arcs among the cheapest ways from a hopeful vertex to a target, or its bound. */
  int arcsAhead(int vertex) {
    return remaining.isSettled(vertex) ? remaining.arcs(vertex) : remaining.horizonArcs();
  }

  /** Forgets the prefix. */
  void begin() {
    if (stamp == Integer.MAX_VALUE) {
      Arrays.fill(visits, 0);
      Arrays.fill(leavings, 0);
      stamp = 0;
    }
    stamp++;
    prefixEnd = -1;
  }

  /** Grows the prefix by a vertex; if that is in another group, the former group is closed. */
  void enter(int vertex) {
    if (!isPlain && prefixEnd >= 0 && groups[prefixEnd] != groups[vertex]) {
      leavings[groups[prefixEnd]] = stamp;
    }
    visits[twins[vertex]] = stamp;
    prefixEnd = vertex;
  }

  /** Whether a continuation of the prefix may use the arc. */
  boolean allows(int arc) {
    int head = graph.head(arc);
    return !barredArcs.get(arc)
        && isHopeful(head)
        && !starts.get(head)
        && !isClosed(head)
        && (isPlain
            || prefixEnd < 0
            || groups[head] != groups[prefixEnd]
            || groups[graph.tail(arc)] == groups[head]);
  }

  /** Whether a twin of the vertex was visited, or its group left. */
  private boolean isClosed(int vertex) {
    return visits[twins[vertex]] == stamp || (!isPlain && leavings[groups[vertex]] == stamp);
  }

  /**
   * The place of the first arc that leads to a twin or a group left, where no path may go, or −1.
   */
  int firstReturn(int[] arcs) {
    begin();
    enter(graph.tail(arcs[0]));
    for (int i = 0; i < arcs.length; i++) {
      int head = graph.head(arcs[i]);
      if (isClosed(head)) {
        return i;
      }
      enter(head);
    }
    return -1;
  }
}
