package org.araxes.report;

import java.io.IOException;

/**
 * A picture of an answer, written as SVG.
 *
 * <p><b>What every drawing keeps.</b> It has a title and a description for those who do not see it;
 * shapes, textures and words say what colours say; it brings its own paper, so it reads on light
 * and on dark ground; letters have at least 12 units and come from the reader's own fonts; names
 * are escaped; there is no script, and nothing is loaded. The same value gives the same text.
 *
 * <p><b>Width.</b> A drawing lays itself out anew for the width wanted, so that letters keep their
 * size. Where that cannot be done it is wider, and the page lets it be scrolled.
 */
public sealed interface Drawing
    permits AgreementDrawing, BarsDrawing, ControlDrawing, GradesDrawing, TimelineDrawing {
  /** As wide as a page of text on a screen, in CSS pixels. */
  int WIDE = 1_080;

  /** As wide as a tablet held upright allows. */
  int MIDDLE = 720;

  /** As wide as a telephone held upright allows. */
  int NARROW = 372;

  /**
   * What it shows.
   *
   * @return a few words
   */
  String title();

  /**
   * What there is to see, for those who do not.
   *
   * @return sentences
   */
  String description();

  /**
   * Draws it.
   *
   * @param width how wide it should be in CSS pixels, 320 or more
   * @param prefix with which its ids begin: a letter, then letters and digits; two drawings on one
   *     page differ in it
   * @return one element {@code svg}
   * @throws IllegalArgumentException for a width or prefix that is none
   */
  String svg(int width, String prefix);

  /**
   * Writes it as a file of its own, {@link #WIDE} units wide.
   *
   * @param out where to, to be stored as UTF-8
   * @throws IOException when writing fails
   */
  default void writeTo(Appendable out) throws IOException {
    out.append(svg(WIDE, "drawing"));
  }
}
