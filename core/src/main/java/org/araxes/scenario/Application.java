package org.araxes.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.OpeningHours;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.control.Decision;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.EdgeClosure;
import org.araxes.network.InvalidNetworkException;
import org.araxes.network.Refit;
import org.araxes.network.Refusal;
import org.araxes.network.Repricing;
import org.araxes.network.Retiming;
import org.araxes.network.Role;
import org.araxes.network.Status;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;

/**
 * One scenario being made true of one network: change after change on working copies. Used once.
 */
final class Application implements Change.Cases<Application> {
  private final Scenario scenario;
  private final TransitNetwork network;
  private final List<Finding> faults = new ArrayList<>();
  private final Evidence evidence;
  private final Map<String, TransitNode> nodes = new LinkedHashMap<>();
  private final Map<String, TransitEdge> edges = new LinkedHashMap<>();
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();
  private final List<CrossingFact> facts = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Retiming> retimings = new ArrayList<>();
  private final Map<String, List<Role>> roles = new LinkedHashMap<>();
  private final List<Repricing> repricings = new ArrayList<>();
  private final List<Refit> refits = new ArrayList<>();
  private final Set<String> removed = new TreeSet<>();
  private final Additions additions;
  private List<Decision> decisions;
  private List<EdgeClosure> closures;
  private List<Stake> stakes;
  private List<SurvivalFact> survivals;
  private final Map<String, List<ControlPoint>> controls = new LinkedHashMap<>();
  private final int priority;
  private String prefix = "";

