package org.araxes.report;

import java.io.Flushable;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.araxes.answer.Progress;

/**
 * Shows on one line of a terminal how far a long question has come, and wipes the line at the end.
 *
 * <p>Silent in a pipe, and silent for the first two seconds: an answer that comes quickly leaves no
 * trace. Afterwards the line is drawn at most ten times a second. When writing fails, it falls
 * silent; the question goes on. For one thread.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long SILENCE = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final int BAR = 24;
  private static final int WIDTH = 78;

  private final Appendable out;
  private final LongSupplier clock;
  private final long started;
  private boolean silent;
  private boolean drawn;
  private long last;
  private int shown;

  private ProgressLine(Appendable out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    started = clock.getAsLong();
    silent = !terminal;
  }

  /**
   * Starts to wait for news.
   *
   * @param out where to draw, for instance {@code System.err}
   * @param terminal whether that is a terminal; without one nothing is ever written
   * @return a line that is to be closed
   */
  public static ProgressLine on(Appendable out, boolean terminal) {
    return new ProgressLine(out, terminal, System::nanoTime);
  }

  /**
   * Starts to wait for news, by another clock.
   *
   * @param out where to draw
   * @param terminal whether that is a terminal
   * @param nanoClock nanoseconds from any moment on
   * @return a line that is to be closed
   */
  public static ProgressLine on(Appendable out, boolean terminal, LongSupplier nanoClock) {
    return new ProgressLine(out, terminal, nanoClock);
  }

  @Override
  public void report(String task, long done, long total) {
    if (silent) {
      return;
    }
    long now = clock.getAsLong();
    if (now - started < SILENCE || (drawn && now - last < PAUSE)) {
      return;
    }
    last = now;
    drawn = true;
    draw(text(TextTable.clean(task), done, total, Duration.ofNanos(now - started)));
  }

  private static String text(String task, long done, long total, Duration elapsed) {
    String end;
    if (total > 0) {
      long kept = Math.max(0, Math.min(done, total));
      int filled = (int) (kept * (double) BAR / total);
      long percent = (long) (kept * 100.0 / total);
      end =
          "  ["
              + "#".repeat(filled)
              + ".".repeat(BAR - filled)
              + "] "
              + String.format(Locale.ROOT, "%3d %%", percent);
    } else {
      end = "  " + Numbers.whole(done);
    }
    end += "  " + elapsed.toSeconds() + " s";
    return TextTable.truncate(task, WIDTH - TextTable.width(end)) + end;
  }

  private void draw(String text) {
    int width = TextTable.width(text);
    write("\r" + text + " ".repeat(Math.max(0, shown - width)));
    shown = width;
  }

  private void write(String text) {
    try {
      out.append(text);
      if (out instanceof Flushable buffered) {
        buffered.flush();
      }
    } catch (IOException e) {
      silent = true;
    }
  }

  /**
   * Wipes the line, where one was drawn, so that something else can be printed in its place. The
   * next news draws it again.
   */
  public void wipe() {
    if (!silent && shown > 0) {
      write("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  /** Wipes the line, where one was drawn. Later news is not shown. */
  @Override
  public void close() {
    wipe();
    silent = true;
  }
}
