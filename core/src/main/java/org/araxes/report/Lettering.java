package org.araxes.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is when drawn, without asking for a font: the widths are those of DejaVu Sans,
 * the widest of the fonts a reader is likely to see, rounded up in classes. So a text may look
 * shorter than reckoned, and hardly ever longer.
 */
final class Lettering {
  private static final double BOLD = 1.1;

  private Lettering() {}

  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Lettering::em).sum() * size;
  }

  static double bold(String text, double size) {
    return width(text, size) * BOLD;
  }

  private static double em(int letter) {
    if ("ijl.,:;'|![]() ".indexOf(letter) >= 0) {
      return 0.38;
    }
    if ("frt-/\"".indexOf(letter) >= 0) {
      return 0.42;
    }
    if ("mwMW%@+<>=\u2192\u2026".indexOf(letter) >= 0) {
      return 0.96;
    }
    if (Character.isUpperCase(letter)) {
      return 0.72;
    }
    return letter < 0x2E80 ? 0.62 : 1.05;
  }

  /**
   * Breaks a text into lines no wider than some units, at blanks, else behind a hyphen or the like,
   * else anywhere, and always at a line break. Of more lines than wanted the last ends with an
   * ellipsis.
   */
  static List<String> wrap(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text, size, width)) {
      if (line.indexOf("\n") >= 0) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      if (line.length() > 0 && width((line + piece).stripTrailing(), size) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    if (!line.toString().isBlank() || lines.isEmpty()) {
      lines.add(line.toString().strip());
    }
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    String last = kept.get(most - 1);
    while (!last.isEmpty() && width(last + "\u2026", size) > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
    }
    kept.set(most - 1, last + "\u2026");
    return kept;
  }

  /** One line no wider than some units, with an ellipsis where something is left out. */
  static String cut(String text, double size, double width) {
    return wrap(text, size, width, 1).get(0);
  }

  /** What must not be parted, each with the blank behind it. */
  private static List<String> pieces(String text, double size, double width) {
    List<String> pieces = new ArrayList<>();
    for (String word : text.strip().split("(?<=\\s)", -1)) {
      if (width(word.strip(), size) <= width) {
        pieces.add(word);
        continue;
      }
      for (String part : word.split("(?<=[-_/,\u2013])", -1)) {
        int from = 0;
        while (from < part.length()) {
          int to = part.offsetByCodePoints(from, 1);
          while (to < part.length()
              && width(part.substring(from, part.offsetByCodePoints(to, 1)), size) <= width) {
            to = part.offsetByCodePoints(to, 1);
          }
          pieces.add(part.substring(from, to));
          from = to;
        }
      }
    }
    return pieces;
  }
}
