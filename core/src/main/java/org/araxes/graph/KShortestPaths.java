package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lists simple paths between two sets of vertices, the cheapest first.
 *
 * <p><b>Definition.</b> A path here has no source after its start and no target before its end,
 * visits no vertex twice, and comes back to no group of vertices that it has left. Paths that use
 * different parallel arcs are different. The order is that of {@link ArcPath#ORDER}; it starts with
 * the paths without arcs, one for each vertex that is source and target.
 *
 * <p><b>Groups.</b> Where the vertices of one group are the states of one place (by road, by rail),
 * a path may change state in the place while it is there, but not come back to it later.
 *
 * <p><b>Method.</b> Yen (1971) with Lawler's partition (1972); each deviation is found by A* (Hart,
 * Nilsson and Raphael 1968) with the distances of the whole graph as its bound, and is looked for
 * only when its bound says that it may come next, and no longer than it may. The distances are
 * worked out as far as the source, and further as searches come to where they are not known.
 *
 * <p><b>Cost.</b> With groups of one vertex each: one sweep O((n + m) log n), then for a path of l
 * arcs at most l searches of O((n + m) log n), mostly two or three and far less. With larger groups
 * the next path may take exponentially many searches, since already to tell whether there is one is
 * NP-hard; therefore the caller can stop it. Memory grows by O(l) a path. The finder is immutable
 * and safe to share between threads; an iterator belongs to one thread.
 */
public final class KShortestPaths {
  private final IndexedGraph graph;
  private final double[] costs;
  private final Lanes backward;
  private final int[] groups;
  private final int[] twins;
  private final BitSet barredArcs;
  private final BitSet barredVertices;

  private KShortestPaths(
      IndexedGraph graph,
      double[] costs,
      Lanes backward,
      int[] groups,
      int[] twins,
      BitSet barredArcs,
      BitSet barredVertices) {
    this.graph = graph;
    this.costs = costs;
    this.backward = backward;
    this.groups = groups;
    this.twins = twins;
    this.barredArcs = barredArcs;
    this.barredVertices = barredVertices;
  }

  /**
   * Looks for paths in a graph with every vertex its own group and nothing barred.
   *
   * @param graph the graph
   * @param costs a cost for every arc, finite and not negative
   * @return the finder
   * @throws IllegalArgumentException if a cost is missing, negative, infinite or not a number
   */
  public static KShortestPaths in(IndexedGraph graph, double[] costs) {
    double[] checked = graph.checkedCosts(costs);
    return new KShortestPaths(
        graph,
        checked,
        Lanes.backward(graph, arc -> checked[arc], new double[0]),
        IntStream.range(0, graph.vertexCount()).toArray(),
        IntStream.range(0, graph.vertexCount()).toArray(),
        new BitSet(),
        new BitSet());
  }

  /**
   * Puts the vertices into groups.
   *
   * @param newGroups a group for every vertex, 0 or more, best numbered without gaps
   * @return a finder with these groups
   * @throws IllegalArgumentException if a group is missing or negative
   */
  public KShortestPaths withGroups(int[] newGroups) {
    return new KShortestPaths(
        graph, costs, backward, checkedGroups(graph, newGroups), twins, barredArcs, barredVertices);
  }

  /**
   * Tells which vertices are copies of the same; a path visits at most one of them, even within a
   * group.
   *
   * @param newTwins a number for every vertex, 0 or more, the same for twins
   * @return a finder with these twins
   * @throws IllegalArgumentException if a number is missing or negative
   */
  public KShortestPaths withTwins(int[] newTwins) {
    return new KShortestPaths(
        graph, costs, backward, groups, checkedGroups(graph, newTwins), barredArcs, barredVertices);
  }

  /**
   * Bars arcs and vertices, instead of those barred so far.
   *
   * @param arcs arcs that may not be used
   * @param vertices vertices that may not be entered, started from or ended in
   * @return a finder that keeps off them
   */
  public KShortestPaths withBarred(BitSet arcs, BitSet vertices) {
    return new KShortestPaths(
        graph, costs, backward, groups, twins, (BitSet) arcs.clone(), (BitSet) vertices.clone());
  }

