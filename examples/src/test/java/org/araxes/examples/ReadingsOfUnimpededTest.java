package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadingsOfUnimpededTest {
  @Test
  void printsWhatTheGoldenFileHoldsAndDrawsIt() throws IOException {
    assertThat(Golden.check("readings-of-unimpeded", ReadingsOfUnimpeded::run))
        .contains("<title>Yes</title>", ">I2<");
  }
}
