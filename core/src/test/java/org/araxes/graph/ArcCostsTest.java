package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArcCostsTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsReadIsWhatWasGivenToTheLastBit(long seed) {
    Random random = new Random(seed);
    IndexedGraph graph = pairs(random.nextInt(8), random.nextInt(3) == 0);
    boolean alike = random.nextBoolean();
    boolean whole = random.nextBoolean();
    double[] costs = new double[graph.arcCount()];
    for (int arc = 0; arc < costs.length; arc++) {
      double cost = random.nextDouble() * 100;
      costs[arc] = alike && arc % 2 == 1 ? costs[arc - 1] : whole ? Math.floor(cost) : cost;
    }
    if (costs.length > 0 && random.nextInt(4) == 0) {
      costs[random.nextInt(costs.length)] = random.nextBoolean() ? Double.MAX_VALUE : 1e-300;
    }
    ArcCosts kept = ArcCosts.of(graph, costs);
    assertThat(kept.arcCount()).isEqualTo(costs.length);
    assertThat(IntStream.range(0, costs.length).mapToDouble(kept::of).toArray())
        .as("seed " + seed)
        .isEqualTo(costs);
    assertThatThrownBy(() -> kept.of(costs.length)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> kept.of(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @Test
  void laterChangesOfTheArrayDoNotMatter() {
    double[] costs = {3};
    ArcCosts kept = ArcCosts.of(ReachabilityTest.path(2), costs);
    costs[0] = 4;
    assertThat(kept.of(0)).isEqualTo(3);
  }

  @ParameterizedTest(name = "cost {0}")
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void costsThatAreNoneAreRefused(double cost) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArcCosts.of(ReachabilityTest.path(2), new double[] {cost}))
        .withMessageContaining("arc 0");
  }

  @Test
  void aCostForEveryArcIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArcCosts.of(ReachabilityTest.path(2), new double[2]));
  }

  private static IndexedGraph pairs(int edges, boolean oneMore) {
    IndexedGraph.Builder builder = IndexedGraph.builder(3);
    for (int edge = 0; edge < edges; edge++) {
      builder.arc(edge % 3, edge % 2);
      builder.arc(edge % 2, edge % 3);
    }
    if (oneMore) {
      builder.arc(0, 1);
    }
    return builder.build();
  }
}
