package org.araxes.control;

/** By which rule a party decides. */
public enum DecisionKind {
  /** Holders with more than the quota of the shares. */
  VOTES_OVER,
  /** Holders with at least the quota of the shares. */
  VOTES_AT_LEAST,
  /** Every named member. */
  ALL,
  /** Any one named member. */
  ANY,
  /** At least so many of the named members. */
  AT_LEAST
}
