package org.araxes.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Selector;
import org.araxes.border.ControlFunction;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.party.StakeKind;

/**
 * A change taken apart into what it says of single things, so that two changes can be held against
 * each other. Nothing is a fault here: what is not in the network is left out.
 */
final class Statements implements Change.Cases<List<Statements.Statement>> {
  private static final String REMOVAL = "removal";
  private static final String PASSAGE = "passage";

  private final TransitNetwork network;

  private Statements(TransitNetwork network) {
    this.network = network;
  }

  /**
   * One thing said of one subject.
   *
   * @param matter what of it: its status, its speed, a role in it
   * @param subject id of an element, a party, an agreement or a cause
   * @param scope whom and when it concerns
   * @param said the value; empty where saying it twice is not the same as saying it once
   * @param beside whether it leaves room for others of the same matter
   * @param named whether the change names the subject, rather than means it among others
   */
  record Statement(
      String matter,
      String subject,
      Scope scope,
      Optional<Object> said,
      boolean beside,
      boolean named) {
    boolean conflictsWith(Statement other) {
      return scope.meets(other.scope)
          && !(beside && other.beside)
          && (said.isEmpty() || !said.equals(other.said));
    }

    private Conflict against(Statement other, Change earlier, Change later) {
      Validity common = scope.reach.days().intersection(other.scope.reach.days()).orElseThrow();
      return new Conflict(earlier, later, new TreeSet<>(Set.of(subject)), common);
    }
  }

  /** Whom and when a statement concerns; empty flags are all. */
  record Scope(Reach reach, Draft.Direction way, SortedSet<String> flags) {
    static Scope of(Validity days) {
      return of(new Reach(Set.of(), Set.of(), days));
    }

    static Scope of(Reach reach) {
      return new Scope(reach, Draft.Direction.BOTH, new TreeSet<>());
    }

    boolean meets(Scope other) {
      return reach.meets(other.reach)
          && (way.equals(other.way)
              || way.equals(Draft.Direction.BOTH)
              || other.way.equals(Draft.Direction.BOTH))
          && Jurisdictions.meet(flags, other.flags);
    }
  }

  /** What is said of a crossing that lets pass or does not. */
  private record Passing(CrossingState state, String by, Optional<ImpedimentKind> kind) {}

  /** What two statements must have in common to be held against each other. */
  private record Topic(String matter, String subject) {}

  /** A statement and the position of the change that makes it. */
  private record Placed(int position, Statement statement) {}

  /** The pairs of an earlier and a later change that are in conflict. */
  static List<Conflict> conflicts(
      List<Change> earlier, List<Change> later, TransitNetwork network) {
    Statements statements = new Statements(network);
    Map<Topic, List<Placed>> byTopic = new HashMap<>();
    Map<String, List<Placed>> named = new HashMap<>();
    for (int i = 0; i < earlier.size(); i++) {
      for (Statement one : earlier.get(i).fold(statements)) {
        Placed placed = new Placed(i, one);
        byTopic
            .computeIfAbsent(new Topic(one.matter, one.subject), any -> new ArrayList<>())
            .add(placed);
        if (one.named && !one.matter.equals(REMOVAL)) {
          named.computeIfAbsent(one.subject, any -> new ArrayList<>()).add(placed);
        }
      }
    }
    List<Conflict> conflicts = new ArrayList<>();
    for (Change change : later) {
      Map<Integer, Conflict> found = new TreeMap<>();
      for (Statement one : change.fold(statements)) {
        List<Placed> against =
            new ArrayList<>(byTopic.getOrDefault(new Topic(one.matter, one.subject), List.of()));
        if (one.matter.equals(REMOVAL)) {
          against.addAll(named.getOrDefault(one.subject, List.of()));
        } else if (one.named) {
          against.addAll(byTopic.getOrDefault(new Topic(REMOVAL, one.subject), List.of()));
        }
        for (Placed other : against) {
          if (one.conflictsWith(other.statement)) {
            Change first = earlier.get(other.position);
            found.merge(other.position, one.against(other.statement, first, change), Conflict::and);
          }
        }
      }
      conflicts.addAll(found.values());
    }
    return List.copyOf(conflicts);
  }

  private static Statement plain(String matter, String subject, Validity days, Object said) {
    return new Statement(matter, subject, Scope.of(days), Optional.of(said), false, true);
  }

  private static Statement once(String matter, String subject, Validity days) {
    return new Statement(matter, subject, Scope.of(days), Optional.empty(), false, true);
  }

