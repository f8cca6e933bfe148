package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Regimes;
import org.araxes.agreement.Selector;
import org.araxes.answer.Severity;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.control.Matter;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Repricing;
import org.araxes.network.Retiming;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Validity YEAR = new Validity(DAY, DAY.plusYears(1));
  private static final Validity NEXT = new Validity(DAY.plusYears(1), DAY.plusYears(2));
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement BUS = Movement.persons().by(Mode.ROAD).flag("IR").build();
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).build();

  private static final int KINDS = 22;

  /** East -AZ- gate -AM- ford -AZ- west, by road; a railway beside the first stretch. */
  private static final TransitNetwork NETWORK = network();

  private static TransitNetwork network() {
    TransitNode east = TransitNode.of("east", NodeKind.CITY, 46.0, 39.2, "AZ");
    TransitNode gate = TransitNode.of("gate", NodeKind.BORDER_CROSSING, 46.4, 38.9, "AM", "AZ");
    TransitNode ford = TransitNode.of("ford", NodeKind.BORDER_CROSSING, 46.1, 38.9, "AM", "AZ");
    TransitNode west = TransitNode.of("west", NodeKind.CITY, 45.4, 39.2, "AZ");
    TransitNetwork.Builder builder = TransitNetwork.builder("test");
    List.of(east, gate, ford, west).forEach(builder::addNode);
    List.of("AM", "AZ", "US", "IR").forEach(state -> builder.addParty(Party.state(state)));
    builder.addParty(Party.company("company", "AM"));
    builder.addStake(Stake.of("US", "company", 70)).addStake(Stake.of("AM", "company", 30));
    builder.addEdge(road("first", east, gate, "AZ"));
    builder.addEdge(road("middle", gate, ford, "AM"));
    builder.addEdge(road("last", ford, west, "AZ"));
    builder.addEdge(
        TransitEdge.builder("rails", "east", "gate", Mode.RAIL, "AZ")
            .straight(east, gate)
            .gauge(1520)
            .build());
    builder.addAgreement(
        new Agreement(
            "deal",
            Names.of("Deal"),
            AgreementKind.AGREEMENT,
            List.of("AM", "AZ"),
            true,
            History.always(LegalStatus.IN_FORCE),
            List.of(),
            List.of(),
            Evidence.NONE));
    builder.addRole(Role.of("middle", RoleKind.OPERATOR, "company"));
    builder.addCommonCause(
        new CommonCause(
            "storm",
            Names.of("Storm"),
            CommonCauseKind.WEATHER,
            "",
            new TreeSet<>(Set.of("gate", "last", "deal")),
            "IR",
            Validity.ALWAYS,
            Evidence.NONE));
    return builder.build();
  }

  private static TransitEdge road(String id, TransitNode from, TransitNode to, String where) {
    return TransitEdge.builder(id, from.id(), to.id(), Mode.ROAD, where)
        .straight(from, to)
        .corridor("corridor")
        .build();
  }

  private static Scenario.Builder one() {
    return Scenario.named("one").during(YEAR);
  }

  private static Scenario.Builder two() {
    return Scenario.named("two").during(YEAR);
  }

  private static List<Conflict> conflicts(Scenario.Builder first, Scenario.Builder second) {
    return first.build().conflicts(second.build(), NETWORK);
  }

  private static Conflict conflict(Scenario.Builder first, Scenario.Builder second) {
    List<Conflict> conflicts = conflicts(first, second);
    assertThat(conflicts).hasSize(1);
    return conflicts.get(0);
  }

  @Test
  void whatTheFirstOpensAndTheSecondClosesIsInConflictOnCommonDays() {
    Validity half = new Validity(DAY.plusMonths(6), DAY.plusYears(3));
    Conflict conflict = conflict(one().open("gate", "middle"), two().during(half).close("gate"));

    assertThat(conflict.earlier().op()).isEqualTo("open");
    assertThat(conflict.later().op()).isEqualTo("close");
    assertThat(conflict.subjects()).containsExactly("gate");
    assertThat(conflict.days()).isEqualTo(new Validity(DAY.plusMonths(6), DAY.plusYears(1)));
    assertThat(conflict.finding().severity()).isEqualTo(Severity.WARNING);
    assertThat(conflict)
        .hasToString(
            "[conflicting_changes] gate: \"open gate, middle from 2026-01-01 until 2027-01-01\""
                + " comes before \"close gate from 2026-07-01 until 2029-01-01\"."
                + " Where both speak, the later holds.");
    assertThat(conflicts(one().open("gate"), two().during(NEXT).close("gate"))).isEmpty();
    assertThat(conflicts(one().close("gate"), two().close("gate"))).isEmpty();
  }

  private static Change close(String from, String to, Set<TrafficClass> classes, String... flags) {
    return new Change.Close(
        Selector.of(List.of("gate")),
        classes,
        Set.of(),
        from,
        to,
        new TreeSet<>(List.of(flags)),
        "",
        "",
        YEAR);
  }

  @Test
  void otherDirectionsClassesAndFlagsAreNoConflict() {
    Change.Open out =
        new Change.Open(
            Selector.of(List.of("gate")),
            Set.of(TrafficClass.GOODS),
            Set.of(),
            "AZ",
            "AM",
            new TreeSet<>(Set.of("AZ-NX")),
            "",
            "",
            YEAR);

    assertThat(conflicts(one().change(out), two().change(close("AM", "AZ", Set.of())))).isEmpty();
    assertThat(
            conflicts(one().change(out), two().change(close("", "", Set.of(TrafficClass.PERSONS)))))
        .isEmpty();
    assertThat(conflicts(one().change(out), two().change(close("", "", Set.of(), "IR")))).isEmpty();
    assertThat(conflicts(one().change(out), two().change(close("AZ", "AM", Set.of(), "AZ"))))
        .hasSize(1);
  }

  @Test
  void aStakeARoleAndACapacityAreSetTwice() {
    Share tenth = Share.ofPercent(10);
    Share fifth = Share.ofPercent(20);

    assertThat(
            conflict(one().stake("IR", "company", tenth), two().stake("IR", "company", fifth))
                .subjects())
        .containsExactly("company");
    assertThat(conflicts(one().stake("IR", "company", tenth), two().stake("IR", "company", tenth)))
        .isEmpty();
    assertThat(conflicts(one().stake("IR", "company", tenth), two().stake("AZ", "company", fifth)))
        .isEmpty();
    assertThat(
            conflict(
                    one().role(RoleKind.OPERATOR, "AM", "first", "middle"),
                    two().role(RoleKind.OPERATOR, "IR", "middle", "last"))
                .subjects())
        .containsExactly("middle");
    assertThat(
            conflict(
                    one().capacity(new Throughput(10, Throughput.Unit.VEHICLES), "gate", "middle"),
                    two().capacity(new Throughput(20, Throughput.Unit.VEHICLES), "middle", "gate"))
                .subjects())
        .containsExactly("gate", "middle");
  }

  @Test
  void rolesBesideOthersAreNoConflictButOneInTheirPlaceIs() {
    UnaryOperator<Scenario.Builder> beside =
        scenario ->
            scenario.change(
                new Change.SetRole(
                    Selector.of(List.of("middle")),
                    RoleKind.OPERATOR,
                    scenario.build().id().equals("one") ? "IR" : "US",
                    "",
                    Matter.ORDINARY,
                    false,
                    YEAR));

    assertThat(conflicts(beside.apply(one()), beside.apply(two()))).isEmpty();
    assertThat(conflicts(beside.apply(one()), two().role(RoleKind.OPERATOR, "AM", "middle")))
        .hasSize(1);
  }

  @Test
  void stakesOfOneHolderArePassedOnTwice() {
    assertThat(
            conflicts(one().transfer("US", "IR", "company"), two().transfer("US", "AZ", "company")))
        .hasSize(1);
    assertThat(
            conflicts(
                one().stake("US", "company", Share.NONE), two().transfer("US", "AZ", "company")))
        .hasSize(1);
    assertThat(
            conflicts(one().transfer("US", "IR", "company"), two().transfer("AM", "AZ", "company")))
        .isEmpty();
  }

  @Test
  void whatTheFirstRemovesIsNamedByTheSecond() {
    Conflict conflict = conflict(one().remove("gate"), two().close("last").close("middle"));

    assertThat(conflict.subjects()).containsExactly("middle");
    assertThat(conflict.finding().message()).endsWith("What is removed stays removed.");
    assertThat(conflicts(one().speed(50, "middle"), two().remove("middle"))).hasSize(1);
    assertThat(conflicts(one().remove("middle"), two().remove("middle"))).isEmpty();
    assertThat(
            conflicts(
                one().remove("middle"),
                two().change(new Change.SetSpeed(Selector.corridor("corridor"), 50, YEAR))))
        .as("a corridor is still there")
        .isEmpty();
  }

  @Test
  void whatIsAddedTwiceIsToldBeforeApplyingThrows() {
    Change.AddNode place =
        new Change.AddNode("new", Names.of("New"), NodeKind.CITY, 45, 39, List.of("AZ"));
    Scenario first = one().change(place).build();
    Scenario second = two().change(place).build();

    assertThat(first.conflicts(second, NETWORK))
        .singleElement()
        .satisfies(
            conflict ->
                assertThat(conflict.finding().message()).endsWith("Only one of them can be made."));
    assertThatThrownBy(() -> first.then(second).applyTo(NETWORK))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void anEdgeThatTheFirstAddsIsLostWithItsPlace() {
    Change.AddEdge added =
        new Change.AddEdge(
            "new",
            "gate",
            "west",
            Mode.ROAD,
            "AZ",
            false,
            Optional.empty(),
            new TreeSet<>(),
            OptionalDouble.empty(),
            Optional.empty(),
            NEXT);

    assertThat(conflict(one().change(added), two().during(YEAR).remove("gate")).subjects())
        .containsExactly("new");
  }

  @Test
  void aCorridorMeansItsEdges() {
    Conflict conflict =
        conflict(
            one().change(new Change.SetSpeed(Selector.corridor("corridor"), 40, YEAR)),
            two().speed(50, "last", "middle", "rails"));

    assertThat(conflict.subjects()).containsExactly("last", "middle");
  }

  @Test
  void aRegimeAndACauseSpeakOfAllTheyConsistOf() {
    Regime regime = Regimes.gattV();

    assertThat(
            conflicts(
                one().regime(regime, "AM", "gate"),
                two()
                    .change(
                        new Change.SetControl(
                            Selector.of(List.of("gate")),
                            "AM",
                            Optional.of(ControlFunction.CUSTOMS),
                            "IR",
                            "IR",
                            Contact.OFFICER,
                            ControlPlace.LINE,
                            YEAR))
                    .close("gate")))
        .extracting(conflict -> conflict.later().op())
        .containsExactly("control", "close");
    assertThat(conflicts(one().happen("storm"), two().open("gate", "last").enter("deal")))
        .extracting(conflict -> String.join(" ", conflict.subjects()))
        .containsExactly("gate last", "deal");
    assertThat(conflict(one().happen("storm"), two().close("gate", "last")).subjects())
        .as("an edge is shut by both, a crossing by the one or by the other")
        .containsExactly("gate");
  }

  @Test
  void conflictsComeInOrderOfTheSecondScenarioThenOfTheFirst() {
    assertThat(
            conflicts(
                one().open("gate").speed(40, "first").open("gate", "ford"),
                two().speed(50, "first").close("gate").close("ford")))
        .extracting(conflict -> conflict.earlier().words() + " / " + conflict.later().op())
        .containsExactly(
            "40 km/h on first from 2026-01-01 until 2027-01-01 / speed",
            "open gate from 2026-01-01 until 2027-01-01 / close",
            "open ford, gate from 2026-01-01 until 2027-01-01 / close",
            "open ford, gate from 2026-01-01 until 2027-01-01 / close");
  }

  @Test
  void whatMeansNothingIsLeftToApplying() {
    assertThat(conflicts(one().open("gait"), two().close("gait"))).isEmpty();
    assertThatThrownBy(() -> conflicts(one(), two().extending("base")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conflicts(one().extending("base"), two()))
        .isInstanceOf(InvalidScenarioException.class);
  }

  /** The order of two scenarios without a conflict makes no difference to any answer. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutAConflictTheOrderIsNothing(long seed) {
    Random random = new Random(seed);
    int kinds = random.nextInt(KINDS); // a few neighbours, so that they meet
    int checked = 0;
    while (checked < 4) {
      Scenario first = any("first", kinds, random);
      Scenario second = any("second", kinds, random);
      if (first.conflicts(second, NETWORK).isEmpty()) {
        checked++;
        List<String> otherwise = answers(second.then(first));
        otherwise.removeAll(answers(first.then(second)));
        assertThat(otherwise)
            .as("seed %d: %s and %s", seed, first.changes(), second.changes())
            .isEmpty();
      }
      assertThat(second.conflicts(first, NETWORK))
          .as("conflicts are the same both ways round")
          .hasSameSizeAs(first.conflicts(second, NETWORK));
    }
  }

  static List<Long> seeds() {
    return LongStream.range(0, 60).boxed().toList();
  }

  private static Scenario any(String id, int kinds, Random random) {
    Scenario.Builder scenario = Scenario.named(id);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      LocalDate from = DAY.plusDays(random.nextInt(600));
      Validity days = new Validity(from, from.plusDays(1 + random.nextInt(300)));
      scenario.change(anyChange((kinds + random.nextInt(4)) % KINDS, days, random));
    }
    return scenario.build();
  }

  private static Change anyChange(int kind, Validity days, Random random) {
    Scenario.Builder one = Scenario.named("one").during(days);
    String gate = pick(random, "gate", "ford");
    String edge = pick(random, "first", "middle", "last", "rails");
    String party = pick(random, "AM", "AZ", "US", "IR");
    int small = 1 + random.nextInt(3);
    Set<TrafficClass> classes =
        Set.of(random.nextBoolean() ? TrafficClass.GOODS : TrafficClass.PERSONS);
    boolean out = random.nextBoolean();
    TreeSet<String> flags = new TreeSet<>(random.nextBoolean() ? Set.of(party) : Set.of());
    Selector there = Selector.of(List.of(gate));
    switch (kind) {
      case 0 -> one.open(gate, edge);
      case 1 -> one.close(gate, edge);
      case 2 ->
          one.change(
              new Change.Open(
                  there,
                  classes,
                  Set.of(),
                  out ? "AM" : "AZ",
                  out ? "AZ" : "AM",
                  flags,
                  party,
                  "",
                  days));
      case 3 ->
          one.change(
              new Change.Close(
                  there, classes, Set.of(Mode.ROAD), "", "", flags, party, "security", days));
      case 4 -> one.status(pick(random, Status.DISUSED, Status.PLANNED), edge);
      case 5 -> one.lapse("deal");
      case 6 -> one.enter("deal");
      case 7 -> one.role(RoleKind.OPERATOR, party, edge);
      case 8 ->
          one.change(
              new Change.SetRole(
                  Selector.of(List.of(edge)),
                  RoleKind.OPERATOR,
                  party,
                  "",
                  Matter.ORDINARY,
                  false,
                  days));
      case 9 -> one.role(RoleKind.CUSTOMS, party, gate);
      case 10 -> one.stake("AM", "company", Share.ofPercent(10 * small));
      case 11 -> one.transfer("US", party.equals("US") ? "IR" : party, "company");
      case 12 -> one.speed(10 * small, edge);
      case 13 -> one.cost(small, edge);
      case 14 -> one.capacity(new Throughput(small, Throughput.Unit.VEHICLES), gate, edge);
      case 15 -> one.gauge(1000 + small, "rails");
      case 16 -> one.delay(Duration.ofHours(small), gate);
      case 17 -> one.probability(edge, Probability.of(0.1 * small));
      case 18 -> one.regime(Regimes.regime(pick(random, "gatt-v", "tir-1975")), "AM", gate);
      case 19 -> one.happen("storm");
      case 20 -> one.remove(edge);
      default ->
          one.change(
              new Change.SetControl(
                  there,
                  out ? "AM" : "AZ",
                  Optional.of(ControlFunction.CUSTOMS),
                  party,
                  party,
                  Contact.OFFICER,
                  ControlPlace.LINE,
                  days));
    }
    return one.build().changes().get(0);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }

  /** What the network answers on a few days, or that there is none. */
  private static List<String> answers(Scenario scenario) {
    TransitNetwork network;
    try {
      network = scenario.applyTo(NETWORK);
    } catch (InvalidScenarioException invalid) {
      return new ArrayList<>(List.of("invalid"));
    }
    List<String> said = new ArrayList<>();
    for (LocalDate day = DAY; day.isBefore(DAY.plusDays(900)); day = day.plusDays(29)) {
      String on = day + " ";
      NetworkSnapshot snapshot = network.on(day);
      for (TransitEdge edge : network.edges()) {
        String of = on + edge.id() + " ";
        said.add(of + snapshot.status(edge).map(Claim::value));
        said.add(of + snapshot.asItIs(edge).gauges() + " " + snapshot.asItIs(edge).capacity());
        String[] control = snapshot.controlOf(edge.id()).toString().split("[ ()]+", -1);
        said.add(of + snapshot.survival(edge.id()) + new TreeSet<>(List.of(control)));
        said.add(of + roles(snapshot, edge.id()));
        for (Movement movement : List.of(TRUCK, BUS, TRAIN)) {
          said.add(
              of
                  + movement.trafficClass()
                  + movement.modes()
                  + barred(snapshot.moving(movement).onEdge(edge)));
        }
        for (Retiming retiming : network.retimings()) {
          if (retiming.validity().contains(day) && network.matches(retiming.where(), edge)) {
            said.add(of + "speed " + retiming.kilometresPerHour());
          }
        }
        for (Repricing repricing : network.repricings()) {
          if (repricing.validity().contains(day) && network.matches(repricing.where(), edge)) {
            said.add(of + "cost " + repricing.usdPerKm());
          }
        }
      }
      for (Crossing crossing : network.crossings()) {
        said.add(on + crossing.id() + roles(snapshot, crossing.id()));
        for (Movement movement : List.of(TRUCK, BUS, TRAIN)) {
          for (String from : crossing.sides()) {
            String to = from.equals("AM") ? "AZ" : "AM";
            said.add(on + crossing.id() + crossing(snapshot.moving(movement), crossing, from, to));
          }
        }
      }
      said.add(on + "deal " + snapshot.stands("deal"));
      snapshot.ownership().holders("company").stream()
          .map(stake -> on + stake.holder() + " " + stake.words())
          .sorted()
          .forEach(said::add);
    }
    return said;
  }

  private static String roles(NetworkSnapshot snapshot, String element) {
    return snapshot.roles(element).stream()
        .map(role -> role.kind() + " " + role.holder() + " " + role.side())
        .distinct()
        .sorted()
        .toList()
        .toString();
  }

  private static boolean barred(List<Impediment> impediments) {
    return impediments.stream().anyMatch(one -> one.effect() == Effect.BARS);
  }

  private static List<String> crossing(NetworkView view, Crossing there, String from, String to) {
    LocalDate day = view.snapshot().date();
    Movement movement = view.movement();
    Mode mode = movement.modes().iterator().next();
    Crossing crossing = view.snapshot().asItStands(there);
    return List.of(
        movement.trafficClass()
            + " "
            + mode
            + " from "
            + from
            + barred(view.atCrossing(crossing, mode, from, to)),
        crossing
            .stateFact(movement, mode, from, to, day, false)
            .map(fact -> fact.state() + fact.by() + fact.kind())
            .toString(),
        crossing
            .waitFact(movement, mode, from, to, day, false)
            .map(CrossingFact::waiting)
            .toString(),
        crossing
            .capacityFact(movement, mode, from, to, day, false)
            .map(CrossingFact::capacityPerDay)
            .toString(),
        crossing
            .regimeFact(movement, mode, from, to, day, false)
            .map(CrossingFact::regime)
            .toString(),
        crossing.controls(movement, mode, day, false).stream()
            .map(p -> p.post() + p.function() + p.controller() + p.decider() + p.contact())
            .sorted()
            .toList()
            .toString());
  }
}
