package org.araxes.network;

/** How somebody came by a probability. */
public enum SurvivalBasis {
  /** Counted: days or times out of those observed. */
  FREQUENCY,
  /** Estimated by somebody who names reasons. */
  ESTIMATE,
  /** Assumed, so that a question can be asked at all; nobody claims that it is so. */
  ASSUMPTION
}
