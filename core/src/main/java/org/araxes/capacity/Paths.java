package org.araxes.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.araxes.graph.IndexedGraph;

/** Takes a flow over arcs apart into paths from sources to targets. */
final class Paths {
  private Paths() {}

  /** A path and what goes along it. */
  static final class Piece {
    private final int start;
    private final int[] arcs;
    private final long amount;

    Piece(int start, int[] arcs, long amount) {
      this.start = start;
      this.arcs = arcs;
      this.amount = amount;
    }

    int start() {
      return start;
    }

    int[] arcs() {
      return arcs;
    }

    long amount() {
      return amount;
    }
  }

  /**
   * Takes a flow apart; what goes round in circles is dropped.
   *
   * @param flow of every arc, 0 or more, as much into each vertex as out of it but for the ends;
   *     consumed
   */
  static List<Piece> of(IndexedGraph graph, int[] sources, int[] targets, long[] flow) {
    long[] balance = new long[graph.vertexCount()];
    for (int arc = 0; arc < flow.length; arc++) {
      balance[graph.tail(arc)] += flow[arc];
      balance[graph.head(arc)] -= flow[arc];
    }
    List<Piece> pieces = new ArrayList<>();
    int[] next = new int[graph.vertexCount()];
    Arrays.setAll(next, graph::outBegin);
    int[] placeOf = new int[graph.vertexCount()];
    Arrays.fill(placeOf, -1);
    int[] walk = new int[graph.vertexCount() + 1];
    for (int source : IntStream.of(sources).distinct().sorted().toArray()) {
      while (balance[source] > 0) {
        int length = 0;
        int here = source;
        placeOf[here] = 0;
        while (balance[here] >= 0) { // where more comes in than goes out it ends
          while (flow[graph.outArc(next[here])] == 0) {
            next[here]++;
          }
          int arc = graph.outArc(next[here]);
          int there = graph.head(arc);
          walk[length++] = arc;
          if (placeOf[there] >= 0) { // a circle: take it away and go on from where it closes
            int begin = placeOf[there];
            take(flow, walk, begin, length, least(flow, walk, begin, length));
            for (int i = length - 1; i > begin; i--) {
              placeOf[graph.tail(walk[i])] = -1;
            }
            length = begin;
            here = there;
          } else {
            placeOf[there] = length;
            here = there;
          }
        }
        long amount =
            Math.min(Math.min(balance[source], -balance[here]), least(flow, walk, 0, length));
        take(flow, walk, 0, length, amount);
        balance[source] -= amount;
        balance[here] += amount;
        pieces.add(new Piece(source, Arrays.copyOf(walk, length), amount));
        placeOf[here] = -1;
        for (int i = 0; i < length; i++) {
          placeOf[graph.tail(walk[i])] = -1;
        }
      }
    }
    return pieces;
  }

  private static long least(long[] flow, int[] walk, int begin, int end) {
    long least = Long.MAX_VALUE;
    for (int i = begin; i < end; i++) {
      least = Math.min(least, flow[walk[i]]);
    }
    return least;
  }

  private static void take(long[] flow, int[] walk, int begin, int end, long amount) {
    for (int i = begin; i < end; i++) {
      flow[walk[i]] -= amount;
    }
  }
}
