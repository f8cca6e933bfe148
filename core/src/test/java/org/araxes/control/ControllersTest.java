package org.araxes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;

class ControllersTest {
  private static final ControllingRule QUALIFIED =
      ControllingRule.qualifiedMajority(Share.ofPercent(75));

  private static Controllers.Answer ask(ControllingRule rule, String party, Stake... stakes) {
    Ownership ownership =
        Ownership.on(
            List.of(stakes), List.of(), LocalDate.of(2026, 1, 13), false, agreement -> true);
    return Controllers.under(rule, ownership).of(party);
  }

  private static Stake bounded(String holder, String held, long min, long max) {
    return new Stake(
        holder,
        held,
        StakeKind.SHARES,
        Share.ofPercent(min),
        Share.ofPercent(max),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }

  private static final Stake[] COMPANY = {
    Stake.of("US", "dfc", 100), Stake.of("dfc", "tdc", 74), Stake.of("AM", "tdc", 26)
  };

  @Test
  void seventyFourPercentControlByASimpleMajorityAlone() {
    assertThat(ask(ControllingRule.simpleMajority(), "tdc", COMPANY).controllers())
        .containsExactly("US");
    assertThat(ask(QUALIFIED, "tdc", COMPANY).controllers()).isEmpty();
    assertThat(ask(QUALIFIED, "tdc", COMPANY).reason())
        .isEqualTo("Nobody has surely at least 75 % of the votes");
    assertThat(ask(ControllingRule.largestHolder(), "tdc", COMPANY).controllers())
        .containsExactly("US");
    assertThat(ask(ControllingRule.unanimity(), "tdc", COMPANY).controllers())
        .containsExactly("AM", "US");
  }

  @Test
  void whatOneControlsVotesTogether() {
    Stake[] pyramid = {
      Stake.of("A", "b", 51),
      Stake.of("A", "c", 60),
      Stake.of("b", "d", 30),
      Stake.of("c", "d", 25),
      Stake.of("X", "d", 45)
    };
    assertThat(ask(ControllingRule.simpleMajority(), "d", pyramid).controllers())
        .containsExactly("A");
    assertThat(ask(ControllingRule.largestHolder(), "d", pyramid).controllers())
        .containsExactly("X");
    assertThat(ask(ControllingRule.unanimity(), "d", pyramid).reason())
        .contains("49 % of b", "40 % of c");
  }

  @Test
  void halfAndHalfIsControlledByNobodyAlone() {
    Stake[] halves = {Stake.of("ady", "btki", 50), Stake.of("mkr", "btki", 50)};
    assertThat(ask(ControllingRule.simpleMajority(), "btki", halves).controllers()).isEmpty();
    assertThat(ask(ControllingRule.largestHolder(), "btki", halves).controllers()).isEmpty();
    assertThat(
            ask(ControllingRule.qualifiedMajority(Share.ofPercent(50)), "btki", halves)
                .controllers())
        .containsExactly("ady", "mkr");
  }

  @Test
  void theTopmostThatNobodyControlsIsTheController() {
    Stake[] widely = {
      Stake.of("A", "x", 30), Stake.of("B", "x", 30), Stake.of("C", "x", 40), Stake.of("x", "y", 80)
    };
    assertThat(ask(ControllingRule.simpleMajority(), "y", widely).controllers())
        .containsExactly("x");
  }

  @Test
  void partiesThatControlEachOtherAreBothNamed() {
    Stake[] circle = {Stake.of("a", "b", 60), Stake.of("b", "a", 60), Stake.of("a", "c", 100)};
    assertThat(ask(ControllingRule.simpleMajority(), "c", circle).controllers())
        .containsExactly("a", "b");
    assertThat(ask(ControllingRule.largestHolder(), "c", circle).reason()).contains("go round");
  }

  @Test
  void boundsTellWhoSurelyControlsFromWhoMay() {
    Stake[] open = {bounded("A", "c", 40, 60), bounded("B", "c", 10, 30)};
    Controllers.Answer answer = ask(ControllingRule.simpleMajority(), "c", open);
    assertThat(answer.controllers()).isEmpty();
    assertThat(answer.possible()).containsExactly("A");
    assertThat(ask(QUALIFIED, "c", open).possible()).isEmpty();
    assertThat(ask(ControllingRule.largestHolder(), "c", open).controllers()).containsExactly("A");
    Stake[] narrow = {bounded("A", "c", 40, 60), bounded("B", "c", 10, 90)};
    assertThat(ask(ControllingRule.simpleMajority(), "c", narrow).possible())
        .containsExactly("A", "B");
    assertThat(ask(ControllingRule.largestHolder(), "c", narrow).possible())
        .containsExactly("A", "B");
  }

  @Test
  void whoIsHeldByNobodyControlsItself() {
    assertThat(ask(ControllingRule.simpleMajority(), "AZ").controllers()).containsExactly("AZ");
  }

  @Test
  void aMajorityOfAllOrNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ControllingRule(ControllingRule.Kind.OVER, Share.WHOLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ControllingRule.qualifiedMajority(Share.NONE));
    assertThat(ControllingRule.simpleMajority()).hasToString("over 50 % of the votes");
  }

