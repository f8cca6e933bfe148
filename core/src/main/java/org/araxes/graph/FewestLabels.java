package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lists simple paths between two sets of vertices, those that meet the fewest different labels
 * first.
 *
 * <p><b>Definition.</b> Every arc and every vertex bears a set of up to 64 labels. The labels of a
 * path are the union over its arcs and vertices, start and end included. Paths with fewer labels
 * come first, then the cheaper, then those with fewer arcs, then by smaller arcs. Which paths there
 * are is said at {@link KShortestPaths}: simple ones that come back to no group.
 *
 * <p><b>Method.</b> Label setting over pairs of a label set and a cost; a pair is dropped where
 * another one at the same vertex has a subset of its labels at no higher cost and with no more
 * arcs. Next best paths by Lawler's partition (1972). Of several continuations with the same number
 * of labels, cost and arcs, the one found first stands, and what is found first depends on the
 * numbering alone.
 *
 * <p><b>Cost.</b> To find the fewest labels is NP-hard: up to 2^labels pairs a vertex, in practice
 * a handful, as few sets are reached that are not supersets of another. The caller can stop it. The
 * finder is immutable and safe to share between threads; an iterator belongs to one thread.
 */
public final class FewestLabels {
  private final IndexedGraph graph;
  private final double[] costs;
  private final long[] arcLabels;
  private final long[] vertexLabels;
  private final int[] groups;
  private final int[] twins;
  private final BitSet barredArcs;
  private final BitSet barredVertices;

  private FewestLabels(
      IndexedGraph graph,
      double[] costs,
      long[] arcLabels,
      long[] vertexLabels,
      int[] groups,
      int[] twins,
      BitSet barredArcs,
      BitSet barredVertices) {
    this.graph = graph;
    this.costs = costs;
    this.arcLabels = arcLabels;
    this.vertexLabels = vertexLabels;
    this.groups = groups;
    this.twins = twins;
    this.barredArcs = barredArcs;
    this.barredVertices = barredVertices;
  }

