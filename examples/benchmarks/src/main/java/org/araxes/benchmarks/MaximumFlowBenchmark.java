package org.araxes.benchmarks;

import org.araxes.graph.MaximumFlow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The greatest flow from the left twentieth of a network to the right one, asked anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MaximumFlowBenchmark {
  /** Which network. */
  @Param({"road100", "road330"})
  public String network = "";

  private FlowQuestion question = new FlowQuestion("road1");

  /** Makes the network for both, and compares their answers. */
  @Setup
  public void prepare() {
    question = new FlowQuestion(network);
    Answers.mustAgree("the greatest flow", araxes(), pushRelabel());
  }

  /**
   * Asks Araxes.
   *
   * @return the value
   */
  @Benchmark
  @Row(question = "greatest flow, left to right", goal = "20 x")
  public double araxes() {
    return (double)
        new MaximumFlow(question.graph)
            .between(question.sources, question.targets, question.capacities);
  }

  /**
   * Asks JGraphT.
   *
   * @return the value
   */
  @Benchmark
  @Peer("JGraphT PushRelabelMFImpl")
  public double pushRelabel() {
    return question.pushRelabel();
  }
}
