package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Quota;
import org.araxes.control.Decision;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.evidence.Worldview;
import org.araxes.party.Party;
import org.araxes.party.Stake;

/**
 * A geospatial multigraph whose nodes and edges carry jurisdiction, border, ownership and law.
 *
 * <p>Immutable, checked as a whole, safe to share between threads. Ids are looked up in three ways:
 * {@code node(id)} throws where there is none, {@code findNode(id)} may be empty, {@code nodes()}
 * is all of them in order of id.
 *
 * <p>Two-way and one-way edges, parallel edges, self-loops and isolated nodes are legal. An edge
 * lies in one jurisdiction, and so do its ends, but for crossings, where two meet.
 */
public final class TransitNetwork {
  private final String id;
  private final Names names;
  private final LocalDate asOf;
  private final List<String> attribution;
  private final SortedMap<String, TransitNode> nodes;
  private final SortedMap<String, TransitEdge> edges;
  private final SortedMap<String, List<TransitEdge>> edgesAt;
  private final SortedMap<String, Territory> territories;
  private final SortedMap<String, Region> regions;
  private final SortedMap<String, Party> parties;
  private final SortedMap<String, Agreement> agreements;
  private final SortedMap<String, Source> sources;
  private final SortedMap<String, Crossing> crossings;
  private final SortedMap<String, List<Role>> roles;
  private final Set<String> granted;
  private final List<Stake> stakes;
  private final List<Decision> decisions;
  private final List<Transhipment> transhipments;
  private final List<AlternativeClaim> alternatives;
  private final List<EdgeClosure> closures;
  private final List<Refusal> refusals;
  private final List<Retiming> retimings;
  private final List<Repricing> repricings;
  private final List<SurvivalFact> survivals;
  private final Map<String, List<SurvivalFact>> survivalsOf;
  private final SortedMap<String, CommonCause> causes;
  private final List<Quota> quotas;
  private final Map<String, List<CommonCause>> causesOf;
  private final List<Refit> refits;
  private final boolean checked;
  private final RecentViews recent;

  private TransitNetwork(Builder builder, boolean checked) {
    this.checked = checked;
    recent = builder.recent.orElseGet(RecentViews::new);
    id = builder.id;
    names = builder.names;
    asOf = builder.asOf;
    attribution = List.copyOf(builder.attribution);
    nodes = frozen(builder.nodes);
    edges = frozen(builder.edges);
    territories = frozen(builder.territories);
    regions = frozen(builder.regions);
    parties = frozen(builder.parties);
    agreements = frozen(builder.agreements);
    sources = frozen(builder.sources);
    stakes = List.copyOf(builder.stakes);
    decisions = List.copyOf(builder.decisions);
    transhipments = List.copyOf(builder.transhipments);
    alternatives = List.copyOf(builder.alternatives);
    closures = List.copyOf(builder.closures);
    refusals = List.copyOf(builder.refusals);
    retimings = List.copyOf(builder.retimings);
    granted = Set.copyOf(builder.granted);
    repricings = List.copyOf(builder.repricings);
    survivals = List.copyOf(builder.survivals);
    survivalsOf = grouped(survivals, SurvivalFact::subject);
    causes = frozen(builder.causes);
    quotas =
        builder.quotas.stream()
            .sorted(Comparator.comparing(Quota::id).thenComparing(quota -> quota.validity().from()))
            .toList();
    causesOf = new TreeMap<>();
    causes
        .values()
        .forEach(
            cause ->
                cause
                    .subjects()
                    .forEach(
                        subject ->
                            causesOf
                                .computeIfAbsent(subject, one -> new ArrayList<>())
                                .add(cause)));
    refits = List.copyOf(builder.refits);
    TreeMap<String, List<Role>> byElement = new TreeMap<>();
    builder.roles.forEach(
        role -> byElement.computeIfAbsent(role.element(), e -> new ArrayList<>()).add(role));
    byElement.replaceAll((element, list) -> List.copyOf(list));
    roles = Collections.unmodifiableSortedMap(byElement);
    TreeMap<String, List<TransitEdge>> at = new TreeMap<>();
    nodes.keySet().forEach(node -> at.put(node, new ArrayList<>()));
    edges
        .values()
        .forEach(
            edge -> {
              at.computeIfAbsent(edge.from(), n -> new ArrayList<>()).add(edge);
              if (!edge.from().equals(edge.to())) {
                at.computeIfAbsent(edge.to(), n -> new ArrayList<>()).add(edge);
              }
            });
    at.replaceAll((node, list) -> List.copyOf(list));
    edgesAt = Collections.unmodifiableSortedMap(at);
    TreeMap<String, Crossing> made = new TreeMap<>();
    Map<String, List<CrossingFact>> facts = grouped(builder.crossingFacts, CrossingFact::crossing);
    Map<String, List<ControlPoint>> points = grouped(builder.controlPoints, ControlPoint::crossing);
    nodes
        .values()
        .forEach(
            node -> {
              if (node.isCrossing()) {
                made.put(
                    node.id(),
                    new Crossing(
                        node.id(),
                        node.jurisdictions(),
                        facts.getOrDefault(node.id(), List.of()),
                        points.getOrDefault(node.id(), List.of())));
              }
            });
    crossings = Collections.unmodifiableSortedMap(made);
  }

