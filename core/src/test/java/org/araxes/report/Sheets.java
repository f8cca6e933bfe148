package org.araxes.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.geometry.Wgs84;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Region;
import org.araxes.network.Route;
import org.araxes.network.Sketch;
import org.araxes.network.Step;
import org.araxes.network.Territory;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Fraction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** One small question with an answer, for tests of the windows. */
final class Sheets {
  static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  static final String NASTY = "A</script><script>alert('x')</script>\"&\u2028\u0007\\";

  private Sheets() {}

  /** Two ways from Baku to Nakhchivan; one node has a name that would like to be a script. */
  static TransitNetwork network() {
    TransitNetwork.Builder builder =
        Sketch.builder("bak -AZ- bil -IR- jul -AZ-NX- nax", "bak -AZ- agb -AM- kar -AZ-NX- nax");
    TreeMap<String, String> names = new TreeMap<>();
    names.put("en", NASTY);
    names.put("az", "Naxçıvan");
    builder.withNode(
        new TransitNode(
            "nax",
            new Names(names),
            NodeKind.JUNCTION,
            Wgs84.point(40.3, 40),
            Quality.SURVEYED,
            List.of("AZ-NX"),
            new TreeSet<>(),
            History.empty(),
            Evidence.NONE));
    Coordinate[] ring = {
      new Coordinate(40, 39), new Coordinate(41, 39), new Coordinate(41, 41), new Coordinate(40, 39)
    };
    builder.addTerritory(
        new Territory(
            "AZ",
            Names.of("Azerbaijan"),
            "AZ",
            "",
            Optional.of(new GeometryFactory().createPolygon(ring)),
            Evidence.NONE));
    for (String code : List.of("AM", "AZ-NX", "IR")) {
      builder.addTerritory(Territory.of(code));
    }
    builder.addRegion(new Region("main", Names.of("Main part"), new TreeSet<>(List.of("bak"))));
    return builder.build();
  }

  static AnswerSheet.Builder about(TransitNetwork network) {
    return AnswerSheet.about(network.on(DAY).moving(Movement.freight().build()), "main", "nax")
        .scenario("s0", "Before", "The day before.")
        .movement("road-freight", "Road freight");
  }

  static AnswerSheet open() {
    return about(network())
        .way("Fastest", route(), List.of(stop()))
        .standard("physical", "It is physical", Truth.YES, "Built and joined", "via Julfa")
        .standard("sovereign", "It is sovereign", Truth.NO, "Iran can stop it", "")
        .standard("unimpeded", "It is unimpeded", Truth.UNKNOWN, "Nobody says", "")
        .factual(influence())
        .lawful(influence())
        .build();
  }

  static AnswerSheet shut() {
    return about(network()).blocked("Every way is barred.", List.of(stop())).build();
  }

  static Impediment stop() {
    return new Impediment(
        ImpedimentKind.CONTROL_STOP,
        Effect.SLOWS,
        "bil",
        new TreeSet<>(List.of("AZ", "IR")),
        "",
        Duration.ofMinutes(390),
        "Customs of both sides",
        Evidence.NONE);
  }

  static AnswerSheet.Influence influence() {
    return new AnswerSheet.Influence(
        new TreeSet<>(List.of("AZ")),
        List.of(new TreeSet<>(List.of("AZ")), new TreeSet<>(List.of("AM", "IR"))),
        List.of(new TreeSet<>(List.of("AM", "AZ")), new TreeSet<>(List.of("AZ", "IR"))),
        List.of(
            new AnswerSheet.Weight("AZ", Fraction.of(3, 4), Fraction.of(3, 5), Fraction.of(2, 3))),
        "");
  }

  static Route route() {
    return new Route(
        "bak",
        "nax",
        List.of(
            leg("e1", "bak", "bil", "AZ"),
            passing("bil", "AZ", "IR"),
            leg("e2", "bil", "jul", "IR"),
            passing("jul", "IR", "AZ-NX"),
            leg("e3", "jul", "nax", "AZ-NX")),
        ControlRule.allOf(ControlRule.consentOf("AZ"), ControlRule.consentOf("IR")));
  }

  private static Step leg(String edge, String from, String to, String jurisdiction) {
    return new Step.Leg(
        edge,
        from,
        to,
        Mode.ROAD,
        jurisdiction,
        Distance.ofKilometres(400.04),
        Duration.ofMinutes(385),
        110);
  }

  private static Step passing(String crossing, String from, String to) {
    return new Step.BorderPassing(crossing, from, to, Mode.ROAD, Duration.ofHours(6), 100, false);
  }
}
