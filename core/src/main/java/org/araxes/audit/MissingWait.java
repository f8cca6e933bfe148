package org.araxes.audit;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.NodeKind;
import org.araxes.network.TransitNetwork;

/**
 * A crossing that lets goods or persons pass says how long that takes.
 *
 * <p>A remark for a crossing with a road or a railway that is open or restricted on the day of the
 * facts and states no wait that day: the default is used in its place.
 */
final class MissingWait implements Rule {
  @Override
  public String code() {
    return "missing_wait";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    return network.crossings().stream()
        .filter(
            crossing ->
                network.node(crossing.id()).kind() == NodeKind.BORDER_CROSSING
                    && network.edgesAt(crossing.id()).stream()
                        .anyMatch(edge -> edge.mode() == Mode.ROAD || edge.mode() == Mode.RAIL)
                    && Words.passable(crossing, date)
                    && crossing.facts().stream()
                        .noneMatch(fact -> fact.waiting().isPresent() && fact.holdsOn(date)))
        .map(
            crossing ->
                Finding.info(
                    code(), crossing.id(), "It lets pass and states no wait; the default is used"));
  }
}
