package org.araxes.reliability;

/**
 * How an answer was found.
 *
 * @param method how states were written down, in the widest of the worlds looked at
 * @param worlds how many sets of agreements that stand were looked at, each by itself
 * @param vertices the most places left after reduction
 * @param links the most links left after reduction
 * @param width the most places in the frontier at once
 * @param peakStates the most states at once
 * @param visits how often a state was looked at, in all
 */
public record Certificate(
    Method method, int worlds, int vertices, int links, int width, long peakStates, long visits) {
  /** How states were written down. */
  public enum Method {
    /** Reduction alone gave the answer. */
    REDUCTION,
    /** As partitions of the frontier: all ways are open both ways. */
    PARTITIONS,
    /** As reachability relations on the frontier: some ways are open one way only. */
    RELATIONS
  }
}
