package org.araxes.network;

import static org.araxes.network.TransitNetwork.grouped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementGraph;
import org.araxes.agreement.Provision;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Quota;
import org.araxes.control.ControlCycleException;
import org.araxes.control.Decision;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Geodesy;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.locationtech.jts.geom.Point;

/**
 * Finds every fault of a network to be made: references to nothing, edges that miss their nodes,
 * days with two values, shares beyond the whole, circles of control. What stands unchanged in the
 * checked network that the builder started from is not looked at again where that is dear.
 */
final class NetworkCheck {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  static final String NOT_AN_ID = "Not an id of letters, digits, '.', '_' and '-'";
  private static final double END_TOLERANCE_METRES = 50;
  private static final String RECKONED_IN = "USD";

  private final Map<String, TransitNode> nodes;
  private final Map<String, TransitEdge> edges;
  private final Map<String, Territory> territories;
  private final Map<String, Region> regions;
  private final Map<String, Party> parties;
  private final Map<String, Agreement> agreements;
  private final List<Role> roles;
  private final List<Stake> stakes;
  private final List<Decision> decisions;
  private final List<CrossingFact> crossingFacts;
  private final List<ControlPoint> controlPoints;
  private final List<Transhipment> transhipments;
  private final List<EdgeClosure> closures;
  private final List<Refusal> refusals;
  private final List<Retiming> retimings;
  private final List<Repricing> repricings;
  private final List<SurvivalFact> survivals;
  private final Map<String, CommonCause> causes;
  private final List<Quota> quotas;
  private final List<Refit> refits;
  private final Optional<TransitNetwork> origin;
  private final List<Finding> faults = new ArrayList<>();

  NetworkCheck(TransitNetwork.Builder builder) {
    nodes = builder.nodes;
    edges = builder.edges;
    territories = builder.territories;
    regions = builder.regions;
    parties = builder.parties;
    agreements = builder.agreements;
    roles = builder.roles;
    stakes = builder.stakes;
    decisions = builder.decisions;
    crossingFacts = builder.crossingFacts;
    controlPoints = builder.controlPoints;
    transhipments = builder.transhipments;
    closures = builder.closures;
    refusals = builder.refusals;
    retimings = builder.retimings;
    repricings = builder.repricings;
    survivals = builder.survivals;
    causes = builder.causes;
    quotas = builder.quotas;
    refits = builder.refits;
    origin = builder.origin;
  }

  /** Whether this may name something: letters, digits, '.', '_' and '-', a hundred at most. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Every fault, edges first. */
  List<Finding> faults() {
    checkEdges();
    checkTerritories();
    checkRegions();
    int others = faults.size();
    checkParties();
    boolean decidable = faults.size() == others;
    checkRoles();
    checkCrossings();
    others = faults.size();
    checkAgreements();
    checkStakes();
    checkCauses();
    checkSurvivals();
    checkQuotas();
    if (decidable && faults.size() == others) {
      checkControl();
    }
    return faults;
  }

  private void fault(String code, String subject, String message) {
    faults.add(Finding.error(code, subject, message));
  }

  private void checkEdges() {
    for (TransitEdge edge : edges.values()) {
      if (nodes.containsKey(edge.id())) {
        fault("duplicate_id", edge.id(), "An edge and a node share this id");
      }
      if (!isChecked(edge)) {
        checkEnd(edge, edge.from(), edge.geometry().getStartPoint());
        checkEnd(edge, edge.to(), edge.geometry().getEndPoint());
      }
      if (!territories.isEmpty() && !territories.containsKey(edge.jurisdiction())) {
        fault(
            "unknown_jurisdiction",
            edge.id(),
            "No territory \""
                + edge.jurisdiction()
                + "\"."
                + Suggestions.maybe(edge.jurisdiction(), territories.keySet()));
      }
    }
    for (Transhipment place : transhipments) {
      if (!nodes.containsKey(place.node())) {
        fault(
            "dangling_reference",
            place.node(),
            "A transhipment is at no node \""
                + place.node()
                + "\"."
                + Suggestions.maybe(place.node(), nodes.keySet()));
      }
    }
  }

  /** Whether the ends of an edge were found in order in the network that this one starts from. */
  private boolean isChecked(TransitEdge edge) {
    return origin
        .map(
            old ->
                old.findEdge(edge.id()).equals(Optional.of(edge))
                    && old.findNode(edge.from()).equals(Optional.ofNullable(nodes.get(edge.from())))
                    && old.findNode(edge.to()).equals(Optional.ofNullable(nodes.get(edge.to()))))
        .orElse(false);
  }

