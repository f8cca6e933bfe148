package org.araxes.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.NetworkView;
import org.araxes.network.Sketch;
import org.junit.jupiter.api.Test;

class ConnectivityTest {
  private static final Movement TRUCK = Movement.freight().build();

  private static Connectivity ask(String from, String to, String... ways) {
    return Connectivity.between(view(ways), set(from), set(to));
  }

  private static NetworkView view(String... ways) {
    return Sketch.of(ways).on(Sketch.DAY).moving(TRUCK);
  }

  private static SortedSet<String> set(String... ids) {
    return new TreeSet<>(List.of(ids));
  }

  @Test
  void railBesideRoadInOneValleyAreTwoWaysThroughOnePlace() {
    NetworkView view =
        Sketch.of("a -AA#r1- v -AA#r2- b", "a -AA:rail:1520#t1- v -AA:rail:1520#t2- b")
            .on(Sketch.DAY)
            .moving(Movement.freight().by(Mode.ROAD, Mode.RAIL).build());
    Connectivity valley = Connectivity.between(view, set("a"), set("b"));

    assertThat(valley.disjointWays(Separation.EDGES, 9).count()).isEqualTo(2);
    assertThat(valley.disjointWays(Separation.NODES, 9).count()).isEqualTo(1);
    assertThat(valley.cuts(CutKind.EDGES).cheapest().orElseThrow().cost()).isEqualTo(2);
    assertThat(valley.mandatoryElements()).extracting(Mandatory::element).containsExactly("v");
  }

  @Test
  void mandatoryElementsComeInOrderOfTravelWithWhoCanShutThem() {
    Connectivity way = ask("a", "z", "a -AA@co#in- m -AA#up- n -AA#out- z", "m -AA#down- n");

    assertThat(way.mandatoryElements())
        .extracting(Mandatory::element)
        .containsExactly("in", "m", "n", "out");
    assertThat(way.mandatoryElements().get(0).alone()).containsExactly("AA", "co");
    assertThat(way.mandatoryElements().get(1).node()).isTrue();
  }

  @Test
  void cutsSayWhoCanExecuteThem() {
    Connectivity two =
        ask("a", "z", "a -AA#a1- b -BB#b1- c -AA#a2- z", "a -AA#a3- d -CC#c1- e -AA#a4- z");
    Cut cut =
        two.cuts(CutKind.EDGES).sparing(List.of("a1", "a2", "a3", "a4")).cheapest().orElseThrow();

    assertThat(cut.elements()).containsExactly("b1", "c1");
    assertThat(cut.alone()).isEmpty();
    assertThat(cut.together()).containsExactly("BB", "CC");
    assertThat(two.cuts(CutKind.EDGES).costing(Map.of("b1", 9L)).first(1).list().get(0).cost())
        .isEqualTo(2);
  }

  @Test
  void endsThatMeetAndEndsWithoutAWayAreAnswersWithReasons() {
    Connectivity same = ask("a", "a", "a -AA- b");
    assertThat(same.isConnected()).isTrue();
    assertThat(same.cuts(CutKind.EDGES).all().list()).isEmpty();
    assertThat(same.cuts(CutKind.EDGES).all().reason()).contains("share a node");
    assertThat(same.mandatoryElements()).isEmpty();
    assertThat(same.disjointWays(Separation.EDGES, 2).routes().get(0).steps()).isEmpty();

    Connectivity apart = ask("a", "c", "a -AA- b", "c -AA- d");
    assertThat(apart.isConnected()).isFalse();
    assertThat(apart.cuts(CutKind.NODES).all().list()).hasSize(1);
    assertThat(apart.cuts(CutKind.NODES).all().reason()).contains("no way");
    assertThat(apart.disjointWays(Separation.STATES, 2).routes()).isEmpty();
    assertThat(apart.leastSharedWays(2, Weight.MONEY).routes()).isEmpty();

    Connectivity spared = ask("a", "b", "a -AA#only- b");
    assertThat(spared.cuts(CutKind.NODES).all().reason()).contains("nothing that may be cut");
  }

