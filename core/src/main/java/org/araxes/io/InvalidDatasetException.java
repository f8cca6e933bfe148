package org.araxes.io;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.answer.InvalidDataException;

/**
 * A dataset that cannot be read, with every fault at once: file, line, id, what is wrong, and a way
 * on where there is one. Nothing of the dataset is returned.
 */
public final class InvalidDatasetException extends InvalidDataException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param dataset which dataset: its folder or its name
   * @param findings the faults, at least one
   */
  public InvalidDatasetException(String dataset, List<Finding> findings) {
    super("The dataset " + dataset, findings);
  }
}
