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
 * <p><b>Undo.</b> Steps are undone last first: a joined pair shares its flow out, and the arc over
 * which u was merged carries what balances u, which its capacity allows by the rule. So a greatest
 * flow of what is left becomes one of the whole network, and every cut that is read from it is the
 * network's own.
 *
 * <p><b>Cost.</b> O(m) times the greatest degree looked at, at most {@value #MOST_NEIGHBOURS}; 32
 * bytes a half arc. For one thread.
 */
final class FlowReduction {
  private static final int MOST_NEIGHBOURS = 32;
  private static final int NONE = -1;

  // What a step did; written behind what it did it to, since the steps are read backwards.
  private static final int JOINED = 0;
  private static final int SENT = 1;
  private static final int MERGED = 2;

  private final int vertices;
  private final int source;
  private final int target;
  private final int[] first;
  private final int[] twin;
  private final long[] capacity;
  private final int[] head;

  /** What a half arc could carry when it was joined to a parallel one; later, flows. */
  private final long[] aside;

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
  private long[] amounts = new long[16];
  private int amountsEnd;

  private long sent;
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
    this.twin = twin;
    source = vertices;
    target = vertices + 1;
    int halves = heads.length;
    head = new int[halves];
    capacity = new long[halves];
    aside = new long[halves];
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
    load(heads, room, most, group);
    gone[source] = true; // never looked at
    gone[target] = true;
    for (int vertex = vertices - 1; vertex >= 0; vertex--) {
      gone[vertex] = group[vertex] != vertex;
      await(vertex);
    }
    while (waitingCount > 0) {
      int vertex = waiting[--waitingCount];
      isWaiting[vertex] = false;
      if (!gone[vertex]) {
        lookAt(vertex);
      }
    }
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

  private void load(int[] heads, long[] room, long most, int[] group) {
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
        long least = Math.min(room[half], most);
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

  private void lookAt(int vertex) {
    int degree = join(vertex);
    if (degree > MOST_NEIGHBOURS) {
      return;
    }
    if (mark[source] == stamp && mark[target] == stamp) {
      sendThrough(twin[at[source]], at[target]);
    }
    long in = 0;
    long out = 0;
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      out += capacity[half];
      in += capacity[twin[half]];
    }
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
  }

  /** Joins parallel half arcs and unlinks what carries nothing; counts the neighbours. */
  private int join(int vertex) {
    stamp++;
    int degree = 0;
    int before = NONE;
    for (int half = lead[vertex]; half != NONE && degree <= MOST_NEIGHBOURS; ) {
      int after = next[half];
      int back = twin[half];
      int other = head[half];
      boolean isOpen = capacity[half] > 0 || capacity[back] > 0;
      if (isOpen && mark[other] != stamp) {
        mark[other] = stamp;
        at[other] = half;
        degree++;
        before = half;
      } else {
        if (isOpen) {
          int kept = at[other];
          aside[half] = capacity[half];
          aside[back] = capacity[back];
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
    if (stepsEnd + 3 > steps.length) {
      steps = Arrays.copyOf(steps, 2 * steps.length);
    }
    steps[stepsEnd++] = a;
    steps[stepsEnd++] = b;
    steps[stepsEnd++] = what;
  }

  private void send(int half, long amount) {
    if (amountsEnd == amounts.length) {
      amounts = Arrays.copyOf(amounts, 2 * amounts.length);
    }
    amounts[amountsEnd++] = amount;
    note(half, half, SENT);
  }

  private void sendThrough(int there, int onwards) {
    long amount = Math.min(capacity[there], capacity[onwards]);
    if (amount > 0) {
      capacity[there] -= amount;
      capacity[onwards] -= amount;
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
      if (stepsEnd == steps.length) {
        steps = Arrays.copyOf(steps, 2 * steps.length);
      }
      steps[stepsEnd++] = half;
      count++;
    }
    note(count, over, MERGED);
    for (int half = lead[vertex]; half != NONE; half = next[half]) {
      if (half != over) {
        head[twin[half]] = into;
        await(head[half]);
        if (into == source || into == target) {
          atAnEnd(half, into);
        }
      }
    }
    if (into != source && into != target) {
      if (lead[into] == NONE) {
        lead[into] = lead[vertex];
      } else {
        next[last[into]] = lead[vertex];
      }
      last[into] = last[vertex];
      await(into);
    }
  }

  /** A half arc now begins at all sources or all targets: one of its directions is of no use. */
  private void atAnEnd(int half, int end) {
    capacity[end == source ? twin[half] : half] = 0;
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
    return sent + core.value();
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
          flow[half] = capacity[half] - coreRoom[place[half]];
          flow[twin[half]] = -flow[half];
        }
      }
    }
    int amount = amountsEnd;
    for (int step = stepsEnd; step > 0; ) {
      int what = steps[--step];
      int second = steps[--step];
      int earlier = steps[--step];
      if (what == SENT) {
        flow[second] += amounts[--amount];
      } else if (what == JOINED) {
        long all = flow[earlier];
        flow[second] = Math.max(-aside[twin[second]], Math.min(aside[second], all));
        flow[earlier] = all - flow[second];
        flow[twin[earlier]] = -flow[earlier];
      } else {
        flow[second] = 0;
        for (int i = 0; i < earlier; i++) {
          flow[second] -= flow[steps[--step]];
        }
      }
      flow[twin[second]] = -flow[second];
    }
    return flow;
  }
}
