package org.araxes.border;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Money;

/**
 * One fact about a crossing: a state, a wait, a fee, hours, a capacity or a regime, and whom it
 * concerns.
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
 * @param openingHours {@code 24} or {@code 08:00-18:00} local time, or empty
 * @param capacityPerDay vehicles a day
 * @param under id of the agreement or act, or empty
 * @param priority 0 for data; what a scenario says comes first with a higher number
 * @param evidence who says so
 * @param regime the regime under which one passes, where the fact says so
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
    String openingHours,
    OptionalDouble capacityPerDay,
    String under,
    int priority,
    Evidence evidence,
    Optional<Regime> regime) {
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
   * A fact that says nothing of a regime.
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
   * @param openingHours {@code 24} or {@code 08:00-18:00} local time, or empty
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
        openingHours,
        capacityPerDay,
        under,
        priority,
        evidence,
        Optional.empty());
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
    return new CrossingFact(
        crossing,
        Set.of(),
        Set.of(),
        "",
        "",
        new TreeSet<>(),
        Optional.of(state),
        validity,
        by,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalDouble.empty(),
        "",
        0,
        Evidence.NONE);
  }

  /**
   * The same fact on other days.
   *
   * @param days the days
   * @return the fact
   */
  public CrossingFact during(Validity days) {
    return new CrossingFact(
        crossing,
        modes,
        classes,
        fromSide,
        toSide,
        flags,
        state,
        days,
        by,
        kind,
        waiting,
        fee,
        openingHours,
        capacityPerDay,
        under,
        priority,
        evidence,
        regime);
  }

  /**
   * Whether this fact concerns a movement in a direction, the day left aside.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from jurisdiction it comes from
   * @param to jurisdiction it goes to
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode, String from, String to) {
    return (modes.isEmpty() || modes.contains(mode))
        && (classes.isEmpty() || classes.contains(movement.trafficClass()))
        && (fromSide.isEmpty() || (fromSide.equals(from) && toSide.equals(to)))
        && (flags.isEmpty()
            || flags.stream().anyMatch(flag -> Jurisdictions.within(movement.flag(), flag)));
  }

  /**
   * How narrowly this fact says whom it concerns: flags weigh most, those of parts of states more
   * than those of states, then direction, classes, modes.
   *
   * @return a number that is larger for a narrower fact
   */
  int narrowness() {
    return 8 * flagNarrowness()
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
}
