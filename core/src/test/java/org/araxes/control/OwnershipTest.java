package org.araxes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 13);

  private static Ownership of(List<Stake> stakes, Decision... decisions) {
    return Ownership.on(stakes, List.of(decisions), DAY, false, agreement -> false);
  }

  private static Decision members(
      String party, Matter matter, DecisionKind kind, int count, String... members) {
    return new Decision(
        party,
        matter,
        kind,
        Share.NONE,
        count,
        List.of(members),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }

  private static Decision votes(String party, Matter matter, DecisionKind kind, long percent) {
    return new Decision(
        party,
        matter,
        kind,
        Share.ofPercent(percent),
        0,
        List.of(),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }

  private static ControlRule both(String one, String other) {
    return ControlRule.allOf(ControlRule.consentOf(one), ControlRule.consentOf(other));
  }

  private static ControlRule yes(String party) {
    return ControlRule.consentOf(party);
  }

  @Test
  void seventyFourPercentCarryWhatIsOrdinaryButNotWhatIsSpecialOrReserved() {
    Ownership company = of(List.of(Stake.of("US", "tripp", 74), Stake.of("AM", "tripp", 26)));
    assertThat(company.rule("tripp", Matter.ORDINARY)).isEqualTo(yes("US"));
    assertThat(company.rule("tripp", Matter.SPECIAL).vetoParties()).containsExactly("AM", "US");
    assertThat(company.rule("tripp", Matter.RESERVED)).isEqualTo(both("US", "AM"));
  }

  @Test
  void afterFortyNinePercentAreHandedOverReservedMattersStillNeedBoth() {
    Ownership company = of(List.of(Stake.of("US", "tripp", 51), Stake.of("AM", "tripp", 49)));
    assertThat(company.rule("tripp", Matter.ORDINARY)).isEqualTo(yes("US"));
    assertThat(company.rule("tripp", Matter.RESERVED).vetoParties()).containsExactly("AM", "US");
  }

  @Test
  void seventyFivePercentCarryASpecialMatter() {
    Ownership company = of(List.of(Stake.of("A", "c", 75), Stake.of("B", "c", 25)));
    assertThat(company.rule("c", Matter.SPECIAL)).isEqualTo(yes("A"));
  }

  @Test
  void halfAndHalfNeedEachOther() {
    Ownership company = of(List.of(Stake.of("A", "c", 50), Stake.of("B", "c", 50)));
    assertThat(company.rule("c", Matter.ORDINARY).vetoParties()).containsExactly("A", "B");
    Ownership atLeastHalf =
        of(
            List.of(Stake.of("A", "c", 50), Stake.of("B", "c", 50)),
            votes("c", Matter.ORDINARY, DecisionKind.VOTES_AT_LEAST, 50));
    assertThat(atLeastHalf.rule("c", Matter.ORDINARY).vetoParties()).isEmpty();
    assertThat(atLeastHalf.rule("c", Matter.ORDINARY).permits("B"::equals)).isTrue();
  }

  @Test
  void theSharesOfNobodyKnownVoteAsTheCompanyItself() {
    ControlRule rule =
        of(List.of(Stake.of("A", "c", 40), Stake.of("B", "c", 30))).rule("c", Matter.ORDINARY);
    assertThat(rule.parties()).containsExactly("A", "B", "c");
    assertThat(rule.vetoParties()).isEmpty();
    assertThat(rule.permits(List.of("A", "c")::contains)).isTrue();
    assertThat(rule.permits("A"::equals)).isFalse();
    assertThat(of(List.of(Stake.of("A", "c", 40))).rule("c", Matter.ORDINARY)).isEqualTo(yes("c"));
  }

  @Test
  void overHalfCarriesAnOrdinaryMatterAndHalfDoesNot() {
    Stake half =
        new Stake(
            "A",
            "c",
            StakeKind.SHARES,
            Share.ofPercent(50),
            Share.ofPercent(75),
            Validity.ALWAYS,
            "",
            Evidence.NONE);
    Stake quarter = Stake.of("B", "c", 25);
    assertThat(of(List.of(half.open(true, false), quarter)).rule("c", Matter.ORDINARY))
        .isEqualTo(yes("A"));
    assertThat(of(List.of(half, quarter)).rule("c", Matter.ORDINARY).permits("A"::equals))
        .isFalse();
    ControlRule special = of(List.of(half.open(true, false), quarter)).rule("c", Matter.SPECIAL);
    assertThat(special.permits(List.of("A", "B")::contains)).isTrue();
    assertThat(special.permits("A"::equals)).isFalse();
    assertThat(of(List.of(half.open(true, false))).voters("c", Matter.ORDINARY).get(0).words())
        .isEqualTo("over 50 % to 75 %");
  }

  @Test
  void aBoundedStakeVotesWithItsLowerBound() {
    Stake bounded =
        new Stake(
            "A",
            "c",
            StakeKind.SHARES,
            Share.ofPercent(40),
            Share.ofPercent(60),
            Validity.ALWAYS,
            "",
            Evidence.NONE);
    assertThat(of(List.of(bounded)).rule("c", Matter.ORDINARY)).isEqualTo(yes("c"));
    assertThat(of(List.of(bounded)).holders("c")).containsExactly(bounded);
  }

  @Test
  void twoStakesOfOneHolderAddUp() {
    assertThat(
            of(List.of(Stake.of("A", "c", 30), Stake.of("A", "c", 30), Stake.of("B", "c", 40)))
                .rule("c", Matter.ORDINARY))
        .isEqualTo(yes("A"));
  }

  @Test
  void whoHasNoOwnersDecidesForItself() {
    assertThat(of(List.of()).rule("AZ", Matter.RESERVED)).isEqualTo(yes("AZ"));
    assertThat(of(List.of()).holders("AZ")).isEmpty();
    assertThat(of(List.of()).decision("AZ", Matter.ORDINARY)).isEmpty();
  }

  @Test
  void controlIsFollowedUpToTheUltimateParties() {
    Ownership chain =
        of(
            List.of(
                Stake.of("AZ", "fund", 100),
                Stake.of("fund", "ady", 100),
                Stake.of("ady", "line", 60),
                Stake.of("TR", "line", 40)));
    assertThat(chain.rule("line", Matter.ORDINARY)).isEqualTo(yes("AZ"));
    assertThat(chain.rule("line", Matter.RESERVED)).isEqualTo(both("AZ", "TR"));
  }

  @Test
  void ownersInACircleAreNamed() {
    Ownership circle =
        of(List.of(Stake.of("a", "b", 100), Stake.of("b", "c", 100), Stake.of("c", "a", 100)));
    assertThatExceptionOfType(ControlCycleException.class)
        .isThrownBy(() -> circle.rule("a", Matter.ORDINARY))
        .withMessageContaining("c ← b ← a ← c");
  }

  @Test
  void aCircleIsBrokenByNamedMembers() {
    Ownership circle =
        of(
            List.of(Stake.of("a", "b", 100), Stake.of("b", "a", 100)),
            members("a", Matter.ORDINARY, DecisionKind.ALL, 0, "AZ"));
    assertThat(circle.rule("b", Matter.ORDINARY)).isEqualTo(yes("AZ"));
  }

  @Test
  void twentyThousandCompaniesInARowAreNoTrouble() {
    List<Stake> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(Stake.of("c" + i, "c" + (i + 1), 100));
    }
    assertThat(of(chain).rule("c20000", Matter.ORDINARY)).isEqualTo(yes("c0"));
    chain.add(Stake.of("c20000", "c0", 100));
    assertThatExceptionOfType(ControlCycleException.class)
        .isThrownBy(() -> of(chain).rule("c20000", Matter.ORDINARY));
  }

  @Test
  void membersDecideAllAnyOrSomeTogether() {
    assertThat(
            of(List.of(), members("c", Matter.ORDINARY, DecisionKind.ALL, 0, "A", "B"))
                .rule("c", Matter.ORDINARY))
        .isEqualTo(both("A", "B"));
    assertThat(
            of(List.of(), members("c", Matter.ORDINARY, DecisionKind.ANY, 0, "A", "B"))
                .rule("c", Matter.ORDINARY))
        .isEqualTo(ControlRule.anyOf(yes("A"), yes("B")));
    assertThat(
            of(List.of(), members("c", Matter.ORDINARY, DecisionKind.AT_LEAST, 2, "A", "B", "C"))
                .rule("c", Matter.ORDINARY))
        .isEqualTo(ControlRule.atLeast(2, List.of(yes("A"), yes("B"), yes("C"))));
  }

  @Test
  void aPartyMaySitAmongItsOwnMembers() {
    assertThat(
            of(
                    List.of(Stake.of("AM", "c", 100)),
                    members("c", Matter.RESERVED, DecisionKind.ALL, 0, "c", "US"))
                .rule("c", Matter.RESERVED))
        .isEqualTo(both("c", "US"));
  }

  @Test
  void aDecisionCountsOnItsDaysAndUnderAnInstrumentThatStands() {
    Decision under =
        new Decision(
            "c",
            Matter.ORDINARY,
            DecisionKind.ALL,
            Share.NONE,
            0,
            List.of("US"),
            Validity.since(DAY),
            "pact",
            Evidence.NONE);
    List<Stake> stakes = List.of(Stake.of("AM", "c", 100));
    assertThat(on(stakes, under, DAY, true)).isEqualTo(yes("US"));
    assertThat(on(stakes, under, DAY, false)).isEqualTo(yes("AM"));
    assertThat(on(stakes, under, DAY.minusDays(1), true)).isEqualTo(yes("AM"));
  }

  private static ControlRule on(
      List<Stake> stakes, Decision decision, LocalDate day, boolean stands) {
    return Ownership.on(stakes, List.of(decision), day, false, agreement -> stands)
        .rule("c", Matter.ORDINARY);
  }

  @Test
  void aPlannedSaleCountsOnlyWherePlansDo() {
    Stake planned =
        new Stake(
            "B",
            "c",
            StakeKind.SHARES,
            Share.WHOLE,
            Share.WHOLE,
            Validity.ALWAYS,
            "",
            Evidence.NONE.withBasis(Basis.PLAN));
    assertThat(
            Ownership.on(List.of(planned), List.of(), DAY, false, a -> true)
                .rule("c", Matter.ORDINARY))
        .isEqualTo(yes("c"));
    assertThat(
            Ownership.on(List.of(planned), List.of(), DAY, true, a -> true)
                .rule("c", Matter.ORDINARY))
        .isEqualTo(yes("B"));
  }

  @Test
  void aRuleThatNobodyCouldFollowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members("c", Matter.ORDINARY, DecisionKind.ALL, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members("c", Matter.ORDINARY, DecisionKind.AT_LEAST, 3, "A", "B"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members("c", Matter.ORDINARY, DecisionKind.AT_LEAST, 0, "A", "B"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members("c", Matter.ORDINARY, DecisionKind.VOTES_OVER, 0, "A"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes("c", Matter.ORDINARY, DecisionKind.VOTES_OVER, 100))
        .withMessageContaining("never");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes("c", Matter.ORDINARY, DecisionKind.VOTES_AT_LEAST, 0));
    assertThat(votes("c", Matter.ORDINARY, DecisionKind.VOTES_AT_LEAST, 100).members()).isEmpty();
  }

  private static Stake stake(String holder, StakeKind kind, long percent) {
    Share share = Share.ofPercent(percent);
    return new Stake(holder, "c", kind, share, share, Validity.ALWAYS, "", Evidence.NONE);
  }

  @Test
  void statedVotesStandInThePlaceOfThoseOfTheShares() {
    Ownership company =
        of(
            List.of(
                stake("A", StakeKind.SHARES, 60),
                stake("A", StakeKind.VOTES, 10),
                stake("B", StakeKind.SHARES, 40),
                stake("C", StakeKind.VOTES, 50)));
    assertThat(company.rule("c", Matter.ORDINARY).vetoParties()).containsExactly("C");
    assertThat(company.rule("c", Matter.ORDINARY).permits(List.of("B", "C")::contains)).isTrue();
    assertThat(company.rule("c", Matter.ORDINARY).permits(List.of("A", "B")::contains)).isFalse();
  }

  @Test
  void theBoardDecidesOrdinaryMattersAndTheHoldersTheOthers() {
    Ownership company =
        of(
            List.of(
                stake("A", StakeKind.SHARES, 80),
                stake("B", StakeKind.SHARES, 20),
                stake("A", StakeKind.BOARD, 40),
                stake("B", StakeKind.BOARD, 60)));
    assertThat(company.rule("c", Matter.ORDINARY)).isEqualTo(yes("B"));
    assertThat(company.rule("c", Matter.SPECIAL)).isEqualTo(yes("A"));
  }

  @Test
  void contractsLeasesAndConcessionsDoNotVote() {
    Ownership company =
        of(
            List.of(
                stake("A", StakeKind.CONCESSION, 100),
                stake("B", StakeKind.LEASE, 100),
                stake("C", StakeKind.CONTRACT, 100)));
    assertThat(company.rule("c", Matter.RESERVED)).isEqualTo(yes("c"));
    assertThat(company.holders("c")).hasSize(3);
  }

  @Test
  void aTransferNeedsConsentOnlyWhereThatIsStated() {
    List<Stake> stakes = List.of(Stake.of("US", "c", 74), Stake.of("AM", "c", 26));
    assertThat(of(stakes).transferRule("c")).isEqualTo(ControlRule.free());
    assertThat(
            of(stakes, members("c", Matter.TRANSFER, DecisionKind.ALL, 0, "AM", "US"))
                .transferRule("c"))
        .isEqualTo(both("AM", "US"));
  }

  @Test
  void theChainNamesEveryStepUpToTheUltimateParties() {
    DecisionChain chain =
        of(
                List.of(
                    Stake.of("US", "dfc", 100),
                    Stake.of("dfc", "c", 74),
                    Stake.of("AM", "c", 13),
                    Stake.of("AM", "fund", 100),
                    Stake.of("fund", "c", 13)),
                members("c", Matter.RESERVED, DecisionKind.ALL, 0, "dfc", "AM"))
            .chain("c", Matter.ORDINARY);
    assertThat(chain.lines())
        .containsExactly(
            "c: over 50 % of the votes, by default",
            "  dfc, 74 % shares: over 50 % of the votes, by default",
            "    US, 100 % shares: decides for itself",
            "  AM, 13 % shares: decides for itself",
            "  fund, 13 % shares: over 50 % of the votes, by default",
            "    AM, 100 % shares: decides for itself");
    assertThat(chain.ultimateParties()).containsExactly("US", "AM");
    assertThat(chain.rule()).isEqualTo(yes("US"));
  }

  @Test
  void whoDecidesInSeveralPlacesIsFollowedUpOnce() {
    List<Stake> ladder = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      for (String side : List.of("a", "b")) {
        ladder.add(Stake.of("a" + i, side + (i + 1), 50));
        ladder.add(Stake.of("b" + i, side + (i + 1), 50));
      }
    }
    Ownership all = of(ladder, members("c", Matter.ORDINARY, DecisionKind.ALL, 0, "a5", "b5"));
    DecisionChain chain = all.chain("c", Matter.ORDINARY);
    assertThat(chain.links()).hasSizeLessThan(50);
    assertThat(chain.toString()).contains("as told above");
    assertThat(chain.ultimateParties()).containsExactly("a0", "b0");
  }
}
