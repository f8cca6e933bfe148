package org.araxes.graph;

/**
 * Finds the best way on from where a path has come to: what {@link Deviations} asks over and over.
 */
interface Continuation {
  /**
   * Finds the best way to a target for the prefix that the terrain has entered.
   *
   * @param prefix the arcs so far, of which the first {@code length} count
   * @param length how many arcs the prefix has; with none, all sources are starts
   * @param banned arcs that may not come next, ascending
   * @return the arcs from the end of the prefix on; none if there is no way
   */
  int[] after(int[] prefix, int length, int[] banned);

  /** What counts before the cost, for the first arcs of a path; it only grows with more of them. */
  double rank(int[] arcs, int length);

  /** What counts before the vertex number, for a path that stays where it starts. */
  double rankAt(int vertex);
}