  private static <T> SortedMap<String, T> frozen(Map<String, T> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  static <T> Map<String, List<T>> grouped(List<T> list, Function<T, String> key) {
    Map<String, List<T>> groups = new TreeMap<>();
    list.forEach(item -> groups.computeIfAbsent(key.apply(item), k -> new ArrayList<>()).add(item));
    return groups;
  }

  /**
   * Starts a network.
   *
   * @param id its id
   * @return a builder
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * A builder that starts from this network: add, replace or remove, and build another.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder copy = new Builder(id);
    copy.origin = checked ? Optional.of(this) : Optional.empty();
    copy.names = names;
    copy.asOf = asOf;
    copy.attribution.addAll(attribution);
    copy.nodes.putAll(nodes);
    copy.edges.putAll(edges);
    copy.territories.putAll(territories);
    copy.regions.putAll(regions);
    copy.parties.putAll(parties);
    copy.agreements.putAll(agreements);
    copy.sources.putAll(sources);
    copy.stakes.addAll(stakes);
    copy.decisions.addAll(decisions);
    copy.transhipments.addAll(transhipments);
    copy.alternatives.addAll(alternatives);
    copy.closures.addAll(closures);
    copy.refusals.addAll(refusals);
    copy.retimings.addAll(retimings);
    copy.repricings.addAll(repricings);
    copy.survivals.addAll(survivals);
    copy.causes.putAll(causes);
    copy.quotas.addAll(quotas);
    copy.refits.addAll(refits);
    roles.values().forEach(copy.roles::addAll);
    copy.granted.addAll(granted);
    crossings
        .values()
        .forEach(
            crossing -> {
              copy.crossingFacts.addAll(crossing.facts());
              copy.controlPoints.addAll(crossing.controls());
            });
    return copy;
  }

  /**
   * Looks at a day on the default terms.
   *
   * @param date the day
   * @return the network as of that day
   */
  public NetworkSnapshot on(LocalDate date) {
    return on(date, Terms.DEFAULT);
  }

  /**
   * Looks at a day.
   *
   * <p><b>Cost.</b> O(elements + facts) for the first two days; after that, only what changed since
   * the day that was asked for last is worked out again.
   *
   * @param date the day
   * @param terms on which terms
   * @return the network as of that day
   */
  public NetworkSnapshot on(LocalDate date, Terms terms) {
    return recent.on(this, date, terms);
  }

  /** What was last seen of this network. */
  RecentViews recent() {
    return recent;
  }

  /**
   * The id of the network.
   *
   * @return its id
   */
  public String id() {
    return id;
  }

  /**
   * What the network is called.
   *
   * @return its names
   */
  public Names names() {
    return names;
  }

  /**
   * The day on which the facts were last checked.
   *
   * @return the day; later days show the last known state
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * What anybody who shows the data must show.
   *
   * @return lines of text
   */
  public List<String> attribution() {
    return attribution;
  }

  /**
   * All nodes.
   *
   * @return in order of id
   */
  public Collection<TransitNode> nodes() {
    return nodes.values();
  }

  /**
   * A node that must be there.
   *
   * @param nodeId its id
   * @return the node
   * @throws IllegalArgumentException when there is none
   */
  public TransitNode node(String nodeId) {
    return there("node", nodes, nodeId);
  }

  /**
   * A node that may be there.
   *
   * @param nodeId its id
   * @return the node, or empty
   */
  public Optional<TransitNode> findNode(String nodeId) {
    return Optional.ofNullable(nodes.get(nodeId));
  }

  /**
   * All edges.
   *
   * @return in order of id
   */
  public Collection<TransitEdge> edges() {
    return edges.values();
  }

  /**
   * An edge that must be there.
   *
   * @param edgeId its id
   * @return the edge
   * @throws IllegalArgumentException when there is none
   */
  public TransitEdge edge(String edgeId) {
    return there("edge", edges, edgeId);
  }

  /**
   * An edge that may be there.
   *
   * @param edgeId its id
   * @return the edge, or empty
   */
  public Optional<TransitEdge> findEdge(String edgeId) {
    return Optional.ofNullable(edges.get(edgeId));
  }

  /**
   * The edges that begin or end at a node, a self-loop once.
   *
   * @param nodeId the node
   * @return in order of id
   * @throws IllegalArgumentException when there is no such node
   */
  public List<TransitEdge> edgesAt(String nodeId) {
    return there("node", edgesAt, nodeId);
  }

  /**
   * All crossings and airspace boundaries.
   *
   * @return in order of id
   */
  public Collection<Crossing> crossings() {
    return crossings.values();
  }

  /**
   * A crossing that must be there.
   *
   * @param nodeId id of its node
   * @return the crossing
   * @throws IllegalArgumentException when there is none
   */
  public Crossing crossing(String nodeId) {
    return there("crossing", crossings, nodeId);
  }

  /**
   * A crossing that may be there.
   *
   * @param nodeId id of its node
   * @return the crossing, or empty
   */
  public Optional<Crossing> findCrossing(String nodeId) {
    return Optional.ofNullable(crossings.get(nodeId));
  }

  /**
   * All territories.
   *
   * @return in order of id
   */
  public Collection<Territory> territories() {
    return territories.values();
  }

  /**
   * A territory that must be there.
   *
   * @param code its code
   * @return the territory
   * @throws IllegalArgumentException when there is none
   */
  public Territory territory(String code) {
    return there("territory", territories, code);
  }

  /**
   * A territory that may be there.
   *
   * @param code its code
   * @return the territory, or empty
   */
  public Optional<Territory> findTerritory(String code) {
    return Optional.ofNullable(territories.get(code));
  }

  /**
   * All regions.
   *
   * @return in order of id
   */
  public Collection<Region> regions() {
    return regions.values();
  }

  /**
   * A region that must be there.
   *
   * @param regionId its id
   * @return the region
   * @throws IllegalArgumentException when there is none
   */
  public Region region(String regionId) {
    return there("region", regions, regionId);
  }

  /**
   * A region that may be there.
   *
   * @param regionId its id
   * @return the region, or empty
   */
  public Optional<Region> findRegion(String regionId) {
    return Optional.ofNullable(regions.get(regionId));
  }

  /**
   * The nodes that an id stands for: those of a region, or one node.
   *
   * @param regionOrNode id of a region or a node
   * @return ids of nodes in order
   * @throws IllegalArgumentException when there is neither
   */
  public SortedSet<String> endpoint(String regionOrNode) {
    Region region = regions.get(regionOrNode);
    if (region != null) {
      return region.nodes();
    }
    if (nodes.containsKey(regionOrNode)) {
      return Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(regionOrNode)));
    }
    TreeSet<String> known = new TreeSet<>(nodes.keySet());
    known.addAll(regions.keySet());
    throw new IllegalArgumentException(
        "No region or node \""
            + regionOrNode
            + "\" among the "
            + regions.size()
            + " regions and "
            + nodes.size()
            + " nodes of "
            + id
            + "."
            + Suggestions.maybe(regionOrNode, known));
  }

  /**
   * Checks nodes between which something is asked.
   *
   * @param ends ids of nodes, at least one
   * @param what they are, for the message: source or target
   * @return the same in order, not to be changed
   * @throws IllegalArgumentException if there is none, or one is no node of this network, with a
   *     hint
   */
  public SortedSet<String> ends(Collection<String> ends, String what) {
    if (ends.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no " + what + ". Maybe the region has no nodes?");
    }
    ends.forEach(this::node);
    return Collections.unmodifiableSortedSet(new TreeSet<>(ends));
  }

  /**
   * All parties.
   *
   * @return in order of id
   */
  public Collection<Party> parties() {
    return parties.values();
  }

  /**
   * A party that must be there.
   *
   * @param partyId its id
   * @return the party
   * @throws IllegalArgumentException when there is none
   */
  public Party party(String partyId) {
    return there("party", parties, partyId);
  }

  /**
   * A party that may be there.
   *
   * @param partyId its id
   * @return the party, or empty
   */
  public Optional<Party> findParty(String partyId) {
    return Optional.ofNullable(parties.get(partyId));
  }

  /**
   * All agreements.
   *
   * @return in order of id
   */
  public Collection<Agreement> agreements() {
    return agreements.values();
  }

  /**
   * An agreement that must be there.
   *
   * @param agreementId its id
   * @return the agreement
   * @throws IllegalArgumentException when there is none
   */
  public Agreement agreement(String agreementId) {
    return there("agreement", agreements, agreementId);
  }

  /**
   * An agreement that may be there.
   *
   * @param agreementId its id
   * @return the agreement, or empty
   */
  public Optional<Agreement> findAgreement(String agreementId) {
    return Optional.ofNullable(agreements.get(agreementId));
  }

  /**
   * All sources.
   *
   * @return in order of id
   */
  public Collection<Source> sources() {
    return sources.values();
  }

  /**
   * A source that may be there.
   *
   * @param sourceId its id
   * @return the source, or empty
   */
  public Optional<Source> findSource(String sourceId) {
    return Optional.ofNullable(sources.get(sourceId));
  }

  /**
   * The roles held on elements, on whatever days, without those of territories.
   *
   * @return in order of element, then in the order given
   */
  public List<Role> roles() {
    return roles.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The roles held on an element, on whatever days, without those of its territory.
   *
   * @param elementId id of a node or edge
   * @return in the order given
   */
  public List<Role> roles(String elementId) {
    return roles.getOrDefault(elementId, List.of());
  }

  /**
   * All stakes.
   *
   * @return in the order given
   */
  public List<Stake> stakes() {
    return stakes;
  }

  /**
   * All stated ways of deciding.
   *
   * @return in the order given
   */
  public List<Decision> decisions() {
    return decisions;
  }

  /**
   * All places where mode or gauge can be changed.
   *
   * @return in the order given
   */
  public List<Transhipment> transhipments() {
    return transhipments;
  }

  /**
   * The contradictions between sources that were recorded, not settled.
   *
   * @return in the order given
   */
  public List<AlternativeClaim> alternatives() {
    return alternatives;
  }

  /**
   * This network as a worldview has it: where sources contradict each other and a more believed one
   * gives another value, that value.
   *
   * <p>Applied are lengths, speeds, tracks, gauges, capacities, dates of status and holders of
   * roles of edges; dates, states, waits, fees and capacities of crossings, whom one meets there,
   * where, who stands there and who decides; the status of agreements, its dates, and whether they
   * bind; who is sovereign over a territory and who runs it; shares and their dates. What cannot be
   * applied is told, never passed over.
   *
   * @param worldview whom to believe
   * @return the network, what was applied, and what could not be
   */
  public SeenNetwork seenBy(Worldview worldview) {
    return ClaimChoice.of(this, worldview);
  }

  /**
   * Edges shut though built.
   *
   * @return in the order given
   */
  public List<EdgeClosure> closures() {
    return closures;
  }

  /**
   * Consents withheld.
   *
   * @return in the order given
   */
  public List<Refusal> refusals() {
    return refusals;
  }

  /**
   * Speeds changed.
   *
   * @return in the order given
   */
  public List<Retiming> retimings() {
    return retimings;
  }

  /**
   * Costs of carriage changed.
   *
   * @return in the order given
   */
  public List<Repricing> repricings() {
    return repricings;
  }

  /**
   * How likely what holds, on whatever days.
   *
   * @return in the order given
   */
  public List<SurvivalFact> survivals() {
    return survivals;
  }

  /** How likely one thing holds, on whatever days. */
  List<SurvivalFact> survivals(String subject) {
    return survivalsOf.getOrDefault(subject, List.of());
  }

  /**
   * The permits that states ask for of each other's vehicles, on whatever days.
   *
   * @return in order of id, then of their days
   */
  public List<Quota> quotas() {
    return quotas;
  }

  /**
   * All events that take several things out together, on whatever days.
   *
   * @return in order of id
   */
  public Collection<CommonCause> commonCauses() {
    return causes.values();
  }

  /**
   * A common cause that must be there.
   *
   * @param causeId its id
   * @return the cause
   * @throws IllegalArgumentException when there is none
   */
  public CommonCause commonCause(String causeId) {
    return there("common cause", causes, causeId);
  }

  /**
   * A common cause that may be there.
   *
   * @param causeId its id
   * @return the cause, or empty
   */
  public Optional<CommonCause> findCommonCause(String causeId) {
    return Optional.ofNullable(causes.get(causeId));
  }

  /** The causes that take one thing out or that it sets off, on whatever days, in order of id. */
  List<CommonCause> commonCausesOf(String subject) {
    return causesOf.getOrDefault(subject, List.of());
  }

  /**
   * Refuses the id of nothing that a probability can be about or a cause can take out.
   *
   * @throws IllegalArgumentException with what may have been meant
   */
  void checkSubject(String subject) {
    if (nodes.containsKey(subject)
        || edges.containsKey(subject)
        || parties.containsKey(subject)
        || agreements.containsKey(subject)
        || causes.containsKey(subject)) {
      return;
    }
    TreeSet<String> known = new TreeSet<>(nodes.keySet());
    known.addAll(edges.keySet());
    known.addAll(parties.keySet());
    known.addAll(agreements.keySet());
    known.addAll(causes.keySet());
    throw new IllegalArgumentException(
        "No node, edge, party, agreement or common cause \""
            + subject
            + "\" in "
            + id
            + "."
            + Suggestions.maybe(subject, known));
  }

  /**
   * Other gauges and capacities of edges on some days.
   *
   * @return in the order given; the last one that concerns an edge on a day holds there
   */
  public List<Refit> refits() {
    return refits;
  }

  /**
   * The elements that a selector means.
   *
   * @param selector the criteria
   * @return ids of nodes and edges in order
   */
  public SortedSet<String> select(Selector selector) {
    TreeSet<String> meant = new TreeSet<>();
    nodes.values().stream().filter(node -> matches(selector, node)).forEach(n -> meant.add(n.id()));
    edges.values().stream().filter(edge -> matches(selector, edge)).forEach(e -> meant.add(e.id()));
    return meant;
  }

  /**
   * Whether a selector means an edge.
   *
   * @param selector the criteria
   * @param edge the edge
   * @return true if so
   */
  public boolean matches(Selector selector, TransitEdge edge) {
    return selector.matches(
        edge.id(), List.of(edge.jurisdiction()), edge.corridors(), List.of(edge.mode()));
  }

  /**
   * Whether a selector means a node. A node belongs to the corridors and modes of the edges at it.
   *
   * @param selector the criteria
   * @param node the node
   * @return true if so
   */
  public boolean matches(Selector selector, TransitNode node) {
    Set<String> tags = new HashSet<>(node.tags());
    Set<Mode> modes = new HashSet<>();
    for (TransitEdge edge : edgesAt(node.id())) {
      tags.addAll(edge.corridors());
      modes.add(edge.mode());
    }
    return selector.matches(node.id(), node.jurisdictions(), tags, modes);
  }

  /**
   * Whether a selector means an element.
   *
   * @param selector the criteria
   * @param elementId id of an edge or node
   * @return true if so
   * @throws IllegalArgumentException when there is no such element
   */
  public boolean matches(Selector selector, String elementId) {
    TransitEdge edge = edges.get(elementId);
    return edge == null ? matches(selector, node(elementId)) : matches(selector, edge);
  }

  /**
   * The days on which anything may change: between two neighbours every answer is the same. Seasons
   * come back every year; those up to a year after the last other day are told.
   *
   * @param plans whether plans count
   * @return in order
   */
  public SortedSet<LocalDate> changeDates(boolean plans) {
    return changeDates(plans, Validity.ALWAYS);
  }

  /**
   * The days of a span on which anything may change: between two neighbours every answer is the
   * same.
   *
   * @param plans whether plans count
   * @param span which days; at an open end seasons are told no further than a year after the last
   *     other day, or from the first one
   * @return in order
   */
  public SortedSet<LocalDate> changeDates(boolean plans, Validity span) {
    SortedSet<LocalDate> dated = datedChanges(plans);
    LocalDate first = dated.isEmpty() ? LocalDate.EPOCH : dated.first();
    LocalDate last = dated.isEmpty() ? LocalDate.EPOCH : dated.last();
    LocalDate begin = span.from().equals(LocalDate.MIN) ? first : span.from();
    LocalDate end = span.to().equals(LocalDate.MAX) ? last.plusYears(1) : span.to();
    TreeSet<LocalDate> all = new TreeSet<>(dated);
    if (begin.isBefore(end)) {
      crossings.values().forEach(c -> all.addAll(c.seasonDates(plans, begin, end)));
    }
    all.removeIf(date -> !span.contains(date));
    return all;
  }

  /** The days on which a fact begins or ceases to hold, seasons left aside. */
  SortedSet<LocalDate> datedChanges(boolean plans) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    nodes.values().forEach(node -> dates.addAll(node.status().changeDates(plans)));
    edges.values().forEach(edge -> dates.addAll(edge.status().changeDates(plans)));
    crossings.values().forEach(crossing -> dates.addAll(crossing.changeDates(plans)));
    roles.values().stream()
        .flatMap(List::stream)
        .forEach(role -> addEnds(dates, role.validity(), role.evidence(), plans));
    stakes.forEach(stake -> addEnds(dates, stake.validity(), stake.evidence(), plans));
    decisions.forEach(d -> addEnds(dates, d.validity(), d.evidence(), plans));
    transhipments.forEach(t -> addEnds(dates, t.validity(), t.evidence(), plans));
    closures.forEach(c -> addEnds(dates, c.validity(), c.evidence(), plans));
    refusals.forEach(r -> addEnds(dates, r.validity(), r.evidence(), plans));
    retimings.forEach(r -> addEnds(dates, r.validity(), Evidence.NONE, plans));
    repricings.forEach(r -> addEnds(dates, r.validity(), Evidence.NONE, plans));
    survivals.forEach(s -> addEnds(dates, s.validity(), s.evidence(), plans));
    causes.values().forEach(c -> addEnds(dates, c.validity(), c.evidence(), plans));
    quotas.forEach(q -> addEnds(dates, q.validity(), q.evidence(), plans));
    refits.forEach(r -> addEnds(dates, r.validity(), r.evidence(), plans));
    agreements
        .values()
        .forEach(
            agreement -> {
              dates.addAll(agreement.changeDates(plans));
              // A provision has no evidence of its own: it switches whenever its agreement does.
              for (Provision provision : agreement.provisions()) {
                addEnds(dates, provision.validity(), Evidence.NONE, plans);
              }
            });
    dates.remove(LocalDate.MIN);
    dates.remove(LocalDate.MAX);
    return dates;
  }

  private static void addEnds(
      Set<LocalDate> dates, Validity validity, Evidence evidence, boolean plans) {
    if (plans || evidence.basis() == Basis.FACT) {
      dates.add(validity.from());
      dates.add(validity.to());
    }
  }

  private <T> T there(String what, Map<String, T> map, String wanted) {
    T found = map.get(wanted);
    if (found == null) {
      throw new IllegalArgumentException(
          "No "
              + what
              + " \""
              + wanted
              + "\" among the "
              + map.size()
              + " of "
              + id
              + "."
              + Suggestions.maybe(wanted, map.keySet()));
    }
    return found;
  }

  /** {@code south-caucasus: 160 nodes, 250 edges}. */
  @Override
  public String toString() {
    return id + ": " + nodes.size() + " nodes, " + edges.size() + " edges";
  }

  /**
   * Makes networks. Things are added in any order; {@link #build} checks the whole and names every
   * fault at once. Not for sharing between threads.
   */
  public static final class Builder {
    final String id;
    Names names = new Names(new TreeMap<>());
    LocalDate asOf = LocalDate.MAX;
    final List<String> attribution = new ArrayList<>();
    final Map<String, TransitNode> nodes = new LinkedHashMap<>();
    final Map<String, TransitEdge> edges = new LinkedHashMap<>();
    final Map<String, Territory> territories = new LinkedHashMap<>();
    final Map<String, Region> regions = new LinkedHashMap<>();
    final Map<String, Party> parties = new LinkedHashMap<>();
    final Map<String, Agreement> agreements = new LinkedHashMap<>();
    final Set<String> granted = new HashSet<>();
    final Map<String, Source> sources = new LinkedHashMap<>();
    final List<Role> roles = new ArrayList<>();
    final List<Stake> stakes = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<CrossingFact> crossingFacts = new ArrayList<>();
    final List<ControlPoint> controlPoints = new ArrayList<>();
    final List<Transhipment> transhipments = new ArrayList<>();
    final List<AlternativeClaim> alternatives = new ArrayList<>();
    final List<EdgeClosure> closures = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Retiming> retimings = new ArrayList<>();
    final List<Repricing> repricings = new ArrayList<>();
    final List<SurvivalFact> survivals = new ArrayList<>();
    final Map<String, CommonCause> causes = new LinkedHashMap<>();
    final List<Quota> quotas = new ArrayList<>();
    final List<Refit> refits = new ArrayList<>();
    final List<Finding> faults = new ArrayList<>();
    Optional<TransitNetwork> origin = Optional.empty();
    Optional<RecentViews> recent = Optional.empty();

    private Builder(String id) {
      this.id = id;
    }

    private <T> void add(String what, Map<String, T> map, String itemId, T item) {
      checkId(itemId);
      if (map.putIfAbsent(itemId, item) != null) {
        fault("duplicate_id", itemId, "There are two of this " + what);
      }
    }

    private void checkId(String itemId) {
      if (!NetworkCheck.isId(itemId)) {
        fault("bad_id", itemId, NetworkCheck.NOT_AN_ID);
      }
    }

    private void fault(String code, String subject, String message) {
      faults.add(Finding.error(code, subject, message));
    }

    /**
     * What it is called.
     *
     * @param value the names
     * @return this builder
     */
    public Builder names(Names value) {
      names = value;
      return this;
    }

    /**
     * The day on which the facts were last checked.
     *
     * @param date the day
     * @return this builder
     */
    public Builder asOf(LocalDate date) {
      asOf = date;
      return this;
    }

    /**
     * A line that anybody who shows the data must show.
     *
     * @param line the line
     * @return this builder
     */
    public Builder addAttribution(String line) {
      attribution.add(line);
      return this;
    }

    /**
     * Adds a node.
     *
     * @param node the node
     * @return this builder
     */
    public Builder addNode(TransitNode node) {
      add("node", nodes, node.id(), node);
      return this;
    }

    /**
     * Adds an edge.
     *
     * @param edge the edge
     * @return this builder
     */
    public Builder addEdge(TransitEdge edge) {
      add("edge", edges, edge.id(), edge);
      return this;
    }

    /**
     * Puts an edge in the place of the one with the same id, or adds it.
     *
     * @param edge the edge
     * @return this builder
     */
    public Builder withEdge(TransitEdge edge) {
      checkId(edge.id());
      edges.put(edge.id(), edge);
      return this;
    }

    /**
     * Puts a node in the place of the one with the same id, or adds it.
     *
     * @param node the node
     * @return this builder
     */
    public Builder withNode(TransitNode node) {
      checkId(node.id());
      nodes.put(node.id(), node);
      return this;
    }

    /**
     * Takes an edge away, with its roles, its probability and wherever a provision, closure,
     * refusal, change of speed or common cause names it. What named this edge alone goes with it,
     * and so does a cause that it sets off.
     *
     * @param edgeId its id
     * @return this builder
     */
    public Builder removeEdge(String edgeId) {
      edges.remove(edgeId);
      roles.removeIf(role -> role.element().equals(edgeId));
      agreements.replaceAll(
          (name, agreement) -> {
            List<Provision> left =
                without(edgeId, agreement.provisions(), Provision::where, Provision::at);
            return left.equals(agreement.provisions()) ? agreement : agreement.withProvisions(left);
          });
      setAll(closures, without(edgeId, closures, EdgeClosure::where, EdgeClosure::at));
      setAll(refusals, without(edgeId, refusals, Refusal::where, Refusal::at));
      setAll(retimings, without(edgeId, retimings, Retiming::where, Retiming::at));
      Set<String> gone = new HashSet<>(Set.of(edgeId));
      for (CommonCause cause : List.copyOf(causes.values())) {
        Optional<CommonCause> left = cause.without(edgeId);
        if (left.isPresent()) {
          causes.put(cause.id(), left.get());
        } else {
          causes.remove(cause.id());
          gone.add(cause.id());
        }
      }
      survivals.removeIf(fact -> gone.contains(fact.subject()));
      setAll(repricings, without(edgeId, repricings, Repricing::where, Repricing::at));
      setAll(refits, without(edgeId, refits, Refit::where, Refit::at));
      return this;
    }

    private static <T> List<T> without(
        String element,
        List<T> items,
        Function<T, Selector> where,
        BiFunction<T, Selector, T> moved) {
      List<T> left = new ArrayList<>();
      for (T item : items) {
        where
            .apply(item)
            .without(element)
            .ifPresent(
                rest -> left.add(rest.equals(where.apply(item)) ? item : moved.apply(item, rest)));
      }
      return left;
    }

    private static <T> void setAll(List<T> list, List<T> content) {
      list.clear();
      list.addAll(content);
    }

    /**
     * Adds a territory.
     *
     * @param territory the territory
     * @return this builder
     */
    public Builder addTerritory(Territory territory) {
      add("territory", territories, territory.id(), territory);
      return this;
    }

    /**
     * Puts a territory in the place of the one with the same id, or adds it.
     *
     * @param territory the territory
     * @return this builder
     */
    public Builder withTerritory(Territory territory) {
      checkId(territory.id());
      territories.put(territory.id(), territory);
      return this;
    }

    /**
     * Adds a region.
     *
     * @param region the region
     * @return this builder
     */
    public Builder addRegion(Region region) {
      add("region", regions, region.id(), region);
      return this;
    }

    /**
     * Adds a party.
     *
     * @param party the party
     * @return this builder
     */
    public Builder addParty(Party party) {
      add("party", parties, party.id(), party);
      return this;
    }

    /**
     * Adds an agreement.
     *
     * @param agreement the agreement
     * @return this builder
     */
    public Builder addAgreement(Agreement agreement) {
      add("agreement", agreements, agreement.id(), agreement);
      return this;
    }

    /**
     * Puts an agreement in the place of the one with the same id, or adds it.
     *
     * @param agreement the agreement
     * @return this builder
     */
    public Builder withAgreement(Agreement agreement) {
      checkId(agreement.id());
      agreements.put(agreement.id(), agreement);
      return this;
    }

    /**
     * Adds a source.
     *
     * @param source the source
     * @return this builder
     */
    public Builder addSource(Source source) {
      add("source", sources, source.id(), source);
      return this;
    }

    /**
     * Adds a role.
     *
     * @param role the role
     * @return this builder
     */
    public Builder addRole(Role role) {
      roles.add(role);
      return this;
    }

    /**
     * Puts these roles in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withRoles(Function<List<Role>, List<Role>> change) {
      replaceAll(roles, change);
      return this;
    }

    /**
     * Adds a stake.
     *
     * @param stake the stake
     * @return this builder
     */
    public Builder addStake(Stake stake) {
      stakes.add(stake);
      return this;
    }

    /**
     * Puts these stakes in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withStakes(Function<List<Stake>, List<Stake>> change) {
      replaceAll(stakes, change);
      return this;
    }

    /**
     * Adds a way of deciding.
     *
     * @param decision the decision
     * @return this builder
     */
    public Builder addDecision(Decision decision) {
      decisions.add(decision);
      return this;
    }

    /**
     * Adds a fact about a crossing.
     *
     * @param fact the fact
     * @return this builder
     */
    public Builder addCrossingFact(CrossingFact fact) {
      crossingFacts.add(fact);
      return this;
    }

    /**
     * Puts these facts about crossings in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withCrossingFacts(Function<List<CrossingFact>, List<CrossingFact>> change) {
      replaceAll(crossingFacts, change);
      return this;
    }

    /**
     * Adds a control at a crossing.
     *
     * @param point the control
     * @return this builder
     */
    public Builder addControlPoint(ControlPoint point) {
      controlPoints.add(point);
      return this;
    }

    /**
     * Puts these controls in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withControlPoints(Function<List<ControlPoint>, List<ControlPoint>> change) {
      replaceAll(controlPoints, change);
      return this;
    }

    /**
     * Adds a place where mode or gauge can be changed.
     *
     * @param transhipment the place
     * @return this builder
     */
    public Builder addTranshipment(Transhipment transhipment) {
      transhipments.add(transhipment);
      return this;
    }

    /**
     * Adds a contradiction.
     *
     * @param claim the other claim
     * @return this builder
     */
    public Builder addAlternative(AlternativeClaim claim) {
      alternatives.add(claim);
      return this;
    }

    /**
     * Adds a closure of edges.
     *
     * @param closure the closure
     * @return this builder
     */
    public Builder addClosure(EdgeClosure closure) {
      closures.add(closure);
      return this;
    }

    /**
     * Takes closures away.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withClosures(Function<List<EdgeClosure>, List<EdgeClosure>> change) {
      replaceAll(closures, change);
      return this;
    }

    /**
     * Adds a refusal.
     *
     * @param refusal the refusal
     * @return this builder
     */
    public Builder addRefusal(Refusal refusal) {
      refusals.add(refusal);
      return this;
    }

    /**
     * Adds a change of speed.
     *
     * @param retiming the change
     * @return this builder
     */
    public Builder addRetiming(Retiming retiming) {
      retimings.add(retiming);
      return this;
    }

    /**
     * Adds how likely something holds.
     *
     * @param fact the probability, whose, and on which days
     * @return this builder
     */
    public Builder addSurvival(SurvivalFact fact) {
      survivals.add(fact);
      return this;
    }

    /**
     * Puts these probabilities in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withSurvivals(Function<List<SurvivalFact>, List<SurvivalFact>> change) {
      replaceAll(survivals, change);
      return this;
    }

    /**
     * Adds an event that takes several things out together.
     *
     * @param cause the cause
     * @return this builder
     */
    public Builder addCommonCause(CommonCause cause) {
      add("common cause", causes, cause.id(), cause);
      return this;
    }

    /**
     * Adds permits that one state asks for of another's vehicles.
     *
     * @param quota the quota, or one period of it
     * @return this builder
     */
    public Builder addQuota(Quota quota) {
      quotas.add(quota);
      return this;
    }

    /**
     * Puts these quotas in the place of all.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withQuotas(Function<List<Quota>, List<Quota>> change) {
      replaceAll(quotas, change);
      return this;
    }

    /** Puts these causes in the place of all. */
    void withCommonCauses(Function<List<CommonCause>, List<CommonCause>> change) {
      List<CommonCause> changed = List.copyOf(change.apply(List.copyOf(causes.values())));
      causes.clear();
      changed.forEach(cause -> causes.put(cause.id(), cause));
    }

    /** Puts these lists in the place of all of those that have no method of their own. */
    void withRest(
        Function<List<Decision>, List<Decision>> changeDecisions,
        Function<List<Transhipment>, List<Transhipment>> changeTranshipments,
        Function<List<Refusal>, List<Refusal>> changeRefusals,
        Function<List<Retiming>, List<Retiming>> changeRetimings,
        Function<List<Repricing>, List<Repricing>> changeRepricings,
        Function<List<Refit>, List<Refit>> changeRefits) {
      replaceAll(decisions, changeDecisions);
      replaceAll(transhipments, changeTranshipments);
      replaceAll(refusals, changeRefusals);
      replaceAll(retimings, changeRetimings);
      replaceAll(repricings, changeRepricings);
      replaceAll(refits, changeRefits);
    }

    private static <T> void replaceAll(List<T> list, Function<List<T>, List<T>> change) {
      List<T> changed = List.copyOf(change.apply(List.copyOf(list)));
      list.clear();
      list.addAll(changed);
    }

    /**
     * What is there so far, as a network to look things up in while more is added. Nothing is
     * checked: edges may end nowhere, and what is asked of a day may throw. {@link #build} checks.
     *
     * @return a network that is for finding and selecting elements alone
     */
    public TransitNetwork draft() {
      return new TransitNetwork(this, false);
    }

    /** What the network to be made remembers from the beginning. */
    Builder remembering(RecentViews views) {
      recent = Optional.of(views);
      return this;
    }

    /** Makes a network of facts that stood together in a checked one, without checking again. */
    TransitNetwork buildPartOfValid() {
      return new TransitNetwork(this, false);
    }

    /**
     * Adds a change of the cost of carriage.
     *
     * @param repricing the change
     * @return this builder
     */
    public Builder addRepricing(Repricing repricing) {
      repricings.add(repricing);
      return this;
    }

    /**
     * Adds other gauges or another capacity of some edges on some days.
     *
     * @param refit what changes; comes after those added before
     * @return this builder
     */
    public Builder addRefit(Refit refit) {
      refits.add(refit);
      return this;
    }

    /**
     * Changes the ways of deciding.
     *
     * @param change makes the new list of the old
     * @return this builder
     */
    public Builder withDecisions(Function<List<Decision>, List<Decision>> change) {
      replaceAll(decisions, change);
      return this;
    }

    /**
     * The nodes added so far.
     *
     * @return in order of adding
     */
    public List<TransitNode> nodes() {
      return List.copyOf(nodes.values());
    }

    /**
     * Checks the whole and makes the network.
     *
     * @return the network
     * @throws InvalidNetworkException naming every fault at once
     */
    public TransitNetwork build() {
      List<Finding> found = new ArrayList<>(faults);
      faults.clear();
      found.addAll(new NetworkCheck(this).faults());
      if (!found.isEmpty()) {
        throw new InvalidNetworkException(found);
      }
      grantRoles();
      return new TransitNetwork(this, true);
    }

    /**
     * Lays down the roles that provisions grant, under their agreement. Once: who starts from the
     * network built finds them among its roles and may replace them.
     */
    private void grantRoles() {
      List<Provision> granting = new ArrayList<>();
      List<Agreement> whose = new ArrayList<>();
      for (Agreement agreement : agreements.values()) {
        for (Provision provision : agreement.provisions()) {
          if (provision.effect() == ProvisionEffect.GRANTS_ROLE
              && !provision.role().isEmpty()
              && !provision.party().isEmpty()
              && granted.add(agreement.id() + "/" + provision.id())) {
            granting.add(provision);
            whose.add(agreement);
          }
        }
      }
      if (granting.isEmpty()) {
        return;
      }
      TransitNetwork plain = new TransitNetwork(this, false);
      for (int i = 0; i < granting.size(); i++) {
        Provision provision = granting.get(i);
        for (TransitNode node : nodes.values()) {
          if (plain.matches(provision.where(), node)) {
            grant(node.id(), whose.get(i), provision);
          }
        }
        for (TransitEdge edge : edges.values()) {
          if (plain.matches(provision.where(), edge)) {
            grant(edge.id(), whose.get(i), provision);
          }
        }
      }
    }

    private void grant(String element, Agreement agreement, Provision provision) {
      RoleKind kind = RoleKind.valueOf(provision.role().toUpperCase(Locale.ROOT));
      boolean told =
          roles.stream()
              .anyMatch(
                  role ->
                      role.element().equals(element)
                          && role.kind() == kind
                          && role.holder().equals(provision.party())
                          && role.under().equals(agreement.id()));
      if (!told) {
        roles.add(
            new Role(
                element,
                kind,
                provision.party(),
                "",
                provision.matter(),
                provision.validity(),
                agreement.id(),
                agreement.evidence()));
      }
    }
  }
}
