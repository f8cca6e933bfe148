package org.araxes.network;

/** Whether an element is there for use. */
public enum Status {
  /** In use. */
  OPERATIONAL,
  /** Being built or rebuilt. */
  UNDER_CONSTRUCTION,
  /** Decided, not begun. */
  PLANNED,
  /** Talked about. */
  PROPOSED,
  /** There, not in use. */
  DISUSED,
  /** No longer there. */
  DISMANTLED
}
