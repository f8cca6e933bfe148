package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.MaximumFlow;
import org.araxes.graph.Reachability;

/**
 * A graph in which each thing to be cut stands on one stretch, so that greatest flows find its
 * cuts: with them what is minimal there is minimal here, and the other way about.
 *
 * <p>Edges stand on one stretch as they are, unless they bear several gauges. A node does once it
 * is an arc of its own from where one comes in to where one goes out (Ford and Fulkerson 1962);
 * that tells the truth where whoever comes into the node in one mode, gauge or side can go out of
 * it in each other. Where something does not fit there is no such graph.
 */
final class CutNetwork {
  final IndexedGraph graph;
  final int[] sources;
  final int[] targets;
  final BitSet barred;
  final long[] costs;

  /** Of each arc the element that it stands for, or -1 where it may not be cut. */
  final int[] elementOf;

  private CutNetwork(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      long[] costs,
      int[] elementOf) {
    this.graph = graph;
    this.sources = sources;
    this.targets = targets;
    this.barred = barred;
    this.costs = costs;
    this.elementOf = elementOf;
  }

  /**
   * Makes the graph if there is one.
   *
   * @param prices of cutting each element, {@link MaximumFlow#UNLIMITED} if it may not be cut
   */
  static Optional<CutNetwork> of(Between between, CutKind kind, long[] prices) {
    return kind == CutKind.EDGES || kind == CutKind.CROSSINGS
        ? asItIs(between, kind, prices)
        : new Contraction(between, kind == CutKind.EDGES_AND_NODES, prices).make();
  }

  /** The graph itself, where each element stands on one arc and its opposite alone. */
  private static Optional<CutNetwork> asItIs(Between between, CutKind kind, long[] prices) {
    IndexedGraph graph = between.graph;
    int[][] labels = between.elements.labels(kind, between.ends);
    BitSet shut = between.shut();
    int[] only = filled(prices.length);
    int[] elementOf = filled(graph.arcCount());
    long[] costs = new long[graph.arcCount()];
    for (int arc = shut.nextClearBit(0); arc < costs.length; arc = shut.nextClearBit(arc + 1)) {
      costs[arc] = MaximumFlow.UNLIMITED;
      if (labels[arc].length == 1) {
        int element = labels[arc][0];
        int other = only[element];
        if (other >= 0
            && (graph.tail(other) != graph.head(arc) || graph.head(other) != graph.tail(arc))) {
          return Optional.empty();
        }
        only[element] = arc;
        elementOf[arc] = element;
        costs[arc] = prices[element];
      }
    }
    return Optional.of(
        new CutNetwork(graph, between.sources, between.targets, shut, costs, elementOf));
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, -1);
    return array;
  }

  /** Makes each node one arc, or one vertex where it is asked about; leaves out what is useless. */
  private static final class Contraction {
    private final Between between;
    private final IndexedGraph graph;
    private final boolean edgesToo;
    private final long[] prices;

    /** The vertices on some open walk from a source to a target. */
    private final BitSet useful;

    private final BitSet shut;

    /** Where one comes into each node and goes out of it. */
    private final int[] in;

    private final int[] out;
    private int vertices;

    Contraction(Between between, boolean edgesToo, long[] prices) {
      this.between = between;
      this.graph = between.graph;
      this.edgesToo = edgesToo;
      this.prices = prices;
      shut = between.shut();
      Reachability reach = new Reachability(graph);
      useful = reach.from(between.sources, shut, Between.NOTHING);
      useful.and(reach.to(between.targets, shut, Between.NOTHING));
      in = filled(prices.length);
      out = filled(prices.length);
    }

    Optional<CutNetwork> make() {
      BitSet ends = new BitSet();
      for (int[] side : List.of(between.sources, between.targets)) {
        Arrays.stream(side).map(between.elements::nodeOf).forEach(ends::set);
      }
      ends.stream().forEach(node -> in[node] = out[node] = vertices++);
      for (int v = useful.nextSetBit(0); v >= 0; v = useful.nextSetBit(v + 1)) {
        int node = between.elements.nodeOf(v);
        if (in[node] < 0) {
          if (!leadsFromEachToEach(node)) {
            return Optional.empty();
          }
          in[node] = vertices++;
          out[node] = vertices++;
        }
      }
      return Optional.of(built(ends));
    }

    /** Whether from each vertex at which one comes in each at which one goes out is reached. */
    private boolean leadsFromEachToEach(int node) {
      int[] own =
          Arrays.stream(between.topology.verticesOf(between.elements.id(node)))
              .filter(useful::get)
              .toArray();
      if (own.length == 1) {
        return true;
      }
      IntPredicate leaves = v -> graph.outArcs(v).anyMatch(arc -> isUsed(arc, node));
      IntPredicate enters = v -> graph.inArcs(v).anyMatch(arc -> isUsed(arc, node));
      int[] exits = IntStream.of(own).filter(leaves).toArray();
      return IntStream.of(own)
          .filter(enters)
          .mapToObj(v -> reachedWithin(node, v))
          .allMatch(reached -> IntStream.of(exits).allMatch(reached::contains));
    }

    /** The vertices of a node that one comes to without leaving it: few. */
    private List<Integer> reachedWithin(int node, int start) {
      List<Integer> reached = new ArrayList<>(List.of(start));
      for (int next = 0; next < reached.size(); next++) {
        graph
            .outArcs(reached.get(next))
            .filter(arc -> !shut.get(arc))
            .map(graph::head)
            .filter(v -> between.elements.nodeOf(v) == node && !reached.contains(v))
            .distinct()
            .forEach(reached::add);
      }
      return reached;
    }

    /** Whether an open arc joins a node to another. */
    private boolean isUsed(int arc, int node) {
      int tail = graph.tail(arc);
      int head = graph.head(arc);
      return !shut.get(arc)
          && useful.get(tail)
          && useful.get(head)
          && (between.elements.nodeOf(tail) != node || between.elements.nodeOf(head) != node);
    }

    private CutNetwork built(BitSet ends) {
      IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
      IntStream.Builder elementOf = IntStream.builder();
      IntConsumer stands = elementOf::add;
      for (int node = 0; node < in.length; node++) {
        if (in[node] >= 0 && !ends.get(node)) {
          builder.arc(in[node], out[node]);
          stands.accept(node);
        }
      }
      Set<Long> there = new HashSet<>(); // an edge of several gauges is one arc a direction
      for (int arc = shut.nextClearBit(0);
          arc < graph.arcCount();
          arc = shut.nextClearBit(arc + 1)) {
        int tail = between.elements.nodeOf(graph.tail(arc));
        int edge = between.elements.edgeOf(arc);
        if (edge >= 0 && isUsed(arc, tail) && there.add((long) edge * vertices + out[tail])) {
          builder.arc(out[tail], in[between.elements.nodeOf(graph.head(arc))]);
          stands.accept(edgesToo ? edge : -1);
        }
      }
      int[] element = elementOf.build().toArray();
      long[] costs =
          Arrays.stream(element)
              .mapToLong(e -> e < 0 ? MaximumFlow.UNLIMITED : prices[e])
              .toArray();
      return new CutNetwork(
          builder.build(),
          places(between.sources),
          places(between.targets),
          Between.NOTHING,
          costs,
          element);
    }

    private int[] places(int[] ofVertices) {
      return Arrays.stream(ofVertices)
          .map(vertex -> in[between.elements.nodeOf(vertex)])
          .distinct()
          .sorted()
          .toArray();
    }
  }
}
