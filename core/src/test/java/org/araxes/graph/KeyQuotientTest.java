package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyQuotientTest {
  static IntStream seeds() {
    return IntStream.range(0, 2_500);
  }

  private static BitSet key(int... keys) {
    BitSet set = new BitSet();
    for (int key : keys) {
      set.set(key);
    }
    return set;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isOpenedByTheSameKeysAsTheGraph(int seed) {
    KeyedDrawing drawing = KeyedDrawing.of(seed, 2 + seed % 12, 7, seed % 2 == 0);
    KeyQuotient quotient = drawing.quotient();
    KeyQuotient.Search search = quotient.search();
    BitSet always = new BitSet();
    always.set(0, drawing.keys());
    for (int mask = 0; mask < 1 << drawing.keys(); mask++) {
      BitSet held = KeyedDrawing.set(mask);
      boolean opens = drawing.opens(held);
      assertThat(search.opens(held)).as("keys %s of %s", held, quotient).isEqualTo(opens);
      if (opens) {
        always.and(held);
      }
    }
    BitSet all = new BitSet();
    all.set(0, drawing.keys());
    assertThat(quotient.locksInUse()).isEqualTo(locksOnWays(drawing));
    assertThat(quotient.isNeverOpen()).isEqualTo(!drawing.opens(all));
    assertThat(quotient.isAlwaysOpen()).isEqualTo(drawing.opens(new BitSet()));
    if (!quotient.isNeverOpen()) {
      assertThat(quotient.mandatory()).isEqualTo(always);
    }
  }

  /** The locks that need keys, of arcs from where one can get to where the end can be reached. */
  private static BitSet locksOnWays(KeyedDrawing drawing) {
    IndexedGraph graph = drawing.graph();
    BitSet barred = new BitSet();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      int lock = drawing.lockOf()[arc];
      barred.set(arc, lock == KeyQuotient.NEVER || drawing.locks().get(lock).isEmpty());
    }
    Reachability reachability = new Reachability(graph);
    BitSet near = reachability.from(drawing.sources(), barred, new BitSet());
    BitSet far = reachability.to(drawing.targets(), barred, new BitSet());
    BitSet locks = new BitSet();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (!barred.get(arc)
          && graph.tail(arc) != graph.head(arc)
          && near.get(graph.tail(arc))
          && far.get(graph.head(arc))
          && drawing.locks().get(drawing.lockOf()[arc]).stream().noneMatch(BitSet::isEmpty)) {
        locks.set(drawing.lockOf()[arc]);
      }
    }
    return locks;
  }

  @Test
  void aCountryBetweenTwoOthersBecomesOneArc() {
    IndexedGraph.Builder road = IndexedGraph.builder(102);
    int[] lockOf = new int[202];
    for (int place = 0; place < 101; place++) {
      int lock = place == 0 ? 0 : place == 100 ? 2 : 1;
      lockOf[road.arc(place, place + 1)] = lock;
      lockOf[road.arc(place + 1, place)] = lock;
    }
    KeyQuotient quotient =
        KeyQuotient.of(
            road.build(),
            3,
            List.of(List.of(key(0)), List.of(key(1), key(2)), List.of(key(2))),
            lockOf,
            new int[] {0},
            new int[] {101});

    assertThat(quotient.mandatory()).isEqualTo(key(0, 2));
    assertThat(quotient.isAlwaysOpen()).isFalse();
    assertThat(quotient.source()).isEqualTo(quotient.target());
    assertThat(quotient.search().opens(key(0, 2))).isTrue();
    assertThat(quotient.search().opens(key(0, 1))).isFalse();
  }

  @Test
  void aLongOneWayRoadNeedsNoStack() {
    int length = 60_000;
    IndexedGraph.Builder road = IndexedGraph.builder(length);
    int[] lockOf = new int[length];
    for (int place = 0; place < length; place++) {
      lockOf[road.arc(place, (place + 1) % length)] = place % 2;
    }
    KeyQuotient quotient =
        KeyQuotient.of(
            road.build(),
            2,
            List.of(List.of(key(0)), List.of(key(1))),
            lockOf,
            new int[] {0},
            new int[] {length - 1});

    assertThat(quotient.mandatory()).isEqualTo(key(0, 1));
  }

  @Test
  void refusesLocksOfAnotherGraph() {
    IndexedGraph one = IndexedGraph.builder(1).build();
    assertThatThrownBy(
            () -> KeyQuotient.of(one, 0, List.of(), new int[3], new int[] {0}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
    assertThatThrownBy(
            () -> KeyQuotient.of(one, 0, List.of(), new int[0], new int[] {1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no vertex 1");
  }
}
