package org.araxes.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {
  @Test
  void saysNothingMoreThanItMust() {
    Movement freight = Movement.freight().build();
    assertThat(freight.trafficClass()).isEqualTo(TrafficClass.GOODS);
    assertThat(freight.modes()).containsExactly(Mode.ROAD);
    assertThat(freight.gauges()).isEmpty();
    assertThat(freight.flag()).isEmpty();
    assertThat(freight.tonnes()).isEqualTo(20);
    assertThat(Movement.persons().build().modes()).containsExactly(Mode.ROAD, Mode.RAIL, Mode.AIR);
    assertThat(Movement.energy(Mode.GAS).build().trafficClass()).isEqualTo(TrafficClass.ENERGY);
    assertThat(Movement.data().build().modes()).containsExactly(Mode.FIBRE);
  }

  @Test
  void modesReplaceAndGaugesAdd() {
    Movement train =
        Movement.freight().by(Mode.RAIL, Mode.SEA).by(Mode.RAIL).gauge(1520).gauge(1435).build();
    assertThat(train.modes()).containsExactly(Mode.RAIL);
    assertThat(train.gauges()).containsExactly(1435, 1520);
  }

  @Test
  void aBuilderMayGoOnWithoutChangingWhatItMade() {
    Movement.Builder builder = Movement.freight();
    Movement first = builder.build();
    builder.gauge(1520).by(Mode.RAIL).flag("AZ").tonnes(1);
    assertThat(first).isEqualTo(Movement.freight().build());
  }

  @Test
  void movesBySomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Movement.freight().by().build())
        .withMessageContaining("Maybe by(Mode.ROAD");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void anAmountIsFiniteAndNotNegative(double tonnes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Movement.freight().tonnes(tonnes).build());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1520, 15, 1_520_000})
  void aGaugeIsGivenInMillimetres(int gauge) {
    assertThatIllegalArgumentException().isThrownBy(() -> Movement.freight().gauge(gauge).build());
  }

  @Test
  void aPartBelongsToItsState() {
    assertThat(Jurisdictions.stateOf("AZ-NX")).isEqualTo("AZ");
    assertThat(Jurisdictions.stateOf("AZ")).isEqualTo("AZ");
    assertThat(Jurisdictions.within("AZ-NX", "AZ")).isTrue();
    assertThat(Jurisdictions.within("AZ", "AZ-NX")).isFalse();
    assertThat(Jurisdictions.within("AZX", "AZ")).isFalse();
    assertThat(Jurisdictions.within("AZ-NX-1", "AZ-NX")).isTrue();
  }

  @Test
  void aFlagInSmallLettersIsAnErrorAndNotAnotherFlag() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Movement.freight().flag("az-nx").build())
        .withMessageContaining("Maybe AZ-NX?");
  }
}
