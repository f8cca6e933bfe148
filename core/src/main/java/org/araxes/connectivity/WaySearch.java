package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Jurisdictions;
import org.araxes.graph.ArcPath;
import org.araxes.graph.DisjointPaths;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.MinimumCostFlow;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.RoleKind;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/** Looks for ways that keep apart. */
final class WaySearch {
  private static final BitSet NOTHING = new BitSet(0);

  private final Topology topology;
  private final Elements elements;
  private final IndexedGraph graph;
  private final int[] sources;
  private final int[] targets;
  private final SortedSet<String> ends;

  WaySearch(
      Topology topology, Elements elements, int[] sources, int[] targets, SortedSet<String> ends) {
    this.topology = topology;
    this.elements = elements;
    this.graph = topology.graph();
    this.sources = sources;
    this.targets = targets;
    this.ends = ends;
  }

  // ---- by edges and nodes: flows ---------------------------------------------------------------

  /** Paths with some arcs barred, and how good they are: more first, then lighter. */
  private record Trial(List<ArcPath> paths, double weight, BitSet barred, long number) {
    static final Comparator<Trial> ORDER =
        Comparator.comparingInt((Trial trial) -> -trial.paths().size())
            .thenComparingDouble(Trial::weight)
            .thenComparingLong(Trial::number);
  }

  /**
   * Arc-disjoint paths are the answer where they share no element. Where two of them use one
   * element on different arcs, each of its stretches in turn is the only one left: some answer is
   * among them, and the best trial without a clash is it.
   */
  Ways apart(
      Separation by, int count, Weight weight, Collection<String> exempt, Budget.Meter meter) {
    double[] costs = weight.of(topology);
    int[] twins = elements.twins();
    int[][] labels = elementsToKeepApart(by, exempt);
    PriorityQueue<Trial> trials = new PriorityQueue<>(Trial.ORDER);
    long number = 0;
    trials.add(trial(by, count, costs, twins, elements.shut(), number++));
    while (!trials.isEmpty()) {
      Trial best = trials.remove();
      Optional<Integer> clash = clash(best.paths(), labels);
      if (clash.isEmpty()) {
        return ways(best.paths(), new TreeSet<>(), Completeness.COMPLETE);
      }
      if (!meter.step()) {
        return ways(greedily(best.paths(), labels), new TreeSet<>(), Completeness.TRUNCATED);
      }
      for (BitSet others : choices(clash.get(), twins)) {
        others.or(best.barred());
        trials.add(trial(by, count, costs, twins, others, number++));
      }
    }
    return ways(List.of(), new TreeSet<>(), Completeness.COMPLETE);
  }

  private Trial trial(
      Separation by, int count, double[] costs, int[] twins, BitSet barred, long number) {
    DisjointPaths paths = new DisjointPaths(graph, costs, twins, barred, NOTHING);
    List<ArcPath> found =
        by == Separation.NODES
            ? paths.vertexDisjoint(sources, targets, count)
            : paths.arcDisjoint(sources, targets, count);
    return new Trial(
        found, found.stream().mapToDouble(ArcPath::cost).sum(), (BitSet) barred.clone(), number);
  }

  private int[][] elementsToKeepApart(Separation by, Collection<String> exempt) {
    Set<String> spared = new HashSet<>(exempt);
    if (by == Separation.NODES) {
      spared.addAll(ends);
    }
    int[][] labels =
        elements.labels(by == Separation.NODES ? CutKind.EDGES_AND_NODES : CutKind.EDGES, spared);
    for (int arc = 0; arc < labels.length; arc++) {
      labels[arc] =
          Arrays.stream(labels[arc])
              .filter(element -> !exempt.contains(elements.id(element)))
              .toArray();
    }
    return labels;
  }

