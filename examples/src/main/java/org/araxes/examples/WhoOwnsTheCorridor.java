package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.araxes.answer.Progress;
import org.araxes.control.Controllers;
import org.araxes.control.ControllingRule;
import org.araxes.control.DecisionChain;
import org.araxes.control.LookThrough;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.io.Datasets;
import org.araxes.network.ControlExplanation;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Share;
import org.araxes.report.ControlDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenario;

/**
 * Who owns the corridor: the chain from an edge to the states behind it, what the company that is
 * to run it can decide with whose votes in its first term and after, and who stands behind the
 * others.
 */
public final class WhoOwnsTheCorridor {
  private static final String EDGE = "rail-bc-agbend-nrnadzor--nrnadzor";
  private static final String ROW = "  %-17s %-13s %-14s %-13s %s%n";

  private WhoOwnsTheCorridor() {}

  /**
   * Prints it, and writes {@code who-owns-the-corridor.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("who-owns-the-corridor", args, WhoOwnsTheCorridor::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    TransitNetwork caucasus = Datasets.southCaucasus();
    Terms withPlans = Terms.DEFAULT.withPlans(true);
    NetworkSnapshot first = caucasus.on(LocalDate.of(2027, 1, 1), withPlans);
    progress.report("owners", 1, 2);
    NetworkSnapshot extended = caucasus.on(LocalDate.of(2078, 1, 1), withPlans);
    drawTree(first.explain(EDGE), out);
    thresholds("first term", first.ownership(), out);
    thresholds("after extension", extended.ownership(), out);
    owners(first.ownership(), out);
    Scenario sale =
        Scenario.named("sale")
            .from(first.date())
            .stake("GB", "dfc-tripp", Share.ofPercent(100))
            .build();
    out.println("If the holder of the 74 % were sold:");
    sale.transferConsents(caucasus).forEach(consent -> out.println("  " + consent));
    return DrawingPage.titled(
            "Who owns the corridor",
            "From an edge of the railway through Meghri to the states that decide; the operator is planned.")
        .drawing(ControlDrawing.of(first.explain(EDGE), caucasus))
        .drawing(ControlDrawing.of(extended.explain(EDGE), caucasus))
        .build();
  }

  private static void drawTree(ControlExplanation why, PrintStream out) {
    out.println(why.element() + " on " + why.date() + " needs " + why.rule());
    for (ControlExplanation.RoleChain role : why.roles()) {
      out.println("├─ " + role.role().kind().name().toLowerCase(java.util.Locale.ROOT));
      List<DecisionChain.Link> links = role.chain().links();
      for (int i = 0; i < links.size(); i++) {
        StringBuilder line = new StringBuilder("│  ");
        for (int depth = 1; depth < links.get(i).depth(); depth++) {
          line.append(isLast(links, i, depth) ? "   " : "│  ");
        }
        if (links.get(i).depth() > 0) {
          line.append(isLast(links, i, links.get(i).depth()) ? "└─ " : "├─ ");
        }
        out.println(line.append(words(links.get(i))));
      }
    }
    out.println("Weakest confidence on the way: " + why.confidence());
    out.println();
  }

  /** Whether nothing of this depth comes after a link before something less deep does. */
  private static boolean isLast(List<DecisionChain.Link> links, int position, int depth) {
    for (int next = position + 1; next < links.size(); next++) {
      if (links.get(next).depth() <= depth) {
        return links.get(next).depth() < depth;
      }
    }
    return true;
  }

  private static String words(DecisionChain.Link link) {
    String shares =
        link.by().stream().map(stake -> " " + stake.min()).collect(Collectors.joining());
    String sources =
        link.evidence().stream()
            .flatMap(evidence -> evidence.sources().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return link.party()
        + shares
        + (link.ultimate() ? "" : ": " + link.way())
        + (sources.isEmpty() ? "" : " [" + sources + "]");
  }

  private static void thresholds(String when, Ownership ownership, PrintStream out) {
    String held =
        ownership.holders("tdc").stream()
            .map(stake -> stake.holder() + " " + stake.min())
            .collect(Collectors.joining(", "));
    out.println("TRIPP Development Company, " + when + " (" + held + "): who must say yes");
    for (Matter matter : Matter.values()) {
      out.printf(
          "  %-9s %-30s %s%n",
          matter.name().toLowerCase(java.util.Locale.ROOT),
          ownership.chain("tdc", matter).links().get(0).way(),
          String.join(" and ", ownership.rule("tdc", matter).vetoParties()));
    }
    out.println();
  }

  private static void owners(Ownership ownership, PrintStream out) {
    LookThrough through = LookThrough.of(ownership);
    Controllers simple = Controllers.under(ControllingRule.simpleMajority(), ownership);
    Controllers qualified =
        Controllers.under(ControllingRule.qualifiedMajority(Share.ofPercent(75)), ownership);
    Controllers all = Controllers.under(ControllingRule.unanimity(), ownership);
    out.println("Looked through to the ultimate parties, and who controls by which rule");
    out.printf(ROW, "party", "over 50 %", "at least 75 %", "all together", "owners");
    for (String party :
        List.of("tdc", "scr", "btki", "ady", "azal", "gazprom-armenia", "georgian-railway")) {
      out.printf(
          ROW,
          party,
          who(simple.of(party)),
          who(qualified.of(party)),
          who(all.of(party)),
          through.ultimate(party).entrySet().stream()
              .map(owner -> owner.getKey() + " " + owner.getValue())
              .collect(Collectors.joining(", ")));
    }
    out.println();
  }

  private static String who(Controllers.Answer answer) {
    return answer.controllers().isEmpty()
        ? "nobody alone"
        : String.join(", ", answer.controllers());
  }
}
