package org.araxes.capacity;

/** What a flow is to spend the least of. */
public enum Spending {
  /** Money: carriage, fees and changes of mode or gauge. */
  MONEY,
  /** Time under way, borders and changes included, added up over all units. */
  TIME,
  /** Distance, added up over all units. */
  DISTANCE
}
