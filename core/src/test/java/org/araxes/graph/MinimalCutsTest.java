package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinimalCutsTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  private static final Comparator<ArcCut> ORDER =
      Comparator.comparingLong(ArcCut::cost)
          .thenComparingInt((ArcCut cut) -> cut.arcs().toArray().length)
          .thenComparing(cut -> cut.arcs().toArray(), Arrays::compare);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsEveryMinimalCutOnceByCostNumberAndArcs(long seed) {
    RandomGraph any = new RandomGraph(seed);
    long[] costs = costs(new Random(seed), any);
    MinimalCuts cuts =
        new MinimalCuts(any.graph, any.sources, any.targets, any.barredArcs, costs, () -> true);
    List<ArcCut> found = new ArrayList<>();
    cuts.forEachRemaining(found::add);
    assertThat(cuts.isComplete()).isTrue();
    List<ArcCut> expected = allMinimalCuts(any, costs);
    expected.sort(ORDER);
    assertThat(found).isEqualTo(expected);
  }

  /** Few different costs, often one alone, so that many cuts cost the same. */
  private static long[] costs(Random random, RandomGraph any) {
    int kinds = 1 + random.nextInt(8);
    int least = random.nextInt(2);
    return random
        .longs(any.graph.arcCount(), least, least + kinds)
        .map(cost -> cost == 7 ? MaximumFlow.UNLIMITED : cost)
        .toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void howVerticesAndArcsAreNumberedDoesNotMatter(long seed) {
    RandomGraph any = new RandomGraph(seed);
    Random random = new Random(seed);
    long[] costs = costs(random, any);
    int arcs = any.graph.arcCount();
    int[] vertex = shuffled(any.graph.vertexCount(), random);
    int[] place = shuffled(arcs, random); // of each arc among the shuffled ones, and back
    int[] arcAt = new int[arcs];
    IntStream.range(0, arcs).forEach(arc -> arcAt[place[arc]] = arc);
    IndexedGraph.Builder builder = IndexedGraph.builder(any.graph.vertexCount());
    BitSet barred = new BitSet();
    long[] otherCosts = new long[arcs];
    for (int i = 0; i < arcs; i++) {
      builder.arc(vertex[any.graph.tail(arcAt[i])], vertex[any.graph.head(arcAt[i])]);
      otherCosts[i] = costs[arcAt[i]];
      barred.set(i, any.barredArcs.get(arcAt[i]));
    }
    MinimalCuts cuts =
        new MinimalCuts(
            builder.build(),
            IntStream.of(any.sources).map(v -> vertex[v]).toArray(),
            IntStream.of(any.targets).map(v -> vertex[v]).toArray(),
            barred,
            otherCosts,
            arcAt,
            () -> true);
    List<ArcCut> found = new ArrayList<>();
    cuts.forEachRemaining(
        cut ->
            found.add(
                new ArcCut(cut.cost(), cut.arcs().map(arc -> arcAt[arc]).sorted().toArray())));
    List<ArcCut> expected = allMinimalCuts(any, costs);
    expected.sort(ORDER);
    assertThat(found).isEqualTo(expected);
  }

  private static int[] shuffled(int count, Random random) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers.stream().mapToInt(number -> number).toArray();
  }

  @Test
  void theFirstOfVeryManyThatCostTheSameIsFoundWithoutTheOthers() {
    int steps = 400;
    IndexedGraph.Builder builder = IndexedGraph.builder(2 * steps);
    for (int lane = 0; lane < 2; lane++) {
      for (int step = 0; step < steps; step++) {
        int from = step == 0 ? 0 : 2 * step + lane;
        builder.arc(from, step == steps - 1 ? 1 : 2 * step + 2 + lane);
      }
    }
    int[] ranks = IntStream.range(0, 2 * steps).map(arc -> 2 * steps - arc).toArray();
    long[] costs = new long[2 * steps];
    Arrays.fill(costs, 3);
    AtomicInteger flows = new AtomicInteger();
    MinimalCuts cuts =
        new MinimalCuts(
            builder.build(),
            new int[] {0},
            new int[] {1},
            new BitSet(),
            costs,
            ranks,
            () -> flows.incrementAndGet() < 100);
    assertThat(cuts.next().arcs()).containsExactly(steps - 1, 2 * steps - 1);
    assertThat(cuts.next().arcs()).containsExactly(steps - 2, 2 * steps - 1);
    assertThat(cuts.isComplete()).isTrue();
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
