package org.araxes.graph;

import java.util.function.IntToDoubleFunction;

/**
 * The arcs of a graph as a search in one direction meets them: at each place in the order of {@link
 * IndexedGraph#outBegin} or {@link IndexedGraph#inBegin}, where the arc leads and what it costs.
 *
 * <p>So a search reads memory in one run, and does not look up arc after arc. Immutable.
 */
final class Lanes {
  private static final double[] NONE = {};

  final IndexedGraph graph;
  final boolean forward;

  /** Where the arc at a place leads: to its head, or backward to its tail. */
  final int[] ends;

  final double[] costs;

  /** Empty where there are no second costs. */
  final double[] seconds;

  private Lanes(IndexedGraph graph, boolean forward, int[] ends, double[] costs, double[] seconds) {
    this.graph = graph;
    this.forward = forward;
    this.ends = ends;
    this.costs = costs;
    this.seconds = seconds;
  }

  /** Along the arcs, under one cost. */
  static Lanes forward(IndexedGraph graph, IntToDoubleFunction costs) {
    return lay(graph, true, costs, NONE);
  }

  /** Against the arcs; the second costs may be left out, which is to give none. */
  static Lanes backward(IndexedGraph graph, IntToDoubleFunction costs, double[] seconds) {
    return lay(graph, false, costs, seconds);
  }

  /** The same lanes against the arcs, where both arcs of each two-way edge cost the same. */
  Lanes turned() {
    return new Lanes(graph, !forward, ends, costs, seconds);
  }

  private static Lanes lay(
      IndexedGraph graph, boolean forward, IntToDoubleFunction costs, double[] seconds) {
    int arcs = graph.arcCount();
    int[] ends = new int[arcs];
    double[] laid = new double[arcs];
    double[] laidSeconds = seconds.length == 0 ? NONE : new double[arcs];
    for (int place = 0; place < arcs; place++) {
      int arc = forward ? graph.outArc(place) : graph.inArc(place);
      ends[place] = forward ? graph.head(arc) : graph.tail(arc);
      laid[place] = costs.applyAsDouble(arc);
      if (seconds.length > 0) {
        laidSeconds[place] = seconds[arc];
      }
    }
    return new Lanes(graph, forward, ends, laid, laidSeconds);
  }

  int begin(int vertex) {
    return forward ? graph.outBegin(vertex) : graph.inBegin(vertex);
  }

  int end(int vertex) {
    return forward ? graph.outEnd(vertex) : graph.inEnd(vertex);
  }

  int arc(int place) {
    return forward ? graph.outArc(place) : graph.inArc(place);
  }
}
