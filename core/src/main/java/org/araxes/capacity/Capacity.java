package org.araxes.capacity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Progress;
import org.araxes.answer.Suggestions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.network.NetworkView;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/**
 * How much of a movement passes from some nodes to others in a day.
 *
 * <p><b>Definition.</b> Over what is open for the movement on the day, amounts x(r) ≥ 0 go along
 * routes r so that no {@linkplain Limit limit} is exceeded: the capacity of an edge, both
 * directions and all gauges together; the cap of an agreement on it; the capacity of a crossing by
 * mode and direction, caps of agreements included; that of a yard where mode or gauge changes; the
 * permits of a state spread over the days for which they are; and what the caller sets. All of a
 * capacity is taken to be there for this movement. Amounts are averages and may be any numbers,
 * also in trains.
 *
 * <p><b>What nobody knows.</b> By default an unknown capacity holds nothing back; {@link #assuming}
 * changes that. Every answer names the unknown capacities it uses. A figure in a unit that does not
 * turn into that of the question is unknown too, and says so. Pipelines, cables, ships and aircraft
 * meet no capacity at a border unless the data state one.
 *
 * <p><b>Method.</b> A greatest flow and its least cut, counted in millionths of the unit, each
 * capacity rounded down to them. Where a limit is shared by arcs of which a flow can use several
 * (two gauges of one line, all ways into a state) and that flow would exceed it, a linear programme
 * over routes takes its place, right to nine digits. Both come with a proof: the routes carry the
 * amount, the jam bounds it.
 *
 * <p><b>Borderline cases.</b> Where source and target share a node nothing limits what passes.
 * Where there is no way the amount is 0 and the jam has no parts.
 *
 * <p><b>Cost.</b> Made in O(n + m); a greatest flow takes near O(m) on networks of roads. Safe to
 * share between threads; the same answer on every run.
 *
 * <p><b>Left out.</b> Opening hours, queues, and other traffic that wants the same capacity.
 */
public final class Capacity {
  /** Enough for every single failure of a regional network; a step is a flow or a route. */
  public static final Budget DEFAULT_BUDGET = Budget.ofSteps(1_000_000);

  private final Scene scene;
  private final Loads loads;
  private final UnknownCapacity unknown;
  private final Map<String, Throughput> own;
  private final Budget budget;
  private final Progress progress;

  private Capacity(
      Scene scene,
      Loads loads,
      UnknownCapacity unknown,
      Map<String, Throughput> own,
      Budget budget,
      Progress progress) {
    this.scene = scene;
    this.loads = loads;
    this.unknown = unknown;
    this.own = own;
    this.budget = budget;
    this.progress = progress;
  }

  /**
   * Asks about two sets of nodes, in the unit that fits the movement: tonnes for goods, persons for
   * persons, cubic metres for gas, barrels for oil, megawatts for power.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return the question
   * @throws IllegalArgumentException if a set is empty or names no node of the network, or if no
   *     unit fits the movement: data have none, and gas and power none in common
   */
  public static Capacity between(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    Loads loads = Loads.DEFAULT;
    UnknownCapacity unknown = UnknownCapacity.unlimited();
    Unit unit = unitOf(view.movement());
    return new Capacity(
        new Scene(view, from, to, unit, loads, unknown, Map.of()),
        loads,
        unknown,
        Map.of(),
        DEFAULT_BUDGET,
        Progress.NONE);
  }

  /** The unit in which a movement is counted unless asked otherwise. */
  static Unit unitOf(Movement movement) {
    return switch (movement.trafficClass()) {
      case GOODS -> Unit.TONNES;
      case PERSONS -> Unit.PERSONS;
      case ENERGY -> {
        Set<Mode> modes = movement.modes();
        if (modes.equals(Set.of(Mode.GAS))) {
          yield Unit.CUBIC_METRES;
        }
        if (modes.equals(Set.of(Mode.OIL))) {
          yield Unit.BARRELS;
        }
        if (modes.equals(Set.of(Mode.POWER))) {
          yield Unit.MEGAWATTS;
        }
        throw new IllegalArgumentException(
            "No unit measures " + modes + " alike. Maybe ask for each mode by itself?");
      }
      case DATA ->
          throw new IllegalArgumentException(
              "No unit of throughput measures data. Maybe ask connectivity instead?");
    };
  }

