package org.araxes.audit;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.network.TransitNetwork;

/**
 * A plan whose day has come is a fact by now, or was put off.
 *
 * <p>A remark for each plan that begins on or before the day of the facts and has not ended by
 * then.
 */
final class PlanInThePast implements Rule {
  @Override
  public String code() {
    return "plan_in_the_past";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    return Facts.of(network).stream()
        .filter(
            fact ->
                fact.evidence().basis() == Basis.PLAN
                    && fact.validity().contains(date)
                    && !fact.validity().from().equals(LocalDate.MIN))
        .map(
            fact ->
                Finding.info(
                    code(),
                    fact.subject(),
                    "The plan for its "
                        + fact.what()
                        + " was to begin on "
                        + fact.validity().from()
                        + ". Maybe it did?"));
  }
}
