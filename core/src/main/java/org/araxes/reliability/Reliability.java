package org.araxes.reliability;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.graph.FrontierReliability;
import org.araxes.network.CommonCause;
import org.araxes.network.NetworkView;
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

  /** A question with choices. */
  public static final class Builder {
    final NetworkView view;
    final SortedSet<String> from;
    final SortedSet<String> to;
    final TreeMap<String, Probability> asked = new TreeMap<>();
    final TreeMap<SubjectKind, Probability> defaults = new TreeMap<>();
    final TreeSet<String> told = new TreeSet<>();
    boolean facts = true;
    boolean lawful;
    boolean wantsImportance = true;
    long bytes = FrontierReliability.Limits.DEFAULT.bytes();
    Budget budget = Budget.unlimited();
    Progress progress = Progress.NONE;
    Optional<Sampling> plan = Optional.empty();
    Optional<Executor> helpers = Optional.empty();

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
