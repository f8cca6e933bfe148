package org.araxes.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.araxes.answer.Completeness;
import org.araxes.network.Route;

/** What came of a search: routes, a no with its reasons, or no end within the budget. */
public sealed interface RouteAnswer {
  /**
   * Answers one question of every outcome.
   *
   * @param found for routes
   * @param none for a no
   * @param unfinished for a search that the budget ended before it knew
   * @param <T> what kind of answer
   * @return the answer
   */
  <T> T fold(
      Function<Found, T> found, Function<NoRoute, T> none, Function<Unfinished, T> unfinished);

  /**
   * Lists the routes.
   *
   * @return the best first; none where none was found
   */
  default List<Route> routes() {
    return fold(Found::all, none -> List.of(), unfinished -> List.of());
  }

  /**
   * Gives the best route.
   *
   * @return empty where none was found
   */
  default Optional<Route> best() {
    return routes().stream().findFirst();
  }

  /**
   * Routes.
   *
   * @param all at least one, different from each other, the best first
   * @param completeness complete when there are as many as asked for, or no more exist; truncated
   *     when the budget ended before
   */
  record Found(List<Route> all, Completeness completeness) implements RouteAnswer {
    /** Copies, and rejects an answer without routes. */
    public Found {
      all = List.copyOf(all);
      if (all.isEmpty()) {
        throw new IllegalArgumentException("Found nothing. Maybe a NoRoute says why?");
      }
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<NoRoute, T> none, Function<Unfinished, T> unfinished) {
      return found.apply(this);
    }

    /** The routes, one a line. */
    @Override
    public String toString() {
      return all.stream().map(Route::toString).collect(Collectors.joining("\n"));
    }
  }

  /**
   * There is no route, and here is why.
   *
   * <p>The obstacles are those of one way on which the fewest stand: if all of them fell, that way
   * would be there. Other ways may have as many. They are told within the limits, or, where the
   * limits leave no way at all and lifting them would not help, without them.
   *
   * @param cause the main reason
   * @param obstacles what bars the way with the fewest obstacles, in order of travel; none where
   *     there is no such way
   * @param hopedFor that way: of those with the fewest obstacles the fastest; empty where there is
   *     none
   * @param deadEnds where every open way ends: barred elements beyond which a target could be
   *     reached if nothing were barred, in order of element, then of node
   * @param binding limits each of which, left out alone, would let a route be found, in order given
   * @param withoutLimits the fastest route if all limits are left out; empty where there is none
   */
  record NoRoute(
      Cause cause,
      List<Obstacle> obstacles,
      Optional<Route> hopedFor,
      List<Obstacle> deadEnds,
      List<Limit> binding,
      Optional<Route> withoutLimits)
      implements RouteAnswer {
    /** Copies. */
    public NoRoute {
      obstacles = List.copyOf(obstacles);
      deadEnds = List.copyOf(deadEnds);
      binding = List.copyOf(binding);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<NoRoute, T> none, Function<Unfinished, T> unfinished) {
      return none.apply(this);
    }

    /**
     * Says why in a sentence or two.
     *
     * @return for people
     */
    public String sentence() {
      String barred = obstacles.stream().map(Obstacle::toString).collect(Collectors.joining(", "));
      return switch (cause) {
        case NO_START -> "No route: the movement cannot be at any of the starts by its modes.";
        case NO_END -> "No route: the movement cannot be at any of the ends by its modes.";
        case UNCONNECTED -> "No route: no way leads there, not even if nothing were barred.";
        case BARRED -> "No route: barred by " + barred + ".";
        case LIMITS ->
            "No route within the limits"
                + (binding.isEmpty()
                    ? ""
                    : " (it would help not to have to "
                        + binding.stream()
                            .map(Limit::toString)
                            .collect(Collectors.joining(", or not to have to "))
                        + ")")
                + (obstacles.isEmpty() ? "." : "; within them, barred by " + barred + ".");
      };
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence();
    }
  }

  /**
   * The budget ended before it was known whether there is a route, or why there is none.
   *
   * @param steps how many steps were taken
   */
  record Unfinished(long steps) implements RouteAnswer {
    @Override
    public <T> T fold(
        Function<Found, T> found, Function<NoRoute, T> none, Function<Unfinished, T> unfinished) {
      return unfinished.apply(this);
    }
  }

  /** The main reason for a no. */
  enum Cause {
    /** No start has anything that the movement can use. */
    NO_START,
    /** No end has anything that the movement can use. */
    NO_END,
    /** Even if nothing were barred and nothing limited, no way would lead there. */
    UNCONNECTED,
    /** Ways are known, but each is barred somewhere. */
    BARRED,
    /** There is a route, but none within the limits. */
    LIMITS
  }
}
