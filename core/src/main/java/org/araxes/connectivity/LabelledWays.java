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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.border.Jurisdictions;
import org.araxes.graph.ArcPath;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.RoleKind;
import org.araxes.network.Topology;

/**
 * Looks for ways that keep apart by states, owners, operators or posts: labels that many arcs bear.
 *
 * <p>What a way meets is all that matters, and less is better: so every least set of labels within
 * which there is a way is found first, and ways are chosen among the lightest of each.
 */
final class LabelledWays {
  private final Between between;
  private final Separation by;
  private final Set<String> free;
  private final List<String> names = new ArrayList<>();

  /** What each arc bears, and where each label stands. */
  private final int[][] labels;

  private final int[][] arcsOf;
  private final ShortestPaths lightest;
  private final ShortestPaths fewest;
  private final Reachability reachability;

  /** Least sets of labels within which there is a way, with the lightest way in each. */
  private record Meeting(BitSet labels, ArcPath path) {}

  LabelledWays(Between between, Separation by, Weight weight, Collection<String> exempt) {
    this.between = between;
    this.by = by;
    free = new HashSet<>(exempt);
    if (by == Separation.STATES) {
      for (String end : between.ends) {
        between
            .topology
            .view()
            .network()
            .node(end)
            .jurisdictions()
            .forEach(code -> free.add(Jurisdictions.stateOf(code)));
      }
    }
    labels = namedLabels();
    int[] counts = new int[names.size()];
    Arrays.stream(labels).flatMapToInt(Arrays::stream).forEach(label -> counts[label]++);
    arcsOf = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int arc = labels.length - 1; arc >= 0; arc--) {
      for (int label : labels[arc]) {
        arcsOf[label][--counts[label]] = arc;
      }
    }
    lightest = ShortestPaths.in(between.graph, weight.of(between.topology));
    fewest =
        ShortestPaths.in(
            between.graph, Arrays.stream(labels).mapToDouble(own -> own.length).toArray());
    reachability = new Reachability(between.graph);
  }

  private int[][] namedLabels() {
    Topology topology = between.topology;
    Map<String, Integer> numbers = new TreeMap<>();
    Map<String, SortedSet<String>> holders = new TreeMap<>();
    int[][] found = new int[between.graph.arcCount()][];
    for (int arc = 0; arc < found.length; arc++) {
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
      found[arc] = own.stream().mapToInt(name -> number(name, numbers)).toArray();
    }
    return found;
  }

  private int number(String name, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(
        name,
        fresh -> {
          names.add(fresh);
          return names.size() - 1;
        });
  }

  private SortedSet<String> holders(int arc, RoleKind... kinds) {
    TreeSet<String> found = new TreeSet<>();
    List<RoleKind> wanted = List.of(kinds);
    between.topology.view().snapshot().roles(between.topology.element(arc)).stream()
        .filter(role -> wanted.contains(role.kind()))
        .forEach(role -> found.add(role.holder()));
    return found;
  }

  // ---- what ways meet --------------------------------------------------------------------------

  /**
   * Every least set of labels within which there is a way. One that avoids what is barred is found,
   * or known already; each other misses one of its labels, so each of them is barred in turn.
   */
  private List<Meeting> meetings(Work work) {
    List<Meeting> found = new ArrayList<>();
    Set<BitSet> asked = new HashSet<>();
    List<BitSet> stack = new ArrayList<>();
    stack.add(new BitSet());
    while (!stack.isEmpty() && work.getAsBoolean()) {
      BitSet barred = stack.remove(stack.size() - 1);
      Optional<BitSet> met =
          found.stream().map(Meeting::labels).filter(own -> !own.intersects(barred)).findFirst();
      if (met.isEmpty()) {
        met = leastAvoiding(barred, work);
        met.flatMap(this::meeting).ifPresent(found::add);
      }
      if (met.isPresent()) {
        for (int label : met.get().stream().toArray()) {
          BitSet more = (BitSet) barred.clone();
          more.set(label);
          if (asked.add(more)) {
            stack.add(more);
          }
        }
      }
    }
    found.sort(
        Comparator.comparingInt((Meeting m) -> m.labels().cardinality())
            .thenComparing(Meeting::path, ArcPath.ORDER));
    return found;
  }

  /** A least set of labels within which there is a way, none of them barred. */
  private Optional<BitSet> leastAvoiding(BitSet barred, Work work) {
    Optional<ArcPath> path =
        fewest.between(between.sources, between.targets, bearing(barred), Between.NOTHING);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    BitSet met = new BitSet();
    path.get().arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(met::set));
    for (int label : met.stream().toArray()) {
      if (!work.getAsBoolean()) {
        return Optional.empty();
      }
      met.clear(label);
      BitSet shut = bearing(outside(met));
      if (!reachability.connects(between.sources, between.targets, shut, Between.NOTHING)) {
        met.set(label);
      }
    }
    return Optional.of(met);
  }

  private Optional<Meeting> meeting(BitSet met) {
    return lightest
        .between(between.sources, between.targets, bearing(outside(met)), Between.NOTHING)
        .map(way -> new Meeting(met, way));
  }

  private BitSet outside(BitSet met) {
    BitSet others = (BitSet) met.clone();
    others.flip(0, names.size());
    return others;
  }

  /** The arcs that are shut or bear a label that is barred. */
  private BitSet bearing(BitSet barred) {
    BitSet shut = between.shut();
    for (int label = barred.nextSetBit(0); label >= 0; label = barred.nextSetBit(label + 1)) {
      for (int arc : arcsOf[label]) {
        shut.set(arc);
      }
    }
    return shut;
  }

  // ---- which ways to take ----------------------------------------------------------------------

  /**
   * Some of the meetings, by their places in the list.
   *
   * @param taken which
   * @param union the labels met by any of them
   * @param sharing by how much the labels met, each counted for every way, outnumber the union
   * @param next where the list goes on
   */
  private record Choice(List<Meeting> taken, BitSet union, int sharing, int next) {
    Choice with(Meeting meeting, int from) {
      List<Meeting> more = new ArrayList<>(taken);
      more.add(meeting);
      BitSet all = (BitSet) union.clone();
      all.or(meeting.labels());
      return new Choice(more, all, sharing + again(meeting), from);
    }

    /** How many of the labels of a meeting are met already. */
    int again(Meeting meeting) {
      BitSet both = (BitSet) meeting.labels().clone();
      both.and(union);
      return both.cardinality();
    }

    double weight() {
      return taken.stream().mapToDouble(m -> m.path().cost()).sum();
    }
  }

  private static final Choice NONE = new Choice(List.of(), new BitSet(), 0, 0);

  /** As many as can be without a common label; of these the fewest labels, then the lightest. */
  Ways apart(int count, Work work) {
    List<Meeting> meetings = meetings(work);
    Comparator<Choice> better =
        Comparator.comparingInt((Choice one) -> -one.taken().size())
            .thenComparingInt(one -> one.union().cardinality())
            .thenComparingDouble(Choice::weight);
    Choice best = greedily(meetings, count); // a truncated answer is one all the same
    List<Choice> stack = new ArrayList<>(List.of(NONE));
    while (!stack.isEmpty() && work.getAsBoolean()) {
      Choice choice = stack.remove(stack.size() - 1);
      best = better.compare(choice, best) < 0 ? choice : best;
      for (int i = meetings.size() - 1; choice.taken().size() < count && i >= choice.next(); i--) {
        if (!meetings.get(i).labels().intersects(choice.union())) {
          stack.add(choice.with(meetings.get(i), i + 1));
        }
      }
    }
    return ways(best, work);
  }

  private static Choice greedily(List<Meeting> meetings, int count) {
    Choice choice = NONE;
    for (Meeting meeting : meetings) {
      if (choice.taken().size() < count && !meeting.labels().intersects(choice.union())) {
        choice = choice.with(meeting, 0);
        if (meeting.labels().isEmpty()) {
          return choice; // nothing to keep apart
        }
      }
    }
    return choice;
  }

  /** So many that share the fewest labels; of these the fewest labels, then the lightest. */
  Ways leastShared(int count, Work work) {
    List<Meeting> meetings = meetings(work);
    Comparator<Choice> better =
        Comparator.comparingInt(Choice::sharing)
            .thenComparingInt(one -> one.union().cardinality())
            .thenComparingDouble(Choice::weight);
    Choice best = NONE;
    List<Choice> stack = new ArrayList<>();
    if (!meetings.isEmpty()) {
      stack.add(NONE);
      best = repeated(meetings.get(0), count); // a truncated answer is one all the same
    }
    while (!stack.isEmpty() && work.getAsBoolean()) {
      Choice choice = stack.remove(stack.size() - 1);
      if (choice.taken().size() == count) {
        best = better.compare(choice, best) < 0 ? choice : best;
        continue;
      }
      for (int i = meetings.size() - 1; i >= choice.next(); i--) {
        Choice more = choice.with(meetings.get(i), i);
        if (better.compare(more, best) < 0) { // what is taken later adds to all that is compared
          stack.add(more);
        }
      }
    }
    return ways(best, work);
  }

  private static Choice repeated(Meeting meeting, int count) {
    Choice choice = NONE;
    for (int i = 0; i < count; i++) {
      choice = choice.with(meeting, 0);
    }
    return choice;
  }

  private Ways ways(Choice best, Work work) {
    List<ArcPath> paths = new ArrayList<>(best.taken().stream().map(Meeting::path).toList());
    paths.sort(ArcPath.ORDER);
    TreeSet<String> shared = new TreeSet<>();
    Between.sharedBy(paths, labels).stream().mapToObj(names::get).forEach(shared::add);
    return between.ways(paths, shared, work.completeness());
  }
}