  private void checkEnd(TransitEdge edge, String end, Point lineEnd) {
    TransitNode node = nodes.get(end);
    if (node == null) {
      fault(
          "dangling_reference",
          edge.id(),
          "The edge ends at no node \"" + end + "\"." + Suggestions.maybe(end, nodes.keySet()));
      return;
    }
    if (!node.jurisdictions().contains(edge.jurisdiction())) {
      fault(
          "edge_leaves_jurisdiction",
          edge.id(),
          "The edge lies in "
              + edge.jurisdiction()
              + " but ends at "
              + end
              + " in "
              + node.jurisdictions()
              + ". Maybe a crossing is missing?");
    }
    double gap = Geodesy.between(node.position(), lineEnd).metres();
    if (gap > END_TOLERANCE_METRES) {
      fault(
          "line_misses_node",
          edge.id(),
          "The line ends " + Math.round(gap) + " m from its node " + end);
    }
  }

  /**
   * Looks for circles of control on every day on which who decides may change; not again where
   * nothing of that differs from the checked network this one starts from.
   */
  private void checkControl() {
    TreeSet<LocalDate> days = new TreeSet<>();
    TreeSet<String> instruments = new TreeSet<>();
    days.add(LocalDate.MIN);
    stakes.forEach(stake -> addDecisive(days, instruments, stake.validity(), stake.under()));
    decisions.forEach(d -> addDecisive(days, instruments, d.validity(), d.under()));
    if (origin
        .map(
            old ->
                old.stakes().equals(stakes)
                    && old.decisions().equals(decisions)
                    && instruments.stream().allMatch(i -> agreement(i).equals(old.agreement(i))))
        .orElse(false)) {
      return;
    }
    for (String instrument : instruments) {
      days.addAll(agreement(instrument).changeDates(false));
      days.addAll(agreement(instrument).changeDates(true));
    }
    days.remove(LocalDate.MAX);
    TreeSet<String> deciding = new TreeSet<>();
    stakes.forEach(stake -> deciding.add(stake.held()));
    decisions.forEach(decision -> deciding.add(decision.party()));
    Set<String> told = new TreeSet<>();
    for (LocalDate day : days) {
      for (boolean plans : new boolean[] {false, true}) {
        Ownership ownership =
            Ownership.on(
                stakes,
                decisions,
                day,
                plans,
                instrument -> agreement(instrument).standsOn(day, plans));
        for (String party : deciding) {
          for (Matter matter : Matter.values()) {
            try {
              ownership.rule(party, matter);
            } catch (ControlCycleException cycle) {
              if (told.add(party)) {
                fault("control_cycle", party, String.valueOf(cycle.getMessage()));
              }
            } catch (IllegalArgumentException tooLarge) {
              if (told.add(party)) {
                fault("control_too_large", party, String.valueOf(tooLarge.getMessage()));
              }
            }
          }
        }
      }
    }
  }

  private Agreement agreement(String known) {
    return Optional.ofNullable(agreements.get(known)).orElseThrow();
  }

  private static void addDecisive(
      Set<LocalDate> days, Set<String> instruments, Validity validity, String under) {
    days.add(validity.from());
    days.add(validity.to());
    if (!under.isEmpty()) {
      instruments.add(under);
    }
  }

  private void checkTerritories() {
    for (Territory territory : territories.values()) {
      knownParty(territory.id(), territory.sovereign());
      if (!territory.administering().isEmpty()) {
        knownParty(territory.id(), territory.administering());
      }
    }
    if (!territories.isEmpty()) {
      for (TransitNode node : nodes.values()) {
        for (String code : node.jurisdictions()) {
          if (!territories.containsKey(code)) {
            fault(
                "unknown_jurisdiction",
                node.id(),
                "No territory \"" + code + "\"." + Suggestions.maybe(code, territories.keySet()));
          }
        }
      }
    }
  }

  private void checkRegions() {
    for (Region region : regions.values()) {
      if (nodes.containsKey(region.id())) {
        fault("duplicate_id", region.id(), "A region and a node share this id");
      }
      for (String node : region.nodes()) {
        if (!nodes.containsKey(node)) {
          fault(
              "dangling_reference",
              region.id(),
              "The region names no node \""
                  + node
                  + "\"."
                  + Suggestions.maybe(node, nodes.keySet()));
        }
      }
    }
  }

