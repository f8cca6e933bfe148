package org.araxes.leverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Counts, for a monotone game given by its minimal winning coalitions, the winning coalitions of
 * each size, in all and with each player in.
 *
 * <p><b>Method.</b> One bit for every coalition: minimal ones are set, then the closure upward
 * takes one pass of word operations a player, then each word is counted by size with fixed masks.
 *
 * <p><b>Cost.</b> 2ⁿ/8 bytes and O(n · 2ⁿ/64) word operations for n players; 128 MiB for the most,
 * {@value #MOST}.
 */
final class SwingCounts {
  static final int MOST = 30;
  private static final int WORD_PLAYERS = 6;

  /** In which positions of a word each of its six players is in. */
  private static final long[] WITH = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  /** Which positions of a word are of each size. */
  private static final long[] OF_SIZE = new long[WORD_PLAYERS + 1];

  static {
    for (int position = 0; position < Long.SIZE; position++) {
      OF_SIZE[Integer.bitCount(position)] |= 1L << position;
    }
  }

  private final int players;
  private final long[] winning;
  private final long[] wins;
  private final long[][] winsWith;

  SwingCounts(int players, List<BitSet> minimalWinning) {
    this.players = players;
    int words = 1 << Math.max(0, players - WORD_PLAYERS);
    this.winning = new long[words];
    this.wins = new long[Math.max(players, WORD_PLAYERS) + 1];
    this.winsWith = new long[Math.max(players, WORD_PLAYERS)][wins.length];
    for (BitSet coalition : minimalWinning) {
      long[] bits = coalition.toLongArray();
      int index = bits.length == 0 ? 0 : (int) bits[0];
      winning[index >>> WORD_PLAYERS] |= 1L << (index & 63);
    }
    close();
    count();
  }

  private void close() {
    for (int player = 0; player < Math.min(players, WORD_PLAYERS); player++) {
      for (int w = 0; w < winning.length; w++) {
        winning[w] |= (winning[w] & ~WITH[player]) << (1 << player);
      }
    }
    for (int player = WORD_PLAYERS; player < players; player++) {
      int bit = 1 << (player - WORD_PLAYERS);
      for (int w = 0; w < winning.length; w++) {
        if ((w & bit) != 0) {
          winning[w] |= winning[w ^ bit];
        }
      }
    }
  }

  private void count() {
    for (int w = 0; w < winning.length; w++) {
      if (winning[w] == 0) {
        continue;
      }
      int above = Integer.bitCount(w);
      for (int size = 0; size <= WORD_PLAYERS; size++) {
        long some = winning[w] & OF_SIZE[size];
        int many = Long.bitCount(some);
        if (many == 0) {
          continue;
        }
        wins[above + size] += many;
        for (int player = 0; player < WORD_PLAYERS; player++) {
          winsWith[player][above + size] += Long.bitCount(some & WITH[player]);
        }
        for (int high = w; high != 0; high &= high - 1) {
          int player = WORD_PLAYERS + Integer.numberOfTrailingZeros(high);
          winsWith[player][above + size] += many;
        }
      }
    }
  }

  /** The winning coalitions of each size from 0 to the number of players. */
  long[] wins() {
    return Arrays.copyOf(wins, players + 1);
  }

  /** By size s of a coalition without the player: how many lose, and win when the player joins. */
  long[] swings(int player) {
    long[] swings = new long[players];
    for (int s = 0; s < players; s++) {
      swings[s] = winsWith[player][s + 1] - (wins[s] - winsWith[player][s]);
    }
    return swings;
  }
}
