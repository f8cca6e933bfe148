package org.araxes.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.Selector;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Wgs84;
import org.araxes.network.Electrification;
import org.araxes.network.LengthBasis;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Refusal;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Sketch;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Throughput;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

class NetworkFeaturesTest {
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();

  private static TransitNetwork network() {
    TransitNetwork.Builder builder =
        Sketch.builder("bak -AZ- agb -AM:rail:1520@tripp#tripp=43.5- ord", "ord -AZ-NX- nax")
            .addParty(Party.state("US"))
            .addStake(Stake.of("US", "tripp", 74))
            .addStake(Stake.of("AM", "tripp", 26))
            .addRole(Role.of("tripp", RoleKind.REGULATOR, "AM"))
            .addRole(Role.of("tripp", RoleKind.REGULATOR, "US"));
    TransitEdge plain = builder.build().edge("tripp");
    return builder
        .withEdge(
            plain.toBuilder()
                .names(Names.parse("az=Zəngəzur dəhlizi;en=Trump Route"))
                .gauge(1435)
                .electrification(Electrification.DC_3KV)
                .tracks(1)
                .speed(80)
                .capacity(new Throughput(12, Throughput.Unit.TRAINS))
                .corridor("tripp")
                .corridor("north-south")
                .status(
                    new History<>(
                        List.of(
                            new Claim<>(
                                Status.PLANNED,
                                Validity.since(Sketch.DAY),
                                Evidence.of("decl", Confidence.HIGH)))))
                .evidence(Evidence.of("decl", Confidence.HIGH))
                .build())
        .build();
  }

  private static List<SimpleFeature> all(TransitFeatures features) {
    List<SimpleFeature> list = new ArrayList<>();
    try (SimpleFeatureIterator iterator = features.features()) {
      while (iterator.hasNext()) {
        list.add(iterator.next());
      }
    }
    return list;
  }

  private static SimpleFeature one(TransitFeatures features, String id) {
    return all(features).stream().filter(f -> f.getID().equals(id)).findFirst().orElseThrow();
  }

  private static TransitFeatures edges() {
    return NetworkFeatures.of(network(), Sketch.DAY).edges();
  }

  private static TransitFeatures nodes() {
    return NetworkFeatures.of(network(), Sketch.DAY).nodes();
  }

  private static List<String> names(TransitFeatures features) {
    return features.getSchema().getAttributeDescriptors().stream()
        .map(AttributeDescriptor::getLocalName)
        .toList();
  }

  @Test
  void theSchemaOfNodes() {
    assertThat(names(nodes()))
        .containsExactly(
            "geometry",
            "element",
            "name",
            "names",
            "kind",
            "quality",
            "jurisdictions",
            "states",
            "tags",
            "status",
            "status_since",
            "status_basis",
            "sovereign",
            "administering",
            "land_owner",
            "infrastructure_owner",
            "concessionaire",
            "operator",
            "border_control",
            "customs",
            "security",
            "regulator",
            "veto_parties",
            "parties",
            "control",
            "sources",
            "confidence",
            "note");
    assertThat(nodes().getSchema().getGeometryDescriptor().getType().getBinding())
        .isEqualTo(Point.class);
    assertThat(nodes().getSchema().getTypeName()).isEqualTo("nodes");
  }

  @Test
  void theSchemaOfEdges() {
    assertThat(names(edges()))
        .containsExactly(
            "geometry",
            "element",
            "name",
            "names",
            "from_node",
            "to_node",
            "mode",
            "jurisdiction",
            "states",
            "one_way",
            "quality",
            "length_m",
            "length_stated",
            "length_basis",
            "geodesic_m",
            "gauges",
            "electrification",
            "tracks",
            "speed_kmh",
            "capacity",
            "capacity_unit",
            "corridors",
            "status",
            "status_since",
            "status_basis",
            "sovereign",
            "administering",
            "land_owner",
            "infrastructure_owner",
            "concessionaire",
            "operator",
            "border_control",
            "customs",
            "security",
            "regulator",
            "veto_parties",
            "parties",
            "control",
            "sources",
            "confidence",
            "note");
    assertThat(edges().getSchema().getGeometryDescriptor().getType().getBinding())
        .isEqualTo(LineString.class);
    assertThat(edges().getSchema().getDescriptor("tracks").getType().getBinding())
        .isEqualTo(Integer.class);
  }

