package org.araxes.leverage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.araxes.answer.Budget;
import org.araxes.answer.Progress;
import org.araxes.graph.KeyDiagram;

/**
 * All minimal sets of players that open a diagram, or without which it does not open, as a diagram
 * of sets: as many as there may be, they take no more room than what they have in common.
 *
 * <p><b>Method.</b> Node 0 is no set, node 1 the empty set alone; every other node stands for the
 * sets of its low node, and those of its high node with one player more. The minimal sets of a node
 * of the decision diagram are those of its low side, and with the player those of its high side
 * that contain none of the low side (Rauzy 1993, minimal cut sets). The sets without which it does
 * not open are the minimal sets of the dual: the same diagram with its sides and answers exchanged.
 *
 * <p><b>Cost.</b> The number of nodes and of pairs of nodes compared, both a step of the budget; no
 * bound but the number of sets is known, and it is far less as a rule. Recursion is as deep as
 * there are players in the decision diagram.
 */
final class MinimalSets {
  private static final int NONE = 0;
  private static final int EMPTY_SET = 1;
  private static final int TELL_EVERY = 4096;

  private final KeyDiagram diagram;
  private final boolean dual;
  private final int most;
  private final Budget.Meter meter;
  private final Progress progress;
  private final BitSet always;
  private boolean complete = true;
  private boolean stopped;
  private int root;

  private int[] levels = new int[256];
  private int[] lows = new int[256];
  private int[] highs = new int[256];
  private int size = 2;
  private int[] unique = new int[512];
  private long[] pairs = new long[512];
  private int[] results = new int[512];
  private int pairCount;

  /**
   * Finds the sets over the players that the diagram asks about; those that it always needs are in
   * each of the opening sets, and are not told of among the others.
   */
  MinimalSets(KeyDiagram diagram, boolean dual, int most, Budget.Meter meter, Progress progress) {
    this.most = most;
    this.progress = progress;
    this.diagram = diagram;
    this.dual = dual;
    this.meter = meter;
    this.always = dual ? new BitSet() : diagram.mandatory();
    int[] minimal = new int[diagram.size()];
    minimal[KeyDiagram.NO] = dual ? EMPTY_SET : NONE;
    minimal[KeyDiagram.YES] = dual ? NONE : EMPTY_SET;
    for (int node = 2; node < diagram.size() && complete; node++) {
      int less = low(node);
      int more = without(minimal[high(node)], less);
      minimal[node] = node(diagram.level(node), minimal[less], more);
    }
    root = minimal[diagram.root()];
    unique = new int[0];
    pairs = new long[0];
    results = new int[0];
  }

  /** Whether the budget sufficed; else nothing may be asked. */
  boolean isComplete() {
    return complete;
  }

  private int low(int node) {
    return dual ? diagram.high(node) : diagram.low(node);
  }

  private int high(int node) {
    return dual ? diagram.low(node) : diagram.high(node);
  }

  private int node(int level, int low, int high) {
    if (high == NONE) {
      return low;
    }
    if (2 * size > unique.length) {
      rehash();
    }
    int place = place(level, low, high);
    while (unique[place] != 0) {
      int other = unique[place];
      if (levels[other] == level && lows[other] == low && highs[other] == high) {
        return other;
      }
      place = place + 1 & unique.length - 1;
    }
    if (size == levels.length) {
      levels = Arrays.copyOf(levels, 2 * size);
      lows = Arrays.copyOf(lows, 2 * size);
      highs = Arrays.copyOf(highs, 2 * size);
    }
    levels[size] = level;
    lows[size] = low;
    highs[size] = high;
    unique[place] = size;
    return size++;
  }

  private int place(int level, int low, int high) {
    return hash((long) level << 58 ^ (long) low << 29 ^ high, unique.length);
  }

  private static int hash(long key, int length) {
    long hash = key * 0x9E3779B97F4A7C15L;
    return (int) (hash ^ hash >>> 32) & length - 1;
  }

  private void rehash() {
    unique = new int[4 * unique.length];
    for (int node = 2; node < size; node++) {
      int place = place(levels[node], lows[node], highs[node]);
      while (unique[place] != 0) {
        place = place + 1 & unique.length - 1;
      }
      unique[place] = node;
    }
  }

