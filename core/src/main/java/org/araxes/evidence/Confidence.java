package org.araxes.evidence;

/** How sure a fact is, from the weakest to the strongest. */
public enum Confidence {
  /** Commentary, an estimate or an inference. */
  LOW,
  /** One serious report. */
  MEDIUM,
  /** Official, or several independent reports. */
  HIGH;

  /**
   * The weaker of two: a chain is as sure as its weakest link.
   *
   * @param other the other
   * @return the weaker
   */
  public Confidence and(Confidence other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