  @Test
  void everyAttributeSaysWhatItMeans() {
    for (TransitFeatures features :
        List.of(
            NetworkFeatures.of(network().on(Sketch.DAY).moving(TRUCK)).nodes(),
            NetworkFeatures.of(network().on(Sketch.DAY).moving(TRUCK)).edges())) {
      assertThat(features.getSchema().getAttributeDescriptors())
          .allSatisfy(
              attribute ->
                  assertThat(String.valueOf(attribute.getType().getDescription()))
                      .as(attribute.getLocalName())
                      .endsWith("."));
    }
  }

  @Test
  void anEdgeTellsAllThatIsKnownOfIt() {
    SimpleFeature tripp = one(edges(), "tripp");
    assertThat(tripp.getAttribute("element")).isEqualTo("tripp");
    assertThat(tripp.getAttribute("name")).isEqualTo("Trump Route");
    assertThat(tripp.getAttribute("names")).isEqualTo("az=Zəngəzur dəhlizi;en=Trump Route");
    assertThat(tripp.getAttribute("from_node")).isEqualTo("agb");
    assertThat(tripp.getAttribute("to_node")).isEqualTo("ord");
    assertThat(tripp.getAttribute("mode")).isEqualTo("RAIL");
    assertThat(tripp.getAttribute("jurisdiction")).isEqualTo("AM");
    assertThat(tripp.getAttribute("one_way")).isEqualTo(false);
    assertThat(tripp.getAttribute("length_m")).isEqualTo(43_500.0);
    assertThat(tripp.getAttribute("length_stated")).isEqualTo(true);
    assertThat(tripp.getAttribute("length_basis")).isEqualTo("STATED");
    assertThat((Double) tripp.getAttribute("geodesic_m")).isCloseTo(8_539, within(1.0));
    assertThat(tripp.getAttribute("gauges")).isEqualTo("1435|1520");
    assertThat(tripp.getAttribute("electrification")).isEqualTo("DC_3KV");
    assertThat(tripp.getAttribute("tracks")).isEqualTo(1);
    assertThat(tripp.getAttribute("speed_kmh")).isEqualTo(80.0);
    assertThat(tripp.getAttribute("capacity")).isEqualTo(12.0);
    assertThat(tripp.getAttribute("capacity_unit")).isEqualTo("trains/day");
    assertThat(tripp.getAttribute("corridors")).isEqualTo("north-south|tripp");
    assertThat(tripp.getAttribute("status")).isEqualTo("PLANNED");
    assertThat(tripp.getAttribute("status_since")).isEqualTo(Sketch.DAY.toString());
    assertThat(tripp.getAttribute("status_basis")).isEqualTo("FACT");
    assertThat(tripp.getAttribute("operator")).isEqualTo("tripp");
    assertThat(tripp.getAttribute("regulator")).isEqualTo("AM|US");
    assertThat(tripp.getAttribute("veto_parties")).isEqualTo("AM|US");
    assertThat(tripp.getAttribute("control")).isEqualTo("(AM and US)");
    assertThat(tripp.getAttribute("sources")).isEqualTo("decl");
    assertThat(tripp.getAttribute("confidence")).isEqualTo("HIGH");
  }

  @Test
  void whatIsNotKnownIsNull() {
    SimpleFeature road = one(edges(), "e1");
    for (String name :
        List.of(
            "name",
            "gauges",
            "tracks",
            "speed_kmh",
            "capacity",
            "status_since",
            "operator",
            "electrification",
            "note")) {
      assertThat(road.getAttribute(name)).as(name).isNull();
    }
    assertThat(edges().select("speed_kmh IS NULL").ids()).containsExactly("e1", "e3");
  }

  @Test
  void aCrossingNeedsBothSides() {
    SimpleFeature crossing = one(nodes(), "agb");
    assertThat(crossing.getAttribute("kind")).isEqualTo("BORDER_CROSSING");
    assertThat(crossing.getAttribute("jurisdictions")).isEqualTo("AM|AZ");
    assertThat(crossing.getAttribute("veto_parties")).isEqualTo("AM|AZ");
    assertThat(one(nodes(), "ord").getAttribute("states")).isEqualTo("AM|AZ");
    assertThat(one(nodes(), "nax").getAttribute("control")).isEqualTo("AZ");
  }