  private static Statement about(
      String id, Selector where, String matter, Scope scope, Object said) {
    boolean named = where.elements().contains(id);
    return new Statement(matter, id, scope, Optional.of(said), false, named);
  }

  /** The same of every element that matches. */
  private List<Statement> each(Selector where, String matter, Validity days, Object said) {
    return Draft.selected(network, where).stream()
        .map(id -> about(id, where, matter, Scope.of(days), said))
        .toList();
  }

  /** The same of every edge that matches. */
  private List<Statement> edges(Selector where, String matter, Validity days, Object said) {
    return each(where, matter, days, said).stream()
        .filter(statement -> network.findEdge(statement.subject).isPresent())
        .toList();
  }

  private List<Crossing> crossings(Selector where) {
    return Draft.selected(network, where).stream()
        .flatMap(id -> network.findCrossing(id).stream())
        .toList();
  }

  @Override
  public List<Statement> setStatus(Change.SetStatus change) {
    return each(change.where(), "status", change.validity(), change.status());
  }

  @Override
  public List<Statement> open(Change.Open change) {
    Reach reach = new Reach(change.modes(), change.classes(), change.validity());
    Passing said = new Passing(CrossingState.OPEN, change.by(), Optional.empty());
    return passage(change.where(), reach, change.fromSide(), change.toSide(), change.flags(), said);
  }

  @Override
  public List<Statement> close(Change.Close change) {
    Reach reach = new Reach(change.modes(), change.classes(), change.validity());
    Passing said = new Passing(CrossingState.CLOSED, change.by(), change.kind());
    return passage(change.where(), reach, change.fromSide(), change.toSide(), change.flags(), said);
  }

  private List<Statement> passage(
      Selector where, Reach reach, String from, String to, SortedSet<String> flags, Passing said) {
    List<Statement> statements = new ArrayList<>();
    for (Crossing crossing : crossings(where)) {
      Draft.Direction.at(crossing, from, to)
          .map(way -> about(crossing.id(), where, PASSAGE, new Scope(reach, way, flags), said))
          .ifPresent(statements::add);
    }
    if (from.isEmpty() && flags.isEmpty()) {
      for (String id : Draft.selected(network, where)) {
        Optional<Mode> mode = network.findEdge(id).map(TransitEdge::mode);
        if (mode.isPresent() && (reach.modes().isEmpty() || reach.modes().contains(mode.get()))) {
          statements.add(about(id, where, PASSAGE, Scope.of(reach), said.state()));
        }
      }
    }
    return statements;
  }

  @Override
  public List<Statement> refuse(Change.Refuse change) {
    return change.where().elements().isEmpty()
        ? List.of()
        : each(change.where(), "refusal of " + change.party(), change.validity(), change.party());
  }

  @Override
  public List<Statement> lapse(Change.Lapse change) {
    return List.of(stands(change.agreement(), LegalStatus.TERMINATED, change.validity()));
  }

  @Override
  public List<Statement> enter(Change.Enter change) {
    return List.of(stands(change.agreement(), LegalStatus.IN_FORCE, change.validity()));
  }

  @Override
  public List<Statement> suspend(Change.Suspend change) {
    return List.of(stands(change.agreement(), LegalStatus.SUSPENDED, change.validity()));
  }

  private static Statement stands(String agreement, LegalStatus status, Validity days) {
    return plain("agreement", agreement, days, status);
  }

  @Override
  public List<Statement> happen(Change.Happen change) {
    List<Statement> statements = new ArrayList<>();
    Optional<CommonCause> found = network.findCommonCause(change.cause());
    if (found.isEmpty()) {
      return statements;
    }
    CommonCause cause = found.get();
    Validity days = change.validity();
    for (String id : cause.subjects()) {
      if (network.findCrossing(id).isPresent()) {
        Optional<ImpedimentKind> kind =
            Optional.of(ImpedimentKind.SECURITY)
                .filter(any -> cause.kind() == CommonCauseKind.SECURITY);
        String by = id.equals(cause.trigger()) ? "" : cause.by();
        statements.add(plain(PASSAGE, id, days, new Passing(CrossingState.CLOSED, by, kind)));
      } else if (network.findNode(id).isPresent()) {
        network
            .edgesAt(id)
            .forEach(edge -> statements.add(plain(PASSAGE, edge.id(), days, CrossingState.CLOSED)));
      } else if (network.findEdge(id).isPresent()) {
        statements.add(plain(PASSAGE, id, days, CrossingState.CLOSED));
      } else if (network.findAgreement(id).isPresent()) {
        statements.add(stands(id, LegalStatus.SUSPENDED, days));
      }
    }
    return statements;
  }

