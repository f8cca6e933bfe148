package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The greatest flow from some vertices to others, and the least cut that parts them.
 *
 * <p><b>Definition.</b> A flow gives each arc a number f(a) with 0 ≤ f(a) ≤ c(a), so that at every
 * vertex but the sources and targets as much enters as leaves; its value is what leaves the sources
 * net. A cut is a set of arcs without which no target is reached; its capacity is the sum of c. The
 * greatest value equals the least capacity (Ford and Fulkerson 1956); both are found.
 *
 * <p><b>Method.</b> Incremental breadth-first search (Goldberg, Hed, Kaplan, Tarjan and Werneck
 * 2011), with orphans taken in order of distance (Goldberg, Hed, Kaplan, Kohli, Tarjan and Werneck
 * 2015): a tree grows from the sources and one from the targets, level by level; where they meet
 * flow is pushed, and the vertices cut off by it are adopted again. Opposite arcs share a residual
 * pair. After a change of capacities only what overflows is sent back, and the search goes on from
 * the flow that is left.
 *
 * <p><b>Cost.</b> O(n² m) at worst, near O(m) times a small number on networks of roads; 24 bytes
 * an arc and 32 a vertex. The object is a workspace: one for each thread. Answers depend on the
 * arguments alone.
 */
public final class MaximumFlow {
  /** The capacity of an arc that nothing limits; also the value of a flow without limit. */
  public static final long UNLIMITED = Long.MAX_VALUE / 4;

  private static final int ROOT = -1;
  private static final int ORPHAN = -2;
  private static final int NOWHERE = -3;
  private static final int SOURCE_SIDE = 1;
  private static final int TARGET_SIDE = -1;

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

  // The two trees: labels are 1 + distance, positive from the sources, negative from the targets.
  private final int[] label;
  private final int[] parent;
  private final int[] current;
  private int[] sourceFront;
  private int[] targetFront;
  private int[] nextFront;
  private int sourceFrontSize;
  private int targetFrontSize;
  private int nextFrontSize;
  private int sourceLevel;
  private int targetLevel;

  // Orphans by label.
  private int[] orphansAt;
  private final int[] nextOrphan;
  private int lowestOrphan;
  private int highestOrphan;
  private int[] adrift;
  private int adriftSize;

  /** The least label that a vertex adrift can hope for, so far; 0 for all others. */
  private final int[] hope;

  private int[] wave;
  private int[] nextWave;

  private long value;

  /**
   * Makes a workspace in which every capacity is zero.
   *
   * @param graph the graph
   */
  public MaximumFlow(IndexedGraph graph) {
    this.graph = graph;
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
    label = new int[vertices];
    parent = new int[vertices];
    current = new int[vertices];
    nextOrphan = new int[vertices];
    orphansAt = filled(16);
    adrift = new int[16];
    hope = new int[vertices];
    wave = new int[16];
    nextWave = new int[16];
    sourceFront = new int[16];
    targetFront = new int[16];
    nextFront = new int[16];
  }

  private boolean isPair(int arc, int[] mate) {
    return graph.tail(arc) != graph.head(arc) && mate[arc] <= arc;
  }

