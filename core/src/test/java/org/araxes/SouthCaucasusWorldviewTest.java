package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Worldview;
import org.araxes.io.Datasets;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Role;
import org.araxes.network.SeenNetwork;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
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
}
