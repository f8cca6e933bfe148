package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A graph whose arcs need keys, made small without changing who gets through.
 *
 * <p><b>Definition.</b> Keys are numbers from zero. Each arc has a lock, and a lock opens for the
 * holder of any one of some sets of keys: of the empty set always, of no set never. A set of keys
 * <em>opens</em> the graph when a path of open arcs leads from a source to a target. The quotient
 * is another graph, whose arcs need one set of keys each, opened by exactly the same sets.
 *
 * <p><b>Method.</b> What lies on no way goes. What one lock alone holds together (its strong
 * components) becomes one vertex with an entrance. Then, on the small graph, until nothing changes:
 * keys that every path needs are taken out and told apart ({@link #mandatory}); an arc no longer
 * asks for keys that every path to its tail has asked for (a flow of facts to a greatest fixed
 * point); strong components of free arcs, and what is free from the source or to the target,
 * collapse; of parallel arcs those that need more than another go; vertices go that another one
 * replaces at no more keys, that lie in no block between source and target (Tarjan 1972), or that
 * can be passed over without more arcs than before. Each step is exact for directed graphs, and a
 * two-way edge is two arcs.
 *
 * <p><b>Cost.</b> O(n + m) for the first part; the rest depends on the number of locks and the
 * places where they meet, not on the size of the graph. Immutable.
 *
 * <p><b>Left out.</b> Where a path or a cut lies: one search of the original graph finds it, once
 * it is known which keys are held.
 */
public final class KeyQuotient {
  /** The lock number of an arc that never opens. */
  public static final int NEVER = -1;

  private final int keys;
  private final BitSet mandatory;
  private final BitSet locksInUse;
  private final IndexedGraph graph;
  private final long[][] needs;
  private final int source;
  private final int target;

  KeyQuotient(
      int keys,
      BitSet locksInUse,
      BitSet mandatory,
      IndexedGraph graph,
      long[][] needs,
      int source,
      int target) {
    this.keys = keys;
    this.locksInUse = locksInUse;
    this.mandatory = mandatory;
    this.graph = graph;
    this.needs = needs;
    this.source = source;
    this.target = target;
  }

  /**
   * Makes the quotient.
   *
   * @param graph the graph
   * @param keys how many keys there are
   * @param locks the sets of keys, each of which opens the lock
   * @param lockOf the lock of each arc, or {@link #NEVER}
   * @param sources vertices to start from
   * @param targets vertices to end in
   * @return the quotient
   * @throws IllegalArgumentException if a source or target is no vertex, or there is not one lock
   *     number for each arc
   */
  public static KeyQuotient of(
      IndexedGraph graph,
      int keys,
      List<List<BitSet>> locks,
      int[] lockOf,
      int[] sources,
      int[] targets) {
    if (lockOf.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are "
              + graph.arcCount()
              + " arcs but "
              + lockOf.length
              + " locks. Maybe of another graph?");
    }
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    return new KeyBlocks(graph, keys, locks, lockOf).quotient(sources, targets);
  }

  /** The graph that no set of keys opens. */
  static KeyQuotient never(int keys, BitSet locksInUse) {
    return new KeyQuotient(
        keys, locksInUse, new BitSet(), IndexedGraph.builder(2).build(), new long[0][], 0, 1);
  }

  /**
   * How many keys there are.
   *
   * @return 0 or more
   */
  public int keyCount() {
    return keys;
  }

  /**
   * The locks that need keys, of the arcs that lie on some way from a source towards a target and
   * can be opened.
   *
   * @return a copy
   */
  public BitSet locksInUse() {
    return (BitSet) locksInUse.clone();
  }

  /**
   * Whether every set of keys opens it, even the empty one.
   *
   * @return true if so
   */
  public boolean isAlwaysOpen() {
    return source == target && mandatory.isEmpty();
  }

  /**
   * Whether no set of keys opens it.
   *
   * @return true if so
   */
  public boolean isNeverOpen() {
    return source != target && graph.arcCount() == 0;
  }

  /**
   * The keys without which nothing opens; the arcs of the quotient do not ask for them again.
   *
   * @return a copy; none where no set of keys opens it
   */
  public BitSet mandatory() {
    return (BitSet) mandatory.clone();
  }

  /**
   * The small graph.
   *
   * @return vertices and arcs; {@link #source} and {@link #target} are among its vertices
   */
  public IndexedGraph graph() {
    return graph;
  }

  /**
   * Where every path starts.
   *
   * @return a vertex of the small graph
   */
  public int source() {
    return source;
  }

  /**
   * Where every path ends.
   *
   * @return a vertex of the small graph; the source where the mandatory keys are enough
   */
  public int target() {
    return target;
  }

  /**
   * What an arc of the small graph needs.
   *
   * @param arc the arc
   * @return the keys, all of which it needs, a copy
   */
  public BitSet keys(int arc) {
    return BitSet.valueOf(needs[arc]);
  }

  /**
   * Starts to ask.
   *
   * @return questions of one thread
   */
  public Search search() {
    return new Search();
  }

  @Override
  public String toString() {
    return graph + ", always needed " + mandatory;
  }

  /** Tells of sets of keys whether they open the graph. Belongs to one thread. */
  public final class Search {
    private final int[] queue = new int[graph.vertexCount()];
    private final int[] marks = new int[graph.vertexCount()];
    private final long[] words = new long[Math.max(1, KeyReduction.words(keys))];
    private int mark;

    private Search() {}

    /**
     * Whether some keys open the graph.
     *
     * @param held the keys
     * @return true if a path is open
     */
    public boolean opens(BitSet held) {
      if (!KeyReduction.within(mandatory, held)) {
        return false;
      }
      if (source == target) {
        return true;
      }
      Arrays.fill(words, 0);
      long[] some = held.toLongArray();
      System.arraycopy(some, 0, words, 0, Math.min(some.length, words.length));
      if (++mark == 0) {
        Arrays.fill(marks, 0);
        mark = 1;
      }
      marks[source] = mark;
      queue[0] = source;
      int end = 1;
      for (int next = 0; next < end; next++) {
        int vertex = queue[next];
        for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
          int arc = graph.outArc(i);
          int head = graph.head(arc);
          if (marks[head] != mark && isHeld(needs[arc])) {
            if (head == target) {
              return true;
            }
            marks[head] = mark;
            queue[end++] = head;
          }
        }
      }
      return false;
    }

    private boolean isHeld(long[] need) {
      for (int w = 0; w < need.length; w++) {
        if ((need[w] & ~words[w]) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** The keys that every path to each vertex asks for, from the source on. */
  long[][] asked() {
    List<List<KeyReduction.Arc>> out = new ArrayList<>();
    for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
      List<KeyReduction.Arc> own = new ArrayList<>();
      graph
          .outArcs(vertex)
          .forEach(
              arc -> own.add(new KeyReduction.Arc(graph.tail(arc), graph.head(arc), needs[arc])));
      out.add(own);
    }
    return KeyReduction.asked(out, source, KeyReduction.words(keys));
  }
}
