package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A small random multigraph with everything the finders take, and the slow way to list its paths.
 */
final class RandomGraph {
  final IndexedGraph graph;
  final double[] costs;
  final int[] groups;
  final int[] twins;
  final long[] arcLabels;
  final long[] vertexLabels;
  final BitSet barredArcs;
  final BitSet barredVertices;
  final int[] sources;
  final int[] targets;

  RandomGraph(long seed) {
    Random random = new Random(seed * 7919);
    int vertices = 1 + random.nextInt(7);
    int arcs = random.nextInt(15);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    for (int i = 0; i < arcs; i++) {
      builder.arc(random.nextInt(vertices), random.nextInt(vertices));
    }
    graph = builder.build();
    costs = random.doubles(arcs).map(x -> Math.floor(x * 5) / 2).toArray();
    int groupCount = random.nextBoolean() ? vertices : 1 + random.nextInt(4);
    groups =
        groupCount == vertices
            ? IntStream.range(0, vertices).toArray()
            : random.ints(vertices, 0, groupCount).toArray();
    twins =
        random.nextInt(3) > 0
            ? IntStream.range(0, vertices).toArray()
            : random.ints(vertices, 0, vertices).toArray();
    arcLabels = labels(random, arcs);
    vertexLabels = labels(random, vertices);
    barredArcs = some(random, arcs, 8);
    barredVertices = some(random, vertices, 12);
    sources = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
    targets = random.ints(1 + random.nextInt(2), 0, vertices).toArray();
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static long[] labels(Random random, int count) {
    return IntStream.range(0, count)
        .mapToLong(i -> random.nextInt(3) == 0 ? 0 : 1L << random.nextInt(5))
        .toArray();
  }

  private static BitSet some(Random random, int count, int oneIn) {
    BitSet some = new BitSet();
    IntStream.range(0, count).filter(i -> random.nextInt(oneIn) == 0).forEach(some::set);
    return some;
  }

  /** Every path that the finders promise, in their order. */
  List<ArcPath> allPaths() {
    List<ArcPath> paths = new ArrayList<>();
    for (int source : IntStream.of(sources).distinct().sorted().toArray()) {
      if (!barredVertices.get(source)) {
        follow(source, new ArrayList<>(), paths);
      }
    }
    paths.sort(ArcPath.ORDER);
    return paths;
  }

  /** The same paths, those with the fewest labels first, and paths without arcs before all. */
  List<ArcPath> allPathsByLabels() {
    List<ArcPath> paths = allPaths();
    paths.sort(
        Comparator.<ArcPath>comparingInt(path -> path.length() == 0 ? 0 : 1)
            .thenComparingInt(path -> Long.bitCount(labelsOf(path)))
            .thenComparing(ArcPath.ORDER));
    return paths;
  }

  long labelsOf(ArcPath path) {
    long labels = vertexLabels[path.start()];
    for (int arc : path.arcs().toArray()) {
      labels |= arcLabels[arc] | vertexLabels[graph.head(arc)];
    }
    return labels;
  }

  private void follow(int source, List<Integer> arcs, List<ArcPath> paths) {
    int end = arcs.isEmpty() ? source : graph.head(arcs.get(arcs.size() - 1));
    if (IntStream.of(targets).anyMatch(t -> t == end)) {
      paths.add(
          arcs.isEmpty()
              ? ArcPath.at(source)
              : ArcPath.along(graph, costs, arcs.stream().mapToInt(a -> a).toArray()));
      return;
    }
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (graph.tail(arc) == end && !barredArcs.get(arc) && mayEnter(source, arcs, arc)) {
        arcs.add(arc);
        follow(source, arcs, paths);
        arcs.remove(arcs.size() - 1);
      }
    }
  }

  private boolean mayEnter(int source, List<Integer> arcs, int arc) {
    int head = graph.head(arc);
    List<Integer> visited = new ArrayList<>(List.of(source));
    arcs.forEach(a -> visited.add(graph.head(a)));
    int last = visited.get(visited.size() - 1);
    return !barredVertices.get(head)
        && visited.stream().noneMatch(v -> twins[v] == twins[head])
        && IntStream.of(sources).noneMatch(s -> s == head)
        && (groups[head] == groups[last]
            || visited.stream().noneMatch(v -> groups[v] == groups[head]));
  }
}
