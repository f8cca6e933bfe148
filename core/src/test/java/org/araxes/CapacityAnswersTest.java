package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.capacity.AtRisk;
import org.araxes.capacity.Capacity;
import org.araxes.capacity.Flow;
import org.araxes.capacity.Jam;
import org.araxes.capacity.LimitKind;
import org.araxes.capacity.Risk;
import org.araxes.capacity.Spending;
import org.araxes.capacity.UnknownCapacity;
import org.araxes.capacity.Use;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;
import org.araxes.scenario.Scenarios;
import org.araxes.study.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much fits through on the shipped network, as its data have it, in every scenario. */
class CapacityAnswersTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Scenarios SCENARIOS = Datasets.southCaucasusScenarios();
  private static final Movement ROAD =
      Movement.freight().by(Mode.ROAD).flag("AZ").tonnes(20).build();
  private static final Movement RAIL =
      Movement.freight().by(Mode.RAIL).flag("AZ").tonnes(1_000).build();
  private static final Movement POWER = Movement.energy(Mode.POWER).flag("AZ").build();
  private static final LocalDate BEFORE = LocalDate.of(2025, 8, 7);
  private static final LocalDate LATER = LocalDate.of(2031, 1, 1);

  private static Question plain(Movement movement) {
    return Araxes.on(CAUCASUS).from("AZ-main").to("AZ-NX").moving(movement);
  }

  private static Question planned(Movement movement) {
    return plain(movement).on(LATER).onTerms(Terms.DEFAULT.withPlans(true));
  }

  static Stream<String> scenarios() {
    return SCENARIOS.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyMovementHasItsProofInEveryScenario(String scenario) {
    for (Movement movement :
        List.of(
            ROAD,
            RAIL,
            POWER,
            Movement.freight().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(20).build(),
            Movement.persons().flag("AZ").tonnes(1).build(),
            Movement.energy(Mode.GAS).build(),
            Movement.energy(Mode.OIL).build())) {
      Question question = plain(movement).under(SCENARIOS.scenario(scenario));
      Capacity capacity = question.capacity();
      prove(capacity.greatest(), question);
      prove(capacity.assuming(UnknownCapacity.none()).greatest(), question);
      AtRisk risks = capacity.atRisk();
      assertThat(risks.completeness()).isEqualTo(Completeness.COMPLETE);
      if (risks.list().size() > 1) {
        Risk last = risks.list().get(risks.list().size() - 1);
        if (last.kind() == org.araxes.capacity.RiskKind.EDGE) {
          assertThat(capacity.without(List.of(last.what())).amount()).isEqualTo(last.left());
        }
      }
      assertThat(capacity.widestRoute().isPresent())
          .isEqualTo(capacity.greatest().amount().map(most -> most.perDay() > 0).orElse(true));
    }
  }

  private static void prove(Flow flow, Question question) {
    assertThat(flow.completeness()).isEqualTo(Completeness.COMPLETE);
    boolean way = question.connectivity().isConnected();
    if (flow.amount().isEmpty()) {
      assertThat(way).isTrue();
      assertThat(flow.unlimited()).isPresent();
      assertThat(flow.unknowns()).isNotEmpty();
      return;
    }
    double amount = flow.amount().orElseThrow().perDay();
    assertThat(flow.bound()).isEqualTo(flow.amount());
    assertThat(flow.routes().stream().mapToDouble(one -> one.amount().perDay()).sum())
        .isCloseTo(amount, within(1e-6 * (1 + amount)));
    for (Use use : flow.uses()) {
      use.limit()
          .capacity()
          .ifPresent(
              most ->
                  assertThat(use.amount()).isLessThanOrEqualTo(most.perDay() * (1 + 1e-9) + 1e-6));
    }
    Jam jam = flow.jam().orElseThrow();
    assertThat(
            jam.parts().stream()
                .mapToDouble(part -> part.weight() * part.limit().capacity().orElseThrow().perDay())
                .sum())
        .isCloseTo(amount, within(0.01 + 1e-6 * amount));
    assertThat(jam.parts().isEmpty()).isEqualTo(!way);
  }

  @Test
  void beforeAugust2025TrucksWereHeldBackByTwoPostsOfNakhchivanAndTheTurkishPermits() {
    Flow flow = plain(ROAD).on(BEFORE).capacity().greatest();

    assertThat(flow.amount().orElseThrow().perDay())
        .isCloseTo(200 * 20 + 150 * 20 + (65_000 + 85_000) / 365.0 * 20, within(0.01));
    assertThat(flow.jam().orElseThrow().parts())
        .extracting(part -> part.limit().element())
        .containsExactly("bc-julfa-road", "bc-shahtakhti-poldasht", "TR");
    assertThat(flow.jam().orElseThrow().parts().get(2).limit().kind()).isEqualTo(LimitKind.PERMITS);
    assertThat(flow.unknowns()).isNotEmpty();
    assertThat(plain(RAIL).on(BEFORE).capacity().greatest().reason()).isEqualTo("No way is open");
  }

  @Test
  void theYardAtAkhalkalakiIsWhatItsLineCarries() {
    Flow flow = planned(RAIL).capacity().greatest();

    assertThat(flow.amount()).contains(new Throughput(41_096 + 13_699, Unit.TONNES));
    assertThat(flow.uses())
        .filteredOn(use -> use.limit().kind() == LimitKind.YARD && use.limit().known())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.limit().element()).isEqualTo("akhalkalaki");
              assertThat(use.isFull()).isTrue();
            });
    assertThat(planned(RAIL).capacity().atRisk().list())
        .filteredOn(risk -> risk.what().equals("AM"))
        .singleElement()
        .satisfies(risk -> assertThat(risk.left()).contains(new Throughput(13_699, Unit.TONNES)));
    assertThat(planned(RAIL).capacity().cheapest(50_000, Spending.MONEY).routes()).hasSize(2);
  }

  @Test
  void theYardAtAkhalkalakiWasNarrowerBeforeItsLineWasRebuilt() {
    assertThat(
            CAUCASUS.transhipments().stream()
                .filter(place -> place.node().equals("akhalkalaki"))
                .flatMap(place -> place.capacity().stream())
                .map(Throughput::perDay))
        .containsExactly(2_740.0, 13_699.0);
  }

  @Test
  void theAmountByDateIsATimelineLikeAnyOther() {
    Timeline<Optional<Throughput>> power =
        plain(POWER)
            .onTerms(Terms.DEFAULT.withPlans(true))
            .timeline(
                new Validity(BEFORE, LATER), question -> question.capacity().greatest().amount());
    assertThat(power.periods().get(0).answer()).contains(new Throughput(100, Unit.MEGAWATTS));
    assertThat(power.periods().get(power.periods().size() - 1).answer())
        .contains(new Throughput(1_100, Unit.MEGAWATTS));
  }
}
