package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Paths that share no arc, or no vertex, of the least cost together.
 *
 * <p><b>Definition.</b> Of the sets of k paths from a source to a target in which no two use the
 * same arc, nor an arc and its twin (the other direction of the same stretch), one of the least
 * total cost; if there are only fewer such paths, as many as there are. Vertex-disjoint paths meet
 * in nothing but sources and targets. How many there are equals the least number of arcs (of
 * vertices) that cut every path (Menger 1927). The caller may name arcs and vertices that any
 * number of paths may use.
 *
 * <p><b>Method.</b> Unit flow of least cost; twins that are both used cancel, which costs nothing
 * more. Parallel arcs are separate arcs, and a graph of several arcs between two vertices is
 * ordinary.
 *
 * <p><b>Cost.</b> O(k m log n). Paths come in order of cost, then of arcs.
 */
public final class DisjointPaths {
  private final IndexedGraph graph;
  private final double[] costs;
  private final int[] twins;
  private final BitSet barredArcs;
  private final BitSet barredVertices;
  private final BitSet sharedArcs;
  private final BitSet sharedVertices;

  /**
   * Sets the scene, in which nothing may be used by two paths.
   *
   * @param graph the graph
   * @param costs of every arc, finite and not negative
   * @param twins for every arc the arc that runs the other way along the same stretch, or itself
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered, started from or ended in
   * @throws IllegalArgumentException if costs or twins are not as said
   */
  public DisjointPaths(
      IndexedGraph graph, double[] costs, int[] twins, BitSet barredArcs, BitSet barredVertices) {
    this(graph, costs, twins, barredArcs, barredVertices, new BitSet(0), new BitSet(0));
  }

  /**
   * Sets the scene.
   *
   * @param graph the graph
   * @param costs of every arc, finite and not negative
   * @param twins for every arc the arc that runs the other way along the same stretch, or itself
   * @param barredArcs arcs that may not be used
   * @param barredVertices vertices that may not be entered, started from or ended in
   * @param sharedArcs arcs that any number of paths may use
   * @param sharedVertices vertices that any number of paths may use
   * @throws IllegalArgumentException if costs or twins are not as said
   */
  public DisjointPaths(
      IndexedGraph graph,
      double[] costs,
      int[] twins,
      BitSet barredArcs,
      BitSet barredVertices,
      BitSet sharedArcs,
      BitSet sharedVertices) {
    this.graph = graph;
    this.costs = graph.checkedCosts(costs);
    this.twins = checked(graph, twins);
    this.barredArcs = (BitSet) barredArcs.clone();
    this.barredVertices = (BitSet) barredVertices.clone();
    this.sharedArcs = (BitSet) sharedArcs.clone();
    this.sharedVertices = (BitSet) sharedVertices.clone();
  }

