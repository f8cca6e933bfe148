package org.araxes.network;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.OpeningHours;
import org.araxes.border.Quota;
import org.araxes.border.TrafficClass;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Throughput;

/**
 * The network on a day as one movement sees it: what it may use, what bars it, whose consent it
 * needs. Every question of floor 6 starts here.
 *
 * <p>Element by element, through {@link #onEdge}, {@link #atCrossing} and the control rules; as a
 * whole, through {@link #topology}, the graph of mode, gauge and side states that the engine runs
 * on.
 */
public final class NetworkView {
  /** What opens or shuts a crossing. */
  private static final Set<ProvisionEffect> PASSAGE =
      Set.of(ProvisionEffect.OPENS, ProvisionEffect.CLOSES, ProvisionEffect.PERMITS);

  /** Who would wait longer turns round. */
  private static final Duration LONGEST_GATE_WAIT = Duration.ofDays(7);

  private final NetworkSnapshot snapshot;
  private final Movement movement;
  private final Law law;
  private final Topology topology;

  /** A provision in force that binds a party, and what it means. */
  private record Bound(Agreement agreement, Provision provision) {}

  /** A provision of an agreement that stands and changes what holds at crossings. */
  private record Switch(Agreement agreement, Provision provision) {}

  /** The provisions that hold on a day. */
  private record Law(List<Bound> bound, List<Switch> switches, List<Switch> prevailing) {
    static Law on(NetworkSnapshot day) {
      List<Bound> binding = new ArrayList<>();
      List<Switch> switching = new ArrayList<>();
      List<Switch> winning = new ArrayList<>();
      Terms terms = day.terms();
      for (Agreement agreement : day.network().agreements()) {
        for (Provision provision : agreement.provisions()) {
          if (!provision.validity().contains(day.date())) {
            continue;
          }
          if (provision.effect() == ProvisionEffect.BINDS
              && !provision.party().isEmpty()
              && agreement.bindsOn(day.date(), terms.plans(), terms.threshold())) {
            binding.add(new Bound(agreement, provision));
          }
          if (!day.stands(agreement.id())) {
            continue;
          }
          switch (provision.effect()) {
            case OPENS, CLOSES, PERMITS, WAIVES_CONTROL, CAPS ->
                switching.add(new Switch(agreement, provision));
            case BINDS, GRANTS_ROLE, CONTEXT -> {}
          }
          if (!provision.prevailsOver().isEmpty()) {
            winning.add(new Switch(agreement, provision));
          }
        }
      }
      return new Law(List.copyOf(binding), List.copyOf(switching), List.copyOf(winning));
    }
  }

  NetworkView(NetworkSnapshot snapshot, Movement movement) {
    this.snapshot = snapshot;
    this.movement = movement;
    law = Law.on(snapshot);
    topology = new Topology(this);
  }

  /** Another day, on which the same states are there to be in. */
  private NetworkView(NetworkView base, NetworkSnapshot day, ChangeIndex.Touched touched) {
    snapshot = day;
    movement = base.movement;
    law = touched.agreements() ? Law.on(day) : base.law;
    topology = new Topology(this, base.topology, touched);
  }

  /** The same movement on another day, made from what differs. */
  NetworkView movedTo(NetworkSnapshot day, ChangeIndex.Touched touched) {
    return touched.structure()
        ? new NetworkView(day, movement)
        : new NetworkView(this, day, touched);
  }

  /**
   * The day's network.
   *
   * @return the snapshot
   */
  public NetworkSnapshot snapshot() {
    return snapshot;
  }

  /**
   * The network.
   *
   * @return the network
   */
  public TransitNetwork network() {
    return snapshot.network();
  }

  /**
   * The movement.
   *
   * @return what moves
   */
  public Movement movement() {
    return movement;
  }

  /**
   * The day.
   *
   * @return the day
   */
  public LocalDate date() {
    return snapshot.date();
  }

