package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.OpeningHours;
import org.araxes.border.TrafficClass;
import org.araxes.control.Matter;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
  private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);
  private static final Validity YEAR = new Validity(FIRST, AFTER);
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).build();
  private static final Movement BUS = Movement.persons().by(Mode.ROAD).build();

  /** Baku -AZ- gate -AM- ford -AZ-NX- Nakhchivan, by road; a railway beside the first stretch. */
  private static final TransitNetwork NETWORK = network();

  private static TransitNetwork network() {
    TransitNode baku = TransitNode.of("baku", NodeKind.CITY, 46.0, 39.2, "AZ");
    TransitNode gate = TransitNode.of("gate", NodeKind.BORDER_CROSSING, 46.4, 38.9, "AM", "AZ");
    TransitNode ford = TransitNode.of("ford", NodeKind.BORDER_CROSSING, 46.1, 38.9, "AM", "AZ-NX");
    TransitNode nax = TransitNode.of("nax", NodeKind.CITY, 45.4, 39.2, "AZ-NX");
    TransitNetwork.Builder builder = TransitNetwork.builder("test");
    List.of(baku, gate, ford, nax).forEach(builder::addNode);
    for (String state : List.of("AM", "AZ", "US", "IR")) {
      builder.addParty(Party.state(state));
    }
    builder.addParty(Party.company("company", "AM")).addParty(Party.company("railways", "AZ"));
    builder.addStake(Stake.of("US", "company", 74)).addStake(Stake.of("AM", "company", 26));
    builder.addEdge(
        TransitEdge.builder("road-az", "baku", "gate", Mode.ROAD, "AZ")
            .straight(baku, gate)
            .speed(60)
            .build());
    builder.addEdge(
        TransitEdge.builder("road-am", "gate", "ford", Mode.ROAD, "AM")
            .straight(gate, ford)
            .corridor("tripp")
            .status(Status.PLANNED)
            .build());
    builder.addEdge(
        TransitEdge.builder("road-nx", "ford", "nax", Mode.ROAD, "AZ-NX")
            .straight(ford, nax)
            .build());
    builder.addEdge(
        TransitEdge.builder("rail-az", "baku", "gate", Mode.RAIL, "AZ")
            .straight(baku, gate)
            .gauge(1520)
            .build());
    builder.addCrossingFact(
        CrossingFact.state("gate", CrossingState.CLOSED, Validity.ALWAYS, "AZ"));
    builder.addCrossingFact(CrossingFact.state("ford", CrossingState.OPEN, Validity.ALWAYS, ""));
    builder.addControlPoint(control(ControlFunction.CUSTOMS));
    builder.addControlPoint(control(ControlFunction.BORDER_POLICE));
    builder.addAgreement(
        new Agreement(
            "framework",
            Names.of("Framework"),
            AgreementKind.FRAMEWORK,
            List.of("AM", "US"),
            true,
            new History<>(
                List.of(
                    new Claim<>(
                        LegalStatus.IN_FORCE,
                        Validity.since(LocalDate.of(2020, 1, 1)),
                        Evidence.NONE))),
            List.of(),
            List.of(),
            Evidence.NONE));
    builder.addRole(
        new Role(
            "road-am",
            RoleKind.OPERATOR,
            "company",
            "",
            Matter.ORDINARY,
            Validity.ALWAYS,
            "framework",
            Evidence.NONE));
    builder.addRole(Role.of("gate", RoleKind.CUSTOMS, "railways"));
    return builder.build();
  }

  private static ControlPoint control(ControlFunction function) {
    return new ControlPoint(
        "gate",
        "AM",
        function,
        "AM",
        "AM",
        Contact.OFFICER,
        ControlPlace.LINE,
        Set.of(),
        Set.of(),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }

  private static Scenario.Builder inThatYear() {
    return Scenario.named("what-if").during(YEAR);
  }

  private static TransitNetwork applied(Change change) {
    return inThatYear().change(change).build().applyTo(NETWORK);
  }

  private static CrossingState state(
      TransitNetwork network, String crossing, Movement movement, LocalDate date) {
    Crossing there = network.crossing(crossing);
    return state(network, crossing, movement, date, there.sides().get(1), there.sides().get(0));
  }

  private static CrossingState state(
      TransitNetwork network,
      String crossing,
      Movement movement,
      LocalDate date,
      String from,
      String to) {
    Mode mode = movement.modes().iterator().next();
    return network
        .crossing(crossing)
        .stateFact(movement, mode, from, to, date, false)
        .flatMap(CrossingFact::state)
        .orElse(CrossingState.UNKNOWN);
  }

  private static boolean passes(
      TransitNetwork network, String edge, Movement movement, LocalDate date) {
    NetworkView view = network.on(date).moving(movement);
    return view.onEdge(network.edge(edge)).stream()
        .map(Impediment::effect)
        .noneMatch(Effect.BARS::equals);
  }

  private static List<Finding> faults(Scenario.Builder scenario) {
    InvalidScenarioException invalid =
        catchThrowableOfType(
            InvalidScenarioException.class, () -> scenario.build().applyTo(NETWORK));
    assertThat(invalid).as("the scenario should be refused").isNotNull();
    return invalid.findings();
  }

  @Test
  void aStatusHoldsFromItsFirstDayToTheDayBeforeItsLast() {
    TransitNetwork built =
        inThatYear().status(Status.OPERATIONAL, "road-am").build().applyTo(NETWORK);

    assertThat(passes(built, "road-am", TRUCK, BEFORE)).isFalse();
    assertThat(passes(built, "road-am", TRUCK, FIRST)).isTrue();
    assertThat(passes(built, "road-am", TRUCK, LAST)).isTrue();
    assertThat(passes(built, "road-am", TRUCK, AFTER)).isFalse();
  }

  @Test
  void aStatusIsGivenToNodesToo() {
    TransitNetwork built =
        inThatYear().status(Status.DISUSED, "nax", "gate").build().applyTo(NETWORK);

    assertThat(built.node("nax").status().at(FIRST, false).orElseThrow().value())
        .isEqualTo(Status.DISUSED);
    assertThat(built.node("gate").status().at(FIRST, false)).isPresent();
    assertThat(built.node("nax").status().at(AFTER, false)).isEmpty();
  }

  @Test
  void theOriginalStaysUntouched() {
    Scenario everything =
        inThatYear()
            .status(Status.OPERATIONAL, "road-am")
            .open("gate")
            .close("road-nx", "ford")
            .refuse("IR")
            .lapse("framework")
            .role(RoleKind.OPERATOR, "railways", "road-am")
            .stake("AM", "company", Share.ofPercent(20))
            .delay(Duration.ofHours(3), "gate")
            .speed(20, "road-az")
            .build();

    everything.applyTo(NETWORK);

    assertThat(picture(NETWORK)).isEqualTo(picture(network()));
  }

  @Test
  void applyingTwiceToTheSameNetworkGivesTheSame() {
    Scenario scenario =
        inThatYear().open("gate").close("road-nx").stake("AM", "company", Share.NONE).build();

    assertThat(picture(scenario.applyTo(NETWORK))).isEqualTo(picture(scenario.applyTo(NETWORK)));
  }

  @Test
  void whatAScenarioSaysOfACrossingComesBeforeTheData() {
    TransitNetwork opened = inThatYear().open("gate").build().applyTo(NETWORK);

    assertThat(state(opened, "gate", TRUCK, BEFORE)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(opened, "gate", TRUCK, FIRST)).isEqualTo(CrossingState.OPEN);
    assertThat(state(opened, "gate", TRUCK, AFTER)).isEqualTo(CrossingState.CLOSED);
  }

  @Test
  void aWideClosureLaterInTheListBeatsANarrowOpeningBeforeIt() {
    Change narrow =
        new Change.Open(
            Selector.of(List.of("gate")),
            Set.of(TrafficClass.GOODS),
            Set.of(Mode.ROAD),
            "AZ",
            "AM",
            new TreeSet<>(Set.of("AZ")),
            "AZ",
            "",
            YEAR);

    TransitNetwork shut = inThatYear().change(narrow).close("gate").build().applyTo(NETWORK);
    TransitNetwork open = inThatYear().close("gate").change(narrow).build().applyTo(NETWORK);

    assertThat(state(shut, "gate", TRUCK, FIRST)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(open, "gate", TRUCK, FIRST)).isEqualTo(CrossingState.OPEN);
    assertThat(state(open, "gate", BUS, FIRST)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(open, "gate", TRUCK, FIRST, "AM", "AZ")).isEqualTo(CrossingState.CLOSED);
  }

  @Test
  void aScenarioOnTopOfAScenarioComesFirstAsWell() {
    TransitNetwork opened = inThatYear().open("gate").build().applyTo(NETWORK);
    TransitNetwork shutAgain = inThatYear().close("gate").build().applyTo(opened);

    assertThat(state(shutAgain, "gate", TRUCK, FIRST)).isEqualTo(CrossingState.CLOSED);
  }

  @Test
  void aReasonThatIsACodeIsAKindOfImpediment() {
    Change.Close close =
        new Change.Close(
            Selector.of(List.of("ford")),
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            "IR",
            "security",
            YEAR);

    NetworkView view = applied(close).on(FIRST).moving(TRUCK);

    assertThat(view.atCrossing(view.network().crossing("ford"), Mode.ROAD, "AM", "AZ-NX"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.SECURITY);
              assertThat(found.by()).containsExactly("IR");
            });
  }

  @Test
  void aStateStandsForItsPartAtACrossing() {
    Change.Close close =
        new Change.Close(
            Selector.of(List.of("ford")),
            Set.of(),
            Set.of(),
            "AM",
            "AZ",
            new TreeSet<>(),
            "",
            "",
            YEAR);

    TransitNetwork shut = applied(close);

    assertThat(state(shut, "ford", TRUCK, FIRST, "AM", "AZ-NX")).isEqualTo(CrossingState.CLOSED);
    assertThat(state(shut, "ford", TRUCK, FIRST, "AZ-NX", "AM")).isEqualTo(CrossingState.OPEN);
  }

  @Test
  void anEdgeIsShutForTheClassesNamedAndNoOthers() {
    Change.Close close =
        new Change.Close(
            Selector.of(List.of("road-az")),
            Set.of(TrafficClass.PERSONS),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            "AZ",
            "Landslide",
            YEAR);

    TransitNetwork shut = applied(close);

    assertThat(passes(shut, "road-az", BUS, FIRST)).isFalse();
    assertThat(passes(shut, "road-az", BUS, AFTER)).isTrue();
    assertThat(passes(shut, "road-az", TRUCK, FIRST)).isTrue();
    assertThat(shut.closures()).singleElement().extracting("reason").isEqualTo("Landslide");
  }

  @Test
  void openingAnEdgeLiftsItsClosureForThoseDaysAndClassesAlone() {
    TransitNetwork shut = inThatYear().close("road-az", "road-nx").build().applyTo(NETWORK);
    Validity spring = new Validity(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 6, 1));
    Change.Open open =
        new Change.Open(
            Selector.of(List.of("road-az")),
            Set.of(TrafficClass.GOODS),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            "",
            "",
            spring);

    TransitNetwork lifted = Scenario.named("spring").change(open).build().applyTo(shut);

    assertThat(passes(lifted, "road-az", TRUCK, LocalDate.of(2025, 2, 28))).isFalse();
    assertThat(passes(lifted, "road-az", TRUCK, LocalDate.of(2025, 3, 1))).isTrue();
    assertThat(passes(lifted, "road-az", BUS, LocalDate.of(2025, 3, 1))).isFalse();
    assertThat(passes(lifted, "road-az", TRUCK, LocalDate.of(2025, 6, 1))).isFalse();
    assertThat(passes(lifted, "road-nx", TRUCK, LocalDate.of(2025, 3, 1))).isFalse();
  }

  @Test
  void openingAnEdgeBuildsNothing() {
    TransitNetwork opened = inThatYear().open("road-am").build().applyTo(NETWORK);

    assertThat(passes(opened, "road-am", TRUCK, FIRST)).isFalse();
  }

  @Test
  void aCorridorIsShutWithItsCrossings() {
    Change.Close close =
        new Change.Close(
            Selector.corridor("tripp"),
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            "AM",
            "",
            YEAR);

    TransitNetwork shut = applied(close);

    assertThat(state(shut, "ford", TRUCK, FIRST)).isEqualTo(CrossingState.CLOSED);
    assertThat(shut.closures().get(0).where().elements()).containsExactly("road-am");
  }

  @Test
  void aRefusalBarsWhatCannotOpenWithoutThatParty() {
    TransitNetwork refused = inThatYear().refuse("AM").build().applyTo(NETWORK);
    NetworkView during = refused.on(FIRST).moving(TRUCK);
    NetworkView after = refused.on(AFTER).moving(TRUCK);

    assertThat(during.atCrossing(refused.crossing("ford"), Mode.ROAD, "AM", "AZ-NX"))
        .anySatisfy(found -> assertThat(found.by()).containsExactly("AM"));
    assertThat(during.onEdge(refused.edge("road-az"))).isEmpty();
    assertThat(after.atCrossing(refused.crossing("ford"), Mode.ROAD, "AM", "AZ-NX")).isEmpty();
  }

  @Test
  void aLapseTakesTheRolesUnderAnAgreementWithIt() {
    TransitNetwork lapsed = inThatYear().lapse("framework").build().applyTo(NETWORK);

    assertThat(lapsed.agreement("framework").statusOn(FIRST, false))
        .contains(LegalStatus.TERMINATED);
    assertThat(lapsed.on(FIRST).roles("road-am")).isEmpty();
    assertThat(lapsed.on(BEFORE).roles("road-am")).hasSize(1);
    assertThat(lapsed.on(AFTER).roles("road-am")).hasSize(1);
  }

  @Test
  void aLapseEndsWhatTheAgreementDoesAtCrossings() {
    TransitNetwork closedUnder =
        NETWORK.toBuilder()
            .addCrossingFact(underFramework())
            .withControlPoints(
                old ->
                    old.stream()
                        .map(
                            point ->
                                new ControlPoint(
                                    point.crossing(),
                                    point.post(),
                                    point.function(),
                                    point.controller(),
                                    point.decider(),
                                    point.contact(),
                                    point.place(),
                                    point.modes(),
                                    point.classes(),
                                    point.validity(),
                                    "framework",
                                    point.evidence()))
                        .toList())
            .build();

    TransitNetwork lapsed =
        inThatYear()
            .suspend("framework")
            .during(new Validity(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1)))
            .enter("framework")
            .build()
            .applyTo(closedUnder);

    assertThat(state(closedUnder, "ford", TRUCK, FIRST)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(lapsed, "ford", TRUCK, BEFORE)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(lapsed, "ford", TRUCK, FIRST)).isEqualTo(CrossingState.OPEN);
    assertThat(contacts(lapsed, FIRST)).isEmpty();
    assertThat(state(lapsed, "ford", TRUCK, LocalDate.of(2025, 7, 1)))
        .isEqualTo(CrossingState.CLOSED);
    assertThat(contacts(lapsed, LocalDate.of(2025, 7, 1))).hasSize(2);
    assertThat(contacts(lapsed, LocalDate.of(2025, 8, 1))).isEmpty();
    assertThat(contacts(lapsed, AFTER)).hasSize(2);
  }

  private static CrossingFact underFramework() {
    Validity since = Validity.since(LocalDate.of(2021, 1, 1));
    CrossingFact plain = CrossingFact.state("ford", CrossingState.CLOSED, since, "AM");
    return new CrossingFact(
        plain.crossing(),
        plain.modes(),
        plain.classes(),
        plain.fromSide(),
        plain.toSide(),
        plain.flags(),
        plain.state(),
        plain.validity(),
        plain.by(),
        plain.kind(),
        plain.waiting(),
        plain.fee(),
        plain.openingHours(),
        plain.capacityPerDay(),
        "framework",
        plain.priority(),
        plain.evidence());
  }

  @Test
  void anAgreementIsSuspendedAndEntersAgain() {
    Scenario scenario =
        inThatYear().suspend("framework").from(LocalDate.of(2025, 7, 1)).enter("framework").build();

    Agreement framework = scenario.applyTo(NETWORK).agreement("framework");

    assertThat(framework.statusOn(FIRST, false)).contains(LegalStatus.SUSPENDED);
    assertThat(framework.statusOn(LocalDate.of(2025, 7, 1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(framework.statusOn(LocalDate.of(2019, 1, 1), false)).isEmpty();
  }

  @Test
  void aRoleThatReplacesEndsThePresentHoldersForThoseDays() {
    TransitNetwork given =
        inThatYear().role(RoleKind.OPERATOR, "railways", "road-am").build().applyTo(NETWORK);

    assertThat(operators(given, BEFORE)).containsExactly("company");
    assertThat(operators(given, FIRST)).containsExactly("railways");
    assertThat(operators(given, AFTER)).containsExactly("company");
  }

  @Test
  void aRoleThatDoesNotReplaceJoins() {
    TransitNetwork given =
        applied(
            new Change.SetRole(
                Selector.corridor("tripp"),
                RoleKind.OPERATOR,
                "railways",
                "",
                Matter.RESERVED,
                false,
                YEAR));

    assertThat(operators(given, FIRST)).containsExactly("company", "railways");
    assertThat(given.roles("ford")).as("a node of the corridor").hasSize(1);
  }

  @Test
  void aRoleOfOneSideLeavesTheOtherSideToItsHolder() {
    TransitNetwork given =
        applied(
            new Change.SetRole(
                Selector.of(List.of("gate")),
                RoleKind.CUSTOMS,
                "company",
                "AM",
                Matter.ORDINARY,
                true,
                YEAR));

    assertThat(customs(given, "AM", FIRST)).containsExactly("company");
    assertThat(customs(given, "AZ", FIRST)).containsExactly("railways");
    assertThat(customs(given, "AM", AFTER)).containsExactly("railways");
  }

  private static List<String> operators(TransitNetwork network, LocalDate date) {
    return network.on(date).roles("road-am").stream()
        .filter(role -> role.kind() == RoleKind.OPERATOR)
        .map(Role::holder)
        .toList();
  }

  private static List<String> customs(TransitNetwork network, String side, LocalDate date) {
    return network.on(date).roles("gate").stream()
        .filter(role -> role.kind() == RoleKind.CUSTOMS)
        .filter(role -> role.side().isEmpty() || role.side().equals(side))
        .map(Role::holder)
        .toList();
  }

  @Test
  void aSaleMovesSharesFromOneHolderToAnother() {
    TransitNetwork sold =
        inThatYear()
            .stake("US", "company", Share.NONE)
            .stake("AM", "company", Share.WHOLE)
            .build()
            .applyTo(NETWORK);

    assertThat(sold.on(BEFORE).ownership().holders("company"))
        .extracting(Stake::holder)
        .containsExactly("US", "AM");
    assertThat(sold.on(FIRST).ownership().holders("company"))
        .extracting(Stake::holder, Stake::min)
        .containsExactly(tuple("AM", Share.WHOLE));
    assertThat(sold.on(AFTER).ownership().holders("company")).hasSize(2);
  }

  @Test
  void sharesOverTheWholeAreAFaultOfTheScenario() {
    assertThat(faults(inThatYear().stake("IR", "company", Share.ofPercent(1))))
        .extracting(Finding::code)
        .containsExactly("shares_over_100");
  }

  @Test
  void aControlReplacesThatFunctionAtThatPost() {
    TransitNetwork changed = applied(controlAt(Optional.of(ControlFunction.CUSTOMS)));

    assertThat(contacts(changed, FIRST))
        .containsExactlyInAnyOrder("CUSTOMS NONE", "BORDER_POLICE OFFICER");
    assertThat(contacts(changed, AFTER))
        .containsExactlyInAnyOrder("CUSTOMS OFFICER", "BORDER_POLICE OFFICER");
  }

  @Test
  void aControlWithoutAFunctionReplacesAllOfThem() {
    TransitNetwork changed = applied(controlAt(Optional.empty()));

    assertThat(contacts(changed, FIRST))
        .containsExactlyInAnyOrder("CUSTOMS NONE", "BORDER_POLICE NONE");
  }

  private static Change.SetControl controlAt(Optional<ControlFunction> function) {
    return new Change.SetControl(
        Selector.of(List.of("gate")),
        "AM",
        function,
        "",
        "AM",
        Contact.NONE,
        ControlPlace.REMOTE,
        YEAR);
  }

  private static List<String> contacts(TransitNetwork network, LocalDate date) {
    return network.crossing("gate").controls(TRUCK, Mode.ROAD, date, false).stream()
        .map(point -> point.function() + " " + point.contact())
        .toList();
  }

  @Test
  void aDelaySetsWaitAndFeeWithoutTouchingTheState() {
    TransitNetwork slow =
        applied(
            new Change.SetDelay(
                Selector.of(List.of("ford")),
                "AZ-NX",
                "AM",
                Set.of(TrafficClass.GOODS),
                Optional.of(Duration.ofHours(45)),
                Optional.of(Money.usd(121)),
                YEAR));
    Crossing ford = slow.crossing("ford");

    assertThat(ford.waitFact(TRUCK, Mode.ROAD, "AZ-NX", "AM", FIRST, false))
        .flatMap(CrossingFact::waiting)
        .contains(Duration.ofHours(45));
    assertThat(ford.feeFact(TRUCK, Mode.ROAD, "AZ-NX", "AM", FIRST, false)).isPresent();
    assertThat(ford.waitFact(TRUCK, Mode.ROAD, "AM", "AZ-NX", FIRST, false)).isEmpty();
    assertThat(ford.waitFact(BUS, Mode.ROAD, "AZ-NX", "AM", FIRST, false)).isEmpty();
    assertThat(state(slow, "ford", TRUCK, FIRST)).isEqualTo(CrossingState.OPEN);
  }

  @Test
  void aFactOfACrossingHoldsForWhomAndWhenItSays() {
    Validity summer = new Validity(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1));
    CrossingFact stated =
        CrossingFact.builder("elsewhere")
            .modes(Mode.ROAD)
            .classes(TrafficClass.GOODS)
            .direction("AZ", "AM")
            .state(CrossingState.RESTRICTED)
            .kind(ImpedimentKind.PERMIT)
            .by("AM")
            .waiting(Duration.ofMinutes(90))
            .fee(Money.usd(25))
            .hours(OpeningHours.parse("08:00-18:00", ZoneId.of("Asia/Yerevan")))
            .capacityPerDay(50)
            .under("framework")
            .validity(summer)
            .priority(-7)
            .build();
    TransitNetwork changed =
        applied(new Change.StateFact(Selector.of(Set.of("gate", "ford")), stated, "Trial run"));
    LocalDate july = LocalDate.of(2025, 7, 1);
    NetworkView view = changed.on(july).moving(TRUCK);

    assertThat(state(changed, "gate", TRUCK, july, "AZ", "AM")).isEqualTo(CrossingState.RESTRICTED);
    assertThat(state(changed, "ford", TRUCK, july, "AZ-NX", "AM"))
        .as("AZ stands for AZ-NX there")
        .isEqualTo(CrossingState.RESTRICTED);
    assertThat(state(changed, "gate", TRUCK, july, "AM", "AZ")).isEqualTo(CrossingState.CLOSED);
    assertThat(state(changed, "gate", BUS, july, "AZ", "AM")).isEqualTo(CrossingState.CLOSED);
    assertThat(state(changed, "gate", TRUCK, LocalDate.of(2025, 9, 1), "AZ", "AM"))
        .isEqualTo(CrossingState.CLOSED);
    Crossing gate = changed.crossing("gate");
    assertThat(view.waitFact(gate, Mode.ROAD, "AZ", "AM").flatMap(CrossingFact::waiting))
        .contains(Duration.ofMinutes(90));
    assertThat(view.hoursFact(gate, Mode.ROAD, "AZ", "AM").map(CrossingFact::openingHours))
        .contains("08:00-18:00");
    assertThat(gate.facts())
        .filteredOn(fact -> fact.evidence().note().equals("Trial run"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.priority()).isPositive());
    assertThat(
            inThatYear()
                .change(new Change.StateFact(Selector.of(Set.of("gate")), stated, ""))
                .lapse("framework")
                .build()
                .applyTo(NETWORK)
                .crossing("gate")
                .facts())
        .as("what stands under an agreement ends with it")
        .hasSize(1);
  }

  @Test
  void whatIsWrongWithAFactOfACrossingIsToldAtOnce() {
    CrossingFact.Builder closed = CrossingFact.builder("").state(CrossingState.CLOSED);
    assertThat(
            faults(
                inThatYear()
                    .change(
                        new Change.StateFact(
                            Selector.of(Set.of("gaet", "baku")), closed.build(), ""))
                    .change(
                        new Change.StateFact(
                            Selector.of(Set.of("gate")),
                            closed.by("AMM").under("frame").direction("AZ", "IR").build(),
                            ""))))
        .extracting(Finding::code)
        .containsExactly(
            "unknown_element",
            "wrong_element",
            "unknown_party",
            "unknown_agreement",
            "unknown_side");
    assertThatThrownBy(
            () ->
                new Change.StateFact(
                    Selector.of(Set.of("gate")), CrossingFact.builder("").build(), ""))
        .hasMessageContaining("states a state");
    assertThatThrownBy(
            () ->
                new Change.StateFact(
                    Selector.of(Set.of("gate")),
                    CrossingFact.builder("")
                        .state(CrossingState.OPEN)
                        .kind(ImpedimentKind.PERMIT)
                        .build(),
                    ""))
        .hasMessageContaining("closed or restricted");
  }

  @Test
  void aSpeedIsSetOnEdgesOfAModeAndTheLaterOneHolds() {
    Selector roads =
        new Selector(
            new TreeSet<>(), new TreeSet<>(Set.of("AZ")), new TreeSet<>(), Set.of(Mode.ROAD));

    TransitNetwork slow =
        inThatYear()
            .change(new Change.SetSpeed(roads, 10, YEAR))
            .speed(5, "road-nx")
            .build()
            .applyTo(NETWORK);

    assertThat(slow.retimings().get(0).where().elements()).containsExactly("road-az", "road-nx");
    assertThat(slow.retimings().get(1).kilometresPerHour()).isEqualTo(5);
  }

  @Test
  void everyFaultIsNamedAtOnceWithAWayOn() {
    List<Finding> found =
        faults(
            inThatYear()
                .close("gaet")
                .refuse("IRR")
                .lapse("frame-work")
                .status(Status.DISUSED, "road-ax")
                .speed(50, "gate")
                .delay(Duration.ofHours(1), "baku")
                .open("nax")
                .change(new Change.Refuse("AM", Selector.corridor("trip"), YEAR))
                .change(new Change.Refuse("AM", Selector.jurisdiction("AY"), YEAR))
                .stake("IR", "company", Share.ofPercent(2)));

    assertThat(found)
        .extracting(Finding::code)
        .containsExactly(
            "unknown_element",
            "unknown_party",
            "unknown_agreement",
            "unknown_element",
            "wrong_element",
            "wrong_element",
            "wrong_element",
            "unknown_corridor",
            "unknown_jurisdiction",
            "shares_over_100");
    assertThat(found.get(0).message())
        .isEqualTo("Change 1 (close): No node or edge \"gaet\". Maybe \"gate\"?");
    assertThat(found).filteredOn(one -> one.message().contains("Maybe")).hasSizeGreaterThan(6);
  }

  @Test
  void aSelectorThatNothingMatchesIsAFault() {
    Selector railInArmenia =
        new Selector(
            new TreeSet<>(Set.of("rail-az")),
            new TreeSet<>(Set.of("AM")),
            new TreeSet<>(),
            Set.of());

    assertThat(faults(inThatYear().refuse("AM", railInArmenia)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("matches_nothing");
              assertThat(fault.message()).contains("elements rail-az and jurisdictions AM");
            });
  }

  @Test
  void sidesThatACrossingLacksAreFaults() {
    Change.Close close =
        new Change.Close(
            Selector.of(List.of("ford")),
            Set.of(),
            Set.of(),
            "IR",
            "AM",
            new TreeSet<>(),
            "",
            "",
            YEAR);
    Change.SetControl control =
        new Change.SetControl(
            Selector.of(List.of("ford")),
            "IR",
            Optional.empty(),
            "",
            "",
            Contact.NONE,
            ControlPlace.REMOTE,
            YEAR);
    Change.SetRole role =
        new Change.SetRole(
            Selector.of(List.of("ford", "nax")),
            RoleKind.CUSTOMS,
            "AM",
            "IR",
            Matter.ORDINARY,
            true,
            YEAR);

    assertThat(faults(inThatYear().change(close).change(control).change(role)))
        .extracting(Finding::code)
        .containsExactly("unknown_side", "unknown_side", "unknown_side", "wrong_element");
  }

  @Test
  void anEdgeHasNoDirectionToClose() {
    Change.Close close =
        new Change.Close(
            Selector.of(List.of("road-az")),
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(Set.of("AZ")),
            "",
            "",
            YEAR);

    assertThat(faults(inThatYear().change(close)))
        .extracting(Finding::code)
        .containsExactly("wrong_element");
  }

  @Test
  void changesGuardTheirOwnDoor() {
    assertThatThrownBy(() -> new Change.SetStatus(Selector.ALL, Status.DISUSED, YEAR))
        .hasMessageContaining("says where");
    assertThatThrownBy(() -> inThatYear().speed(Double.NaN, "road-az"))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> inThatYear().stake("AM", "AM", Share.WHOLE))
        .hasMessageContaining("in itself");
    assertThatThrownBy(() -> inThatYear().delay(Duration.ofHours(-1), "gate"))
        .hasMessageContaining("not negative");
    assertThatThrownBy(() -> inThatYear().refuse(" ")).hasMessageContaining("a party");
    assertThatThrownBy(() -> Scenario.named("no id").build()).hasMessageContaining("Not an id");
    assertThatThrownBy(() -> Scenario.named("a").extending("a").build())
        .hasMessageContaining("extends itself");
    assertThatThrownBy(
            () ->
                new Change.Open(
                    Selector.corridor("tripp"),
                    Set.of(),
                    Set.of(),
                    "AZ",
                    "",
                    new TreeSet<>(),
                    "",
                    "",
                    YEAR))
        .hasMessageContaining("both sides or none");
  }

  @Test
  void oneAfterTheOtherIsTheSameAsBothTogether() {
    Scenario open = inThatYear().open("gate").status(Status.OPERATIONAL, "road-am").build();
    Scenario shut = Scenario.named("shut").on(LAST).during(YEAR).close("gate").build();

    Scenario both = open.then(shut);

    assertThat(both.id()).isEqualTo("what-if-then-shut");
    assertThat(both.date()).contains(LAST);
    assertThat(answers(both.applyTo(NETWORK)))
        .isEqualTo(answers(shut.applyTo(open.applyTo(NETWORK))));
    assertThat(state(both.applyTo(NETWORK), "gate", TRUCK, FIRST)).isEqualTo(CrossingState.CLOSED);
    assertThat(state(shut.then(open).applyTo(NETWORK), "gate", TRUCK, FIRST))
        .isEqualTo(CrossingState.OPEN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anySplitOfAListOfChangesAnswersTheSame(long seed) {
    Random random = new Random(seed);
    List<Change> changes = new ArrayList<>();
    int count = 2 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      changes.add(anyChange(random));
    }
    int cut = random.nextInt(count + 1);

    Scenario whole = scenarioOf("whole", changes);
    TransitNetwork split =
        scenarioOf("second", changes.subList(cut, count))
            .applyTo(scenarioOf("first", changes.subList(0, cut)).applyTo(NETWORK));

    assertThat(answers(split)).isEqualTo(answers(whole.applyTo(NETWORK)));
    assertThat(answers(whole.applyTo(whole.applyTo(NETWORK))))
        .as("making the same changes again changes nothing")
        .isEqualTo(answers(whole.applyTo(NETWORK)));
  }

  static List<Long> seeds() {
    return LongStream.range(0, 100).boxed().toList();
  }

  private static Scenario scenarioOf(String id, List<Change> changes) {
    Scenario.Builder builder = Scenario.named(id);
    changes.forEach(builder::change);
    return builder.build();
  }

  private static Change anyChange(Random random) {
    LocalDate from = FIRST.plusDays(random.nextInt(400) - 200);
    Validity days = new Validity(from, from.plusDays(1 + random.nextInt(400)));
    Scenario.Builder one = Scenario.named("one").during(days);
    String crossing = random.nextBoolean() ? "gate" : "ford";
    String edge = List.of("road-az", "road-am", "road-nx", "rail-az").get(random.nextInt(4));
    switch (random.nextInt(8)) {
      case 0 -> one.open(crossing, edge);
      case 1 -> one.close(crossing, edge);
      case 2 -> one.status(List.of(Status.values()).get(random.nextInt(6)), edge);
      case 3 -> one.lapse("framework");
      case 4 -> one.enter("framework");
      case 5 -> one.role(RoleKind.OPERATOR, random.nextBoolean() ? "AM" : "railways", edge);
      case 6 -> one.stake("AM", "company", Share.ofPercent(random.nextInt(27)));
      default -> one.speed(1 + random.nextInt(100), edge);
    }
    return one.build().changes().get(0);
  }

  @Test
  void aScenarioTellsItsSourcesToWhatItChanges() {
    Scenario scenario = inThatYear().source("s1").close("gate").build();

    CrossingFact fact = scenario.applyTo(NETWORK).crossing("gate").facts().get(0);

    assertThat(fact.priority()).isEqualTo(1);
    assertThat(fact.evidence().sources()).containsExactly("s1");
    assertThat(fact.evidence().note()).isEqualTo("Scenario what-if");
  }

  @Test
  void thousandsOfEdgesAreChangedInOneGo() {
    TransitNode hub = TransitNode.of("hub", NodeKind.CITY, 45, 39, "AZ");
    TransitNode rim = TransitNode.of("rim", NodeKind.CITY, 46, 39, "AZ");
    TransitNetwork.Builder builder = TransitNetwork.builder("many");
    builder.addNode(hub).addNode(rim).addParty(Party.state("AZ"));
    for (int i = 0; i < 5_000; i++) {
      builder.addEdge(
          TransitEdge.builder("e" + i, "hub", "rim", Mode.ROAD, "AZ")
              .straight(hub, rim)
              .corridor(i % 2 == 0 ? "even" : "odd")
              .build());
    }
    TransitNetwork many = builder.build();
    Scenario.Builder scenario = inThatYear();
    for (int i = 0; i < 20; i++) {
      scenario.change(new Change.SetStatus(Selector.corridor("even"), Status.DISUSED, YEAR));
      scenario.change(new Change.SetSpeed(Selector.corridor("odd"), 10 + i, YEAR));
    }

    TransitNetwork changed = scenario.build().applyTo(many);

    assertThat(passes(changed, "e4998", TRUCK, FIRST)).isFalse();
    assertThat(passes(changed, "e4999", TRUCK, FIRST)).isTrue();
    assertThat(many.edge("e4998").status().claims()).hasSize(1);
  }

  /** What the network answers on a few days, whatever it is made of. */
  private static String answers(TransitNetwork network) {
    StringBuilder text = new StringBuilder();
    List<String> last = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2024, 1, 1);
        day.isBefore(LocalDate.of(2028, 1, 1));
        day = day.plusDays(41)) {
      List<String> now = new ArrayList<>();
      for (Movement movement : List.of(TRUCK, BUS, TRAIN)) {
        NetworkView view = network.on(day).moving(movement);
        for (TransitEdge edge : network.edges()) {
          now.add(
              edge.id()
                  + passes(network, edge.id(), movement, day)
                  + view.snapshot().controlOf(edge.id()));
        }
        for (Crossing crossing : network.crossings()) {
          now.add(crossing.id() + state(network, crossing.id(), movement, day));
        }
      }
      now.add(
          network.on(day).ownership().holders("company").toString().replaceAll("note=[^\\]]*", ""));
      if (!now.equals(last)) {
        text.append(day).append(now);
        last = now;
      }
    }
    return text.toString().replaceAll("Scenario [a-z]+", "").replaceAll("scenario [a-z]+", "");
  }

  /** Everything there is, in words. */
  private static String picture(TransitNetwork network) {
    return String.join(
        "\n",
        network.nodes().toString(),
        network.edges().toString(),
        network.crossings().toString(),
        network.agreements().toString(),
        network.stakes().toString(),
        network.nodes().stream().map(node -> network.roles(node.id())).toList().toString(),
        network.edges().stream().map(edge -> network.roles(edge.id())).toList().toString(),
        network.closures().toString(),
        network.refusals().toString(),
        network.retimings().toString());
  }
}
