package org.araxes.network;

import org.araxes.agreement.LegalThreshold;

/**
 * On which terms a question is asked.
 *
 * @param plans whether plans count as facts from their day on
 * @param doubt what to do with what nobody knows
 * @param threshold from which legal status on an agreement binds
 * @param assumptions what to reckon with where the data say nothing
 */
public record Terms(boolean plans, Doubt doubt, LegalThreshold threshold, Assumptions assumptions) {
  /** Facts alone, cautiously, under agreements in force, with the default assumptions. */
  public static final Terms DEFAULT =
      new Terms(false, Doubt.CAUTIOUS, LegalThreshold.IN_FORCE, Assumptions.DEFAULT);

  /**
   * The same with plans counted or not.
   *
   * @param value whether plans count
   * @return the terms
   */
  public Terms withPlans(boolean value) {
    return new Terms(value, doubt, threshold, assumptions);
  }

  /**
   * The same with another treatment of the unknown.
   *
   * @param value what to do
   * @return the terms
   */
  public Terms withDoubt(Doubt value) {
    return new Terms(plans, value, threshold, assumptions);
  }

  /**
   * The same with another legal threshold.
   *
   * @param value from which status on
   * @return the terms
   */
  public Terms withThreshold(LegalThreshold value) {
    return new Terms(plans, doubt, value, assumptions);
  }

  /**
   * The same with other assumptions.
   *
   * @param value the assumptions
   * @return the terms
   */
  public Terms withAssumptions(Assumptions value) {
    return new Terms(plans, doubt, threshold, value);
  }
}
