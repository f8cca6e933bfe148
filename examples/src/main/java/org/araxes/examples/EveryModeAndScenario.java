package org.araxes.examples;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.capacity.Flow;
import org.araxes.capacity.Risk;
import org.araxes.capacity.RiskKind;
import org.araxes.connectivity.Cut;
import org.araxes.connectivity.CutKind;
import org.araxes.io.Datasets;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.report.ProgressLine;
import org.araxes.report.TextTable;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;

/**
 * Every mode in every scenario at a glance: who can stop it alone, how many crossings part it, how
 * likely it holds, how much fits through, and whose refusal takes most of that.
 */
public final class EveryModeAndScenario {
  private EveryModeAndScenario() {}

  /**
   * Prints the tables, and writes {@code every-mode-and-scenario.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("every-mode-and-scenario", args, EveryModeAndScenario::run);
  }

  static DrawingPage run(PrintStream out) {
    TransitNetwork network = Datasets.southCaucasus();
    Scenarios shipped = Datasets.southCaucasusScenarios();
    List<Scenario> scenarios = shipped.ids().stream().map(shipped::scenario).toList();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put("Rail freight", Movement.freight().by(Mode.RAIL).flag("AZ").build());
    movements.put(
        "Persons by land",
        Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    movements.put("Gas", Movement.energy(Mode.GAS).flag("AZ").build());
    movements.put("Power", Movement.energy(Mode.POWER).flag("AZ").build());
    movements.put("Fibre", Movement.data().flag("AZ").build());
    BarsDrawing.Builder bars =
        BarsDrawing.titled("In how many of " + scenarios.size() + " scenarios there is a way");
    out.println(
        "vetoes: who can stop it alone; cut: the fewest crossings that part it; holds with: by");
    out.println(
        "illustrative chances; fits: the most a day; next: whose refusal takes most beside vetoes");
    out.println();
    int done = 0;
    try (ProgressLine progress = Terminal.progress()) {
      for (Map.Entry<String, Movement> movement : movements.entrySet()) {
        TextTable table =
            TextTable.of("scenario", "day", "vetoes", "cut", "holds with", "fits", "next");
        int open = 0;
        for (Scenario scenario : scenarios) {
          Question question =
              Araxes.on(network)
                  .from("AZ-main")
                  .to("AZ-NX")
                  .moving(movement.getValue())
                  .under(scenario);
          open += question.connectivity().isConnected() ? 1 : 0;
          table.row(row(scenario, question, movement.getValue()));
          progress.report("modes in scenarios", ++done, (long) movements.size() * scenarios.size());
        }
        out.println("=== " + movement.getKey() + ", main part to Nakhchivan");
        out.println(table.indent(4).within(100));
        bars.bar("", movement.getKey(), open, Integer.toString(open), 0);
      }
    }
    return DrawingPage.titled("Every mode and scenario", "Main part of Azerbaijan to Nakhchivan")
        .drawing(bars.build())
        .build();
  }

  private static Object[] row(Scenario scenario, Question question, Movement movement) {
    String day = question.view().date().toString();
    SortedSet<String> vetoes = question.leverage().vetoParties();
    if (!question.connectivity().isConnected()) {
      return new Object[] {scenario.id(), day, "no way", "", "", "", ""};
    }
    boolean measured = !movement.modes().contains(Mode.FIBRE); // data have no unit of throughput
    return new Object[] {
      scenario.id(),
      day,
      String.join(" ", vetoes),
      question
          .connectivity()
          .cuts(CutKind.CROSSINGS)
          .cheapest()
          .map(Cut::cost)
          .map(String::valueOf)
          .orElse("-"),
      probability(question.reliability().withoutImportance().ask().probability()),
      measured ? amount(question.capacity().greatest()) : "",
      measured ? risk(question, vetoes) : ""
    };
  }

  private static String probability(Probability found) {
    return found.exact()
        ? String.format(Locale.ROOT, "%.3f", found.low())
        : String.format(Locale.ROOT, "%.3f to %.3f", found.low(), found.high());
  }

  private static String amount(Flow flow) {
    return flow.amount()
        .map(
            amount -> String.format(Locale.ROOT, "%,.0f %s", amount.perDay(), amount.unit().code()))
        .orElse("no known limit");
  }

  /** Of those who cannot stop it alone, the one whose refusal takes most. */
  private static String risk(Question question, SortedSet<String> vetoes) {
    Optional<Risk> worst =
        question.capacity().atRisk().list().stream()
            .filter(risk -> risk.kind() == RiskKind.PARTY && !vetoes.contains(risk.what()))
            .findFirst();
    return worst.map(Risk::what).orElse("-");
  }
}