  /**
   * On which terms.
   *
   * @return the terms
   */
  public Terms terms() {
    return snapshot.terms();
  }

  /**
   * The graph that the engine runs on.
   *
   * @return the states of this movement and the ways between them, barred ones included
   */
  public Topology topology() {
    return topology;
  }

  /**
   * The parties bound in law not to stop this movement on an edge or at a crossing.
   *
   * @param element id of a node or edge
   * @param mode by which mode it moves there
   * @return ids in order
   */
  public SortedSet<String> boundAt(String element, Mode mode) {
    TreeSet<String> parties = new TreeSet<>();
    for (Bound one : law.bound()) {
      if (one.provision().concerns(movement, mode)
          && network().matches(one.provision().where(), element)
          && !yields(one.agreement(), one.provision(), element, mode)) {
        parties.add(one.provision().party());
      }
    }
    return Collections.unmodifiableSortedSet(parties);
  }

  /**
   * The agreements that bind a party in law not to stop this movement on an edge or at a crossing.
   *
   * @param party its id
   * @param element id of a node or edge
   * @param mode by which mode it moves there
   * @return ids in order; none where it is not bound
   */
  public SortedSet<String> instrumentsBinding(String party, String element, Mode mode) {
    TreeSet<String> instruments = new TreeSet<>();
    for (Bound one : law.bound()) {
      if (one.provision().party().equals(party)
          && one.provision().concerns(movement, mode)
          && network().matches(one.provision().where(), element)
          && !yields(one.agreement(), one.provision(), element, mode)) {
        instruments.add(one.agreement().id());
      }
    }
    return Collections.unmodifiableSortedSet(instruments);
  }

  /** Whether another provision that stands says that it wins over this one here. */
  private boolean yields(Agreement agreement, Provision provision, String element, Mode mode) {
    return law.prevailing().stream()
        .anyMatch(
            other ->
                other.provision().prevailsOver(agreement.id(), provision.id())
                    && other.provision().concerns(movement, mode)
                    && network().matches(other.provision().where(), element));
  }

  /** The switches of some effects that hold for this movement at a crossing. */
  private List<Switch> switchesAt(Crossing crossing, Mode mode, Set<ProvisionEffect> effects) {
    return switchesAt(crossing.id(), mode, effects);
  }

  private List<Switch> switchesAt(String element, Mode mode, Set<ProvisionEffect> effects) {
    List<Switch> found = new ArrayList<>();
    for (Switch one : law.switches()) {
      if (effects.contains(one.provision().effect())
          && one.provision().concerns(movement, mode)
          && network().matches(one.provision().where(), element)
          && !yields(one.agreement(), one.provision(), element, mode)) {
        found.add(one);
      }
    }
    return found;
  }

