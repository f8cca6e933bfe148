package org.araxes.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTML page with drawings and words, in one file that needs no network: no script, its style
 * inside, and a content security policy that forbids loading anything.
 *
 * <p>Every drawing is there three times, laid out for a wide, a middling and a narrow screen; the
 * reader sees, and hears, one of them. It grows a little to fill the screen; a drawing that is
 * wider than the screen keeps its size and scrolls by itself.
 *
 * <p><b>Order.</b> The same content gives the same bytes. <b>Cost.</b> O(size of the page).
 */
public final class DrawingPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1f272c; --soft: #505b62; --ground: #f2f1ec; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e9ecec; --soft: #b4bec3; --ground: #171c1f; }
      }
      body { margin: 0 auto; padding: 20px 24px 40px; max-width: 1080px; background: var(--ground);
        color: var(--ink);
        font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 6px; }
      p { margin: 0 0 14px; max-width: 46rem; }
      p.below { color: var(--soft); }
      figure { margin: 18px 0; overflow-x: auto; }
      figure:focus-visible { outline: 3px solid #2f7fb0; outline-offset: 2px; }
      svg { display: block; }
      .fits svg { width: 100%; height: auto; }
      .wide.fits { max-width: 1080px; }
      .middle.fits { max-width: 936px; }
      .narrow.fits { max-width: 520px; }
      .middle, .narrow { display: none; }
      @media (max-width: 1127px) { .wide { display: none; } .middle { display: block; } }
      @media (max-width: 767px) { .middle { display: none; } .narrow { display: block; } }
      @media (max-width: 430px) { body { padding: 14px 8px 30px; } }
      @media print { body { background: none; } }
      """;

  private final String title;
  private final String subtitle;
  private final List<Object> parts;

  private DrawingPage(Builder builder) {
    title = builder.title;
    subtitle = builder.subtitle;
    parts = List.copyOf(builder.parts);
  }

  /**
   * Starts a page.
   *
   * @param title its title
   * @param subtitle a sentence below it, or empty
   * @return a builder
   */
  public static Builder titled(String title, String subtitle) {
    return new Builder(title, subtitle);
  }

  /**
   * Writes the page, to be stored as UTF-8.
   *
   * @param out where to
   * @throws IOException when writing fails
   */
  public void writeTo(Appendable out) throws IOException {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>").append(Markup.escaped(title)).append("</title>\n");
    out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    out.append("<h1>").append(Markup.escaped(title)).append("</h1>\n");
    if (!subtitle.isEmpty()) {
      out.append("<p class=\"below\">").append(Markup.escaped(subtitle)).append("</p>\n");
    }
    int number = 0;
    for (Object part : parts) {
      if (part instanceof Drawing drawing) {
        number++;
        out.append("<figure tabindex=\"0\">\n");
        layout(out, "wide", Drawing.WIDE, drawing, "w" + number);
        layout(out, "middle", Drawing.MIDDLE, drawing, "m" + number);
        layout(out, "narrow", Drawing.NARROW, drawing, "n" + number);
        out.append("</figure>\n");
      } else {
        out.append("<p>").append(Markup.escaped(part.toString())).append("</p>\n");
      }
    }
    out.append("</main>\n</body>\n</html>\n");
  }

  /** One that came out wider than wanted keeps its size, so that its letters stay readable. */
  private static void layout(Appendable out, String name, int width, Drawing drawing, String prefix)
      throws IOException {
    String svg = drawing.svg(width, prefix);
    boolean fits = svg.lines().findFirst().orElse("").contains(" width=\"" + width + "\"");
    out.append("<div class=\"").append(name).append(fits ? " fits" : "").append("\">\n");
    out.append(svg).append("</div>\n");
  }

  /** Gathers what a page shows. */
  public static final class Builder {
    private final String title;
    private final String subtitle;
    private final List<Object> parts = new ArrayList<>();

    private Builder(String title, String subtitle) {
      this.title = title;
      this.subtitle = subtitle;
    }

    /**
     * Adds a drawing below what is there.
     *
     * @param drawing the drawing
     * @return this builder
     */
    public Builder drawing(Drawing drawing) {
      parts.add(drawing);
      return this;
    }

    /**
     * Adds a paragraph below what is there.
     *
     * @param text its words
     * @return this builder
     */
    public Builder paragraph(String text) {
      parts.add(text);
      return this;
    }

    /**
     * Makes the page.
     *
     * @return the page
     */
    public DrawingPage build() {
      return new DrawingPage(this);
    }
  }
}