  private static int[] checked(IndexedGraph graph, int[] twins) {
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      int twin = twins.length == graph.arcCount() ? twins[arc] : -1;
      if (twin < 0
          || twin >= twins.length
          || twins[twin] != arc
          || (twin != arc
              && (graph.tail(twin) != graph.head(arc) || graph.head(twin) != graph.tail(arc)))) {
        throw new IllegalArgumentException(
            "Each arc has itself or its opposite as its twin, but not so arc " + arc);
      }
    }
    return twins.clone();
  }

  /**
   * Finds paths that share no arc.
   *
   * @param sources vertices, in any order
   * @param targets vertices, in any order
   * @param count how many at most, 1 or more
   * @return the paths, by cost, then arcs; a single path without arcs if a source is a target
   * @throws IllegalArgumentException if an end is no vertex or the number is below 1
   */
  public List<ArcPath> arcDisjoint(int[] sources, int[] targets, int count) {
    return find(graph, sources, targets, costs, twins, barredArcs, count);
  }

  /**
   * Finds paths that share no vertex but sources and targets.
   *
   * @param sources vertices, in any order
   * @param targets vertices, in any order
   * @param count how many at most, 1 or more
   * @return the paths, by cost, then arcs; a single path without arcs if a source is a target
   * @throws IllegalArgumentException if an end is no vertex or the number is below 1
   */
  public List<ArcPath> vertexDisjoint(int[] sources, int[] targets, int count) {
    int vertices = graph.vertexCount();
    BitSet whole = (BitSet) sharedVertices.clone();
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    Arrays.stream(sources).forEach(whole::set);
    Arrays.stream(targets).forEach(whole::set);
    // Each other vertex becomes an arc from where one enters it, v, to where one leaves it, n + v.
    IndexedGraph.Builder split = IndexedGraph.builder(2 * vertices);
    int arcs = graph.arcCount();
    for (int arc = 0; arc < arcs; arc++) {
      int tail = graph.tail(arc);
      split.arc(whole.get(tail) ? tail : vertices + tail, graph.head(arc));
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      split.arc(vertex, vertices + vertex);
    }
    double[] price = Arrays.copyOf(costs, arcs + vertices);
    int[] opposite = new int[arcs + vertices];
    Arrays.setAll( // a stretch used both ways would meet in its ends, unless both are shared
        opposite,
        arc ->
            arc < arcs && whole.get(graph.tail(arc)) && whole.get(graph.head(arc))
                ? twins[arc]
                : arc);
    return find(split.build(), sources, targets, price, opposite, barredArcs, count);
  }

  private List<ArcPath> find(
      IndexedGraph where,
      int[] sources,
      int[] targets,
      double[] price,
      int[] opposite,
      BitSet barred,
      int count) {
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    if (count < 1) {
      throw new IllegalArgumentException("At least one path is asked for, but not " + count);
    }
    int[] from = unbarred(sources);
    int[] to = unbarred(targets);
    for (int source : from) {
      if (Arrays.stream(to).anyMatch(target -> target == source)) {
        return List.of(ArcPath.at(source));
      }
    }
    long[] capacities = new long[where.arcCount()];
    for (int arc = 0; arc < capacities.length; arc++) {
      boolean usable =
          arc >= graph.arcCount()
              || (!barred.get(arc)
                  && graph.tail(arc) != graph.head(arc)
                  && !barredVertices.get(graph.tail(arc))
                  && !barredVertices.get(graph.head(arc)));
      capacities[arc] = !usable ? 0 : arc < graph.arcCount() && sharedArcs.get(arc) ? count : 1;
    }
    MinimumCostFlow cheapest = new MinimumCostFlow(where);
    cheapest.between(from, to, capacities, price, count);
    long[] flow = cheapest.flow();
    for (int arc = 0; arc < flow.length; arc++) {
      if (opposite[arc] != arc) {
        long both = Math.min(flow[arc], flow[opposite[arc]]);
        flow[arc] -= both;
        flow[opposite[arc]] -= both;
      }
    }
    return unravel(where, from, to, flow);
  }

  private int[] unbarred(int[] vertices) {
    return Arrays.stream(vertices)
        .filter(v -> !barredVertices.get(v))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Follows the flow from the sources; circles that cost nothing are left out on the way. */
  private List<ArcPath> unravel(IndexedGraph where, int[] from, int[] to, long[] flow) {
    BitSet goals = new BitSet();
    Arrays.stream(to).forEach(goals::set);
    int[] place = new int[where.vertexCount()];
    List<ArcPath> paths = new ArrayList<>();
    for (int source : from) {
      for (int first = next(where, source, flow); first >= 0; first = next(where, source, flow)) {
        Arrays.fill(place, -1);
        List<Integer> arcs = new ArrayList<>();
        int here = source;
        place[here] = 0;
        while (!goals.get(here)) {
          int arc = next(where, here, flow);
          if (arc < 0) {
            break; // at another source, whose own paths took the rest of the way
          }
          flow[arc]--;
          here = where.head(arc);
          arcs.add(arc);
          if (place[here] >= 0) { // back where it was: the circle is dropped
            for (int i = arcs.size() - 1; i >= place[here]; i--) {
              int head = where.head(arcs.get(i));
              if (head != here) {
                place[head] = -1;
              }
              arcs.remove(i);
            }
          } else {
            place[here] = arcs.size();
          }
        }
        if (goals.get(here)) {
          paths.add(ArcPath.along(graph, costs, original(arcs)));
        }
      }
    }
    Collections.sort(paths, ArcPath.ORDER);
    return List.copyOf(paths);
  }

  private int[] original(List<Integer> arcs) {
    return arcs.stream().mapToInt(arc -> arc).filter(arc -> arc < graph.arcCount()).toArray();
  }

  private static int next(IndexedGraph where, int vertex, long[] flow) {
    for (int i = where.outBegin(vertex); i < where.outEnd(vertex); i++) {
      if (flow[where.outArc(i)] > 0) {
        return where.outArc(i);
      }
    }
    return -1;
  }
}
