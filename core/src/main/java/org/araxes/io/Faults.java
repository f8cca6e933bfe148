package org.araxes.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.answer.Severity;
import org.araxes.answer.Suggestions;

/** Gathers what is wrong with the files of one dataset, up to a limit. */
final class Faults {
  /** So many are kept; of the rest only the number is told. */
  static final int MOST = 1_000;

  private static final int LONGEST_QUOTE = 80;
  private static final long MOST_COMPARISONS = 2_000_000;

  private final List<Finding> faults = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private long left;
  private long comparisons;

  void add(String code, String file, int line, String subject, String message) {
    if (faults.size() < MOST) {
      faults.add(new Finding(code, Severity.ERROR, shortened(subject), message, file, line));
    } else {
      left++;
    }
  }

  void warn(String code, String file, int line, String subject, String message) {
    if (warnings.size() < MOST) {
      warnings.add(new Finding(code, Severity.WARNING, shortened(subject), message, file, line));
    }
  }

  boolean any() {
    return !faults.isEmpty();
  }

  boolean full() {
    return left > 0;
  }

  /** What somebody may have meant; nothing once that has been asked too often to be quick. */
  String maybe(String asked, Collection<String> known) {
    if (full() || asked.length() > 100 || comparisons + known.size() > MOST_COMPARISONS) {
      return "";
    }
    comparisons += known.size();
    return Suggestions.maybe(asked, known);
  }

  /** All faults by file in the order of the format, then by line, then as found. */
  List<Finding> all() {
    List<Finding> sorted = new ArrayList<>(faults);
    sorted.sort(
        Comparator.comparingInt((Finding fault) -> position(fault.file()))
            .thenComparing(Finding::file)
            .thenComparingInt(Finding::line));
    if (left > 0) {
      sorted.add(
          Finding.error(
              "too_many_faults", "", "Only " + MOST + " faults are told; " + left + " are not"));
    }
    return sorted;
  }

  List<Finding> warnings() {
    return List.copyOf(warnings);
  }

  private static int position(String file) {
    int position = Schema.FILES.indexOf(file);
    return position < 0 ? Integer.MAX_VALUE : position;
  }

  /** In quotation marks, cut to a length that fits a message, on one line. */
  static String quoted(String text) {
    return "\"" + shortened(text) + "\"";
  }

  private static String shortened(String text) {
    String cut = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
    StringBuilder line = new StringBuilder(cut.length());
    cut.codePoints()
        .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
