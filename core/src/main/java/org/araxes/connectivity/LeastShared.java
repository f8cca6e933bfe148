package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.MinimumCostFlow;
import org.araxes.graph.ShortestPaths;

/** Looks for ways that share as few edges as can be. */
final class LeastShared {
  private final Between between;
  private final IndexedGraph graph;
  private final int count;
  private final double[] costs;
  private final int[] twins;

  /** Of every arc the edge that it counts for, or -1. */
  private final int[] edgeOf;

  /** The graph with each arc twice: used once without, and again with a penalty. */
  private final IndexedGraph doubled;

  private final double[] prices;

  LeastShared(Between between, int count, Weight weight, Collection<String> exempt) {
    this.between = between;
    this.count = count;
    graph = between.graph;
    costs = weight.of(between.topology);
    twins = between.elements.twins();
    Set<Integer> free = between.elements.numbers(exempt);
    edgeOf = new int[graph.arcCount()];
    Arrays.setAll(
        edgeOf,
        arc -> free.contains(between.elements.edgeOf(arc)) ? -1 : between.elements.edgeOf(arc));
    double penalty = 1 + Arrays.stream(costs).sum() * count;
    IndexedGraph.Builder builder = IndexedGraph.builder(graph.vertexCount());
    int arcs = graph.arcCount();
    prices = new double[2 * arcs];
    for (int both = 0; both < 2 * arcs; both++) {
      int arc = both % arcs;
      builder.arc(graph.tail(arc), graph.head(arc));
      prices[both] = costs[arc] + (both >= arcs && edgeOf[arc] >= 0 ? penalty : 0);
    }
    doubled = builder.build();
  }

  /** What some stretches left open allow, and how good it is. */
  private static final class Trial {
    static final Comparator<Trial> ORDER =
        Comparator.<Trial>comparingLong(trial -> trial.sharing)
            .thenComparingDouble(trial -> trial.weight)
            .thenComparingLong(trial -> trial.number);

    /** How often each arc is used. */
    private final long[] uses;

    /** No choice of ways within these stretches shares less. */
    private final long sharing;

    private final double weight;
    private final BitSet barred;
    private final long extra;

    /** The edges of which it is settled which stretches are used. */
    private final Set<Integer> decided;

    private final long number;

    Trial(
        long[] uses,
        long sharing,
        double weight,
        BitSet barred,
        long extra,
        Set<Integer> decided,
        long number) {
      this.uses = uses;
      this.sharing = sharing;
      this.weight = weight;
      this.barred = barred;
      this.extra = extra;
      this.decided = decided;
      this.number = number;
    }
  }

  /**
   * A flow of least cost is the answer where it uses each edge on one stretch. Where it uses an
   * edge on several (its gauges), each set of them in turn is what may be used, at one more than
   * their number as the price of sharing: the best trial without an open question is the answer.
   */
  Ways find(Work work) {
    PriorityQueue<Trial> trials = new PriorityQueue<>(Trial.ORDER);
    long number = 0;
    if (work.getAsBoolean()) {
      trial(between.shut(), 0, Set.of(), number++).ifPresent(trials::add);
    }
    while (!trials.isEmpty()) {
      Trial best = trials.remove();
      Optional<Integer> open = usedOnSeveralStretches(best);
      if (open.isEmpty()) {
        return answer(best, Completeness.COMPLETE);
      }
      int edge = open.get();
      Set<Integer> decided = new TreeSet<>(best.decided);
      decided.add(edge);
      List<Integer> stretches = stretches(edge);
      for (int set = 1; set < 1 << stretches.size(); set++) {
        if (!work.getAsBoolean()) {
          return answer(best, Completeness.TRUNCATED);
        }
        BitSet barred = (BitSet) best.barred.clone();
        for (int i = 0; i < stretches.size(); i++) {
          if ((set >> i & 1) == 0) {
            barred.set(stretches.get(i));
            barred.set(twins[stretches.get(i)]);
          }
        }
        trial(barred, best.extra + Integer.bitCount(set) - 1, decided, number++)
            .ifPresent(trials::add);
      }
    }
    return between.ways(List.of(), new TreeSet<>(), work.completeness());
  }

