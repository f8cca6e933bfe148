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
 *
 * <p>The relation is a matrix of bits: a row for each vertex, of the vertices that it reaches,
 * itself included if it stands; as many whole rows as go into a word, eight at most. So one
 * operation takes a column, or changes all rows of a word. A state is these words and, in one more
 * if there is room, what stands, is reached and reaches, and which causes spared us.
 */
final class RelationProgram extends FrontierProgram {
  private static final int MOST_ROWS = 8;

  private final int stride;
  private final int rowsPerWord;
  private final int matrixWords;
  private final long rowMask;

  /** The lowest bit of each row of a word, by the bits that choose rows. */
  private final long[] lowest;

  /** The bits of each word by which a vertex reaches itself. */
  private final long[] diagonal;

  private final int[] wordOf;
  private final int[] shiftOf;

  /** Whether all that is not in the matrix is in one word. */
  private final boolean tight;

  private final long[] matrix;
  private long standing;
  private long reached;
  private long reaching;

  RelationProgram(FrontierNet net, int[] order) {
    super(net, order);
    int slots = Math.max(1, slots());
    stride = Math.max(MOST_ROWS, slots);
    rowsPerWord = Long.SIZE / stride;
    matrixWords = (slots + rowsPerWord - 1) / rowsPerWord;
    rowMask = (1L << slots) - 1;
    lowest = new long[1 << rowsPerWord];
    for (int chosen = 1; chosen < lowest.length; chosen++) {
      int row = Integer.numberOfTrailingZeros(chosen);
      lowest[chosen] = lowest[chosen & (chosen - 1)] | (1L << (row * stride));
    }
    matrix = new long[matrixWords];
    diagonal = new long[matrixWords];
    wordOf = new int[slots];
    shiftOf = new int[slots];
    for (int slot = 0; slot < slots; slot++) {
      wordOf[slot] = slot / rowsPerWord;
      shiftOf[slot] = slot % rowsPerWord * stride;
      diagonal[wordOf[slot]] |= 1L << (shiftOf[slot] + slot);
    }
    tight = 3 * slots + places() <= Long.SIZE;
    ready(matrixWords + (tight ? 1 : 4));
  }

  @Override
  void clear() {
    Arrays.fill(matrix, 0);
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
    matrix[wordOf[slot]] |= bit << shiftOf[slot];
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
    long gain = (matrix[wordOf[head]] >>> shiftOf[head]) & rowMask;
    boolean toTarget = (gain & reaching) != 0;
    if (((reached >>> tail) & 1) != 0) {
      reached |= gain;
    }
    long every = lowest[lowest.length - 1];
    for (int word = 0; word < matrixWords; word++) {
      long before = (matrix[word] >>> tail) & every;
      matrix[word] |= before * gain;
      for (long left = toTarget ? before : 0; left != 0; left &= left - 1) {
        reaching |= 1L << (word * rowsPerWord + Long.numberOfTrailingZeros(left) / stride);
      }
    }
  }

  @Override
  int finish(int slot, boolean allMet) {
    long others = ~(1L << slot);
    standing &= others;
    reached &= others;
    reaching &= others;
    long column = lowest[lowest.length - 1] << slot;
    for (int word = 0; word < matrixWords; word++) {
      matrix[word] &= ~column;
    }
    matrix[wordOf[slot]] &= ~(rowMask << shiftOf[slot]);
    return GOES_ON;
  }

  @Override
  int settle(int layer) {
    long leave = canLeave(layer);
    long enter = canEnter(layer);
    long open = ~(reached | reaching);
    long rows = standing & open & enter;
    long columns = open & leave & rowMask;
    for (int word = 0; word < matrixWords; word++) {
      int chosen = (int) (rows >>> (word * rowsPerWord)) & (lowest.length - 1);
      matrix[word] &= lowest[chosen] * columns | diagonal[word];
    }
    reached &= leave;
    reaching &= enter;
    long met = endsMet(layer);
    boolean lost = ((met & SOURCE) != 0 && reached == 0) || ((met & TARGET) != 0 && reaching == 0);
    return lost ? FAILURE : GOES_ON;
  }

  @Override
  void load(int layer, long[] states, int offset) {
    System.arraycopy(states, offset, matrix, 0, matrixWords);
    int at = offset + matrixWords;
    if (tight) {
      long all = states[at];
      int slots = shiftOf.length;
      standing = all & rowMask;
      reached = (all >>> slots) & rowMask;
      reaching = (all >>> (2 * slots)) & rowMask;
      spared = places() > 0 ? all >>> (3 * slots) : 0;
    } else {
      standing = states[at];
      reached = states[at + 1];
      reaching = states[at + 2];
      spared = states[at + 3];
    }
  }

  @Override
  void store(int layer, long[] state) {
    System.arraycopy(matrix, 0, state, 0, matrixWords);
    if (tight) {
      int slots = shiftOf.length;
      long causes = places() > 0 ? spared << (3 * slots) : 0;
      state[matrixWords] = standing | (reached << slots) | (reaching << (2 * slots)) | causes;
    } else {
      state[matrixWords] = standing;
      state[matrixWords + 1] = reached;
      state[matrixWords + 2] = reaching;
      state[matrixWords + 3] = spared;
    }
  }
}
