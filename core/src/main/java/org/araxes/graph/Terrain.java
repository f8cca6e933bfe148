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
  private final IndexedHeap remaining;
  private final BitSet hopeful;

  private final int[] visits;
  private final int[] leavings;
  private int stamp;
  private int prefixEnd = -1;

  Terrain(
      IndexedGraph graph,
      double[] costs,
      int[] groups,
      int[] twins,
      BitSet barredArcs,
      BitSet barredVertices,
      int[] sources,
      int[] targets) {
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    this.graph = graph;
    this.costs = costs;
    this.groups = groups;
    this.twins = twins;
    this.barredArcs = barredArcs;
    this.barredVertices = barredVertices;
    mark(sources, starts);
    mark(targets, ends);
    this.sources = starts.stream().toArray();
    this.remaining = new IndexedHeap(graph.vertexCount());
    this.hopeful = new BitSet(graph.vertexCount());
    this.visits = new int[1 + Arrays.stream(twins).max().orElse(-1)];
    this.leavings = new int[1 + Arrays.stream(groups).max().orElse(-1)];
    measureBack();
  }

  private void mark(int[] vertices, BitSet marks) {
    for (int vertex : vertices) {
      if (!barredVertices.get(vertex)) {
        marks.set(vertex);
      }
    }
  }

  /** Dijkstra from the targets over the whole terrain: a lower bound for every continuation. */
  private void measureBack() {
    BitSet settled = new BitSet(graph.vertexCount());
    ends.stream()
        .forEach(
            end -> {
              hopeful.set(end);
              remaining.offer(end, 0, 0, 0);
            });
    while (!remaining.isEmpty()) {
      int vertex = remaining.pop();
      settled.set(vertex);
      if (starts.get(vertex)) {
        continue;
      }
      for (int i = graph.inBegin(vertex), stop = graph.inEnd(vertex); i < stop; i++) {
        int arc = graph.inArc(i);
        int tail = graph.tail(arc);
        if (!settled.get(tail)
            && !ends.get(tail)
            && !barredArcs.get(arc)
            && !barredVertices.get(tail)) {
          hopeful.set(tail);
          remaining.offer(
              tail, remaining.first(vertex) + costs[arc], 0, remaining.third(vertex) + 1);
        }
      }
    }
  }

  boolean isStart(int vertex) {
    return starts.get(vertex);
  }

  boolean isEnd(int vertex) {
    return ends.get(vertex);
  }

  /** Whether the vertex has any way to a target. */
  boolean isHopeful(int vertex) {
    return hopeful.get(vertex);
  }

  /** The least cost from a hopeful vertex to a target. */
  double costAhead(int vertex) {
    return remaining.first(vertex);
  }

  /** The fewest arcs among the cheapest ways from a hopeful vertex to a target. */
  int arcsAhead(int vertex) {
    return remaining.third(vertex);
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
    if (prefixEnd >= 0 && groups[prefixEnd] != groups[vertex]) {
      leavings[groups[prefixEnd]] = stamp;
    }
    visits[twins[vertex]] = stamp;
    prefixEnd = vertex;
  }

  /** Whether a continuation of the prefix may use the arc. */
  boolean allows(int arc) {
    int head = graph.head(arc);
    return !barredArcs.get(arc)
        && hopeful.get(head)
        && !starts.get(head)
        && visits[twins[head]] != stamp
        && leavings[groups[head]] != stamp
        && (prefixEnd < 0
            || groups[head] != groups[prefixEnd]
            || groups[graph.tail(arc)] == groups[head]);
  }

  /**
   * The place of the first arc that leads to a twin or a group left, where no path may go, or −1.
   */
  int firstReturn(int[] arcs) {
    begin();
    enter(graph.tail(arcs[0]));
    for (int i = 0; i < arcs.length; i++) {
      int head = graph.head(arcs[i]);
      if (visits[twins[head]] == stamp || leavings[groups[head]] == stamp) {
        return i;
      }
      enter(head);
    }
    return -1;
  }
}
