package org.araxes.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.araxes.answer.Parallel;
import org.araxes.graph.FrontierReliability;
import org.araxes.graph.ReliabilityProblem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The exact probability that opposite corners of a grid are connected; no Java peer computes it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ReliabilityBenchmark {
  private static final double SURVIVAL = 0.9;

  /** What others found by other programs, to twelve digits. */
  private static final Map<String, Double> KNOWN =
      Map.of(
          "8 x 8", 0.975661264482,
          "9 x 9", 0.975661578356,
          "10 x 10", 0.975661623142,
          "11 x 11", 0.975661629407,
          "12 x 12", 0.975661630270);

  private static final FrontierReliability.Limits LIMITS = FrontierReliability.Limits.DEFAULT;

  private final ExecutorService helper = Executors.newSingleThreadExecutor();
  private final Parallel parallel = new Parallel(Optional.of(helper), () -> false, begun -> {});

  /** How large the grid is. */
  @Param({"8 x 8", "9 x 9", "10 x 10", "11 x 11", "12 x 12"})
  public String grid = "";

  private ReliabilityProblem problem =
      ReliabilityProblem.builder(1).build(new int[] {0}, new int[] {0});

  /** Makes the grid, and compares the answer with the one known. */
  @Setup
  public void prepare() {
    int side = Integer.parseInt(grid.substring(0, grid.indexOf(' ')));
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
    for (int place = 0; place < side * side; place++) {
      if (place % side + 1 < side) {
        builder.twoWay(place, place + 1, SURVIVAL);
      }
      if (place + side < side * side) {
        builder.twoWay(place, place + side, SURVIVAL);
      }
    }
    problem = builder.build(new int[] {0}, new int[] {side * side - 1});
    double known = KNOWN.getOrDefault(grid, Double.NaN);
    FrontierReliability.Outcome alone = solve();
    Answers.mustAgree("exact reliability", alone.reliability(), known, 5e-13);
    Answers.mustAgree("exact reliability on two threads", solveTogether(), alone);
  }

  /**
   * Solves it, reduction and the search for an order included.
   *
   * @return the reliability
   */
  @Benchmark
  @Row(
      question = "exact reliability, corner to corner, every edge holds with 0.9",
      input = "grid",
      goal = "150 ms for 10 x 10, 2.5 s for 12 x 12")
  public FrontierReliability.Outcome solve() {
    return FrontierReliability.solve(problem, LIMITS);
  }

  /**
   * The same on two threads, to the last bit.
   *
   * @return the reliability
   */
  @Benchmark
  @Row(
      question = "exact reliability, every edge holds with 0.9, two threads",
      input = "grid",
      goal = "")
  public FrontierReliability.Outcome solveTogether() {
    return FrontierReliability.solve(problem, LIMITS.on(parallel::run));
  }

  /** Lets the thread go. */
  @TearDown
  public void end() {
    helper.shutdown();
  }
}
