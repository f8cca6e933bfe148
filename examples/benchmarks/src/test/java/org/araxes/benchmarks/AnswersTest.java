package org.araxes.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void equalArraysAgree() {
    assertThatCode(() -> Answers.mustAgree("x", new double[][] {{1, 2}}, new double[][] {{1, 2}}))
        .doesNotThrowAnyException();
  }

  @Test
  void differentAnswersEndTheRun() {
    assertThatThrownBy(() -> Answers.mustAgree("x", new double[] {1}, new double[] {2}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Different answers to x: Araxes says [1.0], the peer [2.0]");
  }

  @Test
  void roundingMayBeAllowedButNotANumberIsNot() {
    assertThatCode(() -> Answers.mustAgree("x", 1, 1 + 1e-15, 1e-12)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Answers.mustAgree("x", 1, Double.NaN, 1e-12))
        .isInstanceOf(IllegalStateException.class);
  }
}
