package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Crossing;
import org.araxes.border.Mode;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NodeKind;
import org.araxes.network.RoleKind;
import org.araxes.network.TransitNetwork;

/**
 * Where people or goods pass a border, each side has somebody who controls it.
 *
 * <p>A warning for each side of a crossing with a road or a railway that is open or restricted on
 * the day of the facts, if nobody holds the role of border control or customs on that side and no
 * control point stands at its post.
 */
final class MissingBorderControl implements Rule {
  @Override
  public String code() {
    return "missing_border_control";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    NetworkSnapshot today = network.on(date);
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      if (network.node(crossing.id()).kind() != NodeKind.BORDER_CROSSING
          || network.edgesAt(crossing.id()).stream()
              .noneMatch(edge -> edge.mode() == Mode.ROAD || edge.mode() == Mode.RAIL)
          || !Words.passable(crossing, date)) {
        continue;
      }
      for (String side : crossing.sides()) {
        boolean role =
            today.roles(crossing.id()).stream()
                .anyMatch(
                    held ->
                        (held.kind() == RoleKind.BORDER_CONTROL || held.kind() == RoleKind.CUSTOMS)
                            && (held.side().isEmpty() || held.side().equals(side)));
        boolean post =
            crossing.controls().stream()
                .anyMatch(point -> point.post().equals(side) && point.validity().contains(date));
        if (!role && !post) {
          found.add(
              Finding.warning(
                  code(),
                  crossing.id(),
                  "It lets pass and nobody controls the side of "
                      + side
                      + ". Maybe a role or a control point is missing?"));
        }
      }
    }
    return found.stream();
  }
}
