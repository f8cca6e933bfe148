package org.araxes.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.border.Regime;
import org.araxes.control.ControlRule;
import org.araxes.graph.IndexedGraph;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Step;
import org.araxes.network.Topology;

/**
 * How freely a movement may pass between two sets of nodes.
 *
 * <p><b>Cost.</b> Made in O(m). Each standard looks once at each of the m arcs of the view's graph
 * and searches it a few times; those that ask for power once more for each party on the fastest
 * way. Immutable and safe to share between threads.
 */
public final class Passage {
  private final NetworkView view;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final Mover mover;
  private final List<Stretch> stretches;

  private Passage(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.mover = new Mover(view, from);
    Topology topology = view.topology();
    List<SortedSet<String>> vetoes = topology.rules().stream().map(this::foreignVetoes).toList();
    this.stretches =
        IntStream.range(0, topology.graph().arcCount())
            .mapToObj(arc -> new Stretch(this, arc, vetoes.get(topology.ruleOf(arc))))
            .toList();
  }

  private SortedSet<String> foreignVetoes(ControlRule rule) {
    TreeSet<String> vetoes = new TreeSet<>(rule.vetoParties());
    vetoes.removeIf(mover::owns);
    return Collections.unmodifiableSortedSet(vetoes);
  }

  /**
   * Asks about a passage.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return the question
   * @throws IllegalArgumentException if a set is empty or names no node of the network
   */
  public static Passage of(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return new Passage(
        view, view.network().ends(from, "source"), view.network().ends(to, "target"));
  }

  /**
   * The view.
   *
   * @return the network on a day for a movement
   */
  public NetworkView view() {
    return view;
  }

  /**
   * Where it starts.
   *
   * @return ids of nodes in order
   */
  public SortedSet<String> from() {
    return from;
  }

  /**
   * Where it ends.
   *
   * @return ids of nodes in order
   */
  public SortedSet<String> to() {
    return to;
  }

  /**
   * On whose side the movement is.
   *
   * @return the mover
   */
  public Mover mover() {
    return mover;
  }

  /**
   * All stretches of the view, barred ones too.
   *
   * @return in the order of the topology's arcs
   */
  public List<Stretch> stretches() {
    return stretches;
  }

  /**
   * What the movement meets on a route: what bars or exposes it, controls, waits and fees, hours,
   * limits of capacity, changes of mode or gauge, control by other states, and what is not known.
   *
   * <p><b>Order.</b> Of travel; at a border first what the view says of its state, then what is met
   * at the post left and at the post entered, then charges, hours and limits. A foreign control is
   * told once, where the stretch under it begins. The time at a border stands with the first
   * finding there that takes time, so that the delays of a route sum up to its waits.
   *
   * @param route a route of this view
   * @return the findings; none for a way that is free in every respect
   * @throws IllegalArgumentException if it runs over elements that the network lacks
   */
  public List<Impediment> impediments(Route route) {
    return new RouteFindings(view, mover).on(route);
  }

  /**
   * The regime on a stretch, put together from what the network states: a regime laid on the
   * crossing, otherwise the firmest instrument by which the host is to let this movement pass; the
   * controls at posts of other states than the mover's; whether it passes, and under which limits,
   * hours and charges. Posts of the mover's own state are left out, and so are formalities and
   * grounds of search where no regime is laid on it.
   *
   * <p><b>Right.</b> Provisions that bind, open or permit, of agreements that stand, whose party is
   * of the host's state. Where none is found the right is the host's own law while it lets pass, or
   * did before an act that closes; where it is shut without an act there is none. Edges have no
   * right of their own: it is granted at the border.
   *
   * @param stretch a stretch of this passage
   * @return the regime
   */
  public Regime regime(Stretch stretch) {
    return StretchRegime.of(stretch);
  }

  /**
   * Grades the regime on a stretch.
   *
   * @param stretch a stretch of this passage
   * @return the grade in law and in fact
   */
  public RegimeVerdict regimeGrade(Stretch stretch) {
    return RegimeVerdict.of(stretch.element(), regime(stretch));
  }

  /**
   * Grades the regimes of a route: its worst crossing or edge decides, in law and in fact apart.
   *
   * @param route a route of this view
   * @return the verdicts in order of travel, changes of mode and gauge left out
   * @throws IllegalArgumentException if it takes an edge or a border that the view lacks
   */
  public RegimeVerdict.OfRoute regimeGrade(Route route) {
    List<RegimeVerdict> parts = new ArrayList<>();
    for (Step step : route.steps()) {
      step.fold(
              leg -> Optional.of(leg(leg)),
              passing -> Optional.of(border(passing)),
              transfer -> Optional.<Stretch>empty())
          .map(this::regimeGrade)
          .ifPresent(parts::add);
    }
    return new RegimeVerdict.OfRoute(parts);
  }

