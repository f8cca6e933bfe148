package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
