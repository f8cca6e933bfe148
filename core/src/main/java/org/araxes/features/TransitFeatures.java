package org.araxes.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.collection.DecoratingSimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Features of the network: a GeoTools collection that can be asked and reprojected.
 *
 * <p>Its features are copies: to change one changes neither the network nor any other collection.
 */
public final class TransitFeatures extends DecoratingSimpleFeatureCollection {
  /**
   * A feature still without coordinates of its own: where it lies in WGS 84, and all that is said
   * of it.
   */
  private record Row(String id, Geometry lonLat, List<Object> values) {}

  private final List<Row> rows;
  private final Projections.Projection projection;
  private final List<SimpleFeature> features;

  private TransitFeatures(
      List<Row> rows,
      Projections.Projection projection,
      List<SimpleFeature> features,
      SimpleFeatureType schema) {
    super(new ListFeatureCollection(schema, features));
    this.rows = rows;
    this.projection = projection;
    this.features = features;
  }

  static <T> TransitFeatures of(
      String name,
      Class<? extends Geometry> shape,
      List<Column<T>> columns,
      Collection<T> things,
      Function<T, String> id,
      Function<T, ? extends Geometry> geometry) {
    SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    builder.setName(name);
    builder.setCRS(Projections.LON_LAT.system());
    builder.description("Where it lies.");
    builder.add(GEOMETRY, shape);
    builder.setDefaultGeometry(GEOMETRY);
    for (Column<T> column : columns) {
      builder.nillable(true);
      builder.description(column.meaning());
      builder.add(column.name(), column.type());
    }
    List<Row> rows = new ArrayList<>();
    for (T thing : things) {
      List<Object> values = new ArrayList<>();
      for (Column<T> column : columns) {
        values.add(column.value().apply(thing));
      }
      rows.add(new Row(id.apply(thing), geometry.apply(thing), values));
    }
    return made(rows, Projections.LON_LAT, builder.buildFeatureType());
  }

  /** The name of the attribute that holds the geometry. */
  public static final String GEOMETRY = "geometry";

  private static TransitFeatures made(
      List<Row> rows, Projections.Projection projection, SimpleFeatureType schema) {
    SimpleFeatureBuilder builder = new SimpleFeatureBuilder(schema);
    List<SimpleFeature> features = new ArrayList<>();
    for (Row row : rows) {
      builder.add(projection.project(row.id(), row.lonLat()));
      builder.addAll(row.values());
      features.add(builder.buildFeature(row.id()));
    }
    return new TransitFeatures(List.copyOf(rows), projection, features, schema);
  }

  /**
   * The features that meet a condition.
   *
   * <p>Written in ECQL, over the attributes of {@link #getSchema()}: {@code mode = 'RAIL' AND
   * length_m > 50000}, {@code gauges LIKE '%1520%'}, {@code BBOX(geometry, 44, 39, 46, 41)}, {@code
   * IN ('e1', 'e2')}. Coordinates are those of these features: longitude first, or easting first
   * after {@link #reprojected}.
   *
   * <p><b>Left out.</b> What GeoTools would answer wrongly without a word is refused: an attribute
   * that is not there, the name of another coordinate reference system, dates (here they are texts,
   * {@code '2025-08-08'}, which sort alike), and distances, lengths and areas unless a unit of
   * these features is a metre on the ground to 1 %, in metres.
   *
   * @param ecql the condition, at most 10 000 characters
   * @return those that meet it, in the same order
   * @throws IllegalArgumentException when the condition cannot be read or answered, naming it and
   *     the attributes there are
   */
  public TransitFeatures select(String ecql) {
    Condition condition =
        Condition.parse(ecql, getSchema(), projection.code(), () -> measuresMetres());
    List<Row> met = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (condition.test(features.get(i))) {
        met.add(rows.get(i));
      }
    }
    return made(met, projection, getSchema());
  }

  private boolean measuresMetres() {
    Envelope area = new Envelope();
    rows.forEach(row -> area.expandToInclude(row.lonLat().getEnvelopeInternal()));
    return projection.measuresMetres(area);
  }

  /**
   * The same features in another coordinate reference system.
   *
   * <p><b>Axes.</b> Longitude before latitude, easting before northing, whatever the system itself
   * states. {@code EPSG:4326} gives back longitude and latitude. Always reckoned from WGS 84, so
   * going there and back loses nothing.
   *
   * <p><b>Error.</b> Below a centimetre onto systems of the same datum. Between datums GeoTools
   * chooses the shift, and another library may choose one that differs by several metres.
   *
   * <p><b>Cost.</b> O(positions); the first call with a code other than {@code EPSG:4326} takes
   * about 2 seconds more.
   *
   * @param crs an EPSG code, for instance {@code EPSG:32638}; URNs are refused because they mean
   *     latitude first
   * @return a copy there
   * @throws IllegalArgumentException when there is no such system, or something lies where it is
   *     not defined
   */
  public TransitFeatures reprojected(String crs) {
    Projections.Projection target = Projections.of(crs);
    return made(rows, target, SimpleFeatureTypeBuilder.retype(getSchema(), target.system()));
  }

  /**
   * The ids of the features.
   *
   * @return in order
   */
  public List<String> ids() {
    return rows.stream().map(Row::id).toList();
  }

  /**
   * The code of the coordinate reference system.
   *
   * @return for instance {@code EPSG:4326}
   */
  public String crs() {
    return projection.code();
  }
}
