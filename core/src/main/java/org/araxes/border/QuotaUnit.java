package org.araxes.border;

/** What a quota counts. */
public enum QuotaUnit {
  /** Forms, each for one journey there and back. */
  PERMITS,
  /** Crossings of the border. */
  JOURNEYS,
  /** Vehicles, however often they come. */
  VEHICLES,
  /** Tonnes of goods. */
  TONNES
}
