package org.araxes.answer;

/**
 * Something about data that is wrong, missing or odd.
 *
 * @param code a stable name in lower_snake_case
 * @param severity how bad
 * @param subject the id of the thing, or empty
 * @param message one sentence for people, with a way on where there is one
 * @param file the file where it stands, or empty
 * @param line the line there from 1, or 0 where not known
 */
public record Finding(
    String code, Severity severity, String subject, String message, String file, int line) {
  /**
   * An error that is not tied to a place in a file.
   *
   * @param code a stable name
   * @param subject the id
   * @param message one sentence
   * @return the finding
   */
  public static Finding error(String code, String subject, String message) {
    return new Finding(code, Severity.ERROR, subject, message, "", 0);
  }

  /**
   * A warning that is not tied to a place in a file.
   *
   * @param code a stable name
   * @param subject the id
   * @param message one sentence
   * @return the finding
   */
  public static Finding warning(String code, String subject, String message) {
    return new Finding(code, Severity.WARNING, subject, message, "", 0);
  }

  /**
   * A remark that is not tied to a place in a file.
   *
   * @param code a stable name
   * @param subject the id
   * @param message one sentence
   * @return the finding
   */
  public static Finding info(String code, String subject, String message) {
    return new Finding(code, Severity.INFO, subject, message, "", 0);
  }

  /**
   * The same finding at a place in a file.
   *
   * @param where the file
   * @param lineNumber the line from 1
   * @return the finding
   */
  public Finding at(String where, int lineNumber) {
    return new Finding(code, severity, subject, message, where, lineNumber);
  }

  /** {@code nodes.geojson:12 [bad_coordinate] baku: …}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!file.isEmpty()) {
      text.append(file);
      if (line > 0) {
        text.append(':').append(line);
      }
      text.append(' ');
    }
    text.append('[').append(code).append("] ");
    if (!subject.isEmpty()) {
      text.append(subject).append(": ");
    }
    return text.append(message).toString();
  }
}
