package org.araxes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.araxes.control.ControlRule.Ballot;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlRuleTest {
  private static final List<String> PARTIES = List.of("A", "B", "C", "D", "E");
  private static final ControlRule A = ControlRule.consentOf("A");
  private static final ControlRule B = ControlRule.consentOf("B");
  private static final ControlRule C = ControlRule.consentOf("C");

  /** A rule made by the factories, and the truth table it should have. */
  private record Twin(ControlRule rule, Predicate<Set<String>> truth) {}

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static List<Set<String>> coalitions() {
    List<Set<String>> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << PARTIES.size(); mask++) {
      Set<String> coalition = new TreeSet<>();
      for (int i = 0; i < PARTIES.size(); i++) {
        if ((mask >> i & 1) == 1) {
          coalition.add(PARTIES.get(i));
        }
      }
      all.add(coalition);
    }
    return all;
  }

  private static Twin random(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      String party = PARTIES.get(random.nextInt(PARTIES.size()));
      return new Twin(ControlRule.consentOf(party), consents -> consents.contains(party));
    }
    List<Twin> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(random(random, depth - 1));
    }
    List<ControlRule> rules = parts.stream().map(Twin::rule).toList();
    return switch (random.nextInt(4)) {
      case 0 ->
          new Twin(
              ControlRule.allOf(rules),
              consents -> parts.stream().allMatch(part -> part.truth().test(consents)));
      case 1 ->
          new Twin(
              ControlRule.anyOf(rules),
              consents -> parts.stream().anyMatch(part -> part.truth().test(consents)));
      case 2 -> {
        int count = random.nextInt(5);
        yield new Twin(
            ControlRule.atLeast(count, rules),
            consents ->
                parts.stream().filter(part -> part.truth().test(consents)).count() >= count);
      }
      default -> randomVote(random, parts);
    };
  }

  private static Twin randomVote(Random random, List<Twin> parts) {
    int[] weights = new int[parts.size()];
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(60);
      ballots.add(new Ballot(parts.get(i).rule(), Fraction.of(weights[i], 100)));
    }
    int quota = random.nextInt(110);
    boolean strict = random.nextBoolean();
    return new Twin(
        ControlRule.vote(ballots, Fraction.of(quota, 100), strict),
        consents -> {
          int sum = 0;
          for (int i = 0; i < weights.length; i++) {
            sum += parts.get(i).truth().test(consents) ? weights[i] : 0;
          }
          return strict ? sum > quota : sum >= quota;
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFactoriesKeepTheTruthTable(long seed) {
    Twin any = random(new Random(seed), 4);
    for (Set<String> consents : coalitions()) {
      assertThat(any.rule().permits(consents::contains))
          .as("%s with %s", any.rule(), consents)
          .isEqualTo(any.truth().test(consents));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreConsentNeverShuts(long seed) {
    ControlRule rule = random(new Random(seed), 4).rule();
    for (Set<String> consents : coalitions()) {
      if (rule.permits(consents::contains)) {
        for (String party : PARTIES) {
          Set<String> more = new HashSet<>(consents);
          more.add(party);
          assertThat(rule.permits(more::contains)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void assumingIsSubstituting(long seed) {
    Random random = new Random(seed);
    ControlRule rule = random(random, 4).rule();
    List<Set<String>> coalitions = coalitions();
    Set<String> settled = coalitions.get(random.nextInt(coalitions.size()));
    ControlRule rest = rule.assuming(settled);
    assertThat(rest.parties()).noneMatch(settled::contains);
    assertThat(rule.parties()).containsAll(rest.parties());
    for (Set<String> consents : coalitions) {
      assertThat(rest.permits(consents::contains))
          .as("%s assuming %s with %s", rule, settled, consents)
          .isEqualTo(rule.permits(p -> consents.contains(p) || settled.contains(p)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCoalitionShutsWhatTheOthersCannotOpen(long seed) {
    ControlRule rule = random(new Random(seed), 4).rule();
    for (Set<String> coalition : coalitions()) {
      Set<String> others = new HashSet<>(PARTIES);
      others.removeAll(coalition);
      assertThat(rule.canBeShutBy((Predicate<String>) coalition::contains))
          .isEqualTo(!rule.permits(others::contains));
    }
    Set<String> alone = new TreeSet<>();
    for (String party : rule.parties()) {
      if (!rule.permits(p -> !p.equals(party))) {
        alone.add(party);
      }
    }
    assertThat(rule.vetoParties()).isEqualTo(alone);
  }

  @Test
  void nothingNeedsNobodyAndNoChoiceIsShut() {
    assertThat(ControlRule.allOf()).isEqualTo(ControlRule.free()).hasToString("free");
    assertThat(ControlRule.anyOf()).isEqualTo(ControlRule.shut()).hasToString("shut");
    assertThat(ControlRule.free().permits(p -> false)).isTrue();
    assertThat(ControlRule.shut().permits(p -> true)).isFalse();
    assertThat(ControlRule.free().vetoParties()).isEmpty();
    assertThat(ControlRule.allOf(A, ControlRule.shut())).isEqualTo(ControlRule.shut());
    assertThat(ControlRule.anyOf(A, ControlRule.free())).isEqualTo(ControlRule.free());
  }

  @Test
  void whatSaysTheSameIsTheSame() {
    assertThat(ControlRule.allOf(A)).isEqualTo(A);
    assertThat(ControlRule.allOf(A, ControlRule.allOf(B, A))).isEqualTo(ControlRule.allOf(A, B));
    assertThat(ControlRule.anyOf(ControlRule.anyOf(A, B), B)).isEqualTo(ControlRule.anyOf(A, B));
    assertThat(ControlRule.atLeast(2, List.of(A, B))).isEqualTo(ControlRule.allOf(A, B));
    assertThat(ControlRule.atLeast(1, List.of(A, B))).isEqualTo(ControlRule.anyOf(A, B));
    assertThat(ControlRule.atLeast(0, List.of(A, B))).isEqualTo(ControlRule.free());
    assertThat(ControlRule.atLeast(3, List.of(A, B))).isEqualTo(ControlRule.shut());
    assertThat(vote("1/2", true, "74/100", "26/100")).isEqualTo(A);
    assertThat(vote("3/4", false, "74/100", "26/100")).isEqualTo(ControlRule.allOf(A, B));
    assertThat(vote("1/2", true, "1/2", "1/2")).isEqualTo(ControlRule.allOf(A, B));
    assertThat(ControlRule.allOf(A, B).hashCode()).isEqualTo(ControlRule.allOf(A, B).hashCode());
  }

  @Test
  void readsLikeASentence() {
    assertThat(ControlRule.allOf(A, ControlRule.anyOf(B, C))).hasToString("(A and (B or C))");
    assertThat(ControlRule.atLeast(2, List.of(A, B, C))).hasToString("2 of (A, B, C)");
    assertThat(vote("1/2", true, "2/5", "3/10", "3/10"))
        .hasToString("over 1/2 of (A:2/5, B:3/10, C:3/10)");
  }

  @Test
  void aBallotWeighsNothingOrMore() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ballot(A, Fraction.of(-1, 2)));
    assertThat(new Ballot(A, Fraction.ZERO).weight()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void rulesNestFiveHundredDeepAndNotDeeper() {
    ControlRule rule = A;
    while (rule.depth() < ControlRule.MAX_DEPTH) {
      rule = rule.depth() % 2 == 0 ? ControlRule.allOf(B, rule) : ControlRule.anyOf(C, rule);
    }
    assertThat(rule.permits(p -> true)).isTrue();
    assertThat(rule.parties()).containsExactly("A", "B", "C");
    assertThat(rule.assuming(Set.of("A")).permits(p -> true)).isTrue();
    assertThat(rule.toString()).isNotEmpty();
    ControlRule deepest = rule;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ControlRule.atLeast(2, List.of(A, B, deepest)))
        .withMessageContaining("500");
  }

  private static ControlRule vote(String quota, boolean strict, String... weights) {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      ballots.add(new Ballot(ControlRule.consentOf(PARTIES.get(i)), Fraction.parse(weights[i])));
    }
    return ControlRule.vote(ballots, Fraction.parse(quota), strict);
  }

  @Test
  @Timeout(20)
  void votesNestedInLayersAreAnErrorAndNotAnHour() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              List<ControlRule> layer = List.of(A, B, C);
              for (int i = 0; i < 60; i++) {
                List<Ballot> ballots =
                    layer.stream().map(rule -> new Ballot(rule, Fraction.of(1, 3))).toList();
                List<ControlRule> next = new ArrayList<>();
                for (int j = 0; j < 3; j++) {
                  List<Ballot> turned = new ArrayList<>(ballots);
                  Collections.rotate(turned, j);
                  next.add(ControlRule.vote(turned, Fraction.of(1, 2), true));
                }
                layer = next;
              }
            })
        .withMessageContaining("Maybe");
  }

  @Test
  void whatNestsTooDeepIsAnErrorWithAHint() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              ControlRule rule = A;
              for (int i = 0; i <= ControlRule.MAX_DEPTH; i++) {
                rule = i % 2 == 0 ? ControlRule.allOf(rule, B) : ControlRule.anyOf(rule, C);
              }
            })
        .withMessageContaining("Maybe");
  }
}
