package org.araxes.benchmarks;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.network.NetworkView;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All coalitions of twenty parties: ours settles every one of them at once, with all minimal ones
 * and all indices of power; the peer is asked about some of them, one by one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class CoalitionsBenchmark {
  private static final String NETWORK = "road100 14+6";
  private static final int ALL = 1 << 20;
  private static final int DRAWN = 256;
  private static final long SEED = 5;

  private final PartyLattice lattice = new PartyLattice(NETWORK);
  private final NetworkView view = lattice.view();
  private final Graph<Integer, DefaultWeightedEdge> theirs = lattice.lattice().jgrapht();
  private final BitSet[] drawn = new BitSet[DRAWN];

  /** Draws coalitions, and compares what both say of them. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < DRAWN; i++) {
      drawn[i] = BitSet.valueOf(new long[] {random.nextInt(ALL)});
    }
    List<DefaultWeightedEdge> edges = List.copyOf(theirs.edgeSet());
    for (int edge = 0; edge < edges.size(); edge++) {
      theirs.setEdgeWeight(edges.get(edge), edge);
    }
    Leverage ours = leverage();
    boolean[] open = new boolean[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      open[i] =
          !ours.blocks(Coalition.of(drawn[i].stream().mapToObj(PartyLattice::party).toList()));
    }
    Answers.mustAgree("which coalitions leave a way open", open, connectivity());
  }

  private Leverage leverage() {
    return Leverage.of(
        view,
        new TreeSet<>(List.of(PartyLattice.node(0))),
        new TreeSet<>(List.of(PartyLattice.node(lattice.lattice().nodes() - 1))));
  }

  /**
   * Asks Araxes.
   *
   * @return the indices of power
   */
  @Benchmark
  @OperationsPerInvocation(ALL)
  @Row(
      question = "a coalition, of all 2^20: does it leave a way open",
      input = NETWORK,
      goal = "50 000 x")
  public Power araxes() {
    return leverage().power();
  }

  /**
   * Asks JGraphT.
   *
   * @return whether a way is open, for each coalition drawn
   */
  @Benchmark
  @OperationsPerInvocation(DRAWN)
  @Peer("JGraphT ConnectivityInspector on MaskSubgraph")
  public boolean[] connectivity() {
    boolean[] open = new boolean[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      BitSet refusing = drawn[i];
      open[i] =
          new ConnectivityInspector<>(
                  new MaskSubgraph<>(
                      theirs,
                      vertex -> false,
                      edge -> {
                        int number = (int) theirs.getEdgeWeight(edge);
                        return !lattice.kept().get(number)
                            || lattice.needs(number).intersects(refusing);
                      }))
              .pathExists(0, lattice.lattice().nodes() - 1);
    }
    return open;
  }
}
