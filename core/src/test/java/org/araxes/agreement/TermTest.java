package org.araxes.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.junit.jupiter.api.Test;

class TermTest {
  private static final LocalDate START = LocalDate.of(2008, 2, 13);

  private static Agreement concession(Optional<LocalDate> agreed, Basis basis) {
    return new Agreement(
            "c",
            Names.of("Concession"),
            AgreementKind.CONTRACT,
            List.of("AM", "scr"),
            true,
            new History<>(
                List.of(new Claim<>(LegalStatus.IN_FORCE, Validity.since(START), Evidence.NONE))),
            List.of(),
            List.of(),
            Evidence.NONE)
        .withTerm(
            new Term(
                Optional.empty(),
                Optional.of(Period.ofYears(30)),
                List.of(
                    new Extension(
                        Period.ofYears(10),
                        Period.ofYears(20),
                        new TreeSet<>(Set.of("AM", "scr")),
                        agreed,
                        "",
                        Evidence.NONE.withBasis(basis))),
                List.of(
                    new Leave(
                        new TreeSet<>(Set.of("AM")),
                        "",
                        Period.ofDays(180),
                        Period.ofYears(25),
                        "",
                        Evidence.NONE)),
                List.of(
                    new Leave(
                        new TreeSet<>(),
                        "war",
                        Period.ofDays(10),
                        Period.ZERO,
                        "",
                        Evidence.NONE))));
  }

  @Test
  void otherProvisionsOrAnotherWillToBindLeaveTheTermAlone() {
    Agreement concession = concession(Optional.empty(), Basis.FACT);
    assertThat(concession.withProvisions(List.of()).term()).isEqualTo(concession.term());
    assertThat(concession.withBinding(false))
        .returns(concession.term(), Agreement::term)
        .returns(concession.lifeCycle(), Agreement::lifeCycle)
        .returns(false, Agreement::binding);
  }

