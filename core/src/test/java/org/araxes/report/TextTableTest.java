package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTableTest {
  @Test
  void columnsAlignInThreeScripts() {
    TextTable table =
        TextTable.of("Town", "km").right(1).row("Ağbənd", 7).row("Мегри", 43).row("Երևան", 1_200);

    assertThat(table.toString())
        .isEqualTo(
            """
            Town      km
            ------  ----
            Ağbənd     7
            Мегри     43
            Երևան   1200
            """);
  }

  @Test
  void aCombiningMarkTakesNoRoomAndAWideCharacterTwo() {
    assertThat(TextTable.width("Ağ")).isEqualTo(2);
    assertThat(TextTable.width("Ag\u0306")).isEqualTo(2);
    assertThat(TextTable.width("北京")).isEqualTo(4);
    assertThat(TextTable.width("\u200eA")).isEqualTo(1);
  }

  @Test
  void framesCloseOnAllSides() {
    TextTable table = TextTable.of("a", "b").row("x", "yy");

    assertThat(table.style(TextTable.Style.BOX).toString())
        .isEqualTo(
            """
            ┌───┬────┐
            │ a │ b  │
            ├───┼────┤
            │ x │ yy │
            └───┴────┘
            """);
    assertThat(table.style(TextTable.Style.ASCII).indent(2).toString())
        .startsWith("  +---+----+\n  | a | b  |\n");
  }

  @Test
  void aWideTableWrapsItsWidestColumnAtBlanks() {
    TextTable table =
        TextTable.of("Where", "What")
            .row("Bilasuvar", "Closed to persons since the spring of 2020, goods pass")
            .within(40);

    assertThat(table.toString())
        .isEqualTo(
            """
            Where      What
            ---------  -----------------------------
            Bilasuvar  Closed to persons since the
                       spring of 2020, goods pass
            """);
  }

  @Test
  void aTruncatedColumnIsCutWithAnEllipsis() {
    TextTable table = TextTable.of("Name").truncate(0).row("Khoda Afarin (Khomarlu)").within(12);

    assertThat(table.toString()).isEqualTo("Name\n------------\nKhoda Afari…\n");
  }

  @Test
  void namesCannotSteerTheTerminal() {
    assertThat(TextTable.of("Name").row("a\u001b[31mb\u202ec\td").toString())
        .isEqualTo("Name\n---------\na [31mbc d\n".replace("---------", "----------"));
  }

  @Test
  void aLineBreakStaysInItsCell() {
    assertThat(TextTable.of("a", "b").row("1\n2", "x").toString())
        .isEqualTo("a  b\n-  -\n1  x\n2\n");
  }

  @Test
  void aRowOfAnotherLengthIsASlip() {
    assertThatThrownBy(() -> TextTable.of("a", "b").row("x"))
        .hasMessage("A row has 1 cells, but the table 2 columns");
    assertThatThrownBy(() -> TextTable.of("a").right(1)).hasMessageContaining("No column 1");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noLineIsWiderThanTheLimitAndNoLetterIsLost(long seed) {
    Random random = new Random(seed);
    int columns = 1 + random.nextInt(5);
    TextTable table = TextTable.of(words(random, columns));
    int limit = 10 * columns + random.nextInt(80);
    StringBuilder letters = new StringBuilder();
    for (int row = 0; row < 4; row++) {
      String[] cells = words(random, columns);
      table.row((Object[]) cells);
      letters.append(String.join("", cells));
    }

    String text = table.within(limit).toString();

    assertThat(text.lines()).allMatch(line -> TextTable.width(line) <= limit);
    for (String letter : new String[] {"x", "Я", "ա"}) {
      assertThat(count(text, letter)).isGreaterThanOrEqualTo(count(letters.toString(), letter));
    }
  }

  private static long count(String text, String letter) {
    return text.chars().filter(c -> c == letter.charAt(0)).count();
  }

  private static String[] words(Random random, int columns) {
    String[] cells = new String[columns];
    for (int column = 0; column < columns; column++) {
      StringBuilder cell = new StringBuilder();
      for (int word = random.nextInt(8); word >= 0; word--) {
        cell.append("xЯա".substring(random.nextInt(3)).repeat(1 + random.nextInt(4))).append(' ');
      }
      cells[column] = cell.toString().strip();
    }
    return cells;
  }
}
