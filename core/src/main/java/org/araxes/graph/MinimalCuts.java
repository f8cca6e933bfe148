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
 * exactly once; cuts of equal cost in an order that is the same on every run.
 *
 * <p><b>Method.</b> Each minimal cut is the set of arcs that leave some set of vertices around the
 * sources. Those sets are split by their cheapest member, as Lawler (1972) does for any ranking
 * (Hamacher, Picard and Queyranne 1984 for cuts): in the i-th part the first i − 1 arcs of the cut
 * cross too, tail on the near side and head on the far one, and the i-th does not. The cheapest of
 * a part is one greatest flow. What has a smaller cut inside is passed over.
 *
 * <p><b>Cost.</b> For each cut of k arcs, k greatest flows; cuts passed over count too, so whoever
 * limits the work counts flows. A graph without a way between the ends has the empty cut alone;
 * ends that share a vertex, or a way on which nothing may be cut, have none. One object a thread.
 */
public final class MinimalCuts extends CutRanking<MinimalCuts.Part, ArcCut> {
  private final IndexedGraph graph;
  private final int[] sources;
  private final int[] targets;
  private final BitSet barred;
  private final long[] costs;
  private final MaximumFlow flow;
  private final Reachability reachability;

  /** Sets of vertices that obey some rules, by the cheapest of them. */
  record Part(BitSet cheapest, List<Integer> crossing, List<Integer> staying) {}

  /**
   * Starts at the cheapest.
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
    super(mayGoOn);
    this.graph = graph;
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.barred = (BitSet) barred.clone();
    this.costs = costs.clone();
    barred.stream().filter(arc -> arc < costs.length).forEach(arc -> this.costs[arc] = 0);
    flow = new MaximumFlow(graph);
    reachability = new Reachability(graph);
    open(List.of(), List.of());
    advance();
  }

  @Override
  Optional<ArcCut> split(long cost, Part part) {
    int[] arcs = leaving(part.cheapest());
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
      add(cost, new Part(flow.sourceSide(), crossing, staying));
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
