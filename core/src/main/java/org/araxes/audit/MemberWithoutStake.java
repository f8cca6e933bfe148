package org.araxes.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.control.Decision;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Stake;

/**
 * Who decides for a party usually holds something in it.
 *
 * <p>A warning for a member named in a way of deciding that on no day of it holds a share of that
 * party, not even through others. A party that somebody decides for without owning it has no
 * holders at all, and is left out.
 */
final class MemberWithoutStake implements Rule {
  @Override
  public String code() {
    return "member_without_stake";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Decision decision : network.decisions()) {
      Set<String> holders = holders(network, decision);
      for (String member : decision.members()) {
        if (!holders.isEmpty() && !holders.contains(member) && !member.equals(decision.party())) {
          found.add(
              Finding.warning(
                  code(),
                  decision.party(),
                  "On "
                      + Words.code(decision.matter())
                      + " matters "
                      + member
                      + " decides and holds nothing of it. Maybe a stake is missing?"));
        }
      }
    }
    return found.stream();
  }

  /** Direct and indirect holders on some day of the decision. */
  private static Set<String> holders(TransitNetwork network, Decision decision) {
    Set<String> found = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of(decision.party()));
    while (!open.isEmpty()) {
      String held = open.pop();
      for (Stake stake : network.stakes()) {
        if (stake.held().equals(held)
            && stake.validity().overlaps(decision.validity())
            && found.add(stake.holder())) {
          open.push(stake.holder());
        }
      }
    }
    return found;
  }
}
