package org.araxes.examples;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.agreement.LegalThreshold;
import org.araxes.answer.Progress;
import org.araxes.border.Impediment;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Connection;
import org.araxes.leverage.DependenceProfile;
import org.araxes.leverage.HoldUp;
import org.araxes.leverage.Legality;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.leverage.Relief;
import org.araxes.network.Terms;
import org.araxes.quantity.Fraction;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.report.TextTable;
import org.araxes.scenario.Scenario;

/**
 * Who can stop it: on whom each movement from the main part of Azerbaijan to Nakhchivan hangs, what
 * that power is worth by five measures, what a blockade would breach, and how dependent that makes
 * the exclave, today and with the new road and railway.
 */
public final class WhoCanStopIt {
  private static final LocalDate TODAY = LocalDate.of(2025, 8, 7);
  private static final LocalDate LATER = LocalDate.of(2029, 1, 1);
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final int ROWS = 6;

  /** Iran shut two crossings in return; drones fell on the airport, and land and air were shut. */
  private static final List<LocalDate> SHUT =
      List.of(LocalDate.of(2013, 11, 10), LocalDate.of(2026, 3, 6));

  private static final List<String> STATES = List.of("AM", "AZ", "GE", "IR", "TR");

  /** Seconds an hour. */
  private static final double HOUR = 3_600;

  private WhoCanStopIt() {}

  /**
   * Prints it, and writes {@code who-can-stop-it.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("who-can-stop-it", args, WhoCanStopIt::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    Question question = Araxes.on(Datasets.southCaucasus()).from("AZ-main").to("AZ-NX");
    Scenario open = Datasets.southCaucasusScenarios().scenario("tripp-open");
    Terminal.wrapped(
        out,
        "",
        "Alone: each of these can stop it. Yes of: whose consent together is enough, whatever others"
            + " do. No of: who together can stop it. Hold-up: how much longer the fastest"
            + " way takes, and how much more the cheapest costs, when this one refuses.");
    out.println();
    BarsDrawing.Builder bars = BarsDrawing.titled("Normalised Banzhaf power, by movement");
    TextTable profiles =
        TextTable.of("movement", "others alone", "smallest", "ways", "concentration", "detour");
    movements()
        .forEach(
            (name, movement) -> {
              progress.report(name, 0, 0);
              Question today = question.moving(movement).on(TODAY);
              tell(name + ", " + TODAY, today, out, bars, profiles);
              Question later = question.moving(movement).under(open).on(LATER);
              tell(name + ", new ways open, " + LATER, later, out, bars, profiles);
            });
    relief(question, out);
    breaches(question.under(open).on(LATER), out);
    out.println("=== How dependent is Nakhchivan? On all but Azerbaijan itself");
    Terminal.wrapped(
        out,
        "",
        "Others alone: who of them can stop it. Smallest: how many of them can together. Ways that"
            + " share no state. Concentration of their power: 100 % where one has all of it. Detour:"
            + " how much longer the fastest way takes that meets none of the states of the fastest.");
    out.print(profiles);
    return DrawingPage.titled(
            "Who can stop it",
            "Power over each movement from the main part of Azerbaijan to Nakhchivan.")
        .drawing(bars.build())
        .build();
  }

  private static Map<String, Movement> movements() {
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put("Rail freight", TRAIN);
    movements.put(
        "Persons by land",
        Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    movements.put("Air", Movement.persons().by(Mode.AIR).flag("AZ").tonnes(1).build());
    movements.put("Gas", Movement.energy(Mode.GAS).flag("AZ").build());
    movements.put("Power", Movement.energy(Mode.POWER).flag("AZ").build());
    movements.put("Fibre", Movement.data().flag("AZ").build());
    return movements;
  }

  private static void tell(
      String title,
      Question question,
      PrintStream out,
      BarsDrawing.Builder bars,
      TextTable profiles) {
    Leverage leverage = question.leverage();
    out.println("=== " + title);
    if (leverage.connection().state() != Connection.State.CONNECTED) {
      out.println("    " + leverage.connection().text() + ":");
      for (Impediment one : leverage.connection().obstacles()) {
        out.println("      " + one.element() + ": " + words(one.kind()));
      }
      out.println();
      return;
    }
    out.println("    Alone:    " + leverage.vetoParties());
    out.println("    Yes of:   " + some(leverage.minimalConsentCoalitions()));
    out.println("    No of:    " + some(leverage.minimalBlockingCoalitions()));
    for (Legality one : leverage.legality()) {
      if (!one.lawful()) {
        out.println("    " + one.coalition() + " would breach " + instruments(one));
      }
    }
    Power.Exact power = leverage.power().exact();
    TextTable table =
        TextTable.of(
            "party",
            "Banzhaf",
            "normalised",
            "Shapley-Shubik",
            "Deegan-Packel",
            "Holler",
            "hold-up");
    power
        .byParty()
        .forEach(
            (party, index) -> {
              if (index.banzhaf().compareTo(Fraction.ZERO) > 0) {
                table.row(
                    party,
                    index.banzhaf().toString(),
                    percent(index.banzhafNormalised()),
                    index.shapleyShubik().toString(),
                    percent(index.deeganPackel().orElseThrow()),
                    percent(index.holler().orElseThrow()),
                    worth(leverage.holdUpValue(party)));
                bars.bar(
                    title,
                    party,
                    index.banzhafNormalised().toDouble(),
                    percent(index.banzhafNormalised()),
                    title.contains("new ways") ? 1 : 0);
              }
            });
    out.print(table.indent(4));
    out.println();
    DependenceProfile profile = DependenceProfile.of(leverage);
    profiles.row(
        title,
        profile.vetoes().isEmpty() ? "none" : String.join(" ", profile.vetoes()),
        profile.smallestBlocking().isPresent()
            ? String.valueOf(profile.smallestBlocking().getAsInt())
            : "nobody",
        String.valueOf(profile.disjointWays()),
        profile.concentration().map(part -> part.toPercent(0) + " %").orElse("-"),
        hours(profile.alternativeExtraSeconds()));
  }

  /** What a yes would gain on days on which a no was said. */
  private static void relief(Question question, PrintStream out) {
    out.println("=== What was a yes worth when something was shut?");
    movements()
        .forEach(
            (name, movement) -> {
              for (LocalDate day : SHUT) {
                Leverage leverage = question.moving(movement).on(day).leverage();
                for (String party : STATES) {
                  Relief relief = leverage.reliefValue(party);
                  if (relief.opens()) {
                    out.printf("    %s  %-16s %s would open it%n", day, name, party);
                  } else if (relief.savedSeconds() >= HOUR) {
                    out.printf(
                        Locale.ROOT,
                        "    %s  %-16s %s would save %.1f h, %.0f USD%n",
                        day,
                        name,
                        party,
                        relief.savedSeconds() / HOUR,
                        relief.savedUsd());
                  }
                }
              }
            });
    out.println();
  }

