package org.araxes.border;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The regime under which a movement of one state, the <em>sender</em>, crosses the land of another,
 * the <em>host</em>: by what right, past whose controls, with which formalities, limits, hours and
 * charges, who may suspend it, and whether it is practised. It names no place: the same regime can
 * be laid on any crossing.
 *
 * <p><b>Order.</b> The constants of each attribute go from the lightest to the heaviest. {@code
 * UNSTATED} comes first and says that nothing is claimed; it is never taken for the lightest.
 *
 * <p><b>Law and fact.</b> {@link #suspendedInLaw} and {@link #right} speak of law alone, {@link
 * #practice} of fact alone; all else is met by whoever passes.
 *
 * @param id a slug
 * @param title what it is called
 * @param right by what right one passes
 * @param sovereignty whose the ground is
 * @param controls whom one meets at the host's posts, or whoever checks in the host's stead
 * @param persons what a person shows
 * @param goods what a load goes through
 * @param inspection on what ground a load or a person may be searched
 * @param conduct how one has to travel
 * @param longest how long one may take, where that is limited
 * @param rations what limits who or how much passes
 * @param opening when it is open
 * @param hours the hours such as {@code 06:00-18:00} local time, or empty where they are not known
 * @param charge what is paid and by whom
 * @param suspension who may suspend it and on what ground
 * @param reciprocity whether it hangs on what the other side does
 * @param suspendedInLaw whether an act bars the class now
 * @param practice what comes of it in fact
 * @param unknown what nobody can say and what would matter, one sentence each
 */
public record Regime(
    String id,
    String title,
    Right right,
    Sovereignty sovereignty,
    List<Control> controls,
    PersonFormality persons,
    GoodsFormality goods,
    InspectionGround inspection,
    Set<Conduct> conduct,
    Optional<Duration> longest,
    Set<Ration> rations,
    Opening opening,
    String hours,
    Charge charge,
    Suspension suspension,
    Reciprocity reciprocity,
    boolean suspendedInLaw,
    Practice practice,
    List<String> unknown) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  private static final Pattern HOURS =
      Pattern.compile("24|(?:[01]\\d|2[0-3]):[0-5]\\d-(?:[01]\\d|2[0-4]):[0-5]\\d");

  // Copies, and names every fault at once.
  public Regime {
    controls = List.copyOf(controls);
    conduct = copy(conduct, Conduct.class);
    rations = copy(rations, Ration.class);
    unknown = List.copyOf(unknown);
    List<String> faults = new ArrayList<>();
    if (!ID.matcher(id).matches()) {
      faults.add("its id \"" + id + "\" is no slug");
    }
    if (title.isBlank()) {
      faults.add("it has no title");
    }
    if (longest.isPresent() && (longest.get().isNegative() || longest.get().isZero())) {
      faults.add("the longest stay " + longest.get() + " is not above zero");
    }
    if (!hours.isEmpty() && !HOURS.matcher(hours).matches()) {
      faults.add("the hours \"" + hours + "\" are neither 24 nor like 06:00-18:00");
    }
    if (!hours.isEmpty() && !hours.equals("24") && opening.compareTo(Opening.SEASON) < 0) {
      faults.add("it is open at " + hours + " only, yet its opening is " + opening);
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "The regime \"" + id + "\" is not sound: " + String.join("; ", faults));
    }
  }

  private static <E extends Enum<E>> Set<E> copy(Collection<E> values, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(values);
    return Collections.unmodifiableSet(copy);
  }

  /**
   * Starts a regime of which nothing is stated yet.
   *
   * @param id a slug
   * @return a builder
   */
  public static Builder named(String id) {
    return new Builder(id);
  }

  /**
   * Starts from this one.
   *
   * @return a builder that holds all of it
   */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.title = title;
    builder.right = right;
    builder.sovereignty = sovereignty;
    builder.controls.addAll(controls);
    builder.persons = persons;
    builder.goods = goods;
    builder.inspection = inspection;
    builder.conduct.addAll(conduct);
    builder.longest = longest;
    builder.rations.addAll(rations);
    builder.opening = opening;
    builder.hours = hours;
    builder.charge = charge;
    builder.suspension = suspension;
    builder.reciprocity = reciprocity;
    builder.suspendedInLaw = suspendedInLaw;
    builder.practice = practice;
    builder.unknown.addAll(unknown);
    return builder;
  }

  /**
   * Whom one meets in fact.
   *
   * @return the controls of practice where they differ, otherwise those written
   */
  public List<Control> met() {
    return practice.controls().isEmpty() ? controls : practice.controls();
  }

  /** {@code tin-bigha-1992: Tin Bigha …}. */
  @Override
  public String toString() {
    return id + ": " + title;
  }

  /** A party as a regime sees it. */
  public enum Side {
    /** Nobody. */
    NOBODY,
    /** The state that moves, and its bodies and companies. */
    SENDER,
    /** The state whose land is crossed, and its bodies and companies. */
    HOST,
    /** Some other state or its companies. */
    THIRD,
    /** Somebody, but nobody says of which state. */
    UNKNOWN;

    /**
     * Whether it is, or may be, another state's than the sender's.
     *
     * @return true for host, third and unknown
     */
    public boolean isForeign() {
      return compareTo(HOST) >= 0;
    }
  }

  /** What a right rests on, from the firmest. */
  public enum RightBasis {
    /** Nothing is said of it. */
    UNSTATED,
    /** A convention open to many, or custom. */
    CONVENTION,
    /** A treaty between the states. */
    TREATY,
    /** A contract. */
    CONTRACT,
    /** A memorandum or a framework. */
    MEMORANDUM,
    /** A political declaration. */
    DECLARATION,
    /** The host's own law or order. */
    UNILATERAL,
    /** It is let happen. */
    TOLERATED,
    /** There is no right. */
    NONE
  }

  /**
   * By what right one passes.
   *
   * @param basis what it rests on
   * @param binding whether the instrument means to bind in law, and does for this movement
   * @param inForce whether it stands: for what binds, in force; for the rest, made and not taken
   *     back
   * @param term how long it runs, in words, or empty
   * @param noticeDays days of notice to end it, where stated
   * @param disputes who settles disputes, in words, or empty
   */
  public record Right(
      RightBasis basis,
      boolean binding,
      boolean inForce,
      String term,
      OptionalInt noticeDays,
      String disputes) {
    /** Nothing is said of a right. */
    public static final Right UNSTATED = of(RightBasis.UNSTATED);

    /** There is none. */
    public static final Right NONE = of(RightBasis.NONE);

    // Rejects what contradicts itself.
    public Right {
      if (binding
          && (basis == RightBasis.NONE
              || basis == RightBasis.TOLERATED
              || basis == RightBasis.UNSTATED)) {
        throw new IllegalArgumentException("A right that rests on " + basis + " does not bind");
      }
      if (noticeDays.isPresent() && noticeDays.getAsInt() < 0) {
        throw new IllegalArgumentException("A notice is not negative: " + noticeDays.getAsInt());
      }
    }

    /**
     * A right that stands and binds nobody in law.
     *
     * @param basis what it rests on
     * @return the right
     */
    public static Right of(RightBasis basis) {
      return new Right(basis, false, true, "", OptionalInt.empty(), "");
    }

    /**
     * A right that is in force and binds in law.
     *
     * @param basis what it rests on
     * @return the right
     */
    public static Right binding(RightBasis basis) {
      return new Right(basis, true, true, "", OptionalInt.empty(), "");
    }

    /**
     * The same right for a time.
     *
     * @param words how long, for instance {@code 50 years}
     * @return the right
     */
    public Right term(String words) {
      return new Right(basis, binding, inForce, words, noticeDays, disputes);
    }

    /**
     * The same right with somebody to settle disputes.
     *
     * @param words who
     * @return the right
     */
    public Right disputes(String words) {
      return new Right(basis, binding, inForce, term, noticeDays, words);
    }

    /**
     * The same right with a notice.
     *
     * @param days days of notice to end it
     * @return the right
     */
    public Right notice(int days) {
      return new Right(basis, binding, inForce, term, OptionalInt.of(days), disputes);
    }

    /**
     * The same instrument before it enters into force, or after it left it.
     *
     * @return the right
     */
    public Right notInForce() {
      return new Right(basis, binding, false, term, noticeDays, disputes);
    }
  }

  /** Whose the ground is on which one passes. */
  public enum Sovereignty {
    /** Nothing is said of it. */
    UNSTATED,
    /** The sender's own: the strip was ceded. */
    SENDER,
    /** The host's, leased to the sender, whose law holds for part of the matters. */
    LEASED,
    /** The host's, undivided. */
    HOST
  }

  /**
   * A control, by function. Who meets whom follows from whose the controller is: an officer of the
   * sender is an own officer, one of the host or of a third state is another's.
   *
   * @param function what is controlled
   * @param controller who stands there
   * @param decider who decides
   * @param contact whom one meets
   * @param place where
   */
  public record Control(
      ControlFunction function,
      Side controller,
      Side decider,
      Contact contact,
      ControlPlace place) {
    /**
     * A control by one side that decides itself.
     *
     * @param function what is controlled
     * @param by who stands there and decides
     * @param contact whom one meets
     * @param place where
     * @return the control
     */
    public static Control by(
        ControlFunction function, Side by, Contact contact, ControlPlace place) {
      return new Control(function, by, by, contact, place);
    }

    /**
     * Whether controller or decider is, or may be, another's than the sender's.
     *
     * @return true if so
     */
    public boolean isForeign() {
      return controller.isForeign() || decider.isForeign();
    }
  }

  /** What a person shows. */
  public enum PersonFormality {
    /** Nothing is said of it. */
    UNSTATED,
    /** Nothing. */
    NONE,
    /** Nothing on the way; names were handed in before. */
    PRECLEARED_LIST,
    /** An identity card on board. */
    ON_BOARD_ID,
    /** A document for transit, without a visa asked for in advance. */
    TRANSIT_DOCUMENT,
    /** A visa. */
    VISA,
    /** A passport that is stamped. */
    PASSPORT_STAMP
  }

  /** What a load goes through. */
  public enum GoodsFormality {
    /** Nothing is said of it. */
    UNSTATED,
    /** Nothing. */
    NONE,
    /** A document. */
    DOCUMENT,
    /** A seal. */
    SEAL,
    /** A seal, and somebody's guarantee. */
    SEAL_AND_GUARANTEE,
    /** Checks chosen by risk. */
    RISK_BASED,
    /** A full inspection. */
    FULL_INSPECTION
  }

  /** On what ground somebody may search. */
  public enum InspectionGround {
    /** Nothing is said of it; an officer may then search on any. */
    UNSTATED,
    /** On none. */
    NONE,
    /** On a reasoned suspicion. */
    REASONED_SUSPICION,
    /** On any. */
    ANY
  }

  /** How one has to travel. */
  public enum Conduct {
    /** On one way. */
    FIXED_ROUTE,
    /** Without a stop. */
    NO_STOP,
    /** Behind locked doors, without alighting or handing anything out. */
    LOCKED,
    /** With a tag that shows when one has to be out. */
    TAG,
    /** Reporting when one leaves. */
    DECLARED_EXIT,
    /** In a convoy. */
    CONVOY,
    /** With an escort. */
    ESCORT
  }

  /** What limits who or how much passes. */
  public enum Ration {
    /** A bound on weight beyond that of ordinary roads. */
    WEIGHT,
    /** A number of passages by pair and year. */
    QUOTA,
    /** A permit for each passage or vehicle. */
    PERMIT,
    /** A cap on amounts, for instance an average of earlier years. */
    CAP,
    /** Vehicles of some flags only. */
    FLAG,
    /** Residents of some places only. */
    RESIDENCY,
    /** Some commodities do not pass. */
    COMMODITY,
    /** Somebody may refuse at will. */
    DISCRETION,
    /** Some condition that nobody spells out. */
    CONDITIONS
  }

  /** When it is open. */
  public enum Opening {
    /** Nothing is said of it. */
    UNSTATED,
    /** At all hours. */
    ALL_DAY,
    /** At all hours of a season. */
    SEASON,
    /** At some hours. */
    HOURS,
    /** At alternate hours, which others use in between. */
    ALTERNATE
  }

  /** What a charge is measured by. */
  public enum ChargeBasis {
    /** Nothing is said of it. */
    UNSTATED,
    /** Nothing is paid. */
    FREE,
    /** The cost of the service. */
    COST,
    /** What the market bears. */
    COMMERCIAL,
    /** What somebody wants to reach with it. */
    POLITICAL
  }

  /** Who pays. */
  public enum Payer {
    /** Nobody. */
    NOBODY,
    /** The sender's state, for instance by a lump sum. */
    STATE,
    /** Whoever passes. */
    USER
  }

  /**
   * What is paid and by whom.
   *
   * @param basis what it is measured by
   * @param payer who pays
   */
  public record Charge(ChargeBasis basis, Payer payer) {
    /** Nothing is said of a charge. */
    public static final Charge UNSTATED = new Charge(ChargeBasis.UNSTATED, Payer.NOBODY);

    /** Nothing is paid. */
    public static final Charge FREE = new Charge(ChargeBasis.FREE, Payer.NOBODY);

    // Rejects a charge that nobody pays.
    public Charge {
      if (basis.compareTo(ChargeBasis.COST) >= 0 && payer == Payer.NOBODY) {
        throw new IllegalArgumentException("Somebody pays a charge measured by " + basis);
      }
    }
  }

  /** On what ground somebody may suspend a regime. */
  public enum SuspensionGround {
    /** Nothing is said of it. */
    UNSTATED,
    /** On none. */
    NONE,
    /** In an emergency or for health. */
    EMERGENCY,
    /** In war or a state of siege. */
    WAR,
    /** For its security, of which it judges itself. */
    SECURITY,
    /** In answer to what the other side did. */
    RECIPROCITY,
    /** On any. */
    ANY
  }

  /**
   * Who may suspend a regime.
   *
   * @param by who
   * @param ground on what ground
   * @param noticeDays days of notice, 0 for none
   * @param coupledTo crossings or regimes that close together with it, in words
   */
  public record Suspension(
      Side by, SuspensionGround ground, int noticeDays, List<String> coupledTo) {
    /** Nothing is said of suspension. */
    public static final Suspension UNSTATED =
        new Suspension(Side.NOBODY, SuspensionGround.UNSTATED, 0, List.of());

    /** Nobody may. */
    public static final Suspension NONE =
        new Suspension(Side.NOBODY, SuspensionGround.NONE, 0, List.of());

    // Copies and checks.
    public Suspension {
      coupledTo = List.copyOf(coupledTo);
      if (noticeDays < 0) {
        throw new IllegalArgumentException("A notice is not negative: " + noticeDays);
      }
    }

    /**
     * The host may, without notice.
     *
     * @param ground on what ground
     * @return the clause
     */
    public static Suspension byHost(SuspensionGround ground) {
      return new Suspension(Side.HOST, ground, 0, List.of());
    }

    /**
     * The same clause with a notice.
     *
     * @param days days of notice
     * @return the clause
     */
    public Suspension notice(int days) {
      return new Suspension(by, ground, days, coupledTo);
    }

    /**
     * The same clause, coupled to others.
     *
     * @param others crossings or regimes that close together with it
     * @return the clause
     */
    public Suspension coupledTo(String... others) {
      return new Suspension(by, ground, noticeDays, List.of(others));
    }
  }

  /** Whether a regime hangs on what the other side does. */
  public enum Reciprocity {
    /** Nothing is said of it. */
    UNSTATED,
    /** It does not. */
    NONE,
    /** Both sides grant the same at the same time. */
    SIMULTANEOUS,
    /** One side grants it if the other does something. */
    CONDITIONAL
  }

  /** What comes of a regime in fact. */
  public enum PracticeState {
    /** It is practised as it is written. */
    AS_WRITTEN,
    /** It is practised at somebody's pleasure. */
    DISCRETIONARY,
    /** The class does not pass. */
    SUSPENDED,
    /** Nothing is built that one could pass. */
    NOT_BUILT
  }

  /**
   * What comes of a regime in fact.
   *
   * @param state whether it is practised
   * @param controls whom one meets in fact, where that differs; empty is as written
   * @param why one sentence, or empty
   */
  public record Practice(PracticeState state, List<Control> controls, String why) {
    /** It is practised as it is written. */
    public static final Practice AS_WRITTEN = new Practice(PracticeState.AS_WRITTEN, List.of(), "");

    // Copies.
    public Practice {
      controls = List.copyOf(controls);
    }

    /**
     * A practice with the controls as written.
     *
     * @param state whether it is practised
     * @param why one sentence
     * @return the practice
     */
    public static Practice of(PracticeState state, String why) {
      return new Practice(state, List.of(), why);
    }
  }

  /**
   * Puts regimes together. What is not set stays unstated; by default it is practised as written.
   * Not for sharing between threads.
   */
  public static final class Builder {
    private final String id;
    private String title;
    private Right right = Right.UNSTATED;
    private Sovereignty sovereignty = Sovereignty.UNSTATED;
    private final List<Control> controls = new ArrayList<>();
    private PersonFormality persons = PersonFormality.UNSTATED;
    private GoodsFormality goods = GoodsFormality.UNSTATED;
    private InspectionGround inspection = InspectionGround.UNSTATED;
    private final EnumSet<Conduct> conduct = EnumSet.noneOf(Conduct.class);
    private Optional<Duration> longest = Optional.empty();
    private final EnumSet<Ration> rations = EnumSet.noneOf(Ration.class);
    private Opening opening = Opening.UNSTATED;
    private String hours = "";
    private Charge charge = Charge.UNSTATED;
    private Suspension suspension = Suspension.UNSTATED;
    private Reciprocity reciprocity = Reciprocity.UNSTATED;
    private boolean suspendedInLaw;
    private Practice practice = Practice.AS_WRITTEN;
    private final List<String> unknown = new ArrayList<>();

    private Builder(String id) {
      this.id = id;
      this.title = id;
    }

    /**
     * What it is called; the id unless told otherwise.
     *
     * @param text the title
     * @return this builder
     */
    public Builder title(String text) {
      title = text;
      return this;
    }

    /**
     * By what right one passes.
     *
     * @param value the right
     * @return this builder
     */
    public Builder right(Right value) {
      right = value;
      return this;
    }

    /**
     * Whose the ground is.
     *
     * @param value whose
     * @return this builder
     */
    public Builder sovereignty(Sovereignty value) {
      sovereignty = value;
      return this;
    }

    /**
     * A control; several calls add.
     *
     * @param value the control
     * @return this builder
     */
    public Builder addControl(Control value) {
      controls.add(value);
      return this;
    }

    /**
     * Controls in the place of those given so far.
     *
     * @param values the controls
     * @return this builder
     */
    public Builder withControls(Collection<Control> values) {
      controls.clear();
      controls.addAll(values);
      return this;
    }

    /**
     * What a person shows.
     *
     * @param value the formality
     * @return this builder
     */
    public Builder persons(PersonFormality value) {
      persons = value;
      return this;
    }

    /**
     * What a load goes through.
     *
     * @param value the formality
     * @return this builder
     */
    public Builder goods(GoodsFormality value) {
      goods = value;
      return this;
    }

    /**
     * On what ground a load or a person may be searched.
     *
     * @param value the ground
     * @return this builder
     */
    public Builder inspection(InspectionGround value) {
      inspection = value;
      return this;
    }

    /**
     * How one has to travel; several calls add.
     *
     * @param values the ways
     * @return this builder
     */
    public Builder addConduct(Conduct... values) {
      conduct.addAll(List.of(values));
      return this;
    }

    /**
     * How long one may take.
     *
     * @param value above zero
     * @return this builder
     */
    public Builder longest(Duration value) {
      longest = Optional.of(value);
      return this;
    }

    /**
     * What limits who or how much passes; several calls add.
     *
     * @param values the limits
     * @return this builder
     */
    public Builder addRations(Ration... values) {
      rations.addAll(List.of(values));
      return this;
    }

    /**
     * The limits in the place of those given so far.
     *
     * @param values the limits
     * @return this builder
     */
    public Builder withRations(Collection<Ration> values) {
      rations.clear();
      rations.addAll(values);
      return this;
    }

    /**
     * When it is open, the hours not being known or needed.
     *
     * @param value when
     * @return this builder
     */
    public Builder opening(Opening value) {
      return opening(value, "");
    }

    /**
     * When it is open.
     *
     * @param value when
     * @param localHours such as {@code 06:00-18:00}, or empty
     * @return this builder
     */
    public Builder opening(Opening value, String localHours) {
      opening = value;
      hours = localHours;
      return this;
    }

    /**
     * What is paid and by whom.
     *
     * @param basis what it is measured by
     * @param payer who pays
     * @return this builder
     */
    public Builder charge(ChargeBasis basis, Payer payer) {
      charge = new Charge(basis, payer);
      return this;
    }

    /**
     * Who may suspend it.
     *
     * @param value the clause
     * @return this builder
     */
    public Builder suspension(Suspension value) {
      suspension = value;
      return this;
    }

    /**
     * Whether it hangs on what the other side does.
     *
     * @param value whether
     * @return this builder
     */
    public Builder reciprocity(Reciprocity value) {
      reciprocity = value;
      return this;
    }

    /**
     * Whether an act bars the class now.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder suspendedInLaw(boolean value) {
      suspendedInLaw = value;
      return this;
    }

    /**
     * What comes of it in fact.
     *
     * @param value the practice
     * @return this builder
     */
    public Builder practice(Practice value) {
      practice = value;
      return this;
    }

    /**
     * Something that nobody can say and that would matter; several calls add.
     *
     * @param sentence one sentence
     * @return this builder
     */
    public Builder addUnknown(String sentence) {
      unknown.add(sentence);
      return this;
    }

    /**
     * Makes the regime.
     *
     * @return the regime
     * @throws IllegalArgumentException naming every fault at once
     */
    public Regime build() {
      return new Regime(
          id,
          title,
          right,
          sovereignty,
          controls,
          persons,
          goods,
          inspection,
          conduct,
          longest,
          rations,
          opening,
          hours,
          charge,
          suspension,
          reciprocity,
          suspendedInLaw,
          practice,
          unknown);
    }
  }
}
