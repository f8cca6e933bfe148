package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The minimal cuts between sources and targets, one after the other in order of cost.
 *
 * <p><b>Definition.</b> A cut is a set of arcs without which no target is reached from any source;
 * a minimal one has no cut as a proper subset. Every minimal cut whose arcs may all be cut comes
 * exactly once: by cost, then the number of arcs, then the ranks of the arcs, compared one by one
 * from the least on. That order is one of sets of arcs, so it does not depend on how they are found
 * or, where the ranks do not, on how vertices and arcs are numbered.
 *
 * <p><b>Method.</b> Each minimal cut is the set of arcs that leave some set of vertices around the
 * sources. Those sets are split by their cheapest member, as Lawler (1972) does for any ranking
 * (Hamacher, Picard and Queyranne 1984 for cuts): in the i-th part the first i − 1 arcs of the cut
 * cross too, tail on the near side and head on the far one, and the i-th does not. The first of a
 * part is one greatest flow and a choice among its least cuts ({@link FirstLeastCut}). What has a
 * smaller cut inside is passed over.
 *
 * <p><b>Cost.</b> For each cut of k arcs, k greatest flows and as many searches for components, and
 * where costs differ another k flows among cuts that cost the same; cuts passed over count too, so
 * whoever limits the work counts flows. A graph without a way between the ends has the empty cut
 * alone; ends that share a vertex, or a way on which nothing may be cut, have none. One object a
 * thread.
 */
public final class MinimalCuts extends CutRanking<MinimalCuts.Part, ArcCut> {
  private final IndexedGraph graph;
  private final int[] sources;
  private final int[] targets;
  private final BitSet barred;
  private final long[] costs;
  private final int[] ranks;
  private final MaximumFlow flow;
  private final FirstLeastCut leastCuts;
  private final Reachability reachability;

  /** Sets of vertices that obey some rules, by the first of them. */
  record Part(BitSet first, List<Integer> crossing, List<Integer> staying) {}

  /**
   * Starts at the cheapest; each arc ranks by its number.
   *
   * @param graph the graph
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param barred arcs that are shut anyway
   * @param costs of cutting each arc, 0 or more; {@link MaximumFlow#UNLIMITED} if it may not be cut
   * @param mayGoOn asked before each flow; once it says no there are no more cuts and {@link
   *     #isComplete} is false
   * @throws IllegalArgumentException if an end is no vertex or a cost is missing or negative
   */
  public MinimalCuts(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      long[] costs,
      BooleanSupplier mayGoOn) {
    this(
        graph,
        sources,
        targets,
        barred,
        costs,
        IntStream.range(0, graph.arcCount()).toArray(),
        mayGoOn);
  }

  /**
   * Starts at the cheapest.
   *
   * @param graph the graph
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param barred arcs that are shut anyway
   * @param costs of cutting each arc, 0 or more; {@link MaximumFlow#UNLIMITED} if it may not be cut
   * @param ranks of each arc: of cuts that cost as much and are as many, the one with the lowest
   *     comes first
   * @param mayGoOn asked before each flow; once it says no there are no more cuts and {@link
   *     #isComplete} is false
   * @throws IllegalArgumentException if an end is no vertex or a cost or rank is missing or a cost
   *     negative
   */
  public MinimalCuts(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      long[] costs,
      int[] ranks,
      BooleanSupplier mayGoOn) {
    super(mayGoOn);
    if (ranks.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but " + ranks.length + " ranks.");
    }
    this.graph = graph;
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.barred = (BitSet) barred.clone();
    this.costs = costs.clone();
    barred.stream().filter(arc -> arc < costs.length).forEach(arc -> this.costs[arc] = 0);
    this.ranks = ranks.clone();
    flow = new MaximumFlow(graph);
    leastCuts = new FirstLeastCut(graph, this.barred, this.ranks);
    reachability = new Reachability(graph);
    open(List.of(), List.of());
    advance();
  }

  @Override
  Optional<ArcCut> split(long cost, Part part) {
    int[] arcs = leaving(part.first());
    split(part, arcs);
    return isMinimal(arcs) ? Optional.of(new ArcCut(cost, arcs)) : Optional.empty();
  }

  /** All unbarred arcs from a set of vertices to the others, ascending. */
  private int[] leaving(BitSet side) {
    return side.stream()
        .flatMap(graph::outArcs)
        .filter(arc -> !barred.get(arc) && !side.get(graph.head(arc)))
        .sorted()
        .toArray();
  }

  private void split(Part part, int[] arcs) {
    List<Integer> crossing = part.crossing();
    for (int arc : arcs) {
      if (!part.crossing().contains(arc)) {
        open(crossing, with(part.staying(), arc));
        crossing = with(crossing, arc);
      }
    }
  }

  private static List<Integer> with(List<Integer> list, int more) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }

  private void open(List<Integer> crossing, List<Integer> staying) {
    if (!goesOn()) {
      return;
    }
    long[] capacities = costs.clone();
    staying.forEach(arc -> capacities[arc] = MaximumFlow.UNLIMITED);
    int[] near =
        IntStream.concat(Arrays.stream(sources), crossing.stream().mapToInt(arc -> graph.tail(arc)))
            .toArray();
    int[] far =
        IntStream.concat(Arrays.stream(targets), crossing.stream().mapToInt(arc -> graph.head(arc)))
            .toArray();
    long cost = flow.between(near, far, capacities);
    if (cost < MaximumFlow.UNLIMITED) {
      BitSet side = leastCuts.sourceSide(flow, near, far, capacities);
      int[] members = Arrays.stream(leaving(side)).map(arc -> ranks[arc]).sorted().toArray();
      add(cost, members, new Part(side, crossing, staying));
    }
  }

  /** Whether each arc would join what a source reaches to what reaches a target. */
  private boolean isMinimal(int[] arcs) {
    BitSet cut = (BitSet) barred.clone();
    Arrays.stream(arcs).forEach(cut::set);
    BitSet none = new BitSet(0);
    BitSet near = reachability.from(sources, cut, none);
    BitSet far = reachability.to(targets, cut, none);
    return Arrays.stream(arcs)
        .allMatch(arc -> near.get(graph.tail(arc)) && far.get(graph.head(arc)));
  }
}
