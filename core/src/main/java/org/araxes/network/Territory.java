package org.araxes.network;

import java.util.Optional;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.locationtech.jts.geom.Geometry;

/**
 * The land of a jurisdiction.
 *
 * @param id its code
 * @param names what it is called
 * @param sovereign id of the party that has sovereignty
 * @param administering id of the party that runs it, where that is another; or empty
 * @param area its area in WGS 84, where known
 * @param evidence who says so
 */
public record Territory(
    String id,
    Names names,
    String sovereign,
    String administering,
    Optional<Geometry> area,
    Evidence evidence) {
  /**
   * A territory whose sovereign is the state of the same code, without an area.
   *
   * @param code ISO 3166-1 alpha-2, or a part of it
   * @return the territory
   */
  public static Territory of(String code) {
    return new Territory(
        code,
        Names.of(code),
        org.araxes.border.Jurisdictions.stateOf(code),
        "",
        Optional.empty(),
        Evidence.NONE);
  }
}
