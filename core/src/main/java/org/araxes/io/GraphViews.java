package org.araxes.io;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.WeightedPseudograph;

/**
 * The network as graphs of JGraphT, for any of its algorithms: unmodifiable, weighted, with
 * parallel edges and loops. Nodes and edges are those of the network itself, in order of id.
 *
 * <p><b>What is lost.</b> A plain graph has one vertex a place. So it forgets the mode and gauge on
 * which one is there: it changes from rail to road, or from one gauge to another, wherever both
 * meet and at no cost. It forgets the two sides of a crossing: an edge bears weight, a border bears
 * none, and a shut crossing stops nothing by itself. Where that matters, ask rooms {@code routing}
 * and {@code leverage}, which know all of it; or take a view of one mode and gauge, and remove the
 * crossings that are shut with a masked subgraph.
 *
 * <p>Several classes of JGraphT refuse parallel edges or answer wrongly on them; their
 * documentation says "simple graph".
 */
public final class GraphViews {
  /** What an edge weighs. */
  public enum Weight {
    /** Its length: stated where a source gives it, otherwise that of its line. */
    METRES,
    /** The time that the movement takes on it, borders left aside. */
    SECONDS
  }

  private GraphViews() {}

  /**
   * The whole network, whatever the day: every edge can be gone both ways, one-way edges too.
   *
   * <p><b>Cost.</b> O(n + m) time and memory.
   *
   * @param network the network
   * @return an undirected pseudograph; weights are lengths in metres
   */
  public static Graph<TransitNode, TransitEdge> ignoringDirection(TransitNetwork network) {
    Graph<TransitNode, TransitEdge> graph = new WeightedPseudograph<>(TransitEdge.class);
    network.nodes().forEach(graph::addVertex);
    for (TransitEdge edge : network.edges()) {
      graph.addEdge(network.node(edge.from()), network.node(edge.to()), edge);
      graph.setEdgeWeight(edge, edge.length().metres());
    }
    return new AsUnmodifiableGraph<>(graph);
  }

  /**
   * What a movement may use on a day: every edge of its modes and gauges that nothing bars, in each
   * direction in which it may be gone. All nodes are there, also those that nothing leads to.
   *
   * <p><b>Cost.</b> O(n + m) time and memory after the topology of the view is built.
   *
   * @param view the network as the movement sees it
   * @param weight what an edge weighs
   * @return a directed pseudograph with two arcs for a two-way edge
   */
  public static Graph<TransitNode, DirectedEdge> directed(NetworkView view, Weight weight) {
    Graph<TransitNode, DirectedEdge> graph = new DirectedWeightedPseudograph<>(DirectedEdge.class);
    TransitNetwork network = view.network();
    network.nodes().forEach(graph::addVertex);
    Map<String, Double> seconds = secondsByOpenEdge(view.topology());
    for (TransitEdge edge : network.edges()) {
      Double time = seconds.get(edge.id());
      if (time != null) {
        double weighs = weight == Weight.SECONDS ? time : edge.length().metres();
        add(graph, network, new DirectedEdge(edge, true), weighs);
        if (!edge.oneWay()) {
          add(graph, network, new DirectedEdge(edge, false), weighs);
        }
      }
    }
    return new AsUnmodifiableGraph<>(graph);
  }

  private static void add(
      Graph<TransitNode, DirectedEdge> graph,
      TransitNetwork network,
      DirectedEdge arc,
      double weighs) {
    graph.addEdge(network.node(arc.from()), network.node(arc.to()), arc);
    graph.setEdgeWeight(arc, weighs);
  }

  private static Map<String, Double> secondsByOpenEdge(Topology topology) {
    Map<String, Double> seconds = new HashMap<>();
    double[] times = topology.seconds();
    BitSet open = topology.openArcs();
    for (int arc = open.nextSetBit(0); arc >= 0; arc = open.nextSetBit(arc + 1)) {
      if (topology.kind(arc) == ArcKind.EDGE) {
        seconds.merge(topology.element(arc), times[arc], Math::min);
      }
    }
    return seconds;
  }
}
