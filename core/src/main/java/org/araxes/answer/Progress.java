package org.araxes.answer;

/**
 * Hears how far a long question has come. Called from the asking thread, seldom enough to be cheap.
 */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (task, done, total) -> {};

  /**
   * Tells of progress.
   *
   * @param task what is being done, for people
   * @param done steps done
   * @param total steps in all, or 0 when not known
   */
  void report(String task, long done, long total);
}
