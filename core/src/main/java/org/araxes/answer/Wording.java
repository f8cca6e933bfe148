package org.araxes.answer;

import java.util.Locale;

/** Says constants in words. */
public final class Wording {
  private Wording() {}

  /**
   * The name of a constant in lower case, with blanks.
   *
   * @param constant for instance {@code MISSING_LINK}
   * @return for instance {@code missing link}
   */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
