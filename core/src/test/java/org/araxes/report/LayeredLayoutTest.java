package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayeredLayoutTest {
  private static final double GAP = 10;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @Test
  void aBoxStandsBehindAllThatLinkToItAndTheLastStandTogether() {
    LayeredLayout layout = layout(5, new int[][] {{0, 1}, {1, 2}, {0, 2}, {0, 3}});

    assertThat(layout.middle(0).main()).isLessThan(layout.middle(1).main());
    assertThat(layout.middle(1).main()).isLessThan(layout.middle(2).main());
    assertThat(layout.middle(3).main()).isEqualTo(layout.middle(2).main());
    assertThat(layout.middle(4).main()).isEqualTo(layout.middle(0).main());
    assertThat(layout.passing(2)).hasSize(2);
    assertThat(layout.passing(0)).isEmpty();
  }

  @Test
  void nothingTakesNoRoom() {
    LayeredLayout layout = layout(0, new int[0][]);
    assertThat(layout.mainExtent()).isZero();
    assertThat(layout.crossExtent()).isZero();
  }

  /** Loops, parallel links, circles and parts that hang apart among them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBoxesOverlapAndNoLinkRunsThroughABox(long seed) {
    Random random = new Random(seed);
    int boxes = 1 + random.nextInt(14);
    int[][] links = new int[random.nextInt(20)][];
    for (int i = 0; i < links.length; i++) {
      links[i] = new int[] {random.nextInt(boxes), random.nextInt(boxes)};
    }
    LayeredLayout layout = layout(boxes, links);

    for (int one = 0; one < boxes; one++) {
      LayeredLayout.Spot here = layout.middle(one);
      assertThat(here.main()).isBetween(size(one) / 2, layout.mainExtent() - size(one) / 2 + 1e-6);
      assertThat(here.cross() + 20).isLessThanOrEqualTo(layout.crossExtent() + 1e-6);
      for (int other = 0; other < one; other++) {
        LayeredLayout.Spot there = layout.middle(other);
        boolean apart =
            Math.abs(here.cross() - there.cross()) >= 40 + GAP - 1e-6
                || Math.abs(here.main() - there.main()) >= (size(one) + size(other)) / 2;
        assertThat(apart).as("seed %d: boxes %d and %d", seed, one, other).isTrue();
      }
      for (int link = 0; link < links.length; link++) {
        List<LayeredLayout.Spot> spots = layout.passing(link);
        for (int i = 0; i < spots.size(); i += 2) {
          boolean beside =
              Math.abs(spots.get(i).cross() - here.cross()) >= 20
                  || Math.abs(middle(spots.get(i), spots.get(i + 1)) - here.main()) > 1e-6;
          assertThat(beside).as("seed %d: link %d and box %d", seed, link, one).isTrue();
        }
      }
    }
    LayeredLayout again = layout(boxes, links);
    for (int box = 0; box < boxes; box++) {
      assertThat(again.middle(box)).isEqualTo(layout.middle(box));
    }
  }

  @Test
  void aLongChainIsNoTrouble() {
    int[][] links = new int[199][];
    Arrays.setAll(links, i -> new int[] {i, i + 1});
    LayeredLayout layout = layout(200, links);
    assertThat(layout.middle(199).main()).isGreaterThan(layout.middle(0).main());
    assertThat(layout.crossExtent()).isEqualTo(40);
  }

  private static double middle(LayeredLayout.Spot one, LayeredLayout.Spot other) {
    return (one.main() + other.main()) / 2;
  }

  private static double size(int box) {
    return 20 + 7 * (box % 3);
  }

  private static LayeredLayout layout(int boxes, int[][] links) {
    double[] main = new double[boxes];
    Arrays.setAll(main, LayeredLayoutTest::size);
    double[] cross = new double[boxes];
    Arrays.fill(cross, 40);
    return new LayeredLayout(main, cross, links, 30, GAP);
  }
}
