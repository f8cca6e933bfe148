package org.araxes.graph;

/**
 * How some vertices hang together, in one machine word.
 *
 * <p><b>Definition.</b> Each of sixteen four-bit places holds the lowest place of its vertex'
 * block. Places 0 and 1 are never vertices and stand for the blocks of source and target, place 2
 * for the fallen where there are such. A place without a vertex is alone. No partition is 0.
 *
 * <p><b>Cost.</b> To join two blocks, or to cut a place out of its block, takes a handful of
 * operations on the whole word.
 */
final class WordPartition {
  static final int PLACES = 16;
  static final int SOURCE = 0;
  static final int TARGET = 1;
  static final int FALLEN = 2;

  /** Every place alone. */
  static final long SINGLES = 0xFEDCBA9876543210L;

  private static final long ONES = 0x1111111111111111L;

  private WordPartition() {}

  /** The first place of a vertex. */
  static int firstPlace(boolean fallible) {
    return fallible ? FALLEN + 1 : TARGET + 1;
  }

  /** The block of a place. */
  static int block(long state, int place) {
    return (int) (state >>> (4 * place)) & 15;
  }

  /** A place that is alone comes to a block that is lower. */
  static long put(long state, int place, int block) {
    return state ^ ((long) (place ^ block) << (4 * place));
  }

  /** Two blocks become one. */
  static long merge(long state, int a, int b) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return state ^ (members(state, high) * (low ^ high));
  }

  /** One bit, the lowest, of each place that belongs to a block. */
  private static long members(long state, int block) {
    long differ = state ^ (ONES * block);
    differ |= differ >>> 2;
    differ |= differ >>> 1;
    return ~differ & ONES;
  }

  /** The state in which a place is alone; 0 if source or target were only there. */
  static long cutOut(long state, int at) {
    int shift = 4 * at;
    int block = (int) (state >>> shift) & 15;
    if (block == at) {
      long others = members(state, at) & ~(1L << shift);
      if (others == 0) {
        return state;
      }
      int next = Long.numberOfTrailingZeros(others) >> 2;
      return state ^ (others * (at ^ next));
    }
    if (block <= TARGET && (members(state, block) & ~((1L << (4 * block)) | (1L << shift))) == 0) {
      return 0;
    }
    return state ^ ((long) (block ^ at) << shift);
  }
}
