package org.araxes.border;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * So many permits of one state for the vehicles of another, mostly for a year. An attribute of the
 * pair of states, not of a crossing: it is met wherever the vehicle enters.
 *
 * @param id its id
 * @param host the state that asks for the permit
 * @param flag the state whose vehicles need it
 * @param kind for which journeys
 * @param modes for which modes; empty is every mode
 * @param classes for what; empty is every class
 * @param amount how many for its whole time, finite, 0 or more; empty is not known
 * @param unit of what
 * @param state whether permits are left on these days
 * @param validity on which days; a quota that runs short has one period before and one after, with
 *     the same id
 * @param under id of the agreement, or empty
 * @param evidence who says so
 */
public record Quota(
    String id,
    String host,
    String flag,
    QuotaKind kind,
    Set<Mode> modes,
    Set<TrafficClass> classes,
    OptionalDouble amount,
    QuotaUnit unit,
    QuotaState state,
    Validity validity,
    String under,
    Evidence evidence) {
  // Copies and checks; none is left of nothing.
  public Quota {
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    checkState(id, host);
    checkState(id, flag);
    if (host.equals(flag)) {
      throw new IllegalArgumentException(
          "A quota is of two states, but " + id + " names " + host + " twice");
    }
    if (amount.isPresent()
        && !(amount.getAsDouble() >= 0 && amount.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A quota is finite and not negative, but " + id + " was " + amount.getAsDouble());
    }
    state = amount.orElse(1) == 0 ? QuotaState.EXHAUSTED : state;
  }

  private static void checkState(String id, String code) {
    if (code.isEmpty() || !Jurisdictions.stateOf(code).equals(code)) {
      throw new IllegalArgumentException(
          "A quota is of states, but "
              + id
              + " names \""
              + code
              + "\"."
              + (code.isEmpty() ? "" : " Maybe \"" + Jurisdictions.stateOf(code) + "\"?"));
    }
  }

  /**
   * Whether the vehicles of a movement need such a permit, the day and the state entered left
   * aside. What the journey is for is no part of a movement, so the kind is left aside too.
   *
   * @param movement what moves; without a flag it needs none
   * @param mode by which mode
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode) {
    return Jurisdictions.stateOf(movement.flag()).equals(flag)
        && (modes.isEmpty() || modes.contains(mode))
        && (classes.isEmpty() || classes.contains(movement.trafficClass()));
  }

  /**
   * The same on other days.
   *
   * @param days the days
   * @return the quota
   */
  public Quota during(Validity days) {
    return new Quota(
        id, host, flag, kind, modes, classes, amount, unit, state, days, under, evidence);
  }
}
