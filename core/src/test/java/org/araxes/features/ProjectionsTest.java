package org.araxes.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.araxes.geometry.Geodesy;
import org.araxes.geometry.Wgs84;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class ProjectionsTest {
  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257223563;

  private static Coordinate project(String code, double longitude, double latitude) {
    return Projections.of(code).project("here", Wgs84.point(longitude, latitude)).getCoordinate();
  }

  /**
   * The transverse Mercator projection by Krüger's series to the third order in the third
   * flattening, good to a hundredth of a millimetre within a zone; written down apart from any
   * library.
   */
  private static Coordinate utm(double centralMeridian, double longitude, double latitude) {
    double n = F / (2 - F);
    double radius = A / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
    double[] alpha = {
      n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16,
      13 * n * n / 48 - 3 * n * n * n / 5,
      61 * n * n * n / 240
    };
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude - centralMeridian);
    double e = 2 * Math.sqrt(n) / (1 + n);
    double t = Math.sinh(atanh(Math.sin(phi)) - e * atanh(e * Math.sin(phi)));
    double xi = Math.atan2(t, Math.cos(lambda));
    double eta = atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
    double x = eta;
    double y = xi;
    for (int j = 1; j <= 3; j++) {
      x += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
      y += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
    }
    return new Coordinate(500_000 + 0.9996 * radius * x, 0.9996 * radius * y);
  }

  private static double atanh(double value) {
    return 0.5 * Math.log((1 + value) / (1 - value));
  }

  @ParameterizedTest
  @CsvSource({"45, 40", "44.5, 40.18", "46.7, 39.1", "42.1, 43.9", "47.99, 38.5"})
  void zone38AgreesWithTheSeries(double longitude, double latitude) {
    Coordinate expected = utm(45, longitude, latitude);
    Coordinate found = project("EPSG:32638", longitude, latitude);
    assertThat(found.x).isCloseTo(expected.x, within(1e-3));
    assertThat(found.y).isCloseTo(expected.y, within(1e-3));
  }

  @Test
  void northingOnTheCentralMeridianIsTheScaledArc() {
    Coordinate found = project("EPSG:32638", 45, 40);
    assertThat(found.x).isCloseTo(500_000, within(1e-6));
    assertThat(found.y).isCloseTo(0.9996 * Geodesy.metres(45, 0, 45, 40), within(1e-3));
  }

  /** The worked example of IOGP Guidance Note 7-2, and the false origin by definition. */
  @ParameterizedTest
  @CsvSource({"5, 50, 3962799.45, 2999718.85, 1e-2", "10, 52, 4321000, 3210000, 1e-2"})
  void equalAreaForEuropeAgreesWithThePublishedExample(
      double longitude, double latitude, double easting, double northing, double error) {
    Coordinate found = project("EPSG:3035", longitude, latitude);
    assertThat(found.x).isCloseTo(easting, within(error));
    assertThat(found.y).isCloseTo(northing, within(error));
  }

  @Test
  void webMercatorIsSpherical() {
    Coordinate found = project("EPSG:3857", 45, 40);
    assertThat(found.x).isCloseTo(Math.toRadians(45) * A, within(1e-6));
    assertThat(found.y).isCloseTo(A * atanh(Math.sin(Math.toRadians(40))), within(1e-6));
  }

  @Test
  void swappedInputWouldBeHundredsOfKilometresOff() {
    Coordinate right = project("EPSG:32638", 44.5, 40.18);
    Coordinate swapped = project("EPSG:32638", 40.18, 44.5);
    assertThat(right.distance(swapped)).isGreaterThan(500_000);
    assertThat(right.x).isBetween(450_000.0, 460_000.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "epsg:4326", " EPSG:4326 ", "CRS:84"})
  void longitudeAndLatitudeStayAsTheyAre(String code) {
    Coordinate found = project(code, 44.5, 40.18);
    assertThat(found.x).isEqualTo(44.5);
    assertThat(found.y).isEqualTo(40.18);
  }

  @Test
  void otherSystemsOfDegreesHaveLongitudeFirstToo() {
    Coordinate found = project("EPSG:4258", 44.5, 40.18);
    assertThat(found.x).isCloseTo(44.5, within(1e-6));
    assertThat(found.y).isCloseTo(40.18, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:EPSG::3035, EPSG:3035",
    "http://www.opengis.net/def/crs/EPSG/0/32638, EPSG:32638",
    "32638, EPSG:32638"
  })
  void formsThatMeanLatitudeFirstAreRefusedWithAWayOn(String code, String hint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.of(code))
        .withMessageContaining("Maybe \"" + hint + "\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UTM 38", "EPSG:", "EPSG:1", "EPSG:999999999", "AUTO:42001,44,40"})
  void whatIsNoSystemIsRefused(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Projections.of(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4978", "EPSG:5773", "EPSG:4979"})
  void systemsOfMoreOrFewerThanTwoAxesAreRefused(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Projections.of(code));
  }

  @Test
  void whatLiesOutsideIsToldByName() {
    Geometry pole = Wgs84.point(0, -90);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.of("EPSG:3857").project("pole", pole))
        .withMessageContaining("pole lies where EPSG:3857 is not defined");
  }

  @Test
  void aMetreIsAMetreInAZoneAndNotOnAWorldMap() {
    Envelope caucasus = new Envelope(42, 48, 38, 44);
    assertThat(Projections.of("EPSG:32638").measuresMetres(caucasus)).isTrue();
    assertThat(Projections.of("EPSG:3857").measuresMetres(caucasus)).isFalse();
    assertThat(Projections.of("EPSG:3035").measuresMetres(caucasus)).isFalse();
    assertThat(Projections.of("EPSG:2263").measuresMetres(new Envelope(-74, -73.9, 40.6, 40.8)))
        .as("feet")
        .isFalse();
    assertThat(Projections.LON_LAT.measuresMetres(caucasus)).isFalse();
    assertThat(Projections.LON_LAT.measuresMetres(new Envelope())).isTrue();
  }
}
