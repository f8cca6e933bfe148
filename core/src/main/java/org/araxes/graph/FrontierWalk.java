package org.araxes.graph;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Walks a frontier program layer by layer, all states of a layer together, and may keep the steps.
 *
 * <p><b>Method.</b> Each state hands its weight on to the two states in which the layer's variable
 * leaves it; weight that comes to an outcome is summed apart, success here and failure there, so
 * that neither is the difference of larger numbers. Kept steps form a decision diagram; walked
 * backwards it yields the probability of success from each state and so the derivative by every
 * variable.
 *
 * <p>When a layer grows over its limit, the lightest half of its states is lost, and the answer is
 * between two bounds.
 *
 * <p><b>Cost.</b> One look at a table for each state, layer and way; 8 bytes for each state kept.
 */
final class FrontierWalk {
  /** Weight that was lost with its state. */
  private static final int LOST = -3;

  private static final int SAMPLE = 1 << 16;

  /** Asks after so many states whether to go on. */
  private static final int LOOK_EVERY = 1 << 14;

  private final FrontierProgram program;
  private final long mostStates;
  private final long mostKept;
  private final BooleanSupplier goOn;
  private final BooleanSupplier stop;
  private final FrontierReliability.Listener listener;
  private final CompensatedSum success = new CompensatedSum();
  private final CompensatedSum failure = new CompensatedSum();
  private final List<int[]> ups = new ArrayList<>();
  private final List<int[]> downs = new ArrayList<>();
  private int beginning;
  private boolean kept;
  private boolean complete = true;
  private long peak = 1;
  private long visits;
  private long keptStates;

  FrontierWalk(
      FrontierProgram program, long mostStates, long mostKept, FrontierReliability.Limits limits) {
    this.program = program;
    this.mostStates = mostStates;
    this.mostKept = mostKept;
    goOn = limits.goOn();
    stop = limits.stop();
    listener = limits.listener();
    kept = mostKept > 0;
  }

  /** How likely each variable turns out well, by layer. */
  void run(double[] up, double[] down) {
    beginning = program.begin();
    if (beginning != FrontierProgram.GOES_ON) {
      (beginning == FrontierProgram.SUCCESS ? success : failure).add(1);
      return;
    }
    StateTable now = new StateTable(program.words());
    StateTable next = new StateTable(program.words());
    long[] first = new long[program.words()];
    program.store(0, first);
    now.add(first, 1);
    for (int layer = 0; layer < program.layers(); layer++) {
      listener.passed(layer, program.layers());
      if (!goOn.getAsBoolean()) {
        complete = false;
        kept = false;
        return;
      }
      next.clear();
      if (!step(layer, now, next, up[layer], down[layer])) {
        complete = false;
        kept = false;
        return;
      }
      peak = Math.max(peak, next.size());
      if (next.size() > mostStates) {
        lose(layer, next);
      }
      StateTable done = now;
      now = next;
      next = done;
    }
  }

  /** False when it was stopped on the way: the weight of the states left is lost. */
  private boolean step(int layer, StateTable now, StateTable next, double up, double down) {
    int size = now.size();
    visits += size;
    keptStates += size;
    if (keptStates > mostKept) {
      kept = false;
      ups.clear();
      downs.clear();
    }
    int[] upTo = new int[kept ? size : 0];
    int[] downTo = new int[upTo.length];
    long[] states = now.states();
    int words = program.words();
    long[] there = new long[words];
    long[] here = new long[words];
    for (int index = 0; index < size; index++) {
      if (index % LOOK_EVERY == LOOK_EVERY - 1 && stop.getAsBoolean()) {
        return false;
      }
      double weight = now.weight(index);
      program.load(layer, states, index * words);
      int good = program.advance(layer, true);
      if (good == FrontierProgram.GOES_ON) {
        program.store(layer + 1, there);
      }
      program.load(layer, states, index * words);
      int bad = program.advance(layer, false);
      if (bad == FrontierProgram.GOES_ON) {
        program.store(layer + 1, here);
      }
      int first;
      int second;
      if (good == bad && (good != FrontierProgram.GOES_ON || Arrays.equals(there, here))) {
        first = hand(next, good, there, weight);
        second = first;
      } else {
        first = hand(next, good, there, weight * up);
        second = hand(next, bad, here, weight * down);
      }
      if (kept) {
        upTo[index] = first;
        downTo[index] = second;
      }
    }
    if (kept) {
      ups.add(upTo);
      downs.add(downTo);
    }
    return true;
  }

  private int hand(StateTable next, int outcome, long[] state, double weight) {
    if (outcome == FrontierProgram.GOES_ON) {
      return next.add(state, weight);
    }
    (outcome == FrontierProgram.SUCCESS ? success : failure).add(weight);
    return outcome;
  }

  private void lose(int layer, StateTable next) {
    complete = false;
    double[] weights = next.weights();
    boolean[] stays = heaviest(weights, mostStates / 2);
    if (kept) {
      int[] moved = new int[weights.length];
      int count = 0;
      for (int index = 0; index < moved.length; index++) {
        moved[index] = stays[index] ? count++ : LOST;
      }
      for (int[] steps : List.of(ups.get(layer), downs.get(layer))) {
        for (int i = 0; i < steps.length; i++) {
          steps[i] = steps[i] >= 0 ? moved[steps[i]] : steps[i];
        }
      }
    }
    next.retain(stays);
  }