  @Test
  void aMovementAddsWhatItMeets() {
    TransitNetwork network =
        network().toBuilder()
            .addCrossingFact(
                new CrossingFact(
                    "agb",
                    Set.of(),
                    Set.of(),
                    "AZ",
                    "AM",
                    new TreeSet<>(),
                    java.util.Optional.of(CrossingState.CLOSED),
                    Validity.since(Sketch.DAY),
                    "AM",
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    "",
                    java.util.OptionalDouble.empty(),
                    "",
                    0,
                    Evidence.NONE))
            .addRefusal(
                new Refusal("AZ", Selector.of(List.of("e3")), Validity.ALWAYS, Evidence.NONE))
            .build();
    NetworkFeatures truck = NetworkFeatures.of(network.on(Sketch.DAY).moving(TRUCK));
    SimpleFeature crossing = one(truck.nodes(), "agb");
    assertThat(crossing.getAttribute("passes")).isEqualTo("partly");
    assertThat(crossing.getAttribute("barred_ways")).isEqualTo("ROAD AZ>AM");
    assertThat(crossing.getAttribute("barred_by")).isEqualTo("AM");
    assertThat(crossing.getAttribute("impediments")).isEqualTo("CLOSURE");
    assertThat(one(truck.nodes(), "bak").getAttribute("passes")).isNull();
    assertThat(one(truck.edges(), "e1").getAttribute("passes")).isEqualTo("yes");
    assertThat(one(truck.edges(), "e3").getAttribute("passes")).isEqualTo("no");
    assertThat(one(truck.edges(), "e3").getAttribute("barred_by")).isEqualTo("AZ");
    assertThat(one(truck.edges(), "tripp").getAttribute("passes")).isNull();
    Movement train = Movement.freight().by(Mode.RAIL).build();
    NetworkFeatures rail = NetworkFeatures.of(network.on(Sketch.DAY).moving(train));
    assertThat(rail.edges().select("passes = 'no'").ids()).containsExactly("tripp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mode = 'RAIL'; tripp",
        "mode <> 'RAIL'; e1|e3",
        "INCLUDE; e1|e3|tripp",
        "EXCLUDE; ''",
        "length_m > 50000; e1|e3",
        "length_m BETWEEN 40000 AND 50000 AND one_way = false; tripp",
        "gauges LIKE '%1520%'; tripp",
        "corridors LIKE '%north%' OR element = 'e3'; e3|tripp",
        "IN ('e1', 'tripp'); e1|tripp",
        "element IN ('e1', 'tripp'); e1|tripp",
        "veto_parties LIKE '%US%'; tripp",
        "NOT (jurisdiction = 'AM'); e1|e3",
        "status_since >= '2025-08-08'; tripp",
        "status_since > '2025-08-08'; ''",
        "BBOX(geometry, 40.05, 39, 40.15, 41); e1|tripp",
        "BBOX(geometry, 39, 40.05, 41, 40.15); ''",
        "INTERSECTS(geometry, POLYGON((40.25 39, 41 39, 41 41, 40.25 41, 40.25 39))); e3",
        "strToLowerCase(mode) = 'road'; e1|e3"
      })
  void conditionsAreWrittenInEcql(String ecql, String ids) {
    assertThat(String.join("|", edges().select(ecql).ids())).isEqualTo(ids);
  }

  @Test
  void everyAttributeCanBeNamedInACondition() {
    for (TransitFeatures features :
        List.of(
            NetworkFeatures.of(network().on(Sketch.DAY).moving(TRUCK)).nodes(),
            NetworkFeatures.of(network().on(Sketch.DAY).moving(TRUCK)).edges())) {
      for (String name : names(features)) {
        assertThat(
                features.select(name + " IS NULL").size()
                    + features.select("NOT " + name + " IS NULL").size())
            .isEqualTo(features.size());
      }
    }
  }

