package org.araxes.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {
  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -Double.MIN_VALUE,
        1.000_000_000_000_000_2,
        95
      })
  void whatIsNoProbabilityIsRefusedOnEitherSide(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Probability.of(value))
        .withMessageContaining("between 0 and 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Probability.between(value, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Probability.between(0, value));
  }

  @Test
  void boundsTheWrongWayRoundAreToldApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Probability.between(0.9, 0.1))
        .withMessageContaining("Maybe the two are swapped?");
  }

  @Test
  void aNegativeZeroIsZero() {
    assertThat(Probability.of(-0.0)).isEqualTo(Probability.IMPOSSIBLE);
    assertThat(Probability.CERTAIN.complement()).isEqualTo(Probability.IMPOSSIBLE);
  }

  @Test
  void exactMeansOneNumber() {
    assertThat(Probability.of(0.95).exact()).isTrue();
    assertThat(Probability.UNKNOWN.exact()).isFalse();
    assertThat(Probability.of(0.95)).hasToString("0.95");
    assertThat(Probability.between(0.5, 0.75)).hasToString("0.5 to 0.75");
  }

  @Test
  void theOppositeSwapsTheBoundsAndIndependentThingsMultiply() {
    Probability some = Probability.between(0.25, 0.5);
    assertThat(some.complement()).isEqualTo(Probability.between(0.5, 0.75));
    assertThat(some.complement().complement()).isEqualTo(some);
    assertThat(some.and(Probability.of(0.5))).isEqualTo(Probability.between(0.125, 0.25));
    assertThat(Probability.of(0.1).and(Probability.of(0.2)).low()).isCloseTo(0.02, within(1e-15));
  }
}
