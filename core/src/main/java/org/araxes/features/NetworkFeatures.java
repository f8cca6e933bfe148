package org.araxes.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.araxes.border.Crossing;
import org.araxes.border.Impediment;
import org.araxes.border.Mode;
import org.araxes.control.ControlRule;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NetworkView;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * The network on a day as two GeoTools feature collections: nodes and edges.
 *
 * <p><b>Form.</b> In WGS 84, longitude first; in order of id; the feature's id is the element's.
 * Lists are one text, joined by {@code |}, in order. What is not known or does not apply is null,
 * as GeoTools says it ({@code IS NULL}). Each attribute carries its meaning as the description of
 * its type.
 *
 * <p><b>Attributes of both.</b> {@code geometry}, {@code element} (the id, since ECQL keeps that
 * word for itself), {@code name}, {@code names}, {@code states}; {@code status}, {@code
 * status_since}, {@code status_basis}; one a role: {@code sovereign}, {@code administering}, {@code
 * land_owner}, {@code infrastructure_owner}, {@code concessionaire}, {@code operator}, {@code
 * border_control}, {@code customs}, {@code security}, {@code regulator}; {@code veto_parties},
 * {@code parties}, {@code control} (at a crossing those of both sides together); {@code sources},
 * {@code confidence}, {@code note}.
 *
 * <p><b>Of nodes alone.</b> {@code kind}, {@code quality}, {@code jurisdictions}, {@code tags}.
 *
 * <p><b>Of edges alone.</b> {@code from_node}, {@code to_node}, {@code mode}, {@code jurisdiction},
 * {@code one_way}, {@code quality}, {@code length_m} (to reckon with), {@code length_stated},
 * {@code length_basis}, {@code geodesic_m}, {@code gauges}, {@code electrification}, {@code
 * tracks}, {@code speed_kmh}, {@code capacity}, {@code capacity_unit}, {@code corridors}.
 *
 * <p><b>Where made for a movement.</b> Also {@code passes}, {@code impediments}, {@code barred_by},
 * {@code barred_ways}; null on nodes that are no crossings and where the movement has no mode to go
 * by.
 *
 * <p><b>Cost.</b> O(nodes + edges + roles) on every call: features can be changed, so each caller
 * gets its own.
 */
public final class NetworkFeatures {
  private final NetworkSnapshot snapshot;
  private final Optional<NetworkView> view;

  private NetworkFeatures(NetworkSnapshot snapshot, Optional<NetworkView> view) {
    this.snapshot = snapshot;
    this.view = view;
  }

  /**
   * The features of a day.
   *
   * @param snapshot the network as of that day
   * @return its features
   */
  public static NetworkFeatures of(NetworkSnapshot snapshot) {
    return new NetworkFeatures(snapshot, Optional.empty());
  }

  /**
   * The features of a day on the default terms.
   *
   * @param network the network
   * @param date the day
   * @return its features
   */
  public static NetworkFeatures of(TransitNetwork network, LocalDate date) {
    return of(network.on(date));
  }

  /**
   * The features of a day with what a movement meets there.
   *
   * @param view the network as the movement sees it
   * @return its features, with the attributes for a movement
   */
  public static NetworkFeatures of(NetworkView view) {
    return new NetworkFeatures(view.snapshot(), Optional.of(view));
  }

  /**
   * The nodes.
   *
   * @return points in order of id
   */
  public TransitFeatures nodes() {
    List<Column<TransitNode>> columns = new ArrayList<>();
    columns.addAll(Column.named(TransitNode::id, TransitNode::names));
    columns.add(Column.text("kind", "What sort of place it is.", TransitNode::kind));
    columns.add(Column.text("quality", "How well the position is known.", TransitNode::quality));
    columns.add(
        Column.list(
            "jurisdictions", "In which it lies; two at a crossing.", TransitNode::jurisdictions));
    columns.add(
        Column.list(
            "states",
            "The states of its jurisdictions.",
            node -> Column.statesOf(node.jurisdictions())));
    columns.add(Column.list("tags", "Free slugs.", TransitNode::tags));
    columns.addAll(
        Column.standing(
            node -> node.status().at(snapshot.date(), snapshot.terms().plans()).orElse(null)));
    columns.addAll(Column.roles(node -> snapshot.roles(node.id())));
    columns.addAll(Column.control(this::controlOf));
    view.ifPresent(movement -> columns.addAll(Column.passage(node -> atCrossing(movement, node))));
    columns.addAll(Column.evidence(TransitNode::evidence));
    return TransitFeatures.of(
        "nodes",
        Point.class,
        columns,
        snapshot.network().nodes(),
        TransitNode::id,
        TransitNode::position);
  }

