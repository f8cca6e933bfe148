package org.araxes.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.araxes.answer.Truth;
import org.araxes.border.Contact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.DecisionKind;
import org.araxes.evidence.History;
import org.araxes.network.ArcKind;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.RoleKind;
import org.araxes.network.Route;
import org.araxes.network.Status;
import org.araxes.network.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts on random maps against all simple paths, all resolutions of doubt, and more roads. */
class PassageOracleTest {
  private static final Movement TRUCK = Movement.freight().flag("AA").build();
  private static final List<String> STATES = List.of("AA", "BB", "CC");
  private static final int MOST_DOUBTS = 4;

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  /** A map with some facts left open; {@code world} settles them: a bit for each, in order. */
  private static DrawnNetwork draw(int seed, int world, boolean leaveOpen) {
    Random random = new Random(seed);
    DrawnNetwork network = new DrawnNetwork();
    int doubts = 0;
    for (String state : STATES) {
      network.node(state + 0, state).node(state + 1, state);
    }
    Map<String, String> borders = new TreeMap<>();
    for (int b = 0; b < 4; b++) {
      int first = random.nextInt(3);
      int second = (first + 1 + random.nextInt(2)) % 3;
      String border = "x" + b;
      borders.put(border, STATES.get(first) + STATES.get(second));
      network.road(border + "-l", STATES.get(first) + random.nextInt(2), border, STATES.get(first));
      network.road(
          border + "-r", border, STATES.get(second) + random.nextInt(2), STATES.get(second));
      CrossingState state = CrossingState.values()[random.nextInt(4)];
      if (state == CrossingState.UNKNOWN) {
        boolean settled = (world >> doubts & 1) != 0;
        if (doubts++ >= MOST_DOUBTS) {
          state = CrossingState.OPEN;
        } else if (!leaveOpen) {
          state = settled ? CrossingState.OPEN : CrossingState.CLOSED;
        }
      }
      network.crossing(border, state);
      for (int post : new int[] {first, second}) {
        String by = STATES.get(random.nextInt(3));
        network.control(
            border,
            STATES.get(post),
            by,
            Contact.values()[random.nextInt(Contact.values().length)]);
      }
    }
    for (int e = 0; e < 5; e++) {
      String state = STATES.get(random.nextInt(3));
      int kind = random.nextInt(4);
      boolean unknown = kind == 0 && doubts < MOST_DOUBTS;
      boolean settled = (world >> doubts & 1) != 0;
      doubts += unknown ? 1 : 0;
      String id = "road" + e;
      String from = state + random.nextInt(2);
      String to = state + random.nextInt(2);
      network.edge(
          id,
          from,
          to,
          Mode.ROAD,
          state,
          edge ->
              unknown
                  ? leaveOpen
                      ? edge.status(History.empty())
                      : edge.status(settled ? Status.OPERATIONAL : Status.PLANNED)
                  : edge.status(kind == 1 ? Status.DISUSED : Status.OPERATIONAL));
      switch (random.nextInt(4)) {
        case 0 -> network.role(id, RoleKind.OPERATOR, STATES.get(random.nextInt(3)));
        case 1 -> {
          network.board("board" + e, DecisionKind.ANY, 0, "AA", "BB");
          network.role(id, RoleKind.OPERATOR, "board" + e);
        }
        default -> {}
      }
    }
    return network;
  }

  private static Passage passage(DrawnNetwork network) {
    return Passage.of(
        network.moving(TRUCK), new TreeSet<>(List.of("AA0")), new TreeSet<>(List.of("AA1", "CC1")));
  }

  private static Passage between(DrawnNetwork network, String from, String to) {
    return Passage.of(
        network.moving(TRUCK), new TreeSet<>(List.of(from)), new TreeSet<>(List.of(to)));
  }

  /** Every simple path over some arcs, as its arcs. */
  private static List<int[]> paths(Passage passage, IntPredicate usable) {
    Topology topology = passage.view().topology();
    BitSet goals = new BitSet();
    for (int target : topology.verticesOf(passage.to())) {
      goals.set(target);
    }
    List<int[]> found = new ArrayList<>();
    for (int source : topology.verticesOf(passage.from())) {
      extend(topology, usable, goals, source, new BitSet(), new ArrayList<>(), found);
    }
    return found;
  }

