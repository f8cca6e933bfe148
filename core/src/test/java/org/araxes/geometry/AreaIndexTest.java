package org.araxes.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class AreaIndexTest {
  private static Polygon square(double west, double south, double side) {
    return polygon(
        new Coordinate(west, south),
        new Coordinate(west + side, south),
        new Coordinate(west + side, south + side),
        new Coordinate(west, south + side));
  }

  private static Polygon polygon(Coordinate... corners) {
    Coordinate[] ring = java.util.Arrays.copyOf(corners, corners.length + 1);
    ring[corners.length] = corners[0];
    return Wgs84.FACTORY.createPolygon(ring);
  }

  @Test
  void insideAndOnTheBorderIsNotOutside() {
    AreaIndex area = AreaIndex.of(square(45, 39, 1));

    assertThat(area.contains(45.5, 39.5)).isTrue();
    assertThat(area.metresOutside(45.5, 39.5)).isZero();
    assertThat(area.metresOutside(45, 39.5)).isZero();
    assertThat(area.contains(44.999, 39.5)).isFalse();
  }

  @Test
  void distancesAreGeodesicMetres() {
    AreaIndex area = AreaIndex.of(square(45, 39, 1));

    assertThat(area.metresOutside(45.5, 38.99))
        .isCloseTo(Geodesy.metres(45.5, 38.99, 45.5, 39), within(0.1));
    assertThat(area.metresOutside(44.9, 38.9))
        .isCloseTo(Geodesy.metres(44.9, 38.9, 45, 39), within(0.1));
    assertThat(area.metresToBorder(45.01, 39.5))
        .isCloseTo(Geodesy.metres(45.01, 39.5, 45, 39.5), within(0.1));
  }

  @Test
  void aHoleIsOutside() {
    Polygon holed = (Polygon) square(45, 39, 1).difference(square(45.4, 39.4, 0.2));

    assertThat(AreaIndex.of(holed).metresOutside(45.41, 39.5))
        .isCloseTo(Geodesy.metres(45.41, 39.5, 45.4, 39.5), within(0.5));
  }

  @Test
  void aFarPlaceIsFarAway() {
    assertThat(AreaIndex.of(square(45, 39, 1)).metresOutside(-75, 40)).isGreaterThan(8_000_000);
  }

  @Test
  void whatHasNoAreaIsRefused() {
    assertThatThrownBy(() -> AreaIndex.of(Wgs84.line(45, 39, 46, 40)))
        .hasMessageContaining("Not an area");
    assertThatThrownBy(() -> AreaIndex.of(Wgs84.FACTORY.createPolygon()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithWalkingAlongTheBorder(long seed) {
    Random random = new Random(seed);
    double lat = random.nextDouble() * 130 - 65;
    double lon = random.nextDouble() * 300 - 150;
    Coordinate[] corners = new Coordinate[3 + random.nextInt(12)];
    for (int i = 0; i < corners.length; i++) {
      double angle = 2 * Math.PI * i / corners.length;
      double radius = 0.05 + random.nextDouble() * 0.2;
      corners[i] = new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
    }
    Polygon area = polygon(corners);
    double x = lon + random.nextDouble() - 0.5;
    double y = lat + random.nextDouble() - 0.5;

    double slow = Double.POSITIVE_INFINITY;
    Coordinate[] ring = area.getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      for (int step = 0; step <= 2_000; step++) {
        double share = step / 2_000.0;
        slow =
            Math.min(
                slow,
                Geodesy.metres(
                    x,
                    y,
                    ring[i - 1].x + (ring[i].x - ring[i - 1].x) * share,
                    ring[i - 1].y + (ring[i].y - ring[i - 1].y) * share));
      }
    }

    AreaIndex index = AreaIndex.of(area);
    assertThat(index.metresToBorder(x, y)).isCloseTo(slow, within(20 + slow * 0.002));
    assertThat(index.contains(x, y)).isEqualTo(area.intersects(Wgs84.point(x, y)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }
}
