package org.araxes.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Budget;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.network.DatedChange;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.report.DrawingPage;
import org.araxes.report.TextTable;
import org.araxes.report.TimelineDrawing;
import org.araxes.study.Cause;
import org.araxes.study.Period;
import org.araxes.study.Timeline;

/**
 * Ninety years between Baku and Nakhchivan: through which states freight by rail, freight by road
 * and persons by land got there fastest, and which facts caused each change. Plans are marked.
 */
public final class Timeline1941To2030 {
  private static final int FIRST = 1936;
  private static final int LAST = 2030;
  private static final String NO_WAY = "no way";

  private Timeline1941To2030() {}

  /**
   * Prints the timelines, and writes {@code timeline-1941-to-2030.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("timeline-1941-to-2030", args, Timeline1941To2030::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Freight by rail", Movement.freight().by(Mode.RAIL).flag("AZ").build());
    movements.put("Freight by road", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put(
        "Persons by land",
        Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    out.println(
        "From Baku to Nakhchivan, "
            + FIRST
            + " to "
            + LAST
            + "; days after "
            + network.asOf()
            + " rest on plans.");
    out.println("One letter a year: the first state on the way; - no way, ? a way by plans.");
    Validity span = new Validity(LocalDate.of(FIRST, 1, 1), LocalDate.of(LAST + 1, 1, 1));
    TimelineDrawing.Builder drawing =
        TimelineDrawing.of("Through which states the fastest way goes, and what changed it", span)
            .plannedFrom(network.asOf().plusDays(1))
            .named(network)
            .absent(NO_WAY);
    movements.forEach(
        (name, movement) -> {
          Question question =
              Araxes.on(network)
                  .from("baku")
                  .to("nakhchivan")
                  .moving(movement)
                  .onTerms(Terms.DEFAULT.withPlans(true));
          Timeline<String> timeline =
              question.explainedTimeline(
                  span, Timeline1941To2030::through, Budget.unlimited(), progress);
          print(name, timeline, network, out);
          drawing.lane(name, timeline, answer -> answer);
        });
    return DrawingPage.titled("From Baku to Nakhchivan, " + FIRST + " to " + LAST, "")
        .drawing(drawing.build())
        .build();
  }

  private static String through(Question question) {
    return question
        .routes()
        .fastest()
        .best()
        .map(route -> String.join(" ", route.states()))
        .orElse(NO_WAY);
  }

  private static void print(
      String name, Timeline<String> timeline, TransitNetwork network, PrintStream out) {
    out.println();
    out.println(name);
    out.println("  " + bar(timeline, network));
    TextTable table = TextTable.of("from", "through", "because").indent(2).within(100);
    for (Period<String> period : timeline.periods()) {
      table.row(
          period.validity().from(),
          period.answer(),
          period.cause().map(Timeline1941To2030::words).orElse(""));
    }
    try {
      table.writeTo(out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The first letter of the first foreign state on the way, in the middle of each year. */
  private static String bar(Timeline<String> timeline, TransitNetwork network) {
    StringBuilder bar = new StringBuilder();
    for (int year = FIRST; year <= LAST; year++) {
      LocalDate day = LocalDate.of(year, 7, 1);
      String answer = timeline.at(day).map(Period::answer).orElse(NO_WAY);
      boolean way = answer.startsWith("AZ ");
      bar.append(way ? (day.isAfter(network.asOf()) ? '?' : answer.charAt(3)) : '-');
    }
    return bar.toString();
  }

  private static String words(Cause cause) {
    String first = cause.because().stream().findFirst().map(DatedChange::toString).orElse("?");
    int more = cause.because().size() - 1;
    int others = cause.alone().size() - 1;
    return first
        + (more > 0 ? "; and " + more + " more, each needed" : "")
        + (others > 0
            ? "; " + others + (others == 1 ? " other" : " others") + " alone would do"
            : "");
  }
}
