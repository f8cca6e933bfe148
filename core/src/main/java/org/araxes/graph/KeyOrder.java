package org.araxes.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * In which order to ask about keys so that few vertices are ever both undecided and next to decided
 * ones: the fewer, the smaller the {@link KeyDiagram}.
 *
 * <p><b>Method.</b> Greedy from every first key; the best order by an estimate of the diagram's
 * size. Where that leaves much to do, a {@link KeyShuffle} improves it, for about as long as the
 * diagram then takes.
 */
final class KeyOrder {
  private static final double GROWTH = 2;

  /** Scores are whole numbers; this part of one settles ties. */
  private static final double TIE = 0.01;

  /** Estimates below this are not worth another look. */
  private static final double SMALL = 100_000;

  /** How many states are worth a move. */
  private static final double STATES_A_MOVE = 8;

  private static final long MOST_MOVES = 600_000;
  private static final int MOST_SHUFFLES = 4;

  /** How much smaller an order becomes at the most by moves. */
  private static final double HOPE = 1 << 14;

  /** Looks at keys and vertices, after which no new round begins. */
  private static final long MOST_LOOKS = 30_000_000;

  private static final long SEED = 7;

  private final KeyGates gates;
  private final int[] left;
  private final boolean[] opened;
  private final boolean[] active;
  private final boolean[] chosen;
  private final int[] marks;
  private int mark;
  private int activeCount;

  /** How many undecided vertices need a key that is decided. */
  private final int[] waiting;

  private final int[] pending;
  private int liveKeys;
  private long looks;

  KeyOrder(KeyGates gates) {
    this.gates = gates;
    left = new int[gates.size];
    opened = new boolean[gates.size];
    active = new boolean[gates.size];
    chosen = new boolean[gates.guarded.length];
    marks = new int[gates.size];
    waiting = new int[gates.guarded.length];
    pending = new int[gates.guarded.length];
  }

  /** The best order found, for a diagram of so many states at most. */
  int[] best(long most, BooleanSupplier goOn) {
    KeyShuffle shuffle = new KeyShuffle(gates, greedy(), goOn);
    double worth = shuffle.cost();
    if (worth < SMALL || worth / HOPE > most) {
      return shuffle.best();
    }
    double spent = 0;
    for (int round = 0; round < MOST_SHUFFLES && spent < worth && goOn.getAsBoolean(); round++) {
      long moves = (long) Math.min(MOST_MOVES, (worth - spent) / STATES_A_MOVE);
      shuffle.improve(moves, SEED + round);
      spent += STATES_A_MOVE * moves;
      worth = Math.min(worth, shuffle.cost());
    }
    return shuffle.best();
  }

  private int[] greedy() {
    int count = gates.keys.length;
    int[] best = gates.keys.clone();
    double least = Double.POSITIVE_INFINITY;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < count && looks <= MOST_LOOKS; round++) {
      int[] order = new int[count];
      double cost = greedy(gates.keys[round], order, random, least);
      if (cost < least) {
        least = cost;
        best = order;
      }
    }
    return best;
  }

  private double greedy(int first, int[] order, SplittableRandom random, double least) {
    for (int vertex = 0; vertex < gates.size; vertex++) {
      left[vertex] = gates.needs[vertex].length;
    }
    Arrays.fill(opened, false);
    opened[gates.source] = true;
    opened[gates.target] = true;
    Arrays.fill(active, false);
    Arrays.fill(chosen, false);
    Arrays.fill(waiting, 0);
    activeCount = 0;
    liveKeys = 0;
    double cost = 0;
    int next = first;
    for (int place = 0; place < order.length; place++) {
      order[place] = next;
      decide(next);
      cost += Math.pow(GROWTH, activeCount + liveKeys);
      if (cost >= least) {
        return Double.POSITIVE_INFINITY;
      }
      if (place + 1 < order.length) {
        next = next(random);
      }
    }
    return cost;
  }

  private int next(SplittableRandom random) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    looks += gates.keys.length;
    for (int key : gates.keys) {
      if (chosen[key] || !touches(key)) {
        continue;
      }
      double score = growth(key) + TIE * random.nextDouble();
      if (score < least) {
        least = score;
        best = key;
      }
    }
    if (best < 0) {
      for (int key : gates.keys) {
        if (!chosen[key]) {
          return key;
        }
      }
    }
    return best;
  }

  private boolean touches(int key) {
    for (int vertex : gates.guarded[key]) {
      if (active[vertex] || left[vertex] < gates.needs[vertex].length) {
        return true;
      }
    }
    return false;
  }

  /** How many keys more would wait for others after deciding one. */
  private int waitingGrowth(int key) {
    int more = 0;
    int mine = 0;
    for (int vertex : gates.guarded[key]) {
      if (left[vertex] > 1) {
        mine = 1;
      } else {
        for (int other : gates.needs[vertex]) {
          if (other != key && ++pending[other] == waiting[other]) {
            more--;
          }
        }
      }
    }
    for (int vertex : gates.guarded[key]) {
      for (int other : gates.needs[vertex]) {
        pending[other] = 0;
      }
    }
    return more + mine;
  }

  /** How many vertices and keys more would have to be remembered after deciding a key. */
  private int growth(int key) {
    mark++;
    int more = waitingGrowth(key);
    for (int vertex : gates.guarded[key]) {
      if (left[vertex] == 1) {
        marks[vertex] = mark;
        more -= active[vertex] ? 1 : 0;
      }
    }
    for (int vertex : gates.guarded[key]) {
      if (left[vertex] > 1) {
        continue;
      }
      for (int[] beside : new int[][] {gates.in[vertex], gates.out[vertex]}) {
        for (int other : beside) {
          if (gates.isFree(other) && !opened[other]) {
            if (marks[other] != mark) {
              marks[other] = mark;
              for (int[] beyond : new int[][] {gates.in[other], gates.out[other]}) {
                for (int far : beyond) {
                  more += wouldWake(far);
                }
              }
            }
          } else {
            more += wouldWake(other);
          }
        }
      }
    }
    return more;
  }

  private int wouldWake(int vertex) {
    looks++;
    if (active[vertex] || left[vertex] == 0 || marks[vertex] == mark) {
      return 0;
    }
    marks[vertex] = mark;
    return 1;
  }

  private void decide(int key) {
    chosen[key] = true;
    for (int vertex : gates.guarded[key]) {
      left[vertex]--;
      if (left[vertex] > 0) {
        waiting[key]++;
        continue;
      }
      if (active[vertex]) {
        active[vertex] = false;
        activeCount--;
      }
      for (int other : gates.needs[vertex]) {
        if (other != key && --waiting[other] == 0) {
          liveKeys--;
        }
      }
    }
    liveKeys += waiting[key] > 0 ? 1 : 0;
    for (int vertex : gates.guarded[key]) {
      if (left[vertex] == 0) {
        wakeAround(vertex);
      }
    }
  }

  private void wakeAround(int vertex) {
    for (int[] beside : new int[][] {gates.in[vertex], gates.out[vertex]}) {
      for (int other : beside) {
        if (gates.isFree(other)) {
          if (!opened[other]) {
            opened[other] = true;
            for (int far : gates.in[other]) {
              wake(far);
            }
            for (int far : gates.out[other]) {
              wake(far);
            }
          }
        } else {
          wake(other);
        }
      }
    }
  }

  private void wake(int vertex) {
    if (!active[vertex] && left[vertex] > 0) {
      active[vertex] = true;
      activeCount++;
    }
  }
}
