package org.araxes.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class SampledTest {
  private static final Movement TRUCK = Movement.freight().build();
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();

  private static DrawnNetwork twoRoads() {
    return new DrawnNetwork().road("north", "a", "b", "AZ").road("south", "a", "b", "AZ");
  }

  private static Reliability.Builder between(DrawnNetwork network, double survival) {
    return Reliability.between(
            network.moving(TRUCK), new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("b")))
        .otherwise(SubjectKind.EDGE, Probability.of(survival));
  }

  private static Question trucks() {
    return Araxes.on(CAUCASUS)
        .from("AZ-main")
        .to("AZ-NX")
        .moving(Movement.freight().by(Mode.ROAD).flag("AZ").build())
        .on(LocalDate.of(2025, 8, 7));
  }

  @Test
  void aSampleSaysHowOftenHowSureAndFromWhichSeed() {
    Sample found = between(twoRoads(), 0.7).sampled(Sampling.of(100_000).withSeed(7));
    assertThat(found.method()).isEqualTo(Sampling.Method.PLAIN);
    assertThat(found.samples()).isEqualTo(100_000);
    assertThat(found.hits()).isEqualTo(Math.round(found.probability().low() * 100_000));
    assertThat(found.probability().low()).isCloseTo(0.91, within(0.004));
    assertThat(found.interval().low()).isLessThan(0.91);
    assertThat(found.interval().high()).isGreaterThan(0.91);
    assertThat(found.halfWidth()).isCloseTo(1.96 * found.standardError(), within(1e-5));
    assertThat(found.seed()).isEqualTo(7);
    assertThat(found.confidence()).isEqualTo(0.95);
    assertThat(found.bounds().low()).isCloseTo(0.91, within(1e-9));
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void theCountIsTheSameOnAnyNumberOfThreads() throws InterruptedException {
    for (Sampling plan :
        List.of(
            Sampling.of(70_001).by(Sampling.Method.PLAIN),
            Sampling.of(3_001).by(Sampling.Method.FORCED))) {
      Sample alone = trucks().reliability().sampled(plan);
      for (int threads : new int[] {1, 2, 5}) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
          Sample together = trucks().reliability().sampled(plan.on(pool));
          assertThat(together).as("%d threads", threads).isEqualTo(alone);
        } finally {
          pool.shutdown();
        }
      }
    }
  }

  @Test
  void theShippedNetworkIsSampledAsItIsSolved() {
    Reliability exact = trucks().reliability().withoutImportance().ask();
    for (Sampling.Method method : List.of(Sampling.Method.PLAIN, Sampling.Method.FORCED)) {
      Sample found =
          trucks().reliability().sampled(Sampling.of(20_000).by(method).withConfidence(0.9999));
      assertThat(found.method()).isEqualTo(method);
      // Both ends lie within, the interval reaches from one to the other.
      assertThat(found.interval().low()).isLessThanOrEqualTo(exact.probability().low());
      assertThat(found.interval().high()).isGreaterThanOrEqualTo(exact.probability().high());
      assertThat(found.probability().low())
          .isCloseTo(exact.probability().low(), within(5 * found.standardError() + 1e-9));
      assertThat(found.probability().high())
          .isCloseTo(exact.probability().high(), within(5 * found.standardError() + 1e-9));
      assertThat(found.bounds().low()).isLessThanOrEqualTo(exact.probability().low() + 1e-12);
      assertThat(found.bounds().high()).isGreaterThanOrEqualTo(exact.probability().high() - 1e-12);
    }
  }

  @Test
  void whatHardlyEverFailsIsForcedToFail() {
    Sample found =
        between(twoRoads(), 1 - 1e-5).sampled(Sampling.of(50_000).untilRelativeError(0.01));
    assertThat(found.method()).isEqualTo(Sampling.Method.FORCED);
    assertThat(found.failure().low()).isCloseTo(1e-10, within(1e-12));
    assertThat(found.failureInterval().low()).isGreaterThan(0.98e-10).isLessThan(1e-10);
    assertThat(found.samples()).isLessThan(50_000);
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(between(twoRoads(), 1).sampled(Sampling.of(10)).failure())
        .isEqualTo(Probability.IMPOSSIBLE);
  }

  @Test
  void enoughIsEnough() {
    Sample wide = between(twoRoads(), 0.5).sampled(Sampling.of(1_000_000).untilHalfWidth(0.01));
    assertThat(wide.samples()).isLessThan(200_000);
    assertThat(wide.halfWidth()).isLessThanOrEqualTo(0.01);
    assertThat(wide.completeness()).isEqualTo(Completeness.COMPLETE);
    Sample narrow =
        between(twoRoads(), 0.5).sampled(Sampling.of(1_000_000).untilRelativeError(0.005));
    assertThat(narrow.halfWidth()).isLessThanOrEqualTo(0.005 * narrow.failure().low());
    assertThat(narrow.samples()).isGreaterThan(wide.samples());
  }

  @Test
  void theBudgetEndsItAndTheBoundsHoldAllTheSame() {
    Sampling plan = Sampling.of(1_000_000).by(Sampling.Method.PLAIN);
    Sample none = between(twoRoads(), 0.5).within(Budget.ofSteps(0)).sampled(plan);
    assertThat(none.samples()).isZero();
    assertThat(none.interval()).isEqualTo(Probability.UNKNOWN);
    assertThat(none.bounds().low()).isCloseTo(0.75, within(1e-9));
    assertThat(none.completeness()).isEqualTo(Completeness.TRUNCATED);
    Sample some = between(twoRoads(), 0.5).within(Budget.ofSteps(777)).sampled(plan);
    assertThat(some.samples()).isEqualTo(777);
    assertThat(some.completeness()).isEqualTo(Completeness.TRUNCATED);
    Sample cancelled =
        between(twoRoads(), 0.5)
            .within(Budget.unlimited().cancelledBy(() -> true))
            .sampled(Sampling.of(5));
    assertThat(cancelled.samples()).isZero();
    assertThat(
            between(twoRoads(), 0.5).within(Budget.of(Duration.ZERO)).sampled(plan).completeness())
        .isEqualTo(Completeness.TRUNCATED);
  }

  @Test
  void aLongSampleTellsOfItsProgress() {
    List<Long> heard = new ArrayList<>();
    between(twoRoads(), 0.5)
        .telling(
            (task, done, total) -> {
              assertThat(total).isEqualTo(100_000);
              heard.add(done);
            })
        .sampled(Sampling.of(100_000));
    assertThat(heard).isSorted().hasSizeGreaterThan(10);
  }

  @Test
  void scenariosShareTheirRandomNumbers() {
    Sampling plan = Sampling.of(30_000).by(Sampling.Method.PLAIN);
    long before = trucks().reliability().sampled(plan).hits();
    long surer = trucks().reliability().survival("IR", Probability.of(0.999)).sampled(plan).hits();
    assertThat(surer).isGreaterThanOrEqualTo(before);
    // Another edge beside the first changes nothing about it.
    DrawnNetwork one = new DrawnNetwork().road("north", "a", "b", "AZ");
    Sample alone = between(one, 0.5).sampled(plan);
    Sample shut = between(twoRoads(), 0.5).survival("south", Probability.IMPOSSIBLE).sampled(plan);
    assertThat(shut.hits()).isEqualTo(alone.hits());
  }

  @Test
  void boundsGoInAndAnIntervalAroundBothEndsComesOut() {
    Sample found =
        between(twoRoads(), 0.5)
            .survival("north", Probability.between(0.2, 0.8))
            .survival("south", Probability.IMPOSSIBLE)
            .sampled(Sampling.of(40_000));
    assertThat(found.probability().low()).isCloseTo(0.2, within(0.01));
    assertThat(found.probability().high()).isCloseTo(0.8, within(0.01));
    assertThat(found.interval().low()).isLessThan(0.2);
    assertThat(found.interval().high()).isGreaterThan(0.8);
    assertThat(found.bounds().low()).isCloseTo(0.2, within(1e-9));
    assertThat(found.bounds().high()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void whereTheExactMethodEndsEarlyBoundsAreNarrowedAndSamplesAdded() {
    DrawnNetwork ladder = new DrawnNetwork();
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        String here = i == 0 && j == 0 ? "a" : i == 5 && j == 5 ? "b" : "n" + i + j;
        if (i < 5) {
          ladder.road("d" + i + j, here, i == 4 && j == 5 ? "b" : "n" + (i + 1) + j, "AZ");
        }
        if (j < 5) {
          ladder.road("r" + i + j, here, i == 5 && j == 4 ? "b" : "n" + i + (j + 1), "AZ");
        }
      }
    }
    double exact = between(ladder, 0.9).withoutImportance().ask().probability().low();
    Reliability truncated =
        between(ladder, 0.9).withoutImportance().memory(0).orSampled(Sampling.of(50_000)).ask();
    assertThat(truncated.completeness()).isEqualTo(Completeness.TRUNCATED);
    // Two ways apart, and the two cuts of two edges around the ends.
    assertThat(truncated.probability().low()).isGreaterThan(0.5).isLessThan(exact);
    assertThat(truncated.probability().high()).isLessThanOrEqualTo(0.9801 + 1e-9);
    assertThat(truncated.probability().high()).isGreaterThan(exact);
    Sample sample = truncated.sample().orElseThrow();
    assertThat(sample.probability().low()).isCloseTo(exact, within(5 * sample.standardError()));
    assertThat(between(ladder, 0.9).orSampled(Sampling.of(5)).ask().sample()).isEmpty();
    assertThat(between(ladder, 0.9).memory(0).ask().sample()).isEmpty();
  }

  @Test
  void theIntervalOfWilsonHoldsAsOftenAsItSays() {
    // Every count that may come, by its probability: the coverage itself, not a sample of it.
    for (int samples : new int[] {20, 200}) {
      for (double truth : new double[] {0.05, 0.3, 0.5, 0.9}) {
        double covered = 0;
        double probability = Math.pow(1 - truth, samples);
        for (int hits = 0; hits <= samples; hits++) {
          Probability interval = Normal.wilson(hits, samples, Normal.deviations(0.05));
          covered += interval.low() <= truth && truth <= interval.high() ? probability : 0;
          probability *= (double) (samples - hits) / (hits + 1) * truth / (1 - truth);
        }
        assertThat(covered).as("%d of %s", samples, truth).isBetween(0.91, 0.99);
      }
    }
  }

  @Test
  void intervalsOfSamplesHoldTheTruthAsOftenAsTheySay() {
    int outside = 0;
    int seeds = 400;
    for (long seed : LongStream.range(0, seeds).toArray()) {
      Sample found =
          between(twoRoads(), 0.5)
              .sampled(Sampling.of(1_000).withSeed(seed).by(Sampling.Method.PLAIN));
      outside += found.interval().low() > 0.75 || found.interval().high() < 0.75 ? 1 : 0;
    }
    assertThat((double) outside / seeds).isBetween(0.02, 0.08);
  }

  @Test
  void deviationsAreThoseOfTheTables() {
    assertThat(Normal.deviations(0.05)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(Normal.deviations(0.01)).isCloseTo(2.575829303548901, within(1e-12));
    assertThat(Normal.deviations(0.5)).isCloseTo(0.6744897501960817, within(1e-12));
    assertThat(Normal.deviations(1e-9)).isCloseTo(6.109410204869, within(1e-9));
  }

  @Test
  void plansThatCannotBeAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.of(0))
        .withMessageContaining("At least one");
    for (double confidence : new double[] {0, 1, -0.1, 95, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sampling.of(1).withConfidence(confidence))
          .withMessageContaining("confidence");
    }
    for (double precision : new double[] {-1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sampling.of(1).untilHalfWidth(precision));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sampling.of(1).untilRelativeError(precision));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                between(twoRoads(), 0.5)
                    .survival("nort", Probability.CERTAIN)
                    .sampled(Sampling.of(1)))
        .withMessageContaining("north");
    assertThat(new HashSet<>(List.of(Sampling.of(1), Sampling.of(1)))).hasSize(1);
  }
}
