package org.araxes.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.araxes.Question;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.network.NetworkView;
import org.araxes.network.Terms;
import org.araxes.network.Topology;
import org.araxes.network.TransitNetwork;
import org.araxes.study.Timeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The shipped network on one day after another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class TimeBenchmark {
  private static final Terms PLANNED = Terms.DEFAULT.withPlans(true);
  private static final Validity NINETY_YEARS =
      new Validity(LocalDate.of(1936, 1, 1), LocalDate.of(2031, 1, 1));

  private final TransitNetwork network = Datasets.southCaucasus();
  private final List<LocalDate> dates = List.copyOf(network.changeDates(true));
  private final Question rail = ShippedNetwork.question(ShippedNetwork.BY_RAIL).onTerms(PLANNED);
  private int next;

  /**
   * Looks at the network on the next day on which anything changes.
   *
   * @return the graph of that day
   */
  @Benchmark
  @Row(
      question = "as-of view: the network on another day, for one movement",
      input = "south-caucasus, rail freight",
      goal = "1 ms")
  public Topology day() {
    next = (next + 1) % dates.size();
    NetworkView view = network.on(dates.get(next), PLANNED).moving(ShippedNetwork.BY_RAIL);
    return view.topology();
  }

  /**
   * Finds the fastest route on every day in ninety years.
   *
   * @return through which states, by period
   */
  @Benchmark
  @Row(question = "timeline of the fastest route", input = "south-caucasus, rail, 1936 to 2030")
  public Timeline<String> plain() {
    return rail.timeline(NINETY_YEARS, TimeBenchmark::through);
  }

  /**
   * Finds the fastest route on every day in ninety years, and the facts that caused each change.
   *
   * @return through which states, by period
   */
  @Benchmark
  @Row(
      question = "timeline of the fastest route, with causes",
      input = "south-caucasus, rail, 1936 to 2030",
      goal = "2 s")
  public Timeline<String> explained() {
    return rail.explainedTimeline(NINETY_YEARS, TimeBenchmark::through);
  }

  private static String through(Question question) {
    return question
        .routes()
        .fastest()
        .best()
        .map(route -> String.join(" ", route.states()))
        .orElse("no way");
  }
}
