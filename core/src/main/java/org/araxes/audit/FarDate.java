package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * Dates are those of the age of railways.
 *
 * <p>A warning for a date before 1800, and for one over 150 years after the day of the facts:
 * likely a slip of the pen.
 */
final class FarDate implements Rule {
  @Override
  public String code() {
    return "far_date";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate first = LocalDate.of(1800, 1, 1);
    LocalDate today = Words.today(network);
    LocalDate last = today.isAfter(LocalDate.of(3000, 1, 1)) ? LocalDate.MAX : today.plusYears(150);
    List<Finding> found = new ArrayList<>();
    for (Facts.Fact fact : Facts.of(network)) {
      for (LocalDate date : List.of(fact.validity().from(), fact.validity().to())) {
        if (!date.equals(LocalDate.MIN)
            && !date.equals(LocalDate.MAX)
            && (date.isBefore(first) || date.isAfter(last))) {
          found.add(
              Finding.warning(
                  code(),
                  fact.subject(),
                  "Its " + fact.what() + " names " + date + ". Maybe a slip?"));
        }
      }
    }
    return found.stream();
  }
}
