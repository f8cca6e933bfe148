package org.araxes.graph;

import java.util.Arrays;

/**
 * The frontier of a graph with one-way links: which of its vertices are reached from the source,
 * which reach the target, and, among all others, which reaches which.
 *
 * <p>A relation is kept only while it can still matter: not from or to a vertex that is reached or
 * reaches the target already, not into a vertex that nothing will leave any more, nor out of one
 * that nothing will enter. In a graph of two-way links alone this comes to the partitions of {@link
 * PartitionProgram}, only in more words.
 */
final class RelationProgram extends FrontierProgram {
  private static final int SOURCE = 1;
  private static final int TARGET = 2;

  /** Bit by place: the places that each place reaches, itself included if it stands. */
  private final long[] reach = new long[MOST];

  private long standing;
  private long reached;
  private long reaching;

  RelationProgram(FrontierNet net, int[] order) {
    super(net, order);
    ready(width() * (width() + 2) + activeCauses());
  }

  @Override
  void clear() {
    Arrays.fill(reach, 0);
    standing = 0;
    reached = 0;
    reaching = 0;
  }

  @Override
  int meet(int slot, int ends, boolean stands) {
    if (!stands) {
      return ends != 0 ? FAILURE : GOES_ON;
    }
    long bit = 1L << slot;
    reach[slot] = bit;
    standing |= bit;
    if ((ends & SOURCE) != 0) {
      reached |= bit;
    }
    if ((ends & TARGET) != 0) {
      reaching |= bit;
    }
    return (reached & reaching) != 0 ? SUCCESS : GOES_ON;
  }

  @Override
  int join(int tail, int head, boolean oneWay, boolean allMet) {
    if (((standing >>> tail) & (standing >>> head) & 1) == 0) {
      return GOES_ON;
    }
    pass(tail, head);
    if (!oneWay) {
      pass(head, tail);
    }
    return (reached & reaching) != 0 ? SUCCESS : GOES_ON;
  }

  /** From now on the head is reached from the tail, and so is all that it reaches. */
  private void pass(int tail, int head) {
    long gain = reach[head];
    boolean toTarget = (gain & reaching) != 0;
    if (((reached >>> tail) & 1) != 0) {
      reached |= gain;
    }
    for (long left = standing; left != 0; left &= left - 1) {
      int before = Long.numberOfTrailingZeros(left);
      if (((reach[before] >>> tail) & 1) != 0) {
        reach[before] |= gain;
        if (toTarget) {
          reaching |= 1L << before;
        }
      }
    }
  }

  @Override
  int finish(int slot, boolean allMet) {
    long others = ~(1L << slot);
    reach[slot] = 0;
    standing &= others;
    reached &= others;
    reaching &= others;
    for (long left = standing; left != 0; left &= left - 1) {
      reach[Long.numberOfTrailingZeros(left)] &= others;
    }
    return GOES_ON;
  }

  @Override
  int settle(int layer) {
    long leave = canLeave(layer);
    long enter = canEnter(layer);
    long done = reached | reaching;
    for (long left = standing; left != 0; left &= left - 1) {
      int slot = Long.numberOfTrailingZeros(left);
      long self = 1L << slot;
      reach[slot] =
          (done & self) != 0 || (enter & self) == 0 ? self : (reach[slot] & ~done & leave) | self;
    }
    reached &= leave;
    reaching &= enter;
    long met = endsMet(layer);
    boolean lost = ((met & SOURCE) != 0 && reached == 0) || ((met & TARGET) != 0 && reaching == 0);
    return lost ? FAILURE : GOES_ON;
  }

  @Override
  void read(int layer, Bits bits) {
    long mayHaveFallen = mayHaveFallen(layer);
    for (int slot : alive(layer)) {
      long self = 1L << slot;
      if ((mayHaveFallen & self) == 0 || bits.read(1) != 0) {
        standing |= self;
        reach[slot] = self;
        reached |= bits.read(1) != 0 ? self : 0;
        reaching |= bits.read(1) != 0 ? self : 0;
      }
    }
    long open = standing & ~reached & ~reaching;
    for (long rows = open & canEnter(layer); rows != 0; rows &= rows - 1) {
      int slot = Long.numberOfTrailingZeros(rows);
      for (long columns = open & canLeave(layer) & ~(1L << slot);
          columns != 0;
          columns &= columns - 1) {
        reach[slot] |= bits.read(1) != 0 ? Long.lowestOneBit(columns) : 0;
      }
    }
  }

  @Override
  void write(int layer, Bits bits) {
    long mayHaveFallen = mayHaveFallen(layer);
    for (int slot : alive(layer)) {
      boolean stands = ((standing >>> slot) & 1) != 0;
      if (((mayHaveFallen >>> slot) & 1) != 0) {
        bits.write(stands ? 1 : 0, 1);
      }
      if (stands) {
        bits.write((reached >>> slot) & 1, 1);
        bits.write((reaching >>> slot) & 1, 1);
      }
    }
    long open = standing & ~reached & ~reaching;
    for (long rows = open & canEnter(layer); rows != 0; rows &= rows - 1) {
      int slot = Long.numberOfTrailingZeros(rows);
      for (long columns = open & canLeave(layer) & ~(1L << slot);
          columns != 0;
          columns &= columns - 1) {
        bits.write((reach[slot] & columns & -columns) != 0 ? 1 : 0, 1);
      }
    }
  }
}
