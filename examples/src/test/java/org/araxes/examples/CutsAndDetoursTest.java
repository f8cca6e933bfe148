package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CutsAndDetoursTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cuts-and-detours.txt");

  /**
   * After a wanted change, copy target/cuts-and-detours.txt over the golden file and read the diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(CutsAndDetours.run(new PrintStream(printed, true, StandardCharsets.UTF_8))).isZero();
    String text = printed.toString(StandardCharsets.UTF_8);

    Files.writeString(Path.of("target/cuts-and-detours.txt"), text);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }
}
