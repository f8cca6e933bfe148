package org.araxes.benchmarks;

import java.util.List;
import org.araxes.graph.ArcCosts;
import org.araxes.graph.IndexedGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a two-way edge costs in heap: the graph and one metric. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(jvmArgsAppend = Benchmarks.EXACT_HEAP)
public class GraphHeapBenchmark {
  /** Which network. */
  @Param("road330")
  public String network = "";

  private RoadLattice lattice = RoadLattice.of(1);

  /** Makes the network. */
  @Setup
  public void prepare() {
    lattice = RoadLattice.named(network);
  }

  /**
   * Measures ours.
   *
   * @param heap what is measured
   */
  @Benchmark
  @Row(question = "heap per two-way edge, graph and one metric", goal = "20 B")
  public void araxes(Heap heap) {
    heap.measure(
        () -> {
          IndexedGraph graph = lattice.graph();
          return List.of(graph, ArcCosts.of(graph, lattice.arcCosts()));
        },
        lattice.edges());
  }

  /**
   * Measures JGraphT's.
   *
   * @param heap what is measured
   */
  @Benchmark
  @Peer("JGraphT SimpleWeightedGraph")
  public void jgrapht(Heap heap) {
    heap.measure(lattice::jgrapht, lattice.edges());
  }
}
