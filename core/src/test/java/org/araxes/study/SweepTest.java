package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Parallel;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.leverage.Coalition;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Case ROAD =
      new Case(
          "road",
          "Before TRIPP",
          Optional.empty(),
          LocalDate.of(2025, 8, 7),
          Terms.DEFAULT,
          "Road freight",
          Movement.freight().by(Mode.ROAD).flag("AZ").build(),
          "baku",
          "nakhchivan");

  @Test
  void pairsOfPartiesThatSeverAreTheBlockingCoalitionsOfUpToTwo() {
    Sweep sweep = Sweep.of(CAUCASUS, ROAD).overParties().together(2).run();

    Set<Coalition> severing = new TreeSet<>();
    sweep
        .severing()
        .forEach(
            outage ->
                severing.add(Coalition.of(outage.failures().stream().map(Failure::id).toList())));
    Set<Coalition> blocking =
        new TreeSet<>(
            CaseStudy.of(CAUCASUS, ROAD).leverage().minimalBlockingCoalitions().stream()
                .filter(coalition -> coalition.size() <= 2)
                .toList());
    assertThat(severing).isNotEmpty().isEqualTo(blocking);
    assertThat(sweep.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void everyOutageOfOneElementIsWhatItsScenarioSays() {
    Sweep sweep = Sweep.of(CAUCASUS, ROAD).overElements().run();
    assertThat(sweep.lengthening()).isNotEmpty();
    for (Outage outage : sweep.outages()) {
      String id = outage.failures().first().id();
      if (CAUCASUS.findNode(id).isPresent() && CAUCASUS.findCrossing(id).isEmpty()) {
        continue;
      }
      Scenario closed = Scenario.named("closed").close(id).build();
      Case question =
          new Case(
              "",
              "",
              Optional.of(closed),
              ROAD.date(),
              ROAD.terms(),
              "",
              ROAD.movement(),
              ROAD.from(),
              ROAD.to());
      assertThat(CaseStudy.of(CAUCASUS, question).route().map(route -> route.duration()))
          .as(id)
          .isEqualTo(outage.detour().map(route -> route.duration()));
    }
  }

  @Test
  void isTheSameForEveryExecutor() {
    Sweep.Builder builder =
        Sweep.of(CAUCASUS, ROAD).overElements().overParties().overAgreements().together(2);
    builder.within(Budget.ofSteps(6_000));
    Sweep alone = builder.run();
    assertThat(alone.examined()).isEqualTo(6_000);
    assertThat(alone.completeness()).isEqualTo(Completeness.TRUNCATED);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      assertThat(builder.on(pool).run()).isEqualTo(alone);
    } finally {
      pool.shutdownNow();
    }
    assertThat(builder.on(pool).run()).as("a pool that takes nothing").isEqualTo(alone);
    assertThat(builder.on(Runnable::run).run()).isEqualTo(alone);
  }

  @Test
  void isSortedBySeverityAndTellsOfProgress() {
    AtomicInteger told = new AtomicInteger();
    Sweep sweep =
        Sweep.of(CAUCASUS, ROAD)
            .overElements()
            .overParties()
            .telling((task, done, total) -> told.incrementAndGet())
            .run();
    assertThat(sweep.outages()).isSorted();
    assertThat(sweep.outages().get(0).effect()).isEqualTo(Outage.Effect.SEVERED);
    assertThat(told.get()).isPositive();
  }

  @Test
  void endsWhenCancelled() {
    Sweep sweep =
        Sweep.of(CAUCASUS, ROAD)
            .overElements()
            .within(Budget.unlimited().cancelledBy(() -> true))
            .run();
    assertThat(sweep.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(sweep.outages()).isEmpty();
  }

  @Test
  void asksForPairsOfPlacesAndDates() {
    Sweep sweep =
        Sweep.of(CAUCASUS, ROAD)
            .between("baku", "nakhchivan")
            .between("baku", "tbilisi")
            .on(LocalDate.of(2025, 8, 7), LocalDate.of(2026, 6, 28))
            .overParties(List.of("GE", "IR"))
            .run();
    assertThat(sweep.questions()).hasSize(4).doesNotHaveDuplicates();
    assertThat(sweep.baselines()).hasSize(4);
    assertThat(sweep.examined()).isEqualTo(8);
    assertThat(sweep.severing())
        .anyMatch(outage -> outage.question().to().equals("tbilisi"))
        .allMatch(outage -> outage.failures().contains(new Failure(Failure.Kind.PARTY, "GE")));
  }

  @Test
  void anUnknownCandidateIsToldWithAHint() {
    assertThatThrownBy(() -> Sweep.of(CAUCASUS, ROAD).overParties(List.of("IRN")).run())
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> Sweep.of(CAUCASUS, ROAD).overElements(List.of("bakuu")).run())
        .hasMessageContaining("Maybe");
  }

  @Test
  void aFaultOnAnotherThreadReachesTheAskingOne() {
    assertThatThrownBy(
            () ->
                new Parallel(Optional.of(Runnable::run), () -> false, piece -> {})
                    .run(
                        5,
                        piece -> {
                          throw new IllegalStateException("broken " + piece);
                        }))
        .hasMessage("broken 0");
    assertThat(
            new Parallel(
                    Optional.of(
                        task -> {
                          throw new RejectedExecutionException();
                        }),
                    () -> false,
                    piece -> {})
                .run(5, piece -> {}))
        .isEqualTo(5);
  }
}
