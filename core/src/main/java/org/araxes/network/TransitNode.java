package org.araxes.network;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.geometry.Wgs84;
import org.locationtech.jts.geom.Point;

/**
 * A place: a station, junction, city, crossing, port, airport …
 *
 * @param id its id
 * @param names what it is called
 * @param kind what sort of place
 * @param position where, in WGS 84; not to be changed
 * @param quality how well the position is known
 * @param jurisdictions the one it lies in; two in order for a crossing or an airspace boundary
 * @param tags free slugs in order
 * @param status whether it is there for use, over time; where it is known not to be, no border is
 *     passed, nothing changes mode or gauge and nothing flies or sails there, but trains and cars
 *     run through; where nothing is known, it is taken to be
 * @param evidence who says so
 */
public record TransitNode(
    String id,
    Names names,
    NodeKind kind,
    Point position,
    Quality quality,
    List<String> jurisdictions,
    SortedSet<String> tags,
    History<Status> status,
    Evidence evidence) {
  // Copies and checks.
  public TransitNode {
    jurisdictions = jurisdictions.stream().sorted().distinct().toList();
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    int expected = onBorder(kind) ? 2 : 1;
    if (jurisdictions.size() != expected) {
      throw new IllegalArgumentException(
          "A node of kind "
              + kind
              + " lies in "
              + expected
              + (expected == 1 ? " jurisdiction" : " jurisdictions")
              + ", but "
              + id
              + " in "
              + jurisdictions);
    }
    Wgs84.coordinate(position.getX(), position.getY());
  }

  private static boolean onBorder(NodeKind kind) {
    return kind == NodeKind.BORDER_CROSSING || kind == NodeKind.AIRSPACE_BOUNDARY;
  }

  /**
   * A node with the least that is needed.
   *
   * @param id its id
   * @param kind what sort
   * @param longitude degrees east
   * @param latitude degrees north
   * @param jurisdictions one, or two for a crossing
   * @return the node
   */
  public static TransitNode of(
      String id, NodeKind kind, double longitude, double latitude, String... jurisdictions) {
    return new TransitNode(
        id,
        Names.of(id),
        kind,
        Wgs84.point(longitude, latitude),
        Quality.SCHEMATIC,
        List.of(jurisdictions),
        new TreeSet<>(),
        History.empty(),
        Evidence.NONE);
  }

  /** That of the id: cheap, and equal for equals. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * Whether two jurisdictions meet here.
   *
   * @return true for a border crossing or an airspace boundary
   */
  public boolean isCrossing() {
    return onBorder(kind);
  }

  /**
   * The same node with another status history.
   *
   * @param other the history
   * @return the node
   */
  public TransitNode withStatus(History<Status> other) {
    return new TransitNode(
        id, names, kind, position, quality, jurisdictions, tags, other, evidence);
  }
}
