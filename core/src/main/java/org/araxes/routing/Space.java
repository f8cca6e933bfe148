package org.araxes.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.araxes.border.Jurisdictions;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.FewestLabels;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.KShortestPaths;
import org.araxes.graph.PathIterator;
import org.araxes.graph.Reachability;
import org.araxes.network.ArcKind;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * The topology as a search with limits sees it.
 *
 * <p>What has to be avoided is barred. For what has to be passed there are 2^r layers, copies of
 * the topology: in the layer whose number has bit i set, the i-th thing was passed. An arc leads to
 * the layer of what is passed with it; routes end in the last layer.
 */
final class Space {
  private static final int MOST_LABELS = Long.SIZE;

  private final Topology topology;
  private final IndexedGraph graph;
  private final int layers;
  private final int[] vertexBits;
  private final int[] starts;
  private final int[] ends;
  private final int[] groups;
  private final int[] twins;
  private final BitSet barredVertices;
  private final BitSet outlawed;
  private final BitSet closed;
  private final List<Route> staying;

  private Space(
      Topology topology, SortedSet<String> from, SortedSet<String> to, List<Limit> limits) {
    this.topology = topology;
    List<Limit> required = limits(limits, Limit.Demand.REQUIRE);
    List<Limit> avoided = limits(limits, Limit.Demand.AVOID);
    layers = 1 << required.size();
    vertexBits = new int[baseVertices()];
    int[] arcBits = new int[baseArcs()];
    for (int bit = 0; bit < required.size(); bit++) {
      mark(arcsOf(required.get(bit), true), arcBits, 1 << bit);
      mark(verticesOf(required.get(bit)), vertexBits, 1 << bit);
    }
    graph = required.isEmpty() ? topology.graph() : layered(arcBits);
    starts =
        IntStream.of(topology.verticesOf(from))
            .map(vertex -> vertexBits[vertex] * baseVertices() + vertex)
            .toArray();
    ends =
        IntStream.of(topology.verticesOf(to))
            .map(vertex -> (layers - 1) * baseVertices() + vertex)
            .toArray();
    groups = inLayers(groupsByNode());
    twins = inLayers(IntStream.range(0, baseVertices()).toArray());
    BitSet arcs = new BitSet();
    BitSet vertices = new BitSet();
    for (Limit limit : avoided) {
      arcs.or(arcsOf(limit, false));
      vertices.or(verticesOf(limit));
    }
    barredVertices = inLayers(vertices, baseVertices());
    outlawed = inLayers(arcs, baseArcs());
    BitSet barred = topology.openArcs();
    barred.flip(0, baseArcs());
    closed = inLayers(barred, baseArcs());
    closed.or(outlawed);
    staying = staying(from, to, required, avoided);
  }

  static Space of(
      Topology topology, SortedSet<String> from, SortedSet<String> to, List<Limit> limits) {
    return new Space(topology, from, to, limits);
  }

  private static List<Limit> limits(List<Limit> limits, Limit.Demand demand) {
    return limits.stream().filter(limit -> limit.demand() == demand).toList();
  }

  private int baseVertices() {
    return topology.graph().vertexCount();
  }

  private int baseArcs() {
    return topology.graph().arcCount();
  }

  private static void mark(BitSet members, int[] bits, int bit) {
    members.stream().forEach(member -> bits[member] |= bit);
  }

  /**
   * The arcs that a limit means. To pass a party is to use its edges and borders, not its stations.
   */
  private BitSet arcsOf(Limit limit, boolean withoutTransfers) {
    return switch (limit.subject()) {
      case STATE -> arcsIn(limit.id());
      case PARTY -> arcsShutBy(limit.id(), withoutTransfers);
      case ELEMENT -> edgesCalled(limit.id());
    };
  }

  private BitSet arcsIn(String jurisdiction) {
    BitSet arcs = new BitSet();
    for (int arc = 0; arc < baseArcs(); arc++) {
      if (topology.kind(arc) == ArcKind.EDGE
          && Jurisdictions.within(topology.jurisdictions(arc).get(0), jurisdiction)) {
        arcs.set(arc);
      }
    }
    return arcs;
  }

  private BitSet arcsShutBy(String party, boolean withoutTransfers) {
    List<ControlRule> rules = topology.rules();
    BitSet shut = new BitSet();
    for (int rule = 0; rule < rules.size(); rule++) {
      shut.set(rule, rules.get(rule).canBeShutBy(party));
    }
    BitSet arcs = new BitSet();
    for (int arc = 0; arc < baseArcs(); arc++) {
      if (shut.get(topology.ruleOf(arc))
          && !(withoutTransfers && topology.kind(arc) == ArcKind.TRANSFER)) {
        arcs.set(arc);
      }
    }
    return arcs;
  }

  private BitSet edgesCalled(String element) {
    BitSet arcs = new BitSet();
    for (int arc = 0; arc < baseArcs(); arc++) {
      if (topology.kind(arc) == ArcKind.EDGE && topology.element(arc).equals(element)) {
        arcs.set(arc);
      }
    }
    return arcs;
  }

  private BitSet verticesOf(Limit limit) {
    BitSet vertices = new BitSet();
    if (limit.subject() == Limit.Subject.ELEMENT
        && topology.view().network().findNode(limit.id()).isPresent()) {
      IntStream.of(topology.verticesOf(limit.id())).forEach(vertices::set);
    }
    return vertices;
  }

