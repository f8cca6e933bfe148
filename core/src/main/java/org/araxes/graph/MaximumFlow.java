package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The greatest flow from some vertices to others, and the least cut that parts them.
 *
 * <p><b>Definition.</b> A flow gives each arc a number f(a) with 0 ≤ f(a) ≤ c(a), so that at every
 * vertex but the sources and targets as much enters as leaves; its value is what leaves the sources
 * net. A cut is a set of arcs without which no target is reached; its capacity is the sum of c. The
 * greatest value equals the least capacity (Ford and Fulkerson 1956); both are found.
 *
 * <p><b>Method.</b> On a small network, or with few arcs at one of the ends, a few shortest
 * augmenting paths are tried, as they are often all there is to it. Else, or where they do not
 * suffice, the network is reduced: parallel arcs are joined, vertices merged that no least cut
 * needs to part, which takes dead ends, chains and wide arcs away (after Padberg and Rinaldi 1990),
 * and forks turned into triangles (Akers 1960). What is left is solved by pushing from the sources
 * on (Goldberg and Tarjan 1988, Cherkassky and Goldberg 1997). The flow itself, and the sides of a
 * cut, are carried back to the whole network when first asked for: the cuts told are those of the
 * network as given, whatever was merged on the way. After a change of capacities only the flow that
 * was lost is mended, by searches around the change; where a least cut kept beside the flow shows
 * that nothing is lost or won, there is nothing to search. Opposite arcs share a residual pair.
 * Capacities so great that sums of them could overflow are left to shortest augmenting paths
 * (Edmonds and Karp 1972).
 *
 * <p><b>Cost.</b> O(n³) at worst, near O(m) times a small number on networks of roads; 28 bytes an
 * arc, and about 40 more until the flow is carried back. The object is a workspace: one for each
 * thread. Answers depend on the arguments alone.
 */
public final class MaximumFlow {
  /** The capacity of an arc that nothing limits; also the value of a flow without limit. */
  public static final long UNLIMITED = Long.MAX_VALUE / 4;

  /** As long as reducing takes, about. */
  private static final int PATIENCE = 8;

  /** A network so small that a few searches are less work than reducing it. */
  private static final int FEW_VERTICES = 200;

  /** With so few arcs at one of the ends a flow is made of few ways. */
  private static final int FEW_ARCS = 6;

  private final IndexedGraph graph;

  // Half arcs: those that leave one vertex stand side by side.
  private final int[] first;
  private final int[] head;
  private final int[] twin;
  private final long[] room;

  /** The half arc of each arc; loops have none. */
  private final int[] halfOf;

  private final long[] capacities;
  private int[] sources = {};
  private int[] targets = {};
  private boolean asked;

  /** What still has to be carried back to the whole network, if anything. */
  private @Nullable FlowReduction reduction;

  private @Nullable FlowRepair repair;

  /** Whether the repair knows of the last question. */
  private boolean isRepairBegun;

  /** How often all vertices may be looked at for ways before the network is reduced. */
  private final int patience;

  private int[] queue = {};
  private long value;

  /**
   * Makes a workspace in which every capacity is zero.
   *
   * @param graph the graph
   */
  public MaximumFlow(IndexedGraph graph) {
    this(graph, PATIENCE);
  }

  /** Reduces at once without patience. */
  MaximumFlow(IndexedGraph graph, int patience) {
    this.graph = graph;
    this.patience = patience;
    int vertices = graph.vertexCount();
    int arcs = graph.arcCount();
    halfOf = new int[arcs];
    int[] mate = mates();
    int halves = 0;
    for (int arc = 0; arc < arcs; arc++) {
      if (graph.tail(arc) != graph.head(arc) && mate[arc] <= arc) {
        halves += 2; // each pair once, at its later arc; one without a mate is its own
      }
    }
    first = new int[vertices + 1];
    for (int arc = 0; arc < arcs; arc++) {
      if (isPair(arc, mate)) {
        first[graph.tail(arc) + 1]++;
        first[graph.head(arc) + 1]++;
      }
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      first[vertex + 1] += first[vertex];
    }
    head = new int[halves];
    twin = new int[halves];
    room = new long[halves];
    int[] free = first.clone();
    Arrays.fill(halfOf, -1);
    for (int arc = 0; arc < arcs; arc++) {
      if (isPair(arc, mate)) {
        int there = free[graph.tail(arc)]++;
        int back = free[graph.head(arc)]++;
        head[there] = graph.head(arc);
        head[back] = graph.tail(arc);
        twin[there] = back;
        twin[back] = there;
        halfOf[arc] = there;
        if (mate[arc] != arc) {
          halfOf[mate[arc]] = back;
        }
      }
    }
    capacities = new long[arcs];
  }