  @Test
  void aSelectionCanBeAskedAgain() {
    TransitFeatures roads = edges().select("mode = 'ROAD'");
    assertThat(roads.size()).isEqualTo(2);
    assertThat(roads.select("states = 'AZ'").select("jurisdiction = 'AZ-NX'").ids())
        .containsExactly("e3");
    assertThat(nodes().select("kind = 'BORDER_CROSSING'").ids()).containsExactly("agb", "ord");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mode =",
        "mode = 'RAIL",
        "(((",
        "tracks = 12345678901234567890123",
        "length_m > 1e999999999999",
        "nonsense(mode) = 1",
        "mode = 'RAIL' GARBAGE",
        "BBOX(geometry, 1, 2, 3)",
        "INTERSECTS(geometry, POLYGON((0 0, 1 1)))",
        "INTERSECTS(geometry, POINT(a b))",
        "SELECT * FROM edges",
        "\u0000",
        "mode LIKE 5"
      })
  void whatIsNotEcqlIsRefusedInOneWay(String ecql) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select(ecql))
        .withMessageStartingWith("Cannot select by \"" + ecql + "\"")
        .withMessageContaining("The attributes are geometry, element, name");
  }

  @Test
  void veryLongAndVeryDeepConditionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("element = '" + "x".repeat(10_000) + "'"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("(".repeat(4_000) + "element = 'e1'"));
    String many = "element = 'e1'" + " OR element = 'e1'".repeat(500);
    assertThat(edges().select(many).ids()).containsExactly("e1");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anythingTypedIsAnsweredOrRefusedInOneWay(long seed) {
    String[] words = {
      "mode",
      "=",
      "'RAIL'",
      "AND",
      "OR",
      "NOT",
      "(",
      ")",
      "length_m",
      ">",
      "<=",
      "5",
      "-",
      "1e9",
      "LIKE",
      "'%'",
      "BBOX",
      "geometry",
      ",",
      "IN",
      "IS",
      "NULL",
      "BETWEEN",
      "POINT",
      "(1 2)",
      "DWITHIN",
      "meters",
      "'",
      "\"",
      "2020-99-99",
      "T00:00:00Z",
      "P1Y",
      "/",
      "DURING",
      "[",
      "]",
      "abs",
      "RELATE",
      "%",
      ";",
      "SRID=4326"
    };
    Random random = new Random(seed);
    TransitFeatures edges = edges();
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 1 + random.nextInt(10); word > 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      try {
        assertThat(edges.ids()).containsAll(edges.select(text.toString()).ids());
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageStartingWith("Cannot select by");
      }
    }
  }

  @Test
  void anAttributeThatIsNotThereIsAnsweredWithWhatMayBeMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("lenght_m > 5"))
        .withMessageContaining("There is no attribute \"lenght_m\". Maybe \"length_m\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("mode = RAIL"))
        .withMessageContaining("'RAIL' in quotes?");
    assertThatIllegalArgumentException().isThrownBy(() -> nodes().select("mode = 'RAIL'"));
    assertThatIllegalArgumentException().isThrownBy(() -> edges().select("passes = 'yes'"));
    assertThatIllegalArgumentException().isThrownBy(() -> edges().select("property('x') = 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("BBOX(geom, 40, 39, 41, 41)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DWITHIN(geometry, POINT(40.1 40), 1000, meters)",
        "DWITHIN(geometry, POINT(40.1 40), 1, kilometers)",
        "BEYOND(geometry, POINT(40.1 40), 1000, meters)",
        "distance(geometry, geometry) < 5",
        "INTERSECTS(buffer(geometry, 5), POINT(40 40))",
        "geomLength(geometry) > 5"
      })
  void distancesInDegreesAreRefused(String ecql) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select(ecql))
        .withMessageContaining("not metres on the ground")
        .withMessageContaining("Maybe reprojected(\"EPSG:32638\")");
  }

  @Test
  void distancesInMetresAreRightWhereAMetreIsAMetre() {
    TransitFeatures zone = nodes().reprojected("EPSG:32637");
    Coordinate agb = ((Geometry) one(zone, "agb").getDefaultGeometry()).getCoordinate();
    String near = "DWITHIN(geometry, POINT(" + agb.x + " " + agb.y + "), %s, %s)";
    assertThat(zone.select(String.format(near, "8500", "meters")).ids()).containsExactly("agb");
    assertThat(zone.select(String.format(near, "8600", "meters")).ids())
        .containsExactly("agb", "bak", "ord");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zone.select(String.format(near, "8.6", "kilometers")))
        .withMessageContaining("in metres alone");
    TransitFeatures world = nodes().reprojected("EPSG:3857");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.select(String.format(near, "8600", "meters")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BBOX(geometry, 39, 40, 41, 41, 'EPSG:4326')",
        "BBOX(geometry, 39, 40, 41, 41, 'EPSG:999999')",
        "INTERSECTS(geometry, SRID=4326;POINT(40 40))",
        "status_since > 2025-99-99T00:00:00Z",
        "status_since AFTER 2025-08-08T00:00:00Z",
        "status_since DURING 2025-08-08T00:00:00Z/2026-08-08T00:00:00Z"
      })
  void otherSystemsAndDatesAreRefused(String ecql) {
    assertThatIllegalArgumentException().isThrownBy(() -> edges().select(ecql));
  }

  @Test
  void whatFailsOnAFeatureIsToldByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().select("numberFormat('0.0.0', length_m) = '1'"))
        .withMessageContaining("e1");
  }

  @Test
  void reprojectedFeaturesHaveTheirOwnSystemAndTheSameAttributes() {
    TransitFeatures there = edges().reprojected("EPSG:32637");
    assertThat(there.crs()).isEqualTo("EPSG:32637");
    assertThat(names(there)).isEqualTo(names(edges()));
    assertThat(there.ids()).isEqualTo(edges().ids());
    LineString line = (LineString) one(there, "e1").getDefaultGeometry();
    assertThat(line.getSRID()).isEqualTo(32637);
    assertThat(line.getLength()).isCloseTo(8_539, within(10.0));
    assertThat(there.getBounds().getMinX()).isGreaterThan(500_000);
    assertThat(
            there.getSchema().getCoordinateReferenceSystem().getCoordinateSystem().getDimension())
        .isEqualTo(2);
    LineString back = (LineString) one(there.reprojected("EPSG:4326"), "e1").getDefaultGeometry();
    assertThat(back.getCoordinateN(0)).isEqualTo(new Coordinate(40, 40));
    assertThat(there.select("BBOX(geometry, 0, 0, 1000000, 5000000)").size()).isEqualTo(3);
    assertThat(there.select("mode = 'RAIL'").crs()).isEqualTo("EPSG:32637");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edges().reprojected("urn:ogc:def:crs:EPSG::32637"));
  }

  @Test
  void featuresAreCopies() {
    TransitNetwork network = network();
    TransitFeatures edges = NetworkFeatures.of(network, Sketch.DAY).edges();
    SimpleFeature feature = one(edges, "e1");
    ((LineString) feature.getDefaultGeometry())
        .apply((Coordinate coordinate) -> coordinate.setX(0));
    feature.setAttribute("mode", "SEA");
    assertThat(network.edge("e1").geometry().getCoordinateN(0).x).isEqualTo(40);
    assertThat(one(NetworkFeatures.of(network, Sketch.DAY).edges(), "e1").getAttribute("mode"))
        .isEqualTo("ROAD");
    assertThat(one(edges.reprojected("EPSG:4326"), "e1").getAttribute("mode")).isEqualTo("ROAD");
  }

  @Test
  void nothingSelectedIsACollectionToo() {
    TransitFeatures none = NetworkFeatures.of(Sketch.of("alone/AZ"), Sketch.DAY).edges();
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.ids()).isEmpty();
    assertThat(none.select("mode = 'RAIL'").size()).isZero();
    assertThat(none.reprojected("EPSG:32638").isEmpty()).isTrue();
    assertThat(Objects.requireNonNull(none.getBounds()).isNull()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> none.select("modus = 'RAIL'"));
  }

  @Test
  void aLengthNobodyStatesIsTheGeodesic() {
    TransitNode a = TransitNode.of("a", NodeKind.CITY, 44, 40, "AM");
    TransitNode b = TransitNode.of("b", NodeKind.CITY, 45, 40, "AM");
    TransitNetwork network =
        TransitNetwork.builder("n")
            .addParty(Party.state("AM"))
            .addNode(a)
            .addNode(b)
            .addEdge(TransitEdge.builder("e", "a", "b", Mode.ROAD, "AM").straight(a, b).build())
            .addEdge(
                TransitEdge.builder("f", "a", "b", Mode.ROAD, "AM")
                    .geometry(Wgs84.line(44, 40, 45, 40), Quality.SCHEMATIC)
                    .length(Distance.ofKilometres(90), LengthBasis.SHARE)
                    .build())
            .build();
    SimpleFeature edge = one(NetworkFeatures.of(network, Sketch.DAY).edges(), "e");
    assertThat(edge.getAttribute("length_m")).isEqualTo(edge.getAttribute("geodesic_m"));
    assertThat(edge.getAttribute("length_stated")).isEqualTo(false);
    assertThat(edge.getAttribute("length_basis")).isNull();
  }
}
