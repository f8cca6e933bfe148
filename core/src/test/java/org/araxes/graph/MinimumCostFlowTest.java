package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinimumCostFlowTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noFlowOfTheSameAmountIsCheaper(long seed) {
    Random random = new Random(seed * 31 + 7);
    int vertices = 1 + random.nextInt(5);
    int arcs = random.nextInt(8);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    for (int i = 0; i < arcs; i++) {
      builder.arc(random.nextInt(vertices), random.nextInt(vertices));
    }
    IndexedGraph graph = builder.build();
    long[] capacities = random.longs(arcs, 0, 3).toArray();
    double[] costs = random.ints(arcs, 0, 5).asDoubleStream().toArray();
    int[] sources = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
    int[] targets = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
    long wanted = random.nextInt(5);
    MinimumCostFlow flow = new MinimumCostFlow(graph);
    long amount = flow.between(sources, targets, capacities, costs, wanted);
    boolean meet = IntStream.of(sources).anyMatch(s -> IntStream.of(targets).anyMatch(t -> t == s));
    if (meet) {
      assertThat(amount).isEqualTo(wanted);
      assertThat(Arrays.stream(flow.flow()).sum()).isZero();
      return;
    }
    double[] best = {-1, Double.POSITIVE_INFINITY};
    everyFlow(graph, sources, targets, capacities, costs, wanted, new long[arcs], 0, best);
    assertThat((double) amount).isEqualTo(best[0]);
    assertThat(cost(flow.flow(), costs)).isCloseTo(best[1], within(1e-9));
    assertThat(carried(graph, sources, targets, flow.flow())).isEqualTo(amount);
  }

  private static double cost(long[] flow, double[] costs) {
    return IntStream.range(0, flow.length).mapToDouble(arc -> flow[arc] * costs[arc]).sum();
  }

  /** What leaves the sources net; -1 where some vertex between does not hold the balance. */
  private static long carried(IndexedGraph graph, int[] sources, int[] targets, long[] flow) {
    long[] net = new long[graph.vertexCount()];
    for (int arc = 0; arc < flow.length; arc++) {
      net[graph.tail(arc)] += flow[arc];
      net[graph.head(arc)] -= flow[arc];
    }
    long sum = 0;
    for (int vertex = 0; vertex < net.length; vertex++) {
      int here = vertex;
      boolean source = IntStream.of(sources).anyMatch(s -> s == here);
      boolean target = IntStream.of(targets).anyMatch(t -> t == here);
      if (source ? net[here] < 0 : target ? net[here] > 0 : net[here] != 0) {
        return -1;
      }
      sum += source ? net[here] : 0;
    }
    return sum;
  }

  private static void everyFlow(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      long[] capacities,
      double[] costs,
      long wanted,
      long[] flow,
      int arc,
      double[] best) {
    if (arc == flow.length) {
      long amount = carried(graph, sources, targets, flow);
      double cost = cost(flow, costs);
      if (amount >= 0
          && amount <= wanted
          && (amount > best[0] || (amount == best[0] && cost < best[1]))) {
        best[0] = amount;
        best[1] = cost;
      }
      return;
    }
    for (long value = 0; value <= capacities[arc]; value++) {
      flow[arc] = value;
      everyFlow(graph, sources, targets, capacities, costs, wanted, flow, arc + 1, best);
    }
    flow[arc] = 0;
  }

  static LongStream largerSeeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("largerSeeds")
  void agreesWithJGraphTOnLargerNetworks(long seed) {
    Random random = new Random(seed);
    int vertices = 60 + random.nextInt(60);
    int arcs = 5 * vertices;
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    DirectedWeightedMultigraph<Integer, DefaultWeightedEdge> peer =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    IntStream.range(0, vertices).forEach(peer::addVertex);
    long[] capacities = new long[arcs];
    double[] costs = new double[arcs];
    java.util.Map<DefaultWeightedEdge, Integer> arcOf = new java.util.HashMap<>();
    for (int arc = 0; arc < arcs; arc++) {
      int tail = random.nextInt(vertices);
      int head = (tail + 1 + random.nextInt(vertices - 1)) % vertices;
      builder.arc(tail, head);
      capacities[arc] = 1 + random.nextInt(20);
      costs[arc] = random.nextInt(50);
      DefaultWeightedEdge edge = peer.addEdge(tail, head);
      peer.setEdgeWeight(edge, costs[arc]);
      arcOf.put(edge, arc);
    }
    IndexedGraph graph = builder.build();
    int[] source = {0};
    int[] target = {vertices - 1};
    long most = new MaximumFlow(graph).between(source, target, capacities);
    long wanted = Math.max(1, most * (1 + random.nextInt(4)) / 4);
    MinimumCostFlow flow = new MinimumCostFlow(graph);
    assertThat(flow.between(source, target, capacities, costs, wanted)).isEqualTo(wanted);
    double theirs =
        new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
            .getMinimumCostFlow(
                new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                    peer,
                    v -> v == 0 ? (int) wanted : v == vertices - 1 ? (int) -wanted : 0,
                    e -> (int) capacities[arcOf.getOrDefault(e, 0)],
                    e -> 0))
            .getCost();
    assertThat(cost(flow.flow(), costs)).isCloseTo(theirs, within(1e-6));
    assertThat(flow.between(source, target, capacities, costs, most + 5)).isEqualTo(most);
  }

  @Test
  void whatIsEndedEarlyIsTheCheapestFlowOfLess() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    builder.arc(0, 1);
    builder.arc(0, 1);
    MinimumCostFlow flow = new MinimumCostFlow(builder.build());
    int[] ways = new int[1];
    long carried =
        flow.between(
            new int[] {0},
            new int[] {1},
            new long[] {4, 3},
            new double[] {2, 1},
            9,
            () -> ++ways[0] < 2);

    assertThat(carried).isEqualTo(3);
    assertThat(flow.flow()).containsExactly(0, 3);
    assertThat(flow.isComplete()).isFalse();
    flow.between(new int[] {0}, new int[] {1}, new long[] {4, 3}, new double[] {2, 1}, 9);
    assertThat(flow.isComplete()).isTrue();
  }

  @Test
  void rejectsWhatIsNotAsSaid() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    builder.arc(0, 1);
    MinimumCostFlow flow = new MinimumCostFlow(builder.build());
    int[] a = {0};
    int[] b = {1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(a, b, new long[] {-1}, new double[1], 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(a, b, new long[2], new double[1], 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(a, b, new long[1], new double[] {Double.NaN}, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(a, b, new long[1], new double[1], -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.between(a, new int[] {2}, new long[1], new double[1], 1));
    assertThat(flow.between(a, b, new long[] {5}, new double[] {2}, 0)).isZero();
    assertThat(Arrays.stream(flow.flow()).sum()).isZero();
  }
}
