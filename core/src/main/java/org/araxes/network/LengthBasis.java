package org.araxes.network;

/** Where a stated length comes from. */
public enum LengthBasis {
  /** A source gives it. */
  STATED,
  /** A part of a stated total. */
  SHARE,
  /** An estimate. */
  DERIVED
}
