package org.araxes.benchmarks;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;

/**
 * A {@link RoadLattice} whose edges need the consent of parties.
 *
 * <p><b>Definition.</b> Countries are the points nearest to one of some random points; 70 % of the
 * edges between two of them are left out, and the others need both. Owners, if any, hold lines of
 * the lattice in turn, another turn in each country; an edge needs its owner too. The same for the
 * same numbers on every machine.
 */
final class PartyLattice {
  private static final long SEED = 11;
  private static final Pattern NAME = Pattern.compile("(road\\d+) (\\d+)(?:\\+(\\d+))?");
  private static final double SHUT = 0.7;
  private static final int LINES = 16;
  private static final double CELLS_PER_DEGREE = 30;

  private final RoadLattice lattice;
  private final int parties;
  private final BitSet kept = new BitSet();
  private final BitSet[] needs;

  /**
   * Makes one.
   *
   * @param name of the lattice, the number of countries and that of owners, such as {@code road100
   *     14+6} or {@code road330 30}
   */
  PartyLattice(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("No network \"" + name + "\". Maybe \"road100 14+6\"?");
    }
    lattice = RoadLattice.named(parts.group(1));
    int countries = Integer.parseInt(parts.group(2));
    int owners = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    parties = countries + owners;
    SplittableRandom random = new SplittableRandom(SEED);
    double side = 0;
    for (int node = 0; node < lattice.nodes(); node++) {
      side = Math.max(side, lattice.x(node));
    }
    double[] xs = new double[countries];
    double[] ys = new double[countries];
    for (int country = 0; country < countries; country++) {
      xs[country] = random.nextDouble() * side;
      ys[country] = random.nextDouble() * side;
    }
    needs = new BitSet[lattice.edges()];
    for (int edge = 0; edge < lattice.edges(); edge++) {
      int from = nearest(lattice.tail(edge), xs, ys);
      int to = nearest(lattice.head(edge), xs, ys);
      needs[edge] = new BitSet();
      needs[edge].set(from);
      needs[edge].set(to);
      if (owners > 0) {
        long line = Math.round(lattice.y(lattice.tail(edge)) / LINES);
        needs[edge].set(countries + Math.floorMod(line * 7 + from * 3L, owners));
      }
      kept.set(edge, from == to || random.nextDouble() >= SHUT);
    }
  }

  private int nearest(int node, double[] xs, double[] ys) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int country = 0; country < xs.length; country++) {
      double distance = Math.hypot(lattice.x(node) - xs[country], lattice.y(node) - ys[country]);
      if (distance < least) {
        least = distance;
        best = country;
      }
    }
    return best;
  }

  RoadLattice lattice() {
    return lattice;
  }

  int parties() {
    return parties;
  }

  /** The edges that are there. */
  BitSet kept() {
    return kept;
  }

  /** Whose consent an edge needs. */
  BitSet needs(int edge) {
    return needs[edge];
  }

  static String party(int number) {
    return String.format(Locale.ROOT, "p%03d", number);
  }

  static String node(int number) {
    return String.format(Locale.ROOT, "n%06d", number);
  }

  /** The network as a user would build it, seen by a lorry. */
  NetworkView view() {
    TransitNetwork.Builder builder = TransitNetwork.builder("lattice");
    for (int party = 0; party < parties; party++) {
      builder.addParty(Party.company(party(party), ""));
    }
    builder.addParty(Party.state("XX"));
    TransitNode[] nodes = new TransitNode[lattice.nodes()];
    for (int node = 0; node < nodes.length; node++) {
      nodes[node] =
          TransitNode.of(
              node(node),
              NodeKind.CITY,
              lattice.x(node) / CELLS_PER_DEGREE,
              lattice.y(node) / CELLS_PER_DEGREE,
              "XX");
      builder.addNode(nodes[node]);
    }
    List<RoleKind> kinds = List.of(RoleKind.SOVEREIGN, RoleKind.OPERATOR, RoleKind.CONCESSIONAIRE);
    for (int edge = kept.nextSetBit(0); edge >= 0; edge = kept.nextSetBit(edge + 1)) {
      String id = String.format(Locale.ROOT, "e%06d", edge);
      TransitNode from = nodes[lattice.tail(edge)];
      TransitNode to = nodes[lattice.head(edge)];
      builder.addEdge(
          TransitEdge.builder(id, from.id(), to.id(), Mode.ROAD, "XX").straight(from, to).build());
      int[] holders = needs[edge].stream().toArray();
      for (int i = 0; i < holders.length; i++) {
        builder.addRole(Role.of(id, kinds.get(i), party(holders[i])));
      }
    }
    return builder
        .build()
        .on(LocalDate.of(2025, 8, 7))
        .moving(Movement.freight().by(Mode.ROAD).build());
  }
}
