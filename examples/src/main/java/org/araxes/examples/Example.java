package org.araxes.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.araxes.answer.Progress;
import org.araxes.report.DrawingPage;
import org.araxes.report.ProgressLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Runs an example: it prints its answers, and the page that it gives is written to a file. On a
 * terminal a line tells of progress once it takes over two seconds.
 */
@Command(mixinStandardHelpOptions = true, version = "Araxes examples")
final class Example {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/examples",
      description = "where to write the page (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  /** What an example does. */
  @FunctionalInterface
  interface Work {
    /**
     * Works it out.
     *
     * @param out where to print
     * @param progress hears how far it is
     * @return the page to write
     */
    DrawingPage on(PrintStream out, Progress progress);
  }

  private Example() {}

  /**
   * Runs one and ends with its exit code.
   *
   * @param name of its page, without the ending
   * @param args see {@code --help}
   * @param example prints, and gives the page
   */
  static void main(String name, String[] args, Work example) {
    int code =
        run(
            name,
            args,
            example,
            Terminal.attached(),
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(
      String name,
      String[] args,
      Work example,
      boolean terminal,
      PrintStream out,
      PrintStream err) {
    Example options = new Example();
    CommandLine line = new CommandLine(options).setCommandName(name);
    try {
      line.parseArgs(args);
    } catch (ParameterException wrong) {
      err.println(wrong.getMessage() + " Maybe --help?");
      return CommandLine.ExitCode.USAGE;
    }
    PrintWriter help = new PrintWriter(out, true, StandardCharsets.UTF_8);
    if (line.isUsageHelpRequested()) {
      line.usage(help);
      return 0;
    }
    if (line.isVersionHelpRequested()) {
      line.printVersionHelp(help);
      return 0;
    }
    DrawingPage drawn;
    try (ProgressLine progress = ProgressLine.on(err, terminal)) {
      drawn = example.on(Terminal.over(progress, out), progress);
    }
    Path page = options.out.resolve(name + ".html");
    try {
      Files.createDirectories(options.out);
      try (Writer html = Files.newBufferedWriter(page)) {
        drawn.writeTo(html);
      }
    } catch (IOException failed) {
      err.println("Could not write to " + options.out + ": " + failed.getMessage());
      return 1;
    }
    out.println();
    out.println("The page: " + page.toString().replace('\\', '/'));
    return 0;
  }
}
