package org.araxes.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.araxes.geometry.Wgs84;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads GeoJSON (RFC 7946): features as rows, and their geometries. */
final class GeoJson {
  private static final Set<String> COLLECTION =
      Set.of("type", "features", "name", "bbox", "crs", "xy_coordinate_resolution");

  private GeoJson() {}

  /**
   * The features of a collection.
   *
   * @param table their properties as rows
   * @param geometries their geometries in the same order, where there are any
   */
  record Features(Table table, List<Optional<JsonValue>> geometries) {}

  static Features read(Schema schema, Optional<JsonValue> root, Faults faults) {
    List<Row> rows = new ArrayList<>();
    List<Optional<JsonValue>> geometries = new ArrayList<>();
    Optional<JsonValue> list = root.flatMap(value -> features(schema, value, faults));
    if (list.isEmpty()) {
      return new Features(Table.unreadable(schema), List.of());
    }
    boolean complete = true;
    for (JsonValue feature : list.get().items()) {
      Optional<JsonValue> properties =
          feature
              .member("properties")
              .filter(value -> value.kind() == JsonValue.Kind.OBJECT)
              .filter(value -> feature.memberText("type").equals("Feature"));
      if (properties.isEmpty()) {
        faults.add(
            "bad_feature",
            schema.file(),
            feature.line(),
            "",
            "This is not a Feature with properties");
        complete = false;
        continue;
      }
      rows.add(Row.ofJson(schema, properties.get(), faults));
      geometries.add(
          feature.member("geometry").filter(value -> value.kind() == JsonValue.Kind.OBJECT));
    }
    return new Features(new Table(schema, List.copyOf(rows), complete), geometries);
  }

  private static Optional<JsonValue> features(Schema schema, JsonValue root, Faults faults) {
    Optional<JsonValue> list =
        root.member("features").filter(value -> value.kind() == JsonValue.Kind.ARRAY);
    if (!root.memberText("type").equals("FeatureCollection") || list.isEmpty()) {
      faults.add(
          "bad_feature",
          schema.file(),
          root.line(),
          "",
          "The file is not a FeatureCollection with a list of features");
      return Optional.empty();
    }
    root.members()
        .forEach(
            (name, value) -> {
              if (!COLLECTION.contains(name)) {
                faults.add(
                    "unknown_field",
                    schema.file(),
                    value.line(),
                    "",
                    "A FeatureCollection has no "
                        + Faults.quoted(name)
                        + "."
                        + faults.maybe(name, COLLECTION));
              }
            });
    checkSystem(schema, root, faults);
    if (list.get().items().size() > Table.MOST_ROWS) {
      faults.add(
          "too_many_rows",
          schema.file(),
          list.get().line(),
          "",
          "More than " + Table.MOST_ROWS + " features");
      return Optional.empty();
    }
    return list;
  }

  private static void checkSystem(Schema schema, JsonValue root, Faults faults) {
    String system =
        root.member("crs")
            .flatMap(value -> value.member("properties"))
            .map(value -> value.memberText("name"))
            .orElse("");
    if (!system.isEmpty() && !system.endsWith("CRS84")) {
      faults.add(
          "wrong_crs",
          schema.file(),
          root.member("crs").map(JsonValue::line).orElse(0),
          "",
          "Coordinates are WGS 84, longitude then latitude, but the file says "
              + Faults.quoted(system)
              + ". Maybe export it again as RFC 7946?");
    }
  }

  static Optional<Point> point(Row row, Optional<JsonValue> geometry) {
    return coordinates(row, geometry, "Point")
        .flatMap(value -> position(row, value))
        .map(Wgs84.FACTORY::createPoint);
  }

  static Optional<LineString> line(Row row, Optional<JsonValue> geometry) {
    Optional<List<Coordinate>> positions =
        coordinates(row, geometry, "LineString").flatMap(value -> positions(row, value));
    if (positions.isPresent() && positions.get().size() < 2) {
      fault(row, geometry, "bad_geometry", "A line has at least two positions");
      return Optional.empty();
    }
    return positions.map(list -> Wgs84.FACTORY.createLineString(list.toArray(new Coordinate[0])));
  }

