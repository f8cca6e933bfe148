package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.araxes.quantity.Distance;

/**
 * Draws small networks from text, for tests.
 *
 * <p>{@code "bak -AZ- agb -AM- nax"} is a road of two edges. A hop is {@code -AZ-}, or {@code -AZ>}
 * for one way, and may say more in this order: {@code -AZ:rail:1520+1435@operator#id=km-}. Without
 * an id the edges are {@code e1}, {@code e2} … in order; without a length, 100 km; by road unless
 * told otherwise. A lone word is an isolated node, in the jurisdiction after the slash: {@code
 * "isle/AZ"}.
 *
 * <p>A node where two jurisdictions meet is a crossing, open to everybody at all times (not so with
 * {@link #withoutFacts}). Every state met and every operator is a party; an operator is a company
 * without owners, so it decides for itself. Nodes stand in order of first mention, a tenth of a
 * degree apart on 40° N from 40° E on.
 */
public final class Sketch {
  /** A day for tests that do not care which. */
  public static final LocalDate DAY = LocalDate.of(2025, 8, 8);

  private static final Pattern HOP =
      Pattern.compile(
          "-([A-Z][A-Z0-9-]*?)(?::([a-z]+))?(?::([0-9+]+))?(?:@([\\w.]+))?(?:#([\\w.-]+?))?"
              + "(?:=([0-9.]+))?([->])");

  private record Hop(String from, String to, Matcher says, int number) {}

  private Sketch() {}

  /**
   * A network of these ways.
   *
   * @param ways as above
   * @return the network, with open crossings
   */
  public static TransitNetwork of(String... ways) {
    return builder(ways).build();
  }

  /**
   * The same, to go on with.
   *
   * @param ways as above
   * @return a builder that holds nodes, edges, parties, and crossings that are open
   */
  public static TransitNetwork.Builder builder(String... ways) {
    TransitNetwork.Builder builder = withoutFacts(ways);
    for (TransitNode node : builder.nodes()) {
      if (node.isCrossing()) {
        builder.addCrossingFact(
            CrossingFact.state(node.id(), CrossingState.OPEN, Validity.ALWAYS, ""));
      }
    }
    return builder;
  }

  /**
   * Ways between three to five places in three states, for tests that try many: some of one way
   * only, some parallel, each run by one of three operators.
   *
   * @param random draws them
   * @param mode draws the mode of each, for instance {@code rail:1520}
   * @return ways as above, at least one
   */
  public static String[] randomWays(Random random, Supplier<String> mode) {
    List<String> states = List.of("AA", "BB", "CC");
    int count = 3 + random.nextInt(3);
    List<List<String>> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String one = states.get(random.nextInt(3));
      String two = states.get(random.nextInt(3));
      places.add(one.equals(two) ? List.of(one) : List.of(one, two));
    }
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < 40 && ways.size() < 2 + random.nextInt(6); i++) {
      int a = random.nextInt(count);
      int b = random.nextInt(count);
      List<String> common = new ArrayList<>(places.get(a));
      common.retainAll(places.get(b));
      if (!common.isEmpty()) {
        String by = mode.get();
        ways.add(
            "n"
                + a
                + " -"
                + common.get(random.nextInt(common.size()))
                + ":"
                + by
                + "@op"
                + random.nextInt(3)
                + "#e"
                + ways.size()
                + "="
                + 10 * (1 + random.nextInt(9))
                + (random.nextInt(6) == 0 ? "> " : "- ")
                + "n"
                + b);
      }
    }
    return ways.isEmpty() ? new String[] {"n0 -AA- n1"} : ways.toArray(String[]::new);
  }

  /**
   * The same, but nobody says whether the crossings are open.
   *
   * @param ways as above
   * @return a builder
   */
  public static TransitNetwork.Builder withoutFacts(String... ways) {
    Map<String, TreeSet<String>> jurisdictions = new LinkedHashMap<>();
    List<Hop> hops = new ArrayList<>();
    for (String way : ways) {
      String[] words = way.strip().split("\\s+", -1);
      for (int i = 0; i < words.length; i += 2) {
        String[] parts = words[i].split("/", 2);
        TreeSet<String> where = jurisdictions.computeIfAbsent(parts[0], n -> new TreeSet<>());
        if (parts.length > 1) {
          where.add(parts[1]);
        }
        if (i + 2 < words.length) {
          Matcher says = HOP.matcher(words[i + 1]);
          if (!says.matches()) {
            throw new IllegalArgumentException("Not a hop: " + words[i + 1] + " in " + way);
          }
          hops.add(new Hop(parts[0], words[i + 2].split("/", 2)[0], says, hops.size() + 1));
        }
      }
    }
    TreeSet<String> states = new TreeSet<>();
    TreeSet<String> operators = new TreeSet<>();
    for (Hop hop : hops) {
      String code = hop.says().group(1);
      jurisdictions.get(hop.from()).add(code);
      jurisdictions.get(hop.to()).add(code);
      if (hop.says().group(4) != null) {
        operators.add(hop.says().group(4));
      }
    }
    TransitNetwork.Builder builder = TransitNetwork.builder("sketch");
    Map<String, TransitNode> nodes = new LinkedHashMap<>();
    jurisdictions.forEach(
        (id, where) -> {
          where.forEach(code -> states.add(Jurisdictions.stateOf(code)));
          TransitNode node =
              TransitNode.of(
                  id,
                  where.size() > 1 ? NodeKind.BORDER_CROSSING : NodeKind.JUNCTION,
                  40 + 0.1 * nodes.size(),
                  40,
                  where.toArray(String[]::new));
          nodes.put(id, node);
          builder.addNode(node);
        });
    operators.removeAll(states);
    states.forEach(code -> builder.addParty(Party.state(code)));
    operators.forEach(id -> builder.addParty(Party.company(id, "")));
    hops.forEach(hop -> addEdge(builder, nodes, hop));
    return builder;
  }

  private static void addEdge(
      TransitNetwork.Builder builder, Map<String, TransitNode> nodes, Hop hop) {
    Matcher says = hop.says();
    String id = says.group(5) == null ? "e" + hop.number() : says.group(5);
    Mode mode =
        says.group(2) == null ? Mode.ROAD : Mode.valueOf(says.group(2).toUpperCase(Locale.ROOT));
    TransitEdge.Builder edge =
        TransitEdge.builder(id, hop.from(), hop.to(), mode, says.group(1))
            .straight(nodes.get(hop.from()), nodes.get(hop.to()))
            .length(
                Distance.ofKilometres(
                    says.group(6) == null ? 100 : Double.parseDouble(says.group(6))),
                LengthBasis.STATED);
    if (says.group(3) != null) {
      for (String gauge : says.group(3).split("\\+", -1)) {
        edge.gauge(Integer.parseInt(gauge));
      }
    }
    if (says.group(7).equals(">")) {
      edge.oneWay();
    }
    builder.addEdge(edge.build());
    if (says.group(4) != null) {
      builder.addRole(Role.of(id, RoleKind.OPERATOR, says.group(4)));
    }
  }
}
