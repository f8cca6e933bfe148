package org.araxes.evidence;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

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
 * @param sides ids of the parties whose own statement it is; empty where nobody's or not known
 */
public record Source(
    String id,
    String title,
    String publisher,
    String url,
    String date,
    String licence,
    String note,
    SortedSet<String> sides) {
  // Copies, and rejects a source without id or title.
  public Source {
    sides = Collections.unmodifiableSortedSet(new TreeSet<>(sides));
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A source has an id and a title: \"" + id + "\"");
    }
  }

  /**
   * A source that is no party's own statement.
   *
   * @param id the short name by which facts cite it
   * @param title what it is
   * @param publisher who published it, or empty
   * @param url where it is to be found, or empty
   * @param date when it was published, as written, or empty
   * @param licence under which terms, or empty
   * @param note anything else, or empty
   */
  public Source(
      String id,
      String title,
      String publisher,
      String url,
      String date,
      String licence,
      String note) {
    this(id, title, publisher, url, date, licence, note, new TreeSet<>());
  }
}
