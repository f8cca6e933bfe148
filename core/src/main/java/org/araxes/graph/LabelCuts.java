package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The minimal sets of labels without which no target is reached, in order of cost.
 *
 * <p><b>Definition.</b> Each arc bears labels; taking a label away shuts every arc that bears it. A
 * cut is a set of labels that leaves no way from a source to a target; a minimal one has no cut as
 * a proper subset. Every minimal cut of labels that may be taken away comes exactly once: by cost,
 * then the number of labels, then the labels, compared one by one from the least on. Where each
 * label stands on one arc this is the question of {@link MinimalCuts}; where labels are shared it
 * is as hard as covering (Hassin, Monnot and Segev 2009 for the cheapest alone), and no greatest
 * flow answers it.
 *
 * <p><b>Method.</b> Implicit hitting sets (Reiter 1987; Moreno-Centeno and Karp 2013): the cheapest
 * set of labels that meets every way seen so far; while it leaves a way, that way is seen too. Then
 * the same for the first of those that cost as much. Ranking as in {@link MinimalCuts}, by labels
 * that are in the cut and labels that are not; ways once seen serve all parts.
 *
 * <p><b>Cost.</b> Exponential at worst; a few hundred searches on networks with cuts of a handful
 * of labels. The budget counts searches and branchings. One object a thread.
 */
public final class LabelCuts extends CutRanking<LabelCuts.Part, LabelCuts.Cut> {
  private final int[] sources;
  private final int[] targets;
  private final BitSet barred;
  private final int[][] labels;
  private final long[] costs;
  private final ShortestPaths paths;
  private final Reachability reachability;
  private final List<BitSet> waysSeen = new ArrayList<>();

  /**
   * A minimal set of labels that parts the ends.
   *
   * @param cost the sum over its labels
   * @param labels ascending
   */
  public record Cut(long cost, List<Integer> labels) {
    /** Copies. */
    public Cut {
      labels = List.copyOf(labels);
    }
  }

  /** Cuts with some labels and without others, by the first of them. */
  record Part(BitSet first, BitSet within, BitSet without) {}

  /**
   * Starts at the cheapest.
   *
   * @param graph the graph
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param barred arcs that are shut anyway
   * @param labels of every arc, in any order, repeats allowed
   * @param costs of taking away each label, 1 or more; {@link MaximumFlow#UNLIMITED} if it may not
   *     be
   * @param mayGoOn asked before each search and branching; once it says no there are no more cuts
   *     and {@link #isComplete} is false
   * @throws IllegalArgumentException if an end is no vertex, an arc has no list, a label no cost,
   *     or a cost is below 1
   */
  public LabelCuts(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      int[][] labels,
      long[] costs,
      BooleanSupplier mayGoOn) {
    super(mayGoOn);
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    if (labels.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but " + labels.length + " lists of labels.");
    }
    for (long cost : costs) {
      if (cost < 1) {
        throw new IllegalArgumentException("A label costs 1 or more, but one costs " + cost);
      }
    }
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.barred = (BitSet) barred.clone();
    this.labels = new int[labels.length][];
    this.costs = costs.clone();
    double[] count = new double[labels.length];
    for (int arc = 0; arc < labels.length; arc++) {
      this.labels[arc] = labels[arc].clone();
      for (int label : labels[arc]) {
        if (label < 0 || label >= costs.length) {
          throw new IllegalArgumentException(
              "Arc " + arc + " bears label " + label + " without cost");
        }
        count[arc] += costs[label] < MaximumFlow.UNLIMITED ? 1 : 0;
      }
    }
    paths = ShortestPaths.in(graph, count); // few labels make strong demands on the cut
    reachability = new Reachability(graph);
    BitSet never = new BitSet();
    for (int label = 0; label < costs.length; label++) {
      never.set(label, costs[label] >= MaximumFlow.UNLIMITED);
    }
    open(new BitSet(), never);
    advance();
  }

  @Override
  Optional<Cut> split(long cost, Part part) {
    split(part);
    return isMinimal(part.first())
        ? Optional.of(new Cut(cost, part.first().stream().boxed().toList()))
        : Optional.empty();
  }

  private void split(Part part) {
    BitSet within = (BitSet) part.within().clone();
    for (int label : part.first().stream().toArray()) {
      if (!part.within().get(label)) {
        BitSet without = (BitSet) part.without().clone();
        without.set(label);
        open((BitSet) within.clone(), without);
        within.set(label);
      }
    }
  }

  private void open(BitSet within, BitSet without) {
    boolean isFirst = false;
    while (true) {
      BitSet cut = bestThatMeetsAllSeen(within, without, isFirst);
      if (cut == null || !goesOn()) {
        return;
      }
      ArcPath way = paths.between(sources, targets, shutBy(cut), new BitSet(0)).orElse(null);
      if (way == null && isFirst) {
        add(costOf(cut), cut.stream().toArray(), new Part(cut, within, without));
        return;
      }
      if (way == null) { // what it costs is known; now the first for that
        isFirst = true;
        continue;
      }
      BitSet met = new BitSet();
      way.arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(met::set));
      waysSeen.add(met);
    }
  }

  private long costOf(BitSet set) {
    return set.stream().mapToLong(label -> costs[label]).sum();
  }

  private BitSet shutBy(BitSet cut) {
    BitSet shut = (BitSet) barred.clone();
    for (int arc = 0; arc < labels.length; arc++) {
      for (int label : labels[arc]) {
        if (cut.get(label)) {
          shut.set(arc);
          break;
        }
      }
    }
    return shut;
  }

  private boolean isMinimal(BitSet cut) {
    for (int label : cut.stream().toArray()) {
      BitSet smaller = (BitSet) cut.clone();
      smaller.clear(label);
      if (!reachability.connects(sources, targets, shutBy(smaller), new BitSet(0))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable BitSet bestThatMeetsAllSeen(BitSet within, BitSet without, boolean first) {
    List<BitSet> toMeet = new ArrayList<>();
    for (BitSet way : waysSeen) {
      if (!way.intersects(within)) {
        BitSet open = (BitSet) way.clone();
        open.andNot(without);
        toMeet.add(open);
      }
    }
    BitSet cut =
        (first
                ? HittingSets.first(toMeet, costs, this::goesOn)
                : HittingSets.cheapest(toMeet, costs, this::goesOn))
            .orElse(null);
    if (cut != null) {
      cut.or(within);
    }
    return cut;
  }
}
