package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CheapestWayToUnimpededTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("cheapest-way-to-unimpeded", CheapestWayToUnimpeded::run))
        .contains(">not with any of these<");
  }
}
