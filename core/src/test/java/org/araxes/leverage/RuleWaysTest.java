package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.araxes.control.ControlRule;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleWaysTest {
  private static final List<String> PLAYERS = List.of("a", "b", "c", "d", "e");

  static IntStream seeds() {
    return IntStream.range(0, 2_000);
  }

  private static BitSet set(int... players) {
    BitSet set = new BitSet();
    IntStream.of(players).forEach(set::set);
    return set;
  }

  @Test
  void whatNothingSatisfiesHasNoWayAndWhatNeedsNobodyTheEmptyOne() {
    assertThat(RuleWays.of(ControlRule.shut(), PLAYERS)).contains(List.of());
    assertThat(RuleWays.of(ControlRule.free(), PLAYERS)).contains(List.of(set()));
    ControlRule tooFew =
        ControlRule.vote(
            List.of(new ControlRule.Ballot(ControlRule.consentOf("a"), Fraction.of(2, 5))),
            Fraction.of(1, 2),
            true);
    assertThat(RuleWays.of(tooFew, PLAYERS)).contains(List.of());
  }

  @Test
  void aWeightIsNeverNegative() {
    assertThatThrownBy(() -> new ControlRule.Ballot(ControlRule.consentOf("a"), Fraction.of(-1, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 or more");
  }

  /** All, any, so many, or votes by weight, of parties or of such rules. */
  private static ControlRule rule(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return ControlRule.consentOf(PLAYERS.get(random.nextInt(PLAYERS.size())));
    }
    List<ControlRule> parts = new ArrayList<>();
    for (int part = 1 + random.nextInt(3); part > 0; part--) {
      parts.add(rule(random, depth - 1));
    }
    return switch (random.nextInt(4)) {
      case 0 -> ControlRule.allOf(parts);
      case 1 -> ControlRule.anyOf(parts);
      case 2 -> ControlRule.atLeast(1 + random.nextInt(parts.size()), parts);
      default ->
          ControlRule.vote(
              parts.stream()
                  .map(part -> new ControlRule.Ballot(part, Fraction.of(random.nextInt(50), 100)))
                  .toList(),
              Fraction.of(1, 2),
              random.nextBoolean());
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areTheMinimalSetsThatSatisfyIt(int seed) {
    ControlRule rule = rule(new Random(seed), 3);
    List<BitSet> minimal = new ArrayList<>();
    for (int mask = 0; mask < 1 << PLAYERS.size(); mask++) {
      boolean least = permits(rule, mask);
      for (int player = 0; player < PLAYERS.size(); player++) {
        least &= (mask >> player & 1) == 0 || !permits(rule, mask & ~(1 << player));
      }
      if (least) {
        minimal.add(BitSet.valueOf(new long[] {mask}));
      }
    }

    assertThat(RuleWays.of(rule, PLAYERS).orElseThrow())
        .as("%s", rule)
        .containsExactlyInAnyOrderElementsOf(minimal);
  }

  private static boolean permits(ControlRule rule, int mask) {
    return rule.permits(party -> (mask >> PLAYERS.indexOf(party) & 1) != 0);
  }
}
