package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Games of too many parties for any oracle: certificates, sums, and random samples. */
class LargeGamesTest {
  private static final Movement TRUCK = Movement.freight().build();

  /** A map of squares, each a country; a road over a border needs both. Some are one-way. */
  private static final class Countries {
    final int side;
    final List<List<Integer>> next = new ArrayList<>();
    final NetworkView view;

    Countries(int side, long seed) {
      this.side = side;
      SplittableRandom random = new SplittableRandom(seed);
      DrawnNetwork network = new DrawnNetwork();
      for (int here = 0; here < side * side; here++) {
        next.add(new ArrayList<>());
        network.node(node(here), "XX");
        network.party(party(here));
      }
      for (int here = 0; here < side * side; here++) {
        boolean last = here % side == side - 1;
        int[] there = {last ? -1 : here + 1, here + side, last ? -1 : here + side + 1};
        for (int i = 0; i < 3; i++) {
          if (there[i] >= 0 && there[i] < side * side && random.nextInt(8) > 0) {
            boolean oneWay = random.nextInt(10) == 0;
            String id = "e" + here + "-" + i;
            network.edge(
                id,
                node(here),
                node(there[i]),
                Mode.ROAD,
                "XX",
                edge -> oneWay ? edge.oneWay() : edge);
            network.role(id, RoleKind.SOVEREIGN, party(here));
            network.role(id, RoleKind.OPERATOR, party(there[i]));
            next.get(here).add(there[i]);
            if (!oneWay) {
              next.get(there[i]).add(here);
            }
          }
        }
      }
      view = network.moving(TRUCK);
    }

    static String node(int number) {
      return "n" + number;
    }

    static String party(int number) {
      return "p" + number;
    }

    int target() {
      return side * side - 1;
    }

    Leverage.Builder question() {
      return Leverage.between(
          view, new TreeSet<>(List.of(node(0))), new TreeSet<>(List.of(node(target()))));
    }

    boolean isOpen(boolean[] consents) {
      boolean[] reached = new boolean[consents.length];
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
      reached[0] = true;
      while (consents[0] && !queue.isEmpty()) {
        for (int other : next.get(queue.remove())) {
          if (consents[other] && !reached[other]) {
            reached[other] = true;
            queue.add(other);
          }
        }
      }
      return reached[target()];
    }

    /** The first, as parties consent one by one, with whom a way is open. */
    int pivot(List<Integer> order) {
      int shut = 0;
      int open = order.size();
      while (open - shut > 1) {
        int middle = (shut + open) >>> 1;
        boolean[] consents = new boolean[order.size()];
        order.subList(0, middle).forEach(party -> consents[party] = true);
        if (isOpen(consents)) {
          open = middle;
        } else {
          shut = middle;
        }
      }
      return order.get(open - 1);
    }
  }

  @ParameterizedTest(name = "{0} x {0} countries, seed {1}")
  @CsvSource({"10, 1", "10, 2", "12, 3", "14, 4"})
  void roundedIndicesAreThoseThatSamplesShow(int side, long seed) {
    Countries countries = new Countries(side, seed);
    RoundedPower power = countries.question().atMost(0).ask().roundedPower().orElseThrow();

    assertThat(power.error()).isLessThan(1e-11);
    int parties = side * side;
    int draws = 4_000;
    double[] pivots = new double[parties];
    double[] turns = new double[parties];
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      order.add(party);
    }
    for (int draw = 0; draw < draws; draw++) {
      Collections.shuffle(order, random);
      pivots[countries.pivot(order)]++;
    }
    int[] watched = {0, 1, side + 1, parties / 2, parties - side - 2, parties - 1};
    for (int draw = 0; draw < draws; draw++) {
      boolean[] consents = new boolean[parties];
      for (int party = 0; party < parties; party++) {
        consents[party] = random.nextBoolean();
      }
      for (int party : watched) {
        boolean[] with = consents.clone();
        with[party] = true;
        boolean[] without = consents.clone();
        without[party] = false;
        turns[party] += countries.isOpen(with) && !countries.isOpen(without) ? 1 : 0;
      }
    }
    double sum = 0;
    for (int party = 0; party < parties; party++) {
      RoundedPower.Values one = power.of(Countries.party(party));
      sum += one.shapleyShubik();
      assertThat(pivots[party] / draws)
          .as("Shapley-Shubik of %s", party)
          .isCloseTo(one.shapleyShubik(), within(error(one.shapleyShubik(), draws)));
    }
    assertThat(sum).isCloseTo(1, within(1e-11));
    for (int party : watched) {
      double banzhaf = power.of(Countries.party(party)).banzhaf();
      assertThat(turns[party] / draws)
          .as("Banzhaf of %s", party)
          .isCloseTo(banzhaf, within(error(banzhaf, draws)));
    }
  }

  /** Six standard errors, and what one draw more or less makes. */
  private static double error(double chance, int draws) {
    return 6 * Math.sqrt(chance * (1 - chance) / draws) + 2.0 / draws;
  }

  @Test
  void aListenerEndsTheSearchForMinimalCoalitionsOnTheWay() {
    AtomicBoolean enough = new AtomicBoolean();
    Leverage answer =
        new Countries(10, 6)
            .question()
            .within(Leverage.DEFAULT_BUDGET.cancelledBy(enough::get))
            .telling(
                (task, done, total) ->
                    enough.compareAndSet(false, task.equals("Minimal coalitions") && done >= 4_096))
            .ask();

    assertThat(enough).isTrue();
    assertThat(answer.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(answer.minimalConsentCoalitions()).isEmpty();
    assertThat(answer.roundedPower().orElseThrow().error()).isLessThan(1e-11);
  }

  @Test
  void fractionsOfAHundredAreTheRoundedOnesAndCoalitionsHoldWater() {
    Countries countries = new Countries(10, 5);
    Leverage answer = countries.question().atMost(300).ask();

    assertThat(answer.minimalBlockingCoalitions()).hasSize(300);
    assertThat(answer.minimalConsentCoalitions()).hasSize(300);
    assertThat(LeverageCheck.faults(answer)).isEmpty();
    Power.Exact power = answer.power().exact();
    RoundedPower rounded = answer.roundedPower().orElseThrow();
    Fraction sum = Fraction.ZERO;
    Fraction shares = Fraction.ZERO;
    for (String party : power.byParty().keySet()) {
      Power.Index index = power.of(party);
      sum = sum.plus(index.shapleyShubik());
      shares = shares.plus(index.deeganPackel().orElse(Fraction.ZERO));
      assertThat(rounded.of(party).shapleyShubik())
          .isCloseTo(index.shapleyShubik().toDouble(), within(1e-12));
      assertThat(rounded.of(party).banzhaf()).isCloseTo(index.banzhaf().toDouble(), within(1e-12));
    }
    assertThat(sum).isEqualTo(Fraction.ONE);
    assertThat(shares).isIn(Fraction.ONE, Fraction.ZERO);
    boolean[] all = new boolean[100];
    Arrays.fill(all, true);
    assertThat(countries.isOpen(all)).isTrue();
  }
}
