package org.araxes.examples;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.capacity.AtRisk;
import org.araxes.capacity.Risk;
import org.araxes.capacity.RiskKind;
import org.araxes.connectivity.CutKind;
import org.araxes.io.Datasets;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Leverage;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Throughput;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.report.TextTable;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;

/**
 * Every mode in every scenario: at a glance who can stop it alone; then, once for all scenarios in
 * which it is the same, whose yes and no decide and what that power is worth, the smallest cuts,
 * how likely it holds, how much fits through, and what each refusal or closing takes of that.
 */
public final class EveryModeAndScenario {
  private static final int LISTED = 4;
  private static final int NAMED = 3;
  private static final String NO_WAY = "-";

  private EveryModeAndScenario() {}

  /**
   * Prints the tables, and writes {@code every-mode-and-scenario.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("every-mode-and-scenario", args, EveryModeAndScenario::run);
  }

  /**
   * What is found for one mode in one scenario.
   *
   * @param glance who can stop it alone
   * @param lines all that is told
   * @param chance how likely it holds at worst, in thousandths
   */
  private record Answer(String glance, List<String> lines, long chance) {}

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Scenarios scenarios = Datasets.southCaucasusScenarios();
    Map<String, Movement> movements = movements();
    Map<String, Map<Answer, List<String>>> found = new LinkedHashMap<>();
    movements.keySet().forEach(name -> found.put(name, new LinkedHashMap<>()));
    List<String> titles = new ArrayList<>(List.of("scenario"));
    titles.addAll(movements.keySet());
    TextTable glance = TextTable.of(titles.toArray(String[]::new));
    TextTable legend = TextTable.of("scenario", "day", "what it is");
    int done = 0;
    for (String id : scenarios.ids()) {
      Scenario scenario = scenarios.scenario(id);
      Question question = Araxes.on(network).from("AZ-main").to("AZ-NX").under(scenario);
      legend.row(id, scenario.date().orElse(network.asOf()), scenario.names().in("en", id));
      List<String> row = new ArrayList<>(List.of(id));
      for (Map.Entry<String, Movement> movement : movements.entrySet()) {
        progress.report(
            "modes in scenarios", done++, (long) movements.size() * scenarios.ids().size());
        Answer answer = answer(question.moving(movement.getValue()));
        row.add(answer.glance());
        found
            .getOrDefault(movement.getKey(), new LinkedHashMap<>())
            .computeIfAbsent(answer, any -> new ArrayList<>())
            .add(id);
      }
      glance.row(row.toArray());
    }
    out.println("The scenarios of the dataset, and the day on which each is asked");
    out.println(legend.indent(4).within(100));
    out.println("Who can stop it alone, from the main part to Nakhchivan; - where there is no way");
    out.println(glance.indent(4).within(100));
    explain(out);
    BarsDrawing.Builder bars = BarsDrawing.titled("How likely a way stays open, at worst");
    found.forEach((name, answers) -> tell(name, answers, bars, out));
    return DrawingPage.titled(
            "Every mode and scenario",
            "Main part of Azerbaijan to Nakhchivan. The chances are illustrations.")
        .drawing(bars.build())
        .build();
  }

  private static Map<String, Movement> movements() {
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put("Rail", Movement.freight().by(Mode.RAIL).flag("AZ").build());
    movements.put(
        "Persons", Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    movements.put("Air", Movement.persons().by(Mode.AIR).flag("AZ").tonnes(1).build());
    movements.put("Gas", Movement.energy(Mode.GAS).flag("AZ").build());
    movements.put("Power", Movement.energy(Mode.POWER).flag("AZ").build());
    movements.put("Fibre", Movement.data().flag("AZ").build());
    return movements;
  }

  private static void explain(PrintStream out) {
    Terminal.wrapped(
        out,
        "",
        "Below, each answer once, with the scenarios in which it holds. Road and Rail carry freight,"
            + " Persons go by land, Air carries persons. yes of: whose consent together is enough; no"
            + " of: who together can stop it; power: parts of the Banzhaf power; cut: the fewest that part it; chance: that a way"
            + " stays open, by illustrative probabilities; fits: how much passes in a day, of the"
            + " known capacities; at risk: how much is left when this party refuses, this crossing"
            + " shuts.");
    out.println();
  }

  private static Answer answer(Question question) {
    Leverage leverage = question.leverage();
    if (!question.connectivity().isConnected()) {
      String bars =
          leverage.connection().obstacles().stream()
              .map(one -> one.element())
              .distinct()
              .sorted()
              .collect(joining(", "));
      return new Answer(NO_WAY, List.of("no way    barred at " + bars), 0);
    }
    List<String> vetoes = List.copyOf(leverage.vetoParties());
    List<String> lines = new ArrayList<>();
    lines.add("alone     " + (vetoes.isEmpty() ? "nobody" : String.join(", ", vetoes)));
    lines.add("yes of    " + some(leverage.minimalConsentCoalitions()));
    lines.add("no of     " + some(leverage.minimalBlockingCoalitions()));
    lines.add("power     " + power(leverage));
    lines.add("cut       " + cut(question, CutKind.CROSSINGS));
    lines.add("          " + cut(question, CutKind.EDGES));
    Probability chance = question.reliability().withoutImportance().ask().probability();
    lines.add("chance    " + words(chance));
    AtRisk risk = question.capacity().atRisk();
    lines.add("fits      " + risk.today().amount().map(one -> words(one)).orElse("no known limit"));
    lines.add("at risk   " + risks(risk));
    return new Answer(
        vetoes.size() <= NAMED
            ? String.join(" ", vetoes)
            : vetoes.get(0) + " +" + (vetoes.size() - 1),
        lines,
        Math.round(1_000 * chance.low()));
  }

  private static String some(List<Coalition> coalitions) {
    return coalitions.stream().limit(LISTED).map(Coalition::toString).collect(joining(" "))
        + (coalitions.size() > LISTED ? " and " + (coalitions.size() - LISTED) + " more" : "");
  }

  private static String power(Leverage leverage) {
    return leverage
        .power()
        .fold(
            exact ->
                exact.byParty().entrySet().stream()
                    .filter(one -> one.getValue().banzhaf().compareTo(Fraction.ZERO) > 0)
                    .sorted(
                        Comparator.comparing(
                            one -> one.getValue().banzhaf(), Comparator.reverseOrder()))
                    .map(
                        one -> one.getKey() + " " + one.getValue().banzhafNormalised().toPercent(0))
                    .collect(joining(" %, ", "", " %")),
            none -> none.why());
  }

  private static String cut(Question question, CutKind kind) {
    String one = kind == CutKind.CROSSINGS ? "crossing" : "edge";
    return question
        .connectivity()
        .cuts(kind)
        .cheapest()
        .map(
            cut ->
                cut.cost()
                    + " "
                    + one
                    + (cut.cost() == 1 ? ": " : "s: ")
                    + String.join(", ", cut.elements()))
        .orElse("no " + one + "s part it");
  }

  private static String words(Probability found) {
    return found.exact()
        ? String.format(Locale.ROOT, "%.3f", found.low())
        : String.format(Locale.ROOT, "%.3f to %.3f", found.low(), found.high());
  }

  private static String words(Throughput amount) {
    return String.format(Locale.ROOT, "%,.0f %s", amount.perDay(), amount.unit().code());
  }

  private static String risks(AtRisk risk) {
    Map<String, TreeSet<String>> byAmount = new LinkedHashMap<>();
    for (Risk one : risk.list()) {
      if (one.kind() == RiskKind.PARTY || one.kind() == RiskKind.CROSSING) {
        byAmount
            .computeIfAbsent(
                one.left().map(left -> words(left)).orElse("no known limit"),
                any -> new TreeSet<>())
            .add(one.what());
      }
    }
    return byAmount.isEmpty()
        ? "nothing"
        : byAmount.entrySet().stream()
            .limit(LISTED)
            .map(one -> one.getKey() + " without " + String.join(" or ", one.getValue()))
            .collect(joining("; "));
  }

  private static void tell(
      String name, Map<Answer, List<String>> answers, BarsDrawing.Builder bars, PrintStream out) {
    answers.forEach(
        (answer, in) -> {
          Terminal.wrapped(out, "=== " + name + ": ", String.join(", ", in));
          answer
              .lines()
              .forEach(
                  line ->
                      Terminal.wrapped(out, "    " + line.substring(0, 10), line.substring(10)));
          out.println();
          String where = in.get(0) + (in.size() > 1 ? " and " + (in.size() - 1) + " more" : "");
          if (answer.glance().equals(NO_WAY)) {
            bars.across(name, where, "no way");
          } else {
            double chance = answer.chance() / 1_000.0;
            bars.bar(
                name,
                where + ": " + answer.glance(),
                chance,
                String.format(Locale.ROOT, "%.3f", chance),
                0);
          }
        });
  }
}
