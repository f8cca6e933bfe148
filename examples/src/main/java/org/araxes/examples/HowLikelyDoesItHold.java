package org.araxes.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.leverage.Power;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.araxes.reliability.Expected;
import org.araxes.reliability.Importance;
import org.araxes.reliability.Measure;
import org.araxes.reliability.Reliability;
import org.araxes.reliability.Sample;
import org.araxes.reliability.Sampling;
import org.araxes.reliability.SubjectKind;
import org.araxes.reliability.SurvivalInput;
import org.araxes.report.BarsDrawing;
import org.araxes.report.DrawingPage;

/**
 * How likely does the connection hold: by road and by air, before and after the corridor, with what
 * hangs on whom; what common causes add; and where chance and power are the same number.
 */
public final class HowLikelyDoesItHold {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate BEFORE = LocalDate.of(2025, 8, 7);
  private static final LocalDate AFTER = LocalDate.of(2029, 1, 1);

  /** Less than this hangs on most, and rounds to nothing. */
  private static final double SMALL = 0.000_5;

  /** Seconds an hour. */
  private static final double HOUR = 3_600;

  private HowLikelyDoesItHold() {}

  /**
   * Prints it, and writes {@code how-likely-does-it-hold.html}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Example.main("how-likely-does-it-hold", args, HowLikelyDoesItHold::run);
  }

  static DrawingPage run(PrintStream out, Progress progress) {
    Map<String, Question> cases = cases();
    BarsDrawing.Builder failing = BarsDrawing.titled("How likely no way stays open");
    BarsDrawing.Builder hanging =
        BarsDrawing.titled("What hangs on whom: reliability with it less without it");
    whatGoesIn(out);
    out.println("Between the main part of Azerbaijan and Nakhchivan, some way stays open with");
    cases.forEach(
        (name, question) -> {
          Reliability found = question.reliability().telling(progress).ask();
          row(name, found, out);
          draw(name, question.network(), found, failing, hanging);
        });
    out.println();
    out.println("The same once it is certain that every party consents and every agreement stands");
    cases.forEach(
        (name, question) ->
            out.printf(
                Locale.ROOT,
                "  %-26s fails with %s%n",
                name,
                small(consented(question).ask().failure())));
    out.println();
    samples(cases, out, progress);
    whatCommonCausesAdd(cases.values().iterator().next(), out);
    chanceAndPower(cases, out);
    return DrawingPage.titled(
            "How likely does it hold?", "Main part of Azerbaijan to Nakhchivan, with illustrations")
        .drawing(failing.build())
        .drawing(hanging.build())
        .build();
  }

  private static void draw(
      String name,
      TransitNetwork network,
      Reliability found,
      BarsDrawing.Builder failing,
      BarsDrawing.Builder hanging) {
    Probability failure = found.failure();
    failing.bar(name, "at best", failure.low(), percent(failure.low()), 0);
    failing.bar(name, "at worst", failure.high(), percent(failure.high()), 1);
    for (Importance one : found.importance()) {
      if (one.birnbaum() > SMALL) {
        String text = String.format(Locale.ROOT, "%.3f", one.birnbaum());
        hanging.bar(
            name,
            called(network, one.subject()),
            one.birnbaum(),
            text,
            one.kind() == SubjectKind.PARTY ? 0 : 1);
      }
    }
  }

  private static String called(TransitNetwork network, String subject) {
    return network
        .findParty(subject)
        .map(party -> party.names())
        .or(() -> network.findNode(subject).map(node -> node.names()))
        .or(() -> network.findEdge(subject).map(edge -> edge.names()))
        .or(() -> network.findAgreement(subject).map(agreement -> agreement.names()))
        .or(() -> network.findCommonCause(subject).map(cause -> cause.names()))
        .map(names -> names.in("en", subject))
        .orElse(subject);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  private static Map<String, Question> cases() {
    Movement truck = Movement.freight().by(Mode.ROAD).flag("AZ").build();
    Movement flight = Movement.persons().by(Mode.AIR).flag("AZ").build();
    Question between = Araxes.on(CAUCASUS).from("AZ-main").to("AZ-NX");
    Map<String, Question> cases = new LinkedHashMap<>();
    cases.put("trucks on " + BEFORE, between.moving(truck).on(BEFORE));
    cases.put("flights on " + BEFORE, between.moving(flight).on(BEFORE));
    cases.put(
        "trucks, TRIPP road, 2029",
        between
            .moving(truck)
            .under(Datasets.southCaucasusScenarios().scenario("tripp-road-open"))
            .on(AFTER));
    return cases;
  }

  private static boolean isPolitical(SurvivalInput input) {
    return input.kind() == SubjectKind.PARTY || input.kind() == SubjectKind.AGREEMENT;
  }

  private static void whatGoesIn(PrintStream out) {
    Map<SurvivalBasis, Long> counts =
        CAUCASUS.survivals().stream()
            .collect(
                Collectors.groupingBy(SurvivalFact::basis, TreeMap::new, Collectors.counting()));
    out.println(
        "What goes in: "
            + counts.getOrDefault(SurvivalBasis.FREQUENCY, 0L)
            + " counts of days shut, "
            + counts.getOrDefault(SurvivalBasis.ESTIMATE, 0L)
            + " estimates, "
            + counts.getOrDefault(SurvivalBasis.ASSUMPTION, 0L)
            + " illustrations.");
    out.println(
        "An illustration judges nobody: every state consents with 0.9 to 0.99, every listed");
    out.println("agreement stands with as much. What nobody speaks of is taken as certain.");
    out.println();
  }

  private static void row(String name, Reliability found, PrintStream out) {
    List<Importance> most =
        found.importance().stream().filter(one -> one.birnbaum() > SMALL).limit(3).toList();
    out.printf(
        Locale.ROOT,
        "  %-26s %s   hangs on %s%n",
        name,
        bounds(found.probability()),
        most.stream()
            .map(one -> String.format(Locale.ROOT, "%s %.3f", one.subject(), one.birnbaum()))
            .collect(Collectors.joining(", ")));
  }

  private static String bounds(Probability probability) {
    return probability.exact()
        ? String.format(Locale.ROOT, "%.4f", probability.low())
        : String.format(Locale.ROOT, "%.4f to %.4f", probability.low(), probability.high());
  }

  private static String small(Probability probability) {
    return probability.exact()
        ? small(probability.low())
        : small(probability.low()) + " to " + small(probability.high());
  }

  private static String small(double probability) {
    return probability == 0 ? "0" : String.format(Locale.ROOT, "%.1e", probability);
  }

  private static Reliability.Builder consented(Question question) {
    Reliability.Builder certain = question.reliability();
    question.reliability().withoutImportance().ask().inputs().stream()
        .filter(HowLikelyDoesItHold::isPolitical)
        .forEach(input -> certain.survival(input.subject(), Probability.CERTAIN));
    return certain;
  }

  /** What a network too wide to be worked out would get. */
  private static void samples(Map<String, Question> cases, PrintStream out, Progress progress) {
    Sampling plan = Sampling.of(20_000);
    out.println(
        "Sampled instead of worked out, with confidence 0.95, and the best way that is left");
    cases.forEach(
        (name, question) -> {
          progress.report("best ways left, " + name, 0, 0);
          Expected time = question.reliability().expected(Measure.TIME);
          out.printf(
              Locale.ROOT,
              "  %-26s %s   takes %.1f h, %.1f h on average%n",
              name,
              bounds(question.reliability().sampled(plan).interval()),
              time.cases().get(0).value() / HOUR,
              time.mean().orElseThrow() / HOUR);
        });
    Sample forced = consented(cases.values().iterator().next()).sampled(plan);
    out.printf(
        "  %-26s fails with %s, failures %s%n",
        "all consent, trucks",
        small(forced.failureInterval()),
        forced.method().name().toLowerCase(Locale.ROOT));
    out.println();
  }

