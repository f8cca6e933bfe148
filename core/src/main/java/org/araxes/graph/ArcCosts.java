package org.araxes.graph;

/**
 * A cost for every arc of a graph, in as little memory as tells them exactly.
 *
 * <p>Where both arcs of every two-way edge (see {@link IndexedGraph#isTwoWay}) cost the same, one
 * number serves both; where every cost is a number of single precision, such as any whole number up
 * to 2²⁴, it takes four bytes and not eight. What is read is always what was given, to the last
 * bit.
 *
 * <p><b>Cost.</b> 2 to 8 bytes an arc. Immutable and safe to share between threads.
 */
public final class ArcCosts {
  private final int arcs;
  private final int shift;
  private final float[] singles;
  private final double[] doubles;

  private ArcCosts(int arcs, int shift, float[] singles, double[] doubles) {
    this.arcs = arcs;
    this.shift = shift;
    this.singles = singles;
    this.doubles = doubles;
  }

  /**
   * Keeps the costs of a graph's arcs.
   *
   * @param graph the graph
   * @param costs a cost for every arc, finite and not negative
   * @return the costs
   * @throws IllegalArgumentException if a cost is missing, negative, infinite or not a number
   */
  public static ArcCosts of(IndexedGraph graph, double[] costs) {
    graph.checkCosts(costs);
    boolean alike = graph.isTwoWay();
    boolean single = true;
    for (int arc = 0; arc < costs.length; arc++) {
      alike &= !graph.isTwoWay() || costs[arc] == costs[arc ^ 1];
      single &= (float) costs[arc] == costs[arc];
    }
    int step = alike ? 2 : 1;
    float[] singles = new float[single ? costs.length / step : 0];
    double[] doubles = new double[single ? 0 : costs.length / step];
    for (int arc = 0; arc < costs.length; arc += step) {
      if (single) {
        singles[arc / step] = (float) costs[arc];
      } else {
        doubles[arc / step] = costs[arc];
      }
    }
    return new ArcCosts(costs.length, step - 1, singles, doubles);
  }

  /**
   * Tells how many costs there are.
   *
   * @return the number of arcs of the graph
   */
  public int arcCount() {
    return arcs;
  }

  /**
   * Reads a cost.
   *
   * @param arc an arc
   * @return its cost, finite and not negative
   * @throws IndexOutOfBoundsException if there is no such arc
   */
  public double of(int arc) {
    int place = arc >> shift;
    return singles.length > 0 ? singles[place] : doubles[place];
  }

  /** Whether both arcs of every two-way edge are known to cost the same. */
  boolean areTwoWay() {
    return shift > 0;
  }
}
