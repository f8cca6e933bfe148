package org.araxes.scenario;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Stake;

/**
 * A consent that the passing of a stake needs.
 *
 * @param change the change of the stake: a {@link Change.SetStake} or a {@link
 *     Change.TransferStake}
 * @param company id of the party whose rules ask for it: the one in which the stake is held, or one
 *     below it that has another beneficial owner afterwards
 * @param date the day on which it is asked
 * @param rule whose consent, over ultimate parties
 */
public record TransferConsent(
    Change.OfStake change, String company, LocalDate date, ControlRule rule) {
  static List<TransferConsent> of(Change.OfStake change, TransitNetwork network) {
    LocalDate from = change.validity().from();
    LocalDate date = from.equals(LocalDate.MIN) ? network.asOf() : from;
    Ownership ownership = network.on(date).ownership();
    List<TransferConsent> consents = new ArrayList<>();
    for (String company : below(change.held(), ownership, network)) {
      if (ownership.decision(company, Matter.TRANSFER).isPresent()) {
        consents.add(new TransferConsent(change, company, date, ownership.transferRule(company)));
      }
    }
    return consents;
  }

  /** A party and all in which it holds something, nearest first, then by id. */
  private static Set<String> below(String held, Ownership ownership, TransitNetwork network) {
    Set<String> candidates = new TreeSet<>();
    network.stakes().forEach(stake -> candidates.add(stake.held()));
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(held);
    while (!open.isEmpty()) {
      String holder = open.remove();
      if (all.add(holder)) {
        for (String company : candidates) {
          for (Stake stake : ownership.holders(company)) {
            if (stake.holder().equals(holder) && (stake.kind().capital() || stake.kind().votes())) {
              open.add(company);
            }
          }
        }
      }
    }
    return all;
  }

  /** {@code tdc asks for the consent of (AM and US)}. */
  @Override
  public String toString() {
    return company + " asks for the consent of " + rule;
  }
}
