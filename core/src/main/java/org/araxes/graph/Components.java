package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What hangs together.
 *
 * <p><b>Definition.</b> Two vertices are in one weak component if arcs join them whatever their
 * direction, and in one strong component if each is reached from the other.
 *
 * <p><b>Method.</b> Weak: union by search. Strong: Tarjan (1972) with a stack of its own, since
 * networks are deeper than a call stack. Components are numbered by their lowest vertex.
 *
 * <p><b>Cost.</b> O(n + m).
 */
public final class Components {
  private Components() {}

  /**
   * The weak components.
   *
   * @param graph the graph
   * @param barredArcs arcs that join nothing
   * @return the component of every vertex, from 0 in order of their lowest vertices
   */
  public static int[] weak(IndexedGraph graph, BitSet barredArcs) {
    int[] component = new int[graph.vertexCount()];
    Arrays.fill(component, -1);
    int[] queue = new int[graph.vertexCount()];
    int count = 0;
    for (int start = 0; start < component.length; start++) {
      if (component[start] >= 0) {
        continue;
      }
      int end = 0;
      queue[end++] = start;
      component[start] = count;
      for (int next = 0; next < end; next++) {
        int vertex = queue[next];
        for (int i = graph.outBegin(vertex); i < graph.outEnd(vertex); i++) {
          int arc = graph.outArc(i);
          if (!barredArcs.get(arc) && component[graph.head(arc)] < 0) {
            component[graph.head(arc)] = count;
            queue[end++] = graph.head(arc);
          }
        }
        for (int i = graph.inBegin(vertex); i < graph.inEnd(vertex); i++) {
          int arc = graph.inArc(i);
          if (!barredArcs.get(arc) && component[graph.tail(arc)] < 0) {
            component[graph.tail(arc)] = count;
            queue[end++] = graph.tail(arc);
          }
        }
      }
      count++;
    }
    return component;
  }

  /**
   * The strong components.
   *
   * @param graph the graph
   * @param barredArcs arcs that lead nowhere
   * @return the component of every vertex, from 0 in order of their lowest vertices
   */
  public static int[] strong(IndexedGraph graph, BitSet barredArcs) {
    int vertices = graph.vertexCount();
    int[] index = new int[vertices]; // 1 + order of discovery
    int[] low = new int[vertices];
    int[] position = new int[vertices];
    int[] component = new int[vertices];
    Arrays.fill(component, -1);
    int[] calls = new int[vertices];
    int[] open = new int[vertices];
    int openSize = 0;
    int discovered = 0;
    int count = 0;
    for (int start = 0; start < vertices; start++) {
      if (index[start] != 0) {
        continue;
      }
      int depth = 0;
      calls[depth++] = start;
      while (depth > 0) {
        int vertex = calls[depth - 1];
        if (index[vertex] == 0) {
          index[vertex] = ++discovered;
          low[vertex] = index[vertex];
          position[vertex] = graph.outBegin(vertex);
          open[openSize++] = vertex;
        }
        boolean descends = false;
        while (position[vertex] < graph.outEnd(vertex) && !descends) {
          int arc = graph.outArc(position[vertex]);
          int head = graph.head(arc);
          if (barredArcs.get(arc) || component[head] >= 0) {
            position[vertex]++;
          } else if (index[head] == 0) {
            calls[depth++] = head; // looked at again when it is done
            descends = true;
          } else {
            low[vertex] = Math.min(low[vertex], low[head]);
            position[vertex]++;
          }
        }
        if (!descends) {
          depth--;
          if (low[vertex] == index[vertex]) {
            int member;
            do {
              member = open[--openSize];
              component[member] = count;
            } while (member != vertex);
            count++;
          }
        }
      }
    }
    return inOrderOfLowestVertex(component, count);
  }

  private static int[] inOrderOfLowestVertex(int[] component, int count) {
    int[] name = new int[count];
    Arrays.fill(name, -1);
    int next = 0;
    for (int vertex = 0; vertex < component.length; vertex++) {
      if (name[component[vertex]] < 0) {
        name[component[vertex]] = next++;
      }
      component[vertex] = name[component[vertex]];
    }
    return component;
  }
}
