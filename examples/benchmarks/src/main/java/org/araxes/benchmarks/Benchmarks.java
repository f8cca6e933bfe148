package org.araxes.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a table: what Araxes needs, what the peer needs, and the ratio.
 *
 * <p><b>Method.</b> JMH gives every method a fresh JVM. A round measures ours and the peers' one
 * after another, and rounds follow each other, so that a machine that is busy for a while is busy
 * for both. Of all iterations of all rounds the best counts: the rest is noise of the machine.
 */
public final class Benchmarks {
  /**
   * For {@code @Fork(jvmArgsAppend = …)} where a {@link Heap} is measured: a collector that counts
   * bytes. The default one counts whole regions where an array is large.
   */
  public static final String EXACT_HEAP = "-XX:+UseSerialGC";

  private static final String USAGE =
      """
      --short       one round of two short iterations: a look, not a result
      --rounds N    how often each method gets a fresh JVM (3)
      --only REGEX  only the methods whose class and name hold this, such as Shortest
      """;

  private Benchmarks() {}

  /** What to run, and how often. */
  private record Plan(boolean isShort, int rounds, String only) {
    static Plan of(String[] args) {
      boolean isShort = false;
      int rounds = 0;
      String only = "";
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--short" -> isShort = true;
          case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
          case "--only" -> only = value(args, ++i);
          default -> throw new IllegalArgumentException("No option " + args[i] + ".\n" + USAGE);
        }
      }
      return new Plan(isShort, rounds > 0 ? rounds : isShort ? 1 : 3, only);
    }

    private static String value(String[] args, int place) {
      if (place >= args.length) {
        throw new IllegalArgumentException(args[place - 1] + " stands without a value.\n" + USAGE);
      }
      return args[place];
    }

    int iterations() {
      return isShort ? 2 : 5;
    }

    int warmups() {
      return isShort ? 1 : 3;
    }

    TimeValue time() {
      return TimeValue.milliseconds(isShort ? 500 : 1_000);
    }
  }

  /**
   * Runs what is asked for.
   *
   * @param args see the usage, printed when there is something wrong with them
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      run(Plan.of(args), out);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    } catch (RunnerException | IOException failed) { // a failed check of answers ends here too
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }

  private static void run(Plan plan, PrintStream out) throws RunnerException, IOException {
    Path log = Files.createTempFile("benchmarks", ".log");
    List<RunResult> results = new ArrayList<>();
    for (int round = 1; round <= plan.rounds(); round++) {
      System.err.println("Round " + round + " of " + plan.rounds() + ", details in " + log);
      results.addAll(round(plan, log));
    }
    out.println(machine(plan));
    out.println();
    ResultTable.of(results).writeTo(out);
  }

  private static Collection<RunResult> round(Plan plan, Path log) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("org\\.araxes\\.benchmarks\\..*" + plan.only())
                .forks(1)
                .warmupIterations(plan.warmups())
                .warmupTime(plan.time())
                .measurementIterations(plan.iterations())
                .measurementTime(plan.time())
                .timeUnit(TimeUnit.NANOSECONDS)
                .jvmArgs("-Xms2g", "-Xmx3g")
                .shouldFailOnError(true)
                .shouldDoGC(true)
                .addProfiler(GCProfiler.class)
                .output(log.toString())
                .build())
        .run();
  }

  private static String machine(Plan plan) {
    return LocalDate.now(ZoneOffset.UTC)
        + ", "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.version")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores; "
        + plan.rounds()
        + (plan.rounds() == 1 ? " JVM" : " JVMs")
        + " a method in turn, each "
        + plan.warmups()
        + " + "
        + plan.iterations()
        + " iterations of "
        + plan.time()
        + ", the best counts";
  }
}
