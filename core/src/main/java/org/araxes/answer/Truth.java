package org.araxes.answer;

/** Three-valued truth after Kleene: what is not known travels to the result. */
public enum Truth {
  /** It is not so. */
  NO,
  /** Nobody can say on the facts given. */
  UNKNOWN,
  /** It is so. */
  YES;

  /**
   * Yes or no.
   *
   * @param value the value
   * @return the truth
   */
  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  /**
   * Both: the lesser of NO &lt; UNKNOWN &lt; YES.
   *
   * @param other the other
   * @return the conjunction
   */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * Either: the greater of NO &lt; UNKNOWN &lt; YES.
   *
   * @param other the other
   * @return the disjunction
   */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The opposite; unknown stays unknown.
   *
   * @return the negation
   */
  public Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
