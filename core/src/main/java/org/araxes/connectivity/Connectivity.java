package org.araxes.connectivity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.answer.Suggestions;
import org.araxes.border.Jurisdictions;
import org.araxes.graph.MandatoryLabels;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitNetwork;

/**
 * What joins two sets of nodes, and what parts them.
 *
 * <p><b>Definition.</b> Over what is open for the movement on the day. A <em>cut</em> is a set of
 * elements without which there is no way from a source to a target; a minimal one has no cut as a
 * proper subset. An element is <em>mandatory</em> if it is a cut alone. Ways are disjoint when they
 * share no element of a kind.
 *
 * <p><b>Borderline cases.</b> Where source and target share a node nothing parts them: there is no
 * cut and nothing mandatory. Where there is no way at all the only minimal cut is the empty one.
 *
 * <p><b>Answer.</b> Exact; in a stated order, the same on every run. When a budget ends first, what
 * is given is right and the answer says that it is truncated.
 *
 * <p><b>Cost.</b> Made in O(n + m). Safe to share between threads.
 *
 * <p><b>Left out.</b> How much passes, how likely, and whether anybody wants to cut.
 */
public final class Connectivity {
  /** Enough for some thousands of cuts of a regional network; a step is a search. */
  public static final Budget DEFAULT_BUDGET = Budget.ofSteps(2_000_000);

  /** What cutting or opening one element may cost at most. */
  public static final long MOST_COST = 1_000_000_000_000L;

  private final NetworkView view;
  private final Between between;
  private final Progress progress;

  private Connectivity(NetworkView view, Between between, Progress progress) {
    this.view = view;
    this.between = between;
    this.progress = progress;
  }

  /**
   * Asks about two sets of nodes.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return the question
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Connectivity between(
      NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return new Connectivity(view, new Between(view, from, to), Progress.NONE);
  }

  /**
   * Tells of progress.
   *
   * @param listener hears, every some dozen steps of whatever takes a budget, how many were taken
   * @return another question
   */
  public Connectivity telling(Progress listener) {
    return new Connectivity(view, between, listener);
  }

  /**
   * The network as the movement sees it.
   *
   * @return the view
   */
  public NetworkView view() {
    return view;
  }

  /**
   * Whether there is a way.
   *
   * @return true if so, also where source and target share a node
   */
  public boolean isConnected() {
    return between.endsMeet() || between.connects(between.shut());
  }

  /**
   * The elements that every way uses: its single points of failure. The places asked about are left
   * out.
   *
   * <p><b>Cost.</b> O(n + m), and a search for each element that might be one.
   *
   * @return in order of travel; none where there is no way or the ends meet
   */
  public List<Mandatory> mandatoryElements() {
    if (between.endsMeet()) {
      return List.of();
    }
    Elements elements = between.elements;
    return MandatoryLabels.between(
            between.graph,
            between.sources,
            between.targets,
            between.shut(),
            elements.labels(CutKind.EDGES_AND_NODES, between.ends))
        .stream()
        .map(elements::mandatory)
        .toList();
  }

  /**
   * Starts a question about cuts.
   *
   * @param kind what they may consist of
   * @return a search for all of them, each element at cost 1
   */
  public CutSearch cuts(CutKind kind) {
    return new CutSearch(kind);
  }

  /**
   * Ways that share nothing of a kind, as many as there are up to a number, by time.
   *
   * @param by what they must not share
   * @param count how many at most, 1 or more
   * @return the ways, see {@link #disjointWays(Separation, int, Weight, Collection, Budget)}
   */
  public Ways disjointWays(Separation by, int count) {
    return disjointWays(by, count, Weight.TIME, List.of(), DEFAULT_BUDGET);
  }

