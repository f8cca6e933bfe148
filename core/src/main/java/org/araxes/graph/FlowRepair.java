package org.araxes.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mends a greatest flow after one capacity changed, looking only where the change is felt.
 *
 * <p><b>Method.</b> A least cut is kept beside the flow: a set of vertices with all sources and no
 * target which no arc with room leaves. While there is one, the flow is greatest, so an arc that
 * gets room matters only if it leaves the set. Then flow is pushed along a way from the sources to
 * its tail and one from its head to the targets; they run on different sides. Where an arc carries
 * more than it may and does not leave the set, the surplus goes around it as far as there is room,
 * sources counting as one place and targets as another; the rest goes back to the sources and is
 * asked back from the targets. That flow is greatest again: a better one would have improved the
 * flow before, over the arc.
 *
 * <p>Two searches take turns, from both ends, so that the smaller one decides. One that runs out
 * has seen a set that no arc with room leaves, or enters: with it the cut is mended too.
 *
 * <p><b>Cost.</b> O(1) for most changes; else two searches a way found, O(n + m) at worst each. 25
 * bytes a vertex. For one thread.
 */
final class FlowRepair {
  private static final int ROOT = -1;
  private static final int FROM_A_SOURCE = -2;
  private static final int FROM_A_TARGET = -3;
  private static final int NOWHERE = -1;

  private static final byte SOURCE = 1;
  private static final byte TARGET = 2;
  private static final byte NO_GOAL = -1;

  private final int[] first;
  private final int[] head;
  private final int[] twin;
  private final long[] room;
  private int[] sources = {};
  private int[] targets = {};
  private final byte[] kind;

  /** The source side of a least cut, between calls. */
  private final boolean[] side;

  /** Whether the flow is known to be greatest and the side that of a least cut. */
  private boolean isFull;

  private final Search forth;
  private final Search back;

  /**
   * Works on a network of half arcs, those that leave one vertex side by side.
   *
   * @param first of each vertex, the place of its first half arc; the last entry is their number
   * @param head of each half arc, where it leads
   * @param twin of each half arc, the one back
   * @param room of each half arc, how much more it can carry; changed by repairs
   */
  FlowRepair(int[] first, int[] head, int[] twin, long[] room) {
    this.first = first;
    this.head = head;
    this.twin = twin;
    this.room = room;
    int vertices = first.length - 1;
    kind = new byte[vertices];
    side = new boolean[vertices];
    forth = new Search(vertices, true);
    back = new Search(vertices, false);
  }

  /**
   * Begins with other ends or another flow.
   *
   * @param from where the flow begins
   * @param to where it ends; none of them a source
   */
  void begin(int[] from, int[] to) {
    Arrays.fill(kind, (byte) 0);
    Arrays.fill(side, false);
    sources = from;
    targets = to;
    for (int vertex : sources) {
      kind[vertex] = SOURCE;
    }
    for (int vertex : targets) {
      kind[vertex] = TARGET;
    }
    isFull = false;
  }

  /**
   * Whether the flow was filled up, so that changes can be mended.
   *
   * @return true once there was no way left
   */
  boolean isFull() {
    return isFull;
  }

  /**
   * Pushes along shortest ways from the sources to the targets while there are any. Has to be done
   * to the end before any change, even of a flow that is greatest.
   *
   * @param limit how many vertices may be looked at before it ends, to the end of a search
   * @return by how much the value rose
   */
  long fill(long limit) {
    long value = 0;
    for (long looked = 0; looked < limit; looked += forth.end) {
      forth.begin(false);
      for (int vertex : sources) {
        forth.reach(vertex, ROOT);
      }
      int end = forth.nearest(TARGET);
      if (end == NOWHERE) {
        forth.markAll(true);
        isFull = true;
        break;
      }
      long least = forth.least(end, Long.MAX_VALUE);
      forth.push(end, least);
      value += least;
    }
    return value;
  }

  /**
   * Mends an arc whose room fell below zero.
   *
   * @param half its half arc
   * @return by how much the value fell
   */
  long sendBack(int half) {
    long surplus = -room[half];
    room[half] = 0;
    room[twin[half]] -= surplus;
    int tail = head[twin[half]];
    int end = head[half];
    if (!side[tail] || side[end]) {
      surplus -= sendAround(tail, end, surplus);
    }
    if (surplus > 0) {
      returnTo(forth, tail, SOURCE, surplus);
      returnTo(back, end, TARGET, surplus);
    }
    return surplus;
  }

  private long sendAround(int tail, int end, long surplus) {
    long sent = 0;
    while (sent < surplus) {
      forth.begin(true);
      back.begin(true);
      forth.reach(tail, ROOT);
      back.reach(end, ROOT);
      int meeting = meeting(tail);
      if (meeting == NOWHERE) {
        keepNewCut();
        break;
      }
      long least = back.least(meeting, forth.least(meeting, surplus - sent));
      forth.push(meeting, least);
      back.push(meeting, least);
      sent += least;
    }
    return sent;
  }

  /** Where the searches meet, from both ends in turn; nowhere once one of them has seen it all. */
  private int meeting(int tail) {
    if (back.has(tail)) { // both are sources, or both targets
      return tail;
    }
    int met = NOWHERE;
    while (met == NOWHERE && forth.isAlive() && back.isAlive()) {
      met = forth.lookAtOne(NO_GOAL, back);
      if (met == NOWHERE) {
        met = back.lookAtOne(NO_GOAL, forth);
      }
    }
    return met;
  }

