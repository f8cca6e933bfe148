package org.araxes.graph;

import java.util.Arrays;

/**
 * A heap of numbered items, each under a key of three parts that are compared in turn; equal keys
 * leave in order of item, so that nothing depends on the order of entry.
 *
 * <p>Four children a node: flatter than a binary heap, and the four stand side by side in memory.
 * An item's key stays readable after it has left.
 */
final class IndexedHeap {
  private static final int ABSENT = -1;

  private double[] first;
  private double[] second;
  private int[] third;
  private int[] places;
  private int[] heap;
  private int size;

  IndexedHeap(int items) {
    first = new double[items];
    second = new double[items];
    third = new int[items];
    places = new int[items];
    heap = new int[items];
    Arrays.fill(places, ABSENT);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The item with the least key; the heap is not empty. */
  int peek() {
    return heap[0];
  }

  double first(int item) {
    return first[item];
  }

  double second(int item) {
    return second[item];
  }

  int third(int item) {
    return third[item];
  }

  /** Makes room for items up to this number. */
  void grow(int items) {
    if (items > places.length) {
      int from = places.length;
      int to = Math.max(items, from + (from >> 1));
      first = Arrays.copyOf(first, to);
      second = Arrays.copyOf(second, to);
      third = Arrays.copyOf(third, to);
      heap = Arrays.copyOf(heap, to);
      places = Arrays.copyOf(places, to);
      Arrays.fill(places, from, to, ABSENT);
    }
  }

  /**
   * Puts an item in, or lowers its key; a key that is not lower leaves an item in the heap as it
   * is.
   */
  void offer(int item, double one, double two, int three) {
    int place = places[item];
    if (place != ABSENT && !isLess(one, two, three, first[item], second[item], third[item])) {
      return;
    }
    first[item] = one;
    second[item] = two;
    third[item] = three;
    rise(item, place == ABSENT ? size++ : place);
  }

  /** Takes the item with the least key; the heap is not empty. */
  int pop() {
    int top = heap[0];
    places[top] = ABSENT;
    int last = heap[--size];
    if (size > 0) {
      sink(last);
    }
    return top;
  }

  /** Takes everything out. */
  void clear() {
    for (int i = 0; i < size; i++) {
      places[heap[i]] = ABSENT;
    }
    size = 0;
  }

  private void rise(int item, int from) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      if (!precedes(item, heap[parent])) {
        break;
      }
      put(heap[parent], place);
      place = parent;
    }
    put(item, place);
  }

  private void sink(int item) {
    int place = 0;
    for (int child = 1; child < size; child = 4 * place + 1) {
      int least = child;
      for (int other = child + 1, stop = Math.min(child + 4, size); other < stop; other++) {
        if (precedes(heap[other], heap[least])) {
          least = other;
        }
      }
      if (!precedes(heap[least], item)) {
        break;
      }
      put(heap[least], place);
      place = least;
    }
    put(item, place);
  }

  private void put(int item, int place) {
    heap[place] = item;
    places[item] = place;
  }

  private boolean precedes(int a, int b) {
    if (first[a] != first[b]) {
      return first[a] < first[b];
    }
    if (second[a] != second[b]) {
      return second[a] < second[b];
    }
    return third[a] != third[b] ? third[a] < third[b] : a < b;
  }

  static boolean isLess(double a1, double a2, int a3, double b1, double b2, int b3) {
    if (a1 != b1) {
      return a1 < b1;
    }
    return a2 != b2 ? a2 < b2 : a3 < b3;
  }
}
