package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what an example prints with its golden file, and looks at the page it writes. After a
 * wanted change, copy the file of the same name in target over the golden file and read the diff.
 */
final class Golden {
  private Golden() {}

  static String check(String name, Example.Work example) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    int code =
        Example.run(
            name,
            new String[] {"--out", "target/examples"},
            example,
            false,
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(complaints, true, StandardCharsets.UTF_8));
    String text = printed.toString(StandardCharsets.UTF_8);
    Files.writeString(Path.of("target", name + ".txt"), text);

    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(text)
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden", name + ".txt")));
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    String page = Files.readString(Path.of("target/examples", name + ".html"));
    assertThat(page).startsWith("<!DOCTYPE html>").contains("<svg ", "<desc id=\"w1-desc\">");
    assertThat(page).doesNotContain("<script", "<link", "@import", "src=", "NaN");
    return page;
  }
}
