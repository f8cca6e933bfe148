package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampledReliabilityTest {
  private static final int PROBLEMS = 9_000;
  private static final int BLOCKS = 8;
  private static final long SEED = 11;

  private static long hits(SampledReliability sampled, long seed) {
    SampledReliability.Worker worker = sampled.worker();
    long hits = 0;
    for (int block = 0; block < BLOCKS; block++) {
      hits += worker.hits(seed, block);
    }
    return hits;
  }

  @Test
  void countsAreAsLikelyAsEveryOutcomeTogetherSays() {
    double squares = 0;
    int random = 0;
    int frequent = 0;
    int wide = 0;
    for (long seed = 0; seed < PROBLEMS; seed++) {
      ReliabilityProblem problem = new RandomReliability(seed).problem;
      double exact =
          FrontierReliability.solve(problem, FrontierReliability.Limits.DEFAULT).reliability();
      int all = BLOCKS * SampledReliability.LANES;
      for (boolean reduced : new boolean[] {false, true}) {
        SampledReliability sampled =
            reduced ? SampledReliability.reduced(problem) : SampledReliability.of(problem);
        double share = (double) hits(sampled, reduced ? -1 - seed : seed) / all;
        double deviation = Math.sqrt(exact * (1 - exact) / all);
        if (exact < 1e-12 || exact > 1 - 1e-12) {
          assertThat(share).as("seed %d, reduced %s", seed, reduced).isEqualTo(Math.rint(exact));
        } else {
          double off = (share - exact) / deviation;
          // One in 10⁷ lies further away; a skewed count of few lies there a little more often.
          assertThat(Math.abs(share - exact))
              .as("seed %d, reduced %s: %s instead of %s", seed, reduced, share, exact)
              .isLessThan(5.5 * deviation + 3.0 / all);
          random++;
          if (all * exact * (1 - exact) > 5) { // else a count is far from normal
            squares += off * off;
            wide += Math.abs(off) > 1.959964 ? 1 : 0;
            frequent++;
          }
        }
      }
    }
    assertThat(random).isGreaterThan(4_000); // 2 000 problems and more whose answer is not trivial
    // Independent and unbiased draws have this variance, and lie this often outside.
    assertThat(squares / frequent).isCloseTo(1, within(0.08));
    assertThat((double) wide / frequent).isCloseTo(0.05, within(0.012));
  }

  @Test
  void eachLaneIsAnOutcome() {
    for (long seed = 0; seed < 300; seed++) {
      ReliabilityProblem problem = new RandomReliability(seed).problem;
      int links = problem.linkCount();
      int vertices = problem.vertexCount();
      long[] lanes = SampledReliability.of(problem).worker().lanes(SEED, 3);
      long[][] drawn = new long[links + vertices + problem.causeCount()][];
      for (int i = 0; i < drawn.length; i++) {
        boolean link = i < links;
        boolean vertex = !link && i < links + vertices;
        int number = link ? i : vertex ? i - links : i - links - vertices;
        drawn[i] =
            SampledReliability.draw(
                SEED,
                3,
                ((link ? 0L : vertex ? 1L : 2L) << 32) | number,
                link
                    ? problem.linkSurvival(number)
                    : vertex ? problem.vertexSurvival(number) : problem.causeSurvival(number));
      }
      for (int lane = 0; lane < SampledReliability.LANES; lane++) {
        BitSet outcome = new BitSet();
        for (int i = 0; i < drawn.length; i++) {
          outcome.set(i, ((drawn[i][lane / 64] >>> (lane % 64)) & 1) != 0);
        }
        assertThat(((lanes[lane / 64] >>> (lane % 64)) & 1) != 0)
            .as("seed %d, lane %d", seed, lane)
            .isEqualTo(RandomReliability.works(problem, outcome));
      }
    }
  }

  @Test
  void whatGrowsSurerNeverLosesASample() {
    for (long seed = 0; seed < 500; seed++) {
      ReliabilityProblem problem = new RandomReliability(seed).problem;
      Random random = new Random(seed);
      double[] links = new double[problem.linkCount()];
      double[] vertices = new double[problem.vertexCount()];
      double[] causes = new double[problem.causeCount()];
      Arrays.setAll(links, i -> surer(problem.linkSurvival(i), random));
      Arrays.setAll(vertices, i -> surer(problem.vertexSurvival(i), random));
      Arrays.setAll(causes, i -> surer(problem.causeSurvival(i), random));
      ReliabilityProblem better = problem.withSurvival(links, vertices, causes);
      long[] before = SampledReliability.of(problem).worker().lanes(SEED, seed);
      long[] after = SampledReliability.of(better).worker().lanes(SEED, seed);
      for (int word = 0; word < before.length; word++) {
        assertThat(before[word] & ~after[word]).as("seed %d", seed).isZero();
      }
    }
  }

  private static double surer(double survival, Random random) {
    return survival + (1 - survival) * (random.nextBoolean() ? random.nextDouble() : 0);
  }

  @Test
  void bitsHaveTheProbabilityThatIsAskedFor() {
    for (double probability : new double[] {0, 1e-4, 0.003, 0.05, 0.3, 0.5, 0.95, 0.9999, 1}) {
      long ones = 0;
      int blocks = 400;
      for (int block = 0; block < blocks; block++) {
        ones +=
            Arrays.stream(SampledReliability.draw(5, block, 77, probability))
                .map(Long::bitCount)
                .sum();
      }
      double all = (double) blocks * SampledReliability.LANES;
      assertThat(ones / all)
          .as("probability %s", probability)
          .isCloseTo(probability, within(4 * Math.sqrt(probability * (1 - probability) / all)));
    }
  }

  @Test
  void differentSeedsBlocksAndKeysGiveDifferentBits() {
    long[] bits = SampledReliability.draw(1, 2, 3, 0.5);
    assertThat(SampledReliability.draw(1, 2, 3, 0.5)).isEqualTo(bits);
    for (long[] other :
        new long[][] {
          SampledReliability.draw(2, 2, 3, 0.5),
          SampledReliability.draw(1, 3, 3, 0.5),
          SampledReliability.draw(1, 2, 4, 0.5),
          SampledReliability.draw(2, 1, 3, 0.5)
        }) {
      int same = 0;
      for (int word = 0; word < bits.length; word++) {
        same += Long.bitCount(~(bits[word] ^ other[word]));
      }
      assertThat(same).isBetween(256 - 60, 256 + 60);
    }
  }

  @Test
  void keysAreOneForEachElement() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    builder.twoWay(0, 1, 0.5);
    ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {1});
    long[] none = {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampledReliability.of(problem, none, new long[2], none))
        .withMessageContaining("one key");
    SampledReliability keyed = SampledReliability.of(problem, new long[] {9}, new long[2], none);
    assertThat(keyed.worker().lanes(1, 2)).isEqualTo(SampledReliability.draw(1, 2, 9, 0.5));
  }

  @Test
  void aLongLineIsNoDeepRecursion() {
    int length = 50_000;
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(length);
    for (int i = 1; i < length; i++) {
      builder.twoWay(i - 1, i, i == length / 2 ? 0.5 : 1);
    }
    ReliabilityProblem problem = builder.build(new int[] {length - 1}, new int[] {0});
    assertThat(SampledReliability.of(problem).worker().hits(1, 1)).isBetween(200, 312);
    assertThat(SampledReliability.reduced(problem).worker().hits(1, 1)).isBetween(200, 312);
  }
}
