package org.araxes.graph;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds an order of the vertices in which a frontier method has little to remember.
 *
 * <p><b>Definition.</b> Vertices are finished one by one, each with its links to those not yet
 * finished. The frontier is the set of vertices that have been met and not finished. An order costs
 * the sum over the links of 3.3 to the power of the frontier's size after the link: the number of
 * partitions that turn up grows about so.
 *
 * <p><b>Method.</b> The order of the numbers, breadth-first orders, and greedy ones that finish
 * next the vertex with the fewest unmet neighbours, from every start, with different ties; then
 * with noise. The search ends when it has taken as many steps as the best order found promises to
 * cost, so a simple graph is not searched for long. Steps are counted, never timed: the order
 * depends on the graph and the seed alone.
 */
final class EliminationOrder {
  private static final double GROWTH = 3.3;
  private static final int MOST_TRIES = 4_000;

  /** How many steps of this search a unit of cost is worth. */
  private static final double EAGERNESS = 0.25;

  /** Even a graph that costs next to nothing is worth so many steps. */
  private static final long FEW_STEPS = 20_000;

  private final int vertices;
  private final int[] offsets;
  private final int[] neighbours;
  private final double[] powers = new double[256];
  private final boolean[] met;
  private final boolean[] finished;
  private final int[] unmet;
  private final int[] age;
  private final int[] frontier;
  private int[] best;
  private double bestCost = Double.POSITIVE_INFINITY;
  private int bestWidth;
  private long steps;

  private enum Tie {
    OLDEST,
    NEWEST,
    ANY
  }

  private EliminationOrder(int vertices, int[] tails, int[] heads) {
    this.vertices = vertices;
    offsets = new int[vertices + 1];
    for (int link = 0; link < tails.length; link++) {
      offsets[tails[link] + 1]++;
      offsets[heads[link] + 1]++;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      offsets[vertex + 1] += offsets[vertex];
    }
    neighbours = new int[2 * tails.length];
    int[] free = offsets.clone();
    for (int link = 0; link < tails.length; link++) {
      neighbours[free[tails[link]]++] = heads[link];
      neighbours[free[heads[link]]++] = tails[link];
    }
    for (int width = 0; width < powers.length; width++) {
      powers[width] = Math.pow(GROWTH, width);
    }
    met = new boolean[vertices];
    finished = new boolean[vertices];
    unmet = new int[vertices];
    age = new int[vertices];
    frontier = new int[vertices];
    best = new int[vertices];
  }

  static EliminationOrder of(
      int vertices, int[] tails, int[] heads, int source, int target, long seed) {
    EliminationOrder search = new EliminationOrder(vertices, tails, heads);
    search.run(source, target, new SplittableRandom(seed));
    return search;
  }

  /** The order found: the vertices as they are finished. */
  int[] order() {
    return best;
  }

  /** What it costs. */
  double cost() {
    return bestCost;
  }

  /** The most vertices in the frontier of that order. */
  int width() {
    return bestWidth;
  }

  private void run(int source, int target, SplittableRandom random) {
    int[] byNumber = new int[vertices];
    Arrays.setAll(byNumber, i -> i);
    offer(byNumber);
    offer(breadthFirst(source));
    offer(breadthFirst(target));
    for (Tie tie : Tie.values()) {
      offer(greedy(source, tie, 0, random));
      offer(greedy(target, tie, 0, random));
    }
    for (int attempt = 0; attempt < MOST_TRIES && goesOn(); attempt++) {
      boolean round = attempt < 3 * vertices;
      int start = round ? attempt % vertices : random.nextInt(vertices);
      Tie tie = round ? Tie.values()[attempt / vertices] : Tie.ANY;
      offer(greedy(start, tie, round ? 0 : 0.8, random));
    }
  }

  private boolean goesOn() {
    return steps < FEW_STEPS || steps < EAGERNESS * bestCost;
  }

