package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Of all least cuts of a greatest flow, the first by a rule that does not know the flow.
 *
 * <p><b>Definition.</b> The cut with the fewest arcs; of those the one whose arcs rank first,
 * compared one by one from the least on. A set of arcs has one place in that order, so whichever
 * greatest flow is looked at, and however vertices are numbered, the cut is the same where the
 * ranks are.
 *
 * <p><b>Method.</b> A set of vertices leaves over a least cut when no arc with room leaves it,
 * whatever flow is given (Picard and Queyranne 1980). Where all arcs cost the same a least cut has
 * the fewest arcs already; else a second greatest flow finds those with the fewest among such sets.
 * Then the arcs in order of rank: one can be in a least cut with those chosen before when it is
 * full, its tail is not bound to the far side nor its head to the near one, and no way with room
 * leads from its tail to its head. Since the way back has room, that is when they are in two strong
 * components.
 *
 * <p><b>Cost.</b> O(n + m) beside the second flow; where only one least cut is there, or the rest
 * hangs on no full arc, two searches. For one thread.
 */
final class FirstLeastCut {
  private final IndexedGraph graph;
  private final BitSet barred;
  private final int[] ranks;
  private final int[] byRank;

  FirstLeastCut(IndexedGraph graph, BitSet barred, int[] ranks) {
    this.graph = graph;
    this.barred = barred;
    this.ranks = ranks;
    byRank =
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer arc) -> ranks[arc]))
            .mapToInt(arc -> arc)
            .toArray();
  }

  /**
   * The vertices on the near side.
   *
   * @param flow a greatest flow, of limited value
   * @param near where it begins
   * @param far where it ends
   * @param costs what it was asked with; 0 for barred arcs
   * @return all that is reached from the near side once the cut is made
   */
  BitSet sourceSide(MaximumFlow flow, int[] near, int[] far, long[] costs) {
    BitSet nearSide = flow.sourceSide();
    BitSet farSide = flow.targetSide();
    if (!isOpen(flow, nearSide, farSide)) {
      return nearSide;
    }
    return costAlike(costs)
        ? chosen(flow, nearSide, farSide, costs)
        : ofFewest(flow, near, far, costs);
  }

  /** Whether some full arc may be cut or not. */
  private boolean isOpen(MaximumFlow flow, BitSet nearSide, BitSet farSide) {
    for (int arc : byRank) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      if (!barred.get(arc)
          && flow.room(arc) == 0
          && !farSide.get(tail)
          && !nearSide.get(head)
          && !(nearSide.get(tail) && farSide.get(head))) {
        return true;
      }
    }
    return false;
  }

  private boolean costAlike(long[] costs) {
    long cost = 0;
    for (int arc : byRank) {
      if (!barred.get(arc) && costs[arc] < MaximumFlow.UNLIMITED) {
        if (costs[arc] == 0 || (cost > 0 && costs[arc] != cost)) {
          return false;
        }
        cost = costs[arc];
      }
    }
    return true;
  }

  /**
   * Among the least cuts: every arc of one costs 1, and what leaves a set that has none too much.
   */
  private BitSet ofFewest(MaximumFlow flow, int[] near, int[] far, long[] costs) {
    IndexedGraph.Builder builder = IndexedGraph.builder(graph.vertexCount());
    long[] ones = new long[2 * ranks.length];
    int[] order = new int[2 * ranks.length];
    int count = 0;
    for (int arc : byRank) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      if (tail == head) {
        continue;
      }
      boolean hasRoom = flow.room(arc) > 0;
      if (hasRoom || !barred.get(arc)) {
        builder.arc(tail, head);
        order[count] = ranks[arc];
        ones[count++] = hasRoom ? MaximumFlow.UNLIMITED : 1;
      }
      if (Math.min(costs[arc], MaximumFlow.UNLIMITED) > flow.room(arc)) {
        builder.arc(head, tail);
        order[count] = ranks[arc];
        ones[count++] = MaximumFlow.UNLIMITED;
      }
    }
    IndexedGraph least = builder.build();
    long[] capacities = Arrays.copyOf(ones, count);
    MaximumFlow fewest = new MaximumFlow(least);
    fewest.between(near, far, capacities);
    return new FirstLeastCut(least, new BitSet(0), Arrays.copyOf(order, count))
        .chosen(fewest, fewest.sourceSide(), fewest.targetSide(), capacities);
  }

  private BitSet chosen(MaximumFlow flow, BitSet nearSide, BitSet farSide, long[] costs) {
    IndexedGraph.Builder builder = IndexedGraph.builder(graph.vertexCount());
    for (int arc : byRank) {
      if (flow.room(arc) > 0) {
        builder.arc(graph.tail(arc), graph.head(arc));
      }
      if (Math.min(costs[arc], MaximumFlow.UNLIMITED) > flow.room(arc)) {
        builder.arc(graph.head(arc), graph.tail(arc));
      }
    }
    IndexedGraph withRoom = builder.build();
    int[] component = Components.strong(withRoom, new BitSet(0));
    int[] queue = new int[graph.vertexCount()];
    for (int arc : byRank) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      if (costs[arc] > 0
          && flow.room(arc) == 0
          && component[tail] != component[head]
          && !farSide.get(tail)
          && !nearSide.get(head)) {
        bindNear(withRoom, tail, nearSide, queue);
        bindFar(withRoom, head, farSide, queue);
      }
    }
    return nearSide;
  }

  private static void bindNear(IndexedGraph withRoom, int vertex, BitSet side, int[] queue) {
    int end = 0;
    if (!side.get(vertex)) {
      side.set(vertex);
      queue[end++] = vertex;
    }
    for (int next = 0; next < end; next++) {
      for (int i = withRoom.outBegin(queue[next]); i < withRoom.outEnd(queue[next]); i++) {
        int head = withRoom.head(withRoom.outArc(i));
        if (!side.get(head)) {
          side.set(head);
          queue[end++] = head;
        }
      }
    }
  }

  private static void bindFar(IndexedGraph withRoom, int vertex, BitSet side, int[] queue) {
    int end = 0;
    if (!side.get(vertex)) {
      side.set(vertex);
      queue[end++] = vertex;
    }
    for (int next = 0; next < end; next++) {
      for (int i = withRoom.inBegin(queue[next]); i < withRoom.inEnd(queue[next]); i++) {
        int tail = withRoom.tail(withRoom.inArc(i));
        if (!side.get(tail)) {
          side.set(tail);
          queue[end++] = tail;
        }
      }
    }
  }
}