  /** The first element that two paths use. */
  private static Optional<Integer> clash(List<ArcPath> paths, int[][] labels) {
    Map<Integer, Integer> usedBy = new TreeMap<>();
    for (int i = 0; i < paths.size(); i++) {
      for (int arc : paths.get(i).arcs().toArray()) {
        for (int element : labels[arc]) {
          Integer other = usedBy.putIfAbsent(element, i);
          if (other != null && other != i) {
            return Optional.of(element);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Of the ways into an element each in turn with the others barred: the stretches of an edge,
   * which its directions share, or the arcs into a node from others. Paths of which at most one
   * uses the element leave at least one of these choices open to all of them.
   */
  private List<BitSet> choices(int element, int[] twins) {
    List<Integer> into = new ArrayList<>();
    for (int arc = 0; arc < twins.length; arc++) {
      boolean enters =
          elements.isNode(element)
              ? elements.nodeOf(graph.head(arc)) == element
                  && elements.nodeOf(graph.tail(arc)) != element
              : elements.edgeOf(arc) == element && twins[arc] >= arc;
      if (enters && topology.isOpen(arc)) {
        into.add(arc);
      }
    }
    List<BitSet> choices = new ArrayList<>();
    for (int kept : into) {
      BitSet others = new BitSet();
      for (int arc : into) {
        if (arc != kept) {
          others.set(arc);
          if (!elements.isNode(element)) {
            others.set(twins[arc]);
          }
        }
      }
      choices.add(others);
    }
    return choices;
  }

  private static List<ArcPath> greedily(List<ArcPath> paths, int[][] labels) {
    Set<Integer> used = new HashSet<>();
    List<ArcPath> kept = new ArrayList<>();
    for (ArcPath path : paths) {
      Set<Integer> own = new HashSet<>();
      path.arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(own::add));
      if (own.stream().noneMatch(used::contains)) {
        used.addAll(own);
        kept.add(path);
      }
    }
    return kept;
  }

  private Ways ways(List<ArcPath> paths, SortedSet<String> shared, Completeness completeness) {
    List<Route> routes = new ArrayList<>();
    for (ArcPath path : paths) {
      routes.add(topology.route(path.arcs().toArray(), path.start()));
    }
    return new Ways(routes, shared, completeness);
  }

  // ---- sharing as little as can be -------------------------------------------------------------

  Ways leastShared(int count, Weight weight) {
    double[] costs = weight.of(topology);
    BitSet shut = elements.shut();
    double penalty = 1 + Arrays.stream(costs).sum() * count;
    IndexedGraph.Builder doubled = IndexedGraph.builder(graph.vertexCount());
    int arcs = graph.arcCount();
    long[] capacities = new long[2 * arcs];
    double[] prices = new double[2 * arcs];
    for (int copy = 0; copy < 2; copy++) {
      for (int arc = 0; arc < arcs; arc++) {
        int both = doubled.arc(graph.tail(arc), graph.head(arc));
        boolean counts = elements.edgeOf(arc) >= 0;
        if (!shut.get(arc)) {
          capacities[both] = copy == 0 ? 1 : count - 1L;
        }
        prices[both] = costs[arc] + (copy == 1 && counts ? penalty : 0);
      }
    }
    MinimumCostFlow cheapest = new MinimumCostFlow(doubled.build());
    if (endsMeet()) {
      return ways(startAtOnce(), new TreeSet<>(), Completeness.COMPLETE);
    }
    cheapest.between(sources, targets, capacities, prices, count);
    long[] flow = cheapest.flow();
    long[] uses = new long[arcs];
    TreeSet<String> shared = new TreeSet<>();
    for (int arc = 0; arc < arcs; arc++) {
      uses[arc] = flow[arc] + flow[arcs + arc];
      if (uses[arc] > 1 && elements.edgeOf(arc) >= 0) {
        shared.add(topology.element(arc));
      }
    }
    return ways(unravelled(uses, costs), shared, Completeness.COMPLETE);
  }

  private boolean endsMeet() {
    return Arrays.stream(sources).anyMatch(s -> Arrays.stream(targets).anyMatch(t -> s == t));
  }

  private List<ArcPath> startAtOnce() {
    return ShortestPaths.in(graph, new double[graph.arcCount()])
        .between(sources, targets, elements.shut(), NOTHING)
        .stream()
        .toList();
  }

  /** Takes the lightest path over what the flow uses, again and again. */
  private List<ArcPath> unravelled(long[] uses, double[] costs) {
    ShortestPaths lightest = ShortestPaths.in(graph, costs);
    List<ArcPath> paths = new ArrayList<>();
    while (true) {
      BitSet unused = new BitSet();
      for (int arc = 0; arc < uses.length; arc++) {
        unused.set(arc, uses[arc] == 0);
      }
      Optional<ArcPath> path = lightest.between(sources, targets, unused, NOTHING);
      if (path.isEmpty()) {
        paths.sort(ArcPath.ORDER);
        return paths;
      }
      path.get().arcs().forEach(arc -> uses[arc]--);
      paths.add(path.get());
    }
  }

  // ---- by states, owners, operators, posts -----------------------------------------------------

  /** What a way meets, and the lightest way that meets no more. */
  private record Meeting(BitSet labels, ArcPath path) {}

  Ways labelledApart(
      Separation by, int count, Weight weight, Collection<String> exempt, Budget.Meter meter) {
    List<String> names = new ArrayList<>();
    int[][] labels = namedLabels(by, exempt, names);
    double[] costs = weight.of(topology);
    if (endsMeet()) {
      return ways(startAtOnce(), new TreeSet<>(), Completeness.COMPLETE);
    }
    List<Meeting> meetings = new ArrayList<>();
    boolean complete = minimalMeetings(labels, costs, names.size(), meter, meetings);
    meetings.sort(
        Comparator.comparingInt((Meeting m) -> m.labels().cardinality())
            .thenComparing(Meeting::path, ArcPath.ORDER));
    List<Meeting> best = largestApart(meetings, count, meter);
    List<ArcPath> paths = new ArrayList<>(best.stream().map(Meeting::path).toList());
    paths.sort(ArcPath.ORDER);
    return ways(
        paths,
        new TreeSet<>(),
        complete && !meter.spent() ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  private int[][] namedLabels(Separation by, Collection<String> exempt, List<String> names) {
    Map<String, Integer> numbers = new TreeMap<>();
    Set<String> free = new HashSet<>(exempt);
    if (by == Separation.STATES) {
      for (String end : ends) {
        topology
            .view()
            .network()
            .node(end)
            .jurisdictions()
            .forEach(code -> free.add(Jurisdictions.stateOf(code)));
      }
    }
    Map<String, SortedSet<String>> holders = new TreeMap<>();
    int[][] labels = new int[graph.arcCount()][];
    for (int arc = 0; arc < labels.length; arc++) {
      SortedSet<String> own = new TreeSet<>();
      int here = arc;
      switch (by) {
        case STATES ->
            topology.jurisdictions(arc).forEach(code -> own.add(Jurisdictions.stateOf(code)));
        case POSTS -> {
          if (topology.kind(arc) == ArcKind.CROSSING) {
            own.add(topology.element(arc));
          }
        }
        case OWNERS ->
            own.addAll(
                holders.computeIfAbsent(
                    topology.element(arc),
                    e -> holders(here, RoleKind.LAND_OWNER, RoleKind.INFRASTRUCTURE_OWNER)));
        case OPERATORS ->
            own.addAll(
                holders.computeIfAbsent(
                    topology.element(arc),
                    e -> holders(here, RoleKind.OPERATOR, RoleKind.CONCESSIONAIRE)));
        case EDGES, NODES -> throw new IllegalArgumentException("Not a label: " + by);
      }
      own.removeAll(free);
      labels[arc] =
          own.stream()
              .mapToInt(
                  name ->
                      numbers.computeIfAbsent(
                          name,
                          fresh -> {
                            names.add(fresh);
                            return names.size() - 1;
                          }))
              .toArray();
    }
    return labels;
  }

  private SortedSet<String> holders(int arc, RoleKind... kinds) {
    TreeSet<String> found = new TreeSet<>();
    List<RoleKind> wanted = List.of(kinds);
    topology.view().snapshot().roles(topology.element(arc)).stream()
        .filter(role -> wanted.contains(role.kind()))
        .forEach(role -> found.add(role.holder()));
    return found;
  }

  /**
   * Every minimal set of labels within which there is a way: the way found avoids what is barred;
   * each other minimal set misses one of the labels it meets, so each of them is barred in turn.
   */
  private boolean minimalMeetings(
      int[][] labels, double[] costs, int count, Budget.Meter meter, List<Meeting> into) {
    ShortestPaths lightest = ShortestPaths.in(graph, costs);
    double[] numbers = Arrays.stream(labels).mapToDouble(own -> own.length).toArray();
    ShortestPaths fewest = ShortestPaths.in(graph, numbers);
    Set<BitSet> known = new HashSet<>();
    Set<BitSet> asked = new HashSet<>();
    List<BitSet> stack = new ArrayList<>();
    stack.add(new BitSet());
    while (!stack.isEmpty()) {
      BitSet barred = stack.remove(stack.size() - 1);
      if (!asked.add(barred)) {
        continue;
      }
      if (!meter.step()) {
        return false;
      }
      Optional<ArcPath> path = fewest.between(sources, targets, bearing(labels, barred), NOTHING);
      if (path.isEmpty()) {
        continue;
      }
      BitSet met = new BitSet();
      path.get().arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(met::set));
      for (int label : met.stream().toArray()) {
        met.clear(label);
        if (fewest
            .between(sources, targets, bearing(labels, outside(met, count)), NOTHING)
            .isEmpty()) {
          met.set(label);
        }
      }
      if (known.add((BitSet) met.clone())) {
        lightest
            .between(sources, targets, bearing(labels, outside(met, count)), NOTHING)
            .ifPresent(way -> into.add(new Meeting((BitSet) met.clone(), way)));
      }
      for (int label : met.stream().toArray()) {
        BitSet more = (BitSet) barred.clone();
        more.set(label);
        stack.add(more);
      }
    }
    return true;
  }

  private static BitSet outside(BitSet labels, int count) {
    BitSet others = (BitSet) labels.clone();
    others.flip(0, count);
    return others;
  }

  private BitSet bearing(int[][] labels, BitSet barred) {
    BitSet shut = elements.shut();
    for (int arc = 0; arc < labels.length; arc++) {
      for (int label : labels[arc]) {
        if (barred.get(label)) {
          shut.set(arc);
        }
      }
    }
    return shut;
  }

  /** A choice of meetings without a common label. */
  private record Choice(List<Meeting> taken, BitSet labels, int next) {}

  private static List<Meeting> largestApart(List<Meeting> meetings, int count, Budget.Meter meter) {
    List<Meeting> best = List.of();
    List<Choice> stack = new ArrayList<>();
    stack.add(new Choice(List.of(), new BitSet(), 0));
    while (!stack.isEmpty() && meter.step()) {
      Choice choice = stack.remove(stack.size() - 1);
      if (isBetter(choice.taken(), best)) {
        best = choice.taken();
      }
      if (choice.taken().size() >= count) {
        continue;
      }
      for (int i = meetings.size() - 1; i >= choice.next(); i--) {
        Meeting meeting = meetings.get(i);
        if (!meeting.labels().intersects(choice.labels())) {
          List<Meeting> taken = new ArrayList<>(choice.taken());
          taken.add(meeting);
          BitSet labels = (BitSet) choice.labels().clone();
          labels.or(meeting.labels());
          stack.add(new Choice(taken, labels, i + 1));
        }
      }
    }
    return best;
  }

  private static boolean isBetter(List<Meeting> one, List<Meeting> other) {
    if (one.size() != other.size()) {
      return one.size() > other.size();
    }
    int labels = one.stream().mapToInt(m -> m.labels().cardinality()).sum();
    int others = other.stream().mapToInt(m -> m.labels().cardinality()).sum();
    return labels != others
        ? labels < others
        : one.stream().mapToDouble(m -> m.path().cost()).sum()
            < other.stream().mapToDouble(m -> m.path().cost()).sum();
  }
}
