package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

  private static Scenario scenario(String id, String base) {
    return Scenario.named(id).extending(base).source("of-" + id).refuse("party-" + id).build();
  }

  private static List<String> refusing(Scenario scenario) {
    return scenario.changes().stream().map(change -> ((Change.Refuse) change).party()).toList();
  }

  @Test
  void changesOfTheBaseComeFirst() {
    Scenarios all =
        Scenarios.of(List.of(scenario("c", "b"), scenario("a", ""), scenario("b", "a")));

    assertThat(refusing(all.scenario("c"))).containsExactly("party-a", "party-b", "party-c");
    assertThat(all.scenario("c").base()).isEmpty();
    assertThat(all.scenario("c").sources()).containsExactly("of-a", "of-b", "of-c");
    assertThat(all.ids()).containsExactly("c", "a", "b");
    assertThat(all.asWritten().get(0).base()).isEqualTo("b");
  }

  @Test
  void theDayIsThatOfTheNearestScenarioThatHasOne() {
    Scenarios all =
        Scenarios.of(
            List.of(
                Scenario.named("a").on(DAY).build(),
                Scenario.named("b").extending("a").build(),
                Scenario.named("c").extending("b").on(DAY.plusDays(1)).build()));

    assertThat(all.scenario("b").date()).contains(DAY);
    assertThat(all.scenario("c").date()).contains(DAY.plusDays(1));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    InvalidScenarioException invalid =
        catchThrowableOfType(
            InvalidScenarioException.class,
            () ->
                Scenarios.of(
                    List.of(
                        scenario("one", "three"),
                        scenario("two", "one"),
                        scenario("three", "two"),
                        scenario("tail", "two"),
                        scenario("lost", "thre"),
                        scenario("tail", ""))));

    assertThat(invalid.findings())
        .extracting("code")
        .containsExactly("duplicate_id", "unknown_scenario", "scenario_cycle");
    assertThat(invalid)
        .hasMessageContaining("one -> three -> two -> one")
        .hasMessageContaining("Maybe \"three\"?");
  }

  @Test
  void chainsOfAnyLengthArePutTogether() {
    List<Scenario> chain = new ArrayList<>();
    chain.add(scenario("s0", ""));
    for (int i = 1; i < 20_000; i++) {
      chain.add(scenario("s" + i, "s" + (i - 1)));
    }

    assertThat(Scenarios.of(chain).scenario("s19999").changes()).hasSize(20_000);
  }

  @Test
  void whatIsNotThereIsAskedForInVain() {
    Scenarios all = Scenarios.of(List.of(scenario("tripp-open", "")));

    assertThat(all.findScenario("tripp")).isEmpty();
    assertThatThrownBy(() -> all.scenario("trip-open"))
        .hasMessage("No scenario \"trip-open\" among the 1. Maybe \"tripp-open\"?");
    assertThat(Scenarios.none().scenarios()).isEmpty();
  }

  @Test
  void aScenarioIsNotAppliedWithoutItsBase() {
    TransitNetwork empty = TransitNetwork.builder("empty").build();

    assertThatThrownBy(() -> scenario("b", "a").applyTo(empty))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("Maybe take it from Scenarios");
    assertThatThrownBy(() -> Scenario.named("x").build().then(scenario("b", "a")))
        .hasMessageContaining("extends");
  }

  @Test
  void everyChangeHasItsOwnName() {
    List<Change> changes =
        Scenario.named("all")
            .status(org.araxes.network.Status.DISUSED, "x")
            .open("x")
            .close("x")
            .refuse("x")
            .lapse("x")
            .enter("x")
            .suspend("x")
            .role(org.araxes.network.RoleKind.OPERATOR, "y", "x")
            .stake("x", "y", org.araxes.quantity.Share.NONE)
            .delay(java.time.Duration.ZERO, "x")
            .speed(1, "x")
            .build()
            .changes();

    assertThat(changes)
        .extracting(Change::op)
        .containsExactly(
            "status", "open", "close", "refuse", "lapse", "enter", "suspend", "role", "stake",
            "delay", "speed");
  }
}