  private Capacity with(
      Unit unit, Loads otherLoads, UnknownCapacity other, Map<String, Throughput> limits) {
    Scene changed = new Scene(view(), scene.from, scene.to, unit, otherLoads, other, limits);
    return new Capacity(changed, otherLoads, other, limits, budget, progress);
  }

  /**
   * Counts in another unit.
   *
   * @param other for goods tonnes, trainloads, truckloads, containers or barrels; for persons
   *     persons, trainloads or carloads
   * @return another question
   * @throws IllegalArgumentException if nothing turns the usual unit of the movement into it
   */
  public Capacity counting(Unit other) {
    Unit usual = unitOf(view().movement());
    TrafficClass what = view().movement().trafficClass();
    if (loads.convert(new Throughput(1, usual), Mode.ROAD, what, other).isEmpty()) {
      throw new IllegalArgumentException(
          "What is counted in "
              + usual.code()
              + " cannot be counted in "
              + other.code()
              + ". Maybe "
              + usual.code()
              + "?");
    }
    return with(other, loads, unknown, own);
  }

  /**
   * Sets how much vehicles carry.
   *
   * @param other the loads
   * @return another question
   */
  public Capacity loading(Loads other) {
    return with(unit(), other, unknown, own);
  }

  /**
   * Sets what is taken for a capacity that nobody knows.
   *
   * @param other the policy
   * @return another question
   * @throws IllegalArgumentException if it lacks an amount, or gives one that does not turn into
   *     the unit of the question
   */
  public Capacity assuming(UnknownCapacity other) {
    return with(unit(), loads, other, own);
  }

  /**
   * Sets limits of the caller's own, in addition to those of the data: on edges, and on nodes for
   * what leaves them along edges (what comes to them, where ways end).
   *
   * @param limits by id of an edge or node
   * @return another question
   * @throws IllegalArgumentException if an id is not one of an element, or an amount does not turn
   *     into the unit of the question
   */
  public Capacity limiting(Map<String, Throughput> limits) {
    return with(unit(), loads, unknown, Collections.unmodifiableMap(new TreeMap<>(limits)));
  }

  /**
   * Limits the work.
   *
   * @param limit a step is a flow or a route
   * @return another question
   */
  public Capacity within(Budget limit) {
    return new Capacity(scene, loads, unknown, own, limit, progress);
  }

  /**
   * Tells of progress.
   *
   * @param listener hears of each failure looked at
   * @return another question
   */
  public Capacity telling(Progress listener) {
    return new Capacity(scene, loads, unknown, own, budget, listener);
  }

  /**
   * The network as the movement sees it.
   *
   * @return the view
   */
  public NetworkView view() {
    return scene.view;
  }

  /**
   * The unit in which it is counted.
   *
   * @return the unit
   */
  public Unit unit() {
    return scene.unit;
  }

  /**
   * Everything that holds the movement back somewhere, or might.
   *
   * @return edges and caps, crossings, yards, places, permits, each by id
   */
  public List<Limit> limits() {
    return List.copyOf(scene.ledger.limits);
  }

  // ---- how much --------------------------------------------------------------------------------

  /**
   * The most that passes in a day.
   *
   * @return the amount with its proof: routes that carry it, and the jam that bounds it
   */
  public Flow greatest() {
    return without(List.of());
  }

