package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AgreementsAsSwitchesTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("agreements-as-switches", AgreementsAsSwitches::run))
        .contains(">referendum<", ">8 crossings<");
  }
}
