package org.araxes.benchmarks;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.graph.IndexedGraph;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.leverage.RoundedPower;
import org.araxes.network.NetworkView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Coalitions and power of many parties on a large network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class LeverageBenchmark {
  /** Which network with how many countries, and owners. */
  @Param({"road330 30", "road330 20+10", "road330 40", "road330 100"})
  public String network = "road33 5";

  private NetworkView view = new PartyLattice("road33 5").view();

  /** Builds the network. */
  @Setup
  public void prepare() {
    view = new PartyLattice(network).view();
  }

  private Leverage.Builder question() {
    IndexedGraph graph = view.topology().graph();
    int last = graph.vertexCount() - 1;
    return Leverage.between(
        view,
        new TreeSet<>(List.of(view.topology().node(0).id())),
        new TreeSet<>(List.of(view.topology().node(last).id())));
  }

  /**
   * Finds the coalitions and the exact indices.
   *
   * @return four indices of each party as fractions
   */
  @Benchmark
  @Row(
      question = "minimal coalitions, and four indices of power as fractions",
      goal = "15 ms to 0.2 s")
  public Power fractions() {
    return question().ask().power();
  }

  /**
   * Finds the indices as floating-point numbers, and lists no coalition.
   *
   * @return two indices of each party
   */
  @Benchmark
  @Row(question = "Banzhaf and Shapley-Shubik in floating point", goal = "15 ms to 0.2 s")
  public RoundedPower numbers() {
    return question()
        .atMost(0)
        .ask()
        .roundedPower()
        .orElseGet(() -> new RoundedPower(new TreeMap<>(), 0));
  }
}
