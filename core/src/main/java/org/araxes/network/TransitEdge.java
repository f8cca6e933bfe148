package org.araxes.network;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.geometry.Geodesy;
import org.araxes.geometry.Wgs84;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Throughput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A stretch between two nodes: one mode, one jurisdiction. Parallel edges and self-loops are
 * normal. Make it with {@link #builder}.
 *
 * @param id its id
 * @param names what it is called; may be empty
 * @param from id of the node where its line begins
 * @param to id of the node where its line ends
 * @param mode by what one goes
 * @param jurisdiction in which it lies
 * @param oneWay whether it can be used only from {@code from} to {@code to}
 * @param geometry its line in WGS 84, from node to node; not to be changed
 * @param quality how well the line is known
 * @param statedLength its length as a source gives it
 * @param lengthBasis where the stated length comes from
 * @param geodesicLength the length of the line on the ellipsoid
 * @param gauges rail gauges in millimetres in order; empty is not known
 * @param electrification of a railway
 * @param tracks tracks, lanes or circuits, where known
 * @param speedKmh design or usual speed, where known
 * @param capacity what fits through, where known
 * @param corridors slugs of corridors in order
 * @param status whether it is there for use, over time
 * @param evidence who says so
 */
public record TransitEdge(
    String id,
    Names names,
    String from,
    String to,
    Mode mode,
    String jurisdiction,
    boolean oneWay,
    LineString geometry,
    Quality quality,
    Optional<Distance> statedLength,
    LengthBasis lengthBasis,
    Distance geodesicLength,
    SortedSet<Integer> gauges,
    Electrification electrification,
    OptionalInt tracks,
    OptionalDouble speedKmh,
    Optional<Throughput> capacity,
    SortedSet<String> corridors,
    History<Status> status,
    Evidence evidence) {
  // Copies and checks.
  public TransitEdge {
    gauges = Collections.unmodifiableSortedSet(new TreeSet<>(gauges));
    corridors = Collections.unmodifiableSortedSet(new TreeSet<>(corridors));
    if (geometry.getNumPoints() < 2) {
      throw new IllegalArgumentException("Edge " + id + " has an empty line");
    }
    for (Coordinate position : geometry.getCoordinates()) {
      Wgs84.coordinate(position.x, position.y);
    }
    if (speedKmh.isPresent()
        && !(speedKmh.getAsDouble() > 0 && speedKmh.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Edge " + id + " has a speed of " + speedKmh.getAsDouble() + " km/h");
    }
  }

  /**
   * Starts an edge.
   *
   * @param id its id
   * @param from id of a node
   * @param to id of a node
   * @param mode by what one goes
   * @param jurisdiction in which it lies
   * @return a builder
   */
  public static Builder builder(String id, String from, String to, Mode mode, String jurisdiction) {
    return new Builder(id, from, to, mode, jurisdiction);
  }

  /**
   * A builder that starts from this edge.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder copy = new Builder(id, from, to, mode, jurisdiction);
    copy.names = names;
    copy.oneWay = oneWay;
    copy.geometry = Optional.of(geometry);
    copy.measured = Optional.of(geodesicLength);
    copy.quality = quality;
    copy.statedLength = statedLength;
    copy.lengthBasis = lengthBasis;
    copy.gauges = new TreeSet<>(gauges);
    copy.electrification = electrification;
    copy.tracks = tracks;
    copy.speedKmh = speedKmh;
    copy.capacity = capacity;
    copy.corridors = new TreeSet<>(corridors);
    copy.status = status;
    copy.evidence = evidence;
    return copy;
  }

  /** That of the id: cheap, and equal for equals. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * The length to reckon with: the stated one, or the geodesic where none is stated.
   *
   * @return the length
   */
  public Distance length() {
    return statedLength.orElse(geodesicLength);
  }

  /**
   * The node at the other end.
   *
   * @param node id of one end
   * @return id of the other; the same for a self-loop
   */
  public String otherEnd(String node) {
    if (node.equals(from)) {
      return to;
    }
    if (node.equals(to)) {
      return from;
    }
    throw new IllegalArgumentException(
        "Edge " + id + " runs from " + from + " to " + to + ", not to \"" + node + "\"");
  }

  /**
   * Whether another edge runs along exactly the same line, in either direction.
   *
   * @param other the other edge
   * @return true if every position is the same
   */
  public boolean sharesLineWith(TransitEdge other) {
    return geometry.equalsExact(other.geometry) || geometry.equalsExact(other.geometry.reverse());
  }

  /**
   * The same edge with another status history.
   *
   * @param other the history
   * @return the edge
   */
  public TransitEdge withStatus(History<Status> other) {
    return new TransitEdge(
        id,
        names,
        from,
        to,
        mode,
        jurisdiction,
        oneWay,
        geometry,
        quality,
        statedLength,
        lengthBasis,
        geodesicLength,
        gauges,
        electrification,
        tracks,
        speedKmh,
        capacity,
        corridors,
        other,
        evidence);
  }

  /** Makes edges. Status is operational at all times unless told otherwise. */
  public static final class Builder {
    private final String id;
    private final String from;
    private final String to;
    private final Mode mode;
    private final String jurisdiction;
    private Names names = new Names(new TreeMap<>());
    private boolean oneWay;
    private Optional<LineString> geometry = Optional.empty();
    private Optional<Distance> measured = Optional.empty();
    private Quality quality = Quality.SCHEMATIC;
    private Optional<Distance> statedLength = Optional.empty();
    private LengthBasis lengthBasis = LengthBasis.DERIVED;
    private TreeSet<Integer> gauges = new TreeSet<>();
    private Electrification electrification = Electrification.UNKNOWN;
    private OptionalInt tracks = OptionalInt.empty();
    private OptionalDouble speedKmh = OptionalDouble.empty();
    private Optional<Throughput> capacity = Optional.empty();
    private TreeSet<String> corridors = new TreeSet<>();
    private History<Status> status = History.always(Status.OPERATIONAL);
    private Evidence evidence = Evidence.NONE;

    private Builder(String id, String from, String to, Mode mode, String jurisdiction) {
      this.id = id;
      this.from = from;
      this.to = to;
      this.mode = mode;
      this.jurisdiction = jurisdiction;
    }

    /**
     * What it is called.
     *
     * @param value the names
     * @return this builder
     */
    public Builder names(Names value) {
      names = value;
      return this;
    }

    /**
     * It can be used only from {@code from} to {@code to}.
     *
     * @return this builder
     */
    public Builder oneWay() {
      oneWay = true;
      return this;
    }

    /**
     * Its line.
     *
     * @param line in WGS 84, from node to node
     * @param known how well it is known
     * @return this builder
     */
    public Builder geometry(LineString line, Quality known) {
      geometry = Optional.of(line);
      measured = Optional.empty();
      quality = known;
      return this;
    }

    /**
     * A straight line.
     *
     * @param a the node at {@code from}
     * @param b the node at {@code to}
     * @return this builder
     */
    public Builder straight(TransitNode a, TransitNode b) {
      return geometry(
          Wgs84.line(
              a.position().getX(), a.position().getY(), b.position().getX(), b.position().getY()),
          Quality.SCHEMATIC);
    }

    /**
     * Its length as a source gives it.
     *
     * @param length the length
     * @param basis where that comes from
     * @return this builder
     */
    public Builder length(Distance length, LengthBasis basis) {
      statedLength = Optional.of(length);
      lengthBasis = basis;
      return this;
    }

    /**
     * Its gauges; several calls add.
     *
     * @param millimetres for instance 1520
     * @return this builder
     */
    public Builder gauge(int... millimetres) {
      for (int gauge : millimetres) {
        gauges.add(gauge);
      }
      return this;
    }

    /**
     * Its gauges in the place of those given before.
     *
     * @param millimetres for instance 1435
     * @return this builder
     */
    public Builder regauge(int... millimetres) {
      gauges.clear();
      return gauge(millimetres);
    }

    /**
     * How it is electrified.
     *
     * @param value the system
     * @return this builder
     */
    public Builder electrification(Electrification value) {
      electrification = value;
      return this;
    }

    /**
     * Tracks, lanes or circuits.
     *
     * @param count how many
     * @return this builder
     */
    public Builder tracks(int count) {
      tracks = OptionalInt.of(count);
      return this;
    }

    /**
     * Design or usual speed.
     *
     * @param kmh kilometres an hour
     * @return this builder
     */
    public Builder speed(double kmh) {
      speedKmh = OptionalDouble.of(kmh);
      return this;
    }

    /**
     * What fits through.
     *
     * @param value the capacity
     * @return this builder
     */
    public Builder capacity(Throughput value) {
      capacity = Optional.of(value);
      return this;
    }

    /**
     * A corridor it belongs to; several calls add.
     *
     * @param slug the corridor
     * @return this builder
     */
    public Builder corridor(String slug) {
      corridors.add(slug);
      return this;
    }

    /**
     * Its status over time.
     *
     * @param history the history
     * @return this builder
     */
    public Builder status(History<Status> history) {
      status = history;
      return this;
    }

    /**
     * Its status at all times.
     *
     * @param always the status
     * @return this builder
     */
    public Builder status(Status always) {
      return status(History.always(always));
    }

    /**
     * Who says so.
     *
     * @param value the evidence
     * @return this builder
     */
    public Builder evidence(Evidence value) {
      evidence = value;
      return this;
    }

    /**
     * Makes the edge.
     *
     * @return the edge
     */
    public TransitEdge build() {
      LineString line =
          geometry.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Edge " + id + " has no line. Maybe straight(a, b)?"));
      return new TransitEdge(
          id,
          names,
          from,
          to,
          mode,
          jurisdiction,
          oneWay,
          line,
          quality,
          statedLength,
          lengthBasis,
          measured.orElseGet(() -> Geodesy.length(line)),
          gauges,
          electrification,
          tracks,
          speedKmh,
          capacity,
          corridors,
          status,
          evidence);
    }
  }
}
