package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.graph.Bridges;
import org.araxes.graph.Components;
import org.araxes.graph.IndexedGraph;
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
  private final Topology topology;
  private final Elements elements;
  private final List<SortedSet<String>> weak;
  private final List<SortedSet<String>> strong;

  private NetworkParts(Topology topology) {
    this.topology = topology;
    elements = new Elements(topology);
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
   * @throws IllegalArgumentException if there is no such node, with a hint
   */
  public SortedSet<String> withinReach(String node) {
    TreeSet<String> all = new TreeSet<>(List.of(topology.view().network().node(node).id()));
    strong.stream().filter(part -> part.contains(node)).forEach(all::addAll);
    return all;
  }

  /**
   * The edges without which what hangs together, directions aside, falls apart.
   *
   * <p><b>Cost.</b> O(n + m), and O(n + m) more for each edge of several gauges.
   *
   * @return ids in order
   */
  public SortedSet<String> bridges() {
    int[] twins = elements.twins();
    BitSet found = Bridges.of(topology.graph(), twins, elements.shut()).arcs();
    Map<String, BitSet> arcsOf = new TreeMap<>();
    for (int arc = 0; arc < twins.length; arc++) {
      if (elements.edgeOf(arc) >= 0 && topology.isOpen(arc)) {
        arcsOf.computeIfAbsent(topology.element(arc), id -> new BitSet()).set(arc);
      }
    }
    int before = count(elements.shut(), new BitSet());
    TreeSet<String> bridges = new TreeSet<>();
    arcsOf.forEach(
        (id, arcs) -> {
          int first = arcs.nextSetBit(0);
          boolean oneStretch = arcs.stream().allMatch(arc -> arc == first || arc == twins[first]);
          BitSet without = elements.shut();
          without.or(arcs);
          if (oneStretch ? found.get(first) : count(without, new BitSet()) > before) {
            bridges.add(id);
          }
        });
    return Collections.unmodifiableSortedSet(bridges);
  }

  /**
   * The nodes without which what hangs together, directions aside, falls apart.
   *
   * <p><b>Cost.</b> O(n + m), and O(n + m) more for each node of several modes, gauges or sides.
   *
   * @return ids in order
   */
  public SortedSet<String> articulationPoints() {
    BitSet found = Bridges.of(topology.graph(), elements.twins(), elements.shut()).vertices();
    Map<String, BitSet> verticesOf = new TreeMap<>();
    for (int vertex = 0; vertex < topology.graph().vertexCount(); vertex++) {
      verticesOf.computeIfAbsent(topology.node(vertex).id(), id -> new BitSet()).set(vertex);
    }
    int[] weakest = Components.weak(topology.graph(), elements.shut());
    TreeSet<String> points = new TreeSet<>();
    verticesOf.forEach(
        (id, own) -> {
          boolean point;
          if (own.cardinality() == 1) {
            point = found.get(own.nextSetBit(0));
          } else {
            BitSet others = new BitSet();
            for (int vertex = 0; vertex < weakest.length; vertex++) {
              if (!own.get(vertex)) {
                others.set(weakest[vertex]);
              }
            }
            point = count(elements.shut(), own) > others.cardinality();
          }
          if (point) {
            points.add(id);
          }
        });
    return Collections.unmodifiableSortedSet(points);
  }

  /** How many weak components there are without some arcs and vertices. */
  private int count(BitSet shut, BitSet gone) {
    BitSet barred = (BitSet) shut.clone();
    IndexedGraph graph = topology.graph();
    gone.stream().forEach(v -> graph.outArcs(v).forEach(barred::set));
    gone.stream().forEach(v -> graph.inArcs(v).forEach(barred::set));
    int[] component = Components.weak(graph, barred);
    BitSet all = new BitSet();
    for (int vertex = 0; vertex < component.length; vertex++) {
      if (!gone.get(vertex)) {
        all.set(component[vertex]);
      }
    }
    return all.cardinality();
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
