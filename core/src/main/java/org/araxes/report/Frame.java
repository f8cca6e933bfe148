package org.araxes.report;

import java.util.List;
import java.util.regex.Pattern;

/** What every drawing begins with: a width that is one, and its title. */
final class Frame {
  static final double MARGIN = 14;

  private static final int NARROWEST = 320;
  private static final int WIDEST = 10_000;
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,30}");

  private Frame() {}

  /** A canvas with the title on it. */
  static SvgCanvas begin(Drawing drawing, int width, String prefix) {
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "A drawing is " + NARROWEST + " to " + WIDEST + " units wide, but not " + width);
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "The prefix \"" + prefix + "\" should be a letter, then letters and digits");
    }
    SvgCanvas canvas = new SvgCanvas(prefix);
    double at = MARGIN + SvgCanvas.TEXT;
    for (String line : titleLines(drawing, width)) {
      canvas.bold(MARGIN, at, line, SvgCanvas.TEXT * 1.1, SvgCanvas.Anchor.START);
      at += SvgCanvas.TEXT * 1.1 * SvgCanvas.LEADING;
    }
    return canvas;
  }

  /** Where the drawing begins below its title. */
  static double top(Drawing drawing, int width) {
    return MARGIN
        + titleLines(drawing, width).size() * SvgCanvas.TEXT * 1.1 * SvgCanvas.LEADING
        + 12;
  }

  /** A heading within a drawing; gives the y of the base line that would come next. */
  static double heading(SvgCanvas canvas, String text, double top, double width) {
    double y = top;
    for (String line : Lettering.wrap(text, SvgCanvas.TEXT * 1.1, width - 2 * MARGIN, 4)) {
      canvas.bold(MARGIN, y, line, SvgCanvas.TEXT, SvgCanvas.Anchor.START);
      y += SvgCanvas.TEXT * SvgCanvas.LEADING;
    }
    return y;
  }

  private static List<String> titleLines(Drawing drawing, int width) {
    return Lettering.wrap(drawing.title(), SvgCanvas.TEXT * 1.25, width - 2 * MARGIN, 8);
  }
}
