package org.araxes.leverage;

import java.util.List;
import org.araxes.border.Impediment;

/**
 * Whether there is anything to sever, and why not.
 *
 * @param state what there is
 * @param text one sentence for people
 * @param obstacles where the ends are not connected: what bars the ways on from where the movement
 *     can get, towards the target where some barred way leads there; in order of the network
 */
public record Connection(State state, String text, List<Impediment> obstacles) {
  /** What there is. */
  public enum State {
    /** There is a way, so the question who can shut it makes sense. */
    CONNECTED,
    /** Source and target share a node: there is no way to shut, and nobody can shut it. */
    ENDS_MEET,
    /** There is no way even when everybody consents: nothing is left to sever. */
    NOT_CONNECTED
  }

  // Copies.
  public Connection {
    obstacles = List.copyOf(obstacles);
  }
}
