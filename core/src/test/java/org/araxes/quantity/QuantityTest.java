package org.araxes.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @ValueSource(
      doubles = {
        -1,
        -Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void nothingThatIsMeasuredIsNegativeOrEndless(double number) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Distance(number));
    assertThatIllegalArgumentException().isThrownBy(() -> Distance.ofKilometres(number));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Throughput(number, Throughput.Unit.TONNES))
        .withMessageContaining("t/day");
  }

  @Test
  void kilometresAreAThousandMetres() {
    assertThat(Distance.ofKilometres(1.5)).isEqualTo(new Distance(1_500));
    assertThat(new Distance(2_500).kilometres()).isEqualTo(2.5);
    assertThat(new Distance(1).plus(new Distance(2))).isEqualTo(new Distance(3));
    assertThat(new Distance(1)).isLessThan(new Distance(2));
    assertThatIllegalArgumentException().isThrownBy(() -> Distance.ofKilometres(Double.MAX_VALUE));
  }

  @Test
  void aShareLiesBetweenNothingAndTheWhole() {
    assertThat(Share.ofPercent(0)).isEqualTo(Share.NONE);
    assertThat(Share.ofPercent(100)).isEqualTo(Share.WHOLE);
    assertThatIllegalArgumentException().isThrownBy(() -> Share.ofPercent(101));
    assertThatIllegalArgumentException().isThrownBy(() -> Share.ofPercent(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Share.parse("5/4"));
    assertThat(Share.ofPercent(26)).isLessThan(Share.ofPercent(74));
  }

  @ParameterizedTest
  @CsvSource({
    "74, 74 %",
    "33.34, 33.34 %",
    "12.5, 12.5 %",
    "100, 100 %",
    "0, 0 %",
    "10, 10 %",
    "1/3, 1/3",
    "1/2, 50 %"
  })
  void aShareIsWrittenAsItWasRead(String text, String written) {
    assertThat(Share.parse(text)).hasToString(written);
  }

  @Test
  void moneyOfOneCurrencyAddsUp() {
    assertThat(Money.usd(1.25).plus(Money.usd(2)).amount()).isEqualByComparingTo("3.25");
    assertThat(new Money(new BigDecimal("0.1"), Money.usd(0).currency()).amount())
        .isEqualByComparingTo("0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.usd(1).plus(Money.of(1, "EUR")))
        .withMessageContaining("EUR");
    assertThatIllegalArgumentException().isThrownBy(() -> Money.usd(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.usd(Double.NEGATIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "XYZW"));
  }

  @ParameterizedTest
  @EnumSource(Throughput.Unit.class)
  void everyUnitIsFoundByItsCode(Throughput.Unit unit) {
    assertThat(Throughput.Unit.ofCode(unit.code())).isEqualTo(unit);
  }

  @Test
  void anUnknownUnitIsAnsweredWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Throughput.Unit.ofCode("tonnes"))
        .withMessageContaining("Maybe one of t/day, trains/day");
  }
}
