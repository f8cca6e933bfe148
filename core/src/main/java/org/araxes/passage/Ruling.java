package org.araxes.passage;

import org.araxes.answer.Truth;

/**
 * Whether a stretch meets a requirement.
 *
 * @param truth whether it does
 * @param reason what stands against it or is not known; empty for a yes
 */
public record Ruling(Truth truth, String reason) {
  /**
   * It does.
   *
   * @return the ruling
   */
  public static Ruling yes() {
    return new Ruling(Truth.YES, "");
  }

  /**
   * It does not.
   *
   * @param reason what stands against it
   * @return the ruling
   */
  public static Ruling no(String reason) {
    return new Ruling(Truth.NO, reason);
  }

  /**
   * Nobody can say.
   *
   * @param reason what is not known
   * @return the ruling
   */
  public static Ruling unknown(String reason) {
    return new Ruling(Truth.UNKNOWN, reason);
  }

  /**
   * Both: of a no, an unknown and a yes the first of these that occurs, with its reason.
   *
   * @param other the other
   * @return the lesser ruling, this one where they are alike
   */
  public Ruling and(Ruling other) {
    return other.truth.compareTo(truth) < 0 ? other : this;
  }
}
