package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of the linear programme are checked against every path: that proves the optimum. */
class SharedCapacityFlowTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void amountsFitAndPricesProveThatNoMoreDoes(long seed) {
    Any any = new Any(seed, true);
    if (any.paths.stream().anyMatch(path -> any.use(path).length == 0)) {
      return;
    }
    SharedCapacityFlow.Found found = any.question(() -> true).greatest();
    assertThat(found.complete()).isTrue();
    any.assertFits(found);
    double dual = 0;
    for (int group = 0; group < any.capacities.length; group++) {
      assertThat(found.prices()[group]).isNotNegative();
      dual += found.prices()[group] * any.capacities[group];
    }
    for (int[] path : any.paths) {
      assertThat(any.weight(path, found.prices())).isGreaterThanOrEqualTo(1 - 1e-9);
    }
    assertThat(dual).isCloseTo(found.amount(), within(1e-7 * (1 + dual)));
    assertThat(found.bound()).isGreaterThanOrEqualTo(found.amount() * (1 - 1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCheapestFlowUsesOnlyPathsThatNoOtherUndercuts(long seed) {
    Any any = new Any(seed, true);
    double most = any.question(() -> true).greatest().amount();
    if (most == 0) {
      return;
    }
    double wanted = most * (1 + any.random.nextInt(4)) / 4;
    SharedCapacityFlow.Found found = any.question(() -> true).cheapest(any.costs, wanted);
    assertThat(found.complete()).isTrue();
    assertThat(found.amount()).isCloseTo(wanted, within(1e-6 * (1 + wanted)));
    any.assertFits(found);
    double least =
        any.paths.stream()
            .mapToDouble(path -> any.cost(path) + any.weight(path, found.prices()))
            .min()
            .orElseThrow();
    for (ArcPath path : found.paths()) {
      int[] arcs = path.arcs().toArray();
      assertThat(any.cost(arcs) + any.weight(arcs, found.prices()))
          .isCloseTo(least, within(1e-6 * (1 + least)));
    }
    double[] used = any.used(found);
    for (int group = 0; group < used.length; group++) {
      if (found.prices()[group] > 1e-6) {
        assertThat(used[group])
            .isCloseTo(any.capacities[group], within(1e-6 * (1 + any.capacities[group])));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aGroupForEachArcIsAPlainFlow(long seed) {
    Any any = new Any(seed, false);
    long[] capacities = new long[any.graph.arcCount()];
    Arrays.setAll(capacities, arc -> (long) any.capacities[arc]);
    any.barred.stream().forEach(arc -> capacities[arc] = 0);
    long plain = new MaximumFlow(any.graph).between(any.sources, any.targets, capacities);
    assertThat(any.question(() -> true).greatest().amount()).isCloseTo(plain, within(1e-7));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverTheBudgetTheAmountFitsAndTheBoundHolds(long seed) {
    Any any = new Any(seed, false);
    double most = any.question(() -> true).greatest().amount();
    int[] left = {any.random.nextInt(6)};
    SharedCapacityFlow.Found found = any.question(() -> left[0]-- > 0).greatest();
    any.assertFits(found);
    assertThat(found.amount()).isLessThanOrEqualTo(most + 1e-7);
    assertThat(found.bound()).isGreaterThanOrEqualTo(most - 1e-7);
    if (found.complete()) {
      assertThat(found.amount()).isCloseTo(most, within(1e-7));
    }
  }

  @Test
  void largerNetworksEndAndProveThemselves() {
    for (long seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      int side = 12;
      IndexedGraph.Builder builder = IndexedGraph.builder(2 * side * side);
      List<int[]> groups = new ArrayList<>();
      for (int layer = 0; layer < 2; layer++) {
        for (int at = 0; at < side * side; at++) {
          int here = layer * side * side + at;
          if (at % side < side - 1) {
            builder.arc(here, here + 1);
            groups.add(new int[] {2 * at});
          }
          if (at / side < side - 1) {
            builder.arc(here, here + side);
            groups.add(new int[] {2 * at + 1});
          }
        }
      }
      IndexedGraph graph = builder.build();
      double[] capacities =
          random.doubles(2L * side * side).map(x -> 1 + Math.floor(9 * x)).toArray();
      double[][] weights = groups.stream().map(each -> new double[] {1}).toArray(double[][]::new);
      int[] sources = {0, side * side};
      int[] targets = {side * side - 1, 2 * side * side - 1};
      SharedCapacityFlow.Found found =
          new SharedCapacityFlow(
                  graph,
                  sources,
                  targets,
                  new BitSet(),
                  groups.toArray(int[][]::new),
                  weights,
                  capacities,
                  () -> true)
              .greatest();
      assertThat(found.complete()).isTrue();
      double[] lengths = new double[graph.arcCount()];
      Arrays.setAll(lengths, arc -> found.prices()[groups.get(arc)[0]]);
      ArcPath shortest =
          ShortestPaths.in(graph, lengths)
              .between(sources, targets, new BitSet(), new BitSet())
              .orElseThrow();
      assertThat(shortest.cost()).isGreaterThan(1 - 1e-8);
      double dual =
          IntStream.range(0, capacities.length)
              .mapToDouble(group -> capacities[group] * found.prices()[group])
              .sum();
      assertThat(found.amount()).isCloseTo(dual, within(1e-6 * dual));
    }
  }

  @Test
  void rejectsWhatIsNotAsSaid() {
    Any any = new Any(3, false);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SharedCapacityFlow(
                    any.graph,
                    any.sources,
                    any.targets,
                    any.barred,
                    any.groups,
                    any.weights,
                    new double[any.capacities.length],
                    () -> true))
        .withMessageContaining("above 0");
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    builder.arc(0, 1);
    SharedCapacityFlow free =
        new SharedCapacityFlow(
            builder.build(),
            new int[] {0},
            new int[] {1},
            new BitSet(),
            new int[1][0],
            new double[1][0],
            new double[0],
            () -> true);
    assertThatIllegalArgumentException()
        .isThrownBy(free::greatest)
        .withMessageContaining("no limit");
    assertThat(free.cheapest(new double[] {2}, 7).amount()).isEqualTo(7);
    assertThatIllegalArgumentException().isThrownBy(() -> free.cheapest(new double[] {2}, 0));
  }

  /** A small random multigraph whose arcs share capacities, and all its paths. */
  private static final class Any {
    final Random random;
    final IndexedGraph graph;
    final int[] sources;
    final int[] targets;
    final BitSet barred = new BitSet();
    final int[][] groups;
    final double[][] weights;
    final double[] capacities;
    final double[] costs;
    final List<int[]> paths = new ArrayList<>();

    Any(long seed, boolean shared) {
      random = new Random(seed * 7_919 + 5);
      int vertices = 2 + random.nextInt(5);
      int arcs = 1 + random.nextInt(12);
      IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
      for (int i = 0; i < arcs; i++) {
        builder.arc(random.nextInt(vertices), random.nextInt(vertices));
      }
      graph = builder.build();
      sources = new int[] {0};
      targets = new int[] {vertices - 1};
      groups = new int[arcs][];
      weights = new double[arcs][];
      int count = shared ? 1 + random.nextInt(5) : arcs;
      for (int arc = 0; arc < arcs; arc++) {
        barred.set(arc, random.nextInt(9) == 0);
        groups[arc] =
            shared
                ? random.ints(1 + random.nextInt(2), 0, count).distinct().sorted().toArray()
                : new int[] {arc};
        weights[arc] = new double[groups[arc].length];
        for (int i = 0; i < weights[arc].length; i++) {
          weights[arc][i] = shared ? 0.5 * (1 + random.nextInt(3)) : 1;
        }
      }
      capacities = random.ints(count, 1, 9).asDoubleStream().toArray();
      costs = random.ints(arcs, 0, 6).asDoubleStream().toArray();
      follow(0, new ArrayList<>(), new BitSet());
    }

    private void follow(int here, List<Integer> path, BitSet seen) {
      if (here == targets[0]) {
        paths.add(path.stream().mapToInt(arc -> arc).toArray());
        return;
      }
      seen.set(here);
      graph
          .outArcs(here)
          .filter(arc -> !barred.get(arc) && !seen.get(graph.head(arc)))
          .forEach(
              arc -> {
                path.add(arc);
                follow(graph.head(arc), path, seen);
                path.remove(path.size() - 1);
              });
      seen.clear(here);
    }

    SharedCapacityFlow question(java.util.function.BooleanSupplier mayGoOn) {
      return new SharedCapacityFlow(
          graph, sources, targets, barred, groups, weights, capacities, mayGoOn);
    }

    int[] use(int[] path) {
      return Arrays.stream(path).flatMap(arc -> Arrays.stream(groups[arc])).toArray();
    }

    double weight(int[] path, double[] prices) {
      double sum = 0;
      for (int arc : path) {
        for (int i = 0; i < groups[arc].length; i++) {
          sum += weights[arc][i] * prices[groups[arc][i]];
        }
      }
      return sum;
    }

    double cost(int[] path) {
      return Arrays.stream(path).mapToDouble(arc -> costs[arc]).sum();
    }

    double[] used(SharedCapacityFlow.Found found) {
      double[] used = new double[capacities.length];
      for (int i = 0; i < found.paths().size(); i++) {
        for (int arc : found.paths().get(i).arcs().toArray()) {
          for (int k = 0; k < groups[arc].length; k++) {
            used[groups[arc][k]] += weights[arc][k] * found.amounts()[i];
          }
        }
      }
      return used;
    }

    void assertFits(SharedCapacityFlow.Found found) {
      double[] used = used(found);
      for (int group = 0; group < used.length; group++) {
        assertThat(used[group]).isLessThanOrEqualTo(capacities[group] * (1 + 1e-12));
      }
      for (ArcPath path : found.paths()) {
        int[] arcs = path.arcs().toArray();
        assertThat(graph.tail(arcs[0])).isEqualTo(0);
        assertThat(graph.head(arcs[arcs.length - 1])).isEqualTo(targets[0]);
        assertThat(Arrays.stream(arcs).noneMatch(barred::get)).isTrue();
      }
    }
  }
}
