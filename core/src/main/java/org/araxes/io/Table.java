package org.araxes.io;

import java.util.List;

/**
 * The rows of one file.
 *
 * @param schema which file
 * @param rows in the order of the file
 * @param complete whether all rows could be read, so that what is not among them is not there
 */
record Table(Schema schema, List<Row> rows, boolean complete) {
  /** The most rows or features of one file. */
  static final int MOST_ROWS = 1_000_000;

  static Table unreadable(Schema schema) {
    return new Table(schema, List.of(), false);
  }
}
