package org.araxes.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of the ways between Azerbaijan's two parts comes out of the shipped dataset. */
class ShippedRoutesTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate BEFORE_THE_DECLARATION = LocalDate.of(2025, 8, 7);

  @ParameterizedTest
  @EnumSource
  void lorriesWentThroughIranBeforeTheDeclaration(Aim aim) {
    Route best = lorries().best(aim, 1).best().orElseThrow();
    assertThat(best.states()).containsExactly("AZ", "IR");
    assertThat(best.consents()).contains("AZ", "IR").doesNotContain("GE", "TR", "AM");
    assertThat(best.crossings()).hasSize(2);
  }

  @Test
  void withoutIranLorriesWentThroughGeorgiaAndTurkey() {
    RouteSearch withoutIran = lorries().avoidingState("IR");
    assertThat(withoutIran.fastest().best().orElseThrow().states())
        .containsExactly("AZ", "GE", "TR");
    RouteAnswer.NoRoute none = RoutePlannerTest.no(withoutIran.avoidingParty("TR").fastest());
    assertThat(none.cause()).isEqualTo(RouteAnswer.Cause.LIMITS);
    assertThat(none.binding()).hasSize(2);
    assertThat(none.obstacles()).isNotEmpty();
  }

  @Test
  void lorriesCanBeMadeToPassTurkeyButNotArmenia() {
    Route route = lorries().passingState("TR").avoidingState("IR").cheapest().best().orElseThrow();
    assertThat(route.states()).contains("TR");
    assertThat(lorries().passingState("AM").fastest().best()).isEmpty();
  }

  @Test
  void noTrainCouldPassBeforeTheDeclaration() {
    RouteAnswer.NoRoute none = RoutePlannerTest.no(trains(BEFORE_THE_DECLARATION).fastest());
    assertThat(none.cause()).isEqualTo(RouteAnswer.Cause.BARRED);
    assertThat(none.obstacles()).isNotEmpty();
    assertThat(none.deadEnds())
        .extracting(Obstacle::element)
        .contains("rail-agbend--bc-agbend-nrnadzor");
    assertThat(none.sentence()).startsWith("No route: barred by ");
  }

  @Test
  void trainsPassedMeghriInTheEighties() {
    Route route = trains(LocalDate.of(1985, 1, 1)).fastest().best().orElseThrow();
    assertThat(route.nodes()).contains("meghri-station");
    assertThat(route.states()).containsExactly("AZ", "AM");
  }

  private static RouteSearch lorries() {
    return RoutePlanner.on(
            CAUCASUS.on(BEFORE_THE_DECLARATION).moving(Movement.freight().flag("AZ").build()))
        .between("AZ-main", "AZ-NX");
  }

  private static RouteSearch trains(LocalDate day) {
    return RoutePlanner.on(
            CAUCASUS.on(day).moving(Movement.freight().by(Mode.RAIL).flag("AZ").build()))
        .between("AZ-main", "AZ-NX");
  }
}
