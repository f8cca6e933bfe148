package org.araxes.network;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.Decision;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.araxes.quantity.Share;

/**
 * Draws small networks for tests: edges alone say which nodes there are, and a node where edges of
 * two jurisdictions meet is a crossing. Crossings are open unless told otherwise.
 */
public final class DrawnNetwork {
  /** The day on which the tests ask. */
  public static final LocalDate DAY = LocalDate.of(2025, 8, 7);

  private final TransitNetwork.Builder builder = TransitNetwork.builder("drawn");
  private final Map<String, TreeSet<String>> nodes = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<TransitEdge.Builder>> changes = new LinkedHashMap<>();
  private final Map<String, String[]> edges = new LinkedHashMap<>();
  private final Set<String> parties = new LinkedHashSet<>();
  private final Set<String> stated = new TreeSet<>();
  private Optional<TransitNetwork> built = Optional.empty();

  /** A road of a jurisdiction. */
  public DrawnNetwork road(String id, String from, String to, String jurisdiction) {
    return edge(id, from, to, Mode.ROAD, jurisdiction, edge -> edge);
  }

  /** An edge of a jurisdiction, with more to be said about it. */
  public DrawnNetwork edge(
      String id,
      String from,
      String to,
      Mode mode,
      String jurisdiction,
      UnaryOperator<TransitEdge.Builder> change) {
    node(from, jurisdiction);
    node(to, jurisdiction);
    edges.put(id, new String[] {from, to, mode.name(), jurisdiction});
    changes.put(id, change);
    return this;
  }

  /** A node, which may stay alone. */
  public DrawnNetwork node(String id, String jurisdiction) {
    nodes.computeIfAbsent(id, node -> new TreeSet<>()).add(jurisdiction);
    party(Jurisdictions.stateOf(jurisdiction));
    return this;
  }

  /** A party. */
  public DrawnNetwork party(String id) {
    if (parties.add(id)) {
      builder.addParty(id.length() == 2 ? Party.state(id) : Party.company(id, ""));
    }
    return this;
  }

  /** A role of a party on an element. */
  public DrawnNetwork role(String element, RoleKind kind, String holder) {
    party(holder);
    builder.addRole(Role.of(element, kind, holder));
    return this;
  }

  /** A party that decides by its members: all, any, or at least so many of them. */
  public DrawnNetwork board(String id, DecisionKind kind, int count, String... members) {
    party(id);
    for (String member : members) {
      party(member);
    }
    builder.addDecision(
        new Decision(
            id,
            Matter.ORDINARY,
            kind,
            Share.NONE,
            kind == DecisionKind.AT_LEAST ? count : 0,
            List.of(members),
            Validity.ALWAYS,
            "",
            Evidence.NONE));
    return this;
  }

  /** The state of a crossing for everybody. */
  public DrawnNetwork crossing(String node, CrossingState state) {
    stated.add(node);
    builder.addCrossingFact(CrossingFact.state(node, state, Validity.ALWAYS, ""));
    return this;
  }

  /** A fact about a crossing, which then is not open by itself. */
  public DrawnNetwork fact(CrossingFact fact) {
    stated.add(fact.crossing());
    builder.addCrossingFact(fact);
    return this;
  }

  /** An agreement in force that binds a party not to stop anything on some elements. */
  public DrawnNetwork bound(String party, String... elements) {
    party(party);
    builder.addAgreement(
        new Agreement(
            "treaty-of-" + party,
            Names.of("Treaty of " + party),
            AgreementKind.CONTRACT,
            List.of(party),
            true,
            History.always(LegalStatus.IN_FORCE),
            List.of(),
            List.of(
                new Provision(
                    "1",
                    ProvisionEffect.BINDS,
                    party,
                    Selector.of(List.of(elements)),
                    Set.of(),
                    Set.of(),
                    new TreeSet<>(),
                    "Does not stop it",
                    Validity.ALWAYS)),
            Evidence.NONE));
    return this;
  }

  /** A control at one post of a crossing, by a party that also decides. */
  public DrawnNetwork control(String crossing, String post, String party, Contact contact) {
    return control(crossing, post, ControlFunction.BORDER_POLICE, party, party, contact);
  }

  /** A control at one post of a crossing. */
  public DrawnNetwork control(
      String crossing,
      String post,
      ControlFunction function,
      String controller,
      String decider,
      Contact contact) {
    for (String party : new String[] {controller, decider}) {
      if (!party.isEmpty()) {
        party(party);
      }
    }
    builder.addControlPoint(
        new ControlPoint(
            crossing,
            post,
            function,
            controller,
            decider,
            contact,
            ControlPlace.LINE,
            Set.of(),
            Set.of(),
            Validity.ALWAYS,
            "",
            Evidence.NONE));
    return this;
  }

  /** Anything else. */
  public DrawnNetwork with(Consumer<TransitNetwork.Builder> change) {
    change.accept(builder);
    return this;
  }

  /** The network, made once. */
  public TransitNetwork build() {
    if (built.isEmpty()) {
      built = Optional.of(make());
    }
    return built.get();
  }

  private NodeKind kindOf(String node) {
    if (nodes.getOrDefault(node, new TreeSet<>()).size() < 2) {
      return NodeKind.CITY;
    }
    return edges.values().stream()
            .filter(what -> what[0].equals(node) || what[1].equals(node))
            .allMatch(what -> what[2].equals(Mode.AIR.name()))
        ? NodeKind.AIRSPACE_BOUNDARY
        : NodeKind.BORDER_CROSSING;
  }

  private TransitNetwork make() {
    Map<String, TransitNode> made = new TreeMap<>();
    int place = 0;
    for (Map.Entry<String, TreeSet<String>> entry : nodes.entrySet()) {
      boolean crossing = entry.getValue().size() == 2;
      TransitNode node =
          TransitNode.of(
              entry.getKey(),
              kindOf(entry.getKey()),
              45 + 0.1 * (place % 40),
              39 + 0.1 * (place / 40),
              entry.getValue().toArray(String[]::new));
      place++;
      made.put(entry.getKey(), node);
      builder.addNode(node);
      if (crossing && !stated.contains(entry.getKey())) {
        builder.addCrossingFact(
            CrossingFact.state(entry.getKey(), CrossingState.OPEN, Validity.ALWAYS, ""));
      }
    }
    edges.forEach(
        (id, what) -> {
          TransitEdge.Builder edge =
              TransitEdge.builder(id, what[0], what[1], Mode.valueOf(what[2]), what[3])
                  .straight(made.get(what[0]), made.get(what[1]));
          builder.addEdge(changes.get(id).apply(edge).build());
        });
    return builder.build();
  }

  /** The network on the day, for a movement. */
  public NetworkView moving(Movement movement) {
    return build().on(DAY).moving(movement);
  }
}
