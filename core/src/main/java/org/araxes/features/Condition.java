package org.araxes.features;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.araxes.answer.Suggestions;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.temporal.TemporalObject;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition in ECQL that was checked against a schema, so that nothing in it is answered wrongly
 * in silence.
 *
 * <p>Whatever GeoTools throws on the way becomes one {@link IllegalArgumentException}.
 */
final class Condition {
  private static final int LONGEST = 10_000;
  private static final Set<String> METRES = Set.of("m", "metre", "metres", "meter", "meters");

  /** Functions that reckon in the units of the coordinates. */
  private static final Set<String> MEASURING =
      Set.of(
          "area",
          "area2",
          "buffer",
          "bufferwithsegments",
          "densify",
          "distance",
          "geomlength",
          "hausdorffdistance",
          "iswithindistance",
          "minimumradius",
          "minimumdiameter",
          "mincircle",
          "minrectangle",
          "offset",
          "simplify");

  private final String text;
  private final SimpleFeatureType schema;
  private final Filter filter;

  private Condition(String text, SimpleFeatureType schema, Filter filter) {
    this.text = text;
    this.schema = schema;
    this.filter = filter;
  }

  static Condition parse(
      String text, SimpleFeatureType schema, String crs, BooleanSupplier measuresMetres) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A condition of over " + LONGEST + " characters is not read");
    }
    try {
      Filter filter = ECQL.toFilter(text);
      Guard guard = new Guard(schema, crs, measuresMetres);
      filter.accept(guard, null);
      if (!guard.refusals.isEmpty()) {
        throw refused(text, schema, String.join(" ", guard.refusals), null);
      }
      return new Condition(text, schema, filter);
    } catch (Refused alreadyTold) {
      throw alreadyTold;
    } catch (CQLException | RuntimeException | StackOverflowError unreadable) {
      throw refused(text, schema, "It is not ECQL: " + reason(unreadable) + ".", unreadable);
    }
  }

  /**
   * Whether a feature meets the condition.
   *
   * @param feature the feature
   * @return true if so
   */
  boolean test(SimpleFeature feature) {
    try {
      return filter.evaluate(feature);
    } catch (RuntimeException | StackOverflowError failed) {
      throw refused(
          text, schema, "It fails on " + feature.getID() + ": " + reason(failed) + ".", failed);
    }
  }

  /** Only the first line: parsers go on with all that they would have liked instead. */
  private static String reason(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank()
        ? thrown.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("").replaceAll("\\.$", "");
  }

  private static Refused refused(
      String text, SimpleFeatureType schema, String why, @Nullable Throwable cause) {
    return new Refused(
        "Cannot select by \""
            + text
            + "\". "
            + why
            + " The attributes are "
            + String.join(", ", names(schema)),
        cause);
  }

  private static List<String> names(SimpleFeatureType schema) {
    return schema.getAttributeDescriptors().stream()
        .map(AttributeDescriptor::getLocalName)
        .toList();
  }

  /** What select throws; a type of its own so that it is not wrapped twice. */
  private static final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Refused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Walks through a filter and writes down what GeoTools would answer wrongly. */
  private static final class Guard extends DefaultFilterVisitor {
    private final SimpleFeatureType schema;
    private final String crs;
    private final BooleanSupplier measuresMetres;
    private final List<String> refusals = new ArrayList<>();

    Guard(SimpleFeatureType schema, String crs, BooleanSupplier measuresMetres) {
      this.schema = schema;
      this.crs = crs;
      this.measuresMetres = measuresMetres;
    }

    @Override
    public @Nullable Object visit(PropertyName property, @Nullable Object data) {
      String name = property.getPropertyName();
      if (!name.isEmpty() && !names(schema).contains(name)) {
        String hint = Suggestions.maybe(name, names(schema));
        refusals.add(
            "There is no attribute \""
                + name
                + "\"."
                + (hint.isEmpty() ? " Maybe a text, '" + name + "' in quotes?" : hint));
      }
      return data;
    }

    @Override
    public @Nullable Object visit(Literal literal, @Nullable Object data) {
      Object value = literal.getValue();
      if (value instanceof Date || value instanceof TemporalObject) {
        refusals.add("Dates are texts here. Maybe in quotes, as '2025-08-08'?");
      }
      if (value instanceof Double number && !Double.isFinite(number)) {
        refusals.add("A number there is too large to be told from others.");
      }
      if (value instanceof Geometry geometry
          && (geometry.getSRID() != 0
              || geometry.getUserData() instanceof CoordinateReferenceSystem)) {
        refusals.add(foreign());
      }
      return data;
    }

    @Override
    public @Nullable Object visit(BBOX box, @Nullable Object data) {
      if (box.getBounds() != null && box.getBounds().getCoordinateReferenceSystem() != null) {
        refusals.add(foreign());
        return data;
      }
      return super.visit(box, data);
    }

    @Override
    public @Nullable Object visit(DWithin within, @Nullable Object data) {
      checkDistance("DWITHIN", within);
      return super.visit(within, data);
    }

    @Override
    public @Nullable Object visit(Beyond beyond, @Nullable Object data) {
      checkDistance("BEYOND", beyond);
      return super.visit(beyond, data);
    }

    @Override
    public @Nullable Object visit(Function function, @Nullable Object data) {
      String name = function.getName();
      if (MEASURING.contains(name.toLowerCase(Locale.ROOT))) {
        checkMetres("The function " + name);
      }
      if (name.equalsIgnoreCase("property")) {
        refusals.add("Attributes are named as they are, not by property().");
      }
      return super.visit(function, data);
    }

    private void checkDistance(String what, DistanceBufferOperator operator) {
      checkMetres(what);
      String unit = operator.getDistanceUnits();
      if (unit != null && !METRES.contains(unit.toLowerCase(Locale.ROOT))) {
        refusals.add(what + " reckons in metres alone, not in " + unit + ".");
      }
    }

    private void checkMetres(String what) {
      if (!measuresMetres.getAsBoolean()) {
        refusals.add(
            what
                + " reckons in the units of "
                + crs
                + ", which are not metres on the ground here. Maybe reprojected(\"EPSG:32638\") first?");
      }
    }

    private String foreign() {
      return "Coordinates are those of "
          + crs
          + ", longitude or easting first, and no other system is named in a condition.";
    }
  }
}
