package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Truth;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.Status;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.passage.Standards;
import org.araxes.quantity.Money;
import org.araxes.scenario.Scenario;
import org.araxes.study.Fortification.Measure;
import org.junit.jupiter.api.Test;

class FortificationTest {
  private static final LocalDate DAY = DrawnNetwork.DAY;

  /** Places, and roads between them of which some are planned. */
  private record Roads(int places, List<int[]> roads, List<Boolean> there, List<Integer> costs) {
    boolean joins(Set<Integer> built) {
      Set<Integer> reached = new HashSet<>(Set.of(0));
      boolean grew = true;
      while (grew) {
        grew = false;
        for (int i = 0; i < roads.size(); i++) {
          int[] road = roads.get(i);
          if (there.get(i) || built.contains(i)) {
            if (reached.contains(road[0]) != reached.contains(road[1])) {
              reached.add(road[0]);
              reached.add(road[1]);
              grew = true;
            }
          }
        }
      }
      return reached.contains(places - 1);
    }
  }

  @Test
  void noCheaperChoiceOfRoadsJoinsThePlaces() {
    int dear = 0;
    for (long seed = 0; seed < 2_200; seed++) {
      // A few with more to choose from, many small ones.
      dear += noCheaperChoice(seed, seed < 200 ? 7 : 4, seed < 200 ? 5 : 3) ? 1 : 0;
    }
    assertThat(dear).isGreaterThan(500);
  }

