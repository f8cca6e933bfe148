package org.araxes.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.araxes.graph.IndexedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * A made-up road network, called {@code roadK}: the same for the same size on every machine.
 *
 * <p><b>Definition.</b> A lattice of K × K points, each moved by up to 0.4 of a cell in both
 * directions. Neighbours in a row or column are joined with probability 0.66; along every 16th line
 * all are, at twice the speed, and along every 64th at more than three times. The largest connected
 * part is kept. Nodes have 2.7 to 2.8 neighbours on average, much like real roads.
 *
 * <p><b>Costs</b> are travel times in thousandths of what one cell takes on a slow road: whole
 * numbers from 1 on, so that sums are exact and answers can be compared to the last bit.
 *
 * <p><b>Arcs.</b> Edge e is the arcs 2e and 2e + 1, there and back at the same cost.
 */
public final class RoadLattice {
  private static final long SEED = 7;
  private static final double KEEP = 0.66;
  private static final double JITTER = 0.4;
  private static final int FAST = 16;
  private static final int FASTEST = 64;
  private static final double SLOW_SPEED = 30;
  private static final double FAST_SPEED = 60;
  private static final double FASTEST_SPEED = 100;
  private static final double UNITS = 1_000;

  private final float[] xs;
  private final float[] ys;
  private final int[] tails;
  private final int[] heads;
  private final double[] costs;

  private RoadLattice(float[] xs, float[] ys, int[] tails, int[] heads, double[] costs) {
    this.xs = xs;
    this.ys = ys;
    this.tails = tails;
    this.heads = heads;
    this.costs = costs;
  }

  /**
   * Makes the network that a name stands for.
   *
   * @param name {@code road} and the number of points a side, such as {@code road100}
   * @return the network
   * @throws IllegalArgumentException if the name is of another kind
   */
  public static RoadLattice named(String name) {
    if (!name.matches("road[1-9]\\d{0,3}")) {
      throw new IllegalArgumentException("No network \"" + name + "\". Maybe \"road100\"?");
    }
    return of(Integer.parseInt(name.substring("road".length())));
  }