  private int[] breadthFirst(int start) {
    int[] order = new int[vertices];
    boolean[] seen = new boolean[vertices];
    int end = 0;
    int next = 0;
    for (int i = -1; i < vertices; i++) {
      int root = i < 0 ? start : i;
      if (!seen[root]) {
        seen[root] = true;
        order[end++] = root;
        while (next < end) {
          int vertex = order[next++];
          for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++) {
            if (!seen[neighbours[at]]) {
              seen[neighbours[at]] = true;
              order[end++] = neighbours[at];
            }
          }
        }
      }
    }
    return order;
  }

  /** Finishes next the vertex of the frontier that brings the fewest new ones in. */
  private int[] greedy(int start, Tie tie, double noise, SplittableRandom random) {
    reset();
    int[] order = new int[vertices];
    int size = 0;
    int clock = 0;
    int fresh = 0;
    double cost = 0;
    for (int done = 0; done < vertices && cost < bestCost; done++) {
      int place = -1;
      double bestScore = Double.POSITIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        int vertex = frontier[i];
        double score =
            switch (tie) {
              case OLDEST -> unmet[vertex] + age[vertex] * 1e-7;
              case NEWEST -> unmet[vertex] - age[vertex] * 1e-7;
              case ANY -> unmet[vertex] + random.nextDouble() * (0.1 + noise);
            };
        if (score < bestScore) {
          bestScore = score;
          place = i;
        }
      }
      steps += size + 1;
      int vertex;
      if (place >= 0) {
        vertex = frontier[place];
        frontier[place] = frontier[--size];
      } else {
        vertex = done == 0 ? start : firstUnmet(fresh);
        fresh = done == 0 ? 0 : vertex;
        meet(vertex);
      }
      for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++) {
        int other = neighbours[at];
        if (!met[other]) {
          meet(other);
          age[other] = ++clock;
          frontier[size++] = other;
        }
        steps++;
      }
      finished[vertex] = true;
      order[done] = vertex;
      cost += powers[Math.min(size, powers.length - 1)];
    }
    return cost < bestCost ? order : new int[0];
  }

  private int firstUnmet(int from) {
    int vertex = from;
    while (met[vertex]) {
      vertex++;
    }
    return vertex;
  }

  private void reset() {
    Arrays.fill(met, false);
    Arrays.fill(finished, false);
    for (int vertex = 0; vertex < vertices; vertex++) {
      unmet[vertex] = offsets[vertex + 1] - offsets[vertex];
    }
  }

  private void meet(int vertex) {
    met[vertex] = true;
    for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++) {
      unmet[neighbours[at]]--;
    }
  }

  /** Keeps an order if it is the cheapest so far; the first of equals stays. */
  private void offer(int[] order) {
    if (order.length < vertices) {
      return;
    }
    Arrays.fill(met, false);
    Arrays.fill(finished, false);
    int size = 0;
    int widest = 0;
    double cost = 0;
    for (int vertex : order) {
      if (!met[vertex]) {
        met[vertex] = true;
        size++;
      }
      int pending = 0;
      for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++) {
        if (!finished[neighbours[at]] && met[neighbours[at]]) {
          pending++;
        }
      }
      int fresh = 0;
      for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++) {
        if (!met[neighbours[at]]) {
          met[neighbours[at]] = true;
          fresh++;
        }
      }
      // The last link frees the place of its finished end, which a fresh end may take.
      int last = size + fresh - 1;
      cost += Math.max(0, pending - (fresh == 0 ? 1 : 0)) * powers[Math.min(size, 255)];
      for (int i = 1; i < fresh; i++) {
        cost += powers[Math.min(size + i, 255)];
      }
      cost += powers[Math.min(last, 255)];
      widest = Math.max(widest, Math.max(size, last));
      finished[vertex] = true;
      size = last;
      steps++;
    }
    if (cost < bestCost) {
      best = order.clone();
      bestCost = cost;
      bestWidth = widest;
    }
  }
}
