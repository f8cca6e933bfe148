package org.araxes.routing;

import static org.araxes.routing.Limit.Demand.AVOID;
import static org.araxes.routing.Limit.Demand.REQUIRE;
import static org.araxes.routing.Limit.Subject.ELEMENT;
import static org.araxes.routing.Limit.Subject.PARTY;
import static org.araxes.routing.Limit.Subject.STATE;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Suggestions;
import org.araxes.border.Jurisdictions;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.FewestLabels;
import org.araxes.graph.KShortestPaths;
import org.araxes.graph.PathIterator;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * A search for routes between two sets of nodes, within limits.
 *
 * <p>Limits add up: {@code avoiding…} and {@code passing…} return a further search and leave this
 * one as it is. What has to be passed may be passed in any order, the ends included; a further
 * start or end comes in between only after something, or before the last, that has to be passed.
 *
 * <p><b>Method.</b> Each limit to avoid bars its arcs; r limits to pass make 2^r copies of the
 * topology, one for each set of things passed so far. On that, Yen's algorithm with Lawler's
 * partition ({@link KShortestPaths}), and for the fewest states label setting over sets of states
 * ({@link FewestLabels}).
 *
 * <p><b>Cost.</b> For V states and A ways of the movement, O(2^r · (V + A) log V) for the best
 * route and as much again for every step of each further one; longer only where the best ways would
 * come back to a node, which is hard in theory and rare in practice. A step of the budget is one
 * such search, or for the fewest states 256 label sets.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class RouteSearch {
  /** How many things a route can be made to pass. */
  public static final int MOST_REQUIREMENTS = 10;

  private final NetworkView view;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final List<Limit> limits;
  private final Budget budget;

  RouteSearch(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      List<Limit> limits,
      Budget budget) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.limits = limits;
    this.budget = budget;
  }

  /**
   * Keeps off the edges in a state or a part of one.
   *
   * @param code for instance {@code AZ}, which holds its parts, or {@code AZ-NX}
   * @return a further search
   * @throws IllegalArgumentException if the network knows no such jurisdiction, with a hint
   */
  public RouteSearch avoidingState(String code) {
    return with(new Limit(AVOID, STATE, checkedState(code)));
  }

  /**
   * Keeps off everything that a party alone can shut.
   *
   * @param party its id
   * @return a further search
   * @throws IllegalArgumentException if the network knows no such party, with a hint
   */
  public RouteSearch avoidingParty(String party) {
    return with(new Limit(AVOID, PARTY, checkedParty(party)));
  }

  /**
   * Keeps off an edge or a node.
   *
   * @param element its id
   * @return a further search
   * @throws IllegalArgumentException if the network has no such element, with a hint
   */
  public RouteSearch avoidingElement(String element) {
    return with(new Limit(AVOID, ELEMENT, checkedElement(element)));
  }

  /**
   * Has to go along an edge in a state or a part of one.
   *
   * @param code for instance {@code GE}
   * @return a further search
   * @throws IllegalArgumentException if the network knows no such jurisdiction, with a hint; or if
   *     there are over {@value #MOST_REQUIREMENTS} things to pass
   */
  public RouteSearch passingState(String code) {
    return with(new Limit(REQUIRE, STATE, checkedState(code)));
  }

  /**
   * Has to use an edge or a border that a party alone can shut.
   *
   * @param party its id
   * @return a further search
   * @throws IllegalArgumentException if the network knows no such party, with a hint; or if there
   *     are over {@value #MOST_REQUIREMENTS} things to pass
   */
  public RouteSearch passingParty(String party) {
    return with(new Limit(REQUIRE, PARTY, checkedParty(party)));
  }

  /**
   * Has to use an edge or come to a node.
   *
   * @param element its id
   * @return a further search
   * @throws IllegalArgumentException if the network has no such element, with a hint; or if there
   *     are over {@value #MOST_REQUIREMENTS} things to pass
   */
  public RouteSearch passingElement(String element) {
    return with(new Limit(REQUIRE, ELEMENT, checkedElement(element)));
  }

  /**
   * Answers within a budget.
   *
   * @param most how much it may cost
   * @return a further search
   */
  public RouteSearch within(Budget most) {
    return new RouteSearch(view, from, to, limits, most);
  }

  /**
   * Lists the limits.
   *
   * @return in the order given
   */
  public List<Limit> limits() {
    return limits;
  }

  /**
   * Finds the fastest route.
   *
   * @return the route, or why there is none
   */
  public RouteAnswer fastest() {
    return best(Aim.FASTEST, 1);
  }

  /**
   * Finds the shortest route.
   *
   * @return the route, or why there is none
   */
  public RouteAnswer shortest() {
    return best(Aim.SHORTEST, 1);
  }

  /**
   * Finds the cheapest route.
   *
   * @return the route, or why there is none
   */
  public RouteAnswer cheapest() {
    return best(Aim.CHEAPEST, 1);
  }

  /**
   * Finds the route through the fewest states.
   *
   * @return the route, or why there is none
   * @throws IllegalStateException if over 64 states lie in the way
   */
  public RouteAnswer fewestStates() {
    return best(Aim.FEWEST_STATES, 1);
  }

  /**
   * Finds the best routes.
   *
   * @param aim by what one is better than another
   * @param count how many at most, 1 or more
   * @return the best first, or why there is none
   * @throws IllegalArgumentException if none is wanted
   * @throws IllegalStateException if over 64 states lie in the way of the fewest states
   */
  public RouteAnswer best(Aim aim, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one route is to be found, but not " + count);
    }
    Space space = Space.of(view.topology(), from, to, limits);
    List<Route> staying = space.staying();
    if (!staying.isEmpty()) {
      return new RouteAnswer.Found(
          staying.subList(0, Math.min(count, staying.size())), Completeness.COMPLETE);
    }
    Budget.Meter meter = budget.start();
    BooleanSupplier goOn = () -> meter.step() && !meter.spent();
    PathIterator paths = paths(space, aim, goOn);
    LinkedHashSet<Route> routes = new LinkedHashSet<>();
    while (routes.size() < count && paths.hasNext()) {
      routes.add(space.route(paths.next()));
    }
    if (!routes.isEmpty()) {
      boolean complete = routes.size() == count || !paths.isTruncated();
      return new RouteAnswer.Found(
          new ArrayList<>(routes), complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
    }
    if (paths.isTruncated()) {
      return new RouteAnswer.Unfinished(meter.steps());
    }
    RouteAnswer.NoRoute none = new Explanation(view, from, to, limits, goOn).why();
    return meter.spent() ? new RouteAnswer.Unfinished(meter.steps()) : none;
  }

  /**
   * Finds the route with the earliest arrival for a movement that sets out at a time: with the
   * exact waits at gates that open at some hours only, told by {@link NetworkView#timetable}.
   *
   * <p><b>Method.</b> Routes in order of their time without waits at gates, which is the least that
   * they can take, until that is no less than the best time found: exact, as nobody overtakes by
   * coming later to a gate.
   *
   * @param departure when it sets out, on the day of the view
   * @return the route, or why there is none; of equals the one faster without waits
   * @throws IllegalArgumentException when it sets out on another day
   */
  public RouteAnswer earliest(ZonedDateTime departure) {
    if (!departure.toLocalDate().equals(view.date())) {
      throw new IllegalArgumentException(
          "It sets out at "
              + departure
              + ", but the search is on "
              + view.date()
              + ". Maybe the view of that day?");
    }
    Space space = Space.of(view.topology(), from, to, limits);
    if (!space.staying().isEmpty()) {
      return new RouteAnswer.Found(space.staying().subList(0, 1), Completeness.COMPLETE);
    }
    Budget.Meter meter = budget.start();
    BooleanSupplier goOn = () -> meter.step() && !meter.spent();
    PathIterator paths = space.cheapest(secondsWithoutGates(), space.closed(), goOn);
    List<Route> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    while (paths.hasNext()) {
      ArcPath path = paths.next();
      if (path.cost() >= least) {
        return new RouteAnswer.Found(best, Completeness.COMPLETE);
      }
      Route route = space.route(path);
      double taken = view.timetable(route, departure).duration().toMillis() / 1_000.0;
      if (taken < least) {
        least = taken;
        best = List.of(route);
      }
    }
    if (best.isEmpty()) {
      return best(Aim.FASTEST, 1);
    }
    return new RouteAnswer.Found(
        best, paths.isTruncated() ? Completeness.TRUNCATED : Completeness.COMPLETE);
  }

  private double[] secondsWithoutGates() {
    Topology topology = view.topology();
    double[] seconds = topology.seconds().clone();
    for (int arc = 0; arc < seconds.length; arc++) {
      if (topology.kind(arc) == ArcKind.CROSSING) {
        int tail = topology.graph().tail(arc);
        int head = topology.graph().head(arc);
        Duration mean =
            view.gateWait(
                view.network().crossing(topology.element(arc)),
                topology.mode(tail),
                topology.side(tail),
                topology.side(head));
        seconds[arc] = Math.max(0, seconds[arc] - mean.toSeconds());
      }
    }
    return seconds;
  }

  private static PathIterator paths(Space space, Aim aim, BooleanSupplier goOn) {
    return switch (aim) {
      case FASTEST -> space.cheapest(space.topology().seconds(), space.closed(), goOn);
      case SHORTEST -> space.cheapest(space.topology().metres(), space.closed(), goOn);
      case CHEAPEST -> space.cheapest(space.topology().usd(), space.closed(), goOn);
      case FEWEST_STATES -> space.fewestStates(goOn);
    };
  }

  private RouteSearch with(Limit limit) {
    LinkedHashSet<Limit> more = new LinkedHashSet<>(limits);
    more.add(limit);
    Limit opposite =
        new Limit(limit.demand() == AVOID ? REQUIRE : AVOID, limit.subject(), limit.id());
    if (more.contains(opposite)) {
      throw new IllegalArgumentException(
          "A route cannot both avoid and pass " + limit.id() + ". Maybe one of the two is meant?");
    }
    if (more.stream().filter(one -> one.demand() == REQUIRE).count() > MOST_REQUIREMENTS) {
      throw new IllegalArgumentException(
          "A route can be made to pass "
              + MOST_REQUIREMENTS
              + " things at most. Maybe plan it in parts?");
    }
    return new RouteSearch(view, from, to, List.copyOf(more), budget);
  }

  private String checkedState(String code) {
    TreeSet<String> known = new TreeSet<>();
    view.network().territories().forEach(territory -> known.add(territory.id()));
    view.network().edges().forEach(edge -> known.add(edge.jurisdiction()));
    known.addAll(known.stream().map(Jurisdictions::stateOf).toList());
    return checked(code, known, "jurisdiction");
  }

  private String checkedParty(String party) {
    TreeSet<String> known = new TreeSet<>();
    view.network().parties().forEach(one -> known.add(one.id()));
    for (ControlRule rule : view.topology().rules()) {
      rule.collectParties(known);
    }
    return checked(party, known, "party");
  }

  private String checkedElement(String element) {
    if (view.network().findEdge(element).isPresent()
        || view.network().findNode(element).isPresent()) {
      return element;
    }
    TreeSet<String> known = new TreeSet<>();
    view.network().edges().forEach(edge -> known.add(edge.id()));
    view.network().nodes().forEach(node -> known.add(node.id()));
    return checked(element, known, "edge or node");
  }

  private String checked(String id, SortedSet<String> known, String kind) {
    if (known.contains(id)) {
      return id;
    }
    throw new IllegalArgumentException(
        "No "
            + kind
            + " \""
            + id
            + "\" among the "
            + known.size()
            + " of "
            + view.network().id()
            + "."
            + Suggestions.maybe(id, known));
  }
}
