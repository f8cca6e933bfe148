package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Arcs and vertices without which what hangs together falls apart.
 *
 * <p><b>Definition.</b> Direction aside, an arc is a bridge if its ends are in different weak
 * components once it and its twin are gone. A vertex is an articulation point if two of its
 * neighbours are. Parallel arcs that are no twins keep each other from being bridges; loops are
 * none.
 *
 * <p><b>Method.</b> Depth-first search with low points (Hopcroft and Tarjan 1973) on a stack of its
 * own.
 *
 * <p><b>Cost.</b> O(n + m).
 */
public final class Bridges {
  private final IndexedGraph graph;
  private final int[] twins;
  private final BitSet barred;
  private final BitSet bridges = new BitSet();
  private final BitSet points = new BitSet();

  /**
   * Where the search is in the arcs of each vertex: first those that leave, then those that enter.
   */
  private final int[] position;

  private final int[] order;
  private final int[] low;
  private final int[] via;

  private Bridges(IndexedGraph graph, int[] twins, BitSet barred) {
    this.graph = graph;
    this.twins = twins;
    this.barred = barred;
    position = new int[graph.vertexCount()];
    order = new int[graph.vertexCount()];
    low = new int[graph.vertexCount()];
    via = new int[graph.vertexCount()];
    search();
  }

  /**
   * Finds them.
   *
   * @param graph the graph
   * @param twins for every arc the arc that runs the other way along the same stretch, or itself
   * @param barred arcs that are not there
   * @return the bridges and articulation points
   * @throws IllegalArgumentException if there is not one twin for every arc
   */
  public static Bridges of(IndexedGraph graph, int[] twins, BitSet barred) {
    if (twins.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but " + twins.length + " twins.");
    }
    return new Bridges(graph, twins.clone(), (BitSet) barred.clone());
  }

  /**
   * The bridges.
   *
   * @return arcs, with their twins where these are not barred
   */
  public BitSet arcs() {
    return (BitSet) bridges.clone();
  }

  /**
   * The articulation points.
   *
   * @return vertices
   */
  public BitSet vertices() {
    return (BitSet) points.clone();
  }

  private void search() {
    Arrays.fill(via, -1);
    int[] stack = new int[graph.vertexCount()];
    int found = 0;
    for (int root = 0; root < order.length; root++) {
      if (order[root] != 0) {
        continue;
      }
      int depth = 0;
      stack[depth++] = root;
      order[root] = ++found;
      low[root] = found;
      int children = 0;
      while (depth > 0) {
        int vertex = stack[depth - 1];
        int arc = nextArc(vertex);
        if (arc >= 0) {
          int other = graph.tail(arc) == vertex ? graph.head(arc) : graph.tail(arc);
          boolean back = via[vertex] >= 0 && (arc == via[vertex] || arc == twins[via[vertex]]);
          if (other == vertex || back) {
            continue; // a loop, or the way it came
          }
          if (order[other] == 0) {
            via[other] = arc;
            order[other] = ++found;
            low[other] = found;
            stack[depth++] = other;
            children += vertex == root ? 1 : 0;
          } else {
            low[vertex] = Math.min(low[vertex], order[other]);
          }
        } else {
          depth--;
          if (depth > 0) {
            close(vertex, stack[depth - 1], root);
          }
        }
      }
      points.set(root, children > 1);
    }
  }

  private int nextArc(int vertex) {
    int leaving = graph.outEnd(vertex) - graph.outBegin(vertex);
    int all = leaving + graph.inEnd(vertex) - graph.inBegin(vertex);
    while (position[vertex] < all) {
      int next = position[vertex]++;
      int arc =
          next < leaving
              ? graph.outArc(graph.outBegin(vertex) + next)
              : graph.inArc(graph.inBegin(vertex) + next - leaving);
      if (!barred.get(arc)) {
        return arc;
      }
    }
    return -1;
  }

  private void close(int vertex, int parent, int root) {
    low[parent] = Math.min(low[parent], low[vertex]);
    if (low[vertex] > order[parent]) {
      bridges.set(via[vertex]);
      if (!barred.get(twins[via[vertex]])) {
        bridges.set(twins[via[vertex]]);
      }
    }
    if (parent != root && low[vertex] >= order[parent]) {
      points.set(parent);
    }
  }
}
