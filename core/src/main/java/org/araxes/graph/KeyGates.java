package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link KeyQuotient} with the keys on its vertices instead of its arcs: whoever stands on a
 * vertex has shown the keys that it needs. Arcs into one vertex may need different keys only
 * because every path to their tails has asked for the others; then all together are those of the
 * vertex. Otherwise each set of keys gets a gate of its own in front of it.
 *
 * <p>Vertices without keys are free.
 */
final class KeyGates {
  final int size;
  final int source;
  final int target;

  /** The keys of each vertex, ascending. */
  final int[][] needs;

  final int[][] in;
  final int[][] out;

  /** The vertices of each key. */
  final int[][] guarded;

  /** The keys that some vertex needs, ascending. */
  final int[] keys;

  private final List<List<Integer>> into = new ArrayList<>();
  private final List<List<Integer>> from = new ArrayList<>();
  private final List<BitSet> needed = new ArrayList<>();

  KeyGates(KeyQuotient quotient) {
    IndexedGraph graph = quotient.graph();
    int[] number = new int[graph.vertexCount()];
    Arrays.fill(number, -1);
    for (int vertex = 0; vertex < number.length; vertex++) {
      if (vertex != quotient.source() && vertex != quotient.target()) {
        number[vertex] = vertex(new BitSet());
      }
    }
    number[quotient.source()] = vertex(new BitSet());
    number[quotient.target()] = vertex(new BitSet());
    long[][] asked = quotient.asked();
    for (int head = 0; head < number.length; head++) {
      Map<BitSet, List<Integer>> tails = new LinkedHashMap<>();
      BitSet together = new BitSet();
      for (int i = graph.inBegin(head); i < graph.inEnd(head); i++) {
        int arc = graph.inArc(i);
        tails
            .computeIfAbsent(quotient.keys(arc), keys -> new ArrayList<>())
            .add(number[graph.tail(arc)]);
      }
      tails.keySet().forEach(together::or);
      boolean own = head != quotient.target() && isAskedAnyway(together, head, quotient, asked);
      for (Map.Entry<BitSet, List<Integer>> entry : tails.entrySet()) {
        int gate = number[head];
        if (own) {
          needed.set(gate, together);
        } else if (!entry.getKey().isEmpty()) {
          gate = vertex(entry.getKey());
          arc(gate, number[head]);
        }
        for (int tail : entry.getValue()) {
          arc(tail, gate);
        }
      }
    }
    size = needed.size();
    source = number[quotient.source()];
    target = number[quotient.target()];
    in = arrays(into);
    out = arrays(from);
    needs = new int[size][];
    List<List<Integer>> places = new ArrayList<>();
    for (int key = 0; key < quotient.keyCount(); key++) {
      places.add(new ArrayList<>());
    }
    BitSet all = new BitSet();
    for (int vertex = 0; vertex < size; vertex++) {
      needs[vertex] = needed.get(vertex).stream().toArray();
      all.or(needed.get(vertex));
      for (int key : needs[vertex]) {
        places.get(key).add(vertex);
      }
    }
    guarded = arrays(places);
    keys = all.stream().toArray();
  }

  /** Whether each arc into a vertex needs all of some keys, or follows where they are asked for. */
  private static boolean isAskedAnyway(
      BitSet keys, int head, KeyQuotient quotient, long[][] asked) {
    IndexedGraph graph = quotient.graph();
    for (int i = graph.inBegin(head); i < graph.inEnd(head); i++) {
      BitSet shown = quotient.keys(graph.inArc(i));
      shown.or(BitSet.valueOf(asked[graph.tail(graph.inArc(i))]));
      if (!KeyReduction.within(keys, shown)) {
        return false;
      }
    }
    return true;
  }

  private int vertex(BitSet keys) {
    needed.add(keys);
    into.add(new ArrayList<>());
    from.add(new ArrayList<>());
    return needed.size() - 1;
  }

  private void arc(int tail, int head) {
    from.get(tail).add(head);
    into.get(head).add(tail);
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  boolean isFree(int vertex) {
    return needs[vertex].length == 0;
  }
}
