package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorridorStudyTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/corridor-study.txt");

  @TempDir private Path out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private int run(String... args) {
    return CorridorStudy.run(
        args,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8),
        false);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace(out.toString(), "OUT");
  }

  private String complaints() {
    return complaints.toString(StandardCharsets.UTF_8);
  }

  /**
   * After a wanted change, copy target/corridor-study.txt over the golden file and read the diff.
   */
  @Test
  void printsWhatTheGoldenFileHolds() throws IOException {
    assertThat(run("--out", out.toString())).isZero();

    Files.writeString(Path.of("target/corridor-study.txt"), printed());
    assertThat(printed()).isEqualTo(Files.readString(GOLDEN));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void writesOnePageThatLoadsNothingFromAnywhere() throws IOException {
    assertThat(run("--out", out.toString(), "--scenario", "tripp-rail-open")).isZero();

    String page = Files.readString(out.resolve("corridor.html"));
    assertThat(page).startsWith("<!DOCTYPE html>").contains("Leaflet", "OpenStreetMap");
    assertThat(page).doesNotContain("<script src", "<link ", "@import");
  }

  @Test
  void withDetailsEachWayIsToldLegByLeg() {
    String[] asked = {"--out", out.toString(), "--movement", "road-freight", "--scenario", "none"};
    assertThat(run(asked)).isZero();
    assertThat(printed()).doesNotContain(", by jurisdiction").contains("--details");

    printed.reset();
    String[] more = Arrays.copyOf(asked, asked.length + 1);
    more[asked.length] = "--details";
    assertThat(run(more)).isZero();
    assertThat(printed())
        .contains("Second fastest, by jurisdiction", "Second fastest, impediments in order");
  }

  @Test
  void helpIsPrintedAndIsNoError() {
    assertThat(run("--help")).isZero();
    assertThat(printed())
        .contains("--scenario", "--movement", "--date", "--data", "--out", "--details");
    assertThat(complaints()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "--movement, bike, No movement",
    "--scenario, s99, Maybe",
    "--from, bako, Maybe \"baku\"",
    "--to, nakchivan, Maybe \"nakhchivan\"",
    "--date, 2025-99-99, is not a day",
    "--data, no/such/folder, No dataset folder",
    "--frm, baku, Unknown option"
  })
  void aWrongArgumentGetsOneClearLineAndExitCodeTwo(String option, String value, String hint) {
    assertThat(run("--out", out.toString(), option, value)).isEqualTo(2);
    assertThat(complaints().strip().lines()).hasSize(1);
    assertThat(complaints()).contains(hint);
    assertThat(printed()).isEmpty();
    assertThat(out.resolve("corridor.html")).doesNotExist();
  }

  @Test
  void aBrokenDatasetIsRefusedWithItsFaultsAndNoPage() throws IOException {
    Path folder = Files.createDirectory(out.resolve("data"));
    Files.writeString(folder.resolve("dataset.json"), "{");

    assertThat(run("--out", out.toString(), "--data", folder.toString())).isEqualTo(1);
    assertThat(complaints()).contains("dataset.json");
    assertThat(out.resolve("corridor.html")).doesNotExist();
  }
}
