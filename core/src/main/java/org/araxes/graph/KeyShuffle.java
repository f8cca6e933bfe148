package org.araxes.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Improves an order in which to ask about keys, by moving some of them earlier or later.
 *
 * <p><b>Definition.</b> After each key, an undecided vertex next to decided ones weighs 0.6, a
 * decided one next to undecided ones 0.4, and a decided key that an undecided vertex needs 1. An
 * order costs the sum over its keys of 2 to the power of what weighs after them. That is within a
 * factor of four or so of the states of a {@link KeyStates}: undecided vertices alone say less, for
 * of two orders with as many of them the one with fewer decided ones beside has fewer states.
 *
 * <p><b>Method.</b> Threshold accepting (Dueck and Scheuer 1990): sweep after sweep along the order
 * a key moves to a place nearby, or far away now and then, or changes places with another. What
 * makes the order worse is kept as well if it is little, and less and less is little. Only the keys
 * between the two places are decided anew.
 *
 * <p><b>Answer.</b> The same for the same graph and seed on every machine: no clock is looked at,
 * and no function but those that are exact to the last bit.
 */
final class KeyShuffle {
  private static final int ACTIVE = 6;
  private static final int BORDER = 4;
  private static final int LIVE = 10;

  /** What weighs 1. */
  private static final int UNIT = 10;

  private static final int MOST_WEIGHT = 900 * UNIT;
  private static final int TRIES = 8;
  private static final int NEARBY = 12;
  private static final int FAR_ONE_IN = 8;

  /** By what part an order may become worse in the first sweep. */
  private static final double HEAT = 0.3;

  private final KeyGates gates;
  private final BooleanSupplier goOn;
  private final int count;
  private final int[] order;

  /** Vertices with keys that are next to each other, with nothing but free ones between. */
  private final int[][] beside;

  private final double[] powers;
  private final int[] undecidedKeys;
  private final int[] decidedBeside;

  /** How many undecided vertices need a key. */
  private final int[] waiting;

  private int weight;

  /** The cost of each place of the order, and in all. */
  private final double[] costs;

  private double total;
  private int[] best;
  private double least;

  // The move at hand.
  private final int[] moved;
  private final double[] trial;
  private int length;

  KeyShuffle(KeyGates gates, int[] start, BooleanSupplier goOn) {
    this.gates = gates;
    this.goOn = goOn;
    count = start.length;
    order = start.clone();
    best = start.clone();
    beside = new int[gates.size][];
    for (int vertex = 0; vertex < gates.size; vertex++) {
      beside[vertex] = gates.isFree(vertex) ? new int[0] : beside(vertex);
    }
    powers = new double[Math.min(MOST_WEIGHT, UNIT * (gates.size + count)) + 1];
    Arrays.setAll(powers, i -> StrictMath.pow(2, i / (double) UNIT));
    undecidedKeys = new int[gates.size];
    decidedBeside = new int[gates.size];
    waiting = new int[gates.guarded.length];
    costs = new double[count];
    moved = new int[count];
    trial = new double[count];
    tally();
    least = total;
  }

  private int[] beside(int vertex) {
    BitSet seen = new BitSet();
    seen.set(vertex);
    seen.set(gates.source);
    seen.set(gates.target);
    BitSet found = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(vertex);
    while (!queue.isEmpty()) {
      int at = queue.remove();
      for (int[] some : new int[][] {gates.in[at], gates.out[at]}) {
        for (int other : some) {
          if (!seen.get(other)) {
            seen.set(other);
            if (gates.isFree(other)) {
              queue.add(other);
            } else {
              found.set(other);
            }
          }
        }
      }
    }
    return found.stream().toArray();
  }

  /** The best order so far. */
  int[] best() {
    return best;
  }

  /** What it costs. */
  double cost() {
    return least;
  }

  /** Makes about so many moves, starting from the order that the last ones ended with. */
  void improve(long moves, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long sweeps = Math.max(1, moves / ((long) TRIES * count));
    for (long sweep = 0; sweep < sweeps && goOn.getAsBoolean(); sweep++) {
      double left = 1 - (double) sweep / sweeps;
      tally(); // what was added and taken off has become inexact
      reset();
      for (int at = 0; at + 1 < count; at++) {
        for (int i = 0; i < TRIES; i++) {
          draw(at, random);
          move(at, HEAT * left * left);
        }
        decide(order[at]);
      }
    }
  }

