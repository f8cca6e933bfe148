package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void shortDistancesKeepOneDigitAndLongOnesSeparateTheirThousands() {
    assertThat(Numbers.km(new Distance(8_240))).isEqualTo("8.2 km");
    assertThat(Numbers.km(new Distance(9_960))).isEqualTo("10 km");
    assertThat(Numbers.km(new Distance(1_122_400))).isEqualTo("1,122 km");
    assertThat(Numbers.km(Distance.ZERO)).isEqualTo("0.0 km");
  }

  @Test
  void timesReadAsHoursAndMinutes() {
    assertThat(Numbers.hours(Duration.ofMinutes(31 * 60 + 20))).isEqualTo("31 h 20 min");
    assertThat(Numbers.hours(Duration.ofHours(6))).isEqualTo("6 h");
    assertThat(Numbers.hours(Duration.ofSeconds(59 * 60 + 30))).isEqualTo("1 h");
    assertThat(Numbers.hours(Duration.ZERO)).isEqualTo("0 min");
    assertThat(Numbers.hours(Duration.ofMinutes(-90))).isEqualTo("-1 h 30 min");
  }

  @Test
  void fractionsStayExactBesideTheirPercentage() {
    assertThat(Numbers.share(Fraction.of(5, 8))).isEqualTo("5/8 (62.5 %)");
    assertThat(Numbers.usd(1_631.5)).isEqualTo("1,632 USD");
  }
}
