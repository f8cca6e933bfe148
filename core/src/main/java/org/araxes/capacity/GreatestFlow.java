package org.araxes.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.control.Blocking;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.Reachability;
import org.araxes.graph.SharedCapacityFlow;
import org.araxes.graph.ShortestPaths;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/**
 * The greatest flow and what jams it, with some arcs shut or others: a workspace for one question
 * and its variants, for one thread.
 */
final class GreatestFlow {
  private final Scene scene;
  private final Ledger ledger;
  private final MaximumFlow flow;
  private BitSet shut = new BitSet();
  private long value;

  GreatestFlow(Scene scene) {
    this.scene = scene;
    ledger = scene.ledger;
    flow = new MaximumFlow(scene.graph);
  }

  /** Asks anew with some arcs shut. */
  void close(BitSet arcs) {
    shut = (BitSet) arcs.clone();
    long[] capacities = ledger.millionths.clone();
    arcs.stream().forEach(arc -> capacities[arc] = 0);
    value = flow.between(scene.sources, scene.targets, capacities);
  }

  /** Shuts some more arcs, or opens them again, going on from the last flow. */
  void change(int[] which, boolean open) {
    long[] capacities = new long[which.length];
    for (int i = 0; i < which.length; i++) {
      capacities[i] = open ? ledger.millionths[which[i]] : 0;
      shut.set(which[i], !open);
    }
    value = flow.change(which, capacities);
  }

  /** Whether the last flow keeps to the limits that several arcs share. */
  boolean keepsWithin() {
    if (ledger.shared.isEmpty() || value == MaximumFlow.UNLIMITED) {
      return true;
    }
    return scene.isWithin(flow.flow());
  }

  Flow answer(BitSet closed, Budget.Meter meter) {
    if (value == MaximumFlow.UNLIMITED) {
      return unlimited(closed);
    }
    if (keepsWithin()) {
      Packed packed = Packed.of(Paths.of(scene.graph, scene.sources, scene.targets, flow.flow()));
      double[] prices = new double[ledger.limits.size()];
      BitSet side = flow.sourceSide();
      BitSet far = new Reachability(scene.graph).to(scene.targets, closed, Scene.NOTHING);
      for (int arc = 0; arc < scene.graph.arcCount(); arc++) {
        if (!closed.get(arc)
            && side.get(scene.graph.tail(arc))
            && !side.get(scene.graph.head(arc))
            && far.get(scene.graph.head(arc))) { // not where nothing passes and no way leads on
          int least = scene.narrowest(arc);
          prices[ledger.uses[arc][least]] += ledger.weights[arc][least];
        }
      }
      Throughput amount = scene.throughput(value);
      return flowOf(amount, Optional.of(amount), packed, prices, closed, true);
    }
    return programmed(closed, meter);
  }

  /** The greatest amount alone, or empty where the budget ended first. */
  Optional<Bounds> amount(Budget.Meter meter) {
    if (value == MaximumFlow.UNLIMITED) {
      return Optional.of(new Bounds(Double.POSITIVE_INFINITY));
    }
    if (keepsWithin()) {
      return Optional.of(new Bounds((double) value / Ledger.PARTS));
    }
    SharedCapacityFlow.Found found = scene.programme(shut, meter).greatest();
    return found.complete() ? Optional.of(new Bounds(found.amount())) : Optional.empty();
  }

  /** The answer where source and target share a node. */
  static Flow meeting() {
    return new Flow(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Completeness.COMPLETE,
        "Source and target share a node: nothing limits what passes");
  }

