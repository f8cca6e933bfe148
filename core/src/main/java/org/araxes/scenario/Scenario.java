package org.araxes.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.border.Regime;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.TransitNetwork;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;

/**
 * A named list of changes over an untouched network.
 *
 * <p><b>Order.</b> Changes are made one after the other; where two speak of the same thing on the
 * same day, the later one holds. What a scenario says comes before what the data say, whatever
 * their dates.
 *
 * @param id its id
 * @param names what it is called
 * @param description one or two sentences, or empty
 * @param date the day to look at by default
 * @param base id of the scenario whose changes come first, or empty; {@link Scenarios} puts them
 *     together
 * @param changes what changes, in order
 * @param sources ids of sources, in the order given
 * @param note anything a reader must know, or empty
 */
public record Scenario(
    String id,
    Names names,
    String description,
    Optional<LocalDate> date,
    String base,
    List<Change> changes,
    List<String> sources,
    String note) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Copies, and rejects what is not an id. */
  public Scenario {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Not an id of letters, digits, '.', '_' and '-': \"" + id + "\"");
    }
    if (id.equals(base)) {
      throw new IllegalArgumentException("The scenario \"" + id + "\" extends itself");
    }
    changes = List.copyOf(changes);
    sources = List.copyOf(sources);
  }

  /**
   * Starts a scenario.
   *
   * @param id its id
   * @return a builder
   */
  public static Builder named(String id) {
    return new Builder(id);
  }

  /**
   * Makes the changes.
   *
   * <p><b>Cost.</b> O(c · n + b) for c changes, n elements and b, the time to check a network; for
   * changes that name their elements by id, the number of those in place of n.
   *
   * <p>What is added comes first, whatever its place. What is said of something that could not be
   * added is no fault of its own.
   *
   * @param network to what; stays as it is
   * @return another network
   * @throws InvalidScenarioException naming every fault at once: changes that mean nothing there,
   *     unknown parties, agreements and sides, and what would make the network invalid; also when
   *     this scenario extends another that was not put together
   */
  public TransitNetwork applyTo(TransitNetwork network) {
    requireBase();
    return new Application(this, Additions.to(network, this)).run();
  }

  private void requireBase() {
    if (!base.isEmpty()) {
      throw new InvalidScenarioException(
          title(),
          List.of(
              Finding.error(
                  "unresolved_base",
                  id,
                  "It extends \""
                      + base
                      + "\", whose changes are not here. Maybe take it from Scenarios.scenario(\""
                      + id
                      + "\")?")));
    }
  }

  /**
   * Whose consent the sales of stakes in this scenario need, on the first day of each in the
   * network as it is. A scenario is not stopped by a consent that is missing: it supposes what it
   * says.
   *
   * <p>A stake in a holding company changes who stands behind all companies below it, so their
   * consents are asked for as well.
   *
   * @param network the network that it would be applied to
   * @return for every change of a stake, the companies in and below which a transfer needs consent,
   *     in the order of the changes, the nearest company first; none where nobody is asked
   */
  public List<TransferConsent> transferConsents(TransitNetwork network) {
    List<TransferConsent> consents = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.OfStake stake) {
        consents.addAll(TransferConsent.of(stake, network));
      }
    }
    return List.copyOf(consents);
  }

  /** What stands behind all that this scenario says. */
  Evidence evidence() {
    return new Evidence(sources, Confidence.LOW, Basis.FACT, "Scenario " + id);
  }

  String title() {
    return "The scenario \"" + id + "\"";
  }

  /**
   * This scenario's changes and then another's. Where both speak of the same thing, what the other
   * says holds; {@link #conflicts} tells where that is.
   *
   * @param other what comes after
   * @return a scenario with the id {@code this-then-other}, on the other's day where it has one
   * @throws IllegalArgumentException when the other extends a scenario
   */
  public Scenario then(Scenario other) {
    if (!other.base.isEmpty()) {
      throw new IllegalArgumentException(
          other.title()
              + " extends \""
              + other.base
              + "\". Maybe take it from Scenarios, which puts them together?");
    }
    List<Change> both = new ArrayList<>(changes);
    both.addAll(other.changes);
    Set<String> behind = new LinkedHashSet<>(sources);
    behind.addAll(other.sources);
    TreeMap<String, String> titles = new TreeMap<>();
    names
        .byTag()
        .forEach((tag, text) -> titles.put(tag, text + "; " + other.names.in(tag, other.id)));
    return new Scenario(
        id + "-then-" + other.id,
        new Names(titles),
        joined(description, other.description),
        other.date.or(() -> date),
        base,
        both,
        List.copyOf(behind),
        joined(note, other.note));
  }

  /**
   * Where this scenario and one that comes after it do not say the same of the same thing, so that
   * the order of the two decides.
   *
   * <p><b>Definition.</b> A change of this scenario and one of the other are in conflict when, on a
   * common day and for a common class, mode, direction and flag, they
   *
   * <ul>
   *   <li>give one thing two values: a status, opened or closed, a wait, a fee, hours, a speed, a
   *       cost, a capacity, a gauge, a probability, the status of an agreement, a way of deciding;
   *   <li>give one role, stake, control or regime to two holders or in two amounts, unless both
   *       roles are held beside others;
   *   <li>pass on stakes of one holder, or set and pass on;
   *   <li>add one id, or the one removes what the other names.
   * </ul>
   *
   * <p>What a common cause does when it happens and what a regime consists of counts as if it were
   * said change by change. The conditions of crossing facts are left aside. Where nothing is in
   * conflict, both orders make networks with the same answers. What means nothing in the network is
   * in conflict with nothing; {@link #applyTo} tells of it.
   *
   * <p><b>Cost.</b> O((s + t) · log n + p) for s and t, the elements that the changes of the two
   * speak of among n, and p, the pairs that speak of the same.
   *
   * @param other what comes after
   * @param network what both are meant for; stays as it is
   * @return in order of the other's changes, then of this one's
   * @throws IllegalArgumentException when the other extends a scenario
   * @throws InvalidScenarioException when this one extends a scenario
   */
  public List<Conflict> conflicts(Scenario other, TransitNetwork network) {
    requireBase();
    TransitNetwork added = Additions.to(network, then(other)).network();
    return Statements.conflicts(changes, other.changes, added);
  }

  private static String joined(String one, String two) {
    return one.isEmpty() || two.isEmpty() ? one + two : one + " " + two;
  }

  /**
   * Writes scenarios. Each method adds one change, on the days last given by {@link #from}, {@link
   * #during} or at all times. Not for sharing between threads.
   */
  public static final class Builder {
    private final String id;
    private Names names;
    private String description = "";
    private Optional<LocalDate> date = Optional.empty();
    private String base = "";
    private Validity days = Validity.ALWAYS;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private String note = "";

    private Builder(String id) {
      this.id = id;
      this.names = new Names(new TreeMap<>(Map.of("en", id.isBlank() ? "?" : id)));
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
     * What it says.
     *
     * @param text one or two sentences
     * @return this builder
     */
    public Builder description(String text) {
      description = text;
      return this;
    }

    /**
     * The day to look at by default.
     *
     * @param day the day
     * @return this builder
     */
    public Builder on(LocalDate day) {
      date = Optional.of(day);
      return this;
    }

    /**
     * The scenario whose changes come first.
     *
     * @param scenario its id
     * @return this builder
     */
    public Builder extending(String scenario) {
      base = scenario;
      return this;
    }

    /**
     * A source; several calls add.
     *
     * @param source its id
     * @return this builder
     */
    public Builder source(String source) {
      sources.add(source);
      return this;
    }

    /**
     * Anything a reader must know.
     *
     * @param text the note
     * @return this builder
     */
    public Builder note(String text) {
      note = text;
      return this;
    }

    /**
     * The following changes hold from a day on.
     *
     * @param day the first day
     * @return this builder
     */
    public Builder from(LocalDate day) {
      return during(Validity.since(day));
    }

    /**
     * The following changes hold on these days.
     *
     * @param interval the days
     * @return this builder
     */
    public Builder during(Validity interval) {
      days = interval;
      return this;
    }

    /**
     * Any change, on its own days.
     *
     * @param change the change
     * @return this builder
     */
    public Builder change(Change change) {
      changes.add(change);
      return this;
    }

    /**
     * Gives elements a status.
     *
     * @param status the status
     * @param elements ids of nodes and edges
     * @return this builder
     */
    public Builder status(Status status, String... elements) {
      return change(new Change.SetStatus(these(elements), status, days));
    }

    /**
     * Opens crossings and edges for all.
     *
     * @param elements their ids
     * @return this builder
     */
    public Builder open(String... elements) {
      return change(
          new Change.Open(
              these(elements), Set.of(), Set.of(), "", "", new TreeSet<>(), "", "", days));
    }

    /**
     * Closes crossings and edges for all.
     *
     * @param elements their ids
     * @return this builder
     */
    public Builder close(String... elements) {
      return change(
          new Change.Close(
              these(elements), Set.of(), Set.of(), "", "", new TreeSet<>(), "", "", days));
    }

    /**
     * A party withholds its consent everywhere.
     *
     * @param party its id
     * @return this builder
     */
    public Builder refuse(String party) {
      return change(new Change.Refuse(party, Selector.ALL, days));
    }

    /**
     * A party withholds its consent on some elements.
     *
     * @param party its id
     * @param where which elements
     * @return this builder
     */
    public Builder refuse(String party, Selector where) {
      return change(new Change.Refuse(party, where, days));
    }

    /**
     * An agreement ends.
     *
     * @param agreement its id
     * @return this builder
     */
    public Builder lapse(String agreement) {
      return change(new Change.Lapse(agreement, days));
    }

    /**
     * An agreement is in force.
     *
     * @param agreement its id
     * @return this builder
     */
    public Builder enter(String agreement) {
      return change(new Change.Enter(agreement, days));
    }

    /**
     * An agreement is suspended.
     *
     * @param agreement its id
     * @return this builder
     */
    public Builder suspend(String agreement) {
      return change(new Change.Suspend(agreement, days));
    }

    /**
     * A common cause happens.
     *
     * @param cause its id
     * @return this builder
     */
    public Builder happen(String cause) {
      return change(new Change.Happen(cause, days));
    }

    /**
     * Sets how likely something holds.
     *
     * @param subject id of a node, edge, party, agreement or common cause
     * @param probability how likely; for a cause, that it does not happen
     * @return this builder
     */
    public Builder probability(String subject, Probability probability) {
      return change(new Change.SetProbability(subject, probability, days));
    }

    /**
     * Gives somebody a role in the place of its present holders.
     *
     * @param role which role
     * @param holder id of the party
     * @param elements ids of nodes and edges
     * @return this builder
     */
    public Builder role(RoleKind role, String holder, String... elements) {
      return change(
          new Change.SetRole(these(elements), role, holder, "", Matter.ORDINARY, true, days));
    }

    /**
     * Gives a holder exactly this share of a party.
     *
     * @param holder id of the holder
     * @param held id of the party in which the share is held
     * @param share the share
     * @return this builder
     */
    public Builder stake(String holder, String held, Share share) {
      return change(new Change.SetStake(holder, held, share, days));
    }

    /**
     * A holder passes all shares that it has of a party on to another.
     *
     * @param from id of the holder that gives
     * @param to id of the holder that gets
     * @param held id of the party in which the shares are held
     * @return this builder
     */
    public Builder transfer(String from, String to, String held) {
      return change(
          new Change.TransferStake(from, to, held, StakeKind.SHARES, Optional.empty(), days));
    }

    /**
     * A holder passes some of the shares that it has of a party on to another.
     *
     * @param from id of the holder that gives
     * @param to id of the holder that gets
     * @param held id of the party in which the shares are held
     * @param share how much of the whole party
     * @return this builder
     */
    public Builder transfer(String from, String to, String held, Share share) {
      return change(
          new Change.TransferStake(from, to, held, StakeKind.SHARES, Optional.of(share), days));
    }

    /**
     * Takes edges away: for good, or on some days.
     *
     * @param elements ids of edges, and of nodes that lose every edge
     * @return this builder
     */
    public Builder remove(String... elements) {
      return change(new Change.Remove(these(elements), days));
    }

    /**
     * Sets the cost of carriage on edges.
     *
     * @param usdPerKm US dollars for a tonne, or for a person, over a kilometre
     * @param edges their ids
     * @return this builder
     */
    public Builder cost(double usdPerKm, String... edges) {
      return change(new Change.SetCost(these(edges), usdPerKm, days));
    }

    /**
     * Sets what fits through edges and crossings.
     *
     * @param capacity the capacity; vehicles a day for crossings
     * @param elements their ids
     * @return this builder
     */
    public Builder capacity(Throughput capacity, String... elements) {
      return change(new Change.SetCapacity(these(elements), capacity, days));
    }

    /**
     * Sets the gauge of railways.
     *
     * @param millimetres the gauge
     * @param edges their ids
     * @return this builder
     */
    public Builder gauge(int millimetres, String... edges) {
      return change(new Change.SetGauge(these(edges), new TreeSet<>(Set.of(millimetres)), days));
    }

    /**
     * Lays a regime on crossings, for every class and mode; the state of the other side passes.
     *
     * @param regime the regime, for instance {@code Regimes.tinBigha1992()}
     * @param host the jurisdiction whose post it is
     * @param elements ids of crossings, or of edges that end at crossings
     * @return this builder
     */
    public Builder regime(Regime regime, String host, String... elements) {
      return change(
          new Change.SetRegime(these(elements), regime, host, "", "", Set.of(), Set.of(), days));
    }

    /**
     * Sets the wait at crossings in both directions.
     *
     * @param waiting mean time of clearing both posts
     * @param crossings their ids
     * @return this builder
     */
    public Builder delay(Duration waiting, String... crossings) {
      return change(
          new Change.SetDelay(
              these(crossings), "", "", Set.of(), Optional.of(waiting), Optional.empty(), days));
    }

    /**
     * Sets the speed that is reached on edges.
     *
     * @param kilometresPerHour the speed
     * @param edges their ids
     * @return this builder
     */
    public Builder speed(double kilometresPerHour, String... edges) {
      return change(new Change.SetSpeed(these(edges), kilometresPerHour, days));
    }

    /**
     * Makes the scenario.
     *
     * @return the scenario
     */
    public Scenario build() {
      return new Scenario(id, names, description, date, base, changes, sources, note);
    }

    private static Selector these(String... elements) {
      return Selector.of(List.of(elements));
    }
  }
}
