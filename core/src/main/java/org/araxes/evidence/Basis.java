package org.araxes.evidence;

/** Whether a claim says what is, or what somebody means to do. */
public enum Basis {
  /** It is so, or was. */
  FACT,
  /** Somebody announced it. Counts only where plans are asked for. */
  PLAN
}
