package org.araxes.benchmarks;

import java.util.Arrays;
import java.util.Objects;

/** Compares answers before anything is timed; a fast wrong answer is worth nothing. */
public final class Answers {
  private Answers() {}

  /**
   * Refuses answers that differ.
   *
   * @param question what was asked
   * @param ours what Araxes says: a value, an array or arrays of arrays
   * @param theirs what the other library says
   * @throws IllegalStateException if the two are not equal, which ends the run
   */
  public static void mustAgree(String question, Object ours, Object theirs) {
    if (!Objects.deepEquals(ours, theirs)) {
      throw new IllegalStateException(
          "Different answers to "
              + question
              + ": Araxes says "
              + words(ours)
              + ", the peer "
              + words(theirs));
    }
  }

  /**
   * Refuses numbers that differ by more than rounding.
   *
   * @param question what was asked
   * @param ours what Araxes says
   * @param theirs what the other library says
   * @param tolerance the largest difference allowed, absolute
   * @throws IllegalStateException if the two differ by more, which ends the run
   */
  public static void mustAgree(String question, double ours, double theirs, double tolerance) {
    if (!(Math.abs(ours - theirs) <= tolerance)) {
      mustAgree(question, (Object) ours, theirs);
    }
  }

  private static String words(Object answer) {
    String array = Arrays.deepToString(new Object[] {answer});
    return array.substring(1, array.length() - 1);
  }
}
