package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexedGraphTest {
  @Test
  void parallelArcsAndLoopsStayApartInOrderOfArc() {
    IndexedGraph.Builder builder = IndexedGraph.builder(3);
    assertThat(builder.arc(0, 1)).isZero();
    assertThat(builder.arc(1, 1)).isEqualTo(1);
    assertThat(builder.arc(0, 1)).isEqualTo(2);
    assertThat(builder.arc(2, 0)).isEqualTo(3);
    IndexedGraph graph = builder.build();
    assertThat(graph.outArcs(0)).containsExactly(0, 2);
    assertThat(graph.outArcs(1)).containsExactly(1);
    assertThat(graph.inArcs(1)).containsExactly(0, 1, 2);
    assertThat(graph.inArcs(2)).isEmpty();
    assertThat(graph.tail(3)).isEqualTo(2);
    assertThat(graph.head(3)).isZero();
    assertThat(graph).hasToString("3 vertices, 4 arcs");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoWayOrNotTheRowsAreThoseOfTheArcs(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(6);
    List<int[]> arcs = new ArrayList<>();
    for (int edge = random.nextInt(10); edge > 0; edge--) {
      int tail = random.nextInt(n);
      int head = random.nextInt(n);
      arcs.add(new int[] {tail, head});
      arcs.add(new int[] {head, tail});
    }
    boolean twoWay = random.nextBoolean();
    if (!twoWay) {
      arcs.add(random.nextInt(arcs.size() + 1), new int[] {0, n - 1});
    }
    IndexedGraph.Builder builder = IndexedGraph.builder(n);
    arcs.forEach(ends -> builder.arc(ends[0], ends[1]));
    IndexedGraph graph = builder.build();
    assertThat(graph.isTwoWay()).as("seed " + seed).isEqualTo(twoWay);
    assertThat(graph.arcCount()).isEqualTo(arcs.size());
    for (int arc = 0; arc < arcs.size(); arc++) {
      assertThat(new int[] {graph.tail(arc), graph.head(arc)})
          .as("seed " + seed + ", arc " + arc)
          .isEqualTo(arcs.get(arc));
    }
    for (int end = 0; end < n; end++) {
      int vertex = end;
      int[] out =
          IntStream.range(0, arcs.size()).filter(arc -> arcs.get(arc)[0] == vertex).toArray();
      int[] in =
          IntStream.range(0, arcs.size()).filter(arc -> arcs.get(arc)[1] == vertex).toArray();
      assertThat(graph.outArcs(vertex).toArray()).as("seed " + seed).isEqualTo(out);
      assertThat(graph.inArcs(vertex).toArray()).as("seed " + seed).isEqualTo(in);
      assertThat(graph.outEnd(vertex) - graph.outBegin(vertex)).isEqualTo(out.length);
      assertThat(graph.inEnd(vertex) - graph.inBegin(vertex)).isEqualTo(in.length);
    }
    assertThatThrownBy(() -> graph.tail(arcs.size())).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> graph.tail(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @Test
  void aBuiltGraphDoesNotChangeWhenItsBuilderGoesOn() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    IndexedGraph before = builder.build();
    for (int i = 0; i < 100; i++) {
      builder.arc(0, 1);
    }
    assertThat(before.arcCount()).isZero();
    assertThat(builder.build().outArcs(0)).hasSize(100);
  }

  @Test
  void numbersThatAreNoVertexAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> IndexedGraph.builder(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndexedGraph.builder(2).arc(0, 2))
        .withMessageContaining("no vertex 2 among 2")
        .withMessageContaining("Maybe");
    assertThatIllegalArgumentException().isThrownBy(() -> IndexedGraph.builder(2).arc(-1, 0));
    assertThat(IndexedGraph.builder(0).build().vertexCount()).isZero();
  }
}
