package org.araxes.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araxes.agreement.Agreement;
import org.araxes.answer.Budget;
import org.araxes.answer.Parallel;
import org.araxes.answer.Suggestions;
import org.araxes.graph.FrontierReliability;
import org.araxes.graph.ReliabilityBounds;
import org.araxes.graph.ReliabilityProblem;
import org.araxes.network.CommonCause;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;

/**
 * Puts an answer about reliability together: what goes in, world by world what comes out, and the
 * sums over the worlds. Works for one question and one thread.
 */
final class Finder {
  private final Reliability.Builder question;
  private final List<Chance> chances = new ArrayList<>();
  private final List<SurvivalInput> inputs = new ArrayList<>();
  private final Budget.Meter meter;
  private final long started = System.nanoTime();
  boolean complete = true;
  private boolean known = true;
  Probability probability = Probability.UNKNOWN;
  Probability failure = Probability.UNKNOWN;
  private double[] slopes = new double[0];
  private int worlds;
  private int vertices;
  private int links;
  private int width;
  private long peak;
  private long visits;
  private Certificate.Method method = Certificate.Method.REDUCTION;

  Finder(Reliability.Builder question) {
    this.question = question;
    this.meter = question.budget.start();
    SortedMap<String, SubjectKind> subjects = subjects();
    question.asked.keySet().forEach(subject -> checkSubject(subject, subjects));
    question.told.forEach(subject -> checkSubject(subject, subjects));
    for (SubjectKind kind : SubjectKind.values()) {
      subjects.forEach(
          (subject, its) -> {
            if (its == kind) {
              input(subject, kind);
            }
          });
    }
  }

  /** All subjects of which somebody may say something. */
  private SortedMap<String, SubjectKind> subjects() {
    TransitNetwork network = question.view.network();
    TreeMap<String, SubjectKind> subjects = new TreeMap<>();
    question
        .view
        .topology()
        .rules()
        .forEach(rule -> rule.parties().forEach(party -> subjects.put(party, SubjectKind.PARTY)));
    network.parties().forEach(party -> subjects.put(party.id(), SubjectKind.PARTY));
    for (Agreement agreement : network.agreements()) {
      subjects.put(agreement.id(), SubjectKind.AGREEMENT);
    }
    question
        .view
        .snapshot()
        .commonCauses()
        .forEach(cause -> subjects.put(cause.id(), SubjectKind.CAUSE));
    network.edges().forEach(edge -> subjects.put(edge.id(), SubjectKind.EDGE));
    network.nodes().forEach(node -> subjects.put(node.id(), SubjectKind.NODE));
    return subjects;
  }

  private void input(String subject, SubjectKind kind) {
    Probability survival;
    SurvivalInput.Origin origin;
    Optional<Probability> said =
        question.facts && isSubject(subject)
            ? question.view.snapshot().survival(subject)
            : Optional.empty();
    if (question.asked.containsKey(subject)) {
      survival = question.asked.getOrDefault(subject, Probability.CERTAIN);
      origin = SurvivalInput.Origin.CALLER;
    } else if (said.isPresent()) {
      survival = said.get();
      origin = SurvivalInput.Origin.DATA;
    } else {
      survival = question.defaults.getOrDefault(kind, Probability.CERTAIN);
      origin = SurvivalInput.Origin.DEFAULT;
    }
    if (!survival.equals(Probability.CERTAIN)
        || origin == SurvivalInput.Origin.CALLER
        || question.told.contains(subject)) {
      inputs.add(new SurvivalInput(subject, kind, survival, origin));
      chances.add(new Chance(subject, kind, survival));
    }
  }

  /** A party that only a rule names is not in the network's own list. */
  private boolean isSubject(String subject) {
    TransitNetwork network = question.view.network();
    return network.findNode(subject).isPresent()
        || network.findEdge(subject).isPresent()
        || network.findParty(subject).isPresent()
        || network.findAgreement(subject).isPresent()
        || network.findCommonCause(subject).isPresent();
  }

  private static void checkSubject(String subject, SortedMap<String, SubjectKind> subjects) {
    if (!subjects.containsKey(subject)) {
      throw new IllegalArgumentException(
          "No node, edge, party, agreement or common cause of that day \""
              + subject
              + "\"."
              + Suggestions.maybe(subject, subjects.keySet()));
    }
  }

  Sample sample(Sampling plan) {
    return new Sampler(
            question.view,
            question.from,
            question.to,
            question.lawful,
            chances,
            plan,
            question.budget,
            question.progress)
        .find();
  }

