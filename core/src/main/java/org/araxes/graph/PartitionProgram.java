package org.araxes.graph;

import java.util.Arrays;

/**
 * The frontier of an undirected graph: which of its vertices hang together, and which of those
 * blocks hold a terminal. Any number of terminals; they must all be joined.
 *
 * <p>A state numbers the blocks in order of first appearance, 0 for a vertex that has fallen.
 */
final class PartitionProgram extends FrontierProgram {
  private static final int NOBODY = -1;

  private final int labelBits;
  private final int[] label = new int[MOST];
  private final int[] renumber = new int[2 * MOST];
  private int slots;
  private int labels;
  private long marked;

  PartitionProgram(FrontierNet net, int[] order) {
    super(net, order);
    labelBits = 32 - Integer.numberOfLeadingZeros(width());
    ready(1 + (width() * (labelBits + 1) + Long.SIZE - 1) / Long.SIZE);
  }

  @Override
  void clear() {
    Arrays.fill(label, 0, slots, NOBODY);
    slots = 0;
    labels = 0;
    marked = 0;
  }

  @Override
  int meet(int slot, int ends, boolean stands) {
    while (slots <= slot) {
      label[slots++] = NOBODY;
    }
    if (!stands) {
      label[slot] = 0;
      return ends != 0 ? FAILURE : GOES_ON;
    }
    if (labels == MOST) {
      compact();
    }
    label[slot] = ++labels;
    if (ends != 0) {
      marked |= 1L << labels;
    }
    return GOES_ON;
  }

  /** Numbers the blocks afresh, so that new ones find a number. */
  private void compact() {
    Arrays.fill(renumber, 0);
    int fresh = 0;
    long marks = 0;
    for (int slot = 0; slot < slots; slot++) {
      int old = label[slot];
      if (old > 0) {
        if (renumber[old] == 0) {
          renumber[old] = ++fresh;
          marks |= bit(marked, old) << fresh;
        }
        label[slot] = renumber[old];
      }
    }
    labels = fresh;
    marked = marks;
  }

  @Override
  int join(int tail, int head, boolean oneWay, boolean allMet) {
    int kept = label[tail];
    int gone = label[head];
    if (kept <= 0 || gone <= 0 || kept == gone) {
      return GOES_ON;
    }
    for (int slot = 0; slot < slots; slot++) {
      if (label[slot] == gone) {
        label[slot] = kept;
      }
    }
    long both = (1L << kept) | (1L << gone);
    if ((marked & both) == 0) {
      return GOES_ON;
    }
    marked = (marked & ~both) | (1L << kept);
    return allMet && Long.bitCount(marked) == 1 ? SUCCESS : GOES_ON;
  }

  @Override
  int finish(int slot, boolean allMet) {
    int old = label[slot];
    label[slot] = NOBODY;
    if (old <= 0 || bit(marked, old) == 0) {
      return GOES_ON;
    }
    for (int other = 0; other < slots; other++) {
      if (label[other] == old) {
        return GOES_ON;
      }
    }
    return allMet && Long.bitCount(marked) == 1 ? SUCCESS : FAILURE;
  }

  private static long bit(long bits, int place) {
    return (bits >>> place) & 1;
  }

  @Override
  int settle(int layer) {
    return GOES_ON;
  }

  @Override
  void load(int layer, long[] states, int offset) {
    clear();
    spared = states[offset];
    bits.open(states, offset + 1);
    for (int slot : alive(layer)) {
      while (slots <= slot) {
        label[slots++] = NOBODY;
      }
      label[slot] = (int) bits.read(labelBits);
      labels = Math.max(labels, label[slot]);
    }
    marked = bits.read(labels) << 1;
  }

  @Override
  void store(int layer, long[] state) {
    Arrays.fill(state, 0);
    state[0] = spared;
    bits.open(state, 1);
    Arrays.fill(renumber, 0, labels + 1, 0);
    int fresh = 0;
    long marks = 0;
    for (int slot : alive(layer)) {
      int old = label[slot];
      int number = 0;
      if (old > 0) {
        if (renumber[old] == 0) {
          renumber[old] = ++fresh;
          marks |= bit(marked, old) << (fresh - 1);
        }
        number = renumber[old];
      }
      bits.write(number, labelBits);
    }
    bits.write(marks, fresh);
  }

  private final Bits bits = new Bits();

  /** Reads and writes numbers of a few bits, one after the other. */
  private static final class Bits {
    private long[] words = new long[0];
    private int offset;
    private int at;

    void open(long[] array, int from) {
      words = array;
      offset = from;
      at = 0;
    }

    void write(long value, int bits) {
      if (bits == 0) {
        return;
      }
      int word = offset + (at >> 6);
      int shift = at & 63;
      words[word] |= value << shift;
      if (shift + bits > 64) {
        words[word + 1] |= value >>> (64 - shift);
      }
      at += bits;
    }

    long read(int bits) {
      if (bits == 0) {
        return 0;
      }
      int word = offset + (at >> 6);
      int shift = at & 63;
      long value = words[word] >>> shift;
      if (shift + bits > 64) {
        value |= words[word + 1] << (64 - shift);
      }
      at += bits;
      return value & ((1L << bits) - 1);
    }
  }
}
