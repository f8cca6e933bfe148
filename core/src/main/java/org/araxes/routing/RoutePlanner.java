package org.araxes.routing;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.network.NetworkView;

/**
 * Plans routes for a movement on a day.
 *
 * <pre>{@code
 * RoutePlanner.on(view).between("AZ-main", "AZ-NX").avoidingState("IR").fastest();
 * }</pre>
 *
 * <p><b>Definition.</b> A route leads from a node of one set to a node of another along open edges,
 * over open borders and through transhipments. It has no start after its first node and no end
 * before its last, and comes to no node twice. Where a node belongs to both sets, the routes are
 * those that stay there.
 *
 * <p><b>Answer.</b> The best routes under an {@link Aim}; ties are broken by fewer steps, then by
 * the order of the {@linkplain org.araxes.network.Topology topology}, so the answer is the same on
 * every run. If there is none, a no that says why.
 *
 * <p><b>Times.</b> Waits are means, those for opening hours too; {@link RouteSearch#earliest} takes
 * a departure time and waits exactly. Regions come as sets of nodes.
 */
public final class RoutePlanner {
  private final NetworkView view;

  private RoutePlanner(NetworkView view) {
    this.view = view;
  }

  /**
   * Plans for a movement on a day.
   *
   * @param view the network as the movement sees it on the day
   * @return the planner
   */
  public static RoutePlanner on(NetworkView view) {
    return new RoutePlanner(view);
  }

  /**
   * Searches between two regions or nodes.
   *
   * @param from id of a region or a node
   * @param to id of a region or a node
   * @return a search without limits
   * @throws IllegalArgumentException if there is neither a region nor a node of that id, with a
   *     hint
   */
  public RouteSearch between(String from, String to) {
    return between(view.network().endpoint(from), view.network().endpoint(to));
  }

  /**
   * Searches between two sets of nodes.
   *
   * @param from ids of nodes, at least one
   * @param to ids of nodes, at least one
   * @return a search without limits
   * @throws IllegalArgumentException if a set is empty or an id is not one of a node, with a hint
   */
  public RouteSearch between(SortedSet<String> from, SortedSet<String> to) {
    if (from.isEmpty() || to.isEmpty()) {
      throw new IllegalArgumentException(
          "A route needs a start and an end. Maybe a region has no nodes?");
    }
    from.forEach(view.network()::node);
    to.forEach(view.network()::node);
    return new RouteSearch(
        view, new TreeSet<>(from), new TreeSet<>(to), List.of(), Budget.unlimited());
  }
}
