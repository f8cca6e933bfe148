package org.araxes.audit;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * Every edge has a status, and one for today.
 *
 * <p>Error for an edge whose status nobody ever stated: it can never be used. A warning where
 * periods are stated and none of them holds on the day of the facts.
 */
final class MissingStatus implements Rule {
  @Override
  public String code() {
    return "missing_status";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    return network.edges().stream()
        .filter(edge -> edge.status().at(date, false).isEmpty())
        .map(
            edge ->
                edge.status().claims().isEmpty()
                    ? Finding.error(code(), edge.id(), "Nobody ever stated its status")
                    : Finding.warning(
                        code(),
                        edge.id(),
                        "Its status on "
                            + date
                            + " is not stated. Maybe the last period should stay open?"));
  }
}
