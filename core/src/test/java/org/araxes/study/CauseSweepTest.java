package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;

class CauseSweepTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static Case road(Optional<Scenario> scenario) {
    return new Case(
        "road",
        "Road",
        scenario,
        DAY,
        Terms.DEFAULT,
        "Road freight",
        Movement.freight().by(Mode.ROAD).flag("AZ").build(),
        "baku",
        "nakhchivan");
  }

  @Test
  void everyCauseIsWhatItsScenarioSays() {
    Sweep sweep = Sweep.of(CAUCASUS, road(Optional.empty())).overCauses().run();

    assertThat(sweep.examined()).isEqualTo(CAUCASUS.on(DAY).commonCauses().size());
    assertThat(sweep.outages())
        .extracting(Outage::what)
        .contains("cause retaliation-2013-11", "cause security-2026-03")
        .doesNotContain("cause iran-airspace-2026-02");
    for (Outage outage : sweep.outages()) {
      Scenario happened = Scenario.named("s").happen(outage.failures().first().id()).build();
      assertThat(outage.detour().map(route -> route.steps()))
          .as(outage.what())
          .isEqualTo(
              Sweep.of(CAUCASUS, road(Optional.of(happened)))
                  .overElements(List.of("fir-az-ge"))
                  .run()
                  .baselines()
                  .get(0)
                  .map(route -> route.steps()));
    }
  }

  @Test
  void aCauseThatTheDaySaysNothingOfCanBeNamedAndAnUnknownOneIsRefused() {
    Sweep early =
        Sweep.of(CAUCASUS, road(Optional.empty())).on(LocalDate.of(2013, 10, 1)).overCauses().run();
    assertThat(early.examined()).isZero();
    Sweep named =
        Sweep.of(CAUCASUS, road(Optional.empty()))
            .on(LocalDate.of(2013, 10, 1))
            .overCauses(List.of("retaliation-2013-11"))
            .run();
    assertThat(named.outages()).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Sweep.of(CAUCASUS, road(Optional.empty())).overCauses(List.of("retaliation")).run())
        .withMessageContaining("Maybe \"retaliation-2013-11\"");
  }
}
