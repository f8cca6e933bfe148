package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KShortestPathsTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void agreesWithListingEveryPathDownToTheTies(long seed) {
    RandomGraph any = new RandomGraph(seed);
    PathIterator paths =
        KShortestPaths.in(any.graph, any.costs)
            .withGroups(any.groups)
            .withTwins(any.twins)
            .withBarred(any.barredArcs, any.barredVertices)
            .between(any.sources, any.targets, () -> true);
    assertThat(paths.take(10_000)).isEqualTo(any.allPaths());
    assertThat(paths.isTruncated()).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithYenInJGraphT(long seed) {
    Random random = new Random(seed);
    int n = 60;
    var peer =
        new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    IntStream.range(0, n).forEach(peer::addVertex);
    IndexedGraph.Builder builder = IndexedGraph.builder(n);
    double[] costs = new double[240];
    for (int arcs = 0; arcs < costs.length; ) {
      int tail = random.nextInt(n);
      int head = random.nextInt(n);
      if (tail != head && !peer.containsEdge(tail, head)) {
        costs[arcs++] = random.nextDouble();
        builder.arc(tail, head);
        peer.setEdgeWeight(peer.addEdge(tail, head), costs[arcs - 1]);
      }
    }
    KShortestPaths finder = KShortestPaths.in(builder.build(), costs);
    for (int i = 0; i < 20; i++) {
      int source = random.nextInt(n);
      int target = (source + 1 + random.nextInt(n - 1)) % n;
      List<Double> expected =
          new YenKShortestPath<>(peer)
              .getPaths(source, target, 25).stream().map(GraphPath::getWeight).toList();
      List<ArcPath> found =
          finder.between(new int[] {source}, new int[] {target}, () -> true).take(25);
      assertThat(found).hasSameSizeAs(expected);
      for (int k = 0; k < found.size(); k++) {
        assertThat(Math.abs(found.get(k).cost() - expected.get(k))).isLessThan(1e-12);
      }
    }
  }

  static LongStream manySeeds() {
    return LongStream.range(0, 2_500);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inATownOfEqualStreetsAgreesWithYenInJGraphTAndKeepsItsOrder(long seed) {
    Random random = new Random(seed);
    int side = 12;
    var peer =
        new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    IntStream.range(0, side * side).forEach(peer::addVertex);
    IndexedGraph.Builder builder = IndexedGraph.builder(side * side);
    List<Double> costs = new ArrayList<>();
    for (int here = 0; here < side * side; here++) {
      for (int there : new int[] {here % side + 1 < side ? here + 1 : -1, here + side}) {
        for (boolean back : new boolean[] {false, true}) {
          if (there >= 0 && there < side * side && random.nextInt(10) < 8) {
            double cost = random.nextInt((int) seed);
            builder.arc(back ? there : here, back ? here : there);
            peer.setEdgeWeight(peer.addEdge(back ? there : here, back ? here : there), cost);
            costs.add(cost);
          }
        }
      }
    }
    IndexedGraph graph = builder.build();
    KShortestPaths finder =
        KShortestPaths.in(graph, costs.stream().mapToDouble(cost -> cost).toArray());
    for (int i = 0; i < 6; i++) {
      int source = random.nextInt(side * side);
      int target = (source + 1 + random.nextInt(side * side - 1)) % (side * side);
      List<ArcPath> found =
          finder.between(new int[] {source}, new int[] {target}, () -> true).take(40);
      assertThat(found)
          .as("from " + source + " to " + target)
          .extracting(ArcPath::cost)
          .isEqualTo(
              new YenKShortestPath<>(peer)
                  .getPaths(source, target, 40).stream().map(GraphPath::getWeight).toList());
      for (int k = 0; k < found.size(); k++) {
        assertThat(found.get(k).vertices(graph).distinct()).hasSize(found.get(k).length() + 1);
        assertThat(k == 0 || ArcPath.ORDER.compare(found.get(k - 1), found.get(k)) < 0).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {0, 1, 7, 60, 400})
  void aSearchThatIsGivenUpAndTakenUpAgainFindsItsPathInItsPlace(int steps) {
    // From 0 over 1 to 2 is best. From 1 a street leads on, from each of whose places it would be
    // near over 1, where one has been already; only its end is near too. Arcs from 0 cost between.
    IndexedGraph.Builder builder = IndexedGraph.builder(4 + steps);
    List<Double> costs = new ArrayList<>();
    builder.arc(0, 1);
    costs.add(0.0);
    builder.arc(1, 2);
    costs.add(1.0);
    int place = 1;
    for (int i = 0; i <= steps; i++) {
      int next = 3 + i;
      builder.arc(place, next);
      costs.add(1.0);
      builder.arc(next, 1);
      costs.add(0.0);
      place = next;
    }
    builder.arc(place, 2);
    costs.add(1.0);
    int direct = costs.size();
    for (int i = 0; i < steps + 4; i++) {
      builder.arc(0, 2);
      costs.add(1.0 + i);
    }
    IndexedGraph graph = builder.build();
    int[] questions = {0};
    PathIterator paths =
        KShortestPaths.in(graph, costs.stream().mapToDouble(cost -> cost).toArray())
            .between(
                new int[] {0},
                new int[] {2},
                () -> {
                  questions[0]++;
                  return true;
                });
    List<ArcPath> found = paths.take(Integer.MAX_VALUE);
    assertThat(found).isSortedAccordingTo(ArcPath.ORDER).hasSize(steps + 6).doesNotHaveDuplicates();
    assertThat(found).filteredOn(path -> path.length() == 1).hasSize(steps + 4);
    assertThat(found.get(0).arcs()).containsExactly(direct);
    assertThat(found.get(1).arcs()).containsExactly(0, 1);
    ArcPath around = found.get(steps + 3);
    assertThat(around.length()).isEqualTo(steps + 3);
    assertThat(around.cost()).isEqualTo(steps + 2);
    // Once at first and for each path; what is more was given up, or found that there is no path.
    int again = questions[0] - 1 - found.size();
    assertThat(again).isBetween(steps < 60 ? 0 : 3, steps < 60 ? 9 : 14);
  }

  @Test
  void parallelArcsMakeDifferentPathsAndLoopsNone() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    builder.arc(0, 0);
    builder.arc(0, 1);
    builder.arc(0, 1);
    List<ArcPath> paths =
        KShortestPaths.in(builder.build(), new double[] {0, 2, 1})
            .between(new int[] {0}, new int[] {1}, () -> true)
            .take(9);
    assertThat(paths).extracting(p -> p.arc(0)).containsExactly(2, 1);
  }

  @Test
  void whatIsLeftIsNotReturnedTo() {
    // One place as road (0) and rail (1); the place next door (2, 3) is where one may change.
    IndexedGraph.Builder builder = IndexedGraph.builder(5);
    builder.arc(0, 2);
    builder.arc(2, 3);
    builder.arc(3, 1);
    builder.arc(1, 4);
    IndexedGraph graph = builder.build();
    KShortestPaths free = KShortestPaths.in(graph, new double[4]);
    int[] from = {0};
    int[] to = {4};
    assertThat(free.between(from, to, () -> true).take(9)).hasSize(1);
    assertThat(free.withGroups(new int[] {0, 0, 1, 1, 2}).between(from, to, () -> true).take(9))
        .isEmpty();
  }

  @Test
  void stoppingIsToldApartFromTheEnd() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    IntStream.range(0, 50).forEach(i -> builder.arc(0, 1));
    int[] left = {5};
    PathIterator paths =
        KShortestPaths.in(builder.build(), new double[50])
            .between(new int[] {0}, new int[] {1}, () -> left[0]-- > 0);
    assertThat(paths.take(50)).hasSizeBetween(1, 5);
    assertThat(paths.hasNext()).isFalse();
    assertThat(paths.isTruncated()).isTrue();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(paths::next);
  }

  @Test
  void aVeryLongPathHasNoSecondBestAndNeedsNoStack() {
    int n = 200_000;
    double[] costs = new double[n - 1];
    Arrays.fill(costs, 1);
    PathIterator paths =
        KShortestPaths.in(ReachabilityTest.path(n), costs)
            .between(new int[] {0}, new int[] {n - 1}, () -> true);
    assertThat(paths.take(3)).hasSize(1);
  }

  @Test
  void groupsMustFit() {
    KShortestPaths finder = KShortestPaths.in(ReachabilityTest.path(2), new double[1]);
    assertThatIllegalArgumentException().isThrownBy(() -> finder.withGroups(new int[] {0}));
    assertThatIllegalArgumentException().isThrownBy(() -> finder.withGroups(new int[] {0, -1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finder.between(new int[] {7}, new int[] {0}, () -> true));
  }
}
