package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinimalCutsTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsEveryMinimalCutOnceInOrderOfCost(long seed) {
    RandomGraph any = new RandomGraph(seed);
    Random random = new Random(seed);
    long[] costs =
        random
            .longs(any.graph.arcCount(), 0, 8)
            .map(cost -> cost == 7 ? MaximumFlow.UNLIMITED : cost)
            .toArray();
    MinimalCuts cuts =
        new MinimalCuts(any.graph, any.sources, any.targets, any.barredArcs, costs, () -> true);
    List<ArcCut> found = new ArrayList<>();
    cuts.forEachRemaining(found::add);
    assertThat(cuts.isComplete()).isTrue();
    assertThat(found).containsExactlyInAnyOrderElementsOf(allMinimalCuts(any, costs));
    assertThat(found).extracting(ArcCut::cost).isSorted();
  }

  @Test
  void theCheapestComesFirstOnALargeNetworkWithoutFindingAll() {
    IndexedGraph.Builder ladder = IndexedGraph.builder(2_000);
    for (int rung = 0; rung + 2 < 2_000; rung++) {
      ladder.arc(rung, rung + 1);
      ladder.arc(rung, rung + 2);
    }
    long[] costs = new Random(5).longs(ladder.build().arcCount(), 5, 50).toArray();
    costs[2_000] = 1;
    MinimalCuts cuts =
        new MinimalCuts(
            ladder.build(), new int[] {0}, new int[] {1_998}, new BitSet(), costs, () -> true);
    long least = new MaximumFlow(ladder.build()).between(new int[] {0}, new int[] {1_998}, costs);
    assertThat(cuts.next().cost()).isEqualTo(least);
  }

  @Test
  void anEndedBudgetEndsTheListAndSaysSo() {
    RandomGraph any = new RandomGraph(3);
    AtomicInteger left = new AtomicInteger();
    long[] ones = new long[any.graph.arcCount()];
    MinimalCuts none =
        new MinimalCuts(
            any.graph,
            any.sources,
            any.targets,
            new BitSet(),
            ones,
            () -> left.getAndDecrement() > 0);
    assertThat(none.hasNext()).isFalse();
    assertThat(none.isComplete()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
  }

  private static List<ArcCut> allMinimalCuts(RandomGraph any, long[] costs) {
    Reachability reachability = new Reachability(any.graph);
    int arcs = any.graph.arcCount();
    boolean[] cuts = new boolean[1 << arcs];
    List<ArcCut> minimal = new ArrayList<>();
    for (int set = 0; set < 1 << arcs; set++) {
      boolean smaller = false;
      for (int arc = 0; arc < arcs && !smaller; arc++) {
        smaller = (set >> arc & 1) == 1 && cuts[set & ~(1 << arc)];
      }
      BitSet taken = BitSet.valueOf(new long[] {set});
      if (taken.intersects(any.barredArcs)) {
        continue;
      }
      BitSet shut = (BitSet) taken.clone();
      shut.or(any.barredArcs);
      cuts[set] = smaller || !reachability.connects(any.sources, any.targets, shut, new BitSet(0));
      if (cuts[set]
          && !smaller
          && taken.stream().allMatch(arc -> costs[arc] < MaximumFlow.UNLIMITED)) {
        minimal.add(
            new ArcCut(
                taken.stream().mapToLong(arc -> costs[arc]).sum(), taken.stream().toArray()));
      }
    }
    return minimal;
  }
}
