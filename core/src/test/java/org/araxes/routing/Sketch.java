package org.araxes.routing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araxes.agreement.Selector;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.EdgeClosure;
import org.araxes.network.LengthBasis;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Region;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.quantity.Distance;

/**
 * A small map drawn as text: {@code "baku@AZ -a:road:300- astara@AZ/IR -b:rail1435:500>
 * tehran@IR"}.
 *
 * <p>A node says at its first mention where it lies; with two jurisdictions it is a crossing, open
 * unless told otherwise. A link has an id, a mode with its gauge and its kilometres; it ends in
 * {@code >} where it is one way. Written with {@code ~} instead of {@code -} it is dismantled.
 */
final class Sketch {
  static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final Pattern LINK =
      Pattern.compile("([-~])([\\w+]+):([a-z]+)([\\d+]*):(\\d+)([-~>])");

  private final TreeMap<String, TransitNode> nodes = new TreeMap<>();
  private final List<TransitEdge> edges = new ArrayList<>();
  private final List<CrossingFact> facts = new ArrayList<>();
  private final List<Transhipment> transhipments = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<EdgeClosure> closures = new ArrayList<>();
  private final TreeSet<String> companies = new TreeSet<>();
  private final TreeSet<String> shut = new TreeSet<>();

  static Sketch of(String... chains) {
    Sketch sketch = new Sketch();
    for (String chain : chains) {
      sketch.read(chain.split(" ", -1));
    }
    return sketch;
  }

  private void read(String[] tokens) {
    for (int i = 0; i < tokens.length; i += 2) {
      node(tokens[i]);
    }
    for (int i = 1; i < tokens.length; i += 2) {
      link(nodeId(tokens[i - 1]), tokens[i], nodeId(tokens[i + 1]));
    }
  }

  private static String nodeId(String token) {
    int at = token.indexOf('@');
    return at < 0 ? token : token.substring(0, at);
  }

  private void node(String token) {
    if (token.contains("@")) {
      String[] jurisdictions = token.substring(token.indexOf('@') + 1).split("/", -1);
      int number = nodes.size();
      nodes.put(
          nodeId(token),
          TransitNode.of(
              nodeId(token),
              jurisdictions.length == 2 ? NodeKind.BORDER_CROSSING : NodeKind.CITY,
              40 + number * 0.1,
              40 + number % 3 * 0.1,
              jurisdictions));
    }
  }

  private void link(String from, String token, String to) {
    Matcher link = LINK.matcher(token);
    if (!link.matches()) {
      throw new IllegalArgumentException("Not a link: " + token);
    }
    TreeSet<String> shared = new TreeSet<>(nodes.get(from).jurisdictions());
    shared.retainAll(nodes.get(to).jurisdictions());
    TransitEdge.Builder edge =
        TransitEdge.builder(
                link.group(2),
                from,
                to,
                Mode.valueOf(link.group(3).toUpperCase(Locale.ROOT)),
                shared.first())
            .straight(nodes.get(from), nodes.get(to))
            .length(Distance.ofKilometres(Integer.parseInt(link.group(5))), LengthBasis.STATED);
    if (!link.group(4).isEmpty()) {
      Stream.of(link.group(4).split("\\+", -1)).forEach(g -> edge.gauge(Integer.parseInt(g)));
    }
    if (link.group(6).equals(">")) {
      edge.oneWay();
    }
    if (link.group(1).equals("~")) {
      edge.status(History.always(Status.DISMANTLED));
    }
    edges.add(edge.build());
  }

  Sketch closed(String crossing, String by) {
    shut.add(crossing);
    facts.add(CrossingFact.state(crossing, CrossingState.CLOSED, Validity.ALWAYS, by));
    return this;
  }

  Sketch closedEdge(String edge, String by) {
    closures.add(
        new EdgeClosure(
            Selector.of(List.of(edge)),
            Set.of(),
            Set.of(),
            by,
            "Closed by decree",
            Validity.ALWAYS,
            Evidence.NONE));
    return this;
  }

  Sketch tranship(String node, Mode from, int fromGauge, Mode to, int toGauge, Duration time) {
    transhipments.add(
        new Transhipment(
            node,
            from,
            fromGauge,
            to,
            toGauge,
            EnumSet.noneOf(TrafficClass.class),
            time,
            OptionalDouble.of(1),
            Validity.ALWAYS,
            Evidence.NONE));
    return this;
  }

  Sketch operator(String element, String company) {
    companies.add(company);
    roles.add(Role.of(element, RoleKind.OPERATOR, company));
    return this;
  }

  Sketch region(String id, String... members) {
    regions.add(new Region(id, Names.of(id), new TreeSet<>(List.of(members))));
    return this;
  }

  TransitNetwork build() {
    TransitNetwork.Builder builder = TransitNetwork.builder("sketch");
    nodes.values().forEach(builder::addNode);
    edges.forEach(builder::addEdge);
    TreeSet<String> states = new TreeSet<>();
    for (TransitNode node : nodes.values()) {
      node.jurisdictions().forEach(code -> states.add(Jurisdictions.stateOf(code)));
      if (node.isCrossing() && !shut.contains(node.id())) {
        builder.addCrossingFact(
            CrossingFact.state(node.id(), CrossingState.OPEN, Validity.ALWAYS, ""));
      }
    }
    states.forEach(state -> builder.addParty(Party.state(state)));
    companies.forEach(company -> builder.addParty(Party.company(company, "")));
    facts.forEach(builder::addCrossingFact);
    transhipments.forEach(builder::addTranshipment);
    roles.forEach(builder::addRole);
    regions.forEach(builder::addRegion);
    closures.forEach(builder::addClosure);
    return builder.build();
  }

  NetworkView view(Movement movement) {
    return build().on(DAY).moving(movement);
  }

  /** The search for goods by road and rail. */
  RouteSearch between(String from, String to) {
    return RoutePlanner.on(view(Movement.freight().by(Mode.ROAD, Mode.RAIL).build()))
        .between(from, to);
  }
}
