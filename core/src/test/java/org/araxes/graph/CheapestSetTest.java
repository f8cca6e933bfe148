package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheapestSetTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSetThatIsEnoughIsCheaper(long seed) {
    Random random = new Random(seed);
    int members = random.nextInt(9);
    long[] costs = random.longs(members, 0, 6).toArray();
    BitSet[] demands = new BitSet[random.nextInt(5)];
    for (int i = 0; i < demands.length; i++) {
      demands[i] = new BitSet();
      BitSet demand = demands[i];
      IntStream.range(0, members).filter(m -> random.nextInt(3) == 0).forEach(demand::set);
    }
    // Enough: the whole of one of some sets.
    CheapestSet.Found found = CheapestSet.find(costs, set -> includesOne(demands, set), () -> true);
    long least = -1;
    for (int all = 0; all < 1 << members; all++) {
      BitSet set = BitSet.valueOf(new long[] {all});
      long cost = set.stream().mapToLong(m -> costs[m]).sum();
      if (includesOne(demands, set) && (least < 0 || cost < least)) {
        least = cost;
      }
    }
    assertThat(found.complete()).isTrue();
    assertThat(found.members().isPresent()).isEqualTo(least >= 0);
    if (least >= 0) {
      assertThat(found.cost()).isEqualTo(least);
      assertThat(includesOne(demands, found.members().orElseThrow())).isTrue();
    }
  }

  private static boolean includesOne(BitSet[] demands, BitSet set) {
    for (BitSet demand : demands) {
      BitSet missing = (BitSet) demand.clone();
      missing.andNot(set);
      if (missing.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aSpentBudgetLeavesABound() {
    int[] left = {40};
    long[] costs = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    CheapestSet.Found found =
        CheapestSet.find(costs, set -> set.cardinality() >= 8, () -> left[0]-- > 0);
    assertThat(found.complete()).isFalse();
    assertThat(found.members()).isEmpty();
    assertThat(found.cost()).isBetween(1L, 8L);
  }

  @Test
  void negativeCostsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheapestSet.find(new long[] {-1}, set -> true, () -> true));
  }
}
