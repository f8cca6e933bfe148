package org.araxes.answer;

import java.util.List;
import java.util.stream.Collectors;

/** Data that cannot be used, with every fault at once, so that one round of mending is enough. */
public class InvalidDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient List<Finding> findings;

  /**
   * Makes the exception.
   *
   * @param what what cannot be used, for instance {@code "The network"}
   * @param findings the faults, at least one
   */
  public InvalidDataException(String what, List<Finding> findings) {
    super(
        what
            + " has "
            + findings.size()
            + (findings.size() == 1 ? " fault:\n" : " faults:\n")
            + findings.stream()
                .limit(SHOWN)
                .map(finding -> "  " + finding)
                .collect(Collectors.joining("\n"))
            + (findings.size() > SHOWN ? "\n  and " + (findings.size() - SHOWN) + " more" : ""));
    this.findings = List.copyOf(findings);
  }

  /**
   * The faults.
   *
   * @return in order of file, line, subject as found
   */
  public List<Finding> findings() {
    return findings;
  }
}
