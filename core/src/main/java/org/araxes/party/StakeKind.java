package org.araxes.party;

/** What is held. */
public enum StakeKind {
  /** Shares of the capital, carrying votes alike. */
  SHARES,
  /** Votes without capital. */
  VOTES
}
