package org.araxes.leverage;

import java.util.Arrays;
import org.araxes.graph.KeyDiagram;

/**
 * The chance that each player makes the difference when the others consent with a probability, and
 * its integral.
 *
 * <p><b>Cost.</b> Two passes over the diagram for each probability; several at a time, so that a
 * node is fetched once for all of them.
 */
final class MultilinearExtension {
  private static final int LANES = 4;
  private static final int NEWTON_STEPS = 100;

  private final KeyDiagram diagram;
  private final int always;
  private final double[] integrals;
  private final double[] atHalf;
  private double winsIntegral;
  private double winsAtHalf;
  private final double[] up;
  private final double[] down;

  MultilinearExtension(KeyDiagram diagram) {
    this.diagram = diagram;
    this.always = diagram.mandatory().cardinality();
    integrals = new double[diagram.levelCount()];
    atHalf = new double[diagram.levelCount()];
    up = new double[LANES * diagram.size()];
    down = new double[LANES * diagram.size()];
    int points = (diagram.levelCount() + always) / 2 + 1;
    double[] nodes = new double[points];
    double[] weights = new double[points];
    gauss(nodes, weights);
    for (int first = 0; first < points; first += LANES) {
      double[] q = new double[LANES];
      double[] weight = new double[LANES];
      for (int lane = 0; lane < LANES && first + lane < points; lane++) {
        q[lane] = nodes[first + lane];
        weight[lane] = weights[first + lane];
      }
      pass(q, weight, integrals);
      for (int lane = 0; lane < LANES && always > 0; lane++) {
        winsIntegral +=
            weight[lane] * Math.pow(q[lane], always - 1) * up[LANES * diagram.root() + lane];
      }
    }
    pass(new double[] {0.5, 0, 0, 0}, new double[] {1, 0, 0, 0}, atHalf);
    winsAtHalf = Math.scalb(up[LANES * diagram.root()], 1 - always);
  }

  /** Shapley-Shubik of the player of a level. */
  double shapley(int level) {
    return integrals[level];
  }

  /** Absolute Banzhaf of the player of a level. */
  double banzhaf(int level) {
    return atHalf[level];
  }

  /** Shapley-Shubik of one who is always needed. */
  double shapleyOfVeto() {
    return winsIntegral;
  }

  /** Absolute Banzhaf of one who is always needed. */
  double banzhafOfVeto() {
    return winsAtHalf;
  }

  private void pass(double[] q, double[] weight, double[] sums) {
    int size = diagram.size();
    double[] begin = new double[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      up[KeyDiagram.NO * LANES + lane] = 0;
      up[KeyDiagram.YES * LANES + lane] = 1;
      begin[lane] = weight[lane] * Math.pow(q[lane], always);
    }
    for (int node = 2; node < size; node++) {
      int low = LANES * diagram.low(node);
      int high = LANES * diagram.high(node);
      int here = LANES * node;
      for (int lane = 0; lane < LANES; lane++) {
        up[here + lane] = up[low + lane] + q[lane] * (up[high + lane] - up[low + lane]);
      }
    }
    Arrays.fill(down, 0);
    System.arraycopy(begin, 0, down, LANES * diagram.root(), LANES);
    for (int node = size - 1; node >= 2; node--) {
      int low = LANES * diagram.low(node);
      int high = LANES * diagram.high(node);
      int here = LANES * node;
      double sum = 0;
      for (int lane = 0; lane < LANES; lane++) {
        double reached = down[here + lane];
        sum += reached * (up[high + lane] - up[low + lane]);
        down[low + lane] += reached * (1 - q[lane]);
        down[high + lane] += reached * q[lane];
      }
      sums[diagram.level(node)] += sum;
    }
  }

  /** Nodes and weights on [0, 1], by Newton's method from a good guess. */
  private static void gauss(double[] nodes, double[] weights) {
    int n = nodes.length;
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        double move = value / slope;
        x -= move;
        if (Math.abs(move) < 1e-15) {
          break;
        }
      }
      nodes[i] = (x + 1) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
  }
}
