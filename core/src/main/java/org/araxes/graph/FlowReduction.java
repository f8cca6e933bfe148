package org.araxes.graph;

import java.util.Arrays;

/**
 * Makes a network smaller before a greatest flow is sought, and carries the flow back afterwards.
 *
 * <p><b>Definition.</b> All sources are one vertex and all targets another. A vertex u is merged
 * into a neighbour v when some least cut has both on one side whatever the rest: when the arc u → v
 * can carry all that the other arcs bring to u, and v → u all that the others take away. Towards
 * the sources only the second is asked, towards the targets only the first. A capacity that can
 * never be used up is lowered first: no more goes from v to u than can leave u elsewhere.
 *
 * <p>With parallel arcs joined, this one rule (Padberg and Rinaldi 1990, there for cuts of
 * undirected graphs) holds what is usually done apart: dead ends and trees fall into their root,
 * chains into their narrowest stretch, arcs too wide for any least cut disappear, and so does what
 * lies before the first and behind the last narrows. Vertices that nothing enters or leaves go, and
 * what runs from a source over one vertex to a target is sent at once.
 *
 * <p>A vertex with three neighbours that are reached and left alike, over a, b and c, becomes a
 * triangle between them of (a + b − c) / 2 and so on (Akers 1960): no set of them is cut off for
 * less. Capacities are counted in halves, and as no step changes whether what surrounds a vertex is
 * even, these are whole numbers wherever all edges are alike both ways.
 *
 * <p>What is left then and hangs at a single vertex ({@link HangingParts}) goes too, as a greatest
 * flow need not enter it; where its vertices belong is told by the rooms of the whole network, as
 * for all others.
 *
 * <p><b>Undo.</b> Steps are undone last first: a joined pair shares its flow out, the arc over
 * which u was merged carries what balances u, which its capacity allows by the rule, and what
 * enters a triangle at a corner enters the star. So a greatest flow of what is left becomes one of
 * the whole network, and every cut that is read from it is the network's own. Where halves of units
 * flow, they form rings, as all capacities are whole; sent once around, each ring is whole too.
 *
 * <p><b>Cost.</b> O(m) times the greatest degree looked at, at most {@value #MOST_NEIGHBOURS}; 32
 * bytes a half arc and 40 a vertex. For one thread.
 */
final class FlowReduction {
  private static final int MOST_NEIGHBOURS = 32;
  private static final int NONE = -1;

  // What a step did; written behind what it did it to, since the steps are read backwards.
  private static final int JOINED = 0;
  private static final int SENT = 1;
  private static final int MERGED = 2;
  private static final int TURNED = 3;

  private final int vertices;
  private final int source;
  private final int target;
  private final int[] first;
  private final int[] heads;
  private final int[] twin;
  private final int[] sources;
  private final int[] targets;

  /** In halves of units. */
  private final long[] capacity;

  /** Where a half arc leads once vertices are merged. */
  private final int[] head;

  // The half arcs that leave a vertex are a list: merging appends one to another.
  private final int[] next;
  private final int[] lead;
  private final int[] last;

  private final boolean[] gone;
  private final int[] mark;
  private final int[] at;
  private int stamp;
  private final int[] waiting;
  private final boolean[] isWaiting;
  private int waitingCount;

  private int[] steps;
  private int stepsEnd;
  private long[] amounts = new long[256];
  private int amountsEnd;

  private long sent;

  // What enters and leaves the vertex looked at, at most.
  private long arriving;
  private long leaving;

  private final int[] place;
  private final PushRelabel core;
  private final long[] coreRoom;

