package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.answer.Completeness;
import org.araxes.answer.Suggestions;
import org.araxes.graph.ArcPath;
import org.araxes.graph.CheapestSet;
import org.araxes.graph.MandatoryLabels;
import org.araxes.graph.ShortestPaths;

/** Barred elements that may be opened, each at a cost, and which of them to open. */
final class Openings {
  private final Between between;
  private final List<String> names;
  private final long[] costs;

  /** What each candidate would open. */
  private final List<BitSet> arcs = new ArrayList<>();

  Openings(Between between, Map<String, Long> costOf) {
    this.between = between;
    TreeMap<String, Long> candidates = new TreeMap<>(costOf);
    names = List.copyOf(candidates.keySet());
    costs = candidates.values().stream().mapToLong(cost -> cost).toArray();
    Map<String, Integer> known = new TreeMap<>();
    for (int element = 0; element < between.elements.count(); element++) {
      if (between.elements.arcsOf(element).length > 0) {
        known.put(between.elements.id(element), element);
      }
    }
    candidates.forEach(
        (name, cost) -> {
          if (cost < 0 || cost > Connectivity.MOST_COST) {
            throw new IllegalArgumentException(
                "Opening "
                    + name
                    + " costs 0 to "
                    + Connectivity.MOST_COST
                    + ", but was "
                    + cost
                    + ". Maybe count in another unit?");
          }
          arcs.add(barred(name, known));
        });
  }

  private BitSet barred(String name, Map<String, Integer> known) {
    Integer element = known.get(name);
    if (element == null) {
      boolean place = between.topology.view().network().findNode(name).isPresent();
      throw new IllegalArgumentException(
          place
              ? "Nothing can be opened at the node \""
                  + name
                  + "\" for this movement, which passes no border there. Maybe one of its edges?"
              : "No edge or crossing \""
                  + name
                  + "\" for this movement."
                  + Suggestions.maybe(name, known.keySet()));
    }
    BitSet barred = new BitSet();
    for (int arc : between.elements.arcsOf(element)) {
      barred.set(arc, !between.topology.isOpen(arc));
    }
    return barred;
  }

  private BitSet shutBut(BitSet chosen) {
    BitSet shut = between.shut();
    chosen.stream().forEach(candidate -> shut.andNot(arcs.get(candidate)));
    return shut;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, costs.length);
    return all;
  }

  private boolean connects(BitSet chosen) {
    return between.endsMeet() || between.connects(shutBut(chosen));
  }

  /** What every way has to use with some of them open. */
  private List<Integer> mandatory(BitSet chosen, int[][] labels) {
    return between.endsMeet()
        ? List.of()
        : MandatoryLabels.between(
            between.graph, between.sources, between.targets, shutBut(chosen), labels);
  }

  /** The cheapest that leave nothing of a kind which every way has to use. */
  Reinforcement securing(CutKind against, Work work) {
    int[][] labels = between.elements.labels(against, between.ends);
    CheapestSet.Found found =
        cheapest(chosen -> connects(chosen) && mandatory(chosen, labels).isEmpty(), work);
    List<Mandatory> left =
        found.complete() && found.members().isEmpty()
            ? mandatory(all(), labels).stream().map(between.elements::mandatory).toList()
            : List.of();
    return answer(found, left);
  }

  /**
   * The cheapest that make a way. A shortest path finds them where a way never needs two of the
   * arcs that one candidate opens, as it pays for each; else it is only an upper bound.
   */
  Reinforcement joining(Work work) {
    if (arcs.stream().anyMatch(this::mayBeUsedTwice)) {
      return answer(cheapest(this::connects, work), List.of());
    }
    double[] prices = new double[between.graph.arcCount()];
    int[] candidateOf = new int[prices.length];
    for (int candidate = 0; candidate < costs.length; candidate++) {
      int own = candidate;
      arcs.get(candidate).stream()
          .forEach(
              arc -> {
                prices[arc] = costs[own];
                candidateOf[arc] = own;
              });
    }
    Optional<ArcPath> way =
        ShortestPaths.in(between.graph, prices)
            .between(between.sources, between.targets, shutBut(all()), Between.NOTHING);
    BitSet opened = new BitSet();
    way.ifPresent(
        path ->
            path.arcs()
                .filter(arc -> !between.topology.isOpen(arc))
                .forEach(arc -> opened.set(candidateOf[arc])));
    boolean there = way.isPresent() || between.endsMeet();
    return new Reinforcement(
        there ? Optional.of(named(opened)) : Optional.empty(),
        opened.stream().mapToLong(candidate -> costs[candidate]).sum(),
        List.of(),
        Completeness.COMPLETE);
  }

  private boolean mayBeUsedTwice(BitSet own) {
    int[] barred = own.stream().toArray();
    return barred.length > 2
        || (barred.length == 2
            && (between.graph.tail(barred[0]) != between.graph.head(barred[1])
                || between.graph.head(barred[0]) != between.graph.tail(barred[1])));
  }

  private CheapestSet.Found cheapest(Predicate<BitSet> enough, Work work) {
    return CheapestSet.find(costs, enough, work);
  }

  private Reinforcement answer(CheapestSet.Found found, List<Mandatory> left) {
    return new Reinforcement(
        found.members().map(this::named),
        found.cost(),
        left,
        found.complete() ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  private SortedSet<String> named(BitSet members) {
    return new TreeSet<>(members.stream().mapToObj(names::get).toList());
  }
}
