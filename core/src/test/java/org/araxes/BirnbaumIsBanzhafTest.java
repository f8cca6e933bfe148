package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.DecisionKind;
import org.araxes.io.Datasets;
import org.araxes.leverage.Leverage;
import org.araxes.leverage.Power;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.quantity.Probability;
import org.araxes.reliability.Importance;
import org.araxes.reliability.Reliability;
import org.araxes.reliability.SubjectKind;
import org.junit.jupiter.api.Test;

/** Two rooms that do not know each other answer the same question: what one party decides. */
class BirnbaumIsBanzhafTest {
  private static void agree(
      String what, NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    Power.Exact power = Leverage.of(view, from, to).power().exact();
    Reliability even =
        Reliability.between(view, from, to)
            .withoutFacts()
            .otherwise(SubjectKind.PARTY, Probability.of(0.5))
            .ask();
    for (Importance one : even.importance()) {
      assertThat(one.birnbaum())
          .as("%s: %s", what, one.subject())
          .isCloseTo(power.of(one.subject()).banzhaf().toDouble(), within(1e-13));
    }
    assertThat(even.importance())
        .extracting(Importance::subject)
        .containsAll(power.byParty().keySet());
  }

  @Test
  void onRandomNetworks() {
    for (int seed = 0; seed < 2_300; seed++) {
      Random random = new Random(seed);
      DrawnNetwork network = new DrawnNetwork();
      int nodes = 2 + random.nextInt(seed < 300 ? 6 : 3); // larger ones first, then many small ones
      for (int n = 0; n < nodes; n++) {
        network.node("n" + n, "XX");
      }
      for (int e = 1 + random.nextInt(3 * nodes); e > 0; e--) {
        String id = "e" + e;
        boolean oneWay = random.nextInt(4) == 0;
        network.edge(
            id,
            "n" + random.nextInt(nodes),
            "n" + random.nextInt(nodes),
            Mode.ROAD,
            "XX",
            edge -> oneWay ? edge.oneWay() : edge);
        String one = "p" + random.nextInt(6);
        String other = "q" + random.nextInt(3);
        String third = "r" + random.nextInt(2);
        switch (random.nextInt(3)) {
          case 0 -> network.role(id, RoleKind.SOVEREIGN, one);
          case 1 -> {
            network.board(id + "-board", DecisionKind.ANY, 0, one, other);
            network.role(id, RoleKind.SOVEREIGN, id + "-board");
          }
          default -> {
            network.board(id + "-board", DecisionKind.AT_LEAST, 2, one, other, third);
            network.role(id, RoleKind.SOVEREIGN, id + "-board");
          }
        }
      }
      agree(
          "seed " + seed,
          network.moving(Movement.freight().build()),
          new TreeSet<>(Set.of("n0")),
          new TreeSet<>(Set.of("n1")));
    }
  }

  @Test
  void onTheCorridorBeforeAndAfterItsAgreement() {
    for (LocalDate day : new LocalDate[] {LocalDate.of(2025, 8, 7), LocalDate.of(2026, 11, 1)}) {
      for (Mode mode : new Mode[] {Mode.ROAD, Mode.RAIL, Mode.AIR}) {
        Question question =
            Araxes.on(Datasets.southCaucasus())
                .from("AZ-main")
                .to("AZ-NX")
                .moving(Movement.freight().by(mode).flag("AZ").build())
                .on(day);
        NetworkView view = question.view();
        agree(
            mode + " on " + day,
            view,
            question.network().endpoint("AZ-main"),
            question.network().endpoint("AZ-NX"));
      }
    }
  }
}
