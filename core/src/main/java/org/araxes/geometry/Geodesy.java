package org.araxes.geometry;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.araxes.quantity.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Measures on the WGS 84 ellipsoid.
 *
 * <p><b>Error.</b> About 15 nm a segment (Karney, 2013, Journal of Geodesy 87, 43–55).
 */
public final class Geodesy {
  private Geodesy() {}

  /**
   * The length of the geodesic between two positions.
   *
   * @param lon1 degrees east of the first
   * @param lat1 degrees north of the first
   * @param lon2 degrees east of the second
   * @param lat2 degrees north of the second
   * @return metres
   */
  public static double metres(double lon1, double lat1, double lon2, double lat2) {
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  /**
   * The distance between two points.
   *
   * @param a one
   * @param b the other
   * @return the geodesic distance
   */
  public static Distance between(Point a, Point b) {
    return new Distance(metres(a.getX(), a.getY(), b.getX(), b.getY()));
  }

  /**
   * The distance between two coordinates.
   *
   * @param a one
   * @param b the other
   * @return the geodesic distance
   */
  public static Distance between(Coordinate a, Coordinate b) {
    return new Distance(metres(a.x, a.y, b.x, b.y));
  }

  /**
   * The length of a line: the sum of its geodesic segments.
   *
   * @param line a line in longitude and latitude
   * @return the length
   */
  public static Distance length(LineString line) {
    CoordinateSequence positions = line.getCoordinateSequence();
    double metres = 0;
    for (int i = 1; i < positions.size(); i++) {
      metres +=
          metres(
              positions.getX(i - 1), positions.getY(i - 1), positions.getX(i), positions.getY(i));
    }
    return new Distance(metres);
  }
}