  /** Who can, and who may. */
  private static void breaches(Question question, PrintStream out) {
    out.println("=== What would a refusal breach? Rail freight, " + LATER);
    Question rail = question.moving(TRAIN);
    for (LegalThreshold counts : LegalThreshold.values()) {
      out.println("    Where instruments count that are " + words(counts) + ":");
      for (Legality one : rail.onTerms(Terms.DEFAULT.withThreshold(counts)).leverage().legality()) {
        out.println(
            "      "
                + one.coalition()
                + (one.lawful() ? " may" : " can, but would breach " + instruments(one)));
      }
    }
    out.println();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String some(List<Coalition> coalitions) {
    return coalitions.stream().limit(ROWS).map(Coalition::toString).collect(joining(" "))
        + (coalitions.size() > ROWS ? " and " + (coalitions.size() - ROWS) + " more" : "");
  }

  private static String instruments(Legality one) {
    return one.breaches().stream()
        .flatMap(breach -> breach.instruments().stream())
        .distinct()
        .sorted()
        .collect(joining(", "));
  }

  private static String percent(Fraction part) {
    return part.toPercent(1) + " %";
  }

  private static String worth(HoldUp held) {
    return held.severs()
        ? "severs"
        : held.extraSeconds() + held.extraUsd() == 0
            ? "nothing"
            : hours(held.extraSeconds())
                + String.format(Locale.ROOT, ", %.0f USD", held.extraUsd());
  }

  private static String hours(double seconds) {
    return seconds == Double.POSITIVE_INFINITY
        ? "none"
        : String.format(Locale.ROOT, "%+.1f h", seconds / HOUR);
  }
}
