package org.araxes.border;

/** Where a control happens. */
public enum ControlPlace {
  /** At the border line. */
  LINE,
  /** Inland. */
  INLAND,
  /** On board, under way. */
  ON_BOARD,
  /** At the origin, before departure. */
  ORIGIN,
  /** From afar. */
  REMOTE
}
