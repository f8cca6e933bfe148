package org.araxes.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;

/** What the standards say of the shipped dataset. */
class ShippedPassageTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Movement LORRY = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final LocalDate BEFORE_TRIPP = LocalDate.of(2025, 8, 7);
  private static final LocalDate WITH_TRIPP = LocalDate.of(2029, 1, 15);

  private static Passage passage(TransitNetwork network, Movement movement, LocalDate date) {
    return Passage.of(
        network.on(date).moving(movement), network.endpoint("AZ-main"), network.endpoint("AZ-NX"));
  }

  private static Passage under(String scenario, Movement movement) {
    return passage(
        Datasets.southCaucasusScenarios().scenario(scenario).applyTo(CAUCASUS),
        movement,
        WITH_TRIPP);
  }

  @Test
  void beforeTrippLorriesPassLawfullyButNotUnimpededByAnyReading() {
    Grade grade = passage(CAUCASUS, LORRY, BEFORE_TRIPP).grade();

    assertThat(grade.reached()).containsExactly("physical", "lawful", "veto-free", "gatt-minimum");
    assertThat(grade.of("veto-free").ways())
        .extracting(Route::states)
        .containsExactly(List.of("AZ", "IR"), List.of("AZ", "GE", "TR"));
    assertThat(grade.of("sovereign").cut()).contains("bc-astara-road", "bc-red-bridge");
  }

  @Test
  void beforeTrippTrainsReachNoStandardAtAll() {
    assertThat(passage(CAUCASUS, TRAIN, BEFORE_TRIPP).grade().truths().values())
        .containsOnly(Truth.NO);
  }

  @Test
  void theFrontOfficeMeetsTheHostsReadingAndNotTheSenders() {
    for (Movement movement : List.of(LORRY, TRAIN)) {
      Grade host = under("tripp-open", movement).grade();
      assertThat(host.of("declaration-host-reading").truth()).isEqualTo(Truth.YES);
      assertThat(host.of("declaration-sender-reading").truth()).isEqualTo(Truth.NO);
      assertThat(host.of("uncontrolled").truth()).isEqualTo(Truth.NO);

      Grade sender = under("tripp-open-sender-reading", movement).grade();
      assertThat(sender.of("declaration-host-reading").truth()).isEqualTo(Truth.YES);
      assertThat(sender.of("declaration-sender-reading").truth()).isEqualTo(Truth.YES);
      assertThat(sender.of("sovereign").truth()).isEqualTo(Truth.NO);
    }
  }

  @Test
  void officersInPlaceOfRobotsMeetNeitherReading() {
    Grade grade = under("s4", TRAIN).grade();

    assertThat(grade.of("declaration-host-reading").truth()).isEqualTo(Truth.NO);
    assertThat(grade.of("declaration-sender-reading").truth()).isEqualTo(Truth.NO);
    assertThat(grade.of("lawful").truth()).isEqualTo(Truth.YES);
  }

  @Test
  void armeniaAndTheUnitedStatesCanEachStopTheOnlyRailway() {
    assertThat(under("tripp-open", TRAIN).grade().of("veto-free").parties())
        .containsExactly("AM", "US");
  }

  @Test
  void delaysOnARouteSumUpToItsTimeAtBordersAndChanges() {
    Passage passage = passage(CAUCASUS, LORRY, BEFORE_TRIPP);
    for (Route route : passage.judge(Standards.vetoFree()).ways()) {
      Duration waits =
          route.crossings().stream()
              .map(step -> step.duration())
              .reduce(Duration.ZERO, Duration::plus);
      List<Impediment> found = passage.impediments(route);
      assertThat(found.stream().map(Impediment::delay).reduce(Duration.ZERO, Duration::plus))
          .isEqualTo(waits);
      assertThat(found)
          .filteredOn(one -> one.kind() == ImpedimentKind.FOREIGN_CONTROL)
          .flatExtracting(Impediment::by)
          .containsExactlyElementsOf(
              route.states().stream().filter(state -> !state.equals("AZ")).toList());
    }
  }
}
