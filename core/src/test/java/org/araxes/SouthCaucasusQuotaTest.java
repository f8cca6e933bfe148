package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Quota;
import org.araxes.border.QuotaState;
import org.araxes.io.Datasets;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;

class SouthCaucasusQuotaTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).flag("AZ").build();

  private static List<Impediment> permits(String crossing, String from, String to, LocalDate day) {
    return CAUCASUS
        .on(day)
        .moving(TRUCK)
        .atCrossing(CAUCASUS.crossing(crossing), Mode.ROAD, from, to)
        .stream()
        .filter(found -> found.kind() == ImpedimentKind.PERMIT)
        .toList();
  }

  @Test
  void trucksOfAzerbaijanNeedOneOfSoManyPermitsOfTurkiyeIn2025WhereverTheyEnter() {
    LocalDate day = LocalDate.of(2025, 8, 7);
    assertThat(CAUCASUS.on(day).quotas("AZ", "TR"))
        .extracting(quota -> quota.amount().orElseThrow())
        .containsExactlyInAnyOrder(65_000.0, 85_000.0, 15_000.0, 5_000.0);
    assertThat(permits("bc-dilucu-sadarak", "AZ-NX", "TR", day))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isEqualTo(Effect.SLOWS);
              assertThat(found.by()).containsExactly("TR");
              assertThat(found.instrument()).isEqualTo("az-tr-quota-2025");
              assertThat(found.evidence().sources()).containsExactly("s71");
            });
    assertThat(permits("bc-turkgozu", "GE", "TR", day)).hasSize(1);
    assertThat(permits("bc-dilucu-sadarak", "TR", "AZ-NX", day)).isEmpty();
    assertThat(CAUCASUS.on(LocalDate.of(2026, 1, 1)).quotas("AZ", "TR")).isEmpty();
  }

  @Test
  void permitsRanShortAtTheBorderWithIranInAugust2024() {
    LocalDate day = LocalDate.of(2024, 8, 7);
    assertThat(CAUCASUS.on(day.minusDays(1)).quotas("AZ", "IR")).isEmpty();
    assertThat(CAUCASUS.on(day).quotas("AZ", "IR"))
        .extracting(Quota::state)
        .containsExactly(QuotaState.SCARCE);
    assertThat(permits("bc-bilasuvar", "AZ", "IR", day))
        .singleElement()
        .extracting(Impediment::effect)
        .isEqualTo(Effect.SLOWS);
  }
}
