package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisjointPathsTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSetOfArcDisjointPathsIsLargerOrCheaper(long seed) {
    Any any = new Any(seed);
    for (int count = 1; count <= 3; count++) {
      List<ArcPath> found = any.question.arcDisjoint(any.sources, any.targets, count);
      check(any, found, any::shareAnArc, count);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSetOfVertexDisjointPathsIsLargerOrCheaper(long seed) {
    Any any = new Any(seed);
    for (int count = 1; count <= 3; count++) {
      List<ArcPath> found = any.question.vertexDisjoint(any.sources, any.targets, count);
      check(any, found, any::shareAVertex, count);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thereAreAsManyAsTheLeastCutHasArcs(long seed) {
    Any any = new Any(seed);
    if (any.endsMeet()) {
      return;
    }
    long[] capacities = new long[any.graph.arcCount()];
    for (int arc = 0; arc < capacities.length; arc++) {
      capacities[arc] = any.usable(arc) ? 1 : 0;
    }
    long least = new MaximumFlow(any.graph).between(any.from(), any.to(), capacities);
    assertThat(any.question.arcDisjoint(any.sources, any.targets, 100)).hasSize((int) least);
  }

  @Test
  void railBesideRoadInOneValleyAreTwoWays() {
    IndexedGraph.Builder valley = IndexedGraph.builder(2);
    valley.arc(0, 1);
    valley.arc(0, 1);
    DisjointPaths paths =
        new DisjointPaths(
            valley.build(), new double[] {3, 2}, new int[] {0, 1}, new BitSet(), new BitSet());
    assertThat(paths.arcDisjoint(new int[] {0}, new int[] {1}, 5))
        .extracting(ArcPath::cost)
        .containsExactly(2.0, 3.0);
    assertThat(paths.vertexDisjoint(new int[] {0}, new int[] {1}, 5)).hasSize(2);
  }

  @Test
  void aTrapThatDefeatsTakingTheShortestFirst() {
    // The shortest path 0-1-2-3 uses the only two ways out and in.
    IndexedGraph.Builder trap = IndexedGraph.builder(4);
    trap.arc(0, 1);
    trap.arc(1, 2);
    trap.arc(2, 3);
    trap.arc(0, 2);
    trap.arc(1, 3);
    DisjointPaths paths =
        new DisjointPaths(
            trap.build(),
            new double[] {1, 1, 1, 5, 5},
            new int[] {0, 1, 2, 3, 4},
            new BitSet(),
            new BitSet());
    assertThat(paths.vertexDisjoint(new int[] {0}, new int[] {3}, 2))
        .extracting(ArcPath::cost)
        .containsExactly(6.0, 6.0);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    IndexedGraph graph = ReachabilityTest.path(3);
    double[] costs = {1, 1};
    int[] self = {0, 1};
    DisjointPaths paths = new DisjointPaths(graph, costs, self, new BitSet(), new BitSet());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.arcDisjoint(new int[] {0}, new int[] {2}, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.vertexDisjoint(new int[] {0}, new int[] {3}, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DisjointPaths(graph, costs, new int[] {1, 0}, new BitSet(), new BitSet()))
        .withMessageContaining("arc 0");
  }

  private static void check(
      Any any, List<ArcPath> found, BiPredicate<ArcPath, ArcPath> meet, int count) {
    if (any.endsMeet()) {
      assertThat(found).hasSize(1).allMatch(path -> path.length() == 0);
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      ArcPath path = found.get(i);
      assertThat(Arrays.stream(any.from())).contains(path.start());
      assertThat(Arrays.stream(any.to())).contains(path.end());
      assertThat(path.arcs()).allMatch(any::usable);
      for (int j = 0; j < i; j++) {
        assertThat(meet.test(path, found.get(j))).isFalse();
      }
    }
    double[] best = any.best(meet, count);
    assertThat(found).hasSize((int) best[0]);
    assertThat(found.stream().mapToDouble(ArcPath::cost).sum()).isCloseTo(best[1], within(1e-9));
  }

  /** A small random multigraph with two-way stretches, and the slow way to choose paths. */
  private static final class Any {
    final IndexedGraph graph;
    final double[] costs;
    final int[] twins;
    final int[] sources;
    final int[] targets;
    final BitSet barredArcs = new BitSet();
    final BitSet barredVertices = new BitSet();
    final DisjointPaths question;

    Any(long seed) {
      Random random = new Random(seed * 31 + 7);
      int vertices = 1 + random.nextInt(6);
      IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
      List<Integer> opposite = new ArrayList<>();
      List<Double> prices = new ArrayList<>();
      for (int stretch = random.nextInt(9); stretch > 0; stretch--) {
        int a = random.nextInt(vertices);
        int b = random.nextInt(vertices);
        double price = random.nextInt(4);
        int arc = builder.arc(a, b);
        prices.add(price);
        if (random.nextBoolean()) {
          builder.arc(b, a);
          prices.add(price);
          opposite.add(arc + 1);
          opposite.add(arc);
        } else {
          opposite.add(arc);
        }
      }
      graph = builder.build();
      costs = prices.stream().mapToDouble(p -> p).toArray();
      twins = opposite.stream().mapToInt(t -> t).toArray();
      sources = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
      targets = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
      IntStream.range(0, costs.length)
          .filter(a -> random.nextInt(10) == 0)
          .forEach(barredArcs::set);
      IntStream.range(0, vertices)
          .filter(v -> random.nextInt(14) == 0)
          .forEach(barredVertices::set);
      question = new DisjointPaths(graph, costs, twins, barredArcs, barredVertices);
    }

    int[] from() {
      return Arrays.stream(sources).filter(v -> !barredVertices.get(v)).toArray();
    }

    int[] to() {
      return Arrays.stream(targets).filter(v -> !barredVertices.get(v)).toArray();
    }

    boolean endsMeet() {
      return Arrays.stream(from()).anyMatch(s -> Arrays.stream(to()).anyMatch(t -> s == t));
    }

    boolean usable(int arc) {
      return !barredArcs.get(arc)
          && !barredVertices.get(graph.tail(arc))
          && !barredVertices.get(graph.head(arc));
    }

    boolean shareAnArc(ArcPath one, ArcPath other) {
      return one.arcs().anyMatch(a -> other.arcs().anyMatch(b -> a == b || twins[a] == b));
    }

    boolean shareAVertex(ArcPath one, ArcPath other) {
      return shareAnArc(one, other)
          || inner(one).anyMatch(v -> other.vertices(graph).anyMatch(w -> v == w))
          || inner(other).anyMatch(v -> one.vertices(graph).anyMatch(w -> v == w));
    }

    private IntStream inner(ArcPath path) {
      return path.vertices(graph)
          .filter(v -> Arrays.stream(from()).noneMatch(s -> s == v))
          .filter(v -> Arrays.stream(to()).noneMatch(t -> t == v));
    }

    /** How many paths there are at most, up to a number, and what they cost together at least. */
    double[] best(BiPredicate<ArcPath, ArcPath> meet, int count) {
      List<ArcPath> all = new ArrayList<>();
      for (int source : Arrays.stream(from()).distinct().toArray()) {
        follow(source, new ArrayList<>(), all);
      }
      double[] best = {0, 0};
      choose(all, 0, new ArrayList<>(), meet, count, best);
      return best;
    }

    private void choose(
        List<ArcPath> all,
        int next,
        List<ArcPath> chosen,
        BiPredicate<ArcPath, ArcPath> meet,
        int count,
        double[] best) {
      double cost = chosen.stream().mapToDouble(ArcPath::cost).sum();
      if (chosen.size() > best[0] || (chosen.size() == best[0] && cost < best[1])) {
        best[0] = chosen.size();
        best[1] = cost;
      }
      for (int i = next; i < all.size() && chosen.size() < count; i++) {
        ArcPath path = all.get(i);
        if (chosen.stream().noneMatch(other -> meet.test(path, other))) {
          chosen.add(path);
          choose(all, i + 1, chosen, meet, count, best);
          chosen.remove(chosen.size() - 1);
        }
      }
    }

    private void follow(int source, List<Integer> arcs, List<ArcPath> all) {
      int end = arcs.isEmpty() ? source : graph.head(arcs.get(arcs.size() - 1));
      if (!arcs.isEmpty() && Arrays.stream(to()).anyMatch(t -> t == end)) {
        all.add(ArcPath.along(graph, costs, arcs.stream().mapToInt(a -> a).toArray()));
        return;
      }
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        int head = graph.head(arc);
        if (graph.tail(arc) == end
            && usable(arc)
            && head != source
            && Arrays.stream(from()).noneMatch(s -> s == head)
            && arcs.stream().noneMatch(a -> graph.head(a) == head)) {
          arcs.add(arc);
          follow(source, arcs, all);
          arcs.remove(arcs.size() - 1);
        }
      }
    }
  }
}