  /**
   * Lists the paths.
   *
   * @param sources where they may start, in any order
   * @param targets where they may end, in any order
   * @param goOn asked between the searches whether to go on; from its first no, there are no more
   *     paths
   * @return the paths, each worked out when asked for
   * @throws IllegalArgumentException if an end is no vertex
   */
  public PathIterator between(int[] sources, int[] targets, BooleanSupplier goOn) {
    Terrain terrain =
        new Terrain(backward, costs, groups, twins, barredArcs, barredVertices, sources, targets);
    terrain.measureToSource();
    return new Deviations(terrain, new Cheapest(terrain), Deviations.latched(goOn));
  }

  static int[] checkedGroups(IndexedGraph graph, int[] groups) {
    if (groups.length != graph.vertexCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.vertexCount() + " vertices but " + groups.length + " groups");
    }
    if (Arrays.stream(groups).anyMatch(group -> group < 0)) {
      throw new IllegalArgumentException("Groups are numbered from 0, but one is negative");
    }
    return groups.clone();
  }

  /**
   * The cheapest way on: A* that also settles all equals, so that the smallest arcs can be chosen.
   */
  private static final class Cheapest implements Continuation {
    /** For each vertex that a search met unmeasured, how many are measured before the next. */
    private static final int MORE = 4;

    private static final int ROOM = 64;

    /** The states of a vertex that was reached: nothing yet, or gone on from, or also on a way. */
    private static final byte OPEN = 0;

    private static final byte SETTLED = 1;
    private static final byte MARKED = 2;

    private final Terrain terrain;
    private final IndexedGraph graph;
    private final double[] costs;
    private final SearchHeap heap = new SearchHeap(false);

    /**
     * Where a vertex that the search has reached stands among these; of others it tells nothing.
     */
    private final int[] places;

    private int[] reached = new int[ROOM];
    private double[] spent = new double[ROOM];
    private int[] hops = new int[ROOM];
    private int[] parents = new int[ROOM];
    private byte[] states = new byte[ROOM];
    private int reachedCount;

    private int[] stack = new int[ROOM];
    private int[] starts = {};
    private int stackSize;
    private int unmeasured;
    private double givenUpAt;

    Cheapest(Terrain terrain) {
      this.terrain = terrain;
      this.graph = terrain.graph;
      this.costs = terrain.costs;
      this.places = new int[graph.vertexCount()];
    }

    @Override
    public double rank(int[] arcs, int length) {
      return 0;
    }

    @Override
    public double rankAt(int vertex) {
      return 0;
    }

    @Override
    public double givenUpAt() {
      return givenUpAt;
    }

    @Override
    public int[] after(int[] prefix, int length, int[] banned, double limit, int leastSteps) {
      begin();
      starts = length > 0 ? new int[] {graph.head(prefix[length - 1])} : terrain.sources;
      for (int vertex : starts) {
        if (terrain.isHopeful(vertex) && !terrain.isEnd(vertex)) {
          reach(vertex, 0, 0, -1);
        }
      }
      int goal = search(banned, limit, leastSteps);
      int[] way = goal < 0 ? new int[0] : smallest(goal, banned);
      terrain.measureMore(unmeasured * MORE);
      return way;
    }

    private void begin() {
      reachedCount = 0;
      stackSize = 0;
      unmeasured = 0;
      givenUpAt = Double.POSITIVE_INFINITY;
      heap.clear();
    }

    private void reach(int vertex, double cost, int arcs, int parent) {
      if (!isReached(vertex)) {
        if (reachedCount == reached.length) {
          grow(2 * reachedCount);
        }
        places[vertex] = reachedCount;
        reached[reachedCount++] = vertex;
      }
      int place = places[vertex];
      states[place] = OPEN;
      spent[place] = cost;
      hops[place] = arcs;
      parents[place] = parent;
      heap.push(vertex, costBy(vertex), 0, arcsBy(vertex));
    }

    private void grow(int room) {
      reached = Arrays.copyOf(reached, room);
      spent = Arrays.copyOf(spent, room);
      hops = Arrays.copyOf(hops, room);
      parents = Arrays.copyOf(parents, room);
      states = Arrays.copyOf(states, room);
    }

    private boolean isReached(int vertex) {
      int place = places[vertex];
      return place < reachedCount && reached[place] == vertex;
    }

    /** Whether a vertex that was reached is on a best way. */
    private boolean isMarked(int vertex) {
      return isReached(vertex) && states[places[vertex]] == MARKED;
    }

    /** The least cost of a path that comes this way. */
    private double costBy(int vertex) {
      return spent[places[vertex]] + terrain.costAhead(vertex);
    }

    private int arcsBy(int vertex) {
      return hops[places[vertex]] + terrain.arcsAhead(vertex);
    }

    /** The first target reached, after everything with an equal key was settled too; or −1. */
    private int search(int[] banned, double limit, int leastSteps) {
      int goal = -1;
      int steps = 0;
      while (!heap.isEmpty()) {
        int vertex = heap.peek();
        if (states[places[vertex]] == OPEN) {
          if (goal >= 0 && !ties(vertex, goal)) {
            break;
          }
          if (goal < 0 && steps >= leastSteps && heap.leastCost() > limit) {
            givenUpAt = heap.leastCost();
            break;
          }
          steps++;
          heap.pop();
          states[places[vertex]] = SETTLED;
          unmeasured += terrain.isMeasured(vertex) ? 0 : 1;
          if (terrain.isEnd(vertex)) {
            goal = goal < 0 ? vertex : goal;
            mark(vertex);
          } else {
            expand(vertex, banned);
          }
        } else {
          heap.pop();
        }
      }
      return goal;
    }

    private void mark(int vertex) {
      states[places[vertex]] = MARKED;
      if (stackSize == stack.length) {
        stack = Arrays.copyOf(stack, 2 * stackSize);
      }
      stack[stackSize++] = vertex;
    }

    private void expand(int vertex, int[] banned) {
      double before = spent[places[vertex]];
      int arcs = hops[places[vertex]] + 1;
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        if (terrain.allows(arc) && (arcs > 1 || !isBanned(arc, banned))) {
          int head = graph.head(arc);
          double cost = before + costs[arc];
          if (!isReached(head) || isLess(cost, arcs, places[head])) {
            reach(head, cost, arcs, arc);
          }
        }
      }
    }

    private boolean isLess(double cost, int arcs, int place) {
      return cost < spent[place] || (cost == spent[place] && arcs < hops[place]);
    }

    private static boolean isBanned(int arc, int[] banned) {
      return Arrays.binarySearch(banned, arc) >= 0;
    }

    private boolean ties(int a, int b) {
      return costBy(a) == costBy(b) && arcsBy(a) == arcsBy(b);
    }

    /** Of all ways with the key of the goal, the one with the smallest arcs. */
    private int[] smallest(int goal, int[] banned) {
      markBack(banned);
      int[] arcs = new int[hops[places[goal]]];
      int vertex = -1;
      for (int i = 0; i < arcs.length; i++) {
        int arc = i == 0 ? firstArc(banned) : nextArc(vertex, banned);
        if (arc < 0) {
          return byParents(goal);
        }
        arcs[i] = arc;
        vertex = graph.head(arc);
      }
      return arcs;
    }

    /** Marks what lies on such ways, from the targets on the stack backward. */
    private void markBack(int[] banned) {
      while (stackSize > 0) {
        int vertex = stack[--stackSize];
        for (int i = graph.inBegin(vertex), stop = graph.inEnd(vertex); i < stop; i++) {
          int arc = graph.inArc(i);
          int tail = graph.tail(arc);
          if (!isMarked(tail) && keepsTo(arc, banned)) {
            mark(tail);
          }
        }
      }
    }

    private int firstArc(int[] banned) {
      int least = -1;
      for (int start : starts) {
        if (isMarked(start)) {
          int arc = nextArc(start, banned);
          least = arc >= 0 && (least < 0 || arc < least) ? arc : least;
        }
      }
      return least;
    }

    private int nextArc(int vertex, int[] banned) {
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        if (isMarked(graph.head(arc)) && keepsTo(arc, banned)) {
          return arc;
        }
      }
      return -1;
    }

    private boolean keepsTo(int arc, int[] banned) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      if (!isReached(tail) || !isReached(head)) {
        return false;
      }
      int from = places[tail];
      int to = places[head];
      return hops[to] == hops[from] + 1
          && spent[to] == spent[from] + costs[arc]
          && !terrain.isEnd(tail)
          && terrain.allows(arc)
          && (hops[from] > 0 || !isBanned(arc, banned));
    }

    /** Only where rounding has moved a key after it was used. */
    private int[] byParents(int goal) {
      int length = 0;
      for (int v = goal; parents[places[v]] >= 0; v = graph.tail(parents[places[v]])) {
        length++;
      }
      int[] arcs = new int[length];
      for (int v = goal; parents[places[v]] >= 0; v = graph.tail(parents[places[v]])) {
        arcs[--length] = parents[places[v]];
      }
      return arcs;
    }
  }
}
