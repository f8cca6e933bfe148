package org.araxes.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

class GeodesyTest {
  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /** The first line of Karney's test set, and his printed examples. */
  @ParameterizedTest
  @CsvSource({
    "0, 36.530042355041, 5.762344694676510456, -48.164270779097768864, 9398502.0434687, 1e-6",
    "174.81, -41.32, -5.50, 40.96, 19959679.267, 1e-3",
    "0, 0, 0, 90, 10001965.729, 1e-3",
    "0, 0, 180, 0, 20003931.459, 1e-3"
  })
  void agreesWithPublishedLengths(
      double lon1, double lat1, double lon2, double lat2, double metres, double error) {
    assertThat(Geodesy.metres(lon1, lat1, lon2, lat2)).isCloseTo(metres, within(error));
  }

  @Test
  void aDegreeOfTheEquatorIsAnArcOfTheEllipsoid() {
    assertThat(Geodesy.metres(44, 0, 45, 0))
        .isCloseTo(6_378_137 * Math.PI / 180, within(1e-6))
        .isCloseTo(111_319.4908, within(1e-4));
  }

  @Test
  void theAntimeridianIsNoDetour() {
    assertThat(Geodesy.metres(179.5, 0, -179.5, 0)).isCloseTo(111_319.4908, within(1e-4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isADistance(long seed) {
    Random random = new Random(seed);
    double[] p = new double[6];
    for (int i = 0; i < p.length; i += 2) {
      p[i] = random.nextDouble() * 360 - 180;
      p[i + 1] = random.nextDouble() * 180 - 90;
    }
    double ab = Geodesy.metres(p[0], p[1], p[2], p[3]);
    assertThat(Geodesy.metres(p[2], p[3], p[0], p[1])).isCloseTo(ab, within(1e-6));
    assertThat(Geodesy.metres(p[0], p[1], p[0], p[1])).isZero();
    assertThat(ab)
        .isLessThanOrEqualTo(
            Geodesy.metres(p[0], p[1], p[4], p[5]) + Geodesy.metres(p[4], p[5], p[2], p[3]) + 1e-6)
        .isLessThan(20_003_932);
  }

  @Test
  void aLineIsTheSumOfItsSegments() {
    double first = Geodesy.metres(44, 40, 45, 40);
    double second = Geodesy.metres(45, 40, 45, 41);
    assertThat(Geodesy.length(Wgs84.line(44, 40, 45, 40, 45, 41)).metres())
        .isCloseTo(first + second, within(1e-6));
    assertThat(Geodesy.between(Wgs84.point(44, 40), Wgs84.point(45, 40)).metres()).isEqualTo(first);
    assertThat(Geodesy.between(new Coordinate(44, 40), new Coordinate(45, 40)).metres())
        .isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"181, 0", "-180.1, 0", "0, 90.1", "0, -91", "NaN, 0", "0, NaN", "Infinity, 0"})
  void refusesWhatIsNotAPlaceOnEarth(double longitude, double latitude) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wgs84.point(longitude, latitude))
        .withMessageContaining("Not a place on Earth");
  }

  @Test
  void asksWhetherLongitudeAndLatitudeAreSwapped() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wgs84.point(40.4, 149.9))
        .withMessageContaining("Maybe the two are swapped?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wgs84.point(200, 40))
        .withMessageNotContaining("swapped");
  }

  @Test
  void aLineHasAtLeastTwoPositionsOfTwoNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> Wgs84.line(44, 40));
    assertThatIllegalArgumentException().isThrownBy(() -> Wgs84.line(44, 40, 45));
    assertThatIllegalArgumentException().isThrownBy(() -> Wgs84.line());
    assertThat(Wgs84.line(-180, -90, 180, 90).getSRID()).isEqualTo(4326);
  }
}
