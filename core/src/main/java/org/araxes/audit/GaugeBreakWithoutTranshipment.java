package org.araxes.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.Status;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/**
 * Where railways of different gauge meet, something says how one gets over.
 *
 * <p>A warning for a node at which two railway edges meet that have no gauge in common, if no
 * transhipment ever changes between a gauge of the one and a gauge of the other there. Edges of
 * unknown gauge, and edges that never are or will be in use, are not looked at.
 */
final class GaugeBreakWithoutTranshipment implements Rule {
  @Override
  public String code() {
    return "gauge_break_without_transhipment";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (TransitNode node : network.nodes()) {
      List<TransitEdge> rails =
          network.edgesAt(node.id()).stream()
              .filter(edge -> edge.mode() == Mode.RAIL && !edge.gauges().isEmpty() && used(edge))
              .toList();
      for (int i = 0; i < rails.size(); i++) {
        for (int j = i + 1; j < rails.size(); j++) {
          TransitEdge one = rails.get(i);
          TransitEdge two = rails.get(j);
          if (Collections.disjoint(one.gauges(), two.gauges())
              && network.transhipments().stream().noneMatch(t -> bridges(t, node, one, two))) {
            found.add(
                Finding.warning(
                    code(),
                    node.id(),
                    one.id()
                        + " of "
                        + one.gauges()
                        + " mm meets "
                        + two.id()
                        + " of "
                        + two.gauges()
                        + " mm and there is no transhipment. Maybe a row is missing?"));
          }
        }
      }
    }
    return found.stream();
  }

  private static boolean used(TransitEdge edge) {
    return edge.status().claims().stream()
        .anyMatch(
            claim ->
                claim.value() == Status.OPERATIONAL
                    || claim.value() == Status.UNDER_CONSTRUCTION
                    || claim.value() == Status.PLANNED);
  }

  private static boolean bridges(
      Transhipment place, TransitNode node, TransitEdge one, TransitEdge two) {
    return place.node().equals(node.id())
        && place.fromMode() == Mode.RAIL
        && place.toMode() == Mode.RAIL
        && ((fits(place.fromGauge(), one) && fits(place.toGauge(), two))
            || (fits(place.fromGauge(), two) && fits(place.toGauge(), one)));
  }

  private static boolean fits(int gauge, TransitEdge edge) {
    return gauge == 0 || edge.gauges().contains(gauge);
  }
}
