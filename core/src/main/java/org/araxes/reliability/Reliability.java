package org.araxes.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.araxes.agreement.Agreement;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Parallel;
import org.araxes.answer.Progress;
import org.araxes.answer.Suggestions;
import org.araxes.graph.FrontierReliability;
import org.araxes.graph.ReliabilityBounds;
import org.araxes.graph.ReliabilityProblem;
import org.araxes.network.CommonCause;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;

/**
 * How likely some way from a set of nodes to another stays open.
 *
 * <p><b>Definition.</b> Nodes, edges, parties, agreements and common causes each hold or fail by
 * themselves, independently, with the survival that the data or the caller say; where nobody says
 * anything, they hold. A {@linkplain CommonCause common cause} that happens takes out what it is
 * about. An edge that is out is shut, a crossing that is out lets nothing cross, at any other node
 * that is out nothing stops or passes; a party that is out refuses wherever its consent is needed,
 * as the control rule of each element tells; an agreement that is out does not stand. With z the
 * outcome of all chances, R = Σ Pr(z) over the z in which an open way leads from a source to a
 * target.
 *
 * <p><b>Bounds.</b> R never falls when something holds more surely, agreements apart; so inputs
 * that are bounds give bounds of R by the two ends, and for agreements by every corner.
 *
 * <p><b>Method.</b> A frontier method on the reduced graph, see {@link FrontierReliability}: exact
 * with directed ways, nodes and common causes; worlds that differ in which agreements stand are
 * looked at one by one.
 *
 * <p><b>Borderline cases.</b> Where source and target share a node, R is how likely it holds: to be
 * there, nothing need be crossed. Where the movement cannot be at all, R is 0. What is barred on
 * the day is absent, so R is 0 where no way is open.
 *
 * <p><b>Answer.</b> The same on every run, unless time stops it. When budget or memory end first,
 * the bounds hold all the same and {@link #completeness} is truncated; {@link Builder#orSampled}
 * adds an estimate. {@link Builder#sampled} asks for that alone.
 *
 * <p><b>Cost.</b> Exponential in the width of the network, not in its size: the shipped network
 * takes milliseconds, a grid of 12 × 12 seconds. Safe to share between threads.
 *
 * <p><b>Left out.</b> Time: for how long something fails, and repair. Parties that a company's
 * other owners outvote are no risk; dependence that nobody named as a common cause.
 */
public final class Reliability {
  private final Builder question;
  private final Probability probability;
  private final Probability failure;
  private final Completeness completeness;
  private final Certificate certificate;
  private final List<SurvivalInput> inputs;
  private final List<Importance> importance;
  private final Optional<Sample> sample;

  private Reliability(Builder question) {
    this.question = question;
    Finder finder = new Finder(question);
    inputs = finder.inputs();
    finder.find();
    probability = finder.probability;
    failure = finder.failure;
    completeness = finder.complete ? Completeness.COMPLETE : Completeness.TRUNCATED;
    certificate = finder.certificate();
    importance = finder.importance();
    sample = finder.complete ? Optional.empty() : question.plan.map(finder::sample);
  }

  /**
   * Starts a question.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return a builder
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Builder between(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return new Builder(
        view, view.network().ends(from, "source"), view.network().ends(to, "target"));
  }

  /**
   * Asks with what the data say, within the default budget.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return the answer
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Reliability of(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return between(view, from, to).ask();
  }

  /**
   * The probability that some way stays open.
   *
   * @return exact where all inputs are and the answer is complete, else between bounds
   */
  public Probability probability() {
    return probability;
  }

  /**
   * The probability that none does, with digits of its own where it is small.
   *
   * @return exact where all inputs are and the answer is complete, else between bounds
   */
  public Probability failure() {
    return failure;
  }

  /**
   * Whether the bounds come from the inputs alone.
   *
   * @return truncated when budget or memory ended first
   */
  public Completeness completeness() {
    return completeness;
  }

  /**
   * How the answer was found.
   *
   * @return method and size
   */
  public Certificate certificate() {
    return certificate;
  }

