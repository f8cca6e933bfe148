package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.capacity.AtRisk;
import org.araxes.capacity.Capacity;
import org.araxes.capacity.Carried;
import org.araxes.capacity.CheapestFlow;
import org.araxes.capacity.Flow;
import org.araxes.capacity.Jam;
import org.araxes.capacity.Loads;
import org.araxes.capacity.Risk;
import org.araxes.capacity.RiskKind;
import org.araxes.capacity.Spending;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.network.Route;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenarios;
import org.araxes.study.Period;
import org.araxes.study.Timeline;

/**
 * How much fits through from the main part of Azerbaijan to Nakhchivan: by each mode today and once
 * what is planned is built, where it jams and who could shut that, what failures take away, and the
 * cheapest way to move an amount. Trucks carry 20 t, trains 1,000 t and containers 12 t, by
 * assumption.
 */
public final class HowMuchFitsThrough {
  private static final LocalDate BEFORE = LocalDate.of(2025, 8, 7);
  private static final LocalDate LATER = LocalDate.of(2031, 1, 1);
  private static final int RISKS = 6;

  private HowMuchFitsThrough() {}

  /**
   * Prints the answers, and writes {@code how-much-fits-through.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("how-much-fits-through", args, HowMuchFitsThrough::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").tonnes(20).build());
    movements.put("Rail freight", Movement.freight().by(Mode.RAIL).flag("AZ").tonnes(20).build());
    movements.put("Gas", Movement.energy(Mode.GAS).flag("AZ").build());
    movements.put("Power", Movement.energy(Mode.POWER).flag("AZ").build());
    BarsDrawing.Builder taken =
        BarsDrawing.titled("What is left when one party refuses, beside what fits as things are");
    movements.forEach(
        (name, movement) -> {
          Question today = question(network, movement).on(BEFORE);
          Question planned =
              question(network, movement).on(LATER).onTerms(Terms.DEFAULT.withPlans(true));
          asked(name + ", " + BEFORE, today.capacity().telling(progress), taken, out);
          asked(
              name + ", " + LATER + " with all plans",
              planned.capacity().telling(progress),
              taken,
              out);
        });
    scenarios(network, movements, out, progress);
    byDate(network, movements, out);
    cheapest(question(network, road(movements)).on(BEFORE).capacity(), out);
    return DrawingPage.titled("How much fits through", "Azerbaijan to Nakhchivan")
        .drawing(taken.build())
        .build();
  }

  private static Movement road(Map<String, Movement> movements) {
    return movements.values().iterator().next();
  }

  private static Question question(TransitNetwork network, Movement movement) {
    return Araxes.on(network).from("AZ-main").to("AZ-NX").moving(movement);
  }

  private static void asked(
      String name, Capacity capacity, BarsDrawing.Builder taken, PrintStream out) {
    Flow flow = capacity.greatest();
    out.println("=== " + name + ": " + amount(flow));
    loads(capacity, out);
    flow.unlimited().ifPresent(way -> out.println("    for one on the way " + states(way)));
    for (Carried one : flow.routes()) {
      out.printf(Locale.ROOT, "    %-16s %s%n", words(one.amount()), states(one.route()));
    }
    flow.jam().ifPresent(jam -> jam(jam, out));
    if (!flow.unknowns().isEmpty()) {
      out.println(
          "    of what is used nobody knows " + flow.unknowns().size() + " of the capacities");
    }
    AtRisk risks = capacity.atRisk();
    flow.amount()
        .filter(whole -> whole.perDay() > 0)
        .ifPresent(whole -> taken.bar(name, "as things are", 100, words(whole), 0));
    risks.list().stream()
        .filter(risk -> risk.kind() == RiskKind.PARTY || risk.kind() == RiskKind.CROSSING)
        .limit(RISKS)
        .forEach(risk -> risk(name, risk, taken, out));
    out.println();
  }

  /** The same amount in trains, trucks and containers, each answered in its own unit. */
  private static void loads(Capacity capacity, PrintStream out) {
    boolean rail = capacity.view().movement().modes().contains(Mode.RAIL);
    List<String> same = new ArrayList<>();
    for (Unit unit : List.of(rail ? Unit.TRAINS : Unit.VEHICLES, Unit.CONTAINERS)) {
      if (capacity.unit() == Unit.TONNES) {
        double tonnes =
            Loads.DEFAULT
                .convert(new Throughput(1, unit), Mode.ROAD, TrafficClass.GOODS, Unit.TONNES)
                .orElseThrow();
        capacity
            .counting(unit)
            .greatest()
            .amount()
            .filter(most -> most.perDay() > 0)
            .ifPresent(
                most ->
                    same.add(
                        String.format(
                            Locale.ROOT,
                            "%,.1f %s of %,.0f t",
                            most.perDay(),
                            unit.code(),
                            tonnes)));
      }
    }
    if (!same.isEmpty()) {
      out.println("    which is " + String.join(", or ", same));
    }
  }

