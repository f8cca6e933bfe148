package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.Regimes;
import org.araxes.agreement.Selector;
import org.araxes.border.Contact;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.io.InvalidDatasetException;
import org.araxes.io.ScenarioReader;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.passage.RegimeGrade;
import org.araxes.passage.RegimeVerdict;
import org.araxes.passage.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One corridor under regimes from elsewhere. */
class RegimeScenarioTest {
  private static final String EAST = "bc-agbend-nrnadzor";
  private static final String WEST = "bc-karchevan-ordubad";
  private static final LocalDate OPEN = LocalDate.of(2029, 1, 1);
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  private static final TransitNetwork TRIPP =
      Datasets.southCaucasusScenarios()
          .scenario("tripp-rail-open")
          .applyTo(Datasets.southCaucasus());

  private static Passage passage(TransitNetwork network, Movement movement) {
    NetworkView view = network.on(OPEN).moving(movement);
    return Passage.of(view, network.endpoint("AZ-main"), network.endpoint("AZ-NX"));
  }

  private static Scenario laid(Regime regime, String... elements) {
    return Scenario.named("regime")
        .change(
            new Change.SetRegime(
                Selector.of(List.of(elements)),
                regime,
                "AM",
                "AZ",
                "RU",
                Set.of(),
                Set.of(),
                Validity.ALWAYS))
        .build();
  }

  private static List<RegimeVerdict> gates(TransitNetwork network) {
    Passage passage = passage(network, TRAIN);
    return passage.stretches().stream()
        .filter(stretch -> stretch.element().equals(EAST) || stretch.element().equals(WEST))
        .filter(stretch -> stretch.crossing().isPresent() && stretch.mode() == Mode.RAIL)
        .map(passage::regimeGrade)
        .toList();
  }

  static List<Regime> templates() {
    return Regimes.all();
  }