  /**
   * The edges.
   *
   * @return lines in order of id
   */
  public TransitFeatures edges() {
    List<Column<TransitEdge>> columns = new ArrayList<>();
    columns.addAll(Column.named(TransitEdge::id, TransitEdge::names));
    columns.add(Column.text("from_node", "Where its line begins.", TransitEdge::from));
    columns.add(Column.text("to_node", "Where its line ends.", TransitEdge::to));
    columns.add(
        Column.text("mode", "ROAD, RAIL, AIR, SEA, GAS, OIL, POWER or FIBRE.", TransitEdge::mode));
    columns.add(Column.text("jurisdiction", "In which it lies.", TransitEdge::jurisdiction));
    columns.add(
        Column.list(
            "states",
            "The state of its jurisdiction.",
            edge -> Column.statesOf(List.of(edge.jurisdiction()))));
    columns.add(
        Column.flag(
            "one_way",
            "Whether it can be used only from from_node to to_node.",
            TransitEdge::oneWay));
    columns.add(Column.text("quality", "How well the line is known.", TransitEdge::quality));
    columns.add(
        Column.number(
            "length_m",
            "The length to reckon with in metres: stated, or else geodesic.",
            edge -> OptionalDouble.of(edge.length().metres())));
    columns.add(
        Column.flag(
            "length_stated",
            "Whether a source states the length.",
            edge -> edge.statedLength().isPresent()));
    columns.add(
        Column.text(
            "length_basis",
            "Where a stated length comes from: STATED, SHARE or DERIVED.",
            edge -> edge.statedLength().isPresent() ? edge.lengthBasis() : null));
    columns.add(
        Column.number(
            "geodesic_m",
            "The length of the line on the ellipsoid in metres.",
            edge -> OptionalDouble.of(edge.geodesicLength().metres())));
    columns.add(Column.list("gauges", "Rail gauges in millimetres.", TransitEdge::gauges));
    columns.add(
        Column.text(
            "electrification",
            "Of a railway: NONE, DC_3KV, AC_25KV, YES or UNKNOWN.",
            edge -> edge.mode() == Mode.RAIL ? edge.electrification() : null));
    columns.add(Column.count("tracks", "Tracks, lanes or circuits.", TransitEdge::tracks));
    columns.add(
        Column.number("speed_kmh", "Design or usual speed in km/h.", TransitEdge::speedKmh));
    columns.add(
        Column.number(
            "capacity",
            "What fits through in a day.",
            edge ->
                edge.capacity()
                    .map(fits -> OptionalDouble.of(fits.perDay()))
                    .orElse(OptionalDouble.empty())));
    columns.add(
        Column.text(
            "capacity_unit",
            "Of what, for instance t/day.",
            edge -> edge.capacity().map(fits -> fits.unit().code()).orElse("")));
    columns.add(Column.list("corridors", "Slugs of corridors.", TransitEdge::corridors));
    columns.addAll(Column.standing(edge -> snapshot.status(edge).orElse(null)));
    columns.addAll(Column.roles(edge -> snapshot.roles(edge.id())));
    columns.addAll(Column.control(edge -> snapshot.controlOf(edge.id())));
    view.ifPresent(movement -> columns.addAll(Column.passage(edge -> onEdge(movement, edge))));
    columns.addAll(Column.evidence(TransitEdge::evidence));
    return TransitFeatures.of(
        "edges",
        LineString.class,
        columns,
        snapshot.network().edges(),
        TransitEdge::id,
        TransitEdge::geometry);
  }

  private ControlRule controlOf(TransitNode node) {
    return node.isCrossing()
        ? ControlRule.allOf(
            node.jurisdictions().stream().map(side -> snapshot.controlOf(node.id(), side)).toList())
        : snapshot.controlOf(node.id());
  }

  private static Map<String, List<Impediment>> onEdge(NetworkView view, TransitEdge edge) {
    return view.movement().modes().contains(edge.mode())
        ? Map.of(edge.mode().name(), view.onEdge(edge))
        : Map.of();
  }

  private static Map<String, List<Impediment>> atCrossing(NetworkView view, TransitNode node) {
    Map<String, List<Impediment>> met = new TreeMap<>();
    if (!node.isCrossing()) {
      return met;
    }
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    for (TransitEdge edge : view.network().edgesAt(node.id())) {
      modes.add(edge.mode());
    }
    modes.retainAll(view.movement().modes());
    Crossing crossing = view.network().crossing(node.id());
    String one = crossing.sides().get(0);
    String other = crossing.sides().get(1);
    for (Mode mode : modes) {
      met.put(mode + " " + one + ">" + other, view.atCrossing(crossing, mode, one, other));
      met.put(mode + " " + other + ">" + one, view.atCrossing(crossing, mode, other, one));
    }
    return met;
  }
}
