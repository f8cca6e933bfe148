package org.araxes.io;

import org.araxes.network.TransitEdge;

/**
 * An edge in one direction.
 *
 * @param edge the edge
 * @param forward true from its {@code from} to its {@code to}, false the other way
 */
public record DirectedEdge(TransitEdge edge, boolean forward) {
  /**
   * Where it begins.
   *
   * @return id of a node
   */
  public String from() {
    return forward ? edge.from() : edge.to();
  }

  /**
   * Where it ends.
   *
   * @return id of a node
   */
  public String to() {
    return forward ? edge.to() : edge.from();
  }

  /** {@code baku -> alat by rail-baku--alat}. */
  @Override
  public String toString() {
    return from() + " -> " + to() + " by " + edge.id();
  }
}
