package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.answer.Suggestions;
import org.araxes.border.Crossing;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Movement;
import org.araxes.border.Quota;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Probability;

/**
 * The network as of one day: status, roles and control of every element.
 *
 * <p><b>Control of an element.</b> All of: the sovereign of its jurisdiction (or who administers it
 * in place of the sovereign), and every gatekeeping role held on it that day; each holder resolved
 * through stakes and ways of deciding to the parties that ultimately decide. At a crossing the
 * roles of one side count for that side, those without a side for both.
 *
 * <p><b>Cost.</b> O(elements + roles + stakes) for the first days of a network. After that a day is
 * made from the one asked for last: what differs is worked out again, the rest is shared.
 */
public final class NetworkSnapshot {
  private final TransitNetwork network;
  private final LocalDate date;
  private final Terms terms;
  private final Ownership ownership;
  private final Set<String> standing;
  private final Map<Decider, ControlRule> resolved;
  private final Map<String, ControlRule> rules;
  private final Map<String, Crossing> standingCrossings;
  private final Map<String, TransitEdge> refitted;

  private final List<Precedence> precedences;

  /** A grant that takes the place of the same role under another agreement. */
  private record Precedence(String winner, String loser, RoleKind kind) {}

  private record Decider(String party, Matter matter) {}

  NetworkSnapshot(TransitNetwork network, LocalDate date, Terms terms) {
    this.network = network;
    this.date = date;
    this.terms = terms;
    standing = standingOn(date);
    precedences = precedences();
    ownership =
        Ownership.on(
            network.stakes(), network.decisions(), date, terms.plans(), standing::contains);
    standingCrossings = crossingsAsTheyStand();
    refitted = edgesAsTheyAre();
    resolved = new HashMap<>();
    rules = new HashMap<>();
    network.edges().forEach(this::addRule);
    network.nodes().forEach(this::addRules);
  }

  /** Another day, or another network, in which the same parties decide for the same. */
  private NetworkSnapshot(
      NetworkSnapshot base, TransitNetwork network, LocalDate date, ChangeIndex.Touched touched) {
    this.network = network;
    this.date = date;
    terms = base.terms;
    standing = touched.agreements() ? standingOn(date) : base.standing;
    ownership = base.ownership;
    boolean another = network != base.network; // in which the elements may have other facts
    precedences = another || touched.agreements() ? precedences() : base.precedences;
    standingCrossings =
        another || touched.agreements() ? crossingsAsTheyStand() : base.standingCrossings;
    refitted = another ? edgesAsTheyAre() : base.refitted;
    if (touched.elements().isEmpty()) {
      resolved = base.resolved;
      rules = base.rules;
    } else {
      resolved = new HashMap<>(base.resolved);
      rules = new HashMap<>(base.rules);
      for (String element : touched.elements()) {
        network.findEdge(element).ifPresent(this::addRule);
        network.findNode(element).ifPresent(this::addRules);
      }
    }
  }

  /** Another day, or another network of the same elements, made from what differs. */
  NetworkSnapshot movedTo(TransitNetwork other, LocalDate day, ChangeIndex.Touched touched) {
    return touched.everything() || touched.structure()
        ? new NetworkSnapshot(other, day, terms)
        : new NetworkSnapshot(this, other, day, touched);
  }

  private Set<String> standingOn(LocalDate day) {
    Set<String> found = new HashSet<>();
    for (Agreement agreement : network.agreements()) {
      if (agreement.standsOn(day, terms.plans())) {
        found.add(agreement.id());
      }
    }
    return found;
  }

  private Map<String, Crossing> crossingsAsTheyStand() {
    Map<String, Crossing> found = new HashMap<>();
    for (Crossing crossing : network.crossings()) {
      if (crossing.facts().stream().anyMatch(fact -> rests(fact.under()))
          || crossing.controls().stream().anyMatch(point -> rests(point.under()))) {
        found.put(
            crossing.id(),
            new Crossing(
                crossing.id(),
                crossing.sides(),
                crossing.facts().stream().filter(fact -> !rests(fact.under())).toList(),
                crossing.controls().stream().filter(point -> !rests(point.under())).toList()));
      }
    }
    return found;
  }

