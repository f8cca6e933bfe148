package org.araxes;

import org.araxes.network.TransitNetwork;

/** The front door: asks a network how something can pass, what impedes it and who can stop it. */
public final class Araxes {
  private Araxes() {}

  /**
   * Starts a question.
   *
   * @param network the network to ask
   * @return a question that still needs two places, a movement and a day
   */
  public static Question on(TransitNetwork network) {
    return Question.about(network);
  }
}
