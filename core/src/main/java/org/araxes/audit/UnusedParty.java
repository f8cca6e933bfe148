package org.araxes.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.answer.Finding;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Jurisdictions;
import org.araxes.control.Decision;
import org.araxes.network.Territory;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;

/**
 * A party does something.
 *
 * <p>A remark for a party that holds no role and no stake, is held by nobody, decides nothing,
 * signed nothing, acts nowhere, and is no state in which a node lies or another party is at home.
 */
final class UnusedParty implements Rule {
  @Override
  public String code() {
    return "unused_party";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Set<String> used = new HashSet<>();
    for (Territory territory : network.territories()) {
      used.add(territory.sovereign());
      used.add(territory.administering());
    }
    for (TransitNode node : network.nodes()) {
      node.jurisdictions().forEach(code -> used.add(Jurisdictions.stateOf(code)));
    }
    for (Party party : network.parties()) {
      if (!party.jurisdiction().equals(party.id())) {
        used.add(Jurisdictions.stateOf(party.jurisdiction()));
      }
    }
    Words.roles(network).forEach(role -> used.add(role.holder()));
    for (Stake stake : network.stakes()) {
      used.add(stake.holder());
      used.add(stake.held());
    }
    for (Decision decision : network.decisions()) {
      used.add(decision.party());
      used.addAll(decision.members());
    }
    for (Agreement agreement : network.agreements()) {
      used.addAll(agreement.parties());
      agreement.provisions().forEach(provision -> used.add(provision.party()));
    }
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        used.add(fact.by());
        fact.flags().forEach(flag -> used.add(Jurisdictions.stateOf(flag)));
      }
      for (ControlPoint point : crossing.controls()) {
        used.add(point.controller());
        used.add(point.decider());
      }
    }
    network.closures().forEach(closure -> used.add(closure.by()));
    network
        .commonCauses()
        .forEach(
            cause -> {
              used.add(cause.by());
              used.addAll(cause.subjects());
            });
    network.refusals().forEach(refusal -> used.add(refusal.party()));
    return network.parties().stream()
        .filter(party -> !used.contains(party.id()))
        .map(
            party ->
                Finding.info(code(), party.id(), "Nothing names it. Maybe its role is missing?"));
  }
}
