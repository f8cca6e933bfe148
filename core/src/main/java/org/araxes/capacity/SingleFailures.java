package org.araxes.capacity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.control.ControlRule;
import org.araxes.network.ArcKind;
import org.araxes.network.Step;
import org.araxes.quantity.Throughput;

/** Looks at each failure that the greatest flow could feel, going on from that flow. */
final class SingleFailures {
  private final Scene scene;
  private final Ledger ledger;

  SingleFailures(Scene scene) {
    this.scene = scene;
    ledger = scene.ledger;
  }

  AtRisk find(Budget.Meter meter, Progress progress) {
    if (scene.endsMeet()) {
      return new AtRisk(GreatestFlow.meeting(), List.of(), 0, Completeness.COMPLETE);
    }
    if (!Scene.goesOn(meter)) {
      return new AtRisk(GreatestFlow.truncated(scene.unit), List.of(), 0, Completeness.TRUNCATED);
    }
    GreatestFlow engine = new GreatestFlow(scene);
    engine.close(ledger.shut);
    Flow today = engine.answer(ledger.shut, meter);
    if (today.completeness() == Completeness.TRUNCATED) {
      return new AtRisk(today, List.of(), 0, Completeness.TRUNCATED);
    }
    BitSet used = usedArcs(today, engine);
    List<Failure> failures = failures(used);
    List<Risk> risks = new ArrayList<>();
    double before = today.amount().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY);
    int examined = 0;
    boolean complete = true;
    for (Failure failure : failures) {
      int[] more = failure.arcs().stream().mapToInt(arc -> arc).toArray();
      if (!Scene.goesOn(meter)) {
        complete = false;
        break;
      }
      engine.change(more, false);
      Optional<GreatestFlow.Bounds> left = engine.amount(meter);
      engine.change(more, true);
      if (left.isEmpty()) {
        complete = false;
        break;
      }
      examined++;
      progress.report("capacity at risk", examined, failures.size());
      double after = left.get().amount();
      if (Double.isInfinite(before)
          ? Double.isFinite(after)
          : before - after > Scene.slack(before)) {
        risks.add(
            new Risk(
                failure.what(),
                failure.kind(),
                scene.limited(after),
                Double.isFinite(before) ? scene.limited(before - after) : Optional.empty()));
      }
    }
    risks.sort(
        Comparator.comparingDouble(
                (Risk risk) -> risk.left().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Risk::kind)
            .thenComparing(Risk::what));
    return new AtRisk(
        today, risks, examined, complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  /** What fails, and the open arcs that are shut then. */
  private record Failure(String what, RiskKind kind, List<Integer> arcs) {}

  /** The arcs of the flow found; all open ones where it has no limit. */
  private BitSet usedArcs(Flow today, GreatestFlow engine) {
    BitSet used = new BitSet();
    if (today.amount().isEmpty()) {
      used.set(0, scene.graph.arcCount());
      used.andNot(ledger.shut);
      return used;
    }
    if (engine.keepsWithin()) {
      long[] carried = engine.carried();
      for (int arc = 0; arc < carried.length; arc++) {
        used.set(arc, carried[arc] > 0);
      }
      return used;
    }
    Set<String> legs = new TreeSet<>();
    for (Carried one : today.routes()) {
      for (Step step : one.route().steps()) {
        legs.add(step.fold(Step.Leg::edge, Step.BorderPassing::crossing, Step.Transfer::node));
      }
    }
    for (int arc = 0; arc < scene.graph.arcCount(); arc++) {
      used.set(arc, !ledger.shut.get(arc) && legs.contains(scene.topology.element(arc)));
    }
    return used;
  }

  private List<Failure> failures(BitSet used) {
    Map<String, List<Integer>> edges = new TreeMap<>();
    Map<String, List<Integer>> crossings = new TreeMap<>();
    Map<String, List<Integer>> yards = new TreeMap<>();
    Map<String, List<Integer>> nodes = new TreeMap<>();
    Map<String, List<Integer>> parties = new TreeMap<>();
    used.stream()
        .forEach(
            arc -> {
              of(scene.topology.kind(arc), edges, crossings, yards)
                  .put(scene.topology.element(arc), new ArrayList<>());
              for (int end : new int[] {scene.graph.tail(arc), scene.graph.head(arc)}) {
                String node = scene.topology.node(end).id();
                if (!scene.topology.node(end).isCrossing()
                    && !scene.from.contains(node)
                    && !scene.to.contains(node)) {
                  nodes.put(node, new ArrayList<>());
                }
              }
              ControlRule rule = scene.topology.rules().get(scene.topology.ruleOf(arc));
              for (String party : rule.parties()) {
                if (rule.canBeShutBy(party)) {
                  parties.put(party, new ArrayList<>());
                }
              }
            });
    List<List<String>> able = new ArrayList<>(); // who can shut alone, by rule
    for (ControlRule rule : scene.topology.rules()) {
      able.add(rule.parties().stream().filter(rule::canBeShutBy).toList());
    }
    for (int arc = ledger.shut.nextClearBit(0);
        arc < scene.graph.arcCount();
        arc = ledger.shut.nextClearBit(arc + 1)) {
      mark(of(scene.topology.kind(arc), edges, crossings, yards), scene.topology.element(arc), arc);
      String tail = scene.topology.node(scene.graph.tail(arc)).id();
      String head = scene.topology.node(scene.graph.head(arc)).id();
      mark(nodes, tail, arc);
      if (!head.equals(tail)) {
        mark(nodes, head, arc);
      }
      for (String party : able.get(scene.topology.ruleOf(arc))) {
        mark(parties, party, arc);
      }
    }
    List<Failure> all = new ArrayList<>();
    parties.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.PARTY, arcs)));
    crossings.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.CROSSING, arcs)));
    edges.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.EDGE, arcs)));
    yards.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.YARD, arcs)));
    nodes.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.NODE, arcs)));
    return all;
  }

  private static <T> T of(ArcKind kind, T edge, T crossing, T yard) {
    return switch (kind) {
      case EDGE -> edge;
      case CROSSING -> crossing;
      case TRANSFER -> yard;
    };
  }

  private static void mark(Map<String, List<Integer>> arcsOf, String element, int arc) {
    List<Integer> arcs = arcsOf.get(element);
    if (arcs != null) {
      arcs.add(arc);
    }
  }
}
