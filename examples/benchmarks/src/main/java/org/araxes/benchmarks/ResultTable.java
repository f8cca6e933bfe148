package org.araxes.benchmarks;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Rows of ours against peers, as a table in Markdown. */
final class ResultTable {
  private static final List<String> HEAD =
      List.of(
          "question",
          "input",
          "Araxes",
          "allocates",
          "peer",
          "takes",
          "allocates",
          "ratio",
          "goal");

  /** What the profiler of JMH calls the bytes allocated by one question. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final List<List<String>> rows;

  private ResultTable(List<List<String>> rows) {
    this.rows = rows;
  }

  /** The best of one method for one set of parameters. */
  private record Best(
      Method method,
      Map<String, String> parameters,
      double value,
      boolean isSize,
      OptionalDouble allocated) {
    String words() {
      return isSize ? bytes(value) : time(value);
    }

    /** The bytes of the iteration that allocates least: what more there is, the warm-up left. */
    String allocates() {
      return isSize || allocated.isEmpty() ? "" : bytes(allocated.getAsDouble());
    }

    static Best of(Best one, Best other) {
      Best best = one.value() <= other.value() ? one : other;
      OptionalDouble least =
          DoubleStream.concat(one.allocated().stream(), other.allocated().stream()).min();
      return new Best(best.method(), best.parameters(), best.value(), best.isSize(), least);
    }
  }

  static ResultTable of(Collection<RunResult> results) {
    Map<String, Best> bests = new LinkedHashMap<>();
    for (RunResult result : results) {
      Best one = best(result);
      bests.merge(one.method() + " " + one.parameters(), one, Best::of);
    }
    List<List<String>> rows = new ArrayList<>();
    for (Best ours : bests.values()) {
      Row row = ours.method().getAnnotation(Row.class);
      if (row != null) {
        List<Best> peers = bests.values().stream().filter(one -> isPeer(one, ours)).toList();
        rows.addAll(rows(row, ours, peers));
      }
    }
    return new ResultTable(rows);
  }

  private static boolean isPeer(Best one, Best ours) {
    return one.method().isAnnotationPresent(Peer.class)
        && one.method().getDeclaringClass().equals(ours.method().getDeclaringClass())
        && one.parameters().equals(ours.parameters());
  }

  private static List<List<String>> rows(Row row, Best ours, List<Best> peers) {
    String input = (row.input() + " " + String.join(" ", ours.parameters().values())).strip();
    if (peers.isEmpty()) {
      return List.of(
          List.of(
              row.question(),
              input,
              ours.words(),
              ours.allocates(),
              "none",
              "",
              "",
              "",
              row.goal()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Best peer : peers) {
      Peer name = peer.method().getAnnotation(Peer.class);
      rows.add(
          List.of(
              row.question(),
              input,
              ours.words(),
              ours.allocates(),
              name == null ? "" : name.value(),
              peer.words(),
              peer.allocates(),
              ratio(peer.value() / ours.value()),
              row.goal()));
    }
    return rows;
  }

  private static Best best(RunResult result) {
    BenchmarkParams params = result.getParams();
    Map<String, String> parameters = new TreeMap<>();
    params.getParamsKeys().forEach(key -> parameters.put(key, params.getParam(key)));
    Method method = method(params.getBenchmark());
    if (params.getMode() != Mode.AverageTime && params.getMode() != Mode.SingleShotTime) {
      throw new IllegalArgumentException(
          method + " is measured by " + params.getMode() + ". Maybe Mode.AverageTime?");
    }
    double best = Double.POSITIVE_INFINITY;
    boolean isSize = false;
    double allocated = Double.POSITIVE_INFINITY;
    for (var fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        Result<?> held = iteration.getSecondaryResults().get(Heap.BYTES);
        isSize |= held != null;
        for (String name : iteration.getSecondaryResults().keySet()) {
          if (name.endsWith(ALLOCATED)) { // some versions put a dot before it
            Result<?> second = iteration.getSecondaryResults().get(name);
            allocated = second == null ? allocated : Math.min(allocated, second.getScore());
          }
        }
        best = Math.min(best, (held != null ? held : iteration.getPrimaryResult()).getScore());
      }
    }
    return new Best(
        method,
        parameters,
        best,
        isSize,
        allocated < Double.POSITIVE_INFINITY
            ? OptionalDouble.of(allocated)
            : OptionalDouble.empty());
  }

  private static Method method(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    try {
      for (Method method : Class.forName(benchmark.substring(0, dot)).getMethods()) {
        if (method.getName().equals(benchmark.substring(dot + 1))) {
          return method;
        }
      }
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("No class for " + benchmark, missing);
    }
    throw new IllegalStateException("No method " + benchmark);
  }

  static String time(double nanoseconds) {
    if (nanoseconds < 1e3) {
      return digits(nanoseconds) + " ns";
    }
    if (nanoseconds < 1e6) {
      return digits(nanoseconds / 1e3) + " µs";
    }
    return nanoseconds < 1e9 ? digits(nanoseconds / 1e6) + " ms" : digits(nanoseconds / 1e9) + " s";
  }

  static String bytes(double bytes) {
    if (bytes < 0.5) {
      return "0 B";
    }
    if (bytes < 1e3) {
      return digits(bytes) + " B";
    }
    if (bytes < 1e6) {
      return digits(bytes / 1e3) + " kB";
    }
    return bytes < 1e9 ? digits(bytes / 1e6) + " MB" : digits(bytes / 1e9) + " GB";
  }

  static String ratio(double ratio) {
    return digits(ratio) + " x";
  }

  /** Two digits that count, and all before the point. */
  private static String digits(double number) {
    String form = number < 0.995 ? "%.2f" : number < 9.95 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, form, number).replace(',', ' ');
  }

  void writeTo(PrintStream out) {
    out.println(line(HEAD));
    out.println(line(HEAD.stream().map(column -> "---").toList()));
    rows.forEach(row -> out.println(line(row)));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
