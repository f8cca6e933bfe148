package org.araxes.scenario;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.answer.InvalidDataException;

/** A scenario that cannot be used, or not on that network, with every fault at once. */
public final class InvalidScenarioException extends InvalidDataException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param what what cannot be used, for instance {@code "The scenario \"s2\""}
   * @param findings the faults, at least one
   */
  public InvalidScenarioException(String what, List<Finding> findings) {
    super(what, findings);
  }
}
