package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;

/**
 * Somebody owns or runs what is in use.
 *
 * <p>A warning for an edge that is in use on the day of the facts and has neither an infrastructure
 * owner nor a concessionaire nor an operator that day: whoever could shut it is then taken to be
 * the sovereign alone.
 */
final class MissingOperator implements Rule {
  @Override
  public String code() {
    return "missing_operator";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    NetworkSnapshot today = network.on(Words.today(network));
    return network.edges().stream()
        .filter(edge -> inUse(today, edge))
        .filter(
            edge ->
                today.roles(edge.id()).stream()
                    .noneMatch(
                        role ->
                            role.kind() == RoleKind.INFRASTRUCTURE_OWNER
                                || role.kind() == RoleKind.CONCESSIONAIRE
                                || role.kind() == RoleKind.OPERATOR))
        .map(
            edge ->
                Finding.warning(
                    code(),
                    edge.id(),
                    "It is in use and nobody owns or runs it. Maybe its operator is missing?"));
  }

  private static boolean inUse(NetworkSnapshot today, TransitEdge edge) {
    return today.status(edge).map(claim -> claim.value() == Status.OPERATIONAL).orElse(false);
  }
}
