package org.araxes.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small random networks with everything in them, answered by listing every way step by step. */
class RouteOracleTest {
  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithListingEveryRoute(long seed) {
    Random random = new Random(seed * 104_729);
    NetworkView view = randomView(random);
    List<String> nodes = view.network().nodes().stream().map(node -> node.id()).toList();
    SortedSet<String> from = some(random, nodes);
    SortedSet<String> to = some(random, nodes);
    to.removeAll(from);
    if (to.isEmpty()) {
      to.addAll(nodes);
      to.removeAll(from);
    }
    RouteSearch search = RoutePlanner.on(view).between(from, to);
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      search = limited(search, view, random);
    }
    Slow slow = new Slow(view.topology(), from, to, search.limits());
    Set<Route> all = slow.routes(false);
    for (Aim aim : Aim.values()) {
      RouteAnswer answer = search.best(aim, 100_000);
      assertThat(answer.routes()).containsExactlyInAnyOrderElementsOf(all);
      assertThat(answer.routes().stream().map(route -> measure(aim).applyAsDouble(route)))
          .isSorted();
      assertThat(search.best(aim, 1).best()).isEqualTo(answer.best());
    }
    if (all.isEmpty()) {
      checkTheNo(search, slow, view, from, to);
    }
  }

  private static void checkTheNo(
      RouteSearch search,
      Slow slow,
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to) {
    RouteAnswer.NoRoute none = RoutePlannerTest.no(search.fastest());
    Slow free = new Slow(view.topology(), from, to, List.of());
    Set<Route> unlimited = free.routes(false);
    assertThat(none.cause() == RouteAnswer.Cause.LIMITS).isEqualTo(!unlimited.isEmpty());
    slow.routes(true);
    if (slow.fewestBarred < Integer.MAX_VALUE) {
      assertThat(none.obstacles()).hasSize(slow.fewestBarred);
    } else if (unlimited.isEmpty()) {
      free.routes(true);
      boolean connected = free.fewestBarred < Integer.MAX_VALUE;
      assertThat(none.obstacles()).hasSize(connected ? free.fewestBarred : 0);
      assertThat(none.cause() == RouteAnswer.Cause.BARRED).isEqualTo(connected);
    }
    assertThat(none.hopedFor().isPresent()).isEqualTo(none.obstacles().size() > 0);
    for (Limit limit : search.limits()) {
      List<Limit> others = new ArrayList<>(search.limits());
      others.remove(limit);
      Slow without = new Slow(view.topology(), from, to, others);
      assertThat(none.binding().contains(limit)).isEqualTo(!without.routes(false).isEmpty());
    }
  }

  /** To the next minute: milliseconds are rounded step by step. */
  private static double minutes(Route route) {
    return Math.round(route.duration().toMillis() / 60_000.0);
  }

  private static ToDoubleFunction<Route> measure(Aim aim) {
    return switch (aim) {
      case FASTEST -> RouteOracleTest::minutes;
      case SHORTEST -> route -> route.length().metres();
      case CHEAPEST -> route -> Math.round(route.usd() * 1_000);
      case FEWEST_STATES -> route -> route.states().size() * 1e6 + minutes(route);
    };
  }

  private static SortedSet<String> some(Random random, List<String> nodes) {
    TreeSet<String> some = new TreeSet<>();
    IntStream.range(0, 1 + random.nextInt(2))
        .forEach(i -> some.add(nodes.get(random.nextInt(nodes.size()))));
    return some;
  }

  private static RouteSearch limited(RouteSearch search, NetworkView view, Random random) {
    List<String> things = new ArrayList<>();
    view.network().nodes().forEach(node -> things.add(node.id()));
    view.network().edges().forEach(edge -> things.add(edge.id()));
    String thing = things.get(random.nextInt(things.size()));
    String state = view.network().edges().iterator().next().jurisdiction();
    List<String> parties = view.network().parties().stream().map(party -> party.id()).toList();
    String party = parties.get(random.nextInt(parties.size()));
    try {
      return switch (random.nextInt(6)) {
        case 0 -> search.avoidingState(state);
        case 1 -> search.avoidingElement(thing);
        case 2 -> search.avoidingParty(party);
        case 3 -> search.passingState(state);
        case 4 -> search.passingParty(party);
        default -> search.passingElement(thing);
      };
    } catch (IllegalArgumentException contradiction) {
      return search;
    }
  }

  private static NetworkView randomView(Random random) {
    List<String> names = new ArrayList<>();
    List<Set<String>> places = new ArrayList<>();
    List<String> chains = new ArrayList<>();
    List<String> states = List.of("AA", "BB", "BB-X");
    int count = 4 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String one = states.get(random.nextInt(5) / 2);
      String two = states.get(random.nextInt(5) / 2);
      boolean border = !one.equals(two) && random.nextInt(4) > 0;
      names.add("n" + i);
      places.add(border ? Set.of(one, two) : Set.of(one));
      chains.add("n" + i + "@" + one + (border ? "/" + two : ""));
    }
    for (int i = 0; i < 80 && chains.size() < count + 13; i++) {
      int a = random.nextInt(count);
      int b = random.nextInt(count);
      Set<String> shared = new HashSet<>(places.get(a));
      shared.retainAll(places.get(b));
      if (!shared.isEmpty()) {
        String mode =
            List.of("road", "road", "rail1520", "rail1435", "rail1435+1520", "rail")
                .get(random.nextInt(6));
        boolean gone = random.nextInt(9) == 0;
        String end = gone ? "~" : random.nextInt(5) == 0 ? ">" : "-";
        String link =
            (gone ? "~" : "-") + "e" + i + ":" + mode + ":" + 50 * (1 + random.nextInt(4)) + end;
        chains.add(names.get(a) + " " + link + " " + names.get(b));
      }
    }
    if (chains.size() == count) {
      chains.add("n0 -e:road:50- n0");
    }
    Sketch sketch = Sketch.of(chains.toArray(String[]::new));
    for (int i = 0; i < count; i++) {
      if (places.get(i).size() == 2 && random.nextInt(4) == 0) {
        sketch.closed("n" + i, "BB");
      }
      if (random.nextInt(3) > 0) {
        sketch.tranship("n" + i, Mode.ROAD, 0, Mode.RAIL, 0, Duration.ofHours(2));
      }
      if (random.nextInt(4) == 0) {
        sketch.tranship("n" + i, Mode.RAIL, 1435, Mode.RAIL, 1520, Duration.ofHours(3));
      }
    }
    chains.stream()
        .filter(chain -> chain.contains(":") && random.nextInt(4) == 0)
        .forEach(chain -> sketch.operator(edgeOf(chain), "op"));
    return sketch.view(Movement.freight().by(Mode.ROAD, Mode.RAIL).build());
  }

  private static String edgeOf(String chain) {
    int start = chain.indexOf(' ') + 2;
    return chain.substring(start, chain.indexOf(':'));
  }

  /** Step by step through the topology, with every rule of the definition spelt out. */
  private static final class Slow {
    private final Topology topology;
    private final SortedSet<String> from;
    private final SortedSet<String> to;
    private final List<Limit> limits;
    private final Set<Route> routes = new LinkedHashSet<>();
    private int fewestBarred = Integer.MAX_VALUE;

    Slow(Topology topology, SortedSet<String> from, SortedSet<String> to, List<Limit> limits) {
      this.topology = topology;
      this.from = from;
      this.to = to;
      this.limits = limits;
    }

    Set<Route> routes(boolean hopeful) {
      routes.clear();
      for (String node : from) {
        for (int vertex : topology.verticesOf(node)) {
          if (limits.stream().noneMatch(l -> avoids(l) && l.id().equals(node))) {
            follow(List.of(), vertex, vertex, hopeful);
          }
        }
      }
      return Set.copyOf(routes);
    }

    private void follow(List<Integer> path, int start, int here, boolean hopeful) {
      if (to.contains(nodeOf(here)) && passed(path, start).containsAll(required())) {
        int[] arcs = path.stream().mapToInt(arc -> arc).toArray();
        routes.add(topology.route(arcs, start));
        int barred = (int) path.stream().filter(arc -> !topology.isOpen(arc)).count();
        fewestBarred = Math.min(fewestBarred, barred);
        return;
      }
      for (int arc : topology.graph().outArcs(here).toArray()) {
        if ((hopeful || topology.isOpen(arc)) && mayGo(path, start, here, arc)) {
          List<Integer> longer = new ArrayList<>(path);
          longer.add(arc);
          follow(longer, start, topology.graph().head(arc), hopeful);
        }
      }
    }

    private boolean mayGo(List<Integer> path, int start, int here, int arc) {
      int head = topology.graph().head(arc);
      List<Integer> visited = new ArrayList<>(List.of(start));
      path.forEach(a -> visited.add(topology.graph().head(a)));
      List<Integer> longer = new ArrayList<>(path);
      longer.add(arc);
      boolean returns =
          visited.contains(head)
              || (!nodeOf(head).equals(nodeOf(here))
                  && visited.stream().anyMatch(v -> nodeOf(v).equals(nodeOf(head))));
      boolean couldStart =
          from.contains(nodeOf(head)) && passed(List.of(), head).equals(passed(longer, start));
      return !returns
          && !couldStart
          && limits.stream().noneMatch(l -> avoids(l) && meets(l, arc, true))
          && limits.stream().noneMatch(l -> avoids(l) && l.id().equals(nodeOf(head)));
    }

    private Set<Limit> required() {
      return new HashSet<>(limits.stream().filter(limit -> !avoids(limit)).toList());
    }

    private Set<Limit> passed(List<Integer> path, int start) {
      Map<Limit, Boolean> passed = new HashMap<>();
      for (Limit limit : required()) {
        boolean met = limit.id().equals(nodeOf(start));
        for (int arc : path) {
          met |= meets(limit, arc, false) || limit.id().equals(nodeOf(topology.graph().head(arc)));
        }
        passed.put(limit, met);
      }
      passed.values().removeIf(met -> !met);
      return passed.keySet();
    }

    private boolean meets(Limit limit, int arc, boolean withTransfers) {
      boolean edge = topology.kind(arc) == ArcKind.EDGE;
      return switch (limit.subject()) {
        case STATE -> edge && Jurisdictions.within(topology.jurisdictions(arc).get(0), limit.id());
        case PARTY ->
            (withTransfers || topology.kind(arc) != ArcKind.TRANSFER)
                && topology.rules().get(topology.ruleOf(arc)).canBeShutBy(limit.id());
        case ELEMENT -> edge && topology.element(arc).equals(limit.id());
      };
    }

    private boolean avoids(Limit limit) {
      return limit.demand() == Limit.Demand.AVOID;
    }

    private String nodeOf(int vertex) {
      return topology.node(vertex).id();
    }
  }
}