  private Stretch leg(Step.Leg leg) {
    return first(
        leg.edge(),
        stretch -> stretch.kind() == ArcKind.EDGE && stretch.element().equals(leg.edge()));
  }

  private Stretch border(Step.BorderPassing passing) {
    return first(
        passing.crossing(),
        stretch ->
            stretch.kind() == ArcKind.CROSSING
                && stretch.element().equals(passing.crossing())
                && stretch.mode() == passing.mode()
                && stretch.fromSide().equals(passing.fromSide())
                && stretch.toSide().equals(passing.toSide()));
  }

  private Stretch first(String element, Predicate<Stretch> meant) {
    return stretches.stream()
        .filter(meant)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The route passes "
                        + element
                        + " in a way that this view does not know. Maybe it was found for another"
                        + " movement?"));
  }

  /**
   * Judges by a standard.
   *
   * @param standard the standard
   * @return the verdict
   */
  public Verdict judge(Standard standard) {
    return standard.judge(this);
  }

  /**
   * Judges by all standards shipped.
   *
   * @return the grade, in the order of {@link Standards#all}
   */
  public Grade grade() {
    return grade(Standards.all());
  }

  /**
   * Judges by some standards.
   *
   * @param standards which, in which order
   * @return the grade
   */
  public Grade grade(List<Standard> standards) {
    return new Grade(standards.stream().map(this::judge).toList());
  }

  /**
   * Whether there is a way all of whose stretches meet a requirement.
   *
   * <p><b>Method.</b> Yes when the stretches that surely do join the ends; no when not even those
   * do that may; otherwise unknown. Where source and target share a node it is a yes.
   *
   * @param requirement what every stretch must be
   * @return the verdict, of no standard yet
   */
  public Verdict ways(Requirement requirement) {
    if (endsMeet()) {
      return Verdict.yes("Source and target share a node", List.of());
    }
    Sieve sieve = sieve(requirement);
    Optional<Route> sure = sieve.fastest(sieve.sure());
    if (sure.isPresent()) {
      return Verdict.yes("A way meets it: " + words(sure.get()), List.of(sure.get()));
    }
    Optional<Route> possible = sieve.leastDoubtful();
    if (possible.isPresent()) {
      SortedSet<String> doubts = sieve.doubts(sieve.sure(), party -> false);
      return Verdict.unknown(
          "It turns on what is not known of " + sieve.reasons(doubts),
          List.of(possible.get()),
          doubts);
    }
    SortedSet<String> cut = sieve.cut();
    return Verdict.no(
        cut.isEmpty()
            ? "The map has no way at all for this movement"
            : "No way round " + sieve.reasons(cut),
        cut,
        new TreeSet<>());
  }

  /**
   * Whether the ends are joined by stretches that meet a requirement, and no single party other
   * than those of the mover's state can stop all such ways.
   *
   * @param requirement what every stretch must be
   * @return the verdict, of no standard yet
   */
  public Verdict waysThatNoOtherStops(Requirement requirement) {
    Verdict joined = ways(requirement);
    if (endsMeet() || joined.truth() == Truth.NO) {
      return joined;
    }
    Sieve sieve = sieve(requirement);
    SortedSet<String> surely = sieve.foreignVetoes(sieve.possible());
    if (!surely.isEmpty()) {
      return Verdict.no(
          "All ways can be stopped by " + String.join(", or by ", surely) + " alone",
          new TreeSet<>(),
          surely);
    }
    if (joined.truth() == Truth.UNKNOWN) {
      return joined;
    }
    SortedSet<String> perhaps = sieve.foreignVetoes(sieve.sure());
    if (perhaps.isEmpty()) {
      List<Route> ways = sieve.waysWithoutCommonVeto(joined.ways().get(0));
      return Verdict.yes(
          ways.size() == 1
              ? "No other party can stop " + words(ways.get(0))
              : "No other party can stop all of " + ways.size() + " ways",
          ways);
    }
    TreeSet<String> doubts = new TreeSet<>();
    for (String party : perhaps) {
      doubts.addAll(sieve.doubts(sieve.sure(), party::equals));
    }
    return Verdict.unknown(
        "Whether "
            + String.join(", ", perhaps)
            + " can stop all ways turns on what is not known of "
            + sieve.reasons(doubts),
        joined.ways(),
        doubts);
  }

  private boolean endsMeet() {
    return !Collections.disjoint(from, to);
  }

  private Sieve sieve(Requirement requirement) {
    List<Ruling> rulings = new ArrayList<>(stretches.size());
    for (Stretch stretch : stretches) {
      rulings.add(requirement.of(stretch));
    }
    return new Sieve(this, rulings);
  }

  private static String words(Route route) {
    return route.steps().isEmpty()
        ? "no step is needed"
        : "through " + String.join(", ", route.jurisdictions());
  }

  static BitSet all(IndexedGraph graph) {
    BitSet all = new BitSet(graph.arcCount());
    all.set(0, graph.arcCount());
    return all;
  }
}
