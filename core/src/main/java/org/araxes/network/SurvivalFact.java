package org.araxes.network;

import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Probability;

/**
 * How likely something holds on any one of some days, independently of everything else.
 *
 * <p>What that means for the subject: a node or an edge is not out of use; a party does not refuse;
 * an agreement stands; a {@link CommonCause} does <em>not</em> happen.
 *
 * @param subject id of the node, edge, party, agreement or common cause
 * @param probability how likely it holds
 * @param basis how somebody came by the number
 * @param validity on which days
 * @param evidence who says so
 */
public record SurvivalFact(
    String subject,
    Probability probability,
    SurvivalBasis basis,
    Validity validity,
    Evidence evidence) {
  /**
   * The same on other days.
   *
   * @param days the days
   * @return the fact
   */
  public SurvivalFact during(Validity days) {
    return new SurvivalFact(subject, probability, basis, days, evidence);
  }
}
