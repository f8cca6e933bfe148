package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
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
}
