package org.araxes.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.evidence.Names;
import org.araxes.leverage.Coalition;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Change;
import org.araxes.scenario.InvalidScenarioException;
import org.araxes.scenario.Scenario;

/**
 * What differs between the answers to two cases, and which steps from one to the other do it.
 *
 * <p><b>Differences.</b> Routes among the fastest few gained and lost, time, cost and length of the
 * best, standards, vetoes in fact and in law, blocking and consent coalitions, absolute Banzhaf
 * indices.
 *
 * <p><b>Why.</b> The first case becomes the second step by step: another movement, other places,
 * day or terms; changes that only the first scenario makes are undone, those that only the second
 * makes are made. A step <em>suffices</em> for a difference when it alone, from the first case,
 * brings the second's value; it is <em>needed</em> when without it, all other steps taken, the
 * value is not the second's. Changes that both scenarios make in the same place at the beginning
 * are no steps.
 *
 * <p><b>Cost.</b> Two case studies, and for n steps 2n more; none more where n is 1.
 *
 * @param before the answers to the first case
 * @param after the answers to the second case
 * @param steps what leads from the first to the second, in words, in order
 * @param differences what differs, by aspect and then by subject
 * @param completeness whether every step was tried; truncated when the budget ended first, and then
 *     nothing is said to suffice or to be needed that was not tried
 */
