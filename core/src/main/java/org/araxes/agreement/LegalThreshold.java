package org.araxes.agreement;

/** From which legal status on an instrument is taken to bind. The caller chooses. */
public enum LegalThreshold {
  /** Signed or later. */
  SIGNED,
  /** Ratified or later. */
  RATIFIED,
  /** In force. */
  IN_FORCE;

  /**
   * Whether a status reaches this threshold.
   *
   * @param status the status
   * @return true if it does and the instrument still stands
   */
  public boolean admits(LegalStatus status) {
    return status.stands() && status.compareTo(LegalStatus.valueOf(name())) >= 0;
  }
}