  /**
   * Reduces a network of half arcs, those that leave one vertex side by side.
   *
   * @param first of each vertex, the place of its first half arc; the last entry is their number
   * @param heads of each half arc, where it leads
   * @param twin of each half arc, the one back
   * @param room what each half arc can carry
   * @param most what an arc without limit counts as; no flow is greater
   * @param sources where the flow begins
   * @param targets where it ends; none of them a source
   */
  FlowReduction(
      int[] first, int[] heads, int[] twin, long[] room, long most, int[] sources, int[] targets) {
    this.vertices = first.length - 1;
    this.first = first;
    this.heads = heads;
    this.twin = twin;
    this.sources = sources;
    this.targets = targets;
    source = vertices;
    target = vertices + 1;
    int halves = heads.length;
    head = new int[halves];
    capacity = new long[halves];
    next = new int[halves];
    lead = new int[vertices + 2];
    last = new int[vertices + 2];
    gone = new boolean[vertices + 2];
    mark = new int[vertices + 2];
    at = new int[vertices + 2];
    waiting = new int[vertices];
    isWaiting = new boolean[vertices];
    steps = new int[halves + 16];
    int[] group = new int[vertices];
    Arrays.setAll(group, vertex -> vertex);
    for (int vertex : sources) {
      group[vertex] = source;
    }
    for (int vertex : targets) {
      group[vertex] = target;
    }
    load(room, most, group);
    gone[source] = true; // never looked at
    gone[target] = true;
    for (int vertex = vertices - 1; vertex >= 0; vertex--) {
      gone[vertex] = group[vertex] != vertex;
      await(vertex);
    }
    lookAtAllThatWait();
    new HangingParts(vertices, next, head, twin, capacity)
        .find(lead, gone).stream().forEach(this::remove);
    lookAtAllThatWait();
    place = new int[halves];
    int[] numbers = numbers();
    int[] coreFirst = coreFirst(numbers);
    int size = coreFirst[coreFirst.length - 1];
    int[] coreHead = new int[size];
    int[] coreTwin = new int[size];
    coreRoom = new long[size];
    fill(numbers, coreFirst, coreHead, coreTwin);
    core =
        new PushRelabel(coreFirst, coreHead, coreTwin, coreRoom, numbers[source], numbers[target]);
  }

  private void load(long[] room, long most, int[] group) {
    for (int vertex = 0; vertex < vertices; vertex++) {
      int end = first[vertex + 1];
      int tail = group[vertex];
      lead[vertex] = first[vertex] < end ? first[vertex] : NONE;
      last[vertex] = end - 1;
      for (int half = first[vertex]; half < end; half++) {
        int other = group[heads[half]];
        head[half] = other;
        next[half] = half + 1 < end ? half + 1 : NONE;
        if (tail == other || tail == target || other == source) {
          continue; // no flow needs to leave a target or enter a source
        }
        long least = 2 * Math.min(room[half], most);
        if (tail == source && other == target) {
          send(half, least);
          sent += least;
        } else {
          capacity[half] = least;
        }
      }
    }
  }

  // ---- steps -----------------------------------------------------------------------------------

  private void await(int vertex) {
    if (!gone[vertex] && !isWaiting[vertex]) {
      isWaiting[vertex] = true;
      waiting[waitingCount++] = vertex;
    }
  }

  private void lookAtAllThatWait() {
    while (waitingCount > 0) {
      int vertex = waiting[--waitingCount];
      isWaiting[vertex] = false;
      if (!gone[vertex]) {
        lookAt(vertex);
      }
    }
  }

