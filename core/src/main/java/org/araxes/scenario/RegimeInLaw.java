package org.araxes.scenario;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.Leave;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.agreement.Term;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;

/**
 * The instrument that a regime rests on, as an agreement: on its days the host may not stop those
 * who pass under it. There is none where the right binds nobody, is not in force or suspended, or
 * where the host may refuse at will.
 */
final class RegimeInLaw {
  /** What an agreement made here says of itself in its name, so that a later regime finds it. */
  private static final String MARK = "Regime laid by a scenario: ";

  private final Change.SetRegime change;
  private final String id;
  private final Evidence evidence;
  private final List<Provision> provisions = new ArrayList<>();
  private final TreeSet<String> senders = new TreeSet<>();

  RegimeInLaw(Change.SetRegime change, String id, Evidence evidence) {
    this.change = change;
    this.id = id;
    this.evidence = evidence;
  }

  /** Whether an agreement stands for a regime that some scenario laid. */
  static boolean made(Agreement agreement) {
    return agreement.names().in("en", "").startsWith(MARK);
  }

  private boolean bindsHost() {
    Regime regime = change.regime();
    return regime.right().binding()
        && regime.right().inForce()
        && !regime.suspendedInLaw()
        && !regime.rations().contains(Regime.Ration.DISCRETION)
        && !(regime.suspension().by() == Regime.Side.HOST
            && regime.suspension().ground() == Regime.SuspensionGround.ANY);
  }

  /** The host is bound at a crossing, towards a sender. */
  void binds(String crossing, Set<Mode> modes, String sender) {
    if (bindsHost()) {
      senders.add(Jurisdictions.stateOf(sender));
      add(crossing, modes, new TreeSet<>(Set.of(Jurisdictions.stateOf(sender))));
    }
  }

  /** The host is bound on an edge, towards those whom it is bound to at the crossings. */
  void bindsOnTheWay(String edge, Mode mode) {
    if (!senders.isEmpty()) {
      add(edge, Set.of(mode), senders);
    }
  }

  private void add(String element, Set<Mode> modes, SortedSet<String> flags) {
    provisions.add(
        new Provision(
            "passage-" + (provisions.size() + 1),
            ProvisionEffect.BINDS,
            Jurisdictions.stateOf(change.host()),
            Selector.of(Set.of(element)),
            change.classes(),
            modes,
            flags,
            change.regime().title(),
            change.validity()));
  }

  /** The agreement; none where the regime binds the host nowhere. */
  Optional<Agreement> agreement() {
    if (provisions.isEmpty()) {
      return Optional.empty();
    }
    Regime regime = change.regime();
    TreeSet<String> parties = new TreeSet<>(senders);
    parties.add(Jurisdictions.stateOf(change.host()));
    return Optional.of(
        new Agreement(
                id,
                Names.of(MARK + regime.title()),
                kind(regime.right().basis()),
                List.copyOf(parties),
                true,
                new History<>(
                    List.of(new Claim<>(LegalStatus.IN_FORCE, change.validity(), evidence))),
                List.of(),
                provisions,
                evidence)
            .withTerm(term()));
  }

  private Term term() {
    Regime regime = change.regime();
    Regime.Suspension clause = regime.suspension();
    TreeSet<String> host = new TreeSet<>(Set.of(Jurisdictions.stateOf(change.host())));
    TreeSet<String> may =
        switch (clause.by()) {
          case HOST -> host;
          case SENDER -> senders;
          case NOBODY, THIRD, UNKNOWN -> new TreeSet<>();
        };
    List<Leave> suspensions =
        may.isEmpty()
            ? List.of()
            : List.of(
                new Leave(
                    may,
                    clause.ground().name().toLowerCase(java.util.Locale.ROOT),
                    Period.ofDays(clause.noticeDays()),
                    Period.ZERO,
                    regime.title(),
                    evidence));
    List<Leave> exits =
        regime.right().noticeDays().isEmpty()
            ? List.of()
            : List.of(
                new Leave(
                    new TreeSet<>(),
                    "",
                    Period.ofDays(regime.right().noticeDays().getAsInt()),
                    Period.ZERO,
                    regime.title(),
                    evidence));
    return new Term(Optional.empty(), Optional.empty(), List.of(), exits, suspensions);
  }

  private static AgreementKind kind(Regime.RightBasis basis) {
    return switch (basis) {
      case CONVENTION -> AgreementKind.CONVENTION;
      case TREATY -> AgreementKind.TREATY;
      case CONTRACT -> AgreementKind.CONTRACT;
      case MEMORANDUM -> AgreementKind.MEMORANDUM;
      case DECLARATION -> AgreementKind.DECLARATION;
      case UNILATERAL -> AgreementKind.UNILATERAL_ACT;
      case UNSTATED, TOLERATED, NONE -> AgreementKind.AGREEMENT;
    };
  }

  /** What is left of a provision made here once another regime is laid on an element. */
  static List<Provision> outside(
      Provision old, String element, Set<Mode> modes, Change.SetRegime change) {
    boolean met =
        old.where().elements().contains(element)
            && old.party().equals(Jurisdictions.stateOf(change.host()));
    if (!met) {
      return List.of(old);
    }
    Reach reach = new Reach(old.modes(), old.classes(), old.validity());
    List<Reach> rest = reach.minus(new Reach(modes, change.classes(), change.validity()));
    if (rest.equals(List.of(reach))) {
      return List.of(old);
    }
    List<Provision> left = new ArrayList<>();
    for (Reach part : rest) {
      left.add(
          old.withId(old.id() + "-" + (left.size() + 1))
              .concerning(part.classes(), part.modes())
              .during(part.days()));
    }
    return left;
  }
}
