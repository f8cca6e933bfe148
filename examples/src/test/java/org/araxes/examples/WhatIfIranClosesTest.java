package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WhatIfIranClosesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/what-if-iran-closes.txt");

  /**
   * After a wanted change, copy target/what-if-iran-closes.txt over the golden file and read the
   * diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(WhatIfIranCloses.run(new PrintStream(printed, true, StandardCharsets.UTF_8)))
        .isZero();
    String text = printed.toString(StandardCharsets.UTF_8);

    Files.writeString(Path.of("target/what-if-iran-closes.txt"), text);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }
}
