package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/** The two places asked about, on the topology between them: what every search starts from. */
final class Between {
  static final BitSet NOTHING = new BitSet(0);

  final Topology topology;
  final IndexedGraph graph;
  final Elements elements;
  final int[] sources;
  final int[] targets;

  /** The ids of both places. */
  final SortedSet<String> ends;

  private final boolean meet;

  Between(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    SortedSet<String> starts = view.network().ends(from, "source");
    SortedSet<String> goals = view.network().ends(to, "target");
    topology = view.topology();
    graph = topology.graph();
    elements = new Elements(topology);
    sources = topology.verticesOf(starts);
    targets = topology.verticesOf(goals);
    meet = !Collections.disjoint(starts, goals);
    TreeSet<String> both = new TreeSet<>(starts);
    both.addAll(goals);
    ends = Collections.unmodifiableSortedSet(both);
  }

  /** Whether source and target share a node. */
  boolean endsMeet() {
    return meet;
  }

  /** The arcs that something bars, to be changed at will. */
  BitSet shut() {
    return elements.shut();
  }

  boolean connects(BitSet shut) {
    return new Reachability(graph).connects(sources, targets, shut, NOTHING);
  }

  /** Paths as routes. */
  Ways ways(List<ArcPath> paths, SortedSet<String> shared, Completeness completeness) {
    List<Route> routes = new ArrayList<>();
    for (ArcPath path : paths) {
      routes.add(topology.route(path.arcs().toArray(), path.start()));
    }
    return new Ways(routes, shared, completeness);
  }

  /** The one way of no steps where the ends meet; none where the movement cannot be there. */
  Ways startAtOnce() {
    List<ArcPath> here =
        ShortestPaths.in(graph, new double[graph.arcCount()])
            .between(sources, targets, shut(), NOTHING)
            .stream()
            .toList();
    return ways(here, new TreeSet<>(), Completeness.COMPLETE);
  }

  /** Which of some labels, given by arc, two of the paths or more use. */
  static BitSet sharedBy(List<ArcPath> paths, int[][] labels) {
    BitSet seen = new BitSet();
    BitSet shared = new BitSet();
    for (ArcPath path : paths) {
      BitSet own = new BitSet();
      path.arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(own::set));
      BitSet again = (BitSet) own.clone();
      again.and(seen);
      shared.or(again);
      seen.or(own);
    }
    return shared;
  }
}
