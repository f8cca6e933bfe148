package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HowLikelyDoesItHoldTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("how-likely-does-it-hold", HowLikelyDoesItHold::run))
        .contains(">at worst<", ">Iranian airspace closed<");
  }
}
