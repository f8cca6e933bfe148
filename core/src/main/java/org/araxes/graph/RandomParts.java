package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What reduction left of a reliability problem, as arcs that stand or fall in parts.
 *
 * <p>A link is one part and one arc, or two opposite ones that stand and fall together. A vertex
 * that may fall is a part too: the arc from where it is entered to where it is left.
 */
final class RandomParts {
  final IndexedGraph graph;
  final int source;
  final int target;

  /** The part of each arc. */
  final int[] partOf;

  /** The other direction of each arc, or itself. */
  final int[] twins;

  /** The arcs of each part. */
  final int[][] arcs;

  final double[] up;
  final double[] down;
  final Guard[] guards;

  /** Of the problem, all causes, guarding or not. */
  final double[] causes;

  /** The causes that guard some part. */
  final BitSet guarding;

  RandomParts(ReliabilityProblem problem, ReliabilityReduction reduced) {
    int vertices = reduced.vertexCount();
    int links = reduced.linkCount();
    List<Integer> fallible = new ArrayList<>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (reduced.vertexDown(vertex) > 0 || !reduced.vertexGuard(vertex).isFree()) {
        fallible.add(vertex);
      }
    }
    int parts = links + fallible.size();
    arcs = new int[parts][];
    up = new double[parts];
    down = new double[parts];
    guards = new Guard[parts];
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices + fallible.size());
    int[] leftAt = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      leftAt[vertex] = vertex;
    }
    List<Integer> parted = new ArrayList<>();
    List<Integer> opposite = new ArrayList<>();
    for (int i = 0; i < fallible.size(); i++) {
      int vertex = fallible.get(i);
      leftAt[vertex] = vertices + i;
      int part = links + i;
      arcs[part] = new int[] {builder.arc(vertex, vertices + i)};
      parted.add(part);
      opposite.add(opposite.size());
      up[part] = reduced.vertexUp(vertex);
      down[part] = reduced.vertexDown(vertex);
      guards[part] = reduced.vertexGuard(vertex);
    }
    for (int link = 0; link < links; link++) {
      int tail = reduced.tail(link);
      int head = reduced.head(link);
      int there = builder.arc(leftAt[tail], head);
      parted.add(link);
      if (reduced.isTwoWay(link)) {
        int back = builder.arc(leftAt[head], tail);
        parted.add(link);
        // Twins are opposite arcs between the same two vertices; else each is its own.
        boolean whole = leftAt[tail] == tail && leftAt[head] == head;
        opposite.add(whole ? back : there);
        opposite.add(whole ? there : back);
        arcs[link] = new int[] {there, back};
      } else {
        opposite.add(there);
        arcs[link] = new int[] {there};
      }
      up[link] = reduced.up(link);
      down[link] = reduced.down(link);
      guards[link] = reduced.guard(link);
    }
    graph = builder.build();
    partOf = parted.stream().mapToInt(Integer::intValue).toArray();
    twins = opposite.stream().mapToInt(Integer::intValue).toArray();
    source = leftAt[reduced.source()];
    target = reduced.target();
    causes = new double[problem.causeCount()];
    guarding = new BitSet();
    for (int cause = 0; cause < causes.length; cause++) {
      causes[cause] = problem.causeSurvival(cause);
    }
    for (Guard guard : guards) {
      guarding.or(guard.causes());
    }
  }

  private RandomParts(RandomParts other) {
    IndexedGraph.Builder builder = IndexedGraph.builder(other.graph.vertexCount());
    for (int arc = 0; arc < other.graph.arcCount(); arc++) {
      int from = other.graph.head(arc);
      int to = other.graph.tail(arc);
      builder.arc(from, to);
    }
    graph = builder.build();
    source = other.target;
    target = other.source;
    partOf = other.partOf;
    twins = other.twins;
    arcs = other.arcs;
    up = other.up;
    down = other.down;
    guards = other.guards;
    causes = other.causes;
    guarding = other.guarding;
  }

  /** The same from target to source: as likely to fail. */
  RandomParts reversed() {
    return new RandomParts(this);
  }

  int count() {
    return up.length;
  }

  /**
   * How likely each part falls, if what guards it by several alternatives were struck in each
   * apart: never more than the truth, because all alternatives rather fall together.
   *
   * @param survival of the causes
   * @return by part
   */
  double[] falling(double[] survival) {
    Map<Guard, Double> known = new HashMap<>();
    double[] falling = new double[count()];
    for (int part = 0; part < falling.length; part++) {
      double struck =
          known.computeIfAbsent(
              guards[part],
              guard -> {
                double all = 1;
                for (BitSet pattern : guard.patterns()) {
                  all *= struck(pattern, survival);
                }
                return all;
              });
      falling[part] = struck + (1 - struck) * down[part];
    }
    return falling;
  }

  /** How likely one of some causes strikes, in small numbers too. */
  static double struck(BitSet pattern, double[] survival) {
    double struck = 0;
    for (int cause = pattern.nextSetBit(0); cause >= 0; cause = pattern.nextSetBit(cause + 1)) {
      struck += (1 - struck) * (1 - survival[cause]);
    }
    return struck;
  }
}
