package org.araxes.graph;

/**
 * A graph as a frontier method takes it.
 *
 * @param vertices how many vertices
 * @param tails first end by link
 * @param heads last end by link
 * @param twoWay by link
 * @param random by link: whether it falls or survives by itself, so that both must be looked at
 * @param guards by link
 * @param vertexRandom by vertex: the same
 * @param vertexGuards by vertex
 * @param terminals the vertices to be joined; the first is the source, the last the target
 */
record FrontierNet(
    int vertices,
    int[] tails,
    int[] heads,
    boolean[] twoWay,
    boolean[] random,
    Guard[] guards,
    boolean[] vertexRandom,
    Guard[] vertexGuards,
    int[] terminals) {

  int links() {
    return tails.length;
  }

  boolean isUndirected() {
    for (boolean both : twoWay) {
      if (!both) {
        return false;
      }
    }
    return true;
  }

  boolean hasGuards() {
    for (Guard guard : guards) {
      if (!guard.isFree()) {
        return true;
      }
    }
    for (Guard guard : vertexGuards) {
      if (!guard.isFree()) {
        return true;
      }
    }
    return false;
  }
}