  /**
   * The probabilities that went in: all that are not simply taken as certain.
   *
   * @return in order of kind, then id
   */
  public List<SurvivalInput> inputs() {
    return inputs;
  }

  /**
   * On what the answer hangs most, each input in the middle of its bounds.
   *
   * @return of every input, the most important first, then by id; empty when not complete
   */
  public List<Importance> importance() {
    return importance;
  }

  /**
   * What samples say where the exact method did not come to an end.
   *
   * @return a sample; empty where the answer is complete or {@link Builder#orSampled} was not said
   */
  public Optional<Sample> sample() {
    return sample;
  }

  /**
   * How much hangs on one subject.
   *
   * @param subject id of a node, edge, party, agreement or common cause
   * @return its importance, or empty where it is no input or the answer is not complete
   */
  public Optional<Importance> findImportance(String subject) {
    return importance.stream().filter(one -> one.subject().equals(subject)).findFirst();
  }

  @Override
  public String toString() {
    return "Reliability from "
        + question.from
        + " to "
        + question.to
        + ": "
        + probability
        + (completeness == Completeness.COMPLETE ? "" : ", truncated");
  }

  /** Puts the answer together. */
  private static final class Finder {
    private final Builder question;
    private final List<Chance> chances = new ArrayList<>();
    private final List<SurvivalInput> inputs = new ArrayList<>();
    private final Budget.Meter meter;
    private final long started = System.nanoTime();
    private boolean complete = true;
    private boolean known = true;
    private Probability probability = Probability.UNKNOWN;
    private Probability failure = Probability.UNKNOWN;
    private double[] slopes = new double[0];
    private int worlds;
    private int vertices;
    private int links;
    private int width;
    private long peak;
    private long visits;
    private Certificate.Method method = Certificate.Method.REDUCTION;

