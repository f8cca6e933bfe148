package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Standards;
import org.araxes.quantity.Money;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenarios;
import org.araxes.study.Case;
import org.araxes.study.Fortification;
import org.araxes.study.Fortification.Measure;

/**
 * The cheapest way to unimpeded: which works and agreements reach each standard at the least cost,
 * for rail, road and persons.
 */
public final class CheapestWayToUnimpeded {
  private static final LocalDate DAY = LocalDate.of(2030, 6, 30);

  /** A measure of this example; most costs are assumptions, made to show the question. */
  private record Offer(String scenario, int millions, LocalDate ready, String basis) {}

  private static final List<Offer> OFFERS =
      List.of(
          new Offer(
              "tripp-rail-open", 230, LocalDate.of(2028, 12, 31), "figure of 2022 in the press"),
          new Offer("tripp-road-open", 200, LocalDate.of(2028, 12, 31), "assumption"),
          new Offer("tripp-open-sender-reading", 300, LocalDate.of(2028, 12, 31), "assumption"),
          new Offer("s12", 2_600, LocalDate.of(2029, 12, 31), "EUR 2.4 bn published, rate assumed"),
          new Offer("s11", 100, LocalDate.of(2027, 6, 30), "assumption"),
          new Offer("s8", 150, LocalDate.of(2027, 1, 1), "assumption"),
          new Offer("s13", 5, LocalDate.of(2026, 7, 1), "assumption"));

  private CheapestWayToUnimpeded() {}

  /**
   * Prints the choices, and writes {@code cheapest-way-to-unimpeded.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("cheapest-way-to-unimpeded", args, CheapestWayToUnimpeded::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Scenarios scenarios = Datasets.southCaucasusScenarios();
    out.println("What can be done by " + DAY + ", at what cost in million USD (illustrative):");
    BarsDrawing.Builder bars =
        BarsDrawing.titled("What it takes to reach each standard, in million USD (illustrative)");
    for (Offer offer : OFFERS) {
      out.printf(
          Locale.ROOT,
          "    %-26s %5d  %s%n%35s%s%n",
          offer.scenario(),
          offer.millions(),
          scenarios.scenario(offer.scenario()).names().in("en", offer.scenario()),
          "",
          offer.basis());
    }
    List<Measure> measures =
        OFFERS.stream()
            .map(
                offer ->
                    new Measure(
                        offer.scenario(),
                        scenarios.scenario(offer.scenario()),
                        Money.usd(offer.millions()),
                        offer.ready()))
            .toList();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Rail freight", Movement.freight().by(Mode.RAIL).flag("AZ").build());
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put(
        "Persons by land",
        Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    movements.forEach(
        (name, movement) -> {
          out.printf("%n=== %s, main part to Nakhchivan, %s%n", name, DAY);
          Case question =
              new Case(
                  name,
                  "",
                  Optional.empty(),
                  DAY,
                  Terms.DEFAULT,
                  name,
                  movement,
                  "AZ-main",
                  "AZ-NX");
          Fortification.each(
                  Fortification.of(network, question, measures).telling(progress), Standards.all())
              .forEach(
                  (standard, answer) -> {
                    String choice = choice(answer);
                    out.printf(Locale.ROOT, "    %-28s %s%n", standard, choice);
                    if (answer.chosen().isPresent()) {
                      bars.bar(name, standard, answer.cost().amount().doubleValue(), choice, 0);
                    } else {
                      bars.across(name, standard, choice);
                    }
                  });
        });
    return DrawingPage.titled(
            "The cheapest way to unimpeded", "Main part of Azerbaijan to Nakhchivan, " + DAY)
        .drawing(bars.build())
        .build();
  }

  private static String choice(Fortification answer) {
    return answer
        .chosen()
        .map(
            chosen ->
                chosen.isEmpty()
                    ? "reached as things are"
                    : String.join(", ", chosen)
                        + " for "
                        + answer.cost().amount().stripTrailingZeros().toPlainString())
        .orElse("not with any of these");
  }
}
