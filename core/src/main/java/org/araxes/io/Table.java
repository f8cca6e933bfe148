package org.araxes.io;

import java.util.ArrayList;
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

  /** A JSON list of objects as rows. */
  static Table ofList(Schema schema, JsonValue root, Faults faults) {
    List<Row> rows = new ArrayList<>();
    boolean complete = root.kind() == JsonValue.Kind.ARRAY;
    if (!complete) {
      faults.add(
          "wrong_type",
          schema.file(),
          root.line(),
          "",
          "The file is a list of objects, but here " + root.kind().words());
    } else if (root.items().size() > MOST_ROWS) {
      faults.add(
          "too_many_rows", schema.file(), root.line(), "", "More than " + MOST_ROWS + " objects");
      return unreadable(schema);
    }
    for (JsonValue item : root.items()) {
      if (item.kind() == JsonValue.Kind.OBJECT) {
        rows.add(Row.ofJson(schema, item, faults));
      } else {
        complete = false;
        faults.add(
            "wrong_type",
            schema.file(),
            item.line(),
            "",
            "The list holds objects, but here " + item.kind().words());
      }
    }
    return new Table(schema, List.copyOf(rows), complete);
  }

  static Table unreadable(Schema schema) {
    return new Table(schema, List.of(), false);
  }
}
