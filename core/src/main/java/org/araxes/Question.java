package org.araxes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.araxes.answer.Budget;
import org.araxes.answer.Progress;
import org.araxes.border.Movement;
import org.araxes.capacity.Capacity;
import org.araxes.connectivity.Connectivity;
import org.araxes.evidence.Validity;
import org.araxes.leverage.Leverage;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.reliability.Reliability;
import org.araxes.routing.RoutePlanner;
import org.araxes.routing.RouteSearch;
import org.araxes.scenario.Scenario;
import org.araxes.study.Bracketed;
import org.araxes.study.DayComparison;
import org.araxes.study.Provenance;
import org.araxes.study.Timeline;

/**
 * A question put together step by step: from where to where, what, and when. Immutable: each step
 * gives another question, so a half-made one can be kept and finished in several ways.
 *
 * <p>The day is the one on which the data were last checked, unless told otherwise.
 */
public final class Question {
  private final TransitNetwork network;
  private final Optional<String> from;
  private final Optional<String> to;
  private final Optional<Movement> movement;
  private final Optional<LocalDate> date;
  private final Terms terms;
  private final Optional<NetworkSnapshot> snapshot;

  private Question(
      TransitNetwork network,
      Optional<String> from,
      Optional<String> to,
      Optional<Movement> movement,
      Optional<LocalDate> date,
      Terms terms,
      Optional<NetworkSnapshot> snapshot) {
    this.network = network;
    this.from = from;
    this.to = to;
    this.movement = movement;
    this.date = date;
    this.terms = terms;
    this.snapshot = snapshot;
  }

  static Question about(TransitNetwork network) {
    return new Question(
        network,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Terms.DEFAULT,
        Optional.empty());
  }

  /**
   * Where it starts.
   *
   * @param regionOrNode id of a region or node
   * @return another question
   * @throws IllegalArgumentException when there is neither, with a hint
   */
  public Question from(String regionOrNode) {
    network.endpoint(regionOrNode);
    return new Question(network, Optional.of(regionOrNode), to, movement, date, terms, snapshot);
  }

  /**
   * Where it goes.
   *
   * @param regionOrNode id of a region or node
   * @return another question
   * @throws IllegalArgumentException when there is neither, with a hint
   */
  public Question to(String regionOrNode) {
    network.endpoint(regionOrNode);
    return new Question(network, from, Optional.of(regionOrNode), movement, date, terms, snapshot);
  }

  /**
   * What moves.
   *
   * @param what the movement
   * @return another question
   */
  public Question moving(Movement what) {
    return new Question(network, from, to, Optional.of(what), date, terms, snapshot);
  }

  /**
   * When.
   *
   * @param day the day
   * @return another question
   */
  public Question on(LocalDate day) {
    return new Question(network, from, to, movement, Optional.of(day), terms, Optional.empty());
  }

  /**
   * On which terms.
   *
   * @param other plans, doubt, legal threshold and assumptions
   * @return another question
   */
  public Question onTerms(Terms other) {
    return new Question(network, from, to, movement, date, other, Optional.empty());
  }

  /**
   * The same question in another world. The scenario's own day is taken where it has one; {@link
   * #on} afterwards overrules it.
   *
   * @param scenario what changes
   * @return another question
   */
  public Question under(Scenario scenario) {
    Optional<LocalDate> when = scenario.date().isPresent() ? scenario.date() : date;
    return new Question(
        scenario.applyTo(network), from, to, movement, when, terms, Optional.empty());
  }

  /**
   * The network, scenarios included.
   *
   * @return the network
   */
  public TransitNetwork network() {
    return network;
  }

  /**
   * The network as the movement sees it that day: what every room of analyses starts from.
   *
   * @return the view
   */
  public NetworkView view() {
    return snapshot
        .orElseGet(() -> network.on(date.orElseGet(this::lastChecked), terms))
        .moving(what());
  }

  private LocalDate lastChecked() {
    if (network.asOf().equals(LocalDate.MAX)) {
      throw new IllegalStateException("Which day? Maybe on(LocalDate.of(2025, 8, 7))?");
    }
    return network.asOf();
  }

  private Movement what() {
    return movement.orElseThrow(
        () ->
            new IllegalStateException(
                "What moves? Maybe moving(Movement.freight().by(Mode.ROAD).build())?"));
  }

  private SortedSet<String> start() {
    return network.endpoint(
        from.orElseThrow(() -> new IllegalStateException("From where? Maybe from(\"AZ-main\")?")));
  }

  private SortedSet<String> end() {
    return network.endpoint(
        to.orElseThrow(() -> new IllegalStateException("To where? Maybe to(\"AZ-NX\")?")));
  }

