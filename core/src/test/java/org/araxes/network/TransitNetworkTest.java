package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.control.Decision;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Wgs84;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TransitNetworkTest {
  private static final LocalDate DAY = Sketch.DAY;

  private static List<String> faults(TransitNetwork.Builder builder) {
    InvalidNetworkException invalid =
        catchThrowableOfType(InvalidNetworkException.class, builder::build);
    assertThat(invalid).isNotNull();
    return invalid.findings().stream()
        .map(finding -> finding.code() + " " + finding.subject())
        .toList();
  }

  private static Agreement agreement(String id, LegalStatus status, Provision... provisions) {
    return new Agreement(
        id,
        Names.of(id),
        AgreementKind.TREATY,
        List.of("AZ"),
        true,
        new History<>(List.of(new Claim<>(status, Validity.since(DAY), Evidence.NONE))),
        List.of(),
        List.of(provisions),
        Evidence.NONE);
  }

  private static Provision provision(String id, String party, Selector where) {
    return new Provision(
        id,
        ProvisionEffect.BINDS,
        party,
        where,
        Set.of(),
        Set.of(),
        new TreeSet<>(),
        "",
        Validity.ALWAYS);
  }

  private static Decision members(
      String party, Validity validity, String under, String... members) {
    return new Decision(
        party,
        Matter.ORDINARY,
        DecisionKind.ALL,
        Share.NONE,
        0,
        List.of(members),
        validity,
        under,
        Evidence.NONE);
  }

  @Test
  void aSketchIsANetwork() {
    TransitNetwork network =
        Sketch.of("bak -AZ- agb -AM:rail:1520@scr#tripp=43.5> nax", "agb -AM- nax", "isle/GE");
    assertThat(network).hasToString("sketch: 4 nodes, 3 edges");
    assertThat(network.edges()).extracting(TransitEdge::id).containsExactly("e1", "e3", "tripp");
    TransitEdge tripp = network.edge("tripp");
    assertThat(tripp.mode()).isEqualTo(Mode.RAIL);
    assertThat(tripp.gauges()).containsExactly(1520);
    assertThat(tripp.oneWay()).isTrue();
    assertThat(tripp.length()).isEqualTo(Distance.ofKilometres(43.5));
    assertThat(network.roles("tripp")).containsExactly(Role.of("tripp", RoleKind.OPERATOR, "scr"));
    assertThat(network.crossings()).extracting(c -> c.id()).containsExactly("agb");
    assertThat(network.parties()).extracting(Party::id).containsExactly("AM", "AZ", "GE", "scr");
    assertThat(network.node("agb").position().getX()).isEqualTo(40.1);
    assertThatIllegalArgumentException().isThrownBy(() -> Sketch.of("a -az- b"));
  }

  @Test
  void parallelEdgesSelfLoopsAndIsolatedNodesAreLegal() {
    TransitNetwork network = Sketch.of("a -AZ- b", "a -AZ- b", "b -AZ- b", "alone/AZ");
    assertThat(network.edgesAt("a")).extracting(TransitEdge::id).containsExactly("e1", "e2");
    assertThat(network.edgesAt("b")).extracting(TransitEdge::id).containsExactly("e1", "e2", "e3");
    assertThat(network.edgesAt("alone")).isEmpty();
    assertThat(network.edge("e3").otherEnd("b")).isEqualTo("b");
    assertThat(network.edge("e1").otherEnd("b")).isEqualTo("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.edge("e1").otherEnd("alone"))
        .withMessageContaining("runs from a to b");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    TransitNode far = TransitNode.of("far", NodeKind.CITY, 50, 40, "AZ");
    TransitNetwork.Builder builder =
        Sketch.withoutFacts("a -AZ- x", "x -AM- c")
            .addNode(TransitNode.of("a", NodeKind.CITY, 44, 40, "AZ"))
            .addNode(TransitNode.of("with blank", NodeKind.CITY, 44, 40, "AZ"))
            .addNode(far)
            .addEdge(
                TransitEdge.builder("dangling", "a", "nowhere", Mode.ROAD, "AZ")
                    .geometry(Wgs84.line(40, 40, 41, 40), Quality.SCHEMATIC)
                    .build())
            .addEdge(
                TransitEdge.builder("leaves", "a", "c", Mode.ROAD, "AZ")
                    .geometry(Wgs84.line(40, 40, 40.2, 40), Quality.SCHEMATIC)
                    .build())
            .addEdge(
                TransitEdge.builder("misses", "a", "far", Mode.ROAD, "AZ")
                    .geometry(Wgs84.line(40, 40, 50, 40.001), Quality.SCHEMATIC)
                    .build())
            .addEdge(
                TransitEdge.builder("far", "far", "far", Mode.ROAD, "AZ")
                    .straight(far, far)
                    .build())
            .addRegion(new Region("main", Names.of("m"), new TreeSet<>(Set.of("a", "b0"))))
            .addRegion(new Region("c", Names.of("c"), new TreeSet<>()))
            .addRole(Role.of("e1", RoleKind.OPERATOR, "nobody"))
            .addRole(Role.of("e99", RoleKind.OPERATOR, "AZ"))
            .addRole(
                new Role(
                    "e1",
                    RoleKind.OPERATOR,
                    "AZ",
                    "AZ",
                    Matter.ORDINARY,
                    Validity.ALWAYS,
                    "no-pact",
                    Evidence.NONE))
            .addStake(Stake.of("AZ", "AM", 60))
            .addStake(Stake.of("AM", "AM2", 60))
            .addStake(Stake.of("AZ", "AM", 41))
            .addDecision(members("AZ", Validity.ALWAYS, "", "ghost"))
            .addCrossingFact(
                CrossingFact.state("c", CrossingState.OPEN, Validity.ALWAYS, "stranger"))
            .addControlPoint(controlAt("x", "TR"))
            .addControlPoint(controlAt("y", "AZ"))
            .addTranshipment(
                new Transhipment(
                    "harbour",
                    Mode.RAIL,
                    1520,
                    Mode.RAIL,
                    1435,
                    Set.of(),
                    Duration.ZERO,
                    OptionalDouble.empty(),
                    Validity.ALWAYS,
                    Evidence.NONE))
            .addRefusal(new Refusal("XX", Selector.ALL, Validity.ALWAYS, Evidence.NONE))
            .addClosure(
                new EdgeClosure(
                    Selector.ALL, Set.of(), Set.of(), "YY", "", Validity.ALWAYS, Evidence.NONE))
            .addAgreement(
                agreement(
                    "pact",
                    LegalStatus.SIGNED,
                    provision("1", "ZZ", Selector.ALL),
                    provision("1", "AZ", Selector.of(List.of("e77")))));
    assertThat(faults(builder))
        .containsExactlyInAnyOrder(
            "duplicate_id a",
            "bad_id with blank",
            "dangling_reference dangling",
            "edge_leaves_jurisdiction leaves",
            "line_misses_node misses",
            "duplicate_id far",
            "dangling_reference main",
            "duplicate_id c",
            "unknown_party e1",
            "dangling_reference e99",
            "unknown_side e1",
            "unknown_agreement e1",
            "shares_over_100 AM",
            "unknown_party AM2",
            "unknown_party AZ",
            "unknown_crossing c",
            "unknown_party c",
            "unknown_side x",
            "unknown_crossing y",
            "dangling_reference harbour",
            "unknown_party XX",
            "unknown_party YY",
            "unknown_party pact",
            "duplicate_id pact",
            "dangling_reference pact");
  }

  private static ControlPoint controlAt(String crossing, String post) {
    return new ControlPoint(
        crossing,
        post,
        ControlFunction.CUSTOMS,
        "",
        "",
        Contact.NONE,
        ControlPlace.LINE,
        Set.of(),
        Set.of(),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }

  @Test
  void faultsComeWithAWayOn() {
    TransitNetwork.Builder builder =
        Sketch.builder("baku -AZ- ganja")
            .addRegion(new Region("main", Names.of("m"), new TreeSet<>(Set.of("bakku"))));
    assertThatExceptionOfType(InvalidNetworkException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("The network has 1 fault")
        .withMessageContaining("Maybe \"baku\"?");
  }

  @Test
  void aBuilderCanBeMendedAndBuiltAgain() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- b").addRole(Role.of("e1", RoleKind.OPERATOR, "ady"));
    assertThat(faults(builder)).containsExactly("unknown_party e1");
    assertThat(builder.addParty(Party.company("ady", "AZ")).build().roles("e1")).hasSize(1);
  }

  @Test
  void whereTerritoriesAreGivenEveryJurisdictionIsOne() {
    assertThat(
            faults(
                Sketch.builder("a -AZ- x", "x -AM- c")
                    .addTerritory(Territory.of("AZ"))
                    .addTerritory(
                        new Territory(
                            "IR", Names.of("IR"), "IR", "XX", Optional.empty(), Evidence.NONE))))
        .containsExactlyInAnyOrder(
            "unknown_jurisdiction e2",
            "unknown_jurisdiction x",
            "unknown_jurisdiction c",
            "unknown_party IR",
            "unknown_party IR");
  }

  @Test
  void ownersInACircleAreAFault() {
    assertThat(
            faults(
                Sketch.builder("a -AZ@one- b", "a -AZ@two- b")
                    .addStake(Stake.of("one", "two", 60))
                    .addStake(Stake.of("two", "one", 60))))
        .containsExactly("control_cycle one", "control_cycle two");
  }

  @Test
  void aCircleThatOpensWhenADecisionEndsIsAFault() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ@one- b", "a -AZ@two- b")
            .addStake(since("one", "two"))
            .addStake(since("two", "one"))
            .addDecision(members("one", new Validity(DAY, DAY.plusYears(1)), "", "AZ"));
    assertThat(faults(builder)).containsExactly("control_cycle one", "control_cycle two");
  }

  @Test
  void aCircleThatOpensWhenAnInstrumentFallsIsAFault() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ@one- b", "a -AZ@two- b")
            .addStake(since("one", "two"))
            .addStake(since("two", "one"))
            .addDecision(members("one", Validity.ALWAYS, "pact", "AZ"));
    assertThat(builder.addAgreement(agreement("pact", LegalStatus.SIGNED)).build().stakes())
        .hasSize(2);
    assertThat(faults(builder.withAgreement(agreement("pact", LegalStatus.SUSPENDED))))
        .containsExactly("control_cycle one", "control_cycle two");
  }

  private static Stake since(String holder, String held) {
    Stake plain = Stake.of(holder, held, 60);
    return new Stake(
        holder,
        held,
        plain.kind(),
        plain.min(),
        plain.max(),
        Validity.since(DAY),
        "",
        Evidence.NONE);
  }

  @Test
  void sharesMayChangeHandsWithoutEverPassingTheWhole() {
    Validity before = Validity.until(DAY);
    Stake whole = Stake.of("AZ", "ady", 100);
    Stake sold =
        new Stake("AZ", "ady", whole.kind(), whole.min(), whole.max(), before, "", Evidence.NONE);
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ@ady- b", "c -TR- d").addStake(sold).addStake(since("TR", "ady"));
    assertThat(builder.build().stakes()).hasSize(2);
    assertThat(faults(builder.addStake(Stake.of("TR", "ady", 1))))
        .containsExactly("shares_over_100 ady");
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatMayBeMeant() {
    TransitNetwork network =
        Sketch.builder("baku -AZ- agbend -AM- nax")
            .addRegion(new Region("AZ-main", Names.of("m"), new TreeSet<>(Set.of("baku"))))
            .addTerritory(Territory.of("AZ"))
            .addTerritory(Territory.of("AM"))
            .addAgreement(agreement("tripp", LegalStatus.SIGNED))
            .addSource(new Source("src", "Source", "", "", "", "", ""))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.node("BAKU"))
        .withMessage("No node \"BAKU\" among the 3 of sketch. Maybe \"baku\"?");
    assertThatIllegalArgumentException().isThrownBy(() -> network.edge("e9"));
    assertThatIllegalArgumentException().isThrownBy(() -> network.edgesAt("e1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.crossing("agbent"))
        .withMessageContaining("Maybe \"agbend\"?");
    assertThatIllegalArgumentException().isThrownBy(() -> network.crossing("baku"));
    assertThatIllegalArgumentException().isThrownBy(() -> network.territory("IR"));
    assertThatIllegalArgumentException().isThrownBy(() -> network.region("AZ"));
    assertThatIllegalArgumentException().isThrownBy(() -> network.party("TR"));
    assertThatIllegalArgumentException().isThrownBy(() -> network.agreement("trip"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.endpoint("AZ-mian"))
        .withMessageContaining("Maybe \"AZ-main\"?");
    assertThat(network.endpoint("AZ-main")).containsExactly("baku");
    assertThat(network.endpoint("nax")).containsExactly("nax");
    assertThat(network.findNode("BAKU")).isEmpty();
    assertThat(network.findEdge("e9")).isEmpty();
    assertThat(network.findCrossing("baku")).isEmpty();
    assertThat(network.findTerritory("AZ")).isPresent();
    assertThat(network.findRegion("AZ-main")).isPresent();
    assertThat(network.findParty("AM")).isPresent();
    assertThat(network.findAgreement("tripp")).isPresent();
    assertThat(network.findSource("src")).isPresent();
    assertThat(network.territories()).hasSize(2);
    assertThat(network.regions()).hasSize(1);
    assertThat(network.agreements()).hasSize(1);
    assertThat(network.sources()).hasSize(1);
    assertThat(network.roles("e1")).isEmpty();
  }

  @Test
  void anotherNetworkStartsFromThisOneAndLeavesItAlone() {
    TransitNetwork network =
        Sketch.builder("a -AZ@ady- x -AM- c")
            .names(Names.of("Sketch"))
            .asOf(DAY)
            .addAttribution("Somebody")
            .addControlPoint(controlAt("x", "AM"))
            .addAlternative(new AlternativeClaim("a", "name", "A", "", Evidence.NONE))
            .addRetiming(new Retiming(Selector.ALL, 50, Validity.ALWAYS))
            .build();
    TransitNetwork same = network.toBuilder().build();
    assertThat(same.nodes()).containsExactlyElementsOf(network.nodes());
    assertThat(same.edges()).containsExactlyElementsOf(network.edges());
    assertThat(same.crossings()).containsExactlyElementsOf(network.crossings());
    assertThat(same.roles("e1")).isEqualTo(network.roles("e1"));
    assertThat(same.names()).isEqualTo(network.names());
    assertThat(same.asOf()).isEqualTo(DAY);
    assertThat(same.attribution()).containsExactly("Somebody");
    assertThat(same.alternatives()).isEqualTo(network.alternatives());
    assertThat(same.retimings()).isEqualTo(network.retimings());
    TransitNetwork other =
        network.toBuilder()
            .removeEdge("e1")
            .withEdge(network.edge("e2").toBuilder().speed(30).build())
            .withNode(network.node("a").withStatus(History.always(Status.DISUSED)))
            .withRoles(roles -> List.of(Role.of("e2", RoleKind.OPERATOR, "ady")))
            .withControlPoints(points -> List.of())
            .withStakes(stakes -> List.of(Stake.of("AZ", "ady", 100)))
            .withClosures(closures -> List.of())
            .build();
    assertThat(other.findEdge("e1")).isEmpty();
    assertThat(other.edge("e2").speedKmh()).hasValue(30);
    assertThat(other.roles("e2")).hasSize(1);
    assertThat(other.crossing("x").controls()).isEmpty();
    assertThat(network.edges()).hasSize(2);
    assertThat(network.roles("e1")).hasSize(1);
    assertThat(network.stakes()).isEmpty();
  }

  @Test
  void anEdgeCopiedByItsBuilderIsEqual() {
    TransitEdge edge =
        TransitEdge.builder("e", "a", "b", Mode.RAIL, "AZ")
            .names(Names.of("Line"))
            .oneWay()
            .geometry(Wgs84.line(44, 40, 45, 40), Quality.SURVEYED)
            .length(Distance.ofKilometres(90), LengthBasis.STATED)
            .gauge(1435, 1520)
            .electrification(Electrification.DC_3KV)
            .tracks(2)
            .speed(80)
            .capacity(
                new org.araxes.quantity.Throughput(12, org.araxes.quantity.Throughput.Unit.TRAINS))
            .corridor("tripp")
            .status(Status.PLANNED)
            .evidence(Evidence.of("src", org.araxes.evidence.Confidence.HIGH))
            .build();
    assertThat(edge.toBuilder().build()).isEqualTo(edge);
  }

  @Test
  void anEdgeHasALineOnEarthAndAPositiveSpeed() {
    TransitEdge.Builder bare = TransitEdge.builder("e", "a", "b", Mode.RAIL, "AZ");
    assertThatIllegalArgumentException()
        .isThrownBy(bare::build)
        .withMessageContaining("Maybe straight(a, b)?");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TransitEdge.builder("e", "a", "b", Mode.RAIL, "AZ")
                    .geometry(Wgs84.FACTORY.createLineString(), Quality.SCHEMATIC)
                    .build());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TransitEdge.builder("e", "a", "b", Mode.RAIL, "AZ")
                    .geometry(
                        Wgs84.FACTORY.createLineString(
                            new org.locationtech.jts.geom.Coordinate[] {
                              new org.locationtech.jts.geom.Coordinate(44, 40),
                              new org.locationtech.jts.geom.Coordinate(400, 40),
                              new org.locationtech.jts.geom.Coordinate(45, 40)
                            }),
                        Quality.SCHEMATIC)
                    .build())
        .withMessageContaining("400");
    for (double speed : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  TransitEdge.builder("e", "a", "b", Mode.RAIL, "AZ")
                      .geometry(Wgs84.line(44, 40, 45, 40), Quality.SCHEMATIC)
                      .speed(speed)
                      .build());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Retiming(Selector.ALL, speed, Validity.ALWAYS));
    }
  }

  @Test
  void aNodeLiesInOneJurisdictionAndACrossingInTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitNode.of("a", NodeKind.CITY, 44, 40, "AZ", "AM"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitNode.of("a", NodeKind.BORDER_CROSSING, 44, 40, "AZ"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitNode.of("a", NodeKind.AIRSPACE_BOUNDARY, 44, 40, "AZ", "AZ"));
    assertThat(TransitNode.of("a", NodeKind.BORDER_CROSSING, 44, 40, "IR", "AZ").jurisdictions())
        .containsExactly("AZ", "IR");
  }

  @Test
  void selectorsMeanEdgesByWhereTheyLieAndNodesByTheEdgesAtThem() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ- x -AM:rail- c", "d -AZ-NX- x2 -AM- c");
    TransitNetwork network =
        builder.withEdge(builder.build().edge("e2").toBuilder().corridor("tripp").build()).build();
    assertThat(network.select(Selector.corridor("tripp"))).containsExactly("c", "e2", "x");
    assertThat(network.select(Selector.jurisdiction("AZ")))
        .containsExactly("a", "d", "e1", "e3", "x", "x2");
    assertThat(network.select(Selector.jurisdiction("AZ-NX"))).containsExactly("d", "e3", "x2");
    assertThat(
            network.select(
                new Selector(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Set.of(Mode.RAIL))))
        .containsExactly("c", "e2", "x");
    assertThat(network.select(Selector.ALL)).hasSize(9);
  }

  @Test
  void everythingWithADayMayChangeAnAnswer() {
    LocalDate d = DAY;
    TransitNetwork.Builder builder = Sketch.withoutFacts("a -AZ@ady- x -AM- c");
    TransitNetwork network =
        builder
            .withEdge(
                builder.build().edge("e1").toBuilder()
                    .status(
                        new History<>(
                            List.of(
                                new Claim<>(Status.OPERATIONAL, Validity.since(d), Evidence.NONE),
                                new Claim<>(
                                    Status.DISUSED,
                                    Validity.since(d.plusDays(1)),
                                    Evidence.NONE.withBasis(Basis.PLAN)))))
                    .build())
            .addCrossingFact(
                CrossingFact.state("x", CrossingState.OPEN, Validity.since(d.plusDays(2)), ""))
            .addStake(
                new Stake(
                    "AZ",
                    "ady",
                    org.araxes.party.StakeKind.SHARES,
                    Share.WHOLE,
                    Share.WHOLE,
                    Validity.since(d.plusDays(3)),
                    "",
                    Evidence.NONE))
            .addRefusal(
                new Refusal("AM", Selector.ALL, Validity.until(d.plusDays(4)), Evidence.NONE))
            .addAgreement(agreement("pact", LegalStatus.SIGNED))
            .addRetiming(new Retiming(Selector.ALL, 9, Validity.since(d.plusDays(5))))
            .addClosure(
                new EdgeClosure(
                    Selector.ALL,
                    Set.of(),
                    Set.of(),
                    "",
                    "",
                    Validity.since(d.plusDays(6)),
                    Evidence.NONE))
            .addDecision(members("ady", Validity.since(d.plusDays(7)), "", "AZ"))
            .build();
    assertThat(network.changeDates(false))
        .containsExactly(
            d,
            d.plusDays(2),
            d.plusDays(3),
            d.plusDays(4),
            d.plusDays(5),
            d.plusDays(6),
            d.plusDays(7));
    assertThat(network.changeDates(true)).contains(d.plusDays(1));
  }

  @Test
  void prerequisitesNameInstrumentsThereAre() {
    Agreement plain = agreement("pact", LegalStatus.SIGNED);
    Agreement waiting =
        new Agreement(
            "pact",
            plain.names(),
            plain.kind(),
            plain.parties(),
            true,
            plain.status(),
            List.of(new Prerequisite("", "other", Optional.of(LegalStatus.IN_FORCE), List.of())),
            List.of(),
            Evidence.NONE);
    assertThat(faults(Sketch.builder("a -AZ- b").addAgreement(waiting)))
        .containsExactly("unknown_agreement pact");
    assertThat(Finding.error("a", "b", "c").code()).isEqualTo("a");
  }

  @Test
  void aTranshipmentChangesSomethingAtNoNegativeCost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transhipment(1520, Duration.ZERO, 0))
        .withMessageContaining("changes nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transhipment(1435, Duration.ofHours(-1), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> transhipment(1435, Duration.ZERO, -1));
  }

  private static Transhipment transhipment(int toGauge, Duration handling, double usd) {
    return new Transhipment(
        "a",
        Mode.RAIL,
        1520,
        Mode.RAIL,
        toGauge,
        Set.of(),
        handling,
        OptionalDouble.of(usd),
        Validity.ALWAYS,
        Evidence.NONE);
  }

  @Test
  @Timeout(20)
  void companiesThatHoldEachOtherInLayersAreAFaultAndNotAnHour() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ- b");
    for (int layer = 0; layer < 40; layer++) {
      for (int i = 0; i < 3; i++) {
        builder.addParty(Party.company("c" + layer + "-" + i, ""));
        for (int j = 0; layer > 0 && j < 3; j++) {
          builder.addStake(Stake.of("c" + (layer - 1) + "-" + j, "c" + layer + "-" + i, 33));
        }
      }
    }
    assertThat(faults(builder)).contains("control_too_large c39-0");
  }

  @Test
  @Timeout(20)
  void aLongChainOfOwnersIsFollowedOnce() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ- b");
    builder.addParty(Party.company("c0", ""));
    for (int i = 1; i <= 5_000; i++) {
      builder.addParty(Party.company("c" + i, ""));
      builder.addStake(Stake.of("c" + (i - 1), "c" + i, 60));
    }
    TransitNetwork network = builder.addRole(Role.of("e1", RoleKind.OPERATOR, "c5000")).build();
    assertThat(network.on(DAY).controlOf("e1").vetoParties()).containsExactly("AZ", "c0");
  }

  @Test
  void anEdgeIsTakenAwayFromAllThatNamesIt() {
    TransitNetwork network =
        Sketch.builder("a -AZ- b -AZ- c")
            .addAgreement(
                agreement(
                    "treaty",
                    LegalStatus.IN_FORCE,
                    provision("one", "AZ", Selector.of(List.of("e1"))),
                    provision("both", "AZ", Selector.of(List.of("e1", "e2"))),
                    provision("all", "AZ", Selector.ALL)))
            .addClosure(closure(Selector.of(List.of("e1"))))
            .addClosure(closure(Selector.of(List.of("e1", "e2"))))
            .addRefusal(
                new Refusal("AZ", Selector.of(List.of("e1")), Validity.ALWAYS, Evidence.NONE))
            .addRetiming(new Retiming(Selector.of(List.of("e1")), 50, Validity.ALWAYS))
            .build();
    TransitNetwork without = network.toBuilder().removeEdge("e1").build();
    assertThat(without.agreement("treaty").provisions())
        .extracting(Provision::id)
        .containsExactly("both", "all");
    assertThat(without.agreement("treaty").provisions().get(0).where().elements())
        .containsExactly("e2");
    assertThat(without.closures()).containsExactly(closure(Selector.of(List.of("e2"))));
    assertThat(without.refusals()).isEmpty();
    assertThat(without.retimings()).isEmpty();
  }

  private static EdgeClosure closure(Selector where) {
    return new EdgeClosure(where, Set.of(), Set.of(), "", "Shut", Validity.ALWAYS, Evidence.NONE);
  }

  @Test
  void whatClosuresRefusalsAndSpeedsNameMustBeThere() {
    Selector nowhere = Selector.of(List.of("e7"));
    assertThat(
            faults(
                Sketch.builder("a -AZ- b")
                    .addClosure(closure(nowhere))
                    .addRefusal(new Refusal("AZ", nowhere, Validity.ALWAYS, Evidence.NONE))
                    .addRetiming(new Retiming(nowhere, 50, Validity.ALWAYS))))
        .containsExactly("dangling_reference AZ", "dangling_reference e7", "dangling_reference e7");
  }

  @Test
  void aFeeInAnotherCurrencyIsNotTakenForDollars() {
    CrossingFact fee =
        new CrossingFact(
            "x",
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            Optional.empty(),
            Validity.ALWAYS,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.of(Money.of(50, "AZN")),
            "",
            OptionalDouble.empty(),
            "",
            0,
            Evidence.NONE);
    assertThat(faults(Sketch.builder("a -AZ- x -IR- b").addCrossingFact(fee)))
        .containsExactly("other_currency x");
  }

  @Test
  void aProvisionChangesThingsOnItsDaysWhateverIsSaidOfItsAgreement() {
    Agreement planned =
        new Agreement(
            "treaty",
            Names.of("treaty"),
            AgreementKind.TREATY,
            List.of("AZ"),
            true,
            History.always(LegalStatus.IN_FORCE),
            List.of(),
            List.of(
                new Provision(
                    "shut",
                    ProvisionEffect.CLOSES,
                    "AZ",
                    Selector.ALL,
                    Set.of(),
                    Set.of(),
                    new TreeSet<>(),
                    "",
                    Validity.since(DAY))),
            new Evidence(List.of(), Evidence.NONE.confidence(), Basis.PLAN, ""));
    TransitNetwork network = Sketch.builder("a -AZ- x -IR- b").addAgreement(planned).build();
    assertThat(network.changeDates(false)).containsExactly(DAY);
  }
}
