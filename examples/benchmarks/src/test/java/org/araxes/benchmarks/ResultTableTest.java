package org.araxes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.50 ns",
    "9.94, 9.9 ns",
    "9.96, 10 ns",
    "1500, 1.5 µs",
    "60000, 60 µs",
    "123456789, 123 ms",
    "6000000000, 6.0 s",
    "1234000000000, 1 234 s"
  })
  void timesAreShownInTheUnitThatFits(double nanoseconds, String shown) {
    assertThat(ResultTable.time(nanoseconds)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0 B", "22.9, 23 B", "1500, 1.5 kB", "23456789, 23 MB", "6000000000, 6.0 GB"})
  void bytesAreShownInTheUnitThatFits(double bytes, String shown) {
    assertThat(ResultTable.bytes(bytes)).isEqualTo(shown);
  }
}
