package org.araxes.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.network.TransitNetwork;

/**
 * A fact about a crossing speaks of modes that go there.
 *
 * <p>A warning for a fact that names modes none of which any edge at the crossing has.
 */
final class FactWithoutEdge implements Rule {
  @Override
  public String code() {
    return "fact_without_edge";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      EnumSet<Mode> there = EnumSet.noneOf(Mode.class);
      network.edgesAt(crossing.id()).forEach(edge -> there.add(edge.mode()));
      crossing.facts().stream()
          .map(CrossingFact::modes)
          .filter(modes -> !modes.isEmpty() && Collections.disjoint(modes, there))
          .distinct()
          .forEach(
              modes ->
                  found.add(
                      Finding.warning(
                          code(),
                          crossing.id(),
                          "A fact speaks of "
                              + modes
                              + ", but only "
                              + there
                              + " go there. Maybe an edge is missing?")));
    }
    return found.stream();
  }
}
