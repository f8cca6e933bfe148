package org.araxes.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.answer.Suggestions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.control.Blocking;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.MinimumCostFlow;
import org.araxes.graph.Reachability;
import org.araxes.graph.SharedCapacityFlow;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Step;
import org.araxes.network.Topology;
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
 * <p><b>Method.</b> A greatest flow and its least cut, counted in thousandths of the unit, each
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

  private static final BitSet NOTHING = new BitSet(0);
  private static final double EXACT = 1e-7;

  private final NetworkView view;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final Unit unit;
  private final Loads loads;
  private final UnknownCapacity unknown;
  private final Map<String, Throughput> own;
  private final Budget budget;
  private final Progress progress;
  private final Ledger ledger;
  private final Topology topology;
  private final int[] sources;
  private final int[] targets;

  private Capacity(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      Unit unit,
      Loads loads,
      UnknownCapacity unknown,
      Map<String, Throughput> own,
      Budget budget,
      Progress progress) {
    this.view = view;
    this.from = view.network().ends(from, "source");
    this.to = view.network().ends(to, "target");
    this.unit = unit;
    this.loads = loads;
    this.unknown = unknown;
    this.own = Collections.unmodifiableMap(new TreeMap<>(own));
    this.budget = budget;
    this.progress = progress;
    topology = view.topology();
    sources = topology.verticesOf(this.from);
    targets = topology.verticesOf(this.to);
    ledger = new Ledger(view, this.from, this.to, unit, loads, unknown, this.own);
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
    return new Capacity(
        view,
        from,
        to,
        unitOf(view.movement()),
        Loads.DEFAULT,
        UnknownCapacity.unlimited(),
        Map.of(),
        DEFAULT_BUDGET,
        Progress.NONE);
  }

  private static Unit unitOf(Movement movement) {
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

  private Capacity with(Unit otherUnit, Loads otherLoads, UnknownCapacity otherUnknown) {
    return new Capacity(view, from, to, otherUnit, otherLoads, otherUnknown, own, budget, progress);
  }

  /**
   * Counts in another unit.
   *
   * @param other for goods tonnes, trainloads, truckloads or barrels; for persons persons,
   *     trainloads or carloads
   * @return another question
   * @throws IllegalArgumentException if nothing turns the usual unit of the movement into it
   */
  public Capacity counting(Unit other) {
    Unit usual = unitOf(view.movement());
    TrafficClass what = view.movement().trafficClass();
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
    return with(other, loads, unknown);
  }

  /**
   * Sets how much vehicles carry.
   *
   * @param other the loads
   * @return another question
   */
  public Capacity loading(Loads other) {
    return with(unit, other, unknown);
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
    return with(unit, loads, other);
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
    return new Capacity(view, from, to, unit, loads, unknown, limits, budget, progress);
  }

  /**
   * Limits the work.
   *
   * @param limit a step is a flow or a route
   * @return another question
   */
  public Capacity within(Budget limit) {
    return new Capacity(view, from, to, unit, loads, unknown, own, limit, progress);
  }

  /**
   * Tells of progress.
   *
   * @param listener hears of each failure looked at
   * @return another question
   */
  public Capacity telling(Progress listener) {
    return new Capacity(view, from, to, unit, loads, unknown, own, budget, listener);
  }

  /**
   * The unit in which it is counted.
   *
   * @return the unit
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Everything that holds the movement back somewhere, or might.
   *
   * @return edges and caps, crossings, yards, places, permits, each by id
   */
  public List<Limit> limits() {
    return List.copyOf(ledger.limits);
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
    if (endsMeet()) {
      return meeting();
    }
    if (!meter.step()) {
      return truncated();
    }
    Engine engine = new Engine();
    engine.close(shut);
    return engine.answer(shut, meter);
  }

  private BitSet shutBy(Collection<String> failing) {
    TreeSet<String> parties = new TreeSet<>();
    BitSet shut = (BitSet) ledger.shut.clone();
    for (String id : failing) {
      if (view.network().findParty(id).isPresent()) {
        parties.add(id);
        continue;
      }
      if (view.network().findNode(id).isEmpty() && view.network().findEdge(id).isEmpty()) {
        List<String> there = new ArrayList<>();
        view.network().parties().forEach(party -> there.add(party.id()));
        view.network().edges().forEach(edge -> there.add(edge.id()));
        view.network().nodes().forEach(node -> there.add(node.id()));
        throw new IllegalArgumentException(
            "No party, edge or node \"" + id + "\"." + Suggestions.maybe(id, there));
      }
      for (int arc = 0; arc < ledger.graph.arcCount(); arc++) {
        if (topology.element(arc).equals(id) || touches(arc, id)) {
          shut.set(arc);
        }
      }
    }
    shut.or(shutTogether(parties));
    return shut;
  }

  private boolean touches(int arc, String node) {
    return topology.node(ledger.graph.tail(arc)).id().equals(node)
        || topology.node(ledger.graph.head(arc)).id().equals(node);
  }

  private BitSet shutTogether(Set<String> parties) {
    BitSet rules = new BitSet();
    for (int rule = 0; rule < topology.rules().size() && !parties.isEmpty(); rule++) {
      rules.set(rule, topology.rules().get(rule).canBeShutBy(parties::contains));
    }
    BitSet shut = new BitSet();
    for (int arc = 0; arc < ledger.graph.arcCount() && !rules.isEmpty(); arc++) {
      shut.set(arc, rules.get(topology.ruleOf(arc)));
    }
    return shut;
  }

  private boolean endsMeet() {
    return !Collections.disjoint(from, to);
  }

  private Flow meeting() {
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

  private Flow truncated() {
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

  private Throughput throughput(double amount) {
    double near = Math.rint(amount * Ledger.PARTS) / Ledger.PARTS;
    return new Throughput(
        Math.abs(near - amount) <= 1e-8 * (1 + Math.abs(amount)) ? near : amount, unit);
  }

  private Throughput throughput(long thousandths) {
    return new Throughput((double) thousandths / Ledger.PARTS, unit);
  }

  /** What a set of paths carries. */
  private static final class Packed {
    private final List<Paths.Piece> pieces;
    private final double[] amounts;

    Packed(List<Paths.Piece> pieces, double[] amounts) {
      this.pieces = pieces;
      this.amounts = amounts;
    }

    List<Paths.Piece> pieces() {
      return pieces;
    }

    double[] amounts() {
      return amounts;
    }
  }

  /** A workspace for one question and its variants. */
  private final class Engine {
    private final MaximumFlow flow = new MaximumFlow(ledger.graph);
    private BitSet shut = new BitSet();
    private long value;

    /** Asks anew with some arcs shut. */
    void close(BitSet arcs) {
      shut = (BitSet) arcs.clone();
      long[] capacities = ledger.thousandths.clone();
      arcs.stream().forEach(arc -> capacities[arc] = 0);
      value = flow.between(sources, targets, capacities);
    }

    /** Shuts some more arcs, or opens them again, going on from the last flow. */
    void change(BitSet arcs, boolean open) {
      int[] which = arcs.stream().toArray();
      long[] capacities = new long[which.length];
      for (int i = 0; i < which.length; i++) {
        capacities[i] = open ? ledger.thousandths[which[i]] : 0;
        shut.set(which[i], !open);
      }
      value = flow.change(which, capacities);
    }

    /** Whether the last flow keeps to the limits that several arcs share. */
    boolean keepsWithin() {
      if (ledger.shared.isEmpty() || value == MaximumFlow.UNLIMITED) {
        return true;
      }
      return isWithin(flow.flow());
    }

    Flow answer(BitSet closed, Budget.Meter meter) {
      if (value == MaximumFlow.UNLIMITED) {
        return unlimited(closed);
      }
      if (keepsWithin()) {
        long[] carried = flow.flow();
        List<Paths.Piece> pieces = Paths.of(ledger.graph, sources, targets, carried);
        double[] amounts =
            pieces.stream().mapToDouble(piece -> piece.amount() / (double) Ledger.PARTS).toArray();
        double[] prices = new double[ledger.limits.size()];
        BitSet side = flow.sourceSide();
        BitSet far = new Reachability(ledger.graph).to(targets, closed, NOTHING);
        for (int arc = 0; arc < ledger.graph.arcCount(); arc++) {
          if (!closed.get(arc)
              && side.get(ledger.graph.tail(arc))
              && !side.get(ledger.graph.head(arc))
              && far.get(ledger.graph.head(arc))) { // not where nothing passes and no way leads on
            int least = narrowest(arc);
            prices[ledger.uses[arc][least]] += ledger.weights[arc][least];
          }
        }
        return flowOf(
            throughput(value),
            throughput(value),
            new Packed(pieces, amounts),
            prices,
            closed,
            true);
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
      SharedCapacityFlow.Found found = programme(shut, meter).greatest();
      return found.complete() ? Optional.of(new Bounds(found.amount())) : Optional.empty();
    }
  }

  /** An amount, infinite where nothing limits it. */
  private record Bounds(double amount) {}

  private boolean isWithin(long[] carried) {
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
  private int narrowest(int arc) {
    int best = 0;
    for (int i = 1; i < ledger.uses[arc].length; i++) {
      if (ledger.capacities[ledger.uses[arc][i]] / ledger.weights[arc][i]
          < ledger.capacities[ledger.uses[arc][best]] / ledger.weights[arc][best]) {
        best = i;
      }
    }
    return best;
  }

  private SharedCapacityFlow programme(BitSet closed, Budget.Meter meter) {
    BitSet barred = (BitSet) closed.clone();
    double[] capacities = ledger.capacities.clone();
    for (int arc = 0; arc < ledger.thousandths.length; arc++) {
      barred.set(arc, barred.get(arc) || ledger.thousandths[arc] == 0);
    }
    for (int limit = 0; limit < capacities.length; limit++) {
      capacities[limit] = capacities[limit] == 0 ? 1 : capacities[limit]; // its arcs are barred
    }
    return new SharedCapacityFlow(
        ledger.graph,
        sources,
        targets,
        barred,
        ledger.uses,
        ledger.weights,
        capacities,
        meter::step);
  }

  private Flow programmed(BitSet closed, Budget.Meter meter) {
    SharedCapacityFlow.Found found = programme(closed, meter).greatest();
    double amount = found.amount();
    double bound = Math.max(found.bound(), amount);
    boolean complete = found.complete() && bound - amount <= slack(amount);
    if (complete) {
      bound = amount;
    }
    double[] prices = found.prices().clone();
    for (int limit = 0; limit < prices.length; limit++) {
      prices[limit] = prices[limit] > 1e-9 ? prices[limit] : 0;
    }
    addEmpty(prices, closed);
    return flowOf(
        throughput(amount),
        Double.isFinite(bound) ? throughput(bound) : new Throughput(0, unit),
        packed(found),
        prices,
        closed,
        complete);
  }

  /** Limits of nothing on the way belong to the jam too. */
  private void addEmpty(double[] prices, BitSet closed) {
    BitSet narrow = (BitSet) closed.clone();
    for (int arc = 0; arc < ledger.thousandths.length; arc++) {
      narrow.set(arc, narrow.get(arc) || ledger.thousandths[arc] == 0);
    }
    Reachability reach = new Reachability(ledger.graph);
    BitSet near = reach.from(sources, narrow, NOTHING);
    BitSet far = reach.to(targets, closed, NOTHING);
    for (int arc = 0; arc < ledger.thousandths.length; arc++) {
      if (!closed.get(arc)
          && ledger.thousandths[arc] == 0
          && near.get(ledger.graph.tail(arc))
          && far.get(ledger.graph.head(arc))) {
        int least = narrowest(arc);
        prices[ledger.uses[arc][least]] =
            Math.max(prices[ledger.uses[arc][least]], ledger.weights[arc][least]);
      }
    }
  }

  private static Packed packed(SharedCapacityFlow.Found found) {
    List<Paths.Piece> pieces = new ArrayList<>();
    for (ArcPath path : found.paths()) {
      pieces.add(new Paths.Piece(path.start(), path.arcs().toArray(), 0));
    }
    return new Packed(pieces, found.amounts());
  }

  private Flow flowOf(
      Throughput amount,
      Throughput bound,
      Packed packed,
      double[] prices,
      BitSet closed,
      boolean complete) {
    List<Use> uses = usesOf(packed);
    boolean way = connects(closed);
    return new Flow(
        Optional.of(amount),
        Optional.of(bound),
        carried(packed, Comparator.comparingDouble(one -> -one.amount().perDay())),
        Optional.empty(),
        uses,
        Optional.of(jam(prices, closed)),
        unknowns(uses),
        complete ? Completeness.COMPLETE : Completeness.TRUNCATED,
        amount.perDay() > 0
            ? ""
            : way ? "There is a way, but nothing passes on it" : "No way is open");
  }

  private boolean connects(BitSet closed) {
    return new Reachability(ledger.graph).connects(sources, targets, closed, NOTHING);
  }

  private Flow unlimited(BitSet closed) {
    BitSet narrow = (BitSet) closed.clone();
    for (int arc = 0; arc < ledger.thousandths.length; arc++) {
      narrow.set(arc, narrow.get(arc) || ledger.thousandths[arc] < MaximumFlow.UNLIMITED);
    }
    ArcPath path =
        ShortestPaths.in(ledger.graph, topology.seconds())
            .between(sources, targets, narrow, NOTHING)
            .orElseThrow();
    int[] arcs = path.arcs().toArray();
    List<Limit> unknowns = new ArrayList<>();
    for (int limit : limitsOf(arcs)) {
      if (!ledger.limits.get(limit).known()) {
        unknowns.add(ledger.limits.get(limit));
      }
    }
    return new Flow(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(topology.route(arcs, path.start())),
        List.of(),
        Optional.empty(),
        unknowns,
        Completeness.COMPLETE,
        "Nothing known limits what passes on one way at least");
  }

  private int[] limitsOf(int[] arcs) {
    return Arrays.stream(arcs)
        .flatMap(arc -> Arrays.stream(ledger.uses[arc]))
        .distinct()
        .sorted()
        .toArray();
  }

  private List<Use> usesOf(Packed packed) {
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

  private static List<Limit> unknowns(List<Use> uses) {
    return uses.stream().map(Use::limit).filter(limit -> !limit.known()).toList();
  }

  private List<Carried> carried(Packed packed, Comparator<Carried> order) {
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

  private static String words(Route route) {
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

  // ---- one route -------------------------------------------------------------------------------

  /**
   * The route along which most passes: that whose narrowest place is widest, of several the
   * quickest.
   *
   * @return the route; empty where there is none on which anything passes
   */
  public Optional<Widest> widestRoute() {
    if (endsMeet()) {
      return ShortestPaths.in(ledger.graph, topology.seconds())
          .between(sources, targets, NOTHING, NOTHING)
          .map(here -> widest(here, Double.POSITIVE_INFINITY));
    }
    double[] widths = new double[ledger.graph.arcCount()];
    for (int arc = 0; arc < widths.length; arc++) {
      widths[arc] = ledger.shut.get(arc) ? 0 : ledger.capacityOf(arc);
    }
    double[] steps = Arrays.stream(widths).filter(width -> width > 0).distinct().sorted().toArray();
    int low = 0; // the number of widths known to be reached
    int high = steps.length;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (connects(narrowerThan(widths, steps[middle - 1]))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low == 0) {
      return Optional.empty();
    }
    double width = steps[low - 1];
    return ShortestPaths.in(ledger.graph, topology.seconds())
        .between(sources, targets, narrowerThan(widths, width), NOTHING)
        .map(path -> widest(path, width));
  }

  private static BitSet narrowerThan(double[] widths, double width) {
    BitSet narrow = new BitSet();
    for (int arc = 0; arc < widths.length; arc++) {
      narrow.set(arc, widths[arc] < width);
    }
    return narrow;
  }

  private Widest widest(ArcPath path, double width) {
    int[] arcs = path.arcs().toArray();
    Map<Integer, Double> used = new TreeMap<>();
    Set<Integer> narrow = new TreeSet<>();
    for (int arc : arcs) {
      for (int i = 0; i < ledger.uses[arc].length; i++) {
        int limit = ledger.uses[arc][i];
        used.merge(limit, ledger.weights[arc][i], Double::sum);
        if (ledger.capacities[limit] / ledger.weights[arc][i] <= width && Double.isFinite(width)) {
          narrow.add(limit);
        }
      }
    }
    double fits = Double.POSITIVE_INFINITY;
    for (Map.Entry<Integer, Double> one : used.entrySet()) {
      fits = Math.min(fits, ledger.capacities[one.getKey()] / one.getValue());
    }
    return new Widest(
        topology.route(arcs, path.start()),
        limited(width),
        limited(fits),
        narrow.stream().map(ledger.limits::get).toList(),
        used.keySet().stream().map(ledger.limits::get).filter(limit -> !limit.known()).toList());
  }

  private Optional<Throughput> limited(double amount) {
    return Double.isFinite(amount) ? Optional.of(throughput(amount)) : Optional.empty();
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
    Throughput wanted = new Throughput(perDay, unit);
    double load = view.movement().tonnes();
    if (load == 0 && spending == Spending.MONEY) {
      throw new IllegalArgumentException(
          "The movement carries nothing, so a tonne of it has no price."
              + " Maybe tonnes(20) when making it?");
    }
    Budget.Meter meter = budget.start();
    if (endsMeet()) {
      return cheapest(
          wanted,
          wanted,
          new Packed(List.of(), new double[0]),
          true,
          "Source and target share a node: nothing has to be moved");
    }
    double[] costs =
        switch (spending) {
          case MONEY -> usdPerUnit();
          case TIME -> Arrays.stream(topology.seconds()).map(s -> s / 3_600).toArray();
          case DISTANCE -> Arrays.stream(topology.metres()).map(m -> m / 1_000).toArray();
        };
    long amount = Ledger.inThousandths(perDay);
    if (amount == 0 || !meter.step()) {
      return cheapest(
          wanted,
          new Throughput(0, unit),
          new Packed(List.of(), new double[0]),
          amount == 0,
          amount == 0 ? "Nothing is wanted" : "The budget ended before anything was found");
    }
    long[] capacities = ledger.thousandths.clone();
    ledger.shut.stream().forEach(arc -> capacities[arc] = 0);
    MinimumCostFlow flow = new MinimumCostFlow(ledger.graph);
    long sent = flow.between(sources, targets, capacities, costs, amount);
    long[] carried = flow.flow();
    if (keepsWithin(carried)) {
      List<Paths.Piece> pieces = Paths.of(ledger.graph, sources, targets, carried);
      double[] amounts =
          pieces.stream().mapToDouble(piece -> piece.amount() / (double) Ledger.PARTS).toArray();
      return cheapest(wanted, throughput(sent), new Packed(pieces, amounts), true, "");
    }
    return programmedCheapest(wanted, costs, meter);
  }

  /** Whether a flow keeps to all limits, once what runs both ways along an edge is set off. */
  private boolean keepsWithin(long[] carried) {
    for (int limit = 0; limit < ledger.limits.size(); limit++) {
      int[] arcs = ledger.arcsOf.get(limit);
      if (arcs.length == 2
          && ledger.graph.tail(arcs[0]) == ledger.graph.head(arcs[1])
          && ledger.graph.head(arcs[0]) == ledger.graph.tail(arcs[1])) {
        long both = Math.min(carried[arcs[0]], carried[arcs[1]]);
        carried[arcs[0]] -= both;
        carried[arcs[1]] -= both;
      }
    }
    return isWithin(carried);
  }

  private CheapestFlow programmedCheapest(Throughput wanted, double[] costs, Budget.Meter meter) {
    double most = wanted.perDay();
    Flow greatest = without(List.of());
    if (greatest.completeness() == Completeness.TRUNCATED) {
      return cheapest(
          wanted,
          new Throughput(0, unit),
          new Packed(List.of(), new double[0]),
          false,
          "The budget ended before it was known how much passes");
    }
    most = Math.min(most, greatest.amount().map(Throughput::perDay).orElse(most));
    if (most == 0) {
      return cheapest(
          wanted,
          new Throughput(0, unit),
          new Packed(List.of(), new double[0]),
          true,
          greatest.reason());
    }
    SharedCapacityFlow.Found found = programme(ledger.shut, meter).cheapest(costs, most);
    return cheapest(wanted, throughput(found.amount()), packed(found), found.complete(), "");
  }

  /** US dollars for one unit of the question along each arc. */
  private double[] usdPerUnit() {
    double load = view.movement().tonnes();
    TrafficClass what = view.movement().trafficClass();
    Unit usual = unitOf(view.movement());
    double ofUnit = loads.convert(new Throughput(1, unit), Mode.ROAD, what, usual).orElseThrow();
    return Arrays.stream(topology.usd()).map(usd -> usd / load * ofUnit).toArray();
  }

  private CheapestFlow cheapest(
      Throughput wanted, Throughput amount, Packed packed, boolean complete, String reason) {
    double[] usd =
        view.movement().tonnes() > 0 ? usdPerUnit() : new double[ledger.graph.arcCount()];
    double[] seconds = topology.seconds();
    double[] metres = topology.metres();
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
      priceOf.put(words(topology.route(piece.arcs(), piece.start())), each);
    }
    List<Use> uses = usesOf(packed);
    String why = reason;
    if (all == 0 && reason.isEmpty()) {
      why = connects(ledger.shut) ? "There is a way, but nothing passes on it" : "No way is open";
    }
    return new CheapestFlow(
        wanted,
        amount,
        carried(
            packed,
            Comparator.comparingDouble(one -> priceOf.getOrDefault(words(one.route()), 0.0))),
        money,
        all == 0 ? 0 : time / all / 3_600,
        all == 0 ? 0 : distance / all / 1_000,
        uses,
        unknowns(uses),
        complete ? Completeness.COMPLETE : Completeness.TRUNCATED,
        why);
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
    Budget.Meter meter = budget.start();
    if (endsMeet()) {
      return new AtRisk(meeting(), List.of(), 0, Completeness.COMPLETE);
    }
    if (!meter.step()) {
      return new AtRisk(truncated(), List.of(), 0, Completeness.TRUNCATED);
    }
    Engine engine = new Engine();
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
      BitSet more = (BitSet) failure.arcs().clone();
      more.andNot(ledger.shut);
      if (!meter.step()) {
        complete = false;
        break;
      }
      engine.change(more, false);
      Optional<Bounds> left = engine.amount(meter);
      engine.change(more, true);
      if (left.isEmpty()) {
        complete = false;
        break;
      }
      examined++;
      progress.report("capacity at risk", examined, failures.size());
      double after = left.get().amount();
      if (Double.isInfinite(before) ? Double.isFinite(after) : before - after > slack(before)) {
        risks.add(
            new Risk(
                failure.what(),
                failure.kind(),
                limited(after),
                Double.isFinite(before) ? limited(before - after) : Optional.empty()));
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

  /** Less than this is rounding. */
  private static double slack(double amount) {
    return EXACT * (1 + amount);
  }

  private record Failure(String what, RiskKind kind, BitSet arcs) {}

  /** The arcs of the flow found; all open ones where it has no limit. */
  private BitSet usedArcs(Flow today, Engine engine) {
    BitSet used = new BitSet();
    if (today.amount().isEmpty()) {
      used.set(0, ledger.graph.arcCount());
      used.andNot(ledger.shut);
      return used;
    }
    if (engine.keepsWithin()) {
      long[] carried = engine.flow.flow();
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
    for (int arc = 0; arc < ledger.graph.arcCount(); arc++) {
      used.set(arc, !ledger.shut.get(arc) && legs.contains(topology.element(arc)));
    }
    return used;
  }

  private List<Failure> failures(BitSet used) {
    Map<String, BitSet> edges = new TreeMap<>();
    Map<String, BitSet> crossings = new TreeMap<>();
    Map<String, BitSet> yards = new TreeMap<>();
    Map<String, BitSet> nodes = new TreeMap<>();
    Set<String> parties = new TreeSet<>();
    used.stream()
        .forEach(
            arc -> {
              String element = topology.element(arc);
              switch (topology.kind(arc)) {
                case EDGE -> edges.put(element, new BitSet());
                case CROSSING -> crossings.put(element, new BitSet());
                case TRANSFER -> yards.put(element, new BitSet());
              }
              for (int end : new int[] {ledger.graph.tail(arc), ledger.graph.head(arc)}) {
                String node = topology.node(end).id();
                if (!topology.node(end).isCrossing()
                    && !from.contains(node)
                    && !to.contains(node)) {
                  nodes.put(node, new BitSet());
                }
              }
              parties.addAll(topology.rules().get(topology.ruleOf(arc)).parties());
            });
    for (int arc = 0; arc < ledger.graph.arcCount(); arc++) {
      ArcKind kind = topology.kind(arc);
      Map<String, BitSet> own =
          kind == ArcKind.EDGE ? edges : kind == ArcKind.CROSSING ? crossings : yards;
      mark(own, topology.element(arc), arc);
      mark(nodes, topology.node(ledger.graph.tail(arc)).id(), arc);
      mark(nodes, topology.node(ledger.graph.head(arc)).id(), arc);
    }
    List<Failure> all = new ArrayList<>();
    for (String party : parties) {
      BitSet shut = shutTogether(Set.of(party));
      if (shut.intersects(used)) {
        all.add(new Failure(party, RiskKind.PARTY, shut));
      }
    }
    crossings.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.CROSSING, arcs)));
    edges.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.EDGE, arcs)));
    yards.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.YARD, arcs)));
    nodes.forEach((id, arcs) -> all.add(new Failure(id, RiskKind.NODE, arcs)));
    return all;
  }

  private static void mark(Map<String, BitSet> arcsOf, String element, int arc) {
    BitSet arcs = arcsOf.get(element);
    if (arcs != null) {
      arcs.set(arc);
    }
  }
}
