package org.araxes.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Geodesy;
import org.araxes.network.Electrification;
import org.araxes.network.LengthBasis;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Region;
import org.araxes.network.Status;
import org.araxes.network.Territory;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Throughput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Makes territories, nodes, edges, their status, transhipments and regions of the rows. */
final class ElementFiles {
  /** How far the end of a line may lie from its node. */
  private static final double END_TOLERANCE_METRES = 10;

  /**
   * Degrees by which a node may lie outside the frame of its territory before that looks swapped.
   */
  private static final double SLACK_DEGREES = 1;

  private static final int MOST_LANES = 1_000;

  private final Ids ids;
  private final TransitNetwork.Builder builder;
  private final Map<String, Envelope> frames = new HashMap<>();
  private final Map<String, List<Claim<Status>>> statuses = new HashMap<>();
  private final Map<String, TransitNode> nodes = new LinkedHashMap<>();

  ElementFiles(Ids ids, TransitNetwork.Builder builder) {
    this.ids = ids;
    this.builder = builder;
  }

  /** Whether a node of this kind lies in two jurisdictions. */
  static boolean onBorder(String kind) {
    return kind.equals("border_crossing") || kind.equals("airspace_boundary");
  }

  /** The nodes without a fault, by id. */
  Map<String, TransitNode> nodes() {
    return nodes;
  }

  void readTerritories(GeoJson.Features features) {
    for (int i = 0; i < features.table().rows().size(); i++) {
      Row row = features.table().rows().get(i);
      String id = row.jurisdictionCode();
      Names names = row.names();
      String sovereign = row.reference("sovereign", ids.parties());
      String administering = row.findReference("administering", ids.parties());
      Evidence evidence = row.evidence(ids);
      Optional<Geometry> area = GeoJson.area(row, features.geometries().get(i));
      area.ifPresent(known -> frames.put(id, framed(known)));
      row.make(() -> new Territory(id, names, sovereign, administering, area, evidence))
          .ifPresent(builder::addTerritory);
    }
  }

  private static Envelope framed(Geometry area) {
    Envelope frame = area.getEnvelopeInternal().copy();
    frame.expandBy(SLACK_DEGREES);
    return frame;
  }

