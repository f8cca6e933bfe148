package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BridgesTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areWhatPartsANeighbourhoodWhenTakenAway(long seed) {
    RandomGraph any = new RandomGraph(seed);
    int[] twins = twins(any.graph, new Random(seed));
    Bridges bridges = Bridges.of(any.graph, twins, any.barredArcs);
    int before = count(any.graph, any.barredArcs, -1);
    for (int arc = 0; arc < any.graph.arcCount(); arc++) {
      BitSet without = (BitSet) any.barredArcs.clone();
      without.set(arc);
      without.set(twins[arc]);
      boolean parts = !any.barredArcs.get(arc) && count(any.graph, without, -1) > before;
      assertThat(bridges.arcs().get(arc)).as("arc " + arc).isEqualTo(parts);
    }
    for (int vertex = 0; vertex < any.graph.vertexCount(); vertex++) {
      boolean alone = isAlone(any.graph, any.barredArcs, vertex);
      int after = count(any.graph, any.barredArcs, vertex);
      assertThat(bridges.vertices().get(vertex))
          .as("vertex " + vertex)
          .isEqualTo(after > before - (alone ? 1 : 0));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("largerSeeds")
  void agreeWithJGraphTOnLargerNetworks(long seed) {
    Random random = new Random(seed);
    int vertices = 2_000;
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    SimpleGraph<Integer, DefaultEdge> peer = new SimpleGraph<>(DefaultEdge.class);
    for (int v = 0; v < vertices; v++) {
      peer.addVertex(v);
    }
    for (int i = 0; i < 2_200; i++) {
      int a = random.nextInt(vertices);
      int b = Math.min(vertices - 1, a + 1 + random.nextInt(30));
      if (a != b && peer.addEdge(a, b) != null) {
        builder.arc(a, b);
      }
    }
    IndexedGraph graph = builder.build();
    int[] self = new int[graph.arcCount()];
    Arrays.setAll(self, arc -> arc);
    Bridges bridges = Bridges.of(graph, self, new BitSet());
    BiconnectivityInspector<Integer, DefaultEdge> inspector = new BiconnectivityInspector<>(peer);
    Set<String> expected = new TreeSet<>();
    inspector
        .getBridges()
        .forEach(edge -> expected.add(peer.getEdgeSource(edge) + "-" + peer.getEdgeTarget(edge)));
    Set<String> found = new TreeSet<>();
    bridges.arcs().stream().forEach(arc -> found.add(graph.tail(arc) + "-" + graph.head(arc)));
    assertThat(found).isEqualTo(expected);
    assertThat(bridges.vertices().stream().boxed().toList())
        .containsExactlyInAnyOrderElementsOf(inspector.getCutpoints());
  }

  static LongStream largerSeeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void aVeryLongPathNeedsNoStack() {
    IndexedGraph path = ReachabilityTest.path(200_000);
    int[] self = new int[path.arcCount()];
    Arrays.setAll(self, arc -> arc);
    Bridges bridges = Bridges.of(path, self, new BitSet());
    assertThat(bridges.arcs().cardinality()).isEqualTo(199_999);
    assertThat(bridges.vertices().cardinality()).isEqualTo(199_998);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bridges.of(path, new int[1], new BitSet()));
  }

  /** Pairs some opposite arcs. */
  static int[] twins(IndexedGraph graph, Random random) {
    int[] twins = new int[graph.arcCount()];
    Arrays.setAll(twins, arc -> arc);
    for (int a = 0; a < twins.length; a++) {
      for (int b = a + 1; b < twins.length; b++) {
        if (twins[a] == a
            && twins[b] == b
            && graph.tail(a) == graph.head(b)
            && graph.head(a) == graph.tail(b)
            && random.nextBoolean()) {
          twins[a] = b;
          twins[b] = a;
        }
      }
    }
    return twins;
  }

  private static boolean isAlone(IndexedGraph graph, BitSet barred, int vertex) {
    return graph.outArcs(vertex).noneMatch(a -> !barred.get(a) && graph.head(a) != vertex)
        && graph.inArcs(vertex).noneMatch(a -> !barred.get(a) && graph.tail(a) != vertex);
  }

  /** How many weak components there are without a vertex. */
  private static int count(IndexedGraph graph, BitSet barred, int without) {
    int[] mark = new int[graph.vertexCount()];
    Arrays.setAll(mark, v -> v);
    for (int round = 0; round < mark.length; round++) {
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        int a = graph.tail(arc);
        int b = graph.head(arc);
        if (!barred.get(arc) && a != without && b != without) {
          mark[a] = Math.min(mark[a], mark[b]);
          mark[b] = mark[a];
        }
      }
    }
    return (int)
        java.util.stream.IntStream.range(0, mark.length)
            .filter(v -> v != without && mark[v] == v)
            .count();
  }
}
