package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final int CAUSES = 5;

  /** A rule as deep as it likes, and the same said plainly. */
  private record Rule(Guard guard, Predicate<BitSet> plainly) {}

  private static Rule rule(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 6);
    if (kind == 0) {
      return new Rule(Guard.FREE, spared -> true);
    }
    if (kind == 1 && random.nextInt(4) == 0) {
      return new Rule(Guard.SHUT, spared -> false);
    }
    if (kind < 3) {
      int one = random.nextInt(CAUSES);
      int other = random.nextInt(CAUSES);
      return new Rule(Guard.allOf(one, other), spared -> spared.get(one) && spared.get(other));
    }
    Rule a = rule(random, depth - 1);
    Rule b = rule(random, depth - 1);
    return kind == 3
        ? new Rule(
            a.guard().or(b.guard()), spared -> a.plainly().test(spared) || b.plainly().test(spared))
        : new Rule(
            a.guard().and(b.guard()),
            spared -> a.plainly().test(spared) && b.plainly().test(spared));
  }

  @Test
  void rulesWithinRulesStandWhenTheirPartsDo() {
    int deep = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      Rule rule = rule(new Random(seed), 4);
      BitSet causes = rule.guard().causes();
      for (int spared = 0; spared < 1 << CAUSES; spared++) {
        BitSet set = BitSet.valueOf(new long[] {spared});
        boolean expected = rule.plainly().test(set);
        assertThat(rule.guard().stands(set)).as("seed %d, %s", seed, set).isEqualTo(expected);
        // Only its own causes make a difference, and each of them does.
        set.and(causes);
        assertThat(rule.guard().stands(set)).as("seed %d, %s", seed, set).isEqualTo(expected);
      }
      for (int cause = causes.nextSetBit(0); cause >= 0; cause = causes.nextSetBit(cause + 1)) {
        assertThat(matters(rule.guard(), cause)).as("seed %d, cause %d", seed, cause).isTrue();
      }
      deep += rule.guard().patterns().size() > 1 ? 1 : 0;
    }
    assertThat(deep).isGreaterThan(150);
  }

  private static boolean matters(Guard guard, int cause) {
    for (int spared = 0; spared < 1 << CAUSES; spared++) {
      BitSet with = BitSet.valueOf(new long[] {spared});
      BitSet without = (BitSet) with.clone();
      with.set(cause);
      without.clear(cause);
      if (guard.stands(with) != guard.stands(without)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void noCauseAtAllIsFreeAndNoPatternAtAllIsShut() {
    assertThat(Guard.allOf()).isEqualTo(Guard.FREE);
    assertThat(Guard.allOf().isFree()).isTrue();
    assertThat(Guard.anyOf(List.of())).isEqualTo(Guard.SHUT);
    assertThat(Guard.SHUT.isShut()).isTrue();
    assertThat(Guard.anyOf(List.of(new BitSet(), BitSet.valueOf(new long[] {2}))).isFree())
        .isTrue();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Guard.allOf(-1));
  }

  @Test
  void aCauseThatGuardsNothingChangesNothing() {
    for (long seed = 0; seed < 300; seed++) {
      ReliabilityProblem problem = new RandomReliability(seed).problem;
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(problem.vertexCount());
      List<Double> survivals = new ArrayList<>();
      for (int cause = 0; cause < problem.causeCount(); cause++) {
        survivals.add(problem.causeSurvival(cause));
      }
      survivals.forEach(builder::cause);
      int idle = builder.cause(new Random(seed).nextInt(2) * 0.5);
      for (int link = 0; link < problem.linkCount(); link++) {
        builder.link(
            problem.tail(link),
            problem.head(link),
            problem.isTwoWay(link),
            problem.linkSurvival(link),
            problem.linkGuard(link));
      }
      for (int vertex = 0; vertex < problem.vertexCount(); vertex++) {
        builder.vertex(vertex, problem.vertexSurvival(vertex), problem.vertexGuard(vertex));
      }
      ReliabilityProblem more = builder.build(problem.sources(), problem.targets());
      FrontierReliability.Limits limits = FrontierReliability.Limits.DEFAULT;
      double expected = FrontierReliability.solve(problem, limits).reliability();
      FrontierReliability.Importance found = FrontierReliability.importance(more, limits);
      assertThat(found.outcome().reliability())
          .as("seed %d", seed)
          .isCloseTo(expected, within(1e-15));
      assertThat(found.byCause()[idle]).as("seed %d", seed).isZero();
      assertThat(SampledReliability.of(more).worker().lanes(1, seed))
          .as("seed %d", seed)
          .isEqualTo(SampledReliability.of(problem).worker().lanes(1, seed));
    }
  }
}
