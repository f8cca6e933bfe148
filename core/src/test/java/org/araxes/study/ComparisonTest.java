package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenario;
import org.araxes.study.Comparison.Aspect;
import org.araxes.study.Comparison.Difference;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);

  private static Case road(Optional<Scenario> scenario) {
    return new Case(
        "road",
        "",
        scenario,
        DAY,
        Terms.DEFAULT,
        "Road freight",
        Movement.freight().by(Mode.ROAD).flag("AZ").build(),
        "baku",
        "nakhchivan");
  }

  @Test
  void aCaseDiffersInNothingFromItself() {
    Comparison same = Comparison.of(CAUCASUS, road(Optional.empty()), road(Optional.empty()));
    assertThat(same.differences()).isEmpty();
    assertThat(same.lines()).containsExactly("= No answer differs.");
  }

  @Test
  void whenIranRefusesGeorgiaAndTurkiyeGetAVeto() {
    Scenario refusal = Scenario.named("refusal").refuse("IR").build();
    Comparison comparison =
        Comparison.of(CAUCASUS, road(Optional.empty()), road(Optional.of(refusal)));
    assertThat(comparison.find(Aspect.VETO, "GE")).get().matches(Difference::gained);
    assertThat(comparison.find(Aspect.VETO, "TR")).get().matches(Difference::gained);
    assertThat(comparison.differences())
        .anyMatch(
            one -> one.aspect() == Aspect.CONSENT && one.subject().contains("IR") && one.lost());
    assertThat(comparison.find(Aspect.POWER, "IR"))
        .get()
        .extracting(Difference::after)
        .isEqualTo("0");
    assertThat(comparison.differences())
        .allSatisfy(
            one -> {
              assertThat(one.suffices()).containsExactly(0);
              assertThat(one.needed()).containsExactly(0);
            });
    assertThat(comparison.lines()).contains("+ veto of GE").anyMatch(l -> l.startsWith("* time"));
  }

  @Test
  void tellsWhichChangeIsEnoughAndWhichIsNeeded() {
    Scenario both = Scenario.named("both").refuse("IR").refuse("GE").refuse("RU").build();
    Comparison comparison =
        Comparison.of(CAUCASUS, road(Optional.empty()), road(Optional.of(both)));
    assertThat(comparison.steps()).containsExactly("IR refuses", "GE refuses", "RU refuses");
    // No way is left: neither alone does that, and both are needed.
    Difference severed = comparison.find(Aspect.TIME, "").orElseThrow();
    assertThat(severed.after()).isEqualTo("none");
    assertThat(severed.suffices()).isEmpty();
    assertThat(severed.needed()).containsExactly(0, 1);
    Difference lost =
        comparison.differences().stream()
            .filter(one -> one.aspect() == Aspect.CONSENT && one.subject().contains("IR"))
            .findFirst()
            .orElseThrow();
    assertThat(lost.suffices()).containsExactly(0);
    assertThat(lost.needed()).containsExactly(0);
  }

  @Test
  void stepsAreTheChangesThatTheScenariosDoNotShareAndTheDay() {
    Scenario one = Scenario.named("one").refuse("RU").refuse("GE").build();
    Scenario other = Scenario.named("other").refuse("RU").refuse("IR").build();
    Case later =
        new Case(
            "road",
            "",
            Optional.of(other),
            DAY.plusDays(1),
            Terms.DEFAULT,
            "Road freight",
            Movement.freight().by(Mode.ROAD).flag("AZ").build(),
            "baku",
            "nakhchivan");
    assertThat(Comparison.of(CAUCASUS, road(Optional.of(one)), later).steps())
        .isEqualTo(List.of("day: 2025-08-07 -> 2025-08-08", "without: GE refuses", "IR refuses"));
  }

  @Test
  void aSmallBudgetLeavesTheDifferencesAndSaysThatReasonsAreMissing() {
    Scenario both = Scenario.named("both").refuse("IR").refuse("GE").build();
    Comparison comparison =
        Comparison.of(CAUCASUS, road(Optional.empty()), road(Optional.of(both)), Budget.ofSteps(1));
    assertThat(comparison.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(comparison.differences()).isNotEmpty();
  }
}
