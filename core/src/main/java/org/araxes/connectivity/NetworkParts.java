package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.graph.Components;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;

/**
 * The parts of a network that hang together for a movement on a day.
 *
 * <p><b>Definition.</b> Two places are in one strong part if each is reached from the other over
 * what is open, and in one weak part if open elements join them whatever their direction. A place
 * where modes or gauges meet without a transhipment, or a crossing that is shut, may be in several
 * parts; one that the movement cannot be at is in none.
 *
 * <p><b>Order.</b> Parts by size, the largest first, then by their first node.
 *
 * <p><b>Cost.</b> O(n + m).
 */
public final class NetworkParts {
  private final List<SortedSet<String>> weak;
  private final List<SortedSet<String>> strong;

  private NetworkParts(Topology topology) {
    Elements elements = new Elements(topology);
    weak = named(topology, Components.weak(topology.graph(), elements.shut()));
    strong = named(topology, Components.strong(topology.graph(), elements.shut()));
  }

  /**
   * Finds the parts.
   *
   * @param view the network on a day for a movement
   * @return the parts
   */
  public static NetworkParts of(NetworkView view) {
    return new NetworkParts(view.topology());
  }

  /**
   * Parts that are joined whatever the direction.
   *
   * @return ids of nodes, the largest part first
   */
  public List<SortedSet<String>> weak() {
    return weak;
  }

  /**
   * Parts in which every place is reached from every other.
   *
   * @return ids of nodes, the largest part first
   */
  public List<SortedSet<String>> strong() {
    return strong;
  }

  /**
   * The other places that a place hangs together with, there and back.
   *
   * @param node id of a node
   * @return the union of its strong parts; the node alone where it is in none
   */
  public SortedSet<String> withinReach(String node) {
    TreeSet<String> all = new TreeSet<>(List.of(node));
    strong.stream().filter(part -> part.contains(node)).forEach(all::addAll);
    return all;
  }

  private static List<SortedSet<String>> named(Topology topology, int[] component) {
    TreeMap<Integer, TreeSet<String>> parts = new TreeMap<>();
    for (int vertex = 0; vertex < component.length; vertex++) {
      parts
          .computeIfAbsent(component[vertex], c -> new TreeSet<>())
          .add(topology.node(vertex).id());
    }
    List<SortedSet<String>> named = new ArrayList<>();
    parts.values().stream()
        .distinct()
        .sorted(
            (a, b) -> a.size() != b.size() ? b.size() - a.size() : a.first().compareTo(b.first()))
        .map(Collections::unmodifiableSortedSet)
        .forEach(named::add);
    return List.copyOf(named);
  }
}