  /** The practice of a template is what is built there; the rest of it travels. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void aCrossingUnderATemplateGradesInFactAsTheTemplate(Regime regime) {
    TransitNetwork network = laid(regime, EAST, WEST).applyTo(TRIPP);

    assertThat(gates(network))
        .isNotEmpty()
        .allSatisfy(
            gate ->
                assertThat(gate.deFacto().grade())
                    .as("%s", gate)
                    .isEqualTo(RegimeVerdict.of(regime).deFacto().grade()))
        .allSatisfy(
            gate ->
                assertThat(gate.deJure().grade())
                    .as("%s", gate)
                    .isEqualTo(RegimeVerdict.of(regime).deJure().grade()));
  }

  @Test
  void theRailwayThroughMeghriUnderTinBighaIsRationedByItsHoursThenPrivileged() {
    Scenario in1992 =
        Scenario.named("tin-bigha").regime(Regimes.tinBigha1992(), "AM", EAST, WEST).build();
    Passage passage = passage(in1992.applyTo(TRIPP), TRAIN);
    Route route = passage.judge(Standards.lawful()).ways().get(0);
    RegimeVerdict.OfRoute verdict = passage.regimeGrade(route);

    assertThat(verdict.deJure().grade()).isEqualTo(RegimeGrade.I2);
    assertThat(verdict.deFacto().grade()).isEqualTo(RegimeGrade.I2);
    assertThat(verdict.deFacto().reasons())
        .extracting(RegimeVerdict.Reason::toString)
        .containsExactly(
            EAST + ": open at alternate hours, 06:00-18:00",
            WEST + ": open at alternate hours, 06:00-18:00");

    Passage later = passage(laid(Regimes.tinBigha2011(), EAST, WEST).applyTo(TRIPP), TRAIN);
    assertThat(later.regimeGrade(route).deJure().grade()).isEqualTo(RegimeGrade.U1);
  }

  @Test
  void anEdgeStandsForTheCrossingsAtItsEnds() {
    TransitNetwork named =
        laid(Regimes.tinBigha1992(), "rail-bc-agbend-nrnadzor--nrnadzor").applyTo(TRIPP);
    List<CrossingFact> laid =
        named.crossing(EAST).facts().stream().filter(fact -> fact.regime().isPresent()).toList();

    assertThat(laid)
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.modes()).containsExactly(Mode.RAIL);
              assertThat(fact.openingHours()).isEqualTo("06:00-18:00");
            });
    assertThat(named.crossing(WEST).facts()).noneMatch(fact -> fact.regime().isPresent());
  }

  @Test
  void onlyTheSendersFlagPassesWhereFlagsAreChosen() {
    TransitNetwork network = laid(Regimes.lliviaBefore1995(), EAST, WEST).applyTo(TRIPP);
    Movement other = Movement.freight().by(Mode.RAIL).flag("GE").build();

    assertThat(passage(network, TRAIN).judge(Standards.lawful()).truth())
        .isEqualTo(org.araxes.answer.Truth.YES);
    assertThat(passage(network, other).judge(Standards.lawful()).truth())
        .isEqualTo(org.araxes.answer.Truth.NO);
  }

  @Test
  void aRegimeForPersonsLeavesTheControlsOfGoodsAlone() {
    Scenario persons =
        Scenario.named("persons")
            .change(
                new Change.SetRegime(
                    Selector.of(List.of(EAST)),
                    Regimes.baarle(),
                    "AM",
                    "",
                    "",
                    Set.of(TrafficClass.PERSONS),
                    Set.of(),
                    Validity.since(OPEN)))
            .build();
    TransitNetwork network = persons.applyTo(TRIPP);
    Movement traveller = Movement.persons().by(Mode.RAIL).flag("AZ").build();

    assertThat(atPost(network, TRAIN, OPEN)).isEqualTo(atPost(TRIPP, TRAIN, OPEN));
    assertThat(atPost(network, traveller, OPEN)).containsOnly(Contact.NONE);
    assertThat(atPost(network, traveller, OPEN.minusDays(1)))
        .isEqualTo(atPost(TRIPP, traveller, OPEN.minusDays(1)));
  }

  private static List<Contact> atPost(TransitNetwork network, Movement movement, LocalDate day) {
    return network.crossing(EAST).controls(movement, Mode.RAIL, day, false).stream()
        .filter(point -> point.post().equals("AM"))
        .map(ControlPoint::contact)
        .sorted()
        .toList();
  }

  private static Set<String> bound(TransitNetwork network, Movement movement, LocalDate day) {
    return network.on(day).moving(movement).boundAt(EAST, Mode.RAIL);
  }

  @Test
  void aRightThatBindsTheHostIsSeenInLawOnItsDays() {
    TransitNetwork west =
        Scenario.named("x")
            .from(OPEN)
            .regime(Regimes.westBerlin1972(), "AM", EAST)
            .build()
            .applyTo(TRIPP);
    Movement other = Movement.freight().by(Mode.RAIL).flag("GE").build();
    Set<String> already = bound(TRIPP, TRAIN, OPEN);

    assertThat(already).doesNotContain("AM");
    assertThat(bound(west, TRAIN, OPEN)).contains("AM");
    assertThat(bound(west, TRAIN, OPEN.minusDays(1))).doesNotContain("AM");
    assertThat(bound(west, other, OPEN)).as("another sender").isEqualTo(bound(TRIPP, other, OPEN));
    Agreement made = west.agreement("regime-west-berlin-1972-1");
    assertThat(made.kind()).isEqualTo(AgreementKind.TREATY);
    assertThat(made.parties()).containsExactly("AM", "AZ");
    assertThat(made.term().suspensions()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void theHostIsBoundExactlyWhereTheRightBindsItAndStands(Regime regime) {
    boolean expected =
        regime.right().binding()
            && regime.right().inForce()
            && !regime.suspendedInLaw()
            && !regime.rations().contains(Regime.Ration.DISCRETION)
            && regime.suspension().ground() != Regime.SuspensionGround.ANY;
    TransitNetwork network = laid(regime, EAST).applyTo(TRIPP);

    assertThat(bound(network, TRAIN, OPEN).contains("AM")).isEqualTo(expected);
    assertThat(network.findAgreement("regime-" + regime.id() + "-1").isPresent())
        .isEqualTo(expected);
  }

  @Test
  void aClauseOfSuspensionBecomesAWayForTheHostToSuspend() {
    Agreement gatt = laid(Regimes.gattV(), EAST).applyTo(TRIPP).agreement("regime-gatt-v-1");

    assertThat(gatt.term().suspensions())
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.by()).containsExactly("AM");
              assertThat(way.ground()).isEqualTo("security");
            });
    assertThat(gatt.earliestSuspension("AM", OPEN)).contains(OPEN);
  }

  @Test
  void aLaterRegimeEndsTheRightOfTheOneBeforeItForItsDaysAndClasses() {
    LocalDate later = OPEN.plusDays(10);
    Movement traveller = Movement.persons().by(Mode.RAIL).flag("AZ").build();
    TransitNetwork network =
        Scenario.named("x")
            .from(OPEN)
            .regime(Regimes.westBerlin1972(), "AM", EAST)
            .change(
                new Change.SetRegime(
                    Selector.of(List.of(EAST)),
                    Regimes.kaliningradFtd2003().toBuilder()
                        .right(Regime.Right.of(Regime.RightBasis.UNILATERAL))
                        .build(),
                    "AM",
                    "",
                    "",
                    Set.of(TrafficClass.PERSONS),
                    Set.of(),
                    new Validity(later, later.plusDays(5))))
            .build()
            .applyTo(TRIPP);

    assertThat(bound(network, traveller, later.minusDays(1))).contains("AM");
    assertThat(bound(network, traveller, later)).doesNotContain("AM");
    assertThat(bound(network, traveller, later.plusDays(5))).contains("AM");
    assertThat(bound(network, TRAIN, later)).as("goods").contains("AM");

    Scenario again = Scenario.named("y").from(later).regime(Regimes.gattV(), "AM", EAST).build();
    TransitNetwork twice =
        again.applyTo(
            Scenario.named("z")
                .regime(Regimes.westBerlin1972(), "AM", EAST)
                .build()
                .applyTo(TRIPP));
    assertThat(twice.agreement("regime-west-berlin-1972-1").provisions())
        .singleElement()
        .satisfies(left -> assertThat(left.validity()).isEqualTo(Validity.until(later)));
    assertThat(bound(twice, TRAIN, later)).contains("AM");
  }

  @Test
  void theRightCanLapseLikeAnyAgreementAndHoldsOnTheEdgeNamed() {
    String rail = "rail-bc-agbend-nrnadzor--nrnadzor";
    Scenario.Builder scenario = Scenario.named("x").regime(Regimes.westBerlin1972(), "AM", rail);
    TransitNetwork laid = scenario.build().applyTo(TRIPP);
    TransitNetwork lapsed =
        scenario.from(OPEN).lapse("regime-west-berlin-1972-1").build().applyTo(TRIPP);

    assertThat(laid.on(OPEN).moving(TRAIN).boundAt(rail, Mode.RAIL)).contains("AM");
    assertThat(bound(laid, TRAIN, OPEN)).contains("AM");
    assertThat(bound(lapsed, TRAIN, OPEN)).doesNotContain("AM");
    assertThat(bound(lapsed, TRAIN, OPEN.minusDays(1))).contains("AM");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Scenario wrong =
        Scenario.named("wrong")
            .regime(Regimes.lachin2020(), "AM", EAST)
            .regime(Regimes.baarle(), "IR", EAST)
            .regime(Regimes.baarle(), "AM", "nrnadzor")
            .regime(Regimes.baarle(), "AM", "rail-horadiz--yukhari-marjanli")
            .build();

    assertThatThrownBy(() -> wrong.applyTo(TRIPP))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("has a third party")
        .hasMessageContaining("has no side \"IR\"")
        .hasMessageContaining("\"nrnadzor\" is not a crossing")
        .hasMessageContaining("ends at no crossing");
  }

  @Test
  void aRegimeIsReadFromAFileByItsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.json");
    String text =
        """
        [{"id": "mine", "names": {"en": "Mine"}, "sources": [],
          "changes": [{"op": "regime", "where": {"elements": ["%s"]}, "regime": "%s",
                       "host": "AM", "from": "2029"}]}]
        """;
    Files.writeString(file, text.formatted(EAST, "tin-bigha-1992").replace("[]", "[\"s01\"]"));
    assertThat(ScenarioReader.read(file, TRIPP).scenario("mine").changes())
        .containsExactly(
            new Change.SetRegime(
                Selector.of(List.of(EAST)),
                Regimes.tinBigha1992(),
                "AM",
                "",
                "",
                Set.of(),
                Set.of(),
                Validity.since(OPEN)));

    Files.writeString(file, text.formatted(EAST, "tin-biga-1992").replace("[]", "[\"s01\"]"));
    assertThatThrownBy(() -> ScenarioReader.read(file, TRIPP))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("No regime \"tin-biga-1992\". Maybe \"tin-bigha-1992\"?");
  }
}
