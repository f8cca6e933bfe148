package org.araxes.passage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.araxes.answer.Suggestions;
import org.araxes.answer.Truth;

/**
 * Which standards a passage reaches. Standards are not steps of one ladder: a grade is the list of
 * verdicts, and two grades need not compare.
 *
 * @param verdicts one for each standard, in the order asked
 */
public record Grade(List<Verdict> verdicts) {
  // Copies.
  public Grade {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * The verdict of a standard.
   *
   * @param standard its name
   * @return the verdict
   * @throws IllegalArgumentException if it was not asked
   */
  public Verdict of(String standard) {
    return verdicts.stream()
        .filter(verdict -> verdict.standard().equals(standard))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No standard \""
                        + standard
                        + "\" in this grade."
                        + Suggestions.maybe(
                            standard, verdicts.stream().map(Verdict::standard).toList())));
  }

  /**
   * The bare truths, for instance to see whether a grade changed.
   *
   * @return by name of standard, in the order asked
   */
  public Map<String, Truth> truths() {
    Map<String, Truth> truths = new LinkedHashMap<>();
    verdicts.forEach(verdict -> truths.put(verdict.standard(), verdict.truth()));
    return Collections.unmodifiableMap(truths);
  }

  /**
   * The standards that are reached.
   *
   * @return names in the order asked
   */
  public List<String> reached() {
    return verdicts.stream()
        .filter(verdict -> verdict.truth() == Truth.YES)
        .map(Verdict::standard)
        .toList();
  }

  /** {@code physical YES, lawful NO, …}. */
  @Override
  public String toString() {
    return verdicts.stream()
        .map(verdict -> verdict.standard() + " " + verdict.truth())
        .collect(Collectors.joining(", "));
  }
}
