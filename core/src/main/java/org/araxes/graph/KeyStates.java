package org.araxes.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The states of a {@link KeyDiagram} before reduction, layer by layer.
 *
 * <p>A state is some words: which of the keys are held that are decided and still matter; and, a
 * bit a slot, the vertices that the source reaches next, but for its own neighbours; those that
 * reach the target next, but for its own; and, two words each and in order, the hubs: from where
 * and to where they lead. A layer keeps its states behind each other in one array, and finds them
 * by an open hash table.
 */
final class KeyStates {
  static final int LOST = -1;
  static final int WON = -2;
  private static final int HEADER = 3;
  private static final int LOOK_EVERY = 4096;

  private final List<KeyFrontier.Layer> layers;
  private final long most;
  private final BooleanSupplier goOn;
  private final int[][] lows;
  private final int[][] highs;
  private long made;

  // The states of the layer at hand, and those of the next.
  private long[] words = new long[HEADER];
  private int[] ends = {HEADER};
  private int count = 1;
  private long[] nextWords = new long[1024];
  private int[] nextEnds = new int[256];
  private int nextCount;
  private int[] table = new int[512];

  // The state at work.
  private long held;
  private long dead;
  private long reached;
  private long reaching;
  private boolean won;
  private long[] hubs = new long[32];
  private int hubEnd;
  private long[] sorted = new long[32];
  private int sortedEnd;

  KeyStates(List<KeyFrontier.Layer> layers, long most, BooleanSupplier goOn) {
    this.layers = layers;
    this.most = most;
    this.goOn = goOn;
    this.lows = new int[layers.size()][];
    this.highs = new int[layers.size()][];
  }

  int[] lows(int level) {
    return lows[level];
  }

  int[] highs(int level) {
    return highs[level];
  }

  /** Lets go of a layer that is not needed any more. */
  void forget(int level) {
    lows[level] = new int[0];
    highs[level] = new int[0];
  }

  /** Makes all states; tells whether that was finished. */
  boolean run() {
    for (int level = 0; level < layers.size(); level++) {
      made += count;
      if (made > most || !goOn.getAsBoolean() || !step(level)) {
        return false;
      }
      long[] oldWords = words;
      words = nextWords;
      nextWords = oldWords.length > 1 << 10 ? oldWords : new long[1 << 10];
      int[] oldEnds = ends;
      ends = nextEnds;
      nextEnds = oldEnds.length > 1 << 8 ? oldEnds : new int[1 << 8];
      count = nextCount;
      nextCount = 0;
    }
    return true;
  }

  private boolean step(int level) {
    KeyFrontier.Layer layer = layers.get(level);
    lows[level] = new int[count];
    highs[level] = new int[count];
    Arrays.fill(table, 0);
    boolean isLast = level + 1 == layers.size();
    for (int state = 0; state < count; state++) {
      if (state % LOOK_EVERY == LOOK_EVERY - 1
          && (made + nextCount > most || !goOn.getAsBoolean())) {
        return false;
      }
      lows[level][state] = child(layer, state, false, isLast);
      highs[level][state] = child(layer, state, true, isLast);
    }
    return true;
  }

  private int child(KeyFrontier.Layer layer, int state, boolean holds, boolean isLast) {
    load(state);
    if (holds) {
      held |= layer.keyBit;
    }
    bury(layer);
    for (KeyFrontier.Event event : layer.events) {
      if ((dead & event.bit) == 0) {
        open(event);
        if (won) {
          return WON;
        }
      }
    }
    tidy(layer);
    held &= ~layer.spentKeys;
    if (isLast || (!layer.sourceLeft && reached == 0) || (!layer.targetLeft && reaching == 0)) {
      return LOST;
    }
    return stored();
  }

  /** Finds the vertices that miss a key, and takes them out. */
  private void bury(KeyFrontier.Layer layer) {
    dead = 0;
    for (int i = 0; i < layer.watched.length; i += 2) {
      if ((layer.watched[i + 1] & ~held) != 0) {
        dead |= layer.watched[i];
      }
    }
    reached &= ~dead;
    reaching &= ~dead;
    for (int h = 0; h < hubEnd; h++) {
      hubs[h] &= ~dead;
    }
  }

  private void load(int state) {
    int begin = state == 0 ? 0 : ends[state - 1];
    held = words[begin];
    reached = words[begin + 1];
    reaching = words[begin + 2];
    won = false;
    hubEnd = ends[state] - begin - HEADER;
    if (hubEnd > hubs.length) {
      hubs = new long[2 * hubEnd];
    }
    System.arraycopy(words, begin + HEADER, hubs, 0, hubEnd);
  }

