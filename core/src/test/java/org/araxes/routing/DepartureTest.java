package org.araxes.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.araxes.border.CrossingFact;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Timetable;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;

class DepartureTest {
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).build();

  /** Two ways: 50 km an hour over the near gate, or a detour of two hours over the far one. */
  private static NetworkView view(Movement movement, CrossingFact... facts) {
    TransitNetwork.Builder builder =
        Sketch.of(
            "a@AZ -near1:road:100- near@AZ/IR -near2:road:100- b@IR",
            "a -far1:road:150- far@AZ/IR -far2:road:150- b")
            .build()
            .toBuilder();
    for (CrossingFact fact : facts) {
      builder.addCrossingFact(fact);
    }
    return builder.build().on(Sketch.DAY).moving(movement);
  }

  private static CrossingFact.Builder at(String crossing) {
    return CrossingFact.builder(crossing);
  }

  private static CrossingFact hours(String crossing, String text) {
    return at(crossing).hours(text, BAKU).build();
  }

  private static CrossingFact clearing(String crossing, int minutes) {
    return at(crossing).waiting(Duration.ofMinutes(minutes)).build();
  }

  private static ZonedDateTime time(int hour, int minute) {
    return Sketch.DAY.atTime(hour, minute).atZone(BAKU);
  }

  private static List<Impediment> at(NetworkView view, String crossing) {
    return view.atCrossing(view.network().crossing(crossing), Mode.ROAD, "AZ", "IR");
  }

  private static Route only(RouteAnswer answer) {
    return ((RouteAnswer.Found) answer).routes().get(0);
  }

  @Test
  void hoursSlowByTheirMeanWait() {
    NetworkView view = view(TRUCK, clearing("near", 30), hours("near", "12:00-24:00"));
    // Half of the day six hours in the mean, the other half none.
    assertThat(at(view, "near"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.OPENING_HOURS);
              assertThat(found.effect()).isEqualTo(Effect.SLOWS);
              assertThat(found.delay()).isEqualTo(Duration.ofHours(3));
              assertThat(found.text()).isEqualTo("Open at 12:00-24:00 only");
            });
    Route far = only(RoutePlanner.on(view).between("a", "b").avoidingElement("far").fastest());
    assertThat(far.duration()).isEqualTo(Duration.ofMinutes(4 * 60 + 30 + 180));
  }

  @Test
  void hoursThatKeepItShutForOverAWeekBar() {
    assertThat(at(view(TRUCK, hours("near", "Apr-Jul 24")), "near"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.OPENING_HOURS);
              assertThat(found.effect()).isEqualTo(Effect.BARS);
            });
    assertThat(at(view(TRUCK, hours("near", "24")), "near")).isEmpty();
  }

  @Test
  void aCapacityBelowTheAmountSlowsByTheFurtherDays() {
    CrossingFact three = at("near").capacityPerDay(3).build();
    assertThat(at(view(TRUCK, three), "near")).isEmpty();
    assertThat(at(view(TRUCK.toBuilder().tonnes(150).build(), three), "near"))
        .singleElement()
        .satisfies(
            found -> {
              // 7.5 vehicles of 20 t at three a day.
              assertThat(found.kind()).isEqualTo(ImpedimentKind.CAPACITY);
              assertThat(found.effect()).isEqualTo(Effect.SLOWS);
              assertThat(found.delay()).isEqualTo(Duration.ofHours(36));
              assertThat(found.text()).isEqualTo("Takes 3 days at 3 a day");
            });
    assertThat(at(view(TRUCK, at("near").capacityPerDay(0).build()), "near"))
        .singleElement()
        .matches(found -> found.effect() == Effect.BARS);
    Movement crowd = Movement.persons().by(Mode.ROAD).tonnes(50).build();
    assertThat(at(view(crowd, three), "near")).isEmpty(); // vehicles, not persons
    CrossingFact persons = three.toBuilder().classes(TrafficClass.PERSONS).build();
    assertThat(at(view(crowd, persons), "near"))
        .singleElement()
        .matches(found -> found.text().equals("Takes 17 days at 3 a day"));
  }

  @Test
  void aTimetableWaitsAtTheGateForItsHours() {
    NetworkView view =
        view(TRUCK, clearing("near", 30), clearing("far", 30), hours("near", "08:00-18:00"));
    Route near = only(RoutePlanner.on(view).between("a", "b").avoidingElement("far").fastest());
    Timetable early = view.timetable(near, time(3, 0));
    assertThat(early.gateWait()).isEqualTo(Duration.ofHours(3));
    assertThat(early.arrival()).isEqualTo(time(10, 30));
    assertThat(early.entries()).hasSize(3);
    assertThat(early.entries().get(1).arrival()).isEqualTo(time(5, 0));
    Timetable noon = view.timetable(near, time(12, 0));
    assertThat(noon.gateWait()).isZero();
    assertThat(noon.duration()).isEqualTo(Duration.ofMinutes(270));
    // At the gate a minute before it closes: cleared after that.
    assertThat(view.timetable(near, time(15, 59)).gateWait()).isZero();
    assertThat(view.timetable(near, time(16, 0)).gateWait()).isEqualTo(Duration.ofHours(14));
    assertThat(view.timetable(near, time(5, 0).withZoneSameInstant(ZoneOffset.UTC)).arrival())
        .isEqualTo(time(10, 30).withZoneSameInstant(ZoneOffset.UTC));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.timetable(near, time(3, 0).plusDays(1)))
        .withMessageContaining("Maybe the view of that day?");
  }

  @Test
  void theEarliestArrivalDependsOnTheDeparture() {
    NetworkView view =
        view(TRUCK, clearing("near", 30), clearing("far", 30), hours("near", "08:00-18:00"));
    RouteSearch search = RoutePlanner.on(view).between("a", "b");
    assertThat(only(search.earliest(time(12, 0))).edges()).containsExactly("near1", "near2");
    assertThat(only(search.earliest(time(17, 0))).edges()).containsExactly("far1", "far2");
    // An hour at the gate is less than the detour of two.
    assertThat(only(search.earliest(time(5, 0))).edges()).containsExactly("near1", "near2");
    assertThat(only(search.earliest(time(3, 0))).edges()).containsExactly("far1", "far2");
    assertThat(search.avoidingState("IR").earliest(time(3, 0)))
        .isInstanceOf(RouteAnswer.NoRoute.class);
  }

  @Test
  void noRouteArrivesBeforeTheEarliest() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<String> lines = new ArrayList<>();
      TransitNetwork.Builder builder = ladder(random, lines).build().toBuilder();
      for (String gate : List.of("g0", "g1", "g2", "h0", "h1", "h2")) {
        if (random.nextInt(4) > 0) {
          int from = random.nextInt(23);
          int to = from + 1 + random.nextInt(23 - from);
          builder.addCrossingFact(
              hours(gate, String.format(java.util.Locale.ROOT, "%02d:00-%02d:00", from, to)));
        }
        builder.addCrossingFact(clearing(gate, random.nextInt(120)));
      }
      NetworkView view = builder.build().on(Sketch.DAY).moving(TRUCK);
      RouteSearch search = RoutePlanner.on(view).between("a", "c");
      ZonedDateTime departure = time(random.nextInt(24), random.nextInt(60));
      Duration best =
          ((RouteAnswer.Found) search.best(Aim.FASTEST, 1_000))
              .routes().stream()
                  .map(route -> view.timetable(route, departure).duration())
                  .min(Duration::compareTo)
                  .orElseThrow();
      assertThat(view.timetable(only(search.earliest(departure)), departure).duration())
          .as("seed %s: %s at %s", seed, lines, departure)
          .isEqualTo(best);
    }
  }

  private static Sketch ladder(Random random, List<String> lines) {
    for (int i = 0; i < 3; i++) {
      lines.add(
          (i == 0 ? "a@AZ" : "a")
              + " -ag"
              + i
              + ":road:"
              + (20 + random.nextInt(400))
              + "- g"
              + i
              + "@AZ/IR -gb"
              + i
              + ":road:"
              + (20 + random.nextInt(400))
              + (i == 0 ? "- b@IR -bh" : "- b -bh")
              + i
              + ":road:"
              + (20 + random.nextInt(400))
              + "- h"
              + i
              + "@IR/TR -hc"
              + i
              + ":road:"
              + (20 + random.nextInt(400))
              + (i == 0 ? "- c@TR" : "- c"));
    }
    return Sketch.of(lines.toArray(String[]::new));
  }
}