  Expected expected(Measure measure) {
    List<CommonCause> causes = question.view.snapshot().commonCauses();
    Dependence dependence = new Dependence(chances, causes);
    return new Expectation(
            measure, chances, dependence, question.lawful, question.from, question.to)
        .find(
            new Worlds(question.view, chances, dependence),
            question.budget,
            question.progress,
            question.plan);
  }

  List<SurvivalInput> inputs() {
    return List.copyOf(inputs);
  }

  void find() {
    List<CommonCause> causes = question.view.snapshot().commonCauses();
    Dependence dependence = new Dependence(chances, causes);
    Worlds all = new Worlds(question.view, chances, dependence);
    int[] settled = all.settled();
    List<Worlds.World> each = all.all();
    double[][] success = new double[3][each.size()];
    double[][] failing = new double[3][each.size()];
    double[][] byWorld = new double[each.size()][];
    Map<NetworkView, ViewProblem> problems = new HashMap<>();
    boolean exact = chances.stream().allMatch(chance -> chance.survival().exact());
    for (int w = 0; w < each.size(); w++) {
      Worlds.World world = each.get(w);
      byWorld[w] = new double[chances.size()];
      if (!ViewProblem.hasEnds(world.view(), question.from, question.to)) {
        failing[0][w] = 1;
        failing[1][w] = 1;
        failing[2][w] = 1;
        continue;
      }
      ViewProblem problem =
          problems.computeIfAbsent(
              world.view(),
              view ->
                  new ViewProblem(
                      view, question.from, question.to, question.lawful, chances, dependence));
      if (exact) {
        FrontierReliability.Outcome outcome = middle(problem, world, settled, byWorld, w);
        keep(outcome, success[0], failing[0], w, true);
        keep(outcome, success[1], failing[1], w, false);
        keep(outcome, success[2], failing[2], w, true);
      } else {
        FrontierReliability.Outcome low = solve(problem, world, settled, -1);
        FrontierReliability.Outcome high = solve(problem, world, settled, 1);
        keep(low, success[0], failing[0], w, true);
        keep(high, success[1], failing[1], w, false);
        FrontierReliability.Outcome between = middle(problem, world, settled, byWorld, w);
        keep(between, success[2], failing[2], w, true);
      }
    }
    worlds = all.views();
    probability = overWorlds(settled, success[0], success[1]);
    failure = overWorlds(settled, failing[1], failing[0]);
    slopes = slopesOverWorlds(settled, success[2], byWorld);
  }

  /** Lower bound of success with upper of failure, or the other way round. */
  private void keep(
      FrontierReliability.Outcome outcome,
      double[] success,
      double[] failing,
      int world,
      boolean lower) {
    complete &= outcome.complete();
    // Of two sums to 1 the smaller has the digits.
    boolean fromFailure = outcome.complete() ? outcome.failure() < outcome.success() : !lower;
    success[world] = fromFailure ? 1 - outcome.failure() : outcome.success();
    failing[world] = fromFailure ? outcome.failure() : 1 - outcome.success();
    vertices = Math.max(vertices, outcome.vertices());
    links = Math.max(links, outcome.links());
    width = Math.max(width, outcome.width());
    peak = Math.max(peak, outcome.peakStates());
    visits += outcome.visits();
    method =
        switch (outcome.method()) {
          case REDUCTION -> method;
          case RELATIONS -> Certificate.Method.RELATIONS;
          case PARTITIONS, WORD_PARTITIONS ->
              method == Certificate.Method.RELATIONS ? method : Certificate.Method.PARTITIONS;
        };
  }

  private FrontierReliability.Outcome solve(
      ViewProblem problem, Worlds.World world, int[] settled, int end) {
    double[] survival = survival(end, world, settled);
    return solve(problem.with(survival));
  }

  /** What the states leave open, ways apart and cuts apart may narrow. */
  private FrontierReliability.Outcome solve(ReliabilityProblem random) {
    return narrowed(FrontierReliability.solve(random, limits()), random);
  }

  private static FrontierReliability.Outcome narrowed(
      FrontierReliability.Outcome found, ReliabilityProblem random) {
    if (found.complete()) {
      return found;
    }
    ReliabilityBounds bounds = ReliabilityBounds.of(random);
    return new FrontierReliability.Outcome(
        Math.max(found.success(), bounds.lower()),
        Math.max(found.failure(), bounds.failureLower()),
        false,
        found.method(),
        found.vertices(),
        found.links(),
        found.width(),
        found.peakStates(),
        found.visits());
  }

