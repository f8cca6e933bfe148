package org.araxes.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.araxes.graph.ReliabilityProblem;

/**
 * Made-up networks as sparse and irregular as those of telecom companies: the same on every
 * machine.
 *
 * <p><b>Definition.</b> Main points lie at random in a rectangle one to four times as long as it is
 * high, and the longer the more edges there are beyond a hundred. Two are joined where no third is
 * nearer to both than they are to each other (the relative neighbourhood graph of Toussaint 1980,
 * Pattern Recognition 12, 261–268), and one pair in fifty by a long line besides. On a line lie up
 * to three stations more; and from main points and stations hang lines that end nowhere else.
 *
 * <p><b>Sizes.</b> From 20 to 900 edges, small ones more often than large ones; 2.2 neighbours a
 * node on average, and every fifth node at the end of a line.
 *
 * <p><b>Question.</b> From one node to another that is most lines away from it, the first found
 * from the node that is most lines away from node 0.
 */
final class TelecomNetworks {
  private static final long SEED = 7;
  private static final int LEAST_EDGES = 20;
  private static final int MOST_EDGES = 900;
  private static final int MOST_LENGTH = 3;
  private static final double LONG_FROM = 100;
  private static final int LONG_LINES = 50;
  private static final double SMALLNESS = 5;
  private static final double SPURS = 0.1;
  private static final double EDGES_PER_POINT = 1.5;
  private static final double[] STATIONS = {0.9, 0.98, 0.99, 1};

  private final SplittableRandom random;
  private final List<int[]> edges = new ArrayList<>();
  private int nodes;

  private TelecomNetworks(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Makes networks.
   *
   * @param count how many
   * @param survival how likely each edge holds
   * @return problems from end to end
   */
  static List<ReliabilityProblem> of(int count, double survival) {
    List<ReliabilityProblem> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TelecomNetworks network = new TelecomNetworks(SEED + i);
      network.draw(sizeOf(i, count));
      all.add(network.problem(survival));
    }
    return all;
  }

  /** Half of them have fewer than 23 edges, an eighth more than 140. */
  private static int sizeOf(int i, int count) {
    double part = (double) i / (count - 1);
    return (int)
        Math.round(
            LEAST_EDGES * Math.pow((double) MOST_EDGES / LEAST_EDGES, Math.pow(part, SMALLNESS)));
  }

  private void draw(int size) {
    int points = Math.max(5, (int) Math.round(size / EDGES_PER_POINT));
    double length = (1 + MOST_LENGTH * random.nextDouble()) * Math.max(1, size / LONG_FROM);
    double[] xs = new double[points];
    double[] ys = new double[points];
    for (int point = 0; point < points; point++) {
      xs[point] = length * random.nextDouble();
      ys[point] = random.nextDouble();
    }
    nodes = points;
    for (int a = 0; a < points; a++) {
      for (int b = a + 1; b < points; b++) {
        if (areNeighbours(xs, ys, a, b)) {
          line(a, b);
        }
      }
    }
    for (int i = 0; i < points / LONG_LINES; i++) {
      line(random.nextInt(points), random.nextInt(points));
    }
    while (edges.size() < size) {
      spur(random.nextInt(nodes));
    }
  }

  private static boolean areNeighbours(double[] xs, double[] ys, int a, int b) {
    double apart = square(xs, ys, a, b);
    for (int other = 0; other < xs.length; other++) {
      if (other != a
          && other != b
          && Math.max(square(xs, ys, a, other), square(xs, ys, b, other)) < apart) {
        return false;
      }
    }
    return true;
  }

  private static double square(double[] xs, double[] ys, int a, int b) {
    double x = xs[a] - xs[b];
    double y = ys[a] - ys[b];
    return x * x + y * y;
  }

  private void line(int from, int to) {
    double drawn = random.nextDouble();
    int here = from;
    for (int station = 0; STATIONS[station] < drawn; station++) {
      int next = nodes++;
      edges.add(new int[] {here, next});
      here = next;
    }
    edges.add(new int[] {here, to});
    if (random.nextDouble() < SPURS) {
      spur(here);
    }
  }

  private void spur(int from) {
    edges.add(new int[] {from, nodes++});
  }

  private ReliabilityProblem problem(double survival) {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(nodes);
    for (int[] edge : edges) {
      builder.twoWay(edge[0], edge[1], survival);
    }
    int source = farthest(0);
    return builder.build(new int[] {source}, new int[] {farthest(source)});
  }

  private int farthest(int from) {
    int[] distance = new int[nodes];
    int[] queue = new int[nodes];
    distance[from] = 1;
    queue[0] = from;
    int end = 1;
    for (int next = 0; next < end; next++) {
      for (int[] edge : edges) {
        for (int turn = 0; turn < 2; turn++) {
          int there = edge[1 - turn];
          if (edge[turn] == queue[next] && distance[there] == 0) {
            distance[there] = distance[queue[next]] + 1;
            queue[end++] = there;
          }
        }
      }
    }
    return queue[end - 1];
  }
}
