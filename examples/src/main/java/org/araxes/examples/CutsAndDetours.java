package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.araxes.Araxes;
import org.araxes.answer.Budget;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.connectivity.Connectivity;
import org.araxes.connectivity.Cut;
import org.araxes.connectivity.CutKind;
import org.araxes.connectivity.Cuts;
import org.araxes.connectivity.Mandatory;
import org.araxes.connectivity.Reinforcement;
import org.araxes.connectivity.Separation;
import org.araxes.connectivity.Ways;
import org.araxes.connectivity.Weight;
import org.araxes.io.Datasets;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Distance;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;

/**
 * Cuts and detours: what every way from Baku to Nakhchivan has to use, what would part them and who
 * could do it, how many ways keep apart, and what opened would leave no single point of failure.
 */
public final class CutsAndDetours {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final int WAYS = 5;
  private static final int CUTS = 4;

  private CutsAndDetours() {}

  /**
   * Prints the answers, and writes {@code cuts-and-detours.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("cuts-and-detours", args, CutsAndDetours::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork network = Datasets.southCaucasus();
    Map<String, Movement> movements = new LinkedHashMap<>();
    movements.put("Road freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    movements.put("Persons by land and air", Movement.persons().flag("AZ").tonnes(1).build());
    BarsDrawing.Builder apart = BarsDrawing.titled("How many ways have none of these in common");
    BarsDrawing.Builder least = BarsDrawing.titled("How many of these the smallest cut takes");
    movements.forEach(
        (name, movement) -> {
          out.println("=== " + name + ", Baku to Nakhchivan, " + DAY);
          Connectivity asked =
              Araxes.on(network)
                  .from("baku")
                  .to("nakhchivan")
                  .moving(movement)
                  .on(DAY)
                  .connectivity();
          mandatory(asked, out);
          for (CutKind kind : List.of(CutKind.CROSSINGS, CutKind.NODES, CutKind.EDGES)) {
            progress.report("cuts, " + name, 0, 0);
            Cuts found = asked.cuts(kind).first(CUTS);
            cuts(found, kind, out);
            found
                .cheapest()
                .ifPresent(
                    cut -> least.bar(name, words(kind), (double) cut.cost(), cut.cost() + "", 0));
          }
          for (Separation by : Separation.values()) {
            progress.report("ways apart, " + name, 0, 0);
            Ways found = asked.disjointWays(by, WAYS);
            ways(found, by, out);
            if (found.count() == 1 && by != Separation.NODES) {
              shared(asked.leastSharedWays(by, 2, Weight.TIME, List.of(), Budget.unlimited()), out);
            }
            apart.bar(name, "no common " + words(by), found.count(), found.count() + "", 0);
          }
          states(asked, out);
          out.println();
        });
    opened(network, out);
    return DrawingPage.titled("Cuts and detours", "Baku to Nakhchivan, " + DAY)
        .drawing(apart.build())
        .drawing(least.build())
        .build();
  }

  private static String words(CutKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(Separation by) {
    return switch (by) {
      case EDGES -> "edge";
      case NODES -> "node";
      case STATES -> "foreign state";
      case OWNERS -> "owner";
      case OPERATORS -> "operator";
      case POSTS -> "border crossing";
    };
  }

  private static void mandatory(Connectivity asked, PrintStream out) {
    out.println("    Every way uses:");
    for (Mandatory one : asked.mandatoryElements()) {
      out.printf(
          Locale.ROOT,
          "      %-40s %-6s can be shut by %s alone%n",
          one.element(),
          String.join("/", one.jurisdictions()),
          one.alone().isEmpty() ? "nobody" : String.join(", ", one.alone()));
    }
    if (asked.mandatoryElements().isEmpty()) {
      out.println("      nothing in particular");
    }
  }

  private static void cuts(Cuts cuts, CutKind kind, PrintStream out) {
    out.println("    Smallest cuts of " + words(kind) + ":");
    for (Cut cut : cuts.list()) {
      Terminal.wrapped(
          out,
          "      " + cut.cost() + "  ",
          String.join(", ", cut.elements())
              + (cut.alone().isEmpty()
                  ? "; by " + String.join(" and ", cut.together()) + " together"
                  : "; by " + String.join(" or ", cut.alone()) + " alone"));
    }
  }

  private static void ways(Ways ways, Separation by, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "    %d way%s without a common %s%n",
        ways.count(),
        ways.count() == 1 ? "" : "s",
        words(by));
    if (by == Separation.STATES) {
      for (Route route : ways.routes()) {
        out.printf(
            Locale.ROOT,
            "      %-24s %6.0f km %6.1f h%n",
            String.join(" > ", route.states()),
            kilometres(route.length()),
            route.duration().toMinutes() / 60.0);
      }
    }
  }

  private static void shared(Ways two, PrintStream out) {
    Terminal.wrapped(out, "      two share at least ", String.join(", ", two.shared()));
  }

  private static double kilometres(Distance distance) {
    return distance.metres() / 1_000;
  }

  private static void states(Connectivity asked, PrintStream out) {
    out.println("    States that together part them:");
    for (Cut cut : asked.quotient().stateCuts(Budget.unlimited()).list()) {
      out.println("      " + String.join(" and ", cut.elements()));
    }
  }

  /** By rail there is no way that day; every barred element may be opened at the same cost. */
  private static void opened(TransitNetwork network, PrintStream out) {
    Movement train = Movement.freight().by(Mode.RAIL).gauge(1520).flag("AZ").build();
    Connectivity asked =
        Araxes.on(network).from("AZ-main").to("AZ-NX").moving(train).on(DAY).connectivity();
    Map<String, Long> candidates = new LinkedHashMap<>();
    asked.barredElements().forEach(element -> candidates.put(element, 1L));
    out.println("=== Rail freight on 1520 mm, main part to Nakhchivan, " + DAY);
    out.println(
        "    "
            + (asked.isConnected() ? "There is a way." : "There is no way.")
            + " Of "
            + candidates.size()
            + " barred elements, fewest to open");
    for (boolean safe : new boolean[] {false, true}) {
      Reinforcement found =
          safe
              ? asked.reinforcement(candidates, CutKind.EDGES, Budget.unlimited())
              : asked.reconnection(candidates);
      Terminal.wrapped(
          out,
          safe ? "      so that no one edge parts them: " : "      for one way: ",
          found.elements().map(CutsAndDetours::listed).orElse("no choice is enough"));
    }
  }

  private static String listed(SortedSet<String> elements) {
    return elements.size() + ": " + String.join(", ", elements);
  }
}
