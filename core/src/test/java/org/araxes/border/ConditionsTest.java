package org.araxes.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.evidence.Validity;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 8);
  private static final Movement TRUCK = Movement.freight().build();

  private static Conditions heavy() {
    return new Conditions(
        Optional.empty(),
        Set.of(),
        OptionalDouble.of(30),
        OptionalDouble.empty(),
        new TreeSet<>(),
        Set.of());
  }

  private static Conditions of(Set<Commodity> loads, Set<String> homes, Set<Vehicle> vehicles) {
    return new Conditions(
        Optional.empty(),
        loads,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new TreeSet<>(homes),
        vehicles);
  }

  private static Crossing gate(CrossingFact... facts) {
    return new Crossing("x", List.of("IR", "AZ"), List.of(facts), List.of());
  }

  private static CrossingFact open() {
    return CrossingFact.state("x", CrossingState.OPEN, Validity.ALWAYS, "");
  }

  private static CrossingFact closed(Conditions conditions) {
    return CrossingFact.builder("x").state(CrossingState.CLOSED).conditions(conditions).build();
  }

  private static Optional<CrossingState> state(Crossing crossing, Movement movement) {
    return crossing
        .stateFact(movement, Mode.ROAD, "AZ", "IR", DAY, true)
        .flatMap(CrossingFact::state);
  }

  private static List<CrossingFact> unsettled(Crossing crossing, Movement movement) {
    return crossing.unsettledFacts(movement, Mode.ROAD, "AZ", "IR", DAY, true);
  }

  @Test
  void aWeightLimitHoldsForHeavierVehiclesOnly() {
    Crossing bridge = gate(open(), closed(heavy()));
    assertThat(state(bridge, Movement.freight().grossTonnes(30).build()))
        .contains(CrossingState.OPEN);
    assertThat(state(bridge, Movement.freight().grossTonnes(30.1).build()))
        .contains(CrossingState.CLOSED);
    assertThat(unsettled(bridge, Movement.freight().grossTonnes(31).build())).isEmpty();
  }

  @Test
  void whatTheMovementDoesNotSayIsUnknownAndDoesNotDecide() {
    Crossing bridge = gate(open(), closed(heavy()));
    assertThat(state(bridge, TRUCK)).contains(CrossingState.OPEN);
    assertThat(unsettled(bridge, TRUCK)).containsExactly(closed(heavy()));
    assertThat(heavy().unsaidBy(TRUCK, Mode.ROAD)).containsExactly("gross weight");
    assertThat(closed(heavy()).bearing(TRUCK, Mode.ROAD, "AZ", "IR")).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aLoadMayBeOfSeveralCommodities() {
    Conditions aid = of(Set.of(Commodity.AID), Set.of(), Set.of());
    Movement food = Movement.freight().commodity(Commodity.FOOD).build();
    assertThat(aid.metBy(food, Mode.ROAD)).isEqualTo(Truth.NO);
    assertThat(aid.metBy(food.toBuilder().commodity(Commodity.AID).build(), Mode.ROAD))
        .isEqualTo(Truth.YES);
    assertThat(aid.metBy(TRUCK, Mode.ROAD)).isEqualTo(Truth.UNKNOWN);
    assertThat(aid.metBy(Movement.persons().build(), Mode.ROAD)).isEqualTo(Truth.NO);
    assertThat(Commodity.AGRICULTURE.division()).contains(1);
    assertThat(Commodity.OTHER.division()).contains(20);
    assertThat(Commodity.MILITARY.division()).isEmpty();
  }

  @Test
  void residenceIsApartFromNationality() {
    Conditions locals = of(Set.of(), Set.of("AZ-NX"), Set.of());
    Movement citizen = Movement.persons().flag("AZ").build();
    assertThat(locals.metBy(citizen, Mode.ROAD)).isEqualTo(Truth.UNKNOWN);
    assertThat(locals.metBy(citizen.toBuilder().residence("AZ-NX").build(), Mode.ROAD))
        .isEqualTo(Truth.YES);
    assertThat(locals.metBy(citizen.toBuilder().residence("AZ").build(), Mode.ROAD))
        .isEqualTo(Truth.NO);
    assertThat(locals.metBy(citizen.toBuilder().flag("AZ-NX").build(), Mode.ROAD))
        .isEqualTo(Truth.YES);
    assertThat(locals.metBy(TRUCK, Mode.ROAD)).isEqualTo(Truth.NO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Movement.persons().residence("az-nx").build())
        .withMessageContaining("Maybe AZ-NX?");
  }

  @Test
  void vehiclesAreThoseOfTheRoadAndFreightGoesByTruck() {
    Conditions cars = of(Set.of(), Set.of(), Set.of(Vehicle.CAR));
    Movement persons = Movement.persons().build();
    assertThat(cars.metBy(persons, Mode.ROAD)).isEqualTo(Truth.UNKNOWN);
    assertThat(cars.metBy(persons, Mode.AIR)).isEqualTo(Truth.NO);
    assertThat(cars.metBy(TRUCK, Mode.ROAD)).isEqualTo(Truth.NO);
    assertThat(cars.metBy(persons.toBuilder().vehicle(Vehicle.CAR).build(), Mode.ROAD))
        .isEqualTo(Truth.YES);
  }

  @Test
  void aSeasonEndsOnItsDateEveryYear() {
    Conditions winter = Conditions.NONE.in(Season.parse("Nov-Mar"));
    CrossingFact shut = closed(winter).during(Validity.since(LocalDate.of(2020, 1, 1)));
    Crossing pass = gate(open(), shut);
    assertThat(shut.holdsOn(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(shut.holdsOn(LocalDate.of(2026, 4, 1))).isFalse();
    assertThat(pass.seasonDates(true, LocalDate.of(2019, 1, 1), LocalDate.of(2021, 6, 1)))
        .containsExactly(
            LocalDate.of(2020, 4, 1), LocalDate.of(2020, 11, 1), LocalDate.of(2021, 4, 1));
  }

  @Test
  void moreConditionsAreNarrowerThanAnyFlag() {
    CrossingFact flagged =
        CrossingFact.builder("x")
            .state(CrossingState.OPEN)
            .flags(Set.of("AZ-NX"))
            .direction("AZ", "IR")
            .modes(Mode.ROAD)
            .classes(TrafficClass.GOODS)
            .build();
    Movement heavy = Movement.freight().flag("AZ-NX").grossTonnes(40).build();
    assertThat(state(gate(flagged, closed(heavy())), heavy)).contains(CrossingState.CLOSED);
  }

  @Test
  void badConditionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Conditions(
                    Optional.empty(),
                    Set.of(),
                    OptionalDouble.of(30),
                    OptionalDouble.of(20),
                    new TreeSet<>(),
                    Set.of()))
        .withMessageContaining("Maybe the other way round?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Movement.freight().grossTonnes(0).build())
        .withMessageContaining("weighs something");
  }

  @Test
  void aBuilderKeepsAllThatIsSaid() {
    CrossingFact fact =
        CrossingFact.builder("x")
            .hours("08:00-18:00", java.time.ZoneOffset.UTC)
            .capacityPerDay(12)
            .conditions(heavy().in(new Season(MonthDay.of(3, 1), MonthDay.of(4, 1))))
            .by("AZ")
            .build();
    assertThat(fact.toBuilder().build()).isEqualTo(fact);
    assertThat(fact.conditions()).hasToString("Mar 1-Apr 1, over 30 t");
    assertThat(fact.openingHours()).isEqualTo("08:00-18:00");
  }

  @Test
  void overlapIsWhatSomeMovementAndDayMeet() {
    Random random = new Random(3);
    List<Movement> movements = new ArrayList<>();
    for (double weight : List.of(5.0, 15.0, 25.0)) {
      for (String home : List.of("AZ", "AZ-NX", "TR")) {
        for (Vehicle vehicle : Vehicle.values()) {
          movements.add(
              Movement.persons().grossTonnes(weight).residence(home).vehicle(vehicle).build());
        }
      }
    }
    for (int i = 0; i < 2_000; i++) {
      Conditions one = drawn(random);
      Conditions two = drawn(random);
      boolean met = false;
      for (Movement movement : movements) {
        for (int month = 1; month <= 12; month++) {
          LocalDate day = LocalDate.of(2025, month, 15);
          met |=
              one.metBy(movement, Mode.ROAD) == Truth.YES
                  && two.metBy(movement, Mode.ROAD) == Truth.YES
                  && one.inSeason(day)
                  && two.inSeason(day);
        }
      }
      assertThat(one.overlaps(two)).as("%s and %s", one, two).isEqualTo(met);
    }
  }

  private static Conditions drawn(Random random) {
    EnumSet<Vehicle> vehicles = EnumSet.noneOf(Vehicle.class);
    TreeSet<String> homes = new TreeSet<>();
    for (Vehicle vehicle : Vehicle.values()) {
      if (random.nextInt(3) == 0) {
        vehicles.add(vehicle);
      }
    }
    for (String home : List.of("AZ", "AZ-NX", "TR")) {
      if (random.nextInt(3) == 0) {
        homes.add(home);
      }
    }
    int cut = random.nextInt(3);
    List<String> seasons = List.of("Jan-Mar", "Mar-Jul", "Oct-Jan", "Aug");
    return new Conditions(
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Season.parse(seasons.get(random.nextInt(4)))),
        Set.of(),
        cut == 1 ? OptionalDouble.of(10) : OptionalDouble.empty(),
        cut == 2 ? OptionalDouble.of(20) : OptionalDouble.empty(),
        homes,
        vehicles);
  }
}