  private static void jam(Jam jam, PrintStream out) {
    if (jam.parts().isEmpty()) {
      return;
    }
    out.println("    It jams at:");
    for (Jam.Part part : jam.parts()) {
      Terminal.wrapped(
          out,
          "      ",
          part.limit().element()
              + (part.limit().detail().isEmpty() ? "" : " (" + part.limit().detail() + ")")
              + ": "
              + part.limit().capacity().map(HowMuchFitsThrough::words).orElse("no limit"));
    }
    out.println(
        "      which "
            + (jam.alone().isEmpty()
                ? String.join(" and ", jam.together()) + " could shut together"
                : String.join(" or ", jam.alone()) + " could shut alone"));
  }

  private static void risk(String name, Risk risk, BarsDrawing.Builder taken, PrintStream out) {
    String left = risk.left().map(HowMuchFitsThrough::words).orElse("no known limit");
    out.printf(Locale.ROOT, "    without %-28s %s are left%n", risk.what(), left);
    if (risk.kind() == RiskKind.PARTY && risk.lost().isPresent()) {
      double whole = risk.left().orElseThrow().perDay() + risk.lost().orElseThrow().perDay();
      double part = 100 * risk.left().orElseThrow().perDay() / whole;
      taken.bar(name, "without " + risk.what(), part, left, 0);
    }
  }

  private static void scenarios(
      TransitNetwork network, Map<String, Movement> movements, PrintStream out, Progress progress) {
    Scenarios scenarios = Datasets.southCaucasusScenarios();
    out.println("=== In every scenario");
    StringBuilder head = new StringBuilder(" ".repeat(30));
    movements.keySet().forEach(name -> head.append(String.format(Locale.ROOT, " %-16s", name)));
    out.println(head.toString().stripTrailing());
    int done = 0;
    for (String id : scenarios.ids()) {
      progress.report("scenarios", ++done, scenarios.ids().size());
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "    %-26s", id));
      for (Movement movement : movements.values()) {
        Flow flow = question(network, movement).under(scenarios.scenario(id)).capacity().greatest();
        row.append(
            String.format(
                Locale.ROOT,
                " %-16s",
                flow.amount().map(most -> words(most)).orElse("no known limit")));
      }
      out.println(row.toString().stripTrailing());
    }
    out.println();
  }

  private static void byDate(
      TransitNetwork network, Map<String, Movement> movements, PrintStream out) {
    out.println("=== By date, with all plans: what fits, and what one refusal takes of it");
    for (String name : List.of("Rail freight", "Power")) {
      Timeline<String> times =
          question(network, movements.getOrDefault(name, road(movements)))
              .onTerms(Terms.DEFAULT.withPlans(true))
              .timeline(new Validity(BEFORE, LATER), asked -> refusals(asked.capacity().atRisk()));
      for (Period<String> period : times.periods()) {
        Terminal.wrapped(
            out,
            String.format(Locale.ROOT, "    %-12s from %s  ", name, period.validity().from()),
            period.answer());
      }
    }
    out.println();
  }

  private static String refusals(AtRisk risks) {
    Map<String, List<String>> byAmount = new LinkedHashMap<>();
    for (Risk risk : risks.list()) {
      if (risk.kind() == RiskKind.PARTY) {
        byAmount
            .computeIfAbsent(
                risk.lost().map(HowMuchFitsThrough::words).orElse("what is without limit"),
                amount -> new ArrayList<>())
            .add(risk.what());
      }
    }
    List<String> parts = new ArrayList<>(List.of(amount(risks.today())));
    byAmount.forEach((amount, who) -> parts.add(String.join(" or ", who) + " takes " + amount));
    return String.join("; ", parts);
  }

  private static void cheapest(Capacity capacity, PrintStream out) {
    CheapestFlow flow = capacity.cheapest(12_000, Spending.MONEY);
    out.println("=== The cheapest way for " + words(flow.wanted()) + " by road, " + BEFORE);
    for (Carried one : flow.routes()) {
      out.printf(Locale.ROOT, "    %-16s %s%n", words(one.amount()), states(one.route()));
    }
    out.printf(
        Locale.ROOT,
        "    %,.0f USD a day by the assumed rates; %.0f km and %.1f h on average%n",
        flow.usdPerDay(),
        flow.kilometres(),
        flow.hours());
  }

  private static String amount(Flow flow) {
    return flow.amount()
        .map(most -> most.perDay() == 0 ? "nothing. " + flow.reason() : words(most))
        .orElse("no known limit");
  }

  private static String states(Route route) {
    return route.from() + " > " + String.join(" > ", route.states()) + " > " + route.to();
  }

  private static String words(Throughput amount) {
    return String.format(Locale.ROOT, "%,.0f %s", amount.perDay(), amount.unit().code());
  }
}