  private void knownParty(String subject, String party) {
    if (!parties.containsKey(party)) {
      fault(
          "unknown_party",
          subject,
          "No party \"" + party + "\"." + Suggestions.maybe(party, parties.keySet()));
    }
  }

  private void knownAgreement(String subject, String agreement) {
    if (!agreement.isEmpty() && !agreements.containsKey(agreement)) {
      fault(
          "unknown_agreement",
          subject,
          "No agreement \""
              + agreement
              + "\"."
              + Suggestions.maybe(agreement, agreements.keySet()));
    }
  }

  private void checkParties() {
    decisions.forEach(
        decision -> {
          knownParty(decision.party(), decision.party());
          decision.members().forEach(member -> knownParty(decision.party(), member));
          knownAgreement(decision.party(), decision.under());
        });
    refusals.forEach(
        refusal -> {
          knownParty(refusal.party(), refusal.party());
          knownElements(refusal.party(), "A refusal", refusal.where());
        });
    closures.forEach(
        closure -> {
          if (!closure.by().isEmpty()) {
            knownParty(closure.by(), closure.by());
          }
          knownElements(closure.by(), "A closure", closure.where());
        });
    retimings.forEach(change -> knownElements("", "A change of speed", change.where()));
    repricings.forEach(change -> knownElements("", "A change of cost", change.where()));
    refits.forEach(change -> knownElements("", "A refit", change.where()));
  }

  /** Corridors and modes that nothing has are no fault: they may come with the next edge. */
  private void knownElements(String subject, String what, Selector where) {
    for (String element : where.elements()) {
      if (!nodes.containsKey(element) && !edges.containsKey(element)) {
        TreeSet<String> known = new TreeSet<>(nodes.keySet());
        known.addAll(edges.keySet());
        fault(
            "dangling_reference",
            subject.isEmpty() ? element : subject,
            what + " names no element \"" + element + "\"." + Suggestions.maybe(element, known));
      }
    }
    for (String code : where.jurisdictions()) {
      if (!territories.isEmpty()
          && territories.keySet().stream().noneMatch(id -> Jurisdictions.within(id, code))) {
        fault(
            "unknown_jurisdiction",
            subject.isEmpty() ? code : subject,
            what
                + " names no territory \""
                + code
                + "\"."
                + Suggestions.maybe(code, territories.keySet()));
      }
    }
  }

