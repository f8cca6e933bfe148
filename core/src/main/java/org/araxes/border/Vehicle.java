package org.araxes.border;

/** In or with what one passes on a road. */
public enum Vehicle {
  /** Without a vehicle. */
  ON_FOOT,
  /** A private car. */
  CAR,
  /** A bus. */
  BUS,
  /** A goods vehicle. */
  TRUCK
}
