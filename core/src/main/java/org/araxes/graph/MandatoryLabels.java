package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What every path from a source to a target has to use.
 *
 * <p><b>Definition.</b> Each arc bears labels. A label is mandatory if no target is reached from
 * any source over arcs that do not bear it. Where every arc has a label of its own these are the
 * bridges between source and target; where a label stands on the arcs into a vertex, the vertex
 * dominates the target (Lowry and Medlock 1969).
 *
 * <p><b>Method.</b> Every mandatory label is met by any one path. Along a shortest one a sweep
 * keeps how far on that path one gets without what is ahead of it; a stretch that can be passed
 * around holds nothing mandatory. What is left is tried, one search each.
 *
 * <p><b>Cost.</b> O(n + m) and one search for each label that is left, few of which fail.
 */
public final class MandatoryLabels {
  private MandatoryLabels() {}

  /**
   * Finds the labels.
   *
   * @param graph the graph
   * @param sources vertices, in any order, repeats allowed
   * @param targets vertices, in any order, repeats allowed
   * @param barred arcs that are shut anyway
   * @param labels of every arc, in any order, repeats allowed
   * @return the labels in the order in which the shortest path meets them; none if there is no
   *     path, or one without arcs
   * @throws IllegalArgumentException if an end is no vertex or an arc has no list
   */
  public static List<Integer> between(
      IndexedGraph graph, int[] sources, int[] targets, BitSet barred, int[][] labels) {
    if (labels.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but " + labels.length + " lists of labels.");
    }
    double[] ones = new double[graph.arcCount()];
    Arrays.fill(ones, 1);
    BitSet none = new BitSet(0);
    ArcPath path =
        ShortestPaths.in(graph, ones).between(sources, targets, barred, none).orElse(null);
    List<Integer> mandatory = new ArrayList<>();
    if (path == null || path.length() == 0) {
      return mandatory;
    }
    boolean[] passedAround = passedAround(graph, sources, targets, barred, labels, path);
    Reachability reachability = new Reachability(graph);
    BitSet tried = new BitSet();
    BitSet excused = new BitSet();
    BitSet met = new BitSet();
    BitSet metAgain = new BitSet();
    for (int step = 0; step < path.length(); step++) {
      for (int label : Arrays.stream(labels[path.arc(step)]).distinct().toArray()) {
        (met.get(label) ? metAgain : met).set(label);
        if (passedAround[step]) {
          excused.set(label);
        }
      }
    }
    excused.andNot(metAgain); // passed around here, but needed there
    for (int step = 0; step < path.length(); step++) {
      for (int label : labels[path.arc(step)]) {
        if (tried.get(label) || excused.get(label)) {
          continue;
        }
        tried.set(label);
        BitSet without = (BitSet) barred.clone();
        for (int arc = 0; arc < labels.length; arc++) {
          for (int own : labels[arc]) {
            if (own == label) {
              without.set(arc);
            }
          }
        }
        if (!reachability.connects(sources, targets, without, none)) {
          mandatory.add(label);
        }
      }
    }
    return List.copyOf(mandatory);
  }

  /**
   * Which arcs of the path can be passed around without using any label of the path at all, but for
   * those of the arcs before.
   */
  private static boolean[] passedAround(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      int[][] labels,
      ArcPath path) {
    int steps = path.length();
    BitSet onPath = new BitSet();
    path.arcs().forEach(arc -> Arrays.stream(labels[arc]).forEach(onPath::set));
    int[] place = new int[graph.vertexCount()];
    Arrays.fill(place, -1);
    int[] order = path.vertices(graph).toArray();
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    BitSet goals = new BitSet();
    Arrays.stream(targets).forEach(goals::set);
    BitSet seen = new BitSet(graph.vertexCount());
    int[] queue = new int[graph.vertexCount()];
    int end = 0;
    for (int source : sources) {
      if (!seen.get(source)) {
        seen.set(source);
        queue[end++] = source;
      }
    }
    int farthest = 0;
    int next = 0;
    boolean[] around = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      for (; next < end; next++) {
        int vertex = queue[next];
        if (place[vertex] > step) {
          farthest = Math.max(farthest, place[vertex]);
        }
        if (goals.get(vertex)) {
          farthest = steps;
        }
        for (int i = graph.outBegin(vertex); i < graph.outEnd(vertex); i++) {
          int arc = graph.outArc(i);
          int head = graph.head(arc);
          if (!seen.get(head) && !barred.get(arc) && !bearsAny(labels[arc], onPath)) {
            seen.set(head);
            queue[end++] = head;
          }
        }
      }
      around[step] = farthest > step;
      int head = order[step + 1];
      if (!seen.get(head)) {
        seen.set(head);
        queue[end++] = head;
      }
    }
    return around;
  }

  private static boolean bearsAny(int[] own, BitSet labels) {
    for (int label : own) {
      if (labels.get(label)) {
        return true;
      }
    }
    return false;
  }
}
