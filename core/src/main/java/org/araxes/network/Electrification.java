package org.araxes.network;

/** Whether and how a railway is electrified. */
public enum Electrification {
  /** Not. */
  NONE,
  /** 3 kV direct current. */
  DC_3KV,
  /** 25 kV alternating current. */
  AC_25KV,
  /** Electrified, system not known. */
  YES,
  /** Not known. */
  UNKNOWN
}
