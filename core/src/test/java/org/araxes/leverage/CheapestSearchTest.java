package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.araxes.answer.Budget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheapestSearchTest {
  static IntStream seeds() {
    return IntStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsTheCheapestSetOfAnyMonotoneGame(int seed) {
    Random random = new Random(seed);
    int players = seed % 9;
    List<Integer> ways = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      int some = random.nextInt(1 << players);
      ways.add(some | random.nextInt(1 << players));
    }
    Predicate<BitSet> suffices =
        set -> {
          long[] words = set.toLongArray();
          int held = words.length == 0 ? 0 : (int) words[0];
          return ways.stream().anyMatch(way -> (way & ~held) == 0);
        };
    double[] costs = new double[players];
    for (int player = 0; player < players; player++) {
      costs[player] = random.nextInt(12) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(5);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int way : ways) {
      double cost = 0;
      for (int player = 0; player < players; player++) {
        cost += (way >> player & 1) != 0 ? costs[player] : 0;
      }
      least = Math.min(least, cost);
    }

    CheapestSearch.Found found =
        new CheapestSearch(costs, suffices, Budget.unlimited().start()).run();

    assertThat(found.cost()).isEqualTo(least);
    assertThat(found.bound()).isEqualTo(least);
    assertThat(found.set().isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
    found.set().ifPresent(set -> assertThat(suffices.test(set)).isTrue());
    for (int steps : new int[] {0, 4, 15}) {
      CheapestSearch.Found cut =
          new CheapestSearch(costs, suffices, Budget.ofSteps(steps).start()).run();
      assertThat(cut.bound()).isLessThanOrEqualTo(least);
      assertThat(cut.cost()).isGreaterThanOrEqualTo(least);
      cut.set().ifPresent(set -> assertThat(suffices.test(set)).isTrue());
    }
  }
}
