package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReachabilityTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.araxes.graph.RandomGraph#seeds")
  void agreesWithSpreadingArcByArcUntilNothingChanges(long seed) {
    RandomGraph any = new RandomGraph(seed);
    BitSet expected = new BitSet();
    IntStream.of(any.sources).filter(v -> !any.barredVertices.get(v)).forEach(expected::set);
    for (int round = 0; round < any.graph.vertexCount(); round++) {
      for (int arc = 0; arc < any.graph.arcCount(); arc++) {
        int head = any.graph.head(arc);
        if (expected.get(any.graph.tail(arc))
            && !any.barredArcs.get(arc)
            && !any.barredVertices.get(head)) {
          expected.set(head);
        }
      }
    }
    Reachability reachability = new Reachability(any.graph);
    for (int repeat = 0; repeat < 2; repeat++) {
      assertThat(reachability.from(any.sources, any.barredArcs, any.barredVertices))
          .isEqualTo(expected);
      for (int target = 0; target < any.graph.vertexCount(); target++) {
        int[] targets = {target};
        assertThat(reachability.connects(any.sources, targets, any.barredArcs, any.barredVertices))
            .isEqualTo(expected.get(target));
        BitSet back = reachability.to(targets, any.barredArcs, any.barredVertices);
        assertThat(IntStream.of(any.sources).anyMatch(back::get)).isEqualTo(expected.get(target));
      }
    }
  }

  @Test
  void aVeryLongPathNeedsNoStack() {
    int vertices = 200_000;
    IndexedGraph path = path(vertices);
    Reachability reachability = new Reachability(path);
    assertThat(reachability.from(new int[] {0}, new BitSet(), new BitSet()).cardinality())
        .isEqualTo(vertices);
    assertThat(
            reachability.connects(
                new int[] {vertices - 1}, new int[] {0}, new BitSet(), new BitSet()))
        .isFalse();
  }

  @Test
  void withoutSourcesNothingIsReachedAndStrangersAreRefused() {
    Reachability reachability = new Reachability(path(3));
    assertThat(reachability.from(new int[0], new BitSet(), new BitSet()).isEmpty()).isTrue();
    assertThat(reachability.connects(new int[0], new int[] {1}, new BitSet(), new BitSet()))
        .isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reachability.to(new int[] {3}, new BitSet(), new BitSet()));
  }

  static IndexedGraph path(int vertices) {
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    for (int v = 1; v < vertices; v++) {
      builder.arc(v - 1, v);
    }
    return builder.build();
  }
}