  /** The answer where the budget ended before there was one. */
  static Flow truncated(Unit unit) {
    return new Flow(
        Optional.of(new Throughput(0, unit)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Completeness.TRUNCATED,
        "The budget ended before anything was found");
  }

  /** What each arc carries, in millionths. */
  long[] carried() {
    return flow.flow();
  }

  /** An amount, infinite where nothing limits it. */
  record Bounds(double amount) {}

  private Flow programmed(BitSet closed, Budget.Meter meter) {
    SharedCapacityFlow.Found found = scene.programme(closed, meter).greatest();
    double amount = found.amount();
    double bound = Math.max(found.bound(), amount);
    boolean complete = found.complete() && bound - amount <= Scene.slack(amount);
    if (complete) {
      bound = amount;
    }
    double[] prices = found.prices().clone();
    for (int limit = 0; limit < prices.length; limit++) {
      prices[limit] = prices[limit] > 1e-9 ? prices[limit] : 0;
    }
    addEmpty(prices, closed);
    return flowOf(
        scene.throughput(amount), scene.limited(bound), Packed.of(found), prices, closed, complete);
  }

  /** Limits of nothing on the way belong to the jam too. */
  private void addEmpty(double[] prices, BitSet closed) {
    BitSet narrow = (BitSet) closed.clone();
    for (int arc = 0; arc < ledger.millionths.length; arc++) {
      narrow.set(arc, narrow.get(arc) || ledger.millionths[arc] == 0);
    }
    Reachability reach = new Reachability(scene.graph);
    BitSet near = reach.from(scene.sources, narrow, Scene.NOTHING);
    BitSet far = reach.to(scene.targets, closed, Scene.NOTHING);
    for (int arc = 0; arc < ledger.millionths.length; arc++) {
      if (!closed.get(arc)
          && ledger.millionths[arc] == 0
          && near.get(scene.graph.tail(arc))
          && far.get(scene.graph.head(arc))) {
        int least = scene.narrowest(arc);
        prices[ledger.uses[arc][least]] =
            Math.max(prices[ledger.uses[arc][least]], ledger.weights[arc][least]);
      }
    }
  }

  private Flow flowOf(
      Throughput amount,
      Optional<Throughput> bound,
      Packed packed,
      double[] prices,
      BitSet closed,
      boolean complete) {
    List<Use> uses = scene.usesOf(packed);
    boolean way = scene.connects(closed);
    return new Flow(
        Optional.of(amount),
        bound,
        scene.carried(packed, Comparator.comparingDouble(one -> -one.amount().perDay())),
        Optional.empty(),
        uses,
        bound.map(most -> jam(prices, closed)),
        Scene.unknowns(uses),
        complete ? Completeness.COMPLETE : Completeness.TRUNCATED,
        amount.perDay() > 0
            ? ""
            : way ? "There is a way, but nothing passes on it" : "No way is open");
  }

  private Flow unlimited(BitSet closed) {
    BitSet narrow = (BitSet) closed.clone();
    for (int arc = 0; arc < ledger.millionths.length; arc++) {
      narrow.set(arc, narrow.get(arc) || ledger.millionths[arc] < MaximumFlow.UNLIMITED);
    }
    ArcPath path =
        ShortestPaths.in(scene.graph, scene.topology.seconds())
            .between(scene.sources, scene.targets, narrow, Scene.NOTHING)
            .orElseThrow();
    int[] arcs = path.arcs().toArray();
    List<Limit> unknowns = new ArrayList<>();
    for (int limit : scene.limitsOf(arcs)) {
      if (!ledger.limits.get(limit).known()) {
        unknowns.add(ledger.limits.get(limit));
      }
    }
    return new Flow(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(scene.topology.route(arcs, path.start())),
        List.of(),
        Optional.empty(),
        unknowns,
        Completeness.COMPLETE,
        "Nothing known limits what passes on one way at least");
  }

  private Jam jam(double[] prices, BitSet closed) {
    List<Jam.Part> parts = new ArrayList<>();
    Set<ControlRule> rules = new LinkedHashSet<>();
    for (int limit = 0; limit < prices.length; limit++) {
      if (prices[limit] > 0) {
        parts.add(new Jam.Part(ledger.limits.get(limit), prices[limit]));
        boolean left = Arrays.stream(ledger.arcsOf.get(limit)).anyMatch(arc -> !closed.get(arc));
        if (left) {
          rules.addAll(ledger.rulesOf(limit));
        }
      }
    }
    return new Jam(parts, Blocking.alone(rules), Blocking.together(rules));
  }
}
