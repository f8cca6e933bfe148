package org.araxes.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
public final class Suggestions {
  private static final int FAR = 1_000;

  private Suggestions() {}

  /**
   * The end of an error message: {@code " Maybe \"NAX\"?"}, or nothing when no id is close.
   *
   * @param asked what was asked for
   * @param known what there is
   * @return a sentence that starts with a blank, or the empty text
   */
  public static String maybe(String asked, Collection<String> known) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, asked.length() / 3));
    return known.stream()
        .limit(200_000)
        .min(
            Comparator.comparingInt((String id) -> closeness(distance, wanted, id))
                .thenComparing(Comparator.naturalOrder()))
        .filter(id -> closeness(distance, wanted, id) < FAR)
        .map(id -> " Maybe \"" + id + "\"?")
        .orElse("");
  }

  private static int closeness(LevenshteinDistance distance, String wanted, String id) {
    String other = id.toLowerCase(Locale.ROOT);
    int steps = distance.apply(wanted, other);
    if (steps >= 0) {
      return steps;
    }
    return wanted.length() >= 3 && other.contains(wanted) ? FAR / 2 : FAR;
  }
}