  @Override
  public List<Statement> setProbability(Change.SetProbability change) {
    return List.of(plain("probability", change.subject(), change.validity(), change.probability()));
  }

  @Override
  public List<Statement> setRole(Change.SetRole change) {
    List<Statement> statements = new ArrayList<>();
    List<Object> said = List.of(change.holder(), change.matter());
    for (String id : Draft.selected(network, change.where())) {
      for (String side : sides(id, change.side())) {
        statements.add(
            new Statement(
                "role " + change.role() + " " + side,
                id,
                Scope.of(change.validity()),
                Optional.of(said),
                !change.replaces(),
                change.where().elements().contains(id)));
      }
    }
    return statements;
  }

  /** The sides of an element that a role is for: of a crossing, those meant; of others, one. */
  private List<String> sides(String id, String asked) {
    List<String> sides = network.findCrossing(id).map(Crossing::sides).orElse(List.of());
    if (asked.isEmpty()) {
      return sides.isEmpty() ? List.of("") : sides;
    }
    return Draft.side(sides, asked).stream().toList();
  }

  @Override
  public List<Statement> setStake(Change.SetStake change) {
    List<Statement> statements = new ArrayList<>();
    List<Object> said = List.of(change.kind(), change.min(), change.max());
    Set<StakeKind> kinds =
        change.kind().<Set<StakeKind>>map(Set::of).orElse(EnumSet.allOf(StakeKind.class));
    for (StakeKind kind : kinds) {
      statements.add(plain(stake(change.holder(), kind), change.held(), change.validity(), said));
    }
    return statements;
  }

  @Override
  public List<Statement> transferStake(Change.TransferStake change) {
    return List.of(
        once(stake(change.from(), change.kind()), change.held(), change.validity()),
        once(stake(change.to(), change.kind()), change.held(), change.validity()));
  }

  private static String stake(String holder, StakeKind kind) {
    return "stake " + kind + " of " + holder;
  }

  @Override
  public List<Statement> setControl(Change.SetControl change) {
    List<Statement> statements = new ArrayList<>();
    List<Object> said =
        List.of(change.controller(), change.decider(), change.contact(), change.place());
    Set<ControlFunction> functions =
        change
            .function()
            .<Set<ControlFunction>>map(Set::of)
            .orElse(EnumSet.allOf(ControlFunction.class));
    for (Crossing crossing : crossings(change.where())) {
      for (String post : Draft.side(crossing.sides(), change.post()).stream().toList()) {
        for (ControlFunction function : functions) {
          String matter = control(post, function);
          Scope scope = Scope.of(change.validity());
          statements.add(about(crossing.id(), change.where(), matter, scope, said));
        }
      }
    }
    return statements;
  }

  private static String control(String post, ControlFunction function) {
    return "control " + function + " of " + post;
  }

  @Override
  public List<Statement> setRegime(Change.SetRegime change) {
    List<Statement> statements = new ArrayList<>();
    for (Crossing crossing : crossings(change.where())) {
      Reach reach = new Reach(change.modes(), change.classes(), change.validity());
      statements.addAll(laid(crossing, reach, change));
    }
    for (String id : change.where().elements()) {
      for (TransitEdge edge : network.findEdge(id).stream().toList()) {
        Reach reach = new Reach(Set.of(edge.mode()), change.classes(), change.validity());
        statements.add(about(id, change.where(), "regime", Scope.of(reach), said(change)));
        Set<String> ends = new LinkedHashSet<>(List.of(edge.from(), edge.to()));
        for (String end : ends) {
          network
              .findCrossing(end)
              .ifPresent(crossing -> statements.addAll(laid(crossing, reach, change)));
        }
      }
    }
    return statements;
  }

  private static List<Object> said(Change.SetRegime change) {
    return List.of(change.regime(), change.host(), change.sender(), change.third());
  }

  /** What a regime consists of at a crossing: how one passes, when, and who controls. */
  private static List<Statement> laid(Crossing crossing, Reach reach, Change.SetRegime change) {
    Optional<String> post = Draft.side(crossing.sides(), change.host());
    List<Statement> statements = new ArrayList<>();
    if (post.isEmpty()) {
      return statements;
    }
    Regime regime = change.regime();
    String id = crossing.id();
    Scope scope = Scope.of(reach);
    boolean free = !RegimeChanges.isSuspended(regime) && !RegimeChanges.isRestricted(regime);
    Object passing = free ? new Passing(CrossingState.OPEN, "", Optional.empty()) : said(change);
    statements.add(about(id, change.where(), "regime", scope, said(change)));
    statements.add(about(id, change.where(), PASSAGE, scope, passing));
    if (regime.opening() == Regime.Opening.ALL_DAY || !regime.hours().isEmpty()) {
      statements.add(about(id, change.where(), "hours", scope, said(change)));
    }
    for (ControlFunction function : ControlFunction.values()) {
      statements.add(about(id, change.where(), control(post.get(), function), scope, said(change)));
    }
    return statements;
  }

