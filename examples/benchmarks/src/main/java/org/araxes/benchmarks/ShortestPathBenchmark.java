package org.araxes.benchmarks;

import java.util.Arrays;
import org.araxes.graph.ArcPath;
import org.araxes.graph.ShortestPaths;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The shortest path between two nodes, with nothing prepared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ShortestPathBenchmark {
  private static final int PAIRS = 10;

  /** Which network. */
  @Param({"road100", "road330"})
  public String network = "";

  private int[][] pairs = {};
  private ShortestPaths ours = ShortestPaths.in(RoadLattice.of(1).graph(), new double[0]);
  private Graph<Integer, DefaultWeightedEdge> theirs = RoadLattice.of(1).jgrapht();

  /** Makes the network for both, and compares their answers. */
  @Setup
  public void prepare() {
    RoadLattice lattice = RoadLattice.named(network);
    pairs = lattice.pairs(PAIRS);
    ours = ShortestPaths.in(lattice.graph(), lattice.arcCosts());
    theirs = lattice.jgrapht();
    Answers.mustAgree("the lengths of shortest paths", araxes(), dijkstra());
    Answers.mustAgree("the lengths of shortest paths", araxes(), bidirectional());
  }

  /**
   * Asks Araxes.
   *
   * @return the lengths, for pair after pair
   */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  @Row(question = "shortest path, unprepared", goal = "12 x JGraphT Dijkstra")
  public double[] araxes() {
    return Arrays.stream(pairs)
        .mapToDouble(pair -> ours.between(pair[0], pair[1]).map(ArcPath::cost).orElse(Double.NaN))
        .toArray();
  }

  /**
   * Asks JGraphT.
   *
   * @return the lengths, for pair after pair
   */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  @Peer("JGraphT DijkstraShortestPath")
  public double[] dijkstra() {
    DijkstraShortestPath<Integer, DefaultWeightedEdge> search = new DijkstraShortestPath<>(theirs);
    return Arrays.stream(pairs)
        .mapToDouble(pair -> search.getPath(pair[0], pair[1]).getWeight())
        .toArray();
  }

  /**
   * Asks JGraphT from both ends.
   *
   * @return the lengths, for pair after pair
   */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  @Peer("JGraphT BidirectionalDijkstraShortestPath")
  public double[] bidirectional() {
    BidirectionalDijkstraShortestPath<Integer, DefaultWeightedEdge> search =
        new BidirectionalDijkstraShortestPath<>(theirs);
    return Arrays.stream(pairs)
        .mapToDouble(pair -> search.getPath(pair[0], pair[1]).getWeight())
        .toArray();
  }
}