  private void checkQuotas() {
    for (Quota quota : quotas) {
      if (!isId(quota.id())) {
        fault("bad_id", quota.id(), NOT_AN_ID);
      }
      knownAgreement(quota.id(), quota.under());
      if (!territories.isEmpty()
          && territories.keySet().stream()
              .noneMatch(id -> Jurisdictions.within(id, quota.host()))) {
        fault(
            "unknown_jurisdiction",
            quota.id(),
            "A quota is asked for by no territory \""
                + quota.host()
                + "\"."
                + Suggestions.maybe(quota.host(), territories.keySet()));
      }
    }
    grouped(quotas, Quota::id)
        .forEach(
            (id, periods) -> {
              List<Quota> sorted = new ArrayList<>(periods);
              sorted.sort(Comparator.comparing(quota -> quota.validity().from()));
              for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i - 1).validity().overlaps(sorted.get(i).validity())) {
                  fault("overlapping_quota", id, "Two periods of this quota share a day");
                }
              }
            });
  }

  private void checkCauses() {
    for (CommonCause cause : causes.values()) {
      if (meanings(cause.id(), false) > 0) {
        fault(
            "duplicate_id",
            cause.id(),
            "A common cause shares its id with a node, edge, party or agreement");
      }
      if (!cause.by().isEmpty()) {
        knownParty(cause.id(), cause.by());
      }
      for (String subject : cause.subjects()) {
        knownSubject(cause.id(), "The common cause", subject, false);
      }
    }
  }

  private void checkSurvivals() {
    grouped(survivals, SurvivalFact::subject)
        .forEach(
            (subject, facts) -> {
              knownSubject(subject, "A probability", subject, true);
              List<SurvivalFact> sorted = new ArrayList<>(facts);
              sorted.sort(Comparator.comparing(fact -> fact.validity().from()));
              for (int i = 1; i < sorted.size(); i++) {
                Validity before = sorted.get(i - 1).validity();
                Validity days = sorted.get(i).validity();
                if (before.overlaps(days)) {
                  fault(
                      "overlapping_probability",
                      subject,
                      "Two probabilities hold on the same days, "
                          + before
                          + " and "
                          + days
                          + ". Maybe the first should end where the second begins?");
                }
              }
            });
  }

  private int meanings(String subject, boolean causesToo) {
    return (nodes.containsKey(subject) ? 1 : 0)
        + (edges.containsKey(subject) ? 1 : 0)
        + (parties.containsKey(subject) ? 1 : 0)
        + (agreements.containsKey(subject) ? 1 : 0)
        + (causesToo && causes.containsKey(subject) ? 1 : 0);
  }

  private void knownSubject(String whose, String what, String subject, boolean causesToo) {
    int meanings = meanings(subject, causesToo);
    if (meanings == 0) {
      TreeSet<String> known = new TreeSet<>(nodes.keySet());
      known.addAll(edges.keySet());
      known.addAll(parties.keySet());
      known.addAll(agreements.keySet());
      if (causesToo) {
        known.addAll(causes.keySet());
      }
      fault(
          "dangling_reference",
          whose,
          what
              + " names no node, edge, party"
              + (causesToo ? ", agreement or common cause" : " or agreement")
              + " \""
              + subject
              + "\"."
              + Suggestions.maybe(subject, known));
    } else if (meanings > 1 && !causes.containsKey(subject)) {
      fault(
          "ambiguous_subject",
          whose,
          what + " names \"" + subject + "\", which is the id of more than one thing");
    }
  }

  private void checkRoles() {
    for (Role role : roles) {
      TransitNode node = nodes.get(role.element());
      if (node == null && !edges.containsKey(role.element())) {
        TreeSet<String> known = new TreeSet<>(nodes.keySet());
        known.addAll(edges.keySet());
        fault(
            "dangling_reference",
            role.element(),
            "A role of "
                + role.holder()
                + " is held on no node or edge \""
                + role.element()
                + "\"."
                + Suggestions.maybe(role.element(), known));
      }
      if (!role.side().isEmpty() && (node == null || !node.jurisdictions().contains(role.side()))) {
        fault(
            "unknown_side",
            role.element(),
            "A role of " + role.holder() + " names the side \"" + role.side() + "\"");
      }
      knownParty(role.element(), role.holder());
      knownAgreement(role.element(), role.under());
    }
  }

  private void checkCrossings() {
    for (CrossingFact fact : crossingFacts) {
      TransitNode node = nodes.get(fact.crossing());
      if (node == null || !node.isCrossing()) {
        fault(
            "unknown_crossing",
            fact.crossing(),
            "No crossing \""
                + fact.crossing()
                + "\"."
                + Suggestions.maybe(fact.crossing(), crossingIds()));
      } else if (!fact.fromSide().isEmpty()
          && (fact.fromSide().equals(fact.toSide())
              || !node.jurisdictions().contains(fact.fromSide())
              || !node.jurisdictions().contains(fact.toSide()))) {
        fault(
            "unknown_side",
            fact.crossing(),
            "A fact names the direction "
                + fact.fromSide()
                + " to "
                + fact.toSide()
                + ", but the sides are "
                + node.jurisdictions());
      }
      if (!fact.by().isEmpty()) {
        knownParty(fact.crossing(), fact.by());
      }
      knownAgreement(fact.crossing(), fact.under());
      if (fact.fee().isPresent()
          && !fact.fee().get().currency().getCurrencyCode().equals(RECKONED_IN)) {
        fault(
            "other_currency",
            fact.crossing(),
            "A fee of "
                + fact.fee().get()
                + ", but costs are reckoned in "
                + RECKONED_IN
                + " and nothing converts here. Maybe convert it first?");
      }
    }
    for (ControlPoint point : controlPoints) {
      TransitNode node = nodes.get(point.crossing());
      if (node == null || !node.isCrossing()) {
        fault(
            "unknown_crossing",
            point.crossing(),
            "No crossing \""
                + point.crossing()
                + "\"."
                + Suggestions.maybe(point.crossing(), crossingIds()));
      } else if (!node.jurisdictions().contains(point.post())) {
        fault(
            "unknown_side",
            point.crossing(),
            "A control names the post \""
                + point.post()
                + "\", but the sides are "
                + node.jurisdictions());
      }
      if (!point.controller().isEmpty()) {
        knownParty(point.crossing(), point.controller());
      }
      if (!point.decider().isEmpty()) {
        knownParty(point.crossing(), point.decider());
      }
      knownAgreement(point.crossing(), point.under());
    }
  }

  private Collection<String> crossingIds() {
    return nodes.values().stream().filter(TransitNode::isCrossing).map(TransitNode::id).toList();
  }

  /** Whether all agreements have the steps that they have in a checked network. */
  private boolean hasTheSameSteps(TransitNetwork old) {
    return agreements.size() == old.agreements().size()
        && agreements.values().stream()
            .allMatch(
                one ->
                    old.findAgreement(one.id())
                        .filter(
                            before ->
                                one.equals(before)
                                    || (one.prerequisites().equals(before.prerequisites())
                                        && one.lifeCycle().equals(before.lifeCycle())))
                        .isPresent());
  }

  private void checkAgreements() {
    if (!origin.map(this::hasTheSameSteps).orElse(false)) {
      faults.addAll(AgreementGraph.faults(agreements.values()));
    }
    for (Agreement agreement : agreements.values()) {
      agreement.parties().forEach(party -> knownParty(agreement.id(), party));
      agreement
          .prerequisites()
          .forEach(step -> step.by().forEach(party -> knownParty(agreement.id(), party)));
      Set<String> seen = new HashSet<>();
      for (Provision provision : agreement.provisions()) {
        if (!seen.add(provision.id())) {
          fault("duplicate_id", agreement.id(), "Two provisions \"" + provision.id() + "\"");
        }
        if (!provision.party().isEmpty()) {
          knownParty(agreement.id(), provision.party());
        }
        if (!provision.role().isEmpty()
            && Arrays.stream(RoleKind.values())
                .noneMatch(kind -> kind.name().equals(provision.role().toUpperCase(Locale.ROOT)))) {
          fault(
              "unknown_code",
              agreement.id(),
              "Provision \"" + provision.id() + "\" grants no role \"" + provision.role() + "\"");
        }
        for (String other : provision.prevailsOver()) {
          knownAgreement(agreement.id(), other.replaceFirst("/.*", ""));
        }
        knownElements(agreement.id(), "Provision \"" + provision.id() + "\"", provision.where());
      }
    }
  }

  private void checkStakes() {
    Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    for (Stake stake : stakes) {
      knownParty(stake.held(), stake.holder());
      knownParty(stake.held(), stake.held());
      knownAgreement(stake.held(), stake.under());
      days.computeIfAbsent(stake.held(), held -> new TreeSet<>()).add(stake.validity().from());
    }
    Map<String, List<Stake>> stakesIn = grouped(stakes, Stake::held);
    days.forEach(
        (held, starts) -> {
          for (boolean plans : new boolean[] {false, true}) {
            for (LocalDate day : starts) {
              Fraction sum = mostHeld(stakesIn.getOrDefault(held, List.of()), day, plans);
              if (sum.compareTo(Fraction.ONE) > 0) {
                fault(
                    "shares_over_100",
                    held,
                    "On "
                        + (day.equals(LocalDate.MIN) ? "the first day" : day)
                        + " the stakes sum to "
                        + sum.toPercent(2)
                        + " %");
                return;
              }
            }
          }
        });
  }

  /** The largest sum of what is held in a party at the least: of its capital, votes or board. */
  private static Fraction mostHeld(List<Stake> held, LocalDate day, boolean plans) {
    Fraction capital = Fraction.ZERO;
    Fraction board = Fraction.ZERO;
    Map<String, Fraction> votes = new TreeMap<>();
    Map<String, Fraction> carried = new TreeMap<>();
    for (Stake stake : held) {
      if (!stake.validity().contains(day) || (!plans && stake.evidence().basis() != Basis.FACT)) {
        continue;
      }
      Fraction least = stake.min().value();
      if (stake.kind().capital()) {
        capital = capital.plus(least);
        carried.merge(stake.holder(), least, Fraction::plus);
      } else if (stake.kind().votes()) {
        votes.merge(stake.holder(), least, Fraction::plus);
      } else if (stake.kind() == StakeKind.BOARD) {
        board = board.plus(least);
      }
    }
    carried.forEach(votes::putIfAbsent); // stated votes stand in the place of those of shares
    Fraction most = capital.compareTo(board) > 0 ? capital : board;
    Fraction voting = votes.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    return voting.compareTo(most) > 0 ? voting : most;
  }
}