  /** Draws a move that begins at a place, and writes down what would stand from there on. */
  private void draw(int at, SplittableRandom random) {
    int far = random.nextInt(FAR_ONE_IN) == 0 ? count : NEARBY;
    int to = Math.min(count - 1, at + 1 + random.nextInt(far));
    length = to - at + 1;
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        System.arraycopy(order, at + 1, moved, 0, length - 1);
        moved[length - 1] = order[at];
      }
      case 2, 3 -> {
        moved[0] = order[to];
        System.arraycopy(order, at, moved, 1, length - 1);
      }
      default -> {
        System.arraycopy(order, at, moved, 0, length);
        moved[0] = order[to];
        moved[length - 1] = order[at];
      }
    }
  }

  /** Makes the move if it does not make the order worse by more than a part. */
  private void move(int at, double slack) {
    double before = 0;
    for (int i = 0; i < length - 1; i++) {
      before += costs[at + i];
    }
    double most = before + total * slack;
    double after = 0;
    int done = 0;
    while (done < length - 1 && after <= most) {
      decide(moved[done]);
      trial[done] = powers[Math.min(weight, powers.length - 1)];
      after += trial[done++];
    }
    for (int i = done - 1; i >= 0; i--) {
      undo(moved[i]);
    }
    if (after <= most) {
      System.arraycopy(moved, 0, order, at, length);
      System.arraycopy(trial, 0, costs, at, length - 1);
      total += after - before;
      keep();
    }
  }

  private void keep() {
    if (total < least) {
      least = total;
      System.arraycopy(order, 0, best, 0, count);
    }
  }

  /** Works out what the order costs, place by place. */
  private void tally() {
    reset();
    total = 0;
    for (int at = 0; at < count; at++) {
      decide(order[at]);
      costs[at] = powers[Math.min(weight, powers.length - 1)];
      total += costs[at];
    }
  }

  private void reset() {
    for (int vertex = 0; vertex < gates.size; vertex++) {
      undecidedKeys[vertex] = gates.needs[vertex].length;
    }
    Arrays.fill(decidedBeside, 0);
    for (int key : gates.keys) {
      waiting[key] = gates.guarded[key].length;
    }
    weight = 0;
  }

  private void decide(int key) {
    weight += LIVE;
    for (int vertex : gates.guarded[key]) {
      if (--undecidedKeys[vertex] > 0) {
        continue;
      }
      weight += decidedBeside[vertex] < beside[vertex].length ? BORDER : 0;
      weight -= decidedBeside[vertex] > 0 ? ACTIVE : 0;
      for (int other : beside[vertex]) {
        int now = ++decidedBeside[other];
        if (undecidedKeys[other] > 0) {
          weight += now == 1 ? ACTIVE : 0;
        } else {
          weight -= now == beside[other].length ? BORDER : 0;
        }
      }
      for (int one : gates.needs[vertex]) {
        weight -= --waiting[one] == 0 ? LIVE : 0;
      }
    }
  }

  /** Takes back the key decided last. */
  private void undo(int key) {
    int[] guarded = gates.guarded[key];
    for (int i = guarded.length - 1; i >= 0; i--) {
      int vertex = guarded[i];
      if (undecidedKeys[vertex]++ > 0) {
        continue;
      }
      for (int one : gates.needs[vertex]) {
        weight += waiting[one]++ == 0 ? LIVE : 0;
      }
      for (int other : beside[vertex]) {
        int now = --decidedBeside[other];
        if (undecidedKeys[other] > 0) {
          weight -= now == 0 ? ACTIVE : 0;
        } else {
          weight += now + 1 == beside[other].length ? BORDER : 0;
        }
      }
      weight += decidedBeside[vertex] > 0 ? ACTIVE : 0;
      weight -= decidedBeside[vertex] < beside[vertex].length ? BORDER : 0;
    }
    weight -= LIVE;
  }
}
