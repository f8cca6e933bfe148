package org.araxes.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Sketch;
import org.araxes.network.Topology;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small random networks with everything in them, answered by trying every set and every way. */
class ConnectivityOracleTest {
  private static final Movement BOTH = Movement.freight().by(Mode.ROAD, Mode.RAIL).build();

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cutsAreAllMinimalSetsThatLeaveNoWay(long seed) {
    Any any = new Any(seed);
    if (any.endsMeet()) {
      assertThat(any.question.cuts(CutKind.EDGES).all().list()).isEmpty();
      return;
    }
    for (CutKind kind : CutKind.values()) {
      Map<String, Long> costs = new TreeMap<>();
      for (String element : any.elements(kind)) {
        if (any.random.nextBoolean()) {
          costs.put(element, 1L + any.random.nextInt(4));
        }
      }
      Cuts found = any.question.cuts(kind).costing(costs).all();
      assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
      Map<SortedSet<String>, Long> expected = any.minimalCuts(kind, costs);
      Map<SortedSet<String>, Long> got = new LinkedHashMap<>();
      found.list().forEach(cut -> got.put(cut.elements(), cut.cost()));
      assertThat(got).as(kind.toString()).isEqualTo(expected);
      assertThat(found.list()).isSorted();
      List<Cut> oneByOne = new ArrayList<>();
      any.question.cuts(kind).costing(costs).lazily().forEachRemaining(oneByOne::add);
      assertThat(oneByOne).isEqualTo(found.list());
      assertThat(any.question.cuts(kind).costing(costs).cheapest()).isEqualTo(found.cheapest());
      long least = found.cheapest().map(Cut::cost).orElse(0L);
      assertThat(any.question.cuts(kind).costing(costs).allCheapest().list())
          .isEqualTo(found.list().stream().filter(cut -> cut.cost() == least).toList());
      if (found.list().size() > 1) {
        assertThat(any.question.cuts(kind).costing(costs).first(2).list())
            .isEqualTo(found.list().subList(0, 2));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cutsComeInTheSameOrderHoweverNodesAndEdgesWereAdded(long seed) {
    Random random = new Random(seed * 32_452_843 + 7);
    List<String> modes = List.of("road", "road", "rail:1520", "rail:1435+1520");
    List<String> ways =
        new ArrayList<>(List.of(Sketch.randomWays(random, () -> modes.get(random.nextInt(4)))));
    TransitNetwork network = Sketch.of(ways.toArray(String[]::new));
    Collections.shuffle(ways, random);
    TransitNetwork shuffled = Sketch.of(ways.toArray(String[]::new));
    Map<String, Long> costs = new TreeMap<>();
    network.edges().forEach(edge -> costs.put(edge.id(), 1L + random.nextInt(2)));
    network.nodes().forEach(node -> costs.put(node.id(), 1L + random.nextInt(2)));
    SortedSet<String> from = new TreeSet<>(Set.of(network.nodes().iterator().next().id()));
    for (TransitNode node : network.nodes()) {
      SortedSet<String> to = new TreeSet<>(Set.of(node.id()));
      Connectivity one = Connectivity.between(network.on(Sketch.DAY).moving(BOTH), from, to);
      Connectivity other = Connectivity.between(shuffled.on(Sketch.DAY).moving(BOTH), from, to);
      for (CutKind kind : CutKind.values()) {
        List<Cut> expected = new ArrayList<>();
        List<Cut> found = new ArrayList<>();
        one.cuts(kind).costing(costs).lazily().forEachRemaining(expected::add);
        other.cuts(kind).costing(costs).lazily().forEachRemaining(found::add);
        assertThat(found).as(kind.toString()).isEqualTo(expected).isSorted();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mandatoryElementsAreThoseWithoutWhichThereIsNoWay(long seed) {
    Any any = new Any(seed);
    SortedSet<String> expected = new TreeSet<>();
    if (!any.endsMeet() && any.reaches(arc -> true)) {
      for (String element : any.elements(CutKind.EDGES_AND_NODES)) {
        if (!any.reaches(arc -> !any.bears(arc, element, CutKind.EDGES_AND_NODES))) {
          expected.add(element);
        }
      }
    }
    List<String> found = any.question.mandatoryElements().stream().map(Mandatory::element).toList();
    assertThat(new TreeSet<>(found)).isEqualTo(expected);
    assertThat(found).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bridgesAndArticulationPointsAreWhatPartsTheRest(long seed) {
    Any any = new Any(seed);
    NetworkParts parts = NetworkParts.of(any.view);
    SortedSet<String> bridges = new TreeSet<>();
    for (String edge : any.elements(CutKind.EDGES)) {
      if (any.weakParts("", edge) > any.weakParts("", "")) {
        bridges.add(edge);
      }
    }
    SortedSet<String> points = new TreeSet<>();
    for (var node : any.view.network().nodes()) {
      if (any.weakParts(node.id(), "") > any.weakPartsWithOthersThan(node.id())) {
        points.add(node.id());
      }
    }
    assertThat(parts.bridges()).isEqualTo(bridges);
    assertThat(parts.articulationPoints()).isEqualTo(points);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void disjointWaysAreAsManyAndAsLightAsAnyChoiceOfWays(long seed) {
    Any any = new Any(seed);
    if (any.endsMeet()) {
      return;
    }
    List<int[]> all = any.allWays();
    if (all.size() > 60) {
      return; // choosing among them takes too long here
    }
    for (Separation by : List.of(Separation.EDGES, Separation.NODES)) {
      CutKind kind = by == Separation.EDGES ? CutKind.EDGES : CutKind.EDGES_AND_NODES;
      Ways found = any.question.disjointWays(by, 3);
      double[] best = any.best(all, (a, b) -> any.shareAnElement(a, b, kind), 3);
      assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(found.count()).as(by.toString()).isEqualTo((int) best[0]);
      assertThat(found.routes().stream().mapToDouble(r -> r.duration().toMillis() / 1000.0).sum())
          .isCloseTo(best[1], within(0.01));
      assertDisjoint(found.routes(), by, any);
    }
  }

  private static void assertDisjoint(List<Route> routes, Separation by, Any any) {
    Set<String> used = new HashSet<>();
    for (Route route : routes) {
      Set<String> own = new HashSet<>(by == Separation.EDGES ? route.edges() : route.nodes());
      if (by == Separation.NODES) {
        own.removeAll(any.ends());
      }
      assertThat(own.stream().filter(used::contains)).isEmpty();
      used.addAll(own);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stateDisjointWaysAreAsManyAsAnyChoiceOfWays(long seed) {
    Any any = new Any(seed);
    if (any.endsMeet()) {
      return;
    }
    List<int[]> all = any.allWays();
    if (all.size() > 60) {
      return;
    }
    Ways states = any.question.disjointWays(Separation.STATES, 3);
    boolean domestic = all.stream().anyMatch(way -> any.foreign(way).isEmpty());
    assertThat(states.count())
        .isEqualTo(domestic ? 1 : (int) any.best(all, any::shareAForeignState, 3)[0]);
    Ways posts = any.question.disjointWays(Separation.POSTS, 3);
    boolean passesNone = all.stream().anyMatch(way -> any.posts(way).isEmpty());
    assertThat(posts.count())
        .isEqualTo(passesNone ? 1 : (int) any.best(all, any::shareAPost, 3)[0]);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leastSharedWaysShareNoMoreThanAnyChoiceOfWays(long seed) {
    Any any = new Any(seed);
    if (any.endsMeet()) {
      return;
    }
    List<int[]> all = any.allWays();
    if (all.isEmpty() || all.size() > 40) {
      assertThat(all.isEmpty())
          .isEqualTo(any.question.leastSharedWays(2, Weight.TIME).count() == 0);
      return;
    }
    double[] seconds = any.topology.seconds();
    int edges = Integer.MAX_VALUE;
    int states = Integer.MAX_VALUE;
    int posts = Integer.MAX_VALUE;
    double lightest = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = i; j < all.size(); j++) {
        int shared = any.repeatedEdges(all.get(i), all.get(j));
        double weight = Any.time(seconds, all.get(i)) + Any.time(seconds, all.get(j));
        if (shared < edges || (shared == edges && weight < lightest)) {
          edges = shared;
          lightest = weight;
        }
        states = Math.min(states, common(any.foreign(all.get(i)), any.foreign(all.get(j))));
        posts = Math.min(posts, common(any.posts(all.get(i)), any.posts(all.get(j))));
      }
    }
    Ways found = any.question.leastSharedWays(2, Weight.TIME);
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    List<String> used = new ArrayList<>();
    found.routes().forEach(route -> used.addAll(route.edges()));
    assertThat(used.size() - new HashSet<>(used).size()).isEqualTo(edges);
    assertThat(found.routes().stream().mapToDouble(r -> r.duration().toMillis() / 1000.0).sum())
        .isCloseTo(lightest, within(0.01));
    Set<String> first = new TreeSet<>(found.routes().get(0).edges());
    first.retainAll(found.routes().get(1).edges());
    assertThat(found.shared()).isEqualTo(first);
    for (Separation by : List.of(Separation.STATES, Separation.POSTS)) {
      Ways apart = any.question.leastSharedWays(by, 2, Weight.TIME, List.of(), Budget.unlimited());
      assertThat(apart.count()).isEqualTo(2);
      assertThat(apart.shared())
          .as(by.toString())
          .hasSize(by == Separation.STATES ? states : posts);
    }
  }

  private static int common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both.size();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theQuotientTellsTheSameStoryThroughJurisdictions(long seed) {
    Any any = new Any(seed);
    JurisdictionQuotient quotient = any.question.quotient();
    JurisdictionQuotient.Passages passages = quotient.passages(Budget.unlimited());
    boolean oneWay = any.view.network().edges().stream().anyMatch(edge -> edge.oneWay());
    if (!oneWay) {
      assertThat(!passages.list().isEmpty()).isEqualTo(any.question.isConnected());
    }
    for (JurisdictionQuotient.Passage passage : passages.list()) {
      var route = quotient.routeAlong(passage, Weight.DISTANCE);
      if (!oneWay) {
        assertThat(route).isPresent();
      }
      route.ifPresent(
          lifted ->
              assertThat(lifted.crossings().stream().map(step -> step.crossing()).toList())
                  .hasSize(passage.crossings().size())
                  .allSatisfy(
                      id ->
                          assertThat(passage.crossings().stream().anyMatch(c -> c.contains(id)))
                              .isTrue()));
    }
    if (!oneWay && !any.endsMeet() && any.question.isConnected()) {
      Set<SortedSet<String>> expected = any.minimalStateCuts();
      Set<SortedSet<String>> got = new HashSet<>();
      quotient.stateCuts(Budget.unlimited()).list().forEach(cut -> got.add(cut.elements()));
      assertThat(got).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noCheaperChoiceOfCandidatesLeavesNoSinglePointOfFailure(long seed) {
    Any any = new Any(seed);
    Map<String, Long> costs = new TreeMap<>();
    for (int arc = 0; arc < any.topology.graph().arcCount() && costs.size() < 6; arc++) {
      if (!any.topology.isOpen(arc) && any.topology.kind(arc) != ArcKind.TRANSFER) {
        costs.putIfAbsent(any.topology.element(arc), (long) any.random.nextInt(5));
      }
    }
    Reinforcement found = any.question.reinforcement(costs, CutKind.EDGES, Budget.unlimited());
    List<String> names = List.copyOf(costs.keySet());
    long least = -1;
    for (int set = 0; set < 1 << names.size(); set++) {
      Set<String> opened = new HashSet<>();
      long cost = 0;
      for (int i = 0; i < names.size(); i++) {
        if ((set >> i & 1) == 1) {
          opened.add(names.get(i));
          cost += costs.getOrDefault(names.get(i), 0L);
        }
      }
      if (any.hasNoSingleEdgeOfFailure(opened) && (least < 0 || cost < least)) {
        least = cost;
      }
    }
    assertThat(found.elements().isPresent()).isEqualTo(least >= 0);
    if (least >= 0) {
      assertThat(found.cost()).isEqualTo(least);
      assertThat(any.hasNoSingleEdgeOfFailure(found.elements().orElseThrow())).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noCheaperChoiceOfCandidatesMakesAWay(long seed) {
    Any any = new Any(seed);
    Map<String, Long> costs = new TreeMap<>();
    for (String element : any.question.barredElements()) {
      if (costs.size() < 7) {
        costs.put(element, (long) any.random.nextInt(5));
      }
    }
    Reinforcement found = any.question.reconnection(costs);
    long least = -1;
    List<String> names = List.copyOf(costs.keySet());
    for (int set = 0; set < 1 << names.size(); set++) {
      Set<String> opened = new HashSet<>();
      long cost = 0;
      for (int i = 0; i < names.size(); i++) {
        if ((set >> i & 1) == 1) {
          opened.add(names.get(i));
          cost += costs.getOrDefault(names.get(i), 0L);
        }
      }
      if ((least < 0 || cost < least) && (any.endsMeet() || any.reachesOpening(opened))) {
        least = cost;
      }
    }
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(found.elements().isPresent()).isEqualTo(least >= 0);
    if (least >= 0) {
      assertThat(found.cost()).isEqualTo(least);
      assertThat(any.endsMeet() || any.reachesOpening(found.elements().orElseThrow())).isTrue();
    }
  }

  /** Menger (1927), with some elements that any number of ways may use and no cut may have. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void byRoadThereAreAsManyWaysApartAsTheSmallestCutHasElements(long seed) {
    Random random = new Random(seed * 15_485_863 + 5);
    List<String> ways = new ArrayList<>();
    for (String way : Sketch.randomWays(random, () -> "road")) {
      ways.add(way);
      if (random.nextInt(3) > 0) {
        ways.add(way.replaceFirst("#e", "#f"));
      }
    }
    TransitNetwork network = Sketch.of(ways.toArray(String[]::new));
    List<String> ids = new ArrayList<>();
    network.nodes().forEach(node -> ids.add(node.id()));
    String from = ids.get(random.nextInt(ids.size()));
    String to = ids.get(random.nextInt(ids.size()));
    network.edges().forEach(edge -> ids.add(edge.id()));
    Set<String> exempt = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      exempt.add(ids.get(random.nextInt(ids.size())));
    }
    Connectivity question =
        Connectivity.between(
            network.on(Sketch.DAY).moving(Movement.freight().by(Mode.ROAD).build()),
            new TreeSet<>(Set.of(from)),
            new TreeSet<>(Set.of(to)));
    for (Separation by : List.of(Separation.EDGES, Separation.NODES)) {
      CutKind kind = by == Separation.EDGES ? CutKind.EDGES : CutKind.EDGES_AND_NODES;
      Ways apart = question.disjointWays(by, 20, Weight.TIME, exempt, Budget.unlimited());
      question
          .cuts(kind)
          .sparing(exempt)
          .cheapest()
          .ifPresentOrElse(
              cut -> assertThat(apart.count()).as(by.toString()).isEqualTo((int) cut.cost()),
              () ->
                  assertThat(apart.count()).as(by.toString()).isEqualTo(from.equals(to) ? 1 : 20));
      if (by == Separation.EDGES) {
        Set<String> used = new HashSet<>();
        for (Route route : apart.routes()) {
          Set<String> own = new HashSet<>(route.edges());
          own.removeAll(exempt);
          assertThat(own.stream().filter(used::contains)).isEmpty();
          used.addAll(own);
        }
      }
    }
  }

  /** A small random network of roads and railways in three states, and the slow way to ask it. */
  private static final class Any {
    final Random random;
    final NetworkView view;
    final Topology topology;
    final SortedSet<String> from;
    final SortedSet<String> to;
    final Connectivity question;

    Any(long seed) {
      random = new Random(seed * 104_729 + 1);
      view = randomView(random);
      topology = view.topology();
      List<String> nodes = view.network().nodes().stream().map(node -> node.id()).toList();
      from = new TreeSet<>(Set.of(nodes.get(random.nextInt(nodes.size()))));
      to = new TreeSet<>(Set.of(nodes.get(random.nextInt(nodes.size()))));
      if (random.nextInt(4) == 0) {
        to.add(nodes.get(random.nextInt(nodes.size())));
      }
      question = Connectivity.between(view, from, to);
    }

    private static NetworkView randomView(Random random) {
      List<String> modes = List.of("road", "road", "rail:1520", "rail:1435", "rail:1435+1520");
      String[] ways = Sketch.randomWays(random, () -> modes.get(random.nextInt(5)));
      TransitNetwork.Builder builder = Sketch.builder(ways);
      for (var node : List.copyOf(builder.nodes())) {
        if (node.isCrossing() && random.nextInt(4) == 0) {
          builder.addCrossingFact(
              CrossingFact.state(node.id(), CrossingState.CLOSED, Validity.ALWAYS, ""));
        }
        if (random.nextInt(3) > 0) {
          builder.addTranshipment(tranship(node.id(), Mode.ROAD, 0, Mode.RAIL, 0));
        }
        if (random.nextInt(4) == 0) {
          builder.addTranshipment(tranship(node.id(), Mode.RAIL, 1435, Mode.RAIL, 1520));
        }
      }
      return builder.build().on(Sketch.DAY).moving(BOTH);
    }

    private static Transhipment tranship(String node, Mode from, int gauge, Mode to, int other) {
      return new Transhipment(
          node,
          from,
          gauge,
          to,
          other,
          Set.of(),
          java.time.Duration.ofHours(2),
          java.util.OptionalDouble.empty(),
          Validity.ALWAYS,
          Evidence.NONE);
    }

    Set<String> ends() {
      Set<String> ends = new TreeSet<>(from);
      ends.addAll(to);
      return ends;
    }

    boolean endsMeet() {
      return from.stream().anyMatch(to::contains);
    }

    SortedSet<String> elements(CutKind kind) {
      TreeSet<String> all = new TreeSet<>();
      for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
        if (topology.kind(arc) == ArcKind.EDGE
            && (kind == CutKind.EDGES || kind == CutKind.EDGES_AND_NODES)) {
          all.add(topology.element(arc));
        }
        if (topology.kind(arc) == ArcKind.CROSSING && kind == CutKind.CROSSINGS) {
          all.add(topology.element(arc));
        }
      }
      if (kind == CutKind.NODES || kind == CutKind.EDGES_AND_NODES) {
        view.network().nodes().forEach(node -> all.add(node.id()));
        all.removeAll(ends());
      }
      return all;
    }

    boolean bears(int arc, String element, CutKind kind) {
      boolean edge = topology.kind(arc) == ArcKind.EDGE && topology.element(arc).equals(element);
      boolean crossing =
          topology.kind(arc) == ArcKind.CROSSING && topology.element(arc).equals(element);
      boolean node =
          !ends().contains(element)
              && (topology.node(topology.graph().tail(arc)).id().equals(element)
                  || topology.node(topology.graph().head(arc)).id().equals(element));
      return switch (kind) {
        case EDGES -> edge;
        case NODES -> node;
        case CROSSINGS -> crossing;
        case EDGES_AND_NODES -> edge || node;
      };
    }

    boolean reaches(IntPredicate usable) {
      return reaches(arc -> topology.isOpen(arc), usable);
    }

    private boolean reaches(IntPredicate open, IntPredicate usable) {
      Set<Integer> reached = new HashSet<>();
      for (int v = 0; v < topology.graph().vertexCount(); v++) {
        if (from.contains(topology.node(v).id())) {
          reached.add(v);
        }
      }
      boolean grew = true;
      while (grew) {
        grew = false;
        for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
          if (open.test(arc) && usable.test(arc) && reached.contains(topology.graph().tail(arc))) {
            grew |= reached.add(topology.graph().head(arc));
          }
        }
      }
      return reached.stream().anyMatch(v -> to.contains(topology.node(v).id()));
    }

    /** How many parts hang together when a node and an edge are gone. */
    int weakParts(String node, String edge) {
      return new HashSet<>(marks(node, edge).values()).size();
    }

    /** How many parts have another node in them, with all there. */
    int weakPartsWithOthersThan(String node) {
      Map<Integer, Integer> marks = marks("", "");
      Set<Integer> parts = new HashSet<>();
      marks.forEach(
          (vertex, mark) -> {
            if (!topology.node(vertex).id().equals(node)) {
              parts.add(mark);
            }
          });
      return parts.size();
    }

    private Map<Integer, Integer> marks(String node, String edge) {
      Map<Integer, Integer> marks = new HashMap<>();
      for (int v = 0; v < topology.graph().vertexCount(); v++) {
        if (!topology.node(v).id().equals(node)) {
          marks.put(v, v);
        }
      }
      for (int round = 0; round < topology.graph().vertexCount(); round++) {
        for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
          Integer a = marks.get(topology.graph().tail(arc));
          Integer b = marks.get(topology.graph().head(arc));
          boolean gone = topology.kind(arc) == ArcKind.EDGE && topology.element(arc).equals(edge);
          if (a != null && b != null && topology.isOpen(arc) && !gone) {
            marks.put(topology.graph().tail(arc), Math.min(a, b));
            marks.put(topology.graph().head(arc), Math.min(a, b));
          }
        }
      }
      return marks;
    }

    Map<SortedSet<String>, Long> minimalCuts(CutKind kind, Map<String, Long> costs) {
      List<String> all = List.copyOf(elements(kind));
      boolean[] cut = new boolean[1 << all.size()];
      Map<SortedSet<String>, Long> minimal = new HashMap<>();
      for (int set = 0; set < cut.length; set++) {
        boolean smaller = false;
        SortedSet<String> chosen = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
          if ((set >> i & 1) == 1) {
            smaller |= cut[set & ~(1 << i)];
            chosen.add(all.get(i));
          }
        }
        cut[set] =
            smaller
                || !reaches(arc -> chosen.stream().noneMatch(element -> bears(arc, element, kind)));
        if (cut[set] && !smaller) {
          minimal.put(chosen, chosen.stream().mapToLong(e -> costs.getOrDefault(e, 1L)).sum());
        }
      }
      return minimal;
    }

    /** Every way that comes to no vertex twice, as arcs. */
    List<int[]> allWays() {
      List<int[]> all = new ArrayList<>();
      for (int v = 0; v < topology.graph().vertexCount(); v++) {
        if (from.contains(topology.node(v).id())) {
          follow(v, new ArrayList<>(), new HashSet<>(Set.of(v)), all);
        }
      }
      return all;
    }

    private void follow(int here, List<Integer> arcs, Set<Integer> seen, List<int[]> all) {
      if (to.contains(topology.node(here).id())) {
        all.add(arcs.stream().mapToInt(a -> a).toArray());
        return;
      }
      for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
        int head = topology.graph().head(arc);
        if (topology.graph().tail(arc) == here
            && topology.isOpen(arc)
            && !from.contains(topology.node(head).id())
            && seen.add(head)) {
          arcs.add(arc);
          follow(head, arcs, seen, all);
          arcs.remove(arcs.size() - 1);
          seen.remove(head);
        }
      }
    }

    boolean shareAnElement(int[] one, int[] other, CutKind kind) {
      return elements(kind).stream()
          .anyMatch(
              element ->
                  IntStream.of(one).anyMatch(arc -> bears(arc, element, kind))
                      && IntStream.of(other).anyMatch(arc -> bears(arc, element, kind)));
    }

    boolean shareAForeignState(int[] one, int[] other) {
      Set<String> states = foreign(one);
      states.retainAll(foreign(other));
      return !states.isEmpty();
    }

    private Set<String> foreign(int[] way) {
      Set<String> states = new HashSet<>();
      for (int arc : way) {
        topology.jurisdictions(arc).forEach(code -> states.add(Jurisdictions.stateOf(code)));
      }
      for (String end : ends()) {
        view.network().node(end).jurisdictions().forEach(states::remove);
      }
      return states;
    }

    boolean shareAPost(int[] one, int[] other) {
      Set<String> posts = posts(one);
      posts.retainAll(posts(other));
      return !posts.isEmpty();
    }

    private Set<String> posts(int[] way) {
      Set<String> posts = new HashSet<>();
      for (int arc : way) {
        if (topology.kind(arc) == ArcKind.CROSSING) {
          posts.add(topology.element(arc));
        }
      }
      return posts;
    }

    /** By how much the uses of edges outnumber the edges used. */
    int repeatedEdges(int[] one, int[] other) {
      List<String> used = new ArrayList<>();
      for (int[] way : List.of(one, other)) {
        for (int arc : way) {
          if (topology.kind(arc) == ArcKind.EDGE) {
            used.add(topology.element(arc));
          }
        }
      }
      return used.size() - new HashSet<>(used).size();
    }

    /** How many ways can be chosen at most, up to a number, and how long they take together. */
    double[] best(List<int[]> all, BiPredicate<int[], int[]> meet, int count) {
      double[] seconds = topology.seconds();
      double[] best = {0, 0};
      for (int i = 0; i < all.size(); i++) {
        improve(best, 1, time(seconds, all.get(i)));
        for (int j = i + 1; j < all.size() && count > 1; j++) {
          if (meet.test(all.get(i), all.get(j))) {
            continue;
          }
          improve(best, 2, time(seconds, all.get(i)) + time(seconds, all.get(j)));
          for (int k = j + 1; k < all.size() && count > 2; k++) {
            if (!meet.test(all.get(i), all.get(k)) && !meet.test(all.get(j), all.get(k))) {
              improve(
                  best,
                  3,
                  time(seconds, all.get(i))
                      + time(seconds, all.get(j))
                      + time(seconds, all.get(k)));
            }
          }
        }
      }
      return best;
    }

    private static void improve(double[] best, int count, double seconds) {
      if (count > best[0] || (count == best[0] && seconds < best[1])) {
        best[0] = count;
        best[1] = seconds;
      }
    }

    private static double time(double[] seconds, int[] way) {
      return IntStream.of(way).mapToDouble(arc -> seconds[arc]).sum();
    }

    Set<SortedSet<String>> minimalStateCuts() {
      TreeSet<String> states = new TreeSet<>();
      for (int v = 0; v < topology.graph().vertexCount(); v++) {
        states.add(codeOf(v));
      }
      for (String end : ends()) {
        view.network().node(end).jurisdictions().forEach(states::remove);
      }
      List<String> all = List.copyOf(states);
      boolean[] cut = new boolean[1 << all.size()];
      Set<SortedSet<String>> minimal = new HashSet<>();
      for (int set = 0; set < cut.length; set++) {
        boolean smaller = false;
        SortedSet<String> chosen = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
          if ((set >> i & 1) == 1) {
            smaller |= cut[set & ~(1 << i)];
            chosen.add(all.get(i));
          }
        }
        cut[set] =
            smaller
                || !reaches(
                    arc ->
                        !chosen.contains(codeOf(topology.graph().tail(arc)))
                            && !chosen.contains(codeOf(topology.graph().head(arc))));
        if (cut[set] && !smaller) {
          minimal.add(chosen);
        }
      }
      return minimal;
    }

    private String codeOf(int vertex) {
      return topology.side(vertex).isEmpty()
          ? topology.node(vertex).jurisdictions().get(0)
          : topology.side(vertex);
    }

    private IntPredicate opening(Set<String> opened) {
      return arc ->
          topology.isOpen(arc)
              || (topology.kind(arc) != ArcKind.TRANSFER && opened.contains(topology.element(arc)));
    }

    boolean reachesOpening(Set<String> opened) {
      return reaches(opening(opened), arc -> true);
    }

    boolean hasNoSingleEdgeOfFailure(Set<String> opened) {
      IntPredicate open = opening(opened);
      if (endsMeet()) {
        return true;
      }
      return reaches(open, arc -> true)
          && elements(CutKind.EDGES).stream()
              .allMatch(edge -> reaches(open, arc -> !bears(arc, edge, CutKind.EDGES)));
    }
  }
}
