package org.araxes.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;

class PartyTest {
  @Test
  void aStateBelongsToItself() {
    Party azerbaijan = Party.state("AZ");
    assertThat(azerbaijan.kind()).isEqualTo(PartyKind.STATE);
    assertThat(azerbaijan.jurisdiction()).isEqualTo("AZ");
    assertThat(Party.company("ady", "AZ").kind()).isEqualTo(PartyKind.COMPANY);
  }

  @Test
  void aPartyHasAnId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party(" ", PartyKind.COMPANY, "", Names.of("x"), Evidence.NONE));
  }

  @Test
  void nobodyHoldsAStakeInItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> Stake.of("ady", "ady", 10));
  }

  @Test
  void aStakeIsAtLeastItsLowerBound() {
    assertThat(Stake.of("US", "tripp", 74).exact()).isTrue();
    assertThat(stake(10, 20).exact()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> stake(20, 10));
  }

  private static Stake stake(long min, long max) {
    return new Stake(
        "a",
        "b",
        StakeKind.SHARES,
        Share.ofPercent(min),
        Share.ofPercent(max),
        Validity.ALWAYS,
        "",
        Evidence.NONE);
  }
}
