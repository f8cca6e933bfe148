package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A small random multigraph whose arcs need keys, and the slow and obvious way to ask it. */
record KeyedDrawing(
    IndexedGraph graph,
    int keys,
    List<List<BitSet>> locks,
    int[] lockOf,
    int[] sources,
    int[] targets) {

  /** Two-way and one-way arcs, parallel ones, loops, free and shut locks, and alternatives. */
  static KeyedDrawing of(int seed, int mostVertices, int mostKeys, boolean alternatives) {
    Random random = new Random(seed);
    int vertices = 1 + random.nextInt(mostVertices);
    int keys = random.nextInt(mostKeys + 1);
    List<List<BitSet>> locks = new ArrayList<>();
    int lockCount = 1 + random.nextInt(6);
    for (int lock = 0; lock < lockCount; lock++) {
      List<BitSet> ways = new ArrayList<>();
      int wayCount = alternatives && random.nextInt(3) == 0 ? random.nextInt(4) : 1;
      for (int way = 0; way < wayCount; way++) {
        BitSet needed = new BitSet();
        int size = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < size && keys > 0; i++) {
          needed.set(random.nextInt(keys));
        }
        ways.add(needed);
      }
      locks.add(ways);
    }
    int edges = random.nextInt(3 * vertices + 1);
    int oneWayIn = 1 + random.nextInt(5);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    List<Integer> lockOf = new ArrayList<>();
    for (int edge = 0; edge < edges; edge++) {
      int tail = random.nextInt(vertices);
      int head = random.nextInt(vertices);
      int lock = random.nextInt(12) == 0 ? KeyQuotient.NEVER : random.nextInt(lockCount);
      builder.arc(tail, head);
      lockOf.add(lock);
      if (random.nextInt(oneWayIn) != 0) {
        builder.arc(head, tail);
        lockOf.add(lock);
      }
    }
    return new KeyedDrawing(
        builder.build(),
        keys,
        locks,
        lockOf.stream().mapToInt(Integer::intValue).toArray(),
        random.ints(1 + random.nextInt(2), 0, vertices).toArray(),
        random.ints(1 + random.nextInt(2), 0, vertices).toArray());
  }

  KeyQuotient quotient() {
    return KeyQuotient.of(graph, keys, locks, lockOf, sources, targets);
  }

  static BitSet set(int mask) {
    return BitSet.valueOf(new long[] {mask});
  }

  boolean opens(BitSet held) {
    boolean[] reached = new boolean[graph.vertexCount()];
    for (int source : sources) {
      reached[source] = true;
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        if (reached[graph.tail(arc)] && !reached[graph.head(arc)] && isOpen(arc, held)) {
          reached[graph.head(arc)] = true;
          grew = true;
        }
      }
    }
    for (int target : targets) {
      if (reached[target]) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(int arc, BitSet held) {
    return lockOf[arc] != KeyQuotient.NEVER
        && locks.get(lockOf[arc]).stream().anyMatch(way -> way.stream().allMatch(held::get));
  }
}
