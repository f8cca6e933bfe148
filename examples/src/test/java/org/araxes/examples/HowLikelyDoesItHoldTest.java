package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HowLikelyDoesItHoldTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/how-likely-does-it-hold.txt");

  /** After a wanted change, copy the file of the same name in target over the golden file. */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    HowLikelyDoesItHold.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    String text = printed.toString(StandardCharsets.UTF_8);
    Files.writeString(Path.of("target/how-likely-does-it-hold.txt"), text);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }
}