  void readStatuses(Table table, Table edges) {
    Map<String, List<StatusRow>> facts = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      String element = row.element("element", ids);
      Status status = row.code("status", Codes.STATUS);
      Validity validity = row.validity();
      Evidence evidence = row.evidenceWithBasis(ids);
      if (!row.sound()) {
        continue;
      }
      statuses
          .computeIfAbsent(element, e -> new ArrayList<>())
          .add(new Claim<>(status, validity, evidence));
      if (evidence.basis() == Basis.FACT) {
        facts.computeIfAbsent(element, e -> new ArrayList<>()).add(new StatusRow(row, validity));
      }
    }
    facts.values().forEach(ElementFiles::checkOverlaps);
    if (table.complete()) {
      Set<String> told = new TreeSet<>();
      table.rows().forEach(row -> told.add(row.subject()));
      for (Row edge : edges.rows()) {
        if (!edge.subject().isBlank() && !told.contains(edge.subject())) {
          edge.fault("missing_status", "id", "The edge has no row in " + table.schema().file());
        }
      }
    }
  }

  /** A fact about an element's status and its days. */
  private record StatusRow(Row row, Validity validity) {}

  private static void checkOverlaps(List<StatusRow> facts) {
    facts.sort(Comparator.comparing(fact -> fact.validity().from()));
    StatusRow last = facts.get(0);
    for (StatusRow next : facts.subList(1, facts.size())) {
      if (next.validity().overlaps(last.validity())) {
        next.row()
            .fault(
                "overlapping_status",
                "from",
                "The days "
                    + next.validity()
                    + " overlap those in line "
                    + last.row().line()
                    + ", "
                    + last.validity());
      }
      if (next.validity().to().isAfter(last.validity().to())) {
        last = next;
      }
    }
  }

  private History<Status> status(String element) {
    return new History<>(statuses.getOrDefault(element, List.of()));
  }

  void readNodes(GeoJson.Features features) {
    for (int i = 0; i < features.table().rows().size(); i++) {
      Row row = features.table().rows().get(i);
      String id = row.slug();
      Names names = row.names();
      NodeKind kind = row.code("kind", Codes.NODE_KIND);
      Quality quality = row.code("position", Codes.QUALITY);
      List<String> jurisdictions = jurisdictions(row);
      SortedSet<String> tags = row.slugs("tags");
      Evidence evidence = row.evidence(ids);
      Optional<Point> position = GeoJson.point(row, features.geometries().get(i));
      position.ifPresent(point -> checkSwapped(row, jurisdictions, point.getCoordinate()));
      row.make(
              () ->
                  new TransitNode(
                      id,
                      names,
                      kind,
                      position.orElseThrow(),
                      quality,
                      jurisdictions,
                      tags,
                      status(id),
                      evidence))
          .ifPresent(
              node -> {
                nodes.putIfAbsent(id, node);
                builder.addNode(node);
              });
    }
  }

  private List<String> jurisdictions(Row row) {
    String column = "jurisdictions";
    row.required(column);
    List<String> codes = row.references(column, ids.territories());
    int wanted = onBorder(row.text("kind")) ? 2 : 1;
    if (row.has(column) && row.has("kind") && codes.size() != wanted) {
      row.fault(
          "wrong_jurisdictions",
          column,
          "A node of kind "
              + Faults.quoted(row.text("kind"))
              + " lies in "
              + (wanted == 2 ? "two jurisdictions" : "one jurisdiction")
              + ", but here in "
              + Faults.quoted(row.text(column))
              + (wanted == 1 && codes.size() == 2 ? ". Maybe it is a border_crossing?" : ""));
    }
    return codes;
  }

  private void checkSwapped(Row row, List<String> jurisdictions, Coordinate place) {
    Coordinate other = new Coordinate(place.y, place.x);
    List<Envelope> known =
        jurisdictions.stream().filter(frames::containsKey).map(frames::get).toList();
    if (!known.isEmpty()
        && known.stream().noneMatch(frame -> frame.contains(place))
        && known.stream().anyMatch(frame -> frame.contains(other))) {
      row.fault(
          "swapped_coordinates",
          "id",
          "The node lies far from "
              + String.join(" and ", jurisdictions)
              + " at longitude "
              + place.x
              + ", latitude "
              + place.y
              + ". Maybe the two are swapped?");
    }
  }

  void readEdges(GeoJson.Features features) {
    for (int i = 0; i < features.table().rows().size(); i++) {
      Row row = features.table().rows().get(i);
      Optional<LineString> line = GeoJson.line(row, features.geometries().get(i));
      String id = row.slug();
      Names names = row.optionalNames();
      String from = row.reference("from", ids.nodes());
      String to = row.reference("to", ids.nodes());
      Mode mode = row.code("mode", Codes.MODE);
      String jurisdiction = row.reference("jurisdiction", ids.territories());
      boolean oneWay = row.findCode("direction", Codes.ONE_WAY).orElse(false);
      Quality quality = row.code("geometry", Codes.QUALITY);
      Optional<Distance> length = length(row);
      LengthBasis basis =
          row.findCode("length_basis", Codes.LENGTH_BASIS).orElse(LengthBasis.DERIVED);
      SortedSet<Integer> gauges = new TreeSet<>(row.codes("gauge_mm", Codes.GAUGE));
      Electrification electrification =
          row.findCode("electrification", Codes.ELECTRIFICATION).orElse(Electrification.UNKNOWN);
      checkRail(row, mode);
      java.util.OptionalInt tracks = row.whole("tracks", 1, MOST_LANES);
      OptionalDouble speed = row.positive("speed_kmh");
      Optional<Throughput> capacity = capacity(row);
      SortedSet<String> corridors = row.slugs("corridors");
      Evidence evidence = row.evidence(ids);
      line.ifPresent(
          known -> {
            checkEnd(row, "from", from, jurisdiction, known.getStartPoint());
            checkEnd(row, "to", to, jurisdiction, known.getEndPoint());
          });
      row.make(
              () ->
                  new TransitEdge(
                      id,
                      names,
                      from,
                      to,
                      mode,
                      jurisdiction,
                      oneWay,
                      line.orElseThrow(),
                      quality,
                      length,
                      basis,
                      Geodesy.length(line.orElseThrow()),
                      gauges,
                      electrification,
                      tracks,
                      speed,
                      capacity,
                      corridors,
                      status(id),
                      evidence))
          .ifPresent(builder::addEdge);
    }
  }

  private static Optional<Distance> length(Row row) {
    OptionalDouble kilometres = row.positive("length_km");
    if (kilometres.isPresent() != row.has("length_basis")
        && row.has("length_km") == kilometres.isPresent()) {
      row.fault(
          "missing_value",
          "length_km",
          "\"length_km\" and \"length_basis\" are stated together or not at all");
    }
    return kilometres.isPresent()
        ? Optional.of(Distance.ofKilometres(kilometres.getAsDouble()))
        : Optional.empty();
  }

  private static Optional<Throughput> capacity(Row row) {
    OptionalDouble number = row.notNegative("capacity");
    Optional<Throughput.Unit> unit = row.findCode("capacity_unit", Codes.UNIT);
    if (row.has("capacity") != row.has("capacity_unit")) {
      row.fault(
          "missing_value",
          "capacity",
          "\"capacity\" and \"capacity_unit\" are stated together or not at all");
    }
    return number.isPresent() && unit.isPresent()
        ? Optional.of(new Throughput(number.getAsDouble(), unit.get()))
        : Optional.empty();
  }

  private static void checkRail(Row row, Mode mode) {
    for (String column : List.of("gauge_mm", "electrification")) {
      if (row.has(column) && row.has("mode") && mode != Mode.RAIL) {
        row.fault(
            "not_rail",
            column,
            "\"" + column + "\" is for rail, but the mode is " + row.text("mode"));
      }
    }
  }

  private void checkEnd(Row row, String column, String end, String jurisdiction, Point place) {
    TransitNode node = nodes.get(end);
    if (node == null) {
      return;
    }
    if (ids.territories().contains(jurisdiction) && !node.jurisdictions().contains(jurisdiction)) {
      row.fault(
          "edge_leaves_jurisdiction",
          column,
          "The edge lies in "
              + jurisdiction
              + " but ends at "
              + end
              + " in "
              + String.join(" and ", node.jurisdictions())
              + ". Maybe a crossing is missing?");
    }
    double gap = Geodesy.between(node.position(), place).metres();
    if (gap <= END_TOLERANCE_METRES) {
      return;
    }
    boolean swapped =
        Math.abs(place.getX()) <= 90
            && Geodesy.metres(
                    place.getY(), place.getX(), node.position().getX(), node.position().getY())
                <= END_TOLERANCE_METRES;
    row.fault(
        swapped ? "swapped_coordinates" : "line_misses_node",
        "id",
        "The line ends "
            + Math.round(gap)
            + " m from its node "
            + end
            + (swapped ? ". Maybe longitude and latitude are swapped?" : ""));
  }

  void readTranshipments(Table table) {
    for (Row row : table.rows()) {
      String node = row.reference("node", ids.nodes());
      Mode fromMode = row.code("from_mode", Codes.MODE);
      Mode toMode = row.code("to_mode", Codes.MODE);
      int fromGauge = gauge(row, "from_gauge", fromMode);
      int toGauge = gauge(row, "to_gauge", toMode);
      Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
      row.required("hours");
      Optional<java.time.Duration> hours = row.hours("hours");
      OptionalDouble usd = row.notNegative("usd_per_tonne");
      Optional<Throughput> capacity = capacity(row);
      Validity validity = row.validity();
      Evidence evidence = row.evidence(ids);
      row.make(
              () ->
                  new Transhipment(
                      node,
                      fromMode,
                      fromGauge,
                      toMode,
                      toGauge,
                      classes,
                      hours.orElseThrow(),
                      usd,
                      capacity,
                      validity,
                      evidence))
          .ifPresent(builder::addTranshipment);
    }
  }

  private static int gauge(Row row, String column, Mode mode) {
    int gauge = row.findCode(column, Codes.GAUGE).orElse(0);
    if (gauge != 0 && mode != Mode.RAIL) {
      row.fault("not_rail", column, "A gauge is for rail alone");
      return 0;
    }
    return gauge;
  }

  void readRegions(Table table) {
    for (Row row : table.rows()) {
      String id = row.id();
      Names names = row.names();
      List<String> codes = row.references("jurisdictions", ids.territories());
      List<String> named = row.references("nodes", ids.nodes());
      if (codes.isEmpty() == named.isEmpty()) {
        row.fault(
            "bad_region",
            "id",
            "A region names either \"jurisdictions\" or \"nodes\", not both or none");
      }
      if (ids.nodes().contains(id)) {
        row.fault("duplicate_id", "id", "A region and a node share this id");
      }
      TreeSet<String> meant = new TreeSet<>(named);
      nodes.values().stream()
          .filter(node -> !node.isCrossing() && codes.containsAll(node.jurisdictions()))
          .forEach(node -> meant.add(node.id()));
      row.make(() -> new Region(id, names, meant)).ifPresent(builder::addRegion);
    }
  }
}