  /**
   * What bars or exposes this movement on an edge.
   *
   * @param edge the edge
   * @return the impediments; it passes when none of them {@linkplain Effect#BARS bars}
   */
  public List<Impediment> onEdge(TransitEdge edge) {
    List<Impediment> found = new ArrayList<>();
    Optional<Claim<Status>> claim = snapshot.status(edge);
    if (claim.isEmpty()) {
      found.add(
          finding(
              ImpedimentKind.UNKNOWN,
              terms().hopes(edge.id()) ? Effect.EXPOSES : Effect.BARS,
              edge.id(),
              Set.of(),
              "",
              "Nobody says whether it was in use on " + date(),
              edge.evidence()));
    } else if (claim.get().value() != Status.OPERATIONAL) {
      found.add(
          finding(
              ImpedimentKind.MISSING_LINK,
              Effect.BARS,
              edge.id(),
              Set.of(),
              "",
              wordsFor(claim.get().value()),
              claim.get().evidence()));
    }
    for (EdgeClosure closure : network().closures()) {
      if (closure.validity().contains(date())
          && counts(closure.evidence())
          && closure.concerns(movement, edge.mode())
          && network().matches(closure.where(), edge)) {
        found.add(
            finding(
                ImpedimentKind.CLOSURE,
                Effect.BARS,
                edge.id(),
                closure.by().isEmpty() ? Set.of() : Set.of(closure.by()),
                "",
                closure.reason(),
                closure.evidence()));
      }
    }
    if (edge.mode() == Mode.RAIL && snapshot.asItIs(edge).gauges().isEmpty()) {
      found.add(
          finding(
              ImpedimentKind.UNKNOWN,
              Effect.EXPOSES,
              edge.id(),
              Set.of(),
              "",
              "Its gauge is not known",
              edge.evidence()));
    }
    if (edge.mode() == Mode.AIR || edge.mode() == Mode.SEA) {
      for (String end : new TreeSet<>(Set.of(edge.from(), edge.to()))) {
        TransitNode node = network().node(end);
        if (node.kind() == NodeKind.AIRPORT || node.kind() == NodeKind.PORT) {
          addOutOfUse(found, node);
        }
      }
    }
    for (Switch one : switchesAt(edge.id(), edge.mode(), Set.of(ProvisionEffect.CAPS))) {
      one.provision()
          .perDay()
          .ifPresent(
              cap ->
                  found.add(
                      finding(
                          ImpedimentKind.CAPACITY,
                          cap == 0 ? Effect.BARS : Effect.EXPOSES,
                          edge.id(),
                          one.provision().party().isEmpty()
                              ? Set.of()
                              : Set.of(one.provision().party()),
                          one.agreement().id(),
                          "At most " + Permits.plain(cap) + " vehicles a day pass",
                          one.agreement().evidence())));
    }
    addRefusals(found, edge.id(), snapshot.controlOf(edge.id()));
    return List.copyOf(found);
  }

  private static String wordsFor(Status status) {
    return switch (status) {
      case OPERATIONAL -> "In use";
      case UNDER_CONSTRUCTION -> "Under construction";
      case PLANNED -> "Planned, not begun";
      case PROPOSED -> "Proposed, not decided";
      case DISUSED -> "Disused";
      case DISMANTLED -> "Dismantled";
    };
  }

  /**
   * What bars or exposes this movement at a crossing in one direction.
   *
   * <p>Hours that open on the day or within the seven days after it slow, by the {@linkplain
   * #gateWait mean wait}; hours that do not bar. A capacity below the movement's amount slows by
   * the further days that it takes; one of 0 bars.
   *
   * <p>What the movement does not say of itself is not held against it: where a {@linkplain
   * Crossing#unsettledFacts stronger fact} would decide otherwise for some commodity, weight,
   * residence or vehicle, that is an exposure.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return the impediments; it passes when none of them {@linkplain Effect#BARS bars}
   */
  public List<Impediment> atCrossing(Crossing crossing, Mode mode, String from, String to) {
    List<Impediment> found = new ArrayList<>();
    Crossing switched = switched(crossing, mode);
    Optional<CrossingFact> fact =
        switched.stateFact(movement, mode, from, to, date(), terms().plans());
    CrossingState state = fact.flatMap(CrossingFact::state).orElse(CrossingState.UNKNOWN);
    switch (state) {
      case OPEN -> {}
      case UNKNOWN ->
          found.add(
              finding(
                  ImpedimentKind.UNKNOWN,
                  terms().hopes(crossing.id()) ? Effect.EXPOSES : Effect.BARS,
                  crossing.id(),
                  Set.of(),
                  "",
                  "Nobody says whether it let such traffic pass from "
                      + from
                      + " to "
                      + to
                      + " on "
                      + date(),
                  fact.map(CrossingFact::evidence).orElse(Evidence.NONE)));
      case RESTRICTED, CLOSED -> {
        CrossingFact known = fact.orElseThrow();
        boolean shut = state == CrossingState.CLOSED;
        found.add(
            finding(
                known.kind().orElse(shut ? ImpedimentKind.CLOSURE : ImpedimentKind.PERMIT),
                shut ? Effect.BARS : Effect.SLOWS,
                crossing.id(),
                known.by().isEmpty() ? Set.of() : Set.of(known.by()),
                known.under(),
                (shut ? "Closed from " : "Restricted from ")
                    + from
                    + " to "
                    + to
                    + (known.evidence().note().isEmpty() ? "" : ": " + known.evidence().note()),
                known.evidence()));
      }
    }
    for (CrossingFact other :
        switched.unsettledFacts(movement, mode, from, to, date(), terms().plans())) {
      if (other.state().orElseThrow() != state) {
        found.add(
            finding(
                ImpedimentKind.UNKNOWN,
                Effect.EXPOSES,
                crossing.id(),
                other.by().isEmpty() ? Set.of() : Set.of(other.by()),
                other.under(),
                (other.state().orElseThrow() == CrossingState.UNKNOWN
                        ? "Not known whether open for "
                        : "Maybe " + Wording.of(other.state().orElseThrow()) + ", as for ")
                    + other.conditions()
                    + ": the movement does not say its "
                    + String.join(" and ", other.conditions().unsaidBy(movement, mode)),
                other.evidence()));
      }
    }
    hoursFact(crossing, mode, from, to).ifPresent(hours -> addHours(found, hours));
    capacityFact(crossing, mode, from, to).ifPresent(capacity -> addCapacity(found, capacity));
    found.addAll(Permits.entering(this, crossing, mode, from, to));
    addOutOfUse(found, network().node(crossing.id()));
    addRefusals(found, crossing.id(), controlAt(crossing, from, to));
    return List.copyOf(found);
  }

