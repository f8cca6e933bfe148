package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
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
