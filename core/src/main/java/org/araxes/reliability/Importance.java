package org.araxes.reliability;

/**
 * How much hangs on one subject.
 *
 * @param subject id of a node, edge, party, agreement or common cause
 * @param kind what that is
 * @param survival how likely it holds, in the middle of its bounds
 * @param birnbaum the reliability if it surely holds less the reliability if it surely fails
 *     (Birnbaum 1969); for parties that all consent with probability ½, and nothing else at random,
 *     the absolute Banzhaf index
 */
public record Importance(String subject, SubjectKind kind, double survival, double birnbaum) {
  /**
   * What would be won if it surely held.
   *
   * @return (1 − survival) · birnbaum
   */
  public double gainIfItHolds() {
    return (1 - survival) * birnbaum;
  }

  /**
   * What would be lost if it surely failed.
   *
   * @return survival · birnbaum
   */
  public double lossIfItFails() {
    return survival * birnbaum;
  }
}