  /**
   * Ways that share nothing of a kind, as many as there are up to a number.
   *
   * <p><b>Definition.</b> For edges and nodes: of the largest sets of such ways, one of the least
   * total weight; its size is that of the smallest cut (Menger 1927). For states, owners, operators
   * and posts, where the greatest number is hard to find: of the largest sets of ways one that
   * meets the fewest of them, each way the lightest within what it meets; where a way meets none of
   * them there is nothing to keep apart, and it is the answer alone. The states of the places asked
   * about may be shared, and so may whatever the caller says.
   *
   * <p><b>Cost.</b> O(count · m log n) for edges and nodes where no way could change gauge along
   * one of them, else by trial; exponential in the number of labels at worst for the others.
   *
   * @param by what they must not share
   * @param count how many at most, 1 or more
   * @param weight by what one way is better than another
   * @param exempt ids of elements, states or parties that any number of ways may use
   * @param budget a step is a search
   * @return the ways; a single one without steps where the ends meet, none where there is no way
   * @throws IllegalArgumentException if the number is below 1, or an id is none of the network
   */
  public Ways disjointWays(
      Separation by, int count, Weight weight, Collection<String> exempt, Budget budget) {
    checkWays(count, exempt);
    if (between.endsMeet()) {
      return between.startAtOnce();
    }
    Work work = new Work(budget, progress, "ways apart");
    return by == Separation.EDGES || by == Separation.NODES
        ? new ElementWays(between, by, count, weight, exempt).apart(work)
        : new LabelledWays(between, by, weight, exempt).apart(count, work);
  }

