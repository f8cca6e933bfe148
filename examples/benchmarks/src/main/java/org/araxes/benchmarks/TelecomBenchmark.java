package org.araxes.benchmarks;

import java.util.List;
import org.araxes.graph.FrontierReliability;
import org.araxes.graph.ReliabilityProblem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The exact reliability of many sparse and irregular networks; no Java peer computes it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class TelecomBenchmark {
  private static final int NETWORKS = 260;
  private static final double SURVIVAL = 0.95;
  private static final int COMPARED = 200;

  private static final FrontierReliability.Limits LIMITS = FrontierReliability.Limits.DEFAULT;

  private List<ReliabilityProblem> networks = List.of();

  /** Makes the networks, and compares the answers with those that another order of nodes gives. */
  @Setup
  public void prepare() {
    networks = TelecomNetworks.of(NETWORKS, SURVIVAL);
    FrontierReliability.Limits other =
        new FrontierReliability.Limits(
            LIMITS.bytes(), 2, LIMITS.goOn(), LIMITS.stop(), LIMITS.listener(), LIMITS.workers());
    for (ReliabilityProblem network : networks.subList(0, COMPARED)) {
      FrontierReliability.Outcome found = FrontierReliability.solve(network, LIMITS);
      double again = FrontierReliability.solve(network, other).reliability();
      Answers.mustAgree("exact reliability", found.reliability(), again, 1e-13);
      Answers.mustAgree("success and failure", found.success() + found.failure(), 1, 1e-13);
    }
  }

  /**
   * Solves all of them, reductions and searches for an order included.
   *
   * @return the sum of the reliabilities
   */
  @Benchmark
  @Row(
      question = "exact reliability of 260 irregular networks, every edge holds with 0.95",
      input = "20 to 900 edges, from far end to far end",
      goal = "0.5 s")
  public double solveAll() {
    double sum = 0;
    for (ReliabilityProblem network : networks) {
      FrontierReliability.Outcome found = FrontierReliability.solve(network, LIMITS);
      if (!found.complete()) {
        throw new IllegalStateException("Too wide: " + network);
      }
      sum += found.reliability();
    }
    return sum;
  }
}
