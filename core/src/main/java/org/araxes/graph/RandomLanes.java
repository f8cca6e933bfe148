package org.araxes.graph;

/**
 * Random bits with given probabilities, for many lanes at once.
 *
 * <p><b>Definition.</b> For each seed, block, key and lane there is one number U, uniform in [0, 1)
 * and independent of all others; the bit is 1 where U &lt; p. Nothing else goes in: no order of
 * calls, no thread. So with the same seed two questions meet the same fate where they agree, and
 * what is 1 for some p is 1 for every greater one.
 *
 * <p><b>Method.</b> The binary digits of U are compared with those of p, 64 lanes a word. After
 * eight digits one lane in 256 is undecided, and gets the other 56 digits by itself. The words are
 * those of a counter behind the finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA,
 * 453–472), which is also known as variant 13 of Stafford. The step of each loop hangs on no other,
 * so that the compiler takes several words in one instruction. p is cut to 64 binary digits, an
 * error below 5.5e−20.
 *
 * <p>The object is a workspace: one for each thread.
 */
final class RandomLanes {
  /** Words a variable. */
  static final int WORDS = 8;

  /** Bits a variable. */
  static final int LANES = 64 * WORDS;

  private static final int AT_ONCE = 32;
  private static final int DIGITS = 8;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long[] state = new long[AT_ONCE * WORDS];
  private final long[] limit = new long[AT_ONCE * WORDS];
  private final long[] open = new long[AT_ONCE * WORDS];
  private final long[] result = new long[AT_ONCE * WORDS];

  /** Spreads every bit over all others, one to one. */
  static long mix(long bits) {
    long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  /** A number for several, different (but for chance) when one of them is. */
  static long mix(long first, long second, long third) {
    return mix(mix(mix(first + GOLDEN) + second + GOLDEN) + third + GOLDEN);
  }

  /** A uniform number in [0, 1) of 53 digits. */
  static double uniform(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** The first 64 binary digits of a probability below 1. */
  static long threshold(double probability) {
    // Cast in two halves, as a long holds no 2^63 and more.
    long high = (long) (probability * 0x1.0p32);
    long low = (long) ((probability * 0x1.0p32 - high) * 0x1.0p32);
    return (high << 32) | low;
  }

  /**
   * Draws the bits of variable after variable.
   *
   * @param seed the seed
   * @param block which lanes
   * @param keys of the variables
   * @param thresholds of the variables
   * @param words where the bits go, {@link #WORDS} a variable
   */
  void draw(long seed, long block, long[] keys, long[] thresholds, long[] words) {
    for (int from = 0; from < keys.length; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, keys.length - from);
      for (int i = 0; i < count; i++) {
        long stream = mix(seed, block, keys[from + i]);
        for (int word = 0; word < WORDS; word++) {
          state[i * WORDS + word] = stream + word * GOLDEN;
          limit[i * WORDS + word] = thresholds[from + i];
        }
      }
      compare(count * WORDS);
      finish(count * WORDS);
      System.arraycopy(result, 0, words, from * WORDS, count * WORDS);
    }
  }

  private void compare(int count) {
    for (int i = 0; i < count; i++) {
      state[i] = mix(state[i]);
      open[i] = -1L;
      result[i] = 0;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      long step = (digit + 1) * GOLDEN;
      for (int i = 0; i < count; i++) {
        long bits = state[i] + step;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        bits = bits ^ (bits >>> 31);
        long own = (limit[i] << digit) >> 63;
        result[i] |= open[i] & ~bits & own;
        open[i] &= ~(bits ^ own);
      }
    }
  }

  private void finish(int count) {
    for (int i = 0; i < count; i++) {
      long rest = limit[i] & (-1L >>> DIGITS);
      for (long left = open[i]; left != 0; left &= left - 1) {
        int lane = Long.numberOfTrailingZeros(left);
        if (mix(state[i] - (lane + 1) * GOLDEN) >>> DIGITS < rest) {
          result[i] |= 1L << lane;
        }
      }
    }
  }
}
