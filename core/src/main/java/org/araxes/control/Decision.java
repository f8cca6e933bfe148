package org.araxes.control;

import java.util.List;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Share;

/**
 * How a party decides one kind of matter.
 *
 * @param party who decides
 * @param matter on what
 * @param kind by which rule
 * @param quota for votes: the share; otherwise {@link Share#NONE}
 * @param count for {@link DecisionKind#AT_LEAST}: how many members; otherwise 0
 * @param members ids of the named members, or none for votes
 * @param validity on which days
 * @param under id of the agreement that makes it so, or empty
 * @param evidence who says so
 */
public record Decision(
    String party,
    Matter matter,
    DecisionKind kind,
    Share quota,
    int count,
    List<String> members,
    Validity validity,
    String under,
    Evidence evidence) {
  // Copies, and rejects a rule that nobody could follow.
  public Decision {
    members = List.copyOf(members);
    boolean votes = kind == DecisionKind.VOTES_OVER || kind == DecisionKind.VOTES_AT_LEAST;
    if (votes != members.isEmpty()) {
      throw new IllegalArgumentException(
          votes
              ? "A decision of " + party + " by votes names no members"
              : "A decision of " + party + " by members names them");
    }
    if ((kind == DecisionKind.VOTES_OVER && quota.equals(Share.WHOLE))
        || (kind == DecisionKind.VOTES_AT_LEAST && quota.equals(Share.NONE))) {
      throw new IllegalArgumentException(
          "A decision of "
              + party
              + " by votes can "
              + (kind == DecisionKind.VOTES_OVER ? "never pass over 100 %" : "not ask for 0 %"));
    }
    if (kind == DecisionKind.AT_LEAST && (count < 1 || count > members.size())) {
      throw new IllegalArgumentException(
          "A decision of " + party + " asks for " + count + " of " + members.size() + " members");
    }
  }

  /**
   * The same decision on other days.
   *
   * @param days the days
   * @return the decision
   */
  public Decision during(Validity days) {
    return new Decision(party, matter, kind, quota, count, members, days, under, evidence);
  }
}
