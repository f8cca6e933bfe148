package org.araxes.control;

/** What kind of decision it is. */
public enum Matter {
  /** Day-to-day business. */
  ORDINARY,
  /** A matter for which the statute asks more than a simple majority. */
  SPECIAL,
  /** A matter that named parties must agree on jointly. */
  RESERVED,
  /** Whether a stake may pass to another holder. */
  TRANSFER
}