  /**
   * Looks for paths in a graph with every vertex its own group and nothing barred.
   *
   * @param graph the graph
   * @param costs a cost for every arc, finite and not negative, which decides between equals
   * @param arcLabels a set of labels for every arc, one bit a label
   * @param vertexLabels a set of labels for every vertex, one bit a label
   * @return the finder
   * @throws IllegalArgumentException if an array is of the wrong length or a cost is not allowed
   */
  public static FewestLabels in(
      IndexedGraph graph, double[] costs, long[] arcLabels, long[] vertexLabels) {
    if (arcLabels.length != graph.arcCount() || vertexLabels.length != graph.vertexCount()) {
      throw new IllegalArgumentException(
          "Labels are given for "
              + arcLabels.length
              + " arcs and "
              + vertexLabels.length
              + " vertices, but the graph has "
              + graph);
    }
    return new FewestLabels(
        graph,
        graph.checkedCosts(costs),
        arcLabels.clone(),
        vertexLabels.clone(),
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
  public FewestLabels withGroups(int[] newGroups) {
    return new FewestLabels(
        graph,
        costs,
        arcLabels,
        vertexLabels,
        KShortestPaths.checkedGroups(graph, newGroups),
        twins,
        barredArcs,
        barredVertices);
  }

  /**
   * Tells which vertices are copies of the same; a path visits at most one of them, even within a
   * group.
   *
   * @param newTwins a number for every vertex, 0 or more, the same for twins
   * @return a finder with these twins
   * @throws IllegalArgumentException if a number is missing or negative
   */
  public FewestLabels withTwins(int[] newTwins) {
    return new FewestLabels(
        graph,
        costs,
        arcLabels,
        vertexLabels,
        groups,
        KShortestPaths.checkedGroups(graph, newTwins),
        barredArcs,
        barredVertices);
  }

  /**
   * Bars arcs and vertices, instead of those barred so far.
   *
   * @param arcs arcs that may not be used
   * @param vertices vertices that may not be entered, started from or ended in
   * @return a finder that keeps off them
   */
  public FewestLabels withBarred(BitSet arcs, BitSet vertices) {
    return new FewestLabels(
        graph,
        costs,
        arcLabels,
        vertexLabels,
        groups,
        twins,
        (BitSet) arcs.clone(),
        (BitSet) vertices.clone());
  }

  /**
   * Lists the paths.
   *
   * @param sources where they may start, in any order
   * @param targets where they may end, in any order
   * @param goOn asked now and then whether to go on; from its first no, there are no more paths
   * @return the paths, each worked out when asked for; paths without arcs come before all others
   * @throws IllegalArgumentException if an end is no vertex
   */
  public PathIterator between(int[] sources, int[] targets, BooleanSupplier goOn) {
    BooleanSupplier latch = Deviations.latched(goOn);
    Terrain terrain =
        new Terrain(
            Lanes.backward(graph, arc -> costs[arc], new double[0]),
            costs,
            groups,
            twins,
            barredArcs,
            barredVertices,
            sources,
            targets);
    terrain.measureAll();
    return new Deviations(terrain, new Search(terrain, latch), latch);
  }

  /**
   * Reads the labels of a path.
   *
   * @param path a path through the graph
   * @return the union of the labels of its arcs and vertices, one bit a label
   */
  public long labels(ArcPath path) {
    return path.arcs().mapToLong(arc -> arcLabels[arc]).reduce(0, (a, b) -> a | b)
        | path.vertices(graph).mapToLong(v -> vertexLabels[v]).reduce(0, (a, b) -> a | b);
  }

  /**
   * The continuation with the fewest labels in all. What it finds at a vertex is called a state.
   */
  private final class Search implements Continuation {
    private static final int STEPS_BETWEEN_QUESTIONS = 256;

    private final Terrain terrain;
    private final BooleanSupplier goOn;
    private final IndexedHeap heap = new IndexedHeap(64);
    private final int[] fronts;
    private final int[] stamps;
    private int stamp;

    private int[] vertices = new int[64];
    private long[] masks = new long[64];
    private double[] spent = new double[64];
    private int[] hops = new int[64];
    private int[] arcs = new int[64];
    private int[] parents = new int[64];
    private int[] siblings = new int[64];
    private final BitSet dropped = new BitSet();
    private int size;

    Search(Terrain terrain, BooleanSupplier goOn) {
      this.terrain = terrain;
      this.goOn = goOn;
      this.fronts = new int[graph.vertexCount()];
      this.stamps = new int[graph.vertexCount()];
    }

    @Override
    public double rank(int[] path, int length) {
      return Long.bitCount(collect(path, length));
    }

    @Override
    public double rankAt(int vertex) {
      return Long.bitCount(vertexLabels[vertex]);
    }

    private long collect(int[] path, int length) {
      long labels = 0;
      for (int i = 0; i < length; i++) {
        labels |= arcLabels[path[i]] | vertexLabels[graph.head(path[i])];
      }
      return length == 0 ? labels : labels | vertexLabels[graph.tail(path[0])];
    }

    @Override
    public double givenUpAt() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public int[] after(int[] prefix, int length, int[] banned, double limit, int leastSteps) {
      begin();
      if (length > 0) {
        start(graph.head(prefix[length - 1]), collect(prefix, length));
      } else {
        for (int source : terrain.sources) {
          start(source, vertexLabels[source]);
        }
      }
      for (int steps = 1; !heap.isEmpty(); steps++) {
        int state = heap.pop();
        if (!dropped.get(state)) {
          if (terrain.isEnd(vertices[state])) {
            return pathTo(state);
          }
          expand(state, banned);
        }
        if (steps % STEPS_BETWEEN_QUESTIONS == 0 && !goOn.getAsBoolean()) {
          break;
        }
      }
      return new int[0];
    }

    private void begin() {
      if (stamp == Integer.MAX_VALUE) {
        Arrays.fill(stamps, 0);
        stamp = 0;
      }
      stamp++;
      size = 0;
      dropped.clear();
      heap.clear();
    }

    private void start(int vertex, long labels) {
      if (terrain.isHopeful(vertex) && !terrain.isEnd(vertex)) {
        reach(vertex, labels, 0, 0, -1, -1);
      }
    }

    private void expand(int state, int[] banned) {
      int vertex = vertices[state];
      for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
        int arc = graph.outArc(i);
        boolean isBanned = hops[state] == 0 && Arrays.binarySearch(banned, arc) >= 0;
        if (!isBanned && terrain.allows(arc)) {
          int head = graph.head(arc);
          long labels = masks[state] | arcLabels[arc] | vertexLabels[head];
          reach(head, labels, spent[state] + costs[arc], hops[state] + 1, arc, state);
        }
      }
    }

    /** Adds a state unless another one at the vertex is as good in everything. */
    private void reach(int vertex, long labels, double cost, int count, int arc, int parent) {
      if (stamps[vertex] != stamp) {
        stamps[vertex] = stamp;
        fronts[vertex] = -1;
      }
      int kept = -1;
      for (int s = fronts[vertex]; s >= 0; s = siblings[s]) {
        if (isAsGood(masks[s], spent[s], hops[s], labels, cost, count)) {
          return;
        }
      }
      for (int s = fronts[vertex]; s >= 0; s = siblings[s]) {
        if (isAsGood(labels, cost, count, masks[s], spent[s], hops[s])) {
          dropped.set(s);
          unlink(vertex, kept, s);
        } else {
          kept = s;
        }
      }
      add(vertex, labels, cost, count, arc, parent);
    }

    private void unlink(int vertex, int before, int state) {
      if (before < 0) {
        fronts[vertex] = siblings[state];
      } else {
        siblings[before] = siblings[state];
      }
    }

    private boolean isAsGood(
        long labels, double cost, int count, long otherLabels, double otherCost, int otherCount) {
      return (labels & ~otherLabels) == 0
          && (cost < otherCost || (cost == otherCost && count <= otherCount));
    }

    private void add(int vertex, long labels, double cost, int count, int arc, int parent) {
      if (size == vertices.length) {
        grow(size + (size >> 1));
      }
      vertices[size] = vertex;
      masks[size] = labels;
      spent[size] = cost;
      hops[size] = count;
      arcs[size] = arc;
      parents[size] = parent;
      siblings[size] = fronts[vertex];
      fronts[vertex] = size;
      heap.grow(size + 1);
      heap.offer(
          size,
          Long.bitCount(labels),
          cost + terrain.costAhead(vertex),
          count + terrain.arcsAhead(vertex));
      size++;
    }

    private void grow(int length) {
      vertices = Arrays.copyOf(vertices, length);
      masks = Arrays.copyOf(masks, length);
      spent = Arrays.copyOf(spent, length);
      hops = Arrays.copyOf(hops, length);
      arcs = Arrays.copyOf(arcs, length);
      parents = Arrays.copyOf(parents, length);
      siblings = Arrays.copyOf(siblings, length);
    }

    private int[] pathTo(int state) {
      int[] path = new int[hops[state]];
      for (int s = state; parents[s] >= 0; s = parents[s]) {
        path[hops[s] - 1] = arcs[s];
      }
      return path;
    }
  }
}
