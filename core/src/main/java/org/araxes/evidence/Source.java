package org.araxes.evidence;

/**
 * Where a fact was read.
 *
 * @param id the short name by which facts cite it
 * @param title what it is
 * @param publisher who published it, or empty
 * @param url where it is to be found, or empty
 * @param date when it was published, as written (may be a year alone), or empty
 * @param licence under which terms, or empty
 * @param note anything else, or empty
 */
public record Source(
    String id,
    String title,
    String publisher,
    String url,
    String date,
    String licence,
    String note) {
  // Rejects a source without id or title.
  public Source {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A source has an id and a title: \"" + id + "\"");
    }
  }
}
