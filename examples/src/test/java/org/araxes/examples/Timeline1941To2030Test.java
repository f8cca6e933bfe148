package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Timeline1941To2030Test {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/timeline-1941-to-2030.txt");

  /**
   * After a wanted change, copy target/timeline-1941-to-2030.txt over the golden file and read the
   * diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Timeline1941To2030.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    String text = printed.toString(StandardCharsets.UTF_8);

    Files.writeString(Path.of("target/timeline-1941-to-2030.txt"), text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }
}
