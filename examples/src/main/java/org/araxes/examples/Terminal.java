package org.araxes.examples;

import java.io.Console;

/** Whether somebody is watching. */
final class Terminal {
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
}
