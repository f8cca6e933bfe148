package org.araxes.border;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Money;

/**
 * One fact about a crossing: a state, a wait, a fee, hours, a capacity or a regime, whom it
 * concerns and on which conditions. Made by a {@linkplain #builder builder}.
 *
 * @param crossing id of the crossing's node
 * @param modes whom it concerns; empty is every mode
 * @param classes whom it concerns; empty is every class
 * @param fromSide jurisdiction on the side of entry, or empty with {@code toSide} for both
 *     directions
 * @param toSide jurisdiction on the side of exit, or empty
 * @param flags flags or nationalities it concerns; empty is all
 * @param state whether it lets pass, where the fact says so
 * @param validity on which days
 * @param by id of the party whose act it is, or empty
 * @param kind why, for a state that is not open
 * @param waiting mean time of clearing both posts
 * @param fee mean cost of clearing both posts
 * @param hours when it is open, where the fact says so
 * @param capacityPerDay vehicles a day; persons a day where it concerns persons alone
 * @param under id of the agreement or act, or empty
 * @param priority 0 for data; what a scenario says comes first with a higher number
 * @param evidence who says so
 * @param regime the regime under which one passes, where the fact says so
 * @param conditions for which season, loads, weights, residents and vehicles it holds
 */
public record CrossingFact(
    String crossing,
    Set<Mode> modes,
    Set<TrafficClass> classes,
    String fromSide,
    String toSide,
    SortedSet<String> flags,
    Optional<CrossingState> state,
    Validity validity,
    String by,
    Optional<ImpedimentKind> kind,
    Optional<Duration> waiting,
    Optional<Money> fee,
    Optional<OpeningHours> hours,
    OptionalDouble capacityPerDay,
    String under,
    int priority,
    Evidence evidence,
    Optional<Regime> regime,
    Conditions conditions) {
  // Copies and checks.
  public CrossingFact {
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    if (fromSide.isEmpty() != toSide.isEmpty()) {
      throw new IllegalArgumentException(
          "A direction names both sides or none, but was from \""
              + fromSide
              + "\" to \""
              + toSide
              + "\"");
    }
    if (waiting.isPresent() && waiting.get().isNegative()) {
      throw new IllegalArgumentException("A wait is not negative: " + waiting.get());
    }
    if (capacityPerDay.isPresent() && !(capacityPerDay.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "A capacity is not negative: " + capacityPerDay.getAsDouble());
    }
  }

  /**
   * A fact that says nothing of a regime, on no conditions. A {@linkplain #builder builder} is
   * easier to read.
   *
   * @param crossing id of the crossing's node
   * @param modes whom it concerns; empty is every mode
   * @param classes whom it concerns; empty is every class
   * @param fromSide jurisdiction on the side of entry, or empty with {@code toSide} for both
   *     directions
   * @param toSide jurisdiction on the side of exit, or empty
   * @param flags flags or nationalities it concerns; empty is all
   * @param state whether it lets pass, where the fact says so
   * @param validity on which days
   * @param by id of the party whose act it is, or empty
   * @param kind why, for a state that is not open
   * @param waiting mean time of clearing both posts
   * @param fee mean cost of clearing both posts
   * @param openingHours {@code 24} or {@code 08:00-18:00} by the clock of UTC, or empty
   * @param capacityPerDay vehicles a day
   * @param under id of the agreement or act, or empty
   * @param priority 0 for data; what a scenario says comes first with a higher number
   * @param evidence who says so
   */
  public CrossingFact(
      String crossing,
      Set<Mode> modes,
      Set<TrafficClass> classes,
      String fromSide,
      String toSide,
      SortedSet<String> flags,
      Optional<CrossingState> state,
      Validity validity,
      String by,
      Optional<ImpedimentKind> kind,
      Optional<Duration> waiting,
      Optional<Money> fee,
      String openingHours,
      OptionalDouble capacityPerDay,
      String under,
      int priority,
      Evidence evidence) {
    this(
        crossing,
        modes,
        classes,
        fromSide,
        toSide,
        flags,
        state,
        validity,
        by,
        kind,
        waiting,
        fee,
        hours(openingHours),
        capacityPerDay,
        under,
        priority,
        evidence,
        Optional.empty(),
        Conditions.NONE);
  }

  private static Optional<OpeningHours> hours(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(OpeningHours.parse(text, ZoneOffset.UTC));
  }

  /**
   * Begins a fact for everybody, on all days, that says nothing yet.
   *
   * @param crossing id of the crossing's node
   * @return a builder
   */
  public static Builder builder(String crossing) {
    return new Builder(crossing);
  }

  /**
   * Begins a fact that is like this one.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * A plain state for everybody.
   *
   * @param crossing id of the crossing's node
   * @param state the state
   * @param validity on which days
   * @param by whose act, or empty
   * @return the fact
   */
  public static CrossingFact state(
      String crossing, CrossingState state, Validity validity, String by) {
    return builder(crossing).state(state).validity(validity).by(by).build();
  }

  /**
   * The same fact about another crossing.
   *
   * @param other id of the crossing's node
   * @return the fact
   */
  public CrossingFact at(String other) {
    Builder copy = toBuilder();
    copy.crossing = other;
    return copy.build();
  }

  /**
   * The same fact on other days.
   *
   * @param days the days
   * @return the fact
   */
  public CrossingFact during(Validity days) {
    return toBuilder().validity(days).build();
  }

  /**
   * The opening hours as text.
   *
   * @return {@code 24} or {@code 08:00-18:00} and the like, by the clock of their zone; empty where
   *     the fact says nothing of them
   */
  public String openingHours() {
    return hours.map(OpeningHours::toString).orElse("");
  }

  /**
   * Whether a day is one of those on which it holds.
   *
   * @param date the day
   * @return true if within its days and its season
   */
  public boolean holdsOn(LocalDate date) {
    return validity.contains(date) && conditions.inSeason(date);
  }

  /**
   * Whether this fact surely concerns a movement in a direction, the day left aside.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from jurisdiction it comes from
   * @param to jurisdiction it goes to
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode, String from, String to) {
    return bearing(movement, mode, from, to) == Truth.YES;
  }

  /**
   * Whether this fact concerns a movement in a direction, the day left aside.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from jurisdiction it comes from
   * @param to jurisdiction it goes to
   * @return unknown where that hangs on what the movement does not say of itself, see {@link
   *     Conditions}
   */
  public Truth bearing(Movement movement, Mode mode, String from, String to) {
    boolean meant =
        (modes.isEmpty() || modes.contains(mode))
            && (classes.isEmpty() || classes.contains(movement.trafficClass()))
            && (fromSide.isEmpty() || (fromSide.equals(from) && toSide.equals(to)))
            && (flags.isEmpty()
                || flags.stream().anyMatch(flag -> Jurisdictions.within(movement.flag(), flag)));
    return meant ? conditions.metBy(movement, mode) : Truth.NO;
  }

  /**
   * How narrowly this fact says whom it concerns: the number of conditions weighs most, then flags,
   * those of parts of states more than those of states, then direction, classes, modes.
   *
   * @return a number that is larger for a narrower fact
   */
  public int narrowness() {
    return 32 * conditions.count()
        + 8 * flagNarrowness()
        + (fromSide.isEmpty() ? 0 : 4)
        + (classes.isEmpty() ? 0 : 2)
        + (modes.isEmpty() ? 0 : 1);
  }

  private int flagNarrowness() {
    if (flags.isEmpty()) {
      return 0;
    }
    return flags.stream().allMatch(flag -> !Jurisdictions.stateOf(flag).equals(flag)) ? 2 : 1;
  }

  /** Makes facts. */
  public static final class Builder {
    private String crossing;
    private Set<Mode> modes = Set.of();
    private Set<TrafficClass> classes = Set.of();
    private String fromSide = "";
    private String toSide = "";
    private SortedSet<String> flags = new TreeSet<>();
    private Optional<CrossingState> state = Optional.empty();
    private Validity validity = Validity.ALWAYS;
    private String by = "";
    private Optional<ImpedimentKind> kind = Optional.empty();
    private Optional<Duration> waiting = Optional.empty();
    private Optional<Money> fee = Optional.empty();
    private Optional<OpeningHours> hours = Optional.empty();
    private OptionalDouble capacityPerDay = OptionalDouble.empty();
    private String under = "";
    private int priority;
    private Evidence evidence = Evidence.NONE;
    private Optional<Regime> regime = Optional.empty();
    private Conditions conditions = Conditions.NONE;

    private Builder(String crossing) {
      this.crossing = crossing;
    }

    private Builder(CrossingFact fact) {
      crossing = fact.crossing;
      modes = fact.modes;
      classes = fact.classes;
      fromSide = fact.fromSide;
      toSide = fact.toSide;
      flags = fact.flags;
      state = fact.state;
      validity = fact.validity;
      by = fact.by;
      kind = fact.kind;
      waiting = fact.waiting;
      fee = fact.fee;
      hours = fact.hours;
      capacityPerDay = fact.capacityPerDay;
      under = fact.under;
      priority = fact.priority;
      evidence = fact.evidence;
      regime = fact.regime;
      conditions = fact.conditions;
    }

    /**
     * The modes it concerns.
     *
     * @param some none is every mode
     * @return this builder
     */
    public Builder modes(Collection<Mode> some) {
      modes = Set.copyOf(some);
      return this;
    }

    /**
     * The modes it concerns.
     *
     * @param some none is every mode
     * @return this builder
     */
    public Builder modes(Mode... some) {
      modes = Set.of(some);
      return this;
    }

    /**
     * The classes it concerns.
     *
     * @param some none is every class
     * @return this builder
     */
    public Builder classes(Collection<TrafficClass> some) {
      classes = Set.copyOf(some);
      return this;
    }

    /**
     * The classes it concerns.
     *
     * @param some none is every class
     * @return this builder
     */
    public Builder classes(TrafficClass... some) {
      classes = Set.of(some);
      return this;
    }

    /**
     * In which direction.
     *
     * @param from jurisdiction it comes from, or empty with {@code to} for both
     * @param to jurisdiction it goes to, or empty
     * @return this builder
     */
    public Builder direction(String from, String to) {
      fromSide = from;
      toSide = to;
      return this;
    }

    /**
     * The flags or nationalities it concerns.
     *
     * @param some none is all
     * @return this builder
     */
    public Builder flags(Collection<String> some) {
      flags = new TreeSet<>(some);
      return this;
    }

    /**
     * Whether it lets pass.
     *
     * @param value the state
     * @return this builder
     */
    public Builder state(CrossingState value) {
      state = Optional.of(value);
      return this;
    }

    /**
     * Whether it lets pass.
     *
     * @param value the state, or empty where the fact does not say
     * @return this builder
     */
    public Builder state(Optional<CrossingState> value) {
      state = value;
      return this;
    }

    /**
     * On which days.
     *
     * @param days the days
     * @return this builder
     */
    public Builder validity(Validity days) {
      validity = days;
      return this;
    }

    /**
     * Whose act it is.
     *
     * @param party id of the party, or empty
     * @return this builder
     */
    public Builder by(String party) {
      by = party;
      return this;
    }

    /**
     * Why it is not open.
     *
     * @param value the kind
     * @return this builder
     */
    public Builder kind(ImpedimentKind value) {
      kind = Optional.of(value);
      return this;
    }

    /**
     * Why it is not open.
     *
     * @param value the kind, or empty
     * @return this builder
     */
    public Builder kind(Optional<ImpedimentKind> value) {
      kind = value;
      return this;
    }

    /**
     * The mean time of clearing both posts.
     *
     * @param value not negative
     * @return this builder
     */
    public Builder waiting(Duration value) {
      waiting = Optional.of(value);
      return this;
    }

    /**
     * The mean time of clearing both posts.
     *
     * @param value not negative, or empty
     * @return this builder
     */
    public Builder waiting(Optional<Duration> value) {
      waiting = value;
      return this;
    }

    /**
     * The mean cost of clearing both posts.
     *
     * @param value the cost
     * @return this builder
     */
    public Builder fee(Money value) {
      fee = Optional.of(value);
      return this;
    }

    /**
     * The mean cost of clearing both posts.
     *
     * @param value the cost, or empty
     * @return this builder
     */
    public Builder fee(Optional<Money> value) {
      fee = value;
      return this;
    }

    /**
     * When it is open.
     *
     * @param value the hours
     * @return this builder
     */
    public Builder hours(OpeningHours value) {
      hours = Optional.of(value);
      return this;
    }

    /**
     * When it is open.
     *
     * @param value the hours, or empty
     * @return this builder
     */
    public Builder hours(Optional<OpeningHours> value) {
      hours = value;
      return this;
    }

    /**
     * When it is open.
     *
     * @param text as the grammar of {@link OpeningHours} says
     * @param zone by whose clock
     * @return this builder
     */
    public Builder hours(String text, ZoneId zone) {
      hours = Optional.of(OpeningHours.parse(text, zone));
      return this;
    }

    /**
     * How much passes in a day.
     *
     * @param vehicles vehicles, or persons where it concerns persons alone
     * @return this builder
     */
    public Builder capacityPerDay(double vehicles) {
      capacityPerDay = OptionalDouble.of(vehicles);
      return this;
    }

    /**
     * How much passes in a day.
     *
     * @param vehicles vehicles, or persons where it concerns persons alone; or empty
     * @return this builder
     */
    public Builder capacityPerDay(OptionalDouble vehicles) {
      capacityPerDay = vehicles;
      return this;
    }

    /**
     * Under which agreement or act.
     *
     * @param agreement its id, or empty
     * @return this builder
     */
    public Builder under(String agreement) {
      under = agreement;
      return this;
    }

    /**
     * What comes first.
     *
     * @param value 0 for data
     * @return this builder
     */
    public Builder priority(int value) {
      priority = value;
      return this;
    }

    /**
     * Who says so.
     *
     * @param value the evidence
     * @return this builder
     */
    public Builder evidence(Evidence value) {
      evidence = value;
      return this;
    }

    /**
     * Under which regime one passes.
     *
     * @param value the regime, or empty
     * @return this builder
     */
    public Builder regime(Optional<Regime> value) {
      regime = value;
      return this;
    }

    /**
     * On which conditions it holds.
     *
     * @param value the conditions
     * @return this builder
     */
    public Builder conditions(Conditions value) {
      conditions = value;
      return this;
    }

    /**
     * Makes the fact.
     *
     * @return the fact
     */
    public CrossingFact build() {
      return new CrossingFact(
          crossing,
          modes,
          classes,
          fromSide,
          toSide,
          flags,
          state,
          validity,
          by,
          kind,
          waiting,
          fee,
          hours,
          capacityPerDay,
          under,
          priority,
          evidence,
          regime,
          conditions);
    }
  }
}
