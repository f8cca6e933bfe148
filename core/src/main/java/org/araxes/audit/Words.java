package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingState;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Names;
import org.araxes.network.Role;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/** What several rules say and ask alike. */
final class Words {
  private Words() {}

  /**
   * The day on which the facts were last checked, or the last of all days where that is not said.
   */
  static LocalDate today(TransitNetwork network) {
    return network.asOf().equals(LocalDate.MAX) ? LocalDate.MAX.minusDays(1) : network.asOf();
  }

  /** Metres below a kilometre, kilometres with one decimal above. */
  static String distance(double metres) {
    return metres < 1_000
        ? Math.round(metres) + " m"
        : String.format(Locale.ROOT, "%.1f km", metres / 1_000);
  }

  static String place(double longitude, double latitude) {
    return String.format(Locale.ROOT, "%.4f E, %.4f N", longitude, latitude);
  }

  /** A value of a code list as datasets write it. */
  static String code(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The roles on all elements, nodes first. */
  static List<Role> roles(TransitNetwork network) {
    List<Role> all = new ArrayList<>();
    network.nodes().forEach(node -> all.addAll(network.roles(node.id())));
    network.edges().forEach(edge -> all.addAll(network.roles(edge.id())));
    return all;
  }

  /** All names by the id of what bears them; a party and a territory of one id share an entry. */
  static SortedMap<String, Names> names(TransitNetwork network) {
    TreeMap<String, Names> all = new TreeMap<>();
    network.agreements().forEach(one -> all.put(one.id(), one.names()));
    network.parties().forEach(one -> all.put(one.id(), one.names()));
    network.territories().forEach(one -> all.put(one.id(), one.names()));
    network.regions().forEach(one -> all.put(one.id(), one.names()));
    network.edges().forEach(one -> all.put(one.id(), one.names()));
    network.nodes().forEach(one -> all.put(one.id(), one.names()));
    return all;
  }

  /** Whether a crossing is stated to be open or restricted for anybody that day. */
  static boolean passable(Crossing crossing, LocalDate date) {
    return crossing.facts().stream()
        .anyMatch(
            fact ->
                fact.evidence().basis() == Basis.FACT
                    && fact.holdsOn(date)
                    && fact.state()
                        .map(
                            state ->
                                state == CrossingState.OPEN || state == CrossingState.RESTRICTED)
                        .orElse(false));
  }

  /** The connected pieces, in order of their first node. */
  static List<SortedSet<String>> pieces(TransitNetwork network) {
    Set<String> seen = new HashSet<>();
    List<SortedSet<String>> pieces = new ArrayList<>();
    for (TransitNode start : network.nodes()) {
      if (!seen.add(start.id())) {
        continue;
      }
      TreeSet<String> piece = new TreeSet<>();
      ArrayDeque<String> open = new ArrayDeque<>(List.of(start.id()));
      while (!open.isEmpty()) {
        String node = open.pop();
        piece.add(node);
        for (TransitEdge edge : network.edgesAt(node)) {
          String other = edge.otherEnd(node);
          if (seen.add(other)) {
            open.push(other);
          }
        }
      }
      pieces.add(piece);
    }
    return pieces;
  }
}
