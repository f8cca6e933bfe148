package org.araxes.benchmarks;

import java.util.List;
import org.araxes.io.Dataset;
import org.araxes.io.Datasets;
import org.araxes.io.NetworkReader;
import org.araxes.network.TransitNetwork;
import org.araxes.study.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The shipped dataset, from file to answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class StudyBenchmark {
  private final TransitNetwork network = Datasets.southCaucasus();

  /**
   * Reads and checks all files.
   *
   * @return the network and its scenarios
   */
  @Benchmark
  @Row(question = "load the shipped dataset", input = "south-caucasus", goal = "0.5 s")
  public Dataset load() {
    return NetworkReader.readClassPathDataset("south-caucasus");
  }

  /**
   * Answers all that a study answers: routes, impediments, standards, coalitions, power.
   *
   * @return the answers
   */
  @Benchmark
  @Row(
      question = "full study of one question",
      input = "road freight, main part to Nakhchivan, 7 August 2025",
      goal = "0.2 s")
  public Study study() {
    return Study.of(network, List.of(ShippedNetwork.roadCase()));
  }
}
