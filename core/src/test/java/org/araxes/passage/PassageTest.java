package org.araxes.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.Doubt;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.Refusal;
import org.araxes.network.RoleKind;
import org.araxes.network.Route;
import org.araxes.network.Status;
import org.araxes.network.Terms;
import org.araxes.network.Transhipment;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Money;
import org.araxes.quantity.Throughput;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();

  /** One way from home through a host to the exclave. */
  private static DrawnNetwork corridor() {
    return new DrawnNetwork()
        .road("home", "main", "gate", "AZ")
        .road("host", "gate", "door", "AM")
        .road("exclave", "door", "nakhchivan", "AZ-NX");
  }

  private static DrawnNetwork posts(DrawnNetwork network, Contact contact) {
    for (String crossing : List.of("gate", "door")) {
      network.control(crossing, "AM", "AM", contact);
    }
    return network.control("gate", "AZ", "AZ", Contact.OFFICER);
  }

  private static Passage passage(DrawnNetwork network, Movement movement) {
    return Passage.of(
        network.moving(movement),
        new TreeSet<>(List.of("main")),
        new TreeSet<>(List.of("nakhchivan")));
  }

  private static Verdict judge(DrawnNetwork network, Standard standard) {
    return passage(network, TRUCK).judge(standard);
  }

  private static CrossingFact fact(
      String crossing,
      String flag,
      Optional<CrossingState> state,
      Optional<Duration> waiting,
      Optional<Money> fee,
      String hours,
      OptionalDouble capacity) {
    return new CrossingFact(
        crossing,
        Set.of(),
        Set.of(),
        "",
        "",
        flag.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(flag)),
        state,
        Validity.ALWAYS,
        "",
        Optional.empty(),
        waiting,
        fee,
        hours,
        capacity,
        "",
        0,
        Evidence.NONE);
  }

  private static CrossingFact open(String crossing) {
    return CrossingFact.state(crossing, CrossingState.OPEN, Validity.ALWAYS, "");
  }

  private static DrawnNetwork hours(String hours) {
    return corridor()
        .fact(open("gate"))
        .fact(
            fact(
                "gate",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                hours,
                OptionalDouble.empty()));
  }

  private static Transhipment changeAt(String node) {
    return new Transhipment(
        node,
        Mode.ROAD,
        0,
        Mode.RAIL,
        0,
        Set.of(),
        Duration.ofHours(6),
        OptionalDouble.empty(),
        Validity.ALWAYS,
        Evidence.NONE);
  }

  @Test
  void physicalAsksWhetherItIsBuiltAndLeavesBordersAside() {
    Verdict shut = judge(corridor().crossing("gate", CrossingState.CLOSED), Standards.physical());
    assertThat(shut.truth()).isEqualTo(Truth.YES);
    assertThat(shut.ways()).hasSize(1);
    assertThat(shut.ways().get(0).edges()).contains("host");

    Verdict unbuilt =
        judge(
            new DrawnNetwork()
                .road("home", "main", "gate", "AZ")
                .edge("host", "gate", "door", Mode.ROAD, "AM", e -> e.status(Status.PLANNED))
                .road("exclave", "door", "nakhchivan", "AZ-NX"),
            Standards.physical());
    assertThat(unbuilt.truth()).isEqualTo(Truth.NO);
    assertThat(unbuilt.cut()).containsExactly("host");
    assertThat(unbuilt.why()).contains("host (planned)");

    Verdict rumour =
        judge(
            new DrawnNetwork()
                .road("home", "main", "gate", "AZ")
                .edge("host", "gate", "door", Mode.ROAD, "AM", e -> e.status(History.empty()))
                .road("exclave", "door", "nakhchivan", "AZ-NX"),
            Standards.physical());
    assertThat(rumour.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(rumour.unknown()).containsExactly("host");
    assertThat(rumour.ways()).hasSize(1);
  }

  @Test
  void aBridgeThatIsNotBuiltIsPhysicalThoughItStandsAtTheBorder() {
    CrossingFact unbuilt =
        new CrossingFact(
            "gate",
            Set.of(),
            Set.of(),
            "",
            "",
            new TreeSet<>(),
            Optional.of(CrossingState.CLOSED),
            Validity.ALWAYS,
            "",
            Optional.of(ImpedimentKind.MISSING_LINK),
            Optional.empty(),
            Optional.empty(),
            "",
            OptionalDouble.empty(),
            "",
            0,
            Evidence.NONE);

    assertThat(judge(corridor().fact(unbuilt), Standards.physical()).cut()).containsExactly("gate");
  }

  @Test
  void aBreakOfGaugeWithoutTranshipmentIsNotJoined() {
    Movement train = Movement.freight().by(Mode.RAIL).build();
    DrawnNetwork broken =
        new DrawnNetwork()
            .edge("broad", "main", "yard", Mode.RAIL, "AZ", e -> e.gauge(1520))
            .edge("normal", "yard", "nakhchivan", Mode.RAIL, "AZ", e -> e.gauge(1435));
    assertThat(passage(broken, train).judge(Standards.physical()).cut()).containsExactly("yard");

    DrawnNetwork unmeasured =
        new DrawnNetwork()
            .edge("broad", "main", "yard", Mode.RAIL, "AZ", e -> e.gauge(1520))
            .edge("old", "yard", "nakhchivan", Mode.RAIL, "AZ", e -> e);
    Verdict unsure = passage(unmeasured, train).judge(Standards.physical());
    assertThat(unsure.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(unsure.unknown()).containsExactly("old");
  }

  @Test
  void lawfulAsksWhetherNothingBars() {
    assertThat(judge(corridor(), Standards.lawful()).truth()).isEqualTo(Truth.YES);
    Verdict closed = judge(corridor().crossing("gate", CrossingState.CLOSED), Standards.lawful());
    assertThat(closed.truth()).isEqualTo(Truth.NO);
    assertThat(closed.cut()).containsExactly("gate");
    Verdict unknown = judge(corridor().crossing("gate", CrossingState.UNKNOWN), Standards.lawful());
    assertThat(unknown.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(unknown.unknown()).containsExactly("gate");
    assertThat(judge(corridor().crossing("gate", CrossingState.RESTRICTED), Standards.lawful()))
        .extracting(Verdict::truth)
        .isEqualTo(Truth.YES);
    Verdict refused =
        judge(
            corridor()
                .with(
                    network ->
                        network.addRefusal(
                            new Refusal(
                                "AM",
                                org.araxes.agreement.Selector.ALL,
                                Validity.ALWAYS,
                                Evidence.NONE))),
            Standards.lawful());
    assertThat(refused.truth()).isEqualTo(Truth.NO);
  }

  @Test
  void theUnknownStaysUnknownWhateverTheViewDoesWithDoubts() {
    for (Doubt doubt : Doubt.values()) {
      Passage passage =
          Passage.of(
              corridor()
                  .crossing("gate", CrossingState.UNKNOWN)
                  .build()
                  .on(DrawnNetwork.DAY, Terms.DEFAULT.withDoubt(doubt))
                  .moving(TRUCK),
              new TreeSet<>(List.of("main")),
              new TreeSet<>(List.of("nakhchivan")));
      assertThat(passage.judge(Standards.lawful()).truth()).isEqualTo(Truth.UNKNOWN);
    }
  }

  @Test
  void sovereignAsksThatNoOtherStateHasAVeto() {
    assertThat(judge(corridor(), Standards.sovereign()).truth()).isEqualTo(Truth.NO);
    assertThat(judge(corridor(), Standards.sovereign()).why()).contains("AM can shut it alone");
    DrawnNetwork home = new DrawnNetwork().road("home", "main", "nakhchivan", "AZ");
    assertThat(judge(home, Standards.sovereign()).truth()).isEqualTo(Truth.YES);
    assertThat(
            judge(
                    new DrawnNetwork()
                        .road("home", "main", "nakhchivan", "AZ")
                        .role("home", RoleKind.OPERATOR, "railways")
                        .with(network -> network.addStake(Stake.of("AZ", "railways", 100))),
                    Standards.sovereign())
                .truth())
        .isEqualTo(Truth.YES);
    assertThat(
            judge(
                    new DrawnNetwork()
                        .road("home", "main", "nakhchivan", "AZ")
                        .role("home", RoleKind.OPERATOR, "private-co"),
                    Standards.sovereign())
                .why())
        .contains("private-co");
    assertThat(
            judge(
                    new DrawnNetwork()
                        .edge(
                            "home",
                            "main",
                            "nakhchivan",
                            Mode.ROAD,
                            "AZ",
                            e -> e.status(History.empty())),
                    Standards.sovereign())
                .truth())
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void withoutAFlagTheMoverIsOfTheStateWhereItStarts() {
    Movement any = Movement.freight().build();
    assertThat(passage(corridor(), any).mover().state()).contains("AZ");
    Passage mixed =
        Passage.of(
            corridor().moving(any),
            new TreeSet<>(List.of("main", "gate")),
            new TreeSet<>(List.of("nakhchivan")));
    assertThat(mixed.mover().state()).isEmpty();
    assertThat(mixed.mover().isForeign("AZ")).isTrue();
    assertThat(passage(corridor(), Movement.freight().flag("AZ-NX").build()).mover().state())
        .contains("AZ");
  }

  @Test
  void uncontrolledAsksThatNoOtherStateStops() {
    assertThat(judge(posts(corridor(), Contact.OFFICER), Standards.uncontrolled()).truth())
        .isEqualTo(Truth.NO);
    assertThat(judge(posts(corridor(), Contact.MACHINE), Standards.uncontrolled()).truth())
        .isEqualTo(Truth.NO);
    Verdict free = judge(posts(corridor(), Contact.NONE), Standards.uncontrolled());
    assertThat(free.truth()).isEqualTo(Truth.YES);
    Verdict unknown = judge(corridor(), Standards.uncontrolled());
    assertThat(unknown.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(unknown.unknown()).containsExactly("gate");
    assertThat(unknown.why()).contains("nobody says who controls at the post of AM");
  }

  @Test
  void aStopByNobodyNamedIsOneByTheStateOfThePost() {
    DrawnNetwork network =
        posts(corridor(), Contact.NONE)
            .control("gate", "AM", ControlFunction.CUSTOMS, "", "", Contact.OFFICER);

    assertThat(judge(network, Standards.uncontrolled()).truth()).isEqualTo(Truth.NO);
  }

  @Test
  void aPartyOfNoKnownStateLeavesItUnknown() {
    DrawnNetwork network =
        posts(corridor(), Contact.NONE)
            .control("gate", "AM", ControlFunction.CUSTOMS, "guards", "", Contact.OFFICER);

    assertThat(judge(network, Standards.uncontrolled()).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void vetoFreeAsksForWaysThatNoSingleOtherStops() {
    Verdict one = judge(corridor(), Standards.vetoFree());
    assertThat(one.truth()).isEqualTo(Truth.NO);
    assertThat(one.parties()).containsExactly("AM");
    assertThat(one.cut()).isEmpty();

    DrawnNetwork two =
        corridor()
            .road("home-south", "main", "astara", "AZ")
            .road("iran", "astara", "julfa", "IR")
            .road("exclave-south", "julfa", "nakhchivan", "AZ-NX");
    Verdict free = judge(two, Standards.vetoFree());
    assertThat(free.truth()).isEqualTo(Truth.YES);
    assertThat(free.ways()).hasSize(2);
    TreeSet<String> common = new TreeSet<>(free.ways().get(0).consents());
    common.retainAll(free.ways().get(1).consents());
    assertThat(common).containsExactly("AZ");

    Verdict rumour =
        judge(
            corridor()
                .road("home-south", "main", "astara", "AZ")
                .road("iran", "astara", "julfa", "IR")
                .road("exclave-south", "julfa", "nakhchivan", "AZ-NX")
                .crossing("julfa", CrossingState.UNKNOWN),
            Standards.vetoFree());
    assertThat(rumour.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(rumour.unknown()).containsExactly("julfa");

    Verdict shut = judge(corridor().crossing("gate", CrossingState.CLOSED), Standards.vetoFree());
    assertThat(shut.truth()).isEqualTo(Truth.NO);
    assertThat(shut.cut()).containsExactly("gate");
    assertThat(shut.parties()).isEmpty();
  }

  @Test
  void theTwoReadingsOfTheDeclarationDifferInWhomOneMeets() {
    Standard host = Standards.declarationHostReading();
    Standard sender = Standards.declarationSenderReading();

    DrawnNetwork office = posts(corridor(), Contact.PRIVATE_FRONT_OFFICE);
    assertThat(judge(office, host).truth()).isEqualTo(Truth.YES);
    assertThat(judge(posts(corridor(), Contact.PRIVATE_FRONT_OFFICE), sender).truth())
        .isEqualTo(Truth.NO);

    assertThat(judge(posts(corridor(), Contact.NONE), host).truth()).isEqualTo(Truth.YES);
    assertThat(judge(posts(corridor(), Contact.NONE), sender).truth()).isEqualTo(Truth.YES);

    assertThat(judge(posts(corridor(), Contact.OFFICER), host).truth()).isEqualTo(Truth.NO);
    assertThat(judge(posts(corridor(), Contact.OFFICER), sender).truth()).isEqualTo(Truth.NO);

    assertThat(judge(corridor(), host).truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(judge(corridor(), sender).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void theHostReadingAsksThatTheHostDecides() {
    DrawnNetwork foreign =
        posts(corridor(), Contact.NONE)
            .control("gate", "AM", ControlFunction.SECURITY, "", "RU", Contact.MACHINE);
    Verdict verdict = judge(foreign, Standards.declarationHostReading());
    assertThat(verdict.truth()).isEqualTo(Truth.NO);
    assertThat(verdict.why()).contains("RU decides at the post of AM");
    DrawnNetwork nobody =
        posts(corridor(), Contact.NONE)
            .control("gate", "AM", ControlFunction.SECURITY, "", "", Contact.MACHINE);
    assertThat(judge(nobody, Standards.declarationHostReading()).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void ownOfficersAtTheHostsPostDoNotOffendTheSender() {
    DrawnNetwork network =
        posts(corridor(), Contact.NONE)
            .control("gate", "AM", ControlFunction.SECURITY, "AZ", "AM", Contact.OFFICER);

    assertThat(judge(network, Standards.declarationSenderReading()).truth()).isEqualTo(Truth.YES);
    assertThat(judge(network, Standards.declarationHostReading()).truth()).isEqualTo(Truth.NO);
  }

  @Test
  void aTollIsNoControl() {
    DrawnNetwork network =
        posts(corridor(), Contact.NONE)
            .control(
                "gate", "AM", ControlFunction.TOLL, "tdc", "tdc", Contact.PRIVATE_FRONT_OFFICE);

    assertThat(judge(network, Standards.uncontrolled()).truth()).isEqualTo(Truth.YES);
    assertThat(judge(network, Standards.declarationSenderReading()).truth()).isEqualTo(Truth.YES);
  }

  @Test
  void bothReadingsAskThatNothingIsRestricted() {
    for (Standard reading :
        List.of(Standards.declarationHostReading(), Standards.declarationSenderReading())) {
      DrawnNetwork network =
          posts(corridor().crossing("door", CrossingState.RESTRICTED), Contact.NONE);
      assertThat(judge(network, reading).truth()).isEqualTo(Truth.NO);
      assertThat(judge(network, reading).cut()).containsExactly("door");
    }
  }

  @Test
  void gattMinimumAsksForOpenBordersAllDayAndAlikeForAllFlags() {
    Standard gatt = Standards.gattMinimum();
    assertThat(judge(corridor(), gatt).truth()).isEqualTo(Truth.YES);
    assertThat(judge(corridor().crossing("gate", CrossingState.RESTRICTED), gatt).truth())
        .isEqualTo(Truth.NO);
    assertThat(judge(corridor().crossing("gate", CrossingState.UNKNOWN), gatt).truth())
        .isEqualTo(Truth.UNKNOWN);
    assertThat(judge(hours("24"), gatt).truth()).isEqualTo(Truth.YES);
    Verdict night = judge(hours("08:00-18:00"), gatt);
    assertThat(night.truth()).isEqualTo(Truth.NO);
    assertThat(night.why()).contains("08:00-18:00");
  }

  @Test
  void gattMinimumFindsWhatIsUsedAgainstTheFlag() {
    DrawnNetwork network =
        corridor()
            .fact(open("gate"))
            .fact(
                fact(
                    "gate",
                    "",
                    Optional.empty(),
                    Optional.of(Duration.ofHours(2)),
                    Optional.of(Money.usd(10)),
                    "",
                    OptionalDouble.empty()))
            .fact(
                fact(
                    "gate",
                    "AZ",
                    Optional.empty(),
                    Optional.of(Duration.ofHours(9)),
                    Optional.empty(),
                    "",
                    OptionalDouble.empty()));

    Verdict verdict = judge(network, Standards.gattMinimum());
    assertThat(verdict.truth()).isEqualTo(Truth.NO);
    assertThat(verdict.why()).contains("flag AZ waits longer");
    assertThat(
            passage(network, Movement.freight().flag("GE").build())
                .judge(Standards.gattMinimum())
                .truth())
        .isEqualTo(Truth.YES);
  }

  @Test
  void aBorderPassedInTheAirHasNoPost() {
    DrawnNetwork network =
        new DrawnNetwork()
            .edge("climb", "main", "line", Mode.AIR, "AZ", e -> e)
            .edge("descent", "line", "nakhchivan", Mode.AIR, "AM", e -> e);
    assertThat(
            passage(network, Movement.freight().by(Mode.AIR).flag("AZ").build())
                .judge(Standards.uncontrolled())
                .truth())
        .isEqualTo(Truth.YES);
  }

  @Test
  void theGradeListsEveryStandardInTheShippedOrder() {
    Grade grade = passage(posts(corridor(), Contact.PRIVATE_FRONT_OFFICE), TRUCK).grade();

    assertThat(grade.truths().keySet())
        .containsExactly(
            "physical",
            "lawful",
            "sovereign",
            "uncontrolled",
            "veto-free",
            "declaration-host-reading",
            "declaration-sender-reading",
            "gatt-minimum");
    assertThat(grade.reached())
        .containsExactly("physical", "lawful", "declaration-host-reading", "gatt-minimum");
    assertThat(grade.of("veto-free").parties()).containsExactly("AM");
    assertThatThrownBy(() -> grade.of("lawfull")).hasMessageContaining("Maybe \"lawful\"?");
  }

  @Test
  void whoIsThereAlreadyPassesByEveryStandard() {
    Passage stay =
        Passage.of(
            corridor().moving(TRUCK),
            new TreeSet<>(List.of("main")),
            new TreeSet<>(List.of("main", "nakhchivan")));

    assertThat(stay.grade().truths().values()).containsOnly(Truth.YES);
  }

  @Test
  void aMapWithoutAnyWayHasNoCut() {
    Passage nowhere =
        Passage.of(
            corridor().node("island", "AZ").moving(TRUCK),
            new TreeSet<>(List.of("main")),
            new TreeSet<>(List.of("island")));

    assertThat(nowhere.grade().truths().values()).containsOnly(Truth.NO);
    assertThat(nowhere.grade().of("lawful").cut()).isEmpty();
    assertThat(nowhere.grade().of("lawful").why()).contains("no way at all");
  }

  @Test
  void anybodyCanAddAStandard() {
    Standard fewBorders =
        Standard.everyStretch(
            "no-crossing",
            "Never crosses a border",
            stretch -> stretch.crossing().isPresent() ? Ruling.no("a border") : stretch.open());

    assertThat(judge(corridor(), fewBorders).cut()).containsExactly("gate");
    assertThat(passage(corridor(), TRUCK).grade(List.of(fewBorders)).of("no-crossing").truth())
        .isEqualTo(Truth.NO);
  }

  @Test
  void endsThatDoNotExistAreRefused() {
    assertThatThrownBy(
            () ->
                Passage.of(
                    corridor().moving(TRUCK),
                    new TreeSet<>(List.of("mainn")),
                    new TreeSet<>(List.of("nakhchivan"))))
        .hasMessageContaining("Maybe");
    assertThatThrownBy(
            () ->
                Passage.of(
                    corridor().moving(TRUCK), new TreeSet<>(List.of("main")), new TreeSet<>()))
        .hasMessageContaining("no target");
  }

  @Test
  void findingsComeInOrderOfTravelAndTheirDelaysSumUpToTheWaits() {
    DrawnNetwork network =
        posts(corridor(), Contact.OFFICER)
            .fact(open("gate"))
            .fact(
                fact(
                    "gate",
                    "",
                    Optional.empty(),
                    Optional.of(Duration.ofHours(4)),
                    Optional.of(Money.usd(56)),
                    "08:00-18:00",
                    OptionalDouble.of(500)))
            .fact(CrossingFact.state("door", CrossingState.RESTRICTED, Validity.ALWAYS, "AM"))
            .fact(
                fact(
                    "door",
                    "",
                    Optional.empty(),
                    Optional.of(Duration.ofHours(1)),
                    Optional.empty(),
                    "",
                    OptionalDouble.empty()));
    Passage passage = passage(network, TRUCK);
    Route route = passage.judge(Standards.lawful()).ways().get(0);

    List<Impediment> found = passage.impediments(route);

    assertThat(found)
        .extracting(Impediment::kind)
        .containsExactly(
            ImpedimentKind.FOREIGN_CONTROL,
            ImpedimentKind.OPENING_HOURS,
            ImpedimentKind.CONTROL_STOP,
            ImpedimentKind.CONTROL_STOP,
            ImpedimentKind.FEE,
            ImpedimentKind.CAPACITY,
            ImpedimentKind.PERMIT,
            ImpedimentKind.CONTROL_STOP,
            ImpedimentKind.UNKNOWN);
    assertThat(found.get(0).by()).containsExactly("AM");
    assertThat(found.get(2).by()).containsExactly("AZ");
    assertThat(found.get(4).text()).isEqualTo("Clearing costs 56 USD");
    assertThat(found.get(8).text()).isEqualTo("Nobody says who controls at the post of AZ-NX");
    assertThat(found.stream().map(Impediment::delay).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofHours(5).plus(found.get(1).delay()));
    assertThat(found.get(1).delay()).isEqualTo(Duration.ofMinutes(245));
  }

  @Test
  void assumedWaitsAreTold() {
    Passage passage = passage(corridor(), TRUCK);
    Route route = passage.judge(Standards.lawful()).ways().get(0);

    assertThat(passage.impediments(route))
        .filteredOn(found -> found.text().contains("assumed"))
        .hasSize(2)
        .allMatch(found -> found.kind() == ImpedimentKind.UNKNOWN)
        .allMatch(found -> found.delay().equals(Duration.ofMinutes(258)));
  }

  @Test
  void changesOfModeAndLoadsTooLargeAreFound() {
    Movement mixed = Movement.freight().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(300).build();
    DrawnNetwork network =
        new DrawnNetwork()
            .road("lorry", "main", "yard", "AZ")
            .edge(
                "train",
                "yard",
                "nakhchivan",
                Mode.RAIL,
                "AZ",
                e -> e.gauge(1520).capacity(new Throughput(100, Throughput.Unit.TONNES)))
            .with(builder -> builder.addTranshipment(changeAt("yard")));
    Passage passage = passage(network, mixed);
    List<Impediment> found = passage.impediments(passage.judge(Standards.lawful()).ways().get(0));

    assertThat(found)
        .extracting(Impediment::kind)
        .containsExactly(ImpedimentKind.BREAK_OF_GAUGE_OR_MODE, ImpedimentKind.CAPACITY);
    assertThat(found.get(0).delay()).isEqualTo(Duration.ofHours(6));
    assertThat(found.get(0).text()).isEqualTo("From road to rail of 1520 mm");
    assertThat(found.get(1).delay()).isEqualTo(Duration.ofDays(2));
    assertThat(found.get(1).effect()).isEqualTo(Effect.SLOWS);
  }

  @Test
  void foreignControlIsToldOnceForAStretchAndAgainAfterAnInterruption() {
    DrawnNetwork network =
        new DrawnNetwork()
            .road("a1", "main", "g1", "AZ")
            .road("m1", "g1", "town", "AM")
            .road("m2", "town", "g2", "AM")
            .road("a2", "g2", "g3", "AZ")
            .road("m3", "g3", "g4", "AM")
            .road("a3", "g4", "nakhchivan", "AZ")
            .role("m2", RoleKind.CONCESSIONAIRE, "tdc")
            .with(
                builder -> builder.addStake(Stake.of("US", "tdc", 74)).addParty(Party.state("US")));
    Passage passage = passage(network, TRUCK);

    assertThat(passage.impediments(passage.judge(Standards.lawful()).ways().get(0)))
        .filteredOn(found -> found.kind() == ImpedimentKind.FOREIGN_CONTROL)
        .extracting(found -> found.element() + " " + found.by())
        .containsExactly("g1 [AM]", "m2 [US]", "g3 [AM]");
  }
}