  private static void extend(
      Topology topology,
      IntPredicate usable,
      BitSet goals,
      int vertex,
      BitSet visited,
      List<Integer> path,
      List<int[]> found) {
    if (goals.get(vertex)) {
      found.add(path.stream().mapToInt(Integer::intValue).toArray());
      return;
    }
    visited.set(vertex);
    for (int arc : topology.graph().outArcs(vertex).toArray()) {
      if (usable.test(arc) && !visited.get(topology.graph().head(arc))) {
        path.add(arc);
        extend(topology, usable, goals, topology.graph().head(arc), visited, path, found);
        path.remove(path.size() - 1);
      }
    }
    visited.clear(vertex);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithListingEveryPath(int seed) {
    Passage passage = between(draw(seed, seed, false), "AA0", "CC1");
    Topology topology = passage.view().topology();
    List<int[]> open = paths(passage, topology::isOpen);
    Grade grade = passage.grade();

    assertThat(grade.of("lawful").truth()).isEqualTo(Truth.of(!open.isEmpty()));
    assertThat(grade.of("physical").truth())
        .isEqualTo(
            Truth.of(
                !paths(
                        passage,
                        arc -> topology.kind(arc) == ArcKind.CROSSING || topology.isOpen(arc))
                    .isEmpty()));
    assertThat(grade.of("sovereign").truth())
        .isEqualTo(
            Truth.of(
                open.stream()
                    .anyMatch(
                        path ->
                            Set.of("AA")
                                .containsAll(
                                    topology
                                        .route(path, topology.graph().tail(path[0]))
                                        .consents()))));
    boolean free = !open.isEmpty();
    for (String party : List.of("BB", "CC")) {
      free &=
          open.stream()
              .anyMatch(
                  path ->
                      !topology
                          .route(path, topology.graph().tail(path[0]))
                          .control()
                          .canBeShutBy(party));
    }
    assertThat(grade.of("veto-free").truth()).isEqualTo(Truth.of(free));
    grade.verdicts().forEach(verdict -> certified(passage, verdict));
  }

  /** A way runs from end to end over what the standard asks; a cut meets every path on the map. */
  private static void certified(Passage passage, Verdict verdict) {
    Topology topology = passage.view().topology();
    if (verdict.truth() != Truth.NO) {
      assertThat(verdict.ways()).isNotEmpty();
      for (Route way : verdict.ways()) {
        assertThat(passage.from()).contains(way.from());
        assertThat(passage.to()).contains(way.to());
      }
    } else if (verdict.parties().isEmpty()) {
      for (int[] path : paths(passage, arc -> true)) {
        assertThat(IntStream.of(path).mapToObj(topology::element))
            .containsAnyElementsOf(verdict.cut());
      }
    }
    if (verdict.truth() == Truth.UNKNOWN) {
      assertThat(verdict.unknown()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isUnknownExactlyWhenTheDoubtsCouldTurnOutEitherWay(int seed) {
    Map<String, Truth> doubtful = passage(draw(seed, 0, true)).grade().truths();
    Map<String, Set<Truth>> settled = new TreeMap<>();
    for (int world = 0; world < 1 << MOST_DOUBTS; world++) {
      passage(draw(seed, world, false))
          .grade()
          .truths()
          .forEach(
              (standard, truth) ->
                  settled.computeIfAbsent(standard, s -> new TreeSet<>()).add(truth));
    }

    doubtful.forEach(
        (standard, truth) -> {
          Set<Truth> worlds = settled.get(standard);
          assertThat(worlds).doesNotContain(Truth.UNKNOWN);
          assertThat(truth)
              .as(standard)
              .isEqualTo(worlds.size() == 1 ? worlds.iterator().next() : Truth.UNKNOWN);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneMoreOpenRoadNeverMakesAnythingWorse(int seed) {
    Random random = new Random(-seed);
    Map<String, Truth> before = passage(draw(seed, 0, true)).grade().truths();
    String state = STATES.get(random.nextInt(3));
    DrawnNetwork more =
        draw(seed, 0, true)
            .road("new", state + random.nextInt(2), state + random.nextInt(2), state);

    passage(more)
        .grade()
        .truths()
        .forEach(
            (standard, truth) ->
                assertThat(truth).as(standard).isGreaterThanOrEqualTo(before.get(standard)));
  }
}
