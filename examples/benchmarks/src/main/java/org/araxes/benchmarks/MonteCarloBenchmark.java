package org.araxes.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.araxes.graph.ReliabilityProblem;
import org.araxes.graph.SampledReliability;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whether two nodes are still joined when each edge survives with probability 0.95: one sample. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MonteCarloBenchmark {
  private static final double SURVIVAL = 0.95;
  private static final int CORES = 2;
  private static final int BLOCKS = 4;
  private static final int SAMPLES = CORES * BLOCKS * SampledReliability.LANES;
  private static final int APART = 40;
  private static final long SEED = 7;
  private static final int COMPARED = 6;

  /** Which network. */
  @Param({"road100", "road330"})
  public String network = "";

  private final ExecutorService executor = Executors.newFixedThreadPool(CORES);
  private final List<SampledReliability.Worker> workers = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private Graph<Integer, Integer> theirs = new SimpleGraph<>(Integer.class);
  private boolean[] fallen = {};
  private int source;
  private int target;
  private long block;

  /** Makes the network for both, and compares what they say of the same outcomes. */
  @Setup
  public void prepare() {
    RoadLattice lattice = RoadLattice.named(network);
    source = lattice.nodes() / 2;
    target = source + APART;
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(lattice.nodes());
    theirs = new SimpleGraph<>(Integer.class);
    for (int node = 0; node < lattice.nodes(); node++) {
      theirs.addVertex(node);
    }
    for (int edge = 0; edge < lattice.edges(); edge++) {
      builder.twoWay(lattice.tail(edge), lattice.head(edge), SURVIVAL);
      theirs.addEdge(lattice.tail(edge), lattice.head(edge), edge);
    }
    fallen = new boolean[lattice.edges()];
    ReliabilityProblem problem = builder.build(new int[] {source}, new int[] {target});
    SampledReliability.Worker asItIs = SampledReliability.of(problem).worker();
    long[] lanes = asItIs.lanes(SEED, 0);
    long[][] standing = new long[lattice.edges()][];
    for (int edge = 0; edge < standing.length; edge++) {
      standing[edge] = SampledReliability.draw(SEED, 0, edge, SURVIVAL);
    }
    for (int lane = 0; lane < COMPARED; lane++) {
      for (int edge = 0; edge < standing.length; edge++) {
        fallen[edge] = ((standing[edge][0] >>> lane) & 1) == 0;
      }
      Answers.mustAgree("whether they are joined", ((lanes[0] >>> lane) & 1) != 0, isJoined());
    }
    SampledReliability reduced = SampledReliability.reduced(problem);
    workers.clear();
    for (int core = 0; core < CORES; core++) {
      workers.add(reduced.worker());
    }
  }

  private boolean isJoined() {
    return new ConnectivityInspector<>(new MaskSubgraph<>(theirs, node -> false, e -> fallen[e]))
        .pathExists(source, target);
  }

  /**
   * Asks Araxes, on two threads.
   *
   * @return in how many samples the two are joined
   * @throws InterruptedException if the run is interrupted
   * @throws ExecutionException if a sample fails
   */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  @Row(
      question = "one sample of a network whose edges fall, p = 0.95, two threads",
      goal = "2 000 x")
  public int araxes() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> shares = new ArrayList<>();
    for (SampledReliability.Worker worker : workers) {
      long first = block;
      block += BLOCKS;
      shares.add(
          () -> {
            int joined = 0;
            for (int i = 0; i < BLOCKS; i++) {
              joined += worker.hits(SEED, first + i);
            }
            return joined;
          });
    }
    int joined = 0;
    for (Future<Integer> share : executor.invokeAll(shares)) {
      joined += share.get();
    }
    return joined;
  }

  /**
   * Asks JGraphT.
   *
   * @return whether the two are joined in a sample
   */
  @Benchmark
  @Peer("JGraphT MaskSubgraph, ConnectivityInspector")
  public boolean jgrapht() {
    for (int edge = 0; edge < fallen.length; edge++) {
      fallen[edge] = random.nextDouble() >= SURVIVAL;
    }
    return isJoined();
  }

  /** Lets the threads go. */
  @TearDown
  public void end() {
    executor.shutdown();
  }
}
