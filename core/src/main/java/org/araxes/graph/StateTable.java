package org.araxes.graph;

import java.util.Arrays;

/**
 * States of a fixed number of words, each with a weight, found by hashing and numbered in order of
 * arrival.
 *
 * <p>States and weights stand densely, so a layer is walked in order; open addressing with an index
 * of half-filled places finds them. Not shared between threads.
 */
final class StateTable {
  private final int words;
  private long[] states;
  private double[] weights;
  private int[] places;
  private int size;

  StateTable(int words) {
    this.words = words;
    states = new long[64 * words];
    weights = new double[64];
    places = new int[128];
  }

  int size() {
    return size;
  }

  long[] states() {
    return states;
  }

  double weight(int index) {
    return weights[index];
  }

  double[] weights() {
    return Arrays.copyOf(weights, size);
  }

  void clear() {
    if (size < places.length / 32) {
      places = new int[Math.max(128, Integer.highestOneBit(4 * size + 1))];
    } else {
      Arrays.fill(places, 0);
    }
    size = 0;
  }

  /** Adds weight to a state, new or not; tells its number. */
  int add(long[] state, double weight) {
    int mask = places.length - 1;
    int place = hash(state) & mask;
    while (places[place] != 0) {
      int index = places[place] - 1;
      if (same(state, index)) {
        weights[index] += weight;
        return index;
      }
      place = (place + 1) & mask;
    }
    if (size == weights.length) {
      states = Arrays.copyOf(states, 2 * states.length);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    System.arraycopy(state, 0, states, size * words, words);
    weights[size] = weight;
    places[place] = ++size;
    if (2 * size > places.length) {
      rehash(2 * places.length);
    }
    return size - 1;
  }

  /** Keeps only the states marked; their order stays. */
  void retain(boolean[] kept) {
    int count = 0;
    for (int index = 0; index < size; index++) {
      if (kept[index]) {
        System.arraycopy(states, index * words, states, count * words, words);
        weights[count++] = weights[index];
      }
    }
    size = count;
    rehash(places.length);
  }

  private boolean same(long[] state, int index) {
    int at = index * words;
    for (int word = 0; word < words; word++) {
      if (states[at + word] != state[word]) {
        return false;
      }
    }
    return true;
  }

  private static int mix(long hash) {
    long mixed = hash * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) ^ (int) (mixed >>> 11);
  }

  private static int hash(long[] state) {
    long hash = 0;
    for (long word : state) {
      hash = (hash ^ word) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return mix(hash);
  }

  private void rehash(int length) {
    places = new int[length];
    int mask = length - 1;
    long[] state = new long[words];
    for (int index = 0; index < size; index++) {
      System.arraycopy(states, index * words, state, 0, words);
      int place = hash(state) & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = index + 1;
    }
  }
}