  /** Takes each cause away in turn. */
  private static void whatCommonCausesAdd(Question question, PrintStream out) {
    out.println("What is answered, and what happens together: trucks on " + BEFORE);
    Reliability.Builder states = consented(question);
    out.printf("  %-26s fails with %s%n", "as the data say", small(states.ask().failure()));
    CAUCASUS
        .on(BEFORE)
        .commonCauses()
        .forEach(
            cause -> {
              states.survival(cause.id(), Probability.CERTAIN);
              out.printf(
                  "  %-26s fails with %s%n", "nor " + cause.id(), small(states.ask().failure()));
            });
    out.println();
  }

  private static void chanceAndPower(Map<String, Question> cases, PrintStream out) {
    out.println("Were every party as likely to refuse as to consent, and nothing else by chance,");
    out.println("what hangs on a party would be its Banzhaf index:");
    cases.forEach(
        (name, question) -> {
          Reliability even =
              question
                  .reliability()
                  .withoutFacts()
                  .otherwise(SubjectKind.PARTY, Probability.of(0.5))
                  .ask();
          Power.Exact power = question.leverage().power().exact();
          Map<String, String> equal = new LinkedHashMap<>();
          for (Importance one : even.importance()) {
            if (one.birnbaum() > 0) {
              equal.merge(
                  one.birnbaum() + " = " + power.of(one.subject()).banzhaf(),
                  one.subject(),
                  (before, next) -> before + " " + next);
            }
          }
          out.printf(
              "  %-26s %s%n",
              name,
              equal.entrySet().stream()
                  .map(entry -> entry.getValue() + " " + entry.getKey())
                  .collect(Collectors.joining(", ")));
        });
  }
}
