package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Suggestions;
import org.araxes.control.Blocking;
import org.araxes.graph.ArcPath;
import org.araxes.graph.CheapestSet;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.LabelCuts;
import org.araxes.graph.MandatoryLabels;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.MinimalCuts;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;

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

  private static final BitSet NOTHING = new BitSet(0);

  private final NetworkView view;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final Topology topology;
  private final Elements elements;
  private final int[] sources;
  private final int[] targets;
  private final SortedSet<String> ends;

  private Connectivity(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    this.view = view;
    this.from = view.network().ends(from, "source");
    this.to = view.network().ends(to, "target");
    topology = view.topology();
    elements = new Elements(topology);
    sources = topology.verticesOf(this.from);
    targets = topology.verticesOf(this.to);
    TreeSet<String> both = new TreeSet<>(from);
    both.addAll(to);
    ends = Collections.unmodifiableSortedSet(both);
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
    return new Connectivity(view, from, to);
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
    return endsMeet() || connects(elements.shut());
  }

  private boolean endsMeet() {
    return !Collections.disjoint(from, to);
  }

  private boolean connects(BitSet shut) {
    return new Reachability(topology.graph()).connects(sources, targets, shut, NOTHING);
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
    return endsMeet() ? List.of() : mandatory(elements.shut(), CutKind.EDGES_AND_NODES);
  }

  private List<Mandatory> mandatory(BitSet shut, CutKind kind) {
    List<Mandatory> found = new ArrayList<>();
    for (int element :
        MandatoryLabels.between(
            topology.graph(), sources, targets, shut, elements.labels(kind, ends))) {
      found.add(
          new Mandatory(
              elements.id(element),
              elements.isNode(element),
              elements.jurisdictionsOf(element),
              Blocking.alone(elements.rulesOf(element))));
    }
    return List.copyOf(found);
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
   * @param exempt ids of elements, states or parties that may be shared
   * @param budget a step is a search
   * @return the ways; a single one without steps where the ends meet, none where there is no way
   * @throws IllegalArgumentException if the number is below 1
   */
  public Ways disjointWays(
      Separation by, int count, Weight weight, Collection<String> exempt, Budget budget) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one way is asked for, but not " + count);
    }
    WaySearch search = new WaySearch(topology, elements, sources, targets, ends);
    return by == Separation.EDGES || by == Separation.NODES
        ? search.apart(by, count, weight, exempt, budget.start())
        : search.labelledApart(by, count, weight, exempt, budget.start());
  }

  /**
   * A number of ways that share as few edges as can be.
   *
   * <p><b>Definition.</b> Of the sets of that many ways, one with the least Σ (u − 1) over edges
   * used u &gt; 1 times, in one gauge and direction; of those one of the least total weight.
   *
   * @param count how many, 1 or more
   * @param weight by what one way is better than another
   * @return the ways and the edges that more than one of them uses; none where there is no way
   * @throws IllegalArgumentException if the number is below 1
   */
  public Ways leastSharedWays(int count, Weight weight) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one way is asked for, but not " + count);
    }
    return new WaySearch(topology, elements, sources, targets, ends).leastShared(count, weight);
  }

  /**
   * The connection seen through states alone.
   *
   * @return each connected piece of one jurisdiction as one vertex
   */
  public JurisdictionQuotient quotient() {
    return new JurisdictionQuotient(topology, elements, sources, targets, ends);
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
   * @param costs what opening each candidate costs, 0 or more, by id of an edge or node
   * @param against what a single point of failure is: edges, nodes, crossings or any of them
   * @param budget a step is a search or a branching
   * @return the choice, or that none is enough
   * @throws IllegalArgumentException if a candidate is no element of the movement, or costs less
   *     than 0
   */
  public Reinforcement reinforcement(Map<String, Long> costs, CutKind against, Budget budget) {
    TreeMap<String, Long> candidates = new TreeMap<>(costs);
    List<String> names = List.copyOf(candidates.keySet());
    List<BitSet> opened = new ArrayList<>();
    for (String name : names) {
      opened.add(barredArcsOf(name));
    }
    BitSet all = new BitSet();
    all.set(0, names.size());
    Budget.Meter meter = budget.start();
    CheapestSet.Found found =
        CheapestSet.find(
            candidates.values().stream().mapToLong(cost -> cost).toArray(),
            chosen -> {
              BitSet shut = openedBy(opened, chosen);
              return (endsMeet() || connects(shut)) && mandatory(shut, against).isEmpty();
            },
            meter::step);
    Optional<SortedSet<String>> elementsChosen =
        found.members().map(set -> new TreeSet<>(set.stream().mapToObj(names::get).toList()));
    return new Reinforcement(
        elementsChosen,
        found.cost(),
        found.complete() && found.members().isEmpty()
            ? mandatory(openedBy(opened, all), against)
            : List.of(),
        found.complete() ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  /**
   * The cheapest candidates whose opening makes a way at all.
   *
   * <p><b>Cost.</b> One shortest path.
   *
   * @param costs what opening each candidate costs, 0 or more, by id of an edge or node
   * @return the choice, empty where there is a way already; no value where all of them are not
   *     enough
   * @throws IllegalArgumentException if a candidate is no element of the movement, or costs less
   *     than 0
   */
  public Reinforcement reconnection(Map<String, Long> costs) {
    BitSet shut = elements.shut();
    double[] prices = new double[topology.graph().arcCount()];
    new TreeMap<>(costs)
        .forEach(
            (name, cost) -> {
              BitSet arcs = barredArcsOf(name);
              shut.andNot(arcs);
              arcs.stream().forEach(arc -> prices[arc] = cost);
            });
    Optional<ArcPath> way =
        ShortestPaths.in(topology.graph(), prices).between(sources, targets, shut, NOTHING);
    TreeSet<String> opened = new TreeSet<>();
    way.ifPresent(
        path ->
            path.arcs()
                .filter(arc -> !topology.isOpen(arc))
                .forEach(arc -> opened.add(topology.element(arc))));
    return new Reinforcement(
        way.map(path -> opened),
        opened.stream().mapToLong(name -> costs.getOrDefault(name, 0L)).sum(),
        List.of(),
        Completeness.COMPLETE);
  }

  /**
   * The elements of the movement that something bars, in whole or in part: what could be opened.
   *
   * @return ids of edges and crossings in order
   */
  public SortedSet<String> barredElements() {
    TreeSet<String> barred = new TreeSet<>();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (!topology.isOpen(arc) && topology.kind(arc) != ArcKind.TRANSFER) {
        barred.add(topology.element(arc));
      }
    }
    return barred;
  }

  private BitSet openedBy(List<BitSet> opened, BitSet chosen) {
    BitSet shut = elements.shut();
    chosen.stream().forEach(candidate -> shut.andNot(opened.get(candidate)));
    return shut;
  }

  private BitSet barredArcsOf(String element) {
    BitSet arcs = new BitSet();
    boolean known = false;
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (topology.element(arc).equals(element) && topology.kind(arc) != ArcKind.TRANSFER) {
        known = true;
        arcs.set(arc, !topology.isOpen(arc));
      }
    }
    if (!known) {
      List<String> there = new ArrayList<>();
      for (int i = 0; i < elements.count(); i++) {
        there.add(elements.id(i));
      }
      throw new IllegalArgumentException(
          "No element \"" + element + "\" for this movement." + Suggestions.maybe(element, there));
    }
    return arcs;
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
     * @param costOf cost by id of an edge or node, 1 or more
     * @return another question
     * @throws IllegalArgumentException if a cost is below 1 or an id is not one of an element
     */
    public CutSearch costing(Map<String, Long> costOf) {
      costOf.forEach(
          (id, cost) -> {
            checkElement(id);
            if (cost < 1) {
              throw new IllegalArgumentException(
                  "Cutting "
                      + id
                      + " costs 1 or more, but was "
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
     * One of the cheapest cuts.
     *
     * @return the first of {@link #allCheapest}
     */
    public Optional<Cut> cheapest() {
      return allCheapest().cheapest();
    }

    /**
     * Every cut of the least cost.
     *
     * @return the cuts
     */
    public Cuts allCheapest() {
      return list(Integer.MAX_VALUE, true);
    }

    /**
     * The minimal cuts in order of cost.
     *
     * @param count how many at most, 1 or more
     * @return the cuts, truncated if there are more
     */
    public Cuts first(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("At least one cut is asked for, but not " + count);
      }
      return list(count, false);
    }

    /**
     * The minimal cuts in order of cost, each found when it is asked for; of equal cost in an order
     * that is the same on every run. It ends early where the budget does.
     *
     * @return an iterator for one thread; of none where the ends meet
     */
    public Iterator<Cut> lazily() {
      return endsMeet() ? Collections.emptyIterator() : search(budget.start()).cuts();
    }

    /**
     * Every minimal cut.
     *
     * @return the cuts
     */
    public Cuts all() {
      return list(Integer.MAX_VALUE, false);
    }

    private Cuts list(int count, boolean cheapestOnly) {
      if (endsMeet()) {
        return new Cuts(
            List.of(), Completeness.COMPLETE, "Source and target share a node: nothing parts them");
      }
      Source found = search(budget.start());
      List<Cut> cuts = new ArrayList<>();
      boolean more = false;
      long bound =
          Long.MAX_VALUE; // a cost is finished before it is cut off, so that order is by id
      while (found.cuts().hasNext()) {
        Cut cut = found.cuts().next();
        if (cut.cost() > bound
            || (cheapestOnly && !cuts.isEmpty() && cut.cost() > cuts.get(0).cost())) {
          more = !cheapestOnly;
          break;
        }
        cuts.add(cut);
        if (cuts.size() >= count) {
          bound = cut.cost();
        }
      }
      Collections.sort(cuts);
      if (cuts.size() > count) {
        more = true;
        cuts = cuts.subList(0, count);
      }
      String reason = "";
      if (cuts.isEmpty() && found.complete().getAsBoolean()) {
        reason = "Some way uses nothing that may be cut";
      } else if (!cuts.isEmpty() && cuts.get(0).elements().isEmpty()) {
        reason = "There is no way to cut on " + view.date();
      }
      return new Cuts(
          cuts,
          found.complete().getAsBoolean() && !more ? Completeness.COMPLETE : Completeness.TRUNCATED,
          reason);
    }

    private Source search(Budget.Meter meter) {
      int[][] labels = elements.labels(kind, ends);
      long[] prices = new long[elements.count()];
      for (int element = 0; element < prices.length; element++) {
        String id = elements.id(element);
        prices[element] = spared.contains(id) ? MaximumFlow.UNLIMITED : costs.getOrDefault(id, 1L);
      }
      BitSet shut = elements.shut();
      Optional<long[]> capacities = eachOnOneStretch(labels, prices, shut);
      return capacities
          .map(capacity -> byFlow(capacity, shut, meter))
          .orElseGet(() -> byLabels(labels, prices, shut, meter));
    }

    /**
     * What each arc costs to cut, where that is the same question: no arc bears two labels, and
     * each label stands on one arc and its opposite alone. Greatest flows answer it then.
     */
    private Optional<long[]> eachOnOneStretch(int[][] labels, long[] prices, BitSet shut) {
      IndexedGraph graph = topology.graph();
      int[] only = new int[prices.length];
      Arrays.fill(only, -1);
      long[] capacities = new long[graph.arcCount()];
      for (int arc = shut.nextClearBit(0);
          arc < capacities.length;
          arc = shut.nextClearBit(arc + 1)) {
        if (labels[arc].length > 1) {
          return Optional.empty();
        }
        capacities[arc] = MaximumFlow.UNLIMITED;
        if (labels[arc].length == 1) {
          int label = labels[arc][0];
          int other = only[label];
          if (other >= 0
              && (graph.tail(other) != graph.head(arc) || graph.head(other) != graph.tail(arc))) {
            return Optional.empty();
          }
          only[label] = arc;
          capacities[arc] = prices[label];
        }
      }
      return Optional.of(capacities);
    }

    private Cut cut(long cost, Collection<Integer> labels) {
      TreeSet<Integer> own = new TreeSet<>(labels);
      TreeSet<String> ids = new TreeSet<>();
      own.forEach(element -> ids.add(elements.id(element)));
      var rules = elements.rulesOf(own);
      return new Cut(
          ids,
          cost,
          ids.isEmpty() ? new TreeSet<>() : Blocking.alone(rules),
          ids.isEmpty() ? new TreeSet<>() : Blocking.together(rules));
    }

    /** Cuts in order of cost, however they are found, and whether all of them will be. */
    private record Source(Iterator<Cut> cuts, BooleanSupplier complete) {}

    private Source byFlow(long[] capacities, BitSet shut, Budget.Meter meter) {
      MinimalCuts found =
          new MinimalCuts(topology.graph(), sources, targets, shut, capacities, meter::step);
      return new Source(
          mapped(found, next -> cut(next.cost(), next.arcs().map(this::label).boxed().toList())),
          found::isComplete);
    }

    private int label(int arc) {
      return elements.edgeOf(arc) >= 0
          ? elements.edgeOf(arc)
          : elements.nodeOf(topology.graph().tail(arc));
    }

    private Source byLabels(int[][] labels, long[] prices, BitSet shut, Budget.Meter meter) {
      LabelCuts found =
          new LabelCuts(topology.graph(), sources, targets, shut, labels, prices, meter::step);
      return new Source(mapped(found, next -> cut(next.cost(), next.labels())), found::isComplete);
    }

    private static <T> Iterator<Cut> mapped(Iterator<T> found, Function<T, Cut> named) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return found.hasNext();
        }

        @Override
        public Cut next() {
          return named.apply(found.next());
        }
      };
    }
  }
}
