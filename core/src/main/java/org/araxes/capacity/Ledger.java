package org.araxes.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.araxes.answer.Wording;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Quota;
import org.araxes.border.QuotaKind;
import org.araxes.border.QuotaState;
import org.araxes.border.QuotaUnit;
import org.araxes.border.TrafficClass;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.MaximumFlow;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;

/**
 * Which limits hold back which arcs of a topology, in one unit.
 *
 * <p>A limit is one thing in the world; several arcs use it: both directions of an edge, all its
 * gauges, all ways to enter a state. It is <em>plain</em> if it is used by one arc, or by two that
 * run opposite ways between the same vertices: there a flow never needs both, so that a capacity
 * for each arc says the same. Only limits that are not plain need more than a flow.
 */
final class Ledger {
  /** Flows are counted in millionths of the unit: grams of a tonne, kilograms of a train. */
  static final int PARTS = 1_000_000;

  private static final double DAYS_OF_A_YEAR = 365;

  final Topology topology;
  final IndexedGraph graph;

  /** The limits, in order of kind and id, and their capacities; infinite where nothing limits. */
  final List<Limit> limits = new ArrayList<>();

  final double[] capacities;

  /** Of every arc, the limits that it uses, and how much of them for one unit. */
  final int[][] uses;

  final double[][] weights;

  /** Of every arc, the least of its limits: in millionths, rounded down. */
  final long[] millionths;

  /** The limits that are not plain and hold something back. */
  final List<Integer> shared = new ArrayList<>();

  /** The arcs of each limit. */
  final List<int[]> arcsOf = new ArrayList<>();

  final BitSet shut;

  private final NetworkView view;
  private final Unit unit;
  private final Loads loads;
  private final UnknownCapacity unknown;
  private final List<double[]> weightsOf = new ArrayList<>();

