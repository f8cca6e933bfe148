package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.graph.ArcPath;
import org.araxes.graph.DisjointPaths;
import org.araxes.graph.IndexedGraph;

/** Looks for ways that share no edge, or no node: by flows. */
final class ElementWays {
  private final Between between;
  private final IndexedGraph graph;
  private final Elements elements;
  private final Separation by;
  private final int count;
  private final double[] costs;
  private final int[] twins;
  private final int[][] labels;

  /** What any number of ways may use. */
  private final BitSet sharedArcs = new BitSet();

  private final BitSet sharedVertices = new BitSet();

  ElementWays(Between between, Separation by, int count, Weight weight, Collection<String> exempt) {
    this.between = between;
    this.by = by;
    this.count = count;
    graph = between.graph;
    elements = between.elements;
    costs = weight.of(between.topology);
    twins = elements.twins();
    labels = elements.labels(by == Separation.NODES ? CutKind.EDGES_AND_NODES : CutKind.EDGES);
    Set<Integer> free = elements.numbers(exempt);
    Set<Integer> places = elements.numbers(by == Separation.NODES ? between.ends : Set.of());
    for (int arc = 0; arc < labels.length; arc++) {
      labels[arc] =
          Arrays.stream(labels[arc])
              .filter(element -> !free.contains(element) && !places.contains(element))
              .toArray();
      sharedArcs.set(arc, elements.edgeOf(arc) < 0 || free.contains(elements.edgeOf(arc)));
    }
    for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
      sharedVertices.set(vertex, free.contains(elements.nodeOf(vertex)));
    }
  }

  /** Paths with some arcs barred, and how good they are: more first, then lighter. */
  private record Trial(List<ArcPath> paths, double weight, BitSet barred, long number) {
    static final Comparator<Trial> ORDER =
        Comparator.comparingInt((Trial trial) -> -trial.paths().size())
            .thenComparingDouble(Trial::weight)
            .thenComparingLong(Trial::number);
  }

  /**
   * Arc-disjoint paths are the answer where they share no element. Where two of them use one
   * element on different arcs, each of its stretches in turn is the only one left: some answer is
   * among them, and the best trial without a clash is it.
   */
  Ways apart(Work work) {
    PriorityQueue<Trial> trials = new PriorityQueue<>(Trial.ORDER);
    long number = 0;
    if (work.getAsBoolean()) {
      trials.add(trial(between.shut(), number++));
    }
    while (!trials.isEmpty()) {
      Trial best = trials.remove();
      Optional<Integer> clash = clash(best.paths(), labels);
      if (clash.isEmpty()) {
        return between.ways(best.paths(), new TreeSet<>(), Completeness.COMPLETE);
      }
      for (BitSet others : choices(clash.get())) {
        if (!work.getAsBoolean()) {
          return between.ways(
              greedily(best.paths(), labels), new TreeSet<>(), Completeness.TRUNCATED);
        }
        others.or(best.barred());
        trials.add(trial(others, number++));
      }
    }
    return between.ways(List.of(), new TreeSet<>(), work.completeness());
  }

  private Trial trial(BitSet barred, long number) {
    DisjointPaths paths =
        new DisjointPaths(graph, costs, twins, barred, Between.NOTHING, sharedArcs, sharedVertices);
    List<ArcPath> found =
        by == Separation.NODES
            ? paths.vertexDisjoint(between.sources, between.targets, count)
            : paths.arcDisjoint(between.sources, between.targets, count);
    return new Trial(
        found, found.stream().mapToDouble(ArcPath::cost).sum(), (BitSet) barred.clone(), number);
  }

  /** The first element that two paths use. */
  private static Optional<Integer> clash(List<ArcPath> paths, int[][] labels) {
    Map<Integer, Integer> usedBy = new TreeMap<>();
    for (int i = 0; i < paths.size(); i++) {
      for (int arc : paths.get(i).arcs().toArray()) {
        for (int element : labels[arc]) {
          Integer other = usedBy.putIfAbsent(element, i);
          if (other != null && other != i) {
            return Optional.of(element);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Of the ways into an element each in turn with the others barred: the stretches of an edge,
   * which its directions share, or the arcs into a node from others. Paths of which at most one
   * uses the element leave at least one of these choices open to all of them.
   */
  private List<BitSet> choices(int element) {
    List<Integer> into = new ArrayList<>();
    for (int arc = 0; arc < twins.length; arc++) {
      boolean enters =
          elements.isNode(element)
              ? elements.nodeOf(graph.head(arc)) == element
                  && elements.nodeOf(graph.tail(arc)) != element
              : elements.edgeOf(arc) == element && twins[arc] >= arc;
      if (enters && between.topology.isOpen(arc)) {
        into.add(arc);
      }
    }
    List<BitSet> choices = new ArrayList<>();
    for (int kept : into) {
      BitSet others = new BitSet();
      for (int arc : into) {
        if (arc != kept) {
          others.set(arc);
          if (!elements.isNode(element)) {
            others.set(twins[arc]);
          }
        }
      }
      choices.add(others);
    }
    return choices;
  }

  private static List<ArcPath> greedily(List<ArcPath> paths, int[][] labels) {
    Set<Integer> used = new HashSet<>();
    List<ArcPath> kept = new ArrayList<>();
    for (ArcPath path : paths) {
      Set<Integer> own = new HashSet<>();
      path.arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(own::add));
      if (own.stream().noneMatch(used::contains)) {
        used.addAll(own);
        kept.add(path);
      }
    }
    return kept;
  }
}
