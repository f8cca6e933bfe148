package org.araxes.capacity;

/** As what something fails. */
public enum RiskKind {
  /** A party that shuts all that it can shut alone. */
  PARTY,
  /** A crossing that lets nothing pass, in any direction. */
  CROSSING,
  /** A stretch. */
  EDGE,
  /** A place where mode or gauge changes: nothing changes there any more. */
  YARD,
  /** A place that is no crossing, with all that touches it. */
  NODE
}
