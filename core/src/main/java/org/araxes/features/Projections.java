package org.araxes.features;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.geometry.Geodesy;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.IdentityTransform;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds coordinate reference systems by EPSG code, and transforms from WGS 84 into them.
 *
 * <p>The only class that calls {@link CRS}: many codes state latitude first, and input the wrong
 * way round is not an error there but a place hundreds of kilometres off. So longitude always comes
 * first here, in and out, and forms of a code for which GeoTools keeps latitude first are refused.
 *
 * <p><b>Error.</b> Below a centimetre onto systems of the same datum. Between datums GeoTools
 * chooses the shift, and another library may choose one that differs by several metres.
 */
final class Projections {
  /** WGS 84, longitude first. */
  static final Projection LON_LAT =
      new Projection("EPSG:4326", 4326, DefaultGeographicCRS.WGS84, IdentityTransform.create(2));

  private static final Pattern CODE = Pattern.compile("EPSG:(\\d{1,9})");
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{4,9})\\D*$");

  /** How far apart the two ends of a probe of the local scale are, in degrees: some 100 m. */
  private static final double PROBE = 0.001;

  private static final double SCALE_TOLERANCE = 0.01;

  /**
   * A way from WGS 84 into another system.
   *
   * @param code as asked for, for instance {@code EPSG:32638}
   * @param srid its number
   * @param system the system, longitude or easting first
   * @param fromLonLat the way there
   */
  record Projection(
      String code, int srid, CoordinateReferenceSystem system, MathTransform fromLonLat) {
    /**
     * Transforms a geometry.
     *
     * @param subject what it belongs to, for the error
     * @param lonLat in WGS 84
     * @return a copy in this system
     * @throws IllegalArgumentException when it does not lie where this system is defined
     */
    Geometry project(String subject, Geometry lonLat) {
      try {
        Geometry projected = JTS.transform(lonLat, fromLonLat);
        for (Coordinate position : projected.getCoordinates()) {
          if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
            throw outside(subject, null);
          }
        }
        projected.setSRID(srid);
        return projected;
      } catch (TransformException outside) {
        throw outside(subject, outside);
      }
    }

    private IllegalArgumentException outside(
        String subject, @org.jspecify.annotations.Nullable Throwable cause) {
      return new IllegalArgumentException(
          subject + " lies where " + code + " is not defined. Maybe another zone?", cause);
    }

    /**
     * Whether a unit of this system is a metre on the ground, to 1 %, all over an area.
     *
     * @param lonLat the area in WGS 84
     * @return true if so; true for no area
     */
    boolean measuresMetres(Envelope lonLat) {
      if (lonLat.isNull()) {
        return true;
      }
      for (int column = 0; column <= 2; column++) {
        for (int row = 0; row <= 2; row++) {
          double x = lonLat.getMinX() + lonLat.getWidth() * column / 2;
          double y = lonLat.getMinY() + lonLat.getHeight() * row / 2;
          if (!metric(x, y, x + PROBE, y) || !metric(x, y, x, y > 0 ? y - PROBE : y + PROBE)) {
            return false;
          }
        }
      }
      return true;
    }

    private boolean metric(double lon1, double lat1, double lon2, double lat2) {
      try {
        Coordinate a = JTS.transform(new Coordinate(lon1, lat1), null, fromLonLat);
        Coordinate b = JTS.transform(new Coordinate(lon2, lat2), null, fromLonLat);
        double scale = a.distance(b) / Geodesy.metres(lon1, lat1, lon2, lat2);
        return Math.abs(scale - 1) <= SCALE_TOLERANCE;
      } catch (TransformException outside) {
        return false;
      }
    }
  }

  private Projections() {}

  /**
   * The system with a code.
   *
   * @param code {@code EPSG:} and a number, in either case; {@code CRS:84} is {@code EPSG:4326}
   *     here
   * @return how to get there
   * @throws IllegalArgumentException when there is no such system of two axes, or the code is of a
   *     form that states latitude first
   */
  static Projection of(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    if (wanted.equals(LON_LAT.code()) || wanted.equals("CRS:84")) {
      return LON_LAT;
    }
    Matcher plain = CODE.matcher(wanted);
    if (!plain.matches()) {
      throw new IllegalArgumentException(
          "Not a code of the form EPSG:32638: \"" + code + "\"." + hint(wanted));
    }
    int srid = Integer.parseInt(plain.group(1));
    try {
      CoordinateReferenceSystem system = CRS.decode(wanted, true);
      if (system.getCoordinateSystem().getDimension() != 2) {
        throw new IllegalArgumentException(
            wanted + " has not two axes. Maybe the code of a map projection?");
      }
      if (CRS.getAxisOrder(system) == CRS.AxisOrder.NORTH_EAST) {
        throw new IllegalArgumentException(wanted + " is known with northing first alone");
      }
      return new Projection(
          wanted, srid, system, CRS.findMathTransform(DefaultGeographicCRS.WGS84, system));
    } catch (FactoryException unknown) {
      throw new IllegalArgumentException(
          "No way from WGS 84 to a coordinate reference system \""
              + code
              + "\". Maybe EPSG:32638 (UTM zone 38 N) or EPSG:3035 (Europe, equal area)?",
          unknown);
    }
  }

  /** URNs and web addresses keep latitude first whatever one asks for. */
  private static String hint(String wanted) {
    Matcher number = LAST_NUMBER.matcher(wanted);
    return number.find() ? " Maybe \"EPSG:" + number.group(1) + "\"?" : "";
  }
}
