package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the parts of a graph fall at random again and again, and counts how often it still leads
 * from source to target.
 *
 * <p><b>Definition.</b> A sample draws for every link, vertex and cause of a {@link
 * ReliabilityProblem} whether it survives, and looks whether the system works. A block is {@value
 * #LANES} samples, one a bit. Which samples a block holds depends on seed, block and the keys of
 * the elements alone: neither on threads nor on what was asked before, and two problems whose
 * elements have the same keys meet the same fate. What survives in a sample survives in it with
 * every greater probability too, so the count never falls when something grows surer.
 *
 * <p><b>Method.</b> Eight words a vertex hold the lanes in which it is reached. Vertices are swept
 * in the order of their numbers and back, those only at which something changed; where near
 * vertices have near numbers few sweeps are enough. What a vertex or a cause takes out is taken out
 * of its links beforehand. Lanes in which a target was reached go no further.
 *
 * <p><b>Cost.</b> For each block about ten words a random element, and 8 words for each look at a
 * link; 64 bytes a vertex and a link and worker. Immutable; each thread has its own {@link Worker}.
 */
public final class SampledReliability {
  /** Samples a block. */
  public static final int LANES = RandomLanes.LANES;

  private static final int WORDS = RandomLanes.WORDS;
  private static final int VERTEX_KEYS = 1;
  private static final int CAUSE_KEYS = 2;

  private final int vertices;
  private final int[] first;
  private final int[] heads;
  private final int[] slots;
  private final int[] sources;
  private final int[] sourceSlots;
  private final int[] targets;

  // Slots of words: the random ones, then one with all bits, then those made of others.
  private final long[] keys;
  private final long[] thresholds;
  private final int slotCount;
  private final int[][][] sums; // for each slot that is made: an alternative of conjunctions

  /** What a slot is made of. */
  private static final class Slots {
    final List<Long> keys = new ArrayList<>();
    final List<Long> thresholds = new ArrayList<>();
    final List<int[][]> sums = new ArrayList<>();
    final Map<List<Integer>, Integer> products = new HashMap<>();

    /** Numbers below zero stand for what is made, until the random ones are all known. */
    int random(long key, double survival) {
      if (survival == 1) {
        return ones();
      }
      if (survival == 0) {
        return made(new int[0][]);
      }
      keys.add(key);
      thresholds.add(RandomLanes.threshold(survival));
      return keys.size() - 1;
    }

    int ones() {
      return -1;
    }

    int made(int[][] sum) {
      sums.add(sum);
      return -1 - sums.size();
    }

    int product(int... factors) {
      int[] own =
          Arrays.stream(factors).filter(slot -> slot != ones()).distinct().sorted().toArray();
      if (own.length < 2) {
        return own.length == 0 ? ones() : own[0];
      }
      return products.computeIfAbsent(
          Arrays.stream(own).boxed().toList(), all -> made(new int[][] {own}));
    }
  }

  /** A problem, or what reduction left of one. */
  private interface Shape {
    int vertexCount();

    int linkCount();

    int tail(int link);

    int head(int link);

    boolean isTwoWay(int link);

    double up(int link);

    Guard guard(int link);

    double vertexUp(int vertex);

    Guard vertexGuard(int vertex);
  }

  private SampledReliability(
      Shape shape,
      double[] causeSurvival,
      int[] sources,
      int[] targets,
      long[] linkKeys,
      long[] vertexKeys,
      long[] causeKeys) {
    vertices = shape.vertexCount();
    this.sources = sources;
    this.targets = targets;
    Slots made = new Slots();
    int[] causeSlots = new int[causeSurvival.length];
    for (int cause = 0; cause < causeSlots.length; cause++) {
      causeSlots[cause] = made.random(causeKeys[cause], causeSurvival[cause]);
    }
    Map<Guard, Integer> guards = new LinkedHashMap<>();
    int[] vertexSlots = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      vertexSlots[vertex] =
          made.product(
              made.random(vertexKeys[vertex], shape.vertexUp(vertex)),
              guard(shape.vertexGuard(vertex), causeSlots, guards, made));
    }
    int links = shape.linkCount();
    int[] linkSlots = new int[links];
    int[] degrees = new int[vertices + 1];
    for (int link = 0; link < links; link++) {
      int own = made.random(linkKeys[link], shape.up(link));
      int spared = guard(shape.guard(link), causeSlots, guards, made);
      linkSlots[link] =
          made.product(own, spared, vertexSlots[shape.tail(link)], vertexSlots[shape.head(link)]);
      degrees[shape.tail(link) + 1]++;
      if (shape.isTwoWay(link)) {
        degrees[shape.head(link) + 1]++;
      }
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      degrees[vertex + 1] += degrees[vertex];
    }
    keys = made.keys.stream().mapToLong(Long::longValue).toArray();
    thresholds = made.thresholds.stream().mapToLong(Long::longValue).toArray();
    slotCount = keys.length + 1 + made.sums.size();
    sums = new int[made.sums.size()][][];
    for (int i = 0; i < sums.length; i++) {
      int[][] sum = made.sums.get(i);
      sums[i] = new int[sum.length][];
      for (int j = 0; j < sum.length; j++) {
        sums[i][j] = Arrays.stream(sum[j]).map(this::place).toArray();
      }
    }
    first = degrees;
    heads = new int[first[vertices]];
    slots = new int[heads.length];
    int[] free = first.clone();
    for (int link = 0; link < links; link++) {
      put(free, shape.tail(link), shape.head(link), place(linkSlots[link]));
      if (shape.isTwoWay(link)) {
        put(free, shape.head(link), shape.tail(link), place(linkSlots[link]));
      }
    }
    sourceSlots = Arrays.stream(sources).map(source -> place(vertexSlots[source])).toArray();
  }

  private void put(int[] free, int from, int to, int slot) {
    heads[free[from]] = to;
    slots[free[from]++] = slot;
  }

  private static int guard(Guard guard, int[] causeSlots, Map<Guard, Integer> known, Slots made) {
    if (guard.isFree()) {
      return made.ones();
    }
    Integer before = known.get(guard);
    if (before == null) {
      int[][] patterns =
          guard.patterns().stream()
              .map(pattern -> pattern.stream().map(cause -> causeSlots[cause]).toArray())
              .toArray(int[][]::new);
      before = patterns.length == 1 ? made.product(patterns[0]) : made.made(patterns);
      known.put(guard, before);
    }
    return before;
  }

  private int place(int slot) {
    return slot >= 0 ? slot : keys.length - 1 - slot;
  }

  /**
   * Prepares a problem, made smaller first: links in series and side by side become one, and what
   * lies on no path is left out. Keys are those of what is left.
   *
   * @param problem the problem
   * @return a sampler
   */
  public static SampledReliability reduced(ReliabilityProblem problem) {
    ReliabilityReduction reduced = new ReliabilityReduction(problem);
    int[] source = {reduced.isJoined() || reduced.isHopeless() ? 0 : reduced.source()};
    int[] target = {reduced.isJoined() ? 0 : reduced.isHopeless() ? 1 : reduced.target()};
    Shape shape =
        new Shape() {
          @Override
          public int vertexCount() {
            return Math.max(2, reduced.vertexCount());
          }

          @Override
          public int linkCount() {
            return reduced.linkCount();
          }

          @Override
          public int tail(int link) {
            return reduced.tail(link);
          }

          @Override
          public int head(int link) {
            return reduced.head(link);
          }

          @Override
          public boolean isTwoWay(int link) {
            return reduced.isTwoWay(link);
          }

          @Override
          public double up(int link) {
            return reduced.up(link);
          }

          @Override
          public Guard guard(int link) {
            return reduced.guard(link);
          }

          @Override
          public double vertexUp(int vertex) {
            return vertex < reduced.vertexCount() ? reduced.vertexUp(vertex) : 1;
          }

          @Override
          public Guard vertexGuard(int vertex) {
            return vertex < reduced.vertexCount() ? reduced.vertexGuard(vertex) : Guard.FREE;
          }
        };
    return new SampledReliability(
        shape,
        causes(problem),
        source,
        target,
        numbers(shape.linkCount(), 0),
        numbers(shape.vertexCount(), VERTEX_KEYS),
        numbers(problem.causeCount(), CAUSE_KEYS));
  }

  /**
   * Prepares a problem as it is. Elements are known by their numbers, which for links are their
   * keys: two problems over the same graph share their random numbers.
   *
   * @param problem the problem
   * @return a sampler
   */
  public static SampledReliability of(ReliabilityProblem problem) {
    return of(
        problem,
        numbers(problem.linkCount(), 0),
        numbers(problem.vertexCount(), VERTEX_KEYS),
        numbers(problem.causeCount(), CAUSE_KEYS));
  }

  /**
   * Prepares a problem as it is, whose elements are known by keys.
   *
   * @param problem the problem
   * @param linkKeys of the links
   * @param vertexKeys of the vertices
   * @param causeKeys of the causes; elements with one key share their random numbers
   * @return a sampler
   * @throws IllegalArgumentException if there are too many or too few keys
   */
  public static SampledReliability of(
      ReliabilityProblem problem, long[] linkKeys, long[] vertexKeys, long[] causeKeys) {
    if (linkKeys.length != problem.linkCount()
        || vertexKeys.length != problem.vertexCount()
        || causeKeys.length != problem.causeCount()) {
      throw new IllegalArgumentException(
          "Each link, vertex and cause has one key. Maybe they are of another graph?");
    }
    return new SampledReliability(
        new Shape() {
          @Override
          public int vertexCount() {
            return problem.vertexCount();
          }

          @Override
          public int linkCount() {
            return problem.linkCount();
          }

          @Override
          public int tail(int link) {
            return problem.tail(link);
          }

          @Override
          public int head(int link) {
            return problem.head(link);
          }

          @Override
          public boolean isTwoWay(int link) {
            return problem.isTwoWay(link);
          }

          @Override
          public double up(int link) {
            return problem.linkSurvival(link);
          }

          @Override
          public Guard guard(int link) {
            return problem.linkGuard(link);
          }

          @Override
          public double vertexUp(int vertex) {
            return problem.vertexSurvival(vertex);
          }

          @Override
          public Guard vertexGuard(int vertex) {
            return problem.vertexGuard(vertex);
          }
        },
        causes(problem),
        problem.sources(),
        problem.targets(),
        linkKeys,
        vertexKeys,
        causeKeys);
  }

  private static double[] causes(ReliabilityProblem problem) {
    double[] causes = new double[problem.causeCount()];
    Arrays.setAll(causes, problem::causeSurvival);
    return causes;
  }

  private static long[] numbers(int count, int kind) {
    long[] numbers = new long[count];
    Arrays.setAll(numbers, i -> ((long) kind << 32) | i);
    return numbers;
  }

  /**
   * Draws one random bit for each sample of a block.
   *
   * @param seed the seed
   * @param block the block
   * @param key of what is drawn
   * @param probability of a one, from 0 to 1
   * @return the bits, {@value #LANES} of them
   */
  public static long[] draw(long seed, long block, long key, double probability) {
    long[] bits = new long[WORDS];
    if (probability == 1) {
      Arrays.fill(bits, -1);
    } else {
      new RandomLanes()
          .draw(
              seed, block, new long[] {key}, new long[] {RandomLanes.threshold(probability)}, bits);
    }
    return bits;
  }

  /**
   * Makes a workspace.
   *
   * @return a worker, for one thread at a time
   */
  public Worker worker() {
    return new Worker();
  }

  /** Samples block after block. For one thread at a time. */
  public final class Worker {
    private final RandomLanes random = new RandomLanes();
    private final long[] words = new long[slotCount * WORDS];
    private final long[] reached = new long[vertices * WORDS];
    private final boolean[] dirty = new boolean[vertices];
    private final boolean[] isTarget = new boolean[vertices];
    private final long[] arrived = new long[WORDS];
    private final long[] here = new long[WORDS];

    private Worker() {
      Arrays.fill(words, keys.length * WORDS, (keys.length + 1) * WORDS, -1L);
      for (int target : targets) {
        isTarget[target] = true;
      }
    }

    /**
     * Counts the samples of a block in which the system works.
     *
     * @param seed the seed
     * @param block the block
     * @return from 0 to {@value #LANES}
     */
    public int hits(long seed, long block) {
      sample(seed, block);
      int hits = 0;
      for (long word : arrived) {
        hits += Long.bitCount(word);
      }
      return hits;
    }

    /**
     * Tells the samples of a block in which the system works.
     *
     * @param seed the seed
     * @param block the block
     * @return one bit a sample, a copy
     */
    public long[] lanes(long seed, long block) {
      sample(seed, block);
      return arrived.clone();
    }

    private void sample(long seed, long block) {
      random.draw(seed, block, keys, thresholds, words);
      for (int i = 0; i < sums.length; i++) {
        make((keys.length + 1 + i) * WORDS, sums[i]);
      }
      spread();
    }

    private void make(int into, int[][] sum) {
      for (int word = 0; word < WORDS; word++) {
        long any = 0;
        for (int[] product : sum) {
          long all = -1;
          for (int slot : product) {
            all &= words[slot * WORDS + word];
          }
          any |= all;
        }
        words[into + word] = any;
      }
    }

    private void spread() {
      Arrays.fill(reached, 0);
      Arrays.fill(arrived, 0);
      int low = vertices;
      int high = -1;
      for (int i = 0; i < sources.length; i++) {
        int source = sources[i];
        System.arraycopy(words, sourceSlots[i] * WORDS, reached, source * WORDS, WORDS);
        dirty[source] = true;
        low = Math.min(low, source);
        high = Math.max(high, source);
      }
      boolean up = true;
      while (low <= high) {
        long next = up ? sweepUp(low, high) : sweepDown(low, high);
        low = (int) (next >>> 32);
        high = (int) next;
        up = !up;
      }
    }

    /** From the lowest dirty vertex to the highest; returns the lowest and highest left behind. */
    private long sweepUp(int low, int high) {
      int end = high;
      int leftLow = vertices;
      int leftHigh = -1;
      for (int vertex = low; vertex <= end; vertex++) {
        if (dirty[vertex] && leaves(vertex)) {
          for (int arc = first[vertex]; arc < first[vertex + 1]; arc++) {
            int head = heads[arc];
            if (pass(slots[arc] * WORDS, head * WORDS)) {
              dirty[head] = true;
              if (head > vertex) {
                end = Math.max(end, head);
              } else {
                leftLow = Math.min(leftLow, head);
                leftHigh = Math.max(leftHigh, head);
              }
            }
          }
        }
      }
      return ((long) leftLow << 32) | (leftHigh & 0xFFFFFFFFL);
    }

    private long sweepDown(int low, int high) {
      int end = low;
      int leftLow = vertices;
      int leftHigh = -1;
      for (int vertex = high; vertex >= end; vertex--) {
        if (dirty[vertex] && leaves(vertex)) {
          for (int arc = first[vertex]; arc < first[vertex + 1]; arc++) {
            int head = heads[arc];
            if (pass(slots[arc] * WORDS, head * WORDS)) {
              dirty[head] = true;
              if (head < vertex) {
                end = Math.min(end, head);
              } else {
                leftLow = Math.min(leftLow, head);
                leftHigh = Math.max(leftHigh, head);
              }
            }
          }
        }
      }
      return ((long) leftLow << 32) | (leftHigh & 0xFFFFFFFFL);
    }

    /** Cleans a vertex and takes up the lanes in which one goes on from it, if any. */
    private boolean leaves(int vertex) {
      dirty[vertex] = false;
      int at = vertex * WORDS;
      if (isTarget[vertex]) {
        for (int word = 0; word < WORDS; word++) {
          arrived[word] |= reached[at + word];
        }
        return false;
      }
      long any = 0;
      for (int word = 0; word < WORDS; word++) {
        here[word] = reached[at + word] & ~arrived[word];
        any |= here[word];
      }
      return any != 0;
    }

    private boolean pass(int slot, int head) {
      long fresh = 0;
      for (int word = 0; word < WORDS; word++) {
        long before = reached[head + word];
        long after = before | (here[word] & words[slot + word]);
        reached[head + word] = after;
        fresh |= before ^ after;
      }
      return fresh != 0;
    }
  }
}
