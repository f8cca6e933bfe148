package org.araxes.border;

/** By what a movement goes. */
public enum Mode {
  /** Road. */
  ROAD,
  /** Railway. */
  RAIL,
  /** Aircraft. */
  AIR,
  /** Ship. */
  SEA,
  /** Gas pipeline. */
  GAS,
  /** Oil pipeline. */
  OIL,
  /** Power line. */
  POWER,
  /** Optical fibre. */
  FIBRE
}
