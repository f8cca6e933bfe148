package org.araxes.reliability;

import org.araxes.quantity.Probability;

/**
 * A probability that went into an answer.
 *
 * @param subject id of a node, edge, party, agreement or common cause
 * @param kind what that is
 * @param survival how likely it holds
 * @param origin who says so
 */
public record SurvivalInput(String subject, SubjectKind kind, Probability survival, Origin origin) {
  /** Who says how likely something holds. */
  public enum Origin {
    /** The data, with a source: {@link org.araxes.network.NetworkSnapshot#survivalFact}. */
    DATA,
    /** Who asked, of this subject. */
    CALLER,
    /** Who asked, of all such subjects of which nobody says anything. */
    DEFAULT
  }
}
