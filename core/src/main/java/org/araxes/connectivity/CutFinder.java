package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.araxes.answer.Completeness;
import org.araxes.control.Blocking;
import org.araxes.graph.LabelCuts;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.MinimalCuts;

/** Looks for cuts: by greatest flows where they answer the question, else by ways met. */
final class CutFinder {
  private final Between between;
  private final CutKind kind;
  private final long[] prices;

  /** The elements in order of their ids, and the place of each there. */
  private final int[] byId;

  private final int[] ranks;

  CutFinder(Between between, CutKind kind, Map<String, Long> costs, SortedSet<String> spared) {
    this.between = between;
    this.kind = kind;
    prices = new long[between.elements.count()];
    for (int element = 0; element < prices.length; element++) {
      String id = between.elements.id(element);
      prices[element] = spared.contains(id) ? MaximumFlow.UNLIMITED : costs.getOrDefault(id, 1L);
    }
    byId =
        IntStream.range(0, prices.length)
            .boxed()
            .sorted(Comparator.comparing(between.elements::id))
            .mapToInt(element -> element)
            .toArray();
    ranks = new int[prices.length];
    for (int rank = 0; rank < byId.length; rank++) {
      ranks[byId[rank]] = rank;
    }
  }

  /** The minimal cuts in the order of {@link Cut}. */
  CutIterator inOrder(Work work) {
    return CutNetwork.of(between, kind, prices)
        .map(
            network -> {
              MinimalCuts found =
                  new MinimalCuts(
                      network.graph,
                      network.sources,
                      network.targets,
                      network.barred,
                      network.costs,
                      Arrays.stream(network.elementOf)
                          .map(element -> element < 0 ? ranks.length : ranks[element])
                          .toArray(),
                      work);
              return named(
                  found,
                  cut ->
                      cut(cut.cost(), cut.arcs().mapToObj(arc -> network.elementOf[arc]).toList()),
                  found::isComplete);
            })
        .orElseGet(
            () -> {
              LabelCuts found =
                  new LabelCuts(
                      between.graph,
                      between.sources,
                      between.targets,
                      between.shut(),
                      ranked(between.elements.labels(kind, between.ends)),
                      Arrays.stream(byId).mapToLong(element -> prices[element]).toArray(),
                      work);
              return named(
                  found,
                  cut -> cut(cut.cost(), cut.labels().stream().map(rank -> byId[rank]).toList()),
                  found::isComplete);
            });
  }

  private int[][] ranked(int[][] labels) {
    return Arrays.stream(labels)
        .map(own -> Arrays.stream(own).map(element -> ranks[element]).toArray())
        .toArray(int[][]::new);
  }

  private Cut cut(long cost, Collection<Integer> members) {
    TreeSet<Integer> own = new TreeSet<>(members);
    TreeSet<String> ids = new TreeSet<>();
    own.forEach(element -> ids.add(between.elements.id(element)));
    var rules = between.elements.rulesOf(own);
    return new Cut(
        ids,
        cost,
        ids.isEmpty() ? new TreeSet<>() : Blocking.alone(rules),
        ids.isEmpty() ? new TreeSet<>() : Blocking.together(rules));
  }

  private static <T> CutIterator named(
      Iterator<T> found, Function<T, Cut> name, BooleanSupplier complete) {
    return new CutIterator() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public Cut next() {
        return name.apply(found.next());
      }

      @Override
      public Completeness completeness() {
        return complete.getAsBoolean() ? Completeness.COMPLETE : Completeness.TRUNCATED;
      }
    };
  }

  /** No cuts at all. */
  static CutIterator none() {
    return named(Collections.<Cut>emptyIterator(), cut -> cut, () -> true);
  }

  /** The first cuts in their order. */
  Cuts list(Work work, int count, boolean cheapestOnly, String noWay) {
    CutIterator found = inOrder(work);
    List<Cut> cuts = new ArrayList<>();
    boolean more = false;
    while (found.hasNext()) {
      if (cuts.size() == count) {
        more = true;
        break;
      }
      Cut cut = found.next();
      if (cheapestOnly && !cuts.isEmpty() && cut.cost() > cuts.get(0).cost()) {
        break;
      }
      cuts.add(cut);
    }
    boolean complete = found.completeness() == Completeness.COMPLETE;
    String reason = "";
    if (cuts.isEmpty() && complete) {
      reason = "Some way uses nothing that may be cut";
    } else if (!cuts.isEmpty() && cuts.get(0).elements().isEmpty()) {
      reason = noWay;
    }
    return new Cuts(
        cuts, complete && !more ? Completeness.COMPLETE : Completeness.TRUNCATED, reason);
  }
}