  @Override
  public List<Statement> stateFact(Change.StateFact change) {
    CrossingFact fact = change.fact();
    Reach reach = new Reach(fact.modes(), fact.classes(), fact.validity());
    List<Statement> statements = new ArrayList<>();
    for (Crossing crossing : crossings(change.where())) {
      Optional<Draft.Direction> way = Draft.Direction.at(crossing, fact.fromSide(), fact.toSide());
      if (way.isPresent()) {
        Scope scope = new Scope(reach, way.get(), fact.flags());
        said(fact)
            .forEach(
                (matter, said) ->
                    statements.add(about(crossing.id(), change.where(), matter, scope, said)));
      }
    }
    return statements;
  }

  private static Map<String, Object> said(CrossingFact fact) {
    Map<String, Object> said = new TreeMap<>();
    fact.state().ifPresent(state -> said.put(PASSAGE, new Passing(state, fact.by(), fact.kind())));
    fact.waiting().ifPresent(waiting -> said.put("waiting", waiting));
    fact.fee().ifPresent(fee -> said.put("fee", fee));
    fact.hours().ifPresent(hours -> said.put("hours", hours));
    fact.capacityPerDay().ifPresent(vehicles -> said.put("capacity", vehicles));
    fact.regime().ifPresent(regime -> said.put("regime", regime));
    return said;
  }

  @Override
  public List<Statement> setDelay(Change.SetDelay change) {
    Reach reach = new Reach(Set.of(), change.classes(), change.validity());
    List<Statement> statements = new ArrayList<>();
    for (Crossing crossing : crossings(change.where())) {
      Draft.Direction.at(crossing, change.fromSide(), change.toSide())
          .map(way -> new Scope(reach, way, new TreeSet<>()))
          .ifPresent(
              scope -> {
                String id = crossing.id();
                change
                    .waiting()
                    .map(waiting -> about(id, change.where(), "waiting", scope, waiting))
                    .ifPresent(statements::add);
                change
                    .fee()
                    .map(fee -> about(id, change.where(), "fee", scope, fee))
                    .ifPresent(statements::add);
              });
    }
    return statements;
  }

  @Override
  public List<Statement> setSpeed(Change.SetSpeed change) {
    return edges(change.where(), "speed", change.validity(), change.kilometresPerHour());
  }

  @Override
  public List<Statement> addNode(Change.AddNode change) {
    return List.of(once("addition", change.id(), change.validity()));
  }

  @Override
  public List<Statement> addEdge(Change.AddEdge change) {
    // It is there on all days, though in operation on its own.
    return List.of(once("addition", change.id(), Validity.ALWAYS));
  }

  @Override
  public List<Statement> remove(Change.Remove change) {
    Set<String> gone = new TreeSet<>();
    for (String id : Draft.selected(network, change.where())) {
      gone.add(id);
      network.findNode(id).ifPresent(n -> network.edgesAt(id).forEach(e -> gone.add(e.id())));
    }
    return gone.stream().map(id -> plain(REMOVAL, id, change.validity(), REMOVAL)).toList();
  }

  @Override
  public List<Statement> setCost(Change.SetCost change) {
    return edges(change.where(), "cost", change.validity(), change.usdPerKm());
  }

  @Override
  public List<Statement> setCapacity(Change.SetCapacity change) {
    List<Statement> statements =
        new ArrayList<>(edges(change.where(), "capacity", change.validity(), change.capacity()));
    for (Crossing crossing : crossings(change.where())) {
      Scope scope = Scope.of(change.validity());
      double vehicles = change.capacity().perDay();
      statements.add(about(crossing.id(), change.where(), "capacity", scope, vehicles));
    }
    return statements;
  }

  @Override
  public List<Statement> setGauge(Change.SetGauge change) {
    return edges(change.where(), "gauge", change.validity(), change.gauges());
  }

  @Override
  public List<Statement> setDecision(Change.SetDecision change) {
    List<Object> said = List.of(change.kind(), change.quota(), change.count(), change.members());
    return List.of(
        plain("decision on " + change.matter(), change.party(), change.validity(), said));
  }
}
