package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrontierReliabilityTest {
  private static final FrontierReliability.Limits LIMITS = FrontierReliability.Limits.DEFAULT;

  @Test
  void agreesWithLookingAtEveryOutcome() {
    RandomReliability.seeds()
        .forEach(
            seed -> {
              ReliabilityProblem problem = new RandomReliability(seed).problem;
              double expected = RandomReliability.byEveryOutcome(problem);
              FrontierReliability.Outcome found = FrontierReliability.solve(problem, LIMITS);
              assertThat(found.complete()).as("seed %d", seed).isTrue();
              assertThat(found.reliability())
                  .as("seed %d: %s", seed, problem)
                  .isCloseTo(expected, within(1e-13));
              assertThat(found.success() + found.failure())
                  .as("seed %d", seed)
                  .isCloseTo(1, within(1e-13));
            });
  }

  @Test
  void importanceIsWhatChangesWhenAnElementStandsOrFalls() {
    RandomReliability.seeds()
        .forEach(
            seed -> {
              ReliabilityProblem problem = new RandomReliability(seed).problem;
              double[] links = new double[problem.linkCount()];
              double[] vertices = new double[problem.vertexCount()];
              double[] causes = new double[problem.causeCount()];
              Arrays.setAll(links, problem::linkSurvival);
              Arrays.setAll(vertices, problem::vertexSurvival);
              Arrays.setAll(causes, problem::causeSurvival);
              BitSet everyLink = new BitSet();
              everyLink.set(0, links.length);
              BitSet everyVertex = new BitSet();
              everyVertex.set(0, vertices.length);
              FrontierReliability.Importance found =
                  FrontierReliability.importance(problem, everyLink, everyVertex, LIMITS);
              double[][] survival = {links, vertices, causes};
              double[][] slopes = {found.byLink(), found.byVertex(), found.byCause()};
              for (int kind = 0; kind < 3; kind++) {
                for (int i = 0; i < survival[kind].length; i++) {
                  double own = survival[kind][i];
                  survival[kind][i] = 1;
                  double with =
                      RandomReliability.byEveryOutcome(
                          problem.withSurvival(links, vertices, causes));
                  survival[kind][i] = 0;
                  double without =
                      RandomReliability.byEveryOutcome(
                          problem.withSurvival(links, vertices, causes));
                  survival[kind][i] = own;
                  assertThat(slopes[kind][i])
                      .as("seed %d, kind %d, element %d: %s", seed, kind, i, problem)
                      .isCloseTo(with - without, within(1e-12));
                }
              }
            });
  }
}
