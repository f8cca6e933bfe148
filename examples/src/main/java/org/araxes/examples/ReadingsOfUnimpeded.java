package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.agreement.Regimes;
import org.araxes.answer.Progress;
import org.araxes.answer.Truth;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Grade;
import org.araxes.passage.Passage;
import org.araxes.passage.RegimeReadings;
import org.araxes.passage.RegimeVerdict;
import org.araxes.passage.Standards;
import org.araxes.passage.Stretch;
import org.araxes.passage.Verdict;
import org.araxes.report.DrawingPage;
import org.araxes.report.GradesDrawing;
import org.araxes.report.TextTable;
import org.araxes.scenario.Scenario;

/**
 * Both readings of "unimpeded" side by side: before TRIPP, with the front office of the host's
 * reading, with nobody met as the sender reads it, with officers in place of machines, and with the
 * corridor under two regimes from elsewhere. Rail freight from the main part to Nakhchivan.
 */
public final class ReadingsOfUnimpeded {
  private static final List<String> GATES = List.of("bc-agbend-nrnadzor", "bc-karchevan-ordubad");
  private static final List<String> PLACES = List.of("Agbend, east", "Karchevan, west");

  private ReadingsOfUnimpeded() {}

  /**
   * Prints the readings, and writes {@code readings-of-unimpeded.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("readings-of-unimpeded", args, ReadingsOfUnimpeded::run);
  }

  /** A name and the question asked. */
  private record World(String name, Question question) {}

  static DrawingPage run(PrintStream out, Progress progress) {
    List<World> worlds = worlds();
    TextTable standards =
        TextTable.of("standard", "before", "host", "sender", "officers", "1992", "Berlin");
    List<List<Verdict>> grades = new ArrayList<>();
    for (World world : worlds) {
      progress.report("readings", grades.size(), worlds.size());
      grades.add(world.question().passage().grade().verdicts());
    }
    for (int i = 0; i < Standards.all().size(); i++) {
      int row = i;
      standards.row(
          Stream.concat(
                  Stream.of(Standards.all().get(row).name()),
                  grades.stream().map(verdicts -> word(verdicts.get(row).truth())))
              .toArray());
    }
    out.println("Rail freight, main part to Nakhchivan: which standards are reached");
    out.println(standards);
    GradesDrawing.Builder drawing = GradesDrawing.titled("Rail freight, main part to Nakhchivan");
    for (int i = 0; i < worlds.size(); i++) {
      drawing.reached(worlds.get(i).name(), new Grade(grades.get(i)));
    }
    int done = 0;
    for (World world : worlds) {
      progress.report("regimes at the gates", ++done, worlds.size());
      gates(world, out, drawing);
    }
    return DrawingPage.titled(
            "Readings of \"unimpeded\"",
            "Which standards are reached, and how the regime at each gate grades in law and in fact.")
        .drawing(drawing.build())
        .build();
  }

  private static List<World> worlds() {
    TransitNetwork network = Datasets.southCaucasus();
    Movement train = Movement.freight().by(Mode.RAIL).gauge(1520).flag("AZ").build();
    Question question =
        Araxes.on(network).from("AZ-main").to("AZ-NX").moving(train).on(LocalDate.of(2025, 8, 7));
    LocalDate open = LocalDate.of(2029, 1, 1);
    Question host = question.under(scenario("tripp-open")).on(open);
    return List.of(
        new World("Before TRIPP, 2025-08-07", question),
        new World("TRIPP open, host reading", host),
        new World(
            "TRIPP open, sender reading",
            question.under(scenario("tripp-open-sender-reading")).on(open)),
        new World(
            "TRIPP open, officers in place of machines", question.under(scenario("s4")).on(open)),
        new World(
            "TRIPP open, under the regime of Tin Bigha in 1992",
            host.under(laid("tin-bigha-1992")).on(open)),
        new World(
            "TRIPP open, under the regime of transit to West Berlin in 1972",
            host.under(laid("west-berlin-1972")).on(open)));
  }

  private static Scenario scenario(String id) {
    return Datasets.southCaucasusScenarios().scenario(id);
  }

  private static Scenario laid(String regime) {
    return Scenario.named(regime)
        .regime(Regimes.regime(regime), "AM", GATES.toArray(String[]::new))
        .build();
  }

  /** The regime at each gate of Meghri, and of the way through it where there is one. */
  private static void gates(World world, PrintStream out, GradesDrawing.Builder drawing) {
    Passage passage = world.question().passage();
    TextTable table =
        TextTable.of("crossing", "in law", "in fact", "host", "sender", "what decides").within(100);
    for (Stretch stretch : passage.stretches()) {
      boolean westward =
          stretch.crossing().isPresent()
              && GATES.contains(stretch.element())
              && stretch.mode() == Mode.RAIL
              && (stretch.fromSide().equals("AZ") || stretch.toSide().equals("AZ-NX"));
      if (westward) {
        RegimeVerdict verdict = passage.regimeGrade(stretch);
        drawing.gate(PLACES.get(GATES.indexOf(stretch.element())), world.name(), verdict);
        table.row(
            stretch.element(),
            grade(verdict.deJure()),
            grade(verdict.deFacto()),
            word(RegimeReadings.host(verdict.regime()).truth()),
            word(RegimeReadings.sender(verdict.regime()).truth()),
            why(verdict));
      }
    }
    out.println(world.name());
    out.println(table);
    Optional<Route> way = passage.judge(Standards.lawful()).ways().stream().findFirst();
    out.println(
        way.map(route -> "The way: " + whole(passage.regimeGrade(route)))
            .orElse("There is no way by rail."));
    out.println();
  }

  private static String whole(RegimeVerdict.OfRoute verdict) {
    return "in law " + grade(verdict.deJure()) + ", in fact " + grade(verdict.deFacto());
  }

  private static String grade(RegimeVerdict.Side side) {
    return side.grade() + (side.isCertain() ? " " : "? ") + side.grade().title();
  }

  private static String why(RegimeVerdict verdict) {
    String law = reasons(verdict.deJure());
    String fact = reasons(verdict.deFacto());
    return law.equals(fact) ? law : law + "; in fact " + fact;
  }

  private static String reasons(RegimeVerdict.Side side) {
    return side.reasons().stream()
        .map(reason -> reason.aspect().name().toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String word(Truth truth) {
    return truth.name().toLowerCase(Locale.ROOT);
  }
}
