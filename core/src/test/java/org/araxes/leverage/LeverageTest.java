package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.araxes.agreement.Selector;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.DecisionKind;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.Refusal;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeverageTest {
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();

  private static DrawnNetwork beforeTripp() {
    return new DrawnNetwork()
        .road("az-south", "main", "astara", "AZ")
        .road("iran", "astara", "julfa", "IR")
        .road("nx-julfa", "julfa", "nakhchivan", "AZ-NX")
        .road("az-west", "main", "red-bridge", "AZ")
        .road("georgia", "red-bridge", "vale", "GE")
        .road("turkiye", "vale", "dilucu", "TR")
        .road("nx-west", "dilucu", "nakhchivan", "AZ-NX");
  }

  private static DrawnNetwork withTripp() {
    return beforeTripp()
        .road("az-agbend", "main", "agbend", "AZ")
        .road("tripp", "agbend", "ordubad", "AM")
        .road("nx-ordubad", "ordubad", "nakhchivan", "AZ-NX")
        .board("tdc", DecisionKind.ALL, 0, "AM", "US")
        .role("tripp", RoleKind.CONCESSIONAIRE, "tdc");
  }

  private static Leverage ask(DrawnNetwork network) {
    return ask(network, "main", "nakhchivan");
  }

  private static Leverage ask(DrawnNetwork network, String from, String to) {
    return question(network, from, to).ask();
  }

  private static Leverage.Builder question(DrawnNetwork network, String from, String to) {
    return Leverage.between(
        network.moving(TRUCK), new TreeSet<>(List.of(from)), new TreeSet<>(List.of(to)));
  }

  private static Fraction fraction(long numerator, long denominator) {
    return Fraction.of(numerator, denominator);
  }

  @Test
  void beforeTrippIranOrGeorgiaWithTurkiyeMustConsentBesideAzerbaijan() {
    Leverage answer = ask(beforeTripp());

    assertThat(answer.vetoParties()).containsExactly("AZ");
    assertThat(answer.minimalConsentCoalitions())
        .containsExactly(Coalition.of("AZ", "IR"), Coalition.of("AZ", "GE", "TR"));
    assertThat(answer.minimalBlockingCoalitions())
        .containsExactly(Coalition.of("AZ"), Coalition.of("GE", "IR"), Coalition.of("IR", "TR"));
    assertThat(answer.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(LeverageCheck.faults(answer)).isEmpty();

    Power.Exact power = answer.power().exact();
    assertThat(power.of("AZ").banzhaf()).isEqualTo(fraction(5, 8));
    assertThat(power.of("IR").banzhaf()).isEqualTo(fraction(3, 8));
    assertThat(power.of("GE").banzhaf()).isEqualTo(fraction(1, 8));
    assertThat(power.of("TR").banzhaf()).isEqualTo(fraction(1, 8));
    assertThat(power.of("AZ").banzhafNormalised()).isEqualTo(fraction(1, 2));
    assertThat(power.of("AZ").shapleyShubik()).isEqualTo(fraction(7, 12));
    assertThat(power.of("IR").shapleyShubik()).isEqualTo(fraction(1, 4));
    assertThat(power.of("GE").shapleyShubik()).isEqualTo(fraction(1, 12));
    assertThat(power.of("TR").shapleyShubik()).isEqualTo(fraction(1, 12));
  }

  @Test
  void withTrippArmeniaAndTheUnitedStatesShareAThirdWay() {
    Leverage answer = ask(withTripp());

    assertThat(answer.minimalConsentCoalitions())
        .containsExactly(
            Coalition.of("AZ", "IR"),
            Coalition.of("AM", "AZ", "US"),
            Coalition.of("AZ", "GE", "TR"));
    assertThat(answer.minimalBlockingCoalitions()).hasSize(5);
    Power.Exact power = answer.power().exact();
    assertThat(power.of("AZ").banzhaf()).isEqualTo(fraction(23, 32));
    assertThat(power.of("IR").banzhaf()).isEqualTo(fraction(9, 32));
    assertThat(power.of("AZ").shapleyShubik()).isEqualTo(fraction(19, 30));
    assertThat(power.of("IR").shapleyShubik()).isEqualTo(fraction(1, 6));
    for (String party : List.of("GE", "TR", "AM", "US")) {
      assertThat(power.of(party).banzhaf()).isEqualTo(fraction(3, 32));
      assertThat(power.of(party).shapleyShubik()).isEqualTo(fraction(1, 20));
    }
    assertThat(LeverageCheck.faults(answer)).isEmpty();
  }

  @Test
  void blockingCoalitionsComeWithTheElementsTheyShut() {
    Leverage answer = ask(beforeTripp());

    assertThat(answer.cut(Coalition.of("IR", "TR"))).contains(List.of("astara", "vale"));
    assertThat(answer.cut(Coalition.of("IR"))).isEmpty();
    assertThat(answer.blocks(Coalition.of("GE", "IR", "US"))).isTrue();
    assertThat(answer.route(Coalition.of("AZ", "GE", "TR")).orElseThrow().states())
        .containsExactly("AZ", "GE", "TR");
    assertThat(answer.route(Coalition.of("AZ", "GE"))).isEmpty();
  }

  @Test
  void toBeHeldUpCostsTheDetourAndAVetoCostsEverything() {
    Leverage answer = ask(withTripp());

    HoldUp armenia = answer.holdUpValue("AM");
    assertThat(armenia.severs()).isFalse();
    double before = armenia.fastest().orElseThrow().duration().toMillis() / 1_000.0;
    double after = armenia.detour().orElseThrow().duration().toMillis() / 1_000.0;
    assertThat(armenia.extraSeconds()).isCloseTo(after - before, within(0.1));
    HoldUp azerbaijan = answer.holdUpValue("AZ");
    assertThat(azerbaijan.severs()).isTrue();
    assertThat(azerbaijan.extraSeconds()).isInfinite();
    assertThat(azerbaijan.extraUsd()).isInfinite();
    assertThatThrownBy(() -> answer.holdUpValue("AR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void whoIsBoundInLawCanStillStopButMayNot() {
    DrawnNetwork network = beforeTripp().bound("IR", "astara", "iran", "julfa");

    Leverage factual = ask(network);
    assertThat(factual.minimalBlockingCoalitions()).contains(Coalition.of("GE", "IR"));
    Leverage lawful = factual.on(Basis.LAWFUL);
    assertThat(lawful.minimalBlockingCoalitions()).containsExactly(Coalition.of("AZ"));
    assertThat(lawful.minimalConsentCoalitions()).containsExactly(Coalition.of("AZ"));
    assertThat(lawful.power().exact().of("AZ").shapleyShubik()).isEqualTo(Fraction.ONE);
    assertThat(lawful.holdUpValue("IR").extraSeconds()).isZero();
    assertThat(LeverageCheck.faults(lawful)).isEmpty();
  }

  @Test
  void whatIsABreachIsSaidWithTheInstrumentAndThePlace() {
    Leverage answer = ask(beforeTripp().bound("IR", "astara", "iran", "julfa"));

    List<Legality> legality = answer.legality();

    assertThat(legality)
        .extracting(Legality::coalition)
        .isEqualTo(answer.minimalBlockingCoalitions());
    assertThat(legality.get(0).coalition()).isEqualTo(Coalition.of("AZ"));
    assertThat(legality.get(0).lawful()).isTrue();
    assertThat(legality.get(0).breaches()).isEmpty();
    assertThat(legality.get(1).coalition()).isEqualTo(Coalition.of("GE", "IR"));
    assertThat(legality.get(1).lawful()).isFalse();
    assertThat(legality.get(1).breaches())
        .containsExactly(
            new Legality.Breach("astara", "IR", new TreeSet<>(List.of("treaty-of-IR"))));
    assertThat(answer.on(Basis.LAWFUL).legality()).allMatch(Legality::lawful);
  }

  @Test
  void whoRefusesNowCouldRelieveTheMovement() {
    DrawnNetwork network =
        beforeTripp()
            .with(
                builder ->
                    builder
                        .addRefusal(new Refusal("IR", Selector.ALL, Validity.ALWAYS, Evidence.NONE))
                        .addRefusal(
                            new Refusal("TR", Selector.ALL, Validity.ALWAYS, Evidence.NONE)));

    Relief iran = ask(network).reliefValue("IR");

    assertThat(iran.opens()).isTrue();
    assertThat(iran.savedSeconds()).isInfinite();
    assertThat(iran.then().orElseThrow().states()).containsExactly("AZ", "IR");
    assertThat(ask(network).reliefValue("AZ").savedSeconds()).isZero();

    Leverage without = ask(beforeTripp());
    Leverage refused =
        ask(
            beforeTripp()
                .with(
                    builder ->
                        builder.addRefusal(
                            new Refusal("IR", Selector.ALL, Validity.ALWAYS, Evidence.NONE))));
    assertThat(refused.reliefValue("IR").opens()).isFalse();
    assertThat(refused.reliefValue("IR").savedSeconds())
        .isEqualTo(without.holdUpValue("IR").extraSeconds());
    assertThat(refused.reliefValue("IR").savedUsd())
        .isEqualTo(without.holdUpValue("IR").extraUsd());
    assertThat(ask(beforeTripp(), "main", "main").reliefValue("IR").savedSeconds()).isZero();
    assertThatThrownBy(() -> refused.reliefValue("XX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void dependenceIsToldInNumbersThatCompare() {
    DependenceProfile before = DependenceProfile.of(ask(beforeTripp()));

    assertThat(before.own()).containsExactly("AZ");
    assertThat(before.vetoes()).isEmpty();
    assertThat(before.smallestBlocking()).hasValue(2);
    assertThat(before.disjointWays()).isEqualTo(2);
    assertThat(before.disjointWaysKnown()).isEqualTo(Completeness.COMPLETE);
    assertThat(before.greatest()).containsExactly("IR");
    // Of 5/8 in all, Iran has 3/8 and two others 1/8 each: 9/25 + 1/25 + 1/25.
    assertThat(before.concentration()).contains(fraction(11, 25));
    HoldUp iran = ask(beforeTripp()).holdUpValue("IR");
    assertThat(before.alternativeExtraSeconds()).isEqualTo(iran.extraSeconds());

    assertThat(DependenceProfile.of(ask(withTripp())).disjointWays()).isEqualTo(3);

    DependenceProfile one =
        DependenceProfile.of(ask(beforeTripp().crossing("astara", CrossingState.CLOSED)));
    assertThat(one.vetoes()).containsExactly("GE", "TR");
    assertThat(one.smallestBlocking()).hasValue(1);
    assertThat(one.disjointWays()).isEqualTo(1);
    assertThat(one.concentration()).contains(fraction(1, 2));
    assertThat(one.alternativeExtraSeconds()).isInfinite();

    DependenceProfile home = DependenceProfile.of(ask(beforeTripp(), "main", "astara"));
    assertThat(home.smallestBlocking()).isEmpty();
    assertThat(home.disjointWays()).isEqualTo(1);
    assertThat(home.alternativeExtraSeconds()).isZero();

    DependenceProfile cut =
        DependenceProfile.of(
            ask(
                beforeTripp()
                    .crossing("astara", CrossingState.CLOSED)
                    .crossing("red-bridge", CrossingState.CLOSED)));
    assertThat(cut.connection()).isEqualTo(Connection.State.NOT_CONNECTED);
    assertThat(cut.disjointWays()).isZero();
    assertThat(cut.smallestBlocking()).isEmpty();
    assertThat(cut.fastestSeconds()).isInfinite();
  }

  @Test
  void exclavesOfOtherShapesCompare() {
    // Behind one neighbour; between two neighbours, each with a way; by two neighbours in a row.
    DependenceProfile enclosed =
        DependenceProfile.of(
            ask(
                new DrawnNetwork()
                    .road("es", "main", "gate", "ES")
                    .road("fr", "gate", "llivia-gate", "FR")
                    .road("ll", "llivia-gate", "llivia", "ES-LL"),
                "main",
                "llivia"));
    DependenceProfile between =
        DependenceProfile.of(
            ask(
                new DrawnNetwork()
                    .road("ru-1", "main", "gate-1", "RU")
                    .road("lt", "gate-1", "in-1", "LT")
                    .road("kg-1", "in-1", "kaliningrad", "RU-KGD")
                    .road("ru-2", "main", "gate-2", "RU")
                    .road("pl", "gate-2", "in-2", "PL")
                    .road("kg-2", "in-2", "kaliningrad", "RU-KGD"),
                "main",
                "kaliningrad"));
    DependenceProfile chain =
        DependenceProfile.of(
            ask(
                new DrawnNetwork()
                    .road("ru", "main", "gate", "RU")
                    .road("by", "gate", "middle", "BY")
                    .road("lt", "middle", "in", "LT")
                    .road("kg", "in", "kaliningrad", "RU-KGD"),
                "main",
                "kaliningrad"));

    assertThat(List.of(enclosed.own(), between.own(), chain.own()))
        .extracting(Object::toString)
        .containsExactly("[ES]", "[RU]", "[RU]");
    assertThat(List.of(enclosed.vetoes(), between.vetoes(), chain.vetoes()))
        .extracting(Object::toString)
        .containsExactly("[FR]", "[]", "[BY, LT]");
    assertThat(List.of(enclosed, between, chain))
        .extracting(one -> one.smallestBlocking().orElseThrow())
        .containsExactly(1, 2, 1);
    assertThat(List.of(enclosed, between, chain))
        .extracting(DependenceProfile::disjointWays)
        .containsExactly(1, 2, 1);
    assertThat(List.of(enclosed, between, chain))
        .extracting(one -> one.concentration().orElseThrow())
        .containsExactly(Fraction.ONE, fraction(1, 2), fraction(1, 2));
    assertThat(List.of(enclosed, between, chain))
        .extracting(one -> Double.isInfinite(one.alternativeExtraSeconds()))
        .containsExactly(true, false, true);
    assertThat(List.of(enclosed, between, chain))
        .allMatch(one -> one.smallestBlockingKnown() == Completeness.COMPLETE);
  }

  @Test
  void pricesDecideWhoIsAskedFirst() {
    Leverage answer = ask(withTripp());

    CheapestCoalition blocking = answer.cheapestBlocking(p -> p.equals("AZ") ? 10 : 1);
    assertThat(blocking.coalition().orElseThrow().size()).isEqualTo(3);
    assertThat(blocking.cost()).isEqualTo(3);
    assertThat(blocking.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(blocking.cut()).isEqualTo(answer.cut(blocking.coalition().get()).orElseThrow());
    CheapestCoalition consent = answer.cheapestConsent(p -> p.equals("IR") ? 10 : 1);
    assertThat(consent.cost()).isEqualTo(3);
    assertThat(consent.route()).isPresent();
    CheapestCoalition never =
        answer.cheapestConsent(p -> p.equals("AZ") ? Double.POSITIVE_INFINITY : 1);
    assertThat(never.coalition()).isEmpty();
    assertThat(never.cost()).isInfinite();
    assertThatThrownBy(() -> answer.cheapestBlocking(p -> -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("costs are 0 or more");
    assertThatThrownBy(() -> answer.cheapestBlocking(p -> Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);

    Leverage same = ask(beforeTripp(), "main", "main");
    assertThat(same.cheapestBlocking(p -> 1).coalition()).isEmpty();
    assertThat(same.cheapestConsent(p -> 1).coalition()).contains(Coalition.of());
    assertThat(same.legality()).isEmpty();
  }

  @Test
  void whereNoWayIsOpenNothingIsLeftToSeverAndTheAnswerSaysWhatBars() {
    Leverage answer =
        ask(
            beforeTripp()
                .crossing("astara", CrossingState.CLOSED)
                .crossing("red-bridge", CrossingState.CLOSED));

    assertThat(answer.connection().state()).isEqualTo(Connection.State.NOT_CONNECTED);
    assertThat(answer.connection().obstacles())
        .extracting(found -> found.element())
        .containsExactly("astara", "red-bridge");
    assertThat(answer.connection().text()).endsWith(": 2 elements ahead are shut");
    assertThat(
            ask(beforeTripp()
                    .crossing("astara", CrossingState.CLOSED)
                    .crossing("red-bridge", CrossingState.UNKNOWN))
                .connection()
                .text())
        .endsWith(": of 2 elements ahead 1 is shut, 1 of unknown state");
    assertThat(
            ask(beforeTripp()
                    .crossing("astara", CrossingState.UNKNOWN)
                    .crossing("red-bridge", CrossingState.UNKNOWN))
                .connection()
                .text())
        .endsWith(": 2 elements ahead are of unknown state");
    assertThat(answer.vetoParties()).isEmpty();
    assertThat(answer.minimalBlockingCoalitions()).containsExactly(Coalition.of());
    assertThat(answer.minimalConsentCoalitions()).isEmpty();
    assertThat(answer.cut(Coalition.of())).contains(List.of());
    assertThat(answer.power().exact().of("AZ")).isEqualTo(Power.Index.DUMMY);
    assertThat(answer.holdUpValue("AZ").severs()).isFalse();
    assertThat(answer.holdUpValue("AZ").extraSeconds()).isZero();
    assertThat(LeverageCheck.faults(answer)).isEmpty();
  }

  @Test
  void whoIsThereAlreadyCannotBeParted() {
    Leverage same = ask(beforeTripp(), "main", "main");

    assertThat(same.connection().state()).isEqualTo(Connection.State.ENDS_MEET);
    assertThat(same.minimalBlockingCoalitions()).isEmpty();
    assertThat(same.minimalConsentCoalitions()).containsExactly(Coalition.of());
    assertThat(same.vetoParties()).isEmpty();
    assertThat(same.holdUpValue("AZ").extraSeconds()).isZero();
    assertThat(LeverageCheck.faults(same)).isEmpty();
    Leverage lonely = ask(new DrawnNetwork().node("island", "AZ"), "island", "island");
    assertThat(lonely.connection().state()).isEqualTo(Connection.State.ENDS_MEET);
  }

  @Test
  void anIslandIsReachedByNoWayAtAll() {
    Leverage answer = ask(beforeTripp().node("island", "AZ"), "main", "island");

    assertThat(answer.connection().state()).isEqualTo(Connection.State.NOT_CONNECTED);
    assertThat(answer.connection().text()).contains("leads nowhere");
  }

  @Test
  void parallelEdgesAndSelfLoopsAreLegal() {
    DrawnNetwork network =
        new DrawnNetwork()
            .road("loop", "a", "a", "AZ")
            .road("north", "a", "b", "AZ")
            .road("south", "a", "b", "AZ")
            .role("loop", RoleKind.OPERATOR, "looper")
            .role("north", RoleKind.SOVEREIGN, "north-co")
            .role("south", RoleKind.SOVEREIGN, "south-co");

    Leverage answer = ask(network, "a", "b");

    assertThat(answer.vetoParties()).isEmpty();
    assertThat(answer.minimalBlockingCoalitions())
        .containsExactly(Coalition.of("north-co", "south-co"));
    assertThat(answer.parties()).containsExactly("north-co", "south-co");
  }

  @Test
  void partiesAskedForAreListedThoughNothingHangsOnThem() {
    Leverage answer =
        question(beforeTripp().party("RU").party("rail-co"), "main", "nakhchivan")
            .amongst(List.of("RU", "AZ"))
            .ask();

    assertThat(answer.power().exact().byParty().keySet())
        .containsExactly("AZ", "GE", "IR", "RU", "TR");
    assertThat(answer.power().exact().of("RU")).isEqualTo(Power.Index.DUMMY);
    assertThatThrownBy(() -> question(beforeTripp(), "main", "nakhchivan").amongst(List.of("RUS")))
        .hasMessageContaining("RUS");
  }

  @Test
  void endsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> ask(beforeTripp(), "main", "nakhchivann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nakhchivan");
    assertThatThrownBy(
            () ->
                Leverage.of(
                    beforeTripp().moving(TRUCK), new TreeSet<>(), new TreeSet<>(List.of("main"))))
        .hasMessageContaining("no source");
    assertThatThrownBy(
            () ->
                Leverage.of(
                    beforeTripp().moving(TRUCK), new TreeSet<>(List.of("main")), new TreeSet<>()))
        .hasMessageContaining("no target");
  }

  @Test
  void endsWhereTheMovementCannotBeAreNotConnected() {
    Leverage byRail =
        Leverage.of(
            beforeTripp().moving(Movement.freight().by(Mode.RAIL).build()),
            new TreeSet<>(List.of("main")),
            new TreeSet<>(List.of("nakhchivan")));

    assertThat(byRail.connection().state()).isEqualTo(Connection.State.NOT_CONNECTED);
    assertThat(byRail.vetoParties()).isEmpty();
    assertThat(byRail.parties()).isEmpty();
    assertThat(byRail.minimalBlockingCoalitions()).containsExactly(Coalition.of());
    assertThat(byRail.cheapestBlocking(party -> 1).cost()).isZero();
    assertThat(byRail.cheapestConsent(party -> 1).coalition()).isEmpty();
    assertThat(byRail.power().exact().byParty()).isEmpty();
    assertThat(byRail.roundedPower().orElseThrow().byParty()).isEmpty();
    assertThat(byRail.legality()).allMatch(Legality::lawful);
    assertThat(LeverageCheck.faults(byRail)).isEmpty();
    assertThat(DependenceProfile.of(byRail).disjointWays()).isZero();
  }

  @Test
  void whatAListenerThrowsEndsTheQuestion() {
    Leverage.Builder asked =
        question(beforeTripp(), "main", "nakhchivan")
            .telling(
                (task, done, total) -> {
                  throw new IllegalStateException("enough");
                });

    assertThatThrownBy(asked::ask).isInstanceOf(IllegalStateException.class).hasMessage("enough");
  }

  @Test
  void whatIsNotInUseGivesNobodyPower() {
    Leverage answer =
        ask(
            beforeTripp()
                .edge(
                    "old",
                    "main",
                    "nakhchivan-gate",
                    Mode.ROAD,
                    "AZ",
                    edge -> edge.status(Status.DISUSED))
                .role("old", RoleKind.OPERATOR, "old-co"));

    assertThat(answer.parties()).doesNotContain("old-co");
  }

  @Test
  void thousandsOfPartiesBesideTheWayCostNothing() {
    DrawnNetwork network = beforeTripp();
    for (int i = 0; i < 4_000; i++) {
      network.road("spur" + i, i == 0 ? "main" : "stop" + (i - 1), "stop" + i, "AZ");
      network.role("spur" + i, RoleKind.OPERATOR, "spur-co-" + i);
    }

    Leverage answer = ask(network);

    assertThat(answer.minimalBlockingCoalitions()).hasSize(3);
    assertThat(answer.power().exact().of("IR").banzhaf()).isEqualTo(fraction(3, 8));
  }

  @Test
  void manyEqualPartiesAreCountedExactlyHoweverManyCoalitionsThereAre() {
    Leverage most = ask(chainOfPairs(13), "n0", "n13");
    assertThat(most.minimalBlockingCoalitions()).hasSize(13);
    assertThat(most.minimalConsentCoalitions()).hasSize(1 << 13);
    Power.Exact power = most.power().exact();
    Fraction sum =
        power.byParty().values().stream()
            .map(Power.Index::shapleyShubik)
            .reduce(Fraction.ZERO, Fraction::plus);
    assertThat(sum).isEqualTo(Fraction.ONE);
    // A member matters when its twin refuses and each of the 12 other pairs has a yes: 3^12 of
    // 2^25.
    assertThat(power.of("p0").banzhaf()).isEqualTo(Fraction.of(531_441, 1L << 25));

    assertThat(power.of("p0").deeganPackel()).contains(Fraction.of(1, 26));
    assertThat(power.of("p0").holler()).contains(Fraction.of(1, 26));

    Leverage many = question(chainOfPairs(40), "n0", "n40").atMost(50).ask();
    assertThat(many.minimalConsentCoalitions()).hasSize(50);
    assertThat(many.minimalBlockingCoalitions()).hasSize(40);
    assertThat(many.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(LeverageCheck.faults(many)).isEmpty();
    Power.Index one = many.power().exact().of("p79");
    assertThat(one.banzhaf())
        .isEqualTo(new Fraction(BigInteger.valueOf(3).pow(39), BigInteger.ONE.shiftLeft(79)));
    assertThat(one.shapleyShubik()).isEqualTo(Fraction.of(1, 80));
    assertThat(one.holler()).contains(Fraction.of(1, 80));

    assertThat(ask(parallel(200), "a", "b").power().exact().of("p7").shapleyShubik())
        .isEqualTo(Fraction.of(1, 200));
  }

  /** A lattice of roads, each of which needs two of some parties, or one. */
  private static DrawnNetwork lattice(int side, int parties, long seed) {
    Random random = new Random(seed);
    DrawnNetwork network = new DrawnNetwork();
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        for (int way = 0; way < 2; way++) {
          int toX = x + way;
          int toY = y + 1 - way;
          if (toX < side && toY < side && random.nextInt(10) != 0) {
            String id = "e" + x + "-" + y + "-" + way;
            boolean oneWay = random.nextInt(8) == 0;
            network.edge(
                id,
                "n" + x + "-" + y,
                "n" + toX + "-" + toY,
                Mode.ROAD,
                "AZ",
                edge -> oneWay ? edge.oneWay() : edge);
            network.role(id, RoleKind.SOVEREIGN, "p" + random.nextInt(parties));
            if (random.nextInt(3) == 0) {
              network.role(id, RoleKind.OPERATOR, "p" + random.nextInt(parties));
            }
          }
        }
      }
    }
    return network;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void largeRandomNetworksGiveCoalitionsThatTheCheckConfirms(long seed) {
    Leverage answer = ask(lattice(20, 14, seed), "n0-0", "n19-19");

    assertThat(answer.connection().state()).isEqualTo(Connection.State.CONNECTED);
    assertThat(answer.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(LeverageCheck.faults(answer)).isEmpty();
    Power.Exact power = answer.power().exact();
    Fraction shapley = Fraction.ZERO;
    for (Power.Index one : power.byParty().values()) {
      shapley = shapley.plus(one.shapleyShubik());
    }
    assertThat(shapley).isEqualTo(Fraction.ONE);
    CheapestCoalition cheapest = answer.cheapestBlocking(party -> 1);
    assertThat(cheapest.cost()).isEqualTo(answer.minimalBlockingCoalitions().get(0).size());
    assertThat(answer.cheapestConsent(party -> 1).cost())
        .isEqualTo(answer.minimalConsentCoalitions().get(0).size());
  }

  @Test
  void aThousandPartiesAllOverGiveWhatTheBudgetAllows() {
    Leverage answer =
        question(lattice(25, 1_000, 7), "n0-0", "n24-24")
            .within(Budget.ofSteps(50_000))
            .atMost(20)
            .ask();

    assertThat(answer.parties().size()).isGreaterThan(500);
    assertThat(answer.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(answer.minimalConsentCoalitions()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
    assertThat(LeverageCheck.faults(answer)).isEmpty();
    CheapestCoalition cheapest = answer.cheapestBlocking(party -> 1);
    assertThat(cheapest.bound()).isLessThanOrEqualTo(cheapest.cost());
    cheapest.coalition().ifPresent(found -> assertThat(answer.blocks(found)).isTrue());
    assertThat(answer.roundedPower()).isEmpty();
    assertThat(answer.power().<Boolean>fold(exact -> true, none -> false)).isFalse();
  }

  @Test
  void partiesAllOverThatNoDiagramHoldsArePricedByTheWorkTheyAre() {
    DrawnNetwork network = lattice(20, 30, 1);
    Leverage cut =
        question(network, "n0-0", "n19-19").within(Budget.ofSteps(300_000)).atMost(100).ask();
    assertThat(cut.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(cut.minimalBlockingCoalitions()).hasSize(100);
    assertThat(cut.minimalConsentCoalitions()).hasSize(100);
    assertThat(LeverageCheck.faults(cut)).isEmpty();
    assertThat(cut.vetoParties()).isEmpty();
    assertThat(cut.power().<Boolean>fold(exact -> true, none -> false)).isFalse();
    CheapestCoalition cheapest = cut.cheapestBlocking(party -> 1);
    assertThat(cheapest.bound()).isLessThanOrEqualTo(cheapest.cost());
    assertThat(cut.blocks(cheapest.coalition().orElseThrow())).isTrue();
  }

  @Test
  void powerDoesNotDependOnHowManyCoalitionsAreListed() {
    DrawnNetwork network = lattice(20, 16, 3);
    Leverage all = question(network, "n0-0", "n19-19").ask();
    Leverage few = question(network, "n0-0", "n19-19").atMost(5).ask();

    assertThat(all.roundedPower()).as("no diagram").isEmpty();
    assertThat(all.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(few.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(few.minimalConsentCoalitions())
        .isEqualTo(all.minimalConsentCoalitions().subList(0, 5));
    assertThat(few.power().exact()).isEqualTo(all.power().exact());
  }

  @Test
  void withNoStepsOrNoListTheVetoesAreStillRight() {
    Leverage spent = question(beforeTripp(), "main", "nakhchivan").within(Budget.ofSteps(0)).ask();
    assertThat(spent.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(spent.vetoParties()).containsExactly("AZ");
    assertThat(LeverageCheck.faults(spent)).isEmpty();
    assertThat(spent.cheapestConsent(party -> 1).completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(spent.roundedPower()).isEmpty();
    assertThat(spent.legality()).isEmpty();
    DependenceProfile profile = DependenceProfile.of(spent);
    assertThat(profile.smallestBlocking()).isEmpty();
    assertThat(profile.smallestBlockingKnown()).isEqualTo(Completeness.TRUNCATED);
    assertThat(profile.concentration()).isEmpty();

    Budget cancelled = Budget.unlimited().cancelledBy(() -> true);
    Leverage stopped = question(beforeTripp(), "main", "nakhchivan").within(cancelled).ask();
    assertThat(stopped.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(stopped.vetoParties()).containsExactly("AZ");
    assertThat(stopped.holdUpValue("IR").severs()).isFalse();
    assertThat(LeverageCheck.faults(stopped)).isEmpty();

    Leverage silent = question(beforeTripp(), "main", "nakhchivan").atMost(0).ask();
    assertThat(silent.minimalConsentCoalitions()).isEmpty();
    assertThat(silent.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(silent.power().exact().of("IR").banzhaf()).isEqualTo(fraction(3, 8));
    assertThat(silent.power().exact().of("IR").holler()).isEmpty();
    assertThat(silent.cheapestBlocking(party -> 1).coalition()).contains(Coalition.of("AZ"));
    assertThatThrownBy(() -> question(beforeTripp(), "main", "nakhchivan").atMost(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRuleWithTooManyWaysToSayYesIsAskedAsItStands() {
    String[] members = IntStream.range(0, 12).mapToObj(i -> "m" + i).toArray(String[]::new);
    DrawnNetwork network =
        new DrawnNetwork()
            .road("lake", "a", "b", "AZ")
            .board("assembly", DecisionKind.AT_LEAST, 7, members)
            .role("lake", RoleKind.SOVEREIGN, "assembly");

    Leverage answer = ask(network, "a", "b");

    assertThat(answer.minimalConsentCoalitions()).hasSize(792);
    assertThat(answer.minimalBlockingCoalitions()).hasSize(924);
    assertThat(answer.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(answer.parties()).contains(members);
    assertThat(answer.vetoParties()).isEmpty();
    Power.Index one = answer.power().exact().of("m3");
    assertThat(one.banzhaf()).isEqualTo(Fraction.of(462, 2_048));
    assertThat(one.shapleyShubik()).isEqualTo(Fraction.of(1, 12));
    assertThat(one.deeganPackel()).contains(Fraction.of(1, 12));
    assertThat(one.holler()).contains(Fraction.of(1, 12));
    assertThat(answer.blocks(Coalition.of("m0", "m1", "m2", "m3", "m4", "m5"))).isTrue();
    assertThat(answer.blocks(Coalition.of("m0", "m1", "m2", "m3", "m4"))).isFalse();
  }

  /** n stages in a row, in each of which one of two parties suffices. */
  private static DrawnNetwork chainOfPairs(int stages) {
    DrawnNetwork network = new DrawnNetwork();
    for (int i = 0; i < stages; i++) {
      for (int twin = 0; twin < 2; twin++) {
        String edge = "e" + i + "-" + twin;
        network.road(edge, "n" + i, "n" + (i + 1), "AZ");
        network.role(edge, RoleKind.SOVEREIGN, "p" + (2 * i + twin));
      }
    }
    return network;
  }

  private static DrawnNetwork parallel(int count) {
    DrawnNetwork network = new DrawnNetwork();
    for (int i = 0; i < count; i++) {
      network.road("e" + i, "a", "b", "AZ").role("e" + i, RoleKind.SOVEREIGN, "p" + i);
    }
    return network;
  }

  @Test
  void aSpentBudgetGivesWhatIsRightAndSaysThatMoreMayExist() {
    List<String> told = new ArrayList<>();
    Leverage answer =
        question(chainOfPairs(10), "n0", "n10")
            .within(Budget.ofSteps(12))
            .telling((task, done, total) -> told.add(task))
            .ask();

    assertThat(answer.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(told).isNotEmpty();
    assertThat(LeverageCheck.faults(answer)).isEmpty();
    assertThat(answer.power().<Boolean>fold(exact -> true, none -> false)).isFalse();
    assertThat(answer.vetoParties()).isEmpty();
  }

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource({
    "Diagram, 0",
    "Minimal coalitions, 0",
    "Coalitions listed, 0",
    "Coalitions listed, 4096",
    "Coalitions listed, 40960"
  })
  void aListenerMayEndTheSearchWheneverItHearsOfIt(String task, long done) {
    AtomicBoolean enough = new AtomicBoolean();
    List<Long> after = new ArrayList<>();
    Leverage answer =
        question(chainOfPairs(20), "n0", "n20")
            .atMost(1 << 20)
            .within(Budget.unlimited().cancelledBy(enough::get))
            .telling(
                (what, steps, total) -> {
                  if (enough.get()) {
                    after.add(steps);
                  }
                  enough.compareAndSet(false, what.equals(task) && steps >= done);
                })
            .ask();

    assertThat(enough).isTrue();
    assertThat(after).hasSizeLessThan(3);
    assertThat(answer.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(answer.minimalConsentCoalitions()).hasSizeLessThan((int) done + 300);
    if (task.equals("Coalitions listed")) {
      assertThat(answer.minimalConsentCoalitions()).hasSizeGreaterThanOrEqualTo((int) done);
    }
    answer.minimalConsentCoalitions().stream()
        .limit(50)
        .forEach(coalition -> assertThat(answer.route(coalition)).isPresent());
    answer.minimalBlockingCoalitions().stream()
        .limit(50)
        .forEach(coalition -> assertThat(answer.blocks(coalition)).isTrue());
  }

  @Test
  void moreMinimalCoalitionsThanALongHoldsAreCountedToo() {
    Leverage many = question(chainOfPairs(70), "n0", "n70").atMost(3).ask();

    assertThat(many.completeness()).isEqualTo(Completeness.TRUNCATED);
    Power.Index one = many.power().exact().of("p139");
    assertThat(one.deeganPackel()).contains(Fraction.of(1, 140));
    assertThat(one.holler()).contains(Fraction.of(1, 140));
    assertThat(one.shapleyShubik()).isEqualTo(Fraction.of(1, 140));
  }

  @Test
  void sixtyVetoesShareAllPowerEqually() {
    DrawnNetwork network = new DrawnNetwork();
    IntStream.range(0, 60)
        .forEach(
            i ->
                network
                    .road("e" + i, "n" + i, "n" + (i + 1), "AZ")
                    .role("e" + i, RoleKind.SOVEREIGN, "p" + i));

    Power.Exact power = ask(network, "n0", "n60").power().exact();

    assertThat(power.of("p7").shapleyShubik()).isEqualTo(Fraction.of(1, 60));
    assertThat(power.of("p7").banzhaf()).isEqualTo(Fraction.of(1, 1L << 59));
  }

  @Test
  void theCheckFindsFamiliesThatAreNotDual() {
    List<Coalition> consent = List.of(Coalition.of("AZ", "IR"), Coalition.of("AZ", "GE", "TR"));
    List<Coalition> blocking =
        List.of(Coalition.of("AZ"), Coalition.of("GE", "IR"), Coalition.of("IR", "TR"));

    assertThat(LeverageCheck.areDual(blocking, consent)).isTrue();
    assertThat(LeverageCheck.areDual(consent, blocking)).isTrue();
    assertThat(LeverageCheck.areDual(blocking.subList(0, 2), consent)).isFalse();
    assertThat(LeverageCheck.areDual(List.of(), List.of(Coalition.of()))).isTrue();
    assertThat(LeverageCheck.areDual(List.of(Coalition.of()), List.of())).isTrue();
  }
}
