package org.araxes.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Selector;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.control.Decision;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.NodeKind;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Money;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;

/**
 * One thing that a scenario changes: exactly these kinds.
 *
 * <p><b>Where.</b> A change that has a {@link Selector} concerns the elements it means, of the kind
 * that the change can be made to; an element that is named by its id and is of another kind is a
 * fault. A selector of everything is not taken, so that nothing is changed by oversight; only
 * {@link Refuse} may leave it open.
 *
 * <p><b>Sides.</b> A side is a code of a jurisdiction. {@code AZ} stands for {@code AZ-NX} too, at
 * a crossing that has no side {@code AZ}.
 */
public sealed interface Change {
  /**
   * The name of this kind of change in datasets.
   *
   * @return for instance {@code close}
   */
  String op();

  /**
   * The days for which the change is made.
   *
   * @return the interval
   */
  Validity validity();

  /**
   * Answers one question of every kind.
   *
   * @param <T> what kind of answer
   * @param cases an answer for each kind
   * @return the answer for this one
   */
  <T> T fold(Cases<T> cases);

  /**
   * The change in a few words.
   *
   * @return for instance {@code close bc-astara-az-ir from 2026-03-01}
   */
  default String words() {
    return fold(new ChangeWords());
  }

  /**
   * An answer for each kind of change. A new kind cannot compile until everybody has one.
   *
   * @param <T> what kind of answer
   */
  interface Cases<T> {
    /**
     * For a change of status.
     *
     * @param change the change
     * @return the answer
     */
    T setStatus(SetStatus change);

    /**
     * For an opening.
     *
     * @param change the change
     * @return the answer
     */
    T open(Open change);

    /**
     * For a closure.
     *
     * @param change the change
     * @return the answer
     */
    T close(Close change);

    /**
     * For a refusal.
     *
     * @param change the change
     * @return the answer
     */
    T refuse(Refuse change);

    /**
     * For an agreement that ends.
     *
     * @param change the change
     * @return the answer
     */
    T lapse(Lapse change);

    /**
     * For an agreement that enters into force.
     *
     * @param change the change
     * @return the answer
     */
    T enter(Enter change);

    /**
     * For an agreement that rests.
     *
     * @param change the change
     * @return the answer
     */
    T suspend(Suspend change);

    /**
     * For a common cause that happens.
     *
     * @param change the change
     * @return the answer
     */
    T happen(Happen change);

    /**
     * For a probability.
     *
     * @param change the change
     * @return the answer
     */
    T setProbability(SetProbability change);

    /**
     * For a role.
     *
     * @param change the change
     * @return the answer
     */
    T setRole(SetRole change);

    /**
     * For a stake.
     *
     * @param change the change
     * @return the answer
     */
    T setStake(SetStake change);

    /**
     * For a stake that passes from one holder to another.
     *
     * @param change the change
     * @return the answer
     */
    T transferStake(TransferStake change);

    /**
     * For a control.
     *
     * @param change the change
     * @return the answer
     */
    T setControl(SetControl change);

    /**
     * For a regime.
     *
     * @param change the change
     * @return the answer
     */
    T setRegime(SetRegime change);

    /**
     * For a fact about crossings.
     *
     * @param change the change
     * @return the answer
     */
    T stateFact(StateFact change);

    /**
     * For a wait or a fee.
     *
     * @param change the change
     * @return the answer
     */
    T setDelay(SetDelay change);

    /**
     * For a speed.
     *
     * @param change the change
     * @return the answer
     */
    T setSpeed(SetSpeed change);

    /**
     * For a place that is added.
     *
     * @param change the change
     * @return the answer
     */
    T addNode(AddNode change);

    /**
     * For an edge that is added.
     *
     * @param change the change
     * @return the answer
     */
    T addEdge(AddEdge change);

    /**
     * For edges that are taken away.
     *
     * @param change the change
     * @return the answer
     */
    T remove(Remove change);

    /**
     * For a cost of carriage.
     *
     * @param change the change
     * @return the answer
     */
    T setCost(SetCost change);

    /**
     * For a capacity.
     *
     * @param change the change
     * @return the answer
     */
    T setCapacity(SetCapacity change);

    /**
     * For gauges.
     *
     * @param change the change
     * @return the answer
     */
    T setGauge(SetGauge change);

    /**
     * For a way of deciding.
     *
     * @param change the change
     * @return the answer
     */
    T setDecision(SetDecision change);
  }

