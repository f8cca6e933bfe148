package org.araxes.routing;

/** By what one route is better than another. */
public enum Aim {
  /** The least time, borders and changes of mode or gauge included. */
  FASTEST,
  /** The least distance. */
  SHORTEST,
  /** The least cost for the whole movement. */
  CHEAPEST,
  /** The fewest different states that it travels in; of several the one with the least time. */
  FEWEST_STATES
}
