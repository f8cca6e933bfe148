package org.araxes.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.araxes.answer.Budget;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.graph.SharedCapacityFlow;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Step;
import org.araxes.network.Topology;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/**
 * The two places asked about and the limits between them, in one unit: where each search starts.
 */
final class Scene {
  static final BitSet NOTHING = new BitSet(0);
  private static final double EXACT = 1e-7;

  final NetworkView view;
  final SortedSet<String> from;
  final SortedSet<String> to;
  final Unit unit;
  final Ledger ledger;
  final Topology topology;
  final IndexedGraph graph;
  final int[] sources;
  final int[] targets;

  Scene(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      Unit unit,
      Loads loads,
      UnknownCapacity unknown,
      Map<String, Throughput> own) {
    this.view = view;
    this.from = view.network().ends(from, "source");
    this.to = view.network().ends(to, "target");
    this.unit = unit;
    topology = view.topology();
    graph = topology.graph();
    sources = topology.verticesOf(this.from);
    targets = topology.verticesOf(this.to);
    ledger = new Ledger(view, this.from, this.to, unit, loads, unknown, own);
  }

  boolean endsMeet() {
    return !Collections.disjoint(from, to);
  }

  /** Steps are flows and routes, long enough to look at clock and signal on each. */
  static boolean goesOn(Budget.Meter meter) {
    return meter.step() && !meter.spent();
  }

  boolean connects(BitSet closed) {
    return new Reachability(graph).connects(sources, targets, closed, NOTHING);
  }

  /** An amount, rid of the rounding of a programme. */
  Throughput throughput(double amount) {
    double near = Math.rint(amount * Ledger.PARTS) / Ledger.PARTS;
    return new Throughput(
        Math.abs(near - amount) <= 1e-8 * (1 + Math.abs(amount)) ? near : amount, unit);
  }

  Throughput throughput(long millionths) {
    return new Throughput((double) millionths / Ledger.PARTS, unit);
  }

  Optional<Throughput> limited(double amount) {
    return Double.isFinite(amount) ? Optional.of(throughput(amount)) : Optional.empty();
  }

  /** Less than this is rounding. */
  static double slack(double amount) {
    return EXACT * (1 + amount);
  }

  // ---- limits and what uses them ---------------------------------------------------------------

  /** Whether a flow in millionths keeps to the limits that several arcs share. */
  boolean isWithin(long[] carried) {
    double[] used = new double[ledger.limits.size()];
    for (int arc = 0; arc < carried.length; arc++) {
      for (int i = 0; carried[arc] > 0 && i < ledger.uses[arc].length; i++) {
        used[ledger.uses[arc][i]] += ledger.weights[arc][i] * carried[arc] / Ledger.PARTS;
      }
    }
    return ledger.shared.stream()
        .allMatch(limit -> used[limit] <= ledger.capacities[limit] * (1 + 1e-12) + 1e-9);
  }

  /** Of the limits of an arc, the one that comes first. */
  int narrowest(int arc) {
    int best = 0;
    for (int i = 1; i < ledger.uses[arc].length; i++) {
      if (ledger.capacities[ledger.uses[arc][i]] / ledger.weights[arc][i]
          < ledger.capacities[ledger.uses[arc][best]] / ledger.weights[arc][best]) {
        best = i;
      }
    }
    return best;
  }

  /** The question as a linear programme, with some arcs shut. */
  SharedCapacityFlow programme(BitSet closed, Budget.Meter meter) {
    BitSet barred = (BitSet) closed.clone();
    double[] capacities = ledger.capacities.clone();
    for (int arc = 0; arc < ledger.millionths.length; arc++) {
      barred.set(arc, barred.get(arc) || ledger.millionths[arc] == 0);
    }
    for (int limit = 0; limit < capacities.length; limit++) {
      capacities[limit] = capacities[limit] == 0 ? 1 : capacities[limit]; // its arcs are barred
    }
    return new SharedCapacityFlow(
        graph,
        sources,
        targets,
        barred,
        ledger.uses,
        ledger.weights,
        capacities,
        () -> goesOn(meter));
  }

  /** The limits that some arcs use, ascending. */
  int[] limitsOf(int[] arcs) {
    return Arrays.stream(arcs)
        .flatMap(arc -> Arrays.stream(ledger.uses[arc]))
        .distinct()
        .sorted()
        .toArray();
  }

  /** How much of each limit some paths use. */
  List<Use> usesOf(Packed packed) {
    double[] used = new double[ledger.limits.size()];
    BitSet touched = new BitSet();
    for (int i = 0; i < packed.pieces().size(); i++) {
      for (int arc : packed.pieces().get(i).arcs()) {
        for (int k = 0; k < ledger.uses[arc].length; k++) {
          used[ledger.uses[arc][k]] += ledger.weights[arc][k] * packed.amounts()[i];
          touched.set(ledger.uses[arc][k]);
        }
      }
    }
    return touched.stream()
        .mapToObj(limit -> new Use(ledger.limits.get(limit), used[limit]))
        .toList();
  }

  static List<Limit> unknowns(List<Use> uses) {
    return uses.stream().map(Use::limit).filter(limit -> !limit.known()).toList();
  }

  /** Paths as routes, ties in the order of their words. */
  List<Carried> carried(Packed packed, Comparator<Carried> order) {
    List<Carried> all = new ArrayList<>();
    for (int i = 0; i < packed.pieces().size(); i++) {
      Paths.Piece piece = packed.pieces().get(i);
      all.add(
          new Carried(
              topology.route(piece.arcs(), piece.start()), throughput(packed.amounts()[i])));
    }
    all.sort(order.thenComparing(one -> words(one.route())));
    return all;
  }

  /** A route by what it uses, to tell it from others. */
  static String words(Route route) {
    StringBuilder text = new StringBuilder(route.from());
    for (Step step : route.steps()) {
      text.append(' ')
          .append(
              step.fold(
                  Step.Leg::edge,
                  passing -> passing.crossing() + passing.toSide(),
                  transfer -> transfer.node() + transfer.toMode() + transfer.toGauge()));
    }
    return text.toString();
  }
}
