package org.araxes.connectivity;

/** What ways must not have in common. */
public enum Separation {
  /** No edge: no stretch is used twice, in whatever direction. */
  EDGES,
  /** No node but where they start and end, and so no edge either. */
  NODES,
  /** No state but those of the places asked about. */
  STATES,
  /** No owner of land or infrastructure. */
  OWNERS,
  /** No operator or concessionaire. */
  OPERATORS,
  /** No border crossing. */
  POSTS
}
