package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.araxes.report.DrawingPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleTest {
  @TempDir private Path out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private int run(String... args) {
    return Example.run(
        "nothing",
        args,
        (stream, progress) -> DrawingPage.titled("Nothing", "").build(),
        false,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  @Test
  void thePageGoesWhereItIsAskedToAndThePathIsPrintedAsGiven() {
    String asked = out.resolve("new").toString().replace('\\', '/');
    assertThat(run("--out", asked)).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("The page: " + asked + "/nothing.html");
    assertThat(out.resolve("new/nothing.html")).exists();
  }

  @Test
  void helpIsNoErrorAndWritesNothing() {
    assertThat(run("--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--out", "target/examples");
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aWrongArgumentGetsOneLineAndExitCodeTwo() {
    assertThat(run("--ouch")).isEqualTo(2);
    assertThat(complaints.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aPlaceThatIsNoFolderIsToldAndEndsWithOne() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");
    assertThat(run("--out", file.toString())).isEqualTo(1);
    assertThat(complaints.toString(StandardCharsets.UTF_8)).startsWith("Could not write to ");
  }
}
