package org.araxes.border;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * What a traveller or a load meets at the post of one side for one function.
 *
 * @param crossing id of the crossing's node
 * @param post jurisdiction whose post it is
 * @param function what is controlled
 * @param controller id of the party that stands there, or empty where nobody does
 * @param decider id of the party that decides, or empty
 * @param contact whom one meets
 * @param place where
 * @param modes whom it concerns; empty is every mode
 * @param classes whom it concerns; empty is every class
 * @param validity on which days
 * @param under id of the agreement, or empty
 * @param evidence who says so
 */
public record ControlPoint(
    String crossing,
    String post,
    ControlFunction function,
    String controller,
    String decider,
    Contact contact,
    ControlPlace place,
    Set<Mode> modes,
    Set<TrafficClass> classes,
    Validity validity,
    String under,
    Evidence evidence) {
  // Copies.
  public ControlPoint {
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
  }

  /**
   * The same control on other days.
   *
   * @param days the days
   * @return the control
   */
  public ControlPoint during(Validity days) {
    return new ControlPoint(
        crossing,
        post,
        function,
        controller,
        decider,
        contact,
        place,
        modes,
        classes,
        days,
        under,
        evidence);
  }

  /**
   * Whether this concerns a movement by a mode, the day left aside.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode) {
    return (modes.isEmpty() || modes.contains(mode))
        && (classes.isEmpty() || classes.contains(movement.trafficClass()));
  }
}
