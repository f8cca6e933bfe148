package org.araxes.border;

/** Whether a crossing lets pass. */
public enum CrossingState {
  /** It does. */
  OPEN,
  /** It does under conditions. */
  RESTRICTED,
  /** It does not. */
  CLOSED,
  /** Nobody can say. */
  UNKNOWN
}
