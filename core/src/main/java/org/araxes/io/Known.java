package org.araxes.io;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids of one kind of thing, and where each stands: also of those that have faults. */
final class Known {
  private final String what;
  private final String code;
  private final Set<String> ids = new LinkedHashSet<>();
  private final Map<String, Row> rows = new HashMap<>();
  private boolean complete = true;

  Known(String what, String code) {
    this.what = what;
    this.code = code;
  }

  /** The ids of a table, told when two rows share one. */
  static Known of(String what, String code, Table table) {
    Known known = new Known(what, code);
    known.complete = table.complete();
    for (Row row : table.rows()) {
      known.add(row);
    }
    return known;
  }

  /** Ids from elsewhere than a file. */
  static Known of(String what, String code, Collection<String> ids) {
    Known known = new Known(what, code);
    known.ids.addAll(ids);
    return known;
  }

  private void add(Row row) {
    if (row.subject().isBlank()) {
      return;
    }
    ids.add(row.subject());
    Row first = rows.putIfAbsent(row.subject(), row);
    if (first != null) {
      row.fault(
          "duplicate_id",
          "id",
          "There are two of this " + what + ", the other in line " + first.line());
    }
  }

  /** Adds a name that many rows may share. */
  void addShared(String id, Row row) {
    ids.add(id);
    rows.putIfAbsent(id, row);
  }

  /** Whether all are known, so that what is not among them is not there. */
  boolean complete() {
    return complete;
  }

  void incomplete() {
    complete = false;
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  Collection<String> ids() {
    return Collections.unmodifiableSet(ids);
  }

  /** Where it stands, if in a file. */
  Optional<Row> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** What one of them is called in messages. */
  String what() {
    return what;
  }

  /** The code of the fault that one is not there. */
  String code() {
    return code;
  }
}
