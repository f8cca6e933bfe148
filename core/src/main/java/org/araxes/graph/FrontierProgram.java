package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a frontier method does, operation by operation, for one graph and one order of its vertices.
 *
 * <p><b>Definition.</b> Operations meet a vertex, join two vertices by a link, finish a vertex,
 * reveal whether a cause strikes, and forget a cause that concerns nothing any more. Those that can
 * turn out in two ways (a random vertex or link, a cause) begin a <em>layer</em>; the others follow
 * in the layer of the one before. A <em>state</em> is what must be remembered between layers: how
 * the frontier hangs together, which is up to the subclass, and which active causes spared us.
 * Equal states have equal futures, so they are one.
 *
 * <p>An object is also the workspace in which one state is unfolded: one for each thread.
 */
abstract class FrontierProgram {
  /** No outcome yet. */
  static final int GOES_ON = 0;

  /** Marks the source among the ends of paths. */
  static final int SOURCE = 1;

  /** Marks the target among the ends of paths. */
  static final int TARGET = 2;

  private static final int OTHER_END = 4;

  /** The terminals are joined, whatever comes. */
  static final int SUCCESS = -1;

  /** The terminals will not be joined, whatever comes. */
  static final int FAILURE = -2;

  /** The most vertices of a frontier and the most causes active at once. */
  static final int MOST = 62;

  /** What turns out in a layer. */
  enum Variable {
    /** Whether a link survives. */
    LINK,
    /** Whether a vertex survives. */
    VERTEX,
    /** Whether a cause spares everything it guards. */
    CAUSE
  }

  private static final int MEET = 0;
  private static final int JOIN = 1;
  private static final int FINISH = 2;
  private static final int REVEAL = 3;
  private static final int FORGET = 4;
  private static final long[] FREE = {0};

  /** One operation: places in the workspace, a rule over the active causes, and what it knows. */
  private static final class Operation {
    final int kind;
    final int a;
    final int b;
    final boolean oneWay;
    final long[] rule;
    final boolean allMet;

    Operation(int kind, int a, int b, boolean oneWay, long[] rule, boolean allMet) {
      this.kind = kind;
      this.a = a;
      this.b = b;
      this.oneWay = oneWay;
      this.rule = rule;
      this.allMet = allMet;
    }
  }

  private final List<Operation> program = new ArrayList<>();
  private final List<Integer> layerStarts = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Integer> variableIds = new ArrayList<>();
  private final List<int[]> aliveAt = new ArrayList<>();
  private final List<long[]> masksAt = new ArrayList<>();
  private final boolean fits;
  private final int width;
  private final int activeCauses;
  private final int slots;
  private final int places;
  private int words = 1;
  private Operation[] operations = new Operation[0];
  private int[] starts = new int[0];

  /** Bit by place: which active causes spared us, in the state that is unfolded. */
  long spared;

  // While compiling.
  private final FrontierNet net;
  private final int[] slotOf;
  private final int[] vertexAt = new int[MOST];
  private final int[] causePlace;
  private final int[] causeUses;
  private final int[] outLeft;
  private final int[] inLeft;
  private long freeSlots = (1L << MOST) - 1;
  private long freePlaces = (1L << MOST) - 1;
  private int terminalsMet;
  private int endsMet;
  private int widest;
  private int mostActive;
  private int mostSlots;
  private int mostPlaces;

  FrontierProgram(FrontierNet net, int[] order) {
    this.net = net;
    slotOf = new int[net.vertices()];
    Arrays.fill(slotOf, -1);
    outLeft = new int[net.vertices()];
    inLeft = new int[net.vertices()];
    int causes = 0;
    for (Guard guard : net.guards) {
      causes = Math.max(causes, guard.causes().length());
    }
    for (Guard guard : net.vertexGuards) {
      causes = Math.max(causes, guard.causes().length());
    }
    causePlace = new int[causes];
    Arrays.fill(causePlace, -1);
    causeUses = new int[causes];
    for (Guard guard : net.guards) {
      guard.causes().stream().forEach(cause -> causeUses[cause]++);
    }
    for (Guard guard : net.vertexGuards) {
      guard.causes().stream().forEach(cause -> causeUses[cause]++);
    }
    fits = compile(order);
    width = widest;
    activeCauses = mostActive;
    slots = mostSlots;
    places = mostPlaces;
  }

