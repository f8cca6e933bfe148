package org.araxes.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.araxes.report.DrawingPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Runs an example: it prints its answers, and the page that it gives is written to a file. */
@Command(mixinStandardHelpOptions = true, version = "Araxes examples")
final class Example {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/examples",
      description = "where to write the page (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  private Example() {}

  /**
   * Runs one and ends with its exit code.
   *
   * @param name of its page, without the ending
   * @param args see {@code --help}
   * @param example prints, and gives the page
   */
  static void main(String name, String[] args, Function<PrintStream, DrawingPage> example) {
    int code =
        run(
            name,
            args,
            example,
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(
      String name,
      String[] args,
      Function<PrintStream, DrawingPage> example,
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
    DrawingPage drawn = example.apply(out);
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
