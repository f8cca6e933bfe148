package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaximumFlowTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsTheLeastOfAllCutsAndCertifiesItself(long seed) {
    Any any = new Any(seed);
    MaximumFlow flow = new MaximumFlow(any.graph);
    long value = flow.between(any.sources, any.targets, any.capacities);
    assertThat(value).isEqualTo(leastOfAllCuts(any));
    certify(any, flow, value);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void goesOnAfterAChangeAsIfAskedAnew(long seed) {
    Any any = new Any(seed);
    Random random = new Random(seed);
    MaximumFlow flow = new MaximumFlow(any.graph);
    flow.between(any.sources, any.targets, any.capacities);
    for (int round = 0; round < 4 && any.capacities.length > 0; round++) {
      int[] arcs =
          IntStream.range(0, any.capacities.length).filter(a -> random.nextInt(3) == 0).toArray();
      long[] changed = new long[arcs.length];
      for (int i = 0; i < arcs.length; i++) {
        changed[i] = random.nextInt(6);
        any.capacities[arcs[i]] = changed[i];
      }
      long value = flow.change(arcs, changed);
      assertThat(value).as("round " + round).isEqualTo(leastOfAllCuts(any));
      certify(any, flow, value);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("largerSeeds")
  void agreesWithJGraphTOnLargerNetworksColdAndWarm(long seed) {
    Random random = new Random(seed);
    int side = 20 + random.nextInt(30);
    IndexedGraph graph = lattice(side, random);
    int[] left = IntStream.range(0, side).map(row -> row * side).toArray();
    int[] right = IntStream.range(0, side).map(row -> row * side + side - 1).toArray();
    int most = random.nextBoolean() ? 1 : 20;
    long[] capacities = random.longs(graph.arcCount(), 1, most + 1).toArray();
    MaximumFlow flow = new MaximumFlow(graph);
    long cold = flow.between(left, right, capacities);
    assertThat((double) cold).isEqualTo(byJGraphT(graph, left, right, capacities));
    for (int round = 0; round < 3; round++) {
      int arc = random.nextInt(graph.arcCount());
      capacities[arc] = random.nextInt(3) * 10L;
      long warm = flow.change(new int[] {arc}, new long[] {capacities[arc]});
      assertThat(warm).isEqualTo(new MaximumFlow(graph).between(left, right, capacities));
    }
    certify(new Any(graph, left, right, capacities), flow, flow.value());
  }

  static LongStream largerSeeds() {
    return LongStream.range(0, 40);
  }

  @Test
  void aWayWithoutLimitHasNoLimitUntilItGetsOne() {
    IndexedGraph graph = ReachabilityTest.path(3);
    MaximumFlow flow = new MaximumFlow(graph);
    int[] from = {0};
    int[] to = {2};
    long[] free = {MaximumFlow.UNLIMITED, Long.MAX_VALUE};
    assertThat(flow.between(from, to, free)).isEqualTo(MaximumFlow.UNLIMITED);
    assertThat(flow.change(new int[] {1}, new long[] {7})).isEqualTo(7);
    assertThat(flow.change(new int[] {0}, new long[] {0})).isZero();
    assertThat(flow.between(from, from, new long[2])).isEqualTo(MaximumFlow.UNLIMITED);
  }

  @Test
  void aVeryLongPathNeedsNoStack() {
    int vertices = 100_000;
    IndexedGraph graph = ReachabilityTest.path(vertices);
    long[] ones = new long[vertices - 1];
    Arrays.fill(ones, 1);
    assertThat(new MaximumFlow(graph).between(new int[] {0}, new int[] {vertices - 1}, ones))
        .isEqualTo(1);
  }

  @Test
  void whatCannotBeAFlowIsRefused() {
    MaximumFlow flow = new MaximumFlow(ReachabilityTest.path(3));
    int[] from = {0};
    int[] to = {2};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(from, to, new long[] {1, -1}))
        .withMessageContaining("arc 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(from, to, new long[] {1}))
        .withMessageContaining("2 arcs but 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(from, new int[] {3}, new long[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                flow.between(
                    from, to, new long[] {MaximumFlow.UNLIMITED - 1, MaximumFlow.UNLIMITED - 1}))
        .withMessageContaining("larger unit");
    assertThatIllegalStateException().isThrownBy(() -> flow.change(new int[] {0}, new long[] {1}));
  }

  private static void certify(Any any, MaximumFlow flow, long value) {
    if (value == MaximumFlow.UNLIMITED) {
      return;
    }
    long[] carried = flow.flow();
    long[] gains = new long[any.graph.vertexCount()];
    for (int arc = 0; arc < carried.length; arc++) {
      assertThat(carried[arc]).isBetween(0L, any.capacities[arc]);
      gains[any.graph.head(arc)] += carried[arc];
      gains[any.graph.tail(arc)] -= carried[arc];
    }
    BitSet from = set(any.sources);
    BitSet to = set(any.targets);
    long arrived = 0;
    for (int vertex = 0; vertex < gains.length; vertex++) {
      if (to.get(vertex)) {
        arrived += gains[vertex];
      } else if (!from.get(vertex)) {
        assertThat(gains[vertex]).as("vertex " + vertex).isZero();
      }
    }
    assertThat(arrived).isEqualTo(value);
    BitSet near = flow.sourceSide();
    BitSet beyond = flow.targetSide();
    beyond.flip(0, any.graph.vertexCount());
    assertThat(cut(any, near)).isEqualTo(value);
    assertThat(cut(any, beyond)).isEqualTo(value);
  }

  private static BitSet set(int[] vertices) {
    BitSet set = new BitSet();
    IntStream.of(vertices).forEach(set::set);
    return set;
  }

  private static long cut(Any any, BitSet side) {
    long capacity = 0;
    for (int arc = 0; arc < any.graph.arcCount(); arc++) {
      if (side.get(any.graph.tail(arc)) && !side.get(any.graph.head(arc))) {
        capacity += any.capacities[arc];
      }
    }
    return capacity;
  }

  /** Every set of vertices with all sources and no target is one side of a cut. */
  private static long leastOfAllCuts(Any any) {
    BitSet from = set(any.sources);
    BitSet to = set(any.targets);
    if (from.intersects(to)) {
      return MaximumFlow.UNLIMITED;
    }
    long least = Long.MAX_VALUE;
    for (long sides = 0; sides < 1L << any.graph.vertexCount(); sides++) {
      BitSet side = BitSet.valueOf(new long[] {sides});
      BitSet missing = (BitSet) from.clone();
      missing.andNot(side);
      if (missing.isEmpty() && !side.intersects(to)) {
        least = Math.min(least, cut(any, side));
      }
    }
    return least;
  }

  private static double byJGraphT(IndexedGraph graph, int[] from, int[] to, long[] capacities) {
    DirectedWeightedMultigraph<Integer, DefaultWeightedEdge> peer =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    IntStream.range(-2, graph.vertexCount()).forEach(peer::addVertex);
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      peer.setEdgeWeight(peer.addEdge(graph.tail(arc), graph.head(arc)), capacities[arc]);
    }
    for (int vertex : from) {
      peer.setEdgeWeight(peer.addEdge(-2, vertex), 1e9);
    }
    for (int vertex : to) {
      peer.setEdgeWeight(peer.addEdge(vertex, -1), 1e9);
    }
    return new PushRelabelMFImpl<>(peer).calculateMaximumFlow(-2, -1);
  }

  private static IndexedGraph lattice(int side, Random random) {
    IndexedGraph.Builder builder = IndexedGraph.builder(side * side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int here = row * side + column;
        if (column + 1 < side && random.nextInt(100) < 70) {
          join(builder, here, here + 1, random);
        }
        if (row + 1 < side && random.nextInt(100) < 70) {
          join(builder, here, here + side, random);
        }
      }
    }
    return builder.build();
  }

  private static void join(IndexedGraph.Builder builder, int a, int b, Random random) {
    int kind = random.nextInt(5);
    if (kind != 0) {
      builder.arc(a, b);
    }
    if (kind != 1) {
      builder.arc(b, a);
    }
  }

  /** A question: on a small random multigraph, or as given. */
  private static final class Any {
    final IndexedGraph graph;
    final int[] sources;
    final int[] targets;
    final long[] capacities;

    Any(IndexedGraph graph, int[] sources, int[] targets, long[] capacities) {
      this.graph = graph;
      this.sources = sources;
      this.targets = targets;
      this.capacities = capacities;
    }

    Any(long seed) {
      RandomGraph small = new RandomGraph(seed);
      Random random = new Random(seed);
      graph = small.graph;
      sources = small.sources;
      targets = small.targets;
      capacities = random.longs(graph.arcCount(), 0, 6).toArray();
    }
  }
}