  /** Of some sets those that do not open a node of the decision diagram. */
  private int without(int sets, int node) {
    if (sets == NONE || node == (dual ? KeyDiagram.NO : KeyDiagram.YES)) {
      return NONE;
    }
    if (sets == EMPTY_SET || node == (dual ? KeyDiagram.YES : KeyDiagram.NO)) {
      return sets;
    }
    long pair = (long) sets << 32 | node;
    int place = hash(pair, pairs.length);
    while (pairs[place] != 0) {
      if (pairs[place] == pair) {
        return results[place];
      }
      place = place + 1 & pairs.length - 1;
    }
    if (!complete || pairCount >= most || !meter.step()) {
      complete = false;
      return NONE;
    }
    if (pairCount % TELL_EVERY == 0) {
      progress.report("Minimal coalitions", pairCount, 0);
    }
    int level = levels[sets];
    int result;
    if (level > diagram.level(node)) {
      result = without(sets, low(node));
    } else {
      boolean asks = level == diagram.level(node);
      int low = lows[sets];
      int high = highs[sets];
      int fewer = without(low, asks ? low(node) : node);
      result = node(level, fewer, without(high, asks ? high(node) : node));
    }
    remember(pair, result);
    return result;
  }

  private void remember(long pair, int result) {
    if (2 * ++pairCount > pairs.length) {
      long[] oldPairs = pairs;
      int[] oldResults = results;
      pairs = new long[4 * oldPairs.length];
      results = new int[pairs.length];
      for (int i = 0; i < oldPairs.length; i++) {
        if (oldPairs[i] != 0) {
          put(oldPairs[i], oldResults[i]);
        }
      }
    }
    put(pair, result);
  }

  private void put(long pair, int result) {
    int place = hash(pair, pairs.length);
    while (pairs[place] != 0) {
      place = place + 1 & pairs.length - 1;
    }
    pairs[place] = pair;
    results[place] = result;
  }

  /**
   * Writes down the sets, small ones first, until the budget ends.
   *
   * @param most how many to write down at most
   * @return sets of players
   */
  List<BitSet> smallest(int most) {
    BitSet[] sizes = new BitSet[size];
    sizes[NONE] = new BitSet();
    sizes[EMPTY_SET] = new BitSet();
    sizes[EMPTY_SET].set(0);
    for (int node = 2; node < size; node++) {
      BitSet shifted = new BitSet();
      sizes[highs[node]].stream().forEach(s -> shifted.set(s + 1));
      shifted.or(sizes[lows[node]]);
      sizes[node] = shifted;
    }
    List<BitSet> found = new ArrayList<>();
    for (int s = sizes[root].nextSetBit(0);
        s >= 0 && found.size() < most && !meter.spent();
        s = sizes[root].nextSetBit(s + 1)) {
      write(root, s, (BitSet) always.clone(), sizes, found, most);
    }
    return found;
  }

  private void write(
      int node, int left, BitSet chosen, BitSet[] sizes, List<BitSet> found, int most) {
    if (stopped || !sizes[node].get(left) || found.size() >= most) {
      return;
    }
    if (node == EMPTY_SET) {
      if (found.size() % TELL_EVERY == 0) {
        progress.report("Coalitions listed", found.size(), most);
      }
      stopped = !meter.step();
      if (!stopped) {
        found.add((BitSet) chosen.clone());
      }
      return;
    }
    int player = diagram.key(levels[node]);
    if (left > 0) {
      chosen.set(player);
      write(highs[node], left - 1, chosen, sizes, found, most);
      chosen.clear(player);
    }
    write(lows[node], left, chosen, sizes, found, most);
  }

  /** How many sets there are. */
  BigInteger count() {
    BigInteger[] counts = new BigInteger[size];
    counts[NONE] = BigInteger.ZERO;
    counts[EMPTY_SET] = BigInteger.ONE;
    for (int node = 2; node < size; node++) {
      counts[node] = counts[lows[node]].add(counts[highs[node]]);
    }
    return counts[root];
  }

  /** How many nodes there are. */
  int size() {
    return size;
  }

  /**
   * How many sets there are of each size, in all and with each player asked about, those who are
   * always needed not counted into the size.
   */
  BySize bySize() {
    return count().bitLength() < Long.SIZE ? new Small().bySize() : bySizeAtAnyLength();
  }

  /** Counts in numbers of 64 bits, which none of them exceeds: each is of some of the sets. */
  private final class Small {
    private final int most = diagram.levelCount() + 1;

