package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.answer.Completeness;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.leverage.Coalition;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.network.Route;
import org.araxes.passage.Passage;
import org.araxes.passage.Standard;
import org.araxes.passage.Standards;
import org.araxes.passage.Verdict;
import org.araxes.routing.RouteAnswer;
import org.araxes.study.Case;
import org.araxes.study.CaseStudy;

/** Copies the answers of a study onto a sheet. */
final class StudySheet {
  private static final int MOST_COALITIONS = 6;
  private static final List<String> ORDINALS = List.of("First", "Second", "Third", "Fourth");

  private StudySheet() {}

  static AnswerSheet.Builder of(CaseStudy study, AnswerSheet.Builder sheet) {
    Case question = study.question();
    sheet
        .scenario(
            question.scenario().map(scenario -> scenario.id()).orElse("as-it-is"),
            question.situation(),
            question.scenario().map(scenario -> scenario.description()).orElse(""))
        .movement(
            Words.slug(question.movementName().strip().replace(' ', '-')), question.movementName());
    Passage passage = study.passage();
    Words words = new Words(study.view().network());
    ways(study)
        .forEach(
            (route, name) ->
                sheet.way(name, route, named(together(passage.impediments(route)), words)));
    grade(study, words, sheet);
    boolean truncated =
        study
            .fastest()
            .<Boolean>fold(
                found -> found.completeness() == Completeness.TRUNCATED,
                none -> {
                  sheet.blocked(
                      none.obstacles().isEmpty()
                          ? words.sentence(none.sentence())
                          : "Every way is barred. On the one with the fewest obstacles stand:",
                      named(obstacles(none), words));
                  return false;
                },
                unfinished -> {
                  sheet.blocked(
                      "The budget ended before it was known whether there is a way.", List.of());
                  return true;
                });
    sheet.factual(influence(study.leverage(), words)).lawful(influence(study.lawful(), words));
    if (truncated
        || study.leverage().completeness() == Completeness.TRUNCATED
        || study.lawful().completeness() == Completeness.TRUNCATED) {
      sheet.completeness(Completeness.TRUNCATED);
    }
    return sheet;
  }

  /**
   * Each route once, under all the names it deserves: the best by each measure, then the fastest
   * that each smallest group of consenting parties keeps open, then alternatives.
   */
  private static Map<Route, String> ways(CaseStudy study) {
    Map<Route, List<String>> names = new LinkedHashMap<>();
    name(names, study.fastest().best(), "Fastest");
    name(names, study.shortest().best(), "Shortest");
    name(names, study.cheapest().best(), "Cheapest");
    name(names, study.fewestStates().best(), "Fewest states");
    study.leverage().minimalConsentCoalitions().stream()
        .filter(coalition -> coalition.size() > 0)
        .limit(MOST_COALITIONS)
        .forEach(
            coalition ->
                study
                    .leverage()
                    .route(coalition)
                    .filter(route -> !names.containsKey(route))
                    .ifPresent(
                        route -> name(names, Optional.of(route), "By the yes of " + coalition)));
    List<Route> fastest = study.fastest().routes();
    for (int place = 1; place < fastest.size(); place++) {
      if (!names.containsKey(fastest.get(place))) {
        name(names, Optional.of(fastest.get(place)), ordinal(place) + " fastest");
      }
    }
    Map<Route, String> joined = new LinkedHashMap<>();
    names.forEach((route, all) -> joined.put(route, joined(all)));
    return joined;
  }

  private static void name(Map<Route, List<String>> names, Optional<Route> found, String name) {
    found.ifPresent(route -> names.computeIfAbsent(route, known -> new ArrayList<>()).add(name));
  }

