package org.araxes.leverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.control.ControlRule;

/** The minimal sets of parties whose consent satisfies a rule: its ways to say yes. */
final class RuleWays {
  /** More ways than this would make the network larger than asking the rule itself. */
  static final int MOST = 500;

  private static final Budget EFFORT = Budget.ofSteps(50_000);

  private RuleWays() {}

  /**
   * The ways of a rule.
   *
   * @param rule any rule
   * @param players the parties by number, in order of id
   * @return sets of numbers, none for a rule that nothing satisfies; empty where there are over
   *     {@value #MOST}, or too many to look for
   */
  static Optional<List<BitSet>> of(ControlRule rule, List<String> players) {
    Collection<String> vetoes = rule.vetoParties();
    if (rule.permits(vetoes::contains)) {
      BitSet all = new BitSet();
      vetoes.forEach(party -> all.set(Collections.binarySearch(players, party)));
      return Optional.of(List.of(all));
    }
    if (!rule.permits(party -> true)) {
      return Optional.of(List.of());
    }
    List<String> parties = List.copyOf(rule.parties());
    CoalitionSearch.Families families =
        new CoalitionSearch(
                parties.size(),
                set -> permits(rule, parties, set),
                1,
                EFFORT.start(),
                Progress.NONE)
            .run();
    if (families.completeness() == Completeness.TRUNCATED || families.consent().size() > MOST) {
      return Optional.empty();
    }
    List<BitSet> ways = new ArrayList<>();
    for (BitSet one : families.consent()) {
      BitSet way = new BitSet();
      one.stream().forEach(i -> way.set(Collections.binarySearch(players, parties.get(i))));
      ways.add(way);
    }
    return Optional.of(ways);
  }

  private static boolean permits(ControlRule rule, List<String> parties, BitSet set) {
    return rule.permits(
        party -> {
          int number = Collections.binarySearch(parties, party);
          return number >= 0 && set.get(number);
        });
  }
}