    Finder(Builder question) {
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
          FrontierReliability.importance(
              random, problem.ownLinks(), problem.ownVertices(), limits());
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
            end < 0
                ? chance.survival().low()
                : end > 0 ? chance.survival().high() : chance.middle();
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
        found.add(
            new Importance(chance.subject(), chance.kind(), chance.middle(), slopes[i] + 0.0));
      }
      found.sort(
          Comparator.comparingDouble(Importance::birnbaum)
              .reversed()
              .thenComparing(Importance::subject));
      return List.copyOf(found);
    }
  }

  /** A question with choices. */
  public static final class Builder {
    private final NetworkView view;
    private final SortedSet<String> from;
    private final SortedSet<String> to;
    private final TreeMap<String, Probability> asked = new TreeMap<>();
    private final TreeMap<SubjectKind, Probability> defaults = new TreeMap<>();
    private final TreeSet<String> told = new TreeSet<>();
    private boolean facts = true;
    private boolean lawful;
    private boolean wantsImportance = true;
    private long bytes = FrontierReliability.Limits.DEFAULT.bytes();
    private Budget budget = Budget.unlimited();
    private Progress progress = Progress.NONE;
    private Optional<Sampling> plan = Optional.empty();
    private Optional<Executor> helpers = Optional.empty();

    private Builder(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
      this.view = view;
      this.from = from;
      this.to = to;
    }

    private Builder copy() {
      Builder copy = new Builder(view, from, to);
      copy.asked.putAll(asked);
      copy.defaults.putAll(defaults);
      copy.told.addAll(told);
      copy.facts = facts;
      copy.lawful = lawful;
      copy.wantsImportance = wantsImportance;
      copy.bytes = bytes;
      copy.budget = budget;
      copy.progress = progress;
      copy.plan = plan;
      copy.helpers = helpers;
      return copy;
    }

    /**
     * How likely one subject holds, whatever the data say. Said of a certain one, its importance is
     * told all the same.
     *
     * @param subject id of a node, edge, party, agreement or common cause
     * @param survival how likely it holds; a common cause: does not happen
     * @return this builder
     */
    public Builder survival(String subject, Probability survival) {
      asked.put(subject, survival);
      return this;
    }

    /**
     * The same of several subjects.
     *
     * @param survivals by id
     * @return this builder
     */
    public Builder survivals(Map<String, Probability> survivals) {
      asked.putAll(survivals);
      return this;
    }

    /**
     * How likely every subject of a kind holds of which nobody says anything; certain unless told
     * otherwise.
     *
     * @param kind of which kind
     * @param survival how likely it holds
     * @return this builder
     */
    public Builder otherwise(SubjectKind kind, Probability survival) {
      defaults.put(kind, survival);
      return this;
    }

    /**
     * Certain subjects whose importance is to be told too.
     *
     * @param subjects ids
     * @return this builder
     */
    public Builder amongst(Collection<String> subjects) {
      told.addAll(subjects);
      return this;
    }

    /**
     * Leaves aside what the data say of probabilities; common causes stay, and are certain not to
     * happen unless told otherwise.
     *
     * @return this builder
     */
    public Builder withoutFacts() {
      facts = false;
      return this;
    }

    /**
     * Parties refuse only where they may without breach: where an agreement binds one, its consent
     * is certain.
     *
     * @return this builder
     */
    public Builder lawfully() {
      lawful = true;
      return this;
    }

    /**
     * Leaves the importance of the inputs out, which spares more than half of the work.
     *
     * @return this builder
     */
    public Builder withoutImportance() {
      wantsImportance = false;
      return this;
    }

    /**
     * How much memory the states may take, one gibibyte unless told otherwise. Past it the answer
     * is truncated.
     *
     * @param most bytes, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if negative
     */
    public Builder memory(long most) {
      bytes = FrontierReliability.Limits.DEFAULT.withBytes(most).bytes();
      return this;
    }

    /**
     * How much the answer may cost; a step is one link, node or cause taken into account.
     *
     * @param value the budget
     * @return this builder
     */
    public Builder within(Budget value) {
      budget = value;
      return this;
    }

    /**
     * Who helps the exact method where it has a few ten thousand states and more at a time; the
     * answer is the same to the last bit with help and without.
     *
     * @param executor for instance a pool of threads, which stays the caller's to end
     * @return this builder
     */
    public Builder on(Executor executor) {
      helpers = Optional.of(executor);
      return this;
    }

    /**
     * Who hears of progress.
     *
     * @param value the listener
     * @return this builder
     */
    public Builder telling(Progress value) {
      progress = value;
      return this;
    }

    /**
     * Where budget or memory end before the exact method does, takes samples too. They may cost as
     * much again; a step is one of them.
     *
     * @param value how to sample
     * @return this builder
     */
    public Builder orSampled(Sampling value) {
      plan = Optional.of(value);
      return this;
    }

    /**
     * Takes samples instead of an exact answer: any size, and an interval instead of a number. A
     * step of the budget is one sample.
     *
     * @param value how to sample
     * @return the estimate with its interval, and bounds that hold for sure
     * @throws IllegalArgumentException as for {@link #ask}
     */
    public Sample sampled(Sampling value) {
      return new Finder(copy()).sample(value);
    }

    /**
     * What the best way that is left takes: how likely which time, cost or distance.
     *
     * <p>Worked out outcome by outcome, the likeliest first, until next to nothing is left, the
     * budget ends, of which one look for a way is a step, or 100 000 looks were taken. The rest is
     * sampled where {@link #orSampled} was said, and stays unresolved otherwise. Importance plays
     * no part.
     *
     * @param measure what is measured
     * @return its distribution
     * @throws IllegalArgumentException as for {@link #ask}
     */
    public Expected expected(Measure measure) {
      return new Finder(copy()).expected(measure);
    }

    /**
     * Finds the answer.
     *
     * @return the answer
     * @throws IllegalArgumentException if a subject is not there that day, or so many agreements
     *     may lapse that their worlds cannot be looked at one by one
     */
    public Reliability ask() {
      return new Reliability(copy());
    }
  }
}