  private void open(KeyFrontier.Event event) {
    long bit = event.bit;
    long from = event.in & ~dead;
    long to = event.out & ~dead;
    for (int h = 0; h < hubEnd; h += 2) {
      if ((hubs[h + 1] & bit) != 0) {
        from |= hubs[h] & ~bit;
      }
      if ((hubs[h] & bit) != 0) {
        to |= hubs[h + 1] & ~bit;
      }
    }
    boolean begins = event.fromSource || (reached & bit) != 0;
    boolean finishes = event.toTarget || (reaching & bit) != 0;
    won |= begins && finishes;
    reached = (reached & ~bit) | (begins ? to : 0);
    reaching = (reaching & ~bit) | (finishes ? from : 0);
    for (int h = 0; h < hubEnd; h += 2) {
      if ((hubs[h] & bit) != 0) {
        hubs[h] = (hubs[h] & ~bit) | from;
      }
      if ((hubs[h + 1] & bit) != 0) {
        hubs[h + 1] = (hubs[h + 1] & ~bit) | to;
      }
    }
    if (hubEnd + 2 > hubs.length) {
      hubs = Arrays.copyOf(hubs, 2 * hubs.length);
    }
    hubs[hubEnd++] = from;
    hubs[hubEnd++] = to;
  }

  /** Forgets what makes no difference any more, and puts the hubs in order. */
  private void tidy(KeyFrontier.Layer layer) {
    reached &= ~layer.bySource;
    reaching &= ~layer.byTarget;
    long begun = reached | layer.bySource;
    long finished = reaching | layer.byTarget;
    int kept = 0;
    for (int h = 0; h < hubEnd; h += 2) {
      long to = needed(hubs[h + 1] & ~begun, hubs[h] & ~finished, layer.predecessors);
      long from = needed(hubs[h] & ~finished, to, layer.successors);
      if (from != 0 && to != 0) {
        hubs[kept] = from;
        hubs[kept + 1] = to;
        kept += 2;
      }
    }
    sortedEnd = 0;
    for (int h = 0; h < kept; h += 2) {
      boolean needless = false;
      for (int other = 0; other < kept && !needless; other += 2) {
        needless =
            other != h
                && (hubs[h] & ~hubs[other]) == 0
                && (hubs[h + 1] & ~hubs[other + 1]) == 0
                && (hubs[h] != hubs[other] || hubs[h + 1] != hubs[other + 1] || other < h);
      }
      if (!needless) {
        insert(hubs[h], hubs[h + 1]);
      }
    }
  }

  /** Of some vertices those that are not joined to all others by arcs of their own. */
  private static long needed(long some, long others, long[] joined) {
    long needed = some;
    for (long left = some; left != 0; left &= left - 1) {
      long bit = left & -left;
      if ((others & ~bit & ~joined[Long.numberOfTrailingZeros(left)]) == 0) {
        needed &= ~bit;
      }
    }
    return needed;
  }

  /** Puts a hub in its place; there are few. */
  private void insert(long from, long to) {
    if (sortedEnd + 2 > sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * sorted.length);
    }
    int place = sortedEnd;
    sortedEnd += 2;
    while (place > 0
        && (sorted[place - 2] > from || (sorted[place - 2] == from && sorted[place - 1] > to))) {
      sorted[place] = sorted[place - 2];
      sorted[place + 1] = sorted[place - 1];
      place -= 2;
    }
    sorted[place] = from;
    sorted[place + 1] = to;
  }

  private int stored() {
    int begin = nextCount == 0 ? 0 : nextEnds[nextCount - 1];
    int end = begin + HEADER + sortedEnd;
    if (end > nextWords.length) {
      nextWords = Arrays.copyOf(nextWords, Math.max(end, nextWords.length * 2));
    }
    nextWords[begin] = held;
    nextWords[begin + 1] = reached;
    nextWords[begin + 2] = reaching;
    System.arraycopy(sorted, 0, nextWords, begin + HEADER, sortedEnd);
    int place = hash(begin, end) & table.length - 1;
    while (table[place] != 0) {
      int other = table[place] - 1;
      int otherBegin = other == 0 ? 0 : nextEnds[other - 1];
      if (Arrays.equals(nextWords, otherBegin, nextEnds[other], nextWords, begin, end)) {
        return other;
      }
      place = place + 1 & table.length - 1;
    }
    if (nextCount == nextEnds.length) {
      nextEnds = Arrays.copyOf(nextEnds, 2 * nextCount);
    }
    nextEnds[nextCount++] = end;
    table[place] = nextCount;
    if (2 * nextCount > table.length) {
      rehash();
    }
    return nextCount - 1;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int state = 0; state < nextCount; state++) {
      int place = hash(state == 0 ? 0 : nextEnds[state - 1], nextEnds[state]) & table.length - 1;
      while (table[place] != 0) {
        place = place + 1 & table.length - 1;
      }
      table[place] = state + 1;
    }
  }

  private int hash(int begin, int end) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int i = begin; i < end; i++) {
      hash = (hash ^ nextWords[i]) * 0xC2B2AE3D27D4EB4FL;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ hash >>> 32);
  }
}
