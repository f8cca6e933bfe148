package org.araxes.study;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.araxes.border.Impediment;
import org.araxes.leverage.Basis;
import org.araxes.leverage.Leverage;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Grade;
import org.araxes.passage.Passage;
import org.araxes.routing.Aim;
import org.araxes.routing.RouteAnswer;
import org.araxes.routing.RoutePlanner;
import org.araxes.routing.RouteSearch;

/**
 * The answers to one case: routes, impediments, grade, and on whom it hangs.
 *
 * @param question the case
 * @param view the network as the movement sees it that day
 * @param fastest the fastest routes, best first, or why there is none
 * @param shortest the shortest route, or why there is none
 * @param cheapest the cheapest route, or why there is none
 * @param fewestStates the route through the fewest states, or why there is none
 * @param passage what impedes each route, and by which standards it is judged
 * @param grade which standards are reached
 * @param leverage who can stop it in fact
 * @param lawful who may stop it without breach
 */
public record CaseStudy(
    Case question,
    NetworkView view,
    RouteAnswer fastest,
    RouteAnswer shortest,
    RouteAnswer cheapest,
    RouteAnswer fewestStates,
    Passage passage,
    Grade grade,
    Leverage leverage,
    Leverage lawful) {
  /** How many of the fastest routes are listed. */
  public static final int ALTERNATIVES = 3;

  /**
   * Answers a case.
   *
   * @param network the network before any scenario
   * @param question the case
   * @return the answers
   * @throws IllegalArgumentException when a place is not there, with a hint
   */
  public static CaseStudy of(TransitNetwork network, Case question) {
    return in(
        question.scenario().map(scenario -> scenario.applyTo(network)).orElse(network), question);
  }

  /** Answers a case in a network to which its scenario has been applied. */
  static CaseStudy in(TransitNetwork changed, Case question) {
    NetworkView view = changed.on(question.date(), question.terms()).moving(question.movement());
    SortedSet<String> from = changed.endpoint(question.from());
    SortedSet<String> to = changed.endpoint(question.to());
    RouteSearch search = RoutePlanner.on(view).between(from, to);
    RouteAnswer fastest = search.best(Aim.FASTEST, ALTERNATIVES);
    Passage passage = Passage.of(view, from, to);
    Leverage leverage = Leverage.of(view, from, to);
    return new CaseStudy(
        question,
        view,
        fastest,
        search.shortest(),
        search.cheapest(),
        search.fewestStates(),
        passage,
        passage.grade(),
        leverage,
        leverage.on(Basis.LAWFUL));
  }

  /**
   * What impedes the fastest route.
   *
   * @return in order of travel; none where there is no route
   */
  public List<Impediment> impediments() {
    return route().map(passage::impediments).orElse(List.of());
  }

  /**
   * The fastest route.
   *
   * @return the route, or empty where there is none
   */
  public Optional<Route> route() {
    return fastest.best();
  }
}
