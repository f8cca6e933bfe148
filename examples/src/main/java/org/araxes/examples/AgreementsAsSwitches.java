package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementGraph;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.OpenStep;
import org.araxes.agreement.Outstanding;
import org.araxes.answer.Progress;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.AgreementConflicts;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.report.AgreementDrawing;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenario;

/**
 * Agreements as switches: what changes on the network when each instrument lapses, and what must
 * still happen for the peace treaty and the framework of the corridor to be in force.
 */
public final class AgreementsAsSwitches {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 28);
  private static final Movement TRAVELLER = Movement.persons().flag("AZ").build();
  private static final String ROW = "%-34s %-10s %8s %9s%n";

  private AgreementsAsSwitches() {}

  /**
   * Prints it, and writes {@code agreements-as-switches.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("agreements-as-switches", args, AgreementsAsSwitches::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork caucasus = Datasets.southCaucasus();
    out.println("What changes for a traveller on " + DAY + " when it lapses:");
    out.printf(ROW, "instrument", "status", "edges", "crossings");
    BarsDrawing.Builder lapses = BarsDrawing.titled("What changes for a traveller when it lapses");
    int done = 0;
    for (Agreement agreement : caucasus.agreements()) {
      progress.report("agreements", ++done, caucasus.agreements().size());
      lapse(caucasus, agreement, out, lapses);
    }
    DrawingPage.Builder page =
        DrawingPage.titled("Agreements as switches", "What each drives, and what it waits for.")
            .drawing(lapses.build());
    AgreementGraph graph = AgreementGraph.of(caucasus.agreements());
    for (String id : List.of("peace-treaty", "tripp-framework-2026-05-26")) {
      Outstanding open = graph.outstanding(id, LegalStatus.IN_FORCE, DAY);
      show(open, out);
      page.drawing(AgreementDrawing.of(open, caucasus));
    }
    out.println();
    out.println("Conflicts found: " + AgreementConflicts.in(caucasus, false).size());
    return page.build();
  }

  private static void lapse(
      TransitNetwork network, Agreement agreement, PrintStream out, BarsDrawing.Builder bars) {
    Scenario lapse = Scenario.named("lapse").from(DAY).lapse(agreement.id()).build();
    NetworkView before = network.on(DAY).moving(TRAVELLER);
    NetworkView after = lapse.applyTo(network).on(DAY).moving(TRAVELLER);
    int edges = 0;
    for (TransitEdge edge : network.edges()) {
      boolean same =
          before.snapshot().controlOf(edge.id()).equals(after.snapshot().controlOf(edge.id()));
      edges += same ? 0 : 1;
    }
    int crossings = 0;
    for (Crossing crossing : network.crossings()) {
      crossings += state(before, crossing).equals(state(after, crossing)) ? 0 : 1;
    }
    if (edges + crossings > 0) {
      String status = agreement.statusOn(DAY, false).map(LegalStatus::code).orElse("-");
      out.printf(ROW, agreement.id(), status, edges, crossings);
      String name =
          agreement.names().in("en", agreement.id()) + " (" + status.replace('_', ' ') + ")";
      bars.bar(name, "edges whose consents change", edges, edges + " edges", 0);
      bars.bar(name, "crossings in another state", crossings, crossings + " crossings", 1);
    }
  }

  private static String state(NetworkView view, Crossing crossing) {
    String from = crossing.sides().get(0);
    String to = crossing.sides().get(1);
    return view.stateFact(view.network().crossing(crossing.id()), Mode.ROAD, from, to)
        .flatMap(CrossingFact::state)
        .map(Enum::name)
        .orElse("");
  }

  private static void show(Outstanding open, PrintStream out) {
    out.println();
    out.println("For " + open.agreement() + " to be in force, in this order:");
    for (OpenStep step : open.steps()) {
      String sign = step.needs().isEmpty() ? ">" : " ";
      out.printf("  %s %-22s %s%n", sign, step.id(), String.join(", ", step.by()));
    }
    open.blocking().ifPresent(step -> out.println("  All waits for: " + step.text()));
  }
}
