package org.araxes.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  private static LocalDate day(int number) {
    return START.plusDays(number);
  }

  private static <T> Claim<T> claim(T value, int from, int to, Basis basis) {
    return new Claim<>(value, new Validity(day(from), day(to)), Evidence.NONE.withBasis(basis));
  }

  private static <T> Optional<T> value(History<T> history, int day, boolean plans) {
    return history.at(day(day), plans).map(Claim::value);
  }

  @Test
  void theClaimThatBeginsLastHolds() {
    History<String> history =
        new History<>(
            List.of(
                claim("new", 10, 20, Basis.FACT),
                claim("old", 0, 30, Basis.FACT),
                claim("plan", 15, 40, Basis.PLAN)));
    assertThat(value(history, -1, false)).isEmpty();
    assertThat(value(history, 0, false)).contains("old");
    assertThat(value(history, 10, false)).contains("new");
    assertThat(value(history, 19, false)).contains("new");
    assertThat(value(history, 20, false)).contains("old");
    assertThat(value(history, 30, false)).isEmpty();
    assertThat(value(history, 30, true)).contains("plan");
    assertThat(value(history, 16, true)).contains("plan");
    assertThat(history.changeDates(false)).containsExactly(day(0), day(10), day(20), day(30));
    assertThat(history.changeDates(true)).contains(day(15), day(40));
  }

  @Test
  void ofTwoThatBeginTogetherTheFactComesBeforeThePlan() {
    History<String> history =
        new History<>(List.of(claim("plan", 0, 9, Basis.PLAN), claim("fact", 0, 9, Basis.FACT)));
    assertThat(value(history, 5, true)).contains("fact");
  }

  @Test
  void openEndsAreNoChange() {
    assertThat(History.always(1).changeDates(true)).isEmpty();
    assertThat(History.always(1).at(LocalDate.MIN, false)).isPresent();
    assertThat(History.<Integer>empty().at(START, true)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdsDayByDayWhatTheDefinitionSays(long seed) {
    History<Integer> history = random(new Random(seed), true);
    for (int day = -1; day <= 31; day++) {
      LocalDate date = day(day);
      for (boolean plans : new boolean[] {false, true}) {
        Optional<LocalDate> latest =
            history.claims().stream()
                .filter(c -> c.validity().contains(date))
                .filter(c -> plans || c.evidence().basis() == Basis.FACT)
                .map(c -> c.validity().from())
                .max(Comparator.naturalOrder());
        assertThat(history.at(date, plans).map(c -> c.validity().from())).isEqualTo(latest);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anOverrideChangesItsDaysAndNoOthers(long seed) {
    Random random = new Random(seed);
    History<Integer> before = random(random, false);
    int from = random.nextInt(25);
    int to = from + 1 + random.nextInt(8);
    History<Integer> after = before.overriddenBy(claim(99, from, to, Basis.FACT));
    for (int day = -1; day <= 31; day++) {
      Optional<Integer> expected =
          day >= from && day < to ? Optional.of(99) : value(before, day, false);
      assertThat(value(after, day, false)).as("day %s", day).isEqualTo(expected);
    }
  }

  @Test
  void aPlanThatOutlivesAnOverrideStillComesAfterTheFactBeforeIt() {
    History<String> history =
        new History<>(
            List.of(claim("building", 0, 100, Basis.FACT), claim("open", 10, 100, Basis.PLAN)));
    History<String> stopped = history.overriddenBy(claim("stopped", 5, 20, Basis.FACT));
    assertThat(value(stopped, 4, true)).contains("building");
    assertThat(value(stopped, 12, true)).contains("stopped");
    assertThat(value(stopped, 30, false)).contains("building");
    assertThat(value(stopped, 30, true)).contains("open");
  }

  @Test
  void anOverrideWithoutEndLeavesOnlyTheTimeBefore() {
    History<String> history =
        History.always("open")
            .overriddenBy(new Claim<>("shut", Validity.since(day(5)), Evidence.NONE));
    assertThat(value(history, 4, false)).contains("open");
    assertThat(value(history, 5, false)).contains("shut");
    assertThat(history.changeDates(false)).containsExactly(day(5));
    assertThat(
            History.always("a")
                .overriddenBy(new Claim<>("b", Validity.ALWAYS, Evidence.NONE))
                .claims())
        .extracting(Claim::value)
        .containsExactly("b");
  }

  private static History<Integer> random(Random random, boolean plans) {
    List<Claim<Integer>> claims = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(25);
      claims.add(
          claim(
              i,
              from,
              from + 1 + random.nextInt(10),
              plans && random.nextBoolean() ? Basis.PLAN : Basis.FACT));
    }
    return new History<>(claims);
  }

  @Test
  void anIntervalGoesForward() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Validity(day(1), day(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Validity(day(1), day(1)));
  }

  @Test
  void anIntervalHoldsItsFirstDayAndNotItsLast() {
    Validity week = new Validity(day(0), day(7));
    assertThat(week.contains(day(0))).isTrue();
    assertThat(week.contains(day(6))).isTrue();
    assertThat(week.contains(day(7))).isFalse();
    assertThat(week.contains(day(-1))).isFalse();
    assertThat(Validity.until(day(3)).contains(LocalDate.MIN)).isTrue();
    assertThat(Validity.since(day(3)).contains(day(2))).isFalse();
    assertThat(week).hasToString("[2025-01-01, 2025-01-08)");
    assertThat(Validity.ALWAYS).hasToString("[, )");
  }

  @Test
  void intervalsThatTouchShareNoDay() {
    Validity one = new Validity(day(0), day(7));
    Validity next = new Validity(day(7), day(9));
    assertThat(one.overlaps(next)).isFalse();
    assertThat(one.intersection(next)).isEmpty();
    assertThat(one.intersection(Validity.since(day(5)))).contains(new Validity(day(5), day(7)));
    assertThat(one.overlaps(Validity.ALWAYS)).isTrue();
  }
}
