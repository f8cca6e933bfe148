package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Jurisdictions;
import org.araxes.network.TransitNetwork;

/**
 * Of two facts about a crossing, one is the stronger, so that there is one answer.
 *
 * <p>Error where two of them begin on the same day, are equally narrow, concern a common movement
 * on a common day and state different values for the state, the wait, the fee, the hours or the
 * capacity.
 */
final class TyingCrossingFacts implements Rule {
  @Override
  public String code() {
    return "tying_crossing_facts";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      List<CrossingFact> facts = crossing.facts();
      for (int i = 0; i < facts.size(); i++) {
        for (int j = i + 1; j < facts.size(); j++) {
          CrossingFact one = facts.get(i);
          CrossingFact two = facts.get(j);
          if (!one.validity().from().equals(two.validity().from())
              || one.priority() != two.priority()) {
            break; // sorted by priority and first day
          }
          Optional<String> dispute = tie(one, two) ? dispute(one, two) : Optional.empty();
          dispute.ifPresent(
              what ->
                  found.add(
                      Finding.error(
                          code(),
                          crossing.id(),
                          "Two facts from "
                              + one.validity()
                              + " and "
                              + two.validity()
                              + " tie and differ in their "
                              + what
                              + ". Maybe one of them concerns fewer?")));
        }
      }
    }
    return found.stream();
  }

  private static boolean tie(CrossingFact one, CrossingFact two) {
    return one.evidence().basis() == two.evidence().basis()
        && one.validity().overlaps(two.validity())
        && one.conditions().count() == two.conditions().count()
        && one.conditions().overlaps(two.conditions())
        && one.flags().isEmpty() == two.flags().isEmpty()
        && ofPartsAlone(one) == ofPartsAlone(two)
        && one.fromSide().equals(two.fromSide())
        && one.toSide().equals(two.toSide())
        && bothOrNeither(one.classes(), two.classes())
        && bothOrNeither(one.modes(), two.modes())
        && Jurisdictions.meet(one.flags(), two.flags());
  }

  private static boolean ofPartsAlone(CrossingFact fact) {
    return fact.flags().stream().noneMatch(flag -> Jurisdictions.stateOf(flag).equals(flag));
  }

  private static <T> boolean bothOrNeither(Set<T> one, Set<T> two) {
    return one.isEmpty() ? two.isEmpty() : one.stream().anyMatch(two::contains);
  }

  private static Optional<String> dispute(CrossingFact one, CrossingFact two) {
    if (differ(one.state(), two.state())) {
      return Optional.of("state");
    }
    if (differ(one.waiting(), two.waiting())) {
      return Optional.of("wait");
    }
    if (differ(one.fee(), two.fee())) {
      return Optional.of("fee");
    }
    if (differ(one.hours(), two.hours())) {
      return Optional.of("opening hours");
    }
    if (one.capacityPerDay().isPresent()
        && two.capacityPerDay().isPresent()
        && one.capacityPerDay().getAsDouble() != two.capacityPerDay().getAsDouble()) {
      return Optional.of("capacity");
    }
    return Optional.empty();
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> two) {
    return one.isPresent() && two.isPresent() && !one.equals(two);
  }
}