  private boolean isPair(int arc, int[] mate) {
    return graph.tail(arc) != graph.head(arc) && mate[arc] <= arc;
  }

  /** Joins each arc to one that runs the other way, where there is one left; else to itself. */
  private int[] mates() {
    int[] mate = new int[graph.arcCount()];
    Arrays.setAll(mate, arc -> arc);
    boolean areAllJoined = true;
    for (int arc = 0; arc < mate.length; arc++) {
      int after = arc + 1; // mostly the way back
      if (after < mate.length
          && graph.tail(arc) == graph.head(after)
          && graph.head(arc) == graph.tail(after)
          && graph.tail(arc) != graph.head(arc)) {
        mate[arc] = after;
        mate[after] = arc;
        arc++;
      } else {
        areAllJoined = false;
      }
    }
    if (!areAllJoined) {
      joinOthers(mate);
    }
    return mate;
  }

  private void joinOthers(int[] mate) {
    int[] waiting = new int[graph.vertexCount()]; // 1 + an arc into the vertex looked at, by tail
    int[] chain = new int[graph.arcCount()];
    for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
      for (int i = graph.inEnd(vertex) - 1; i >= graph.inBegin(vertex); i--) {
        int arc = graph.inArc(i);
        int tail = graph.tail(arc);
        if (tail > vertex && mate[arc] == arc) {
          chain[arc] = waiting[tail];
          waiting[tail] = arc + 1;
        }
      }
      for (int i = graph.outBegin(vertex); i < graph.outEnd(vertex); i++) {
        int arc = graph.outArc(i);
        int other = graph.head(arc);
        if (other > vertex && mate[arc] == arc && waiting[other] != 0) {
          int back = waiting[other] - 1;
          waiting[other] = chain[back];
          mate[arc] = back;
          mate[back] = arc;
        }
      }
      for (int i = graph.inBegin(vertex); i < graph.inEnd(vertex); i++) {
        waiting[graph.tail(graph.inArc(i))] = 0;
      }
    }
  }

  /**
   * Finds the greatest flow anew.
   *
   * @param from sources, in any order, repeats allowed
   * @param to targets, in any order, repeats allowed
   * @param capacity of every arc, 0 or more; {@link #UNLIMITED} or more for no limit
   * @return its value, {@link #UNLIMITED} if some way has no limit or a source is a target
   * @throws IllegalArgumentException if an end is no vertex, a capacity is missing or negative, or
   *     the limited capacities add up to more than {@link #UNLIMITED}
   */
  public long between(int[] from, int[] to, long[] capacity) {
    graph.checkVertices(from);
    graph.checkVertices(to);
    check(capacity);
    sources = from.clone();
    targets = to.clone();
    System.arraycopy(capacity, 0, capacities, 0, capacity.length);
    Arrays.fill(room, 0);
    for (int arc = 0; arc < capacities.length; arc++) {
      capacities[arc] = Math.min(capacities[arc], UNLIMITED);
      if (halfOf[arc] >= 0) {
        room[halfOf[arc]] += capacities[arc];
      }
    }
    asked = true;
    reduction = null;
    isRepairBegun = false;
    if (hasUnlimitedWay()) {
      value = UNLIMITED;
      return value;
    }
    long most = greatestValue();
    value = 0;
    if (most < 0 || isWorthATry()) {
      FlowRepair ways = begunRepair();
      value = ways.fill(most < 0 ? Long.MAX_VALUE : (long) patience * graph.vertexCount());
      if (ways.isFull()) {
        return value;
      }
    }
    reduction = new FlowReduction(first, head, twin, room, most, sources, targets);
    value += reduction.value();
    return value;
  }

  /** Whether a few shortest ways may be all there is to it. */
  private boolean isWorthATry() {
    return patience > 0
        && (graph.vertexCount() <= FEW_VERTICES || hasFewArcs(sources) || hasFewArcs(targets));
  }

  private boolean hasFewArcs(int[] ends) {
    int arcs = 0;
    for (int i = 0; i < ends.length && arcs <= FEW_ARCS; i++) {
      arcs += first[ends[i] + 1] - first[ends[i]];
    }
    return arcs <= FEW_ARCS;
  }

  /**
   * What an arc without limit may count as: the sum of all that are limited; −1 where adding that
   * up as often as there are such arcs could overflow.
   */
  private long greatestValue() {
    long sum = 0;
    long unlimited = 1;
    for (long capacity : capacities) {
      if (capacity < UNLIMITED) {
        sum += capacity;
      } else {
        unlimited++;
      }
    }
    return sum > UNLIMITED / 2 / unlimited ? -1 : sum;
  }

  /**
   * Changes the capacity of some arcs and finds the greatest flow from where the last question
   * ended.
   *
   * @param arcs the arcs that change, each once
   * @param capacity the new capacities, in the same order
   * @return the value of the greatest flow
   * @throws IllegalStateException if nothing was asked before
   * @throws IllegalArgumentException as for {@link #between}
   */
  public long change(int[] arcs, long[] capacity) {
    if (!asked) {
      throw new IllegalStateException("Nothing was asked before. Maybe ask between(...) first?");
    }
    if (arcs.length != capacity.length) {
      throw new IllegalArgumentException(
          arcs.length + " arcs change but " + capacity.length + " capacities are given");
    }
    if (value == UNLIMITED) { // there is no flow to go on from
      long[] all = capacities.clone();
      for (int i = 0; i < arcs.length; i++) {
        all[arcs[i]] = capacity[i];
      }
      return between(sources, targets, all);
    }
    long[] checked = capacity.clone();
    for (int i = 0; i < arcs.length; i++) {
      checkOne(arcs[i], checked[i]);
      checked[i] = Math.min(checked[i], UNLIMITED);
    }
    carryBack();
    FlowRepair mending = repair();
    boolean anyUnlimited = false;
    for (int i = 0; i < arcs.length; i++) {
      int half = halfOf[arcs[i]];
      long before = capacities[arcs[i]];
      capacities[arcs[i]] = checked[i];
      anyUnlimited |= checked[i] == UNLIMITED && before < UNLIMITED;
      if (half >= 0) {
        room[half] += checked[i] - before;
        if (room[half] < 0) {
          value -= mending.sendBack(half);
        } else {
          value += mending.use(half);
        }
      }
    }
    if (anyUnlimited && hasUnlimitedWay()) {
      value = UNLIMITED;
    }
    return value;
  }

  /**
   * The value of the last flow.
   *
   * @return what leaves the sources net
   */
  public long value() {
    return value;
  }

  /**
   * The last flow, opposite arcs set off against each other.
   *
   * @return what each arc carries, 0 for loops; meaningless where the value has no limit
   */
  public long[] flow() {
    carryBack();
    long[] flow = new long[capacities.length];
    Arrays.setAll(flow, this::carried);
    return flow;
  }

  /**
   * The vertices that the last flow leaves reachable from the sources: the source side of the least
   * cut that lies nearest to them.
   *
   * @return the smallest such set; its leaving arcs are the cut
   */
  public BitSet sourceSide() {
    carryBack();
    BitSet reached = new BitSet(graph.vertexCount());
    int[] found = queue();
    int end = 0;
    for (int source : sources) {
      if (!reached.get(source)) {
        reached.set(source);
        found[end++] = source;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int half = first[found[next]]; half < first[found[next] + 1]; half++) {
        if (room[half] > 0 && !reached.get(head[half])) {
          reached.set(head[half]);
          found[end++] = head[half];
        }
      }
    }
    return reached;
  }

  /**
   * The vertices from which the last flow leaves a target reachable: the target side of the least
   * cut that lies nearest to the targets.
   *
   * @return the smallest such set; its entering arcs are the cut
   */
  public BitSet targetSide() {
    carryBack();
    BitSet reached = new BitSet(graph.vertexCount());
    int[] found = queue();
    int end = 0;
    for (int target : targets) {
      if (!reached.get(target)) {
        reached.set(target);
        found[end++] = target;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int half = first[found[next]]; half < first[found[next] + 1]; half++) {
        if (room[twin[half]] > 0 && !reached.get(head[half])) {
          reached.set(head[half]);
          found[end++] = head[half];
        }
      }
    }
    return reached;
  }

  /**
   * How much more an arc could carry, the flow of its opposite set off.
   *
   * @param arc an arc that is no loop
   * @return its room in the last flow
   */
  long room(int arc) {
    carryBack();
    return halfOf[arc] < 0 ? capacities[arc] : room[halfOf[arc]];
  }

  private void check(long[] capacity) {
    if (capacity.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are "
              + graph.arcCount()
              + " arcs but "
              + capacity.length
              + " capacities. Maybe of another graph?");
    }
    long sum = 0;
    for (int arc = 0; arc < capacity.length; arc++) {
      checkOne(arc, capacity[arc]);
      if (capacity[arc] < UNLIMITED) {
        sum += capacity[arc];
        if (sum > UNLIMITED) {
          throw new IllegalArgumentException(
              "The capacities add up to more than can be counted. Maybe use a larger unit?");
        }
      }
    }
  }

  private void checkOne(int arc, long capacity) {
    if (arc < 0 || arc >= capacities.length) {
      throw new IllegalArgumentException(
          "There is no arc " + arc + " among " + capacities.length + ".");
    }
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "The capacity of arc " + arc + " is " + capacity + ", but capacities are not negative.");
    }
  }

  /** Carries the last flow back to the whole network, once. */
  private void carryBack() {
    if (reduction != null) {
      long[] carried = reduction.flow();
      for (int half = 0; half < carried.length; half++) {
        room[half] -= carried[half];
      }
      reduction = null;
    }
  }

  private FlowRepair repair() {
    FlowRepair ready = begunRepair();
    if (!ready.isFull()) {
      ready.fill(Long.MAX_VALUE); // pushes nothing more, but finds a least cut
    }
    return ready;
  }

  private FlowRepair begunRepair() {
    if (repair == null) {
      repair = new FlowRepair(first, head, twin, room);
    }
    if (!isRepairBegun) {
      repair.begin(sources, targets);
      isRepairBegun = true;
    }
    return repair;
  }

  private int[] queue() {
    if (queue.length == 0) {
      queue = new int[graph.vertexCount()];
    }
    return queue;
  }

  /** Whether a target is reached over arcs without limit alone, or is a source. */
  private boolean hasUnlimitedWay() {
    boolean any = false;
    for (long capacity : capacities) {
      if (capacity == UNLIMITED) {
        any = true;
        break;
      }
    }
    BitSet goals = new BitSet();
    for (int target : targets) {
      goals.set(target);
    }
    for (int source : sources) {
      if (goals.get(source)) {
        return true;
      }
    }
    if (!any) {
      return false;
    }
    BitSet barred = new BitSet(capacities.length);
    for (int arc = 0; arc < capacities.length; arc++) {
      barred.set(arc, capacities[arc] < UNLIMITED);
    }
    return new Reachability(graph).connects(sources, targets, barred, new BitSet(0));
  }

  private long carried(int arc) {
    return halfOf[arc] < 0 ? 0 : Math.max(0, capacities[arc] - room[halfOf[arc]]);
  }
}
