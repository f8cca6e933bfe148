package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WhatIfIranClosesTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("what-if-iran-closes", WhatIfIranCloses::run))
        .contains(">25 h 57 min<", ">no way is left<");
  }
}
