package org.araxes.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.answer.Truth;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * The stretches that surely meet a requirement, those that may, and what can be reached over them.
 * Sets of arcs are those that may be used.
 */
final class Sieve {
  private static final BitSet NOTHING = new BitSet(0);
  private static final int REASONS_TOLD = 3;

  private final Passage passage;
  private final Topology topology;
  private final IndexedGraph graph;
  private final List<Ruling> rulings;
  private final BitSet sure = new BitSet();
  private final BitSet possible = new BitSet();
  private final int[] sources;
  private final int[] targets;
  private final Reachability reachability;

  Sieve(Passage passage, List<Ruling> rulings) {
    this.passage = passage;
    this.topology = passage.view().topology();
    this.graph = topology.graph();
    this.rulings = rulings;
    for (int arc = 0; arc < rulings.size(); arc++) {
      Truth truth = rulings.get(arc).truth();
      sure.set(arc, truth == Truth.YES);
      possible.set(arc, truth != Truth.NO);
    }
    sources = topology.verticesOf(passage.from());
    targets = topology.verticesOf(passage.to());
    reachability = new Reachability(graph);
  }

  BitSet sure() {
    return sure;
  }

  BitSet possible() {
    return possible;
  }

  private BitSet without(BitSet usable) {
    BitSet barred = (BitSet) usable.clone();
    barred.flip(0, graph.arcCount());
    return barred;
  }

  private BitSet minus(BitSet usable, Predicate<String> refusing) {
    BitSet left = (BitSet) usable.clone();
    for (int arc = left.nextSetBit(0); arc >= 0; arc = left.nextSetBit(arc + 1)) {
      if (passage.stretches().get(arc).control().canBeShutBy(refusing)) {
        left.clear(arc);
      }
    }
    return left;
  }

  /** The way of least time over these arcs. */
  Optional<Route> fastest(BitSet usable) {
    return path(topology.seconds(), topology.usd(), usable);
  }

  /**
   * The way over possible arcs with the fewest of which nothing sure is known, then of least time.
   */
  Optional<Route> leastDoubtful() {
    double[] doubts = new double[graph.arcCount()];
    Arrays.setAll(doubts, arc -> sure.get(arc) ? 0 : 1);
    return path(doubts, topology.seconds(), possible);
  }

  private Optional<Route> path(double[] first, double[] second, BitSet usable) {
    return ShortestPaths.in(graph, first, second)
        .between(sources, targets, without(usable), NOTHING)
        .map(this::route);
  }

  private Route route(ArcPath path) {
    return topology.route(path.arcs().toArray(), path.start());
  }

  /** Elements that fail, one of which every way on the map passes: where one comes to a stop. */
  SortedSet<String> cut() {
    return between(possible, Passage.all(graph));
  }

  /**
   * Elements of which it is not known, one of which every possible way passes that some parties do
   * not shut: where one comes to a stop on the arcs that are sure.
   */
  SortedSet<String> doubts(BitSet known, Predicate<String> refusing) {
    return between(minus(known, refusing), minus(possible, refusing));
  }

  /**
   * The elements of the wider arcs that lead out of what the narrower reach, towards the target.
   */
  private SortedSet<String> between(BitSet narrow, BitSet wide) {
    BitSet near = reachability.from(sources, without(narrow), NOTHING);
    BitSet far = reachability.to(targets, without(wide), near);
    TreeSet<String> elements = new TreeSet<>();
    for (int arc = wide.nextSetBit(0); arc >= 0; arc = wide.nextSetBit(arc + 1)) {
      if (near.get(graph.tail(arc)) && far.get(graph.head(arc))) {
        elements.add(topology.element(arc));
      }
    }
    return elements;
  }

  /** The parties other than those of the mover's state that stop all ways over these arcs alone. */
  SortedSet<String> foreignVetoes(BitSet usable) {
    TreeSet<String> vetoes = new TreeSet<>();
    Optional<ArcPath> first =
        ShortestPaths.in(graph, topology.seconds())
            .between(sources, targets, without(usable), NOTHING);
    if (first.isEmpty()) {
      return vetoes;
    }
    TreeSet<String> candidates = new TreeSet<>();
    first
        .get()
        .arcs()
        .forEach(arc -> candidates.addAll(passage.stretches().get(arc).foreignVetoes()));
    for (String party : candidates) {
      if (!reachability.connects(
          sources, targets, without(minus(usable, party::equals)), NOTHING)) {
        vetoes.add(party);
      }
    }
    return vetoes;
  }

  /** Ways such that no other party can shut each of them alone: the first, and round its vetoes. */
  List<Route> waysWithoutCommonVeto(Route first) {
    List<Route> ways = new ArrayList<>();
    ways.add(first);
    TreeSet<String> common = new TreeSet<>(first.control().vetoParties());
    common.removeIf(passage.mover()::owns);
    while (!common.isEmpty()) {
      String party = common.first();
      Route round = fastest(minus(sure, party::equals)).orElseThrow();
      ways.add(round);
      common.retainAll(round.control().vetoParties());
      common.remove(party);
    }
    return List.copyOf(ways);
  }

  /** The first few of some elements, each with what is said of it. */
  String reasons(SortedSet<String> elements) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String element : elements) {
      if (told.size() == REASONS_TOLD) {
        break;
      }
      told.put(element, element);
    }
    for (int arc = 0; arc < rulings.size(); arc++) {
      String element = topology.element(arc);
      String reason = rulings.get(arc).reason();
      if (element.equals(told.get(element)) && !reason.isEmpty()) {
        told.put(element, element + " (" + reason + ")");
      }
    }
    int more = elements.size() - told.size();
    return String.join("; ", told.values()) + (more > 0 ? "; and " + more + " more" : "");
  }
}
