package org.araxes.graph;

/**
 * Finds the best way on from where a path has come to: what {@link Deviations} asks over and over.
 */
interface Continuation {
  /**
   * Finds the best way to a target for the prefix that the terrain has entered. A search may give
   * up as soon as it knows that every way costs more than the limit; but first it has to take its
   * least number of steps, so that who asks again for several times as many pays for what is
   * searched once more only a share of the last search.
   *
   * @param prefix the arcs so far, of which the first {@code length} count
   * @param length how many arcs the prefix has; with none, all sources are starts
   * @param banned arcs that may not come next, ascending
   * @param limit what a way may cost from the end of the prefix on and still be of interest
   * @param leastSteps how many steps to take before giving up
   * @return the arcs from the end of the prefix on; none if there is no way, or none was found
   */
  int[] after(int[] prefix, int length, int[] banned, double limit, int leastSteps);

  /**
   * What a way costs at least, from the end of the prefix on, where the last search gave up; but
   * for rounding, more than its limit. Positive infinity where it came to its end.
   */
  double givenUpAt();

  /** What counts before the cost, for the first arcs of a path; it only grows with more of them. */
  double rank(int[] arcs, int length);

  /** What counts before the vertex number, for a path that stays where it starts. */
  double rankAt(int vertex);
}