  @Test
  void aSpentBudgetSaysTruncated() {
    Connectivity way = ask("a", "c", "a -AA- b -AA- c", "a -AA- d -AA- c");
    assertThat(way.cuts(CutKind.NODES).within(Budget.ofSteps(0)).all().completeness())
        .isEqualTo(Completeness.TRUNCATED);
    assertThat(
            way.disjointWays(Separation.OWNERS, 2, Weight.TIME, List.of(), Budget.ofSteps(0))
                .completeness())
        .isEqualTo(Completeness.TRUNCATED);
    assertThat(way.quotient().passages(Budget.ofSteps(0)).completeness())
        .isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void theQuotientReadsAsThroughWhichStates() {
    Connectivity way = ask("a", "z", "a -AA- x -BB- y -AA- z", "a -AA- p -CC- q -DD- r -AA- z");
    JurisdictionQuotient.Passages passages = way.quotient().passages(Budget.unlimited());

    assertThat(passages.list())
        .extracting(JurisdictionQuotient.Passage::jurisdictions)
        .containsExactly(List.of("AA", "BB", "AA"), List.of("AA", "CC", "DD", "AA"));
    assertThat(
            way.quotient().routeAlong(passages.list().get(1), Weight.TIME).orElseThrow().states())
        .containsExactly("AA", "CC", "DD");
    assertThat(way.quotient().stateCuts(Budget.unlimited()).list())
        .extracting(Cut::elements)
        .containsExactly(set("BB", "CC"), set("BB", "DD"));
  }

  @Test
  void waysThatCannotKeepApartShareAsLittleAsCanBe() {
    Connectivity way = ask("a", "d", "a -AA#trunk- b -AA#left- c -AA- d", "b -AA#right- d");
    Ways two = way.leastSharedWays(2, Weight.DISTANCE);

    assertThat(two.count()).isEqualTo(2);
    assertThat(two.shared()).containsExactly("trunk");
  }

  @Test
  void whatIsNotThereIsRefusedWithAHint() {
    Connectivity way = ask("a", "b", "a -AA#road-ab- b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way.cuts(CutKind.EDGES).sparing(List.of("road-ba")))
        .withMessageContaining("road-ab");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way.cuts(CutKind.EDGES).costing(Map.of("road-ab", 0L)));
    assertThatIllegalArgumentException().isThrownBy(() -> way.cuts(CutKind.EDGES).first(0));
    assertThatIllegalArgumentException().isThrownBy(() -> way.disjointWays(Separation.NODES, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> way.reinforcement(Map.of("road-aa", 1L), CutKind.EDGES, Budget.unlimited()))
        .withMessageContaining("road-ab");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Connectivity.between(view("a -AA- b"), new TreeSet<>(), set("a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Connectivity.between(view("a -AA- b"), set("zz"), set("a")));
  }

  @Test
  void waysThroughOneCrossingAreApartByTheirEdges() {
    Connectivity way = ask("a", "z", "a -AA#a1- x -BB#b1- z", "a -AA#a2- x -BB#b2- z");

    assertThat(way.cuts(CutKind.EDGES).cheapest().orElseThrow().cost()).isEqualTo(2);
    assertThat(way.disjointWays(Separation.EDGES, 9).count()).isEqualTo(2);
    assertThat(way.disjointWays(Separation.POSTS, 9).count()).isEqualTo(1);
  }

  @Test
  void whatIsExemptMayBeSharedByAnyNumber() {
    Connectivity way = ask("a", "d", "a -AA#trunk- b -AA#left- c -AA#last- d", "b -AA#right- d");

    assertThat(apart(way, Separation.EDGES, "trunk").count()).isEqualTo(2);
    assertThat(apart(way, Separation.NODES, "b").count()).isEqualTo(1);
    assertThat(apart(way, Separation.NODES, "b", "trunk").count()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(way, Separation.EDGES, "trnk"))
        .withMessage("No edge, node, state or party \"trnk\". Maybe \"trunk\"?");
    assertThat(apart(way, Separation.EDGES, "AA").count()).isEqualTo(1);
  }

  private static Ways apart(Connectivity way, Separation by, String... exempt) {
    return way.disjointWays(by, 9, Weight.TIME, List.of(exempt), Budget.unlimited());
  }

  @Test
  void waysShareAsFewStatesOwnersAndPostsAsCanBe() {
    Connectivity way =
        ask(
            "a",
            "z",
            "a -AA- x -BB@one#bb=50- y -CC@two#cc=50- b -ZZ- z",
            "a -AA- u -DD@one#dd- v -CC@three#c2- w -ZZ- z");

    assertThat(way.disjointWays(Separation.STATES, 2).count()).isEqualTo(1);
    Ways states = least(way, Separation.STATES, 2);
    assertThat(states.shared()).containsExactly("CC");
    assertThat(states.routes()).extracting(route -> route.states().size()).containsExactly(4, 4);
    assertThat(least(way, Separation.OPERATORS, 2).shared()).containsExactly("one");
    assertThat(least(way, Separation.POSTS, 2).shared()).isEmpty();
    assertThat(least(way, Separation.POSTS, 3).shared()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> least(way, Separation.NODES, 2))
        .withMessageContaining("Maybe the fewest edges");
  }

  private static Ways least(Connectivity way, Separation by, int count) {
    return way.leastSharedWays(by, count, Weight.TIME, List.of(), Budget.unlimited());
  }

  @Test
  void anEdgeOnTwoGaugesIsOneEdgeToShare() {
    NetworkView view =
        Sketch.of(
                "a -AA:rail:1520#one- m -AA:rail:1435+1520#both- z",
                "b -AA:rail:1435#two- m",
                "b -AA:rail:1435#long=900- z")
            .on(Sketch.DAY)
            .moving(Movement.freight().by(Mode.RAIL).build());
    Connectivity way = Connectivity.between(view, set("a", "b"), set("z"));

    assertThat(way.leastSharedWays(2, Weight.TIME).shared()).isEmpty();
    assertThat(way.leastSharedWays(3, Weight.TIME).shared()).containsExactly("both");
    assertThat(way.disjointWays(Separation.EDGES, 3).count()).isEqualTo(2);
  }

  @Test
  void costsOutOfBoundsAreRefusedRatherThanCounted() {
    Connectivity way = ask("a", "z", "a -AA#one- z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way.cuts(CutKind.EDGES).costing(Map.of("one", Long.MAX_VALUE)))
        .withMessageContaining("Maybe spare it");
    assertThat(
            way.cuts(CutKind.EDGES)
                .costing(Map.of("one", Connectivity.MOST_COST))
                .cheapest()
                .orElseThrow()
                .cost())
        .isEqualTo(Connectivity.MOST_COST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way.reconnection(Map.of("one", -1L)))
        .withMessageContaining("Opening one costs 0 to");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way.reinforcement(Map.of("a", 1L), CutKind.EDGES, Budget.unlimited()))
        .withMessageContaining("Maybe one of its edges?");
  }

  @Test
  void manyCutsOfNodesInALargePlaceAreFoundByFlows() {
    List<String> ways = new ArrayList<>();
    int side = 30;
    for (int at = 0; at < side * side; at++) {
      if (at % side < side - 1) {
        ways.add("n" + at + " -AA- n" + (at + 1));
      }
      if (at + side < side * side) {
        ways.add("n" + at + " -AA- n" + (at + side));
      }
    }
    Connectivity way = ask("n" + 5 * side, "n" + (6 * side - 1), ways.toArray(String[]::new));
    Cuts nodes = way.cuts(CutKind.NODES).within(Budget.ofSteps(2_000)).first(2);

    assertThat(nodes.list()).extracting(Cut::cost).containsExactly(3L, 3L);
    assertThat(way.disjointWays(Separation.NODES, 9).count()).isEqualTo(3);
    assertThat(way.cuts(CutKind.EDGES_AND_NODES).cheapest().orElseThrow().cost()).isEqualTo(3);
  }

  @Test
  void whoListensHearsAndWhoCancelsIsObeyed() {
    List<Long> heard = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ways.add("n" + i + " -AA- n" + (i + 1));
      ways.add("n" + i + " -AA- m" + i + " -AA- n" + (i + 1));
    }
    Connectivity way = ask("n0", "n40", ways.toArray(String[]::new));
    CutIterator all =
        way.telling((task, done, total) -> heard.add(done)).cuts(CutKind.EDGES).lazily();
    assertThat(all.completeness()).isEqualTo(Completeness.COMPLETE);
    all.forEachRemaining(cut -> assertThat(cut.cost()).isEqualTo(2));
    assertThat(heard).isSorted().contains(64L);

    AtomicBoolean stop = new AtomicBoolean();
    CutIterator cuts =
        way.cuts(CutKind.EDGES).within(Budget.unlimited().cancelledBy(stop::get)).lazily();
    cuts.next();
    stop.set(true);
    cuts.forEachRemaining(cut -> assertThat(cut.cost()).isEqualTo(2));
    assertThat(cuts.completeness()).isEqualTo(Completeness.TRUNCATED);
    Budget cancelled = Budget.unlimited().cancelledBy(() -> true);
    for (Separation by : Separation.values()) {
      Ways apart = way.disjointWays(by, 2, Weight.TIME, List.of(), cancelled);
      assertThat(apart.completeness()).as(by.toString()).isEqualTo(Completeness.TRUNCATED);
      if (by != Separation.NODES) {
        Ways shared = way.leastSharedWays(by, 2, Weight.TIME, List.of(), cancelled);
        assertThat(shared.completeness()).as(by.toString()).isEqualTo(Completeness.TRUNCATED);
      }
    }
    assertThat(way.reinforcement(Map.of(), CutKind.EDGES, cancelled).completeness())
        .isEqualTo(Completeness.TRUNCATED);
    assertThat(way.quotient().stateCuts(cancelled).completeness())
        .isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void partsHangTogetherThereAndBackOrJustSomehow() {
    NetworkParts parts = NetworkParts.of(view("a -AA- b -AA> c", "d -AA- e"));

    assertThat(parts.weak()).containsExactly(set("a", "b", "c"), set("d", "e"));
    assertThat(parts.strong()).containsExactly(set("a", "b"), set("d", "e"), set("c"));
    assertThat(parts.withinReach("a")).isEqualTo(set("a", "b"));
    assertThat(parts.withinReach("c")).isEqualTo(set("c"));
    assertThatIllegalArgumentException().isThrownBy(() -> parts.withinReach("zz"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JurisdictionQuotient.Passage(List.of(), List.of()));
  }
}
