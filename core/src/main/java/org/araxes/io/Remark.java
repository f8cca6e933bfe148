package org.araxes.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a statement says in an annotation of Araxes: a key and a value a line. */
record Remark(Map<String, String> values) {
  /** Who makes the annotations. */
  static final String BY = "Araxes";

  static Remark parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.putIfAbsent(
            line.substring(0, colon), line.substring(colon + 2).replace("\\n", "\n"));
      }
    }
    return new Remark(values);
  }

  String get(String key) {
    return values.getOrDefault(key, "");
  }

  /** The form that {@link #parse} reads, without empty values. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey() + ": " + entry.getValue().replace("\n", "\\n"))
        .collect(Collectors.joining("\n"));
  }
}
