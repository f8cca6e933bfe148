package org.araxes.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Money;
import org.junit.jupiter.api.Test;

class CrossingTest {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 8);
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();

  /** A fact in the making, so that a test says only what matters to it. */
  private static final class Fact {
    private Set<Mode> modes = Set.of();
    private Set<TrafficClass> classes = Set.of();
    private String from = "";
    private String to = "";
    private TreeSet<String> flags = new TreeSet<>();
    private Optional<CrossingState> state = Optional.empty();
    private Validity validity = Validity.ALWAYS;
    private Optional<Duration> waiting = Optional.empty();
    private Optional<Money> fee = Optional.empty();
    private String hours = "";
    private OptionalDouble capacity = OptionalDouble.empty();
    private int priority;
    private Basis basis = Basis.FACT;

    static Fact says(CrossingState state) {
      Fact fact = new Fact();
      fact.state = Optional.of(state);
      return fact;
    }

    Fact by(Mode mode) {
      modes = Set.of(mode);
      return this;
    }

    Fact of(TrafficClass trafficClass) {
      classes = Set.of(trafficClass);
      return this;
    }

    Fact way(String fromSide, String toSide) {
      from = fromSide;
      to = toSide;
      return this;
    }

    Fact flag(String flag) {
      flags.add(flag);
      return this;
    }

    Fact since(LocalDate date) {
      validity = Validity.since(date);
      return this;
    }

    Fact priority(int value) {
      priority = value;
      return this;
    }

    Fact planned() {
      basis = Basis.PLAN;
      return this;
    }

    CrossingFact build() {
      return new CrossingFact(
          "x",
          modes,
          classes,
          from,
          to,
          flags,
          state,
          validity,
          "",
          Optional.empty(),
          waiting,
          fee,
          hours,
          capacity,
          "",
          priority,
          Evidence.NONE.withBasis(basis));
    }
  }

  private static Crossing with(Fact... facts) {
    return new Crossing(
        "x", List.of("IR", "AZ"), List.of(facts).stream().map(Fact::build).toList(), List.of());
  }

  private static Optional<CrossingState> state(Crossing crossing, Movement movement) {
    return state(crossing, movement, Mode.ROAD, "AZ", "IR", false);
  }

  private static Optional<CrossingState> state(
      Crossing crossing, Movement movement, Mode mode, String from, String to, boolean plans) {
    return crossing.stateFact(movement, mode, from, to, DAY, plans).flatMap(CrossingFact::state);
  }

  @Test
  void theHigherPriorityWinsOverEverythingElse() {
    Crossing crossing =
        with(
            Fact.says(CrossingState.OPEN).since(DAY).flag("AZ").way("AZ", "IR").by(Mode.ROAD),
            Fact.says(CrossingState.CLOSED).priority(1));
    assertThat(state(crossing, TRUCK)).contains(CrossingState.CLOSED);
  }

  @Test
  void theLatestStartWinsOverTheNarrower() {
    Crossing crossing =
        with(
            Fact.says(CrossingState.OPEN).since(DAY.minusYears(1)).flag("AZ"),
            Fact.says(CrossingState.CLOSED).since(DAY.minusDays(1)),
            Fact.says(CrossingState.RESTRICTED).since(DAY.plusDays(1)));
    assertThat(state(crossing, TRUCK)).contains(CrossingState.CLOSED);
  }

  @Test
  void ofOneDayTheNarrowerWinsFlagsBeforeDirectionBeforeClassBeforeMode() {
    Fact wide = Fact.says(CrossingState.OPEN);
    Fact mode = Fact.says(CrossingState.CLOSED).by(Mode.ROAD);
    Fact type = Fact.says(CrossingState.RESTRICTED).of(TrafficClass.GOODS);
    Fact way = Fact.says(CrossingState.UNKNOWN).way("AZ", "IR").by(Mode.ROAD);
    Fact flag = Fact.says(CrossingState.OPEN).flag("AZ");
    assertThat(state(with(wide, mode), TRUCK)).contains(CrossingState.CLOSED);
    assertThat(state(with(wide, mode, type), TRUCK)).contains(CrossingState.RESTRICTED);
    assertThat(state(with(wide, mode, type, way), TRUCK)).contains(CrossingState.UNKNOWN);
    assertThat(state(with(flag, wide, mode, type, way), TRUCK)).contains(CrossingState.OPEN);
  }

  @Test
  void aFactComesBeforeAPlanAndTheFirstGivenBeforeTheSecond() {
    assertThat(
            state(
                with(
                    Fact.says(CrossingState.OPEN).planned(),
                    Fact.says(CrossingState.CLOSED),
                    Fact.says(CrossingState.RESTRICTED)),
                TRUCK,
                Mode.ROAD,
                "AZ",
                "IR",
                true))
        .contains(CrossingState.CLOSED);
  }

  @Test
  void aPlanCountsOnlyWherePlansDo() {
    Crossing crossing =
        with(Fact.says(CrossingState.CLOSED), Fact.says(CrossingState.OPEN).since(DAY).planned());
    assertThat(state(crossing, TRUCK)).contains(CrossingState.CLOSED);
    assertThat(state(crossing, TRUCK, Mode.ROAD, "AZ", "IR", true)).contains(CrossingState.OPEN);
    assertThat(crossing.changeDates(false)).isEmpty();
    assertThat(crossing.changeDates(true)).containsExactly(DAY);
  }

  @Test
  void bothDirectionsAreTwoFacts() {
    Crossing crossing = with(Fact.says(CrossingState.OPEN).way("AZ", "IR"));
    assertThat(state(crossing, TRUCK, Mode.ROAD, "AZ", "IR", false)).contains(CrossingState.OPEN);
    assertThat(state(crossing, TRUCK, Mode.ROAD, "IR", "AZ", false)).isEmpty();
  }

  @Test
  void aStateCoversItsPartsAndNotTheReverse() {
    Movement exclave = Movement.freight().flag("AZ-NX").build();
    Movement nameless = Movement.freight().build();
    Movement lookalike = Movement.freight().flag("AZX").build();
    Crossing whole = with(Fact.says(CrossingState.OPEN).flag("AZ"));
    Crossing part = with(Fact.says(CrossingState.OPEN).flag("AZ-NX"));
    assertThat(state(whole, exclave)).contains(CrossingState.OPEN);
    assertThat(state(whole, TRUCK)).contains(CrossingState.OPEN);
    assertThat(state(part, exclave)).contains(CrossingState.OPEN);
    assertThat(state(part, TRUCK)).isEmpty();
    assertThat(state(whole, nameless)).isEmpty();
    assertThat(state(whole, lookalike)).isEmpty();
  }

  @Test
  void classAndModeMustFit() {
    Crossing crossing = with(Fact.says(CrossingState.OPEN).of(TrafficClass.GOODS).by(Mode.RAIL));
    assertThat(state(crossing, TRUCK)).isEmpty();
    assertThat(state(crossing, TRUCK, Mode.RAIL, "AZ", "IR", false)).isPresent();
    assertThat(state(crossing, Movement.persons().build(), Mode.RAIL, "AZ", "IR", false)).isEmpty();
  }

  @Test
  void eachAttributeIsLookedUpForItself() {
    Fact wait = new Fact();
    wait.waiting = Optional.of(Duration.ofHours(3));
    Fact rest = new Fact().since(DAY);
    rest.fee = Optional.of(Money.usd(50));
    rest.hours = "08:00-18:00";
    rest.capacity = OptionalDouble.of(120);
    Crossing crossing = with(wait, rest);
    assertThat(crossing.stateFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false)).isEmpty();
    assertThat(crossing.waitFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false)).contains(wait.build());
    assertThat(crossing.feeFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false)).contains(rest.build());
    assertThat(crossing.hoursFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false)).contains(rest.build());
    assertThat(crossing.capacityFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false))
        .contains(rest.build());
    assertThat(crossing.capacityFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY.minusDays(1), false))
        .isEmpty();
  }

  @Test
  void aMovementMeetsTheControlsThatConcernIt() {
    ControlPoint customs =
        new ControlPoint(
            "x",
            "AZ",
            ControlFunction.CUSTOMS,
            "AZ",
            "AZ",
            Contact.OFFICER,
            ControlPlace.LINE,
            Set.of(Mode.ROAD),
            Set.of(TrafficClass.GOODS),
            Validity.since(DAY),
            "",
            Evidence.NONE);
    Crossing crossing = new Crossing("x", List.of("AZ", "IR"), List.of(), List.of(customs));
    assertThat(crossing.controls(TRUCK, Mode.ROAD, DAY, false)).containsExactly(customs);
    assertThat(crossing.controls(TRUCK, Mode.RAIL, DAY, false)).isEmpty();
    assertThat(crossing.controls(TRUCK, Mode.ROAD, DAY.minusDays(1), false)).isEmpty();
    assertThat(crossing.controls(Movement.persons().build(), Mode.ROAD, DAY, false)).isEmpty();
    assertThat(crossing.changeDates(false)).containsExactly(DAY);
  }

  @Test
  void hasTwoDifferentSides() {
    assertThat(with().sides()).containsExactly("AZ", "IR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crossing("x", List.of("AZ"), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crossing("x", List.of("AZ", "AZ"), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Fact.says(CrossingState.OPEN).way("AZ", "TR")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Fact.says(CrossingState.OPEN).way("AZ", "AZ")));
  }

  @Test
  void aFactNamesBothEndsOfADirectionAndNothingNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fact.says(CrossingState.OPEN).way("AZ", "").build());
    Fact wait = new Fact();
    wait.waiting = Optional.of(Duration.ofSeconds(-1));
    assertThatIllegalArgumentException().isThrownBy(wait::build);
    Fact capacity = new Fact();
    capacity.capacity = OptionalDouble.of(Double.NaN);
    assertThatIllegalArgumentException().isThrownBy(capacity::build);
  }

  @Test
  void whatIsSaidOfAPartOfAStateIsNarrowerThanWhatIsSaidOfTheState() {
    Fact all = Fact.says(CrossingState.CLOSED).way("AZ", "IR");
    all.flags = new TreeSet<>(List.of("AZ"));
    Fact residents = Fact.says(CrossingState.RESTRICTED);
    residents.flags = new TreeSet<>(List.of("AZ-NX"));
    Movement resident = Movement.freight().flag("AZ-NX").build();
    for (Crossing crossing : List.of(with(all, residents), with(residents, all))) {
      assertThat(crossing.stateFact(resident, Mode.ROAD, "AZ", "IR", DAY, false))
          .flatMap(CrossingFact::state)
          .hasValue(CrossingState.RESTRICTED);
      assertThat(crossing.stateFact(TRUCK, Mode.ROAD, "AZ", "IR", DAY, false))
          .flatMap(CrossingFact::state)
          .hasValue(CrossingState.CLOSED);
    }
  }
}
