package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.araxes.agreement.LegalThreshold;
import org.araxes.answer.Truth;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Vehicle;
import org.araxes.control.Matter;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.leverage.Basis;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.LeverageCheck;
import org.araxes.network.Route;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Fraction;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What follows from every shipped scenario on its day, and from the history of the crossings day by
 * day. Where the sources leave it open the answer must be that it is not known.
 */
class ScenarioAnswersTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Scenarios SCENARIOS = Datasets.southCaucasusScenarios();

  private static final Movement ROAD = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement RAIL = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final Movement LAND =
      Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").build();
  private static final Movement PERSONS = Movement.persons().flag("AZ").build();
  private static final Movement GAS = Movement.energy(Mode.GAS).build();
  private static final Movement POWER = Movement.energy(Mode.POWER).build();

  private static final Coalition IRAN = Coalition.of("AZ", "IR");
  private static final Coalition GEORGIA = Coalition.of("AZ", "GE", "TR");
  private static final Coalition TRIPP = Coalition.of("AM", "AZ", "US");
  private static final Coalition ARMENIA = Coalition.of("AM", "AZ");

  private static Question plain(Movement movement) {
    return Araxes.on(CAUCASUS).from("AZ-main").to("AZ-NX").moving(movement);
  }

  private static Question under(String scenario, Movement movement) {
    return plain(movement).under(SCENARIOS.scenario(scenario));
  }

  private static List<Coalition> consents(String scenario, Movement movement) {
    return under(scenario, movement).leverage().minimalConsentCoalitions();
  }

  private static Map<String, Truth> truths(String scenario, Movement movement) {
    return under(scenario, movement).passage().grade().truths();
  }

  private static Route fastest(Question question) {
    return question.routes().fastest().best().orElseThrow();
  }

  static Stream<String> scenarios() {
    return SCENARIOS.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void blockingAndConsentAreDualAndCertifiedInEveryScenarioForEveryMovement(String scenario) {
    for (Movement movement : List.of(ROAD, RAIL, LAND, PERSONS, GAS, POWER)) {
      Leverage leverage = under(scenario, movement).leverage();
      assertThat(LeverageCheck.faults(leverage)).as("%s %s", scenario, movement).isEmpty();
      assertThat(leverage.minimalConsentCoalitions())
          .as("%s %s", scenario, movement)
          .allMatch(coalition -> coalition.contains("AZ"));
      boolean routed = under(scenario, movement).routes().fastest().best().isPresent();
      assertThat(routed).isEqualTo(!leverage.minimalConsentCoalitions().isEmpty());
    }
  }

  // S0 and S1: as it was and as last seen.

  @Test
  void s0GoodsHadTwoWaysByRoadAndNoneByRail() {
    assertThat(consents("s0", ROAD)).containsExactly(IRAN, GEORGIA);
    assertThat(consents("s0", RAIL)).isEmpty();
    assertThat(truths("s0", RAIL)).containsEntry("physical", Truth.NO);
    assertThat(truths("s0", ROAD))
        .containsEntry("lawful", Truth.YES)
        .containsEntry("veto-free", Truth.YES)
        .containsEntry("sovereign", Truth.NO)
        .containsEntry("declaration-host-reading", Truth.NO)
        .containsEntry("declaration-sender-reading", Truth.NO);
  }

  @Test
  void s0PersonsPassedByLandInBusesThroughIranAtDiscretionAloneAndFreelyByAir() {
    assertThat(consents("s0", LAND)).containsExactly(IRAN);
    assertThat(truths("s0", LAND))
        .containsEntry("lawful", Truth.YES)
        .containsEntry("gatt-minimum", Truth.NO);
    assertThat(consents("s0", PERSONS)).containsExactly(ARMENIA, IRAN, GEORGIA);
  }

  @Test
  void s0GasPassedThroughIranOrTurkiyeAndPowerThroughIran() {
    List<Coalition> gas = consents("s0", GAS);
    assertThat(gas).first().isEqualTo(IRAN);
    assertThat(gas).hasSize(2);
    assertThat(gas.get(1).parties()).contains("AZ", "GE", "TR").doesNotContain("IR", "AM");
    // Power is exchanged through the grid of Iran alone.
    assertThat(consents("s0", POWER)).containsExactly(IRAN);
  }

  @Test
  void s1NothingOpenedToNakhchivanButRailTransitToArmenia() {
    assertThat(consents("s1", ROAD)).containsExactly(IRAN, GEORGIA);
    assertThat(consents("s1", RAIL)).isEmpty();
    Question toArmenia = under("s1", RAIL).to("AM");
    assertThat(toArmenia.leverage().minimalConsentCoalitions())
        .containsExactly(Coalition.of("AM", "AZ", "GE", "RU"));
    assertThat(under("s0", RAIL).to("AM").passage().grade().of("lawful").truth())
        .isNotEqualTo(Truth.YES);
  }

  @Test
  void s1WhetherPersonsPassByLandIsNotKnownAndTheAirOverIranIsShut() {
    assertThat(truths("s1", LAND)).containsEntry("lawful", Truth.UNKNOWN);
    assertThat(consents("s1", PERSONS)).containsExactly(ARMENIA, GEORGIA);
    assertThat(state("bc-agbend-kalaleh", ROAD, "AZ", "IR", LocalDate.of(2026, 6, 28)))
        .hasValue(CrossingState.CLOSED);
    assertThat(CAUCASUS.agreement("peace-treaty").standsOn(LocalDate.of(2026, 6, 28), false))
        .isFalse();
  }

  // S2 to S6: TRIPP.

  @Test
  void s2RailNeedsArmeniaAndTheUnitedStatesAndRoadStaysWhatItWas() {
    for (String scenario : List.of("s2", "tripp-rail-open")) {
      assertThat(consents(scenario, RAIL)).as(scenario).containsExactly(TRIPP);
      assertThat(consents(scenario, ROAD)).as(scenario).containsExactly(IRAN, GEORGIA);
      assertThat(consents(scenario, LAND)).as(scenario).containsExactly(TRIPP);
    }
    assertThat(fastest(under("s2", RAIL)).jurisdictions()).containsExactly("AZ", "AM", "AZ-NX");
    assertThat(fastest(under("s2", RAIL)).lengthByJurisdiction().get("AM"))
        .satisfies(length -> assertThat(length.kilometres()).isBetween(42.0, 46.0));
  }

  @Test
  void theTrippRoadIsAThirdWayAndBothTogetherChangeNothingMore() {
    for (String scenario : List.of("tripp-road-open", "tripp-open", "tripp-open-sender-reading")) {
      assertThat(consents(scenario, ROAD)).as(scenario).containsExactly(IRAN, TRIPP, GEORGIA);
    }
    assertThat(consents("tripp-road-open", RAIL)).isEmpty();
    assertThat(consents("tripp-open", RAIL)).containsExactly(TRIPP);
  }

  @Test
  void s2ReachesTheHostsReadingS3TheSendersTooAndS4Neither() {
    for (Movement movement : List.of(RAIL, LAND)) {
      assertThat(truths("s2", movement))
          .containsEntry("declaration-host-reading", Truth.YES)
          .containsEntry("declaration-sender-reading", Truth.NO)
          .containsEntry("uncontrolled", Truth.NO);
      assertThat(truths("s3", movement))
          .containsEntry("declaration-host-reading", Truth.YES)
          .containsEntry("declaration-sender-reading", Truth.YES)
          .containsEntry("uncontrolled", Truth.YES)
          .containsEntry("sovereign", Truth.NO);
      assertThat(truths("s4", movement))
          .containsEntry("declaration-host-reading", Truth.NO)
          .containsEntry("declaration-sender-reading", Truth.NO)
          .containsEntry("gatt-minimum", Truth.YES);
    }
    assertThat(consents("s3", RAIL)).containsExactly(TRIPP);
    assertThat(truths("tripp-open", ROAD))
        .containsEntry("declaration-host-reading", Truth.YES)
        .containsEntry("declaration-sender-reading", Truth.NO);
    assertThat(truths("tripp-open-sender-reading", ROAD))
        .containsEntry("declaration-sender-reading", Truth.YES);
  }

  @Test
  void s4IsSlowerThanS2ByTheHoursAtBothGates() {
    for (Movement movement : List.of(RAIL, LAND)) {
      Duration longer =
          fastest(under("s4", movement))
              .duration()
              .minus(fastest(under("s2", movement)).duration());
      assertThat(longer.toMinutes()).isCloseTo(2 * 246, within(2L));
    }
  }

  @Test
  void underASignedAgreementArmeniaAndTheUnitedStatesMayNotDoWhatTheyCan() {
    Question question = under("s2", RAIL);
    assertThat(lawful(question, LegalThreshold.IN_FORCE)).containsExactly(TRIPP);
    assertThat(lawful(question, LegalThreshold.SIGNED)).containsExactly(Coalition.of("AZ"));
    assertThat(question.leverage().minimalConsentCoalitions()).containsExactly(TRIPP);
    // For power lines the provision says nothing.
    assertThat(CAUCASUS.agreement("tripp-framework-2026-05-26").provisions())
        .filteredOn(provision -> provision.id().endsWith("passage"))
        .noneMatch(provision -> provision.concerns(POWER, Mode.POWER));
  }

  private static List<Coalition> lawful(Question question, LegalThreshold threshold) {
    return question
        .onTerms(Terms.DEFAULT.withThreshold(threshold))
        .leverage()
        .on(Basis.LAWFUL)
        .minimalConsentCoalitions();
  }

  @Test
  void transitThroughAMemberOfTheTradeOrganisationIsARightOfMembersAlone() {
    assertThat(owing("GE", "AM", LocalDate.of(2025, 8, 7))).containsExactly("GE");
    assertThat(owing("GE", "AZ", LocalDate.of(2025, 8, 7))).isEmpty();
    assertThat(owing("GE", "IR", LocalDate.of(2025, 8, 7))).isEmpty();
    // Each from the day on which both are members.
    assertThat(owing("GE", "TR", LocalDate.of(2000, 6, 13))).isEmpty();
    assertThat(owing("GE", "TR", LocalDate.of(2000, 6, 14))).containsExactly("GE");
    assertThat(owing("GE", "AM", LocalDate.of(2003, 2, 4))).isEmpty();
    assertThat(owing("GE", "AM", LocalDate.of(2003, 2, 5))).containsExactly("GE");
    assertThat(owing("AM", "RU", LocalDate.of(2012, 8, 21))).isEmpty();
    assertThat(owing("AM", "RU", LocalDate.of(2012, 8, 22))).containsExactly("AM");
    // Between Armenia and Türkiye it was declared not to apply.
    assertThat(owing("AM", "TR", LocalDate.of(2025, 8, 7))).isEmpty();
    assertThat(owing("TR", "AM", LocalDate.of(2025, 8, 7))).isEmpty();
  }

  /** The parties bound to let a lorry of a flag pass on the roads of a state. */
  private static SortedSet<String> owing(String state, String flag, LocalDate day) {
    String road =
        CAUCASUS.edges().stream()
            .filter(one -> one.jurisdiction().equals(state) && one.mode() == Mode.ROAD)
            .findFirst()
            .orElseThrow()
            .id();
    Movement lorry = Movement.freight().by(Mode.ROAD).flag(flag).build();
    return CAUCASUS.on(day).moving(lorry).boundAt(road, Mode.ROAD);
  }

  @Test
  void s5ArmeniaIsInNoConsentByLandForAYearAndBackAfterwards() {
    for (Movement movement : List.of(ROAD, RAIL, LAND)) {
      assertThat(consents("s5", movement))
          .noneMatch(coalition -> coalition.contains("AM") || coalition.contains("US"));
    }
    assertThat(consents("s5", ROAD)).containsExactly(IRAN, GEORGIA);
    assertThat(consents("s5", RAIL)).isEmpty();
    assertThat(truths("s5", RAIL))
        .containsEntry("physical", Truth.YES)
        .containsEntry("lawful", Truth.NO);
    Question s5 = under("s5", RAIL);
    assertThat(s5.on(LocalDate.of(2029, 6, 30)).leverage().minimalConsentCoalitions())
        .containsExactly(TRIPP);
    assertThat(s5.on(LocalDate.of(2030, 6, 30)).leverage().minimalConsentCoalitions()).isEmpty();
    assertThat(s5.on(LocalDate.of(2030, 7, 1)).leverage().minimalConsentCoalitions())
        .containsExactly(TRIPP);
    // The refusal is of this route, not of the airspace.
    assertThat(consents("s5", PERSONS)).containsExactly(ARMENIA);
  }

  @Test
  void s6TheUnitedStatesDropOutOrTheWorksNeverEnd() {
    assertThat(consents("s6", RAIL)).containsExactly(ARMENIA);
    assertThat(under("s6", RAIL).on(LocalDate.of(2029, 6, 30)).leverage().vetoParties())
        .containsExactly("AM", "AZ", "US");
    assertThat(consents("s6-frozen", RAIL)).isEmpty();
    assertThat(truths("s6-frozen", RAIL)).containsEntry("physical", Truth.NO);
    assertThat(consents("s6-frozen", ROAD)).containsExactly(IRAN, GEORGIA);
  }

  // S7 to S9: Iran and Georgia.

  @Test
  void s7WithoutIranOnlyGeorgiaAndTurkiyeAreLeft() {
    for (String scenario : List.of("s7", "s7-3-days", "s7-9-days", "s7-homebound")) {
      assertThat(consents(scenario, ROAD)).as(scenario).containsExactly(GEORGIA);
      assertThat(consents(scenario, RAIL)).as(scenario).isEmpty();
      assertThat(consents(scenario, PERSONS))
          .as(scenario)
          .noneMatch(coalition -> coalition.contains("IR"));
      assertThat(under(scenario, ROAD).leverage().vetoParties()).containsExactly("AZ", "GE", "TR");
    }
    assertThat(consents("s7", POWER)).isEmpty();
    assertThat(consents("s7", GAS)).singleElement().matches(coalition -> coalition.contains("TR"));
    assertThat(truths("s7", ROAD)).containsEntry("veto-free", Truth.NO);
  }

  @Test
  void s7EndsOnItsDay() {
    Map<String, LocalDate> ends =
        Map.of(
            "s7", LocalDate.of(2027, 6, 28),
            "s7-3-days", LocalDate.of(2026, 7, 3),
            "s7-9-days", LocalDate.of(2026, 7, 8),
            "s7-homebound", LocalDate.of(2026, 7, 3));
    ends.forEach(
        (scenario, end) -> {
          Question question = under(scenario, ROAD);
          assertThat(question.on(end.minusDays(1)).leverage().minimalConsentCoalitions())
              .as(scenario)
              .containsExactly(GEORGIA);
          assertThat(question.on(end).leverage().minimalConsentCoalitions())
              .as(scenario)
              .containsExactly(IRAN, GEORGIA);
        });
  }

  @Test
  void s7HomeboundTrucksPassHomewardAndNotOut() {
    Movement iranian = Movement.freight().by(Mode.ROAD).flag("IR").build();
    TransitNetwork network = SCENARIOS.scenario("s7-homebound").applyTo(CAUCASUS);
    LocalDate first = LocalDate.of(2026, 6, 29);
    for (String bridge : List.of("bc-bilasuvar", "bc-astara-road")) {
      assertThat(state(network, bridge, ROAD, "IR", "AZ", first)).hasValue(CrossingState.CLOSED);
      LocalDate second = first.plusDays(1);
      assertThat(state(network, bridge, ROAD, "IR", "AZ", second)).hasValue(CrossingState.OPEN);
      assertThat(state(network, bridge, ROAD, "AZ", "IR", second)).hasValue(CrossingState.CLOSED);
      assertThat(state(network, bridge, iranian, "AZ", "IR", second)).hasValue(CrossingState.OPEN);
      assertThat(state(network, bridge, iranian, "IR", "AZ", second))
          .hasValue(CrossingState.CLOSED);
    }
  }

  @Test
  void s8TheArazCorridorIsShorterButHangsOnIranAllTheSame() {
    assertThat(consents("s8", ROAD)).containsExactly(IRAN, GEORGIA);
    Route short8 = fastest(under("s8", ROAD));
    assertThat(short8.jurisdictions()).containsExactly("AZ", "IR", "AZ-NX");
    assertThat(short8.crossings())
        .extracting(step -> step.crossing())
        .containsExactly("bc-agbend-kalaleh", "bc-ordubad-siyahrud");
    // 45 to 50 km by one figure, 71 km along the roads: sources measure different ends.
    assertThat(short8.lengthByJurisdiction().get("IR").kilometres()).isBetween(45.0, 75.0);
    assertThat(fastest(under("s0", ROAD)).lengthByJurisdiction().get("IR").kilometres())
        .isGreaterThan(200);
    // Goods alone: nobody said persons.
    assertThat(truths("s8", LAND)).containsEntry("lawful", Truth.UNKNOWN);
  }

  @Test
  void s9WithoutGeorgiaIranHasAVetoAndPricesAndDelaysShutNothing() {
    assertThat(consents("s9", ROAD)).containsExactly(IRAN);
    assertThat(under("s9", ROAD).leverage().vetoParties()).containsExactly("AZ", "IR");
    assertThat(consents("s9", GAS)).containsExactly(IRAN);
    for (String scenario : List.of("s9-delay", "s9-tariff")) {
      assertThat(consents(scenario, ROAD)).as(scenario).containsExactly(IRAN, GEORGIA);
    }
    assertThat(throughRedBridge("s9-delay").minus(throughRedBridge("s0")))
        .isGreaterThan(Duration.ofHours(30));
    Question dear = plain(RAIL).under(SCENARIOS.scenario("s9-tariff").then(scenario("s12")));
    assertThat(fastest(dear).usd() - fastest(under("s12", RAIL)).usd())
        .isCloseTo(5_520 - 56, within(1.0));
  }

  private static Scenario scenario(String id) {
    return SCENARIOS.scenario(id);
  }

  private static Duration throughRedBridge(String scenario) {
    return under(scenario, ROAD)
        .routes()
        .passingElement("bc-red-bridge")
        .fastest()
        .best()
        .orElseThrow()
        .duration();
  }

  // S10 and S11: Armenia's railway and its border with Türkiye.

  @Test
  void s10WhoRunsArmenianRailDecidesOnItsTrains() {
    Map<String, Coalition> expected = new TreeMap<>();
    expected.put("s10-keep", Coalition.of("AM", "GE", "RU"));
    expected.put("s10", Coalition.of("AM", "GE", "KZ"));
    expected.put("s10-returned", Coalition.of("AM", "GE"));
    Movement armenian = Movement.freight().by(Mode.RAIL).flag("AM").build();
    expected.forEach(
        (scenario, coalition) -> {
          Question abroad = under(scenario, armenian).from("AM").to("GE");
          assertThat(abroad.leverage().minimalConsentCoalitions())
              .as(scenario)
              .containsExactly(coalition);
          assertThat(consents(scenario, ROAD)).as(scenario).containsExactly(IRAN, GEORGIA);
        });
    assertThat(
            CAUCASUS
                .on(LocalDate.of(2027, 1, 1))
                .ownership()
                .rule("scr", Matter.ORDINARY)
                .vetoParties())
        .containsExactly("RU");
  }

  @Test
  void theConcessionEndsIn2038AndTheOperatorWithIt() {
    Movement armenian = Movement.freight().by(Mode.RAIL).flag("AM").build();
    Question abroad = Araxes.on(CAUCASUS).from("AM").to("GE").moving(armenian);
    assertThat(abroad.on(LocalDate.of(2038, 2, 12)).leverage().vetoParties()).contains("RU");
    assertThat(abroad.on(LocalDate.of(2038, 2, 13)).leverage().vetoParties())
        .contains("AM")
        .doesNotContain("RU");
  }

  @Test
  void s11OpensTheBorderOfArmeniaAndTurkiyeToGoods() {
    Movement armenian = Movement.freight().by(Mode.ROAD).flag("AM").build();
    Question abroad = under("s11", armenian).from("AM").to("TR");
    assertThat(abroad.leverage().minimalConsentCoalitions())
        .containsExactly(Coalition.of("AM", "TR"));
    assertThat(abroad.on(LocalDate.of(2027, 6, 29)).leverage().minimalConsentCoalitions())
        .doesNotContain(Coalition.of("AM", "TR"));
    Route train =
        fastest(under("s11", Movement.freight().by(Mode.RAIL).build()).from("AM").to("TR"));
    assertThat(train.states()).containsExactly("AM", "TR");
    // A further way to Nakhchivan, but through no fewer hands: Georgia and Türkiye are on it.
    Route further =
        under("s11", ROAD)
            .routes()
            .passingState("AM")
            .passingState("TR")
            .avoidingState("IR")
            .fastest()
            .best()
            .orElseThrow();
    assertThat(further.states()).containsExactly("AZ", "GE", "AM", "TR");
    assertThat(consents("s11", ROAD)).containsExactly(IRAN, GEORGIA);
    assertThat(
            scenario("s11")
                .applyTo(CAUCASUS)
                .agreement("peace-treaty")
                .standsOn(LocalDate.of(2027, 6, 30), false))
        .isTrue();
    Question persons = under("s11", Movement.persons().by(Mode.ROAD).flag("AM").build());
    assertThat(
            persons
                .from("AM")
                .to("TR")
                .routes()
                .avoidingState("GE")
                .avoidingState("IR")
                .fastest()
                .best())
        .isEmpty();
  }

  // S12 to S15.

  @Test
  void s12RailWithoutArmeniaNeedsGeorgiaAndTurkiyeAndItsGaugeIsNotKnown() {
    for (String scenario : List.of("s12", "s12-without-s2")) {
      assertThat(consents(scenario, RAIL)).as(scenario).containsExactly(GEORGIA);
      assertThat(truths(scenario, RAIL))
          .as(scenario)
          .containsEntry("physical", Truth.UNKNOWN)
          .containsEntry("lawful", Truth.UNKNOWN);
    }
    Route train = fastest(under("s12", RAIL));
    assertThat(train.states()).containsExactly("AZ", "GE", "TR");
    assertThat(train.transfers())
        .anyMatch(change -> change.fromGauge() == 1520 && change.toGauge() == 1435);
    Question both = plain(RAIL).under(scenario("s2").then(scenario("s12")));
    assertThat(both.on(LocalDate.of(2029, 12, 31)).leverage().minimalConsentCoalitions())
        .containsExactly(TRIPP, GEORGIA);
  }

  @Test
  void s13PersonsPassByLandWhereGoodsDo() {
    assertThat(consents("s13", LAND)).containsExactly(IRAN, GEORGIA);
    assertThat(truths("s13", LAND))
        .containsEntry("lawful", Truth.YES)
        .containsEntry("veto-free", Truth.YES);
    Movement residents =
        Movement.persons().by(Mode.ROAD).flag("AZ-NX").vehicle(Vehicle.CAR).build();
    assertThat(consents("s13", residents)).containsExactly(IRAN, GEORGIA);
    assertThat(consents("s13", PERSONS)).containsExactly(ARMENIA, IRAN, GEORGIA);
    // Without it nobody knows.
    assertThat(plain(LAND).on(LocalDate.of(2026, 7, 1)).passage().grade().of("lawful").truth())
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void s14ChangesALawButNoWay() {
    LocalDate day = LocalDate.of(2027, 1, 1);
    assertThat(CAUCASUS.on(day).stands("eaeu-am")).isTrue();
    assertThat(scenario("s14").applyTo(CAUCASUS).on(day).stands("eaeu-am")).isFalse();
    assertThat(consents("s14", ROAD)).containsExactly(IRAN, GEORGIA);
  }

  @Test
  void s15WithTheAirportShutPersonsFlyToIgdirAndGoOnByBus() {
    assertThat(consents("s15", PERSONS)).containsExactly(GEORGIA);
    Route way = fastest(under("s15", PERSONS));
    assertThat(way.nodes()).contains("igd").doesNotContain("naj");
    assertThat(way.crossings()).extracting(step -> step.crossing()).contains("bc-dilucu-sadarak");
    Question question = under("s15", PERSONS);
    for (LocalDate outside : List.of(LocalDate.of(2026, 6, 28), LocalDate.of(2026, 7, 3))) {
      assertThat(question.on(outside).leverage().minimalConsentCoalitions()).contains(ARMENIA);
    }
    assertThat(consents("s15", ROAD)).containsExactly(IRAN, GEORGIA);
  }

  // Several at once.

  @Test
  void s2WithS7LeavesTrippToTrainsAndGeorgiaToLorries() {
    assertThat(consents("s2-s7", RAIL)).containsExactly(TRIPP);
    assertThat(consents("s2-s7", LAND)).containsExactly(TRIPP);
    assertThat(consents("s2-s7", ROAD)).containsExactly(GEORGIA);
  }

  @Test
  void s9WithS7IsolatesNakhchivanByLandAndOnlyTrippWouldHelp() {
    assertThat(consents("s9-s7", ROAD)).isEmpty();
    assertThat(consents("s9-s7", RAIL)).isEmpty();
    assertThat(consents("s9-s7", LAND)).isEmpty();
    assertThat(consents("s9-s7", GAS)).isEmpty();
    assertThat(consents("s9-s7", PERSONS)).containsExactly(ARMENIA);
    assertThat(truths("s9-s7", ROAD))
        .containsEntry("physical", Truth.YES)
        .containsEntry("lawful", Truth.NO);
    Scenario both =
        Scenario.named("both")
            .during(Validity.since(LocalDate.of(2028, 12, 31)))
            .refuse("GE")
            .refuse("IR")
            .build();
    Question tripp = plain(ROAD).under(scenario("tripp-road-open").then(both));
    assertThat(tripp.leverage().minimalConsentCoalitions()).containsExactly(TRIPP);
  }

  @Test
  void s5WithS7LeavesTheSingleChainThroughGeorgia() {
    assertThat(consents("s5-s7", ROAD)).containsExactly(GEORGIA);
    assertThat(consents("s5-s7", RAIL)).isEmpty();
    assertThat(under("s5-s7", ROAD).leverage().vetoParties()).containsExactly("AZ", "GE", "TR");
  }

  // History, day by day.

  private static Optional<CrossingState> state(
      TransitNetwork network,
      String crossing,
      Movement movement,
      String from,
      String to,
      LocalDate day) {
    return network
        .on(day)
        .moving(movement)
        .stateFact(network.crossing(crossing), Mode.ROAD, from, to)
        .flatMap(CrossingFact::state);
  }

  private static Optional<CrossingState> state(
      String crossing, Movement movement, String from, String to, LocalDate day) {
    return state(CAUCASUS, crossing, movement, from, to, day);
  }

  /** One letter a day: open, restricted, closed, unknown. */
  private static String days(
      String crossing, Movement movement, String from, String to, LocalDate first, int count) {
    StringBuilder letters = new StringBuilder();
    for (int day = 0; day < count; day++) {
      letters.append(
          state(crossing, movement, from, to, first.plusDays(day))
              .map(one -> one.name().charAt(0))
              .orElse('-'));
    }
    return letters.toString();
  }

  @Test
  void november2013IsThereToTheDay() {
    LocalDate first = LocalDate.of(2013, 11, 1);
    // 5 Azerbaijan shuts Shahtakhti, 7 Iran shuts Bilasuvar and Julfa, 16 vehicles pass again,
    // 17 lorries at Julfa up to 30 t.
    both("bc-shahtakhti-poldasht", "AZ-NX", ROAD, first, "OOOOCCCCCCCCCCCOOOOO");
    both("bc-shahtakhti-poldasht", "AZ-NX", LAND, first, "OOOOCCCCCCCCCCCOOOOO");
    both("bc-bilasuvar", "AZ", ROAD, first, "OOOOOOCCCCCCCCCOOOOO");
    both("bc-bilasuvar", "AZ", LAND, first, "OOOOOOCCCCCCOOOOOOOO");
    both("bc-julfa-road", "AZ-NX", ROAD, first, "OOOOOOCCCCCCCCCOOOOO");
    Movement heavy = ROAD.toBuilder().grossTonnes(36).build();
    both("bc-julfa-road", "AZ-NX", heavy, first, "OOOOOOCCCCCCCCCOCCCC");
    both("bc-julfa-road", "AZ-NX", LAND, first, "OOOOOOCCCCOOOOOOOOOO");
    Movement coach = LAND.toBuilder().vehicle(Vehicle.BUS).build();
    both("bc-julfa-road", "AZ-NX", coach, first, "OOOOOOCCCCCCCCCOOOOO");
    Movement car = LAND.toBuilder().vehicle(Vehicle.CAR).build();
    both("bc-bilasuvar", "AZ", car, first, "OOOOOOCCCCCCCCOOOOOO");
    both("bc-astara-road", "AZ", ROAD, first, "OOOOOOOOOOOOOOOOOOOO");
    // Iran alone no longer joins the two parts: a third state is needed.
    for (int day = 7; day < 16; day++) {
      assertThat(plain(ROAD).on(LocalDate.of(2013, 11, day)).leverage().minimalConsentCoalitions())
          .as("day %s", day)
          .doesNotContain(IRAN)
          .contains(GEORGIA);
    }
    assertThat(plain(ROAD).on(LocalDate.of(2013, 11, 6)).leverage().minimalConsentCoalitions())
        .contains(IRAN);
    assertThat(plain(ROAD).on(LocalDate.of(2013, 11, 16)).leverage().minimalConsentCoalitions())
        .contains(IRAN);
  }

  private static void both(
      String crossing, String side, Movement movement, LocalDate first, String expected) {
    assertThat(days(crossing, movement, side, "IR", first, expected.length()))
        .as("%s out", crossing)
        .isEqualTo(expected);
    assertThat(days(crossing, movement, "IR", side, first, expected.length()))
        .as("%s in", crossing)
        .isEqualTo(expected);
  }

  @Test
  void march2026IsThereToTheDayAndByFlagAndDirection() {
    LocalDate first = LocalDate.of(2026, 2, 25); // the 5th of March is the ninth day
    Movement iranian = Movement.freight().by(Mode.ROAD).flag("IR").build();
    Movement turkish = Movement.freight().by(Mode.ROAD).flag("TR").build();
    Map<String, String> sides =
        Map.of("bc-bilasuvar", "AZ", "bc-astara-road", "AZ", "bc-julfa-road", "AZ-NX");
    sides.forEach(
        (crossing, side) -> {
          assertThat(days(crossing, ROAD, side, "IR", first, 16)).isEqualTo("OOOOOOOOCCCCOOOO");
          assertThat(days(crossing, ROAD, "IR", side, first, 16)).isEqualTo("OOOOOOOOCRRROOOO");
          assertThat(days(crossing, iranian, side, "IR", first, 16)).isEqualTo("OOOOOOOOCRRROOOO");
          assertThat(days(crossing, iranian, "IR", side, first, 16)).isEqualTo("OOOOOOOOCCCCOOOO");
          assertThat(days(crossing, turkish, side, "IR", first, 16)).isEqualTo("OOOOOOOOCCCCOOOO");
        });
    both("bc-shahtakhti-poldasht", "AZ-NX", ROAD, first, "OOOOOOOOCCCCOOOO");
    both("bc-astara-road", "AZ", LAND, first, "CCCCCCCCCCCCCCCC");
    both("bc-bilasuvar", "AZ", LAND, first, "RRRUUUUUUUUUUUUU");
    both("bc-norduz-agarak", "AM", iranian, first, "OOOOCCOOOOOOOOOO");
    Movement travellers = Movement.persons().by(Mode.ROAD).flag("IR").build();
    both("bc-norduz-agarak", "AM", travellers, first, "OOOOCCCCUUUUUUUU");
  }

  @Test
  void inMarch2026IranAndTheAirFailedTogetherAndTurkiyeCarriedThePersons() {
    LocalDate first = LocalDate.of(2026, 2, 25);
    for (int day = 0; day < 16; day++) {
      LocalDate date = first.plusDays(day);
      boolean shut = day >= 8 && day < 12;
      assertThat(plain(ROAD).on(date).leverage().minimalConsentCoalitions())
          .as("goods on %s", date)
          .isEqualTo(shut ? List.of(GEORGIA) : List.of(IRAN, GEORGIA));
      Collection<Coalition> persons = plain(PERSONS).on(date).leverage().minimalConsentCoalitions();
      assertThat(persons.contains(IRAN)).as("over Iran on %s", date).isEqualTo(day < 3);
      assertThat(persons.contains(ARMENIA)).as("over Armenia on %s", date).isEqualTo(!shut);
      assertThat(persons).as("through Türkiye on %s", date).contains(GEORGIA);
    }
  }

  @Test
  void thePowerOverRoadFreightStoodStillFrom1993UntilToday() {
    for (int year = 1993; year <= 2026; year++) {
      LocalDate day = LocalDate.of(year, 7, 1);
      Leverage leverage = plain(ROAD).on(day).leverage();
      Map<String, Fraction> banzhaf = new TreeMap<>();
      leverage
          .power()
          .exact()
          .byParty()
          .forEach((party, index) -> banzhaf.put(party, index.banzhaf()));
      banzhaf.values().removeIf(Fraction.ZERO::equals);
      assertThat(banzhaf)
          .as("%s", year)
          .isEqualTo(
              Map.of(
                  "AZ", Fraction.of(5, 8),
                  "IR", Fraction.of(3, 8),
                  "GE", Fraction.of(1, 8),
                  "TR", Fraction.of(1, 8)));
    }
    // The bridge at Dilucu is the second way: from its day on.
    LocalDate bridge = LocalDate.of(1992, 5, 22);
    assertThat(plain(ROAD).on(bridge).leverage().minimalConsentCoalitions())
        .containsExactly(IRAN, GEORGIA);
    assertThat(plain(ROAD).on(bridge.minusDays(1)).leverage().minimalConsentCoalitions())
        .containsExactly(IRAN);
  }

  @Test
  void personsLostTheLandIn2020AndGoodsDidNot() {
    List<Integer> years = Arrays.asList(1995, 2005, 2015, 2019);
    for (int year : years) {
      assertThat(plain(LAND).on(LocalDate.of(year, 7, 1)).leverage().minimalConsentCoalitions())
          .as("%s", year)
          .containsExactly(IRAN, GEORGIA);
    }
    for (int year : List.of(2020, 2021)) {
      assertThat(plain(LAND).on(LocalDate.of(year, 7, 1)).leverage().minimalConsentCoalitions())
          .as("%s", year)
          .isEmpty();
    }
    assertThat(state("bc-dilucu-sadarak", ROAD, "TR", "AZ-NX", LocalDate.of(2020, 2, 22)))
        .hasValue(CrossingState.OPEN);
    assertThat(days("bc-dilucu-sadarak", ROAD, "TR", "AZ-NX", LocalDate.of(2020, 2, 22), 4))
        .isEqualTo("OCCO");
    Movement residents =
        Movement.persons().by(Mode.ROAD).flag("AZ-NX").vehicle(Vehicle.CAR).build();
    assertThat(days("bc-dilucu-sadarak", residents, "AZ-NX", "TR", LocalDate.of(2022, 6, 29), 4))
        .isEqualTo("UUCC");
    assertThat(days("bc-dilucu-sadarak", residents, "AZ-NX", "TR", LocalDate.of(2023, 1, 30), 4))
        .isEqualTo("CCRR");
  }
}
