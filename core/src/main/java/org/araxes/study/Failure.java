package org.araxes.study;

import java.util.Locale;

/**
 * One thing that fails in a {@link Sweep}.
 *
 * @param kind what sort of thing
 * @param id its id
 */
public record Failure(Kind kind, String id) implements Comparable<Failure> {
  /** What fails, and how. */
  public enum Kind {
    /** An edge or a node is shut. */
    ELEMENT,
    /** A party refuses everywhere. */
    PARTY,
    /** An agreement lapses. */
    AGREEMENT,
    /** A common cause happens: all that it takes out fails. */
    CAUSE
  }

  /** By kind, then by id. */
  @Override
  public int compareTo(Failure other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  /** {@code party IR}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + id;
  }
}
