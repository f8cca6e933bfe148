package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.DecisionKind;
import org.araxes.graph.Reachability;
import org.araxes.io.Datasets;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.network.Terms;
import org.araxes.network.Topology;
import org.araxes.network.TransitNetwork;
import org.araxes.routing.RoutePlanner;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cheap answer equals the one got by making the scenario's network. */
class MaskedEvaluatorTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).flag("AZ").build();

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  private static boolean slow(
      TransitNetwork network,
      LocalDate day,
      Terms terms,
      Movement movement,
      SortedSet<String> from,
      SortedSet<String> to,
      Set<String> refusing,
      Set<String> shut) {
    Topology topology = view(network, day, terms, movement, refusing, shut).topology();
    BitSet barred = topology.openArcs();
    barred.flip(0, topology.graph().arcCount());
    return new Reachability(topology.graph())
        .connects(topology.verticesOf(from), topology.verticesOf(to), barred, new BitSet());
  }

  private static NetworkView view(
      TransitNetwork network,
      LocalDate day,
      Terms terms,
      Movement movement,
      Set<String> refusing,
      Set<String> shut) {
    Scenario.Builder scenario = Scenario.named("mask");
    refusing.forEach(scenario::refuse);
    TreeSet<String> closing = new TreeSet<>();
    for (String id : shut) {
      if (network.findNode(id).isPresent() && network.findCrossing(id).isEmpty()) {
        network.edgesAt(id).forEach(edge -> closing.add(edge.id()));
      } else {
        closing.add(id);
      }
    }
    if (!closing.isEmpty()) {
      scenario.close(closing.toArray(String[]::new));
    }
    return scenario.build().applyTo(network).on(day, terms).moving(movement);
  }

  private static Set<String> some(Random random, List<String> all, int most) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return new TreeSet<>(shuffled.subList(0, Math.min(random.nextInt(most + 1), all.size())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheScenarioOnTheShippedNetwork(int seed) {
    Random random = new Random(seed);
    Movement movement =
        List.of(
                TRUCK,
                Movement.freight().by(Mode.RAIL).flag("AZ").build(),
                Movement.freight().by(Mode.ROAD, Mode.RAIL).flag("TR").build(),
                Movement.persons().flag("AZ").build())
            .get(random.nextInt(4));
    LocalDate day = random.nextBoolean() ? DAY : LocalDate.of(2029, 1, 1);
    Terms terms = Terms.DEFAULT.withPlans(random.nextBoolean());
    List<String> places = List.of("baku", "nakhchivan", "tbilisi", "yerevan", "AZ-main", "AZ-NX");
    SortedSet<String> from = CAUCASUS.endpoint(places.get(random.nextInt(places.size())));
    SortedSet<String> to = CAUCASUS.endpoint(places.get(random.nextInt(places.size())));
    MaskedEvaluator evaluator =
        MaskedEvaluator.of(CAUCASUS.on(day, terms).moving(movement), from, to);
    MaskedEvaluator.Worker worker = evaluator.worker();
    for (int i = 0; i < 2; i++) {
      List<String> parties = new ArrayList<>(evaluator.parties());
      parties.retainAll(CAUCASUS.parties().stream().map(party -> party.id()).toList());
      Set<String> refusing = some(random, parties, 3);
      Set<String> shut = some(random, evaluator.elements(), 8);
      assertThat(worker.isOpen(refusing, shut))
          .as("%s refuse, %s shut", refusing, shut)
          .isEqualTo(slow(CAUCASUS, day, terms, movement, from, to, refusing, shut));
      if (movement.modes().size() == 1) {
        assertThat(
                worker
                    .fastest(evaluator.refusing(refusing), evaluator.shut(shut))
                    .map(route -> route.duration()))
            .isEqualTo(
                RoutePlanner.on(view(CAUCASUS, day, terms, movement, refusing, shut))
                    .between(from, to)
                    .fastest()
                    .best()
                    .map(route -> route.duration()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheScenarioWhereBoardsDecideAndSomeRefuseAlready(int seed) {
    Random random = new Random(seed);
    DrawnNetwork drawn = new DrawnNetwork();
    int nodes = 2 + random.nextInt(6);
    for (int n = 0; n < nodes; n++) {
      drawn.node("n" + n, "XX");
    }
    for (int p = 0; p < 5; p++) {
      drawn.party("p" + p);
    }
    drawn.board("any", DecisionKind.ANY, 0, "p0", "p1");
    drawn.board("most", DecisionKind.AT_LEAST, 2, "p1", "p2", "p3");
    drawn.board("all", DecisionKind.ALL, 0, "p3", "p4");
    int edges = 1 + random.nextInt(3 * nodes);
    List<String> deciders = List.of("any", "most", "all", "p0", "p4");
    for (int e = 0; e < edges; e++) {
      drawn.road("e" + e, "n" + random.nextInt(nodes), "n" + random.nextInt(nodes), "XX");
      drawn.role("e" + e, RoleKind.SOVEREIGN, deciders.get(random.nextInt(deciders.size())));
    }
    List<String> parties = List.of("p0", "p1", "p2", "p3", "p4");
    Scenario.Builder already = Scenario.named("already");
    some(random, parties, 1).forEach(already::refuse);
    TransitNetwork network = already.build().applyTo(drawn.build());
    SortedSet<String> from = network.endpoint("n0");
    SortedSet<String> to = network.endpoint("n" + (nodes - 1));
    Movement movement = Movement.freight().build();
    MaskedEvaluator.Worker worker =
        MaskedEvaluator.of(network.on(DrawnNetwork.DAY).moving(movement), from, to).worker();
    List<String> elements = new ArrayList<>();
    network.edges().forEach(edge -> elements.add(edge.id()));
    network.nodes().forEach(node -> elements.add(node.id()));
    elements.removeIf(id -> id.startsWith("n") && network.edgesAt(id).isEmpty());
    elements.removeAll(List.of("n0", "n" + (nodes - 1)));
    for (int i = 0; i < 8; i++) {
      Set<String> refusing = some(random, parties, 4);
      Set<String> shut = some(random, elements, 3);
      assertThat(worker.isOpen(refusing, shut))
          .as("%s refuse, %s shut", refusing, shut)
          .isEqualTo(
              slow(network, DrawnNetwork.DAY, Terms.DEFAULT, movement, from, to, refusing, shut));
    }
  }

  @Test
  void anUnknownPartyOrElementIsToldWithAHint() {
    MaskedEvaluator evaluator =
        MaskedEvaluator.of(
            CAUCASUS.on(DAY).moving(TRUCK),
            CAUCASUS.endpoint("baku"),
            CAUCASUS.endpoint("nakhchivan"));
    assertThatThrownBy(() -> evaluator.worker().isOpen(Set.of("IRN"), Set.of()))
        .hasMessageContaining("Maybe \"IR");
    assertThatThrownBy(() -> evaluator.worker().isOpen(Set.of(), Set.of("bakuu")))
        .hasMessageContaining("Maybe \"baku\"");
  }
}