  /** Joins each arc to one that runs the other way, where there is one left; else to itself. */
  private int[] mates() {
    int[] mate = new int[graph.arcCount()];
    Arrays.setAll(mate, arc -> arc);
    int[] waiting = new int[graph.vertexCount()]; // 1 + an arc into the vertex looked at, by tail
    int[] chain = new int[graph.arcCount()];
    for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
      for (int i = graph.inEnd(vertex) - 1; i >= graph.inBegin(vertex); i--) {
        int arc = graph.inArc(i);
        int tail = graph.tail(arc);
        if (tail > vertex) {
          chain[arc] = waiting[tail];
          waiting[tail] = arc + 1;
        }
      }
      for (int i = graph.outBegin(vertex); i < graph.outEnd(vertex); i++) {
        int arc = graph.outArc(i);
        int other = graph.head(arc);
        if (other > vertex && waiting[other] != 0) {
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
    return mate;
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NOWHERE);
    return array;
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
    value = 0;
    return search();
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
    for (int i = 0; i < arcs.length; i++) {
      int half = halfOf[arcs[i]];
      long more = checked[i] - capacities[arcs[i]];
      capacities[arcs[i]] = checked[i];
      if (half >= 0) {
        room[half] += more;
        if (room[half] < 0) {
          sendBack(half);
        }
      }
    }
    value = leavingTheSources();
    return search();
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
    BitSet reached = new BitSet(graph.vertexCount());
    int[] queue = new int[graph.vertexCount()];
    int end = 0;
    for (int source : sources) {
      if (!reached.get(source)) {
        reached.set(source);
        queue[end++] = source;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int half = first[queue[next]]; half < first[queue[next] + 1]; half++) {
        if (room[half] > 0 && !reached.get(head[half])) {
          reached.set(head[half]);
          queue[end++] = head[half];
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
    BitSet reached = new BitSet(graph.vertexCount());
    int[] queue = new int[graph.vertexCount()];
    int end = 0;
    for (int target : targets) {
      if (!reached.get(target)) {
        reached.set(target);
        queue[end++] = target;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int half = first[queue[next]]; half < first[queue[next] + 1]; half++) {
        if (room[twin[half]] > 0 && !reached.get(head[half])) {
          reached.set(head[half]);
          queue[end++] = head[half];
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

  // ---- growing the two trees -------------------------------------------------------------------

  private long search() {
    if (hasUnlimitedWay()) {
      value = UNLIMITED;
      return value;
    }
    plant();
    while (sourceFrontSize > 0 && targetFrontSize > 0) {
      grow(sourceFrontSize <= targetFrontSize ? SOURCE_SIDE : TARGET_SIDE);
    }
    return value;
  }

  private void plant() {
    Arrays.fill(label, 0);
    sourceFrontSize = 0;
    targetFrontSize = 0;
    for (int source : sources) {
      if (label[source] == 0) {
        label[source] = SOURCE_SIDE;
        parent[source] = ROOT;
        sourceFront = with(sourceFront, sourceFrontSize++, source);
      }
    }
    for (int target : targets) {
      if (label[target] == 0) {
        label[target] = TARGET_SIDE;
        parent[target] = ROOT;
        targetFront = with(targetFront, targetFrontSize++, target);
      }
    }
    sourceLevel = 1;
    targetLevel = 1;
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

  private static int[] with(int[] list, int size, int vertex) {
    int[] larger = size < list.length ? list : Arrays.copyOf(list, size * 2);
    larger[size] = vertex;
    return larger;
  }

  /** The room of an arc away from the roots of a side. */
  private long away(int side, int half) {
    return side > 0 ? room[half] : room[twin[half]];
  }

  /** The room of an arc that leads from the roots of a side to the vertex it is listed at. */
  private long hither(int side, int half) {
    return side > 0 ? room[twin[half]] : room[half];
  }

  private int levelOf(int side) {
    return side > 0 ? sourceLevel : targetLevel;
  }

  /** Adds one level to a tree; where it meets the other, flow is pushed at once. */
  private void grow(int side) {
    int level = levelOf(side);
    nextFrontSize = 0;
    if (side > 0) {
      sourceLevel++; // from here on vertices may be adopted one level higher
    } else {
      targetLevel++;
    }
    for (int i = 0; i < (side > 0 ? sourceFrontSize : targetFrontSize); i++) {
      int vertex = side > 0 ? sourceFront[i] : targetFront[i];
      if (label[vertex] != side * level) {
        continue; // adopted elsewhere or lost in the meantime
      }
      int half = first[vertex];
      while (half < first[vertex + 1] && label[vertex] == side * level) {
        if (away(side, half) > 0) {
          int other = head[half];
          if (label[other] == 0) {
            label[other] = side * (level + 1);
            parent[other] = twin[half];
            current[other] = first[other];
            nextFront = with(nextFront, nextFrontSize++, other);
          } else if ((label[other] ^ side) < 0) {
            push(side > 0 ? half : twin[half], side);
            continue; // the arc may have room left
          }
        }
        half++;
      }
    }
    int[] done = side > 0 ? sourceFront : targetFront;
    if (side > 0) {
      sourceFront = nextFront;
      sourceFrontSize = nextFrontSize;
    } else {
      targetFront = nextFront;
      targetFrontSize = nextFrontSize;
    }
    nextFront = done;
  }

  /** Pushes what fits along the way over an arc from one tree into the other. */
  private void push(int bridge, int growing) {
    int near = head[twin[bridge]];
    int far = head[bridge];
    long least = room[bridge];
    for (int v = near; parent[v] != ROOT; v = head[parent[v]]) {
      least = Math.min(least, room[twin[parent[v]]]);
    }
    for (int v = far; parent[v] != ROOT; v = head[parent[v]]) {
      least = Math.min(least, room[parent[v]]);
    }
    room[bridge] -= least;
    room[twin[bridge]] += least;
    value += least;
    startOrphans();
    for (int v = near; parent[v] != ROOT; ) {
      int up = parent[v];
      int next = head[up];
      room[up] += least;
      room[twin[up]] -= least;
      if (room[twin[up]] == 0) {
        orphan(v, SOURCE_SIDE);
      }
      v = next;
    }
    adopt(SOURCE_SIDE, growing);
    startOrphans();
    for (int v = far; parent[v] != ROOT; ) {
      int up = parent[v];
      int next = head[up];
      room[up] -= least;
      room[twin[up]] += least;
      if (room[up] == 0) {
        orphan(v, TARGET_SIDE);
      }
      v = next;
    }
    adopt(TARGET_SIDE, growing);
  }

  // ---- adopting the vertices that were cut off -------------------------------------------------

  private void startOrphans() {
    lowestOrphan = Integer.MAX_VALUE;
    highestOrphan = 0;
  }

  private void orphan(int vertex, int side) {
    parent[vertex] = ORPHAN;
    enqueue(vertex, side * label[vertex]);
  }

  private void enqueue(int vertex, int at) {
    if (at >= orphansAt.length) {
      int old = orphansAt.length;
      orphansAt = Arrays.copyOf(orphansAt, Math.max(at + 1, 2 * old));
      Arrays.fill(orphansAt, old, orphansAt.length, NOWHERE);
    }
    nextOrphan[vertex] = orphansAt[at];
    orphansAt[at] = vertex;
    lowestOrphan = Math.min(lowestOrphan, at);
    highestOrphan = Math.max(highestOrphan, at);
  }

  /**
   * Finds each orphan a new parent, or lets it go. First, from the lowest on, those that find one
   * on the level they had keep it, and those that do not set their children adrift too; then one
   * breadth-first wave takes those adrift back in, from the parents that are left. So each is
   * looked at a few times, however far the labels rise.
   */
  private void adopt(int side, int growing) {
    adriftSize = 0;
    for (int at = lowestOrphan; at <= highestOrphan; at++) {
      while (orphansAt[at] != NOWHERE) {
        int vertex = orphansAt[at];
        orphansAt[at] = nextOrphan[vertex];
        if (!adoptAtSameLevel(vertex, at, side)) {
          abandonChildren(vertex, side);
          label[vertex] = 0;
          adrift = with(adrift, adriftSize++, vertex);
        }
      }
    }
    if (adriftSize > 0) {
      takeIn(side, growing);
    }
  }

  private boolean adoptAtSameLevel(int vertex, int at, int side) {
    for (int half = current[vertex]; half < first[vertex + 1]; half++) {
      if (label[head[half]] == side * (at - 1) && at > 1 && hither(side, half) > 0) {
        parent[vertex] = half;
        current[vertex] = half;
        return true;
      }
    }
    return false;
  }

  private void abandonChildren(int vertex, int side) {
    for (int half = first[vertex]; half < first[vertex + 1]; half++) {
      int other = head[half];
      if ((label[other] ^ side) >= 0 && label[other] != 0 && parent[other] == twin[half]) {
        orphan(other, side);
      }
    }
  }

  private void takeIn(int side, int growing) {
    int limit = levelOf(side);
    startOrphans();
    for (int i = 0; i < adriftSize; i++) {
      int vertex = adrift[i];
      int lowest = limit; // the label of a parent has to be lower
      for (int half = first[vertex]; half < first[vertex + 1]; half++) {
        int other = side * label[head[half]];
        if (other > 0 && other < lowest && hither(side, half) > 0) {
          lowest = other;
          parent[vertex] = half;
        }
      }
      hope[vertex] = lowest + 1; // above the limit: none yet
      if (lowest < limit) {
        enqueue(vertex, lowest + 1);
      }
    }
    int waveSize = 0;
    for (int at = lowestOrphan; at <= limit && (waveSize > 0 || at <= highestOrphan); at++) {
      int size = 0;
      for (int i = 0; i < waveSize; i++) {
        if (hope[wave[i]] != 0) {
          wave[size++] = settle(wave[i], at, side);
        }
      }
      if (at <= highestOrphan) {
        for (; orphansAt[at] != NOWHERE; orphansAt[at] = nextOrphan[orphansAt[at]]) {
          if (hope[orphansAt[at]] != 0) {
            wave = with(wave, size++, settle(orphansAt[at], at, side));
          }
        }
      }
      int next = 0;
      for (int i = 0; i < size; i++) {
        int vertex = wave[i];
        if (at == limit || (side == growing && at == limit - 1)) {
          enlist(vertex, side, at, growing);
        }
        for (int half = first[vertex]; half < first[vertex + 1] && at < limit; half++) {
          int other = head[half];
          if (hope[other] > at + 1 && away(side, half) > 0) {
            nextWave = with(nextWave, next++, other);
            hope[other] = at + 1;
            parent[other] = twin[half];
          }
        }
      }
      int[] done = wave;
      wave = nextWave;
      nextWave = done;
      waveSize = next;
    }
    for (int i = 0; i < adriftSize; i++) {
      hope[adrift[i]] = 0;
    }
  }

  private int settle(int vertex, int at, int side) {
    label[vertex] = side * at;
    current[vertex] = first[vertex];
    hope[vertex] = 0;
    return vertex;
  }

  /** Puts a vertex that was relabelled to a level not yet looked at on that level's list. */
  private void enlist(int vertex, int side, int at, int growing) {
    if (side == growing && at == levelOf(side)) {
      nextFront = with(nextFront, nextFrontSize++, vertex);
    } else if (side > 0) {
      sourceFront = with(sourceFront, sourceFrontSize++, vertex);
    } else {
      targetFront = with(targetFront, targetFrontSize++, vertex);
    }
  }

  // ---- going on after a change -----------------------------------------------------------------

  /**
   * Mends an arc that carries more than it may: around it first, then back to where it came from.
   */
  private void sendBack(int half) {
    long excess = -room[half];
    room[half] += excess;
    room[twin[half]] -= excess;
    int tail = head[twin[half]];
    int end = head[half];
    excess -= route(new int[] {tail}, new int[] {end}, excess);
    if (excess > 0) {
      // A mended flow may also run from one target to another, so either kind of end will do.
      int[] ends = IntStream.concat(Arrays.stream(sources), Arrays.stream(targets)).toArray();
      long home = route(new int[] {tail}, ends, excess);
      long out = route(ends, new int[] {end}, excess);
      if (home != excess || out != excess) {
        throw new IllegalStateException("The flow over half arc " + half + " came from nowhere");
      }
    }
  }

  private long leavingTheSources() {
    long net = 0;
    BitSet counted = new BitSet();
    for (int source : sources) {
      if (!counted.get(source)) {
        counted.set(source);
        for (int i = graph.outBegin(source); i < graph.outEnd(source); i++) {
          net += carried(graph.outArc(i));
        }
        for (int i = graph.inBegin(source); i < graph.inEnd(source); i++) {
          net -= carried(graph.inArc(i));
        }
      }
    }
    return net;
  }

  private long carried(int arc) {
    return halfOf[arc] < 0 ? 0 : Math.max(0, capacities[arc] - room[halfOf[arc]]);
  }

  /** Sends as much as asked for along shortest ways with room, and tells how much went. */
  private long route(int[] from, int[] to, long wanted) {
    long sent = 0;
    BitSet goals = new BitSet();
    for (int vertex : to) {
      goals.set(vertex);
    }
    for (int vertex : from) {
      if (goals.get(vertex)) {
        return wanted;
      }
    }
    int[] via = new int[graph.vertexCount()];
    int[] queue = new int[graph.vertexCount()];
    while (sent < wanted) {
      int reached = nearest(from, goals, via, queue);
      if (reached < 0) {
        return sent;
      }
      long least = wanted - sent;
      for (int v = reached; via[v] != ROOT; v = head[twin[via[v]]]) {
        least = Math.min(least, room[via[v]]);
      }
      for (int v = reached; via[v] != ROOT; v = head[twin[via[v]]]) {
        room[via[v]] -= least;
        room[twin[via[v]]] += least;
      }
      sent += least;
    }
    return sent;
  }

  private int nearest(int[] from, BitSet goals, int[] via, int[] queue) {
    Arrays.fill(via, NOWHERE);
    int end = 0;
    for (int vertex : from) {
      if (via[vertex] == NOWHERE) {
        via[vertex] = ROOT;
        queue[end++] = vertex;
      }
    }
    for (int next = 0; next < end; next++) {
      int vertex = queue[next];
      for (int half = first[vertex]; half < first[vertex + 1]; half++) {
        int other = head[half];
        if (room[half] > 0 && via[other] == NOWHERE) {
          via[other] = half;
          if (goals.get(other)) {
            return other;
          }
          queue[end++] = other;
        }
      }
    }
    return -1;
  }
}
