package org.araxes.leverage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.answer.Suggestions;
import org.araxes.graph.KeyDiagram;
import org.araxes.graph.KeyQuotient;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * On whom the connection between two sets of nodes hangs.
 *
 * <p><b>Definition.</b> A coalition C <em>blocks</em> when no open way leads from a source to a
 * target without the elements that C can shut. A coalition D <em>consents</em> when a way stays
 * open though everyone outside D blocks. Both are monotone; the minimal ones of each kind are
 * exactly the minimal transversals of the other. What a party can shut is told by the control rule
 * of each element, on the {@linkplain Basis basis} chosen. What is barred on the day is absent.
 *
 * <p><b>Borderline cases.</b> Where source and target share a node, nobody can block: the only
 * minimal consent coalition is the empty one, and there is no blocking one. Where no way is open
 * even with everybody's consent, the empty coalition blocks and there is no consent coalition;
 * nobody has a veto, since nothing is left to sever, and {@link #connection} says what bars. An
 * element whose rule nothing satisfies is never open. Parties that no rule names block nothing.
 *
 * <p><b>Answer.</b> Exact; coalitions in order of size, then of ids; the same on every run. {@link
 * #cut}, {@link #route} and {@link LeverageCheck} certify it. When the budget ends first, the
 * coalitions given are right and {@link #completeness} is truncated.
 *
 * <p><b>Method and cost.</b> The network shrinks in O(n + m) to what consent decides; a decision
 * diagram over the parties then holds every coalition, however many there are, and its size depends
 * on how the parties' areas lie, not on the network: some hundred nodes for 30 parties on a map,
 * some ten thousand for 100, some million for 200. Where no diagram is small enough, the coalitions
 * are searched for one by one, as many as the budget allows. Immutable and safe to share between
 * threads.
 *
 * <p><b>Left out.</b> Parties' wish to use their power, and coalitions that could not come about.
 */
public final class Leverage {
  /**
   * Enough for some tens of thousands of coalitions, and for some seconds of work; a step is a
   * state of the decision diagram, a coalition written down, 256 vertices and arcs of a search, or
   * 64 coalitions held against a partial one.
   */
  public static final Budget DEFAULT_BUDGET = Budget.ofSteps(20_000_000);

  /** How many coalitions of each kind are listed unless told otherwise. */
  public static final int MOST_LISTED = 20_000;

  /** States of a diagram before reduction: 8 bytes each. */
  private static final long MOST_STATES = 100_000_000;

  /** Pairs of nodes compared to find the minimal sets of a diagram: 24 bytes each. */
  private static final int MOST_PAIRS = 5_000_000;

  /** Where a diagram holds too many minimal sets to find them all, so much is done to find some. */
  private static final long SOME_STEPS = 500_000;

  /** Steps of some nanoseconds for exact indices. */
  private static final double MOST_EFFORT = 5e9;

  /** Nodes of sets that are counted by size for each party. */
  private static final int MOST_SET_NODES = 300_000;

  private static final Comparator<BitSet> BY_SIZE_AND_MEMBERS =
      Comparator.comparingInt(BitSet::cardinality).thenComparing(Leverage::byMembers);

  private final Builder question;
  private final OpenWays ways;
  private final Connection connection;
  private final Optional<ConsentGame> game;
  private final Optional<KeyDiagram> diagram;
  private final Optional<MinimalSets> consentSets;

  /** All minimal consent sets, where they were searched for one by one and all were found. */
  private final Optional<List<BitSet>> searched;

  private final List<Coalition> blocking;
  private final List<Coalition> consent;
  private final Completeness completeness;

  private Leverage(Builder question) {
    this.question = question;
    Topology topology = question.view.topology();
    int[] sources = topology.verticesOf(question.from);
    int[] targets = topology.verticesOf(question.to);
    ways = new OpenWays(topology, sources, targets, question.basis);
    boolean endsMeet = !Collections.disjoint(question.from, question.to);
    game =
        endsMeet
            ? Optional.empty()
            : Optional.of(ConsentGame.on(topology, sources, targets, question.basis));
    connection = BarredWays.connection(game, topology, sources, targets, question.basis);
    Budget.Meter meter = question.budget.start();
    diagram = game.flatMap(ConsentGame::quotient).flatMap(small -> diagram(small, meter));
    consentSets = sets(false, meter);
    CoalitionSearch.Families families = families(meter);
    searched =
        diagram.isEmpty() && families.completeness() == Completeness.COMPLETE
            ? Optional.of(families.consent())
            : Optional.empty();
    int most = game.isEmpty() ? 1 : question.most;
    blocking = named(smallest(families.blocking(), most));
    consent = named(smallest(families.consent(), most));
    completeness =
        Math.max(families.blocking().size(), families.consent().size()) > most
            ? Completeness.TRUNCATED
            : families.completeness();
  }

  private Optional<KeyDiagram> diagram(KeyQuotient small, Budget.Meter meter) {
    return KeyDiagram.of(
        small,
        Math.min(MOST_STATES, question.budget.steps()),
        () -> {
          question.progress.report("Diagram", 0, 0);
          return !meter.spent();
        });
  }

  /** The minimal sets of the diagram, unless none are wanted or they take too much room. */
  private Optional<MinimalSets> sets(boolean blocking, Budget.Meter meter) {
    return diagram
        .filter(all -> question.most > 0)
        .map(all -> new MinimalSets(all, blocking, MOST_PAIRS, meter, question.progress))
        .filter(MinimalSets::isComplete);
  }

  private CoalitionSearch.Families families(Budget.Meter meter) {
    if (game.isEmpty()) {
      return new CoalitionSearch.Families(List.of(), List.of(new BitSet()), Completeness.COMPLETE);
    }
    if (question.most == 0) {
      return new CoalitionSearch.Families(List.of(), List.of(), Completeness.TRUNCATED);
    }
    Optional<MinimalSets> shut = sets(true, meter);
    if (consentSets.isPresent() && shut.isPresent()) {
      return listed(consentSets.get(), shut.get(), meter);
    }
    ConsentGame asked = game.get();
    Budget some = new Budget(question.budget.time(), SOME_STEPS, question.budget.cancelled());
    Budget.Meter effort = diagram.isPresent() && !meter.spent() ? some.start() : meter;
    return new CoalitionSearch(
            asked.players().size(), asked.oracle(), asked.weight(), effort, question.progress)
        .run();
  }

  private static List<BitSet> smallest(List<BitSet> found, int most) {
    return found.stream().sorted(BY_SIZE_AND_MEMBERS).limit(most).toList();
  }

  private CoalitionSearch.Families listed(MinimalSets open, MinimalSets shut, Budget.Meter meter) {
    List<BitSet> consenting = open.smallest(question.most);
    List<BitSet> severing = new ArrayList<>();
    int[] vetoes = diagram.orElseThrow().mandatory().stream().limit(question.most).toArray();
    for (int veto : vetoes) {
      BitSet alone = new BitSet();
      alone.set(veto);
      severing.add(alone);
    }
    severing.addAll(shut.smallest(question.most - severing.size()));
    BigInteger blockingCount =
        shut.count().add(BigInteger.valueOf(diagram.orElseThrow().mandatory().cardinality()));
    boolean all =
        !meter.spent()
            && open.count().equals(BigInteger.valueOf(consenting.size()))
            && blockingCount.equals(BigInteger.valueOf(severing.size()));
    return new CoalitionSearch.Families(
        severing, consenting, all ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  private List<String> players() {
    return game.map(ConsentGame::players).orElse(List.of());
  }

  /** Players are in order of id, so sets in order of their members give coalitions in order. */
  private List<Coalition> named(List<BitSet> sets) {
    return sets.stream()
        .sorted(BY_SIZE_AND_MEMBERS)
        .map(set -> Coalition.of(set.stream().mapToObj(players()::get).toList()))
        .toList();
  }

  private static int byMembers(BitSet one, BitSet other) {
    int mine = one.nextSetBit(0);
    int theirs = other.nextSetBit(0);
    while (mine == theirs && mine >= 0) {
      mine = one.nextSetBit(mine + 1);
      theirs = other.nextSetBit(theirs + 1);
    }
    return Integer.compare(mine, theirs);
  }

  /**
   * Asks what parties can do in fact, within the default budget.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return the answer
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Leverage of(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return between(view, from, to).ask();
  }

  /**
   * Asks what parties can or may do, within the default budget.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @param basis what counts as power
   * @return the answer
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Leverage of(
      NetworkView view, SortedSet<String> from, SortedSet<String> to, Basis basis) {
    return between(view, from, to).basis(basis).ask();
  }

  /**
   * Starts a question with choices.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return a builder
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Builder between(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return new Builder(
        view, view.network().ends(from, "source"), view.network().ends(to, "target"));
  }

  /**
   * On which basis this was asked.
   *
   * @return what counts as power
   */
  public Basis basis() {
    return question.basis;
  }

  /**
   * The same question on another basis.
   *
   * @param other what counts as power
   * @return the answer
   */
  public Leverage on(Basis other) {
    return other == question.basis ? this : question.copy().basis(other).ask();
  }

  /**
   * Whether there is anything to sever, and why not.
   *
   * @return the state with reasons
   */
  public Connection connection() {
    return connection;
  }

  /**
   * The parties named by the rule of some open element on a way towards the target, and those asked
   * for. All others have no power over this connection.
   *
   * @return ids in order
   */
  public SortedSet<String> parties() {
    TreeSet<String> all = new TreeSet<>(question.amongst);
    game.ifPresent(asked -> all.addAll(asked.named()));
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * The parties that can block alone. Exact whatever the budget.
   *
   * @return ids in order; none where there is nothing to sever, see {@link #connection}
   */
  public SortedSet<String> vetoParties() {
    TreeSet<String> vetoes = new TreeSet<>();
    game.ifPresent(
        asked -> asked.vetoPlayers().stream().mapToObj(players()::get).forEach(vetoes::add));
    return Collections.unmodifiableSortedSet(vetoes);
  }

  /**
   * The coalitions that block, and no part of them does.
   *
   * @return in order of size, then ids; the empty coalition alone where there is nothing to sever
   */
  public List<Coalition> minimalBlockingCoalitions() {
    return blocking;
  }

  /**
   * The coalitions whose consent keeps a way open though all others block, and that of no part
   * does.
   *
   * @return in order of size, then ids; the empty coalition alone where nobody can block
   */
  public List<Coalition> minimalConsentCoalitions() {
    return consent;
  }

  /**
   * Whether both lists of coalitions are complete.
   *
   * @return truncated when the budget ended first
   */
  public Completeness completeness() {
    return completeness;
  }

  /**
   * Whether a coalition blocks.
   *
   * @param coalition any parties
   * @return true if no way is open without what they can shut
   */
  public boolean blocks(Coalition coalition) {
    if (game.isEmpty()) {
      return false;
    }
    BitSet consenting = new BitSet();
    for (int player = 0; player < players().size(); player++) {
      consenting.set(player, !coalition.contains(players().get(player)));
    }
    return !game.get().oracle().test(consenting);
  }

  /**
   * Whether each minimal blocking coalition may do in law what it can do in fact.
   *
   * <p><b>Cost.</b> That of making the game on the lawful basis, and a search a coalition.
   *
   * @return in order of {@link #minimalBlockingCoalitions}
   */
  public List<Legality> legality() {
    Leverage lawful = on(Basis.LAWFUL);
    Breaches breaches = new Breaches(question.view);
    return blocking.stream()
        .map(
            coalition -> {
              boolean may = lawful.blocks(coalition);
              return new Legality(
                  coalition,
                  may,
                  may ? List.of() : breaches.of(coalition, cut(coalition).orElse(List.of())));
            })
        .toList();
  }

  /**
   * Where a coalition cuts the connection: elements that it can shut and without which there is no
   * open way; of all such cuts the one at which the movement comes to a stop.
   *
   * @param coalition any parties
   * @return ids of elements in order, none where there was no way to begin with; empty when the
   *     coalition does not block
   */
  public Optional<List<String>> cut(Coalition coalition) {
    if (!blocks(coalition)) {
      return Optional.empty();
    }
    return Optional.of(ways.cut(coalition));
  }

  /**
   * The fastest way that stays open when everyone outside a coalition blocks.
   *
   * @param coalition any parties
   * @return the way, of no steps where the movement is there already; empty when their consent is
   *     not enough
   */
  public Optional<Route> route(Coalition coalition) {
    return ways.route(coalition);
  }

  /**
   * The coalition that blocks at least cost: a minimum cut of parties.
   *
   * <p><b>Cost.</b> One pass over the decision diagram; without one, branch and bound within the
   * budget, from a least cut of the small network on.
   *
   * @param cost what each party costs, by id: 0 or more, infinite for one that is not to be had
   * @return the coalition with its cut
   * @throws IllegalArgumentException if a cost is negative or not a number
   */
  public CheapestCoalition cheapestBlocking(ToDoubleFunction<String> cost) {
    return cheapest(cost, true);
  }

  /**
   * The coalition whose consent keeps a way open at least cost: a shortest route counted in
   * parties, each once.
   *
   * <p><b>Cost.</b> As for {@link #cheapestBlocking}.
   *
   * @param cost what each party costs, by id: 0 or more, infinite for one that is not to be had
   * @return the coalition with the fastest way that it keeps open
   * @throws IllegalArgumentException if a cost is negative or not a number
   */
  public CheapestCoalition cheapestConsent(ToDoubleFunction<String> cost) {
    return cheapest(cost, false);
  }

  private CheapestCoalition cheapest(ToDoubleFunction<String> cost, boolean blocking) {
    double[] costs = new double[players().size()];
    for (int player = 0; player < costs.length; player++) {
      costs[player] = cost.applyAsDouble(players().get(player));
      if (!(costs[player] >= 0)) {
        throw new IllegalArgumentException(
            "The cost of "
                + players().get(player)
                + " is "
                + costs[player]
                + ", but costs are 0 or more. Maybe a party that cannot be had costs infinitely"
                + " much?");
      }
    }
    CheapestSearch.Found found =
        CheapestSearch.of(game, diagram, costs, blocking, question.budget.start());
    Optional<Coalition> coalition =
        found.set().map(set -> Coalition.of(set.stream().mapToObj(players()::get).toList()));
    return new CheapestCoalition(
        coalition,
        found.cost(),
        found.bound(),
        found.bound() == found.cost() ? Completeness.COMPLETE : Completeness.TRUNCATED,
        blocking ? coalition.flatMap(this::cut).orElse(List.of()) : List.of(),
        blocking ? Optional.empty() : coalition.flatMap(this::route));
  }

  /**
   * What it costs the movement when one party blocks.
   *
   * <p><b>Cost.</b> Four shortest paths.
   *
   * @param party its id
   * @return seconds and US dollars more, infinite for a veto
   * @throws IllegalArgumentException if there is no such party
   */
  public HoldUp holdUpValue(String party) {
    checkParty(question.view, party);
    return ways.holdUp(party);
  }

  /**
   * What the movement gains when one party lets pass what is barred now by its power alone: a
   * refusal, a closure.
   *
   * <p><b>Cost.</b> Four shortest paths.
   *
   * @param party its id
   * @return seconds and US dollars less, infinite where that opens the connection
   * @throws IllegalArgumentException if there is no such party
   */
  public Relief reliefValue(String party) {
    checkParty(question.view, party);
    return ways.relief(party);
  }

  /**
   * What the power of each party is worth.
   *
   * <p><b>Cost.</b> From the decision diagram O(n² · m / 60 + n³) steps for its m nodes and the n
   * parties that are in some minimal consent coalition but not in all; without one O(n · 2ⁿ / 64),
   * for n of at most 30.
   *
   * @return exact indices of {@link #parties}, however many coalitions are listed; or the reason
   *     why there are none
   */
  public Power power() {
    if (game.isEmpty()) {
      return PowerIndices.of(List.of(), List.of(), parties());
    }
    if (diagram.isPresent()) {
      return DiagramSwings.effort(diagram.get()) <= MOST_EFFORT
          ? PowerIndices.of(diagram.get(), countable(), players(), parties())
          : new Power.Unavailable(
              diagram.get().levelCount()
                  + " parties share power without a veto, in a diagram of "
                  + diagram.get().size()
                  + " nodes: too many to count exactly");
    }
    return searched
        .map(all -> PowerIndices.of(all, players(), parties()))
        .orElseGet(
            () ->
                new Power.Unavailable(
                    "The coalitions are not complete. Maybe ask again with a larger budget?"));
  }

  /**
   * What the power of each party is worth, in floating-point numbers: for so many parties that
   * {@link #power} would take too long, or where its fractions are not wanted.
   *
   * <p><b>Cost.</b> n / 2 passes over the decision diagram for n parties.
   *
   * @return the numbers with their error; empty where {@link #power} has no diagram to work on
   */
  public Optional<RoundedPower> roundedPower() {
    return diagram.map(
        all -> {
          MultilinearExtension extension = new MultilinearExtension(all);
          TreeMap<String, double[]> values = new TreeMap<>();
          for (int level = 0; level < all.levelCount(); level++) {
            values.put(
                players().get(all.key(level)),
                new double[] {extension.banzhaf(level), extension.shapley(level)});
          }
          all.mandatory().stream()
              .forEach(
                  veto ->
                      values.put(
                          players().get(veto),
                          new double[] {extension.banzhafOfVeto(), extension.shapleyOfVeto()}));
          double sum = values.values().stream().mapToDouble(one -> one[0]).sum();
          double shapley = values.values().stream().mapToDouble(one -> one[1]).sum();
          TreeMap<String, RoundedPower.Values> byParty = new TreeMap<>();
          parties().forEach(party -> byParty.put(party, RoundedPower.Values.DUMMY));
          values.forEach(
              (party, one) ->
                  byParty.put(party, new RoundedPower.Values(one[0], one[0] / sum, one[1])));
          return new RoundedPower(
              byParty, values.isEmpty() ? 0 : Math.max(Math.abs(1 - shapley), Math.ulp(1.0)));
        });
  }

  private Optional<MinimalSets> countable() {
    return consentSets.filter(sets -> sets.size() <= MOST_SET_NODES);
  }

  NetworkView view() {
    return question.view;
  }

  SortedSet<String> from() {
    return question.from;
  }

  SortedSet<String> to() {
    return question.to;
  }

  private static void checkParty(NetworkView view, String party) {
    if (view.network().findParty(party).isPresent()) {
      return;
    }
    TreeSet<String> known = new TreeSet<>();
    view.network().parties().forEach(one -> known.add(one.id()));
    view.topology().rules().forEach(rule -> rule.collectParties(known));
    if (!known.contains(party)) {
      throw new IllegalArgumentException(
          "No party \""
              + party
              + "\" among the "
              + known.size()
              + " of "
              + view.network().id()
              + "."
              + Suggestions.maybe(party, known));
    }
  }

  @Override
  public String toString() {
    return "Leverage from "
        + question.from
        + " to "
        + question.to
        + " ("
        + question.basis
        + "): blocking "
        + blocking
        + ", consent "
        + consent;
  }

  /** A question with choices. */
  public static final class Builder {
    private final NetworkView view;
    private final SortedSet<String> from;
    private final SortedSet<String> to;
    private Basis basis = Basis.FACTUAL;
    private Budget budget = DEFAULT_BUDGET;
    private Progress progress = Progress.NONE;
    private int most = MOST_LISTED;
    private SortedSet<String> amongst = new TreeSet<>();

    private Builder(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
      this.view = view;
      this.from = from;
      this.to = to;
    }

    private Builder copy() {
      Builder copy = new Builder(view, from, to);
      copy.basis = basis;
      copy.budget = budget;
      copy.progress = progress;
      copy.most = most;
      copy.amongst = amongst;
      return copy;
    }

    /**
     * What counts as power; factual unless told otherwise.
     *
     * @param value the basis
     * @return this builder
     */
    public Builder basis(Basis value) {
      basis = value;
      return this;
    }

    /**
     * How much the coalitions may cost; see {@link Leverage#DEFAULT_BUDGET} for what a step is.
     * With nothing, or once cancelled, vetoes are exact all the same, and what each later question
     * of the answer finds without coalitions is; the rest is truncated.
     *
     * @param value the budget
     * @return this builder
     */
    public Builder within(Budget value) {
      budget = value;
      return this;
    }

    /**
     * Who hears of progress. What the listener throws ends the question.
     *
     * @param value the listener
     * @return this builder
     */
    public Builder telling(Progress value) {
      progress = value;
      return this;
    }

    /**
     * How many coalitions of each kind to list, small ones first; {@link #MOST_LISTED} unless told
     * otherwise. Power and the cheapest coalitions do not depend on it; but with 0 no coalitions
     * are looked for, and the indices of Deegan and Packel and of Holler are empty where a diagram
     * was needed.
     *
     * @param coalitions 0 or more
     * @return this builder
     * @throws IllegalArgumentException if the number is negative
     */
    public Builder atMost(int coalitions) {
      if (coalitions < 0) {
        throw new IllegalArgumentException("One lists 0 coalitions or more, not " + coalitions);
      }
      most = coalitions;
      return this;
    }

    /**
     * Parties that the answer is to list even when nothing hangs on them.
     *
     * @param parties ids
     * @return this builder
     * @throws IllegalArgumentException if there is no such party
     */
    public Builder amongst(Collection<String> parties) {
      parties.forEach(party -> checkParty(view, party));
      amongst = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
      return this;
    }

    /**
     * Finds the answer.
     *
     * @return the answer
     */
    public Leverage ask() {
      return new Leverage(copy());
    }
  }
}
