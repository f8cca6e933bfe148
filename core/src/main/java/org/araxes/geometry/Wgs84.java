package org.araxes.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Makes geometries in WGS 84 and guards their coordinates. */
public final class Wgs84 {
  /** The factory of every geometry in the model: SRID 4326, full double precision. */
  public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private Wgs84() {}

  /**
   * A point.
   *
   * @param longitude degrees east, -180 to 180
   * @param latitude degrees north, -90 to 90
   * @return the point
   * @throws IllegalArgumentException when it is not a place on Earth
   */
  public static Point point(double longitude, double latitude) {
    return FACTORY.createPoint(coordinate(longitude, latitude));
  }

  /**
   * A line.
   *
   * @param lonLat longitude, latitude, longitude, latitude …; at least two positions
   * @return the line
   * @throws IllegalArgumentException when a position is not on Earth, or fewer than two are given
   */
  public static LineString line(double... lonLat) {
    if (lonLat.length < 4 || lonLat.length % 2 != 0) {
      throw new IllegalArgumentException(
          "A line has at least two positions of two numbers, but got "
              + lonLat.length
              + " numbers");
    }
    Coordinate[] positions = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return FACTORY.createLineString(positions);
  }

  /**
   * A checked coordinate.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   * @return the coordinate
   * @throws IllegalArgumentException when it is not a place on Earth
   */
  public static Coordinate coordinate(double longitude, double latitude) {
    // NaN fails these comparisons, as it should.
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
      boolean swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
      throw new IllegalArgumentException(
          "Not a place on Earth: longitude "
              + longitude
              + ", latitude "
              + latitude
              + (swapped ? ". Maybe the two are swapped?" : ""));
    }
    return new Coordinate(longitude, latitude);
  }
}