  private void addHours(List<Impediment> found, CrossingFact fact) {
    OpeningHours hours = fact.hours().orElseThrow();
    if (hours.isAllDay()) {
      return;
    }
    Optional<Duration> wait = shortWait(hours);
    found.add(
        new Impediment(
            ImpedimentKind.OPENING_HOURS,
            wait.isPresent() ? Effect.SLOWS : Effect.BARS,
            fact.crossing(),
            fact.by().isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(fact.by())),
            fact.under(),
            wait.orElse(Duration.ZERO),
            wait.isPresent()
                ? "Open at " + hours + " only"
                : "Closed for more than a week by its hours, " + hours,
            fact.evidence()));
  }

  /** The mean wait for hours on this day, or empty where they keep one for over a week. */
  private Optional<Duration> shortWait(OpeningHours hours) {
    return hours.meanWait(date()).filter(wait -> wait.compareTo(LONGEST_GATE_WAIT) <= 0);
  }

  /**
   * The mean time until a crossing is open by its hours, for arrivals spread evenly over the day.
   * Waits measured at a crossing may hold it already.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return zero where it is open all day, its hours are not known, or they keep it shut for over a
   *     week
   */
  public Duration gateWait(Crossing crossing, Mode mode, String from, String to) {
    return hoursFact(crossing, mode, from, to)
        .flatMap(CrossingFact::hours)
        .flatMap(this::shortWait)
        .orElse(Duration.ZERO);
  }

  private void addCapacity(List<Impediment> found, CrossingFact fact) {
    double days = daysToPass(fact);
    if (days <= 1) {
      return;
    }
    boolean never = days == Double.POSITIVE_INFINITY;
    found.add(
        new Impediment(
            ImpedimentKind.CAPACITY,
            never ? Effect.BARS : Effect.SLOWS,
            fact.crossing(),
            fact.by().isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(fact.by())),
            fact.under(),
            never
                ? Duration.ZERO
                : Duration.ofSeconds(Math.round((Math.min(days, 1_000_000) - 1) * 86_400)),
            never
                ? "Nothing passes in a day"
                : "Takes "
                    + (long) Math.ceil(Math.min(days, 1_000_000))
                    + " days at "
                    + Math.round(perDay(fact))
                    + " a day",
            fact.evidence()));
  }

  /**
   * How many days the whole movement takes to pass at a capacity: its amount in loads of {@link
   * Assumptions#VEHICLE_TONNES} by the vehicles a day, or its persons by the persons a day.
   *
   * @param capacity a fact with a capacity
   * @return the days; infinite at a capacity of 0 unless nothing moves; 0 where they cannot be
   *     compared: persons with vehicles, energy, data, or no capacity stated
   */
  public double daysToPass(CrossingFact capacity) {
    boolean persons = movement.trafficClass() == TrafficClass.PERSONS;
    boolean ofPersons = capacity.classes().equals(Set.of(TrafficClass.PERSONS));
    boolean comparable = persons ? ofPersons : movement.trafficClass() == TrafficClass.GOODS;
    double units = persons ? movement.tonnes() : movement.tonnes() / Assumptions.VEHICLE_TONNES;
    return comparable && units > 0 ? units / perDay(capacity) : 0;
  }

  /**
   * When a movement passes each step of a route that sets out at a time on this view's day: exact
   * waits at the gates instead of mean ones. A movement that is at a gate before its hours waits
   * for them; once let in it is cleared, whatever the clock says by then. The facts of this day
   * hold for the whole way.
   *
   * @param route a route of this view
   * @param departure when it sets out, in the zone in which the times are told
   * @return the timetable
   * @throws IllegalArgumentException when it sets out on another day, or a gate never opens
   */
  public Timetable timetable(Route route, ZonedDateTime departure) {
    if (!departure.toLocalDate().equals(date())) {
      throw new IllegalArgumentException(
          "It sets out at "
              + departure
              + ", but the view is of "
              + date()
              + ". Maybe the view of that day?");
    }
    List<Timetable.Entry> entries = new ArrayList<>();
    ZonedDateTime now = departure;
    for (Step step : route.steps()) {
      ZonedDateTime there = now;
      Timetable.Entry entry =
          step.fold(
              leg -> new Timetable.Entry(leg, there, Duration.ZERO, there.plus(leg.duration())),
              passing -> passed(passing, there),
              change ->
                  new Timetable.Entry(change, there, Duration.ZERO, there.plus(change.duration())));
      entries.add(entry);
      now = entry.leaving();
    }
    return new Timetable(departure, entries);
  }

  private Timetable.Entry passed(Step.BorderPassing passing, ZonedDateTime arrival) {
    Crossing crossing = network().crossing(passing.crossing());
    String from = passing.fromSide();
    String to = passing.toSide();
    Duration mean = gateWait(crossing, passing.mode(), from, to);
    Duration clearing =
        passing.duration().compareTo(mean) > 0 ? passing.duration().minus(mean) : Duration.ZERO;
    Duration wait =
        hoursFact(crossing, passing.mode(), from, to)
            .flatMap(CrossingFact::hours)
            .map(hours -> untilOpen(crossing, hours, arrival.toInstant()))
            .orElse(Duration.ZERO);
    return new Timetable.Entry(passing, arrival, wait, arrival.plus(wait).plus(clearing));
  }

  private static Duration untilOpen(Crossing crossing, OpeningHours hours, Instant arrival) {
    return hours
        .nextOpening(arrival)
        .map(opening -> Duration.between(arrival, opening))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The hours of " + crossing.id() + ", " + hours + ", never open"));
  }

  /**
   * The fact that decides whether this movement passes a crossing, provisions of agreements that
   * stand included.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return the fact, or empty where nothing is known
   */
  public Optional<CrossingFact> stateFact(Crossing crossing, Mode mode, String from, String to) {
    return switched(crossing, mode).stateFact(movement, mode, from, to, date(), terms().plans());
  }

  /** The crossing with what provisions of agreements that stand say of its state. */
  private Crossing switched(Crossing crossing, Mode mode) {
    Crossing standing = snapshot.asItStands(crossing);
    List<Switch> here = switchesAt(crossing, mode, PASSAGE);
    if (here.isEmpty()) {
      return standing;
    }
    List<CrossingFact> facts = new ArrayList<>(standing.facts());
    for (Switch one : here) {
      if (one.provision().effect() == ProvisionEffect.CLOSES || !contradicted(one, here)) {
        asFact(one, crossing.id()).ifPresent(facts::add);
      }
    }
    return new Crossing(crossing.id(), crossing.sides(), facts, List.of());
  }

  /** The first of the days up to this one on which an agreement stood without a break. */
  private LocalDate standingSince(Agreement agreement) {
    List<LocalDate> changes =
        new ArrayList<>(
            agreement.status().changeDates(terms().plans()).headSet(date().plusDays(1)));
    Collections.reverse(changes);
    for (LocalDate change : changes) {
      if (!agreement.standsOn(change.minusDays(1), terms().plans())) {
        return change;
      }
    }
    return LocalDate.MIN;
  }

  /** Whether another agreement closes what this one opens, and neither says that it prevails. */
  private static boolean contradicted(Switch opening, List<Switch> here) {
    return here.stream()
        .anyMatch(
            other ->
                other.provision().effect() == ProvisionEffect.CLOSES
                    && !other.agreement().id().equals(opening.agreement().id()));
  }

  /** What a provision says of a crossing, from the later of the two first days on. */
  private Optional<CrossingFact> asFact(Switch one, String crossing) {
    Provision provision = one.provision();
    Optional<CrossingState> state =
        switch (provision.effect()) {
          case OPENS -> Optional.of(CrossingState.OPEN);
          case CLOSES -> Optional.of(CrossingState.CLOSED);
          case PERMITS -> Optional.of(CrossingState.RESTRICTED);
          case BINDS, GRANTS_ROLE, WAIVES_CONTROL, CAPS, CONTEXT -> Optional.empty();
        };
    return one.agreement()
        .status()
        .at(date(), terms().plans())
        .map(
            status ->
                CrossingFact.builder(crossing)
                    .modes(provision.modes())
                    .classes(provision.classes())
                    .flags(provision.flags())
                    .state(state)
                    // To be ratified makes it no newer than it was when it first stood.
                    .validity(
                        new Validity(standingSince(one.agreement()), status.validity().to())
                            .intersection(provision.validity())
                            .orElse(status.validity()))
                    .by(provision.party())
                    .capacityPerDay(provision.perDay())
                    .under(one.agreement().id())
                    .evidence(status.evidence())
                    .build());
  }

  /**
   * The fact that says how long clearing a crossing takes, those under agreements that do not stand
   * left aside.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return a fact with a wait, or empty where nothing is known
   */
  public Optional<CrossingFact> waitFact(Crossing crossing, Mode mode, String from, String to) {
    return snapshot
        .asItStands(crossing)
        .waitFact(movement, mode, from, to, date(), terms().plans());
  }

  /**
   * The fact that says what clearing a crossing costs, those under agreements that do not stand
   * left aside.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return a fact with a fee, or empty where nothing is known
   */
  public Optional<CrossingFact> feeFact(Crossing crossing, Mode mode, String from, String to) {
    return snapshot.asItStands(crossing).feeFact(movement, mode, from, to, date(), terms().plans());
  }

  /**
   * The fact that says at which hours a crossing is open, those under agreements that do not stand
   * left aside.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return a fact with opening hours, or empty where nothing is known
   */
  public Optional<CrossingFact> hoursFact(Crossing crossing, Mode mode, String from, String to) {
    return snapshot
        .asItStands(crossing)
        .hoursFact(movement, mode, from, to, date(), terms().plans());
  }

  /**
   * The fact that says how much passes a crossing in a day: what the data say, or the cap of an
   * agreement that stands where that is lower.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @param from the side it leaves
   * @param to the side it enters
   * @return a fact with a capacity, or empty where nothing is known
   */
  public Optional<CrossingFact> capacityFact(Crossing crossing, Mode mode, String from, String to) {
    Optional<CrossingFact> lowest =
        snapshot
            .asItStands(crossing)
            .capacityFact(movement, mode, from, to, date(), terms().plans());
    for (Switch one : switchesAt(crossing, mode, Set.of(ProvisionEffect.CAPS))) {
      Optional<CrossingFact> cap =
          asFact(one, crossing.id()).filter(fact -> fact.capacityPerDay().isPresent());
      if (cap.isPresent() && lowest.map(least -> perDay(cap.get()) < perDay(least)).orElse(true)) {
        lowest = cap;
      }
    }
    return lowest;
  }

  /**
   * How much passes an edge in a day: what the data say, or the cap of an agreement that stands
   * where that is lower, or where they say nothing. A cap counts vehicles, and where the data count
   * something else both hold: then this is what the data say, and the cap an impediment of the
   * edge.
   *
   * @param edge the edge
   * @return the capacity, or empty where nothing is known
   */
  public Optional<Throughput> capacity(TransitEdge edge) {
    Optional<Throughput> lowest = snapshot.asItIs(edge).capacity();
    for (Switch one : switchesAt(edge.id(), edge.mode(), Set.of(ProvisionEffect.CAPS))) {
      double cap = one.provision().perDay().orElse(Double.POSITIVE_INFINITY);
      boolean lower =
          lowest
              .map(known -> known.unit() == Throughput.Unit.VEHICLES && cap < known.perDay())
              .orElse(cap < Double.POSITIVE_INFINITY);
      if (lower) {
        lowest = Optional.of(new Throughput(cap, Throughput.Unit.VEHICLES));
      }
    }
    return lowest;
  }

  /**
   * The lowest cap of agreements that stand on an edge, whatever the data say of its capacity.
   *
   * @param edge the edge
   * @return vehicles a day, or empty where there is no cap
   */
  public OptionalDouble cap(TransitEdge edge) {
    return switchesAt(edge.id(), edge.mode(), Set.of(ProvisionEffect.CAPS)).stream()
        .flatMapToDouble(one -> one.provision().perDay().stream())
        .min();
  }

  /**
   * The permits that this movement's vehicles need in a state on this day, by any of its modes.
   *
   * @param host the state entered, or a part of it
   * @return in order of id; none without a flag, in the state of the flag, or where none is known
   */
  public List<Quota> quotas(String host) {
    return snapshot.quotas(movement.flag(), host).stream()
        .filter(quota -> movement.modes().stream().anyMatch(mode -> quota.concerns(movement, mode)))
        .toList();
  }

  /**
   * The permits that this movement's vehicles need anywhere on this day, by any of its modes.
   *
   * @return in order of id
   */
  public List<Quota> quotas() {
    return network().quotas().stream()
        .map(Quota::host)
        .distinct()
        .flatMap(host -> quotas(host).stream())
        .sorted(Comparator.comparing(Quota::id))
        .toList();
  }

  private static double perDay(CrossingFact fact) {
    return fact.capacityPerDay().orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The controls that this movement meets at a crossing. A control that an agreement waives while
   * it stands is there with nobody to meet: {@link Contact#NONE}, nobody deciding, under that
   * agreement. A provision that names a party waives what is at that party's posts.
   *
   * @param crossing the crossing
   * @param mode by which mode
   * @return in the order of the data
   */
  public List<ControlPoint> controls(Crossing crossing, Mode mode) {
    List<ControlPoint> points =
        snapshot.asItStands(crossing).controls(movement, mode, date(), terms().plans());
    List<Switch> waivers = switchesAt(crossing, mode, Set.of(ProvisionEffect.WAIVES_CONTROL));
    return waivers.isEmpty()
        ? points
        : points.stream().map(point -> waived(point, waivers)).toList();
  }

  private static ControlPoint waived(ControlPoint point, List<Switch> waivers) {
    for (Switch one : waivers) {
      Provision provision = one.provision();
      boolean whose =
          provision.party().isEmpty()
              || Jurisdictions.within(point.post(), provision.party())
              || point.controller().equals(provision.party())
              || point.decider().equals(provision.party());
      if (whose && provision.waives(point.function())) {
        return new ControlPoint(
            point.crossing(),
            point.post(),
            point.function(),
            "",
            "",
            Contact.NONE,
            point.place(),
            point.modes(),
            point.classes(),
            point.validity(),
            one.agreement().id(),
            one.agreement().evidence());
      }
    }
    return point;
  }

  /**
   * Whose consent passing a crossing needs: that of both sides.
   *
   * @param crossing the crossing
   * @param from the side it leaves
   * @param to the side it enters
   * @return a rule over ultimate parties
   */
  public ControlRule controlAt(Crossing crossing, String from, String to) {
    return ControlRule.allOf(
        snapshot.controlOf(crossing.id(), from), snapshot.controlOf(crossing.id(), to));
  }

  /**
   * A rule once those bound in law have consented.
   *
   * @param sides the sides of a crossing, or one empty side
   */
  ControlRule lawful(ControlRule rule, String element, Mode mode, String... sides) {
    SortedSet<String> settled = boundAt(element, mode);
    if (settled.isEmpty()) {
      return rule;
    }
    if (settled.stream().noneMatch(this::isDecidedFor)) {
      return rule.assuming(settled);
    }
    List<ControlRule> parts = new ArrayList<>();
    for (String side : sides) {
      parts.add(snapshot.controlOf(element, side, settled));
    }
    return ControlRule.allOf(parts);
  }

  /** Whether others decide for a party, so that no rule names it. */
  private boolean isDecidedFor(String party) {
    return !snapshot.ownership().rule(party, Matter.ORDINARY).equals(ControlRule.consentOf(party));
  }

  /** What bars a change of mode or gauge that is there. */
  List<Impediment> atTransfer(TransitNode node, ControlRule rule) {
    List<Impediment> found = new ArrayList<>();
    addOutOfUse(found, node);
    addRefusals(found, node.id(), rule);
    return List.copyOf(found);
  }

  private void addOutOfUse(List<Impediment> found, TransitNode node) {
    snapshot
        .status(node)
        .filter(claim -> claim.value() != Status.OPERATIONAL)
        .ifPresent(
            claim ->
                found.add(
                    finding(
                        ImpedimentKind.MISSING_LINK,
                        Effect.BARS,
                        node.id(),
                        Set.of(),
                        "",
                        wordsFor(claim.value()),
                        claim.evidence())));
  }

  private void addRefusals(List<Impediment> found, String element, ControlRule rule) {
    if (network().refusals().isEmpty()) {
      return;
    }
    SortedSet<String> heard = rule.parties();
    TreeSet<String> refusing = new TreeSet<>();
    Evidence evidence = Evidence.NONE;
    for (Refusal refusal : network().refusals()) {
      if (refusal.validity().contains(date())
          && counts(refusal.evidence())
          && heard.contains(refusal.party())
          && (refusal.where().isAll() || network().matches(refusal.where(), element))) {
        refusing.add(refusal.party());
        evidence = refusal.evidence();
      }
    }
    if (!refusing.isEmpty() && rule.canBeShutBy(refusing::contains)) {
      found.add(
          finding(
              ImpedimentKind.CLOSURE,
              Effect.BARS,
              element,
              refusing,
              "",
              "Consent refused by " + String.join(", ", refusing),
              evidence));
    }
  }

  private boolean counts(Evidence evidence) {
    return terms().plans() || evidence.basis() == Basis.FACT;
  }

  private static Impediment finding(
      ImpedimentKind kind,
      Effect effect,
      String element,
      Set<String> by,
      String instrument,
      String text,
      Evidence evidence) {
    return new Impediment(
        kind, effect, element, new TreeSet<>(by), instrument, Duration.ZERO, text, evidence);
  }
}
