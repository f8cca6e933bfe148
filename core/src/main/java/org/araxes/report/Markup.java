package org.araxes.report;

/** Text made safe for HTML and XML. */
final class Markup {
  private Markup() {}

  /**
   * Nothing in it can become markup, inside an element or between quotation marks. What XML 1.0
   * does not allow, such as control characters, becomes the replacement character.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(allowed(letter) ? letter : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean allowed(int letter) {
    return letter == '\t'
        || letter == '\n'
        || (letter >= 0x20 && letter < 0x7F)
        || (letter >= 0xA0 && letter < 0xD800)
        || (letter > 0xDFFF && letter != 0xFFFE && letter != 0xFFFF);
  }
}
