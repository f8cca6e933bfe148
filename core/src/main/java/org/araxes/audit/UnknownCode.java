package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Jurisdictions;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;

/**
 * Codes of states are those of ISO 3166-1, or of its range for users.
 *
 * <p>Error for a jurisdiction of a territory or a node, a flag in a fact about a crossing or in a
 * provision, and a warning for the jurisdiction of a party, whose state is neither.
 */
final class UnknownCode implements Rule {
  private static final Set<String> ISO = Set.of(Locale.getISOCountries());

  @Override
  public String code() {
    return "unknown_code";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    network.territories().forEach(territory -> look(territory.id(), territory.id(), found));
    network
        .nodes()
        .forEach(node -> node.jurisdictions().forEach(code -> look(node.id(), code, found)));
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        fact.flags().forEach(flag -> look(crossing.id(), flag, found));
      }
    }
    for (Agreement agreement : network.agreements()) {
      for (Provision provision : agreement.provisions()) {
        provision.flags().forEach(flag -> look(agreement.id(), flag, found));
      }
    }
    for (Party party : network.parties()) {
      if (!party.jurisdiction().isEmpty() && unknown(party.jurisdiction())) {
        found.add(Finding.warning(code(), party.id(), text(party.jurisdiction())));
      }
    }
    return found.stream();
  }

  private void look(String subject, String code, List<Finding> found) {
    if (unknown(code)) {
      found.add(Finding.error(code(), subject, text(code)));
    }
  }

  private static String text(String code) {
    return "No state has the code \"" + code + "\"." + Suggestions.maybe(code, new TreeSet<>(ISO));
  }

  /** ISO 3166-1 leaves AA, QM to QZ, XA to XZ and ZZ to users. */
  private static boolean unknown(String code) {
    String state = Jurisdictions.stateOf(code);
    return !ISO.contains(state) && !state.matches("AA|Q[M-Z]|X[A-Z]|ZZ");
  }
}
