package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RareFailureTest {
  private static final int SAMPLES = 400;

  /** The same graph, whose parts fall with 10⁻¹ to 10⁻⁴ each. */
  private static ReliabilityProblem sure(long seed) {
    ReliabilityProblem problem = new RandomReliability(seed).problem;
    Random random = new Random(seed);
    double[] links = new double[problem.linkCount()];
    double[] vertices = new double[problem.vertexCount()];
    double[] causes = new double[problem.causeCount()];
    Arrays.setAll(links, i -> 1 - Math.pow(10, -1 - 3 * random.nextDouble()));
    Arrays.setAll(
        vertices,
        i -> problem.vertexSurvival(i) == 1 ? 1 : 1 - Math.pow(10, -2 - 3 * random.nextDouble()));
    Arrays.setAll(causes, i -> 1 - Math.pow(10, -2 - 3 * random.nextDouble()));
    return problem.withSurvival(links, vertices, causes);
  }

  private static double exactFailure(ReliabilityProblem problem) {
    return FrontierReliability.solve(problem, FrontierReliability.Limits.DEFAULT).failure();
  }

  private record Mean(double mean, double error) {}

  private static Mean mean(ReliabilityProblem problem, long seed, int samples) {
    RareFailure.Worker worker = RareFailure.of(problem).worker();
    double sum = 0;
    double squares = 0;
    for (int sample = 0; sample < samples; sample++) {
      double weight = worker.weight(seed, sample);
      sum += weight;
      squares += weight * weight;
    }
    double mean = sum / samples;
    double variance = Math.max(0, squares / samples - mean * mean) / (samples - 1);
    return new Mean(mean, Math.sqrt(variance));
  }

  @Test
  void weightsHaveTheFailureAsTheirMean() {
    int rare = 0;
    int outside = 0;
    double relative = 0;
    for (long seed = 0; seed < 12_000; seed++) {
      ReliabilityProblem problem = sure(seed);
      double exact = exactFailure(problem);
      Mean found = mean(problem, seed, SAMPLES);
      // The flows are in whole numbers, which moves no weight but its chance.
      double rounding = 1e-9 * exact;
      assertThat(Math.abs(found.mean() - exact))
          .as("seed %d: %s instead of %s", seed, found, exact)
          .isLessThanOrEqualTo(Math.max(7 * found.error(), 0.15 * exact) + rounding);
      if (exact > 0 && exact < 1e-3) {
        rare++;
        relative = Math.max(relative, found.error() / exact);
        outside += Math.abs(found.mean() - exact) > 1.96 * found.error() + rounding ? 1 : 0;
      }
    }
    assertThat(rare).isGreaterThan(2_000);
    assertThat(relative).isLessThan(0.2);
    assertThat((double) outside / rare).isLessThan(0.08);
  }

  @Test
  void theRelativeErrorStaysBoundedHoweverRareTheFailure() {
    for (boolean twoWay : new boolean[] {true, false}) {
      for (int digits = 2; digits <= 10; digits += 2) {
        ReliabilityProblem grid = grid(4, 1 - Math.pow(10, -digits / 2.0), twoWay);
        double exact = exactFailure(grid);
        Mean found = mean(grid, 1, 1_000);
        assertThat(found.error() / exact).as("%d digits", digits).isLessThan(0.05);
        assertThat(found.mean())
            .as("%d digits: %s", digits, exact)
            .isCloseTo(exact, within(5 * found.error() + 1e-3 * exact)); // cuts too rare to be met
        assertThat(exact).isBetween(Math.pow(10, -digits), 10 * Math.pow(10, -digits));
      }
    }
  }

  /** From corner to corner of a square. */
  private static ReliabilityProblem grid(int side, double survival, boolean twoWay) {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
    for (int i = 0; i < side * side; i++) {
      if (i % side < side - 1) {
        builder.link(i, i + 1, twoWay, survival, Guard.FREE);
      }
      if (i / side < side - 1) {
        builder.link(i, i + side, twoWay, survival, Guard.FREE);
      }
    }
    return builder.build(new int[] {0}, new int[] {side * side - 1});
  }

  @Test
  void aCauseThatStrikesBothIsNotOverlooked() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    int flood = builder.cause(1 - 1e-7);
    int storm = builder.cause(1 - 1e-4);
    builder.link(0, 1, true, 1 - 1e-4, Guard.allOf(flood));
    builder.link(0, 1, true, 1 - 1e-4, Guard.allOf(flood, storm));
    ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {1});
    double exact = exactFailure(problem);
    Mean found = mean(problem, 3, 2_000);
    assertThat(found.mean()).isCloseTo(exact, within(5 * found.error()));
    assertThat(found.error() / exact).isLessThan(0.05);
  }

  @Test
  void whatCannotFailOrCannotWorkIsExact() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    assertThat(mean(builder.build(new int[] {0}, new int[] {0}), 1, 3).mean()).isZero();
    assertThat(mean(builder.build(new int[] {0}, new int[] {1}), 1, 3).mean()).isOne();
    builder.twoWay(0, 1, 1);
    builder.twoWay(0, 1, 0.5);
    assertThat(mean(builder.build(new int[] {0}, new int[] {1}), 1, 3).mean()).isZero();
  }

  @Test
  void boundsHoldAndMeetWhereTheyMay() {
    int said = 0;
    int several = 0;
    for (long seed = 0; seed < 6_000; seed++) {
      for (ReliabilityProblem problem :
          new ReliabilityProblem[] {new RandomReliability(seed).problem, sure(seed)}) {
        FrontierReliability.Outcome exact =
            FrontierReliability.solve(problem, FrontierReliability.Limits.DEFAULT);
        ReliabilityBounds bounds = ReliabilityBounds.of(problem);
        assertThat(exact.reliability())
            .as("seed %d", seed)
            .isBetween(bounds.lower() - 1e-12, bounds.upper() + 1e-12);
        assertThat(exact.failure())
            .as("seed %d", seed)
            .isBetween(
                bounds.failureLower() * (1 - 1e-9) - 1e-16,
                bounds.failureUpper() * (1 + 1e-9) + 1e-16);
        said += bounds.lower() > 0 && bounds.upper() < 1 ? 1 : 0;
        several += bounds.paths() > 1 || bounds.cuts() > 1 ? 1 : 0;
      }
    }
    assertThat(said).isGreaterThan(2_000);
    assertThat(several).isGreaterThan(300);
  }
}
