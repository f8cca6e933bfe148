package org.araxes.answer;

/** How bad a finding about data is. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** Likely a gap or a slip. */
  WARNING,
  /** Wrong; a dataset with it does not ship. */
  ERROR
}
