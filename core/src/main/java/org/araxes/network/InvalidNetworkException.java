package org.araxes.network;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.answer.InvalidDataException;

/** A network that cannot be built, with every fault at once. */
public final class InvalidNetworkException extends InvalidDataException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param findings the faults
   */
  public InvalidNetworkException(List<Finding> findings) {
    super("The network", findings);
  }
}
