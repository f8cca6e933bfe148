package org.araxes.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
  void partsHangTogetherThereAndBackOrJustSomehow() {
    NetworkParts parts = NetworkParts.of(view("a -AA- b -AA> c", "d -AA- e"));

    assertThat(parts.weak()).containsExactly(set("a", "b", "c"), set("d", "e"));
    assertThat(parts.strong()).containsExactly(set("a", "b"), set("d", "e"), set("c"));
    assertThat(parts.withinReach("a")).isEqualTo(set("a", "b"));
  }
}
