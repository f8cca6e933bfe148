package org.araxes.border;

/** What moves. Borders treat these differently. */
public enum TrafficClass {
  /** Goods. */
  GOODS,
  /** Persons. */
  PERSONS,
  /** Gas, oil or electric power. */
  ENERGY,
  /** Data. */
  DATA
}