  @Test
  void overFiftyPercentIsASureMajorityAndUnderSeventyFiveCannotQualify() {
    Stake over = bounded("A", "c", 50, 75).open(true, true);
    assertThat(ask(ControllingRule.simpleMajority(), "c", over).controllers()).containsExactly("A");
    assertThat(ask(QUALIFIED, "c", over).possible()).isEmpty();
    assertThat(ask(QUALIFIED, "c", over.open(true, false)).possible()).containsExactly("A");
    assertThat(ask(ControllingRule.simpleMajority(), "c", over.open(false, true)).controllers())
        .isEmpty();
    Stake half = Stake.of("B", "c", 50);
    assertThat(ask(ControllingRule.largestHolder(), "c", bounded("A", "c", 25, 50), half).reason())
        .contains("do not tell");
    assertThat(
            ask(
                    ControllingRule.largestHolder(),
                    "c",
                    bounded("A", "c", 25, 50).open(false, true),
                    half)
                .controllers())
        .containsExactly("B");
  }

  /**
   * Against every choice of whole percentages within the bounds, of which none is reached if open.
   */
  @Test
  void openBoundsAnswerAsAllSharesBetweenThemDo() {
    int told = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Stake[] stakes = new Stake[1 + random.nextInt(3)];
      for (int i = 0; i < stakes.length; i++) {
        int min = 10 * random.nextInt(6);
        stakes[i] =
            bounded("h" + i, "c", min, min + 10 + 10 * random.nextInt(2))
                .open(random.nextBoolean(), random.nextBoolean());
      }
      int quota = 5 * (8 + random.nextInt(9));
      boolean over = random.nextBoolean();
      ControllingRule rule =
          new ControllingRule(
              over ? ControllingRule.Kind.OVER : ControllingRule.Kind.AT_LEAST,
              Share.ofPercent(quota));
      int[] counts = new int[2]; // all, and those in which h0 has the majority
      count(stakes, 0, 0, 0, over ? quota + 1 : quota, counts);
      if (counts[0] == 0) {
        continue;
      }
      told++;
      Controllers.Answer answer = ask(rule, "c", stakes);
      assertThat(answer.controllers().contains("h0"))
          .as("sure, seed %s", seed)
          .isEqualTo(counts[0] == counts[1]);
      assertThat(answer.controllers().contains("h0") || answer.possible().contains("h0"))
          .as("possible, seed %s", seed)
          .isEqualTo(counts[1] > 0);
    }
    assertThat(told).isGreaterThan(150);
  }

  private static void count(Stake[] stakes, int i, int sum, int first, int needed, int[] counts) {
    if (i == stakes.length) {
      counts[0]++;
      counts[1] += first >= needed ? 1 : 0;
      return;
    }
    int min = (int) Math.round(stakes[i].min().value().toDouble() * 100);
    int max = (int) Math.round(stakes[i].max().value().toDouble() * 100);
    for (int part = min + (stakes[i].above() ? 1 : 0);
        part <= max - (stakes[i].below() ? 1 : 0) && sum + part <= 100;
        part++) {
      count(stakes, i + 1, sum + part, i == 0 ? part : first, needed, counts);
    }
  }
}
