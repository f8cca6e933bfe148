package org.araxes.border;

/** What an impediment does, from the mildest. */
public enum Effect {
  /** Passes, but somebody could change that, or nobody knows enough. */
  EXPOSES,
  /** Passes, later or dearer. */
  SLOWS,
  /** Does not pass. */
  BARS
}