  /**
   * The most that passes while some fail.
   *
   * @param failing ids of parties, which shut all that they can shut together; or of edges and
   *     nodes
   * @return the amount with its proof
   * @throws IllegalArgumentException if an id is neither
   */
  public Flow without(Collection<String> failing) {
    Budget.Meter meter = budget.start();
    BitSet shut = shutBy(failing);
    if (scene.endsMeet()) {
      return GreatestFlow.meeting();
    }
    if (!Scene.goesOn(meter)) {
      return GreatestFlow.truncated(unit());
    }
    GreatestFlow engine = new GreatestFlow(scene);
    engine.close(shut);
    return engine.answer(shut, meter);
  }

  private BitSet shutBy(Collection<String> failing) {
    TreeSet<String> parties = new TreeSet<>();
    BitSet shut = (BitSet) scene.ledger.shut.clone();
    for (String id : failing) {
      if (view().network().findParty(id).isPresent()) {
        parties.add(id);
        continue;
      }
      if (view().network().findNode(id).isEmpty() && view().network().findEdge(id).isEmpty()) {
        List<String> there = new ArrayList<>();
        view().network().parties().forEach(party -> there.add(party.id()));
        view().network().edges().forEach(edge -> there.add(edge.id()));
        view().network().nodes().forEach(node -> there.add(node.id()));
        throw new IllegalArgumentException(
            "No party, edge or node \"" + id + "\"." + Suggestions.maybe(id, there));
      }
      for (int arc = 0; arc < scene.graph.arcCount(); arc++) {
        if (scene.topology.element(arc).equals(id) || touches(arc, id)) {
          shut.set(arc);
        }
      }
    }
    shut.or(shutTogether(parties));
    return shut;
  }

  private boolean touches(int arc, String node) {
    return scene.topology.node(scene.graph.tail(arc)).id().equals(node)
        || scene.topology.node(scene.graph.head(arc)).id().equals(node);
  }

  private BitSet shutTogether(Set<String> parties) {
    BitSet rules = new BitSet();
    for (int rule = 0; rule < scene.topology.rules().size() && !parties.isEmpty(); rule++) {
      rules.set(rule, scene.topology.rules().get(rule).canBeShutBy(parties::contains));
    }
    BitSet shut = new BitSet();
    for (int arc = 0; arc < scene.graph.arcCount() && !rules.isEmpty(); arc++) {
      shut.set(arc, rules.get(scene.topology.ruleOf(arc)));
    }
    return shut;
  }

  // ---- one route -------------------------------------------------------------------------------

  /**
   * The route along which most passes: that whose narrowest place is widest, of several the
   * quickest.
   *
   * @return the route; empty where there is none on which anything passes
   */
  public Optional<Widest> widestRoute() {
    return new WidestWay(scene).find();
  }

  // ---- at what cost ----------------------------------------------------------------------------

  /**
   * The way to move an amount that spends least; of amounts that do not fit, the most that does.
   *
   * <p>Money is that of the assumptions and tariffs for one load of the movement, per tonne (or
   * person, or unit of energy) of it: a movement of 20 t pays a fee at a crossing for every 20 t.
   *
   * @param perDay how much in a day, finite, 0 or more, in the unit of the question
   * @param spending what is to be least
   * @return the routes with amounts
   * @throws IllegalArgumentException if the amount is not as said, or money is asked about of a
   *     movement that does not say how much it carries
   */
  public CheapestFlow cheapest(double perDay, Spending spending) {
    return new CheapestWays(scene, loads).find(perDay, spending, budget.start());
  }

  // ---- what failures take away -----------------------------------------------------------------

  /**
   * What every single failure takes away: of each party, crossing, edge, yard and place that the
   * greatest flow uses. What it does not use takes nothing away.
   *
   * <p><b>Cost.</b> One greatest flow, and for each failure what has to change in it.
   *
   * @return the failures that take something away, the worst first
   */
  public AtRisk atRisk() {
    return new SingleFailures(scene).find(budget.start(), progress);
  }
}
