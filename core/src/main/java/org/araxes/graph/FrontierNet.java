package org.araxes.graph;

/** A graph as a frontier method takes it: columns by link and by vertex, not to be changed. */
final class FrontierNet {
  final int[] tails;
  final int[] heads;
  final boolean[] twoWay;

  /** By link: whether it falls or survives by itself, so that both must be looked at. */
  final boolean[] random;

  final Guard[] guards;

  /** By vertex: whether it falls or survives by itself. */
  final boolean[] vertexRandom;

  final Guard[] vertexGuards;

  /** The vertices to be joined; the first is the source, the last the target. */
  final int[] terminals;

  FrontierNet(
      int[] tails,
      int[] heads,
      boolean[] twoWay,
      boolean[] random,
      Guard[] guards,
      boolean[] vertexRandom,
      Guard[] vertexGuards,
      int[] terminals) {
    this.tails = tails;
    this.heads = heads;
    this.twoWay = twoWay;
    this.random = random;
    this.guards = guards;
    this.vertexRandom = vertexRandom;
    this.vertexGuards = vertexGuards;
    this.terminals = terminals;
  }

  int vertices() {
    return vertexRandom.length;
  }

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

  /** Whether some vertex may fall by itself. */
  boolean isFallible() {
    for (boolean falls : vertexRandom) {
      if (falls) {
        return true;
      }
    }
    return false;
  }
}
