package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.answer.Finding;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.control.Decision;
import org.araxes.network.Role;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Stake;

/**
 * What stands under an agreement ends with it.
 *
 * <p>Looked at on the day of the facts. An error for a fact about a crossing or a control point
 * that is claimed although the agreement named under it is suspended, terminated or expired: it is
 * without effect, and another fact decides who passes. A warning for a role, a stake or a way of
 * deciding, and for a provision that is yet to begin under an agreement that has ended.
 */
final class EndedAgreementStillSwitches implements Rule {
  @Override
  public String code() {
    return "ended_agreement_still_switches";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    List<Finding> found = new ArrayList<>();
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        if (fact.validity().contains(date) && ended(network, fact.under(), date)) {
          found.add(
              Finding.error(
                  code(),
                  crossing.id(),
                  "A fact is claimed without effect under " + words(network, fact.under(), date)));
        }
      }
      for (ControlPoint point : crossing.controls()) {
        if (point.validity().contains(date) && ended(network, point.under(), date)) {
          found.add(
              Finding.error(
                  code(),
                  crossing.id(),
                  "A control at the post of "
                      + point.post()
                      + " is without effect under "
                      + words(network, point.under(), date)));
        }
      }
    }
    for (Role role : Words.roles(network)) {
      if (role.validity().contains(date) && ended(network, role.under(), date)) {
        found.add(
            Finding.warning(
                code(),
                role.element(),
                "The role of "
                    + role.holder()
                    + " as "
                    + Words.code(role.kind())
                    + " is without effect under "
                    + words(network, role.under(), date)));
      }
    }
    for (Stake stake : network.stakes()) {
      if (stake.validity().contains(date) && ended(network, stake.under(), date)) {
        found.add(
            Finding.warning(
                code(),
                stake.held(),
                "The stake of "
                    + stake.holder()
                    + " is without effect under "
                    + words(network, stake.under(), date)));
      }
    }
    for (Decision decision : network.decisions()) {
      if (decision.validity().contains(date) && ended(network, decision.under(), date)) {
        found.add(
            Finding.warning(
                code(),
                decision.party(),
                "Its way of deciding is without effect under "
                    + words(network, decision.under(), date)));
      }
    }
    for (Agreement agreement : network.agreements()) {
      for (Provision provision : agreement.provisions()) {
        if (!provision.validity().from().equals(LocalDate.MIN)
            && provision.validity().from().isAfter(date)
            && ended(network, agreement.id(), date)) {
          found.add(
              Finding.warning(
                  code(),
                  agreement.id(),
                  "Its provision \""
                      + provision.id()
                      + "\" begins on "
                      + provision.validity().from()
                      + " although it is "
                      + Words.code(statusOn(network, agreement.id(), date).orElseThrow())));
        }
      }
    }
    return found.stream();
  }

  private static Optional<LegalStatus> statusOn(TransitNetwork network, String id, LocalDate date) {
    return network.findAgreement(id).flatMap(agreement -> agreement.statusOn(date, false));
  }

  private static boolean ended(TransitNetwork network, String id, LocalDate date) {
    return statusOn(network, id, date)
        .map(
            status ->
                status == LegalStatus.SUSPENDED
                    || status == LegalStatus.TERMINATED
                    || status == LegalStatus.EXPIRED)
        .orElse(false);
  }

  private static String words(TransitNetwork network, String id, LocalDate date) {
    return id
        + ", which is "
        + Words.code(statusOn(network, id, date).orElseThrow())
        + ". Maybe it ended with it?";
  }
}
