package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.SuurballeKDisjointShortestPaths;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no oracle can work out is held to its certificates, and to another library. */
class LargeNetworksTest {
  private static final int SIDE = 60;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cutsCutAndNeedEachOfTheirArcs(long seed) {
    Lattice lattice = new Lattice(seed);
    MinimalCuts cuts =
        new MinimalCuts(
            lattice.graph,
            lattice.sources,
            lattice.targets,
            new BitSet(),
            lattice.capacities,
            () -> true);
    long before = 0;
    for (int i = 0; i < 4 && cuts.hasNext(); i++) {
      ArcCut cut = cuts.next();
      assertThat(cut.cost()).isGreaterThanOrEqualTo(before);
      before = cut.cost();
      BitSet shut = new BitSet();
      cut.arcs().forEach(shut::set);
      assertThat(lattice.joined(shut)).isFalse();
      cut.arcs()
          .forEach(
              arc -> {
                shut.clear(arc);
                assertThat(lattice.joined(shut)).isTrue();
                shut.set(arc);
              });
    }
    assertThat(before).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void disjointPathsAreAsManyAsTheLeastCutAndAsCheapAsThoseOfJGraphT(long seed) {
    Lattice lattice = new Lattice(seed);
    long[] ones = new long[lattice.graph.arcCount()];
    Arrays.fill(ones, 1);
    int source = SIDE * (SIDE / 2) + SIDE / 2;
    int[] from = {source};
    int[] to = {source + SIDE * 8 + 9};
    long most = new MaximumFlow(lattice.graph).between(from, to, ones);
    int[] self = new int[lattice.graph.arcCount()];
    Arrays.setAll(self, arc -> arc);
    DisjointPaths paths =
        new DisjointPaths(lattice.graph, lattice.costs, self, new BitSet(), new BitSet());
    List<ArcPath> found = paths.arcDisjoint(from, to, 9);
    assertThat(found).hasSize((int) most);
    BitSet used = new BitSet();
    for (ArcPath path : found) {
      path.arcs()
          .forEach(
              arc -> {
                assertThat(used.get(arc)).isFalse();
                used.set(arc);
              });
    }
    if (most > 0) {
      List<GraphPath<Integer, DefaultWeightedEdge>> peers =
          new SuurballeKDisjointShortestPaths<>(lattice.peer()).getPaths(from[0], to[0], 9);
      assertThat(peers).hasSize(found.size());
      assertThat(found.stream().mapToDouble(ArcPath::cost).sum())
          .isCloseTo(peers.stream().mapToDouble(GraphPath::getWeight).sum(), within(1e-6));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsMandatoryPartsAndWhatIsNotDoesNot(long seed) {
    Lattice lattice = new Lattice(seed);
    int[][] labels = new int[lattice.graph.arcCount()][];
    Arrays.setAll(labels, arc -> new int[] {arc});
    int[] from = {0};
    int[] to = {SIDE * SIDE - 1};
    List<Integer> mandatory =
        MandatoryLabels.between(lattice.graph, from, to, new BitSet(), labels);
    Reachability reachability = new Reachability(lattice.graph);
    BitSet none = new BitSet();
    if (!reachability.connects(from, to, none, none)) {
      assertThat(mandatory).isEmpty();
      return;
    }
    for (int arc = 0; arc < lattice.graph.arcCount(); arc++) {
      BitSet without = new BitSet();
      without.set(arc);
      assertThat(reachability.connects(from, to, without, none))
          .as("arc " + arc)
          .isEqualTo(!mandatory.contains(arc));
    }
  }

  /** Streets of a town, some of them one-way, with some missing. */
  private static final class Lattice {
    final IndexedGraph graph;
    final double[] costs;
    final long[] capacities;
    final int[] sources = new int[SIDE];
    final int[] targets = new int[SIDE];

    Lattice(long seed) {
      Random random = new Random(seed);
      IndexedGraph.Builder builder = IndexedGraph.builder(SIDE * SIDE);
      for (int here = 0; here < SIDE * SIDE; here++) {
        int[] next = {here % SIDE + 1 < SIDE ? here + 1 : -1, here + SIDE};
        for (int there : next) {
          if (there >= 0 && there < SIDE * SIDE && random.nextInt(10) < 8) {
            if (random.nextInt(5) > 0) {
              builder.arc(here, there);
            }
            if (random.nextInt(5) > 0) {
              builder.arc(there, here);
            }
          }
        }
      }
      graph = builder.build();
      costs =
          random
              .ints(graph.arcCount(), 1, 9)
              .asDoubleStream()
              .toArray(); // the peer needs whole ones
      capacities = random.longs(graph.arcCount(), 1, 9).toArray();
      for (int row = 0; row < SIDE; row++) {
        sources[row] = row * SIDE;
        targets[row] = row * SIDE + SIDE - 1;
      }
    }

    boolean joined(BitSet shut) {
      return new Reachability(graph).connects(sources, targets, shut, new BitSet());
    }

    SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> peer() {
      SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> peer =
          new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
      for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
        peer.addVertex(vertex);
      }
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        peer.setEdgeWeight(peer.addEdge(graph.tail(arc), graph.head(arc)), costs[arc]);
      }
      return peer;
    }
  }
}
