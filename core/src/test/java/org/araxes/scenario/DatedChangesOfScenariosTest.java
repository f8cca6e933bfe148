package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.Matter;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.DatedChange;
import org.araxes.network.DatedChanges;
import org.araxes.network.InvalidNetworkException;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NodeKind;
import org.araxes.network.Refit;
import org.araxes.network.Repricing;
import org.araxes.network.Status;
import org.araxes.network.Topology;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.routing.RoutePlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scenario changes for some days only, who holds what, and faults told as a whole. */
class DatedChangesOfScenariosTest {
  private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);
  private static final Validity YEAR = new Validity(FIRST, AFTER);
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).build();
  private static final Throughput SEVEN = new Throughput(7, Throughput.Unit.TRAINS);
  private static final Throughput NINE = new Throughput(9, Throughput.Unit.TRAINS);

  /** Two railways a - b - c and a road beside the first; a company with two owners. */
  private static final TransitNetwork NETWORK = network().build();

  private static TransitNetwork.Builder network() {
    TransitNode a = TransitNode.of("a", NodeKind.STATION, 45, 39, "AM");
    TransitNode b = TransitNode.of("b", NodeKind.STATION, 45.5, 39, "AM");
    TransitNode c = TransitNode.of("c", NodeKind.STATION, 46, 39, "AM");
    TransitNetwork.Builder builder =
        TransitNetwork.builder("lines")
            .addNode(a)
            .addNode(b)
            .addNode(c)
            .addParty(Party.state("AM"))
            .addParty(Party.state("US"))
            .addParty(Party.state("IR"))
            .addParty(Party.company("company", "AM"))
            .addParty(Party.company("holding", "AM"))
            .addStake(Stake.of("US", "company", 74))
            .addStake(Stake.of("AM", "company", 26));
    builder.addEdge(
        TransitEdge.builder("rail-1", "a", "b", Mode.RAIL, "AM")
            .straight(a, b)
            .gauge(1520)
            .build());
    builder.addEdge(
        TransitEdge.builder("rail-2", "b", "c", Mode.RAIL, "AM")
            .straight(b, c)
            .gauge(1520)
            .build());
    return builder.addEdge(
        TransitEdge.builder("road", "a", "b", Mode.ROAD, "AM").straight(a, b).build());
  }

  private static Scenario.Builder inThatYear() {
    return Scenario.named("what-if").during(YEAR);
  }

  private static TransitNetwork made(Scenario.Builder scenario) {
    return scenario.build().applyTo(NETWORK);
  }

  private static List<Finding> faults(Scenario.Builder scenario) {
    InvalidScenarioException invalid =
        catchThrowableOfType(InvalidScenarioException.class, () -> made(scenario));
    assertThat(invalid).as("the scenario should be refused").isNotNull();
    return invalid.findings();
  }

  private static TransitEdge on(TransitNetwork network, String edge, LocalDate date) {
    return network.on(date).asItIs(network.edge(edge));
  }

  private static boolean joined(TransitNetwork network, LocalDate date) {
    return RoutePlanner.on(network.on(date).moving(TRAIN))
        .between(network.endpoint("a"), network.endpoint("c"))
        .cheapest()
        .best()
        .isPresent();
  }

  private static Set<Integer> gauges(TransitNetwork network, String edge, LocalDate date) {
    return on(network, edge, date).gauges();
  }

  @Test
  void aCapacityHoldsOnItsDaysAlone() {
    TransitNetwork changed = made(inThatYear().capacity(SEVEN, "rail-1"));

    assertThat(on(changed, "rail-1", BEFORE).capacity()).isEmpty();
    assertThat(on(changed, "rail-1", FIRST).capacity()).contains(SEVEN);
    assertThat(on(changed, "rail-1", LAST).capacity()).contains(SEVEN);
    assertThat(on(changed, "rail-1", AFTER).capacity()).isEmpty();
    assertThat(on(changed, "rail-2", FIRST).capacity()).isEmpty();
    assertThat(changed.edge("rail-1").capacity()).as("as stated").isEmpty();
    assertThat(changed.changeDates(false)).contains(FIRST, AFTER);
  }

  @Test
  void theLaterOfTwoCapacitiesHoldsWhateverItsDays() {
    TransitNetwork narrowLast =
        made(Scenario.named("x").capacity(NINE, "rail-1").during(YEAR).capacity(SEVEN, "rail-1"));
    TransitNetwork wideLast =
        made(
            inThatYear()
                .capacity(SEVEN, "rail-1")
                .during(Validity.ALWAYS)
                .capacity(NINE, "rail-1"));

    assertThat(on(narrowLast, "rail-1", FIRST).capacity()).contains(SEVEN);
    assertThat(on(narrowLast, "rail-1", AFTER).capacity()).contains(NINE);
    assertThat(on(wideLast, "rail-1", FIRST).capacity()).contains(NINE);
    assertThat(on(wideLast, "rail-1", AFTER).capacity()).contains(NINE);
  }

  @Test
  void aGaugeOfSomeDaysBreaksTheJourneyOnThoseDays() {
    TransitNetwork changed = made(inThatYear().gauge(1435, "rail-2"));

    assertThat(joined(changed, BEFORE)).isTrue();
    assertThat(gauges(changed, "rail-2", FIRST)).containsExactly(1435);
    assertThat(joined(changed, FIRST)).isFalse();
    assertThat(joined(changed, AFTER)).isTrue();
  }

  @Test
  void aMixedListLeavesRoadsWithoutAGauge() {
    TransitNetwork changed =
        made(
            inThatYear()
                .change(
                    new Change.SetGauge(
                        Selector.jurisdiction("AM"), new TreeSet<>(Set.of(1435)), YEAR)));

    assertThat(gauges(changed, "rail-1", FIRST)).containsExactly(1435);
    assertThat(gauges(changed, "road", FIRST)).isEmpty();
  }

  @Test
  void aCostAndASpeedHoldOnTheirDaysAlone() {
    TransitNetwork changed = made(inThatYear().cost(0.5, "rail-1").speed(10, "rail-1"));

    assertThat(arc(changed, FIRST).usd()).isGreaterThan(10 * arc(changed, BEFORE).usd());
    assertThat(arc(changed, FIRST).seconds()).isGreaterThan(arc(changed, BEFORE).seconds());
    assertThat(arc(changed, AFTER)).isEqualTo(arc(changed, BEFORE));
  }

  private record Weight(double usd, double seconds) {}

  private static Weight arc(TransitNetwork network, LocalDate date) {
    Topology topology = network.on(date).moving(TRAIN).topology();
    int arc =
        IntStream.range(0, topology.graph().arcCount())
            .filter(one -> topology.element(one).equals("rail-1"))
            .findFirst()
            .orElseThrow();
    return new Weight(topology.usd()[arc], topology.seconds()[arc]);
  }

  @Test
  void removedForSomeDaysIsDismantledForThem() {
    TransitNetwork changed = made(inThatYear().remove("b"));

    for (String edge : List.of("rail-1", "rail-2", "road")) {
      assertThat(status(changed, edge, BEFORE)).isEqualTo(Status.OPERATIONAL);
      assertThat(status(changed, edge, FIRST)).isEqualTo(Status.DISMANTLED);
      assertThat(status(changed, edge, AFTER)).isEqualTo(Status.OPERATIONAL);
    }
    assertThat(made(Scenario.named("x").remove("b")).edges()).isEmpty();
  }

  private static Status status(TransitNetwork network, String edge, LocalDate date) {
    return network.on(date).status(network.edge(edge)).orElseThrow().value();
  }

  @Test
  void removalTakesWhatWasSaidOfTheEdgeAloneWithIt() {
    TransitNetwork changed =
        made(
            inThatYear()
                .cost(1, "rail-1")
                .capacity(SEVEN, "rail-1", "rail-2")
                .during(Validity.ALWAYS)
                .remove("rail-1"));

    assertThat(changed.repricings()).isEmpty();
    assertThat(changed.refits()).extracting(refit -> refit.where().elements()).hasSize(1);
    assertThat(on(changed, "rail-2", FIRST).capacity()).contains(SEVEN);
  }

  @Test
  void aMixtureOfTwoDaysNamesCostsGaugesAndCapacities() {
    TransitNetwork changed =
        made(inThatYear().cost(0.5, "rail-1").gauge(1435, "rail-2").capacity(SEVEN, "rail-1"));

    DatedChanges changes = DatedChanges.between(changed, BEFORE, FIRST, false);

    assertThat(changes.all())
        .extracting(DatedChange::kind, DatedChange::subject, DatedChange::scope)
        .containsExactly(
            tuple(DatedChange.Kind.REPRICING, "rail-1", "cost"),
            tuple(DatedChange.Kind.REFIT, "rail-1", "capacity"),
            tuple(DatedChange.Kind.REFIT, "rail-2", "gauge"));
    assertThat(changes.all())
        .extracting(DatedChange::toString)
        .containsExactly(
            "rail-1 (cost): now 0.5 USD/km",
            "rail-1 (capacity): now 7 trains/day",
            "rail-2 (gauge): now gauge [1435]");
    TransitNetwork gaugeAlone = changes.with(changes.all().subList(2, 3));
    assertThat(gauges(gaugeAlone, "rail-2", FIRST)).containsExactly(1435);
    assertThat(on(gaugeAlone, "rail-1", FIRST).capacity()).isEmpty();
    assertThat(arc(gaugeAlone, FIRST)).isEqualTo(arc(changed, BEFORE));
    assertThat(arc(changes.with(changes.all().subList(0, 1)), FIRST))
        .isEqualTo(arc(changed, FIRST));
  }

  @Test
  void aNetworkRefusesCostsAndRefitsOfWhatItLacks() {
    TransitNetwork.Builder builder =
        network()
            .addRepricing(new Repricing(Selector.of(Set.of("rail-3")), 1, YEAR))
            .addRefit(
                new Refit(
                    Selector.of(Set.of("rail-4")),
                    new TreeSet<>(),
                    Optional.of(SEVEN),
                    YEAR,
                    Evidence.NONE));

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidNetworkException.class)
        .hasMessageContaining("A change of cost names no element \"rail-3\". Maybe")
        .hasMessageContaining("A refit names no element \"rail-4\". Maybe");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLastChangeThatSpeaksOfADayHolds(long seed) {
    Random random = new Random(seed);
    Scenario.Builder scenario = Scenario.named("random");
    List<Validity> days = new ArrayList<>();
    List<Integer> gauges = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      LocalDate from = FIRST.plusDays(random.nextInt(20));
      Validity when =
          random.nextInt(5) == 0
              ? Validity.ALWAYS
              : new Validity(from, from.plusDays(1 + random.nextInt(20)));
      days.add(when);
      gauges.add(1000 + i);
      scenario.during(when).gauge(1000 + i, "rail-1");
    }
    TransitNetwork changed = made(scenario);
    for (int day = 0; day < 45; day++) {
      LocalDate date = FIRST.plusDays(day);
      int expected = 1520;
      for (int i = 0; i < days.size(); i++) {
        expected = days.get(i).contains(date) ? gauges.get(i) : expected;
      }
      assertThat(gauges(changed, "rail-1", date)).as("day %s", date).containsExactly(expected);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @Test
  void aTransferMovesAShareOnItsDaysAndControlWithIt() {
    TransitNetwork sold = made(inThatYear().transfer("US", "AM", "company", Share.ofPercent(25)));

    assertThat(held(sold, "US", FIRST)).isEqualTo(Fraction.of(49, 100));
    assertThat(held(sold, "AM", FIRST)).isEqualTo(Fraction.of(51, 100));
    assertThat(held(sold, "US", AFTER)).isEqualTo(Fraction.of(74, 100));
    assertThat(deciders(sold.on(BEFORE))).containsExactly("US");
    assertThat(deciders(sold.on(FIRST))).containsExactly("AM");
    assertThat(deciders(sold.on(AFTER))).containsExactly("US");
  }

  private static Set<String> deciders(NetworkSnapshot day) {
    return day.ownership().rule("company", Matter.ORDINARY).vetoParties();
  }

  private static Fraction held(TransitNetwork network, String holder, LocalDate date) {
    return network.on(date).ownership().holders("company").stream()
        .filter(stake -> stake.holder().equals(holder))
        .map(stake -> stake.max().value())
        .reduce(Fraction.ZERO, Fraction::plus);
  }

  @Test
  void allOfAHoldingPassesOnWhateverItIs() {
    TransitNetwork sold = made(inThatYear().transfer("US", "holding", "company"));

    assertThat(held(sold, "US", FIRST)).isEqualTo(Fraction.ZERO);
    assertThat(held(sold, "holding", FIRST)).isEqualTo(Fraction.of(74, 100));
    assertThat(held(sold, "US", AFTER)).isEqualTo(Fraction.of(74, 100));
  }

  @Test
  void ofABoundedStakeBothBoundsMove() {
    Share low = Share.ofPercent(20);
    Share high = Share.ofPercent(30);
    TransitNetwork bounded =
        made(
            inThatYear()
                .change(
                    new Change.SetStake(
                        "US", "company", Optional.of(StakeKind.VOTES), low, high, YEAR))
                .change(
                    new Change.TransferStake(
                        "US",
                        "IR",
                        "company",
                        StakeKind.VOTES,
                        Optional.of(Share.ofPercent(25)),
                        YEAR)));

    assertThat(bounded.on(FIRST).ownership().holders("company"))
        .filteredOn(stake -> stake.kind() == StakeKind.VOTES)
        .extracting(Stake::holder, Stake::min, Stake::max)
        .containsExactlyInAnyOrder(
            tuple("US", Share.NONE, Share.ofPercent(5)),
            tuple("IR", Share.ofPercent(25), Share.ofPercent(25)));
    assertThat(bounded.on(FIRST).ownership().holders("company"))
        .as("shares are another kind")
        .filteredOn(stake -> stake.kind() == StakeKind.SHARES)
        .hasSize(2);
  }

  @Test
  void nobodyPassesOnWhatItHasNot() {
    assertThat(
            faults(
                inThatYear()
                    .transfer("US", "AM", "company", Share.ofPercent(80))
                    .transfer("IR", "AM", "company")
                    .transfer("AM", "USA", "company")))
        .extracting(Finding::code, Finding::message)
        .containsExactly(
            tuple(
                "not_enough",
                "Change 1 (transfer_stake): \"US\" has 74 % in \"company\" on 2025-01-01, less than"
                    + " 80 %. Maybe leave the share out to pass all of it on?"),
            tuple(
                "matches_nothing",
                "Change 2 (transfer_stake): \"IR\" has nothing of that kind in \"company\" on those"
                    + " days. Maybe AM (shares)?"),
            tuple("unknown_party", "Change 3 (transfer_stake): No party \"USA\". Maybe \"US\"?"));
  }

  @Test
  void stakesGuardTheirOwnDoor() {
    assertThatThrownBy(
            () ->
                new Change.SetStake(
                    "a", "b", Optional.empty(), Share.WHOLE, Share.NONE, Validity.ALWAYS))
        .hasMessageContaining("wrong way round");
    assertThatThrownBy(() -> inThatYear().transfer("a", "a", "b"))
        .hasMessageContaining("another party");
    assertThatThrownBy(() -> inThatYear().transfer("a", "b", "b"))
        .hasMessageContaining("in itself");
    assertThatThrownBy(() -> inThatYear().transfer("a", "b", "c", Share.NONE))
        .hasMessageContaining("more than nothing");
  }

  @Test
  void whatCannotBeAddedIsToldWithEverythingElseThatIsWrong() {
    List<Finding> found =
        faults(
            inThatYear()
                .change(place("a", 45))
                .change(place("far", 45.2))
                .change(edge("stump", "far", "nowhere", "AM"))
                .change(edge("abroad", "far", "a", "IR"))
                .close("stump")
                .close("gaet")
                .refuse("IRR")
                .stake("IR", "company", Share.ofPercent(1))
                .capacity(SEVEN, "abroad"));

    assertThat(found)
        .extracting(Finding::code, Finding::subject)
        .containsExactly(
            tuple("duplicate_id", "what-if"),
            tuple("dangling_reference", "what-if"),
            tuple("unknown_element", "what-if"),
            tuple("unknown_party", "what-if"),
            tuple("edge_leaves_jurisdiction", "abroad"),
            tuple("edge_leaves_jurisdiction", "abroad"),
            tuple("shares_over_100", "company"));
    assertThat(found.get(2).message()).as("\"stump\" is told once").contains("gaet");
  }

  @Test
  void circlesOfControlAreToldWithFaultsElsewhere() {
    assertThat(
            faults(
                inThatYear()
                    .refuse("IRR")
                    .stake("holding", "company", Share.ofPercent(0))
                    .stake("US", "company", Share.NONE)
                    .stake("AM", "company", Share.NONE)
                    .stake("holding", "company", Share.WHOLE)
                    .stake("company", "holding", Share.WHOLE)))
        .extracting(Finding::code)
        .contains("unknown_party", "control_cycle");
  }

  private static Change.AddNode place(String id, double longitude) {
    return new Change.AddNode(
        id,
        new Names(new TreeMap<>(Map.of("en", id))),
        NodeKind.JUNCTION,
        longitude,
        39.2,
        List.of("AM"));
  }

  private static Change.AddEdge edge(String id, String from, String to, String jurisdiction) {
    return new Change.AddEdge(
        id,
        from,
        to,
        Mode.ROAD,
        jurisdiction,
        false,
        Optional.empty(),
        new TreeSet<>(),
        OptionalDouble.empty(),
        Optional.empty(),
        YEAR);
  }
}
