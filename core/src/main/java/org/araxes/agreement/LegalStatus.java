package org.araxes.agreement;

/** The life of an instrument. */
public enum LegalStatus {
  /** Somebody put it forward. */
  PROPOSED,
  /** The text is fixed. */
  INITIALLED,
  /** Signed. */
  SIGNED,
  /** Ratified by all who must. */
  RATIFIED,
  /** In force. */
  IN_FORCE,
  /** Was in force, rests. */
  SUSPENDED,
  /** Ended by somebody's act. */
  TERMINATED,
  /** Ended by time. */
  EXPIRED;

  /**
   * Whether the instrument stands: signed, ratified or in force.
   *
   * @return true if so
   */
  public boolean stands() {
    return this == SIGNED || this == RATIFIED || this == IN_FORCE;
  }
}
