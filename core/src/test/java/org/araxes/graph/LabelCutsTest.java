package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelCutsTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsEveryMinimalCutOnceInOrderOfCost(long seed) {
    RandomGraph any = new RandomGraph(seed);
    Random random = new Random(seed);
    int count = 1 + random.nextInt(9);
    long[] costs =
        random.longs(count, 1, 7).map(cost -> cost == 6 ? MaximumFlow.UNLIMITED : cost).toArray();
    int[][] labels = new int[any.graph.arcCount()][];
    for (int arc = 0; arc < labels.length; arc++) {
      labels[arc] = random.ints(random.nextInt(4), 0, count).toArray();
    }
    LabelCuts cuts =
        new LabelCuts(
            any.graph, any.sources, any.targets, any.barredArcs, labels, costs, () -> true);
    List<LabelCuts.Cut> found = new ArrayList<>();
    cuts.forEachRemaining(found::add);
    assertThat(cuts.isComplete()).isTrue();
    List<LabelCuts.Cut> expected = allMinimalCuts(any, labels, costs);
    expected.sort(
        Comparator.comparingLong(LabelCuts.Cut::cost)
            .thenComparingInt(cut -> cut.labels().size())
            .thenComparing(
                cut -> cut.labels().stream().mapToInt(label -> label).toArray(), Arrays::compare));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whatCannotBeAskedIsRefusedAndASpentBudgetIsTold() {
    IndexedGraph graph = ReachabilityTest.path(2);
    int[] from = {0};
    int[] to = {1};
    BitSet none = new BitSet();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LabelCuts(graph, from, to, none, new int[][] {{1}}, new long[] {1}, () -> true))
        .withMessageContaining("label 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LabelCuts(graph, from, to, none, new int[][] {{0}}, new long[] {0}, () -> true))
        .withMessageContaining("costs 0");
    LabelCuts stopped =
        new LabelCuts(graph, from, to, none, new int[][] {{0}}, new long[] {1}, () -> false);
    assertThat(stopped.hasNext()).isFalse();
    assertThat(stopped.isComplete()).isFalse();
  }

  private static List<LabelCuts.Cut> allMinimalCuts(RandomGraph any, int[][] labels, long[] costs) {
    Reachability reachability = new Reachability(any.graph);
    boolean[] cuts = new boolean[1 << costs.length];
    List<LabelCuts.Cut> minimal = new ArrayList<>();
    for (int set = 0; set < cuts.length; set++) {
      boolean smaller = false;
      for (int label = 0; label < costs.length && !smaller; label++) {
        smaller = (set >> label & 1) == 1 && cuts[set & ~(1 << label)];
      }
      BitSet shut = (BitSet) any.barredArcs.clone();
      for (int arc = 0; arc < labels.length; arc++) {
        for (int label : labels[arc]) {
          if ((set >> label & 1) == 1) {
            shut.set(arc);
          }
        }
      }
      cuts[set] = smaller || !reachability.connects(any.sources, any.targets, shut, new BitSet(0));
      BitSet taken = BitSet.valueOf(new long[] {set});
      if (cuts[set]
          && !smaller
          && taken.stream().allMatch(label -> costs[label] < MaximumFlow.UNLIMITED)) {
        minimal.add(
            new LabelCuts.Cut(
                taken.stream().mapToLong(label -> costs[label]).sum(),
                taken.stream().boxed().toList()));
      }
    }
    return minimal;
  }
}
