package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadingsOfUnimpededTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/readings-of-unimpeded.txt");

  /**
   * After a wanted change, copy target/readings-of-unimpeded.txt over the golden file and read the
   * diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ReadingsOfUnimpeded.run(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
        .isZero();

    String printed = bytes.toString(StandardCharsets.UTF_8);
    Files.writeString(Path.of("target/readings-of-unimpeded.txt"), printed);
    assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(printed).isEqualTo(Files.readString(GOLDEN));
  }
}
