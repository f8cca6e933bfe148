package org.araxes.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * An area, prepared to be asked about many places: is it inside, and how far is the border.
 *
 * <p><b>Error.</b> The nearest point of the border is sought on a plane that touches the ellipsoid
 * at the place, the distance to it is geodesic. Below 100 km the result is at most 0.1 % too long.
 * An area that crosses the 180th meridian is to be cut there.
 *
 * <p><b>Cost.</b> O(n log n) once for n vertices of the area; O(log n) a question near the border.
 * Safe to share between threads.
 */
public final class AreaIndex {
  private static final double FIRST_RADIUS_METRES = 1_000;
  private static final double FARTHEST_METRES = 21_000_000;

  /** Metres a degree of latitude at the equator, the least there is: WGS 84, π/180 · a (1 − e²). */
  private static final double LEAST_METRES_A_DEGREE = 110_574.27;

  /** Semi-major axis of WGS 84 in metres: NGA.STND.0036 (2014). */
  private static final double SEMI_MAJOR = 6_378_137.0;

  /** Square of the first eccentricity of WGS 84: NGA.STND.0036 (2014). */
  private static final double ECCENTRICITY_2 = 6.694_379_990_141_3e-3;

  private final IndexedPointInAreaLocator locator;
  private final STRtree segments = new STRtree();

  private AreaIndex(Geometry area) {
    locator = new IndexedPointInAreaLocator(area);
    locator.locate(new Coordinate(0, 0)); // builds the index before the object is shared
    for (Object line : LinearComponentExtracter.getLines(area)) {
      Coordinate[] positions = ((LineString) line).getCoordinates();
      for (int i = 1; i < positions.length; i++) {
        segments.insert(
            new Envelope(positions[i - 1], positions[i]),
            new LineSegment(positions[i - 1], positions[i]));
      }
    }
    segments.build();
  }

  /**
   * Prepares an area.
   *
   * @param area a polygon or polygons in WGS 84
   * @return the index
   * @throws IllegalArgumentException when it has no area
   */
  public static AreaIndex of(Geometry area) {
    if (area.getDimension() != 2 || area.isEmpty()) {
      throw new IllegalArgumentException("Not an area: " + area.getGeometryType());
    }
    return new AreaIndex(area);
  }

  /**
   * Whether a place lies in the area.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   * @return true inside and on the border
   */
  public boolean contains(double longitude, double latitude) {
    return locator.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
  }

  /**
   * How far outside a place lies.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   * @return metres to the border; 0 inside and on the border
   */
  public double metresOutside(double longitude, double latitude) {
    return contains(longitude, latitude) ? 0 : metresToBorder(longitude, latitude);
  }

  /**
   * How far the border is.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   * @return metres to its nearest point
   */
  public double metresToBorder(double longitude, double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double w2 = 1 - ECCENTRICITY_2 * sine * sine;
    double metresNorth = Math.toRadians(SEMI_MAJOR * (1 - ECCENTRICITY_2) / (w2 * Math.sqrt(w2)));
    double metresEast =
        Math.max(
            1, Math.toRadians(SEMI_MAJOR / Math.sqrt(w2)) * Math.cos(Math.toRadians(latitude)));
    Coordinate here = new Coordinate(0, 0);
    double radius = FIRST_RADIUS_METRES;
    while (true) {
      double east = Math.min(360, radius / metresEast);
      double north = radius / LEAST_METRES_A_DEGREE;
      Envelope near =
          new Envelope(longitude - east, longitude + east, latitude - north, latitude + north);
      double best = Double.POSITIVE_INFINITY;
      Coordinate nearest = here;
      for (LineSegment segment : within(near)) {
        LineSegment flat =
            new LineSegment(
                (segment.p0.x - longitude) * metresEast,
                (segment.p0.y - latitude) * metresNorth,
                (segment.p1.x - longitude) * metresEast,
                (segment.p1.y - latitude) * metresNorth);
        Coordinate closest = flat.closestPoint(here);
        double metres = closest.distance(here);
        if (metres < best) {
          best = metres;
          nearest = closest;
        }
      }
      if (best <= radius || radius > FARTHEST_METRES) {
        return Geodesy.metres(
            longitude,
            latitude,
            longitude + nearest.x / metresEast,
            latitude + nearest.y / metresNorth);
      }
      radius *= 4;
    }
  }

  @SuppressWarnings("unchecked")
  private List<LineSegment> within(Envelope near) {
    return segments.query(near);
  }
}
