package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Route;
import org.araxes.network.Terms;
import org.araxes.network.TransitEdge;
import org.araxes.party.Stake;
import org.araxes.routing.RoutePlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known, against trying every subset of it. */
class BracketedOracleTest {
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).build();

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < 250; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  private static TransitEdge.Builder unknown(TransitEdge.Builder edge) {
    return edge.status(History.empty());
  }

  private static NetworkView drawn(Random random) {
    DrawnNetwork drawn = new DrawnNetwork().node("a", "AA").node("z", "BB");
    String[] west = {"a", "b", "x", "y"};
    String[] east = {"z", "w", "x", "y"};
    for (String crossing : List.of("x", "y")) {
      drawn.node(crossing, "AA").node(crossing, "BB");
      if (random.nextBoolean()) {
        drawn.crossing(crossing, CrossingState.UNKNOWN);
      }
    }
    for (int e = 0; e < 8; e++) {
      boolean first = random.nextBoolean();
      String[] side = first ? west : east;
      String from = side[random.nextInt(4)];
      String to = side[random.nextInt(4)];
      if (!from.equals(to)) {
        boolean sure = random.nextInt(3) == 0;
        drawn.edge("e" + e, from, to, Mode.ROAD, first ? "AA" : "BB", b -> sure ? b : unknown(b));
      }
    }
    return drawn.moving(TRUCK);
  }

  private static boolean connected(NetworkView view) {
    return RoutePlanner.on(view).between("a", "z").fastest().best().isPresent();
  }

  private static boolean connected(NetworkView view, Set<String> hoped) {
    return connected(
        view.network().on(view.date(), Terms.DEFAULT.hopingFor(hoped)).moving(view.movement()));
  }

  private static List<SortedSet<String>> subsets(List<String> elements) {
    List<SortedSet<String>> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << elements.size(); mask++) {
      TreeSet<String> subset = new TreeSet<>();
      for (int i = 0; i < elements.size(); i++) {
        if ((mask >> i & 1) == 1) {
          subset.add(elements.get(i));
        }
      }
      all.add(subset);
    }
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSetsThatDecideAreThoseFoundByTryingAll(long seed) {
    NetworkView view = drawn(new Random(seed));
    Bracketed<Boolean> both = Bracketed.of(view, BracketedOracleTest::connected);
    List<SortedSet<String>> subsets = subsets(List.copyOf(both.unknown()));
    Bracketed.Deciding deciding =
        both.deciding(view, BracketedOracleTest::connected, Budget.unlimited());

    assertThat(both.cautious()).isEqualTo(connected(view, Set.of()));
    assertThat(both.hopeful()).isEqualTo(connected(view, both.unknown()));
    assertThat(deciding.completeness()).isEqualTo(Completeness.COMPLETE);
    if (both.certain()) {
      assertThat(both.known()).contains(both.cautious());
      assertThat(deciding.flipping()).isEmpty();
      return;
    }
    assertThat(both.known()).isEmpty();
    List<SortedSet<String>> flipping =
        minimal(subsets.stream().filter(open -> connected(view, open)).toList());
    List<SortedSet<String>> blocking =
        minimal(
            subsets.stream()
                .filter(
                    shut -> {
                      TreeSet<String> open = new TreeSet<>(both.unknown());
                      open.removeAll(shut);
                      return !connected(view, open);
                    })
                .toList());
    assertThat(deciding.flipping()).containsExactlyInAnyOrderElementsOf(flipping);
    assertThat(deciding.blocking()).containsExactlyInAnyOrderElementsOf(blocking);
    assertThat(deciding.elements()).isSubsetOf(both.unknown());
  }

  private static List<SortedSet<String>> minimal(List<SortedSet<String>> sets) {
    return sets.stream()
        .filter(set -> sets.stream().noneMatch(other -> other != set && set.containsAll(other)))
        .toList();
  }

  @Test
  void aSpentBudgetSaysSo() {
    NetworkView view = drawn(new Random(3));
    for (long seed = 0; Bracketed.of(view, BracketedOracleTest::connected).certain(); seed++) {
      view = drawn(new Random(seed));
    }
    Bracketed.Deciding deciding =
        Bracketed.of(view, BracketedOracleTest::connected)
            .deciding(view, BracketedOracleTest::connected, Budget.ofSteps(1));
    assertThat(deciding.completeness()).isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void aRouteIsAsSureAsTheWeakestFactItRestsOn() {
    NetworkView view =
        new DrawnNetwork()
            .edge(
                "r1",
                "a",
                "x",
                Mode.ROAD,
                "AA",
                e -> e.evidence(Evidence.of("s1", Confidence.HIGH)))
            .edge(
                "r2",
                "x",
                "z",
                Mode.ROAD,
                "BB",
                e -> e.evidence(Evidence.of("s2", Confidence.HIGH)))
            .fact(
                new CrossingFact(
                    "x",
                    Set.of(),
                    Set.of(),
                    "",
                    "",
                    new TreeSet<>(),
                    java.util.Optional.of(CrossingState.OPEN),
                    Validity.ALWAYS,
                    "",
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    "",
                    java.util.OptionalDouble.empty(),
                    "",
                    0,
                    Evidence.of("s3", Confidence.MEDIUM)))
            .party("firm")
            .party("AA")
            .with(
                builder ->
                    builder
                        .addRole(
                            new Role(
                                "r1",
                                RoleKind.CONCESSIONAIRE,
                                "firm",
                                "",
                                org.araxes.control.Matter.ORDINARY,
                                Validity.ALWAYS,
                                "",
                                Evidence.of("s4", Confidence.HIGH)))
                        .addStake(Stake.of("AA", "firm", 100)))
            .moving(TRUCK);
    Route route = RoutePlanner.on(view).between("a", "z").fastest().best().orElseThrow();
    Provenance provenance = Provenance.of(route, view);

    assertThat(provenance.weakest()).isEqualTo(Confidence.LOW);
    assertThat(provenance.weakestItems(Provenance.Use.CONSENT))
        .extracting(Provenance.Item::toString)
        .containsExactly("firm: stake of AA (low: no source)");
    assertThat(provenance.weakestItems(Provenance.Use.COST))
        .extracting(Provenance.Item::toString)
        .containsExactly("x: wait assumed (low: nobody says so)");
    assertThat(provenance.items())
        .filteredOn(item -> item.element().equals("x") && item.use() == Provenance.Use.PASSING)
        .extracting(Provenance.Item::confidence)
        .containsExactly(Confidence.MEDIUM);
    assertThat(provenance.sources()).containsExactly("s1", "s2", "s3", "s4");
  }
}
