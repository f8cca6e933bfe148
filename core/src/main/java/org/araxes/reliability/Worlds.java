package org.araxes.reliability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.evidence.History;
import org.araxes.graph.Guard;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitNetwork;

/**
 * The worlds that differ in which agreements stand.
 *
 * <p>What an agreement switches may open or shut, so no rule over chances tells what its end means:
 * the network is looked at without it. All chances on which some agreement hangs are settled in
 * each world; the others stay random in it.
 */
final class Worlds {
  private static final int MOST_SETTLED = 8;

  private final NetworkView view;
  private final List<Chance> chances;
  private final Dependence dependence;
  private final List<String> agreements;
  private final int[] settled;
  private final Map<SortedSet<String>, NetworkView> views = new HashMap<>();

  /** One outcome of the settled chances. */
  record World(BitSet wells, NetworkView view) {}

  Worlds(NetworkView view, List<Chance> chances, Dependence dependence) {
    this.view = view;
    this.chances = chances;
    this.dependence = dependence;
    agreements = new ArrayList<>();
    BitSet all = new BitSet();
    for (Agreement agreement : view.network().agreements()) {
      Guard holds = dependence.holds(agreement.id());
      if (!holds.isFree() && view.snapshot().stands(agreement.id())) {
        agreements.add(agreement.id());
        all.or(holds.causes());
      }
    }
    settled = all.stream().toArray();
    if (settled.length > MOST_SETTLED) {
      throw new IllegalArgumentException(
          agreements.size()
              + " agreements may lapse, which hangs on "
              + settled.length
              + " chances; the exact method reaches "
              + MOST_SETTLED
              + ". Maybe say of some of them that they surely hold?");
    }
    views.put(new TreeSet<>(), view);
  }

  /** The numbers of the chances that each world settles. */
  int[] settled() {
    return settled.clone();
  }

  /** All worlds, by binary count: bit i is how the i-th settled chance turns out. */
  List<World> all() {
    List<World> worlds = new ArrayList<>();
    for (int outcome = 0; outcome < 1 << settled.length; outcome++) {
      BitSet wells = new BitSet(chances.size());
      for (int i = 0; i < settled.length; i++) {
        wells.set(settled[i], (outcome >>> i & 1) != 0);
      }
      TreeSet<String> lapsed = new TreeSet<>();
      for (String agreement : agreements) {
        if (!dependence.holds(agreement).stands(wells)) {
          lapsed.add(agreement);
        }
      }
      worlds.add(new World(wells, views.computeIfAbsent(lapsed, this::without)));
    }
    return worlds;
  }

  /** How many views were made. */
  int views() {
    return views.size();
  }

  private NetworkView without(SortedSet<String> lapsed) {
    TransitNetwork.Builder builder = view.network().toBuilder();
    for (String agreement : lapsed) {
      builder.withAgreement(
          view.network().agreement(agreement).withStatus(History.always(LegalStatus.TERMINATED)));
    }
    return builder.build().on(view.date(), view.terms()).moving(view.movement());
  }
}
