package org.araxes.network;

import org.araxes.control.Matter;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * A role that a party holds on an element.
 *
 * @param element id of the node or edge
 * @param kind which role
 * @param holder id of the party
 * @param side at a crossing, the jurisdiction whose post it is; otherwise empty
 * @param matter by which kind of decision the holder lets pass or stops
 * @param validity on which days
 * @param under id of the agreement under which it stands, or empty
 * @param evidence who says so
 */
public record Role(
    String element,
    RoleKind kind,
    String holder,
    String side,
    Matter matter,
    Validity validity,
    String under,
    Evidence evidence) {
  /**
   * A role at all times, on ordinary matters.
   *
   * @param element id of the node or edge
   * @param kind which role
   * @param holder id of the party
   * @return the role
   */
  public static Role of(String element, RoleKind kind, String holder) {
    return new Role(element, kind, holder, "", Matter.ORDINARY, Validity.ALWAYS, "", Evidence.NONE);
  }

  /**
   * The same role on other days.
   *
   * @param days the days
   * @return the role
   */
  public Role during(Validity days) {
    return new Role(element, kind, holder, side, matter, days, under, evidence);
  }
}
