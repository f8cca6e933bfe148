package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestPathsTest {
  private static final BitSet NOTHING = new BitSet();

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.araxes.graph.RandomGraph#seeds")
  void agreesWithListingEveryPathDownToTheTies(long seed) {
    RandomGraph any = new RandomGraph(seed);
    ungrouped(any);
    List<ArcPath> all = any.allPaths();
    ShortestPaths finder = ShortestPaths.in(any.graph, any.costs);
    assertThat(finder.between(any.sources, any.targets, any.barredArcs, any.barredVertices))
        .isEqualTo(all.stream().findFirst());
    double[] away = finder.costsFrom(any.sources, any.barredArcs, any.barredVertices);
    double[] ahead = finder.costsTo(any.targets, any.barredArcs, any.barredVertices);
    double best = all.stream().mapToDouble(ArcPath::cost).min().orElse(Double.POSITIVE_INFINITY);
    assertThat(IntStream.of(any.targets).mapToDouble(t -> away[t]).min()).hasValue(best);
    assertThat(IntStream.of(any.sources).mapToDouble(s -> ahead[s]).min()).hasValue(best);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.araxes.graph.RandomGraph#seeds")
  void theSecondCostDecidesBetweenEqualsInTheFirst(long seed) {
    RandomGraph any = new RandomGraph(seed);
    ungrouped(any);
    double[] coarse = Arrays.stream(any.costs).map(Math::floor).toArray();
    Comparator<ArcPath> order =
        Comparator.<ArcPath>comparingDouble(p -> p.arcs().mapToDouble(a -> coarse[a]).sum())
            .thenComparing(ArcPath.ORDER);
    assertThat(
            ShortestPaths.in(any.graph, coarse, any.costs)
                .between(any.sources, any.targets, any.barredArcs, any.barredVertices)
                .map(p -> p.arcs().boxed().toList()))
        .isEqualTo(any.allPaths().stream().min(order).map(p -> p.arcs().boxed().toList()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void meetingHalfWayChangesNothingToTheLastBit(long seed) {
    Mesh mesh = new Mesh(seed);
    ShortestPaths one = ShortestPaths.in(mesh.graph, mesh.costs);
    ShortestPaths two = ShortestPaths.in(mesh.graph, mesh.costs, mesh.seconds);
    for (int question = 0; question < 4; question++) {
      mesh.ask();
      assertThat(one.between(mesh.sources, mesh.targets, mesh.barredArcs, mesh.barredVertices))
          .as("seed " + seed + ", question " + question)
          .map(path -> path.arcs().boxed().toList())
          .isEqualTo(mesh.slowly(new double[mesh.costs.length]));
      assertThat(two.between(mesh.sources, mesh.targets, mesh.barredArcs, mesh.barredVertices))
          .as("seed " + seed + ", question " + question + ", two costs")
          .map(path -> path.arcs().boxed().toList())
          .isEqualTo(mesh.slowly(mesh.seconds));
    }
  }

  static LongStream manySeeds() {
    return LongStream.range(0, 2_500);
  }

  @Test
  void questionsAskedAtTheSameTimeDoNotDisturbEachOther() {
    Mesh mesh = new Mesh(7);
    ShortestPaths shared = ShortestPaths.in(mesh.graph, mesh.costs);
    int n = mesh.graph.vertexCount();
    List<Optional<ArcPath>> expected =
        IntStream.range(0, n * n)
            .mapToObj(i -> ShortestPaths.in(mesh.graph, mesh.costs).between(i / n, i % n))
            .toList();
    for (int round = 0; round < 20; round++) {
      assertThat(
              IntStream.range(0, n * n)
                  .parallel()
                  .mapToObj(i -> shared.between(i / n, i % n))
                  .toList())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithJGraphTOnLargerGraphs(long seed) {
    Random random = new Random(seed);
    int n = 300;
    var peer =
        new DirectedWeightedPseudograph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    IntStream.range(0, n).forEach(peer::addVertex);
    IndexedGraph.Builder builder = IndexedGraph.builder(n);
    double[] costs = random.doubles(900).toArray();
    for (double cost : costs) {
      int tail = random.nextInt(n);
      int head = random.nextInt(n);
      builder.arc(tail, head);
      peer.setEdgeWeight(peer.addEdge(tail, head), cost);
    }
    IndexedGraph graph = builder.build();
    ShortestPaths finder = ShortestPaths.in(graph, costs);
    for (int i = 0; i < 100; i++) {
      int source = random.nextInt(n);
      int target = random.nextInt(n);
      double expected = new DijkstraShortestPath<>(peer).getPathWeight(source, target);
      double found =
          finder.between(source, target).map(ArcPath::cost).orElse(Double.POSITIVE_INFINITY);
      assertThat(found == expected || Math.abs(found - expected) < 1e-12).isTrue();
    }
  }

  @Test
  void amongEqualsFewerArcsWinThenSmallerOnes() {
    IndexedGraph.Builder builder = IndexedGraph.builder(3);
    builder.arc(0, 1);
    builder.arc(1, 2);
    builder.arc(0, 2);
    builder.arc(0, 2);
    ShortestPaths finder = ShortestPaths.in(builder.build(), new double[] {1, 1, 2, 2});
    assertThat(finder.between(0, 2).orElseThrow().arcs()).containsExactly(2);
  }

  @Test
  void aPathToWhereOneIsHasNoArcs() {
    ShortestPaths finder = ShortestPaths.in(ReachabilityTest.path(1), new double[0]);
    ArcPath stay = finder.between(0, 0).orElseThrow();
    assertThat(stay.length()).isZero();
    assertThat(stay.cost()).isZero();
    assertThat(stay.end()).isZero();
  }

  @Test
  void aVeryLongPathNeedsNoStack() {
    int n = 200_000;
    double[] costs = new double[n - 1];
    Arrays.fill(costs, 1);
    ShortestPaths finder = ShortestPaths.in(ReachabilityTest.path(n), costs);
    assertThat(finder.between(0, n - 1).orElseThrow().cost()).isEqualTo(n - 1.0);
    assertThat(finder.between(n - 1, 0)).isEmpty();
  }

  @ParameterizedTest(name = "cost {0}")
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void costsThatAreNoneAreRefused(double cost) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortestPaths.in(ReachabilityTest.path(2), new double[] {cost}))
        .withMessageContaining("arc 0");
  }

  @Test
  void costsOfAnotherGraphAreRefused() {
    ArcCosts costs = ArcCosts.of(ReachabilityTest.path(3), new double[2]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortestPaths.in(ReachabilityTest.path(2), costs))
        .withMessageContaining("Maybe");
  }

  @Test
  void aCostForEveryArcIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortestPaths.in(ReachabilityTest.path(3), new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ShortestPaths.in(ReachabilityTest.path(2), new double[] {1})
                    .between(new int[] {0}, new int[] {2}, NOTHING, NOTHING));
  }

  private static void ungrouped(RandomGraph any) {
    Arrays.setAll(any.groups, v -> v);
    Arrays.setAll(any.twins, v -> v);
  }

  /**
   * A town of one-way and two-way streets, parallel ones, loops and shortcuts, with questions and
   * the slow way to answer them: every arc is looked at for every vertex that settles.
   */
  private static final class Mesh {
    final IndexedGraph graph;
    final double[] costs;
    final double[] seconds;
    int[] sources = {};
    int[] targets = {};
    BitSet barredArcs = new BitSet();
    BitSet barredVertices = new BitSet();
    private final Random random;

    Mesh(long seed) {
      random = new Random(seed * 104_729);
      int side = 1 + random.nextInt(6);
      int n = side * side;
      boolean twoWay = random.nextInt(4) == 0;
      IndexedGraph.Builder builder = IndexedGraph.builder(n);
      for (int here = 0; here < n; here++) {
        int[] next = {here % side + 1 < side ? here + 1 : here, (here + side) % n};
        for (int there : next) {
          int kind = random.nextInt(8);
          for (int copy = kind == 7 ? 2 : 1; copy > 0 && kind > 0; copy--) {
            builder.arc(here, there);
            if (twoWay || kind > 2) {
              builder.arc(there, here);
            }
          }
        }
        if (!twoWay && random.nextInt(6) == 0) {
          builder.arc(random.nextInt(n), random.nextInt(n));
        }
      }
      graph = builder.build();
      int kind = random.nextInt(4);
      costs =
          random
              .doubles(graph.arcCount())
              .map(
                  x ->
                      kind == 0
                          ? Math.floor(x * 3)
                          : kind == 1 ? Math.floor(x * 4) / 10 : kind == 2 ? x : 0.1)
              .toArray();
      if (twoWay && random.nextBoolean()) {
        Arrays.setAll(costs, arc -> costs[arc / 2 * 2]);
      }
      seconds = random.doubles(graph.arcCount()).map(x -> Math.floor(x * 3) / 10).toArray();
    }

    void ask() {
      int n = graph.vertexCount();
      sources = random.ints(1 + random.nextInt(2), 0, n).toArray();
      targets = random.ints(1 + random.nextInt(2), 0, n).toArray();
      boolean free = random.nextBoolean();
      barredArcs = barred(free ? 0 : graph.arcCount());
      barredVertices = barred(free ? 0 : n);
    }

    private BitSet barred(int count) {
      BitSet some = new BitSet();
      IntStream.range(0, count).filter(i -> random.nextInt(10) == 0).forEach(some::set);
      return some;
    }

    Optional<List<Integer>> slowly(double[] second) {
      double[][] keys = new double[graph.vertexCount()][];
      for (int target : targets) {
        keys[target] = barredVertices.get(target) ? null : new double[3];
      }
      BitSet settled = new BitSet();
      for (int next = least(keys, settled); next >= 0; next = least(keys, settled)) {
        settled.set(next);
        for (int arc = 0; arc < graph.arcCount(); arc++) {
          double[] key = graph.head(arc) == next ? through(keys, arc, second) : null;
          int tail = graph.tail(arc);
          if (key != null && (keys[tail] == null || Arrays.compare(key, keys[tail]) < 0)) {
            keys[tail] = key;
          }
        }
      }
      double[] best =
          IntStream.of(sources)
              .mapToObj(source -> keys[source])
              .filter(Objects::nonNull)
              .min(Arrays::compare)
              .orElse(null);
      if (best == null) {
        return Optional.empty();
      }
      List<Integer> path = new ArrayList<>();
      BitSet here = new BitSet();
      IntStream.of(sources).filter(s -> Arrays.equals(keys[s], best)).forEach(here::set);
      while (path.size() < best[2]) {
        int arc = 0;
        while (!here.get(graph.tail(arc))
            || !Arrays.equals(through(keys, arc, second), keys[graph.tail(arc)])) {
          arc++;
        }
        path.add(arc);
        here.clear();
        here.set(graph.head(arc));
      }
      return Optional.of(path);
    }

    private static int least(double[][] keys, BitSet settled) {
      return IntStream.range(0, keys.length)
          .filter(v -> keys[v] != null && !settled.get(v))
          .boxed()
          .min((a, b) -> Arrays.compare(keys[a], keys[b]))
          .orElse(-1);
    }

    private double @Nullable [] through(double[][] keys, int arc, double[] second) {
      double[] ahead = keys[graph.head(arc)];
      return ahead == null || barredArcs.get(arc) || barredVertices.get(graph.tail(arc))
          ? null
          : new double[] {ahead[0] + costs[arc], ahead[1] + second[arc], ahead[2] + 1};
    }
  }
}
