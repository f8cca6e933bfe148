package org.araxes.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text for a console: columns aligned by what one sees, not by the count of characters.
 *
 * <p><b>Width.</b> A character counts one column, a combining mark none, an East Asian wide one
 * two; so Latin, Cyrillic, Armenian, Georgian and Arabic script align. Control characters become
 * blanks, so that a name cannot move the cursor; a line break begins another line in its cell.
 *
 * <p><b>Fitting.</b> A table wider than its limit narrows its widest columns first and wraps their
 * text at blanks, or inside a word that is too long; a {@linkplain #truncate truncated} column is
 * cut with an ellipsis instead.
 */
public final class TextTable {
  /** How the table is framed. */
  public enum Style {
    /** A line under the head, two blanks between columns. */
    PLAIN,
    /** Framed with plus, minus and bar. */
    ASCII,
    /** Framed with box-drawing characters. */
    BOX
  }

  private static final int SMALLEST = 3;
  private static final int COMFORTABLE = 12;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;
  private final boolean[] cut;
  private Style style = Style.PLAIN;
  private String indent = "";
  private int limit = Integer.MAX_VALUE;

  private TextTable(List<String> head) {
    this.head = List.copyOf(head);
    right = new boolean[head.size()];
    cut = new boolean[head.size()];
  }

  /**
   * Starts a table.
   *
   * @param titles of the columns, at least one
   * @return a table without rows
   */
  public static TextTable of(String... titles) {
    if (titles.length == 0) {
      throw new IllegalArgumentException("A table has at least one column");
    }
    return new TextTable(List.of(titles));
  }

  /**
   * Aligns columns to the right, as numbers are.
   *
   * @param columns counted from 0
   * @return this table
   */
  public TextTable right(int... columns) {
    for (int column : columns) {
      right[checked(column)] = true;
    }
    return this;
  }

  /**
   * Cuts columns that do not fit instead of wrapping them.
   *
   * @param columns counted from 0
   * @return this table
   */
  public TextTable truncate(int... columns) {
    for (int column : columns) {
      cut[checked(column)] = true;
    }
    return this;
  }

  private int checked(int column) {
    if (column < 0 || column >= head.size()) {
      throw new IllegalArgumentException(
          "No column " + column + " in a table of " + head.size() + ", counted from 0");
    }
    return column;
  }

  /**
   * Frames the table.
   *
   * @param frame the style, {@link Style#PLAIN} unless told otherwise
   * @return this table
   */
  public TextTable style(Style frame) {
    style = frame;
    return this;
  }

  /**
   * Moves the table to the right.
   *
   * @param blanks how many blanks stand before each line
   * @return this table
   */
  public TextTable indent(int blanks) {
    indent = " ".repeat(blanks);
    return this;
  }

  /**
   * Keeps every line within a width, as far as columns of three characters allow.
   *
   * @param columns the width, indentation included
   * @return this table
   */
  public TextTable within(int columns) {
    limit = columns;
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   * @return this table
   */
  public TextTable row(Object... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(
          "A row has " + cells.length + " cells, but the table " + head.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  /**
   * Writes the table, each line ended by a line feed and without blanks at its end.
   *
   * @param out where to
   * @throws IOException when writing fails
   */
  public void writeTo(Appendable out) throws IOException {
    int[] widths = widths();
    rule(out, widths, 0);
    line(out, widths, head);
    rule(out, widths, 1);
    for (List<String> row : rows) {
      line(out, widths, row);
    }
    rule(out, widths, 2);
  }

  /** The table as text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    try {
      writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private int[] widths() {
    int columns = head.size();
    int[] widths = new int[columns];
    int[] least = new int[columns];
    for (int column = 0; column < columns; column++) {
      widths[column] = natural(head.get(column));
      least[column] = Math.min(COMFORTABLE, longestWord(head.get(column)));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], natural(row.get(column)));
        least[column] =
            Math.max(least[column], Math.min(COMFORTABLE, longestWord(row.get(column))));
      }
    }
    int frame =
        indent.length() + (style == Style.PLAIN ? 2 * (columns - 1) : 3 * (columns - 1) + 4);
    long room = (long) limit - frame;
    shrink(widths, least, room);
    int[] smallest = new int[columns];
    Arrays.fill(smallest, SMALLEST);
    shrink(widths, smallest, room);
    return widths;
  }

  private static void shrink(int[] widths, int[] least, long room) {
    long sum = Arrays.stream(widths).asLongStream().sum();
    while (sum > room) {
      int widest = -1;
      for (int column = 0; column < widths.length; column++) {
        if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
          widest = column;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      sum--;
    }
  }

  private static int natural(String cell) {
    return cell.lines().mapToInt(TextTable::width).max().orElse(0);
  }

  private static int longestWord(String cell) {
    return Arrays.stream(cell.split("\\s+", -1)).mapToInt(TextTable::width).max().orElse(0);
  }

  private void line(Appendable out, int[] widths, List<String> cells) throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < widths.length; column++) {
      List<String> lines =
          cut[column]
              ? List.of(truncate(clean(cells.get(column).replace('\n', ' ')), widths[column]))
              : wrap(cells.get(column), widths[column]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int row = 0; row < height; row++) {
      StringBuilder text = new StringBuilder(indent);
      text.append(edge("", "| ", "\u2502 "));
      for (int column = 0; column < widths.length; column++) {
        List<String> lines = wrapped.get(column);
        String part = row < lines.size() ? lines.get(row) : "";
        String padding = " ".repeat(Math.max(0, widths[column] - width(part)));
        text.append(right[column] ? padding + part : part + padding);
        if (column < widths.length - 1) {
          text.append(edge("  ", " | ", " \u2502 "));
        }
      }
      text.append(edge("", " |", " \u2502"));
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private String edge(String plain, String ascii, String box) {
    return switch (style) {
      case PLAIN -> plain;
      case ASCII -> ascii;
      case BOX -> box;
    };
  }

  /** A horizontal line: above (0), below the head (1), or at the foot (2). */
  private void rule(Appendable out, int[] widths, int where) throws IOException {
    if (style == Style.PLAIN && where != 1) {
      return;
    }
    StringBuilder text = new StringBuilder(indent);
    String left =
        edge("", "+-", List.of("\u250c\u2500", "\u251c\u2500", "\u2514\u2500").get(where));
    String cross =
        edge(
            "  ",
            "-+-",
            List.of("\u2500\u252c\u2500", "\u2500\u253c\u2500", "\u2500\u2534\u2500").get(where));
    String end = edge("", "-+", List.of("\u2500\u2510", "\u2500\u2524", "\u2500\u2518").get(where));
    String dash = edge("-", "-", "\u2500");
    text.append(left);
    for (int column = 0; column < widths.length; column++) {
      text.append(dash.repeat(widths[column]));
      if (column < widths.length - 1) {
        text.append(cross);
      }
    }
    out.append(text.append(end).toString().stripTrailing()).append('\n');
  }

  /**
   * How many columns a text takes on a terminal.
   *
   * @param text one line
   * @return the width
   */
  public static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(codePoint) ? 2 : 1;
    };
  }

  /** East Asian wide and full-width blocks: Unicode Standard Annex 11. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /**
   * Cuts a text to a width, with an ellipsis where something is lost.
   *
   * @param text one line
   * @param columns the width, at least 1
   * @return the text or its beginning
   */
  public static String truncate(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int end = fitting(text, 0, columns - 1);
    return text.substring(0, end).stripTrailing() + "\u2026";
  }

  /** Index after the last character that still fits. */
  private static int fitting(String text, int start, int columns) {
    int used = 0;
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      used += width(codePoint);
      if (used > columns) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /**
   * Breaks a text into lines no wider than a width: at blanks, or inside a word that is too long.
   *
   * @param text any text; its own line breaks are kept
   * @param columns the width, at least 2
   * @return at least one line
   */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrapLine(clean(line), columns, lines));
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static void wrapLine(String line, int columns, List<String> lines) {
    StringBuilder current = new StringBuilder();
    for (String word : line.strip().split(" +", -1)) {
      String rest = word;
      if (!current.isEmpty() && width(current.toString()) + 1 + width(rest) <= columns) {
        current.append(' ').append(rest);
        continue;
      }
      if (!current.isEmpty()) {
        lines.add(current.toString());
        current.setLength(0);
      }
      while (width(rest) > columns) {
        int end = Math.max(fitting(rest, 0, columns), rest.offsetByCodePoints(0, 1));
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      current.append(rest);
    }
    lines.add(current.toString());
  }

  /** A text without characters that could steer a terminal. */
  static String clean(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .filter(c -> !steers(c))
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Marks that turn the direction of writing around would garble the columns after them. */
  private static boolean steers(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
