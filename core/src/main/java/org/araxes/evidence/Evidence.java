package org.araxes.evidence;

import java.util.List;

/**
 * What stands behind a fact.
 *
 * @param sources ids of sources, in the order given
 * @param confidence how sure
 * @param basis fact or plan
 * @param note anything a reader must know, or empty
 */
public record Evidence(List<String> sources, Confidence confidence, Basis basis, String note) {
  /** Nothing stands behind it: test data, or a value without a claim to truth. */
  public static final Evidence NONE = new Evidence(List.of(), Confidence.LOW, Basis.FACT, "");

  /** Copies the list. */
  public Evidence {
    sources = List.copyOf(sources);
  }

  /**
   * A fact with one source and no note.
   *
   * @param source the id of the source
   * @param confidence how sure
   * @return the evidence
   */
  public static Evidence of(String source, Confidence confidence) {
    return new Evidence(List.of(source), confidence, Basis.FACT, "");
  }

  /**
   * The same evidence with another basis.
   *
   * @param other fact or plan
   * @return the evidence
   */
  public Evidence withBasis(Basis other) {
    return new Evidence(sources, confidence, other, note);
  }

  /**
   * The same evidence with another note.
   *
   * @param other anything a reader must know, or empty
   * @return the evidence
   */
  public Evidence withNote(String other) {
    return new Evidence(sources, confidence, basis, other);
  }
}