    BySize bySize() {
      long[][] up = new long[size][];
      up[NONE] = new long[0];
      up[EMPTY_SET] = new long[] {1};
      for (int node = 2; node < size; node++) {
        long[] low = up[lows[node]];
        long[] high = up[highs[node]];
        up[node] = Arrays.copyOf(low, Math.max(low.length, high.length + 1));
        add(up[node], high, 1, 1);
      }
      long[] all = Arrays.copyOf(up[root], most);
      long[][] with = new long[diagram.levelCount()][most];
      long[][] down = new long[size][];
      down[root] = new long[] {1};
      for (int node = size - 1; node > EMPTY_SET; node--) {
        long[] here = down[node];
        if (here == null) {
          continue;
        }
        for (int s = 0; s < here.length; s++) {
          add(with[levels[node]], up[highs[node]], s + 1, here[s]);
        }
        down[lows[node]] = sum(down[lows[node]], here, 0);
        down[highs[node]] = sum(down[highs[node]], here, 1);
      }
      return new BySize(
          whole(all), Arrays.stream(with).map(this::whole).toArray(BigInteger[][]::new));
    }

    private BigInteger[] whole(long[] counts) {
      return Arrays.stream(counts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private long[] sum(long[] before, long[] more, int shift) {
      int length = Math.max(before == null ? 0 : before.length, more.length + shift);
      long[] sum = before == null ? new long[length] : Arrays.copyOf(before, length);
      add(sum, more, shift, 1);
      return sum;
    }

    private void add(long[] to, long[] counts, int shift, long times) {
      if (times != 0) {
        for (int s = 0; s < counts.length; s++) {
          to[s + shift] += counts[s] * times;
        }
      }
    }
  }

  private BySize bySizeAtAnyLength() {
    int most = diagram.levelCount() + 1;
    BigInteger[][] up = new BigInteger[size][];
    up[NONE] = new BigInteger[0];
    up[EMPTY_SET] = new BigInteger[] {BigInteger.ONE};
    for (int node = 2; node < size; node++) {
      BigInteger[] low = up[lows[node]];
      BigInteger[] high = up[highs[node]];
      up[node] = filled(Math.max(low.length, high.length + 1));
      add(up[node], low, 0, BigInteger.ONE);
      add(up[node], high, 1, BigInteger.ONE);
    }
    BigInteger[] all = filled(most);
    add(all, up[root], 0, BigInteger.ONE);
    BigInteger[][] with = new BigInteger[diagram.levelCount()][];
    for (int level = 0; level < with.length; level++) {
      with[level] = filled(most);
    }
    BigInteger[][] down = new BigInteger[size][];
    down[root] = new BigInteger[] {BigInteger.ONE};
    for (int node = size - 1; node > EMPTY_SET; node--) {
      if (down[node] == null) {
        continue;
      }
      for (int s = 0; s < down[node].length; s++) {
        add(with[levels[node]], up[highs[node]], s + 1, down[node][s]);
      }
      down[lows[node]] = sum(down[lows[node]], down[node], 0);
      down[highs[node]] = sum(down[highs[node]], down[node], 1);
    }
    return new BySize(all, with);
  }

  /** How many sets there are by size. */
  static final class BySize {
    private final BigInteger[] all;
    private final BigInteger[][] with;

    private BySize(BigInteger[] all, BigInteger[][] with) {
      this.all = all;
      this.with = with;
    }

    /** All of them. */
    BigInteger[] all() {
      return all;
    }

    /** Those with the player of a level. */
    BigInteger[][] with() {
      return with;
    }
  }

  private static BigInteger[] filled(int length) {
    BigInteger[] zeros = new BigInteger[length];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  private static BigInteger[] sum(BigInteger[] before, BigInteger[] more, int shift) {
    int length = Math.max(before == null ? 0 : before.length, more.length + shift);
    BigInteger[] sum = filled(length);
    if (before != null) {
      add(sum, before, 0, BigInteger.ONE);
    }
    add(sum, more, shift, BigInteger.ONE);
    return sum;
  }

  private static void add(BigInteger[] to, BigInteger[] counts, int shift, BigInteger times) {
    if (times.signum() == 0) {
      return;
    }
    for (int s = 0; s < counts.length; s++) {
      if (counts[s].signum() != 0) {
        to[s + shift] = to[s + shift].add(counts[s].multiply(times));
      }
    }
  }
}
