package org.araxes.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Wording;
import org.araxes.control.Decision;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/**
 * Who holds what of whom and how a party decides: stakes set and passed on, and rules of decision,
 * each on its own days. What was said of those days before makes way.
 */
final class OwnershipChanges {
  private final Draft draft;
  private List<Stake> stakes;
  private List<Decision> decisions;

  OwnershipChanges(Draft draft) {
    this.draft = draft;
    stakes = draft.network().stakes();
    decisions = draft.network().decisions();
  }

  void writeTo(TransitNetwork.Builder builder) {
    builder.withStakes(old -> stakes);
    builder.withDecisions(old -> decisions);
  }

  void setStake(Change.SetStake change) {
    boolean holder = draft.knownParty(change.holder());
    boolean held = draft.knownParty(change.held());
    if (!holder || !held) {
      return;
    }
    List<Stake> left = new ArrayList<>();
    for (Stake stake : stakes) {
      boolean concerned =
          stake.holder().equals(change.holder())
              && stake.held().equals(change.held())
              && change.kind().map(kind -> kind == stake.kind()).orElse(true);
      if (!concerned) {
        left.add(stake);
        continue;
      }
      for (Validity days : stake.validity().minus(change.validity())) {
        left.add(stake.during(days));
      }
    }
    if (change.max().compareTo(Share.NONE) > 0) {
      left.add(
          new Stake(
              change.holder(),
              change.held(),
              change.kind().orElse(StakeKind.SHARES),
              change.min(),
              change.max(),
              change.validity(),
              "",
              draft.evidence()));
    }
    stakes = List.copyOf(left);
  }

  private static Stake part(
      Stake stake, String holder, Share min, Share max, Validity days, Evidence evidence) {
    return new Stake(holder, stake.held(), stake.kind(), min, max, days, stake.under(), evidence);
  }

  void transferStake(Change.TransferStake change) {
    boolean known = draft.knownParty(change.from());
    known &= draft.knownParty(change.to());
    known &= draft.knownParty(change.held());
    if (!known) {
      return;
    }
    List<Stake> left = new ArrayList<>();
    List<Stake> given = new ArrayList<>();
    for (Stake stake : stakes) {
      boolean gives =
          stake.holder().equals(change.from())
              && stake.held().equals(change.held())
              && stake.kind() == change.kind()
              && stake.max().compareTo(Share.NONE) > 0
              && stake.validity().overlaps(change.validity());
      (gives ? given : left).add(stake);
    }
    if (given.isEmpty()) {
      draft.fault(
          "matches_nothing",
          "\""
              + change.from()
              + "\" has nothing of that kind in \""
              + change.held()
              + "\" on those days."
              + holdersOf(change));
      return;
    }
    TreeSet<LocalDate> cuts =
        new TreeSet<>(Set.of(change.validity().from(), change.validity().to()));
    for (Stake stake : given) {
      cuts.add(stake.validity().from());
      cuts.add(stake.validity().to());
      for (Validity days : stake.validity().minus(change.validity())) {
        left.add(stake.during(days));
      }
    }
    LocalDate start = cuts.first();
    for (LocalDate end : cuts.tailSet(start, false)) {
      new Validity(start, end)
          .intersection(change.validity())
          .ifPresent(days -> passOn(given, days, change, left));
      start = end;
    }
    stakes = List.copyOf(left);
  }

  private String holdersOf(Change.TransferStake change) {
    List<String> holders =
        stakes.stream()
            .filter(
                stake ->
                    stake.held().equals(change.held())
                        && stake.validity().overlaps(change.validity()))
            .map(stake -> stake.holder() + " (" + Wording.of(stake.kind()) + ")")
            .distinct()
            .sorted()
            .toList();
    return holders.isEmpty() ? "" : " Maybe " + String.join(" or ", holders) + "?";
  }

  /** Passes shares on, for days on which all stakes given stay what they are. */
  private void passOn(
      List<Stake> given, Validity days, Change.TransferStake change, List<Stake> left) {
    List<Stake> here =
        given.stream().filter(stake -> stake.validity().contains(days.from())).toList();
    Fraction most =
        here.stream().map(stake -> stake.max().value()).reduce(Fraction.ZERO, Fraction::plus);
    Fraction due = change.share().map(Share::value).orElse(most);
    if (!here.isEmpty() && most.compareTo(due) < 0) {
      draft.fault(
          "not_enough",
          "\""
              + change.from()
              + "\" has "
              + new Share(most)
              + " in \""
              + change.held()
              + "\""
              + (days.from().equals(LocalDate.MIN) ? "" : " on " + days.from())
              + ", less than "
              + new Share(due)
              + ". Maybe leave the share out to pass all of it on?");
      return;
    }
    for (Stake stake : here) {
      Evidence saying = draft.evidence().withBasis(stake.evidence().basis());
      if (change.share().isEmpty()) {
        left.add(
            part(stake, change.to(), stake.min(), stake.max(), days, saying)
                .open(stake.above(), stake.below()));
        continue;
      }
      Fraction taken = due.compareTo(stake.max().value()) < 0 ? due : stake.max().value();
      due = due.minus(taken);
      if (taken.compareTo(stake.max().value()) < 0) {
        Share least =
            taken.compareTo(stake.min().value()) < 0
                ? new Share(stake.min().value().minus(taken))
                : Share.NONE;
        Share rest = new Share(stake.max().value().minus(taken));
        left.add(
            part(stake, stake.holder(), least, rest, days, saying)
                .open(stake.above() && taken.compareTo(stake.min().value()) <= 0, stake.below()));
      }
      if (taken.compareTo(Fraction.ZERO) > 0) {
        left.add(part(stake, change.to(), new Share(taken), new Share(taken), days, saying));
      }
    }
  }

  void setDecision(Change.SetDecision change) {
    boolean known = draft.knownParty(change.party());
    for (String member : change.members()) {
      known &= draft.knownParty(member);
    }
    if (!known) {
      return;
    }
    List<Decision> left = new ArrayList<>();
    for (Decision old : decisions) {
      if (!old.party().equals(change.party()) || old.matter() != change.matter()) {
        left.add(old);
        continue;
      }
      for (Validity days : old.validity().minus(change.validity())) {
        left.add(old.during(days));
      }
    }
    left.add(
        new Decision(
            change.party(),
            change.matter(),
            change.kind(),
            change.quota(),
            change.count(),
            change.members(),
            change.validity(),
            "",
            draft.evidence()));
    decisions = List.copyOf(left);
  }
}
