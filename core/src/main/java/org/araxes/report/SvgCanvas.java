package org.araxes.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A sheet to draw on, written as SVG: shapes in the order drawn, coordinates to a tenth of a unit.
 * It brings its own paper, so it reads on light and on dark ground; it has no script and loads
 * nothing. Title and description are there for those who do not see it.
 */
final class SvgCanvas {
  /** The size of letters; nothing on a drawing is smaller than {@link #SMALL}. */
  static final double TEXT = 13.5;

  static final double SMALL = 12;
  static final double LEADING = 1.28;

  private static final String FONT =
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

  private final String prefix;
  private final StringBuilder body = new StringBuilder();
  private final Set<Tint.Texture> textures = EnumSet.noneOf(Tint.Texture.class);

  /** Where a text hangs on its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A canvas whose ids begin so; two canvases on one page differ in it. */
  SvgCanvas(String prefix) {
    this.prefix = prefix;
  }

  void box(double x, double y, double width, double height, double radius, Tint tint) {
    box(x, y, width, height, radius, tint, Tint.LINE, 1, "");
  }

  /** A box with a border of some colour, width and dashes. */
  void box(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Tint tint,
      String border,
      double thick,
      String dashes) {
    String where =
        "<rect x=\""
            + number(x)
            + "\" y=\""
            + number(y)
            + "\" width=\""
            + number(width)
            + "\" height=\""
            + number(height)
            + (radius > 0 ? "\" rx=\"" + number(radius) : "")
            + "\" ";
    body.append(where)
        .append("fill=\"")
        .append(tint.fill())
        .append("\" stroke=\"")
        .append(border)
        .append("\" stroke-width=\"")
        .append(number(thick))
        .append('"')
        .append(dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"")
        .append("/>\n");
    if (tint.texture() != Tint.Texture.NONE) {
      textures.add(tint.texture());
      body.append(where).append("fill=\"url(#").append(id(tint.texture())).append(")\"/>\n");
    }
  }

  /** A line along a path that was built with {@link #number}. */
  void line(String path, String colour, double thick, String dashes) {
    body.append("<path d=\"")
        .append(path)
        .append("\" fill=\"none\" stroke=\"")
        .append(colour)
        .append("\" stroke-width=\"")
        .append(number(thick))
        .append('"')
        .append(dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"")
        .append("/>\n");
  }

  void area(String path, String fill, String border) {
    body.append("<path d=\"")
        .append(path)
        .append("\" fill=\"")
        .append(fill)
        .append("\" stroke=\"")
        .append(border)
        .append("\" stroke-linejoin=\"round\"/>\n");
  }

  void text(double x, double y, String text, double size, Anchor anchor, String colour) {
    write(x, y, text, size, anchor, colour, false, false);
  }

  void bold(double x, double y, String text, double size, Anchor anchor) {
    write(x, y, text, size, anchor, Tint.INK, true, false);
  }

  /** A text with paper around each letter, to be read across lines and textures. */
  void clear(double x, double y, String text, double size, Anchor anchor) {
    write(x, y, text, size, anchor, Tint.INK, false, true);
  }

  private void write(
      double x,
      double y,
      String text,
      double size,
      Anchor anchor,
      String colour,
      boolean bold,
      boolean cleared) {
    body.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(number(size))
        .append('"')
        .append(
            switch (anchor) {
              case START -> "";
              case MIDDLE -> " text-anchor=\"middle\"";
              case END -> " text-anchor=\"end\"";
            })
        .append(bold ? " font-weight=\"600\"" : "")
        .append(colour.equals(Tint.INK) ? "" : " fill=\"" + colour + "\"")
        .append(
            cleared
                ? " stroke=\"#ffffff\" stroke-width=\"5\" stroke-linejoin=\"round\""
                    + " paint-order=\"stroke\""
                : "")
        .append('>')
        .append(Markup.escaped(text))
        .append("</text>\n");
  }

  /** Lines below one another; gives the y of the base line that would come next. */
  double lines(double x, double y, List<String> lines, double size, Anchor anchor, String colour) {
    double at = y;
    for (String line : lines) {
      text(x, at, line, size, anchor, colour);
      at += size * LEADING;
    }
    return at;
  }

  /** What is drawn until {@link #end} shows this when pointed at. */
  void begin(String hint) {
    body.append("<g>");
    if (!hint.isEmpty()) {
      body.append("<title>").append(Markup.escaped(hint)).append("</title>");
    }
    body.append('\n');
  }

  void end() {
    body.append("</g>\n");
  }

  /** The whole drawing as one element. */
  String finish(double width, double height, String title, String description) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" aria-labelledby=\"")
        .append(prefix)
        .append("-title ")
        .append(prefix)
        .append("-desc\" font-family=\"")
        .append(FONT)
        .append("\" fill=\"")
        .append(Tint.INK)
        .append("\">\n");
    svg.append("<title id=\"").append(prefix).append("-title\">");
    svg.append(Markup.escaped(title)).append("</title>\n");
    svg.append("<desc id=\"").append(prefix).append("-desc\">");
    svg.append(Markup.escaped(description)).append("</desc>\n");
    if (!textures.isEmpty()) {
      svg.append("<defs>\n");
      textures.forEach(
          texture ->
              svg.append("<pattern id=\"")
                  .append(id(texture))
                  .append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"")
                  .append(texture.path())
                  .append("\" fill=\"none\" stroke=\"#1f272c\" stroke-opacity=\"")
                  .append(texture == Tint.Texture.PLAN ? "0.6" : "0.3")
                  .append("\" stroke-width=\"1.2\"/></pattern>\n"));
      svg.append("</defs>\n");
    }
    svg.append("<rect width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" rx=\"6\" fill=\"")
        .append(Tint.PAPER)
        .append("\"/>\n");
    return svg.append(body).append("</svg>\n").toString();
  }

  private String id(Tint.Texture texture) {
    return prefix + "-" + Words.code(texture);
  }

  /** A coordinate to a tenth, the same on every machine: {@code 12.5}, {@code 12}. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  /** {@code M x y} and the like. */
  static String step(char command, double... coordinates) {
    List<String> words = new ArrayList<>();
    for (double coordinate : coordinates) {
      words.add(number(coordinate));
    }
    return command + String.join(" ", words);
  }
}
