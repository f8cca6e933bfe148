package org.araxes.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.araxes.border.Effect;
import org.araxes.graph.ArcPath;
import org.araxes.graph.PathIterator;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * Finds out why there is no route.
 *
 * <p><b>Method.</b> Shortest paths over the network as it would be if nothing were barred, where an
 * open way costs its time and a barred one an age; and from the starts, whatever is barred at the
 * rim of what can be reached and has hope beyond it.
 */
final class Explanation {
  /** More seconds than any route takes: a thousand million, about 32 years. */
  private static final double AGE = 1e9;

  private final NetworkView view;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final List<Limit> limits;
  private final BooleanSupplier goOn;
  private final Topology topology;

  Explanation(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      List<Limit> limits,
      BooleanSupplier goOn) {
    this.view = view;
    this.from = from;
    this.to = to;
    this.limits = limits;
    this.goOn = goOn;
    this.topology = view.topology();
  }

  RouteAnswer.NoRoute why() {
    Space limited = space(limits);
    if (!limited.hasStarts() || !limited.hasEnds()) {
      return nowhere(limited.hasStarts() ? RouteAnswer.Cause.NO_END : RouteAnswer.Cause.NO_START);
    }
    Space free = space(List.of());
    Optional<Route> withoutLimits =
        limits.isEmpty() ? Optional.empty() : fastest(free).map(free::route);
    Optional<ArcPath> within = hopedFor(limited);
    Space told = within.isEmpty() && withoutLimits.isEmpty() ? free : limited;
    Optional<ArcPath> way = told == limited ? within : hopedFor(free);
    RouteAnswer.Cause barred =
        way.isPresent() ? RouteAnswer.Cause.BARRED : RouteAnswer.Cause.UNCONNECTED;
    return new RouteAnswer.NoRoute(
        withoutLimits.isPresent() ? RouteAnswer.Cause.LIMITS : barred,
        way.map(path -> obstacles(told, path)).orElse(List.of()),
        way.map(told::route),
        deadEnds(told),
        withoutLimits.isPresent() ? binding() : List.of(),
        withoutLimits);
  }

  private static RouteAnswer.NoRoute nowhere(RouteAnswer.Cause cause) {
    return new RouteAnswer.NoRoute(
        cause, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  private Space space(List<Limit> within) {
    return Space.of(view.topology(), from, to, within);
  }

  private Optional<ArcPath> fastest(Space space) {
    return first(space.cheapest(topology.seconds(), space.closed(), goOn));
  }

  /** The way with the fewest barred arcs, of several the fastest. */
  private Optional<ArcPath> hopedFor(Space space) {
    double[] costs = topology.seconds();
    for (int arc = 0; arc < costs.length; arc++) {
      costs[arc] = Math.min(costs[arc], AGE / 1_000) + (topology.isOpen(arc) ? 0 : AGE);
    }
    return first(space.cheapest(costs, space.outlawed(), goOn));
  }

  private static Optional<ArcPath> first(PathIterator paths) {
    return paths.hasNext() ? Optional.of(paths.next()) : Optional.empty();
  }

  private List<Obstacle> obstacles(Space space, ArcPath path) {
    List<Obstacle> obstacles = new ArrayList<>();
    path.arcs()
        .map(space::baseArc)
        .filter(arc -> !topology.isOpen(arc))
        .forEach(arc -> obstacles.add(obstacle(arc)));
    return obstacles;
  }

  private Obstacle obstacle(int arc) {
    return new Obstacle(
        topology.node(topology.graph().tail(arc)).id(),
        topology.element(arc),
        topology.kind(arc),
        topology.impediments(arc).stream()
            .filter(impediment -> impediment.effect() == Effect.BARS)
            .toList());
  }

  private List<Obstacle> deadEnds(Space space) {
    BitSet reached = space.reachable(space.closed());
    BitSet hopeful = space.hopeful(space.outlawed());
    TreeSet<Obstacle> ends =
        new TreeSet<>(
            Comparator.comparing(Obstacle::element)
                .thenComparing(Obstacle::at)
                .thenComparing(Obstacle::kind));
    for (int arc = 0; arc < space.graph().arcCount(); arc++) {
      int head = space.graph().head(arc);
      if (!topology.isOpen(space.baseArc(arc))
          && !space.outlawed().get(arc)
          && reached.get(space.graph().tail(arc))
          && !reached.get(head)
          && hopeful.get(head)) {
        ends.add(obstacle(space.baseArc(arc)));
      }
    }
    return List.copyOf(ends);
  }

  /** The limits that, left out one at a time, let a route be found. */
  private List<Limit> binding() {
    List<Limit> binding = new ArrayList<>();
    for (Limit limit : limits) {
      Space without = space(limits.stream().filter(other -> !other.equals(limit)).toList());
      if (fastest(without).isPresent()) {
        binding.add(limit);
      }
    }
    return binding;
  }
}
