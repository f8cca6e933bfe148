package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.control.Blocking;
import org.araxes.control.ControlRule;
import org.araxes.graph.IndexedGraph;
import org.araxes.network.ArcKind;
import org.araxes.network.Topology;

/**
 * The edges and nodes behind the arcs of a topology, numbered: edges in order of id, then nodes.
 *
 * <p>Several arcs stand for one edge (its directions and gauges) and several vertices for one node
 * (its modes, gauges and sides); whatever is cut or kept apart is the element.
 */
final class Elements {
  private final Topology topology;
  private final List<String> ids = new ArrayList<>();
  private final int edgeCount;
  private final int[] edgeOf;
  private final int[] nodeOf;

  /** Of every element the arcs along an edge, or over the border at a node. */
  private final int[][] arcsOf;

  Elements(Topology topology) {
    this.topology = topology;
    int arcs = topology.graph().arcCount();
    int vertices = topology.graph().vertexCount();
    Map<String, Integer> edges = new TreeMap<>();
    for (int arc = 0; arc < arcs; arc++) {
      if (topology.kind(arc) == ArcKind.EDGE) {
        edges.put(topology.element(arc), -1);
      }
    }
    Map<String, Integer> nodes = new TreeMap<>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      nodes.put(topology.node(vertex).id(), -1);
    }
    number(edges);
    edgeCount = ids.size();
    number(nodes);
    edgeOf = new int[arcs];
    for (int arc = 0; arc < arcs; arc++) {
      edgeOf[arc] =
          topology.kind(arc) == ArcKind.EDGE ? edges.getOrDefault(topology.element(arc), -1) : -1;
    }
    nodeOf = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      nodeOf[vertex] = nodes.getOrDefault(topology.node(vertex).id(), -1);
    }
    int[] counts = new int[ids.size()];
    for (int arc = 0; arc < arcs; arc++) {
      if (opened(arc) >= 0) {
        counts[opened(arc)]++;
      }
    }
    arcsOf = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int arc = arcs - 1; arc >= 0; arc--) {
      if (opened(arc) >= 0) {
        arcsOf[opened(arc)][--counts[opened(arc)]] = arc;
      }
    }
  }

  /** What has to be opened for an arc to be: an edge, or a node for the passing of a border. */
  private int opened(int arc) {
    return switch (topology.kind(arc)) {
      case EDGE -> edgeOf[arc];
      case CROSSING -> nodeOf[topology.graph().tail(arc)];
      case TRANSFER -> -1;
    };
  }

  private void number(Map<String, Integer> names) {
    names.replaceAll(
        (id, none) -> {
          ids.add(id);
          return ids.size() - 1;
        });
  }

  int count() {
    return ids.size();
  }

  String id(int element) {
    return ids.get(element);
  }

  /** The arcs along an edge, or over the border at a node; ascending, not to be changed. */
  int[] arcsOf(int element) {
    return arcsOf[element];
  }

  boolean isNode(int element) {
    return element >= edgeCount;
  }

  /** The edge of an arc, or -1 where it is a passing of a border or a transfer. */
  int edgeOf(int arc) {
    return edgeOf[arc];
  }

  int nodeOf(int vertex) {
    return nodeOf[vertex];
  }

  /**
   * What is taken away from each arc with an element.
   *
   * @param spared ids of nodes that bear no label: the places asked about
   */
  int[][] labels(CutKind kind, Set<String> spared) {
    int[][] labels = new int[topology.graph().arcCount()][];
    for (int arc = 0; arc < labels.length; arc++) {
      TreeSet<Integer> own = new TreeSet<>();
      if (kind != CutKind.NODES && kind != CutKind.CROSSINGS && edgeOf[arc] >= 0) {
        own.add(edgeOf[arc]);
      }
      if (kind == CutKind.CROSSINGS) {
        if (topology.kind(arc) == ArcKind.CROSSING) {
          own.add(nodeOf[topology.graph().tail(arc)]);
        }
      } else if (kind != CutKind.EDGES) {
        for (int vertex : new int[] {topology.graph().tail(arc), topology.graph().head(arc)}) {
          if (!spared.contains(topology.node(vertex).id())) {
            own.add(nodeOf[vertex]);
          }
        }
      }
      labels[arc] = own.stream().mapToInt(label -> label).toArray();
    }
    return labels;
  }

  /** The same, none spared. */
  int[][] labels(CutKind kind) {
    return labels(kind, Set.of());
  }

  /** The numbers of those ids that are elements here. */
  Set<Integer> numbers(Collection<String> wanted) {
    Set<String> known = new HashSet<>(wanted);
    Set<Integer> found = new TreeSet<>();
    for (int element = 0; element < ids.size(); element++) {
      if (known.contains(ids.get(element))) {
        found.add(element);
      }
    }
    return found;
  }

  /** The rules that all have to be refused to shut an element. */
  List<ControlRule> rulesOf(int element) {
    Set<ControlRule> rules = new LinkedHashSet<>();
    for (int arc : arcsOf[element]) {
      if (topology.isOpen(arc)) {
        rules.add(topology.rules().get(topology.ruleOf(arc)));
      }
    }
    if (rules.isEmpty() && isNode(element)) {
      rules.add(topology.view().snapshot().controlOf(id(element)));
    }
    return List.copyOf(rules);
  }

  /** An element as one that every way uses. */
  Mandatory mandatory(int element) {
    return new Mandatory(
        id(element), isNode(element), jurisdictionsOf(element), Blocking.alone(rulesOf(element)));
  }

  List<String> jurisdictionsOf(int element) {
    return isNode(element)
        ? topology.view().network().node(id(element)).jurisdictions()
        : List.of(topology.view().network().edge(id(element)).jurisdiction());
  }

  List<ControlRule> rulesOf(Set<Integer> elements) {
    Set<ControlRule> rules = new LinkedHashSet<>();
    elements.forEach(element -> rules.addAll(rulesOf(element)));
    return List.copyOf(rules);
  }

  /** For every arc of an edge the one along the same edge and gauge the other way; else itself. */
  int[] twins() {
    IndexedGraph graph = topology.graph();
    int[] twins = new int[graph.arcCount()];
    Arrays.setAll(twins, arc -> arc);
    for (int arc = 0; arc + 1 < twins.length; arc++) {
      if (edgeOf[arc] >= 0
          && edgeOf[arc] == edgeOf[arc + 1]
          && twins[arc] == arc
          && graph.tail(arc) == graph.head(arc + 1)
          && graph.head(arc) == graph.tail(arc + 1)) {
        twins[arc] = arc + 1;
        twins[arc + 1] = arc;
      }
    }
    return twins;
  }

  /** The arcs that something bars. */
  BitSet shut() {
    BitSet shut = topology.openArcs();
    shut.flip(0, topology.graph().arcCount());
    return shut;
  }
}
