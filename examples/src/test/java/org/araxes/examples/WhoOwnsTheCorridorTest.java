package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WhoOwnsTheCorridorTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("who-owns-the-corridor", WhoOwnsTheCorridor::run))
        .contains(">74 %<", ">51 %<", ">United States<");
  }
}
