package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.ControlRule;
import org.araxes.quantity.Distance;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static Step leg(String edge, String from, String to, String jurisdiction, double km) {
    return new Step.Leg(
        edge,
        from,
        to,
        Mode.ROAD,
        jurisdiction,
        Distance.ofKilometres(km),
        Duration.ofHours(1),
        10);
  }

  private static Step border(String crossing, String from, String to) {
    return new Step.BorderPassing(crossing, from, to, Mode.ROAD, Duration.ofHours(2), 5, false);
  }

  private static Route route(String from, String to, Step... steps) {
    return new Route(from, to, List.of(steps), ControlRule.free());
  }

  @Test
  void sumsItsSteps() {
    Route route =
        route(
            "a",
            "e",
            leg("1", "a", "x", "AZ", 10),
            border("x", "AZ", "IR"),
            leg("2", "x", "y", "IR", 20),
            border("y", "IR", "AZ-NX"),
            leg("3", "y", "d", "AZ-NX", 30),
            new Step.Transfer("d", Mode.ROAD, 0, Mode.RAIL, 1520, Duration.ofHours(4), 7),
            leg("4", "d", "e", "AZ-NX", 40));
    assertThat(route.length()).isEqualTo(Distance.ofKilometres(100));
    assertThat(route.duration()).isEqualTo(Duration.ofHours(12));
    assertThat(route.usd()).isEqualTo(57);
    assertThat(route.legs()).hasSize(4);
    assertThat(route.crossings()).hasSize(2);
    assertThat(route.transfers()).hasSize(1);
    assertThat(route.nodes()).containsExactly("a", "x", "y", "d", "e");
    assertThat(route.edges()).containsExactly("1", "2", "3", "4");
    assertThat(route.jurisdictions()).containsExactly("AZ", "IR", "AZ-NX");
    assertThat(route.states()).containsExactly("AZ", "IR");
    assertThat(route.lengthByJurisdiction())
        .containsExactly(
            entry("AZ", Distance.ofKilometres(10)),
            entry("IR", Distance.ofKilometres(20)),
            entry("AZ-NX", Distance.ofKilometres(70)));
    assertThat(route.durationByJurisdiction()).containsEntry("AZ-NX", Duration.ofHours(2));
  }

  @Test
  void comingBackIntoAJurisdictionCountsAgain() {
    Route route =
        route(
            "a",
            "d",
            leg("1", "a", "x", "AZ", 1),
            border("x", "AZ", "AM"),
            leg("2", "x", "y", "AM", 1),
            border("y", "AM", "AZ"),
            leg("3", "y", "d", "AZ", 1));
    assertThat(route.jurisdictions()).containsExactly("AZ", "AM", "AZ");
    assertThat(route.lengthByJurisdiction()).hasSize(2);
  }

  @Test
  void theStepsJoin() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> route("a", "c", leg("1", "b", "c", "AZ", 1)))
        .withMessageContaining("is at a but its next step starts at b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> route("a", "c", leg("1", "a", "b", "AZ", 1)))
        .withMessageContaining("ends at b, not at c");
    assertThatIllegalArgumentException().isThrownBy(() -> route("a", "a", border("x", "AZ", "AM")));
    assertThatIllegalArgumentException().isThrownBy(() -> route("a", "b"));
    assertThat(route("a", "a").nodes()).containsExactly("a");
    assertThat(route("a", "a").jurisdictions()).isEmpty();
  }

  @Test
  void assumptionsAreCompleteAndPositive() {
    Assumptions given = Assumptions.DEFAULT;
    Map<Mode, Double> noRoad = new EnumMap<>(given.goodsKmh());
    noRoad.remove(Mode.ROAD);
    Map<Mode, Double> standing = new EnumMap<>(given.goodsKmh());
    standing.put(Mode.ROAD, 0.0);
    Map<Mode, Double> unknown = new EnumMap<>(given.goodsKmh());
    unknown.put(Mode.ROAD, Double.NaN);
    for (Map<Mode, Double> wrong : List.of(noRoad, standing, unknown)) {
      assertThatIllegalArgumentException().isThrownBy(() -> with(wrong, 0.75, Duration.ZERO));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> with(given.goodsKmh(), 0, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(given.goodsKmh(), Double.NaN, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(given.goodsKmh(), 1, Duration.ofSeconds(-1)));
    assertThat(given.wait(Movement.persons().build())).isEqualTo(Duration.ofMinutes(60));
    assertThat(given.wait(Movement.energy(Mode.GAS).build())).isZero();
    assertThat(given.feeUsd(Movement.persons().build())).isZero();
    assertThat(given.usdPerKm(Movement.persons().tonnes(2).build(), Mode.ROAD)).isEqualTo(0.08);
    assertThat(Terms.DEFAULT.withAssumptions(with(given.goodsKmh(), 1, Duration.ZERO)))
        .isNotEqualTo(Terms.DEFAULT);
  }

  private static Assumptions with(
      Map<Mode, Double> goodsKmh, double statedSpeedShare, Duration wait) {
    Assumptions given = Assumptions.DEFAULT;
    return new Assumptions(
        goodsKmh,
        given.personsKmh(),
        statedSpeedShare,
        wait,
        given.personsWait(),
        given.goodsFeeUsd(),
        given.usdPerTonneKm(),
        given.usdPerPersonKm(),
        given.transhipUsdPerTonne());
  }
}
