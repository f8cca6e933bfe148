package org.araxes.reliability;

/** What holds or fails. */
public enum SubjectKind {
  /** A node: while it is out, nothing stops or passes there; at a crossing, nothing crosses. */
  NODE,
  /** An edge: while it is out, it is shut both ways. */
  EDGE,
  /** A party: while it is out, it refuses consent everywhere. */
  PARTY,
  /** An agreement: while it is out, it does not stand. */
  AGREEMENT,
  /** A common cause: while it is out, it has happened, and takes out what it is about. */
  CAUSE
}
