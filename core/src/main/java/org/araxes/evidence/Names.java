package org.araxes.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a thing is called, by language and, where sides differ, by side. The id is neutral; every
 * name is someone's.
 *
 * @param byTag texts by tag: a language ({@code az}) or a language and a side ({@code en@AM})
 */
public record Names(SortedMap<String, String> byTag) {
  // Copies, and rejects blank names.
  public Names {
    byTag = Collections.unmodifiableSortedMap(new TreeMap<>(byTag));
    byTag.forEach(
        (tag, text) -> {
          if (tag.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException(
                "A name has a language and a text, but was \"" + tag + "=" + text + "\"");
          }
        });
  }

  /**
   * An English name alone.
   *
   * @param text the name
   * @return the names
   */
  public static Names of(String text) {
    return new Names(new TreeMap<>(Map.of("en", text)));
  }

  /**
   * Reads {@code en=Agbend;az=Ağbənd}.
   *
   * @param text names separated by semicolons
   * @return the names
   */
  public static Names parse(String text) {
    TreeMap<String, String> names = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int sign = part.indexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException(
            "\"" + part.strip() + "\" has no language. Maybe \"en=" + part.strip() + "\"?");
      }
      String tag = part.substring(0, sign).strip();
      if (names.put(tag, part.substring(sign + 1).strip()) != null) {
        throw new IllegalArgumentException("Two names for the language \"" + tag + "\"");
      }
    }
    return new Names(names);
  }

  /**
   * The name in a language, else in English, else the first by tag.
   *
   * @param language a language tag
   * @param otherwise what to say where there is no name at all
   * @return the name
   */
  public String in(String language, String otherwise) {
    String exact = byTag.get(language);
    if (exact != null) {
      return exact;
    }
    String english = byTag.get("en");
    if (english != null) {
      return english;
    }
    return byTag.values().stream().findFirst().orElse(otherwise);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return byTag.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(";"));
  }
}
