package org.araxes.agreement;

import java.util.Locale;

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

  /**
   * Whether an instrument in this status has got as far as another, on its way to being in force.
   * One that is suspended was ratified and is not in force; one that has ended begins anew.
   *
   * @param wanted the other status
   * @return true if so
   */
  public boolean reaches(LegalStatus wanted) {
    if (wanted.compareTo(IN_FORCE) > 0) {
      return this == wanted;
    }
    return switch (this) {
      case PROPOSED, INITIALLED, SIGNED, RATIFIED, IN_FORCE -> compareTo(wanted) >= 0;
      case SUSPENDED -> wanted != IN_FORCE;
      case TERMINATED, EXPIRED -> false;
    };
  }

  /**
   * How datasets write it, for instance {@code in_force}.
   *
   * @return its code
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
