package org.araxes.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.graph.IndexedGraph;
import org.araxes.io.Datasets;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.LengthBasis;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  private static final Movement TRUCK = Movement.freight().build();

  private static DrawnNetwork shortAndLong() {
    return road(road(new DrawnNetwork(), "short", "a", "b", 10), "long", "a", "b", 30);
  }

  private static DrawnNetwork road(
      DrawnNetwork network, String id, String from, String to, int kilometres) {
    return network.edge(
        id,
        from,
        to,
        Mode.ROAD,
        "AZ",
        edge -> edge.length(Distance.ofKilometres(kilometres), LengthBasis.STATED));
  }

  private static Reliability.Builder between(NetworkView view) {
    return Reliability.between(view, new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("b")));
  }

  @Test
  void theDetourCountsAsOftenAsTheDirectWayIsShut() {
    Expected found =
        between(shortAndLong().moving(TRUCK))
            .otherwise(SubjectKind.EDGE, Probability.of(0.9))
            .expected(Measure.DISTANCE);
    assertThat(found.cases()).extracting(Expected.Case::value).containsExactly(10_000.0, 30_000.0);
    assertThat(found.cases().get(0).probability()).isCloseTo(0.9, within(1e-15));
    assertThat(found.cases().get(1).probability()).isCloseTo(0.09, within(1e-15));
    assertThat(found.none()).isCloseTo(0.01, within(1e-15));
    assertThat(found.mean().orElseThrow()).isCloseTo((9_000 + 2_700) / 0.99, within(1e-6));
    assertThat(found.within(10_000)).isCloseTo(0.9, within(1e-15));
    assertThat(found.within(9_999)).isZero();
    assertThat(found.quantile(0.9)).hasValue(10_000);
    assertThat(found.quantile(0.95)).hasValue(30_000);
    assertThat(found.quantile(0.995)).isEmpty();
    assertThat(found.unresolved()).isZero();
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    for (double bad : new double[] {0, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> found.quantile(bad));
    }
  }

  @Test
  void whereNoWayEverIsThereIsNoMean() {
    Expected never =
        between(shortAndLong().moving(TRUCK))
            .otherwise(SubjectKind.EDGE, Probability.IMPOSSIBLE)
            .expected(Measure.TIME);
    assertThat(never.cases()).isEmpty();
    assertThat(never.none()).isOne();
    assertThat(never.mean()).isEmpty();
    NetworkView view = shortAndLong().moving(TRUCK);
    Expected there =
        Reliability.between(view, new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("a")))
            .survival("a", Probability.of(0.75))
            .expected(Measure.TIME);
    assertThat(there.mean()).hasValue(0);
    assertThat(there.none()).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void theDistributionIsThatOfEveryOutcome() {
    int several = 0;
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      DrawnNetwork network = road(new DrawnNetwork(), "e0", "a", "b", 50);
      int edges = 1 + random.nextInt(8);
      String[] nodes = {"a", "b", "c", "d"};
      for (int e = 1; e < edges; e++) {
        String from = nodes[random.nextInt(4)];
        String to = nodes[random.nextInt(4)];
        road(network, "e" + e, from, to, 1 + random.nextInt(20));
      }
      NetworkView view = network.moving(TRUCK);
      TreeMap<String, Double> survival = new TreeMap<>();
      for (int e = 0; e < edges; e++) {
        survival.put("e" + e, random.nextInt(5) == 0 ? 1 : random.nextDouble());
      }
      survival.put("c", random.nextDouble());
      if (view.network().findNode("c").isEmpty()) {
        survival.remove("c");
      }
      TreeMap<Double, Double> expected = byEveryOutcome(view, survival);
      Reliability.Builder question = between(view);
      survival.forEach((subject, holds) -> question.survival(subject, Probability.of(holds)));
      Expected found = question.expected(Measure.DISTANCE);
      double sum = 0;
      for (Map.Entry<Double, Double> entry : expected.entrySet()) {
        sum += entry.getValue();
        assertThat(found.within(entry.getKey() + 1e-6))
            .as("seed %d, up to %s", seed, entry.getKey())
            .isCloseTo(sum, within(1e-11));
      }
      assertThat(found.none()).as("seed %d", seed).isCloseTo(1 - sum, within(1e-11));
      assertThat(found.open()).isCloseTo(question.ask().probability().low(), within(1e-11));
      several += expected.size() > 2 ? 1 : 0;

      Expected short0 = question.within(Budget.ofSteps(1)).expected(Measure.DISTANCE);
      assertThat(short0.open() + short0.none() + short0.unresolved()).isCloseTo(1, within(1e-11));
      Expected rest =
          question
              .within(Budget.ofSteps(400))
              .orSampled(Sampling.of(400).withSeed(seed))
              .expected(Measure.DISTANCE);
      assertThat(rest.open() + rest.none() + rest.unresolved()).isCloseTo(1, within(1e-11));
    }
    assertThat(several).isGreaterThan(100);
  }

  /** Adds up every outcome, by Bellman's and Ford's algorithm in each. */
  private static TreeMap<Double, Double> byEveryOutcome(
      NetworkView view, TreeMap<String, Double> survival) {
    String[] subjects = survival.keySet().toArray(String[]::new);
    TreeMap<Double, Double> distribution = new TreeMap<>();
    for (int outcome = 0; outcome < 1 << subjects.length; outcome++) {
      Set<String> out = new TreeSet<>();
      double weight = 1;
      for (int i = 0; i < subjects.length; i++) {
        double holds = survival.get(subjects[i]);
        if (((outcome >>> i) & 1) != 0) {
          weight *= holds;
        } else {
          weight *= 1 - holds;
          out.add(subjects[i]);
        }
      }
      double value = best(view.topology(), out);
      if (value < Double.POSITIVE_INFINITY && weight > 0) {
        distribution.merge(value, weight, Double::sum);
      }
    }
    return distribution;
  }

  private static double best(Topology topology, Set<String> out) {
    IndexedGraph graph = topology.graph();
    double[] least = new double[graph.vertexCount()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.stream(topology.verticesOf("a")).forEach(vertex -> least[vertex] = 0);
    double[] metres = topology.metres();
    for (int round = 0; round < least.length; round++) {
      for (int arc = 0; arc < graph.arcCount(); arc++) {
        if (topology.isOpen(arc)
            && !out.contains(topology.element(arc))
            && !out.contains(topology.node(graph.tail(arc)).id())
            && !out.contains(topology.node(graph.head(arc)).id())) {
          least[graph.head(arc)] =
              Math.min(least[graph.head(arc)], least[graph.tail(arc)] + metres[arc]);
        }
      }
    }
    return Arrays.stream(topology.verticesOf("b"))
        .mapToDouble(vertex -> least[vertex])
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  void whatTheBudgetLeavesIsSampled() {
    Reliability.Builder question =
        between(shortAndLong().moving(TRUCK)).otherwise(SubjectKind.EDGE, Probability.of(0.9));
    Expected left = question.within(Budget.ofSteps(1)).expected(Measure.DISTANCE);
    assertThat(left.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(left.unresolved()).isCloseTo(0.1, within(1e-15));
    assertThat(left.within(10_000)).isCloseTo(0.9, within(1e-15));
    Expected none = question.within(Budget.ofSteps(0)).expected(Measure.DISTANCE);
    assertThat(none.unresolved()).isOne();
    Expected sampled =
        question.within(Budget.ofSteps(1)).orSampled(Sampling.of(5_000)).expected(Measure.DISTANCE);
    assertThat(sampled.sampled()).isCloseTo(0.1, within(1e-15));
    // One step, so one sample.
    assertThat(sampled.open() + sampled.none()).isCloseTo(1, within(1e-15));
  }

  @Test
  void theShippedNetworkTakesLongerWhenThingsFail() {
    Question trucks =
        Araxes.on(Datasets.southCaucasus())
            .from("AZ-main")
            .to("AZ-NX")
            .moving(Movement.freight().by(Mode.ROAD).flag("AZ").build())
            .on(LocalDate.of(2025, 8, 7));
    Expected found = trucks.reliability().expected(Measure.TIME);
    Reliability exact = trucks.reliability().withoutImportance().ask();
    assertThat(found.open())
        .isBetween(exact.probability().low() - 1e-9, exact.probability().high() + 1e-9);
    double fastest = trucks.routes().fastest().best().orElseThrow().duration().toSeconds();
    assertThat(found.cases().get(0).value()).isCloseTo(fastest, within(1.0));
    assertThat(found.mean().orElseThrow()).isGreaterThan(fastest);
    assertThat(trucks.reliability().expected(Measure.TIME)).isEqualTo(found);
    Expected sampled =
        trucks
            .reliability()
            .within(Budget.ofSteps(300))
            .orSampled(Sampling.of(300))
            .expected(Measure.TIME);
    assertThat(sampled.mean().orElseThrow())
        .isCloseTo(found.mean().orElseThrow(), within(6 * sampled.standardError() + 60));
  }
}