  /** A Polygon or MultiPolygon without self-intersections. */
  static Optional<Geometry> area(Row row, Optional<JsonValue> geometry) {
    boolean single = geometry.map(value -> value.memberText("type")).orElse("").equals("Polygon");
    Optional<JsonValue> coordinates =
        coordinates(row, geometry, single ? "Polygon" : "MultiPolygon");
    if (coordinates.isEmpty()) {
      return Optional.empty();
    }
    List<Polygon> polygons = new ArrayList<>();
    for (JsonValue rings : single ? List.of(coordinates.get()) : coordinates.get().items()) {
      Optional<Polygon> polygon = polygon(row, rings);
      if (polygon.isEmpty()) {
        return Optional.empty();
      }
      polygons.add(polygon.get());
    }
    Geometry area =
        polygons.size() == 1
            ? polygons.get(0)
            : Wgs84.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    if (area.isEmpty() || !area.isValid()) {
      fault(row, geometry, "bad_geometry", "The area is empty or its border crosses itself");
      return Optional.empty();
    }
    return Optional.of(area);
  }

  private static Optional<Polygon> polygon(Row row, JsonValue rings) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonValue ring : rings.items()) {
      Optional<List<Coordinate>> positions = positions(row, ring);
      if (positions.isEmpty()) {
        return Optional.empty();
      }
      List<Coordinate> list = positions.get();
      if (list.size() < 4 || !list.get(0).equals2D(list.get(list.size() - 1))) {
        tell(
            row, ring, "bad_geometry", "A ring has four positions or more and ends where it began");
        return Optional.empty();
      }
      made.add(Wgs84.FACTORY.createLinearRing(list.toArray(new Coordinate[0])));
    }
    if (made.isEmpty()) {
      tell(row, rings, "bad_geometry", "A polygon has a ring");
      return Optional.empty();
    }
    return Optional.of(
        Wgs84.FACTORY.createPolygon(
            made.get(0), made.subList(1, made.size()).toArray(new LinearRing[0])));
  }

  private static Optional<JsonValue> coordinates(
      Row row, Optional<JsonValue> geometry, String type) {
    String given = geometry.map(value -> value.memberText("type")).orElse("none");
    if (!given.equals(type)) {
      fault(
          row,
          geometry,
          "bad_geometry",
          "The geometry is a " + type + " here, but " + Faults.quoted(given));
      return Optional.empty();
    }
    Optional<JsonValue> coordinates = geometry.flatMap(value -> value.member("coordinates"));
    if (coordinates.isEmpty()) {
      fault(row, geometry, "bad_geometry", "The geometry has no coordinates");
    }
    return coordinates;
  }

  private static Optional<List<Coordinate>> positions(Row row, JsonValue list) {
    List<Coordinate> positions = new ArrayList<>(list.items().size());
    if (list.kind() != JsonValue.Kind.ARRAY) {
      tell(row, list, "bad_geometry", "Coordinates are a list of positions here");
      return Optional.empty();
    }
    for (JsonValue item : list.items()) {
      Optional<Coordinate> position = position(row, item);
      if (position.isEmpty()) {
        return Optional.empty();
      }
      positions.add(position.get());
    }
    return Optional.of(positions);
  }

  /** Longitude and latitude; a height may follow and is left out. */
  private static Optional<Coordinate> position(Row row, JsonValue value) {
    double[] numbers = value.numbers();
    if (numbers.length != 2 && numbers.length != 3) {
      tell(row, value, "bad_geometry", "A position is two numbers: longitude, latitude");
      return Optional.empty();
    }
    try {
      return Optional.of(Wgs84.coordinate(numbers[0], numbers[1]));
    } catch (IllegalArgumentException nowhere) {
      tell(row, value, "bad_coordinate", String.valueOf(nowhere.getMessage()));
      return Optional.empty();
    }
  }

  private static void fault(Row row, Optional<JsonValue> geometry, String code, String message) {
    row.faultAt(code, geometry.map(JsonValue::line).orElse(row.line()), message);
  }

  private static void tell(Row row, JsonValue where, String code, String message) {
    row.faultAt(code, where.line(), message);
  }
}
