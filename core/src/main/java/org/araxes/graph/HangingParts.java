package org.araxes.graph;

import java.util.BitSet;

/**
 * What lies on no simple way from the source to the target, and so carries nothing that matters.
 *
 * <p><b>Definition.</b> Arcs taken without their direction, and one more from the target to the
 * source: a vertex hangs when it is not in the block of that one, so that a single vertex parts it
 * from both ends, or from one of them together with the other.
 *
 * <p><b>Method.</b> Both ends are one root, the blocks are found by depth (Hopcroft and Tarjan
 * 1973). A block without the root hangs, and so does one with it that touches one end alone.
 *
 * <p><b>Cost.</b> O(n + m), 21 bytes a vertex; no recursion.
 */
final class HangingParts {
  private static final int NONE = -1;

  private final int ends;
  private final int[] next;
  private final int[] head;
  private final int[] twin;
  private final long[] capacity;
  private final BitSet hanging = new BitSet();

  private final int[] found;
  private final int[] low;
  private final int[] cursor;
  private final int[] calls;
  private final int[] open;
  private final byte[] touches;
  private int count;
  private int openSize;

  /**
   * Takes a network of half arcs in lists; what carries nothing there or back is not there.
   *
   * @param ends the number of vertices besides the source, which comes next, and the target
   */
  HangingParts(int ends, int[] next, int[] head, int[] twin, long[] capacity) {
    this.ends = ends;
    this.next = next;
    this.head = head;
    this.twin = twin;
    this.capacity = capacity;
    found = new int[ends];
    low = new int[ends];
    cursor = new int[ends];
    calls = new int[ends];
    open = new int[ends];
    touches = new byte[ends];
  }

  /**
   * Finds them.
   *
   * @param lead of each vertex, the first half arc that leaves it
   * @param gone which vertices are not there
   */
  BitSet find(int[] lead, boolean[] gone) {
    for (int vertex = 0; vertex < ends; vertex++) {
      if (!gone[vertex] && found[vertex] == 0 && touchesAnEnd(lead[vertex])) {
        search(vertex, lead);
      }
    }
    for (int vertex = 0; vertex < ends; vertex++) {
      if (!gone[vertex] && found[vertex] == 0) {
        hanging.set(vertex);
      }
    }
    return hanging;
  }

  private boolean touchesAnEnd(int first) {
    for (int half = first; half != NONE; half = next[half]) {
      if (head[half] >= ends && isOpen(half)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(int half) {
    return capacity[half] > 0 || capacity[twin[half]] > 0;
  }

  private void search(int start, int[] lead) {
    int depth = 0;
    enter(start, lead);
    calls[depth++] = start;
    while (depth > 0) {
      int vertex = calls[depth - 1];
      int child = nextChild(vertex);
      if (child != NONE) {
        enter(child, lead);
        calls[depth++] = child;
      } else if (--depth > 0) {
        int parent = calls[depth - 1];
        if (low[vertex] >= found[parent]) {
          dropDownTo(vertex);
        } else {
          low[parent] = Math.min(low[parent], low[vertex]);
        }
      }
    }
    int touched = 0;
    for (int i = 0; i < openSize; i++) {
      touched |= touches[open[i]];
    }
    if (touched != 3) {
      dropDownTo(start);
    }
    openSize = 0;
  }

  private void enter(int vertex, int[] lead) {
    found[vertex] = ++count;
    low[vertex] = count;
    cursor[vertex] = lead[vertex];
    open[openSize++] = vertex;
  }

  /** The next neighbour not yet found; on the way there, what a vertex reaches is noted. */
  private int nextChild(int vertex) {
    for (int half = cursor[vertex]; half != NONE; half = next[half]) {
      if (isOpen(half)) {
        int other = head[half];
        if (other >= ends) {
          low[vertex] = 0;
          touches[vertex] |= (byte) (other == ends ? 1 : 2);
        } else if (found[other] == 0) {
          cursor[vertex] = next[half];
          return other;
        } else {
          low[vertex] = Math.min(low[vertex], found[other]);
        }
      }
    }
    cursor[vertex] = NONE;
    return NONE;
  }

  private void dropDownTo(int vertex) {
    int dropped;
    do {
      dropped = open[--openSize];
      hanging.set(dropped);
    } while (dropped != vertex);
  }
}
