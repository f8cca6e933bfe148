package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;
  private final AtomicLong clock = new AtomicLong(-5 * SECOND);
  private final StringBuilder out = new StringBuilder();

  @Test
  void nothingIsEverWrittenIntoAPipe() {
    try (ProgressLine line = ProgressLine.on(out, false, clock::get)) {
      clock.addAndGet(60 * SECOND);
      line.report("Corridor study", 1, 2);
    }
    assertThat(out).isEmpty();
  }

  @Test
  void aQuickAnswerLeavesNoTrace() {
    try (ProgressLine line = ProgressLine.on(out, true, clock::get)) {
      clock.addAndGet(2 * SECOND - 1);
      line.report("Corridor study", 1, 2);
    }
    assertThat(out).isEmpty();
  }

  @Test
  void aSlowAnswerDrawsALineAndWipesIt() {
    try (ProgressLine line = ProgressLine.on(out, true, clock::get)) {
      clock.addAndGet(3 * SECOND);
      line.report("Corridor study", 1, 2);
    }
    assertThat(out.toString())
        .startsWith("\rCorridor study  [############............]  50 %  3 s")
        .endsWith(
            "\r"
                + " ".repeat("Corridor study  [############............]  50 %  3 s".length())
                + "\r");
  }

  @Test
  void theLineIsDrawnAtMostTenTimesASecond() {
    try (ProgressLine line = ProgressLine.on(out, true, clock::get)) {
      clock.addAndGet(3 * SECOND);
      for (int done = 0; done < 100; done++) {
        line.report("Sweep", done, 100);
        clock.addAndGet(SECOND / 100);
      }
    }
    assertThat(out.chars().filter(c -> c == '[').count()).isEqualTo(10);
  }

  @Test
  void aShorterLineCoversTheLongerOneBefore() {
    try (ProgressLine line = ProgressLine.on(out, true, clock::get)) {
      clock.addAndGet(3 * SECOND);
      line.report("A long name of a task", 0, 0);
      clock.addAndGet(SECOND);
      line.report("Short\nname", 0, 0);
      assertThat(out.toString()).endsWith("\rShort name  0  4 s" + " ".repeat(11));
    }
  }

  @Test
  void whatIsPrintedInBetweenFindsAnEmptyLine() {
    try (ProgressLine line = ProgressLine.on(out, true, clock::get)) {
      line.wipe();
      assertThat(out).isEmpty();
      clock.addAndGet(3 * SECOND);
      line.report("Task", 0, 0);
      line.wipe();
      assertThat(out.toString()).endsWith("\r" + " ".repeat("Task  0  3 s".length()) + "\r");
      line.wipe();
      clock.addAndGet(SECOND);
      line.report("Task", 1, 0);
      assertThat(out.toString()).endsWith("\r\rTask  1  4 s");
    }
  }

  @Test
  void aBrokenTerminalEndsTheDrawingAndNotTheWork() {
    Appendable broken =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("gone");
          }
        };
    ProgressLine line = ProgressLine.on(broken, true, clock::get);
    clock.addAndGet(3 * SECOND);
    assertThatCode(
            () -> {
              line.report("Task", 1, 2);
              line.close();
            })
        .doesNotThrowAnyException();
  }
}