  private void checkWays(int count, Collection<String> exempt) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one way is asked for, but not " + count);
    }
    for (String id : exempt) {
      TransitNetwork network = view.network();
      if (network.findNode(id).isEmpty()
          && network.findEdge(id).isEmpty()
          && network.findParty(id).isEmpty()) {
        TreeSet<String> known = new TreeSet<>();
        network.nodes().forEach(node -> node.jurisdictions().forEach(known::add));
        known.addAll(known.stream().map(Jurisdictions::stateOf).toList());
        if (!known.contains(id)) {
          network.parties().forEach(party -> known.add(party.id()));
          network.edges().forEach(edge -> known.add(edge.id()));
          network.nodes().forEach(node -> known.add(node.id()));
          throw new IllegalArgumentException(
              "No edge, node, state or party \"" + id + "\"." + Suggestions.maybe(id, known));
        }
      }
    }
  }

  /**
   * A number of ways that share as few edges as can be.
   *
   * @param count how many, 1 or more
   * @param weight by what one way is better than another
   * @return the ways, see {@link #leastSharedWays(Separation, int, Weight, Collection, Budget)}
   * @throws IllegalArgumentException if the number is below 1
   */
  public Ways leastSharedWays(int count, Weight weight) {
    return leastSharedWays(Separation.EDGES, count, weight, List.of(), DEFAULT_BUDGET);
  }

  /**
   * A number of ways that share as little as can be: edges, states, owners, operators or posts.
   *
   * <p><b>Definition.</b> Of the sets of that many ways, one with the least Σ (u − 1) over edges
   * used u &gt; 1 times, or over states, owners, operators or posts that u &gt; 1 of them meet. Of
   * those, for edges one of the least total weight; for the others one that meets the fewest of
   * them, each way the lightest within what it meets. The states of the places asked about may be
   * shared, and so may whatever the caller says. Where there is no better, the same way comes
   * again.
   *
   * <p><b>Cost.</b> O(count · m log n) for edges of one gauge, else by trial; exponential in the
   * number of labels at worst for the others.
   *
   * @param by what they are to share least of; not nodes
   * @param count how many, 1 or more
   * @param weight by what one way is better than another
   * @param exempt ids of edges, states, crossings or parties that any number of ways may use
   * @param budget a step is a search
   * @return the ways and what more than one of them uses; a single one without steps where the ends
   *     meet, none where there is no way; where the budget ended first they are ways all the same,
   *     but may share too much
   * @throws IllegalArgumentException if the number is below 1, an id is none of the network, or
   *     nodes are asked about
   */
  public Ways leastSharedWays(
      Separation by, int count, Weight weight, Collection<String> exempt, Budget budget) {
    checkWays(count, exempt);
    if (by == Separation.NODES) {
      throw new IllegalArgumentException(
          "Ways that share the fewest nodes are not looked for. Maybe the fewest edges?");
    }
    if (between.endsMeet()) {
      return between.startAtOnce();
    }
    Work work = new Work(budget, progress, "ways that share little");
    return by == Separation.EDGES
        ? new LeastShared(between, count, weight, exempt).find(work)
        : new LabelledWays(between, by, weight, exempt).leastShared(count, work);
  }

  /**
   * The connection seen through states alone.
   *
   * @return each connected piece of one jurisdiction as one vertex
   */
  public JurisdictionQuotient quotient() {
    return new JurisdictionQuotient(between, progress);
  }

  /**
   * The cheapest candidates whose opening leaves no single point of failure.
   *
   * <p>Candidates are elements that something bars today: planned edges, closed crossings. They are
   * taken to open in full. A scenario can bring in elements that the network does not have.
   *
   * <p><b>Cost.</b> Exponential in the number of candidates at worst; exact for some twenty at
   * once, and for more where few of them matter.
   *
   * @param costs what opening each candidate costs, 0 to {@link #MOST_COST}, by id of an edge or
   *     crossing
   * @param against what a single point of failure is: edges, nodes, crossings or any of them
   * @param budget a step is a search or a branching
   * @return the choice, or that none is enough
   * @throws IllegalArgumentException if a candidate is no edge or crossing of the movement, or its
   *     cost is out of bounds
   */
  public Reinforcement reinforcement(Map<String, Long> costs, CutKind against, Budget budget) {
    return new Openings(between, costs)
        .securing(against, new Work(budget, progress, "what to open"));
  }

  /**
   * The cheapest candidates whose opening makes a way at all.
   *
   * @param costs what opening each candidate costs, 0 to {@link #MOST_COST}, by id of an edge or
   *     crossing
   * @return the choice, see {@link #reconnection(Map, Budget)}
   * @throws IllegalArgumentException if a candidate is no edge or crossing of the movement, or its
   *     cost is out of bounds
   */
  public Reinforcement reconnection(Map<String, Long> costs) {
    return reconnection(costs, DEFAULT_BUDGET);
  }

  /**
   * The cheapest candidates whose opening makes a way at all.
   *
   * <p><b>Cost.</b> One shortest path where each candidate is one stretch; where a way could use
   * one twice and pays once, as on two gauges, exponential in the number of candidates at worst.
   *
   * @param costs what opening each candidate costs, 0 to {@link #MOST_COST}, by id of an edge or
   *     crossing
   * @param budget a step is a search or a branching
   * @return the choice, empty where there is a way already; no value where all of them are not
   *     enough or the budget ended first
   * @throws IllegalArgumentException if a candidate is no edge or crossing of the movement, or its
   *     cost is out of bounds
   */
  public Reinforcement reconnection(Map<String, Long> costs, Budget budget) {
    return new Openings(between, costs).joining(new Work(budget, progress, "what to open"));
  }

  /**
   * The elements of the movement that something bars, in whole or in part: what could be opened.
   *
   * @return ids of edges and crossings in order
   */
  public SortedSet<String> barredElements() {
    TreeSet<String> barred = new TreeSet<>();
    for (int element = 0; element < between.elements.count(); element++) {
      int[] arcs = between.elements.arcsOf(element);
      if (Arrays.stream(arcs).anyMatch(arc -> !between.topology.isOpen(arc))) {
        barred.add(between.elements.id(element));
      }
    }
    return barred;
  }

  /** A question about cuts, changed step by step; every step gives another question. */
  public final class CutSearch {
    private final CutKind kind;
    private final Map<String, Long> costs;
    private final SortedSet<String> spared;
    private final Budget budget;

    private CutSearch(CutKind kind) {
      this(kind, Map.of(), new TreeSet<>(), DEFAULT_BUDGET);
    }

    private CutSearch(
        CutKind kind, Map<String, Long> costs, SortedSet<String> spared, Budget budget) {
      this.kind = kind;
      this.costs = costs;
      this.spared = spared;
      this.budget = budget;
    }

    /**
     * Sets what cutting some elements costs; the others stay at 1.
     *
     * @param costOf cost by id of an edge or node, 1 to {@link #MOST_COST}
     * @return another question
     * @throws IllegalArgumentException if a cost is out of bounds or an id is not one of an element
     */
    public CutSearch costing(Map<String, Long> costOf) {
      costOf.forEach(
          (id, cost) -> {
            checkElement(id);
            if (cost < 1 || cost > MOST_COST) {
              throw new IllegalArgumentException(
                  "Cutting "
                      + id
                      + " costs 1 to "
                      + MOST_COST
                      + ", but was "
                      + cost
                      + ". Maybe spare it instead?");
            }
          });
      return new CutSearch(kind, new TreeMap<>(costOf), spared, budget);
    }

    /**
     * Leaves elements out of every cut.
     *
     * @param ids of edges or nodes
     * @return another question
     * @throws IllegalArgumentException if an id is not one of an element
     */
    public CutSearch sparing(Collection<String> ids) {
      ids.forEach(this::checkElement);
      TreeSet<String> all = new TreeSet<>(spared);
      all.addAll(ids);
      return new CutSearch(kind, costs, all, budget);
    }

    /**
     * Limits the work.
     *
     * @param limit a step is a search
     * @return another question
     */
    public CutSearch within(Budget limit) {
      return new CutSearch(kind, costs, spared, limit);
    }

    private void checkElement(String id) {
      if (view.network().findNode(id).isEmpty()) {
        view.network().edge(id); // tells what there is instead
      }
    }

    /**
     * The cheapest cut; of several the one with the fewest elements, of those the first by ids,
     * compared one by one in order. It is the first of {@link #lazily} and of every list.
     *
     * @return the cut; empty where nothing that may be cut parts the ends, or the budget ended
     *     first, as {@link #allCheapest} would tell
     */
    public Optional<Cut> cheapest() {
      CutIterator cuts = lazily();
      return cuts.hasNext() ? Optional.of(cuts.next()) : Optional.empty();
    }

    /**
     * Every cut of the least cost, by number of elements, then ids.
     *
     * @return the cuts
     */
    public Cuts allCheapest() {
      return list(Integer.MAX_VALUE, true);
    }

    /**
     * The first minimal cuts by cost, then number of elements, then ids. No more are looked for
     * than are asked for, however many cost the same.
     *
     * @param count how many at most, 1 or more
     * @return the cuts, truncated if there are more
     * @throws IllegalArgumentException if the number is below 1
     */
    public Cuts first(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("At least one cut is asked for, but not " + count);
      }
      return list(count, false);
    }

    /**
     * The minimal cuts by cost, then number of elements, then ids, each found when it is asked for.
     * It ends early where the budget does, and says so.
     *
     * @return an iterator for one thread; of none where the ends meet
     */
    public CutIterator lazily() {
      return between.endsMeet() ? CutFinder.none() : finder().inOrder(work());
    }

    /**
     * Every minimal cut, by cost, then number of elements, then ids.
     *
     * @return the cuts
     */
    public Cuts all() {
      return list(Integer.MAX_VALUE, false);
    }

    private Cuts list(int count, boolean cheapestOnly) {
      if (between.endsMeet()) {
        return new Cuts(
            List.of(), Completeness.COMPLETE, "Source and target share a node: nothing parts them");
      }
      return finder().list(work(), count, cheapestOnly, "There is no way to cut on " + view.date());
    }

    private CutFinder finder() {
      return new CutFinder(between, kind, costs, spared);
    }

    private Work work() {
      return new Work(budget, progress, "minimal cuts");
    }
  }
}