  /** Whether something had to be paid. */
  private static boolean noCheaperChoice(long seed, int count, int mostPlanned) {
    Random random = new Random(seed);
    Roads roads =
        new Roads(2 + random.nextInt(4), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    DrawnNetwork drawn = new DrawnNetwork();
    for (int place = 0; place < roads.places(); place++) {
      drawn.node("n" + place, "XX");
    }
    List<Measure> measures = new ArrayList<>();
    int planned = 0;
    for (int i = 0; i < count; i++) {
      int[] road = {random.nextInt(roads.places()), random.nextInt(roads.places())};
      boolean there = random.nextInt(3) == 0 || planned == mostPlanned;
      roads.roads().add(road);
      roads.there().add(there);
      roads.costs().add(random.nextInt(5));
      drawn.edge(
          "e" + i,
          "n" + road[0],
          "n" + road[1],
          Mode.ROAD,
          "XX",
          edge -> there ? edge : edge.status(Status.PLANNED));
      if (!there) {
        planned++;
        measures.add(measure("e" + i, roads.costs().get(i)));
      }
    }
    Case question = question("n0", "n" + (roads.places() - 1));
    TransitNetwork network = drawn.moving(Movement.freight().build()).network();
    Fortification found = Fortification.of(network, question, measures).find(Standards.lawful());
    Fortification tried =
        Fortification.of(network, question, measures)
            .findAmongAll(passage -> passage.judge(Standards.lawful()).truth() == Truth.YES);

    long least = -1;
    for (int set = 0; set < 1 << measures.size(); set++) {
      Set<Integer> built = new HashSet<>();
      long cost = 0;
      for (int m = 0; m < measures.size(); m++) {
        if ((set >> m & 1) == 1) {
          int road = Integer.parseInt(measures.get(m).id().substring(1));
          built.add(road);
          cost += roads.costs().get(road);
        }
      }
      if (roads.joins(built) && (least < 0 || cost < least)) {
        least = cost;
      }
    }
    assertThat(found.chosen().isPresent()).as("seed %d", seed).isEqualTo(least >= 0);
    assertThat(tried.chosen().isPresent()).as("seed %d", seed).isEqualTo(least >= 0);
    if (least >= 0) {
      assertThat(found.cost().amount().longValueExact()).as("seed %d", seed).isEqualTo(least);
      assertThat(tried.cost().amount().longValueExact()).as("seed %d", seed).isEqualTo(least);
    }
    assertThat(found.completeness()).as("seed %d", seed).isEqualTo(Completeness.COMPLETE);
    return least > 0;
  }

  private static Measure measure(String edge, int cost) {
    return new Measure(
        edge,
        Scenario.named("build-" + edge).status(Status.OPERATIONAL, edge).build(),
        Money.usd(cost),
        DAY.minusYears(1));
  }

  private static Case question(String from, String to) {
    return new Case(
        "q", "", Optional.empty(), DAY, Terms.DEFAULT, "", Movement.freight().build(), from, to);
  }

  private static TransitNetwork twoPlaces() {
    DrawnNetwork drawn = new DrawnNetwork();
    drawn.node("a", "XX");
    drawn.node("b", "XX");
    drawn.edge("e", "a", "b", Mode.ROAD, "XX", edge -> edge.status(Status.PLANNED));
    return drawn.moving(Movement.freight().build()).network();
  }

  @Test
  void whatIsNotReadyInTimeIsLeftOutAndSaid() {
    Measure late = new Measure("late", measure("e", 1).scenario(), Money.usd(1), DAY.plusDays(1));
    Fortification none =
        Fortification.of(twoPlaces(), question("a", "b"), List.of(late)).find(Standards.lawful());

    assertThat(none.chosen()).isEmpty();
    assertThat(none.tooLate()).containsExactly("late");
    assertThat(none.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void aSpentBudgetSaysSo() {
    Fortification stopped =
        Fortification.of(twoPlaces(), question("a", "b"), List.of(measure("e", 1)))
            .within(Budget.ofSteps(0))
            .find(Standards.lawful());
    assertThat(stopped.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(stopped.chosen()).isEmpty();
  }

  @Test
  void costsAreCountedToAThousandthAndNoFiner() {
    Scenario build = measure("e", 1).scenario();
    Fortification fils =
        Fortification.of(
                twoPlaces(),
                question("a", "b"),
                List.of(new Measure("e", build, Money.of(1.125, "KWD"), DAY.minusYears(1))))
            .find(Standards.lawful());
    assertThat(fils.cost()).isEqualTo(Money.of(1.125, "KWD"));
    for (String cost : List.of("0.0001", "1e12", "-1")) {
      Money odd = new Money(new BigDecimal(cost), Currency.getInstance("USD"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Measure("m", build, odd, DAY))
          .withMessageContaining("The measure m costs");
    }
  }

  @Test
  void whatNeedsNothingOrCannotBeIsSaid() {
    Fortification same =
        Fortification.of(twoPlaces(), question("a", "a"), List.of()).find(Standards.lawful());
    assertThat(same.chosen()).contains(List.of());
    Fortification none =
        Fortification.of(twoPlaces(), question("a", "b"), List.of()).find(Standards.lawful());
    assertThat(none.chosen()).isEmpty();
    assertThat(none.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fortification.of(twoPlaces(), question("a", "bb"), List.of()))
        .withMessageContaining("Maybe \"");
    List<Long> heard = new ArrayList<>();
    Fortification cancelled =
        Fortification.of(twoPlaces(), question("a", "b"), List.of(measure("e", 1)))
            .telling((task, done, total) -> heard.add(done))
            .within(Budget.unlimited().cancelledBy(() -> !heard.isEmpty()))
            .find(Standards.lawful());
    assertThat(cancelled.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(cancelled.trials()).isEqualTo(1);
  }

  @Test
  void faultsAreToldTogether() {
    Measure twice = measure("e", 1);
    Measure euros = new Measure("other", twice.scenario(), Money.of(1, "EUR"), DAY.minusYears(1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Fortification.of(twoPlaces(), question("a", "b"), List.of(twice, twice, euros)))
        .withMessageContaining("given twice")
        .withMessageContaining("EUR and USD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measure("m", twice.scenario(), Money.usd(-1), DAY));
    List<Measure> many = new ArrayList<>();
    for (int i = 0; i <= Fortification.MOST_TRIED; i++) {
      many.add(new Measure("m" + i, twice.scenario(), Money.usd(1), DAY.minusYears(1)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Fortification.of(twoPlaces(), question("a", "b"), many)
                    .findAmongAll((Passage passage) -> false))
        .withMessageContaining("21 measures");
  }
}
