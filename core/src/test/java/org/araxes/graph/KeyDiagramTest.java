package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDiagramTest {
  static IntStream seeds() {
    return IntStream.range(0, 2_500);
  }

  private static KeyDiagram diagram(KeyedDrawing drawing) {
    return KeyDiagram.of(drawing.quotient(), Long.MAX_VALUE, () -> true).orElseThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysOfEverySetOfKeysWhetherItOpens(int seed) {
    KeyedDrawing drawing = KeyedDrawing.of(seed, 2 + seed % 18, 8, seed % 2 == 0);
    KeyDiagram diagram = diagram(drawing);
    for (int mask = 0; mask < 1 << drawing.keys(); mask++) {
      BitSet held = KeyedDrawing.set(mask);
      assertThat(diagram.opens(held)).as("keys %s", held).isEqualTo(drawing.opens(held));
    }
    Set<List<Integer>> nodes = new HashSet<>();
    for (int node = 2; node < diagram.size(); node++) {
      assertThat(diagram.low(node)).isNotEqualTo(diagram.high(node)).isLessThan(node);
      assertThat(diagram.high(node)).isLessThan(node);
      assertThat(nodes.add(List.of(diagram.level(node), diagram.low(node), diagram.high(node))))
          .isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysTheSameInWhateverOrderItAsks(int seed) {
    KeyedDrawing drawing = KeyedDrawing.of(seed, 2 + seed % 12, 7, seed % 2 == 0);
    KeyQuotient quotient = drawing.quotient();
    if (quotient.isNeverOpen() || quotient.source() == quotient.target()) {
      return;
    }
    KeyGates gates = new KeyGates(quotient);
    KeyDiagram diagram =
        KeyDiagram.inOrder(
                gates, shuffled(gates, seed), quotient.mandatory(), Long.MAX_VALUE, () -> true)
            .orElseThrow();
    for (int mask = 0; mask < 1 << drawing.keys(); mask++) {
      BitSet held = KeyedDrawing.set(mask);
      assertThat(diagram.opens(held)).as("keys %s", held).isEqualTo(drawing.opens(held));
    }
  }

  private static int[] shuffled(KeyGates gates, int seed) {
    List<Integer> order = new ArrayList<>();
    Arrays.stream(gates.keys).forEach(order::add);
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aShuffleNeverMakesAnOrderWorseAndKnowsWhatItCosts(int seed) {
    KeyQuotient quotient = KeyedDrawing.of(seed, 2 + seed % 30, 12, seed % 2 == 0).quotient();
    if (quotient.isNeverOpen() || quotient.source() == quotient.target()) {
      return;
    }
    KeyGates gates = new KeyGates(quotient);
    int[] start = shuffled(gates, seed);
    KeyShuffle shuffle = new KeyShuffle(gates, start, () -> true);
    assertThat(shuffle.cost()).isCloseTo(cost(gates, start), withinPercentage(1e-9));

    shuffle.improve(2_000, seed);

    int[] sorted = shuffle.best().clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(gates.keys);
    assertThat(shuffle.cost()).isLessThanOrEqualTo(cost(gates, start) * (1 + 1e-9));
    assertThat(shuffle.cost()).isCloseTo(cost(gates, shuffle.best()), withinPercentage(1e-6));
  }

  /** What an order costs, after the definition. */
  private static double cost(KeyGates gates, int[] order) {
    double cost = 0;
    Set<Integer> asked = new HashSet<>();
    for (int key : order) {
      asked.add(key);
      Set<Integer> waited = new HashSet<>();
      double weight = 0;
      for (int vertex = 0; vertex < gates.size; vertex++) {
        boolean decided = Arrays.stream(gates.needs[vertex]).allMatch(asked::contains);
        if (!decided) {
          Arrays.stream(gates.needs[vertex]).filter(asked::contains).forEach(waited::add);
        }
        boolean beside = false;
        for (int other : beside(gates, vertex)) {
          beside |= decided != Arrays.stream(gates.needs[other]).allMatch(asked::contains);
        }
        if (!gates.isFree(vertex) && beside) {
          weight += decided ? 0.4 : 0.6;
        }
      }
      cost += Math.pow(2, weight + waited.size());
    }
    return cost;
  }

  /** The vertices with keys around one, free ones between them passed over. */
  private static Set<Integer> beside(KeyGates gates, int vertex) {
    Set<Integer> reached = new HashSet<>(Set.of(vertex));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int at : List.copyOf(reached)) {
        if (at == vertex || gates.isFree(at)) {
          for (int[] some : new int[][] {gates.in[at], gates.out[at]}) {
            for (int other : some) {
              grew |= other != gates.source && other != gates.target && reached.add(other);
            }
          }
        }
      }
    }
    reached.remove(vertex);
    reached.removeIf(gates::isFree);
    return reached;
  }

  @Test
  void endsWhenItWouldGrowTooLargeOrIsToldTo() {
    KeyedDrawing drawing =
        IntStream.range(0, 1_000)
            .mapToObj(seed -> KeyedDrawing.of(seed, 20, 8, false))
            .filter(any -> diagram(any).size() > 6)
            .findFirst()
            .orElseThrow();

    assertThat(KeyDiagram.of(drawing.quotient(), 1, () -> true)).isEmpty();
    assertThat(KeyDiagram.of(drawing.quotient(), Long.MAX_VALUE, () -> false)).isEmpty();
  }
}
