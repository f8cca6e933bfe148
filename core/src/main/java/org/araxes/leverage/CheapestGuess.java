package org.araxes.leverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.KeyQuotient;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.ShortestPaths;

/**
 * A set that suffices, and what every such set costs at least: where a search for the cheapest one
 * begins.
 *
 * <p><b>Method.</b> Each arc pays for its keys as if nobody else did: a shortest path (to open) or
 * a least cut (to block, an arc at its cheapest key) names a set. If arcs share what a key costs
 * instead, cost(k) / n(k) for the n(k) arcs that a path or a cut can use of it, no path and no cut
 * costs more than the keys it takes, so the least one is a bound. A path leaves a vertex once, and
 * enters one once; a cut may use all arcs.
 *
 * <p><b>Cost.</b> Two shortest paths or two least cuts of the small network.
 *
 * @param set one that suffices; empty where none of finite cost was found
 * @param bound no set that suffices costs less
 */
record CheapestGuess(Optional<BitSet> set, double bound) {
  /** Where nothing is known. */
  static final CheapestGuess NONE = new CheapestGuess(Optional.empty(), 0);

  /** What rounding may have added to a bound, in proportion. */
  private static final double ROUNDING = 1e-9;

  /** Into so many parts the largest finite cost is split for whole capacities. */
  private static final double PARTS = 1L << 36;

  /**
   * Makes one.
   *
   * @param quotient the small network
   * @param costs by key, 0 or more, infinite for one that is not to be had
   * @param blocking whether the set is to block instead of to open
   */
  static CheapestGuess of(KeyQuotient quotient, double[] costs, boolean blocking) {
    if (quotient.isNeverOpen() || quotient.isAlwaysOpen()) {
      return NONE;
    }
    double[] all = Arrays.copyOf(costs, quotient.keyCount());
    return blocking ? blocking(quotient, all) : opening(quotient, all);
  }

  private static CheapestGuess opening(KeyQuotient quotient, double[] costs) {
    double always = quotient.mandatory().stream().mapToDouble(key -> costs[key]).sum();
    if (quotient.source() == quotient.target()) {
      return new CheapestGuess(Optional.of(quotient.mandatory()), always);
    }
    IndexedGraph graph = quotient.graph();
    BitSet[] tails = new BitSet[costs.length];
    BitSet[] heads = new BitSet[costs.length];
    Arrays.setAll(tails, key -> new BitSet());
    Arrays.setAll(heads, key -> new BitSet());
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      for (int key : quotient.keys(arc).stream().toArray()) {
        tails[key].set(graph.tail(arc));
        heads[key].set(graph.head(arc));
      }
    }
    int[] uses = new int[costs.length];
    Arrays.setAll(uses, key -> Math.min(tails[key].cardinality(), heads[key].cardinality()));
    Optional<BitSet> set =
        path(quotient, costs, new int[0])
            .map(
                way -> {
                  BitSet keys = quotient.mandatory();
                  way.arcs().forEach(arc -> keys.or(quotient.keys(arc)));
                  return keys;
                });
    double least = path(quotient, costs, uses).map(ArcPath::cost).orElse(Double.POSITIVE_INFINITY);
    return new CheapestGuess(
        set.filter(one -> always < Double.POSITIVE_INFINITY), lower(always + least));
  }

  /** The cheapest path, each arc at its keys' costs, divided by how often each may be used. */
  private static Optional<ArcPath> path(KeyQuotient quotient, double[] costs, int[] uses) {
    IndexedGraph graph = quotient.graph();
    double[] prices = new double[graph.arcCount()];
    BitSet barred = new BitSet();
    for (int arc = 0; arc < prices.length; arc++) {
      for (int key : quotient.keys(arc).stream().toArray()) {
        prices[arc] += uses.length == 0 ? costs[key] : costs[key] / uses[key];
      }
      if (prices[arc] == Double.POSITIVE_INFINITY) {
        barred.set(arc);
        prices[arc] = 0;
      }
    }
    return ShortestPaths.in(graph, prices)
        .between(
            new int[] {quotient.source()}, new int[] {quotient.target()}, barred, new BitSet(0));
  }

  private static CheapestGuess blocking(KeyQuotient quotient, double[] costs) {
    BitSet best = new BitSet();
    double cheapest = Double.POSITIVE_INFINITY;
    for (int veto : quotient.mandatory().stream().toArray()) {
      if (costs[veto] < cheapest) {
        cheapest = costs[veto];
        best.clear();
        best.set(veto);
      }
    }
    double bound = Double.POSITIVE_INFINITY;
    if (quotient.source() != quotient.target()) {
      int[] uses = new int[costs.length];
      IndexedGraph graph = quotient.graph();
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        quotient.keys(arc).stream().forEach(key -> uses[key]++);
      }
      double unit = Arrays.stream(costs).filter(Double::isFinite).max().orElse(0) / PARTS;
      MaximumFlow flow = new MaximumFlow(graph);
      if (cut(quotient, flow, costs, new int[0], unit) < MaximumFlow.UNLIMITED) {
        BitSet near = flow.sourceSide();
        BitSet set = new BitSet();
        for (int arc = 0; arc < graph.arcCount(); arc++) {
          if (near.get(graph.tail(arc)) && !near.get(graph.head(arc))) {
            set.set(cheapestKey(quotient.keys(arc), costs, new int[0]));
          }
        }
        double cost = set.stream().mapToDouble(key -> costs[key]).sum();
        if (cost < cheapest) {
          cheapest = cost;
          best = set;
        }
        bound = cut(quotient, flow, costs, uses, unit) * unit;
      }
    }
    double least =
        quotient.mandatory().stream().mapToDouble(veto -> costs[veto]).min().orElse(bound);
    return new CheapestGuess(
        cheapest < Double.POSITIVE_INFINITY ? Optional.of(best) : Optional.empty(),
        lower(Math.min(least, bound)));
  }

  /** The least cut in units, rounded down, each arc at its cheapest key. */
  private static long cut(
      KeyQuotient quotient, MaximumFlow flow, double[] costs, int[] uses, double unit) {
    long[] capacity = new long[quotient.graph().arcCount()];
    for (int arc = 0; arc < capacity.length; arc++) {
      BitSet keys = quotient.keys(arc);
      double price =
          keys.isEmpty()
              ? Double.POSITIVE_INFINITY
              : price(cheapestKey(keys, costs, uses), costs, uses);
      capacity[arc] =
          price == Double.POSITIVE_INFINITY
              ? MaximumFlow.UNLIMITED
              : unit == 0 ? 0 : (long) Math.floor(price / unit);
    }
    return flow.between(new int[] {quotient.source()}, new int[] {quotient.target()}, capacity);
  }

  private static int cheapestKey(BitSet keys, double[] costs, int[] uses) {
    int best = keys.nextSetBit(0);
    for (int key = best; key >= 0; key = keys.nextSetBit(key + 1)) {
      if (price(key, costs, uses) < price(best, costs, uses)) {
        best = key;
      }
    }
    return best;
  }

  private static double price(int key, double[] costs, int[] uses) {
    return uses.length == 0 ? costs[key] : costs[key] / uses[key];
  }

  private static double lower(double bound) {
    return bound == Double.POSITIVE_INFINITY ? bound : bound * (1 - ROUNDING);
  }
}
