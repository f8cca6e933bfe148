package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.LegalThreshold;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Money;
import org.junit.jupiter.api.Test;

/** What a movement sees: {@link NetworkView} and the {@link Topology} made of it. */
class TopologyTest {
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).build();

  private static Topology of(Movement movement, String... ways) {
    return Sketch.of(ways).on(Sketch.DAY).moving(movement).topology();
  }

  private static Topology of(TransitNetwork.Builder builder, Movement movement) {
    return builder.build().on(Sketch.DAY).moving(movement).topology();
  }

  private static Topology of(TransitNetwork.Builder builder, Movement movement, Terms terms) {
    return builder.build().on(Sketch.DAY, terms).moving(movement).topology();
  }

  /** Every arc as {@code element from>to}, with {@code !} where it is barred. */
  private static List<String> arcs(Topology topology) {
    List<String> all = new ArrayList<>();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      all.add(
          topology.element(arc)
              + " "
              + vertex(topology, topology.graph().tail(arc))
              + ">"
              + vertex(topology, topology.graph().head(arc))
              + (topology.isOpen(arc) ? "" : "!"));
    }
    return all;
  }

  private static String vertex(Topology topology, int vertex) {
    return topology.node(vertex).id()
        + (topology.gauge(vertex) == 0 ? "" : ":" + topology.gauge(vertex))
        + (topology.side(vertex).isEmpty() ? "" : "@" + topology.side(vertex));
  }

  private static List<Impediment> at(Topology topology, String arc) {
    int index = arcs(topology).indexOf(arc);
    assertThat(index).as("%s in %s", arc, arcs(topology)).isNotNegative();
    return topology.impediments(index);
  }

  @Test
  void parallelEdgesGoBothWaysEach() {
    Topology topology = of(TRUCK, "a -AZ- b", "a -AZ- b");
    assertThat(arcs(topology)).containsExactly("e1 a>b", "e1 b>a", "e2 a>b", "e2 b>a");
    assertThat(topology.openArcs().cardinality()).isEqualTo(4);
    assertThat(topology.kind(0)).isEqualTo(ArcKind.EDGE);
    assertThat(topology.jurisdictions(0)).containsExactly("AZ");
  }

  @Test
  void aOneWayEdgeGoesOneWayAndALoopStays() {
    assertThat(arcs(of(TRUCK, "a -AZ> b"))).containsExactly("e1 a>b");
    assertThat(arcs(of(TRUCK, "a -AZ> a"))).containsExactly("e1 a>a");
    assertThat(arcs(of(TRUCK, "a -AZ- a"))).containsExactly("e1 a>a", "e1 a>a");
  }

  @Test
  void anIsolatedNodeHasNoVertex() {
    Topology topology = of(TRUCK, "a -AZ- b", "alone/AZ");
    assertThat(topology.verticesOf("alone")).isEmpty();
    assertThat(topology.verticesOf("b")).containsExactly(1);
    assertThat(topology.verticesOf(new TreeSet<>(Set.of("a", "alone", "b")))).containsExactly(0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topology.verticesOf("c"))
        .withMessageContaining("No node \"c\"");
  }

  @Test
  void onlyItsOwnModesAreThere() {
    assertThat(arcs(of(TRUCK, "a -AZ:rail- b", "a -AZ- b"))).containsExactly("e2 a>b", "e2 b>a");
    assertThat(arcs(of(Movement.energy(Mode.GAS).build(), "a -AZ- b"))).isEmpty();
  }

  @Test
  void aBorderIsPassedFromSideToSide() {
    Topology topology = of(TRUCK, "a -AZ- x -AM- c");
    assertThat(arcs(topology))
        .containsExactly(
            "e1 a>x@AZ", "e1 x@AZ>a", "e2 x@AM>c", "e2 c>x@AM", "x x@AM>x@AZ", "x x@AZ>x@AM");
    assertThat(topology.kind(5)).isEqualTo(ArcKind.CROSSING);
    assertThat(topology.jurisdictions(5)).containsExactly("AM", "AZ");
    assertThat(topology.rules().get(topology.ruleOf(5)).vetoParties()).containsExactly("AM", "AZ");
    assertThat(topology.rules()).hasSize(4); // AZ, AM, both in either order
  }

  @Test
  void whatNobodyKnowsIsShutForTheCautiousAndOpenForTheHopeful() {
    TransitNetwork.Builder builder = Sketch.withoutFacts("a -AZ- x -AM- c");
    Topology cautious = of(builder, TRUCK);
    assertThat(at(cautious, "x x@AZ>x@AM!"))
        .extracting(Impediment::kind)
        .containsExactly(ImpedimentKind.UNKNOWN);
    Topology hopeful = of(builder, TRUCK, Terms.DEFAULT.withDoubt(Doubt.HOPEFUL));
    assertThat(at(hopeful, "x x@AZ>x@AM"))
        .extracting(Impediment::effect)
        .containsExactly(Effect.EXPOSES);
  }

  @Test
  void anEdgeOfUnknownStatusIsInDoubtToo() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ- b");
    builder.withEdge(builder.build().edge("e1").toBuilder().status(History.empty()).build());
    assertThat(arcs(of(builder, TRUCK))).containsExactly("e1 a>b!", "e1 b>a!");
    assertThat(arcs(of(builder, TRUCK, Terms.DEFAULT.withDoubt(Doubt.HOPEFUL))))
        .containsExactly("e1 a>b", "e1 b>a");
  }

  @Test
  void anEdgeThatIsNotInUseIsAMissingLinkWithItsReason() {
    for (Status status : Status.values()) {
      TransitNetwork.Builder builder = Sketch.builder("a -AZ- b");
      builder.withEdge(builder.build().edge("e1").toBuilder().status(status).build());
      Topology topology = of(builder, TRUCK);
      if (status == Status.OPERATIONAL) {
        assertThat(arcs(topology)).containsExactly("e1 a>b", "e1 b>a");
      } else {
        assertThat(at(topology, "e1 a>b!"))
            .singleElement()
            .satisfies(
                impediment -> {
                  assertThat(impediment.kind()).isEqualTo(ImpedimentKind.MISSING_LINK);
                  assertThat(impediment.text()).isNotBlank();
                });
      }
    }
  }

  @Test
  void aCrossingMayBeClosedInOneDirection() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c").addCrossingFact(way("AZ", "AM", CrossingState.CLOSED));
    Topology topology = of(builder, TRUCK);
    assertThat(arcs(topology)).contains("x x@AZ>x@AM!", "x x@AM>x@AZ");
    assertThat(at(topology, "x x@AZ>x@AM!"))
        .singleElement()
        .satisfies(
            impediment -> {
              assertThat(impediment.kind()).isEqualTo(ImpedimentKind.CLOSURE);
              assertThat(impediment.by()).containsExactly("AM");
              assertThat(impediment.text()).isEqualTo("Closed from AZ to AM");
            });
  }

  @Test
  void aRestrictedCrossingSlowsAndLetsPass() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c")
            .addCrossingFact(way("AZ", "AM", CrossingState.RESTRICTED));
    assertThat(at(of(builder, TRUCK), "x x@AZ>x@AM"))
        .singleElement()
        .satisfies(
            impediment -> {
              assertThat(impediment.kind()).isEqualTo(ImpedimentKind.PERMIT);
              assertThat(impediment.effect()).isEqualTo(Effect.SLOWS);
            });
  }

  private static CrossingFact way(String from, String to, CrossingState state) {
    return fact(from, to, Optional.of(state), new TreeSet<>(), Optional.empty());
  }

  private static CrossingFact fact(
      String from,
      String to,
      Optional<CrossingState> state,
      SortedSet<String> flags,
      Optional<Duration> wait) {
    return new CrossingFact(
        "x",
        Set.of(),
        Set.of(),
        from,
        to,
        flags,
        state,
        Validity.ALWAYS,
        state.isPresent() ? "AM" : "",
        Optional.empty(),
        wait,
        wait.map(time -> Money.usd(time.toMinutes() / 60.0)),
        "",
        OptionalDouble.empty(),
        "",
        0,
        Evidence.NONE);
  }

  @Test
  void aCrossingMayBeShutForOneFlag() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c")
            .addCrossingFact(
                fact(
                    "",
                    "",
                    Optional.of(CrossingState.CLOSED),
                    new TreeSet<>(Set.of("AZ")),
                    Optional.empty()));
    assertThat(arcs(of(builder, TRUCK))).contains("x x@AZ>x@AM!");
    assertThat(arcs(of(builder, Movement.freight().flag("GE").build()))).contains("x x@AZ>x@AM");
  }

  @Test
  void aWaitIsTheStatedOneOrElseAnAssumption() {
    Topology assumed = of(TRUCK, "a -AZ- x -AM- c");
    assertThat(assumed.seconds()[5]).isEqualTo(258 * 60);
    assertThat(assumed.usd()[5]).isEqualTo(56);
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c")
            .addCrossingFact(
                fact(
                    "AZ",
                    "AM",
                    Optional.empty(),
                    new TreeSet<>(),
                    Optional.of(Duration.ofHours(3))));
    Topology stated = of(builder, TRUCK);
    assertThat(stated.seconds()[5]).isEqualTo(3 * 3600);
    assertThat(stated.usd()[5]).isEqualTo(3);
    assertThat(stated.seconds()[4]).isEqualTo(258 * 60);
    Route one = stated.route(new int[] {0, 5, 2}, 0);
    Route back = stated.route(new int[] {3, 4, 1}, stated.verticesOf("c")[0]);
    assertThat(one.crossings().get(0).assumed()).isFalse();
    assertThat(back.crossings().get(0).assumed()).isTrue();
    assertThat(of(Movement.data().build(), "a -AZ:fibre- x -AM:fibre- c").seconds()[5]).isZero();
  }

  @Test
  void timeAndCostFollowLengthSpeedAndLoad() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ=90- b", "a -AZ=90- b");
    builder.withEdge(builder.build().edge("e2").toBuilder().speed(80).build());
    Topology topology = of(builder, TRUCK);
    assertThat(topology.metres()[0]).isEqualTo(90_000);
    assertThat(topology.seconds()[0]).isCloseTo(90 / 50.0 * 3600, within(1e-6));
    assertThat(topology.seconds()[2]).isCloseTo(90 / 60.0 * 3600, within(1e-6));
    assertThat(topology.usd()[0]).isCloseTo(90 * 0.08 * 20, within(1e-9));
    Topology retimed =
        of(
            builder
                .addRetiming(new Retiming(Selector.of(List.of("e1")), 10, Validity.ALWAYS))
                .addRetiming(new Retiming(Selector.ALL, 99, Validity.until(Sketch.DAY))),
            TRUCK);
    assertThat(retimed.seconds()[0]).isCloseTo(9 * 3600, within(1e-6));
    assertThat(retimed.seconds()[2]).isCloseTo(90 / 60.0 * 3600, within(1e-6));
  }

  @Test
  void gaugesAreLayersThatOnlyATranshipmentJoins() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ:rail:1520- b -AZ:rail:1435- c");
    Topology apart = of(builder, TRAIN);
    assertThat(arcs(apart))
        .containsExactly(
            "e1 a:1520>b:1520",
            "e1 b:1520>a:1520",
            "e2 b:1435>c:1435",
            "e2 c:1435>b:1435",
            "b b:1435>b:1520!",
            "b b:1520>b:1435!");
    assertThat(apart.impediments(4))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.BREAK_OF_GAUGE_OR_MODE);
              assertThat(found.text())
                  .isEqualTo(
                      "No transhipment from rail of 1435 mm to rail of 1520 mm is known here");
            });
    Topology joined = of(builder.addTranshipment(transhipment("b", 1520, 1435)), TRAIN);
    assertThat(arcs(joined)).contains("b b:1435>b:1520", "b b:1520>b:1435");
    assertThat(joined.kind(5)).isEqualTo(ArcKind.TRANSFER);
    assertThat(joined.seconds()[5]).isEqualTo(6 * 3600);
    assertThat(joined.usd()[5]).isEqualTo(2 * 20);
    assertThat(joined.rules().get(joined.ruleOf(5)).vetoParties()).containsExactly("AZ");
    assertThat(joined.jurisdictions(5)).containsExactly("AZ");
  }

  private static Transhipment transhipment(String node, int fromGauge, int toGauge) {
    return new Transhipment(
        node,
        Mode.RAIL,
        fromGauge,
        Mode.RAIL,
        toGauge,
        Set.of(TrafficClass.GOODS),
        Duration.ofHours(6),
        OptionalDouble.of(2),
        Validity.ALWAYS,
        Evidence.NONE);
  }

  @Test
  void aTranshipmentServesItsClassesOnItsDays() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ:rail:1520- b -AZ:rail:1435- c")
            .addTranshipment(transhipment("b", 1520, 1435));
    assertThat(arcs(of(builder, Movement.persons().by(Mode.RAIL).build())))
        .contains("b b:1435>b:1520!");
  }

  @Test
  void ofTwoTranshipmentsTheFasterIsTaken() {
    Transhipment slow = transhipment("b", 1520, 1435);
    Transhipment fast =
        new Transhipment(
            "b",
            Mode.RAIL,
            0,
            Mode.RAIL,
            1520,
            Set.of(),
            Duration.ofHours(1),
            OptionalDouble.empty(),
            Validity.ALWAYS,
            Evidence.NONE);
    Topology topology =
        of(
            Sketch.builder("a -AZ:rail:1520- b -AZ:rail:1435- c")
                .addTranshipment(slow)
                .addTranshipment(fast),
            TRAIN);
    assertThat(topology.seconds()[5]).isEqualTo(3600);
    assertThat(topology.usd()[5]).isEqualTo(6 * 20);
  }

  @Test
  void dualGaugeCarriesBothWithoutTranshipment() {
    Topology topology = of(TRAIN, "a -AZ:rail:1520- b -AZ:rail:1435+1520- c -AZ:rail:1435- d");
    assertThat(arcs(topology)).contains("e2 b:1435>c:1435", "e2 b:1520>c:1520", "b b:1435>b:1520!");
  }

  @Test
  void aTrainOfOneGaugeSeesOnlyThat() {
    Topology topology =
        of(
            Movement.freight().by(Mode.RAIL).gauge(1520).build(),
            "a -AZ:rail:1520- b -AZ:rail:1435- c");
    assertThat(arcs(topology)).containsExactly("e1 a:1520>b:1520", "e1 b:1520>a:1520");
    assertThat(topology.verticesOf("c")).isEmpty();
  }

  @Test
  void anUnknownGaugeFitsEveryGaugeAndSaysSo() {
    Topology topology = of(TRAIN, "a -AZ:rail:1520- b -AZ:rail- c -AZ:rail:1435- d");
    assertThat(arcs(topology)).contains("e2 b:1435>c:1435", "e2 b:1520>c:1520");
    assertThat(at(topology, "e2 b:1520>c:1520"))
        .extracting(Impediment::effect)
        .containsExactly(Effect.EXPOSES);
    assertThat(arcs(of(TRAIN, "a -AZ:rail- b"))).containsExactly("e1 a>b", "e1 b>a");
  }

  @Test
  void modesMeetAtANodeOnlyWhereTheyCanBeChanged() {
    Movement both = Movement.freight().by(Mode.ROAD, Mode.RAIL).build();
    assertThat(arcs(of(both, "a -AZ- b -AZ:rail- c"))).contains("b b>b!").doesNotContain("b b>b");
    Transhipment ramp =
        new Transhipment(
            "b",
            Mode.RAIL,
            0,
            Mode.ROAD,
            0,
            Set.of(),
            Duration.ofHours(2),
            OptionalDouble.empty(),
            Validity.ALWAYS,
            Evidence.NONE);
    Topology joined = of(Sketch.builder("a -AZ- b -AZ:rail- c").addTranshipment(ramp), both);
    assertThat(arcs(joined)).contains("b b>b").doesNotContain("b b>b!");
    assertThat(joined.mode(joined.verticesOf("b")[0])).isEqualTo(Mode.ROAD);
    assertThat(joined.mode(joined.verticesOf("b")[1])).isEqualTo(Mode.RAIL);
  }

  @Test
  void aClosureShutsWhatItNames() {
    EdgeClosure closure =
        new EdgeClosure(
            Selector.jurisdiction("AM"),
            Set.of(TrafficClass.GOODS),
            Set.of(Mode.ROAD),
            "AM",
            "Landslide",
            Validity.ALWAYS,
            Evidence.NONE);
    TransitNetwork.Builder builder = Sketch.builder("a -AZ- x -AM- c").addClosure(closure);
    assertThat(at(of(builder, TRUCK), "e2 x@AM>c!"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.CLOSURE);
              assertThat(found.by()).containsExactly("AM");
              assertThat(found.text()).isEqualTo("Landslide");
            });
    assertThat(arcs(of(builder, TRUCK))).contains("e1 a>x@AZ");
    assertThat(arcs(of(builder, Movement.persons().build()))).contains("e2 x@AM>c");
  }

  @Test
  void aRefusalShutsWhereTheConsentIsNeededAndBlamesOnlyWhoHasASay() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c", "i -IR- j")
            .addRefusal(refusal("AM", Selector.ALL))
            .addRefusal(refusal("IR", Selector.ALL));
    Topology topology = of(builder, TRUCK);
    assertThat(arcs(topology))
        .contains("e1 a>x@AZ", "e2 x@AM>c!", "x x@AZ>x@AM!", "x x@AM>x@AZ!", "e3 i>j!");
    assertThat(at(topology, "e2 x@AM>c!").get(0).by()).containsExactly("AM");
    assertThat(at(topology, "e3 i>j!").get(0).by()).containsExactly("IR");
    Topology local =
        of(
            Sketch.builder("a -AZ- x -AM- c").addRefusal(refusal("AM", Selector.of(List.of("x")))),
            TRUCK);
    assertThat(arcs(local)).contains("x x@AZ>x@AM!", "e2 x@AM>c");
  }

  @Test
  void aRefusalAtANodeShutsItsTranshipment() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ:rail:1520- b -AZ:rail:1435- c")
            .addTranshipment(transhipment("b", 1520, 1435))
            .addRefusal(refusal("AZ", Selector.of(List.of("b"))));
    Topology topology = of(builder, TRAIN);
    assertThat(at(topology, "b b:1435>b:1520!").get(0).by()).containsExactly("AZ");
    assertThat(arcs(topology)).contains("e1 a:1520>b:1520", "e2 b:1435>c:1435");
  }

  @Test
  void atACrossingATranshipmentNeedsItsOwnSide() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ:rail:1520- x -IR:rail:1435- c", "a -AZ:rail:1435- x")
            .addTranshipment(transhipment("x", 1520, 1435));
    Topology topology = of(builder, TRAIN);
    int transfer = arcs(topology).indexOf("x x:1520@AZ>x:1435@AZ");
    assertThat(topology.rules().get(topology.ruleOf(transfer)).vetoParties()).containsExactly("AZ");
  }

  private static Refusal refusal(String party, Selector where) {
    return new Refusal(party, where, Validity.ALWAYS, Evidence.NONE);
  }

  private static Agreement pact(
      ProvisionEffect effect, String party, Validity validity, LegalStatus status) {
    return new Agreement(
        "pact",
        Names.of("Pact"),
        AgreementKind.TREATY,
        List.of("AM", "AZ"),
        true,
        new History<>(
            List.of(new Claim<>(status, Validity.since(Sketch.DAY.minusYears(1)), Evidence.NONE))),
        List.of(),
        List.of(
            new Provision(
                "1",
                effect,
                party,
                Selector.jurisdiction("AM"),
                Set.of(TrafficClass.GOODS),
                Set.of(),
                new TreeSet<>(),
                "",
                validity)),
        Evidence.NONE);
  }

  @Test
  void whoIsBoundHasConsentedInLaw() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c")
            .addAgreement(pact(ProvisionEffect.BINDS, "AM", Validity.ALWAYS, LegalStatus.SIGNED));
    Topology strict = of(builder, TRUCK);
    assertThat(strict.lawfulRules().get(strict.lawfulRuleOf(2)).vetoParties())
        .containsExactly("AM");
    Terms loose = Terms.DEFAULT.withThreshold(LegalThreshold.SIGNED);
    Topology bound = of(builder, TRUCK, loose);
    assertThat(bound.lawfulRules().get(bound.lawfulRuleOf(2)).vetoParties()).isEmpty();
    assertThat(bound.lawfulRules().get(bound.lawfulRuleOf(5)).vetoParties()).containsExactly("AZ");
    assertThat(bound.rules().get(bound.ruleOf(5)).vetoParties()).containsExactly("AM", "AZ");
    assertThat(bound.view().boundAt("e2", Mode.ROAD)).containsExactly("AM");
    assertThat(bound.view().boundAt("e1", Mode.ROAD)).isEmpty();
    assertThat(bound.view().boundAt("x", Mode.ROAD)).containsExactly("AM");
    Topology persons = of(builder, Movement.persons().build(), loose);
    assertThat(persons.view().boundAt("e2", Mode.ROAD)).isEmpty();
  }

  @Test
  void anAgreementThatStandsOpensAndCloses() {
    Validity year = Validity.since(Sketch.DAY.minusDays(10));
    TransitNetwork.Builder shut =
        Sketch.withoutFacts("a -AZ- x -AM- c")
            .addCrossingFact(
                CrossingFact.state(
                    "x", CrossingState.CLOSED, Validity.since(Sketch.DAY.minusDays(99)), "AM"));
    assertThat(arcs(of(shut, TRUCK))).contains("x x@AZ>x@AM!");
    assertThat(
            arcs(
                of(
                    shut.addAgreement(pact(ProvisionEffect.OPENS, "AM", year, LegalStatus.SIGNED)),
                    TRUCK)))
        .contains("x x@AZ>x@AM", "x x@AM>x@AZ");
    assertThat(arcs(of(shut, Movement.persons().build()))).contains("x x@AZ>x@AM!");
    assertThat(
            arcs(
                of(
                    shut.withAgreement(
                        pact(ProvisionEffect.OPENS, "AM", year, LegalStatus.INITIALLED)),
                    TRUCK)))
        .contains("x x@AZ>x@AM!");
    Topology closed =
        of(
            Sketch.builder("a -AZ- x -AM- c")
                .addAgreement(pact(ProvisionEffect.CLOSES, "AM", year, LegalStatus.IN_FORCE)),
            TRUCK);
    assertThat(at(closed, "x x@AZ>x@AM!").get(0).instrument()).isEqualTo("pact");
  }

  @Test
  void aClosureNewerThanAnOpeningHolds() {
    TransitNetwork.Builder builder =
        Sketch.withoutFacts("a -AZ- x -AM- c")
            .addAgreement(
                pact(
                    ProvisionEffect.OPENS,
                    "AM",
                    Validity.since(Sketch.DAY.minusDays(10)),
                    LegalStatus.SIGNED))
            .addCrossingFact(
                CrossingFact.state(
                    "x", CrossingState.CLOSED, Validity.since(Sketch.DAY.minusDays(5)), "AM"));
    assertThat(arcs(of(builder, TRUCK))).contains("x x@AZ>x@AM!");
  }

  @Test
  void aRouteIsItsOwnCertificate() {
    Topology topology = of(TRUCK, "a -AZ- x -AM- c");
    Route route = topology.route(new int[] {0, 5, 2}, 0);
    assertThat(route.from()).isEqualTo("a");
    assertThat(route.to()).isEqualTo("c");
    assertThat(route.nodes()).containsExactly("a", "x", "c");
    assertThat(route.edges()).containsExactly("e1", "e2");
    assertThat(route.consents()).containsExactly("AM", "AZ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topology.route(new int[] {0, 2}, 0))
        .withMessageContaining("does not start");
    assertThat(topology.route(new int[0], 0).steps()).isEmpty();
  }

  @Test
  void aViewKnowsWhereItComesFrom() {
    NetworkView view = Sketch.of("a -AZ- b").on(Sketch.DAY).moving(TRUCK);
    assertThat(view.movement()).isEqualTo(TRUCK);
    assertThat(view.date()).isEqualTo(Sketch.DAY);
    assertThat(view.topology().view()).isSameAs(view);
    assertThat(view.snapshot().network()).isSameAs(view.network());
  }

  @Test
  void aBreakOfGaugeOnTheBorderItselfIsPassedByTranshipmentAndBarredWithout() {
    TransitNetwork.Builder builder = Sketch.builder("a -AZ:rail:1520- x -IR:rail:1435- b");
    assertThat(arcs(of(builder, TRAIN)))
        .contains("x x:1520@AZ>x:1435@AZ!", "x x:1520@IR>x:1435@IR!", "x x:1520@AZ>x:1520@IR");
    Topology joined =
        of(
            builder.addTranshipment(
                new Transhipment(
                    "x",
                    Mode.RAIL,
                    1520,
                    Mode.RAIL,
                    1435,
                    Set.of(),
                    Duration.ofHours(2),
                    OptionalDouble.empty(),
                    Validity.ALWAYS,
                    Evidence.NONE)),
            TRAIN);
    assertThat(arcs(joined)).contains("x x:1520@IR>x:1435@IR", "x x:1435@AZ>x:1520@AZ");
  }

  @Test
  void atANodeOutOfUseNothingChangesAndNoBorderIsPassedButTrainsRunThrough() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ:rail:1520- s -AZ:rail:1520- x -IR:rail:1520- b", "s -AZ- c");
    builder.addTranshipment(
        new Transhipment(
            "s",
            Mode.RAIL,
            0,
            Mode.ROAD,
            0,
            Set.of(),
            Duration.ofHours(2),
            OptionalDouble.empty(),
            Validity.ALWAYS,
            Evidence.NONE));
    Movement any = Movement.freight().by(Mode.RAIL, Mode.ROAD).build();
    assertThat(arcs(of(builder, any)))
        .contains("s s>s:1520", "s s:1520>s", "x x:1520@AZ>x:1520@IR", "e1 a:1520>s:1520");
    for (TransitNode node : builder.nodes()) {
      builder.withNode(node.withStatus(History.always(Status.DISUSED)));
    }
    Topology topology = of(builder, any);
    assertThat(arcs(topology))
        .contains("s s>s:1520!", "s s:1520>s!", "x x:1520@AZ>x:1520@IR!", "e1 a:1520>s:1520");
    assertThat(at(topology, "x x:1520@AZ>x:1520@IR!"))
        .extracting(Impediment::kind)
        .containsExactly(ImpedimentKind.MISSING_LINK);
  }

  @Test
  void nothingFliesToAnAirportOutOfUse() {
    TransitNode from = TransitNode.of("gyd", NodeKind.AIRPORT, 50, 40, "AZ");
    TransitNode to = TransitNode.of("gnj", NodeKind.AIRPORT, 46, 40, "AZ");
    TransitNetwork.Builder builder =
        TransitNetwork.builder("air")
            .addParty(org.araxes.party.Party.state("AZ"))
            .addNode(from)
            .addNode(to.withStatus(History.always(Status.DISUSED)))
            .addEdge(
                TransitEdge.builder("flight", "gyd", "gnj", Mode.AIR, "AZ")
                    .straight(from, to)
                    .build());
    assertThat(arcs(of(builder, Movement.persons().build())))
        .containsExactly("flight gyd>gnj!", "flight gnj>gyd!");
  }

  @Test
  void aTreatyThatBindsACompanySettlesItsConsentWhoeverOwnsIt() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AM:rail:1520@scr- b")
            .addParty(org.araxes.party.Party.state("RU"))
            .addStake(org.araxes.party.Stake.of("RU", "scr", 100))
            .addAgreement(
                new Agreement(
                    "contract",
                    Names.of("contract"),
                    AgreementKind.CONTRACT,
                    List.of("scr"),
                    true,
                    History.always(LegalStatus.IN_FORCE),
                    List.of(),
                    List.of(
                        new Provision(
                            "haulage",
                            ProvisionEffect.BINDS,
                            "scr",
                            Selector.ALL,
                            Set.of(),
                            Set.of(),
                            new TreeSet<>(),
                            "",
                            Validity.ALWAYS)),
                    Evidence.NONE));
    Topology topology = of(builder, TRAIN);
    assertThat(topology.rules().get(topology.ruleOf(0)).vetoParties()).containsExactly("AM", "RU");
    assertThat(topology.lawfulRules().get(topology.lawfulRuleOf(0)).vetoParties())
        .containsExactly("AM");
  }

  @Test
  void toBeRatifiedDoesNotReopenWhatWasShutSinceTheSigning() {
    History<LegalStatus> status =
        new History<>(
            List.of(
                new Claim<>(
                    LegalStatus.SIGNED, Validity.since(Sketch.DAY.minusDays(20)), Evidence.NONE),
                new Claim<>(
                    LegalStatus.IN_FORCE, Validity.since(Sketch.DAY.minusDays(1)), Evidence.NONE)));
    TransitNetwork.Builder builder =
        Sketch.withoutFacts("a -AZ- x -IR- b")
            .addAgreement(
                new Agreement(
                    "treaty",
                    Names.of("treaty"),
                    AgreementKind.TREATY,
                    List.of("AZ"),
                    true,
                    status,
                    List.of(),
                    List.of(
                        new Provision(
                            "open",
                            ProvisionEffect.OPENS,
                            "",
                            Selector.ALL,
                            Set.of(),
                            Set.of(),
                            new TreeSet<>(),
                            "",
                            Validity.ALWAYS)),
                    Evidence.NONE));
    assertThat(arcs(of(builder, TRUCK))).contains("x x@AZ>x@IR");
    builder.addCrossingFact(
        CrossingFact.state(
            "x", CrossingState.CLOSED, Validity.since(Sketch.DAY.minusDays(10)), "IR"));
    assertThat(arcs(of(builder, TRUCK))).contains("x x@AZ>x@IR!");
  }
}
