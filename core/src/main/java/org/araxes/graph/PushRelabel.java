package org.araxes.graph;

import java.util.Arrays;

/**
 * The greatest flow from one vertex to another by pushing from the source on.
 *
 * <p><b>Method.</b> Push-relabel (Goldberg and Tarjan 1988), active vertices first in, first out,
 * with labels recomputed by a search from the root now and then and vertices beyond a gap dropped
 * (Cherkassky and Goldberg 1997). The first phase ends when nothing more reaches the target: then
 * the value is known. The second, only for those who ask for the flow itself, brings what got stuck
 * back to the source in the same way.
 *
 * <p><b>Cost.</b> O(n³) at worst, near O(m) times a small number on networks of roads; 16 bytes a
 * half arc and 32 a vertex. For one thread.
 */
final class PushRelabel {
  /** How much work, in vertices and arcs looked at, pays for another search from the root. */
  private static final int PATIENCE = 3;

  /** What one relabelling costs besides looking at the arcs. */
  private static final int RELABELLING = 12;

  private final int vertices;
  private final int source;
  private final int target;
  private final int[] first;
  private final int[] head;
  private final int[] twin;
  private final long[] room;

  private final long[] excess;
  private final int[] label;
  private final int[] current;
  private final int[] atLabel;
  private final int[] found;

  // The active vertices: a ring.
  private final int[] queue;
  private final boolean[] queued;
  private int front;
  private int size;

  /**
   * Takes over a network of half arcs, those that leave one vertex side by side.
   *
   * @param first of each vertex, the place of its first half arc; the last entry is their number
   * @param head of each half arc, where it leads
   * @param twin of each half arc, the one back
   * @param room of each half arc, how much more it can carry; changed
   */
  PushRelabel(int[] first, int[] head, int[] twin, long[] room, int source, int target) {
    this.vertices = first.length - 1;
    this.source = source;
    this.target = target;
    this.first = first;
    this.head = head;
    this.twin = twin;
    this.room = room;
    excess = new long[vertices];
    label = new int[vertices];
    current = new int[vertices];
    atLabel = new int[vertices + 1];
    found = new int[vertices];
    queue = new int[vertices];
    queued = new boolean[vertices];
  }

  /** The first phase: pushes all that the source can give towards the target. */
  long value() {
    for (int half = first[source]; half < first[source + 1]; half++) {
      long most = room[half];
      room[half] = 0;
      room[twin[half]] += most;
      excess[head[half]] += most;
    }
    drain(target, source);
    return excess[target];
  }

  /** The second phase: leaves no excess but at the target, so that the rooms tell a flow. */
  void bringBack() {
    drain(source, target);
  }

  /** Pushes excess to a root until no vertex that still has some can reach it. */
  private void drain(int root, int other) {
    front = 0;
    size = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (excess[vertex] > 0 && vertex != source && vertex != target) {
        enqueue(vertex);
      }
    }
    relabelAll(root, other);
    long limit = (long) PATIENCE * vertices + head.length / 2;
    long work = 0;
    while (size > 0) {
      int vertex = queue[front];
      front = front + 1 == vertices ? 0 : front + 1;
      size--;
      queued[vertex] = false;
      if (label[vertex] < vertices) {
        work += discharge(vertex);
      }
      if (work > limit) {
        work = 0;
        relabelAll(root, other);
      }
    }
  }

  private void enqueue(int vertex) {
    int place = front + size++;
    queue[place < vertices ? place : place - vertices] = vertex;
    queued[vertex] = true;
  }

  /** Sets each label to the distance to the root, or to n where there is no way. */
  private void relabelAll(int root, int other) {
    Arrays.fill(label, vertices);
    Arrays.fill(atLabel, 0);
    label[root] = 0;
    atLabel[0] = 1;
    found[0] = root;
    int end = 1;
    for (int next = 0; next < end; next++) {
      int vertex = found[next];
      int farther = label[vertex] + 1;
      for (int half = first[vertex], stop = first[vertex + 1]; half < stop; half++) {
        int neighbour = head[half];
        if (label[neighbour] == vertices && room[twin[half]] > 0 && neighbour != other) {
          label[neighbour] = farther;
          current[neighbour] = first[neighbour];
          atLabel[farther]++;
          found[end++] = neighbour;
        }
      }
    }
  }

  /** Pushes downhill, lifting the vertex as often as needed, until its excess is gone. */
  private long discharge(int vertex) {
    long left = excess[vertex];
    int height = label[vertex];
    int stop = first[vertex + 1];
    int half = current[vertex];
    long work = 0;
    while (true) {
      for (; half < stop; half++) {
        long most = room[half];
        if (most > 0 && label[head[half]] == height - 1) {
          int neighbour = head[half];
          long pushed = Math.min(left, most);
          room[half] = most - pushed;
          room[twin[half]] += pushed;
          excess[neighbour] += pushed;
          if (!queued[neighbour] && neighbour != source && neighbour != target) {
            enqueue(neighbour);
          }
          left -= pushed;
          if (left == 0) {
            break;
          }
        }
      }
      if (left == 0) {
        break;
      }
      work += RELABELLING + stop - first[vertex];
      int lowest = vertices;
      for (int i = first[vertex]; i < stop; i++) {
        if (room[i] > 0 && label[head[i]] + 1 < lowest) {
          lowest = label[head[i]] + 1;
          half = i;
        }
      }
      if (--atLabel[height] == 0) {
        dropAbove(height);
        lowest = vertices;
      }
      label[vertex] = lowest;
      height = lowest;
      if (lowest == vertices) {
        break;
      }
      atLabel[lowest]++;
    }
    current[vertex] = half;
    excess[vertex] = left;
    return work;
  }

  /** No vertex is left at a height, so none above it reaches the root any more. */
  private void dropAbove(int height) {
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (label[vertex] > height && label[vertex] < vertices) {
        atLabel[label[vertex]]--;
        label[vertex] = vertices;
      }
    }
  }
}
