package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds what can be reached, with arcs and vertices barred.
 *
 * <p><b>Definition.</b> A vertex is reached if it is an unbarred source, or the head (backward: the
 * tail) of an unbarred arc at a reached vertex and not barred itself.
 *
 * <p><b>Method.</b> Breadth-first search on arrays that are kept from one question to the next:
 * after the first, nothing is allocated, and starting afresh costs nothing.
 *
 * <p><b>Cost.</b> O(n + m) time a question at most; 8 bytes a vertex. The object is a workspace:
 * one for each thread. Answers depend on the arguments alone.
 */
public final class Reachability {
  private final IndexedGraph graph;
  private final int[] queue;
  private final int[] marks;
  private int mark;

  /**
   * Makes a workspace.
   *
   * @param graph the graph to search
   */
  public Reachability(IndexedGraph graph) {
    this.graph = graph;
    this.queue = new int[graph.vertexCount()];
    this.marks = new int[graph.vertexCount()];
  }

  /**
   * Tells whether some target is reached from some source; stops at the first.
   *
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered, started from or ended in
   * @return whether there is a path, which may have no arcs; false without sources or targets
   * @throws IllegalArgumentException if a source or target is no vertex
   */
  public boolean connects(int[] sources, int[] targets, BitSet barredArcs, BitSet barredVertices) {
    graph.checkVertices(targets);
    int fresh = nextMark(2);
    int goal = fresh - 1;
    for (int target : targets) {
      marks[target] = goal;
    }
    graph.checkVertices(sources);
    int end = 0;
    for (int source : sources) {
      if (marks[source] != fresh && !barredVertices.get(source)) {
        if (marks[source] == goal) {
          return true;
        }
        marks[source] = fresh;
        queue[end++] = source;
      }
    }
    for (int next = 0; next < end; next++) {
      int vertex = queue[next];
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        int head = graph.head(arc);
        if (marks[head] != fresh && !barredArcs.get(arc) && !barredVertices.get(head)) {
          if (marks[head] == goal) {
            return true;
          }
          marks[head] = fresh;
          queue[end++] = head;
        }
      }
    }
    return false;
  }

  /**
   * Finds every vertex that can be reached from the sources.
   *
   * @param sources vertices, in any order, repeats allowed
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered or started from
   * @return the reached vertices, unbarred sources included
   * @throws IllegalArgumentException if a source is no vertex
   */
  public BitSet from(int[] sources, BitSet barredArcs, BitSet barredVertices) {
    return reached(forward(sources, barredArcs, barredVertices));
  }

  /**
   * Finds every vertex from which the targets can be reached.
   *
   * @param targets vertices, in any order, repeats allowed
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered or ended in
   * @return the vertices with a way to a target, unbarred targets included
   * @throws IllegalArgumentException if a target is no vertex
   */
  public BitSet to(int[] targets, BitSet barredArcs, BitSet barredVertices) {
    return reached(backward(targets, barredArcs, barredVertices));
  }

  private int forward(int[] sources, BitSet barredArcs, BitSet barredVertices) {
    int end = begin(sources, barredVertices);
    for (int next = 0; next < end; next++) {
      int vertex = queue[next];
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        int head = graph.head(arc);
        if (marks[head] != mark && !barredArcs.get(arc) && !barredVertices.get(head)) {
          marks[head] = mark;
          queue[end++] = head;
        }
      }
    }
    return end;
  }

  private int backward(int[] targets, BitSet barredArcs, BitSet barredVertices) {
    int end = begin(targets, barredVertices);
    for (int next = 0; next < end; next++) {
      int vertex = queue[next];
      for (int i = graph.inBegin(vertex), stop = graph.inEnd(vertex); i < stop; i++) {
        int arc = graph.inArc(i);
        int tail = graph.tail(arc);
        if (marks[tail] != mark && !barredArcs.get(arc) && !barredVertices.get(tail)) {
          marks[tail] = mark;
          queue[end++] = tail;
        }
      }
    }
    return end;
  }

  private int begin(int[] sources, BitSet barredVertices) {
    graph.checkVertices(sources);
    int fresh = nextMark(1);
    int end = 0;
    for (int source : sources) {
      if (marks[source] != fresh && !barredVertices.get(source)) {
        marks[source] = fresh;
        queue[end++] = source;
      }
    }
    return end;
  }

  /** A mark that no vertex bears; after two thousand million questions all marks are wiped. */
  private int nextMark(int step) {
    if (mark > Integer.MAX_VALUE - step) {
      Arrays.fill(marks, 0);
      mark = 0;
    }
    mark += step;
    return mark;
  }

  private BitSet reached(int count) {
    BitSet reached = new BitSet(graph.vertexCount());
    for (int i = 0; i < count; i++) {
      reached.set(queue[i]);
    }
    return reached;
  }
}
