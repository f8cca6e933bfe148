package org.araxes.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araxes.answer.Finding;
import org.araxes.control.Decision;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.InvalidNetworkException;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Share;

/** Makes parties, stakes, ways of deciding and roles of the rows. */
final class PartyFiles {
  private final Ids ids;
  private final TransitNetwork.Builder builder;
  private final List<Stake> stakes = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Row> heldIn = new LinkedHashMap<>();
  private final Map<String, Row> decidedIn = new LinkedHashMap<>();

  PartyFiles(Ids ids, TransitNetwork.Builder builder) {
    this.ids = ids;
    this.builder = builder;
  }

  void readParties(Table table) {
    for (Row row : table.rows()) {
      PartyKind kind = row.code("kind", Codes.PARTY_KIND);
      String id = kind == PartyKind.STATE && row.has("kind") ? row.stateCode() : row.slug();
      List<String> registered = List.copyOf(row.jurisdictionCodes("jurisdiction"));
      if (registered.size() > 1) {
        row.fault("bad_value", "jurisdiction", "A party belongs to one state or none");
      }
      Names names = row.names();
      Evidence evidence = row.evidence(ids);
      row.make(() -> new Party(id, kind, row.text("jurisdiction"), names, evidence))
          .ifPresent(builder::addParty);
    }
  }

  void readStakes(Table table) {
    for (Row row : table.rows()) {
      String holder = row.reference("holder", ids.parties());
      String held = row.reference("held", ids.parties());
      StakeKind kind = row.code("kind", Codes.STAKE_KIND);
      Share min = row.share("share_min");
      Share max = row.share("share_max");
      Validity validity = row.validity();
      String under = row.findReference("under", ids.agreements());
      Evidence evidence = row.evidenceWithBasis(ids);
      if (!held.isBlank()) {
        heldIn.put(held, row);
      }
      row.make(() -> new Stake(holder, held, kind, min, max, validity, under, evidence))
          .ifPresent(
              stake -> {
                stakes.add(stake);
                builder.addStake(stake);
              });
    }
  }

  void readDecisions(Table table) {
    for (Row row : table.rows()) {
      String party = row.reference("party", ids.parties());
      Matter matter = row.code("matter", Codes.MATTER);
      DecisionKind kind = row.code("rule", Codes.RULE);
      boolean votes = kind == DecisionKind.VOTES_OVER || kind == DecisionKind.VOTES_AT_LEAST;
      Share quota = votes ? row.share("quota") : Share.NONE;
      List<String> members = row.references("members", ids.parties());
      int count = 0;
      if (kind == DecisionKind.AT_LEAST) {
        row.required("quota");
        count = row.whole("quota", 1, Integer.MAX_VALUE).orElse(1);
      } else if (!votes && row.has("quota")) {
        row.fault("bad_value", "quota", "The rules all and any have no quota");
      }
      int quorum = count;
      Validity validity = row.validity();
      String under = row.findReference("under", ids.agreements());
      Evidence evidence = row.evidence(ids);
      if (!party.isBlank()) {
        decidedIn.put(party, row);
      }
      row.make(
              () ->
                  new Decision(
                      party, matter, kind, quota, quorum, members, validity, under, evidence))
          .ifPresent(
              decision -> {
                decisions.add(decision);
                builder.addDecision(decision);
              });
    }
  }

  void readRoles(Table table, Map<String, TransitNode> nodes) {
    for (Row row : table.rows()) {
      String element = row.element("element", ids);
      RoleKind kind = row.code("role", Codes.ROLE);
      String holder = row.reference("holder", ids.parties());
      String side = row.text("side");
      checkSide(row, "side", element, nodes);
      Matter matter = row.findCode("matter", Codes.ROLE_MATTER).orElse(Matter.ORDINARY);
      Validity validity = row.validity();
      String under = row.findReference("under", ids.agreements());
      Evidence evidence = row.evidenceWithBasis(ids);
      row.make(() -> new Role(element, kind, holder, side, matter, validity, under, evidence))
          .ifPresent(builder::addRole);
    }
  }

  private void checkSide(Row row, String column, String element, Map<String, TransitNode> nodes) {
    if (!row.has(column)) {
      return;
    }
    if (ids.crossings().complete() && !ids.crossings().contains(element)) {
      row.fault(
          "unknown_side",
          column,
          "A side is for crossings alone, but " + Faults.quoted(element) + " is none");
      return;
    }
    TransitNode node = nodes.get(element);
    if (node != null && !node.jurisdictions().contains(row.text(column))) {
      row.fault(
          "unknown_side",
          column,
          "No side "
              + Faults.quoted(row.text(column))
              + ", but "
              + String.join(" and ", node.jurisdictions())
              + "."
              + row.faults().maybe(row.text(column), node.jurisdictions()));
    }
  }

  /**
   * Looks for shares over the whole and for circles of control, though other files have faults: in
   * a network of parties alone.
   */
  void checkControl(Faults faults) {
    TransitNetwork.Builder alone = TransitNetwork.builder("control");
    for (String id : ids.parties().ids()) {
      alone.addParty(Party.company(id, ""));
    }
    for (Stake stake : stakes) {
      alone.addStake(
          new Stake(
              stake.holder(),
              stake.held(),
              stake.kind(),
              stake.min(),
              stake.max(),
              stake.validity(),
              "",
              stake.evidence(),
              stake.above(),
              stake.below()));
    }
    for (Decision decision : decisions) {
      alone.addDecision(
          new Decision(
              decision.party(),
              decision.matter(),
              decision.kind(),
              decision.quota(),
              decision.count(),
              decision.members(),
              decision.validity(),
              "",
              decision.evidence()));
    }
    try {
      alone.build();
    } catch (InvalidNetworkException invalid) {
      for (Finding finding : invalid.findings()) {
        if (finding.code().equals("shares_over_100") || finding.code().equals("control_cycle")) {
          tell(finding, faults);
        }
      }
    }
  }

  private void tell(Finding finding, Faults faults) {
    Row row = heldIn.getOrDefault(finding.subject(), decidedIn.get(finding.subject()));
    faults.add(
        finding.code(),
        row == null ? Schema.STAKES.file() : row.file(),
        row == null ? 0 : row.line(),
        finding.subject(),
        finding.message());
  }
}