  /**
   * Gives nodes and edges a status; what was claimed for those days is cut away.
   *
   * @param where which elements
   * @param status the status
   * @param validity on which days
   */
  record SetStatus(Selector where, Status status, Validity validity) implements Change {
    /** Rejects a selector of everything. */
    public SetStatus {
      somewhere("status", where);
    }

    @Override
    public String op() {
      return "status";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setStatus(this);
    }
  }

  /**
   * Opens crossings and edges.
   *
   * <p>At a crossing the state becomes open for whom this concerns. On an edge, closures are lifted
   * for the classes and days of this change. It builds nothing: an edge that is planned or disused
   * stays so, use {@link SetStatus} for that; and it overrules no {@link Refuse}.
   *
   * @param where which crossings and edges
   * @param classes for what; empty is every class
   * @param modes for which modes; empty is every mode
   * @param fromSide the side one comes from, or empty with {@code toSide} for both directions;
   *     directions concern crossings alone
   * @param toSide the side one goes to, or empty
   * @param flags whose vehicles or nationals; empty is all; concerns crossings alone
   * @param by id of the party whose act it is, or empty
   * @param reason one sentence, or empty
   * @param validity on which days
   */
  record Open(
      Selector where,
      Set<TrafficClass> classes,
      Set<Mode> modes,
      String fromSide,
      String toSide,
      SortedSet<String> flags,
      String by,
      String reason,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public Open {
      somewhere("open", where);
      direction("open", fromSide, toSide);
      classes = copy(classes, TrafficClass.class);
      modes = copy(modes, Mode.class);
      flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    @Override
    public String op() {
      return "open";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.open(this);
    }
  }

  /**
   * Closes crossings and edges.
   *
   * @param where which crossings and edges
   * @param classes for what; empty is every class
   * @param modes for which modes; empty is every mode
   * @param fromSide the side one comes from, or empty with {@code toSide} for both directions;
   *     directions concern crossings alone
   * @param toSide the side one goes to, or empty
   * @param flags whose vehicles or nationals; empty is all; concerns crossings alone
   * @param by id of the party whose act it is, or empty
   * @param reason one sentence, or the code of a kind of impediment such as {@code security}, or
   *     empty
   * @param validity on which days
   */
  record Close(
      Selector where,
      Set<TrafficClass> classes,
      Set<Mode> modes,
      String fromSide,
      String toSide,
      SortedSet<String> flags,
      String by,
      String reason,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public Close {
      somewhere("close", where);
      direction("close", fromSide, toSide);
      classes = copy(classes, TrafficClass.class);
      modes = copy(modes, Mode.class);
      flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /**
     * The kind of impediment, where the reason is the code of one.
     *
     * @return the kind, or empty where the reason is a sentence or not given
     */
    public Optional<ImpedimentKind> kind() {
      return Arrays.stream(ImpedimentKind.values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(reason))
          .findFirst();
    }

    @Override
    public String op() {
      return "close";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.close(this);
    }
  }

  /**
   * A party withholds its consent: what cannot open without it is barred.
   *
   * @param party id of the party
   * @param where on which elements; {@link Selector#ALL} is everywhere
   * @param validity on which days
   */
  record Refuse(String party, Selector where, Validity validity) implements Change {
    /** Rejects a blank party. */
    public Refuse {
      given("refuse", "a party", party);
    }

    @Override
    public String op() {
      return "refuse";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.refuse(this);
    }
  }

  /**
   * An agreement ends: its status is terminated on those days.
   *
   * <p>What stands under it ends with it: roles, stakes and ways of deciding, its provisions, and
   * the facts about crossings and the controls that name it.
   *
   * @param agreement id of the agreement
   * @param validity on which days
   */
  record Lapse(String agreement, Validity validity) implements Change {
    /** Rejects a blank agreement. */
    public Lapse {
      given("lapse", "an agreement", agreement);
    }

    @Override
    public String op() {
      return "lapse";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.lapse(this);
    }
  }

  /**
   * An agreement is in force on those days. Its prerequisites are taken as met.
   *
   * @param agreement id of the agreement
   * @param validity on which days
   */
  record Enter(String agreement, Validity validity) implements Change {
    /** Rejects a blank agreement. */
    public Enter {
      given("enter", "an agreement", agreement);
    }

    @Override
    public String op() {
      return "enter";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.enter(this);
    }
  }

  /**
   * An agreement is suspended on those days, and what stands under it rests as in {@link Lapse}.
   *
   * @param agreement id of the agreement
   * @param validity on which days
   */
  record Suspend(String agreement, Validity validity) implements Change {
    /** Rejects a blank agreement. */
    public Suspend {
      given("suspend", "an agreement", agreement);
    }

    @Override
    public String op() {
      return "suspend";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.suspend(this);
    }
  }

  /**
   * A common cause happens: on those days all its members are out, and its trigger where it has
   * one.
   *
   * <p>Crossings and edges are shut and so is every edge at any other node, by the party of the
   * cause; the trigger by nobody named, since whose act it is the cause does not say. Parties
   * refuse everywhere, agreements are suspended. The days on which the data say that it may happen
   * do not limit it.
   *
   * @param cause id of the common cause
   * @param validity on which days
   */
  record Happen(String cause, Validity validity) implements Change {
    /** Rejects a blank cause. */
    public Happen {
      given("happen", "a common cause", cause);
    }

    @Override
    public String op() {
      return "happen";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.happen(this);
    }
  }

  /**
   * Sets how likely something holds on any one of those days, in the place of what was said of
   * them.
   *
   * @param subject id of a node, edge, party, agreement or common cause
   * @param probability how likely a node or edge is not out of use, a party does not refuse, an
   *     agreement stands, a common cause does <em>not</em> happen
   * @param validity on which days
   */
  record SetProbability(String subject, Probability probability, Validity validity)
      implements Change {
    /** Rejects a blank subject. */
    public SetProbability {
      given("probability", "a subject", subject);
    }

    @Override
    public String op() {
      return "probability";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setProbability(this);
    }
  }

  /**
   * Gives somebody a role.
   *
   * @param where on which nodes and edges; with a side, on crossings that have it
   * @param role which role
   * @param holder id of the party that gets it
   * @param side at crossings, the jurisdiction whose post it is, or empty
   * @param matter by which kind of decision the holder lets pass or stops
   * @param replaces whether the present holders lose this role on those days (that side's, where
   *     one is named); otherwise the new holder joins them
   * @param validity on which days
   */
  record SetRole(
      Selector where,
      RoleKind role,
      String holder,
      String side,
      Matter matter,
      boolean replaces,
      Validity validity)
      implements Change {
    /** Checks. */
    public SetRole {
      somewhere("role", where);
      given("role", "a holder", holder);
    }

    @Override
    public String op() {
      return "role";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setRole(this);
    }
  }

  /** A change of what somebody holds in a party. */
  sealed interface OfStake extends Change {
    /**
     * In whom the share is held.
     *
     * @return id of the party
     */
    String held();
  }

  /**
   * Gives a holder a share of a party, in the place of what it holds there on those days.
   *
   * @param holder id of the holder
   * @param held id of the party in which the share is held
   * @param kind of which kind it is and which kind it replaces; empty is shares, in the place of
   *     whatever the holder has there
   * @param min the share, at the least
   * @param max the share, at the most; the same where it is known exactly; {@link Share#NONE} takes
   *     the stake away
   * @param validity on which days
   */
  record SetStake(
      String holder, String held, Optional<StakeKind> kind, Share min, Share max, Validity validity)
      implements OfStake {
    /** Checks. */
    public SetStake {
      stake("stake", holder, held);
      if (min.compareTo(max) > 0) {
        throw new IllegalArgumentException(
            "A stake is at least " + min + " and at most " + max + ", the wrong way round");
      }
    }

    /**
     * Exactly this share, in the place of whatever it holds there.
     *
     * @param holder id of the holder
     * @param held id of the party in which the share is held
     * @param share the share; {@link Share#NONE} takes the stake away
     * @param validity on which days
     */
    public SetStake(String holder, String held, Share share, Validity validity) {
      this(holder, held, Optional.empty(), share, share, validity);
    }

    @Override
    public String op() {
      return "stake";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setStake(this);
    }
  }

  /**
   * A holder passes a share of a party on to another, who adds it to what it has.
   *
   * <p>Of a stake that is known only within bounds, both bounds move: who has 20 to 30 % and passes
   * 25 % on keeps 0 to 5 %. It concerns the days on which the giver has something; to pass on more
   * than one can have on one of them is a fault, and so is to have nothing at all.
   *
   * @param from id of the holder that gives
   * @param to id of the holder that gets
   * @param held id of the party in which the share is held
   * @param kind stakes of which kind
   * @param share how much of the whole party, above none; empty is all that the giver has on each
   *     day
   * @param validity on which days; without an end, for good
   */
  record TransferStake(
      String from, String to, String held, StakeKind kind, Optional<Share> share, Validity validity)
      implements OfStake {
    /** Checks. */
    public TransferStake {
      stake("transfer_stake", from, held);
      stake("transfer_stake", to, held);
      if (from.equals(to)) {
        throw new IllegalArgumentException("A stake passes to another party than " + from);
      }
      if (share.isPresent() && share.get().equals(Share.NONE)) {
        throw new IllegalArgumentException("A transfer passes on more than nothing");
      }
    }

    @Override
    public String op() {
      return "transfer_stake";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.transferStake(this);
    }
  }

  /**
   * Sets what one meets at a post, in the place of the same function there on those days.
   *
   * @param where which crossings
   * @param post the jurisdiction whose post it is
   * @param function what is controlled; empty is every function that the post has on those days,
   *     and border police and customs at a post without any
   * @param controller id of the party that stands there, or empty where nobody does
   * @param decider id of the party that decides, or empty
   * @param contact whom one meets
   * @param place where
   * @param validity on which days
   */
  record SetControl(
      Selector where,
      String post,
      Optional<ControlFunction> function,
      String controller,
      String decider,
      Contact contact,
      ControlPlace place,
      Validity validity)
      implements Change {
    /** Checks. */
    public SetControl {
      somewhere("control", where);
      given("control", "a post", post);
    }

    @Override
    public String op() {
      return "control";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setControl(this);
    }
  }

  /**
   * Lays a regime on crossings, in the place of the one that is there on those days.
   *
   * <p>At the host's post the controls become those of the regime, or nobody where it has none; the
   * state, the hours and the limits become those of its practice; the right becomes its right. A
   * control of the host stays with the body of the host that has this function there now. What the
   * sender does at its own post stays as it is. An edge stands for the crossings at its ends, for
   * movements by its mode.
   *
   * <p>In law: where the right binds and stands, and the host may not refuse at will, the network
   * gains an agreement {@code regime-<regime>-1}, in force on those days, that binds the host there
   * and on the edges named that lie in it, towards the sender. So who <em>can</em> stop a movement
   * and who <em>may</em> part. A later regime in the same place ends it there.
   *
   * @param where which crossings, or edges that end at crossings
   * @param regime the regime
   * @param host the jurisdiction whose post it is
   * @param sender the state that passes, or empty for that of the other side
   * @param third id of the party that acts where the regime names a third one, or empty where it
   *     names none
   * @param classes for what; empty is every class
   * @param modes for which modes; empty is every mode
   * @param validity on which days
   */
  record SetRegime(
      Selector where,
      Regime regime,
      String host,
      String sender,
      String third,
      Set<TrafficClass> classes,
      Set<Mode> modes,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public SetRegime {
      somewhere("regime", where);
      given("regime", "a host", host);
      classes = copy(classes, TrafficClass.class);
      modes = copy(modes, Mode.class);
    }

    @Override
    public String op() {
      return "regime";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setRegime(this);
    }
  }

  /**
   * States a fact about crossings as such: state, wait, fee, hours, capacity, under which regime it
   * is met, for whom, in which direction and on which conditions.
   *
   * @param where which crossings
   * @param fact what is stated, with its days; sides are codes of jurisdictions as everywhere in a
   *     scenario. Its crossing, priority and evidence are not taken over: it holds at every
   *     crossing meant, and comes before what the data say and what this scenario said before
   * @param reason one sentence, or empty
   */
  record StateFact(Selector where, CrossingFact fact, String reason) implements Change {
    /** Checks, and leaves aside what is not taken over. */
    public StateFact {
      somewhere("crossing_fact", where);
      direction("crossing_fact", fact.fromSide(), fact.toSide());
      fact = fact.at("").toBuilder().priority(0).evidence(Evidence.NONE).build();
      if (fact.state().isEmpty()
          && fact.waiting().isEmpty()
          && fact.fee().isEmpty()
          && fact.hours().isEmpty()
          && fact.capacityPerDay().isEmpty()
          && fact.regime().isEmpty()) {
        throw new IllegalArgumentException(
            "A fact about a crossing states a state, a wait, a fee, hours, a capacity or a regime");
      }
      CrossingState state = fact.state().orElse(CrossingState.UNKNOWN);
      if (fact.kind().isPresent()
          && state != CrossingState.CLOSED
          && state != CrossingState.RESTRICTED) {
        throw new IllegalArgumentException(
            "A kind of impediment says why a crossing is closed or restricted");
      }
    }

    @Override
    public Validity validity() {
      return fact.validity();
    }

    @Override
    public String op() {
      return "crossing_fact";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.stateFact(this);
    }
  }

  /**
   * Sets the wait or the fee at crossings.
   *
   * @param where which crossings
   * @param fromSide the side one comes from, or empty with {@code toSide} for both directions
   * @param toSide the side one goes to, or empty
   * @param classes for what; empty is every class
   * @param waiting mean time of clearing both posts, where it changes
   * @param fee mean cost of clearing both posts, where it changes
   * @param validity on which days
   */
  record SetDelay(
      Selector where,
      String fromSide,
      String toSide,
      Set<TrafficClass> classes,
      Optional<Duration> waiting,
      Optional<Money> fee,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public SetDelay {
      somewhere("delay", where);
      direction("delay", fromSide, toSide);
      classes = copy(classes, TrafficClass.class);
      if (waiting.isEmpty() && fee.isEmpty()) {
        throw new IllegalArgumentException("A delay states a wait, a fee or both");
      }
      if (waiting.isPresent() && waiting.get().isNegative()) {
        throw new IllegalArgumentException("A wait is not negative: " + waiting.get());
      }
      if (fee.isPresent() && fee.get().amount().signum() < 0) {
        throw new IllegalArgumentException("A fee is not negative: " + fee.get());
      }
    }

    @Override
    public String op() {
      return "delay";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setDelay(this);
    }
  }

  /**
   * Sets the speed that is reached on edges.
   *
   * @param where which edges
   * @param kilometresPerHour the speed, finite, above 0
   * @param validity on which days
   */
  record SetSpeed(Selector where, double kilometresPerHour, Validity validity) implements Change {
    /** Checks. */
    public SetSpeed {
      somewhere("speed", where);
      if (!(kilometresPerHour > 0 && kilometresPerHour < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("A speed is above 0 km/h, but was " + kilometresPerHour);
      }
    }

    @Override
    public String op() {
      return "speed";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setSpeed(this);
    }
  }

  /**
   * Adds a place. It is there at all times; what is added comes before all other changes, so that
   * they can name it.
   *
   * @param id its id, not yet in use
   * @param names what it is called
   * @param kind what sort of place; a border crossing is unknown until it is opened
   * @param longitude in degrees, WGS 84
   * @param latitude in degrees, WGS 84
   * @param jurisdictions the one it lies in; two for a crossing
   */
  record AddNode(
      String id,
      Names names,
      NodeKind kind,
      double longitude,
      double latitude,
      List<String> jurisdictions)
      implements Change {
    /** Copies and checks. */
    public AddNode {
      given("add_node", "an id", id);
      jurisdictions = jurisdictions.stream().sorted().toList();
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
        throw new IllegalArgumentException(
            "Not a longitude and a latitude in degrees: " + longitude + ", " + latitude);
      }
    }

    @Override
    public Validity validity() {
      return Validity.ALWAYS;
    }

    @Override
    public String op() {
      return "add_node";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.addNode(this);
    }
  }

  /**
   * Adds an edge, drawn as a straight line, that is in use on some days and proposed before them.
   * What is added comes before all other changes, so that they can name it.
   *
   * @param id its id, not yet in use
   * @param fromNode id of the node where it begins
   * @param toNode id of the node where it ends
   * @param mode by what one goes
   * @param jurisdiction in which it lies
   * @param oneWay whether it can be used only from its beginning to its end
   * @param length how long it is; empty is as the crow flies
   * @param gauges rail gauges in millimetres; empty is not known
   * @param speedKmh design speed, where known
   * @param capacity what fits through, where known
   * @param validity on which days it is in use
   */
  record AddEdge(
      String id,
      String fromNode,
      String toNode,
      Mode mode,
      String jurisdiction,
      boolean oneWay,
      Optional<Distance> length,
      SortedSet<Integer> gauges,
      OptionalDouble speedKmh,
      Optional<Throughput> capacity,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public AddEdge {
      given("add_edge", "an id", id);
      given("add_edge", "a node where it begins", fromNode);
      given("add_edge", "a node where it ends", toNode);
      given("add_edge", "a jurisdiction", jurisdiction);
      gauges = Collections.unmodifiableSortedSet(new TreeSet<>(gauges));
    }

    @Override
    public String op() {
      return "add_edge";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.addEdge(this);
    }
  }

  /**
   * Takes edges away. A node that is meant loses every edge at it; the bare place stays on the map.
   *
   * <p>On all days, they go with all that is said of them alone. On some days, they are dismantled:
   * what is known of them stays, and nothing uses them.
   *
   * @param where which edges and nodes
   * @param validity on which days
   */
  record Remove(Selector where, Validity validity) implements Change {
    /** Copies and checks. */
    public Remove {
      somewhere("remove", where);
    }

    /**
     * On all days.
     *
     * @param where which edges and nodes
     */
    public Remove(Selector where) {
      this(where, Validity.ALWAYS);
    }

    @Override
    public String op() {
      return "remove";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.remove(this);
    }
  }

  /**
   * Sets the cost of carriage on edges. What clearing a crossing costs is a {@link SetDelay}.
   *
   * @param where which edges
   * @param usdPerKm US dollars for a tonne, or for a person, over a kilometre; finite, 0 or more
   * @param validity on which days
   */
  record SetCost(Selector where, double usdPerKm, Validity validity) implements Change {
    /** Copies and checks. */
    public SetCost {
      somewhere("cost", where);
      if (!(usdPerKm >= 0 && usdPerKm < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "A cost is finite and not negative, but was " + usdPerKm);
      }
    }

    @Override
    public String op() {
      return "cost";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setCost(this);
    }
  }

  /**
   * Sets what fits through edges and, in vehicles a day, through crossings.
   *
   * @param where which edges and crossings
   * @param capacity the capacity
   * @param validity on which days
   */
  record SetCapacity(Selector where, Throughput capacity, Validity validity) implements Change {
    /** Copies and checks. */
    public SetCapacity {
      somewhere("capacity", where);
    }

    @Override
    public String op() {
      return "capacity";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setCapacity(this);
    }
  }

  /**
   * Sets the gauges of railways.
   *
   * @param where which railways
   * @param gauges millimetres, at least one
   * @param validity on which days
   */
  record SetGauge(Selector where, SortedSet<Integer> gauges, Validity validity) implements Change {
    /** Copies and checks. */
    public SetGauge {
      somewhere("gauge", where);
      gauges = Collections.unmodifiableSortedSet(new TreeSet<>(gauges));
      if (gauges.isEmpty() || gauges.first() <= 0) {
        throw new IllegalArgumentException("A gauge is above 0 mm: " + gauges);
      }
    }

    /**
     * On all days.
     *
     * @param where which railways
     * @param gauges millimetres, at least one
     */
    public SetGauge(Selector where, SortedSet<Integer> gauges) {
      this(where, gauges, Validity.ALWAYS);
    }

    @Override
    public String op() {
      return "gauge";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setGauge(this);
    }
  }

  /**
   * Sets how a party decides, in the place of how it decided such matters on those days.
   *
   * @param party id of the party
   * @param matter on what
   * @param kind by which rule
   * @param quota for votes: the share; otherwise {@link Share#NONE}
   * @param count for {@link DecisionKind#AT_LEAST}: how many members; otherwise 0
   * @param members ids of the named members, or none for votes
   * @param validity on which days
   */
  record SetDecision(
      String party,
      Matter matter,
      DecisionKind kind,
      Share quota,
      int count,
      List<String> members,
      Validity validity)
      implements Change {
    /** Copies and checks. */
    public SetDecision {
      given("decision", "a party", party);
      members = List.copyOf(members);
      new Decision(party, matter, kind, quota, count, members, validity, "", Evidence.NONE);
    }

    @Override
    public String op() {
      return "decision";
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.setDecision(this);
    }
  }

  private static void somewhere(String op, Selector where) {
    if (where.isAll()) {
      throw new IllegalArgumentException(
          "A change \"" + op + "\" says where. Maybe name elements, a corridor or modes?");
    }
  }

  private static void given(String op, String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A change \"" + op + "\" names " + what);
    }
  }

  private static void stake(String op, String holder, String held) {
    given(op, "a holder", holder);
    given(op, "a held party", held);
    if (holder.equals(held)) {
      throw new IllegalArgumentException("A party holds no stake in itself: " + holder);
    }
  }

  private static void direction(String op, String fromSide, String toSide) {
    if (fromSide.isEmpty() != toSide.isEmpty()) {
      throw new IllegalArgumentException(
          "A change \""
              + op
              + "\" names both sides or none, but was from \""
              + fromSide
              + "\" to \""
              + toSide
              + "\"");
    }
    if (!fromSide.isEmpty() && fromSide.equals(toSide)) {
      throw new IllegalArgumentException(
          "A change \""
              + op
              + "\" goes from one side to another, but names "
              + fromSide
              + " twice");
    }
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> values, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(values);
    return Collections.unmodifiableSet(copy);
  }
}
