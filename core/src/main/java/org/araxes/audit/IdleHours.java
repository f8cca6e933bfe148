package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.OpeningHours;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;

/**
 * Hours open some time, each of their rules tells the hours of some day, and a season lies within
 * the days of its fact.
 *
 * <p>Error where the hours of a crossing never open; warning where a rule is overruled by later
 * ones on each of its days, and where the season of a fact does not come in its days.
 */
final class IdleHours implements Rule {
  @Override
  public String code() {
    return "idle_hours";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        fact.hours().ifPresent(hours -> check(crossing.id(), hours, found));
        if (neverComes(fact)) {
          found.add(
              Finding.warning(
                  code(),
                  crossing.id(),
                  "The season "
                      + fact.conditions().season().orElseThrow()
                      + " does not come from "
                      + fact.validity()));
        }
      }
    }
    return found.stream();
  }

  private void check(String crossing, OpeningHours hours, List<Finding> found) {
    if (hours.isNever()) {
      found.add(
          Finding.error(
              code(),
              crossing,
              "It never opens by its hours, " + hours + ". Maybe it is closed by its state?"));
    }
    for (OpeningHours.Rule rule : hours.idleRules()) {
      found.add(
          Finding.warning(
              code(),
              crossing,
              "In the hours "
                  + hours
                  + " later rules overrule \""
                  + rule
                  + "\" on each of its days. Maybe the other way round?"));
    }
  }

  private static boolean neverComes(CrossingFact fact) {
    Validity days = fact.validity();
    if (fact.conditions().season().isEmpty()
        || days.from().equals(LocalDate.MIN)
        || days.to().equals(LocalDate.MAX)
        || !days.to().isBefore(days.from().plusYears(1))) {
      return false;
    }
    return days.from().datesUntil(days.to()).noneMatch(fact::holdsOn);
  }
}
