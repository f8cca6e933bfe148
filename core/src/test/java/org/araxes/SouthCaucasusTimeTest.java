package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Power;
import org.araxes.network.DatedChange;
import org.araxes.network.Route;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Fraction;
import org.araxes.study.Bracketed;
import org.araxes.study.DayComparison;
import org.araxes.study.Period;
import org.araxes.study.Provenance;
import org.araxes.study.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A century of the corridor, out of the shipped dataset. */
class SouthCaucasusTimeTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Movement ROAD_FREIGHT = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement RAIL_FREIGHT = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final Movement BY_ROAD =
      Movement.persons().by(Mode.ROAD).flag("AZ").tonnes(1).build();
  private static final Movement GAS = Movement.energy(Mode.GAS).flag("AZ").build();

  private static Question rail() {
    return Araxes.on(CAUCASUS)
        .from("baku")
        .to("nakhchivan")
        .moving(RAIL_FREIGHT)
        .onTerms(Terms.DEFAULT.withPlans(true));
  }

  private static String through(Question question) {
    return question
        .routes()
        .fastest()
        .best()
        .map(route -> String.join(" ", route.states()))
        .orElse("none");
  }

  private static Validity years(int from, int to) {
    return new Validity(LocalDate.of(from, 1, 1), LocalDate.of(to, 1, 1));
  }

  @Test
  void byRailFrom1936To2030() {
    Timeline<String> timeline =
        rail().explainedTimeline(years(1936, 2031), SouthCaucasusTimeTest::through);

    Map<String, List<Integer>> byAnswer =
        IntStream.rangeClosed(1936, 2030)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    year -> timeline.at(LocalDate.of(year, 7, 1)).orElseThrow().answer()));
    assertThat(byAnswer)
        .isEqualTo(
            Map.of(
                "AZ GE AM", IntStream.rangeClosed(1936, 1940).boxed().toList(),
                "AZ AM",
                    IntStream.concat(
                            IntStream.rangeClosed(1941, 1991), IntStream.rangeClosed(2029, 2030))
                        .boxed()
                        .toList(),
                "none", IntStream.rangeClosed(1992, 2028).boxed().toList()));
    assertThat(timeline.latest("none"::equals)).contains(LocalDate.of(2028, 12, 30));
  }

  @Test
  void theRailwayOf1941NeededEachOfItsPiecesAndAnyOneEndedIt() {
    List<Period<String>> periods =
        rail().explainedTimeline(years(1936, 2031), SouthCaucasusTimeTest::through).periods();

    assertThat(periods.get(1).cause().orElseThrow().because())
        .hasSize(14)
        .extracting(DatedChange::subject)
        .contains(
            "rail-shvanidzor--meghri-station", "rail-nrnadzor--shvanidzor", "bc-agbend-nrnadzor");
    assertThat(periods.get(1).cause().orElseThrow().alone()).isEmpty();
    assertThat(periods.get(2).cause().orElseThrow().because()).hasSize(1);
    assertThat(periods.get(2).cause().orElseThrow().alone())
        .extracting(DatedChange::subject)
        .contains("rail-shvanidzor--meghri-station", "rail-agbend--bc-agbend-nrnadzor");
  }

  @Test
  void theReturnOfTheRailwayIsAPlanThatHangsOnTwoCrossings() {
    Timeline<String> timeline =
        rail().explainedTimeline(years(2026, 2031), SouthCaucasusTimeTest::through);

    assertThat(timeline.earliest("AZ AM"::equals)).contains(LocalDate.of(2028, 12, 31));
    assertThat(timeline.periods().get(1).cause().orElseThrow().because())
        .allMatch(DatedChange::plan)
        .extracting(DatedChange::subject)
        .containsExactly("bc-agbend-nrnadzor", "bc-karchevan-ordubad");
    assertThat(
            rail()
                .onTerms(Terms.DEFAULT)
                .timeline(years(1993, 2031), SouthCaucasusTimeTest::through)
                .periods())
        .extracting(Period::answer)
        .containsExactly("none");
  }

  @Test
  void twoDaysFarApartAreComparedWithTheCause() {
    DayComparison<String> comparison =
        rail()
            .moving(ROAD_FREIGHT)
            .onTerms(Terms.DEFAULT)
            .compare(
                LocalDate.of(2025, 8, 7), LocalDate.of(2026, 3, 7), SouthCaucasusTimeTest::through);

    assertThat(comparison.before()).isEqualTo("AZ IR");
    assertThat(comparison.after()).isEqualTo("AZ GE TR");
    assertThat(comparison.changes()).hasSizeGreaterThan(10);
    assertThat(comparison.cause().orElseThrow().because())
        .extracting(DatedChange::toString)
        .containsExactly(
            "bc-astara-road (goods, road): now closed by AZ",
            "bc-bilasuvar (goods, road): now closed by AZ",
            "az-cabinet-66-2026: now in force");
  }

  /** O open, C closed, R restricted, U unknown, from the 1st to the 18th. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "bc-bilasuvar, goods, 2013-11, OOOOOOCCCCCCCCCOOO",
    "bc-bilasuvar, persons, 2013-11, OOOOOOCCCCCCOOOOOO",
    "bc-astara-road, goods, 2013-11, OOOOOOOOOOOOOOOOOO",
    "bc-julfa-road, goods, 2013-11, OOOOOOCCCCCCCCCOOO",
    "bc-julfa-road, heavy goods, 2013-11, OOOOOOCCCCCCCCCOCC",
    "bc-julfa-road, persons, 2013-11, OOOOOOCCCCOOOOOOOO",
    "bc-shahtakhti-poldasht, goods, 2013-11, OOOOCCCCCCCCCCCOOO",
    "bc-shahtakhti-poldasht, persons, 2013-11, OOOOCCCCCCCCCCCOOO",
    "bc-bilasuvar, goods, 2026-03, OOOOCCCCOOOOOOOOOO",
    "bc-astara-road, goods, 2026-03, OOOOCCCCOOOOOOOOOO",
    "bc-julfa-road, goods, 2026-03, OOOOCCCCOOOOOOOOOO",
    "bc-shahtakhti-poldasht, goods, 2026-03, OOOOCCCCOOOOOOOOOO",
    "bc-bilasuvar, persons, 2026-03, UUUUUUUUUUUUUUUUUU",
    "bc-astara-road, persons, 2026-03, CCCCCCCCCCCCCCCCCC"
  })
  void theCrossingsToIranDayByDay(String id, String whom, String month, String states) {
    Crossing crossing = CAUCASUS.crossing(id);
    Movement movement =
        switch (whom) {
          case "goods" -> ROAD_FREIGHT;
          case "heavy goods" -> ROAD_FREIGHT.toBuilder().grossTonnes(40).build();
          default -> BY_ROAD;
        };
    LocalDate first = LocalDate.parse(month + "-01");
    String found =
        IntStream.range(0, states.length())
            .mapToObj(
                day ->
                    crossing
                        .stateFact(
                            movement,
                            Mode.ROAD,
                            crossing.sides().get(0),
                            crossing.sides().get(1),
                            first.plusDays(day),
                            false)
                        .flatMap(CrossingFact::state)
                        .map(state -> state.name().substring(0, 1))
                        .orElse("?"))
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(states);
  }

  @Test
  void thePowerOfEachStateOverRoadFreightByYear() {
    Question road = Araxes.on(CAUCASUS).from("AZ-main").to("AZ-NX").moving(ROAD_FREIGHT);
    for (int year = 1992; year <= 2026; year++) {
      Power.Exact power = road.on(LocalDate.of(year, 7, 1)).leverage().power().exact();
      assertThat(power.of("AZ").banzhaf()).as("AZ in " + year).isEqualTo(Fraction.of(5, 8));
      assertThat(power.of("IR").banzhaf()).as("IR in " + year).isEqualTo(Fraction.of(3, 8));
      assertThat(power.of("TR").banzhaf()).as("TR in " + year).isEqualTo(Fraction.of(1, 8));
      assertThat(power.of("GE").banzhaf()).as("GE in " + year).isEqualTo(Fraction.of(1, 8));
      assertThat(power.of("AM")).as("AM in " + year).isEqualTo(Power.Index.DUMMY);
    }
    Power.Exact shut = road.on(LocalDate.of(2026, 3, 7)).leverage().power().exact();
    assertThat(shut.of("IR")).isEqualTo(Power.Index.DUMMY);
    assertThat(shut.of("TR").banzhaf()).isEqualTo(Fraction.of(1, 4));
    assertThat(shut.of("GE").banzhaf()).isEqualTo(Fraction.of(1, 4));
  }

  @Test
  void gasHungOnIranAloneUntilThePipelineFromTurkiye() {
    Timeline<List<Coalition>> timeline =
        Araxes.on(CAUCASUS)
            .from("AZ-main")
            .to("AZ-NX")
            .moving(GAS)
            .explainedTimeline(
                years(1993, 2027), question -> question.leverage().minimalConsentCoalitions());

    assertThat(timeline.periods())
        .extracting(period -> period.validity().from())
        .containsExactly(
            LocalDate.of(1993, 1, 1), LocalDate.of(2006, 1, 1), LocalDate.of(2025, 3, 5));
    assertThat(timeline.periods().get(0).answer()).isEmpty();
    assertThat(timeline.periods().get(1).answer()).containsExactly(Coalition.of("AZ", "IR"));
    assertThat(timeline.periods().get(2).answer())
        .hasSize(2)
        .contains(Coalition.of("AZ", "IR"))
        .anyMatch(group -> group.parties().containsAll(List.of("TR", "GE")));
    assertThat(timeline.periods().get(2).cause().orElseThrow().because())
        .extracting(DatedChange::subject)
        .containsExactly(
            "gas-pipeline-bc-igdir-nax-gas--sadarak",
            "gas-pipeline-igdir--bc-igdir-nax-gas",
            "bc-igdir-nax-gas");
  }

  @Test
  void whetherPersonsGetThroughByLandInSummer2026TurnsOnWhatNobodySaysOfTheBorders() {
    Question persons = rail().moving(BY_ROAD).onTerms(Terms.DEFAULT).on(LocalDate.of(2026, 7, 10));
    Bracketed<Boolean> both =
        persons.bracketed(question -> question.routes().fastest().best().isPresent());

    assertThat(both.cautious()).isFalse();
    assertThat(both.hopeful()).isTrue();
    Bracketed.Deciding deciding =
        persons.decidingUnknowns(
            question -> question.routes().fastest().best().isPresent(), Budget.unlimited());
    assertThat(deciding.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(deciding.flipping())
        .allMatch(set -> set.size() == 2)
        .anyMatch(set -> set.contains("bc-bilasuvar") && set.contains("bc-julfa-road"))
        .anyMatch(set -> set.contains("bc-dilucu-sadarak"));
    assertThat(deciding.elements()).doesNotContain("bc-bavra-ninotsminda");
  }

  @Test
  void theFastestRoadRestsOnAssumptionsAndSaysWhich() {
    Question road = rail().moving(ROAD_FREIGHT).onTerms(Terms.DEFAULT).on(LocalDate.of(2025, 8, 7));
    Route route = road.routes().fastest().best().orElseThrow();
    Provenance provenance = road.provenance(List.of(route));

    assertThat(provenance.weakest()).isEqualTo(Confidence.LOW);
    assertThat(provenance.weakestItems())
        .isNotEmpty()
        .allMatch(item -> item.confidence() == Confidence.LOW);
    assertThat(provenance.sources()).allMatch(source -> CAUCASUS.findSource(source).isPresent());
    assertThat(provenance.items()).extracting(Provenance.Item::element).containsAll(route.edges());
  }

  @Test
  void aRouteRestsOnSovereigntyToldByTheTerritoryAndOnTheProvisionThatGrantsTheCompanyItsRole() {
    Question rail = rail().onTerms(Terms.DEFAULT.withPlans(true)).on(LocalDate.of(2029, 1, 1));
    Route route =
        rail.routes().avoidingState("IR").avoidingState("GE").fastest().best().orElseThrow();
    List<String> facts =
        rail.provenance(List.of(route)).items().stream().map(Provenance.Item::toString).toList();

    assertThat(facts)
        .contains(
            "rail-nrnadzor--shvanidzor: sovereign AM (high: osm-borders-100m)",
            "rail-nrnadzor--shvanidzor: operator tdc by tripp-framework-2026-05-26/tdc"
                + " (medium: s03, s14, s15)")
        .anyMatch(fact -> fact.startsWith("tripp-framework-2026-05-26: signed ("));
  }
}
