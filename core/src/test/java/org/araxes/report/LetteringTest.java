package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
  @Test
  void breaksAtBlanksThenBehindHyphensThenAnywhere() {
    assertThat(Lettering.wrap("one two three", 10, 50, 9)).containsExactly("one two", "three");
    assertThat(Lettering.wrap("rail-agbend-nrnadzor", 10, 80, 9))
        .containsExactly("rail-agbend-", "nrnadzor");
    assertThat(Lettering.wrap("aaaaaaaaaa", 10, 20, 9)).hasSize(4);
    assertThat(Lettering.wrap("a\nb c", 10, 500, 9)).containsExactly("a", "b c");
    assertThat(Lettering.wrap("", 10, 50, 9)).containsExactly("");
  }

  @Test
  void whatIsCutEndsWithAnEllipsisAndStillFits() {
    List<String> lines = Lettering.wrap("one two three four five", 10, 50, 2);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("\u2026");
    assertThat(lines).allMatch(line -> Lettering.width(line, 10) <= 50);
  }

  @Test
  void lettersOutsideTheBasicPlaneStayWhole() {
    String pair = "\uD83D\uDE82";
    assertThat(Lettering.wrap(pair.repeat(4), 10, 15, 9)).allMatch(line -> line.equals(pair));
    assertThat(Lettering.wrap(pair.repeat(40), 10, 5, 1)).allMatch(line -> !line.contains("?"));
  }

  @Test
  void numbersAreShortAndTheSameEverywhere() {
    assertThat(SvgCanvas.number(12)).isEqualTo("12");
    assertThat(SvgCanvas.number(-0.04)).isEqualTo("0");
    assertThat(SvgCanvas.number(-1.25)).isEqualTo("-1.2");
    assertThat(SvgCanvas.number(1234.56)).isEqualTo("1234.6");
  }
}