  /** Called at the end of the subclass' constructor, when it knows how large a state is. */
  final void ready(int wordsOfState) {
    words = wordsOfState;
    operations = program.toArray(new Operation[0]);
    starts = layerStarts.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean compile(int[] order) {
    int[][] incident = new int[net.vertices()][];
    int[] count = new int[net.vertices()];
    for (int link = 0; link < net.links(); link++) {
      count[net.tails[link]]++;
      if (net.tails[link] != net.heads[link]) {
        count[net.heads[link]]++;
      }
    }
    for (int vertex = 0; vertex < net.vertices(); vertex++) {
      incident[vertex] = new int[count[vertex]];
      count[vertex] = 0;
    }
    for (int link = 0; link < net.links(); link++) {
      int tail = net.tails[link];
      int head = net.heads[link];
      boolean both = net.twoWay[link];
      incident[tail][count[tail]++] = link;
      if (tail != head) {
        incident[head][count[head]++] = link;
      }
      outLeft[tail]++;
      inLeft[head]++;
      if (both) {
        outLeft[head]++;
        inLeft[tail]++;
      }
    }
    boolean[] done = new boolean[net.vertices()];
    for (int vertex : order) {
      if (slotOf[vertex] < 0 && !meet(vertex)) {
        return false;
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int link : incident[vertex]) {
          int other = net.tails[link] + net.heads[link] - vertex;
          boolean fresh = slotOf[other] < 0;
          if (!done[other] && (pass == 1 || !fresh) && !isJoined(link)) {
            if (fresh && !meet(other)) {
              return false;
            }
            if (!join(link)) {
              return false;
            }
          }
        }
      }
      emit(FINISH, slotOf[vertex], 0, false, FREE);
      freeSlots |= 1L << slotOf[vertex];
      slotOf[vertex] = -1;
      done[vertex] = true;
    }
    return true;
  }

  private final BitSet joined = new BitSet();

  private boolean isJoined(int link) {
    return joined.get(link);
  }

  private boolean meet(int vertex) {
    Guard guard = net.vertexGuards[vertex];
    if (!reveal(guard) || freeSlots == 0) {
      return false;
    }
    int slot = Long.numberOfTrailingZeros(freeSlots);
    int ends = 0;
    int[] terminals = net.terminals;
    for (int i = 0; i < terminals.length; i++) {
      if (terminals[i] == vertex) {
        terminalsMet++;
        ends |= i == 0 ? SOURCE : i == terminals.length - 1 ? TARGET : OTHER_END;
      }
    }
    if (net.vertexRandom[vertex]) {
      beginLayer(Variable.VERTEX, vertex);
    }
    endsMet |= ends;
    slotOf[vertex] = slot;
    vertexAt[slot] = vertex;
    mostSlots = Math.max(mostSlots, slot + 1);
    freeSlots &= ~(1L << slot);
    emit(MEET, slot, ends, false, rule(guard));
    forget(guard);
    return true;
  }

  private boolean join(int link) {
    Guard guard = net.guards[link];
    if (!reveal(guard)) {
      return false;
    }
    if (net.random[link]) {
      beginLayer(Variable.LINK, link);
    }
    int tail = net.tails[link];
    int head = net.heads[link];
    joined.set(link);
    outLeft[tail]--;
    inLeft[head]--;
    if (net.twoWay[link]) {
      outLeft[head]--;
      inLeft[tail]--;
    }
    emit(JOIN, slotOf[tail], slotOf[head], !net.twoWay[link], rule(guard));
    forget(guard);
    return true;
  }

  private boolean reveal(Guard guard) {
    BitSet causes = guard.causes();
    for (int cause = causes.nextSetBit(0); cause >= 0; cause = causes.nextSetBit(cause + 1)) {
      if (causePlace[cause] < 0) {
        if (freePlaces == 0) {
          return false;
        }
        beginLayer(Variable.CAUSE, cause);
        int place = Long.numberOfTrailingZeros(freePlaces);
        freePlaces &= ~(1L << place);
        mostPlaces = Math.max(mostPlaces, place + 1);
        causePlace[cause] = place;
        emit(REVEAL, place, 0, false, FREE);
      }
    }
    return true;
  }

  private void forget(Guard guard) {
    BitSet causes = guard.causes();
    for (int cause = causes.nextSetBit(0); cause >= 0; cause = causes.nextSetBit(cause + 1)) {
      if (--causeUses[cause] == 0) {
        emit(FORGET, causePlace[cause], 0, false, FREE);
        freePlaces |= 1L << causePlace[cause];
      }
    }
  }

  /** A rule over places, which are fixed as long as a cause is active. */
  private long[] rule(Guard guard) {
    if (guard.isFree()) {
      return FREE;
    }
    return guard.patterns().stream()
        .mapToLong(pattern -> pattern.stream().mapToLong(cause -> 1L << causePlace[cause]).sum())
        .toArray();
  }

