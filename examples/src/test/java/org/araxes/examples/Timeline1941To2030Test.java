package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class Timeline1941To2030Test {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("timeline-1941-to-2030", Timeline1941To2030::run))
        .contains(">Freight by rail<", "now closed by IR");
  }
}
