package org.araxes.connectivity;

/** What a cut may consist of. The nodes asked about themselves are never part of one. */
public enum CutKind {
  /** Stretches: edges. */
  EDGES,
  /** Places: nodes, border crossings among them. */
  NODES,
  /** The passing of a border, the place itself staying open to what does not pass. */
  CROSSINGS,
  /** Stretches and places. */
  EDGES_AND_NODES
}
