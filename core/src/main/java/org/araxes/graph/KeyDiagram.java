package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The decision diagram of the question which keys open a graph.
 *
 * <p><b>Definition.</b> Keys are asked about in a fixed order. Node 0 says no, node 1 says yes;
 * every other node asks about one key and goes on at a low node without it and at a high node with
 * it. Children have smaller numbers than their parents and ask later; no two nodes are alike, and
 * none has two equal children. Mandatory keys are not asked about. So the diagram is the reduced
 * ordered one of Bryant (1986), and whatever adds up over it costs one pass.
 *
 * <p><b>Method.</b> A frontier search key by key. What is known after some keys is, beside the
 * vertices that the source reaches and those that reach the target next, a set of hubs: pairs (I,
 * O) of undecided vertices such that open ground leads from each of I to each of O. A hub is
 * forgotten where another one, the source, the target or arcs between undecided vertices do its
 * work; states that look alike afterwards are one. A vertex that needs several keys is remembered
 * while some of them are undecided. The order of the keys is sought beforehand.
 *
 * <p><b>Cost.</b> Exponential in how many vertices are next to decided ones at a time, at most 64:
 * about the square root of the number of parties on a map; 8 bytes a state before reduction, 12
 * bytes a node after. Immutable.
 *
 * <p>The idea of keeping what matters of the past only: Hardy, Lucet and Limnios (2007), IEEE
 * Transactions on Reliability 56, for probabilities of links; here for keys that open many arcs.
 */
public final class KeyDiagram {
  /** The node that says no. */
  public static final int NO = 0;

  /** The node that says yes. */
  public static final int YES = 1;

  private final int[] order;
  private final BitSet mandatory;
  private final int[] levels;
  private final int[] lows;
  private final int[] highs;
  private final int root;

  private KeyDiagram(
      int[] order, BitSet mandatory, int[] levels, int[] lows, int[] highs, int root) {
    this.order = order;
    this.mandatory = mandatory;
    this.levels = levels;
    this.lows = lows;
    this.highs = highs;
    this.root = root;
  }

  /**
   * Makes the diagram.
   *
   * @param quotient the graph with its keys
   * @param most how many states to make at most before reduction
   * @param goOn asked now and then; false ends the work
   * @return the diagram, or empty when it would be larger, needs more slots, or was ended
   */
  public static Optional<KeyDiagram> of(KeyQuotient quotient, long most, BooleanSupplier goOn) {
    if (quotient.isNeverOpen() || quotient.source() == quotient.target()) {
      int root = quotient.isNeverOpen() ? NO : YES;
      return Optional.of(
          new KeyDiagram(
              new int[0], quotient.mandatory(), new int[2], new int[2], new int[2], root));
    }
    KeyGates gates = new KeyGates(quotient);
    int[] order = new KeyOrder(gates).best(most, goOn);
    return inOrder(gates, order, quotient.mandatory(), most, goOn);
  }

  /** Makes the diagram that asks about the keys in a given order. */
  static Optional<KeyDiagram> inOrder(
      KeyGates gates, int[] order, BitSet mandatory, long most, BooleanSupplier goOn) {
    KeyFrontier frontier = new KeyFrontier(gates, order);
    if (!frontier.fits()) {
      return Optional.empty();
    }
    KeyStates states = new KeyStates(frontier.layers(), most, goOn);
    return states.run()
        ? Optional.of(new Reduction(order, states).diagram(mandatory))
        : Optional.empty();
  }

  /**
   * How many keys are asked about.
   *
   * @return the number of levels; the keys of all others but the mandatory ones never matter
   */
  public int levelCount() {
    return order.length;
  }

  /**
   * About which key a level asks.
   *
   * @param level 0 for the first
   * @return the key
   */
  public int key(int level) {
    return order[level];
  }

  /**
   * The keys without which the answer is no.
   *
   * @return a copy
   */
  public BitSet mandatory() {
    return (BitSet) mandatory.clone();
  }

  /**
   * How many nodes there are.
   *
   * @return the number, with the two that say yes and no
   */
  public int size() {
    return levels.length;
  }

  /**
   * Where to start, with the mandatory keys in hand.
   *
   * @return a node
   */
  public int root() {
    return root;
  }

  /**
   * The level of a node.
   *
   * @param node neither {@link #NO} nor {@link #YES}
   * @return the level
   */
  public int level(int node) {
    return levels[node];
  }

  /**
   * Where to go on without the key.
   *
   * @param node neither {@link #NO} nor {@link #YES}
   * @return a node of a later level, or the answer
   */
  public int low(int node) {
    return lows[node];
  }

  /**
   * Where to go on with the key.
   *
   * @param node neither {@link #NO} nor {@link #YES}
   * @return a node of a later level, or the answer
   */
  public int high(int node) {
    return highs[node];
  }

  /**
   * Whether some keys open the graph.
   *
   * @param held the keys
   * @return the answer, after one step a level at most
   */
  public boolean opens(BitSet held) {
    if (root == NO || !KeyReduction.within(mandatory, held)) {
      return false;
    }
    int node = root;
    while (node > YES) {
      node = held.get(order[levels[node]]) ? highs[node] : lows[node];
    }
    return node == YES;
  }

  @Override
  public String toString() {
    return levelCount() + " keys, " + size() + " nodes";
  }

  /** Makes states that lead to the same answers one, from the last layer up. */
  private static final class Reduction {
    private final int[] order;
    private final KeyStates states;
    private int[] levels = new int[1024];
    private int[] lows = new int[1024];
    private int[] highs = new int[1024];
    private int size = 2;

    Reduction(int[] order, KeyStates states) {
      this.order = order;
      this.states = states;
    }

    KeyDiagram diagram(BitSet mandatory) {
      int[] below = new int[0];
      for (int level = order.length - 1; level >= 0; level--) {
        below = reduce(level, states.lows(level), states.highs(level), below);
        states.forget(level);
      }
      return new KeyDiagram(
          order,
          mandatory,
          Arrays.copyOf(levels, size),
          Arrays.copyOf(lows, size),
          Arrays.copyOf(highs, size),
          below[0]);
    }

    private int[] reduce(int level, int[] rawLows, int[] rawHighs, int[] below) {
      int[] nodes = new int[rawLows.length];
      int[] table = new int[Integer.highestOneBit(Math.max(8, rawLows.length)) * 4];
      for (int i = 0; i < nodes.length; i++) {
        int low = resolved(rawLows[i], below);
        int high = resolved(rawHighs[i], below);
        nodes[i] = low == high ? low : node(level, low, high, table);
      }
      return nodes;
    }

    private static int resolved(int raw, int[] below) {
      if (raw == KeyStates.WON) {
        return YES;
      }
      return raw == KeyStates.LOST ? NO : below[raw];
    }

    private int node(int level, int low, int high, int[] table) {
      int mask = table.length - 1;
      int place = (int) ((low * 0x9E3779B97F4A7C15L + high * 0xC2B2AE3D27D4EB4FL) >>> 33) & mask;
      while (table[place] != 0) {
        if (lows[table[place]] == low && highs[table[place]] == high) {
          return table[place];
        }
        place = place + 1 & mask;
      }
      if (size == levels.length) {
        int longer = size + (size >> 1);
        levels = Arrays.copyOf(levels, longer);
        lows = Arrays.copyOf(lows, longer);
        highs = Arrays.copyOf(highs, longer);
      }
      levels[size] = level;
      lows[size] = low;
      highs[size] = high;
      table[place] = size;
      return size++;
    }
  }
}
