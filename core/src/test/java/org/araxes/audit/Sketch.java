package org.araxes.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.control.Decision;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Wgs84;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.Territory;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Share;
import org.locationtech.jts.geom.Coordinate;

/**
 * A small map without a flaw: Yerevan, a gate on the border, Baku; one road and one railway. Tests
 * spoil one thing and see which rule speaks.
 */
final class Sketch {
  static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  static final Evidence SAID = Evidence.of("s1", Confidence.HIGH);

  final Map<String, TransitNode> nodes = new LinkedHashMap<>();
  final Map<String, TransitEdge> edges = new LinkedHashMap<>();
  final Map<String, Territory> territories = new LinkedHashMap<>();
  final Map<String, Party> parties = new LinkedHashMap<>();
  final Map<String, Agreement> agreements = new LinkedHashMap<>();
  final List<Source> sources = new ArrayList<>();
  final List<Role> roles = new ArrayList<>();
  final List<Stake> stakes = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<CrossingFact> facts = new ArrayList<>();
  final List<ControlPoint> controls = new ArrayList<>();
  final List<Transhipment> transhipments = new ArrayList<>();

  Sketch() {
    sources.add(new Source("s1", "A source", "", "", "", "", ""));
    territory("AM", 44, 45);
    territory("AZ", 45, 46);
    for (String state : List.of("AM", "AZ")) {
      party(state, PartyKind.STATE, state, "State " + state);
    }
    party("roads", PartyKind.COMPANY, "AM", "Roads Company");
    stake("AM", "roads", 60);
    stake("AZ", "roads", 40);
    node("yerevan", NodeKind.CITY, 44.5, 39.5, "AM");
    node("gate", NodeKind.BORDER_CROSSING, 45.0, 39.5, "AM", "AZ");
    node("baku", NodeKind.CITY, 45.5, 39.5, "AZ");
    edge("road-am", "yerevan", "gate", Mode.ROAD, "AM");
    edge("road-az", "gate", "baku", Mode.ROAD, "AZ");
    edge("rail-am", "yerevan", "gate", Mode.RAIL, "AM");
    edge("rail-az", "gate", "baku", Mode.RAIL, "AZ");
    edges.keySet().forEach(edge -> role(edge, RoleKind.OPERATOR, "roads", ""));
    role("gate", RoleKind.BORDER_CONTROL, "AM", "AM");
    fact(CrossingState.OPEN, Validity.ALWAYS, Optional.of(Duration.ofHours(2)), "");
    controls.add(control(""));
    agreement("treaty", LegalStatus.IN_FORCE);
    decisions.add(decision(List.of("AM", "AZ"), ""));
  }

  Sketch territory(String code, double west, double east) {
    Coordinate[] ring = {
      new Coordinate(west, 39),
      new Coordinate(east, 39),
      new Coordinate(east, 40),
      new Coordinate(west, 40),
      new Coordinate(west, 39)
    };
    territories.put(
        code,
        new Territory(
            code,
            Names.of("Land of " + code),
            code,
            "",
            Optional.of(Wgs84.FACTORY.createPolygon(ring)),
            SAID));
    return this;
  }

  Sketch party(String id, PartyKind kind, String jurisdiction, String name) {
    parties.put(id, new Party(id, kind, jurisdiction, Names.of(name), SAID));
    return this;
  }

  Sketch stake(String holder, String held, long percent) {
    Share share = Share.ofPercent(percent);
    stakes.add(new Stake(holder, held, StakeKind.SHARES, share, share, Validity.ALWAYS, "", SAID));
    return this;
  }

  Sketch node(String id, NodeKind kind, double longitude, double latitude, String... codes) {
    nodes.put(
        id,
        new TransitNode(
            id,
            Names.of("Place " + id),
            kind,
            Wgs84.point(longitude, latitude),
            Quality.SURVEYED,
            List.of(codes),
            new TreeSet<>(),
            History.empty(),
            SAID));
    return this;
  }

  Sketch nodeStatus(String id, Status status) {
    nodes.computeIfPresent(
        id, (key, node) -> node.withStatus(history(status, Validity.ALWAYS, Basis.FACT)));
    return this;
  }

  Sketch nodeNames(String id, Names names) {
    nodes.computeIfPresent(
        id,
        (key, node) ->
            new TransitNode(
                id,
                names,
                node.kind(),
                node.position(),
                node.quality(),
                node.jurisdictions(),
                node.tags(),
                node.status(),
                node.evidence()));
    return this;
  }

  /** An edge along a slightly bent line of its own, so that no two lie on each other. */
  Sketch edge(String id, String from, String to, Mode mode, String code) {
    double bend = mode == Mode.RAIL ? 0.02 : 0.01;
    Coordinate a = nodes.get(from).position().getCoordinate();
    Coordinate b = nodes.get(to).position().getCoordinate();
    return line(
        id, from, to, mode, code, a.x, a.y, (a.x + b.x) / 2, (a.y + b.y) / 2 + bend, b.x, b.y);
  }