  private void lookAt(int vertex) {
    int degree = join(vertex);
    if (degree > MOST_NEIGHBOURS) {
      return;
    }
    boolean isFirst = mark[source] == stamp;
    boolean isLast = mark[target] == stamp;
    if (isFirst && isLast) {
      sendThrough(twin[at[source]], at[target]);
    }
    long in = arriving;
    long out = leaving;
    if (in == 0 || out == 0) {
      remove(vertex);
      return;
    }
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      int back = twin[half];
      int other = head[half];
      long otherIn = in - capacity[back];
      long otherOut = out - capacity[half];
      boolean wideAway = capacity[half] >= otherIn;
      boolean wideHere = capacity[back] >= otherOut;
      if ((wideAway || other == source) && (wideHere || other == target)) {
        merge(vertex, half);
        return;
      }
      if (wideHere && capacity[back] > otherOut) {
        in -= capacity[back] - otherOut;
        capacity[back] = otherOut;
        await(other);
      }
      if (wideAway && capacity[half] > otherIn) {
        out -= capacity[half] - otherIn;
        capacity[half] = otherIn;
        await(other);
      }
    }
    if (degree == 3 && !isFirst && !isLast) {
      turn(vertex);
    }
  }

  /** Joins parallel half arcs and unlinks what carries nothing; counts the neighbours. */
  private int join(int vertex) {
    stamp++;
    arriving = 0;
    leaving = 0;
    int degree = 0;
    int before = NONE;
    for (int half = lead[vertex]; half != NONE && degree <= MOST_NEIGHBOURS; ) {
      int after = next[half];
      int back = twin[half];
      int other = head[half];
      boolean isOpen = capacity[half] > 0 || capacity[back] > 0;
      leaving += capacity[half];
      arriving += capacity[back];
      if (isOpen && mark[other] != stamp) {
        mark[other] = stamp;
        at[other] = half;
        degree++;
        before = half;
      } else {
        if (isOpen) {
          int kept = at[other];
          remember(capacity[half]);
          remember(capacity[back]);
          capacity[kept] += capacity[half];
          capacity[twin[kept]] += capacity[back];
          capacity[half] = 0;
          capacity[back] = 0;
          note(kept, half, JOINED);
          await(other);
        }
        if (before == NONE) {
          lead[vertex] = after;
        } else {
          next[before] = after;
        }
        if (after == NONE) {
          last[vertex] = before;
        }
      }
      half = after;
    }
    return degree;
  }

  private void note(int a, int b, int what) {
    noteOne(a);
    noteOne(b);
    noteOne(what);
  }

  private void noteOne(int number) {
    if (stepsEnd == steps.length) {
      steps = Arrays.copyOf(steps, 2 * steps.length);
    }
    steps[stepsEnd++] = number;
  }

  private void remember(long amount) {
    if (amountsEnd == amounts.length) {
      amounts = Arrays.copyOf(amounts, 2 * amounts.length);
    }
    amounts[amountsEnd++] = amount;
  }

  private void send(int half, long amount) {
    remember(amount);
    note(half, half, SENT);
  }

  private void sendThrough(int there, int onwards) {
    long amount = Math.min(capacity[there], capacity[onwards]);
    if (amount > 0) {
      capacity[there] -= amount;
      capacity[onwards] -= amount;
      arriving -= amount;
      leaving -= amount;
      send(there, amount);
      send(onwards, amount);
      sent += amount;
    }
  }

  /** Takes away a vertex that nothing flows through. */
  private void remove(int vertex) {
    gone[vertex] = true;
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      capacity[half] = 0;
      capacity[twin[half]] = 0;
      await(head[half]);
    }
  }

  /** Merges a vertex into the neighbour at the end of a half arc. */
  private void merge(int vertex, int over) {
    int into = head[over];
    gone[vertex] = true;
    capacity[over] = 0;
    capacity[twin[over]] = 0;
    int count = 0;
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      if (half == over) {
        continue;
      }
      noteOne(half);
      count++;
    }
    note(count, over, MERGED);
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      if (half != over) {
        head[twin[half]] = into;
        if (isEnd(into)) { // else nothing changes for the neighbour, unless it is one of both
          capacity[into == source ? twin[half] : half] = 0; // of no use any more
          await(head[half]);
        }
      }
    }
    if (!isEnd(into)) {
      if (lead[into] == NONE) {
        lead[into] = lead[vertex];
      } else {
        next[last[into]] = lead[vertex];
      }
      last[into] = last[vertex];
      await(into);
    }
  }

  /** Turns a star of three edges, each alike both ways, into a triangle. */
  private void turn(int vertex) {
    int[] away = new int[3];
    int count = 0;
    long sum = 0;
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      if (capacity[half] != capacity[twin[half]]) {
        return;
      }
      if (capacity[half] > 0) {
        away[count++] = half;
        sum += capacity[half];
      }
    }
    if (sum % 2 != 0) {
      return;
    }
    gone[vertex] = true;
    long[] opposite = new long[3];
    int[] corner = new int[3];
    for (int i = 0; i < 3; i++) {
      opposite[i] = sum / 2 - capacity[away[i]]; // for the side between the other two
      corner[i] = head[away[i]];
    }
    noteOne(away[2]);
    note(away[0], away[1], TURNED);
    for (int i = 0; i < 3; i++) { // a corner's own half arc goes to the next corner, and back
      int there = (i + 1) % 3;
      int here = twin[away[i]];
      head[here] = corner[there];
      head[away[i]] = corner[i];
      capacity[here] = opposite[3 - i - there];
      capacity[away[i]] = capacity[here];
      next[away[i]] = lead[corner[there]];
      if (lead[corner[there]] == NONE) {
        last[corner[there]] = away[i];
      }
      lead[corner[there]] = away[i];
    }
    for (int i = 0; i < 3; i++) {
      await(corner[i]);
    }
  }

  // ---- what is left ----------------------------------------------------------------------------

  private boolean isOpen(int half) {
    return capacity[half] > 0 || capacity[twin[half]] > 0;
  }

  private boolean isEnd(int vertex) {
    return vertex >= vertices;
  }

  private int[] numbers() {
    int[] numbers = new int[vertices + 2];
    int count = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      numbers[vertex] = gone[vertex] ? NONE : count++;
    }
    numbers[source] = count++;
    numbers[target] = count;
    return numbers;
  }

  private int[] coreFirst(int[] numbers) {
    int[] starts = new int[numbers[target] + 2];
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int half = gone[vertex] ? NONE : lead[vertex]; half != NONE; half = next[half]) {
        if (isOpen(half)) {
          starts[numbers[vertex] + 1]++;
          if (isEnd(head[half])) {
            starts[numbers[head[half]] + 1]++;
          }
        }
      }
    }
    for (int number = 0; number + 1 < starts.length; number++) {
      starts[number + 1] += starts[number];
    }
    return starts;
  }

  private void fill(int[] numbers, int[] starts, int[] heads, int[] twins) {
    int[] free = starts.clone();
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int half = gone[vertex] ? NONE : lead[vertex]; half != NONE; half = next[half]) {
        if (!isOpen(half)) {
          continue;
        }
        int back = twin[half];
        int other = head[half];
        put(half, free[numbers[vertex]]++, numbers[other], heads);
        if (isEnd(other)) { // it has no list of its own
          put(back, free[numbers[other]]++, numbers[vertex], heads);
        }
        if (isEnd(other) || other < vertex) {
          twins[place[half]] = place[back];
          twins[place[back]] = place[half];
        }
      }
    }
  }

  private void put(int half, int where, int to, int[] heads) {
    place[half] = where;
    heads[where] = to;
    coreRoom[where] = capacity[half];
  }

  /**
   * Solves what is left.
   *
   * @return the value of the greatest flow of the whole network
   */
  long value() {
    return (sent + core.value()) / 2;
  }

  /**
   * Carries the greatest flow back to the network as it was.
   *
   * @return what each half arc carries net, its twin's flow set off; valid for the last value
   */
  long[] flow() {
    core.bringBack();
    long[] flow = new long[capacity.length];
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int half = gone[vertex] ? NONE : lead[vertex]; half != NONE; half = next[half]) {
        if (isOpen(half)) {
          set(flow, half, capacity[half] - coreRoom[place[half]]);
        }
      }
    }
    undo(flow);
    makeWhole(flow);
    for (int half = 0; half < flow.length; half++) {
      flow[half] /= 2;
    }
    return flow;
  }

  private void set(long[] flow, int half, long amount) {
    flow[half] = amount;
    flow[twin[half]] = -amount;
  }

  private void undo(long[] flow) {
    int amount = amountsEnd;
    for (int step = stepsEnd; step > 0; ) {
      int what = steps[--step];
      int b = steps[--step];
      int a = steps[--step];
      if (what == SENT) {
        set(flow, a, flow[a] + amounts[--amount]);
      } else if (what == JOINED) {
        long most = amounts[amount - 2];
        long least = -amounts[amount - 1];
        amount -= 2;
        long all = flow[a];
        set(flow, b, Math.max(least, Math.min(most, all)));
        set(flow, a, all - flow[b]);
      } else if (what == MERGED) {
        long others = 0;
        for (int i = 0; i < a; i++) {
          others += flow[steps[--step]];
        }
        set(flow, b, -others);
      } else {
        int c = steps[--step];
        long toFirst = flow[a]; // along one side, from the next corner on
        long toSecond = flow[b];
        long toThird = flow[c];
        set(flow, a, toFirst - toThird);
        set(flow, b, toSecond - toFirst);
        set(flow, c, toThird - toSecond);
      }
    }
  }

  /** Sends half a unit along each way of arcs that carry halves, so that all carry whole units. */
  private void makeWhole(long[] flow) {
    int[] cursor = Arrays.copyOf(first, vertices);
    int[] kind = new int[vertices];
    for (int vertex : sources) {
      kind[vertex] = 1;
    }
    for (int vertex : targets) {
      kind[vertex] = 2;
    }
    int sense = 1;
    for (int vertex : sources) {
      while (isUneven(vertex, cursor, flow)) {
        int end = follow(vertex, sense, cursor, flow, kind);
        if (kind[end] == 2) { // these ways come in pairs: every second one takes back
          sense = -sense;
        }
      }
    }
    for (int vertex : targets) {
      while (isUneven(vertex, cursor, flow)) {
        follow(vertex, 1, cursor, flow, kind);
      }
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      while (isUneven(vertex, cursor, flow)) {
        follow(vertex, 1, cursor, flow, kind);
      }
    }
  }

  private boolean isUneven(int vertex, int[] cursor, long[] flow) {
    while (cursor[vertex] < first[vertex + 1] && flow[cursor[vertex]] % 2 == 0) {
      cursor[vertex]++;
    }
    return cursor[vertex] < first[vertex + 1];
  }

  /** Follows arcs that carry halves to a source or target, or back; returns where it ended. */
  private int follow(int start, int sense, int[] cursor, long[] flow, int[] kind) {
    int vertex = start;
    do {
      int half = cursor[vertex];
      set(flow, half, flow[half] + sense);
      vertex = heads[half];
    } while (kind[vertex] == 0 && isUneven(vertex, cursor, flow));
    return vertex;
  }
}