  /**
   * Makes a network.
   *
   * @param side the points a side, 1 or more
   * @return the network
   */
  public static RoadLattice of(int side) {
    if (side < 1) {
      throw new IllegalArgumentException("A lattice has 1 point a side or more, but not " + side);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    int points = side * side;
    float[] xs = new float[points];
    float[] ys = new float[points];
    for (int point = 0; point < points; point++) {
      int column = point % side;
      int line = point / side;
      xs[point] = (float) (column + random.nextDouble(-JITTER, JITTER));
      ys[point] = (float) (line + random.nextDouble(-JITTER, JITTER));
    }
    int[] tails = new int[2 * points];
    int[] heads = new int[2 * points];
    double[] costs = new double[2 * points];
    int edges = 0;
    for (int point = 0; point < points; point++) {
      for (boolean along : new boolean[] {true, false}) {
        int place = along ? point % side : point / side;
        int line = along ? point / side : point % side;
        if (place == side - 1 || (line % FAST != 0 && random.nextDouble() > KEEP)) {
          continue;
        }
        int next = along ? point + 1 : point + side;
        double length = Math.hypot(xs[point] - xs[next], ys[point] - ys[next]);
        tails[edges] = point;
        heads[edges] = next;
        costs[edges++] = Math.max(1, Math.floor(length * slowness(line) * SLOW_SPEED * UNITS));
      }
    }
    return largestPart(
        xs,
        ys,
        Arrays.copyOf(tails, edges),
        Arrays.copyOf(heads, edges),
        Arrays.copyOf(costs, edges));
  }

  private static double slowness(int line) {
    return 1 / (line % FASTEST == 0 ? FASTEST_SPEED : line % FAST == 0 ? FAST_SPEED : SLOW_SPEED);
  }

  private static RoadLattice largestPart(
      float[] xs, float[] ys, int[] tails, int[] heads, double[] costs) {
    int[] parents = new int[xs.length];
    Arrays.setAll(parents, point -> point);
    for (int edge = 0; edge < tails.length; edge++) {
      parents[root(parents, tails[edge])] = root(parents, heads[edge]);
    }
    int[] sizes = new int[xs.length];
    int largest = 0;
    for (int point = 0; point < xs.length; point++) {
      int root = root(parents, point);
      largest = ++sizes[root] > sizes[largest] ? root : largest;
    }
    int[] numbers = new int[xs.length];
    int nodes = 0;
    for (int point = 0; point < xs.length; point++) {
      boolean kept = root(parents, point) == largest;
      numbers[point] = kept ? nodes : -1;
      if (kept) {
        xs[nodes] = xs[point];
        ys[nodes++] = ys[point];
      }
    }
    int edges = 0;
    for (int edge = 0; edge < tails.length; edge++) {
      if (numbers[tails[edge]] >= 0) {
        tails[edges] = numbers[tails[edge]];
        heads[edges] = numbers[heads[edge]];
        costs[edges++] = costs[edge];
      }
    }
    return new RoadLattice(
        Arrays.copyOf(xs, nodes),
        Arrays.copyOf(ys, nodes),
        Arrays.copyOf(tails, edges),
        Arrays.copyOf(heads, edges),
        Arrays.copyOf(costs, edges));
  }

  private static int root(int[] parents, int point) {
    int root = point;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /**
   * Counts the nodes.
   *
   * @return how many, numbered from 0 row by row
   */
  public int nodes() {
    return xs.length;
  }

  /**
   * Counts the edges.
   *
   * @return how many, each for both directions
   */
  public int edges() {
    return tails.length;
  }

  /**
   * Tells where an edge begins.
   *
   * @param edge the edge
   * @return a node
   */
  public int tail(int edge) {
    return tails[edge];
  }

  /**
   * Tells where an edge ends.
   *
   * @param edge the edge
   * @return a node
   */
  public int head(int edge) {
    return heads[edge];
  }

  /**
   * Tells what an edge costs.
   *
   * @param edge the edge
   * @return a whole number from 1 on
   */
  public double cost(int edge) {
    return costs[edge];
  }

  /**
   * Tells where a node lies.
   *
   * @param node the node
   * @return in cells from the left
   */
  public double x(int node) {
    return xs[node];
  }

  /**
   * Tells where a node lies.
   *
   * @param node the node
   * @return in cells from the top
   */
  public double y(int node) {
    return ys[node];
  }

  /**
   * Gives the network to Araxes.
   *
   * @return a new graph of two arcs an edge
   */
  public IndexedGraph graph() {
    IndexedGraph.Builder builder = IndexedGraph.builder(nodes());
    for (int edge = 0; edge < edges(); edge++) {
      builder.arc(tails[edge], heads[edge]);
      builder.arc(heads[edge], tails[edge]);
    }
    return builder.build();
  }

  /**
   * Gives the costs to Araxes.
   *
   * @return one for each arc of {@link #graph}
   */
  public double[] arcCosts() {
    double[] both = new double[2 * edges()];
    Arrays.setAll(both, arc -> costs[arc / 2]);
    return both;
  }

  /**
   * Gives the network to JGraphT.
   *
   * @return a new undirected graph
   */
  public SimpleWeightedGraph<Integer, DefaultWeightedEdge> jgrapht() {
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Integer[] vertices = new Integer[nodes()];
    for (int node = 0; node < vertices.length; node++) {
      vertices[node] = node;
      graph.addVertex(vertices[node]);
    }
    for (int edge = 0; edge < edges(); edge++) {
      DefaultWeightedEdge added = graph.addEdge(vertices[tails[edge]], vertices[heads[edge]]);
      graph.setEdgeWeight(added, costs[edge]);
    }
    return graph;
  }

  /**
   * Draws questions from somewhere to elsewhere.
   *
   * @param count how many
   * @return pairs of different nodes, the same on every run
   */
  public int[][] pairs(int count) {
    SplittableRandom random = new SplittableRandom(SEED + nodes());
    int[][] pairs = new int[count][];
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(nodes());
      int to = random.nextInt(nodes() - 1);
      pairs[i] = new int[] {from, to >= from ? to + 1 : to};
    }
    return pairs;
  }
}
