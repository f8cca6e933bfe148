package org.araxes.network;

/** What an arc of the engine's graph stands for. */
public enum ArcKind {
  /** A way along an edge in one direction. */
  EDGE,
  /** A way over a border in one direction. */
  CROSSING,
  /** A change of mode or gauge at a node. */
  TRANSFER
}
