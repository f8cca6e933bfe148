package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.answer.Finding;
import org.araxes.border.Contact;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.network.Electrification;
import org.araxes.network.LengthBasis;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.scenario.Change;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the files stands in the network. */
class NetworkReaderTest {
  @TempDir private Path folder;

  private TransitNetwork network() {
    return NetworkReader.read(TinyDataset.valid().writtenTo(folder));
  }

  @Test
  void theDatasetSaysWhatItIs() {
    TransitNetwork tiny = network();
    assertThat(tiny.id()).isEqualTo("tiny");
    assertThat(tiny.names().in("az", "?")).isEqualTo("Tiny");
    assertThat(tiny.asOf()).isEqualTo("2026-01-01");
    assertThat(tiny.attribution()).containsExactly("Nobody");
    assertThat(tiny.region("AZ-main").nodes()).containsExactly("a");
    assertThat(tiny.region("ends").nodes()).containsExactly("a", "b");
    assertThat(tiny.sources()).hasSize(2);
    assertThat(tiny.findSource("s1").orElseThrow().title()).isEqualTo("A book, with a comma");
    assertThat(tiny.findSource("s1").orElseThrow().date()).isEqualTo("2020-05");
  }

  @Test
  void whoseViewASourceOrAClaimStatesMayBeSaid() {
    assertThat(network().alternatives().get(0).sides()).isEmpty();
    TransitNetwork tiny =
        NetworkReader.read(
            TinyDataset.valid()
                .with("sources.csv", "licence,note", "licence,side,note")
                .with("sources.csv", "2020-05,,", "2020-05,,AZ,")
                .with("sources.csv", "s2,Own estimate,,,,,", "s2,Own estimate,,,,,,")
                .with("claims.csv", "unit,sources", "unit,side,sources")
                .with("claims.csv", "46,km,s2", "46,km,AZ|AM,s2")
                .writtenTo(folder));
    assertThat(tiny.findSource("s1").orElseThrow().sides()).containsExactly("AZ");
    assertThat(tiny.alternatives().get(0).sides()).containsExactly("AM", "AZ");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(
            () ->
                NetworkReader.read(
                    TinyDataset.valid()
                        .with("claims.csv", "unit,sources", "unit,side,sources")
                        .with("claims.csv", "46,km,s2", "46,km,XX,s2")
                        .writtenTo(folder)))
        .withMessageContaining("No party \"XX\"");
  }

  private static TinyDataset underRegime(String regime) {
    return TinyDataset.valid()
        .put(
            "crossings.csv",
            """
            crossing,modes,classes,from_side,to_side,flags,state,valid_from,valid_to,by,kind,wait_hours,fee_usd,opening_hours,capacity_per_day,regime,under,basis,sources,confidence,note
            x,,,,,,open,1991,,,,,,,,,,,s1,high,
            x,rail,goods,,,,,2008,,,,,,,,%s,,,s1,high,
            """
                .formatted(regime));
  }

