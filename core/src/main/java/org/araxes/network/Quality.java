package org.araxes.network;

/** How well a position or a line is known. */
public enum Quality {
  /** Within about 100 m. */
  SURVEYED,
  /** Within about 2 km, of the right shape. */
  GENERALISED,
  /** Worse, or not known. */
  SCHEMATIC
}
