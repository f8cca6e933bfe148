package org.araxes.benchmarks;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.RoundedPower;
import org.araxes.network.NetworkView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Power of as many parties as take seconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class ManyPartiesBenchmark {
  private static final String NETWORK = "road330 200";

  private NetworkView view = new PartyLattice("road33 5").view();

  /** Builds the network. */
  @Setup
  public void prepare() {
    view = new PartyLattice(NETWORK).view();
  }

  /**
   * Finds the indices as floating-point numbers, within the default budget.
   *
   * @return two indices of each party
   */
  @Benchmark
  @Row(
      question = "Banzhaf and Shapley-Shubik in floating point",
      input = NETWORK,
      goal = "10 s within 4 GB")
  public RoundedPower numbers() {
    int last = view.topology().graph().vertexCount() - 1;
    return Leverage.between(
            view,
            new TreeSet<>(List.of(view.topology().node(0).id())),
            new TreeSet<>(List.of(view.topology().node(last).id())))
        .atMost(0)
        .ask()
        .roundedPower()
        .orElseGet(() -> new RoundedPower(new TreeMap<>(), 0));
  }
}
