package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.io.Datasets;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class SouthCaucasusCausesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();

  @Test
  void theClosingOfShahtakhtiLedToThoseOfBilasuvarAndJulfa() {
    CommonCause answer = CAUCASUS.commonCause("retaliation-2013-11");
    assertThat(answer.kind()).isEqualTo(CommonCauseKind.RETALIATION);
    assertThat(answer.trigger()).isEqualTo("bc-shahtakhti-poldasht");
    assertThat(answer.members()).containsExactly("bc-bilasuvar", "bc-julfa-road");
    assertThat(answer.by()).isEqualTo("IR");
    assertThat(answer.evidence().sources()).containsExactly("s40");
    assertThat(CAUCASUS.on(DAY).commonCausesOf("bc-bilasuvar"))
        .extracting(CommonCause::id)
        .containsExactly("retaliation-2013-11", "security-2026-03");
    assertThat(CAUCASUS.on(LocalDate.of(2013, 11, 4)).commonCauses()).isEmpty();
  }

  @Test
  void whatACauseTookOutWasShutOnThoseDaysByThatParty() {
    for (String id : CAUCASUS.commonCause("security-2026-03").members()) {
      assertThat(shut(CAUCASUS.crossing(id), DAY, "AZ")).as(id).isTrue();
    }
    for (String id : CAUCASUS.commonCause("retaliation-2013-11").members()) {
      assertThat(shut(CAUCASUS.crossing(id), LocalDate.of(2013, 11, 8), "IR")).as(id).isTrue();
    }
  }

  private static boolean shut(Crossing crossing, LocalDate day, String by) {
    return crossing.facts().stream()
        .filter(fact -> fact.state().filter(s -> s == CrossingState.CLOSED).isPresent())
        .filter(fact -> fact.validity().contains(day))
        .map(CrossingFact::by)
        .anyMatch(by::equals);
  }

  @Test
  void whatIsNoFrequencySaysThatItIsAnAssumptionAndEveryStateHasTheSameNumbers() {
    NetworkSnapshot today = CAUCASUS.on(DAY);
    for (SurvivalFact fact : CAUCASUS.survivals()) {
      assertThat(fact.evidence().sources()).as(fact.subject()).contains("assumption-probabilities");
      assertThat(
              CAUCASUS.findParty(fact.subject()).isEmpty()
                  || fact.basis() == SurvivalBasis.ASSUMPTION)
          .as(fact.subject())
          .isTrue();
    }
    for (String state : new String[] {"AM", "AZ", "GE", "IR", "RU", "TR", "US"}) {
      assertThat(today.survival(state)).as(state).contains(Probability.between(0.9, 0.99));
    }
    assertThat(today.survival("security-2026-03")).contains(Probability.of(0.999212));
    assertThat(today.commonCauses()).allMatch(one -> today.survival(one.id()).isPresent());
  }
}
