package org.araxes.network;

import org.araxes.agreement.Selector;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * A party withholds its consent: what cannot open without it is barred.
 *
 * @param party id of the party
 * @param where on which elements
 * @param validity on which days
 * @param evidence who says so
 */
public record Refusal(String party, Selector where, Validity validity, Evidence evidence) {
  /**
   * The same refusal on other elements.
   *
   * @param elements which elements
   * @return the refusal
   */
  public Refusal at(Selector elements) {
    return new Refusal(party, elements, validity, evidence);
  }
}
