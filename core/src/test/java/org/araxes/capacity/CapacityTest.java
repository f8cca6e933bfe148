package org.araxes.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Quota;
import org.araxes.border.QuotaKind;
import org.araxes.border.QuotaState;
import org.araxes.border.QuotaUnit;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.NetworkView;
import org.araxes.network.Sketch;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Throughput;
import org.araxes.quantity.Throughput.Unit;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
  private static final Movement TRUCK = Movement.freight().tonnes(20).build();
  private static final Movement TRAIN = Movement.freight().by(Mode.RAIL).tonnes(1_000).build();

  private static SortedSet<String> set(String... ids) {
    return new TreeSet<>(List.of(ids));
  }

  private static Throughput tonnes(double amount) {
    return new Throughput(amount, Unit.TONNES);
  }

  private static TransitNetwork.Builder sized(
      TransitNetwork.Builder builder, Map<String, Throughput> capacities) {
    for (TransitEdge edge : builder.draft().edges()) {
      Optional.ofNullable(capacities.get(edge.id()))
          .ifPresent(most -> builder.withEdge(edge.toBuilder().capacity(most).build()));
    }
    return builder;
  }

  private static Capacity ask(
      TransitNetwork.Builder builder, Movement movement, String from, String to) {
    return Capacity.between(view(builder, movement), set(from), set(to));
  }

  private static NetworkView view(TransitNetwork.Builder builder, Movement movement) {
    return builder.build().on(Sketch.DAY).moving(movement);
  }

  private static Transhipment yard(String node, Optional<Throughput> most) {
    return new Transhipment(
        node,
        Mode.RAIL,
        1520,
        Mode.RAIL,
        1435,
        Set.of(),
        Duration.ofHours(12),
        OptionalDouble.empty(),
        most,
        Validity.ALWAYS,
        Evidence.NONE);
  }

  @Test
  void theJamIsTheLeastCutAndSaysWhoCouldShutIt() {
    Flow flow =
        ask(
                sized(
                    Sketch.builder("a -AA#in- m -AA@co#up- z", "m -AA@co#low- z"),
                    Map.of("in", tonnes(100), "up", tonnes(30), "low", tonnes(20.5))),
                TRUCK,
                "a",
                "z")
            .greatest();

    assertThat(flow.amount()).contains(tonnes(50.5));
    assertThat(flow.bound()).contains(tonnes(50.5));
    assertThat(flow.routes()).extracting(one -> one.amount().perDay()).containsExactly(30.0, 20.5);
    Jam jam = flow.jam().orElseThrow();
    assertThat(jam.parts()).extracting(part -> part.limit().element()).containsExactly("low", "up");
    assertThat(jam.alone()).containsExactly("AA", "co");
    assertThat(jam.together()).containsExactly("AA");
    assertThat(flow.uses()).filteredOn(Use::isFull).hasSize(2);
    assertThat(flow.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void aGaugeBreakYardIsACapacity() {
    Flow flow =
        ask(
                sized(
                        Sketch.builder("a -AA:rail:1520#wide- y -AA:rail:1435#narrow- z"),
                        Map.of("wide", tonnes(41_096), "narrow", tonnes(41_096)))
                    .addTranshipment(yard("y", Optional.of(tonnes(13_699)))),
                TRAIN,
                "a",
                "z")
            .greatest();

    assertThat(flow.amount()).contains(tonnes(13_699));
    assertThat(flow.jam().orElseThrow().parts())
        .extracting(part -> part.limit().toString())
        .containsExactly("y (rail 1520 and rail 1435) 13699.0 t/day");
  }

  @Test
  void twoGaugesOfOneLineShareItsCapacity() {
    TransitNetwork.Builder line =
        sized(
            Sketch.builder(
                "a -AA:rail:1520#a1- m -AA:rail:1435+1520#dual- n -AA:rail:1520#z1- z",
                "a -AA:rail:1435#a2- m",
                "n -AA:rail:1435#z2- z"),
            Map.of(
                "a1",
                tonnes(10),
                "a2",
                tonnes(10),
                "z1",
                tonnes(10),
                "z2",
                tonnes(10),
                "dual",
                tonnes(12)));
    Flow flow = ask(line, TRAIN, "a", "z").greatest();

    assertThat(flow.amount()).contains(tonnes(12));
    assertThat(flow.jam().orElseThrow().parts())
        .extracting(part -> part.limit().element())
        .containsExactly("dual");
    AtRisk risks = ask(line, TRAIN, "a", "z").atRisk();
    assertThat(risks.list())
        .filteredOn(risk -> risk.what().equals("a1"))
        .singleElement()
        .satisfies(risk -> assertThat(risk.lost()).contains(tonnes(2)));
  }

  @Test
  void aCrossingHasACapacityForEachDirectionInVehicles() {
    TransitNetwork.Builder border =
        Sketch.builder("a -AA- x -BB- b")
            .addCrossingFact(
                new CrossingFact(
                    "x",
                    Set.of(),
                    Set.of(),
                    "AA",
                    "BB",
                    new TreeSet<>(),
                    Optional.empty(),
                    Validity.ALWAYS,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    OptionalDouble.of(500),
                    "",
                    0,
                    Evidence.NONE));
    assertThat(ask(border, TRUCK, "a", "b").greatest().amount()).contains(tonnes(10_000));
    assertThat(
            ask(border, TRUCK, "a", "b")
                .loading(Loads.DEFAULT.withTonnes(Mode.ROAD, 12))
                .greatest()
                .amount())
        .contains(tonnes(6_000));
    assertThat(ask(border, TRUCK, "a", "b").counting(Unit.VEHICLES).greatest().amount())
        .contains(new Throughput(500, Unit.VEHICLES));
    Flow back = ask(border, TRUCK, "b", "a").greatest();
    assertThat(back.amount()).isEmpty();
    assertThat(back.unlimited()).isPresent();
    assertThat(back.unknowns()).extracting(Limit::element).containsExactly("e1", "e2", "x");
    assertThat(back.unknowns()).extracting(Limit::reason).containsOnly("nobody says how much");
  }

  @Test
  void permitsAreSpreadOverTheirDaysAndSharedByAllWaysIn() {
    TransitNetwork.Builder border = Sketch.builder("a -AA- x -BB- b -BB- z", "a -AA- y -BB- b");
    border.addQuota(
        new Quota(
            "aa-in-bb",
            "BB",
            "AA",
            QuotaKind.BILATERAL,
            Set.of(Mode.ROAD),
            Set.of(TrafficClass.GOODS),
            OptionalDouble.of(36_500),
            QuotaUnit.PERMITS,
            QuotaState.AVAILABLE,
            new Validity(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
            "",
            Evidence.NONE));
    Movement flagged = Movement.freight().flag("AA").tonnes(20).build();
    Flow flow = ask(border, flagged, "a", "z").greatest();

    assertThat(flow.amount()).contains(tonnes(2_000));
    Jam.Part part = flow.jam().orElseThrow().parts().get(0);
    assertThat(part.limit().kind()).isEqualTo(LimitKind.PERMITS);
    assertThat(part.limit().element()).isEqualTo("BB");
    assertThat(flow.jam().orElseThrow().alone()).containsExactly("BB");
    assertThat(ask(border, TRUCK, "a", "z").greatest().amount()).isEmpty();
  }

  @Test
  void theCapOfAnAgreementHoldsBesideTheCapacityOfTheEdge() {
    Agreement deal =
        new Agreement(
            "deal",
            Names.of("deal"),
            AgreementKind.AGREEMENT,
            List.of("AA"),
            true,
            new History<>(
                List.of(new Claim<>(LegalStatus.IN_FORCE, Validity.ALWAYS, Evidence.NONE))),
            List.of(),
            List.of(
                Provision.of("1", ProvisionEffect.CAPS, "AA", Selector.of(List.of("one")))
                    .capping(5)),
            Evidence.NONE);
    Flow narrow =
        ask(
                sized(Sketch.builder("a -AA#one- z"), Map.of("one", tonnes(900)))
                    .addAgreement(deal),
                TRUCK,
                "a",
                "z")
            .greatest();
    assertThat(narrow.amount()).contains(tonnes(100));
    assertThat(narrow.jam().orElseThrow().parts())
        .extracting(part -> part.limit().kind())
        .containsExactly(LimitKind.CAP);
    Flow wide =
        ask(
                sized(Sketch.builder("a -AA#one- z"), Map.of("one", tonnes(90))).addAgreement(deal),
                TRUCK,
                "a",
                "z")
            .greatest();
    assertThat(wide.amount()).contains(tonnes(90));
    assertThat(ask(Sketch.builder("a -AA#one- z").addAgreement(deal), TRUCK, "a", "z").limits())
        .extracting(Limit::kind)
        .containsExactly(LimitKind.CAP);
  }

  @Test
  void whatNobodyKnowsIsTakenAsTheCallerSaysAndTold() {
    TransitNetwork.Builder way =
        sized(Sketch.builder("a -AA#one- m -AA#two- z"), Map.of("one", tonnes(40)));
    Capacity asked = ask(way, TRUCK, "a", "z");

    assertThat(asked.greatest().amount()).contains(tonnes(40));
    assertThat(asked.greatest().unknowns()).extracting(Limit::element).containsExactly("two");
    Flow none = asked.assuming(UnknownCapacity.none()).greatest();
    assertThat(none.amount()).contains(tonnes(0));
    assertThat(none.reason()).isEqualTo("There is a way, but nothing passes on it");
    assertThat(none.jam().orElseThrow().parts().get(0).limit().known()).isFalse();
    assertThat(
            asked
                .assuming(
                    UnknownCapacity.byMode(Map.of(Mode.ROAD, new Throughput(1.5, Unit.VEHICLES))))
                .greatest()
                .amount())
        .contains(tonnes(30));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.assuming(UnknownCapacity.byMode(Map.of(Mode.RAIL, tonnes(1)))))
        .withMessageContaining("by road");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                asked.assuming(
                    UnknownCapacity.byMode(Map.of(Mode.ROAD, new Throughput(1, Unit.MEGAWATTS)))))
        .withMessageContaining("cannot be counted");
    assertThatIllegalArgumentException().isThrownBy(() -> UnknownCapacity.byMode(Map.of()));
  }

  @Test
  void aFigureInAnotherKindOfUnitIsUnknownAndSaysSo() {
    TransitNetwork.Builder way =
        sized(Sketch.builder("a -AA#one- z"), Map.of("one", new Throughput(100, Unit.MEGAWATTS)));
    Flow flow = ask(way, TRUCK, "a", "z").greatest();

    assertThat(flow.amount()).isEmpty();
    assertThat(flow.unknowns().get(0).reason()).isEqualTo("100.0 MW cannot be counted in t/day");
  }

  @Test
  void theCallerCanLimitEdgesAndPlaces() {
    TransitNetwork.Builder way = Sketch.builder("a -AA#one- m -AA#two- z", "a -AA#three- m");
    Capacity asked = ask(way, TRUCK, "a", "z");

    assertThat(asked.limiting(Map.of("m", tonnes(7))).greatest().amount()).contains(tonnes(7));
    assertThat(asked.limiting(Map.of("z", tonnes(6))).greatest().amount()).contains(tonnes(6));
    assertThat(asked.limiting(Map.of("a", tonnes(5))).greatest().amount()).contains(tonnes(5));
    assertThat(asked.limiting(Map.of("one", tonnes(5))).greatest().amount()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.limiting(Map.of("onr", tonnes(1))))
        .withMessageContaining("Maybe \"one\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.limiting(Map.of("m", new Throughput(1, Unit.PERSONS))));
    assertThatIllegalArgumentException().isThrownBy(() -> tonnes(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> tonnes(Double.NaN));
  }

  @Test
  void theCheapestFlowFillsTheCheapWayFirst() {
    TransitNetwork.Builder ways =
        sized(
            Sketch.builder("a -AA#near=100- z", "a -AA#far=300- z"),
            Map.of("near", tonnes(30), "far", tonnes(50)));
    CheapestFlow flow = ask(ways, TRUCK, "a", "z").cheapest(40, Spending.MONEY);

    assertThat(flow.amount()).isEqualTo(tonnes(40));
    assertThat(flow.routes()).extracting(one -> one.amount().perDay()).containsExactly(30.0, 10.0);
    assertThat(flow.usdPerDay()).isCloseTo(0.08 * (30 * 100 + 10 * 300), within(1e-6));
    assertThat(flow.kilometres()).isCloseTo((30 * 100 + 10 * 300) / 40.0, within(1e-9));
    CheapestFlow all = ask(ways, TRUCK, "a", "z").cheapest(1_000, Spending.DISTANCE);
    assertThat(all.amount()).isEqualTo(tonnes(80));
    assertThat(all.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(ask(ways, TRUCK, "a", "z").cheapest(0, Spending.TIME).reason())
        .isEqualTo("Nothing is wanted");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask(ways, TRUCK, "a", "z").cheapest(-1, Spending.TIME));
    Movement weightless = Movement.freight().tonnes(0).build();
    assertThat(ask(ways, weightless, "a", "z").cheapest(5, Spending.TIME).amount())
        .isEqualTo(tonnes(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask(ways, weightless, "a", "z").cheapest(5, Spending.MONEY))
        .withMessageContaining("Maybe tonnes(20)");
  }

  @Test
  void theWidestRouteIsTheQuickestOfTheWidest() {
    TransitNetwork.Builder ways =
        sized(
            Sketch.builder("a -AA#quick=10- z", "a -AA#wide=50- z", "a -AA#same=60- z"),
            Map.of("quick", tonnes(10), "wide", tonnes(20), "same", tonnes(20)));
    Widest widest = ask(ways, TRUCK, "a", "z").widestRoute().orElseThrow();

    assertThat(widest.route().edges()).containsExactly("wide");
    assertThat(widest.width()).contains(tonnes(20));
    assertThat(widest.narrowest()).extracting(Limit::element).containsExactly("wide");
  }

  @Test
  void endsThatMeetAndEndsWithoutAWayAreAnswersWithReasons() {
    TransitNetwork.Builder apart = Sketch.builder("a -AA- b", "c -AA- d");
    Flow none = ask(apart, TRUCK, "a", "c").greatest();
    assertThat(none.amount()).contains(tonnes(0));
    assertThat(none.reason()).isEqualTo("No way is open");
    assertThat(none.jam().orElseThrow().parts()).isEmpty();
    assertThat(ask(apart, TRUCK, "a", "c").widestRoute()).isEmpty();
    assertThat(ask(apart, TRUCK, "a", "c").atRisk().list()).isEmpty();
    assertThat(ask(apart, TRUCK, "a", "c").cheapest(5, Spending.TIME).reason())
        .isEqualTo("No way is open");

    Capacity same = ask(apart, TRUCK, "a", "a");
    assertThat(same.greatest().reason()).contains("share a node");
    assertThat(same.widestRoute().orElseThrow().route().steps()).isEmpty();
    assertThat(same.atRisk().list()).isEmpty();
    assertThat(same.cheapest(5, Spending.TIME).amount()).isEqualTo(tonnes(5));

    Movement train = Movement.freight().by(Mode.RAIL).build();
    assertThat(ask(apart, train, "a", "b").greatest().amount()).contains(tonnes(0));
    assertThat(ask(apart, train, "a", "a").widestRoute()).isEmpty();
  }

  @Test
  void unknownIdsAndEmptySetsAreToldAtOnce() {
    NetworkView view = view(Sketch.builder("a -AA- b"), TRUCK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Capacity.between(view, new TreeSet<>(), set("b")))
        .withMessageContaining("no source");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Capacity.between(view, set("a"), set("x")));
    Capacity asked = Capacity.between(view, set("a"), set("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.without(List.of("AB")))
        .withMessageContaining("Maybe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.counting(Unit.PERSONS))
        .withMessageContaining("Maybe t/day");
    assertThat(asked.without(List.of("a")).amount()).contains(tonnes(0));
    assertThat(asked.without(List.of("AA")).amount()).contains(tonnes(0));
    assertThat(asked.without(List.of()).amount()).isEmpty();
  }

  @Test
  void eachMovementIsCountedInItsUnit() {
    TransitNetwork.Builder ways = Sketch.builder("a -AA:gas- b", "a -AA:power- b", "a -AA- b");
    assertThat(ask(ways, Movement.energy(Mode.GAS).build(), "a", "b").unit())
        .isEqualTo(Unit.CUBIC_METRES);
    assertThat(ask(ways, Movement.energy(Mode.POWER).build(), "a", "b").unit())
        .isEqualTo(Unit.MEGAWATTS);
    assertThat(ask(ways, Movement.persons().build(), "a", "b").unit()).isEqualTo(Unit.PERSONS);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ask(ways, Movement.energy(Mode.GAS).by(Mode.GAS, Mode.POWER).build(), "a", "b"))
        .withMessageContaining("each mode by itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask(ways, Movement.data().build(), "a", "b"))
        .withMessageContaining("connectivity");
  }

  @Test
  void trainsTrucksAndContainersCarryTheSameAmount() {
    TransitNetwork.Builder railways =
        sized(
            Sketch.builder("a -AA:rail#one- z", "a -AA:rail#two- z", "a -AA:rail#three- z"),
            Map.of(
                "one", tonnes(13_698.63),
                "two", new Throughput(12, Unit.TRAINS),
                "three", new Throughput(1_000, Unit.CONTAINERS)));
    Capacity asked = ask(railways, Movement.freight().by(Mode.RAIL).build(), "a", "z");

    assertThat(asked.greatest().amount()).contains(tonnes(13_698.63 + 12_000 + 12_000));
    assertThat(perDay(asked.counting(Unit.TRAINS))).isCloseTo(37.69863, within(1e-6));
    assertThat(perDay(asked.counting(Unit.CONTAINERS))).isCloseTo(37_698.63 / 12, within(1e-5));
    assertThat(perDay(asked.counting(Unit.VEHICLES))).isCloseTo(37_698.63 / 20, within(1e-5));
    assertThat(
            perDay(
                asked
                    .counting(Unit.CONTAINERS)
                    .loading(Loads.DEFAULT.withTonnesPerContainer(10))
                    .limiting(Map.of("one", tonnes(0), "two", tonnes(0)))))
        .isEqualTo(1_000);
    assertThat(asked.counting(Unit.TRAINS).cheapest(20, Spending.TIME).amount())
        .isEqualTo(new Throughput(20, Unit.TRAINS));
    assertThat(asked.counting(Unit.TRAINS).atRisk().list().get(0).lost().orElseThrow().unit())
        .isEqualTo(Unit.TRAINS);
    TransitNetwork.Builder coaches =
        sized(Sketch.builder("a -AA:rail#one- z"), Map.of("one", new Throughput(4, Unit.TRAINS)));
    Capacity persons = ask(coaches, Movement.persons().by(Mode.RAIL).build(), "a", "z");
    assertThat(perDay(persons)).isEqualTo(1_200);
    assertThat(perDay(persons.counting(Unit.TRAINS))).isEqualTo(4);
    assertThatIllegalArgumentException().isThrownBy(() -> persons.counting(Unit.CONTAINERS));
    TransitNetwork.Builder pipe =
        sized(Sketch.builder("a -AA:oil#one- z"), Map.of("one", new Throughput(733, Unit.BARRELS)));
    Capacity oil = ask(pipe, Movement.energy(Mode.OIL).build(), "a", "z");
    assertThat(perDay(oil)).isEqualTo(733);
    assertThat(perDay(oil.counting(Unit.TONNES))).isCloseTo(100, within(1e-6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Loads(Map.of(), Map.of(), 0.1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Loads.DEFAULT.withTonnesPerContainer(0));
  }

  private static double perDay(Capacity asked) {
    return asked.greatest().amount().orElseThrow().perDay();
  }

  @Test
  void whoCancelsIsObeyedAtOnce() {
    TransitNetwork.Builder ways =
        sized(
            Sketch.builder("a -AA#one=10- z", "a -AA#two=20- z", "a -AA#three=30- z"),
            Map.of("one", tonnes(1), "two", tonnes(1), "three", tonnes(1)));
    AtomicInteger looks = new AtomicInteger();
    Capacity some =
        ask(ways, TRUCK, "a", "z")
            .within(Budget.unlimited().cancelledBy(() -> looks.incrementAndGet() > 3));
    CheapestFlow part = some.cheapest(3, Spending.DISTANCE);

    assertThat(part.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(part.amount()).isEqualTo(tonnes(1));
    assertThat(part.kilometres()).isEqualTo(10);
    assertThat(part.reason()).contains("budget ended");
    Capacity none = some.within(Budget.unlimited().cancelledBy(() -> true));
    assertThat(none.greatest().completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(none.atRisk().completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(none.cheapest(1, Spending.TIME).completeness()).isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void aSpentBudgetSaysSo() {
    Capacity asked =
        ask(
                sized(Sketch.builder("a -AA#one- m -AA#two- z"), Map.of("one", tonnes(40))),
                TRUCK,
                "a",
                "z")
            .within(Budget.ofSteps(0));
    assertThat(asked.greatest().completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(asked.greatest().bound()).isEmpty();
    assertThat(asked.atRisk().completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(asked.cheapest(5, Spending.TIME).completeness()).isEqualTo(Completeness.TRUNCATED);
    AtRisk some = asked.within(Budget.ofSteps(3)).atRisk();
    assertThat(some.examined()).isEqualTo(2);
    assertThat(some.completeness()).isEqualTo(Completeness.TRUNCATED);
    List<Long> heard = new ArrayList<>();
    AtRisk all =
        asked.within(Budget.unlimited()).telling((task, done, total) -> heard.add(done)).atRisk();
    assertThat(heard).hasSize(all.examined());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void largerNetworksAgreeWithJGraphTAndProveThemselves(long seed) {
    Random random = new Random(seed);
    int side = 14;
    List<String> hops = new ArrayList<>();
    for (int at = 0; at < side * side; at++) {
      for (int next : new int[] {at % side < side - 1 ? at + 1 : at, at + side}) {
        if (next != at && next < side * side && random.nextInt(6) > 0) {
          hops.add(
              "n"
                  + at
                  + " -AA#e"
                  + at
                  + "."
                  + next
                  + (random.nextInt(4) > 0 ? "- " : "> ")
                  + "n"
                  + next);
        }
      }
    }
    TransitNetwork.Builder builder = Sketch.builder(hops.toArray(String[]::new));
    DirectedWeightedMultigraph<String, DefaultWeightedEdge> peer =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    builder.nodes().forEach(node -> peer.addVertex(node.id()));
    for (TransitEdge edge : builder.draft().edges()) {
      double most = random.nextInt(5_000) / 10.0;
      builder.withEdge(edge.toBuilder().capacity(tonnes(most)).build());
      peer.setEdgeWeight(peer.addEdge(edge.from(), edge.to()), most);
      if (!edge.oneWay()) {
        peer.setEdgeWeight(peer.addEdge(edge.to(), edge.from()), most);
      }
    }
    Set<String> nodes = peer.vertexSet();
    String from = nodes.contains("n0") ? "n0" : nodes.iterator().next();
    String to = "n" + (side * side - 1);
    if (!nodes.contains(to)) {
      return;
    }
    Flow flow = ask(builder, TRUCK, from, to).greatest();
    double theirs = new PushRelabelMFImpl<>(peer, 1e-9).calculateMaximumFlow(from, to);
    double ours = flow.amount().orElseThrow().perDay();
    assertThat(ours).isCloseTo(theirs, within(1e-6));
    assertThat(
            flow.jam().orElseThrow().parts().stream()
                .mapToDouble(part -> part.limit().capacity().orElseThrow().perDay())
                .sum())
        .isCloseTo(ours, within(1e-6));
    assertThat(flow.routes().stream().mapToDouble(one -> one.amount().perDay()).sum())
        .isCloseTo(ours, within(1e-6));
    for (Use use : flow.uses()) {
      assertThat(use.amount())
          .isLessThanOrEqualTo(use.limit().capacity().orElseThrow().perDay() + 1e-6);
    }
  }
}
