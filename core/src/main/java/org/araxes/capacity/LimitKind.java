package org.araxes.capacity;

/** What holds an amount back. */
public enum LimitKind {
  /** A stretch, its directions and gauges together. */
  EDGE,
  /** The cap of an agreement on a stretch. */
  CAP,
  /** The passing of a border, in one direction by one mode. */
  CROSSING,
  /** A place where mode or gauge changes, both ways together. */
  YARD,
  /** A place: what leaves it along edges. */
  NODE,
  /** Permits of a state, wherever the vehicle enters. */
  PERMITS
}
