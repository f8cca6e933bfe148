package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.connectivity.Separation;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Connection;
import org.araxes.leverage.DependenceProfile;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.LeverageCheck;
import org.araxes.leverage.Power;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Fraction;
import org.araxes.routing.RouteAnswer;
import org.araxes.study.Period;
import org.araxes.study.Timeline;
import org.junit.jupiter.api.Test;

/** The worked answers: they must come out of the shipped dataset, not of a text. */
class SouthCaucasusTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Movement ROAD_FREIGHT = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement RAIL_FREIGHT = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final Movement PERSONS_BY_LAND =
      Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build();
  private static final LocalDate BEFORE_TRIPP = LocalDate.of(2025, 8, 7);

  private static Question ask(Movement movement, LocalDate date) {
    return Araxes.on(CAUCASUS).from("AZ-main").to("AZ-NX").moving(movement).on(date);
  }

  @Test
  void beforeTrippRoadFreightHangsOnAzerbaijanAndOnIranOrGeorgiaWithTurkiye() {
    Leverage leverage = ask(ROAD_FREIGHT, BEFORE_TRIPP).leverage();

    assertThat(leverage.minimalConsentCoalitions())
        .containsExactly(Coalition.of("AZ", "IR"), Coalition.of("AZ", "GE", "TR"));
    assertThat(leverage.minimalBlockingCoalitions())
        .containsExactly(Coalition.of("AZ"), Coalition.of("GE", "IR"), Coalition.of("IR", "TR"));
    assertThat(leverage.vetoParties()).containsExactly("AZ");
  }

  @Test
  void beforeTrippThePowerOfEachStateIsExact() {
    Power.Exact power = ask(ROAD_FREIGHT, BEFORE_TRIPP).leverage().power().exact();

    assertThat(banzhaf(power))
        .isEqualTo(
            Map.of(
                "AZ", Fraction.of(5, 8),
                "IR", Fraction.of(3, 8),
                "GE", Fraction.of(1, 8),
                "TR", Fraction.of(1, 8)));
    assertThat(power.of("AZ").shapleyShubik()).isEqualTo(Fraction.of(7, 12));
    assertThat(power.of("IR").shapleyShubik()).isEqualTo(Fraction.of(1, 4));
    assertThat(power.of("GE").shapleyShubik()).isEqualTo(Fraction.of(1, 12));
    assertThat(power.of("TR").shapleyShubik()).isEqualTo(Fraction.of(1, 12));
    assertThat(power.of("US")).isEqualTo(Power.Index.DUMMY);
  }

  @Test
  void twoStateDisjointWaysBeforeTripp() {
    Question question = ask(ROAD_FREIGHT, BEFORE_TRIPP);

    assertThat(question.connectivity().disjointWays(Separation.STATES, 9).count()).isEqualTo(2);
    assertThat(DependenceProfile.of(question.leverage()).disjointWays()).isEqualTo(2);
    assertThat(question.routes().avoidingState("IR").fastest().best().orElseThrow().states())
        .containsExactly("AZ", "GE", "TR");
    assertThat(
            question
                .routes()
                .avoidingState("GE")
                .avoidingState("TR")
                .fastest()
                .best()
                .orElseThrow()
                .states())
        .containsExactly("AZ", "IR");
    assertThat(question.routes().avoidingState("IR").avoidingState("GE").fastest().best())
        .isEmpty();
    assertThat(question.routes().avoidingState("IR").avoidingState("TR").fastest().best())
        .isEmpty();
  }

  @Test
  void withATrippRoadThatNeedsArmeniaAndTheUnitedStatesAThirdWayOpens() {
    Leverage leverage = underTripp("tripp-road-open").leverage();

    assertThat(leverage.minimalConsentCoalitions())
        .containsExactly(
            Coalition.of("AZ", "IR"),
            Coalition.of("AM", "AZ", "US"),
            Coalition.of("AZ", "GE", "TR"));
    Power.Exact power = leverage.power().exact();
    assertThat(banzhaf(power))
        .isEqualTo(
            Map.of(
                "AZ", Fraction.of(23, 32),
                "IR", Fraction.of(9, 32),
                "GE", Fraction.of(3, 32),
                "TR", Fraction.of(3, 32),
                "AM", Fraction.of(3, 32),
                "US", Fraction.of(3, 32)));
    assertThat(power.of("AZ").shapleyShubik()).isEqualTo(Fraction.of(19, 30));
    assertThat(power.of("IR").shapleyShubik()).isEqualTo(Fraction.of(1, 6));
    for (String party : List.of("GE", "TR", "AM", "US")) {
      assertThat(power.of(party).shapleyShubik()).as(party).isEqualTo(Fraction.of(1, 20));
    }
    assertThat(LeverageCheck.faults(leverage)).isEmpty();
  }

  @Test
  void threeStateDisjointWaysWithATrippRoad() {
    Question question = underTripp("tripp-road-open");

    assertThat(question.connectivity().disjointWays(Separation.STATES, 9).count()).isEqualTo(3);
    assertThat(DependenceProfile.of(question.leverage()).disjointWays()).isEqualTo(3);
    assertThat(
            question
                .routes()
                .avoidingState("IR")
                .avoidingState("GE")
                .fastest()
                .best()
                .orElseThrow()
                .states())
        .containsExactly("AZ", "AM");
  }

  @Test
  void onTheDayBeforeTheDeclarationNoRailWayExistsAndTheAnswerSaysWhy() {
    RouteAnswer answer = ask(RAIL_FREIGHT, BEFORE_TRIPP).routes().fastest();

    String why =
        answer.<String>fold(
            found -> "found " + found.all(), RouteAnswer.NoRoute::sentence, late -> "late");
    assertThat(why).startsWith("No route: barred by").contains("rail-");
    Leverage rail = ask(RAIL_FREIGHT, BEFORE_TRIPP).leverage();
    assertThat(rail.connection().state()).isEqualTo(Connection.State.NOT_CONNECTED);
    assertThat(rail.vetoParties()).isEmpty();
    assertThat(rail.minimalConsentCoalitions()).isEmpty();
  }

  @Test
  void railThroughMeghriRanFrom1941UntilTheBlockadeAndNeverSince() {
    Timeline<Boolean> timeline =
        Araxes.on(CAUCASUS)
            .from("baku")
            .to("nakhchivan")
            .moving(RAIL_FREIGHT)
            .timeline(
                new Validity(LocalDate.of(1936, 1, 1), CAUCASUS.asOf().plusDays(1)),
                question ->
                    question
                        .routes()
                        .passingElement("bc-agbend-nrnadzor")
                        .fastest()
                        .best()
                        .isPresent());

    assertThat(timeline.periods()).extracting(Period::answer).containsExactly(false, true, false);
    assertThat(timeline.periods().get(1).validity().from()).isEqualTo(LocalDate.of(1941, 1, 1));
    assertThat(timeline.periods().get(1).validity().to())
        .isBetween(LocalDate.of(1989, 1, 1), LocalDate.of(1993, 1, 1));
  }

  @Test
  void theClosuresOfMarch2026AreThereToTheDay() {
    Map<LocalDate, Boolean> open = new TreeMap<>();
    for (LocalDate day = LocalDate.of(2026, 3, 3);
        day.isBefore(LocalDate.of(2026, 3, 11));
        day = day.plusDays(1)) {
      open.put(
          day,
          CAUCASUS
              .crossing("bc-bilasuvar")
              .stateFact(ROAD_FREIGHT, Mode.ROAD, "AZ", "IR", day, false)
              .flatMap(CrossingFact::state)
              .map(state -> state != CrossingState.CLOSED)
              .orElseThrow());
    }

    assertThat(open.entrySet().stream().filter(day -> !day.getValue()).map(Map.Entry::getKey))
        .containsExactly(
            LocalDate.of(2026, 3, 5),
            LocalDate.of(2026, 3, 6),
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 3, 8));
  }

  @Test
  void inMarch2026AnIranianTruckMightGoHomeButNotAnAzerbaijaniOneAbroad() {
    Crossing post = CAUCASUS.crossing("bc-bilasuvar");
    LocalDate sunday = LocalDate.of(2026, 3, 7);
    Movement iranian = Movement.freight().by(Mode.ROAD).flag("IR").build();

    assertThat(post.stateFact(iranian, Mode.ROAD, "AZ", "IR", sunday, false).orElseThrow().state())
        .contains(CrossingState.RESTRICTED);
    assertThat(
            post.stateFact(ROAD_FREIGHT, Mode.ROAD, "AZ", "IR", sunday, false)
                .orElseThrow()
                .state())
        .contains(CrossingState.CLOSED);
    assertThat(
            post.stateFact(ROAD_FREIGHT, Mode.ROAD, "IR", "AZ", sunday, false)
                .orElseThrow()
                .state())
        .contains(CrossingState.RESTRICTED);
  }

  @Test
  void whileIranIsShutFreightStillPassesThroughGeorgiaAndTurkiye() {
    Question question = ask(ROAD_FREIGHT, LocalDate.of(2026, 3, 7));

    assertThat(question.leverage().minimalConsentCoalitions())
        .containsExactly(Coalition.of("AZ", "GE", "TR"));
    assertThat(question.leverage().vetoParties()).containsExactly("AZ", "GE", "TR");
  }

  @Test
  void goodsPassTheGeorgianBorderWherePersonsDoNot() {
    Crossing bridge = CAUCASUS.crossing("bc-red-bridge");

    assertThat(
            bridge
                .stateFact(ROAD_FREIGHT, Mode.ROAD, "GE", "AZ", BEFORE_TRIPP, false)
                .orElseThrow()
                .state())
        .contains(CrossingState.OPEN);
    CrossingFact shut =
        bridge.stateFact(PERSONS_BY_LAND, Mode.ROAD, "GE", "AZ", BEFORE_TRIPP, false).orElseThrow();
    assertThat(shut.state()).contains(CrossingState.CLOSED);
    assertThat(shut.by()).isEqualTo("AZ");
  }

  @Test
  void turkiyeShutItsBorderWithArmeniaIn1993() {
    Movement freight = Movement.freight().by(Mode.ROAD).flag("AM").build();
    Crossing bridge = CAUCASUS.crossing("bc-margara-alican");

    assertThat(
            bridge
                .stateFact(freight, Mode.ROAD, "TR", "AM", LocalDate.of(1993, 4, 3), false)
                .flatMap(CrossingFact::state))
        .contains(CrossingState.CLOSED);
    assertThat(
            bridge
                .stateFact(freight, Mode.ROAD, "TR", "AM", BEFORE_TRIPP, false)
                .orElseThrow()
                .by())
        .isEqualTo("TR");
  }

  private static Question underTripp(String scenario) {
    return ask(ROAD_FREIGHT, BEFORE_TRIPP)
        .under(Datasets.southCaucasusScenarios().scenario(scenario));
  }

  private static Map<String, Fraction> banzhaf(Power.Exact power) {
    Map<String, Fraction> values = new TreeMap<>();
    power
        .byParty()
        .forEach(
            (party, index) -> {
              if (!index.banzhaf().equals(Fraction.ZERO)) {
                values.put(party, index.banzhaf());
              }
            });
    assertThat(List.copyOf(values.keySet())).isSorted();
    return values;
  }
}
