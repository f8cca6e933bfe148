package org.araxes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.araxes.border.Movement;
import org.araxes.evidence.Validity;
import org.araxes.leverage.Leverage;
import org.araxes.network.NetworkView;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.routing.RoutePlanner;
import org.araxes.routing.RouteSearch;
import org.araxes.scenario.Scenario;
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

  private Question(
      TransitNetwork network,
      Optional<String> from,
      Optional<String> to,
      Optional<Movement> movement,
      Optional<LocalDate> date,
      Terms terms) {
    this.network = network;
    this.from = from;
    this.to = to;
    this.movement = movement;
    this.date = date;
    this.terms = terms;
  }

  static Question about(TransitNetwork network) {
    return new Question(
        network,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Terms.DEFAULT);
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
    return new Question(network, Optional.of(regionOrNode), to, movement, date, terms);
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
    return new Question(network, from, Optional.of(regionOrNode), movement, date, terms);
  }

  /**
   * What moves.
   *
   * @param what the movement
   * @return another question
   */
  public Question moving(Movement what) {
    return new Question(network, from, to, Optional.of(what), date, terms);
  }

  /**
   * When.
   *
   * @param day the day
   * @return another question
   */
  public Question on(LocalDate day) {
    return new Question(network, from, to, movement, Optional.of(day), terms);
  }

  /**
   * On which terms.
   *
   * @param other plans, doubt, legal threshold and assumptions
   * @return another question
   */
  public Question onTerms(Terms other) {
    return new Question(network, from, to, movement, date, other);
  }

  /**
   * The same question in another world. The scenario's own day is taken where it has one; {@link
   * #on} afterwards overrules it.
   *
   * @param scenario what changes
   * @return another question
   */
  public Question under(Scenario scenario) {
    Optional<LocalDate> day = scenario.date().isPresent() ? scenario.date() : date;
    return new Question(scenario.applyTo(network), from, to, movement, day, terms);
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
    return network.on(date.orElseGet(this::lastChecked), terms).moving(what());
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
   * On whom does it hang, in fact?
   *
   * @return vetoes, coalitions and power; {@code on(Basis.LAWFUL)} for what they may do
   */
  public Leverage leverage() {
    return Leverage.of(view(), start(), end());
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
    return Timeline.of(network, span, terms, day -> answer.apply(on(day.date())));
  }
}
