package org.araxes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import org.araxes.graph.Reachability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadLatticeTest {
  @Test
  void theSmallOneHasItsSize() {
    RoadLattice lattice = RoadLattice.named("road100");
    assertThat(lattice.nodes()).isEqualTo(9_833);
    assertThat(lattice.edges()).isEqualTo(13_483);
  }

  @Test
  void theLargeOneHasItsSize() {
    RoadLattice lattice = RoadLattice.named("road330");
    assertThat(lattice.nodes()).isEqualTo(106_979);
    assertThat(lattice.edges()).isEqualTo(147_567);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 17, 40, 100})
  void hangsTogetherWithCostsThatAddUpExactly(int side) {
    RoadLattice lattice = RoadLattice.of(side);
    BitSet reached =
        new Reachability(lattice.graph()).from(new int[] {0}, new BitSet(), new BitSet());
    assertThat(reached.cardinality()).isEqualTo(lattice.nodes());
    assertThat(Arrays.stream(lattice.arcCosts()))
        .allMatch(cost -> cost >= 1 && cost == Math.rint(cost));
    assertThat(lattice.jgrapht().edgeSet()).hasSize(lattice.edges());
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(RoadLattice.of(50).arcCosts()).isEqualTo(RoadLattice.of(50).arcCosts());
    assertThat(RoadLattice.of(50).pairs(20)).isDeepEqualTo(RoadLattice.of(50).pairs(20));
    assertThat(Arrays.stream(RoadLattice.of(50).pairs(500))).allMatch(pair -> pair[0] != pair[1]);
  }

  @Test
  void anotherNameIsRefusedWithAHint() {
    assertThatThrownBy(() -> RoadLattice.named("grid10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe \"road100\"");
  }
}