  /**
   * How can it pass?
   *
   * @return a search to limit or to ask
   */
  public RouteSearch routes() {
    return RoutePlanner.on(view()).between(start(), end());
  }

  /**
   * How freely may it pass?
   *
   * @return impediments and grades
   */
  public Passage passage() {
    return Passage.of(view(), start(), end());
  }

  /**
   * What joins the two places, and what parts them?
   *
   * @return cuts, mandatory elements, ways that keep apart, the view through states
   */
  public Connectivity connectivity() {
    return Connectivity.between(view(), start(), end());
  }

  /**
   * How much passes in a day, and where does it jam?
   *
   * @return the greatest flow, the widest route, the cheapest way for an amount, what is at risk
   */
  public Capacity capacity() {
    return Capacity.between(view(), start(), end());
  }

  /**
   * On whom does it hang, in fact?
   *
   * @return vetoes, coalitions and power; {@code on(Basis.LAWFUL)} for what they may do
   */
  public Leverage leverage() {
    return Leverage.of(view(), start(), end());
  }

  /**
   * How likely does it hold?
   *
   * @return a question to put probabilities into, or to ask with those of the data
   */
  public Reliability.Builder reliability() {
    return Reliability.between(view(), start(), end());
  }

  /**
   * When does an answer change?
   *
   * @param span the days
   * @param answer asked of this question on each piece of time
   * @param <A> what kind of answer; compared with {@code equals}
   * @return the answers by period
   */
  public <A> Timeline<A> timeline(Validity span, Function<Question, A> answer) {
    return Timeline.of(network, span, terms, day -> answer.apply(at(day)));
  }

  /**
   * When does an answer change, and which facts caused each change?
   *
   * @param span the days
   * @param answer asked of this question on each piece of time, and in networks in which only some
   *     of a day's changes have happened
   * @param <A> what kind of answer; compared with {@code equals}
   * @return the answers by period, each but the first with its cause
   */
  public <A> Timeline<A> explainedTimeline(Validity span, Function<Question, A> answer) {
    return Timeline.explained(network, span, terms, day -> answer.apply(at(day)));
  }

  /**
   * When does an answer change, and which facts caused each change? Asked for long spans.
   *
   * @param span the days
   * @param answer as in {@link #explainedTimeline(Validity, Function)}
   * @param budget a step is one piece of time, or one network between two days
   * @param progress told after each piece
   * @param <A> what kind of answer; compared with {@code equals}
   * @return the answers by period, each but the first with its cause; those before the budget ended
   */
  public <A> Timeline<A> explainedTimeline(
      Validity span, Function<Question, A> answer, Budget budget, Progress progress) {
    return Timeline.explained(network, span, terms, day -> answer.apply(at(day)), budget, progress);
  }

  /**
   * What differs between two days in an answer, and why?
   *
   * @param earlier the earlier day
   * @param later the later day
   * @param answer asked of this question on both days
   * @param <A> what kind of answer; compared with {@code equals}
   * @return both answers, what differs in the network, and the cause where the answers differ
   */
  public <A> DayComparison<A> compare(
      LocalDate earlier, LocalDate later, Function<Question, A> answer) {
    return DayComparison.between(network, earlier, later, terms, day -> answer.apply(at(day)));
  }

  /**
   * What is the answer if what nobody knows is shut, and what if it is open?
   *
   * @param answer asked of this question both ways
   * @param <A> what kind of answer; compared with {@code equals}
   * @return both answers
   */
  public <A> Bracketed<A> bracketed(Function<Question, A> answer) {
    return Bracketed.of(view(), looked -> answer.apply(at(looked.snapshot())));
  }

  /**
   * Which unknowns decide an answer?
   *
   * @param answer asked of this question, some of what nobody knows taken as open
   * @param budget a step is one such question
   * @param <A> what kind of answer; compared with {@code equals}
   * @return the smallest sets of elements that turn the cautious answer into the hopeful one
   */
  public <A> Bracketed.Deciding decidingUnknowns(Function<Question, A> answer, Budget budget) {
    return bracketed(answer)
        .deciding(view(), looked -> answer.apply(at(looked.snapshot())), budget);
  }

  /**
   * What do routes rest on, and what of it is least sure?
   *
   * @param routes routes of this question
   * @return the facts that they use, and who says so
   */
  public Provenance provenance(List<Route> routes) {
    return Provenance.of(routes, view());
  }

  /** This question, asked of a day's network that is there already. */
  private Question at(NetworkSnapshot day) {
    return new Question(
        day.network(), from, to, movement, Optional.of(day.date()), day.terms(), Optional.of(day));
  }
}
