package org.araxes.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.MaximumFlow;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The greatest flow from the left twentieth of a network to the right one: anew, and after one edge
 * changes. The peer can only ask anew.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MaximumFlowBenchmark {
  private static final int CHANGES = 20;
  private static final int MOST = 20;
  private static final double PART = 0.05;

  /** Which network. */
  @Param({"road100", "road330"})
  public String network = "";

  private IndexedGraph graph = RoadLattice.of(1).graph();
  private Graph<Integer, DefaultWeightedEdge> theirs = RoadLattice.of(1).jgrapht();
  private int[] sources = {};
  private int[] targets = {};
  private long[] capacities = {};
  private int[] changing = {};
  private MaximumFlow kept = new MaximumFlow(graph);

  /** Makes the network for both, and compares their answers, before and after changes. */
  @Setup
  public void prepare() {
    RoadLattice lattice = RoadLattice.named(network);
    graph = lattice.graph();
    double left = IntStream.range(0, lattice.nodes()).mapToDouble(lattice::x).min().orElse(0);
    double right = IntStream.range(0, lattice.nodes()).mapToDouble(lattice::x).max().orElse(0);
    double margin = PART * (right - left);
    sources =
        IntStream.range(0, lattice.nodes())
            .filter(node -> lattice.x(node) < left + margin)
            .toArray();
    targets =
        IntStream.range(0, lattice.nodes())
            .filter(node -> lattice.x(node) > right - margin)
            .toArray();
    capacities = new long[graph.arcCount()];
    Arrays.setAll(capacities, arc -> 1 + arc / 2 * 7_919L % MOST);
    theirs = lattice.jgrapht();
    for (int edge = 0; edge < lattice.edges(); edge++) {
      theirs.setEdgeWeight(lattice.tail(edge), lattice.head(edge), (double) capacities[2 * edge]);
    }
    theirs.addVertex(-1);
    theirs.addVertex(-2);
    for (int source : sources) {
      theirs.setEdgeWeight(theirs.addEdge(-1, source), 1e9);
    }
    for (int target : targets) {
      theirs.setEdgeWeight(theirs.addEdge(target, -2), 1e9);
    }
    Answers.mustAgree("the greatest flow", araxes(), pushRelabel());
    kept = new MaximumFlow(graph);
    kept.between(sources, targets, capacities);
    long[] flow = kept.flow();
    int[] used = IntStream.range(0, flow.length).filter(arc -> flow[arc] > 0).toArray();
    changing = new int[CHANGES / 2];
    Arrays.setAll(changing, i -> used[(int) ((i + 0.5) * used.length / changing.length)]);
    for (int arc : changing) {
      long[] changed = capacities.clone();
      changed[arc] = 0;
      changed[arc ^ 1] = 0;
      Answers.mustAgree(
          "the greatest flow after a change",
          kept.change(new int[] {arc, arc ^ 1}, new long[2]),
          new MaximumFlow(graph).between(sources, targets, changed));
      kept.change(new int[] {arc, arc ^ 1}, new long[] {capacities[arc], capacities[arc ^ 1]});
    }
  }

  /**
   * Asks Araxes anew.
   *
   * @return the value
   */
  @Benchmark
  @Row(question = "greatest flow, left to right", goal = "20 x")
  public double araxes() {
    return (double) new MaximumFlow(graph).between(sources, targets, capacities);
  }

  /**
   * Shuts edges and opens them again, one after the other.
   *
   * @return the sum of the values
   */
  @Benchmark
  @OperationsPerInvocation(CHANGES)
  @Row(question = "greatest flow after one edge changed", goal = "200 x")
  public long change() {
    long sum = 0;
    for (int arc : changing) {
      int[] both = {arc, arc ^ 1};
      sum += kept.change(both, new long[2]);
      sum += kept.change(both, new long[] {capacities[arc], capacities[arc ^ 1]});
    }
    return sum;
  }

  /**
   * Asks JGraphT anew.
   *
   * @return the value
   */
  @Benchmark
  @Peer("JGraphT PushRelabelMFImpl")
  public double pushRelabel() {
    return new PushRelabelMFImpl<>(theirs, 1e-9).calculateMaximumFlow(-1, -2);
  }
}
