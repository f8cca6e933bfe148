package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  /**
   * Grids whose failure is 10⁻³ to 10⁻¹⁰, by themselves and under causes that strike here and there
   * or all around a place.
   */
  @Test
  void intervalsHoldTheExactAnswerAsOftenAsTheySay() {
    List<ReliabilityProblem> problems = new ArrayList<>();
    for (double falls : new double[] {2e-2, 1e-3, 1e-5}) {
      problems.add(grid(4, 1 - falls, true));
      problems.add(grid(4, 1 - falls, false));
      problems.add(struck(falls, 3, false));
      problems.add(struck(falls, 3, true));
      problems.add(struck(falls, 6, true));
    }
    int seeds = 200;
    int samples = 200;
    int all = 0;
    for (ReliabilityProblem problem : problems) {
      double exact = exactFailure(problem);
      assertThat(exact).isBetween(1e-10, 5e-3);
      int outside = 0;
      for (long seed = 0; seed < seeds; seed++) {
        Mean found = mean(problem, seed, samples);
        // As an interval of 95 % is made: what was never met may count as much as what was.
        double half = 1.959964 * found.error() + 3.0 / samples * found.mean();
        outside += Math.abs(found.mean() - exact) > half + 1e-9 * exact ? 1 : 0;
      }
      assertThat((double) outside / seeds).as("%s: %s", problem, exact).isLessThan(0.1);
      all += outside;
    }
    assertThat((double) all / seeds / problems.size()).isLessThan(0.05);
  }

  /** A grid of four by four under causes as likely as a link falls. */
  private static ReliabilityProblem struck(double falls, int causes, boolean around) {
    Random random = new Random(causes);
    ReliabilityProblem grid = grid(4, 1 - falls, true);
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(grid.vertexCount());
    BitSet[] struck = new BitSet[grid.linkCount()];
    Arrays.setAll(struck, link -> new BitSet());
    for (int cause = 0; cause < causes; cause++) {
      builder.cause(1 - falls);
      int place = random.nextInt(grid.vertexCount());
      for (int link = 0; link < struck.length; link++) {
        boolean near = grid.tail(link) == place || grid.head(link) == place;
        struck[link].set(cause, around ? near : random.nextInt(6) == 0);
      }
    }
    for (int link = 0; link < struck.length; link++) {
      Guard guard = Guard.allOf(struck[link].stream().toArray());
      builder.link(grid.tail(link), grid.head(link), true, 1 - falls, guard);
    }
    return builder.build(grid.sources(), grid.targets());
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
