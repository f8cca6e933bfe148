package org.araxes.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void unknownTravelsToTheResult() {
    for (Truth a : Truth.values()) {
      assertThat(a.not().not()).isEqualTo(a);
      for (Truth b : Truth.values()) {
        assertThat(a.and(b)).isEqualTo(a.compareTo(b) < 0 ? a : b);
        assertThat(a.or(b)).isEqualTo(a.not().and(b.not()).not());
      }
    }
    assertThat(Truth.UNKNOWN.and(Truth.NO)).isEqualTo(Truth.NO);
    assertThat(Truth.UNKNOWN.and(Truth.YES)).isEqualTo(Truth.UNKNOWN);
    assertThat(Truth.of(true)).isEqualTo(Truth.YES);
    assertThat(Truth.of(false)).isEqualTo(Truth.NO);
  }

  @Test
  void aBudgetOfStepsAllowsExactlySoMany() {
    Budget.Meter meter = Budget.ofSteps(3).start();
    assertThat(meter.step()).isTrue();
    assertThat(meter.step()).isTrue();
    assertThat(meter.step()).isTrue();
    assertThat(meter.spent()).isFalse();
    assertThat(meter.step()).isFalse();
    assertThat(meter.spent()).isTrue();
    assertThat(meter.step()).isFalse();
    assertThat(Budget.ofSteps(0).start().step()).isFalse();
  }

  @Test
  void aBudgetOfNoTimeIsSpentAtOnce() {
    assertThat(Budget.of(Duration.ZERO).start().step()).isFalse();
  }

  @Test
  void theLongestTimeThereIsNeverRunsOut() {
    assertThat(Budget.of(ChronoUnit.FOREVER.getDuration()).start().spent()).isFalse();
    assertThat(Budget.unlimited().start().spent()).isFalse();
  }

  @Test
  void aSignalEndsTheWorkWithin256Steps() {
    AtomicBoolean stop = new AtomicBoolean();
    Budget.Meter meter = Budget.unlimited().cancelledBy(stop::get).start();
    assertThat(meter.step()).isTrue();
    stop.set(true);
    while (meter.step()) {
      assertThat(meter.steps()).isLessThanOrEqualTo(256);
    }
    assertThat(meter.spent()).isTrue();
  }

  @Test
  void aHeavyStepCountsForManyAndHearsTheSignalSoon() {
    Budget.Meter meter = Budget.ofSteps(10).start();
    assertThat(meter.step(7)).isTrue();
    assertThat(meter.step(3)).isTrue();
    assertThat(meter.steps()).isEqualTo(10);
    assertThat(meter.step(1)).isFalse();
    assertThat(Budget.ofSteps(10).start().step(11)).isFalse();

    AtomicBoolean stop = new AtomicBoolean();
    Budget.Meter heavy = Budget.unlimited().cancelledBy(stop::get).start();
    assertThat(heavy.step(100)).isTrue();
    stop.set(true);
    assertThat(heavy.step(100)).isTrue();
    assertThat(heavy.step(100)).as("past 256").isFalse();

    Budget.Meter endless = Budget.unlimited().start();
    assertThat(endless.step(Long.MAX_VALUE)).isTrue();
    assertThat(endless.step(Long.MAX_VALUE)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> endless.step(0));
  }

  @Test
  void aBudgetIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.ofSteps(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.of(Duration.ofNanos(-1)));
  }

  @Test
  void suggestsWhatIsClose() {
    List<String> known = List.of("baku", "nax", "yeraskh", "yerevan");
    assertThat(Suggestions.maybe("NAX", known)).isEqualTo(" Maybe \"nax\"?");
    assertThat(Suggestions.maybe("bacu", known)).isEqualTo(" Maybe \"baku\"?");
    assertThat(Suggestions.maybe("rask", known)).isEqualTo(" Maybe \"yeraskh\"?");
    assertThat(Suggestions.maybe("tehran-mehrabad", known)).isEmpty();
    assertThat(Suggestions.maybe("x", List.of())).isEmpty();
    assertThat(Suggestions.maybe("ac", List.of("ab", "aa"))).isEqualTo(" Maybe \"aa\"?");
  }

  @Test
  void aFindingSaysWhereItStands() {
    Finding plain = Finding.error("bad_id", "baku", "It is bad.");
    assertThat(plain).hasToString("[bad_id] baku: It is bad.");
    assertThat(plain.at("nodes.geojson", 12))
        .hasToString("nodes.geojson:12 [bad_id] baku: It is bad.");
    assertThat(Finding.warning("odd", "", "Odd.").at("f.csv", 0)).hasToString("f.csv [odd] Odd.");
    assertThat(Finding.info("odd", "", "").severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void anExceptionTellsTheFirstFiftyFaultsAndKeepsAll() {
    Finding fault = Finding.error("bad", "x", "Bad.");
    InvalidDataException many =
        new InvalidDataException("The file", Collections.nCopies(53, fault));
    assertThat(many)
        .hasMessageStartingWith("The file has 53 faults:")
        .hasMessageEndingWith("and 3 more");
    assertThat(many.findings()).hasSize(53);
    assertThat(new InvalidDataException("It", List.of(fault)))
        .hasMessage("It has 1 fault:\n  [bad] x: Bad.");
    Progress.NONE.report("work", 1, 2);
  }
}
