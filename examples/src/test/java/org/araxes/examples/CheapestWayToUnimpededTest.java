package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheapestWayToUnimpededTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/cheapest-way-to-unimpeded.txt");

  /**
   * After a wanted change, copy target/cheapest-way-to-unimpeded.txt over the golden file and read
   * the diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(CheapestWayToUnimpeded.run(new PrintStream(printed, true, StandardCharsets.UTF_8)))
        .isZero();
    String text = printed.toString(StandardCharsets.UTF_8);

    Files.writeString(Path.of("target/cheapest-way-to-unimpeded.txt"), text);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }
}