public record Comparison(
    CaseStudy before,
    CaseStudy after,
    List<String> steps,
    List<Difference> differences,
    Completeness completeness) {
  /** Enough for a hundred steps; a step of it is one case study. */
  public static final Budget DEFAULT_BUDGET = Budget.ofSteps(202);

  private static final String NONE = "none";

  /** Copies. */
  public Comparison {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
  }

  /** What an answer is about. */
  public enum Aspect {
    /** One of the fastest routes, by states and crossings. */
    ROUTE("route"),
    /** How long the fastest route takes. */
    TIME("time of the fastest"),
    /** What the cheapest route costs. */
    COST("cost of the cheapest"),
    /** How long the shortest route is. */
    LENGTH("length of the shortest"),
    /** Whether a standard is reached. */
    STANDARD("standard"),
    /** A party that can stop it alone. */
    VETO("veto of"),
    /** A party that may stop it alone without breach. */
    LAWFUL_VETO("lawful veto of"),
    /** A minimal coalition that can stop it. */
    BLOCKING("blocking coalition"),
    /** A minimal coalition whose consent is enough. */
    CONSENT("consent coalition"),
    /** The absolute Banzhaf index of a party. */
    POWER("power of");

    private final String words;

    Aspect(String words) {
      this.words = words;
    }
  }

  /**
   * One answer that differs.
   *
   * @param aspect what it is about
   * @param subject a route, standard, party or coalition, or empty
   * @param before its value in the first case; {@code none} where there is none
   * @param after its value in the second case; {@code none} where there is none
   * @param suffices places in {@link Comparison#steps} of what alone brings it about
   * @param needed places in {@link Comparison#steps} without which it does not come about
   */
  public record Difference(
      Aspect aspect,
      String subject,
      String before,
      String after,
      List<Integer> suffices,
      List<Integer> needed) {
    /** Copies. */
    public Difference {
      suffices = List.copyOf(suffices);
      needed = List.copyOf(needed);
    }

    /**
     * Whether there is something that was not there before.
     *
     * @return true if so
     */
    public boolean gained() {
      return before.equals(NONE);
    }

    /**
     * Whether something is gone.
     *
     * @return true if so
     */
    public boolean lost() {
      return after.equals(NONE);
    }

    /** {@code + veto of IR} or {@code * time of the fastest: 21.3 h -> 17.0 h}. */
    @Override
    public String toString() {
      String what = aspect.words + (subject.isEmpty() ? "" : " " + subject);
      if (aspect == Aspect.TIME
          || aspect == Aspect.COST
          || aspect == Aspect.LENGTH
          || aspect == Aspect.STANDARD
          || aspect == Aspect.POWER) {
        return "* " + what + ": " + before + " -> " + after;
      }
      return (gained() ? "+ " : "- ") + what;
    }
  }

  /** Where an answer stands. */
  private record Key(Aspect aspect, String subject) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byAspect = aspect.compareTo(other.aspect);
      return byAspect != 0 ? byAspect : subject.compareTo(other.subject);
    }
  }

  /** A step in words, and what it does to a case half-way. */
  private record Step(String words, UnaryOperator<Halfway> taken) {}

  /** A change, and whether it is made. */
  private record Halfway(Case question, List<Boolean> undone, List<Boolean> made) {}

  /**
   * Compares two cases within the default budget.
   *
   * @param network the network before any scenario
   * @param before the first case
   * @param after the second case
   * @return the comparison
   * @throws IllegalArgumentException when a place is not there, with a hint
   * @throws InvalidScenarioException when a case's scenario does not fit the network
   */
  public static Comparison of(TransitNetwork network, Case before, Case after) {
    return of(network, before, after, DEFAULT_BUDGET);
  }

  /**
   * Compares two cases.
   *
   * @param network the network before any scenario
   * @param before the first case
   * @param after the second case
   * @param budget a step is one case study; the two cases are always answered
   * @return the comparison
   * @throws IllegalArgumentException when a place is not there, with a hint
   * @throws InvalidScenarioException when a case's scenario does not fit the network
   */
  public static Comparison of(TransitNetwork network, Case before, Case after, Budget budget) {
    return new Search(network, before, after, budget).run();
  }

  /**
   * The difference in one answer.
   *
   * @param aspect what it is about
   * @param subject a route, standard, party or coalition, or empty
   * @return the difference, or empty where the answers are the same
   */
  public Optional<Difference> find(Aspect aspect, String subject) {
    return differences.stream()
        .filter(one -> one.aspect() == aspect && one.subject().equals(subject))
        .findFirst();
  }

  /**
   * The comparison in lines for people: each difference with its reason, then the steps.
   *
   * @return the lines; one that says so where nothing differs
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (differences.isEmpty()) {
      lines.add("= No answer differs.");
    }
    for (Difference one : differences) {
      lines.add(one + why(one));
    }
    for (int step = 0; step < steps.size(); step++) {
      lines.add("[" + (step + 1) + "] " + steps.get(step));
    }
    return lines;
  }

  private String why(Difference one) {
    if (steps.size() < 2) {
      return "";
    }
    String enough =
        one.suffices().isEmpty()
            ? ""
            : (one.suffices().size() > 1 ? "each of " : "")
                + numbers(one.suffices())
                + " is enough";
    String needed = one.needed().isEmpty() ? "" : "needs " + numbers(one.needed());
    String joined = enough.isEmpty() || needed.isEmpty() ? enough + needed : enough + ", " + needed;
    return joined.isEmpty() ? "" : "  (" + joined + ")";
  }

  private static String numbers(List<Integer> places) {
    StringBuilder text = new StringBuilder();
    for (int place : places) {
      text.append('[').append(place + 1).append(']');
    }
    return text.toString();
  }

  private static SortedMap<Key, String> facts(CaseStudy study) {
    TreeMap<Key, String> facts = new TreeMap<>();
    for (Route route : study.fastest().routes()) {
      facts.put(new Key(Aspect.ROUTE, signature(route)), "there");
    }
    study
        .route()
        .ifPresent(
            route ->
                facts.put(
                    new Key(Aspect.TIME, ""),
                    String.format(Locale.ROOT, "%.1f h", route.duration().toSeconds() / 3_600.0)));
    study
        .cheapest()
        .best()
        .ifPresent(
            route ->
                facts.put(
                    new Key(Aspect.COST, ""), String.format(Locale.ROOT, "%.0f USD", route.usd())));
    study
        .shortest()
        .best()
        .ifPresent(
            route ->
                facts.put(
                    new Key(Aspect.LENGTH, ""),
                    String.format(Locale.ROOT, "%.0f km", route.length().kilometres())));
    study
        .grade()
        .truths()
        .forEach((standard, truth) -> facts.put(new Key(Aspect.STANDARD, standard), truth.name()));
    study.leverage().vetoParties().forEach(id -> facts.put(new Key(Aspect.VETO, id), "there"));
    study.lawful().vetoParties().forEach(id -> facts.put(new Key(Aspect.LAWFUL_VETO, id), "there"));
    for (Coalition one : study.leverage().minimalBlockingCoalitions()) {
      if (one.size() > 0) {
        facts.put(new Key(Aspect.BLOCKING, one.toString()), "there");
      }
    }
    for (Coalition one : study.leverage().minimalConsentCoalitions()) {
      facts.put(new Key(Aspect.CONSENT, one.toString()), "there");
    }
    study
        .leverage()
        .power()
        .fold(
            exact -> {
              exact
                  .byParty()
                  .forEach(
                      (party, index) ->
                          facts.put(new Key(Aspect.POWER, party), String.valueOf(index.banzhaf())));
              return true;
            },
            unavailable -> false);
    return facts;
  }

  private static String signature(Route route) {
    List<String> crossings = route.crossings().stream().map(one -> one.crossing()).toList();
    return String.join("-", route.states())
        + (crossings.isEmpty() ? "" : " by " + String.join(", ", crossings));
  }

  /** The answers on the way from one case to the other. */
  private static final class Search {
    private final TransitNetwork network;
    private final Case before;
    private final Case after;
    private final Budget.Meter meter;
    private final List<Change> common = new ArrayList<>();
    private final List<Change> dropped;
    private final List<Change> added;
    private final List<Step> steps = new ArrayList<>();

    Search(TransitNetwork network, Case before, Case after, Budget budget) {
      this.network = network;
      this.before = before;
      this.after = after;
      meter = budget.start();
      List<Change> first = changes(before);
      List<Change> second = changes(after);
      int same = 0;
      while (same < Math.min(first.size(), second.size())
          && first.get(same).equals(second.get(same))) {
        same++;
      }
      common.addAll(first.subList(0, same));
      dropped = first.subList(same, first.size());
      added = second.subList(same, second.size());
      addSteps();
    }

    private static List<Change> changes(Case question) {
      return question.scenario().map(Scenario::changes).orElse(List.of());
    }

    private void addSteps() {
      if (!before.movement().equals(after.movement())) {
        step(
            "movement: " + before.movementName() + " -> " + after.movementName(),
            one -> with(one, one.date(), one.terms(), after.movement(), one.from(), one.to()));
      }
      if (!before.from().equals(after.from()) || !before.to().equals(after.to())) {
        step(
            "places: " + after.from() + " to " + after.to(),
            one -> with(one, one.date(), one.terms(), one.movement(), after.from(), after.to()));
      }
      if (!before.date().equals(after.date())) {
        step(
            "day: " + before.date() + " -> " + after.date(),
            one -> with(one, after.date(), one.terms(), one.movement(), one.from(), one.to()));
      }
      if (!before.terms().equals(after.terms())) {
        step(
            "terms",
            one -> with(one, one.date(), after.terms(), one.movement(), one.from(), one.to()));
      }
      for (int i = 0; i < dropped.size(); i++) {
        int place = i;
        steps.add(
            new Step(
                "without: " + dropped.get(i).words(),
                way -> new Halfway(way.question(), set(way.undone(), place), way.made())));
      }
      for (int i = 0; i < added.size(); i++) {
        int place = i;
        steps.add(
            new Step(
                added.get(i).words(),
                way -> new Halfway(way.question(), way.undone(), set(way.made(), place))));
      }
    }

    private void step(String words, UnaryOperator<Case> taken) {
      steps.add(
          new Step(
              words, way -> new Halfway(taken.apply(way.question()), way.undone(), way.made())));
    }

    private static List<Boolean> set(List<Boolean> flags, int place) {
      List<Boolean> changed = new ArrayList<>(flags);
      changed.set(place, true);
      return changed;
    }

    private static Case with(
        Case one,
        LocalDate date,
        org.araxes.network.Terms terms,
        org.araxes.border.Movement movement,
        String from,
        String to) {
      return new Case(
          one.id(),
          one.situation(),
          one.scenario(),
          date,
          terms,
          one.movementName(),
          movement,
          from,
          to);
    }

    Comparison run() {
      CaseStudy first = CaseStudy.of(network, before);
      CaseStudy second = CaseStudy.of(network, after);
      SortedMap<Key, String> old = facts(first);
      SortedMap<Key, String> now = facts(second);
      TreeSet<Key> keys = new TreeSet<>(old.keySet());
      keys.addAll(now.keySet());
      keys.removeIf(key -> value(old, key).equals(value(now, key)));
      List<Optional<SortedMap<Key, String>>> alone = new ArrayList<>();
      List<Optional<SortedMap<Key, String>>> without = new ArrayList<>();
      boolean complete = keys.isEmpty() || tryEach(now, old, alone, without);
      List<Difference> differences = new ArrayList<>();
      for (Key key : keys) {
        String value = value(now, key);
        List<Integer> suffices = new ArrayList<>();
        List<Integer> needed = new ArrayList<>();
        for (int step = 0; step < alone.size(); step++) {
          if (alone.get(step).filter(facts -> value(facts, key).equals(value)).isPresent()) {
            suffices.add(step);
          }
        }
        for (int step = 0; step < without.size(); step++) {
          if (without.get(step).filter(facts -> value(facts, key).equals(value)).isEmpty()) {
            needed.add(step);
          }
        }
        differences.add(
            new Difference(key.aspect(), key.subject(), value(old, key), value, suffices, needed));
      }
      return new Comparison(
          first,
          second,
          steps.stream().map(Step::words).toList(),
          differences,
          complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
    }

    private static String value(SortedMap<Key, String> facts, Key key) {
      return facts.getOrDefault(key, key.aspect() == Aspect.POWER ? "0" : NONE);
    }

    /** Each step alone, then all but each; a world that cannot be made has no answers. */
    private boolean tryEach(
        SortedMap<Key, String> now,
        SortedMap<Key, String> old,
        List<Optional<SortedMap<Key, String>>> alone,
        List<Optional<SortedMap<Key, String>>> without) {
      if (steps.size() == 1) {
        alone.add(Optional.of(now));
        without.add(Optional.of(old));
        return true;
      }
      for (boolean every : new boolean[] {false, true}) {
        for (int step = 0; step < steps.size(); step++) {
          if (meter.spent() || !meter.step()) {
            return false;
          }
          (every ? without : alone).add(facts(step, every));
        }
      }
      return true;
    }

    private Optional<SortedMap<Key, String>> facts(int chosen, boolean allOthers) {
      Halfway way =
          new Halfway(
              before,
              new ArrayList<>(java.util.Collections.nCopies(dropped.size(), false)),
              new ArrayList<>(java.util.Collections.nCopies(added.size(), false)));
      for (int step = 0; step < steps.size(); step++) {
        if (allOthers == (step != chosen)) {
          way = steps.get(step).taken().apply(way);
        }
      }
      List<Change> changes = new ArrayList<>(common);
      addChosen(changes, dropped, way.undone(), false);
      addChosen(changes, added, way.made(), true);
      Scenario scenario =
          new Scenario(
              "half-way",
              new Names(new TreeMap<>(Map.of("en", "Half-way"))),
              "",
              Optional.empty(),
              "",
              changes,
              after.scenario().or(before::scenario).map(Scenario::sources).orElse(List.of()),
              "");
      Case one = way.question();
      try {
        return Optional.of(
            facts(
                CaseStudy.of(
                    network,
                    new Case(
                        one.id(),
                        one.situation(),
                        Optional.of(scenario),
                        one.date(),
                        one.terms(),
                        one.movementName(),
                        one.movement(),
                        one.from(),
                        one.to()))));
      } catch (InvalidScenarioException cannotBe) {
        return Optional.empty();
      }
    }

    private static void addChosen(
        List<Change> into, List<Change> from, List<Boolean> flags, boolean wanted) {
      for (int i = 0; i < from.size(); i++) {
        if (flags.get(i) == wanted) {
          into.add(from.get(i));
        }
      }
    }

    private static SortedMap<Key, String> facts(CaseStudy study) {
      return Comparison.facts(study);
    }
  }
}
