package org.araxes.network;

/** What to do with what nobody knows. */
public enum Doubt {
  /** What is not known to be open is taken as shut. */
  CAUTIOUS,
  /** What is not known to be shut is taken as open. */
  HOPEFUL
}