  /** Marks about so many of the heaviest, by a sample of evenly spaced ones. */
  private static boolean[] heaviest(double[] weights, long count) {
    int stride = Math.max(1, weights.length / SAMPLE);
    double[] sample = new double[(weights.length + stride - 1) / stride];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = weights[i * stride];
    }
    Arrays.sort(sample);
    int cut = (int) Math.max(0, sample.length - 1 - count / stride);
    boolean[] stays = new boolean[weights.length];
    long room = count;
    for (int i = 0; i < weights.length; i++) {
      stays[i] = weights[i] > sample[cut];
      room -= stays[i] ? 1 : 0;
    }
    for (int i = 0; i < weights.length && room > 0; i++) {
      if (weights[i] == sample[cut]) {
        stays[i] = true;
        room--;
      }
    }
    return stays;
  }

  double success() {
    return success.value();
  }

  double failure() {
    return failure.value();
  }

  /** Whether no weight was lost or left over. */
  boolean isComplete() {
    return complete;
  }

  /** Whether all steps were kept. */
  boolean isKept() {
    return kept && complete;
  }

  long peakStates() {
    return peak;
  }

  long visits() {
    return visits;
  }

  /**
   * The derivative of success by the probability of each layer's variable.
   *
   * <p>By one pass forwards (the probability to come to a state) and one backwards (the probability
   * of success from it).
   */
  double[] derivatives(double[] up, double[] down) {
    int layers = ups.size();
    double[][] forward = new double[layers][];
    for (int layer = 0; layer < layers; layer++) {
      forward[layer] = new double[ups.get(layer).length];
    }
    if (layers > 0) {
      forward[0][0] = 1;
    }
    for (int layer = 0; layer + 1 < layers; layer++) {
      for (int index = 0; index < forward[layer].length; index++) {
        int good = ups.get(layer)[index];
        int bad = downs.get(layer)[index];
        if (good >= 0) {
          forward[layer + 1][good] += forward[layer][index] * up[layer];
        }
        if (bad >= 0) {
          forward[layer + 1][bad] += forward[layer][index] * down[layer];
        }
      }
    }
    double[] slopes = new double[program.layers()]; // all zero where nothing was random
    double[] hope = new double[0];
    for (int layer = layers - 1; layer >= 0; layer--) {
      double[] here = new double[forward[layer].length];
      CompensatedSum slope = new CompensatedSum();
      for (int index = 0; index < here.length; index++) {
        double good = hope(ups.get(layer)[index], hope);
        double bad = hope(downs.get(layer)[index], hope);
        here[index] = up[layer] * good + down[layer] * bad;
        slope.add(forward[layer][index] * (good - bad));
      }
      slopes[layer] = slope.value();
      hope = here;
    }
    return slopes;
  }

  private static double hope(int step, double[] next) {
    return step >= 0 ? next[step] : step == FrontierProgram.SUCCESS ? 1 : 0;
  }

  /**
   * Counts the outcomes of all variables that succeed, by how many turned out well.
   *
   * <p>The counts are digits of one number in a base larger than any of them (Kronecker), so that
   * to add polynomials is to add numbers, and to raise the degree is to shift.
   */
  BigInteger[] count() {
    int layers = program.layers();
    BigInteger[] counts = new BigInteger[layers + 1];
    int digit = layers + 1;
    BigInteger all = BigInteger.ZERO;
    if (beginning != FrontierProgram.GOES_ON) {
      all = beginning == FrontierProgram.SUCCESS ? free(layers, digit) : BigInteger.ZERO;
    } else {
      BigInteger[] next = new BigInteger[0];
      for (int layer = layers - 1; layer >= 0; layer--) {
        BigInteger rest = free(layers - 1 - layer, digit);
        BigInteger[] here = new BigInteger[ups.get(layer).length];
        for (int index = 0; index < here.length; index++) {
          here[index] =
              count(ups.get(layer)[index], next, rest)
                  .shiftLeft(digit)
                  .add(count(downs.get(layer)[index], next, rest));
        }
        next = here;
      }
      all = next.length == 0 ? BigInteger.ZERO : next[0];
    }
    BigInteger mask = BigInteger.ONE.shiftLeft(digit).subtract(BigInteger.ONE);
    for (int size = 0; size <= layers; size++) {
      counts[size] = all.shiftRight(size * digit).and(mask);
    }
    return counts;
  }

  private static BigInteger count(int step, BigInteger[] next, BigInteger rest) {
    return step >= 0 ? next[step] : step == FrontierProgram.SUCCESS ? rest : BigInteger.ZERO;
  }

  /** All outcomes of variables that do not matter any more: (1 + x) to their number. */
  private static BigInteger free(int variables, int digit) {
    return BigInteger.ONE.shiftLeft(digit).add(BigInteger.ONE).pow(variables);
  }
}