  private Map<String, TransitEdge> edgesAsTheyAre() {
    Map<String, TransitEdge> found = new HashMap<>();
    for (Refit refit : network.refits()) {
      if (refit.validity().contains(date)
          && (terms.plans() || refit.evidence().basis() == Basis.FACT)) {
        for (TransitEdge edge : network.edges()) {
          if (network.matches(refit.where(), edge)) {
            found.put(edge.id(), refit.of(found.getOrDefault(edge.id(), edge)));
          }
        }
      }
    }
    return found;
  }

  private void addRule(TransitEdge edge) {
    rules.put(edge.id(), compose(edge.id(), edge.jurisdiction(), ""));
  }

  private void addRules(TransitNode node) {
    if (node.isCrossing()) {
      for (String side : node.jurisdictions()) {
        rules.put(sideKey(node.id(), side), compose(node.id(), side, side));
      }
    } else {
      rules.put(node.id(), compose(node.id(), node.jurisdictions().get(0), ""));
    }
  }

  private List<Precedence> precedences() {
    List<Precedence> found = new ArrayList<>();
    for (Agreement agreement : network.agreements()) {
      for (Provision grant : agreement.provisions()) {
        if (!grant.prevailsOver().isEmpty()
            && grant.effect() == ProvisionEffect.GRANTS_ROLE
            && !grant.role().isEmpty()
            && standing.contains(agreement.id())
            && grant.validity().contains(date)) {
          for (Agreement other : network.agreements()) {
            if (other.provisions().stream()
                .anyMatch(
                    lost ->
                        lost.role().equals(grant.role())
                            && grant.prevailsOver(other.id(), lost.id()))) {
              RoleKind kind = RoleKind.valueOf(grant.role().toUpperCase(Locale.ROOT));
              found.add(new Precedence(agreement.id(), other.id(), kind));
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether another role of the same kind and side takes the place of this one. */
  private boolean yields(Role role, List<Role> own) {
    return precedences.stream()
        .filter(one -> one.loser().equals(role.under()) && one.kind() == role.kind())
        .anyMatch(
            one ->
                own.stream()
                    .anyMatch(
                        other ->
                            other.kind() == role.kind()
                                && other.under().equals(one.winner())
                                && forSide(other, role.side())));
  }

  private boolean rests(String under) {
    return !under.isEmpty() && !standing.contains(under);
  }

  private static String sideKey(String node, String side) {
    return node + " " + side;
  }

  /**
   * The same network on another day, on the same terms.
   *
   * @param other the other day
   * @return the network as of that day
   */
  public NetworkSnapshot on(LocalDate other) {
    return other.equals(date) ? this : network.on(other, terms);
  }

  /**
   * The same day on other terms.
   *
   * @param other the terms
   * @return the network as of the day
   */
  public NetworkSnapshot onTerms(Terms other) {
    return other.equals(terms) ? this : network.on(date, other);
  }

  /**
   * Looks at a movement.
   *
   * @param movement what moves
   * @return what it may use and what bars it
   */
  public NetworkView moving(Movement movement) {
    return network.recent().moving(this, movement);
  }

  /**
   * The network.
   *
   * @return the network
   */
  public TransitNetwork network() {
    return network;
  }

  /**
   * The day.
   *
   * @return the day
   */
  public LocalDate date() {
    return date;
  }

  /**
   * On which terms.
   *
   * @return the terms
   */
  public Terms terms() {
    return terms;
  }

  /**
   * Who decides for whom that day.
   *
   * @return the ownership
   */
  public Ownership ownership() {
    return ownership;
  }

  /**
   * Whether an agreement stands that day: signed, ratified or in force.
   *
   * @param agreement its id
   * @return true if so
   */
  public boolean stands(String agreement) {
    return standing.contains(agreement);
  }

  /**
   * A crossing without the facts and controls that name an agreement which does not stand that day.
   * Everything that asks a crossing about a day asks this one.
   *
   * @param crossing a crossing of this network
   * @return the crossing as it stands
   */
  public Crossing asItStands(Crossing crossing) {
    return standingCrossings.getOrDefault(crossing.id(), crossing);
  }

  /**
   * An edge with the gauges and the capacity that it has on this day.
   *
   * @param edge an edge of this network
   * @return the same where none of its {@linkplain TransitNetwork#refits refits} holds
   */
  public TransitEdge asItIs(TransitEdge edge) {
    return refitted.getOrDefault(edge.id(), edge);
  }

  /**
   * The status of an edge.
   *
   * @param edge the edge
   * @return the claim that holds, or empty where nothing is known
   */
  public Optional<Claim<Status>> status(TransitEdge edge) {
    return edge.status().at(date, terms.plans());
  }

  /**
   * The status of a node.
   *
   * @param node the node
   * @return the claim that holds, or empty where nothing is known
   */
  public Optional<Claim<Status>> status(TransitNode node) {
    return node.status().at(date, terms.plans());
  }

  /**
   * How likely something holds that day, with who says so.
   *
   * @param subject id of a node, edge, party, agreement or common cause
   * @return the fact, or empty where nobody says
   * @throws IllegalArgumentException when there is nothing of this id
   */
  public Optional<SurvivalFact> survivalFact(String subject) {
    network.checkSubject(subject);
    return network.survivals(subject).stream()
        .filter(fact -> fact.validity().contains(date) && counts(fact.evidence()))
        .findFirst();
  }

  /**
   * How likely something holds that day, independently of everything else: a node or an edge is not
   * out of use, a party does not refuse, an agreement stands, a common cause does <em>not</em>
   * happen.
   *
   * @param subject id of a node, edge, party, agreement or common cause
   * @return the probability, or empty where nobody says
   * @throws IllegalArgumentException when there is nothing of this id
   */
  public Optional<Probability> survival(String subject) {
    return survivalFact(subject).map(SurvivalFact::probability);
  }

  /**
   * The events that may take several things out together that day.
   *
   * @return in order of id
   */
  public List<CommonCause> commonCauses() {
    return network.commonCauses().stream().filter(this::mayHappen).toList();
  }

  /**
   * The events of that day which take something out or which it sets off.
   *
   * @param subject id of a node, edge, party or agreement
   * @return in order of id
   * @throws IllegalArgumentException when there is nothing of this id
   */
  public List<CommonCause> commonCausesOf(String subject) {
    network.checkSubject(subject);
    return network.commonCausesOf(subject).stream().filter(this::mayHappen).toList();
  }

  /**
   * The permits that stand between the vehicles of a flag and a state that day. Those under an
   * agreement that does not stand are left aside.
   *
   * @param flag a state, or a part of one
   * @param host the state entered, or a part of it
   * @return in order of id; none where the state is that of the flag, or where none is known
   */
  public List<Quota> quotas(String flag, String host) {
    return network.quotas().stream()
        .filter(
            quota ->
                quota.flag().equals(Jurisdictions.stateOf(flag))
                    && quota.host().equals(Jurisdictions.stateOf(host))
                    && quota.validity().contains(date)
                    && counts(quota.evidence())
                    && !rests(quota.under()))
        .toList();
  }

  private boolean mayHappen(CommonCause cause) {
    return cause.validity().contains(date) && counts(cause.evidence());
  }

  private boolean counts(Evidence evidence) {
    return terms.plans() || evidence.basis() == Basis.FACT;
  }

  /**
   * The roles held on an element that day, without those over which a role under another agreement
   * prevails that is held on it too, the sovereign and the administering party of its territory
   * first unless a role of the element overrides them.
   *
   * @param element id of a node or edge
   * @return territory first, then in the order of the data
   */
  public List<Role> roles(String element) {
    List<Role> own = new ArrayList<>();
    for (Role role : network.roles(element)) {
      if (role.validity().contains(date)
          && (terms.plans() || role.evidence().basis() == Basis.FACT)
          && (role.under().isEmpty() || standing.contains(role.under()))) {
        own.add(role);
      }
    }
    if (!precedences.isEmpty()) {
      List<Role> held = List.copyOf(own);
      own.removeIf(role -> yields(role, held));
    }
    List<String> jurisdictions =
        network
            .findEdge(element)
            .map(edge -> List.of(edge.jurisdiction()))
            .orElseGet(() -> network.node(element).jurisdictions());
    List<Role> all = new ArrayList<>();
    for (String code : jurisdictions) {
      String side = jurisdictions.size() > 1 ? code : "";
      network
          .findTerritory(code)
          .ifPresent(
              territory -> {
                if (!overridden(own, RoleKind.SOVEREIGN, side)) {
                  all.add(
                      ofTerritory(
                          element,
                          RoleKind.SOVEREIGN,
                          territory.sovereign(),
                          side,
                          territory.evidence()));
                }
                if (!territory.administering().isEmpty()
                    && !overridden(own, RoleKind.ADMINISTERING, side)) {
                  all.add(
                      ofTerritory(
                          element,
                          RoleKind.ADMINISTERING,
                          territory.administering(),
                          side,
                          territory.evidence()));
                }
              });
    }
    all.addAll(own);
    return List.copyOf(all);
  }

  private static boolean overridden(List<Role> own, RoleKind kind, String side) {
    return own.stream()
        .anyMatch(
            role -> role.kind() == kind && (role.side().isEmpty() || role.side().equals(side)));
  }

  /** A role that follows from the territory rests on what the territory rests on. */
  private static Role ofTerritory(
      String element, RoleKind kind, String holder, String side, Evidence evidence) {
    return new Role(element, kind, holder, side, Matter.ORDINARY, Validity.ALWAYS, "", evidence);
  }

  /**
   * Whose consent an edge needs.
   *
   * @param edge id of the edge
   * @return a rule over ultimate parties
   */
  public ControlRule controlOf(String edge) {
    ControlRule rule = rules.get(edge);
    if (rule == null) {
      TreeSet<String> known = new TreeSet<>();
      network.edges().forEach(one -> known.add(one.id()));
      network.nodes().stream().filter(node -> !node.isCrossing()).forEach(n -> known.add(n.id()));
      throw new IllegalArgumentException(
          "No edge or inland node \""
              + edge
              + "\" in "
              + network.id()
              + "."
              + (network.findCrossing(edge).isPresent()
                  ? " Maybe controlOf(crossing, side)?"
                  : Suggestions.maybe(edge, known)));
    }
    return rule;
  }

  /**
   * Whose consent one side of a crossing needs.
   *
   * @param crossing id of its node
   * @param side the jurisdiction whose post it is
   * @return a rule over ultimate parties
   */
  public ControlRule controlOf(String crossing, String side) {
    ControlRule rule = rules.get(sideKey(crossing, side));
    if (rule == null) {
      throw new IllegalArgumentException(
          "No side \""
              + side
              + "\" of a crossing \""
              + crossing
              + "\"."
              + " Maybe "
              + String.join(" or ", network.crossing(crossing).sides())
              + "?");
    }
    return rule;
  }

  /**
   * Whose consent an edge, an inland node or one side of a crossing still needs once that of some
   * parties is settled, companies too.
   */
  ControlRule controlOf(String element, String side, SortedSet<String> consenting) {
    String jurisdiction =
        side.isEmpty()
            ? network
                .findEdge(element)
                .map(TransitEdge::jurisdiction)
                .orElseGet(() -> network.node(element).jurisdictions().get(0))
            : side;
    Ownership settled = ownership.assuming(consenting);
    return compose(element, jurisdiction, side, settled::rule).assuming(consenting);
  }

  /**
   * Why an edge or an inland node needs whose consent.
   *
   * @param element its id
   * @return every role with the chain to the ultimate parties
   */
  public ControlExplanation explain(String element) {
    ControlRule rule = controlOf(element);
    String jurisdiction =
        network
            .findEdge(element)
            .map(TransitEdge::jurisdiction)
            .orElseGet(() -> network.node(element).jurisdictions().get(0));
    return explain(element, "", jurisdiction, rule);
  }

  /**
   * Why one side of a crossing needs whose consent.
   *
   * @param crossing id of its node
   * @param side the jurisdiction whose post it is
   * @return every role of that side with the chain to the ultimate parties
   */
  public ControlExplanation explain(String crossing, String side) {
    return explain(crossing, side, side, controlOf(crossing, side));
  }

  private ControlExplanation explain(
      String element, String side, String jurisdiction, ControlRule rule) {
    List<Role> held = roles(element).stream().filter(role -> forSide(role, side)).toList();
    boolean administered = held.stream().anyMatch(role -> role.kind() == RoleKind.ADMINISTERING);
    boolean ruled =
        administered || held.stream().anyMatch(role -> role.kind() == RoleKind.SOVEREIGN);
    List<ControlExplanation.RoleChain> chains = new ArrayList<>();
    if (!ruled) {
      String state = org.araxes.border.Jurisdictions.stateOf(jurisdiction);
      Role implied = ofTerritory(element, RoleKind.SOVEREIGN, state, side, Evidence.NONE);
      chains.add(chain(implied, ""));
    }
    for (Role role : held) {
      if (!role.kind().gatekeeper()) {
        chains.add(chain(role, "acts through courts and rules, not at a gate"));
      } else if (role.kind() == RoleKind.SOVEREIGN && administered) {
        chains.add(chain(role, "another party runs the territory"));
      } else {
        chains.add(chain(role, ""));
      }
    }
    return new ControlExplanation(element, side, date, rule, chains);
  }

  private ControlExplanation.RoleChain chain(Role role, String reason) {
    return new ControlExplanation.RoleChain(
        role, reason.isEmpty(), reason, ownership.chain(role.holder(), role.matter()));
  }

  private ControlRule compose(String element, String jurisdiction, String side) {
    return compose(element, jurisdiction, side, this::resolve);
  }

  private ControlRule compose(
      String element,
      String jurisdiction,
      String side,
      BiFunction<String, Matter, ControlRule> resolved) {
    List<ControlRule> parts = new ArrayList<>();
    List<Role> held = roles(element);
    boolean administered =
        held.stream()
            .anyMatch(role -> role.kind() == RoleKind.ADMINISTERING && forSide(role, side));
    boolean ruled = false;
    for (Role role : held) {
      if (!role.kind().gatekeeper() || !forSide(role, side)) {
        continue;
      }
      if (role.kind() == RoleKind.SOVEREIGN && administered) {
        ruled = true;
        continue;
      }
      ruled |= role.kind() == RoleKind.SOVEREIGN || role.kind() == RoleKind.ADMINISTERING;
      parts.add(resolved.apply(role.holder(), role.matter()));
    }
    if (!ruled) {
      // A jurisdiction without a territory row: its state is its own sovereign.
      parts.add(0, ControlRule.consentOf(org.araxes.border.Jurisdictions.stateOf(jurisdiction)));
    }
    return ControlRule.allOf(parts);
  }

  private static boolean forSide(Role role, String side) {
    return role.side().isEmpty() || role.side().equals(side);
  }

  private ControlRule resolve(String party, Matter matter) {
    Decider decider = new Decider(party, matter);
    ControlRule known = resolved.get(decider);
    if (known == null) {
      known = ownership.rule(party, matter);
      resolved.put(decider, known);
    }
    return known;
  }
}
