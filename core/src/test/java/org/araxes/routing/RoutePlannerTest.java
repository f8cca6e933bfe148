package org.araxes.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.Route;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {
  private static final String SOUTH =
      "bak@AZ -az1:road:300- astara@AZ/IR -ir1:road:500- julfa@AZ-NX/IR -nx1:road:40- nax@AZ-NX";
  private static final String NORTH =
      "bak -az2:road:500- redbridge@AZ/GE -ge1:road:300- sarpi@GE/TR -tr1:road:500-"
          + " dilucu@AZ-NX/TR -nx2:road:100- nax";
  private static final String SHORT = "bak -az3:road:350- agbend@AM/AZ ~am1:rail1520:43~ x@AM";

  @Test
  void theFastestWayIsNotAlwaysTheShortest() {
    // Two borders at 4.3 hours each outweigh 300 km at 50 km/h.
    RouteSearch search =
        Sketch.of(
                "a@AA -a1:road:10- b1@AA/BB -b:road:80- m@BB -c:road:1- b2@AA/BB -a2:road:10- z@AA",
                "a -way:road:400- z")
            .between("a", "z");
    assertThat(search.fastest().best().orElseThrow().edges()).containsExactly("way");
    assertThat(search.shortest().best().orElseThrow().edges())
        .containsExactly("a1", "b", "c", "a2");
    assertThat(search.fewestStates().best().orElseThrow().states()).containsExactly("AA");
  }

  @Test
  void theCheapestWayTakesTheTrain() {
    Sketch sketch =
        Sketch.of("a@AA -r:road:100- b@AA", "a -t:rail1520:150- b", "b -last:rail1520:10- c@AA")
            .tranship("b", Mode.ROAD, 0, Mode.RAIL, 1520, Duration.ofHours(1));
    assertThat(sketch.between("a", "b").cheapest().best().orElseThrow().edges())
        .containsExactly("t");
    assertThat(sketch.between("a", "b").fastest().best().orElseThrow().edges())
        .containsExactly("r");
    Route route = sketch.between("a", "c").fastest().best().orElseThrow();
    assertThat(route.edges()).containsExactly("r", "last");
    assertThat(route.transfers()).hasSize(1);
  }

  @Test
  void theFewestStatesAreCountedOnceEach() {
    RouteSearch search = Sketch.of(SOUTH, NORTH).between("bak", "nax");
    assertThat(search.fewestStates().best().orElseThrow().states()).containsExactly("AZ", "IR");
    List<Route> both = search.best(Aim.FEWEST_STATES, 5).routes();
    assertThat(both).extracting(route -> route.states().size()).containsExactly(2, 3);
  }

  @Test
  void railBesideRoadAreTwoRoutes() {
    List<Route> routes =
        Sketch.of("a@AA -road1:road:10- b@AA", "a -rail1:rail1520:10- b", "a -road2:road:10- b")
            .between("a", "b")
            .best(Aim.SHORTEST, 9)
            .routes();
    assertThat(routes)
        .extracting(Route::edges)
        .containsExactlyInAnyOrder(List.of("road1"), List.of("rail1"), List.of("road2"));
  }

  @Test
  void aLineOfTwoGaugesIsOneRoute() {
    assertThat(
            Sketch.of("a@AA -dual:rail1435+1520:10- b@AA")
                .between("a", "b")
                .best(Aim.FASTEST, 9)
                .routes())
        .hasSize(1);
  }

  @Test
  void loopsAreNoWayAndOneWayRoadsOnlyOne() {
    Sketch sketch = Sketch.of("a@AA -loop:road:1- a", "a -down:road:10> b@AA");
    assertThat(sketch.between("a", "b").best(Aim.SHORTEST, 9).routes())
        .extracting(Route::edges)
        .containsExactly(List.of("down"));
    RouteAnswer.NoRoute back = no(sketch.between("b", "a").fastest());
    assertThat(back.cause()).isEqualTo(RouteAnswer.Cause.UNCONNECTED);
    assertThat(back.sentence()).contains("not even if nothing were barred");
  }

  @Test
  void aRegionIsLeftAtItsLastNodeAndEnteredAtItsFirst() {
    Sketch sketch =
        Sketch.of("a1@AA -a:road:10- a2@AA -m:road:10- b1@BB/AA -b:road:10- b2@BB")
            .region("left", "a1", "a2")
            .region("right", "b1", "b2");
    List<Route> routes = sketch.between("left", "right").best(Aim.SHORTEST, 9).routes();
    assertThat(routes).extracting(Route::edges).containsExactly(List.of("m"));
  }

  @Test
  void whoIsThereAlreadyStays() {
    Route stay = Sketch.of(SOUTH).between("nax", "nax").fastest().best().orElseThrow();
    assertThat(stay.steps()).isEmpty();
    assertThat(stay.from()).isEqualTo("nax");
    assertThat(no(Sketch.of(SOUTH).between("nax", "nax").avoidingElement("nax").fastest()).cause())
        .isEqualTo(RouteAnswer.Cause.LIMITS);
  }

  @Test
  void theNoNamesTheFewestObstaclesAndWhoShutsThem() {
    RouteAnswer.NoRoute none =
        no(
            Sketch.of(SOUTH, NORTH)
                .closed("astara", "AZ")
                .closed("redbridge", "GE")
                .closedEdge("tr1", "TR")
                .between("bak", "nax")
                .fastest());
    assertThat(none.cause()).isEqualTo(RouteAnswer.Cause.BARRED);
    assertThat(none.obstacles()).extracting(Obstacle::element).containsExactly("astara");
    assertThat(none.obstacles().get(0).shutBy()).containsExactly("AZ");
    assertThat(none.hopedFor().orElseThrow().edges()).containsExactly("az1", "ir1", "nx1");
    assertThat(none.deadEnds())
        .extracting(Obstacle::element)
        .containsExactly("astara", "redbridge");
    assertThat(none.sentence()).contains("astara").contains("by AZ");
    assertThat(none.routes()).isEmpty();
  }

  @Test
  void aMissingLineIsAnObstacleThatNobodyShuts() {
    RouteAnswer.NoRoute none =
        no(
            Sketch.of("a@AA -one:rail1520:10- b@AA ~gone:rail1520:40~ c@AA -two:rail1520:5- d@AA")
                .between("a", "d")
                .fastest());
    assertThat(none.obstacles()).hasSize(1);
    Obstacle gone = none.obstacles().get(0);
    assertThat(gone.element()).isEqualTo("gone");
    assertThat(gone.at()).isEqualTo("b");
    assertThat(gone.shutBy()).isEmpty();
    assertThat(gone.impediments().get(0).kind()).isEqualTo(ImpedimentKind.MISSING_LINK);
    assertThat(none.deadEnds()).isEqualTo(none.obstacles());
  }

  @Test
  void aBreakOfGaugeStopsATrainUntilItCanBeTranshipped() {
    Sketch sketch = Sketch.of("a@AA -wide:rail1520:10- b@AA -narrow:rail1435:10- c@AA");
    RouteAnswer.NoRoute none = no(sketch.between("a", "c").fastest());
    assertThat(none.obstacles())
        .extracting(obstacle -> obstacle.impediments().get(0).kind())
        .containsExactly(ImpedimentKind.BREAK_OF_GAUGE_OR_MODE);
    assertThat(none.obstacles().get(0).element()).isEqualTo("b");
    sketch.tranship("b", Mode.RAIL, 1435, Mode.RAIL, 1520, Duration.ofHours(6));
    assertThat(sketch.between("a", "c").fastest().best().orElseThrow().duration())
        .isGreaterThan(Duration.ofHours(6));
  }

  @Test
  void whatTheMovementCannotUseIsNoStart() {
    Movement train = Movement.freight().by(Mode.RAIL).build();
    Sketch sketch = Sketch.of("a@AA -r:road:10- b@AA -t:rail1520:10- c@AA");
    RoutePlanner planner = RoutePlanner.on(sketch.view(train));
    assertThat(no(planner.between("a", "c").fastest()).cause())
        .isEqualTo(RouteAnswer.Cause.NO_START);
    assertThat(no(planner.between("c", "a").fastest()).cause()).isEqualTo(RouteAnswer.Cause.NO_END);
    assertThat(planner.between("b", "c").fastest().best()).isPresent();
  }

  @Test
  void avoidingStatesPartiesAndElementsLeavesTheOtherWay() {
    Sketch sketch = Sketch.of(SOUTH, NORTH).operator("ge1", "georoad");
    RouteSearch search = sketch.between("bak", "nax");
    assertThat(search.avoidingState("IR").fastest().best().orElseThrow().states())
        .containsExactly("AZ", "GE", "TR");
    assertThat(search.avoidingElement("astara").fastest().best().orElseThrow().edges())
        .startsWith("az2");
    assertThat(search.avoidingElement("nx1").fastest().best().orElseThrow().edges())
        .endsWith("nx2");
    assertThat(search.avoidingParty("georoad").fastest().best().orElseThrow().states())
        .containsExactly("AZ", "IR");
    assertThat(no(search.avoidingState("AZ-NX").fastest()).binding()).hasSize(1);
  }

  @Test
  void theNoTellsWhichLimitIsInTheWay() {
    RouteSearch search = Sketch.of(SOUTH, NORTH, SHORT).between("bak", "nax");
    RouteAnswer.NoRoute none =
        no(search.avoidingState("IR").avoidingState("AM").avoidingParty("TR").fastest());
    assertThat(none.cause()).isEqualTo(RouteAnswer.Cause.LIMITS);
    assertThat(none.binding())
        .extracting(Limit::toString)
        .containsExactly("avoid the state IR", "avoid the party TR");
    assertThat(none.withoutLimits().orElseThrow().states()).containsExactly("AZ", "IR");
    assertThat(none.sentence()).contains("avoid the state IR, or not to have to");
  }

  @Test
  void whatHasToBePassedIsPassedInAnyOrder() {
    Sketch sketch =
        Sketch.of("a@AA -1:road:1- b@AA -2:road:1- d@AA", "a -3:road:9- c@AA -4:road:9- d")
            .operator("4", "coop");
    RouteSearch search = sketch.between("a", "d");
    assertThat(search.passingElement("c").fastest().best().orElseThrow().edges())
        .containsExactly("3", "4");
    assertThat(search.passingParty("coop").fastest().best().orElseThrow().edges())
        .containsExactly("3", "4");
    assertThat(search.passingElement("4").passingElement("3").fewestStates().best()).isPresent();
    RouteAnswer.NoRoute none = no(search.passingElement("2").passingElement("c").fastest());
    assertThat(none.cause()).isEqualTo(RouteAnswer.Cause.LIMITS);
    assertThat(none.binding()).hasSize(2);
    assertThat(Sketch.of(SOUTH, NORTH).between("bak", "nax").passingState("GE").fastest().best())
        .hasValueSatisfying(route -> assertThat(route.states()).contains("GE"));
  }

  @Test
  void aBorderIsNotPassedThereAndBackToMeetItsGuards() {
    // The border with BB lies on the way within AA; only crossing it would need the consent of BB.
    RouteSearch search =
        Sketch.of("a@AA -1:road:1- border@AA/BB -2:road:1- c@AA", "border -3:road:1- d@BB")
            .between("a", "c");
    assertThat(search.fastest().best()).isPresent();
    assertThat(search.passingParty("BB").fastest().best()).isEmpty();
  }

  @Test
  void slipsAreToldWithAHint() {
    Sketch sketch = Sketch.of(SOUTH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sketch.between("bak", "naxx"))
        .withMessageContaining("Maybe \"nax\"");
    RouteSearch search = sketch.between("bak", "nax");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.avoidingState("IX"))
        .withMessageContaining("Maybe \"IR\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.passingElement("astarra"))
        .withMessageContaining("Maybe \"astara\"");
    assertThatIllegalArgumentException().isThrownBy(() -> search.avoidingParty("nobody"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.avoidingState("IR").passingState("IR"))
        .withMessageContaining("both avoid and pass");
    assertThatIllegalArgumentException().isThrownBy(() -> search.best(Aim.FASTEST, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RoutePlanner.on(sketch.view(Movement.freight().build()))
                    .between(new TreeSet<>(), new TreeSet<>(List.of("nax"))));
  }

  @Test
  void overTenThingsToPassAreRefused() {
    List<String> chain = new ArrayList<>(List.of("n0@AA"));
    IntStream.range(1, 12)
        .forEach(i -> chain.addAll(List.of("-e" + i + ":road:1-", "n" + i + "@AA")));
    RouteSearch search = Sketch.of(String.join(" ", chain)).between("n0", "n11");
    for (int i = 1; i <= 10; i++) {
      search = search.passingElement("n" + i);
    }
    assertThat(search.fastest().best().orElseThrow().edges()).hasSize(11);
    RouteSearch full = search;
    assertThatIllegalArgumentException().isThrownBy(() -> full.passingElement("e1"));
  }

  @Test
  void overSixtyFourStatesInTheWayAreTooManyToCount() {
    List<String> chain = new ArrayList<>(List.of("n0@AA"));
    for (int i = 1; i < 70; i++) {
      String a = code(i - 1);
      String b = code(i);
      chain.addAll(List.of("-e" + i + ":road:1-", "b" + i + "@" + a + "/" + b));
    }
    RouteSearch search = Sketch.of(String.join(" ", chain)).between("n0", "b69");
    assertThat(search.fastest().best()).isPresent();
    assertThatIllegalStateException()
        .isThrownBy(search::fewestStates)
        .withMessageContaining("Maybe");
  }

  private static String code(int i) {
    return "" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
  }

  @Test
  void aSpentBudgetIsNotANo() {
    RouteSearch search = Sketch.of(SOUTH, NORTH).between("bak", "nax");
    RouteAnswer none = search.within(Budget.ofSteps(0)).fastest();
    String outcome = none.fold(found -> "found", no -> "no", unfinished -> "unfinished");
    assertThat(outcome).isEqualTo("unfinished");
    RouteSearch barred = Sketch.of(SOUTH).closed("astara", "AZ").between("bak", "nax");
    assertThat(barred.within(Budget.ofSteps(1)).fastest())
        .isInstanceOf(RouteAnswer.Unfinished.class);
    assertThat(barred.within(Budget.ofSteps(100)).fastest())
        .isInstanceOf(RouteAnswer.NoRoute.class);
    RouteAnswer some = search.within(Budget.ofSteps(2)).best(Aim.FASTEST, 2);
    Object completeness =
        some.<Object>fold(RouteAnswer.Found::completeness, no -> no, open -> open);
    assertThat(completeness).isEqualTo(Completeness.TRUNCATED);
  }

  static RouteAnswer.NoRoute no(RouteAnswer answer) {
    return answer.fold(
        found -> {
          throw new AssertionError("There is a route: " + found);
        },
        none -> none,
        unfinished -> {
          throw new AssertionError("Unfinished");
        });
  }
}
