package org.araxes.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.araxes.graph.IndexedGraph;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * The greatest flow from the left twentieth of a road network to the right one, asked of Araxes and
 * of JGraphT. Edges carry 1 to 20 each way.
 */
final class FlowQuestion {
  private static final int MOST = 20;
  private static final double PART = 0.05;
  private static final double WIDE = 1e9;
  private static final double EPSILON = 1e-9;
  private static final int SOURCE = -1;
  private static final int TARGET = -2;

  final RoadLattice lattice;
  final IndexedGraph graph;
  final int[] sources;
  final int[] targets;
  final long[] capacities;
  private final Graph<Integer, DefaultWeightedEdge> theirs;

  FlowQuestion(String network) {
    lattice = RoadLattice.named(network);
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
      letThemChange(edge, capacities[2 * edge]);
    }
    theirs.addVertex(SOURCE);
    theirs.addVertex(TARGET);
    for (int source : sources) {
      theirs.setEdgeWeight(theirs.addEdge(SOURCE, source), WIDE);
    }
    for (int target : targets) {
      theirs.setEdgeWeight(theirs.addEdge(target, TARGET), WIDE);
    }
  }

  /** Changes what an edge carries in the peer's graph. */
  void letThemChange(int edge, long capacity) {
    theirs.setEdgeWeight(lattice.tail(edge), lattice.head(edge), (double) capacity);
  }

  /** Asks JGraphT, which can only ask anew. */
  double pushRelabel() {
    return new PushRelabelMFImpl<>(theirs, EPSILON).calculateMaximumFlow(SOURCE, TARGET);
  }
}
