package org.araxes.capacity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.graph.MinimumCostFlow;
import org.araxes.graph.SharedCapacityFlow;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/** Looks for the flow of an amount that spends least. */
final class CheapestWays {
  private final Scene scene;
  private final Ledger ledger;
  private final Loads loads;

  CheapestWays(Scene scene, Loads loads) {
    this.scene = scene;
    this.loads = loads;
    ledger = scene.ledger;
  }

  CheapestFlow find(double perDay, Spending spending, Budget.Meter meter) {
    Throughput wanted = new Throughput(perDay, scene.unit);
    double load = scene.view.movement().tonnes();
    if (load == 0 && spending == Spending.MONEY) {
      throw new IllegalArgumentException(
          "The movement carries nothing, so a tonne of it has no price."
              + " Maybe tonnes(20) when making it?");
    }
    if (scene.endsMeet()) {
      return cheapest(
          wanted,
          wanted,
          Packed.nothing(),
          true,
          "Source and target share a node: nothing has scene.to be moved");
    }
    double[] costs =
        switch (spending) {
          case MONEY -> usdPerUnit();
          case TIME -> Arrays.stream(scene.topology.seconds()).map(s -> s / 3_600).toArray();
          case DISTANCE -> Arrays.stream(scene.topology.metres()).map(m -> m / 1_000).toArray();
        };
    long amount = Ledger.inMillionths(perDay);
    if (amount == 0 || !Scene.goesOn(meter)) {
      return cheapest(
          wanted,
          new Throughput(0, scene.unit),
          Packed.nothing(),
          amount == 0,
          amount == 0 ? "Nothing is wanted" : "The budget ended before anything was found");
    }
    long[] capacities = ledger.millionths.clone();
    ledger.shut.stream().forEach(arc -> capacities[arc] = 0);
    MinimumCostFlow flow = new MinimumCostFlow(scene.graph);
    long sent =
        flow.between(
            scene.sources, scene.targets, capacities, costs, amount, () -> Scene.goesOn(meter));
    boolean whole = flow.isComplete();
    long[] carried = flow.flow();
    if (keepsWithin(carried)) {
      return cheapest(
          wanted,
          scene.throughput(sent),
          Packed.of(Paths.of(scene.graph, scene.sources, scene.targets, carried)),
          whole,
          whole ? "" : "The budget ended first: this much passes, at the least cost for it");
    }
    return programmedCheapest(wanted, costs, meter);
  }

  /** Whether a flow keeps to all limits, once what runs both ways along an edge is set off. */
  private boolean keepsWithin(long[] carried) {
    for (int limit = 0; limit < ledger.limits.size(); limit++) {
      int[] arcs = ledger.arcsOf.get(limit);
      if (arcs.length == 2
          && scene.graph.tail(arcs[0]) == scene.graph.head(arcs[1])
          && scene.graph.head(arcs[0]) == scene.graph.tail(arcs[1])) {
        long both = Math.min(carried[arcs[0]], carried[arcs[1]]);
        carried[arcs[0]] -= both;
        carried[arcs[1]] -= both;
      }
    }
    return scene.isWithin(carried);
  }

  private CheapestFlow programmedCheapest(Throughput wanted, double[] costs, Budget.Meter meter) {
    double most = wanted.perDay();
    GreatestFlow engine = new GreatestFlow(scene);
    engine.close(ledger.shut);
    Flow greatest = engine.answer(ledger.shut, meter);
    if (greatest.completeness() == Completeness.TRUNCATED) {
      return cheapest(
          wanted,
          new Throughput(0, scene.unit),
          Packed.nothing(),
          false,
          "The budget ended before it was known how much passes");
    }
    most = Math.min(most, greatest.amount().map(Throughput::perDay).orElse(most));
    if (most == 0) {
      return cheapest(
          wanted, new Throughput(0, scene.unit), Packed.nothing(), true, greatest.reason());
    }
    SharedCapacityFlow.Found found = scene.programme(ledger.shut, meter).cheapest(costs, most);
    return cheapest(
        wanted,
        scene.throughput(found.amount()),
        Packed.of(found),
        found.complete(),
        found.complete()
            ? ""
            : "The budget ended first: this much passes, maybe not at least cost");
  }

  /** US dollars for one unit of the question along each arc. */
  private double[] usdPerUnit() {
    double load = scene.view.movement().tonnes();
    TrafficClass what = scene.view.movement().trafficClass();
    Unit usual = Capacity.unitOf(scene.view.movement());
    double ofUnit =
        loads.convert(new Throughput(1, scene.unit), Mode.ROAD, what, usual).orElseThrow();
    return Arrays.stream(scene.topology.usd()).map(usd -> usd / load * ofUnit).toArray();
  }

  private CheapestFlow cheapest(
      Throughput wanted, Throughput amount, Packed packed, boolean complete, String reason) {
    double[] usd =
        scene.view.movement().tonnes() > 0 ? usdPerUnit() : new double[scene.graph.arcCount()];
    double[] seconds = scene.topology.seconds();
    double[] metres = scene.topology.metres();
    double money = 0;
    double time = 0;
    double distance = 0;
    double all = 0;
    Map<String, Double> priceOf = new LinkedHashMap<>();
    for (int i = 0; i < packed.pieces().size(); i++) {
      double each = 0;
      Paths.Piece piece = packed.pieces().get(i);
      for (int arc : piece.arcs()) {
        each += usd[arc];
        time += seconds[arc] * packed.amounts()[i];
        distance += metres[arc] * packed.amounts()[i];
      }
      money += each * packed.amounts()[i];
      all += packed.amounts()[i];
      priceOf.put(Scene.words(scene.topology.route(piece.arcs(), piece.start())), each);
    }
    List<Use> uses = scene.usesOf(packed);
    String why = reason;
    if (all == 0 && reason.isEmpty()) {
      why =
          scene.connects(ledger.shut)
              ? "There is a way, but nothing passes on it"
              : "No way is open";
    }
    return new CheapestFlow(
        wanted,
        amount,
        scene.carried(
            packed,
            Comparator.comparingDouble(one -> priceOf.getOrDefault(Scene.words(one.route()), 0.0))),
        money,
        all == 0 ? 0 : time / all / 3_600,
        all == 0 ? 0 : distance / all / 1_000,
        uses,
        Scene.unknowns(uses),
        complete ? Completeness.COMPLETE : Completeness.TRUNCATED,
        why);
  }
}