  Sketch line(String id, String from, String to, Mode mode, String code, double... positions) {
    TransitEdge.Builder edge =
        TransitEdge.builder(id, from, to, mode, code)
            .geometry(Wgs84.line(positions), Quality.SURVEYED)
            .status(history(Status.OPERATIONAL, Validity.ALWAYS, Basis.FACT))
            .evidence(SAID);
    if (mode == Mode.RAIL) {
      edge.gauge(1520);
    }
    edges.put(id, edge.build());
    return this;
  }

  /** Makes an edge anew. */
  TransitEdge.Builder anew(String id) {
    return edges.get(id).toBuilder();
  }

  Sketch with(TransitEdge.Builder edge) {
    TransitEdge made = edge.build();
    edges.put(made.id(), made);
    return this;
  }

  Sketch length(String id, double metres) {
    return with(anew(id).length(new Distance(metres), org.araxes.network.LengthBasis.STATED));
  }

  static <T> History<T> history(T value, Validity validity, Basis basis) {
    return new History<>(List.of(new Claim<>(value, validity, SAID.withBasis(basis))));
  }

  Sketch role(String element, RoleKind kind, String holder, String side) {
    roles.add(role(element, kind, holder, side, ""));
    return this;
  }

  static Role role(String element, RoleKind kind, String holder, String side, String under) {
    return new Role(element, kind, holder, side, Matter.ORDINARY, Validity.ALWAYS, under, SAID);
  }

  Sketch fact(CrossingState state, Validity validity, Optional<Duration> wait, String under) {
    facts.add(
        new CrossingFact(
            "gate",
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            Optional.of(state),
            validity,
            "AM",
            Optional.empty(),
            wait,
            Optional.empty(),
            "",
            OptionalDouble.empty(),
            under,
            0,
            SAID));
    return this;
  }

  Sketch fact(CrossingFact fact) {
    facts.add(fact);
    return this;
  }

  Sketch narrowFact(Set<Mode> modes, Set<String> flags) {
    facts.add(
        new CrossingFact(
            "gate",
            modes,
            Set.of(),
            "",
            "",
            new TreeSet<>(flags),
            Optional.of(CrossingState.CLOSED),
            Validity.ALWAYS,
            "AM",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            OptionalDouble.empty(),
            "",
            0,
            SAID));
    return this;
  }

  static ControlPoint control(String under) {
    return new ControlPoint(
        "gate",
        "AZ",
        ControlFunction.CUSTOMS,
        "AZ",
        "AZ",
        Contact.OFFICER,
        ControlPlace.LINE,
        Set.of(),
        Set.of(),
        Validity.ALWAYS,
        under,
        SAID);
  }

  Sketch agreement(String id, LegalStatus status, Prerequisite... first) {
    return agreement(id, history(status, Validity.ALWAYS, Basis.FACT), first);
  }

  Sketch agreement(String id, History<LegalStatus> status, Prerequisite... first) {
    agreements.put(
        id,
        new Agreement(
            id,
            Names.of("Agreement on " + id),
            AgreementKind.TREATY,
            List.of("AM", "AZ"),
            true,
            status,
            List.of(first),
            List.of(),
            SAID));
    return this;
  }

  /** An agreement in force that makes a party the holder of the concession of the road. */
  Sketch granting(String id, String party, Set<String> over) {
    agreement(id, LegalStatus.IN_FORCE);
    Provision grant =
        Provision.of("road", ProvisionEffect.GRANTS_ROLE, party, Selector.of(List.of("road-am")))
            .granting("concessionaire", Matter.ORDINARY)
            .prevailingOver(new TreeSet<>(over));
    agreements.computeIfPresent(id, (name, plain) -> plain.withProvisions(List.of(grant)));
    return this;
  }

  static Decision decision(List<String> members, String under) {
    return new Decision(
        "roads",
        Matter.RESERVED,
        org.araxes.control.DecisionKind.ALL,
        Share.NONE,
        0,
        members,
        Validity.ALWAYS,
        under,
        SAID);
  }

  TransitNetwork build() {
    TransitNetwork.Builder builder = TransitNetwork.builder("sketch").asOf(TODAY);
    builder.names(new Names(new TreeMap<>(Map.of("en", "Sketch"))));
    nodes.values().forEach(builder::addNode);
    edges.values().forEach(builder::addEdge);
    territories.values().forEach(builder::addTerritory);
    parties.values().forEach(builder::addParty);
    agreements.values().forEach(builder::addAgreement);
    sources.forEach(builder::addSource);
    roles.forEach(builder::addRole);
    stakes.forEach(builder::addStake);
    decisions.forEach(builder::addDecision);
    facts.forEach(builder::addCrossingFact);
    controls.forEach(builder::addControlPoint);
    transhipments.forEach(builder::addTranshipment);
    return builder.build();
  }
}
