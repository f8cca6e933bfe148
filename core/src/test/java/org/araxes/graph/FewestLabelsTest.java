package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FewestLabelsTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.araxes.graph.RandomGraph#seeds")
  void agreesWithListingEveryPath(long seed) {
    RandomGraph any = new RandomGraph(seed);
    FewestLabels finder =
        FewestLabels.in(any.graph, any.costs, any.arcLabels, any.vertexLabels)
            .withGroups(any.groups)
            .withTwins(any.twins)
            .withBarred(any.barredArcs, any.barredVertices);
    List<ArcPath> found = finder.between(any.sources, any.targets, () -> true).take(10_000);
    List<ArcPath> expected = any.allPathsByLabels();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(found.stream().map(path -> key(any, path)))
        .containsExactlyElementsOf(expected.stream().map(path -> key(any, path)).toList());
    assertThat(found).allSatisfy(p -> assertThat(finder.labels(p)).isEqualTo(any.labelsOf(p)));
  }

  private static List<Object> key(RandomGraph any, ArcPath path) {
    return List.of(Long.bitCount(any.labelsOf(path)), path.cost(), path.length());
  }

  @Test
  void aDearPathThroughOneStateBeatsACheapOneThroughTwo() {
    IndexedGraph.Builder builder = IndexedGraph.builder(3);
    builder.arc(0, 1);
    builder.arc(1, 2);
    builder.arc(0, 2);
    FewestLabels finder =
        FewestLabels.in(
            builder.build(), new double[] {1, 1, 100}, new long[] {1, 2, 4}, new long[3]);
    ArcPath best = finder.between(new int[] {0}, new int[] {2}, () -> true).next();
    assertThat(best.arcs()).containsExactly(2);
    assertThat(finder.labels(best)).isEqualTo(4);
  }

  @Test
  void theSixtyFourthLabelCounts() {
    IndexedGraph.Builder builder = IndexedGraph.builder(2);
    builder.arc(0, 1);
    builder.arc(0, 1);
    FewestLabels finder =
        FewestLabels.in(builder.build(), new double[2], new long[] {1L << 63, 0}, new long[2]);
    assertThat(finder.between(new int[] {0}, new int[] {1}, () -> true).next().arc(0)).isOne();
  }

  @Test
  void aHardQuestionCanBeStopped() {
    // A ladder on which every rung doubles the label sets that no other one dominates.
    IndexedGraph.Builder builder = IndexedGraph.builder(31);
    long[] labels = new long[60];
    for (int rung = 0; rung < 30; rung++) {
      labels[builder.arc(rung, rung + 1)] = 1L << (2 * rung);
      labels[builder.arc(rung, rung + 1)] = 1L << (2 * rung + 1);
    }
    FewestLabels finder = FewestLabels.in(builder.build(), new double[60], labels, new long[31]);
    int[] left = {20};
    PathIterator paths = finder.between(new int[] {0}, new int[] {30}, () -> left[0]-- > 0);
    assertThat(paths.hasNext()).isFalse();
    assertThat(paths.isTruncated()).isTrue();
  }

  @Test
  void aVeryLongPathNeedsNoStack() {
    int n = 200_000;
    FewestLabels finder =
        FewestLabels.in(
            ReachabilityTest.path(n),
            new double[n - 1],
            IntStream.range(0, n - 1).mapToLong(a -> 1L << (a % 64)).toArray(),
            new long[n]);
    ArcPath path = finder.between(new int[] {0}, new int[] {n - 1}, () -> true).next();
    assertThat(finder.labels(path)).isEqualTo(-1L);
  }

  @Test
  void labelsMustFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FewestLabels.in(ReachabilityTest.path(2), new double[1], new long[0], new long[2]));
  }
}
