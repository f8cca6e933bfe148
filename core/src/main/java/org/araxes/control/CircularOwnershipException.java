package org.araxes.control;

import java.util.List;

/** Parties that own each other whole in a circle, so that nobody outside owns any part of them. */
public final class CircularOwnershipException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> circle;

  /**
   * Makes the exception.
   *
   * @param circle ids of the parties that together own all of each other, each once
   * @param surely whether they do; otherwise their bounded stakes do not rule it out
   */
  public CircularOwnershipException(List<String> circle, boolean surely) {
    super(
        "The circle "
            + String.join(" ← ", circle)
            + " ← "
            + circle.get(0)
            + (surely ? " owns itself whole" : " might own itself whole")
            + ", so look-through shares have no solution. Maybe a holder outside is missing?");
    this.circle = List.copyOf(circle);
  }

  /**
   * The parties of the circle.
   *
   * @return their ids
   */
  public List<String> circle() {
    return circle;
  }
}