  Application(Scenario scenario, Additions additions) {
    this.scenario = scenario;
    this.additions = additions;
    network = additions.network();
    faults.addAll(additions.faults());
    closures = network.closures();
    stakes = network.stakes();
    survivals = network.survivals();
    decisions = network.decisions();
    evidence =
        new Evidence(scenario.sources(), Confidence.LOW, Basis.FACT, "Scenario " + scenario.id());
    int highest = 0;
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        highest = Math.max(highest, fact.priority());
      }
    }
    priority = highest + 1;
  }

  TransitNetwork run() {
    int position = 0;
    for (Change change : scenario.changes()) {
      position++;
      prefix = "Change " + position + " (" + change.op() + "): ";
      change.fold(this);
    }
    Optional<TransitNetwork> made = Optional.empty();
    try {
      made = Optional.of(changed().build());
    } catch (InvalidNetworkException invalid) {
      faults.addAll(invalid.findings());
    }
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException(scenario.title(), faults);
    }
    return made.orElseThrow();
  }

  private TransitNetwork.Builder changed() {
    TransitNetwork.Builder builder = additions.builder();
    nodes.values().forEach(builder::withNode);
    edges.values().forEach(builder::withEdge);
    agreements.values().forEach(builder::withAgreement);
    facts.forEach(builder::addCrossingFact);
    refusals.forEach(builder::addRefusal);
    retimings.forEach(builder::addRetiming);
    repricings.forEach(builder::addRepricing);
    refits.forEach(builder::addRefit);
    builder.withDecisions(old -> decisions);
    builder.withClosures(old -> closures);
    builder.withStakes(old -> stakes);
    builder.withSurvivals(old -> survivals);
    if (!roles.isEmpty()) {
      builder.withRoles(old -> spliced(old, roles, Role::element));
    }
    if (!controls.isEmpty()) {
      builder.withControlPoints(old -> spliced(old, controls, ControlPoint::crossing));
    }
    for (Agreement agreement : agreements.values()) {
      endWith(agreement, builder);
    }
    removed.forEach(builder::removeEdge);
    return builder;
  }

  /** What an agreement does at crossings ends on the days on which this scenario ends it. */
  private void endWith(Agreement agreement, TransitNetwork.Builder builder) {
    for (Validity ended : daysEnded(agreement.status())) {
      builder.withCrossingFacts(
          old ->
              without(
                  old,
                  fact -> fact.under().equals(agreement.id()),
                  fact -> fact.validity().minus(ended).stream().map(fact::during)));
      builder.withControlPoints(
          old ->
              without(
                  old,
                  point -> point.under().equals(agreement.id()),
                  point -> point.validity().minus(ended).stream().map(point::during)));
    }
  }

  /**
   * The days on which a claim of this scenario holds and says that the agreement does not stand.
   */
  private List<Validity> daysEnded(History<LegalStatus> status) {
    List<LocalDate> starts = new ArrayList<>(status.changeDates(false));
    starts.add(0, LocalDate.MIN);
    starts.add(LocalDate.MAX);
    List<Validity> days = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      boolean ended =
          status
              .at(starts.get(i), false)
              .filter(claim -> claim.evidence().equals(evidence) && !claim.value().stands())
              .isPresent();
      if (ended) {
        days.add(new Validity(starts.get(i), starts.get(i + 1)));
      }
    }
    return days;
  }

  private static <T> List<T> without(
      List<T> old, Predicate<T> concerned, Function<T, Stream<T>> left) {
    return old.stream()
        .flatMap(item -> concerned.test(item) ? left.apply(item) : Stream.of(item))
        .toList();
  }

  /** What was changed comes at the end, in order of the element; the rest stays where it is. */
  private static <T> List<T> spliced(
      List<T> old, Map<String, List<T>> changed, Function<T, String> key) {
    List<T> all = new ArrayList<>();
    for (T item : old) {
      if (!changed.containsKey(key.apply(item))) {
        all.add(item);
      }
    }
    changed.values().forEach(all::addAll);
    return all;
  }

  // What a change means here, and what is wrong with it.

  private void fault(String code, String message) {
    faults.add(Finding.error(code, scenario.id(), prefix + message));
  }

  /** The elements meant, in order of id; a selector that means nothing is a fault. */
  private SortedSet<String> meant(Selector where) {
    int before = faults.size();
    boolean told = where.elements().stream().anyMatch(additions::failed);
    for (String element : where.elements()) {
      if (network.findNode(element).isEmpty()
          && network.findEdge(element).isEmpty()
          && !additions.failed(element)) {
        TreeSet<String> known = new TreeSet<>();
        network.nodes().forEach(node -> known.add(node.id()));
        network.edges().forEach(edge -> known.add(edge.id()));
        fault(
            "unknown_element",
            "No node or edge \"" + element + "\"." + Suggestions.maybe(element, known));
      }
    }
    for (String code : where.jurisdictions()) {
      TreeSet<String> known = new TreeSet<>();
      network.territories().forEach(territory -> known.add(territory.id()));
      network.nodes().forEach(node -> known.addAll(node.jurisdictions()));
      if (known.stream().noneMatch(there -> Jurisdictions.within(there, code))) {
        fault(
            "unknown_jurisdiction",
            "No jurisdiction \"" + code + "\"." + Suggestions.maybe(code, known));
      }
    }
    for (String slug : where.corridors()) {
      TreeSet<String> known = new TreeSet<>();
      network.edges().forEach(edge -> known.addAll(edge.corridors()));
      network.nodes().forEach(node -> known.addAll(node.tags()));
      if (!known.contains(slug)) {
        fault("unknown_corridor", "No corridor \"" + slug + "\"." + Suggestions.maybe(slug, known));
      }
    }
    SortedSet<String> ids = selected(where);
    if (ids.isEmpty() && !told && faults.size() == before) {
      fault(
          "matches_nothing",
          "Nothing matches "
              + words(where)
              + ". Maybe one criterion too many? An element must match every one.");
    }
    return ids;
  }

  private SortedSet<String> selected(Selector where) {
    if (where.elements().isEmpty()) {
      return network.select(where);
    }
    TreeSet<String> ids = new TreeSet<>();
    for (String element : where.elements()) {
      boolean match =
          network
              .findEdge(element)
              .map(edge -> network.matches(where, edge))
              .orElseGet(
                  () ->
                      network
                          .findNode(element)
                          .map(node -> network.matches(where, node))
                          .orElse(false));
      if (match) {
        ids.add(element);
      }
    }
    return ids;
  }

  private static String words(Selector where) {
    List<String> criteria = new ArrayList<>();
    if (!where.elements().isEmpty()) {
      criteria.add("elements " + String.join(", ", where.elements()));
    }
    if (!where.jurisdictions().isEmpty()) {
      criteria.add("jurisdictions " + String.join(", ", where.jurisdictions()));
    }
    if (!where.corridors().isEmpty()) {
      criteria.add("corridors " + String.join(", ", where.corridors()));
    }
    if (!where.modes().isEmpty()) {
      criteria.add("modes " + where.modes());
    }
    return String.join(" and ", criteria);
  }

  private List<Crossing> crossingsMeant(Selector where, SortedSet<String> ids, String hint) {
    return meant(where, ids, network::findCrossing, "a crossing", "crossing", hint);
  }

  private List<TransitEdge> edgesMeant(Selector where, SortedSet<String> ids, String hint) {
    return meant(where, ids, network::findEdge, "an edge", "edge", hint);
  }

  private <T> List<T> meant(
      Selector where,
      SortedSet<String> ids,
      Function<String, Optional<T>> find,
      String one,
      String kind,
      String hint) {
    List<T> meant = new ArrayList<>();
    for (String id : ids) {
      Optional<T> found = find.apply(id);
      if (found.isPresent()) {
        meant.add(found.get());
      } else if (where.elements().contains(id)) {
        fault("wrong_element", "\"" + id + "\" is not " + one + ". " + hint);
      }
    }
    if (meant.isEmpty() && !ids.isEmpty() && where.elements().isEmpty()) {
      fault("matches_nothing", "No " + kind + " matches " + words(where) + ". " + hint);
    }
    return meant;
  }

  /** The side of a crossing that a code stands for: the code itself, or a part of it. */
  private static Optional<String> side(List<String> sides, String asked) {
    return sides.contains(asked)
        ? Optional.of(asked)
        : sides.stream().filter(side -> Jurisdictions.within(side, asked)).findFirst();
  }

  private record Direction(String from, String to) {
    static final Direction BOTH = new Direction("", "");
  }

  /** The direction at one crossing; empty where the crossing lacks a side. */
  private Optional<Direction> direction(
      Crossing crossing, Selector where, String fromSide, String toSide) {
    if (fromSide.isEmpty()) {
      return Optional.of(Direction.BOTH);
    }
    Optional<String> from = side(crossing.sides(), fromSide);
    Optional<String> to = side(crossing.sides(), toSide);
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      return Optional.of(new Direction(from.get(), to.get()));
    }
    if (where.elements().contains(crossing.id())) {
      fault(
          "unknown_side",
          "The direction "
              + fromSide
              + " to "
              + toSide
              + " is none of "
              + crossing.id()
              + ". Maybe "
              + crossing.sides().get(0)
              + " to "
              + crossing.sides().get(1)
              + ", or the reverse?");
    }
    return Optional.empty();
  }

  private void unknownSide(String element, String asked, List<String> sides) {
    fault(
        "unknown_side",
        "\""
            + element
            + "\" has no side \""
            + asked
            + "\". Maybe "
            + String.join(" or ", sides)
            + "?");
  }

  private boolean knownParty(String party) {
    if (party.isEmpty() || network.findParty(party).isPresent()) {
      return true;
    }
    fault(
        "unknown_party",
        "No party \""
            + party
            + "\"."
            + Suggestions.maybe(party, network.parties().stream().map(Party::id).toList()));
    return false;
  }

  private Evidence because(String reason) {
    return reason.isEmpty()
        ? evidence
        : new Evidence(evidence.sources(), evidence.confidence(), evidence.basis(), reason);
  }

  // The changes.

  @Override
  public Application setStatus(Change.SetStatus change) {
    Claim<Status> claim = new Claim<>(change.status(), change.validity(), evidence);
    for (String id : meant(change.where())) {
      if (network.findEdge(id).isPresent()) {
        edges.put(id, overridden(edge(id), claim));
      } else {
        TransitNode node = Optional.ofNullable(nodes.get(id)).orElseGet(() -> network.node(id));
        nodes.put(id, node.withStatus(node.status().overriddenBy(claim)));
      }
    }
    return this;
  }

  private static TransitEdge overridden(TransitEdge edge, Claim<Status> claim) {
    return edge.withStatus(edge.status().overriddenBy(claim));
  }

  /** An edge as this scenario left it so far. */
  private TransitEdge edge(String id) {
    return Optional.ofNullable(edges.get(id)).orElseGet(() -> network.edge(id));
  }

  @Override
  public Application open(Change.Open change) {
    boolean known = knownParty(change.by());
    SortedSet<String> ids = meant(change.where());
    boolean found =
        stateAt(
            change.where(),
            ids,
            change.fromSide(),
            change.toSide(),
            new Subject(change.modes(), change.classes(), change.flags()),
            CrossingState.OPEN,
            known ? change.by() : "",
            Optional.empty(),
            change.reason(),
            change.validity());
    Set<String> lifted =
        edgesOf(
            change.where(),
            ids,
            change.modes(),
            found,
            narrowed(change.fromSide(), change.flags()));
    if (!lifted.isEmpty()) {
      List<EdgeClosure> left = new ArrayList<>();
      closures.forEach(closure -> left.addAll(lift(closure, lifted, change)));
      closures = List.copyOf(left);
    }
    return this;
  }

  @Override
  public Application close(Change.Close change) {
    boolean known = knownParty(change.by());
    SortedSet<String> ids = meant(change.where());
    String text = change.kind().isPresent() ? "" : change.reason();
    boolean found =
        stateAt(
            change.where(),
            ids,
            change.fromSide(),
            change.toSide(),
            new Subject(change.modes(), change.classes(), change.flags()),
            CrossingState.CLOSED,
            known ? change.by() : "",
            change.kind(),
            text,
            change.validity());
    Set<String> shut =
        edgesOf(
            change.where(),
            ids,
            change.modes(),
            found,
            narrowed(change.fromSide(), change.flags()));
    if (!shut.isEmpty()) {
      List<EdgeClosure> more = new ArrayList<>(closures);
      more.add(
          new EdgeClosure(
              Selector.of(shut),
              change.classes(),
              change.modes(),
              known ? change.by() : "",
              change.reason().isEmpty() ? "Closed in scenario " + scenario.id() : change.reason(),
              change.validity(),
              because(text)));
      closures = List.copyOf(more);
    }
    return this;
  }

  private record Subject(Set<Mode> modes, Set<TrafficClass> classes, SortedSet<String> flags) {}

  private static boolean narrowed(String fromSide, SortedSet<String> flags) {
    return !fromSide.isEmpty() || !flags.isEmpty();
  }

  /** States something about the crossings meant, and tells whether there was one. */
  private boolean stateAt(
      Selector where,
      SortedSet<String> ids,
      String fromSide,
      String toSide,
      Subject subject,
      CrossingState state,
      String by,
      Optional<ImpedimentKind> kind,
      String reason,
      Validity validity) {
    boolean found = false;
    for (String id : ids) {
      Optional<Crossing> crossing = network.findCrossing(id);
      if (crossing.isEmpty()) {
        if (where.elements().contains(id) && network.findNode(id).isPresent()) {
          fault(
              "wrong_element",
              "\"" + id + "\" is neither a crossing nor an edge. Maybe the edges that end there?");
          found = true;
        }
        continue;
      }
      Optional<Direction> direction = direction(crossing.get(), where, fromSide, toSide);
      found |= direction.isPresent() || where.elements().contains(id);
      direction.ifPresent(
          way ->
              facts.add(
                  fact(
                      id,
                      subject,
                      way,
                      Optional.of(state),
                      validity,
                      by,
                      kind,
                      Optional.empty(),
                      Optional.empty(),
                      because(reason))));
    }
    return found;
  }

  private CrossingFact fact(
      String crossing,
      Subject subject,
      Direction direction,
      Optional<CrossingState> state,
      Validity validity,
      String by,
      Optional<ImpedimentKind> kind,
      Optional<Duration> waiting,
      Optional<Money> fee,
      Evidence saying) {
    return CrossingFact.builder(crossing)
        .modes(subject.modes())
        .classes(subject.classes())
        .direction(direction.from(), direction.to())
        .flags(subject.flags())
        .state(state)
        .validity(validity)
        .by(by)
        .kind(kind)
        .waiting(waiting)
        .fee(fee)
        .priority(priority + facts.size())
        .evidence(saying)
        .build();
  }

  /** The edges that an opening or a closure concerns. */
  private Set<String> edgesOf(
      Selector where, SortedSet<String> ids, Set<Mode> modes, boolean crossings, boolean narrowed) {
    LinkedHashSet<String> concerned = new LinkedHashSet<>();
    boolean told = false;
    for (String id : ids) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isEmpty()) {
        continue;
      }
      if (!narrowed) {
        if (modes.isEmpty() || modes.contains(edge.get().mode())) {
          concerned.add(id);
        } else if (where.elements().contains(id)) {
          told = true;
          fault(
              "wrong_element",
              "\"" + id + "\" is an edge of mode " + edge.get().mode() + ", not one of " + modes);
        }
      } else if (where.elements().contains(id)) {
        told = true;
        fault(
            "wrong_element",
            "\""
                + id
                + "\" is an edge, and directions and flags concern crossings. Maybe the crossing"
                + " at its end?");
      }
    }
    if (!crossings && !told && concerned.isEmpty() && !ids.isEmpty()) {
      fault(
          "matches_nothing",
          "No crossing or edge that this concerns matches "
              + words(where)
              + ". Maybe other sides or modes?");
    }
    return concerned;
  }

  /** What is left of a closure once some edges are open for some classes on some days. */
  private List<EdgeClosure> lift(EdgeClosure closure, Set<String> opened, Change.Open change) {
    Set<TrafficClass> shut = all(closure.classes());
    Set<TrafficClass> freed = EnumSet.copyOf(shut);
    freed.retainAll(all(change.classes()));
    if (freed.isEmpty() || !closure.validity().overlaps(change.validity())) {
      return List.of(closure);
    }
    TreeSet<String> untouched = new TreeSet<>();
    TreeSet<String> touched = new TreeSet<>();
    for (String id : selected(closure.where())) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isPresent()
          && (closure.modes().isEmpty() || closure.modes().contains(edge.get().mode()))) {
        (opened.contains(id) ? touched : untouched).add(id);
      }
    }
    if (touched.isEmpty()) {
      return List.of(closure);
    }
    List<EdgeClosure> left = new ArrayList<>();
    if (!untouched.isEmpty()) {
      left.add(part(closure, untouched, closure.classes(), closure.validity()));
    }
    Set<TrafficClass> stillShut = EnumSet.copyOf(shut);
    stillShut.removeAll(freed);
    if (!stillShut.isEmpty()) {
      left.add(part(closure, touched, stillShut, closure.validity()));
    }
    for (Validity days : closure.validity().minus(change.validity())) {
      left.add(part(closure, touched, freed, days));
    }
    return left;
  }

  private static Set<TrafficClass> all(Set<TrafficClass> classes) {
    return classes.isEmpty() ? EnumSet.allOf(TrafficClass.class) : classes;
  }

  private static EdgeClosure part(
      EdgeClosure closure, Set<String> ids, Set<TrafficClass> classes, Validity days) {
    return new EdgeClosure(
        Selector.of(ids),
        classes,
        closure.modes(),
        closure.by(),
        closure.reason(),
        days,
        closure.evidence());
  }

  @Override
  public Application refuse(Change.Refuse change) {
    boolean known = knownParty(change.party());
    if (!change.where().isAll()) {
      meant(change.where());
    }
    if (known) {
      refusals.add(new Refusal(change.party(), change.where(), change.validity(), evidence));
    }
    return this;
  }

  @Override
  public Application lapse(Change.Lapse change) {
    return stand(change.agreement(), LegalStatus.TERMINATED, change.validity());
  }

  @Override
  public Application enter(Change.Enter change) {
    return stand(change.agreement(), LegalStatus.IN_FORCE, change.validity());
  }

  @Override
  public Application suspend(Change.Suspend change) {
    return stand(change.agreement(), LegalStatus.SUSPENDED, change.validity());
  }

  @Override
  public Application happen(Change.Happen change) {
    Optional<CommonCause> found = network.findCommonCause(change.cause());
    if (found.isEmpty()) {
      fault(
          "unknown_cause",
          "No common cause \""
              + change.cause()
              + "\"."
              + Suggestions.maybe(
                  change.cause(), network.commonCauses().stream().map(CommonCause::id).toList()));
      return this;
    }
    CommonCause cause = found.get();
    takeOut(cause, cause.members(), cause.by(), change.validity());
    if (!cause.trigger().isEmpty()) {
      takeOut(cause, Set.of(cause.trigger()), "", change.validity());
    }
    return this;
  }

  private void takeOut(CommonCause cause, Set<String> subjects, String by, Validity days) {
    Evidence saying = because(cause.names().in("en", cause.id()));
    TreeSet<String> shut = new TreeSet<>();
    for (String id : subjects) {
      if (network.findCrossing(id).isPresent()) {
        facts.add(
            fact(
                id,
                new Subject(Set.of(), Set.of(), new TreeSet<>()),
                Direction.BOTH,
                Optional.of(CrossingState.CLOSED),
                days,
                by,
                cause.kind() == CommonCauseKind.SECURITY
                    ? Optional.of(ImpedimentKind.SECURITY)
                    : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                saying));
      } else if (network.findNode(id).isPresent()) {
        network.edgesAt(id).forEach(edge -> shut.add(edge.id()));
      } else if (network.findEdge(id).isPresent()) {
        shut.add(id);
      } else if (network.findParty(id).isPresent()) {
        refusals.add(new Refusal(id, Selector.ALL, days, saying));
      } else {
        stand(id, LegalStatus.SUSPENDED, days);
      }
    }
    if (!shut.isEmpty()) {
      List<EdgeClosure> more = new ArrayList<>(closures);
      more.add(
          new EdgeClosure(Selector.of(shut), Set.of(), Set.of(), by, saying.note(), days, saying));
      closures = List.copyOf(more);
    }
  }

  @Override
  public Application setProbability(Change.SetProbability change) {
    String id = change.subject();
    if (network.findNode(id).isEmpty()
        && network.findEdge(id).isEmpty()
        && network.findParty(id).isEmpty()
        && network.findAgreement(id).isEmpty()
        && network.findCommonCause(id).isEmpty()) {
      TreeSet<String> known = new TreeSet<>();
      network.nodes().forEach(node -> known.add(node.id()));
      network.edges().forEach(edge -> known.add(edge.id()));
      network.parties().forEach(party -> known.add(party.id()));
      network.agreements().forEach(agreement -> known.add(agreement.id()));
      network.commonCauses().forEach(cause -> known.add(cause.id()));
      fault(
          "unknown_subject",
          "No node, edge, party, agreement or common cause \""
              + id
              + "\"."
              + Suggestions.maybe(id, known));
      return this;
    }
    List<SurvivalFact> left = new ArrayList<>();
    for (SurvivalFact old : survivals) {
      if (old.subject().equals(id)) {
        old.validity().minus(change.validity()).forEach(days -> left.add(old.during(days)));
      } else {
        left.add(old);
      }
    }
    left.add(
        new SurvivalFact(
            id, change.probability(), SurvivalBasis.ASSUMPTION, change.validity(), evidence));
    survivals = List.copyOf(left);
    return this;
  }

  private Application stand(String id, LegalStatus status, Validity validity) {
    Optional<Agreement> agreement =
        Optional.ofNullable(agreements.get(id)).or(() -> network.findAgreement(id));
    if (agreement.isEmpty()) {
      knownAgreement(id);
      return this;
    }
    Agreement old = agreement.get();
    agreements.put(
        id, old.withStatus(old.status().overriddenBy(new Claim<>(status, validity, evidence))));
    return this;
  }

  @Override
  public Application setRole(Change.SetRole change) {
    boolean known = knownParty(change.holder());
    SortedSet<String> ids = meant(change.where());
    boolean found = ids.isEmpty();
    for (String id : ids) {
      List<String> sides = network.findCrossing(id).map(Crossing::sides).orElse(List.of());
      Optional<String> side =
          change.side().isEmpty() ? Optional.of("") : side(sides, change.side());
      if (side.isEmpty()) {
        if (change.where().elements().contains(id)) {
          found = true;
          if (sides.isEmpty()) {
            fault(
                "wrong_element",
                "\"" + id + "\" is not a crossing and has no side \"" + change.side() + "\"");
          } else {
            unknownSide(id, change.side(), sides);
          }
        }
        continue;
      }
      found = true;
      if (known) {
        giveRole(id, sides, side.get(), change);
      }
    }
    if (!found) {
      fault(
          "matches_nothing",
          "No crossing with a side \"" + change.side() + "\" matches " + words(change.where()));
    }
    return this;
  }

  private void giveRole(String id, List<String> sides, String side, Change.SetRole change) {
    List<Role> held = new ArrayList<>();
    for (Role role : Optional.ofNullable(roles.get(id)).orElseGet(() -> network.roles(id))) {
      boolean gone =
          change.replaces()
              && role.kind() == change.role()
              && role.validity().overlaps(change.validity())
              && (side.isEmpty() || role.side().isEmpty() || role.side().equals(side));
      if (!gone) {
        held.add(role);
        continue;
      }
      for (Validity days : role.validity().minus(change.validity())) {
        held.add(with(role, role.side(), days));
      }
      if (!side.isEmpty() && role.side().isEmpty()) {
        // It was held on both sides: the other side's holder stays.
        Optional<Validity> common = role.validity().intersection(change.validity());
        for (String other : sides) {
          if (!other.equals(side) && common.isPresent()) {
            held.add(with(role, other, common.get()));
          }
        }
      }
    }
    held.add(
        new Role(
            id,
            change.role(),
            change.holder(),
            side,
            change.matter(),
            change.validity(),
            "",
            evidence));
    roles.put(id, List.copyOf(held));
  }

  private static Role with(Role role, String side, Validity days) {
    return new Role(
        role.element(),
        role.kind(),
        role.holder(),
        side,
        role.matter(),
        days,
        role.under(),
        role.evidence());
  }

  @Override
  public Application setStake(Change.SetStake change) {
    boolean holder = knownParty(change.holder());
    boolean held = knownParty(change.held());
    if (!holder || !held) {
      return this;
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
              evidence));
    }
    stakes = List.copyOf(left);
    return this;
  }

  private static Stake part(
      Stake stake, String holder, Share min, Share max, Validity days, Evidence evidence) {
    return new Stake(holder, stake.held(), stake.kind(), min, max, days, stake.under(), evidence);
  }

  @Override
  public Application transferStake(Change.TransferStake change) {
    boolean known = knownParty(change.from());
    known &= knownParty(change.to());
    known &= knownParty(change.held());
    if (!known) {
      return this;
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
      fault(
          "matches_nothing",
          "\""
              + change.from()
              + "\" has nothing of that kind in \""
              + change.held()
              + "\" on those days."
              + holdersOf(change));
      return this;
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
    return this;
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
      fault(
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
      Evidence saying =
          new Evidence(
              evidence.sources(), evidence.confidence(), stake.evidence().basis(), evidence.note());
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

  @Override
  public Application setControl(Change.SetControl change) {
    boolean controller = knownParty(change.controller());
    boolean decider = knownParty(change.decider());
    SortedSet<String> ids = meant(change.where());
    int before = faults.size();
    boolean found = ids.isEmpty();
    for (Crossing crossing : crossingsMeant(change.where(), ids, "Controls are at crossings.")) {
      Optional<String> post = side(crossing.sides(), change.post());
      if (post.isPresent()) {
        found = true;
        if (controller && decider) {
          control(crossing, post.get(), change);
        }
      } else if (change.where().elements().contains(crossing.id())) {
        unknownSide(crossing.id(), change.post(), crossing.sides());
      }
    }
    if (!found && faults.size() == before) {
      fault(
          "matches_nothing",
          "No crossing with a post of \"" + change.post() + "\" matches " + words(change.where()));
    }
    return this;
  }

  private void control(Crossing crossing, String post, Change.SetControl change) {
    List<ControlPoint> left = new ArrayList<>();
    EnumSet<ControlFunction> replaced = EnumSet.noneOf(ControlFunction.class);
    change.function().ifPresent(replaced::add);
    for (ControlPoint point :
        Optional.ofNullable(controls.get(crossing.id())).orElseGet(crossing::controls)) {
      if (!point.post().equals(post)
          || !point.validity().overlaps(change.validity())
          || !change.function().map(function -> function == point.function()).orElse(true)) {
        left.add(point);
        continue;
      }
      replaced.add(point.function());
      for (Validity days : point.validity().minus(change.validity())) {
        left.add(point.during(days));
      }
    }
    if (replaced.isEmpty()) {
      replaced.add(ControlFunction.BORDER_POLICE);
      replaced.add(ControlFunction.CUSTOMS);
    }
    for (ControlFunction function : replaced) {
      left.add(
          new ControlPoint(
              crossing.id(),
              post,
              function,
              change.controller(),
              change.decider(),
              change.contact(),
              change.place(),
              Set.of(),
              Set.of(),
              change.validity(),
              "",
              evidence));
    }
    controls.put(crossing.id(), Collections.unmodifiableList(left));
  }

  @Override
  public Application setRegime(Change.SetRegime change) {
    SortedSet<String> ids = meant(change.where());
    boolean parties = true;
    for (String party :
        List.of(
            Jurisdictions.stateOf(change.host()),
            Jurisdictions.stateOf(change.sender()),
            change.third())) {
      parties = knownParty(party) && parties;
    }
    boolean third =
        change.regime().met().stream()
            .anyMatch(
                control ->
                    control.controller() == Regime.Side.THIRD
                        || control.decider() == Regime.Side.THIRD);
    if (third && change.third().isEmpty()) {
      fault(
          "missing_value",
          "The regime \"" + change.regime().id() + "\" has a third party. Maybe name it?");
      return this;
    }
    int before = faults.size();
    boolean found = ids.isEmpty();
    Map<String, Set<Mode>> gates = gates(change, ids);
    RegimeInLaw law = new RegimeInLaw(change, freeAgreementId(change.regime()), evidence);
    for (Map.Entry<String, Set<Mode>> one : gates.entrySet()) {
      Crossing crossing = network.crossing(one.getKey());
      Optional<String> post = side(crossing.sides(), change.host());
      if (post.isPresent()) {
        found = true;
        if (parties) {
          endRegimes(crossing.id(), one.getValue(), change);
          law.binds(crossing.id(), one.getValue(), sender(crossing, post.get(), change));
          layRegime(crossing, post.get(), one.getValue(), change);
        }
      } else if (change.where().elements().contains(crossing.id())) {
        unknownSide(crossing.id(), change.host(), crossing.sides());
      }
    }
    if (!found && faults.size() == before) {
      fault(
          "matches_nothing",
          "No crossing with a post of \"" + change.host() + "\" matches " + words(change.where()));
    }
    for (String id : change.where().elements()) {
      network
          .findEdge(id)
          .filter(edge -> Jurisdictions.within(edge.jurisdiction(), change.host()))
          .ifPresent(
              edge -> {
                endRegimes(id, Set.of(edge.mode()), change);
                law.bindsOnTheWay(id, edge.mode());
              });
    }
    law.agreement().ifPresent(made -> agreements.put(made.id(), made));
    return this;
  }

  private String freeAgreementId(Regime regime) {
    int number = 1;
    String id = "regime-" + regime.id() + "-1";
    while (agreements.containsKey(id) || network.findAgreement(id).isPresent()) {
      number++;
      id = "regime-" + regime.id() + "-" + number;
    }
    return id;
  }

  /** The right of a regime laid before ends where another one takes its place. */
  private void endRegimes(String element, Set<Mode> modes, Change.SetRegime change) {
    List<Agreement> before = new ArrayList<>(agreements.values());
    network.agreements().stream()
        .filter(agreement -> !agreements.containsKey(agreement.id()))
        .forEach(before::add);
    for (Agreement agreement : before) {
      if (RegimeInLaw.made(agreement)) {
        List<Provision> left =
            agreement.provisions().stream()
                .flatMap(p -> RegimeInLaw.outside(p, element, modes, change).stream())
                .toList();
        if (!left.equals(agreement.provisions())) {
          agreements.put(agreement.id(), agreement.withProvisions(left));
        }
      }
    }
  }

  private static String sender(Crossing crossing, String post, Change.SetRegime change) {
    return change.sender().isEmpty()
        ? crossing.sides().get(crossing.sides().get(0).equals(post) ? 1 : 0)
        : change.sender();
  }

  /** The crossings meant, each with the modes for which; an edge stands for those at its ends. */
  private Map<String, Set<Mode>> gates(Change.SetRegime change, SortedSet<String> ids) {
    Map<String, Set<Mode>> gates = new TreeMap<>();
    for (String id : ids) {
      if (network.findCrossing(id).isPresent()) {
        gates.put(id, change.modes());
      }
    }
    for (String id : change.where().elements()) {
      Optional<TransitEdge> edge = network.findEdge(id);
      if (edge.isEmpty() || !ids.contains(id)) {
        if (ids.contains(id) && !gates.containsKey(id)) {
          fault("wrong_element", "\"" + id + "\" is not a crossing. Regimes are at crossings.");
        }
        continue;
      }
      Set<Mode> modes = EnumSet.of(edge.get().mode());
      boolean any = false;
      for (String end : List.of(edge.get().from(), edge.get().to())) {
        boolean gate =
            network
                .findCrossing(end)
                .flatMap(crossing -> side(crossing.sides(), change.host()))
                .isPresent();
        any |= gate;
        if (gate && (change.modes().isEmpty() || change.modes().containsAll(modes))) {
          gates.merge(end, modes, Application::both);
        }
      }
      if (!any) {
        fault(
            "wrong_element",
            "\""
                + id
                + "\" ends at no crossing with a post of \""
                + change.host()
                + "\". Maybe the edge next to it?");
      }
    }
    return gates;
  }

  private static Set<Mode> both(Set<Mode> one, Set<Mode> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Set.of();
    }
    EnumSet<Mode> modes = EnumSet.copyOf(one);
    modes.addAll(other);
    return modes;
  }

  private void layRegime(Crossing crossing, String post, Set<Mode> modes, Change.SetRegime change) {
    String sender = sender(crossing, post, change);
    regimeControls(crossing, post, modes, Jurisdictions.stateOf(sender), change);
    Regime regime = change.regime();
    Regime.PracticeState practice = regime.practice().state();
    String host = Jurisdictions.stateOf(post);
    boolean selects =
        regime.rations().contains(Regime.Ration.FLAG)
            || regime.rations().contains(Regime.Ration.RESIDENCY);
    if (regime.suspendedInLaw() || practice.compareTo(Regime.PracticeState.SUSPENDED) >= 0) {
      regimeFact(
          crossing,
          modes,
          new TreeSet<>(),
          CrossingState.CLOSED,
          Optional.of(
              practice == Regime.PracticeState.NOT_BUILT
                  ? ImpedimentKind.MISSING_LINK
                  : ImpedimentKind.CLOSURE),
          regime.suspendedInLaw() ? host : "",
          change);
      return;
    }
    if (selects) {
      regimeFact(
          crossing,
          modes,
          new TreeSet<>(),
          CrossingState.CLOSED,
          Optional.of(ImpedimentKind.PERMIT),
          host,
          change);
    }
    boolean restricted =
        !regime.rations().isEmpty() || practice == Regime.PracticeState.DISCRETIONARY;
    regimeFact(
        crossing,
        modes,
        selects ? new TreeSet<>(Set.of(sender)) : new TreeSet<>(),
        restricted ? CrossingState.RESTRICTED : CrossingState.OPEN,
        restricted ? Optional.of(restriction(regime)) : Optional.empty(),
        restricted ? host : "",
        change);
  }

  private static ImpedimentKind restriction(Regime regime) {
    if (regime.rations().isEmpty() || regime.rations().contains(Regime.Ration.DISCRETION)) {
      return ImpedimentKind.DISCRETIONARY;
    }
    boolean amount =
        EnumSet.of(Regime.Ration.CAP, Regime.Ration.WEIGHT).containsAll(regime.rations());
    return amount ? ImpedimentKind.CAPACITY : ImpedimentKind.PERMIT;
  }

  private void regimeFact(
      Crossing crossing,
      Set<Mode> modes,
      SortedSet<String> flags,
      CrossingState state,
      Optional<ImpedimentKind> kind,
      String by,
      Change.SetRegime change) {
    Regime regime = change.regime();
    boolean hours = regime.opening() == Regime.Opening.ALL_DAY || !regime.hours().isEmpty();
    facts.add(
        CrossingFact.builder(crossing.id())
            .modes(modes)
            .classes(change.classes())
            .flags(flags)
            .state(state)
            .validity(change.validity())
            .by(by)
            .kind(kind)
            .hours(hours ? Optional.of(hours(crossing, regime)) : Optional.empty())
            .priority(priority + facts.size())
            .evidence(because(regime.title()))
            .regime(Optional.of(regime))
            .build());
  }

  /** By the clock of the hours that are stated there already, or of UTC. */
  private static OpeningHours hours(Crossing crossing, Regime regime) {
    ZoneId zone =
        crossing.facts().stream()
            .flatMap(fact -> fact.hours().stream())
            .map(OpeningHours::zone)
            .findFirst()
            .orElse(ZoneOffset.UTC);
    return OpeningHours.parse(regime.hours().isEmpty() ? "24" : regime.hours(), zone);
  }

  private void regimeControls(
      Crossing crossing, String post, Set<Mode> modes, String sender, Change.SetRegime change) {
    List<ControlPoint> old =
        Optional.ofNullable(controls.get(crossing.id())).orElseGet(crossing::controls);
    List<ControlPoint> left = new ArrayList<>();
    for (ControlPoint point : old) {
      if (point.post().equals(post)) {
        left.addAll(outside(point, modes, change.classes(), change.validity()));
      } else {
        left.add(point);
      }
    }
    List<Regime.Control> met = new ArrayList<>(change.regime().met());
    if (met.stream().allMatch(control -> control.function() == ControlFunction.TOLL)) {
      for (ControlFunction function :
          List.of(ControlFunction.BORDER_POLICE, ControlFunction.CUSTOMS)) {
        met.add(Regime.Control.by(function, Regime.Side.NOBODY, Contact.NONE, ControlPlace.LINE));
      }
    }
    for (Regime.Control control : met) {
      String body =
          old.stream()
              .filter(point -> point.post().equals(post) && point.function() == control.function())
              .map(ControlPoint::controller)
              .filter(party -> isOf(party, post))
              .findFirst()
              .orElse(Jurisdictions.stateOf(post));
      left.add(
          new ControlPoint(
              crossing.id(),
              post,
              control.function(),
              party(control.controller(), body, sender, change.third()),
              party(control.decider(), Jurisdictions.stateOf(post), sender, change.third()),
              control.contact(),
              control.place(),
              modes,
              change.classes(),
              change.validity(),
              "",
              because(change.regime().title())));
    }
    controls.put(crossing.id(), Collections.unmodifiableList(left));
  }

  /** Whether a party is of the state whose post it is. */
  private boolean isOf(String party, String post) {
    return network
        .findParty(party)
        .map(Party::jurisdiction)
        .filter(code -> !code.isEmpty())
        .map(code -> Jurisdictions.stateOf(code).equals(Jurisdictions.stateOf(post)))
        .orElse(false);
  }

  private static String party(Regime.Side side, String host, String sender, String third) {
    return switch (side) {
      case HOST -> host;
      case SENDER -> sender;
      case THIRD -> third;
      case NOBODY, UNKNOWN -> "";
    };
  }

  /** What is left of a control outside some modes, classes and days. */
  private static List<ControlPoint> outside(
      ControlPoint point, Set<Mode> modes, Set<TrafficClass> classes, Validity days) {
    Set<Mode> allModes = every(point.modes(), Mode.class);
    Set<TrafficClass> allClasses = every(point.classes(), TrafficClass.class);
    EnumSet<Mode> takenModes = EnumSet.copyOf(allModes);
    takenModes.retainAll(every(modes, Mode.class));
    EnumSet<TrafficClass> takenClasses = EnumSet.copyOf(allClasses);
    takenClasses.retainAll(every(classes, TrafficClass.class));
    if (takenModes.isEmpty() || takenClasses.isEmpty() || !point.validity().overlaps(days)) {
      return List.of(point);
    }
    List<ControlPoint> left = new ArrayList<>();
    EnumSet<Mode> otherModes = EnumSet.copyOf(allModes);
    otherModes.removeAll(takenModes);
    if (!otherModes.isEmpty()) {
      left.add(part(point, otherModes, point.classes(), point.validity()));
    }
    EnumSet<TrafficClass> otherClasses = EnumSet.copyOf(allClasses);
    otherClasses.removeAll(takenClasses);
    if (!otherClasses.isEmpty()) {
      left.add(part(point, takenModes, otherClasses, point.validity()));
    }
    for (Validity other : point.validity().minus(days)) {
      left.add(part(point, takenModes, takenClasses, other));
    }
    return left;
  }

  private static <E extends Enum<E>> Set<E> every(Set<E> values, Class<E> type) {
    return values.isEmpty() ? EnumSet.allOf(type) : values;
  }

  private static ControlPoint part(
      ControlPoint point, Set<Mode> modes, Set<TrafficClass> classes, Validity days) {
    return new ControlPoint(
        point.crossing(),
        point.post(),
        point.function(),
        point.controller(),
        point.decider(),
        point.contact(),
        point.place(),
        modes,
        classes,
        days,
        point.under(),
        point.evidence());
  }

  @Override
  public Application stateFact(Change.StateFact change) {
    CrossingFact stated = change.fact();
    boolean by = knownParty(stated.by());
    boolean under = stated.under().isEmpty() || knownAgreement(stated.under());
    SortedSet<String> ids = meant(change.where());
    int before = faults.size();
    boolean found = ids.isEmpty();
    for (Crossing crossing :
        crossingsMeant(change.where(), ids, "Such facts are about crossings.")) {
      Optional<Direction> direction =
          direction(crossing, change.where(), stated.fromSide(), stated.toSide());
      if (direction.isPresent()) {
        found = true;
        if (by && under) {
          facts.add(
              stated.at(crossing.id()).toBuilder()
                  .direction(direction.get().from(), direction.get().to())
                  .priority(priority + facts.size())
                  .evidence(because(change.reason()))
                  .build());
        }
      }
    }
    if (!found && faults.size() == before) {
      fault(
          "matches_nothing",
          "No crossing from "
              + stated.fromSide()
              + " to "
              + stated.toSide()
              + " matches "
              + words(change.where()));
    }
    return this;
  }

  private boolean knownAgreement(String id) {
    if (agreements.containsKey(id) || network.findAgreement(id).isPresent()) {
      return true;
    }
    fault(
        "unknown_agreement",
        "No agreement \""
            + id
            + "\"."
            + Suggestions.maybe(id, network.agreements().stream().map(Agreement::id).toList()));
    return false;
  }

  @Override
  public Application setDelay(Change.SetDelay change) {
    SortedSet<String> ids = meant(change.where());
    int before = faults.size();
    boolean found = ids.isEmpty();
    Subject subject = new Subject(Set.of(), change.classes(), new TreeSet<>());
    for (Crossing crossing :
        crossingsMeant(change.where(), ids, "Waits are at crossings. Maybe a speed?")) {
      Optional<Direction> direction =
          direction(crossing, change.where(), change.fromSide(), change.toSide());
      if (direction.isPresent()) {
        found = true;
        facts.add(
            fact(
                crossing.id(),
                subject,
                direction.get(),
                Optional.empty(),
                change.validity(),
                "",
                Optional.empty(),
                change.waiting(),
                change.fee(),
                evidence));
      }
    }
    if (!found && faults.size() == before) {
      fault(
          "matches_nothing",
          "No crossing from "
              + change.fromSide()
              + " to "
              + change.toSide()
              + " matches "
              + words(change.where()));
    }
    return this;
  }

  @Override
  public Application setSpeed(Change.SetSpeed change) {
    SortedSet<String> ids = meant(change.where());
    Set<String> meant = new TreeSet<>();
    for (TransitEdge edge :
        edgesMeant(change.where(), ids, "Speeds are those of edges. Maybe a delay?")) {
      meant.add(edge.id());
    }
    if (!meant.isEmpty()) {
      retimings.add(
          new Retiming(Selector.of(meant), change.kilometresPerHour(), change.validity()));
    }
    return this;
  }

  @Override
  public Application addNode(Change.AddNode change) {
    return this; // made before all other changes, see Additions
  }

  @Override
  public Application addEdge(Change.AddEdge change) {
    return this; // made before all other changes, see Additions
  }

  @Override
  public Application remove(Change.Remove change) {
    TreeSet<String> gone = new TreeSet<>();
    for (String id : meant(change.where())) {
      if (network.findEdge(id).isPresent()) {
        gone.add(id);
      } else {
        network.edgesAt(id).forEach(edge -> gone.add(edge.id()));
      }
    }
    if (change.validity().equals(Validity.ALWAYS)) {
      removed.addAll(gone);
    } else {
      Claim<Status> claim = new Claim<>(Status.DISMANTLED, change.validity(), evidence);
      gone.forEach(id -> edges.put(id, overridden(edge(id), claim)));
    }
    return this;
  }

  @Override
  public Application setCost(Change.SetCost change) {
    SortedSet<String> ids = meant(change.where());
    Set<String> meant = new TreeSet<>();
    for (TransitEdge edge :
        edgesMeant(change.where(), ids, "Carriage is along edges. Maybe a delay with a fee?")) {
      meant.add(edge.id());
    }
    if (!meant.isEmpty()) {
      repricings.add(new Repricing(Selector.of(meant), change.usdPerKm(), change.validity()));
    }
    return this;
  }

  @Override
  public Application setCapacity(Change.SetCapacity change) {
    boolean vehicles = change.capacity().unit() == Throughput.Unit.VEHICLES;
    int before = faults.size();
    boolean found = false;
    TreeSet<String> refitted = new TreeSet<>();
    SortedSet<String> ids = meant(change.where());
    for (String id : ids) {
      if (network.findEdge(id).isPresent()) {
        found = true;
        refitted.add(id);
      } else if (network.findCrossing(id).isPresent()) {
        found = true;
        if (!vehicles) {
          fault("wrong_unit", "A crossing counts vehicles/day, and so must \"" + id + "\"");
        }
        facts.add(
            CrossingFact.builder(id)
                .validity(change.validity())
                .capacityPerDay(change.capacity().perDay())
                .priority(priority + facts.size())
                .evidence(evidence)
                .build());
      } else if (change.where().elements().contains(id)) {
        fault("wrong_element", "\"" + id + "\" is neither an edge nor a crossing");
      }
    }
    if (!found && !ids.isEmpty() && faults.size() == before) {
      fault("matches_nothing", "No edge or crossing matches " + words(change.where()));
    }
    refit(refitted, new TreeSet<>(), Optional.of(change.capacity()), change.validity());
    return this;
  }

  @Override
  public Application setGauge(Change.SetGauge change) {
    SortedSet<String> ids = meant(change.where());
    TreeSet<String> refitted = new TreeSet<>();
    boolean told = false;
    int before = faults.size();
    for (TransitEdge edge : edgesMeant(change.where(), ids, "Gauges are those of railways.")) {
      if (edge.mode() == Mode.RAIL) {
        refitted.add(edge.id());
      } else if (change.where().elements().contains(edge.id())) {
        told = true;
        fault("wrong_element", "\"" + edge.id() + "\" is no railway");
      }
    }
    if (refitted.isEmpty() && !told && faults.size() == before && !ids.isEmpty()) {
      fault("matches_nothing", "No railway matches " + words(change.where()));
    }
    refit(refitted, change.gauges(), Optional.empty(), change.validity());
    return this;
  }

  /**
   * On all days it is the edge that changes; on some, or where another refit speaks of it already,
   * a refit that comes after all others.
   */
  private void refit(
      SortedSet<String> ids,
      SortedSet<Integer> gauges,
      Optional<Throughput> capacity,
      Validity validity) {
    if (ids.isEmpty()) {
      return;
    }
    TreeSet<String> dated = new TreeSet<>();
    for (String id : ids) {
      boolean always = validity.equals(Validity.ALWAYS);
      if (always) {
        TransitEdge.Builder changed = edge(id).toBuilder();
        if (!gauges.isEmpty()) {
          changed.regauge(gauges.stream().mapToInt(Integer::intValue).toArray());
        }
        capacity.ifPresent(changed::capacity);
        edges.put(id, changed.build());
      }
      if (!always || isRefitted(id)) {
        dated.add(id);
      }
    }
    if (!dated.isEmpty()) {
      refits.add(new Refit(Selector.of(dated), gauges, capacity, validity, evidence));
    }
  }

  private boolean isRefitted(String id) {
    TransitEdge edge = network.edge(id);
    return Stream.concat(network.refits().stream(), refits.stream())
        .anyMatch(refit -> network.matches(refit.where(), edge));
  }

  @Override
  public Application setDecision(Change.SetDecision change) {
    boolean known = knownParty(change.party());
    for (String member : change.members()) {
      known &= knownParty(member);
    }
    if (!known) {
      return this;
    }
    List<Decision> left = new ArrayList<>();
    for (Decision old : decisions) {
      if (!old.party().equals(change.party()) || old.matter() != change.matter()) {
        left.add(old);
        continue;
      }
      for (Validity days : old.validity().minus(change.validity())) {
        left.add(
            new Decision(
                old.party(),
                old.matter(),
                old.kind(),
                old.quota(),
                old.count(),
                old.members(),
                days,
                old.under(),
                old.evidence()));
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
            evidence));
    decisions = List.copyOf(left);
    return this;
  }
}