  private void emit(int kind, int a, int b, boolean oneWay, long[] rule) {
    program.add(new Operation(kind, a, b, oneWay, rule, terminalsMet == net.terminals.length));
  }

  private void beginLayer(Variable variable, int id) {
    layerStarts.add(program.size());
    variables.add(variable);
    variableIds.add(id);
    long alive = 0;
    long leave = 0;
    long enter = 0;
    for (int slot = 0; slot < MOST; slot++) {
      long bit = 1L << slot;
      if ((freeSlots & bit) == 0) {
        int vertex = vertexAt[slot];
        alive |= bit;
        leave |= outLeft[vertex] > 0 ? bit : 0;
        enter |= inLeft[vertex] > 0 ? bit : 0;
      }
    }
    long active = ~freePlaces & ((1L << MOST) - 1);
    widest = Math.max(widest, Long.bitCount(alive));
    mostActive = Math.max(mostActive, Long.bitCount(active));
    aliveAt.add(BitSet.valueOf(new long[] {alive}).stream().toArray());
    masksAt.add(new long[] {leave, enter, endsMet});
  }

  /** Whether frontier and active causes are few enough to be written down at all. */
  final boolean fits() {
    return fits;
  }

  /** The most vertices that a state remembers. */
  final int width() {
    return width;
  }

  /** The most causes that a state remembers. */
  final int activeCauses() {
    return activeCauses;
  }

  /** How many places for vertices there are in the workspace; none is used beyond. */
  final int slots() {
    return slots;
  }

  /** How many places for causes there are in the workspace; none is used beyond. */
  final int places() {
    return places;
  }

  final int layers() {
    return starts.length;
  }

  final int words() {
    return words;
  }

  final Variable variable(int layer) {
    return variables.get(layer);
  }

  /** The number of the link, vertex or cause that turns out in a layer. */
  final int variableId(int layer) {
    return variableIds.get(layer);
  }

  /** The places in the workspace of the vertices in the frontier before a layer, ascending. */
  final int[] alive(int layer) {
    return aliveAt.get(layer);
  }

  final long canLeave(int layer) {
    return masksAt.get(layer)[0];
  }

  final long canEnter(int layer) {
    return masksAt.get(layer)[1];
  }

  /** Which of source (1) and target (2) have entered the frontier before a layer. */
  final long endsMet(int layer) {
    return masksAt.get(layer)[2];
  }

  /** Unfolds the state before the first layer; an outcome if there is one already. */
  final int begin() {
    spared = 0;
    clear();
    return run(0, starts.length > 0 ? starts[0] : operations.length, true, 0);
  }

  /** Goes through a layer from the state that is unfolded. */
  final int advance(int layer, boolean up) {
    int end = layer + 1 < starts.length ? starts[layer + 1] : operations.length;
    return run(starts[layer], end, up, layer + 1);
  }

  private int run(int from, int to, boolean up, int next) {
    for (int at = from; at < to; at++) {
      Operation one = operations[at];
      boolean stands = (at > from || up) && stands(one.rule);
      int outcome = GOES_ON;
      switch (one.kind) {
        case MEET -> outcome = meet(one.a, one.b, stands);
        case JOIN -> {
          if (stands) {
            outcome = join(one.a, one.b, one.oneWay, one.allMet);
          }
        }
        case FINISH -> outcome = finish(one.a, one.allMet);
        case REVEAL -> spared = stands ? spared | (1L << one.a) : spared & ~(1L << one.a);
        case FORGET -> spared &= ~(1L << one.a);
        default -> throw new IllegalStateException("Operation " + one.kind);
      }
      if (outcome != GOES_ON) {
        return outcome;
      }
    }
    return to == operations.length ? FAILURE : settle(next);
  }

  private boolean stands(long[] rule) {
    for (long pattern : rule) {
      if ((spared & pattern) == pattern) {
        return true;
      }
    }
    return false;
  }

  /** Unfolds a state. */
  abstract void load(int layer, long[] states, int offset);

  /** Folds the state up again. */
  abstract void store(int layer, long[] state);

  /** Empties the workspace. */
  abstract void clear();

  /**
   * A vertex enters; its second argument says whether it is source (1), target (2) or other (4).
   */
  abstract int meet(int slot, int ends, boolean stands);

  abstract int join(int tail, int head, boolean oneWay, boolean allMet);

  abstract int finish(int slot, boolean allMet);

  /** Brings the workspace into the one form that equal futures share; may find it lost. */
  abstract int settle(int layer);
}
