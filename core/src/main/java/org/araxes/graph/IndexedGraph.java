package org.araxes.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A directed multigraph whose vertices and arcs are numbers.
 *
 * <p><b>Definition.</b> Vertices are 0 to n − 1. Arcs are 0 to m − 1 in the order in which they
 * were added; parallel arcs and loops are legal and stay apart.
 *
 * <p><b>Method.</b> Compressed sparse rows in both directions: the arcs that leave (or enter) one
 * vertex stand side by side, in ascending order of arc. Where all edges are two-way (see {@link
 * #isTwoWay}) the rows of one direction serve the other, and the head of one arc is the tail of its
 * opposite.
 *
 * <p><b>Cost.</b> 16 bytes an arc and 8 bytes a vertex, of two-way edges half of that: 16 bytes an
 * edge and 4 bytes a vertex. Building takes O(n + m). Immutable and safe to share between threads.
 */
public final class IndexedGraph {
  private static final int[] NONE = {};

  private final boolean twoWay;

  /** Empty where the tail of an arc is the head of its opposite. */
  private final int[] tails;

  private final int[] heads;
  private final int[] outOffsets;
  private final int[] outArcs;
  private final int[] inOffsets;

  /** Empty where the arcs that enter are the opposites of those that leave. */
  private final int[] inArcs;

  private IndexedGraph(int vertices, int[] tails, int[] heads) {
    this.heads = heads;
    this.twoWay = isTwoWay(tails, heads);
    this.outOffsets = offsets(vertices, tails);
    this.outArcs = sortedByEnd(outOffsets, tails);
    this.tails = twoWay ? NONE : tails;
    this.inOffsets = twoWay ? outOffsets : offsets(vertices, heads);
    this.inArcs = twoWay ? NONE : sortedByEnd(inOffsets, heads);
  }

  /**
   * Starts a graph.
   *
   * @param vertices the number of vertices, 0 or more
   * @return a builder without arcs
   * @throws IllegalArgumentException if the number is negative
   */
  public static Builder builder(int vertices) {
    return new Builder(vertices);
  }

  /**
   * Tells the size.
   *
   * @return the number of vertices n
   */
  public int vertexCount() {
    return outOffsets.length - 1;
  }

  /**
   * Tells the size.
   *
   * @return the number of arcs m
   */
  public int arcCount() {
    return heads.length;
  }

  /**
   * Tells whether all edges are two-way: whether the arcs 0 and 1 are opposite (the one begins
   * where the other ends), and so the arcs 2 and 3, and all others to the last.
   *
   * @return true if so; such a graph takes half the memory
   */
  public boolean isTwoWay() {
    return twoWay;
  }

  /**
   * Tells where an arc begins.
   *
   * @param arc an arc
   * @return its first vertex
   * @throws IndexOutOfBoundsException if there is no such arc
   */
  public int tail(int arc) {
    return twoWay ? heads[arc ^ 1] : tails[arc];
  }

  /**
   * Tells where an arc ends.
   *
   * @param arc an arc
   * @return its last vertex, the same as its first for a loop
   * @throws IndexOutOfBoundsException if there is no such arc
   */
  public int head(int arc) {
    return heads[arc];
  }

  /**
   * Gives the first position of the arcs that leave a vertex, for a loop up to {@link #outEnd}.
   *
   * @param vertex a vertex
   * @return a position for {@link #outArc}
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public int outBegin(int vertex) {
    return outOffsets[vertex];
  }

  /**
   * Gives the position after the last of the arcs that leave a vertex.
   *
   * @param vertex a vertex
   * @return a position that is no longer the vertex's own
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public int outEnd(int vertex) {
    return outOffsets[vertex + 1];
  }

  /**
   * Reads the arc at a position; within one vertex the arcs ascend.
   *
   * @param position from {@link #outBegin} up to, not including, {@link #outEnd}
   * @return an arc that leaves the vertex
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int outArc(int position) {
    return outArcs[position];
  }

  /**
   * Gives the first position of the arcs that enter a vertex, for a loop up to {@link #inEnd}.
   *
   * @param vertex a vertex
   * @return a position for {@link #inArc}
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public int inBegin(int vertex) {
    return inOffsets[vertex];
  }

  /**
   * Gives the position after the last of the arcs that enter a vertex.
   *
   * @param vertex a vertex
   * @return a position that is no longer the vertex's own
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public int inEnd(int vertex) {
    return inOffsets[vertex + 1];
  }

  /**
   * Reads the arc at a position; within one vertex the arcs ascend.
   *
   * @param position from {@link #inBegin} up to, not including, {@link #inEnd}
   * @return an arc that enters the vertex
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public int inArc(int position) {
    return twoWay ? opposite(outArcs[position]) : inArcs[position];
  }

  /**
   * Lists the arcs that leave a vertex, where comfort counts more than speed.
   *
   * @param vertex a vertex
   * @return its arcs, ascending
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public IntStream outArcs(int vertex) {
    return Arrays.stream(outArcs, outOffsets[vertex], outOffsets[vertex + 1]);
  }

  /**
   * Lists the arcs that enter a vertex, where comfort counts more than speed.
   *
   * @param vertex a vertex
   * @return its arcs, ascending
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public IntStream inArcs(int vertex) {
    return IntStream.range(inOffsets[vertex], inOffsets[vertex + 1]).map(this::inArc);
  }

  /** Refuses a number that is no vertex, with the range there is. */
  void checkVertices(int... vertices) {
    for (int vertex : vertices) {
      if (vertex < 0 || vertex >= vertexCount()) {
        throw new IllegalArgumentException(noVertex(vertex, vertexCount()));
      }
    }
  }

  /** Copies costs after checking that there is one for every arc, finite and not negative. */
  double[] checkedCosts(double[] costs) {
    checkCosts(costs);
    return costs.clone();
  }

  /** Refuses costs unless there is one for every arc, finite and not negative. */
  void checkCosts(double[] costs) {
    if (costs.length != arcCount()) {
      throw new IllegalArgumentException(
          "There are "
              + arcCount()
              + " arcs but "
              + costs.length
              + " costs. Maybe of another graph?");
    }
    for (int arc = 0; arc < costs.length; arc++) {
      if (!(costs[arc] >= 0 && costs[arc] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The cost of arc "
                + arc
                + " is "
                + costs[arc]
                + ", but costs are finite and not negative. Maybe the arc should be barred instead?");
      }
    }
  }

  @Override
  public String toString() {
    return vertexCount() + " vertices, " + arcCount() + " arcs";
  }

  /** Of a two-way edge the other arc; but a loop is its own, so that arcs ascend there as well. */
  private int opposite(int arc) {
    return heads[arc] == heads[arc ^ 1] ? arc : arc ^ 1;
  }

  private static boolean isTwoWay(int[] tails, int[] heads) {
    boolean all = tails.length % 2 == 0;
    for (int arc = 0; all && arc < tails.length; arc += 2) {
      all = tails[arc] == heads[arc + 1] && heads[arc] == tails[arc + 1];
    }
    return all;
  }

  private static int[] offsets(int vertices, int[] ends) {
    int[] offsets = new int[vertices + 1];
    for (int end : ends) {
      offsets[end + 1]++;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      offsets[vertex + 1] += offsets[vertex];
    }
    return offsets;
  }

  private static int[] sortedByEnd(int[] offsets, int[] ends) {
    int[] free = offsets.clone();
    int[] arcs = new int[ends.length];
    for (int arc = 0; arc < ends.length; arc++) {
      arcs[free[ends[arc]]++] = arc;
    }
    return arcs;
  }

  private static String noVertex(int vertex, int vertices) {
    return "There is no vertex "
        + vertex
        + " among "
        + vertices
        + ". Maybe it was counted from one, or belongs to another graph?";
  }

  /** Collects arcs and makes the graph. */
  public static final class Builder {
    private final int vertices;
    private int[] tails = new int[16];
    private int[] heads = new int[16];
    private int size;

    private Builder(int vertices) {
      if (vertices < 0) {
        throw new IllegalArgumentException("A graph has 0 vertices or more, but not " + vertices);
      }
      this.vertices = vertices;
    }

    /**
     * Adds an arc; parallel arcs and loops are welcome.
     *
     * @param tail where it begins
     * @param head where it ends
     * @return the arc's number: how many arcs there were before
     * @throws IllegalArgumentException if an end is no vertex
     */
    public int arc(int tail, int head) {
      check(tail);
      check(head);
      if (size == tails.length) {
        tails = Arrays.copyOf(tails, size + (size >> 1));
        heads = Arrays.copyOf(heads, size + (size >> 1));
      }
      tails[size] = tail;
      heads[size] = head;
      return size++;
    }

    /**
     * Makes the graph; the builder may go on afterwards.
     *
     * @return a graph of the arcs added so far
     */
    public IndexedGraph build() {
      return new IndexedGraph(vertices, Arrays.copyOf(tails, size), Arrays.copyOf(heads, size));
    }

    private void check(int vertex) {
      if (vertex < 0 || vertex >= vertices) {
        throw new IllegalArgumentException(noVertex(vertex, vertices));
      }
    }
  }
}
