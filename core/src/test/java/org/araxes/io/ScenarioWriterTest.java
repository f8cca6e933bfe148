package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.agreement.Regimes;
import org.araxes.agreement.Selector;
import org.araxes.border.Commodity;
import org.araxes.border.Conditions;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.OpeningHours;
import org.araxes.border.Season;
import org.araxes.border.TrafficClass;
import org.araxes.border.Vehicle;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.NodeKind;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.routing.RoutePlanner;
import org.araxes.scenario.Change;
import org.araxes.scenario.InvalidScenarioException;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioWriterTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final Validity DAYS = new Validity(DAY, LocalDate.of(2030, 1, 1));

  @TempDir private Path folder;

  private Scenarios readBack(Scenarios scenarios) {
    Path file = folder.resolve("scenarios.json");
    ScenarioWriter.write(scenarios, file);
    return ScenarioReader.read(file, CAUCASUS);
  }

  private static Change.AddNode place(String id, double longitude, double latitude) {
    return new Change.AddNode(
        id,
        new Names(new TreeMap<>(Map.of("en", id))),
        NodeKind.JUNCTION,
        longitude,
        latitude,
        List.of("AZ"));
  }

  private static Change.AddEdge road(String id, String from, String to, double kilometres) {
    return new Change.AddEdge(
        id,
        from,
        to,
        Mode.ROAD,
        "AZ",
        false,
        Optional.of(Distance.ofKilometres(kilometres)),
        new TreeSet<>(),
        OptionalDouble.of(80),
        Optional.of(new Throughput(5_000, Throughput.Unit.VEHICLES)),
        DAYS);
  }

  private static Scenario everyKind() {
    Selector road = Selector.of(Set.of("new-road"));
    return Scenario.named("every-kind")
        .source("s01")
        .change(place("new-a", 49, 40.3))
        .change(place("new-b", 49.2, 40.3))
        .change(road("new-road", "new-a", "new-b", 20.125))
        .change(new Change.SetCost(road, 0.125, DAYS))
        .change(
            new Change.SetCapacity(
                road, new Throughput(900, Throughput.Unit.VEHICLES), Validity.ALWAYS))
        .change(
            new Change.SetGauge(
                new Selector(
                    new TreeSet<>(),
                    new TreeSet<>(Set.of("IR")),
                    new TreeSet<>(),
                    Set.of(Mode.RAIL)),
                new TreeSet<>(Set.of(1435, 1520))))
        .change(new Change.SetCapacity(road, new Throughput(90, Throughput.Unit.VEHICLES), DAYS))
        .change(
            new Change.SetGauge(
                Selector.of(Set.of("rail-baku--bilajari")), new TreeSet<>(Set.of(1435)), DAYS))
        .change(
            new Change.StateFact(
                Selector.of(Set.of("bc-agbend-nrnadzor")),
                CrossingFact.builder("")
                    .modes(Mode.ROAD)
                    .classes(TrafficClass.PERSONS)
                    .direction("AZ", "AM")
                    .flags(Set.of("AZ"))
                    .state(CrossingState.RESTRICTED)
                    .kind(ImpedimentKind.OPENING_HOURS)
                    .by("AM")
                    .waiting(Duration.ofSeconds(4_321))
                    .fee(Money.usd(0.5))
                    .hours(
                        OpeningHours.parse(
                            "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00",
                            ZoneId.of("Asia/Yerevan")))
                    .capacityPerDay(120)
                    .regime(Optional.of(Regimes.tinBigha1996()))
                    .under("az-ir-memorandum-2022-03-11")
                    .conditions(
                        new Conditions(
                            Optional.of(Season.parse("Nov 15-Mar 31")),
                            Set.of(Commodity.AID),
                            OptionalDouble.of(3.5),
                            OptionalDouble.of(40),
                            new TreeSet<>(Set.of("AZ-NX")),
                            Set.of(Vehicle.TRUCK)))
                    .validity(DAYS)
                    .build(),
                "A trial"))
        .change(
            new Change.StateFact(
                Selector.of(Set.of("bc-agbend-nrnadzor")),
                CrossingFact.builder("").hours(OpeningHours.always()).build(),
                ""))
        .change(new Change.Remove(road, DAYS))
        .change(new Change.Remove(road))
        .change(
            new Change.SetStake(
                "US",
                "tdc",
                Optional.of(StakeKind.VOTES),
                Share.ofPercent(20),
                new Share(Fraction.of(1, 3)),
                DAYS))
        .change(
            new Change.TransferStake(
                "US", "AM", "tdc", StakeKind.BOARD, Optional.of(Share.ofPercent(5)), DAYS))
        .change(
            new Change.TransferStake(
                "US", "AM", "tdc", StakeKind.SHARES, Optional.empty(), Validity.ALWAYS))
        .change(
            new Change.SetDecision(
                "tdc",
                Matter.ORDINARY,
                DecisionKind.VOTES_AT_LEAST,
                new Share(Fraction.of(1, 3)),
                0,
                List.of(),
                DAYS))
        .change(
            new Change.SetDecision(
                "tdc",
                Matter.RESERVED,
                DecisionKind.AT_LEAST,
                Share.NONE,
                1,
                List.of("AM", "US"),
                DAYS))
        .change(
            new Change.SetDelay(
                new Selector(
                    new TreeSet<>(),
                    new TreeSet<>(Set.of("GE")),
                    new TreeSet<>(),
                    Set.of(Mode.ROAD)),
                "",
                "",
                Set.of(TrafficClass.GOODS),
                Optional.of(Duration.ofSeconds(12_345)),
                Optional.of(Money.usd(12.5)),
                DAYS))
        .speed(33.3, "new-road")
        .refuse("IR")
        .stake("US", "tdc", Share.WHOLE)
        .build();
  }

  @Test
  void everyShippedScenarioComesBackAsItWas() {
    Scenarios shipped = Datasets.southCaucasusScenarios();
    Scenarios back = readBack(shipped);
    assertThat(back.asWritten()).isEqualTo(shipped.asWritten());
    assertThat(back.scenarios()).isEqualTo(shipped.scenarios());
  }

  @Test
  void everyKindOfChangeComesBackAsItWas() {
    Scenario scenario = everyKind();
    assertThat(readBack(Scenarios.of(List.of(scenario))).scenario("every-kind"))
        .isEqualTo(scenario);
    assertThat(scenario.changes()).allSatisfy(one -> assertThat(one.words()).isNotBlank());
  }

  @Test
  void everyTemplateOfARegimeComesBackAsItWas() {
    Scenario.Builder all = Scenario.named("regimes").source("s01");
    Regimes.all()
        .forEach(
            regime ->
                all.change(
                    new Change.SetRegime(
                        Selector.of(Set.of("bc-agbend-nrnadzor")),
                        regime,
                        "AM",
                        "AZ",
                        "tdc",
                        Set.of(TrafficClass.GOODS),
                        Set.of(Mode.ROAD),
                        DAYS)));
    Scenario scenario = all.build();
    assertThat(readBack(Scenarios.of(List.of(scenario))).scenario("regimes")).isEqualTo(scenario);
    assertThat(scenario.changes()).allSatisfy(one -> assertThat(one.words()).startsWith("regime "));
  }

  @Test
  void equalScenariosHaveEqualHashesAndOthersHaveNot() {
    assertThat(ScenarioWriter.contentHash(everyKind()))
        .isEqualTo(ScenarioWriter.contentHash(everyKind()))
        .matches("[0-9a-f]{64}");
    assertThat(
            Datasets.southCaucasusScenarios().scenarios().stream()
                .map(ScenarioWriter::contentHash)
                .distinct())
        .hasSameSizeAs(Datasets.southCaucasusScenarios().ids());
    assertThat(ScenarioWriter.contentHash(Scenario.named("x").refuse("IR").build()))
        .isNotEqualTo(ScenarioWriter.contentHash(Scenario.named("x").refuse("GE").build()));
  }

  @Test
  void whatIsAddedCanBeUsedOnItsDaysAndWhatIsRemovedIsGone() {
    Scenario added =
        Scenario.named("added")
            .change(place("new-a", 49, 40.3))
            .change(place("new-b", 49.2, 40.3))
            .change(road("new-road", "new-a", "new-b", 20))
            .build();
    TransitNetwork with = added.applyTo(CAUCASUS);
    Movement truck = Movement.freight().by(Mode.ROAD).tonnes(10).build();
    assertThat(route(with, DAY, truck)).isPresent();
    assertThat(route(with, DAY.minusDays(1), truck)).isEmpty();

    Scenario gone =
        added.then(
            Scenario.named("gone").change(new Change.Remove(Selector.of(Set.of("new-b")))).build());
    assertThat(gone.applyTo(CAUCASUS).findEdge("new-road")).isEmpty();
    assertThat(gone.applyTo(CAUCASUS).findNode("new-b")).isPresent();
  }

  private static Optional<Route> route(TransitNetwork network, LocalDate day, Movement movement) {
    return RoutePlanner.on(network.on(day).moving(movement))
        .between(network.endpoint("new-a"), network.endpoint("new-b"))
        .cheapest()
        .best();
  }

  @Test
  void costCapacityGaugeAndRuleOfDecisionChange() {
    Scenario base =
        Scenario.named("base")
            .change(place("new-a", 49, 40.3))
            .change(place("new-b", 49.2, 40.3))
            .change(road("new-road", "new-a", "new-b", 20))
            .change(new Change.SetCost(Selector.of(Set.of("new-road")), 0.5, DAYS))
            .change(
                new Change.SetCapacity(
                    Selector.of(Set.of("new-road")),
                    new Throughput(7, Throughput.Unit.VEHICLES),
                    Validity.ALWAYS))
            .change(
                new Change.SetDecision(
                    "tdc",
                    Matter.ORDINARY,
                    DecisionKind.ALL,
                    Share.NONE,
                    0,
                    List.of("AM", "US"),
                    DAYS))
            .build();
    TransitNetwork network = base.applyTo(CAUCASUS);
    Movement truck = Movement.freight().by(Mode.ROAD).tonnes(10).build();
    assertThat(route(network, DAY, truck).orElseThrow().usd()).isEqualTo(0.5 * 20 * 10);
    assertThat(network.edge("new-road").capacity().orElseThrow().perDay()).isEqualTo(7);
    assertThat(network.on(DAY).ownership().rule("tdc", Matter.ORDINARY).vetoParties())
        .containsExactly("AM", "US");
  }

  @Test
  void faultsOfAdditionsAreToldAtOnce() {
    Scenario wrong =
        Scenario.named("wrong")
            .change(place("baku", 49, 40))
            .change(road("new-road", "nowhere", "baku", 1))
            .build();
    assertThatThrownBy(() -> wrong.applyTo(CAUCASUS))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("\"baku\" is there already")
        .hasMessageContaining("no node \"nowhere\"");
    Scenario dated =
        Scenario.named("dated")
            .change(
                new Change.SetCapacity(
                    Selector.of(Set.of("bakuu")), new Throughput(7, Throughput.Unit.TRAINS), DAYS))
            .change(new Change.Remove(Selector.of(Set.of("nothing"))))
            .build();
    assertThatThrownBy(() -> dated.applyTo(CAUCASUS))
        .hasMessageContaining("bakuu")
        .hasMessageContaining("nothing");
  }

  @Test
  void aFaultyFileIsToldAsAWhole() throws IOException {
    Path file = folder.resolve("wrong.json");
    Files.writeString(
        file,
        """
        [{"id": "w", "names": {"en": "W"}, "changes": [
          {"op": "cost", "where": {"elements": ["bakuu"]}, "usd_per_km": -1},
          {"op": "gauge", "where": {"modes": ["rail"]}, "gauge_mm": ["99"]},
          {"op": "transfer_stake", "holder": "US", "to_holder": "USA", "held": "tdc"},
          {"op": "stake", "holder": "US", "held": "tdc", "kind": "shares", "share": 1,
           "share_min": 2, "share_max": 3},
          {"op": "stake", "holder": "US", "held": "tdc", "kind": "sharez", "share": 1},
          {"op": "remove", "where": {"elements": ["baku"]}, "from": "2030-01-01",
           "to": "2020-01-01"},
          {"op": "crossing_fact", "where": {"elements": ["bc-agbend-nrnadzor"]},
           "opening_hours": "25:00-26:00", "regime": "tin-bigha-1999", "commodities": ["gold"]},
          {"op": "add_edge", "id": "e", "from_node": "bakuu", "to_node": "baku", "mode": "road",
           "jurisdiction": "AZ"}
        ]}]
        """);
    assertThatThrownBy(() -> ScenarioReader.read(file, CAUCASUS))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("usd_per_km")
        .hasMessageContaining("99")
        .hasMessageContaining("USA")
        .hasMessageContaining("but not both")
        .hasMessageContaining("sharez")
        .hasMessageContaining("2020-01-01")
        .hasMessageContaining("25:00")
        .hasMessageContaining("tin-bigha-1999")
        .hasMessageContaining("gold")
        .hasMessageContaining("bakuu");
  }
}
