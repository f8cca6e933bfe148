package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EveryModeAndScenarioTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("every-mode-and-scenario", EveryModeAndScenario::run))
        .contains(">Rail<");
  }
}