  private FrontierReliability.Outcome middle(
      ViewProblem problem, Worlds.World world, int[] settled, double[][] byWorld, int w) {
    ReliabilityProblem random = problem.with(survival(0, world, settled));
    if (!question.wantsImportance) {
      return solve(random);
    }
    FrontierReliability.Importance found =
        FrontierReliability.importance(random, problem.ownLinks(), problem.ownVertices(), limits());
    byWorld[w] = problem.byChance(found.byLink(), found.byVertex(), found.byCause());
    known &= found.complete();
    return narrowed(found.outcome(), random);
  }

  /** Each chance at its lower end, in the middle or at its upper end; the settled as they are. */
  private double[] survival(int end, Worlds.World world, int[] settled) {
    double[] survival = new double[chances.size()];
    for (int i = 0; i < survival.length; i++) {
      Chance chance = chances.get(i);
      survival[i] =
          end < 0 ? chance.survival().low() : end > 0 ? chance.survival().high() : chance.middle();
    }
    for (int chance : settled) {
      survival[chance] = world.wells().get(chance) ? 1 : 0;
    }
    return survival;
  }

  private FrontierReliability.Limits limits() {
    return new FrontierReliability.Limits(
        question.bytes,
        1,
        meter::step,
        this::over,
        (done, total) -> question.progress.report("Reliability", done, total),
        question.helpers.map(
            executor -> new Parallel(Optional.of(executor), this::over, begun -> {})::run));
  }

  /** Whether time is over, asked on any thread. */
  private boolean over() {
    return question.budget.cancelled().getAsBoolean()
        || System.nanoTime() - started >= question.budget.time().toNanos();
  }

  /** The least of the lower sums and the greatest of the upper ones over all corners. */
  private Probability overWorlds(int[] settled, double[] lower, double[] upper) {
    double least = 1;
    double most = 0;
    for (int corner = 0; corner < 1 << settled.length; corner++) {
      double low = 0;
      double high = 0;
      for (int w = 0; w < lower.length; w++) {
        double weight = 1;
        for (int i = 0; i < settled.length; i++) {
          Probability survival = chances.get(settled[i]).survival();
          double up = (corner >>> i & 1) != 0 ? survival.high() : survival.low();
          weight *= (w >>> i & 1) != 0 ? up : 1 - up;
        }
        low += weight * lower[w];
        high += weight * upper[w];
      }
      least = Math.min(least, low);
      most = Math.max(most, high);
    }
    double floor = clamp(least);
    return Probability.between(floor, Math.max(floor, clamp(most)));
  }

  private static double clamp(double probability) {
    return Math.max(0, Math.min(1, probability));
  }

  private double[] slopesOverWorlds(int[] settled, double[] success, double[][] byWorld) {
    double[] found = new double[chances.size()];
    BitSet isSettled = new BitSet();
    Arrays.stream(settled).forEach(isSettled::set);
    for (int w = 0; w < success.length; w++) {
      double weight = 1;
      for (int i = 0; i < settled.length; i++) {
        double up = chances.get(settled[i]).middle();
        weight *= (w >>> i & 1) != 0 ? up : 1 - up;
      }
      for (int chance = 0; chance < found.length; chance++) {
        if (!isSettled.get(chance)) {
          found[chance] += weight * byWorld[w][chance];
        }
      }
      for (int i = 0; i < settled.length; i++) {
        double others = 1;
        for (int j = 0; j < settled.length; j++) {
          double up = chances.get(settled[j]).middle();
          others *= j == i ? 1 : (w >>> j & 1) != 0 ? up : 1 - up;
        }
        found[settled[i]] += ((w >>> i & 1) != 0 ? others : -others) * success[w];
      }
    }
    return found;
  }

  Certificate certificate() {
    return new Certificate(method, worlds, vertices, links, width, peak, visits);
  }

  List<Importance> importance() {
    if (!complete || !known || !question.wantsImportance) {
      return List.of();
    }
    List<Importance> found = new ArrayList<>();
    for (int i = 0; i < chances.size(); i++) {
      Chance chance = chances.get(i);
      // A negative zero would sort below its equals.
      found.add(new Importance(chance.subject(), chance.kind(), chance.middle(), slopes[i] + 0.0));
    }
    found.sort(
        Comparator.comparingDouble(Importance::birnbaum)
            .reversed()
            .thenComparing(Importance::subject));
    return List.copyOf(found);
  }
}
