package org.araxes.control;

import java.util.List;

/** Parties that decide for each other in a circle, so that nobody ultimately does. */
public final class ControlCycleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param cycle the parties of the circle, the first one again at the end
   */
  public ControlCycleException(List<String> cycle) {
    super("Nobody ultimately decides in the circle " + String.join(" ← ", cycle));
  }
}
