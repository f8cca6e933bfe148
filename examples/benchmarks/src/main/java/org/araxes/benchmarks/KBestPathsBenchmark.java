package org.araxes.benchmarks;

import java.util.Arrays;
import org.araxes.graph.ArcPath;
import org.araxes.graph.KShortestPaths;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The ten shortest simple paths between two nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class KBestPathsBenchmark {
  private static final int PAIRS = 3;
  private static final int PATHS = 10;

  /** Which network. */
  @Param("road100")
  public String network = "";

  private int[][] pairs = {};
  private KShortestPaths ours = KShortestPaths.in(RoadLattice.of(1).graph(), new double[0]);
  private Graph<Integer, DefaultWeightedEdge> theirs = RoadLattice.of(1).jgrapht();

  /** Makes the network for both, and compares their answers. */
  @Setup
  public void prepare() {
    RoadLattice lattice = RoadLattice.named(network);
    pairs = lattice.pairs(PAIRS);
    ours = KShortestPaths.in(lattice.graph(), lattice.arcCosts());
    theirs = lattice.jgrapht();
    Answers.mustAgree("the lengths of the best paths", araxes(), yen());
  }

  /**
   * Asks Araxes.
   *
   * @return the lengths, for pair after pair
   */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  @Row(question = "the 10 best routes", goal = "200 x")
  public double[][] araxes() {
    return Arrays.stream(pairs)
        .map(
            pair ->
                ours
                    .between(new int[] {pair[0]}, new int[] {pair[1]}, () -> true)
                    .take(PATHS)
                    .stream()
                    .mapToDouble(ArcPath::cost)
                    .toArray())
        .toArray(double[][]::new);
  }

  /**
   * Asks JGraphT.
   *
   * @return the lengths, for pair after pair
   */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  @Peer("JGraphT YenKShortestPath")
  public double[][] yen() {
    YenKShortestPath<Integer, DefaultWeightedEdge> search = new YenKShortestPath<>(theirs);
    return Arrays.stream(pairs)
        .map(
            pair ->
                search.getPaths(pair[0], pair[1], PATHS).stream()
                    .mapToDouble(GraphPath::getWeight)
                    .toArray())
        .toArray(double[][]::new);
  }
}