  /** One of the searches from both ends of an arc ran out: it saw one side of a least cut. */
  private void keepNewCut() {
    Arrays.fill(side, forth.isAlive());
    if (forth.isAlive()) {
      back.markAll(false);
    } else {
      forth.markAll(true);
    }
  }

  private void returnTo(Search search, int from, byte goal, long amount) {
    long left = amount;
    while (left > 0) {
      search.begin(false);
      search.reach(from, ROOT);
      int end = kind[from] == goal ? from : search.nearest(goal);
      if (end == NOWHERE) {
        throw new IllegalStateException("The flow at vertex " + from + " came from nowhere");
      }
      long least = search.least(end, left);
      search.push(end, least);
      left -= least;
    }
  }

  /**
   * Uses an arc that was full and has room now.
   *
   * @param half its half arc
   * @return by how much the value rose
   */
  long use(int half) {
    int tail = head[twin[half]];
    int end = head[half];
    long gained = 0;
    while (room[half] > 0 && side[tail] && !side[end]) {
      forth.begin(false);
      back.begin(false);
      forth.reach(end, ROOT);
      back.reach(tail, ROOT);
      int target = kind[end] == TARGET ? end : NOWHERE;
      int source = kind[tail] == SOURCE ? tail : NOWHERE;
      while (target == NOWHERE || source == NOWHERE) {
        if (target == NOWHERE && !forth.isAlive()) {
          forth.markAll(true);
          return gained;
        }
        if (source == NOWHERE && !back.isAlive()) {
          back.markAll(false);
          return gained;
        }
        target = target == NOWHERE ? forth.lookAtOne(TARGET, null) : target;
        source = source == NOWHERE ? back.lookAtOne(SOURCE, null) : source;
      }
      long least = back.least(source, forth.least(target, room[half]));
      forth.push(target, least);
      back.push(source, least);
      room[half] -= least;
      room[twin[half]] += least;
      gained += least;
    }
    return gained;
  }

  /** A breadth-first search over arcs with room, along them or against them. */
  private final class Search {
    private final boolean along;
    private final int[] via;
    private final int[] seen;
    private final int[] queue;
    private int stamp;
    private int next;
    private int end;

    /** Whether from one source or target all others are reached. */
    private boolean endsAreOne;

    private int source;
    private int target;

    Search(int vertices, boolean along) {
      this.along = along;
      via = new int[vertices];
      seen = new int[vertices];
      queue = new int[vertices];
    }

    void begin(boolean withEndsAsOne) {
      if (stamp == Integer.MAX_VALUE) {
        Arrays.fill(seen, 0);
        stamp = 0;
      }
      stamp++;
      next = 0;
      end = 0;
      endsAreOne = withEndsAsOne;
      source = NOWHERE;
      target = NOWHERE;
    }

    boolean isAlive() {
      return next < end;
    }

    /** Puts all that was seen on one side of the cut. */
    void markAll(boolean which) {
      for (int i = 0; i < end; i++) {
        side[queue[i]] = which;
      }
    }

    boolean has(int vertex) {
      return seen[vertex] == stamp;
    }

    void reach(int vertex, int over) {
      if (has(vertex)) {
        return;
      }
      seen[vertex] = stamp;
      via[vertex] = over;
      queue[end++] = vertex;
      if (endsAreOne && kind[vertex] == SOURCE && source == NOWHERE) {
        source = vertex;
        for (int other : sources) {
          reach(other, FROM_A_SOURCE);
        }
      } else if (endsAreOne && kind[vertex] == TARGET && target == NOWHERE) {
        target = vertex;
        for (int other : targets) {
          reach(other, FROM_A_TARGET);
        }
      }
    }

    int nearest(byte goal) {
      int reached = NOWHERE;
      while (reached == NOWHERE && isAlive()) {
        reached = lookAtOne(goal, null);
      }
      return reached;
    }

    /** Looks at the next vertex; returns a neighbour that ends the search, if one is found. */
    int lookAtOne(byte goal, @Nullable Search other) {
      int vertex = queue[next++];
      for (int half = first[vertex], stop = first[vertex + 1]; half < stop; half++) {
        int neighbour = head[half];
        if (!has(neighbour)) {
          int over = along ? half : twin[half];
          if (room[over] > 0) {
            reach(neighbour, over);
            if (kind[neighbour] == goal || (other != null && other.has(neighbour))) {
              return neighbour;
            }
          }
        }
      }
      return NOWHERE;
    }

    long least(int from, long most) {
      long least = most;
      for (int vertex = from; via[vertex] != ROOT; vertex = before(vertex)) {
        if (via[vertex] >= 0) {
          least = Math.min(least, room[via[vertex]]);
        }
      }
      return least;
    }

    void push(int from, long amount) {
      for (int vertex = from; via[vertex] != ROOT; vertex = before(vertex)) {
        if (via[vertex] >= 0) {
          room[via[vertex]] -= amount;
          room[twin[via[vertex]]] += amount;
        }
      }
    }

    private int before(int vertex) {
      int over = via[vertex];
      return over == FROM_A_SOURCE
          ? source
          : over == FROM_A_TARGET ? target : head[along ? twin[over] : over];
    }
  }
}
