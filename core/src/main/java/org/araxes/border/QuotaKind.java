package org.araxes.border;

/**
 * For which journeys the permits of a quota are: the kinds that states exchange for road transport.
 */
public enum QuotaKind {
  /** Any journey. */
  UNIVERSAL,
  /** Between the two states of the pair, or through the one that asks for the permit. */
  BILATERAL_OR_TRANSIT,
  /** Between the two states of the pair. */
  BILATERAL,
  /** Through the state that asks for the permit. */
  TRANSIT,
  /** Between the state that asks for the permit and a third one. */
  THIRD_COUNTRY,
  /** To or from a port of the state that asks for the permit. */
  PORT,
  /** Within the state that asks for the permit. */
  CABOTAGE
}
