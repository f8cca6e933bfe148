package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MandatoryLabelsTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTakingEachLabelAway(long seed) {
    RandomGraph any = new RandomGraph(seed);
    Random random = new Random(seed);
    int count = 1 + random.nextInt(12);
    boolean own = random.nextBoolean();
    int[][] labels = new int[any.graph.arcCount()][];
    for (int arc = 0; arc < labels.length; arc++) {
      labels[arc] = own ? new int[] {arc} : random.ints(random.nextInt(3), 0, count).toArray();
    }
    Reachability reachability = new Reachability(any.graph);
    BitSet none = new BitSet();
    TreeSet<Integer> expected = new TreeSet<>();
    if (reachability.connects(any.sources, any.targets, any.barredArcs, none)) {
      for (int label = 0; label < Math.max(count, labels.length); label++) {
        BitSet without = (BitSet) any.barredArcs.clone();
        for (int arc = 0; arc < labels.length; arc++) {
          int wanted = label;
          if (Arrays.stream(labels[arc]).anyMatch(l -> l == wanted)) {
            without.set(arc);
          }
        }
        if (!reachability.connects(any.sources, any.targets, without, none)) {
          expected.add(label);
        }
      }
    }
    List<Integer> found =
        MandatoryLabels.between(any.graph, any.sources, any.targets, any.barredArcs, labels);
    assertThat(found).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(found)).isEqualTo(expected);
  }

  @Test
  void onAVeryLongLadderOnlyTheRailsThatNothingPassesAroundAreTold() {
    // 0-1 alone, then a ladder, then the last stretch alone.
    int vertices = 60_000;
    IndexedGraph.Builder ladder = IndexedGraph.builder(vertices);
    ladder.arc(0, 1);
    for (int v = 1; v + 3 < vertices; v++) {
      ladder.arc(v, v + 1);
      ladder.arc(v, v + 2);
    }
    ladder.arc(vertices - 3, vertices - 2);
    int last = ladder.arc(vertices - 2, vertices - 1);
    IndexedGraph graph = ladder.build();
    int[][] labels = new int[graph.arcCount()][];
    Arrays.setAll(labels, arc -> new int[] {arc});
    assertThat(
            MandatoryLabels.between(
                graph, new int[] {0}, new int[] {vertices - 1}, new BitSet(), labels))
        .containsExactly(0, last);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MandatoryLabels.between(
                    graph, new int[] {0}, new int[] {1}, new BitSet(), new int[0][]));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void componentsAgreeWithReachability(long seed) {
    RandomGraph any = new RandomGraph(seed);
    int[] strong = Components.strong(any.graph, any.barredArcs);
    int[] weak = Components.weak(any.graph, any.barredArcs);
    Reachability reachability = new Reachability(any.graph);
    IndexedGraph.Builder both = IndexedGraph.builder(any.graph.vertexCount());
    for (int arc = 0; arc < any.graph.arcCount(); arc++) {
      if (!any.barredArcs.get(arc)) {
        both.arc(any.graph.tail(arc), any.graph.head(arc));
        both.arc(any.graph.head(arc), any.graph.tail(arc));
      }
    }
    Reachability undirected = new Reachability(both.build());
    BitSet none = new BitSet();
    for (int a = 0; a < strong.length; a++) {
      for (int b = 0; b < strong.length; b++) {
        int[] one = {a};
        int[] two = {b};
        assertThat(strong[a] == strong[b])
            .isEqualTo(
                reachability.connects(one, two, any.barredArcs, none)
                    && reachability.connects(two, one, any.barredArcs, none));
        assertThat(weak[a] == weak[b]).isEqualTo(undirected.connects(one, two, none, none));
      }
    }
    assertNumberedInOrder(strong);
    assertNumberedInOrder(weak);
  }

  private static void assertNumberedInOrder(int[] component) {
    int seen = -1;
    for (int number : component) {
      assertThat(number).isLessThanOrEqualTo(seen + 1);
      seen = Math.max(seen, number);
    }
  }

  @Test
  void aVeryLongCircleNeedsNoStack() {
    int vertices = 200_000;
    IndexedGraph.Builder circle = IndexedGraph.builder(vertices);
    IntStream.range(0, vertices).forEach(v -> circle.arc(v, (v + 1) % vertices));
    assertThat(Components.strong(circle.build(), new BitSet())).containsOnly(0);
  }
}
