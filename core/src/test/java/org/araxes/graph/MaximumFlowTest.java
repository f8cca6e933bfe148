package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaximumFlowTest {
  /** More than all limited arcs of a small network together. */
  private static final long SHARE_OF_UNLIMITED = 1_000_000;

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsTheLeastOfAllCutsAndCertifiesItself(long seed) {
    Any any = new Any(seed);
    MaximumFlow flow = patient(any.graph, seed);
    long value = flow.between(any.sources, any.targets, any.capacities);
    assertThat(value).isEqualTo(Cuts.of(any).least);
    certify(any, flow, value);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsMergedTheCutsAreThoseOfTheNetworkAsGiven(long seed) {
    Any any = mixed(new Random(seed));
    MaximumFlow flow = patient(any.graph, seed / 2);
    long value = flow.between(any.sources, any.targets, any.capacities);
    Cuts cuts = Cuts.of(any);
    assertThat(value).isEqualTo(cuts.least);
    if (value < MaximumFlow.UNLIMITED) {
      assertThat(flow.targetSide()).isEqualTo(cuts.far);
      assertThat(flow.sourceSide()).isEqualTo(cuts.near);
      assertThat((double) value)
          .isEqualTo(byJGraphT(any.graph, any.sources, any.targets, any.capacities));
      assertThat(value).isEqualTo(byShortestWays(any));
    }
    certify(any, flow, value);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changesOneAfterTheOtherKeepTheNearestCuts(long seed) {
    Random random = new Random(seed);
    Any any = mixed(random);
    MaximumFlow flow = patient(any.graph, seed / 2);
    flow.between(any.sources, any.targets, any.capacities);
    for (int round = 0; round < 6 && any.capacities.length > 0; round++) {
      int arc = random.nextInt(any.capacities.length);
      any.capacities[arc] = capacity(random);
      long value = flow.change(new int[] {arc}, new long[] {any.capacities[arc]});
      Cuts cuts = Cuts.of(any);
      assertThat(value).as("round " + round).isEqualTo(cuts.least);
      if (value < MaximumFlow.UNLIMITED) {
        assertThat(flow.sourceSide()).as("round " + round).isEqualTo(cuts.near);
        assertThat(flow.targetSide()).as("round " + round).isEqualTo(cuts.far);
      }
      certify(any, flow, value);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void goesOnAfterAChangeAsIfAskedAnew(long seed) {
    Any any = new Any(seed);
    Random random = new Random(seed);
    MaximumFlow flow = patient(any.graph, seed);
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
      assertThat(value).as("round " + round).isEqualTo(Cuts.of(any).least);
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
    if (random.nextBoolean()) {
      alikeBothWays(graph, capacities);
    }
    MaximumFlow flow = new MaximumFlow(graph);
    long cold = flow.between(left, right, capacities);
    assertThat((double) cold).isEqualTo(byJGraphT(graph, left, right, capacities));
    certify(new Any(graph, left, right, capacities), flow, cold);
    for (int round = 0; round < 3; round++) {
      int arc = random.nextInt(graph.arcCount());
      capacities[arc] = random.nextInt(3) * 10L;
      long warm = flow.change(new int[] {arc}, new long[] {capacities[arc]});
      assertThat(warm).isEqualTo(new MaximumFlow(graph).between(left, right, capacities));
    }
    certify(new Any(graph, left, right, capacities), flow, flow.value());
  }

  private static void alikeBothWays(IndexedGraph graph, long[] capacities) {
    for (int arc = 1; arc < capacities.length; arc++) {
      if (graph.head(arc) == graph.tail(arc - 1) && graph.tail(arc) == graph.head(arc - 1)) {
        capacities[arc] = capacities[arc - 1];
      }
    }
  }

  static LongStream largerSeeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("largerSeeds")
  void treesChainsAndHubsAgreeWithJGraphTColdAndWarm(long seed) {
    Random random = new Random(seed);
    int vertices = 400 + random.nextInt(800);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    for (int vertex = 1; vertex < vertices; vertex++) { // a tree of chains, with some hubs
      int kind = random.nextInt(10);
      int other =
          kind < 6
              ? vertex - 1
              : kind < 8 ? random.nextInt(Math.min(3, vertex)) : random.nextInt(vertex);
      join(builder, vertex, other, random);
      if (random.nextInt(3) == 0) {
        join(builder, vertex, random.nextInt(vertices), random);
      }
    }
    IndexedGraph graph = builder.build();
    long[] capacities = random.longs(graph.arcCount(), 0, 1 + random.nextInt(30)).toArray();
    int[] from = random.ints(1 + random.nextInt(4), 0, vertices / 2).toArray();
    int[] to = random.ints(1 + random.nextInt(4), vertices / 2, vertices).toArray();
    if (random.nextBoolean()) {
      alikeBothWays(graph, capacities);
    }
    Any any = new Any(graph, from, to, capacities);
    MaximumFlow flow = patient(graph, seed);
    long value = flow.between(from, to, capacities);
    assertThat((double) value).isEqualTo(byJGraphT(graph, from, to, capacities));
    certify(any, flow, value);
    for (int round = 0; round < 20; round++) {
      long[] carried = flow.flow();
      int[] used = IntStream.range(0, carried.length).filter(a -> carried[a] > 0).toArray();
      int arc =
          used.length > 0 && random.nextBoolean()
              ? used[random.nextInt(used.length)]
              : random.nextInt(capacities.length);
      capacities[arc] = random.nextInt(40);
      value = flow.change(new int[] {arc}, new long[] {capacities[arc]});
      assertThat((double) value)
          .as("round " + round)
          .isEqualTo(byJGraphT(graph, from, to, capacities));
      certify(any, flow, value);
    }
  }

  @Test
  void capacitiesWhoseSumsCouldOverflowAreCountedAllTheSame() {
    IndexedGraph.Builder builder = IndexedGraph.builder(40);
    for (int vertex = 1; vertex < 39; vertex++) {
      builder.arc(0, vertex);
      builder.arc(vertex, vertex % 38 + 1);
      builder.arc(vertex, 39);
    }
    IndexedGraph graph = builder.build();
    long[] capacities = new long[graph.arcCount()];
    Arrays.fill(capacities, MaximumFlow.UNLIMITED);
    long most = MaximumFlow.UNLIMITED / 38;
    IntStream.range(0, 38).forEach(i -> capacities[3 * i + 2] = most);
    Any any = new Any(graph, new int[] {0}, new int[] {39}, capacities);
    MaximumFlow flow = new MaximumFlow(graph);
    assertThat(flow.between(any.sources, any.targets, capacities)).isEqualTo(38 * most);
    certify(any, flow, flow.value());
    capacities[2] = 0;
    assertThat(flow.change(new int[] {2}, new long[1])).isEqualTo(37 * most);
    certify(any, flow, flow.value());
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

  static LongStream blockSeeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("blockSeeds")
  void blocksThatHangAreLeftOutAndTheirVerticesComeBackOnTheirSides(long seed) {
    Random random = new Random(seed);
    IndexedGraph.Builder builder = IndexedGraph.builder(60);
    List<Long> given = new ArrayList<>();
    boolean areAlike = random.nextBoolean();
    int there = 1;
    while (there < 50) { // blocks of four to seven, each at a vertex of those before
      int size = 3 + random.nextInt(4);
      int[] block = new int[size + 1];
      block[0] = random.nextInt(there);
      for (int i = 1; i <= size; i++) {
        block[i] = there++;
      }
      for (int i = 0; i <= size; i++) {
        for (int j = 0; j < i; j++) {
          if (random.nextInt(8) > 0) {
            long capacity = 1 + random.nextInt(3);
            builder.arc(block[i], block[j]);
            builder.arc(block[j], block[i]);
            given.add(capacity);
            given.add(areAlike || random.nextInt(4) > 0 ? capacity : random.nextInt(3));
          }
        }
      }
    }
    IndexedGraph graph = builder.build();
    long[] capacities = given.stream().mapToLong(capacity -> capacity).toArray();
    int[] from = random.ints(1 + random.nextInt(2), 0, there).toArray();
    int[] to = random.ints(1 + random.nextInt(2), 0, there).toArray();
    MaximumFlow reduced = new MaximumFlow(graph, 0);
    MaximumFlow plain = new MaximumFlow(graph, 1_000_000); // by shortest ways alone
    long value = reduced.between(from, to, capacities);
    assertThat(value).isEqualTo(plain.between(from, to, capacities));
    if (value < MaximumFlow.UNLIMITED) {
      assertThat(reduced.sourceSide()).isEqualTo(plain.sourceSide());
      assertThat(reduced.targetSide()).isEqualTo(plain.targetSide());
      certify(new Any(graph, from, to, capacities), reduced, value);
    }
  }

  /** One that reduces at once, after a search or two, or as it does for others. */
  private static MaximumFlow patient(IndexedGraph graph, long seed) {
    int patience = (int) (seed % 3);
    return patience == 2 ? new MaximumFlow(graph) : new MaximumFlow(graph, patience);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("largerSeeds")
  void oneWorkspaceAnswersManyQuestionsAsNewOnesWould(long seed) {
    Random random = new Random(seed);
    IndexedGraph graph = lattice(5 + random.nextInt(15), random);
    MaximumFlow flow = patient(graph, seed);
    for (int round = 0; round < 20; round++) {
      long[] capacities = random.longs(graph.arcCount(), 0, 9).toArray();
      int[] from = random.ints(1 + random.nextInt(9), 0, graph.vertexCount() / 2).toArray();
      int[] to =
          random
              .ints(1 + random.nextInt(9), graph.vertexCount() / 2, graph.vertexCount())
              .toArray();
      Any any = new Any(graph, from, to, capacities);
      long value = flow.between(from, to, capacities);
      assertThat(value)
          .as("round " + round)
          .isEqualTo(new MaximumFlow(graph, 0).between(from, to, capacities));
      certify(any, flow, value);
      int arc = random.nextInt(capacities.length);
      capacities[arc] = random.nextInt(20);
      value = flow.change(new int[] {arc}, new long[] {capacities[arc]});
      assertThat(value)
          .as("round " + round)
          .isEqualTo(new MaximumFlow(graph, 0).between(from, to, capacities));
      certify(any, flow, value);
    }
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
        if (any.capacities[arc] >= MaximumFlow.UNLIMITED) {
          return MaximumFlow.UNLIMITED;
        }
        capacity += any.capacities[arc];
      }
    }
    return capacity;
  }

  /** The least capacity, and the smallest sides, of all cuts there are. */
  private static final class Cuts {
    long least = Long.MAX_VALUE;
    BitSet near = new BitSet();
    BitSet far = new BitSet();

    /** Every set of vertices with all sources and no target is one side of a cut. */
    static Cuts of(Any any) {
      BitSet from = set(any.sources);
      BitSet to = set(any.targets);
      Cuts cuts = new Cuts();
      if (from.intersects(to)) {
        cuts.least = MaximumFlow.UNLIMITED;
        return cuts;
      }
      int vertices = any.graph.vertexCount();
      for (long sides = 0; sides < 1L << vertices; sides++) {
        BitSet side = BitSet.valueOf(new long[] {sides});
        BitSet missing = (BitSet) from.clone();
        missing.andNot(side);
        if (missing.isEmpty() && !side.intersects(to)) {
          cuts.add(cut(any, side), side, vertices);
        }
      }
      return cuts;
    }

    private void add(long capacity, BitSet side, int vertices) {
      BitSet others = (BitSet) side.clone();
      others.flip(0, vertices);
      if (capacity < least) {
        least = capacity;
        near = side;
        far = others;
      } else if (capacity == least) { // where two least cuts cross, their meet is one too
        near.and(side);
        far.and(others);
      }
    }
  }

  /** The greatest flow by one shortest way after the other in a table of all pairs. */
  private static long byShortestWays(Any any) {
    int vertices = any.graph.vertexCount();
    long[][] room = new long[vertices][vertices];
    for (int arc = 0; arc < any.capacities.length; arc++) {
      room[any.graph.tail(arc)][any.graph.head(arc)] +=
          Math.min(any.capacities[arc], SHARE_OF_UNLIMITED);
    }
    long value = 0;
    while (true) {
      int[] before = new int[vertices];
      Arrays.fill(before, -1);
      IntStream.of(any.sources).forEach(vertex -> before[vertex] = vertex);
      List<Integer> found = new ArrayList<>();
      IntStream.of(any.sources).distinct().forEach(found::add);
      for (int i = 0; i < found.size(); i++) {
        for (int other = 0; other < vertices; other++) {
          if (before[other] < 0 && room[found.get(i)][other] > 0) {
            before[other] = found.get(i);
            found.add(other);
          }
        }
      }
      int end = IntStream.of(any.targets).filter(t -> before[t] >= 0).findFirst().orElse(-1);
      if (end < 0) {
        return value;
      }
      long least = Long.MAX_VALUE;
      for (int v = end; before[v] != v; v = before[v]) {
        least = Math.min(least, room[before[v]][v]);
      }
      for (int v = end; before[v] != v; v = before[v]) {
        room[before[v]][v] -= least;
        room[v][before[v]] += least;
      }
      value += least;
    }
  }

  private static double byJGraphT(IndexedGraph graph, int[] from, int[] to, long[] capacities) {
    DirectedWeightedMultigraph<Integer, DefaultWeightedEdge> peer =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    IntStream.range(-2, graph.vertexCount()).forEach(peer::addVertex);
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (graph.tail(arc) != graph.head(arc)) {
        peer.setEdgeWeight(
            peer.addEdge(graph.tail(arc), graph.head(arc)),
            (double) Math.min(capacities[arc], SHARE_OF_UNLIMITED));
      }
    }
    for (int vertex : from) {
      peer.setEdgeWeight(peer.addEdge(-2, vertex), 1e9);
    }
    for (int vertex : to) {
      peer.setEdgeWeight(peer.addEdge(vertex, -1), 1e9);
    }
    return new EdmondsKarpMFImpl<>(peer).calculateMaximumFlow(-2, -1);
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

  /** A small network of one-way and two-way edges, the same or not in both directions. */
  private static Any mixed(Random random) {
    int vertices = 2 + random.nextInt(8);
    int edges = random.nextInt(3 * vertices);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    long[] capacities = new long[2 * edges];
    boolean areAlikeBothWays = random.nextBoolean();
    int arcs = 0;
    for (int edge = 0; edge < edges; edge++) {
      int a = random.nextInt(vertices);
      int b = random.nextInt(4) > 0 ? Math.min(a + 1, vertices - 1) : random.nextInt(vertices);
      builder.arc(a, b);
      capacities[arcs++] = capacity(random);
      int kind = areAlikeBothWays ? 2 : random.nextInt(3);
      if (kind > 0) {
        builder.arc(b, a);
        capacities[arcs] = kind == 1 ? capacity(random) : capacities[arcs - 1];
        arcs++;
      }
    }
    return new Any(
        builder.build(),
        random.ints(1 + random.nextInt(2), 0, vertices).toArray(),
        random.ints(1 + random.nextInt(2), 0, vertices).toArray(),
        Arrays.copyOf(capacities, arcs));
  }

  private static long capacity(Random random) {
    int kind = random.nextInt(20);
    return kind == 0
        ? MaximumFlow.UNLIMITED
        : kind < 3 ? 0 : kind < 8 ? 1 : 1 + random.nextInt(kind < 14 ? 4 : 50);
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
