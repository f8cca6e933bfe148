package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.araxes.answer.Budget;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.KeyQuotient;
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

  /** A small random graph whose arcs need up to two keys; the first vertex to the last. */
  private static KeyQuotient quotient(Random random, int keys) {
    int vertices = 2 + random.nextInt(6);
    IndexedGraph.Builder graph = IndexedGraph.builder(vertices);
    List<List<BitSet>> locks = new ArrayList<>();
    for (int arc = random.nextInt(4 * vertices); arc > 0; arc--) {
      graph.arc(random.nextInt(vertices), random.nextInt(vertices));
      BitSet way = new BitSet();
      random.ints(random.nextInt(3), 0, keys).forEach(way::set);
      locks.add(List.of(way));
    }
    int[] lockOf = IntStream.range(0, locks.size()).toArray();
    return KeyQuotient.of(
        graph.build(), keys, locks, lockOf, new int[] {0}, new int[] {vertices - 1});
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void beginsAtASetThatSufficesAndABoundThatHolds(int seed) {
    Random random = new Random(seed);
    int keys = 1 + random.nextInt(7);
    KeyQuotient quotient = quotient(random, keys);
    double[] costs = new double[keys];
    for (int key = 0; key < keys; key++) {
      costs[key] = random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : 0.1 * random.nextInt(30);
    }
    KeyQuotient.Search search = quotient.search();
    for (boolean blocking : new boolean[] {false, true}) {
      Predicate<BitSet> suffices =
          set -> {
            BitSet others = (BitSet) set.clone();
            others.flip(0, keys);
            return blocking ? !search.opens(others) : search.opens(set);
          };
      double least = Double.POSITIVE_INFINITY;
      for (int mask = 0; mask < 1 << keys; mask++) {
        BitSet set = BitSet.valueOf(new long[] {mask});
        double cost = set.stream().mapToDouble(key -> costs[key]).sum();
        least = suffices.test(set) ? Math.min(least, cost) : least;
      }

      CheapestGuess guess = CheapestGuess.of(quotient, costs, blocking);

      assertThat(guess.bound()).as("bound, blocking %s", blocking).isLessThanOrEqualTo(least);
      guess.set().ifPresent(set -> assertThat(suffices.test(set)).isTrue());
      CheapestSearch.Found found =
          new CheapestSearch(costs, suffices, 1, Budget.unlimited().start(), () -> guess).run();
      assertThat(found.cost()).isCloseTo(least, within(1e-9));
      assertThat(found.bound()).isLessThanOrEqualTo(found.cost());
      assertThat(found.set().isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
      found.set().ifPresent(set -> assertThat(suffices.test(set)).isTrue());
    }
  }
}