  Ledger(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      Unit unit,
      Loads loads,
      UnknownCapacity unknown,
      Map<String, Throughput> own) {
    this.view = view;
    this.unit = unit;
    this.loads = loads;
    this.unknown = unknown;
    topology = view.topology();
    graph = topology.graph();
    shut = topology.openArcs();
    shut.flip(0, graph.arcCount());
    addEdges(own);
    addCrossings();
    addYards();
    addNodes(own, to);
    addPermits(from, to);
    capacities = new double[limits.size()];
    for (int limit = 0; limit < capacities.length; limit++) {
      capacities[limit] =
          limits.get(limit).capacity().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY);
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      lists.add(new ArrayList<>(2));
    }
    for (int limit = 0; limit < limits.size(); limit++) {
      for (int arc : arcsOf.get(limit)) {
        lists.get(arc).add(limit);
      }
    }
    uses = new int[graph.arcCount()][];
    weights = new double[graph.arcCount()][];
    millionths = new long[graph.arcCount()];
    for (int arc = 0; arc < uses.length; arc++) {
      uses[arc] = lists.get(arc).stream().mapToInt(limit -> limit).toArray();
      weights[arc] = new double[uses[arc].length];
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < uses[arc].length; i++) {
        weights[arc][i] = weight(uses[arc][i], arc);
        least = Math.min(least, capacities[uses[arc][i]] / weights[arc][i]);
      }
      millionths[arc] = inMillionths(least);
    }
    for (int limit = 0; limit < limits.size(); limit++) {
      if (Double.isFinite(capacities[limit]) && !isPlain(limit)) {
        shared.add(limit);
      }
    }
  }

  /** In millionths, as the decimal digits say, rounded down. */
  static long inMillionths(double amount) {
    if (!Double.isFinite(amount)) {
      return MaximumFlow.UNLIMITED;
    }
    BigDecimal whole =
        BigDecimal.valueOf(amount)
            .multiply(BigDecimal.valueOf(PARTS))
            .setScale(0, RoundingMode.FLOOR);
    return whole.compareTo(BigDecimal.valueOf(MaximumFlow.UNLIMITED)) < 0
        ? whole.longValueExact()
        : MaximumFlow.UNLIMITED;
  }

  private double weight(int limit, int arc) {
    return weightsOf.get(limit)[Arrays.binarySearch(arcsOf.get(limit), arc)];
  }

  private boolean isPlain(int limit) {
    int[] arcs = arcsOf.get(limit);
    return arcs.length == 1
        || (arcs.length == 2
            && graph.tail(arcs[0]) == graph.head(arcs[1])
            && graph.head(arcs[0]) == graph.tail(arcs[1]));
  }

  /** The capacity of an arc by itself. */
  double capacityOf(int arc) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < uses[arc].length; i++) {
      least = Math.min(least, capacities[uses[arc][i]] / weights[arc][i]);
    }
    return least;
  }

  /** The rules that have to be refused to shut what a limit lets pass. */
  Set<ControlRule> rulesOf(int limit) {
    Set<ControlRule> rules = new LinkedHashSet<>();
    if (limits.get(limit).kind() == LimitKind.PERMITS) {
      rules.add(ControlRule.consentOf(limits.get(limit).element()));
      return rules;
    }
    for (int arc : arcsOf.get(limit)) {
      rules.add(topology.rules().get(topology.ruleOf(arc)));
    }
    return rules;
  }

  // ---- what there is
  // -----------------------------------------------------------------------------

  private void addEdges(Map<String, Throughput> own) {
    Map<String, List<Integer>> edges = new TreeMap<>();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (topology.kind(arc) == ArcKind.EDGE && topology.isOpen(arc)) {
        edges.computeIfAbsent(topology.element(arc), e -> new ArrayList<>()).add(arc);
      }
    }
    edges.forEach(
        (id, arcs) -> {
          TransitEdge edge = view.network().edge(id);
          Optional<Throughput> stated = view.snapshot().asItIs(edge).capacity();
          OptionalDouble cap = view.cap(edge);
          if (stated.isPresent()) {
            add(id, LimitKind.EDGE, "", stated, "as the data say", edge.evidence(), arcs);
          } else if (cap.isEmpty() && !own.containsKey(id)) {
            add(id, LimitKind.EDGE, "", stated, "", edge.evidence(), arcs);
          }
          if (own.containsKey(id)) {
            Optional<Throughput> asked = Optional.ofNullable(own.get(id));
            add(id, LimitKind.EDGE, "", asked, "as asked", Evidence.NONE, arcs);
          }
          if (cap.isPresent()) {
            Throughput most = new Throughput(cap.getAsDouble(), Unit.VEHICLES);
            add(
                id,
                LimitKind.CAP,
                "",
                Optional.of(most),
                "cap of an agreement",
                Evidence.NONE,
                arcs);
          }
        });
  }

  private void addCrossings() {
    Map<List<String>, List<Integer>> passings = new LinkedHashMap<>();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (topology.kind(arc) == ArcKind.CROSSING && topology.isOpen(arc)) {
        Mode mode = topology.mode(graph.tail(arc));
        String from = topology.side(graph.tail(arc));
        String to = topology.side(graph.head(arc));
        passings
            .computeIfAbsent(
                List.of(topology.element(arc), mode.name(), from, to), p -> new ArrayList<>())
            .add(arc);
      }
    }
    passings.forEach(
        (key, arcs) -> {
          Crossing crossing = view.network().crossing(key.get(0));
          Mode mode = Mode.valueOf(key.get(1));
          Optional<CrossingFact> fact = view.capacityFact(crossing, mode, key.get(2), key.get(3));
          boolean counted = mode == Mode.ROAD || mode == Mode.RAIL;
          if (fact.isPresent() || counted) {
            add(
                key.get(0),
                LimitKind.CROSSING,
                Wording.of(mode) + ", " + key.get(2) + " to " + key.get(3),
                fact.map(known -> capacity(known, mode)),
                fact.map(known -> known.under().isEmpty() ? "as the data say" : known.under())
                    .orElse(""),
                fact.map(CrossingFact::evidence).orElse(Evidence.NONE),
                arcs);
          }
        });
  }

  private static Throughput capacity(CrossingFact fact, Mode mode) {
    boolean persons = fact.classes().equals(EnumSet.of(TrafficClass.PERSONS));
    return new Throughput(
        fact.capacityPerDay().orElseThrow(),
        persons ? Unit.PERSONS : mode == Mode.RAIL ? Unit.TRAINS : Unit.VEHICLES);
  }

  private void addYards() {
    Map<Transhipment, List<Integer>> yards = new LinkedHashMap<>();
    topology
        .transhipments()
        .forEach(
            (arc, place) -> {
              if (topology.isOpen(arc)) {
                yards.computeIfAbsent(place, p -> new ArrayList<>()).add(arc);
              }
            });
    yards.forEach(
        (place, arcs) ->
            add(
                place.node(),
                LimitKind.YARD,
                words(place.fromMode(), place.fromGauge())
                    + " and "
                    + words(place.toMode(), place.toGauge()),
                place.capacity(),
                place.capacity().isPresent() ? "as the data say" : "",
                place.evidence(),
                arcs,
                arc -> place.fromMode()));
  }

  private static String words(Mode mode, int gauge) {
    return Wording.of(mode) + (gauge == 0 ? "" : " " + gauge);
  }

  /** A place is used by what leaves it along edges; one where ways end, by what comes to it. */
  private void addNodes(Map<String, Throughput> own, SortedSet<String> to) {
    own.forEach(
        (id, most) -> {
          if (view.network().findNode(id).isEmpty()) {
            view.network().edge(id); // tells what there is instead
            return;
          }
          List<Integer> arcs = new ArrayList<>();
          for (int arc = 0; arc < graph.arcCount(); arc++) {
            int end = to.contains(id) ? graph.head(arc) : graph.tail(arc);
            if (topology.kind(arc) == ArcKind.EDGE
                && topology.isOpen(arc)
                && topology.node(end).id().equals(id)) {
              arcs.add(arc);
            }
          }
          if (!arcs.isEmpty()) {
            add(id, LimitKind.NODE, "", Optional.of(most), "as asked", Evidence.NONE, arcs);
          }
        });
  }

  // ---- permits
  // -----------------------------------------------------------------------------------

  private void addPermits(SortedSet<String> from, SortedSet<String> to) {
    String flag = Jurisdictions.stateOf(view.movement().flag());
    if (flag.isEmpty()) {
      return;
    }
    Set<String> ends = new TreeSet<>();
    for (SortedSet<String> side : List.of(from, to)) {
      for (String node : side) {
        view.network().node(node).jurisdictions().forEach(j -> ends.add(Jurisdictions.stateOf(j)));
      }
    }
    Map<String, List<Quota>> byHost = new TreeMap<>();
    for (Quota quota : view.quotas()) {
      byHost.computeIfAbsent(quota.host(), h -> new ArrayList<>()).add(quota);
    }
    byHost.forEach(
        (host, quotas) -> {
          for (Mode mode : view.movement().modes()) {
            List<Quota> fit =
                quotas.stream()
                    .filter(quota -> quota.concerns(view.movement(), mode))
                    .filter(quota -> fits(quota.kind(), ends.contains(host)))
                    .toList();
            List<Integer> arcs = entering(host, mode);
            if (!fit.isEmpty() && !arcs.isEmpty()) {
              addPermits(host, mode, fit, arcs);
            }
          }
        });
  }

  /** Which permits a journey between the ends can use: to the state or through it. */
  private static boolean fits(QuotaKind kind, boolean endsThere) {
    return switch (kind) {
      case UNIVERSAL, BILATERAL_OR_TRANSIT -> true;
      case BILATERAL -> endsThere;
      case TRANSIT -> !endsThere;
      case THIRD_COUNTRY, PORT, CABOTAGE -> false;
    };
  }

  private List<Integer> entering(String host, Mode mode) {
    List<Integer> arcs = new ArrayList<>();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (topology.kind(arc) == ArcKind.CROSSING
          && topology.isOpen(arc)
          && topology.mode(graph.tail(arc)) == mode
          && Jurisdictions.stateOf(topology.side(graph.head(arc))).equals(host)
          && !Jurisdictions.stateOf(topology.side(graph.tail(arc))).equals(host)) {
        arcs.add(arc);
      }
    }
    return arcs;
  }

  private void addPermits(String host, Mode mode, List<Quota> fit, List<Integer> arcs) {
    Set<String> ids = new TreeSet<>();
    double vehicles = 0;
    double tonnes = 0;
    boolean unsure = false;
    for (Quota quota : fit) {
      ids.add(quota.id());
      if (quota.state() == QuotaState.EXHAUSTED) {
        continue;
      }
      if (quota.amount().isEmpty() || quota.unit() == QuotaUnit.VEHICLES) {
        unsure = true; // a vehicle may come as often as it likes
      } else if (quota.unit() == QuotaUnit.TONNES) {
        tonnes += quota.amount().getAsDouble() / days(quota.validity());
      } else {
        vehicles += quota.amount().getAsDouble() / days(quota.validity());
      }
    }
    Unit counted = mode == Mode.RAIL ? Unit.TRAINS : Unit.VEHICLES;
    OptionalDouble more =
        loads.convert(
            new Throughput(tonnes, Unit.TONNES), mode, view.movement().trafficClass(), unit);
    OptionalDouble most =
        loads.convert(
            new Throughput(vehicles, counted), mode, view.movement().trafficClass(), unit);
    Optional<Throughput> sum = Optional.empty();
    if (!unsure && (tonnes == 0 || more.isPresent()) && most.isPresent()) {
      sum =
          Optional.of(
              new Throughput(most.getAsDouble() + (tonnes == 0 ? 0 : more.orElse(0)), unit));
    }
    add(
        host,
        LimitKind.PERMITS,
        Wording.of(mode) + ", " + String.join(", ", ids),
        sum,
        sum.isPresent() ? "permits spread over their days" : "",
        fit.get(0).evidence(),
        arcs);
  }

  private static double days(Validity validity) {
    double days = validity.to().toEpochDay() - (double) validity.from().toEpochDay();
    return days > 0 && days < 4_000 ? days : DAYS_OF_A_YEAR;
  }

  // ---- one limit
  // ---------------------------------------------------------------------------------

  private void add(
      String element,
      LimitKind kind,
      String detail,
      Optional<Throughput> stated,
      String source,
      Evidence evidence,
      List<Integer> arcs) {
    add(element, kind, detail, stated, source, evidence, arcs, this::modeOf);
  }

  private void add(
      String element,
      LimitKind kind,
      String detail,
      Optional<Throughput> stated,
      String source,
      Evidence evidence,
      List<Integer> arcs,
      IntFunction<Mode> counted) {
    boolean turns =
        stated.isPresent()
            && arcs.stream().allMatch(arc -> turns(stated.get(), counted.apply(arc)));
    if (stated.isPresent() && !turns && source.equals("as asked")) {
      throw new IllegalArgumentException(
          stated.get().perDay()
              + " "
              + stated.get().unit().code()
              + " at "
              + element
              + " cannot be counted in "
              + unit.code()
              + ". Maybe another load or unit?");
    }
    String reason = source;
    Optional<Throughput> taken = stated;
    if (!turns) {
      reason =
          stated
              .map(
                  most ->
                      most.perDay()
                          + " "
                          + most.unit().code()
                          + " cannot be counted in "
                          + unit.code())
              .orElse("nobody says how much");
      taken = instead(kind, arcs);
    }
    double[] perUnit = new double[arcs.size()];
    Arrays.fill(perUnit, 1);
    if (taken.isPresent()) {
      Throughput most = taken.get();
      for (int i = 0; i < perUnit.length; i++) {
        perUnit[i] = 1 / converted(new Throughput(1, most.unit()), counted.apply(arcs.get(i)));
      }
      double first = perUnit[0];
      if (Arrays.stream(perUnit).allMatch(each -> each == first)) {
        taken = Optional.of(new Throughput(converted(most, counted.apply(arcs.get(0))), unit));
        Arrays.fill(perUnit, 1);
      }
    }
    limits.add(new Limit(element, kind, detail, taken, turns, reason, evidence));
    arcsOf.add(arcs.stream().mapToInt(arc -> arc).toArray());
    weightsOf.add(perUnit);
  }

  private Optional<Throughput> instead(LimitKind kind, List<Integer> arcs) {
    if (unknown.isNone()) {
      return Optional.of(new Throughput(0, unit));
    }
    if (unknown.isUnlimited() || kind == LimitKind.PERMITS) {
      return Optional.empty();
    }
    double least = Double.POSITIVE_INFINITY;
    for (int arc : arcs) {
      for (int vertex : new int[] {graph.tail(arc), graph.head(arc)}) {
        Mode mode = topology.mode(vertex);
        Throughput amount =
            unknown
                .amount(mode)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "No amount is given for what nobody knows by "
                                + Wording.of(mode)
                                + ". Maybe byMode(...) with every mode of the movement?"));
        least = Math.min(least, converted(amount, mode));
      }
    }
    return Optional.of(new Throughput(least, unit));
  }

  private Mode modeOf(int arc) {
    return topology.mode(graph.tail(arc));
  }

  private boolean turns(Throughput amount, Mode mode) {
    return loads.convert(amount, mode, view.movement().trafficClass(), unit).isPresent();
  }

  private double converted(Throughput amount, Mode mode) {
    return loads
        .convert(amount, mode, view.movement().trafficClass(), unit)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    amount.perDay()
                        + " "
                        + amount.unit().code()
                        + " by "
                        + Wording.of(mode)
                        + " cannot be counted in "
                        + unit.code()
                        + ". Maybe another load or unit?"));
  }
}
