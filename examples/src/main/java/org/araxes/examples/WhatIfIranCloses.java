package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenario;
import org.araxes.study.Case;
import org.araxes.study.Comparison;
import org.araxes.study.Outage;
import org.araxes.study.Sweep;

/**
 * What if Iran closes: how road freight, persons and gas get from the main part of Azerbaijan to
 * Nakhchivan before and after, what changes and why, and which single outage would hurt most as
 * things are.
 */
public final class WhatIfIranCloses {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final int ROWS = 12;

  private WhatIfIranCloses() {}

  /**
   * Prints the comparison, and writes {@code what-if-iran-closes.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("what-if-iran-closes", args, WhatIfIranCloses::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Scenario closed = Scenario.named("iran-closes").refuse("IR").build();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put(
        "Persons", Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    movements.put("Gas", Movement.energy(Mode.GAS).flag("AZ").build());
    BarsDrawing.Builder times = BarsDrawing.titled("The fastest way before and after Iran closes");
    BarsDrawing.Builder outages =
        BarsDrawing.titled("By how much each outage lengthens it, as things are");
    movements.forEach(
        (name, movement) -> {
          Case before = question(name, movement, Optional.empty());
          Case after = question(name, movement, Optional.of(closed));
          out.println(
              "=== " + name + ", main part to Nakhchivan, " + DAY + ": what if Iran closes?");
          progress.report("before and after, " + name, 0, 0);
          Comparison comparison = Comparison.of(network, before, after);
          comparison.lines().forEach(line -> print(line, out));
          out.println();
          out.println("    Every single outage as things are, the most severe first:");
          Sweep sweep =
              Sweep.of(network, before).overElements().overParties().telling(progress).run();
          sweep.outages().stream().limit(ROWS).forEach(outage -> out.println(row(outage)));
          out.printf(
              Locale.ROOT,
              "    %d of %d outages matter, %d sever.%n%n",
              sweep.outages().size(),
              sweep.examined(),
              sweep.severing().size());
          times.compare(name, comparison, "before", "after");
          outages.outages(name, sweep, ROWS, network);
        });
    return DrawingPage.titled(
            "What if Iran closes?", "Main part of Azerbaijan to Nakhchivan, " + DAY)
        .drawing(times.build())
        .drawing(outages.build())
        .build();
  }

  private static Case question(String name, Movement movement, Optional<Scenario> scenario) {
    return new Case(name, "", scenario, DAY, Terms.DEFAULT, name, movement, "AZ-main", "AZ-NX");
  }

  private static String row(Outage outage) {
    String worth =
        outage.effect() == Outage.Effect.SEVERED
            ? "no way is left"
            : String.format(Locale.ROOT, "%+8.1f h", outage.extraSeconds() / 3_600);
    return String.format(Locale.ROOT, "    %-56s %s", outage.what(), worth);
  }

  /** Long lists of crossings go on in the next line. */
  private static void print(String line, PrintStream out) {
    String rest = line;
    String indent = "";
    while (rest.length() + indent.length() > 100) {
      int end = rest.lastIndexOf(' ', 100 - indent.length());
      out.println(indent + rest.substring(0, end));
      rest = rest.substring(end + 1);
      indent = "        ";
    }
    out.println(indent + rest);
  }
}
