package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoalitionSearchTest {
  static IntStream seeds() {
    return IntStream.range(0, 2_000);
  }

  private static BitSet set(int mask) {
    return BitSet.valueOf(new long[] {mask});
  }

  /** A random monotone game: to win is to contain one of some sets. */
  private static List<BitSet> game(int seed, int players) {
    Random random = new Random(seed);
    List<BitSet> winning = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      int some = random.nextInt(1 << players);
      winning.add(set(some | random.nextInt(1 << players)));
    }
    return winning;
  }

  private static Predicate<BitSet> wins(List<BitSet> game) {
    return held -> game.stream().anyMatch(one -> one.stream().allMatch(held::get));
  }

  private static Set<BitSet> minimal(int players, IntPredicate has) {
    Set<BitSet> found = new HashSet<>();
    for (int mask = 0; mask < 1 << players; mask++) {
      boolean least = has.test(mask);
      for (int p = 0; p < players && least; p++) {
        least = (mask >> p & 1) == 0 || !has.test(mask & ~(1 << p));
      }
      if (least) {
        found.add(set(mask));
      }
    }
    return found;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsBothFamiliesOfAnyMonotoneGame(int seed) {
    int players = seed % 9;
    List<BitSet> game = game(seed, players);
    Predicate<BitSet> wins = wins(game);
    int all = (1 << players) - 1;

    CoalitionSearch.Families found =
        new CoalitionSearch(players, wins, 1, Budget.unlimited().start(), Progress.NONE).run();

    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(found.consent())
        .containsExactlyInAnyOrderElementsOf(minimal(players, mask -> wins.test(set(mask))));
    assertThat(found.blocking())
        .containsExactlyInAnyOrderElementsOf(
            minimal(players, mask -> !wins.test(set(all & ~mask))));

    for (int steps : new int[] {0, 3, 20}) {
      CoalitionSearch.Families cut =
          new CoalitionSearch(players, wins, 1, Budget.ofSteps(steps).start(), Progress.NONE).run();
      assertThat(found.consent()).containsAll(cut.consent());
      assertThat(found.blocking()).containsAll(cut.blocking());
      assertThat(cut.completeness() == Completeness.TRUNCATED || cut.equals(found)).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void visitsEachMinimalTransversalOnce(int seed) {
    int size = 1 + seed % 9;
    List<BitSet> family = game(seed, size);
    List<BitSet> visited = new ArrayList<>();

    boolean all = new Transversals(size, family).visit(visited::add, Budget.unlimited().start());

    assertThat(all).isTrue();
    assertThat(visited)
        .containsExactlyInAnyOrderElementsOf(
            minimal(size, mask -> family.stream().allMatch(one -> one.intersects(set(mask)))));
  }

  @Test
  void twoThousandPlayersGiveWhatTheBudgetAllows() {
    int players = 2_000;
    Random random = new Random(5);
    List<BitSet> game = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      BitSet one = new BitSet();
      random.ints(8, 0, players).forEach(one::set);
      game.add(one);
    }
    Predicate<BitSet> wins = wins(game);

    CoalitionSearch.Families found =
        new CoalitionSearch(players, wins, 1, Budget.ofSteps(30_000).start(), Progress.NONE).run();

    assertThat(found.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(found.consent()).isNotEmpty().isSubsetOf(game);
    for (BitSet one : found.blocking()) {
      assertThat(game).allMatch(way -> way.intersects(one));
      one.stream()
          .forEach(
              member -> {
                BitSet fewer = (BitSet) one.clone();
                fewer.clear(member);
                assertThat(game).anyMatch(way -> !way.intersects(fewer));
              });
    }
  }
}