  private static String joined(List<String> names) {
    return names.size() == 4
        ? "Best by every measure"
        : names.get(0)
            + names.stream()
                .skip(1)
                .map(name -> ", " + name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
  }

  private static String ordinal(int place) {
    return place < ORDINALS.size() ? ORDINALS.get(place) : "No. " + (place + 1);
  }

  private static List<Impediment> obstacles(RouteAnswer.NoRoute none) {
    List<Impediment> all = new ArrayList<>();
    none.obstacles().forEach(obstacle -> all.addAll(obstacle.impediments()));
    return all;
  }

  /** The same findings, the controls met at one border told together. */
  private static List<Impediment> together(List<Impediment> found) {
    List<Impediment> all = new ArrayList<>();
    for (Impediment next : found) {
      int last = all.size() - 1;
      if (last >= 0
          && next.kind() == ImpedimentKind.CONTROL_STOP
          && all.get(last).kind() == ImpedimentKind.CONTROL_STOP
          && all.get(last).element().equals(next.element())
          && all.get(last).effect() == next.effect()) {
        all.set(last, joined(all.get(last), next));
      } else {
        all.add(next);
      }
    }
    return all;
  }

  private static Impediment joined(Impediment first, Impediment second) {
    SortedSet<String> by = new TreeSet<>(first.by());
    by.addAll(second.by());
    return new Impediment(
        first.kind(),
        first.effect(),
        first.element(),
        by,
        first.instrument(),
        first.delay().plus(second.delay()),
        joined(first.text(), second.text()),
        first.evidence());
  }

  /** Leaves out what the second sentence says again: the post, and by whom when it is the same. */
  private static String joined(String first, String second) {
    String before = first.substring(first.lastIndexOf(". ") + 1).strip();
    int colon = second.indexOf(": ");
    if (colon < 0 || !before.startsWith(second.substring(0, colon + 1))) {
      return first + ". " + second;
    }
    String rest = second.substring(colon + 2);
    int by = rest.indexOf(" by ");
    return by >= 0 && before.endsWith(rest.substring(by))
        ? first.substring(0, first.length() - (rest.length() - by)) + " and " + rest
        : first + "; " + rest;
  }

  /** The same findings, told with names. */
  private static List<Impediment> named(List<Impediment> found, Words words) {
    return found.stream()
        .map(
            one ->
                new Impediment(
                    one.kind(),
                    one.effect(),
                    one.element(),
                    one.by(),
                    one.instrument(),
                    one.delay(),
                    words.sentence(one.text()),
                    one.evidence()))
        .toList();
  }

  private static void grade(CaseStudy study, Words words, AnswerSheet.Builder sheet) {
    for (Standard standard : Standards.all()) {
      Verdict verdict = study.grade().of(standard.name());
      sheet.standard(
          Words.title(standard.name()),
          standard.definition(),
          verdict.truth(),
          words.sentence(verdict.why()),
          witness(verdict, words));
    }
  }

  /** The certificate in words: ways by their crossings, parties; a cut stands in the reason. */
  private static String witness(Verdict verdict, Words words) {
    if (!verdict.ways().isEmpty()) {
      return verdict.ways().stream()
          .map(
              route ->
                  route.crossings().isEmpty()
                      ? "without a border"
                      : "by "
                          + route.crossings().stream()
                              .map(passing -> words.node(passing.crossing()))
                              .collect(Collectors.joining(", ")))
          .distinct()
          .collect(Collectors.joining("; "));
    }
    if (!verdict.parties().isEmpty()) {
      return verdict.parties().stream().map(words::party).collect(Collectors.joining(" or "));
    }
    return "";
  }

  private static AnswerSheet.Influence influence(Leverage leverage, Words words) {
    String why =
        switch (leverage.connection().state()) {
          case CONNECTED -> "";
          case ENDS_MEET, NOT_CONNECTED -> leverage.connection().text() + ".";
        };
    List<AnswerSheet.Weight> weights = new ArrayList<>();
    String none = leverage.power().fold(exact -> weigh(exact, weights), Power.Unavailable::why);
    return new AnswerSheet.Influence(
        leverage.vetoParties(),
        groups(leverage.minimalBlockingCoalitions()),
        groups(leverage.minimalConsentCoalitions()),
        weights,
        words.sentence((why + " " + none).strip()));
  }

  /** The parties with any power, the strongest first. */
  private static String weigh(Power.Exact exact, List<AnswerSheet.Weight> weights) {
    exact
        .byParty()
        .forEach(
            (party, index) -> {
              if (index.banzhaf().numerator().signum() != 0) {
                weights.add(
                    new AnswerSheet.Weight(
                        party, index.banzhaf(), index.banzhafNormalised(), index.shapleyShubik()));
              }
            });
    weights.sort((a, b) -> b.banzhaf().compareTo(a.banzhaf()));
    return "";
  }

  /** Without the empty group, which stands for "nothing to do": the note says so in words. */
  private static List<SortedSet<String>> groups(List<Coalition> coalitions) {
    List<SortedSet<String>> groups = new ArrayList<>();
    coalitions.stream()
        .filter(coalition -> coalition.size() > 0)
        .forEach(coalition -> groups.add(coalition.parties()));
    return groups;
  }
}
