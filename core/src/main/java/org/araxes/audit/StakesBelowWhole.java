package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Fraction;

/**
 * The stakes in a party make up the whole.
 *
 * <p>A remark for a party in which somebody is known to hold a share on the day of the facts, if
 * the least shares sum to under 100 %: the rest votes as the party itself.
 */
final class StakesBelowWhole implements Rule {
  @Override
  public String code() {
    return "stakes_below_whole";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    NetworkSnapshot today = network.on(Words.today(network));
    List<Finding> found = new ArrayList<>();
    for (Party party : network.parties()) {
      List<Stake> holders = today.ownership().holders(party.id());
      Fraction sum = Fraction.ZERO;
      for (Stake stake : holders) {
        if (stake.kind().capital()) {
          sum = sum.plus(stake.min().value());
        }
      }
      if (!holders.isEmpty() && sum.compareTo(Fraction.ONE) < 0) {
        found.add(
            Finding.info(
                code(),
                party.id(),
                "Its known holders have at least " + sum.toPercent(2) + " % of it"));
      }
    }
    return found.stream();
  }
}
