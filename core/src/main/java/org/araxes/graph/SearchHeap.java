package org.araxes.graph;

import java.util.Arrays;

/**
 * A heap of vertices, each entry under a key of cost, second cost and number of arcs, compared in
 * turn; of equal keys the smaller vertex leaves first.
 *
 * <p>The keys lie in the heap itself, so that moving an entry looks nowhere else. A vertex whose
 * key fell is simply entered again: it leaves first under its lowest key, and the searcher, which
 * knows what it has settled, passes over the others.
 *
 * <p>Costs are not negative, so their bits are whole numbers in the same order. Which of two
 * children is less is worked out without a jump that the processor would guess wrong half the time,
 * and the hole that a pop leaves is moved to the bottom before the last entry is put into it, since
 * there is where it mostly belongs.
 */
final class SearchHeap {
  private static final int FIRST_ROOM = 64;
  private static final int HALF = 32;
  private static final int SIGN = 63;

  private final boolean withSeconds;
  private long[] costs = new long[FIRST_ROOM];

  /** The arcs in the upper half, the vertex below. */
  private long[] rests = new long[FIRST_ROOM];

  private double[] seconds;
  private int size;

  /** Whether there are second costs; if not, they all count as 0. */
  SearchHeap(boolean withSeconds) {
    this.withSeconds = withSeconds;
    this.seconds = new double[withSeconds ? FIRST_ROOM : 0];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes everything out. */
  void clear() {
    size = 0;
  }

  /** The least cost in the heap, or infinity in an empty one. */
  double leastCost() {
    return size == 0 ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(costs[0]);
  }

  /** The vertex with the least key; the heap is not empty. */
  int peek() {
    return (int) rests[0];
  }

  /** The number of arcs of the least key; the heap is not empty. */
  int leastArcs() {
    return (int) (rests[0] >>> HALF);
  }

  void push(int vertex, double cost, double second, int arcs) {
    if (size == rests.length) {
      costs = Arrays.copyOf(costs, 2 * size);
      rests = Arrays.copyOf(rests, 2 * size);
      seconds = Arrays.copyOf(seconds, withSeconds ? 2 * size : 0);
    }
    rise(size++, Double.doubleToRawLongBits(cost), second, (long) arcs << HALF | vertex);
  }

  /** Takes the entry with the least key out; the heap is not empty. */
  int pop() {
    int top = (int) rests[0];
    int last = --size;
    int hole = 0;
    int child = 1;
    while (child + 1 < last) {
      child = lesser(child, child + 1);
      move(child, hole);
      hole = child;
      child = 2 * hole + 1;
    }
    if (child < last) {
      move(child, hole);
      hole = child;
    }
    rise(hole, costs[last], withSeconds ? seconds[last] : 0, rests[last]);
    return top;
  }

  private int lesser(int left, int right) {
    long one = costs[left];
    long other = costs[right];
    if (one == other) {
      boolean isRight =
          (withSeconds && seconds[left] != seconds[right])
              ? seconds[right] < seconds[left]
              : rests[right] < rests[left];
      return isRight ? right : left;
    }
    return left + (int) ((other - one) >>> SIGN);
  }

  private void rise(int from, long cost, double second, long rest) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >> 1;
      if (cost > costs[parent] || (cost == costs[parent] && !isLess(second, rest, parent))) {
        break;
      }
      move(parent, place);
      place = parent;
    }
    costs[place] = cost;
    rests[place] = rest;
    if (withSeconds) {
      seconds[place] = second;
    }
  }

  private boolean isLess(double second, long rest, int place) {
    return (withSeconds && second != seconds[place])
        ? second < seconds[place]
        : rest < rests[place];
  }

  private void move(int from, int to) {
    costs[to] = costs[from];
    rests[to] = rests[from];
    if (withSeconds) {
      seconds[to] = seconds[from];
    }
  }
}
