package org.araxes.examples;

import java.io.Console;
import java.io.FilterOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.araxes.report.ProgressLine;

/** What the examples know of the screen: whether somebody is watching, and how wide it is. */
final class Terminal {
  private static final int WIDTH = 100;

  private Terminal() {}

  /** True on a terminal; from Java 22 on there is a console in a pipe too, and it can be asked. */
  @SuppressWarnings("SystemConsoleNull") // asked below, where Java can tell
  static boolean attached() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException cannotTell) {
      return false;
    }
  }

  /** Prints on a stream, and wipes a line of progress first. */
  static PrintStream over(ProgressLine line, PrintStream screen) {
    return new PrintStream(
        new FilterOutputStream(screen) {
          @Override
          public void write(int one) {
            line.wipe();
            screen.write(one);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            line.wipe();
            screen.write(bytes, from, length);
          }
        },
        true,
        StandardCharsets.UTF_8);
  }

  /** Prints a text that goes on under its beginning where the line is full. */
  static void wrapped(PrintStream out, String start, String text) {
    String indent = " ".repeat(start.length());
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