  @Test
  void aCrossingMayBeUnderATemplateOfARegime() {
    TransitNetwork tiny = NetworkReader.read(underRegime("cim-smgs-2006").writtenTo(folder));
    assertThat(tiny.crossing("x").facts())
        .extracting(fact -> fact.regime().map(Regime::id).orElse(""))
        .containsExactlyInAnyOrder("", "cim-smgs-2006");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> NetworkReader.read(underRegime("cim-smgs-2005").writtenTo(folder)))
        .withMessageContaining("No regime \"cim-smgs-2005\". Maybe \"cim-smgs-2006\"?");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> NetworkReader.read(underRegime("").writtenTo(folder)))
        .withMessageContaining("The row states nothing");
  }

  @Test
  void territoriesKeepTheirArea() {
    TransitNetwork tiny = network();
    assertThat(tiny.territory("AZ").area().orElseThrow().getArea()).isEqualTo(3);
    assertThat(tiny.territory("AM").sovereign()).isEqualTo("AM");
    assertThat(tiny.territory("AM").administering()).isEmpty();
  }

  @Test
  void nodesKeepAllThatIsSaid() {
    TransitNode a = network().node("a");
    assertThat(a.names().toString()).isEqualTo("az=Abad;en=Abad");
    assertThat(a.kind()).isEqualTo(NodeKind.CITY);
    assertThat(a.quality()).isEqualTo(Quality.SURVEYED);
    assertThat(a.position().getX()).isEqualTo(46);
    assertThat(a.position().getY()).isEqualTo(39);
    assertThat(a.tags()).containsExactly("old", "rail");
    assertThat(a.evidence().sources()).containsExactly("s1", "s2");
    assertThat(a.evidence().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(network().node("x").jurisdictions()).containsExactly("AM", "AZ");
    assertThat(network().node("b").evidence().note()).isEqualTo("about");
  }

  @Test
  void edgesKeepAllThatIsSaid() {
    TransitEdge rail = network().edge("rail-a-x");
    assertThat(rail.statedLength().orElseThrow().kilometres()).isEqualTo(44.5);
    assertThat(rail.lengthBasis()).isEqualTo(LengthBasis.STATED);
    assertThat(rail.geodesicLength().kilometres()).isBetween(43.0, 46.0);
    assertThat(rail.gauges()).containsExactly(1435, 1520);
    assertThat(rail.electrification()).isEqualTo(Electrification.DC_3KV);
    assertThat(rail.tracks()).hasValue(2);
    assertThat(rail.speedKmh()).hasValue(80);
    assertThat(rail.capacity()).contains(new Throughput(12, Throughput.Unit.TRAINS));
    assertThat(rail.corridors()).containsExactly("east-west");
    assertThat(rail.geometry().getNumPoints()).isEqualTo(3);
    assertThat(rail.oneWay()).isFalse();
    assertThat(network().edge("rail-x-b").oneWay()).isTrue();
    assertThat(network().edge("rail-x-b").gauges()).containsExactly(1520);
    assertThat(network().edge("rail-x-b").names().in("en", "")).isEqualTo("Far end");
    TransitEdge road = network().edge("road-a-x");
    assertThat(road.statedLength()).isEmpty();
    assertThat(road.gauges()).isEmpty();
    assertThat(road.electrification()).isEqualTo(Electrification.UNKNOWN);
    assertThat(road.tracks()).isEmpty();
    assertThat(road.capacity()).isEmpty();
  }

  @Test
  void statusesHoldOnTheirDays() {
    TransitEdge rail = network().edge("rail-a-x");
    assertThat(rail.status().at(LocalDate.of(1940, 12, 31), false)).isEmpty();
    assertThat(rail.status().at(LocalDate.of(1941, 1, 1), false).orElseThrow().value())
        .isEqualTo(Status.OPERATIONAL);
    assertThat(rail.status().at(LocalDate.of(1992, 1, 1), false).orElseThrow().value())
        .isEqualTo(Status.DISUSED);
    assertThat(rail.status().at(LocalDate.of(2030, 1, 1), false).orElseThrow().value())
        .isEqualTo(Status.DISUSED);
    assertThat(rail.status().at(LocalDate.of(2030, 1, 1), true).orElseThrow())
        .satisfies(
            plan -> {
              assertThat(plan.value()).isEqualTo(Status.OPERATIONAL);
              assertThat(plan.evidence().basis()).isEqualTo(Basis.PLAN);
              assertThat(plan.evidence().note()).isEqualTo("announced\nin a speech");
            });
  }

  @Test
  void transhipmentsKeepAllThatIsSaid() {
    Transhipment place = network().transhipments().get(0);
    assertThat(place.node()).isEqualTo("a");
    assertThat(place.fromMode()).isEqualTo(Mode.RAIL);
    assertThat(place.fromGauge()).isEqualTo(1520);
    assertThat(place.toMode()).isEqualTo(Mode.ROAD);
    assertThat(place.toGauge()).isZero();
    assertThat(place.classes()).containsExactly(TrafficClass.GOODS);
    assertThat(place.handling()).isEqualTo(Duration.ofMinutes(390));
    assertThat(place.usdPerTonne()).hasValue(4);
    assertThat(place.capacity()).contains(new Throughput(750, Throughput.Unit.TONNES));
    assertThat(place.validity().from()).isEqualTo("2000-01-01");
  }

  @Test
  void partiesStakesAndDecisionsKeepAllThatIsSaid() {
    TransitNetwork tiny = network();
    assertThat(tiny.party("railco").jurisdiction()).isEqualTo("AM");
    assertThat(tiny.stakes()).hasSize(2);
    assertThat(tiny.stakes().get(0).under()).isEqualTo("concession");
    assertThat(tiny.stakes().get(0).exact()).isTrue();
    assertThat(tiny.stakes().get(1).min()).isEqualTo(Share.ofPercent(20));
    assertThat(tiny.stakes().get(1).max()).isEqualTo(new Share(Fraction.of(1, 4)));
    assertThat(tiny.decisions().get(0).kind()).isEqualTo(DecisionKind.VOTES_OVER);
    assertThat(tiny.decisions().get(0).quota()).isEqualTo(Share.ofPercent(50));
    assertThat(tiny.decisions().get(1).matter()).isEqualTo(Matter.RESERVED);
    assertThat(tiny.decisions().get(1).members()).containsExactly("AZ", "AM");
    Role role = tiny.roles("rail-x-b").get(0);
    assertThat(role.kind()).isEqualTo(RoleKind.CONCESSIONAIRE);
    assertThat(role.holder()).isEqualTo("railco");
    assertThat(role.matter()).isEqualTo(Matter.RESERVED);
    assertThat(role.under()).isEqualTo("concession");
    assertThat(tiny.roles("x").get(0).side()).isEqualTo("AM");
    assertThat(tiny.roles("x").get(0).matter()).isEqualTo(Matter.ORDINARY);
  }

  @Test
  void conditionsOfFactsKeepAllThatIsSaid() {
    TinyDataset tiny =
        TinyDataset.valid()
            .put(
                "crossings.csv",
                """
            crossing,modes,classes,from_side,to_side,flags,state,valid_from,valid_to,by,kind,wait_hours,fee_usd,opening_hours,time_zone,capacity_per_day,season,commodities,over_tonnes,up_to_tonnes,residents,vehicles,under,basis,sources,confidence,note
            x,road,persons,,,,closed,2010,,AZ,closure,,,Mo-Sa 08:00-18:00,Asia/Tehran,,Nov 15-Mar 31,food|aid,3.5,30,AZ-NX,car|bus,,,s1,high,
            """);
    TransitNetwork network = NetworkReader.read(tiny.writtenTo(folder));
    CrossingFact fact = network.crossing("x").facts().get(0);
    assertThat(fact.conditions())
        .hasToString(
            "Nov 15-Mar 31, food or aid, over 3.5 t, up to 30 t, residents of AZ-NX, car or bus");
    assertThat(fact.openingHours()).isEqualTo("Mo-Sa 08:00-18:00");
    assertThat(fact.hours().orElseThrow().zone()).hasToString("Asia/Tehran");
  }

  @Test
  void crossingsKeepAllThatIsSaid() {
    Crossing crossing = network().crossing("x");
    assertThat(crossing.facts()).hasSize(3);
    CrossingFact shut =
        crossing.facts().stream()
            .filter(fact -> fact.state().equals(Optional.of(CrossingState.CLOSED)))
            .findFirst()
            .orElseThrow();
    assertThat(shut.classes()).containsExactly(TrafficClass.PERSONS);
    assertThat(shut.by()).isEqualTo("AZ");
    assertThat(shut.kind()).contains(ImpedimentKind.CLOSURE);
    CrossingFact waiting =
        crossing.facts().stream()
            .filter(fact -> fact.waiting().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(waiting.waiting()).contains(Duration.ofMinutes(450));
    assertThat(waiting.fee()).contains(Money.usd(20));
    assertThat(waiting.fromSide()).isEqualTo("AZ");
    assertThat(waiting.toSide()).isEqualTo("AM");
    assertThat(waiting.flags()).containsExactly("AZ");
    assertThat(waiting.modes()).containsExactly(Mode.RAIL);
    assertThat(waiting.openingHours()).isEqualTo("08:00-18:00");
    assertThat(waiting.hours().orElseThrow().zone()).hasToString("Asia/Baku");
    assertThat(waiting.capacityPerDay()).hasValue(100);
    assertThat(waiting.under()).isEqualTo("concession");
    ControlPoint control = crossing.controls().get(0);
    assertThat(control.contact()).isEqualTo(Contact.OFFICER);
    assertThat(control.classes()).containsExactly(TrafficClass.GOODS);
  }

  @Test
  void agreementsKeepAllThatIsSaid() {
    Agreement concession = network().agreement("concession");
    assertThat(concession.kind()).isEqualTo(AgreementKind.CONTRACT);
    assertThat(concession.binding()).isTrue();
    assertThat(concession.statusOn(LocalDate.of(2009, 12, 31), false)).contains(LegalStatus.SIGNED);
    assertThat(concession.statusOn(LocalDate.of(2010, 1, 1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(concession.prerequisites().get(0).agreement()).isEqualTo("treaty");
    assertThat(concession.prerequisites().get(0).status()).contains(LegalStatus.IN_FORCE);
    assertThat(concession.provisions().get(0).effect()).isEqualTo(ProvisionEffect.BINDS);
    assertThat(concession.provisions().get(0).where().elements()).containsExactly("rail-x-b", "x");
    assertThat(concession.provisions().get(0).where().modes()).isEqualTo(Set.of(Mode.RAIL));
    assertThat(concession.provisions().get(0).validity().to()).isEqualTo("2040-01-01");
    assertThat(network().alternatives().get(0).value()).isEqualTo("46");
  }

  @Test
  void scenariosKeepAllThatIsSaidAndCanBeApplied() {
    Dataset dataset = NetworkReader.readDataset(TinyDataset.valid().writtenTo(folder));
    Scenarios scenarios = dataset.scenarios();
    assertThat(scenarios.ids()).containsExactly("shut", "more");
    Scenario shut = scenarios.scenario("shut");
    assertThat(shut.date()).contains(LocalDate.of(2026, 2, 1));
    assertThat(shut.changes().get(0))
        .isInstanceOfSatisfying(
            Change.Close.class,
            close -> {
              assertThat(close.by()).isEqualTo("AM");
              assertThat(close.fromSide()).isEqualTo("AZ");
              assertThat(close.kind()).contains(ImpedimentKind.SECURITY);
              assertThat(close.validity().to()).isEqualTo("2027-01-01");
            });
    Scenario more = scenarios.scenario("more");
    assertThat(more.changes().stream().map(Change::op))
        .containsExactly(
            "close", "refuse", "status", "open", "lapse", "enter", "suspend", "role", "stake",
            "control", "delay", "speed");
    assertThat(more.applyTo(dataset.network()).stakes()).hasSize(1);
  }

  @Test
  void scenariosOfOnesOwnAreReadAboutANetwork() throws Exception {
    TransitNetwork tiny = network();
    Path file = folder.resolve("mine.json");
    Files.writeString(
        file,
        """
        [{"id": "mine", "names": {"en": "Mine"}, "sources": ["s1"],
          "changes": [{"op": "close", "where": {"elements": ["x"]}}]}]
        """);
    assertThat(ScenarioReader.read(file, tiny).ids()).containsExactly("mine");
    Files.writeString(
        file,
        """
        [{"id": "mine", "names": {"en": "Mine"}, "sources": ["s1"],
          "changes": [
            {"op": "close", "where": {"elements": ["y"]}},
            {"op": "refuse", "party": "AY"}]}]
        """);
    assertThatThrownBy(() -> ScenarioReader.read(file, tiny))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("mine.json:3 [dangling_reference] mine: No node or edge \"y\"")
        .hasMessageContaining("mine.json:4 [unknown_party] mine: No party \"AY\"");
  }

  @Test
  void aFileThatIsNotPartOfTheFormatIsAWarning() {
    Dataset dataset =
        NetworkReader.readDataset(
            TinyDataset.valid().put("role.csv", "x").put("README.md", "x").writtenTo(folder));
    assertThat(dataset.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("unknown_file");
              assertThat(warning.file()).isEqualTo("role.csv");
              assertThat(warning.message()).contains("Maybe \"roles.csv\"?");
            });
  }

  @Test
  void columnsMayStandInAnyOrderAndLinesEndInAnyWay() {
    TinyDataset tiny =
        TinyDataset.valid()
            .put(
                "stakes.csv",
                "note,confidence,sources,basis,under,to,from,share_max,share_min,kind,held,holder\r\n"
                    + ",high,s1,,,,,60,60,shares,railco,AM\r\n");
    TransitNetwork network = NetworkReader.read(tiny.writtenTo(folder));
    assertThat(network.stakes()).hasSize(1);
    assertThat(network.stakes().get(0).holder()).isEqualTo("AM");
  }

  @Test
  void theShippedDatasetIsReadFromTheClassPath() {
    Dataset shipped = Datasets.southCaucasusDataset();
    assertThat(shipped.network().nodes()).hasSizeGreaterThan(140);
    assertThat(shipped.network()).isSameAs(Datasets.southCaucasus());
    assertThat(Datasets.southCaucasusScenarios().scenarios()).isNotEmpty();
  }

  @Test
  void everyShippedScenarioCanBeApplied() {
    List<Finding> faults = new java.util.ArrayList<>();
    for (Scenario scenario : Datasets.southCaucasusScenarios().scenarios()) {
      try {
        scenario.applyTo(Datasets.southCaucasus());
      } catch (org.araxes.answer.InvalidDataException invalid) {
        faults.addAll(invalid.findings());
      }
    }
    assertThat(faults).isEmpty();
  }
}