  private IndexedGraph layered(int[] arcBits) {
    int vertices = Math.multiplyExact(layers, baseVertices());
    Math.multiplyExact(layers, baseArcs());
    IndexedGraph base = topology.graph();
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
    for (int layer = 0; layer < layers; layer++) {
      for (int arc = 0; arc < baseArcs(); arc++) {
        int head = base.head(arc);
        int next = layer | arcBits[arc] | vertexBits[head];
        builder.arc(layer * baseVertices() + base.tail(arc), next * baseVertices() + head);
      }
    }
    return builder.build();
  }

  /** Vertices are in order of node, so those of one node stand together. */
  private int[] groupsByNode() {
    int[] byNode = new int[baseVertices()];
    for (int vertex = 1; vertex < byNode.length; vertex++) {
      boolean same = topology.node(vertex).id().equals(topology.node(vertex - 1).id());
      byNode[vertex] = byNode[vertex - 1] + (same ? 0 : 1);
    }
    return byNode;
  }

  private int[] inLayers(int[] base) {
    return IntStream.range(0, layers * base.length).map(i -> base[i % base.length]).toArray();
  }

  private double[] inLayers(double[] base) {
    return IntStream.range(0, layers * base.length)
        .mapToDouble(i -> base[i % base.length])
        .toArray();
  }

  private BitSet inLayers(BitSet base, int size) {
    BitSet all = new BitSet(layers * size);
    base.stream()
        .forEach(
            member -> {
              for (int layer = 0; layer < layers; layer++) {
                all.set(layer * size + member);
              }
            });
    return all;
  }

  /** Nodes that are start and end, are not avoided, and are all that has to be passed. */
  private static List<Route> staying(
      SortedSet<String> from, SortedSet<String> to, List<Limit> required, List<Limit> avoided) {
    TreeSet<String> nodes = new TreeSet<>(from);
    nodes.retainAll(to);
    avoided.stream()
        .filter(limit -> limit.subject() == Limit.Subject.ELEMENT)
        .forEach(limit -> nodes.remove(limit.id()));
    List<Route> routes = new ArrayList<>();
    for (String node : nodes) {
      if (required.stream()
          .allMatch(limit -> limit.subject() == Limit.Subject.ELEMENT && limit.id().equals(node))) {
        routes.add(new Route(node, node, List.of(), ControlRule.free()));
      }
    }
    return Collections.unmodifiableList(routes);
  }

  Topology topology() {
    return topology;
  }

  /** Routes without steps. */
  List<Route> staying() {
    return staying;
  }

  /** Whether the movement can be at a start at all. */
  boolean hasStarts() {
    return starts.length > 0;
  }

  /** Whether the movement can be at an end at all. */
  boolean hasEnds() {
    return ends.length > 0;
  }

  /** What is barred to the movement or kept off by a limit. */
  BitSet closed() {
    return closed;
  }

  /** What is kept off by a limit. */
  BitSet outlawed() {
    return outlawed;
  }

  /** The arc of the topology that an arc of this space is a copy of. */
  int baseArc(int arc) {
    return arc % baseArcs();
  }

  /** The vertex of the topology that a vertex of this space is a copy of. */
  int baseVertex(int vertex) {
    return vertex % baseVertices();
  }

  IndexedGraph graph() {
    return graph;
  }

  /** Paths by cost, given for the arcs of the topology. */
  PathIterator cheapest(double[] costs, BitSet barredArcs, BooleanSupplier goOn) {
    return KShortestPaths.in(graph, inLayers(costs))
        .withGroups(groups)
        .withTwins(twins)
        .withBarred(barredArcs, barredVertices)
        .between(starts, ends, goOn);
  }

  /** Paths by the number of states that their edges lie in, then by time. */
  PathIterator fewestStates(BooleanSupplier goOn) {
    return FewestLabels.in(
            graph, inLayers(topology.seconds()), stateLabels(), new long[graph.vertexCount()])
        .withGroups(groups)
        .withTwins(twins)
        .withBarred(closed, barredVertices)
        .between(starts, ends, goOn);
  }

  /** One bit a state, for the arcs along edges that lie between start and end. */
  private long[] stateLabels() {
    BitSet ahead = reachable(closed);
    BitSet behind = hopeful(closed);
    Map<String, Integer> bits = new HashMap<>();
    long[] labels = new long[graph.arcCount()];
    for (int arc = 0; arc < labels.length; arc++) {
      if (topology.kind(baseArc(arc)) == ArcKind.EDGE
          && !closed.get(arc)
          && ahead.get(graph.tail(arc))
          && behind.get(graph.head(arc))) {
        String state = Jurisdictions.stateOf(topology.jurisdictions(baseArc(arc)).get(0));
        bits.putIfAbsent(state, bits.size());
        if (bits.size() > MOST_LABELS) {
          throw new IllegalStateException(
              "Over "
                  + MOST_LABELS
                  + " states lie between start and end. Maybe avoid some of them first?");
        }
        labels[arc] = 1L << bits.get(state);
      }
    }
    return labels;
  }

  /** Where one gets from the starts. */
  BitSet reachable(BitSet barredArcs) {
    return new Reachability(graph).from(starts, barredArcs, barredVertices);
  }

  /** From where one gets to the ends. */
  BitSet hopeful(BitSet barredArcs) {
    return new Reachability(graph).to(ends, barredArcs, barredVertices);
  }

  Route route(ArcPath path) {
    return topology.route(path.arcs().map(this::baseArc).toArray(), baseVertex(path.start()));
  }
}