  @Test
  void itExpiresWhenItsTermHasRunOut() {
    Agreement concession = concession(Optional.empty(), Basis.FACT);
    LocalDate end = LocalDate.of(2038, 2, 13);
    assertThat(concession.expiry(false)).contains(end);
    assertThat(concession.statusOn(end.minusDays(1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(concession.statusOn(end, false)).contains(LegalStatus.EXPIRED);
    assertThat(concession.standsOn(end, false)).isFalse();
    assertThat(concession.changeDates(false)).containsExactly(START, end);
    assertThat(concession.statusOn(START.minusDays(1), false)).isEmpty();
  }

  @Test
  void anExtensionCountsOnceItIsAgreedInTime() {
    LocalDate end = LocalDate.of(2048, 2, 13);
    Agreement agreed = concession(Optional.of(LocalDate.of(2030, 1, 1)), Basis.FACT);
    assertThat(agreed.expiry(false)).contains(end);
    assertThat(agreed.statusOn(end.minusDays(1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(concession(Optional.of(LocalDate.of(2039, 1, 1)), Basis.FACT).expiry(false))
        .contains(LocalDate.of(2038, 2, 13));
    Agreement expected = concession(Optional.of(LocalDate.of(2030, 1, 1)), Basis.PLAN);
    assertThat(expected.expiry(false)).contains(LocalDate.of(2038, 2, 13));
    assertThat(expected.expiry(true)).contains(end);
    assertThat(expected.term().latestExpiry(START)).contains(end);
  }

  @Test
  void anExtensionMayBeAgreedFromItsDayOn() {
    Agreement concession = concession(Optional.empty(), Basis.FACT);
    assertThat(concession.extensionsOpenOn(LocalDate.of(2028, 2, 12))).isEmpty();
    assertThat(concession.extensionsOpenOn(LocalDate.of(2028, 2, 13))).hasSize(1);
  }

  @Test
  void noticeTellsTheEarliestExit() {
    Agreement concession = concession(Optional.empty(), Basis.FACT);
    assertThat(concession.earliestExit("AM", LocalDate.of(2026, 3, 5)))
        .contains(LocalDate.of(2033, 2, 13).plusDays(180));
    assertThat(concession.earliestExit("AM", LocalDate.of(2034, 1, 1)))
        .contains(LocalDate.of(2034, 1, 1).plusDays(180));
    assertThat(concession.earliestExit("AM", LocalDate.of(2038, 1, 1)))
        .contains(LocalDate.of(2038, 2, 13));
    assertThat(concession.earliestExit("scr", LocalDate.of(2026, 3, 5)))
        .contains(LocalDate.of(2038, 2, 13));
    assertThat(concession.earliestSuspension("scr", LocalDate.of(2026, 3, 5)))
        .contains(LocalDate.of(2026, 3, 15));
    assertThat(concession.earliestSuspension("RU", LocalDate.of(2026, 3, 5))).isEmpty();
  }

  @Test
  void aClaimThatBeginsLaterOrNamesItsEndSpeaksForItself() {
    LocalDate later = LocalDate.of(2050, 1, 1);
    Agreement old = concession(Optional.empty(), Basis.FACT);
    Agreement renewed =
        old.withStatus(
            new History<>(
                List.of(
                    new Claim<>(LegalStatus.IN_FORCE, Validity.since(START), Evidence.NONE),
                    new Claim<>(LegalStatus.IN_FORCE, Validity.since(later), Evidence.NONE))));
    assertThat(renewed.statusOn(later.minusDays(1), false)).contains(LegalStatus.EXPIRED);
    assertThat(renewed.statusOn(later, false)).contains(LegalStatus.IN_FORCE);
    Agreement stated =
        old.withStatus(
            new History<>(
                List.of(
                    new Claim<>(LegalStatus.IN_FORCE, new Validity(START, later), Evidence.NONE))));
    assertThat(stated.statusOn(later.minusDays(1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(stated.statusOn(later, false)).contains(LegalStatus.EXPIRED);
  }

  @Test
  void aTermHasALengthAndALifeCycleGoesForward() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Term(
                    Optional.empty(), Optional.of(Period.ZERO), List.of(), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Agreement(
                    "c",
                    Names.of("c"),
                    AgreementKind.TREATY,
                    List.of(),
                    true,
                    History.empty(),
                    List.of(),
                    List.of(),
                    Evidence.NONE,
                    List.of(LegalStatus.RATIFIED, LegalStatus.SIGNED),
                    Term.NONE));
  }

  @Test
  void theShippedRailwayConcessionRunsTo2038AndMayRunTo2048() {
    Agreement scr = Datasets.southCaucasus().agreement("scr-concession-2008");
    assertThat(scr.expiry(false)).contains(LocalDate.of(2038, 2, 13));
    assertThat(scr.term().latestExpiry(START)).contains(LocalDate.of(2048, 2, 13));
    assertThat(scr.extensionsOpenOn(LocalDate.of(2026, 6, 28))).isEmpty();
    assertThat(scr.extensionsOpenOn(LocalDate.of(2028, 2, 13)))
        .allSatisfy(one -> assertThat(one.consent()).containsExactly("AM", "scr"))
        .hasSize(1);
    assertThat(scr.earliestExit("AM", LocalDate.of(2026, 3, 5)))
        .contains(LocalDate.of(2038, 2, 13));
    assertThat(scr.standsOn(LocalDate.of(2038, 2, 12), false)).isTrue();
    assertThat(scr.statusOn(LocalDate.of(2038, 2, 13), false)).contains(LegalStatus.EXPIRED);
  }

  @Test
  void whoMaySuspendOnWhatGroundAndHowFast() {
    Agreement concession = concession(Optional.empty(), Basis.FACT);
    assertThat(concession.suspensionsOf("scr"))
        .singleElement()
        .returns("war", Leave::ground)
        .returns(Period.ofDays(10), Leave::notice);
    assertThat(concession.suspensionsOf("RU")).isEmpty();
    LocalDate day = LocalDate.of(2026, 3, 5);
    assertThat(concession.earliestSuspension("AM", day)).contains(day.plusDays(10));
  }

  @Test
  void theShippedFrameworkRuns49YearsAndIsExpectedToRun50More() {
    Agreement tripp = Datasets.southCaucasus().agreement("tripp-framework-2026-05-26");
    assertThat(tripp.expiry(false)).contains(LocalDate.of(2077, 12, 31));
    assertThat(tripp.expiry(true)).contains(LocalDate.of(2127, 12, 31));
    assertThat(tripp.standsOn(LocalDate.of(2080, 1, 1), false)).isFalse();
    assertThat(tripp.standsOn(LocalDate.of(2080, 1, 1), true)).isTrue();
  }

  @Test
  void theShippedPeaceTreatyHangsOnTheMajorityInTheAssembly() {
    Outstanding open =
        AgreementGraph.of(Datasets.southCaucasus().agreements())
            .outstanding("peace-treaty", LegalStatus.IN_FORCE, LocalDate.of(2026, 6, 28));
    assertThat(open.steps())
        .extracting(OpenStep::id)
        .containsExactly(
            "assembly-majority",
            "two-thirds-vote",
            "referendum",
            "signed",
            "court-review",
            "ratification-am",
            "ratification-az",
            "ratified",
            "in_force");
    assertThat(open.blocking()).map(OpenStep::id).contains("assembly-majority");
    assertThat(open.actors()).containsExactly("AM");
  }
}
