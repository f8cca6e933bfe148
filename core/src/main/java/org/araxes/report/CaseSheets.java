package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.passage.Verdict;
import org.araxes.routing.Obstacle;
import org.araxes.routing.RouteAnswer;
import org.araxes.study.Case;
import org.araxes.study.CaseStudy;

/** Turns the answers of a study into the sheets that reports and maps are made of. */
public final class CaseSheets {
  private static final int WITNESSES = 6;

  private CaseSheets() {}

  /**
   * The sheet of a case.
   *
   * @param study the answers
   * @return the sheet: the fastest routes, then the shortest, the cheapest and the one through the
   *     fewest states where they differ; grades; who can and who may stop it
   */
  public static AnswerSheet of(CaseStudy study) {
    Case question = study.question();
    TransitNetwork network = study.view().network();
    AnswerSheet.Builder sheet =
        AnswerSheet.about(study.view(), question.from(), question.to())
            .scenario(
                question.scenario().map(scenario -> scenario.id()).orElse("none"),
                question.situation(),
                question.scenario().map(scenario -> scenario.description()).orElse(""))
            .movement(question.id(), question.movementName())
            .completeness(study.leverage().completeness());
    Passage passage =
        Passage.of(
            study.view(), network.endpoint(question.from()), network.endpoint(question.to()));
    named(study)
        .forEach((route, name) -> sheet.way(name, route, passage.impediments(route)));
    study
        .fastest()
        .fold(
            found -> sheet,
            none -> sheet.blocked(none.sentence(), obstacles(none)),
            late -> sheet.blocked("The budget ended after " + late.steps() + " steps.", List.of()));
    for (Verdict verdict : study.grade().verdicts()) {
      sheet.standard(
          verdict.standard().replace('-', ' '),
          verdict.truth(),
          verdict.why(),
          witness(verdict));
    }
    return sheet
        .factual(influence(study.leverage()))
        .lawful(influence(study.lawful()))
        .build();
  }

  /** Each different route once, under all its names. */
  private static Map<Route, String> named(CaseStudy study) {
    Map<Route, String> names = new LinkedHashMap<>();
    List<Route> fastest = study.fastest().routes();
    for (int i = 0; i < fastest.size(); i++) {
      names.put(fastest.get(i), i == 0 ? "Fastest" : "Alternative " + i);
    }
    add(names, "shortest", study.shortest());
    add(names, "cheapest", study.cheapest());
    add(names, "fewest states", study.fewestStates());
    return names;
  }

  private static void add(Map<Route, String> names, String name, RouteAnswer answer) {
    answer
        .best()
        .ifPresent(
            route ->
                names.merge(
                    route,
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    (before, alone) -> before + ", " + name));
  }

  private static List<Impediment> obstacles(RouteAnswer.NoRoute none) {
    List<Impediment> all = new ArrayList<>();
    for (Obstacle obstacle : none.obstacles()) {
      all.addAll(obstacle.impediments());
    }
    return all;
  }

  private static String witness(Verdict verdict) {
    StringJoiner text = new StringJoiner("; ");
    if (verdict.truth() != Truth.NO) {
      verdict.ways().stream()
          .limit(2)
          .forEach(way -> text.add("through " + String.join(", ", way.states())));
    }
    addSome(text, "cut: ", verdict.cut());
    addSome(text, "parties: ", verdict.parties());
    addSome(text, "turns on: ", verdict.unknown());
    return text.toString();
  }

  private static void addSome(StringJoiner text, String what, SortedSet<String> ids) {
    if (!ids.isEmpty()) {
      List<String> some = ids.stream().limit(WITNESSES).toList();
      text.add(
          what
              + String.join(", ", some)
              + (ids.size() > some.size() ? " and " + (ids.size() - some.size()) + " more" : ""));
    }
  }

  private static AnswerSheet.Influence influence(Leverage leverage) {
    List<AnswerSheet.Weight> weights =
        leverage
            .power()
            .fold(
                exact ->
                    exact.byParty().entrySet().stream()
                        .filter(entry -> entry.getValue().banzhaf().numerator().signum() > 0)
                        .sorted(
                            Map.Entry.<String, Power.Index>comparingByValue(
                                    (a, b) -> b.banzhaf().compareTo(a.banzhaf()))
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(
                            entry ->
                                new AnswerSheet.Weight(
                                    entry.getKey(),
                                    entry.getValue().banzhaf(),
                                    entry.getValue().banzhafNormalised(),
                                    entry.getValue().shapleyShubik()))
                        .toList(),
                none -> List.of());
    return new AnswerSheet.Influence(
        new TreeSet<>(leverage.vetoParties()),
        groups(leverage.minimalBlockingCoalitions()),
        groups(leverage.minimalConsentCoalitions()),
        weights,
        leverage.connection().text());
  }

  private static List<SortedSet<String>> groups(List<Coalition> coalitions) {
    List<SortedSet<String>> groups = new ArrayList<>();
    coalitions.forEach(coalition -> groups.add(coalition.parties()));
    return groups;
  }
}
