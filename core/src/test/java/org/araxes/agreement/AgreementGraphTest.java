package org.araxes.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.araxes.answer.InvalidDataException;
import org.araxes.answer.Truth;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementGraphTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  private static Agreement agreement(
      String id, AgreementKind kind, LegalStatus status, Prerequisite... steps) {
    return new Agreement(
        id,
        Names.of(id),
        kind,
        List.of("AM", "AZ"),
        true,
        History.always(status),
        List.of(steps),
        List.of(),
        Evidence.NONE);
  }

  private static Prerequisite step(String id, LegalStatus before, String... needs) {
    return Prerequisite.step(id, "Step " + id, before, List.of(needs));
  }

  private static Prerequisite done(Prerequisite step, boolean happened, LocalDate from) {
    return step.withDone(
        new History<>(List.of(new Claim<>(happened, Validity.since(from), Evidence.NONE))));
  }

  private static Prerequisite asks(String id, String other, LegalStatus status) {
    return new Prerequisite(
        id,
        other + " is " + status.code(),
        other,
        Optional.of(status),
        LegalStatus.IN_FORCE,
        List.of(),
        new TreeSet<>(),
        History.empty(),
        Evidence.NONE);
  }

  private static List<String> open(Agreement... agreements) {
    return AgreementGraph.of(List.of(agreements))
        .outstanding(agreements[0].id(), LegalStatus.IN_FORCE, DAY)
        .steps()
        .stream()
        .map(OpenStep::key)
        .toList();
  }

  @Test
  void aTreatyGoesThroughItsLifeCycle() {
    assertThat(open(agreement("t", AgreementKind.TREATY, LegalStatus.INITIALLED)))
        .containsExactly("t/signed", "t/ratified", "t/in_force");
    assertThat(open(agreement("c", AgreementKind.CONTRACT, LegalStatus.PROPOSED)))
        .containsExactly("c/signed", "c/in_force");
    assertThat(open(agreement("u", AgreementKind.UNILATERAL_ACT, LegalStatus.PROPOSED)))
        .containsExactly("u/in_force");
    assertThat(open(agreement("t", AgreementKind.TREATY, LegalStatus.IN_FORCE))).isEmpty();
  }

  @Test
  void whatRestsMustEnterAgainAndWhatEndedBeginsAnew() {
    assertThat(open(agreement("t", AgreementKind.TREATY, LegalStatus.SUSPENDED)))
        .containsExactly("t/in_force");
    assertThat(open(agreement("t", AgreementKind.TREATY, LegalStatus.EXPIRED)))
        .containsExactly("t/signed", "t/ratified", "t/in_force");
  }

  @Test
  void aReferendumWaitsForAVoteThatWaitsForAnElection() {
    Agreement treaty =
        agreement(
            "peace",
            AgreementKind.TREATY,
            LegalStatus.INITIALLED,
            step("referendum", LegalStatus.SIGNED, "vote"),
            step("vote", LegalStatus.SIGNED, "majority").withBy(new TreeSet<>(Set.of("AM"))),
            done(step("majority", LegalStatus.SIGNED), false, LocalDate.of(2026, 6, 7))
                .withBy(new TreeSet<>(Set.of("voters"))));
    Outstanding outstanding =
        AgreementGraph.of(List.of(treaty)).outstanding("peace", LegalStatus.IN_FORCE, DAY);
    assertThat(outstanding.steps())
        .extracting(OpenStep::id)
        .containsExactly("majority", "vote", "referendum", "signed", "ratified", "in_force");
    assertThat(outstanding.isReached()).isFalse();
    assertThat(outstanding.blocking()).map(OpenStep::id).contains("majority");
    assertThat(outstanding.actors()).containsExactly("voters");
    assertThat(outstanding.steps())
        .extracting(OpenStep::done)
        .startsWith(Truth.NO, Truth.UNKNOWN, Truth.UNKNOWN, Truth.NO);
    assertThat(outstanding.waitingFor("peace/vote"))
        .extracting(OpenStep::id)
        .containsExactly("referendum", "signed", "ratified", "in_force");
    assertThat(outstanding.waitingFor("peace/in_force")).isEmpty();
  }

  @Test
  void aStepThatIsDoneTakesWhatItNeededWithIt() {
    Prerequisite referendum = step("referendum", LegalStatus.SIGNED, "vote");
    Prerequisite vote = step("vote", LegalStatus.SIGNED);
    assertThat(
            open(
                agreement(
                    "t",
                    AgreementKind.TREATY,
                    LegalStatus.INITIALLED,
                    done(referendum, true, DAY),
                    vote)))
        .containsExactly("t/vote", "t/signed", "t/ratified", "t/in_force");
    Agreement signed = agreement("t", AgreementKind.TREATY, LegalStatus.SIGNED, referendum, vote);
    assertThat(open(signed)).containsExactly("t/ratified", "t/in_force");
  }

  @Test
  void anUndoneStepIsOpenAgainAndAPlannedOneCountsOnlyWithPlans() {
    Prerequisite vote =
        step("vote", LegalStatus.SIGNED)
            .withDone(
                new History<>(
                    List.of(
                        new Claim<>(
                            true,
                            new Validity(DAY.minusYears(2), DAY.minusYears(1)),
                            Evidence.NONE),
                        new Claim<>(
                            true, Validity.since(DAY), Evidence.NONE.withBasis(Basis.PLAN)))));
    Agreement treaty = agreement("t", AgreementKind.TREATY, LegalStatus.INITIALLED, vote);
    AgreementGraph graph = AgreementGraph.of(List.of(treaty));
    assertThat(graph.outstanding("t", LegalStatus.SIGNED, DAY).steps()).hasSize(2);
    assertThat(graph.outstanding("t", LegalStatus.SIGNED, DAY, true).steps()).hasSize(1);
    assertThat(graph.outstanding("t", LegalStatus.SIGNED, DAY.minusMonths(18)).steps()).hasSize(1);
  }

  @Test
  void anotherInstrumentBringsItsOwnSteps() {
    Agreement treaty =
        agreement(
            "t", AgreementKind.CONTRACT, LegalStatus.SIGNED, asks("a", "u", LegalStatus.RATIFIED));
    Agreement other =
        agreement(
            "u", AgreementKind.TREATY, LegalStatus.INITIALLED, step("court", LegalStatus.RATIFIED));
    assertThat(open(treaty, other))
        .containsExactly("u/signed", "u/court", "u/ratified", "t/a", "t/in_force");
    assertThat(
            AgreementGraph.of(List.of(treaty, other))
                .outstanding("t", LegalStatus.IN_FORCE, DAY)
                .blocking())
        .isEmpty();
    assertThat(open(treaty, agreement("u", AgreementKind.TREATY, LegalStatus.IN_FORCE)))
        .containsExactly("t/in_force");
  }

  @Test
  void aStepMayWaitForAStatusOfItsOwnAgreement() {
    Outstanding open =
        AgreementGraph.of(
                List.of(
                    agreement(
                        "t",
                        AgreementKind.TREATY,
                        LegalStatus.INITIALLED,
                        step("vote", LegalStatus.RATIFIED, "signed"))))
            .outstanding("t", LegalStatus.IN_FORCE, DAY);
    assertThat(open.steps())
        .extracting(OpenStep::id)
        .containsExactly("signed", "vote", "ratified", "in_force");
    assertThat(open.blocking()).map(OpenStep::id).contains("signed");
  }

  @Test
  void aStepMayAskForTheEndOfAnInstrument() {
    Agreement treaty =
        agreement(
            "t",
            AgreementKind.CONTRACT,
            LegalStatus.SIGNED,
            asks("a", "u", LegalStatus.TERMINATED));
    assertThat(open(treaty, agreement("u", AgreementKind.TREATY, LegalStatus.IN_FORCE)))
        .containsExactly("u/terminated", "t/a", "t/in_force");
    assertThat(open(treaty, agreement("u", AgreementKind.TREATY, LegalStatus.TERMINATED)))
        .containsExactly("t/in_force");
  }

  @Test
  void stepsThatWaitForEachOtherAreNamed() {
    Agreement a =
        agreement(
                "a", AgreementKind.CONTRACT, LegalStatus.SIGNED, asks("x", "b", LegalStatus.SIGNED))
            .withPrerequisites(
                List.of(
                    new Prerequisite(
                        "x",
                        "",
                        "b",
                        Optional.of(LegalStatus.SIGNED),
                        LegalStatus.SIGNED,
                        List.of(),
                        new TreeSet<>(),
                        History.empty(),
                        Evidence.NONE)));
    Agreement b =
        agreement("b", AgreementKind.CONTRACT, LegalStatus.SIGNED)
            .withPrerequisites(List.of(step("y", LegalStatus.SIGNED, "a/x")));
    assertThatThrownBy(() -> AgreementGraph.of(List.of(a, b)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("circular_steps")
        .hasMessageContaining("a/x, b/signed, b/y");
    assertThat(AgreementGraph.faults(List.of(a, b))).hasSize(1);
  }

  @Test
  void whatIsNamedWrongIsToldAtOnce() {
    Agreement a =
        agreement(
            "a",
            AgreementKind.TREATY,
            LegalStatus.SIGNED,
            step("vote", LegalStatus.SIGNED),
            step("vote", LegalStatus.SIGNED),
            step("signed", LegalStatus.SIGNED),
            step("court", LegalStatus.SIGNED, "vot"),
            asks("x", "none", LegalStatus.SIGNED));
    assertThat(AgreementGraph.faults(List.of(a)))
        .extracting(finding -> finding.code())
        .containsExactly("duplicate_id", "duplicate_id", "unknown_step", "unknown_agreement");
    AgreementGraph empty = AgreementGraph.of(List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty.outstanding("a", LegalStatus.IN_FORCE, DAY));
  }

  @Test
  void aLongChainDoesNotOverflowTheStack() {
    List<Prerequisite> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(
          i == 0
              ? step("s0", LegalStatus.SIGNED)
              : step("s" + i, LegalStatus.SIGNED, "s" + (i - 1)));
    }
    Agreement one =
        agreement("t", AgreementKind.CONTRACT, LegalStatus.PROPOSED)
            .withPrerequisites(chain.subList(0, 1_000));
    assertThat(open(one)).hasSize(1_002).startsWith("t/s0", "t/s1");
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** Oracle: a step is open when it is not done, and reachable from the goal through open steps. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithAskingEveryStepAgainUntilNothingChanges(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(9);
    List<Prerequisite> steps = new ArrayList<>();
    Set<String> happened = new HashSet<>();
    for (int i = 0; i < n; i++) {
      List<String> needs = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(3) == 0) {
          needs.add("s" + j);
        }
      }
      LegalStatus before =
          List.of(LegalStatus.SIGNED, LegalStatus.RATIFIED, LegalStatus.IN_FORCE)
              .get(random.nextInt(3));
      Prerequisite step = Prerequisite.step("s" + i, "", before, needs);
      if (random.nextInt(3) == 0) {
        happened.add("s" + i);
        step = done(step, true, DAY);
      }
      steps.add(step);
    }
    LegalStatus has =
        List.of(LegalStatus.PROPOSED, LegalStatus.SIGNED, LegalStatus.RATIFIED)
            .get(random.nextInt(3));
    Agreement treaty =
        agreement("t", AgreementKind.TREATY, has).withPrerequisites(List.copyOf(steps));
    Set<String> expected = new TreeSet<>();
    for (LegalStatus status :
        List.of(LegalStatus.SIGNED, LegalStatus.RATIFIED, LegalStatus.IN_FORCE)) {
      if (has.compareTo(status) < 0) {
        expected.add(status.code());
        for (Prerequisite step : steps) {
          if (step.before() == status && !happened.contains(step.id())) {
            expected.add(step.id());
          }
        }
      }
    }
    for (int round = 0; round < n; round++) {
      for (Prerequisite step : steps) {
        if (expected.contains(step.id())) {
          step.needs().stream().filter(need -> !happened.contains(need)).forEach(expected::add);
        }
      }
    }
    Outstanding outstanding =
        AgreementGraph.of(List.of(treaty)).outstanding("t", LegalStatus.IN_FORCE, DAY);
    assertThat(new TreeSet<>(outstanding.steps().stream().map(OpenStep::id).toList()))
        .isEqualTo(expected);
    Set<String> before = new HashSet<>();
    for (OpenStep step : outstanding.steps()) {
      assertThat(before).containsAll(step.needs());
      assertThat(before.add(step.key())).isTrue();
    }
  }
}
