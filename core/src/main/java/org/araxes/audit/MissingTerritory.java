package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.Territory;
import org.araxes.network.TransitNetwork;
import org.araxes.party.PartyKind;

/**
 * Every jurisdiction is a territory with a sovereign that is a state, and with an area.
 *
 * <p>A warning for a code that nodes or edges name without a territory of that id, and for a
 * sovereign that is not a party of kind state; a remark for a territory without an area, since
 * nothing can be checked against it.
 */
final class MissingTerritory implements Rule {
  @Override
  public String code() {
    return "missing_territory";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>();
    network.nodes().forEach(node -> codes.addAll(node.jurisdictions()));
    network.edges().forEach(edge -> codes.add(edge.jurisdiction()));
    for (String jurisdiction : codes) {
      if (network.findTerritory(jurisdiction).isEmpty()) {
        found.add(
            Finding.warning(
                code(),
                jurisdiction,
                "Elements lie there and no territory says whose it is. Maybe its row is missing?"));
      }
    }
    for (Territory territory : network.territories()) {
      if (network
          .findParty(territory.sovereign())
          .filter(party -> party.kind() == PartyKind.STATE)
          .isEmpty()) {
        found.add(
            Finding.warning(
                code(),
                territory.id(),
                "Its sovereign \""
                    + territory.sovereign()
                    + "\" is not a state. Maybe it administers the territory?"));
      }
      if (territory.area().isEmpty()) {
        found.add(
            Finding.info(
                code(), territory.id(), "It has no area, so nothing is checked against it"));
      }
    }
    return found.stream();
  }
}
