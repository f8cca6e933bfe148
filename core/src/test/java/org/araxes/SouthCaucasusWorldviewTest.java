package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Worldview;
import org.araxes.io.Datasets;
import org.araxes.network.AgreementConflicts;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.SeenNetwork;
import org.araxes.network.Status;
import org.araxes.network.Terms;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.passage.RegimeAspect;
import org.araxes.passage.RegimeGrade;
import org.araxes.passage.RegimeVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped dataset as those see it who believe one source more than another. */
class SouthCaucasusWorldviewTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final List<String> ARMENIAN_SECTION =
      List.of(
          "rail-bc-agbend-nrnadzor--nrnadzor",
          "rail-nrnadzor--shvanidzor",
          "rail-shvanidzor--meghri-station",
          "rail-meghri-station--karchevan",
          "rail-karchevan--bc-karchevan-ordubad");

  private static SeenNetwork seenBy(String... sources) {
    return CAUCASUS.seenBy(Worldview.believing("test", sources));
  }

  private static double kilometres(TransitNetwork network) {
    return ARMENIAN_SECTION.stream()
        .mapToDouble(edge -> network.edge(edge).length().kilometres())
        .sum();
  }

  @ParameterizedTest(name = "{0}: {1} km")
  @CsvSource({"s59, 32", "urbanista-meghri, 40", "s28, 42", "s46, 43", "s48, 45"})
  void theRailwayAtMeghriIsAsLongAsTheBelievedSourceSays(String source, double kilometres) {
    assertThat(kilometres(seenBy(source).network())).isCloseTo(kilometres, within(1e-6));
    assertThat(kilometres(CAUCASUS)).isCloseTo(43, within(1e-6));
  }

  @Test
  void theFirstSourceOfTheOrderGoesBeforeTheSecond() {
    assertThat(kilometres(seenBy("s28", "s48").network())).isCloseTo(42, within(1e-6));
    assertThat(kilometres(seenBy("s48", "s28").network())).isCloseTo(45, within(1e-6));
  }

  @Test
  void theBorderAtAgbendShutIn1989In1991OrIn1992() {
    assertThat(lastDayOpen(CAUCASUS)).isEqualTo(LocalDate.of(1992, 1, 31));
    assertThat(lastDayOpen(seenBy("armenianreport-2019-02-22").network()))
        .isEqualTo(LocalDate.of(1988, 12, 31));
    assertThat(lastDayOpen(seenBy("s48").network())).isEqualTo(LocalDate.of(1990, 12, 31));
  }

  private static LocalDate lastDayOpen(TransitNetwork network) {
    Movement train = Movement.freight().by(Mode.RAIL).build();
    LocalDate day = LocalDate.of(1993, 1, 1);
    while (!network
        .crossing("bc-agbend-nrnadzor")
        .stateFact(train, Mode.RAIL, "AM", "AZ", day, false)
        .flatMap(fact -> fact.state())
        .equals(Optional.of(CrossingState.OPEN))) {
      day = day.minusDays(1);
    }
    return day;
  }

  @Test
  void theTrackAtShvanidzorWasInUseUntil1989OrUntil1992() {
    TransitNetwork seen = seenBy("ruwiki-minjivan").network();
    assertThat(status(CAUCASUS, LocalDate.of(1990, 1, 1))).isEqualTo(Status.OPERATIONAL);
    assertThat(status(seen, LocalDate.of(1988, 12, 31))).isEqualTo(Status.OPERATIONAL);
    assertThat(status(seen, LocalDate.of(1990, 1, 1))).isEqualTo(Status.DISMANTLED);
  }

  private static Status status(TransitNetwork network, LocalDate day) {
    NetworkSnapshot snapshot = network.on(day);
    TransitEdge edge = network.edge("rail-shvanidzor--meghri-station");
    return snapshot.status(edge).orElseThrow().value();
  }

  @Test
  void whoRunsTheRoadAtAgarakDependsOnWhomOneBelieves() {
    SeenNetwork seen = seenBy("assumption-tripp-road");
    assertThat(seen.applied())
        .anyMatch(claim -> claim.subject().equals("road-agarak--bc-karchevan-ordubad"));
    assertThat(seen.network().roles("road-agarak--bc-karchevan-ordubad"))
        .extracting(Role::holder)
        .contains("am-roads");
  }

  @Test
  void whatCannotBeAppliedIsToldWithTheReason() {
    SeenNetwork seen = seenBy("s24");

    assertThat(seen.left())
        .anyMatch(
            one ->
                one.claim().subject().equals("rail-bartaz--agbend")
                    && one.reason().contains("is not a date"));
    assertThatIllegalStateException()
        .isThrownBy(seen::orThrow)
        .withMessageContaining("rail-bartaz--agbend");
    for (SeenNetwork.Left one : seen.left()) {
      assertThat(one.claim().evidence().sources()).contains("s24");
    }
  }

  @Test
  void everyPreferredClaimIsAppliedOrToldOrNoBetterThanWhatIsThere() {
    for (var source : CAUCASUS.sources()) {
      SeenNetwork seen = seenBy(source.id());
      assertThat(seen.applied()).allMatch(c -> c.evidence().sources().contains(source.id()));
      for (SeenNetwork.Left one : seen.left()) {
        assertThat(one.reason()).isNotBlank();
        assertThat(seen.applied()).doesNotContain(one.claim());
      }
    }
  }

  @Test
  void whoBelievesNobodyInParticularSeesTheDataAsTheyAre() {
    SeenNetwork seen = seenBy();
    assertThat(seen.applied()).isEmpty();
    assertThat(List.copyOf(seen.orThrow().edges())).isEqualTo(List.copyOf(CAUCASUS.edges()));
  }

  @Test
  void aSourceAloneGoesBeforeTheSameSourceAmongOthers() {
    Worldview view = Worldview.believing("w", "a", "b");
    Evidence alone = Evidence.of("a", Confidence.LOW);
    Evidence mixed = new Evidence(List.of("a", "c"), Confidence.HIGH, alone.basis(), alone.note());
    assertThat(view.prefers(alone, mixed)).isTrue();
    assertThat(view.prefers(mixed, alone)).isFalse();
    assertThat(view.prefers(mixed, Evidence.of("b", Confidence.HIGH))).isTrue();
    assertThat(view.prefers(Evidence.of("c", Confidence.HIGH), Evidence.NONE)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Worldview.believing("w", "a", "a"));
  }

  @Test
  void aSideCallsThingsByItsOwnNames() {
    Names names = Names.parse("en=Nrnadzor;en@AZ=Nüvədi");
    assertThat(Worldview.believing("w").name(names, "en", "?")).isEqualTo("Nrnadzor");
    assertThat(Worldview.believing("w").calling("AZ").name(names, "en", "?")).isEqualTo("Nüvədi");
    assertThat(Worldview.believing("w").calling("AM").name(names, "en", "?")).isEqualTo("Nrnadzor");
  }

  private static final LocalDate OPEN = LocalDate.of(2029, 1, 1);
  private static final Movement TRAIN =
      Movement.freight().by(Mode.RAIL).gauge(1520).flag("AZ").build();

  private static Passage passage(TransitNetwork network) {
    return Passage.of(
        network.on(OPEN, Terms.DEFAULT.withPlans(true)).moving(TRAIN),
        network.endpoint("AZ-main"),
        network.endpoint("AZ-NX"));
  }

  private static RegimeVerdict eastGate(TransitNetwork network) {
    Passage passage = passage(network);
    return passage.regimeGrade(
        passage.stretches().stream()
            .filter(stretch -> stretch.kind() == ArcKind.CROSSING)
            .filter(stretch -> stretch.element().equals("bc-agbend-nrnadzor"))
            .filter(stretch -> stretch.fromSide().equals("AZ"))
            .findFirst()
            .orElseThrow());
  }

  /** One front office, read by Azerbaijan and by Armenia out of the same data. */
  @Test
  void theTwoSidesReadTheFrontOfficeDifferentlyAndTheConnectionGradesSo() {
    TransitNetwork azerbaijan = CAUCASUS.seenBy(Worldview.of("AZ")).network();
    TransitNetwork armenia = CAUCASUS.seenBy(Worldview.of("AM")).network();

    assertThat(passage(azerbaijan).grade().reached())
        .contains("uncontrolled", "declaration-sender-reading", "declaration-host-reading");
    assertThat(passage(armenia).grade().reached())
        .contains("declaration-host-reading")
        .doesNotContain("uncontrolled", "declaration-sender-reading");
    assertThat(contacts(azerbaijan)).containsOnly(Contact.NONE);
    assertThat(contacts(armenia)).containsOnly(Contact.PRIVATE_FRONT_OFFICE);
    assertThat(aspects(eastGate(azerbaijan))).containsExactly(RegimeAspect.MONEY);
    assertThat(aspects(eastGate(armenia)))
        .contains(RegimeAspect.CONTROL, RegimeAspect.INSPECTION, RegimeAspect.MONEY);
  }

  private static List<Contact> contacts(TransitNetwork network) {
    return network.crossing("bc-agbend-nrnadzor").controls().stream()
        .filter(point -> point.post().equals("AM"))
        .filter(point -> point.function() != ControlFunction.TOLL)
        .map(ControlPoint::contact)
        .toList();
  }

  private static List<RegimeAspect> aspects(RegimeVerdict verdict) {
    return verdict.deFacto().reasons().stream()
        .map(RegimeVerdict.Reason::aspect)
        .distinct()
        .toList();
  }

  /** The foreign minister, a member of parliament, the customs, the president of the other side. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"s08, I1", "s09, U2", "s61, I1", "s58, U2"})
  void whomOneBelievesAboutTheOfficersDecidesTheGradeOfTheGate(String source, RegimeGrade fact) {
    SeenNetwork seen = seenBy(source);
    assertThat(seen.applied())
        .extracting(claim -> claim.subject())
        .contains("bc-agbend-nrnadzor", "bc-karchevan-ordubad");
    assertThat(eastGate(seen.network()).deFacto().grade()).isEqualTo(fact);
  }

  /** Russia sees the Meghri railway within the concession, Armenia does not: both are recorded. */
  @Test
  void theRailwayAtMeghriNeedsRussiaOnlyInTheViewOfRussia() {
    SeenNetwork russia = CAUCASUS.seenBy(Worldview.of("RU"));
    assertThat(russia.left()).isEmpty();
    for (String edge : ARMENIAN_SECTION) {
      assertThat(russia.network().roles(edge))
          .filteredOn(role -> role.kind() == RoleKind.CONCESSIONAIRE)
          .singleElement()
          .satisfies(role -> assertThat(role.holder()).isEqualTo("scr"))
          .satisfies(role -> assertThat(role.under()).isEqualTo("scr-concession-2008"));
      assertThat(parties(russia.network(), edge, OPEN)).contains("RU", "AM");
      assertThat(parties(CAUCASUS, edge, OPEN)).doesNotContain("RU");
      assertThat(parties(russia.network(), edge, LocalDate.of(2039, 1, 1))).doesNotContain("RU");
    }
  }

  /** On the text as the data have it the two do not meet: the concession is of what exists. */
  @Test
  void theConcessionAndTheTrippCompanyAreNoConflictOnWhatTheDataState() {
    assertThat(AgreementConflicts.in(CAUCASUS, true)).isEmpty();
    List<String> conceded =
        CAUCASUS.roles().stream()
            .filter(role -> role.under().equals("scr-concession-2008"))
            .filter(role -> role.kind() == RoleKind.CONCESSIONAIRE)
            .map(Role::element)
            .toList();
    assertThat(conceded).hasSize(14).doesNotContainAnyElementsOf(ARMENIAN_SECTION);
    assertThat(
            CAUCASUS.select(
                CAUCASUS.agreement("scr-concession-2008").provisions().stream()
                    .filter(provision -> provision.id().equals("concession"))
                    .findFirst()
                    .orElseThrow()
                    .where()))
        .containsExactlyElementsOf(conceded);
  }

  private static SortedSet<String> parties(TransitNetwork network, String edge, LocalDate day) {
    return network.on(day, Terms.DEFAULT.withPlans(true)).controlOf(edge).parties();
  }

  @Test
  void theStatementOf2020StandsForSomeAndNotForArmenia() {
    LocalDate day = LocalDate.of(2022, 1, 1);
    assertThat(CAUCASUS.on(day).stands("statement-2020-11-10")).isTrue();
    for (String side : List.of("RU", "AZ")) {
      assertThat(
              CAUCASUS.seenBy(Worldview.of(side)).network().on(day).stands("statement-2020-11-10"))
          .isTrue();
    }
    assertThat(CAUCASUS.seenBy(Worldview.of("AM")).network().on(day).stands("statement-2020-11-10"))
        .isFalse();
  }

  @Test
  void whetherTheFrameworkOfJanuaryMeantToBindDependsOnWhomOneBelieves() {
    assertThat(CAUCASUS.agreement("tif-2026-01-13").binding()).isFalse();
    TransitNetwork commentators = seenBy("s65").network();
    assertThat(commentators.agreement("tif-2026-01-13").binding()).isTrue();
    assertThat(commentators.agreement("tif-2026-01-13").term())
        .isEqualTo(CAUCASUS.agreement("tif-2026-01-13").term());
  }

  @Test
  void aSourceByNameGoesBeforeASide() {
    SeenNetwork seen = CAUCASUS.seenBy(Worldview.believing("w", "s48").siding("AZ", "US"));
    assertThat(kilometres(seen.network())).isCloseTo(45, within(1e-6));
    assertThat(kilometres(CAUCASUS.seenBy(Worldview.of("AZ")).network()))
        .isCloseTo(42, within(1e-6));
    assertThat(kilometres(CAUCASUS.seenBy(Worldview.believing("w").siding("US", "AZ")).network()))
        .isCloseTo(32, within(1e-6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Worldview.believing("w").siding("AZ", "AZ"));
  }

  @Test
  void whoStoodAtLachinAndStandsAtMargaraIsToldByTheDay() {
    assertThat(controllers("bc-kornidzor-lachin", LocalDate.of(2021, 1, 1))).containsExactly("RU");
    assertThat(controllers("bc-kornidzor-lachin", LocalDate.of(2023, 5, 1)))
        .containsExactly("RU", "az-border-service");
    assertThat(controllers("bc-kornidzor-lachin", LocalDate.of(2024, 1, 1))).isEmpty();
    assertThat(controllers("bc-margara-alican", LocalDate.of(2025, 2, 28)))
        .containsExactly("ru-fsb-border");
    assertThat(controllers("bc-margara-alican", LocalDate.of(2025, 3, 1)))
        .containsExactly("am-border-guards");
  }

  private static List<String> controllers(String crossing, LocalDate day) {
    return CAUCASUS.crossing(crossing).controls().stream()
        .filter(point -> point.validity().contains(day))
        .map(ControlPoint::controller)
        .sorted()
        .toList();
  }
}
