package org.araxes.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Sketch;
import org.araxes.network.Step;
import org.araxes.network.Topology;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small random networks of roads and railways in three states, asked by listing every way and every
 * cut. What a step uses is read from the data as drawn, not from the room.
 */
class CapacityOracleTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theRoutesFitAndTheJamProvesThatNoMoreDoes(long seed) {
    Any any = new Any(seed, true);
    any.prove(any.question.greatest(), any.ways, "");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whereNothingIsSharedTheAmountIsThatOfTheLeastCut(long seed) {
    Any any = new Any(seed, false);
    Flow flow = any.question.greatest();
    double least = any.leastCut();
    assertThat(flow.amount().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY))
        .isEqualTo(least);
    any.prove(flow, any.ways, "");
    flow.jam().ifPresent(jam -> assertThat(jam.parts()).allMatch(part -> part.weight() == 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noWayIsWiderThanTheWidest(long seed) {
    Any any = new Any(seed, true);
    double best = 0;
    double quickest = Double.POSITIVE_INFINITY;
    for (int[] way : any.ways) {
      double width = any.width(way);
      double time = any.seconds(way);
      if (width > best || (width == best && time < quickest)) {
        best = width;
        quickest = time;
      }
    }
    Optional<Widest> widest = any.question.widestRoute();
    if (any.meet()) {
      assertThat(widest.orElseThrow().route().steps()).isEmpty();
      assertThat(widest.orElseThrow().width()).isEmpty();
      return;
    }
    assertThat(widest.isPresent()).isEqualTo(best > 0);
    if (best > 0) {
      Widest found = widest.orElseThrow();
      assertThat(found.width().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY))
          .isEqualTo(best);
      assertThat(found.route().duration().toMillis() / 1_000.0).isCloseTo(quickest, within(0.1));
      Map<String, Double> used = any.used(found.route(), 1);
      double fits = Double.POSITIVE_INFINITY;
      for (Map.Entry<String, Double> one : used.entrySet()) {
        fits = Math.min(fits, any.capacity(one.getKey()) / one.getValue());
      }
      assertThat(found.fits().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY))
          .isCloseTo(fits, within(1e-9));
      assertThat(found.narrowest().isEmpty()).isEqualTo(Double.isInfinite(best));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsAtRiskIsWhatAskingAnewTells(long seed) {
    Any any = new Any(seed, seed % 2 == 0);
    AtRisk found = any.question.atRisk();
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    if (any.meet()) {
      assertThat(found.list()).isEmpty();
      return;
    }
    double today = amount(found.today());
    Set<String> told = new HashSet<>();
    for (Risk risk : found.list()) {
      told.add(risk.what());
      double left = risk.left().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY);
      assertThat(left).isLessThan(today);
      if (risk.kind() == RiskKind.PARTY
          || risk.kind() == RiskKind.EDGE
          || risk.kind() == RiskKind.NODE) {
        Flow without = any.question.without(List.of(risk.what()));
        assertThat(left).as(risk.what()).isCloseTo(amount(without), within(1e-6));
        any.prove(without, any.waysWithout(risk), risk.what());
      }
      risk.lost()
          .ifPresent(lost -> assertThat(lost.perDay()).isCloseTo(today - left, within(1e-6)));
    }
    List<String> others = new ArrayList<>();
    any.view.network().parties().forEach(party -> others.add(party.id()));
    any.view.network().edges().forEach(edge -> others.add(edge.id()));
    for (String other : others) {
      if (!told.contains(other)) {
        double left = amount(any.question.without(List.of(other)));
        assertThat(left >= today || today - left < 1e-6).as(other).isTrue();
      }
    }
    for (int i = 1; i < found.list().size(); i++) {
      assertThat(left(found.list().get(i - 1))).isLessThanOrEqualTo(left(found.list().get(i)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSharingOutAmongTheWaysIsCheaper(long seed) {
    Any any = new Any(seed, false);
    if (any.meet() || any.ways.size() > 8) {
      return;
    }
    double[] best = {-1, Double.POSITIVE_INFINITY};
    int wanted = 1 + any.random.nextInt(5);
    any.shareOut(0, wanted, new int[any.ways.size()], best);
    CheapestFlow found = any.question.cheapest(wanted, Spending.TIME);
    assertThat(found.amount().perDay()).isEqualTo(best[0]);
    if (best[0] > 0) {
      assertThat(found.hours() * best[0] * 3_600).isCloseTo(best[1], within(1e-3));
    } else {
      assertThat(found.reason()).isNotEmpty();
    }
    any.assertFits(found.routes(), found.uses(), "");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCheapestFlowFitsAndCarriesWhatItCan(long seed) {
    Any any = new Any(seed, true);
    if (any.meet()) {
      return;
    }
    double wanted = 1 + any.random.nextInt(12) / 2.0;
    double most = amount(any.question.greatest());
    CheapestFlow time = any.question.cheapest(wanted, Spending.TIME);
    CheapestFlow distance = any.question.cheapest(wanted, Spending.DISTANCE);
    CheapestFlow money = any.question.cheapest(wanted, Spending.MONEY);
    for (CheapestFlow found : List.of(time, distance, money)) {
      assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(found.amount().perDay()).isCloseTo(Math.min(wanted, most), within(1e-6));
      any.assertFits(found.routes(), found.uses(), "");
      assertThat(time.hours()).isLessThanOrEqualTo(found.hours() + 1e-6);
      assertThat(distance.kilometres()).isLessThanOrEqualTo(found.kilometres() + 1e-6);
      assertThat(money.usdPerDay()).isLessThanOrEqualTo(found.usdPerDay() + 1e-6);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCheapestFlowSpendsNoMoreThanALinearProgrammeOverAllWays(long seed) {
    Any any = new Any(seed, true);
    if (any.meet() || any.ways.isEmpty() || any.ways.size() > 40) {
      return;
    }
    double wanted = 1 + any.random.nextInt(12) / 2.0;
    double[] best = any.programme(wanted);
    CheapestFlow found = any.question.cheapest(wanted, Spending.TIME);
    assertThat(found.amount().perDay()).isCloseTo(best[0], within(1e-6));
    assertThat(found.hours() * found.amount().perDay()).isCloseTo(best[1], within(1e-4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverTheBudgetTheAmountFitsAndTheBoundHolds(long seed) {
    Any any = new Any(seed, true);
    if (any.meet()) {
      return;
    }
    double most = amount(any.question.greatest());
    for (int steps = 0; steps < 8; steps++) {
      Capacity hurried = any.question.within(Budget.ofSteps(steps));
      Flow flow = hurried.greatest();
      assertThat(amount(flow)).isLessThanOrEqualTo(most + 1e-6);
      flow.bound()
          .ifPresent(bound -> assertThat(bound.perDay()).isGreaterThanOrEqualTo(most - 1e-6));
      assertThat(flow.jam().isPresent()).isEqualTo(flow.bound().isPresent());
      if (flow.completeness() == Completeness.COMPLETE) {
        assertThat(amount(flow)).isGreaterThanOrEqualTo(most - 1e-6);
      }
      CheapestFlow cheap = hurried.cheapest(2, Spending.DISTANCE);
      assertThat(cheap.amount().perDay()).isLessThanOrEqualTo(Math.min(2, most) + 1e-6);
      any.assertFits(cheap.routes(), cheap.uses(), steps + " steps");
      if (cheap.completeness() == Completeness.TRUNCATED) {
        assertThat(cheap.reason()).isNotEmpty();
      } else {
        assertThat(cheap.amount().perDay()).isCloseTo(Math.min(2, most), within(1e-6));
      }
    }
  }

  private static double amount(Flow flow) {
    return flow.amount().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY);
  }

  private static double left(Risk risk) {
    return risk.left().map(Throughput::perDay).orElse(Double.POSITIVE_INFINITY);
  }

  private static final class Any {
    final Random random;
    final boolean shared;
    final NetworkView view;
    final Topology topology;
    final SortedSet<String> from;
    final SortedSet<String> to;
    final Capacity question;
    final List<int[]> ways = new ArrayList<>();

    /** What a thing lets pass: "edge e1", "cap e1" … */
    final Map<String, Double> capacities = new TreeMap<>();

    final Map<String, Throughput> own = new TreeMap<>();

    Any(long seed, boolean shared) {
      random = new Random(seed * 104_729 + 3);
      this.shared = shared;
      view = draw();
      topology = view.topology();
      List<String> nodes = view.network().nodes().stream().map(node -> node.id()).toList();
      from = new TreeSet<>(Set.of(nodes.get(random.nextInt(nodes.size()))));
      to = new TreeSet<>(Set.of(nodes.get(random.nextInt(nodes.size()))));
      if (shared && random.nextInt(3) == 0) {
        String node = nodes.get(random.nextInt(nodes.size()));
        own.put(node, new Throughput(random.nextInt(6), Unit.TONNES));
        capacities.put("node " + node, own.get(node).perDay());
      }
      question = Capacity.between(view, from, to).limiting(own);
      BitSetSeen seen = new BitSetSeen();
      for (int v = 0; v < topology.graph().vertexCount() && !meet(); v++) {
        if (from.contains(topology.node(v).id())) {
          follow(v, new ArrayList<>(), seen);
        }
      }
    }

    private static final class BitSetSeen {
      final Set<Integer> vertices = new HashSet<>();
    }

    private NetworkView draw() {
      List<String> modes =
          List.of("road", "rail:1520", "rail:1435", "rail:1435+1520", "rail:1435+1520");
      String[] hops =
          Sketch.randomWays(random, () -> shared ? modes.get(random.nextInt(5)) : "road");
      TransitNetwork.Builder builder = Sketch.builder(hops);
      for (TransitEdge edge : builder.draft().edges()) {
        if (random.nextInt(8) > 0) {
          int tonnes = random.nextInt(5);
          capacities.put("edge " + edge.id(), (double) tonnes);
          builder.withEdge(edge.toBuilder().capacity(new Throughput(tonnes, Unit.TONNES)).build());
        }
      }
      for (var node : List.copyOf(builder.nodes())) {
        if (node.isCrossing() && random.nextInt(6) == 0) {
          builder.addCrossingFact(
              CrossingFact.state(node.id(), CrossingState.CLOSED, Validity.ALWAYS, ""));
        }
        if (node.isCrossing() && random.nextInt(2) == 0) {
          // 20 t in a truck, 1,000 t in a train: parts of one, so that they matter here.
          double vehicles = (1 + random.nextInt(4)) / 20.0;
          builder.addCrossingFact(
              CrossingFact.builder(node.id())
                  .modes(Set.of(Mode.ROAD))
                  .capacityPerDay(vehicles)
                  .build());
          String one = node.jurisdictions().get(0);
          String two = node.jurisdictions().get(1);
          capacities.put("road " + node.id() + " " + one + " " + two, vehicles * 20);
          capacities.put("road " + node.id() + " " + two + " " + one, vehicles * 20);
          if (shared) {
            double trains = (1 + random.nextInt(4)) / 1_000.0;
            builder.addCrossingFact(
                CrossingFact.builder(node.id())
                    .modes(Set.of(Mode.RAIL))
                    .capacityPerDay(trains)
                    .build());
            capacities.put("rail " + node.id() + " " + one + " " + two, trains * 1_000);
            capacities.put("rail " + node.id() + " " + two + " " + one, trains * 1_000);
          }
        }
        if (shared && random.nextInt(3) > 0) {
          yard(builder, node.id(), Mode.ROAD, 0, Mode.RAIL, 0);
        }
        if (shared && random.nextInt(3) > 0) {
          yard(builder, node.id(), Mode.RAIL, 1435, Mode.RAIL, 1520);
        }
      }
      Movement both =
          shared
              ? Movement.freight().by(Mode.ROAD, Mode.RAIL).tonnes(20).build()
              : Movement.freight().by(Mode.ROAD).tonnes(20).build();
      return builder.build().on(Sketch.DAY).moving(both);
    }

    private void yard(
        TransitNetwork.Builder builder, String node, Mode one, int a, Mode other, int b) {
      Optional<Throughput> most = Optional.empty();
      if (random.nextInt(3) > 0) {
        int tonnes = random.nextInt(4);
        most = Optional.of(new Throughput(tonnes, Unit.TONNES));
        capacities.put("yard " + node + (one == other), (double) tonnes);
      }
      builder.addTranshipment(
          new Transhipment(
              node,
              one,
              a,
              other,
              b,
              Set.of(),
              Duration.ofHours(2),
              OptionalDouble.empty(),
              most,
              Validity.ALWAYS,
              Evidence.NONE));
    }

    boolean meet() {
      return from.stream().anyMatch(to::contains);
    }

    private void follow(int here, List<Integer> way, BitSetSeen seen) {
      if (to.contains(topology.node(here).id())) {
        ways.add(way.stream().mapToInt(arc -> arc).toArray());
        return;
      }
      seen.vertices.add(here);
      for (int arc : topology.graph().outArcs(here).toArray()) {
        if (topology.isOpen(arc) && !seen.vertices.contains(topology.graph().head(arc))) {
          way.add(arc);
          follow(topology.graph().head(arc), way, seen);
          way.remove(way.size() - 1);
        }
      }
      seen.vertices.remove(here);
    }

    double seconds(int[] way) {
      double sum = 0;
      for (int arc : way) {
        sum += topology.seconds()[arc];
      }
      return sum;
    }

    Route route(int[] way) {
      return topology.route(way, topology.graph().tail(way[0]));
    }

    double capacity(String thing) {
      return capacities.getOrDefault(thing, Double.POSITIVE_INFINITY);
    }

    /**
     * How much goes along all ways at most, up to what is wanted, and the least hours it takes: by
     * the simplex method on a table, Bland's rule, from nothing carried.
     */
    double[] programme(double wanted) {
      List<double[]> rows = new ArrayList<>();
      int n = ways.size();
      Map<String, double[]> byThing = new TreeMap<>();
      double[] all = new double[n + 1];
      all[n] = wanted;
      rows.add(all);
      double[] gain = new double[n];
      for (int way = 0; way < n; way++) {
        all[way] = 1;
        gain[way] = 1e6 - seconds(ways.get(way)) / 3_600;
        for (Map.Entry<String, Double> use : used(route(ways.get(way)), 1).entrySet()) {
          if (capacity(use.getKey()) < Double.POSITIVE_INFINITY) {
            double[] row =
                byThing.computeIfAbsent(
                    use.getKey(),
                    thing -> {
                      double[] fresh = new double[n + 1];
                      fresh[n] = capacity(thing);
                      rows.add(fresh);
                      return fresh;
                    });
            row[way] = use.getValue();
          }
        }
      }
      int m = rows.size();
      double[][] table = new double[m + 1][n + m + 1];
      int[] basis = new int[m];
      for (int row = 0; row < m; row++) {
        System.arraycopy(rows.get(row), 0, table[row], 0, n);
        table[row][n + row] = 1;
        table[row][n + m] = rows.get(row)[n];
        basis[row] = n + row;
      }
      for (int way = 0; way < n; way++) {
        table[m][way] = -gain[way];
      }
      while (true) {
        int enters = 0;
        while (enters < n + m && table[m][enters] > -1e-7) {
          enters++;
        }
        if (enters == n + m) {
          break;
        }
        int leaves = -1;
        for (int row = 0; row < m; row++) {
          if (table[row][enters] > 1e-9) {
            double ratio = table[row][n + m] / table[row][enters];
            double least = leaves < 0 ? ratio + 1 : table[leaves][n + m] / table[leaves][enters];
            if (ratio < least - 1e-12
                || (ratio <= least + 1e-12 && leaves >= 0 && basis[row] < basis[leaves])) {
              leaves = row;
            }
          }
        }
        double pivot = table[leaves][enters];
        for (int column = 0; column <= n + m; column++) {
          table[leaves][column] /= pivot;
        }
        for (int row = 0; row <= m; row++) {
          double factor = table[row][enters];
          for (int column = 0; row != leaves && column <= n + m; column++) {
            table[row][column] -= factor * table[leaves][column];
          }
        }
        basis[leaves] = enters;
      }
      double amount = 0;
      double hours = 0;
      for (int row = 0; row < m; row++) {
        if (basis[row] < n) {
          amount += table[row][n + m];
          hours += table[row][n + m] * seconds(ways.get(basis[row])) / 3_600;
        }
      }
      return new double[] {amount, hours};
    }

    /** What a route uses of each thing: read from its steps. */
    Map<String, Double> used(Route route, double amount) {
      Map<String, Double> used = new TreeMap<>();
      for (Step step : route.steps()) {
        used.merge(thing(step), amount, Double::sum);
        step.fold(
            leg ->
                used.merge("node " + (to.contains(leg.to()) ? leg.to() : ""), amount, Double::sum),
            passing -> 0.0,
            transfer -> 0.0);
        step.fold(
            leg ->
                to.contains(leg.from())
                    ? 0.0
                    : used.merge("node " + leg.from(), amount, Double::sum),
            passing -> 0.0,
            transfer -> 0.0);
      }
      return used;
    }

    private static String thing(Step step) {
      return step.fold(
          leg -> "edge " + leg.edge(),
          passing ->
              (passing.mode() == Mode.ROAD ? "road " : "rail ")
                  + passing.crossing()
                  + " "
                  + passing.fromSide()
                  + " "
                  + passing.toSide(),
          transfer -> "yard " + transfer.node() + (transfer.fromMode() == transfer.toMode()));
    }

    private static String thing(Limit limit) {
      return switch (limit.kind()) {
        case EDGE -> "edge " + limit.element();
        case CROSSING -> {
          String[] words = limit.detail().split("[ ,]+", -1);
          yield words[0] + " " + limit.element() + " " + words[1] + " " + words[3];
        }
        case YARD -> "yard " + limit.element() + !limit.detail().contains("road");
        case NODE -> "node " + limit.element();
        case CAP, PERMITS -> throw new IllegalStateException(limit.toString());
      };
    }

    double width(int[] way) {
      double width = Double.POSITIVE_INFINITY;
      for (String thing : used(route(way), 1).keySet()) {
        width = Math.min(width, capacity(thing));
      }
      return width;
    }

    void assertFits(List<Carried> routes, List<Use> uses, String without) {
      Map<String, Double> used = new TreeMap<>();
      for (Carried one : routes) {
        assertThat(one.amount().perDay()).isPositive();
        assertThat(from).contains(one.route().from());
        assertThat(to).contains(one.route().to());
        assertThat(one.route().edges()).doesNotContain(without);
        used(one.route(), one.amount().perDay()).forEach((k, v) -> used.merge(k, v, Double::sum));
      }
      used.forEach(
          (thing, amount) ->
              assertThat(amount).as(thing).isLessThanOrEqualTo(capacity(thing) + 1e-6));
      for (Use use : uses) {
        assertThat(use.amount())
            .as(use.limit().toString())
            .isCloseTo(used.getOrDefault(thing(use.limit()), 0.0), within(1e-6));
      }
    }

    /** Routes that fit and carry it, and prices at which no way costs less than 1. */
    void prove(Flow flow, List<int[]> left, String without) {
      assertThat(flow.completeness()).isEqualTo(Completeness.COMPLETE);
      if (meet()) {
        assertThat(flow.amount()).isEmpty();
        assertThat(flow.reason()).contains("share a node");
        return;
      }
      boolean unlimited = left.stream().anyMatch(way -> Double.isInfinite(width(way)));
      assertThat(flow.amount().isEmpty()).isEqualTo(unlimited);
      assertThat(flow.unlimited().isPresent()).isEqualTo(unlimited);
      if (unlimited) {
        return;
      }
      double amount = flow.amount().orElseThrow().perDay();
      assertThat(flow.bound()).isEqualTo(flow.amount());
      assertThat(flow.routes().stream().mapToDouble(one -> one.amount().perDay()).sum())
          .isCloseTo(amount, within(1e-6));
      assertFits(flow.routes(), flow.uses(), without);
      Map<String, Double> prices = new TreeMap<>();
      double worth = 0;
      for (Jam.Part part : flow.jam().orElseThrow().parts()) {
        prices.merge(thing(part.limit()), part.weight(), Double::sum);
        assertThat(part.limit().capacity().orElseThrow().perDay())
            .isCloseTo(capacity(thing(part.limit())), within(1e-9));
        worth += part.weight() * part.limit().capacity().orElseThrow().perDay();
      }
      assertThat(worth).isCloseTo(amount, within(1e-6));
      for (int[] way : left) {
        double price = 0;
        for (Map.Entry<String, Double> one : used(route(way), 1).entrySet()) {
          price += one.getValue() * prices.getOrDefault(one.getKey(), 0.0);
        }
        assertThat(price).isGreaterThanOrEqualTo(1 - 1e-7);
      }
      assertThat(flow.reason().isEmpty()).isEqualTo(amount > 0);
    }

    List<int[]> waysWithout(Risk risk) {
      List<int[]> left = new ArrayList<>();
      for (int[] way : ways) {
        boolean open = true;
        for (int arc : way) {
          open &=
              switch (risk.kind()) {
                case PARTY -> !topology.rules().get(topology.ruleOf(arc)).canBeShutBy(risk.what());
                case EDGE -> !topology.element(arc).equals(risk.what());
                default ->
                    !topology.node(topology.graph().tail(arc)).id().equals(risk.what())
                        && !topology.node(topology.graph().head(arc)).id().equals(risk.what());
              };
        }
        if (open) {
          left.add(way);
        }
      }
      return left;
    }

    /** The least capacity of all sets of things without which no way is left. */
    double leastCut() {
      if (meet()) {
        return Double.POSITIVE_INFINITY;
      }
      Set<String> things = new TreeSet<>();
      List<Set<String>> needs = new ArrayList<>();
      for (int[] way : ways) {
        Set<String> own = new TreeSet<>();
        for (String thing : used(route(way), 1).keySet()) {
          if (capacities.containsKey(thing)) {
            own.add(thing);
          }
        }
        things.addAll(own);
        needs.add(own);
      }
      List<String> all = List.copyOf(things);
      double least = Double.POSITIVE_INFINITY;
      for (int set = 0; set < 1 << all.size(); set++) {
        Set<String> chosen = new HashSet<>();
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
          if ((set >> i & 1) == 1) {
            chosen.add(all.get(i));
            sum += capacity(all.get(i));
          }
        }
        if (sum < least
            && needs.stream().allMatch(need -> need.stream().anyMatch(chosen::contains))) {
          least = sum;
        }
      }
      return least;
    }

    /** Tries every way of sharing whole tonnes out among the ways. */
    void shareOut(int way, int left, int[] amounts, double[] best) {
      if (way == ways.size()) {
        Map<String, Double> used = new TreeMap<>();
        double sum = 0;
        double time = 0;
        for (int i = 0; i < amounts.length; i++) {
          if (amounts[i] > 0) {
            used(route(ways.get(i)), amounts[i]).forEach((k, v) -> used.merge(k, v, Double::sum));
            sum += amounts[i];
            time += amounts[i] * seconds(ways.get(i));
          }
        }
        boolean fits =
            used.entrySet().stream().allMatch(e -> e.getValue() <= capacity(e.getKey()) + 1e-9);
        if (fits && (sum > best[0] || (sum == best[0] && time < best[1]))) {
          best[0] = sum;
          best[1] = time;
        }
        return;
      }
      for (int amount = 0; amount <= left; amount++) {
        amounts[way] = amount;
        shareOut(way + 1, left - amount, amounts, best);
      }
      amounts[way] = 0;
    }
  }
}
