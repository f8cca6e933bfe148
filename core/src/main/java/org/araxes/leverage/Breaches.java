package org.araxes.leverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;

/** Finds which instruments stand against a coalition that can block but may not. Immutable. */
final class Breaches {
  private final NetworkView view;

  Breaches(NetworkView view) {
    this.view = view;
  }

  /** What a coalition would breach at a cut that it may not make. */
  List<Legality.Breach> of(Coalition coalition, List<String> cut) {
    Topology topology = view.topology();
    Set<String> shut = new HashSet<>(cut);
    TreeMap<String, TreeSet<String>> bound = new TreeMap<>();
    TreeMap<String, TreeSet<Mode>> modes = new TreeMap<>();
    List<ControlRule> lawful = topology.lawfulRules();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      String element = topology.element(arc);
      if (shut.contains(element)
          && !lawful.get(topology.lawfulRuleOf(arc)).canBeShutBy(coalition::contains)) {
        Mode mode = topology.mode(topology.graph().tail(arc));
        modes.computeIfAbsent(element, any -> new TreeSet<>()).add(mode);
        bound.computeIfAbsent(element, any -> new TreeSet<>()).addAll(view.boundAt(element, mode));
      }
    }
    List<Legality.Breach> breaches = new ArrayList<>();
    bound.forEach(
        (element, parties) -> {
          for (String party : parties) {
            if (actsFor(coalition, party)) {
              TreeSet<String> instruments = new TreeSet<>();
              for (Mode mode : modes.getOrDefault(element, new TreeSet<>())) {
                instruments.addAll(view.instrumentsBinding(party, element, mode));
              }
              breaches.add(new Legality.Breach(element, party, instruments));
            }
          }
        });
    return breaches;
  }

  /** Whether a party is in a coalition, or is a company for which some member decides. */
  private boolean actsFor(Coalition coalition, String party) {
    return coalition.contains(party)
        || view.snapshot().ownership().rule(party, Matter.ORDINARY).parties().stream()
            .anyMatch(coalition::contains);
  }
}
