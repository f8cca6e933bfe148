package org.araxes.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static Fraction any(Random random) {
    return Fraction.of(random.nextInt(2_001) - 1_000, 1 + random.nextInt(1_000));
  }

  @Test
  void isKeptInLowestTermsWithThePositiveDenominator() {
    assertThat(Fraction.of(-6, -8)).isEqualTo(Fraction.of(3, 4)).hasToString("3/4");
    assertThat(Fraction.of(6, -8)).hasToString("-3/4");
    assertThat(Fraction.of(0, -7)).isEqualTo(Fraction.ZERO).hasToString("0");
    assertThat(Fraction.of(14, 7)).hasToString("2");
  }

  @Test
  void hasNoDenominatorOfZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.parse("1/0"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    "3/4, 3, 4",
    "0.75, 3, 4",
    "2, 2, 1",
    "-0.5, -1, 2",
    "' 1 / 3 ', 1, 3",
    "1e2, 100, 1",
    "33.34, 1667, 50"
  })
  void readsFractionsAndDecimals(String text, long numerator, long denominator) {
    assertThat(Fraction.parse(text)).isEqualTo(Fraction.of(numerator, denominator));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "1/2/3", "1/", "/2", "NaN", "Infinity", "50 %", "1e999999999", "1e-101"})
  void refusesWhatIsNotAFraction(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.parse(text));
  }

  @Test
  void refusesATextThatWouldTakeForeverToRead() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.parse("1".repeat(101)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void calculatesLikeCrossMultiplication(long seed) {
    Random random = new Random(seed);
    Fraction a = any(random);
    Fraction b = any(random);
    long an = a.numerator().longValueExact();
    long ad = a.denominator().longValueExact();
    long bn = b.numerator().longValueExact();
    long bd = b.denominator().longValueExact();
    assertThat(a.plus(b)).isEqualTo(Fraction.of(an * bd + bn * ad, ad * bd));
    assertThat(a.minus(b)).isEqualTo(Fraction.of(an * bd - bn * ad, ad * bd));
    assertThat(a.times(b)).isEqualTo(Fraction.of(an * bn, ad * bd));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Long.signum(an * bd - bn * ad));
    if (bn != 0) {
      assertThat(a.dividedBy(b)).isEqualTo(Fraction.of(an * bd, ad * bn));
    }
    assertThat(Fraction.parse(a.toString())).isEqualTo(a);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesTheNearestFloatingPointNumber(long seed) {
    Random random = new Random(seed);
    Fraction any = any(random);
    double expected =
        any.numerator().longValueExact() / (double) any.denominator().longValueExact();
    assertThat(any.toDouble()).isEqualTo(expected == 0 ? 0.0 : expected);
    Fraction large =
        new Fraction(new BigInteger(300, random), new BigInteger(300, random).setBit(299));
    assertThat(large.toDouble())
        .isEqualTo(
            new BigDecimal(large.numerator())
                .divide(new BigDecimal(large.denominator()), new MathContext(60))
                .doubleValue());
  }

  @Test
  void roundsAPercentageHalfUp() {
    assertThat(Fraction.of(5, 8).toPercent(1)).isEqualTo("62.5");
    assertThat(Fraction.of(5, 8).toPercent(0)).isEqualTo("63");
    assertThat(Fraction.of(1, 3).toPercent(2)).isEqualTo("33.33");
    assertThat(Fraction.of(-1, 3).toPercent(2)).isEqualTo("-33.33");
  }
}
