package org.araxes.network;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.geometry.AreaIndex;
import org.araxes.geometry.Geodesy;
import org.locationtech.jts.geom.Coordinate;

/**
 * The areas of a network's territories, prepared to be asked about nodes and edges.
 *
 * <p>Distances are in metres and said to be outside an area; see {@link AreaIndex} for their error.
 * Where the area of a territory is not known, the answer is empty. Safe to share between threads.
 */
public final class Boundaries {
  private final SortedMap<String, AreaIndex> areas;

  /**
   * How far an edge leaves its jurisdiction.
   *
   * @param metres how far from its jurisdiction its farthest place lies, above 0
   * @param longitude where that is, degrees east
   * @param latitude where that is, degrees north
   * @param into id of another territory in which that place lies, or empty where it is in none
   */
  public record Excursion(double metres, double longitude, double latitude, String into) {}

  private Boundaries(SortedMap<String, AreaIndex> areas) {
    this.areas = areas;
  }

  /**
   * Prepares the areas of all territories that have one.
   *
   * @param network the network
   * @return the boundaries
   */
  public static Boundaries of(TransitNetwork network) {
    TreeMap<String, AreaIndex> areas = new TreeMap<>();
    for (Territory territory : network.territories()) {
      territory.area().ifPresent(area -> areas.put(territory.id(), AreaIndex.of(area)));
    }
    return new Boundaries(Collections.unmodifiableSortedMap(areas));
  }

  /**
   * How far a node lies outside a territory.
   *
   * @param node the node
   * @param territory id of the territory
   * @return metres, 0 inside; empty where the area is not known
   */
  public OptionalDouble metresOutside(TransitNode node, String territory) {
    AreaIndex area = areas.get(territory);
    return area == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(area.metresOutside(node.position().getX(), node.position().getY()));
  }

  /**
   * The territories in whose area a node lies.
   *
   * @param node the node
   * @return ids in order
   */
  public SortedSet<String> around(TransitNode node) {
    return containing(node.position().getX(), node.position().getY());
  }

  private SortedSet<String> containing(double longitude, double latitude) {
    TreeSet<String> found = new TreeSet<>();
    areas.forEach(
        (id, area) -> {
          if (area.contains(longitude, latitude)) {
            found.add(id);
          }
        });
    return Collections.unmodifiableSortedSet(found);
  }

  /**
   * Where an edge is farthest from its jurisdiction.
   *
   * @param edge the edge
   * @param stepMetres its line is looked at so often, and at each of its vertices; above 0
   * @return the place, or empty where the edge stays inside or the area is not known
   */
  public Optional<Excursion> excursion(TransitEdge edge, double stepMetres) {
    if (!(stepMetres > 0)) {
      throw new IllegalArgumentException("A step is above 0 m, but was " + stepMetres);
    }
    AreaIndex own = areas.get(edge.jurisdiction());
    if (own == null) {
      return Optional.empty();
    }
    Coordinate[] line = edge.geometry().getCoordinates();
    double worst = 0;
    Coordinate where = line[0];
    for (int i = 0; i < line.length; i++) {
      int parts = i == 0 ? 1 : parts(line[i - 1], line[i], stepMetres);
      for (int part = 1; part <= parts; part++) {
        Coordinate place = i == 0 ? line[0] : between(line[i - 1], line[i], (double) part / parts);
        double metres = own.metresOutside(place.x, place.y);
        if (metres > worst) {
          worst = metres;
          where = place;
        }
      }
    }
    if (worst == 0) {
      return Optional.empty();
    }
    SortedSet<String> there = containing(where.x, where.y);
    return Optional.of(
        new Excursion(worst, where.x, where.y, there.isEmpty() ? "" : there.first()));
  }

  private static int parts(Coordinate a, Coordinate b, double stepMetres) {
    double count = Math.ceil(Geodesy.between(a, b).metres() / stepMetres);
    return (int) Math.min(10_000, Math.max(1, count));
  }

  private static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
  }
}
