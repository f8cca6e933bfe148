package org.araxes.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.araxes.agreement.Selector;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * Edges that are built but shut.
 *
 * @param where which edges
 * @param classes for what; empty is every class
 * @param modes for which modes; empty is every mode
 * @param by id of the party whose act it is, or empty
 * @param reason one sentence
 * @param validity on which days
 * @param evidence who says so
 */
public record EdgeClosure(
    Selector where,
    Set<TrafficClass> classes,
    Set<Mode> modes,
    String by,
    String reason,
    Validity validity,
    Evidence evidence) {
  // Copies.
  public EdgeClosure {
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
  }

  /**
   * Whether it shuts out a movement by a mode, the day left aside.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode) {
    return (classes.isEmpty() || classes.contains(movement.trafficClass()))
        && (modes.isEmpty() || modes.contains(mode));
  }

  /**
   * The same closure of other edges.
   *
   * @param edges which edges
   * @return the closure
   */
  public EdgeClosure at(Selector edges) {
    return new EdgeClosure(edges, classes, modes, by, reason, validity, evidence);
  }

  /**
   * The same closure on other days.
   *
   * @param days the days
   * @return the closure
   */
  public EdgeClosure during(Validity days) {
    return new EdgeClosure(where, classes, modes, by, reason, days, evidence);
  }
}