  /** The best flow within what is open; empty where it carries too little. */
  private Optional<Trial> trial(BitSet barred, long extra, Set<Integer> decided, long number) {
    int arcs = graph.arcCount();
    long[] capacities = new long[2 * arcs];
    for (int arc = 0; arc < arcs; arc++) {
      capacities[arc] = barred.get(arc) ? 0 : 1;
      capacities[arcs + arc] = barred.get(arc) ? 0 : count - 1L;
    }
    MinimumCostFlow cheapest = new MinimumCostFlow(doubled);
    if (cheapest.between(between.sources, between.targets, capacities, prices, count) < count) {
      return Optional.empty();
    }
    long[] flow = cheapest.flow();
    long[] uses = new long[arcs];
    Arrays.setAll(uses, arc -> flow[arc] + flow[arcs + arc]);
    long sharing = extra;
    double weight = 0;
    for (int arc = 0; arc < arcs; arc++) {
      if (twins[arc] > arc) { // there and back cancels
        long both = Math.min(uses[arc], uses[twins[arc]]);
        uses[arc] -= both;
        uses[twins[arc]] -= both;
      }
    }
    for (int arc = 0; arc < arcs; arc++) {
      sharing += edgeOf[arc] >= 0 ? Math.max(0, uses[arc] - 1) : 0;
      weight += uses[arc] * costs[arc];
    }
    return Optional.of(new Trial(uses, sharing, weight, barred, extra, decided, number));
  }

  /** The first edge that is used on several stretches, and not settled. */
  private Optional<Integer> usedOnSeveralStretches(Trial trial) {
    Map<Integer, Integer> stretchOf = new HashMap<>();
    for (int arc = 0; arc < edgeOf.length; arc++) {
      if (trial.uses[arc] > 0 && edgeOf[arc] >= 0 && !trial.decided.contains(edgeOf[arc])) {
        int stretch = Math.min(arc, twins[arc]);
        Integer other = stretchOf.putIfAbsent(edgeOf[arc], stretch);
        if (other != null && other != stretch) {
          return Optional.of(edgeOf[arc]);
        }
      }
    }
    return Optional.empty();
  }

  private List<Integer> stretches(int edge) {
    return Arrays.stream(between.elements.arcsOf(edge))
        .filter(arc -> between.topology.isOpen(arc) || between.topology.isOpen(twins[arc]))
        .filter(arc -> arc <= twins[arc])
        .boxed()
        .toList();
  }

  private Ways answer(Trial trial, Completeness completeness) {
    List<ArcPath> paths = unravelled(trial.uses.clone());
    int[][] labels = new int[edgeOf.length][];
    Arrays.setAll(labels, arc -> edgeOf[arc] < 0 ? new int[0] : new int[] {edgeOf[arc]});
    TreeSet<String> shared = new TreeSet<>();
    Between.sharedBy(paths, labels).stream().mapToObj(between.elements::id).forEach(shared::add);
    return between.ways(paths, shared, completeness);
  }

  /** Takes the lightest path over what the flow uses, again and again. */
  private List<ArcPath> unravelled(long[] uses) {
    ShortestPaths lightest = ShortestPaths.in(graph, costs);
    List<ArcPath> paths = new ArrayList<>();
    while (true) {
      BitSet unused = new BitSet();
      for (int arc = 0; arc < uses.length; arc++) {
        unused.set(arc, uses[arc] == 0);
      }
      Optional<ArcPath> path =
          lightest.between(between.sources, between.targets, unused, Between.NOTHING);
      if (path.isEmpty()) {
        paths.sort(ArcPath.ORDER);
        return paths;
      }
      path.get().arcs().forEach(arc -> uses[arc]--);
      paths.add(path.get());
    }
  }
}
