package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.border.Mode;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.NodeKind;
import org.araxes.network.Status;
import org.araxes.network.Terms;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

  @Test
  void aLineIsThereFromItsOpeningToItsClosingAndTheLineIsNamedAsTheCause() {
    TransitNetwork network =
        network(
            List.of(
                claim(Status.OPERATIONAL, "1941-01-01", "1992-01-01", Basis.FACT),
                claim(Status.DISUSED, "1992-01-01", "2030-01-01", Basis.FACT)));

    Timeline<Boolean> timeline = inUse(network, span("1930-01-01", "2000-01-01"), false);

    assertThat(timeline.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(timeline.periods()).extracting(Period::answer).containsExactly(false, true, false);
    assertThat(timeline.periods())
        .extracting(period -> period.validity().from())
        .containsExactly(
            LocalDate.of(1930, 1, 1), LocalDate.of(1941, 1, 1), LocalDate.of(1992, 1, 1));
    assertThat(timeline.periods().get(1).changed()).containsExactly("line");
    assertThat(timeline.at(LocalDate.of(1991, 12, 31)).orElseThrow().answer()).isTrue();
    assertThat(timeline.at(LocalDate.of(2000, 1, 1))).isEmpty();
  }

  @Test
  void plansCountOnlyWhenAskedFor() {
    TransitNetwork network =
        network(List.of(claim(Status.OPERATIONAL, "2028-12-31", "2099-01-01", Basis.PLAN)));
    Validity span = span("2026-01-01", "2030-01-01");

    assertThat(inUse(network, span, false).periods()).hasSize(1);
    assertThat(inUse(network, span, true).periods())
        .extracting(Period::answer)
        .containsExactly(false, true);
  }

  @Test
  void aSpentBudgetTruncatesAndSaysSo() {
    TransitNetwork network =
        network(List.of(claim(Status.OPERATIONAL, "1941-01-01", "1992-01-01", Basis.FACT)));

    Timeline<Boolean> timeline =
        Timeline.of(
            network,
            span("1930-01-01", "2000-01-01"),
            Terms.DEFAULT,
            snapshot -> snapshot.status(network.edge("line")).isPresent(),
            Budget.ofSteps(2),
            Progress.NONE);

    assertThat(timeline.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(timeline.periods()).hasSize(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void agreesWithAskingEveryDay(long seed) {
    Random random = new Random(seed);
    List<Claim<Status>> claims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      LocalDate from = DAY.plusDays(random.nextInt(60));
      claims.add(
          new Claim<>(
              Status.values()[random.nextInt(3)],
              new Validity(from, from.plusDays(1 + random.nextInt(20))),
              Evidence.NONE));
    }
    TransitNetwork network = network(claims);

    Timeline<String> timeline =
        Timeline.of(
            network,
            new Validity(DAY, DAY.plusDays(80)),
            Terms.DEFAULT,
            snapshot -> snapshot.status(network.edge("line")).map(Claim::value).toString());

    for (int day = 0; day < 80; day++) {
      LocalDate date = DAY.plusDays(day);
      assertThat(timeline.at(date).orElseThrow().answer())
          .isEqualTo(network.edge("line").status().at(date, false).map(Claim::value).toString());
    }
    for (int i = 1; i < timeline.periods().size(); i++) {
      assertThat(timeline.periods().get(i).answer())
          .isNotEqualTo(timeline.periods().get(i - 1).answer());
    }
  }

  private static Timeline<Boolean> inUse(TransitNetwork network, Validity span, boolean plans) {
    return Timeline.of(
        network,
        span,
        Terms.DEFAULT.withPlans(plans),
        snapshot ->
            snapshot
                .status(network.edge("line"))
                .map(status -> status.value() == Status.OPERATIONAL)
                .orElse(false));
  }

  private static Validity span(String from, String to) {
    return new Validity(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Claim<Status> claim(Status status, String from, String to, Basis basis) {
    return new Claim<>(status, span(from, to), Evidence.NONE.withBasis(basis));
  }

  private static TransitNetwork network(List<Claim<Status>> claims) {
    TransitNode a = TransitNode.of("a", NodeKind.STATION, 45, 39, "XX");
    TransitNode b = TransitNode.of("b", NodeKind.STATION, 46, 39, "XX");
    return TransitNetwork.builder("line-only")
        .addNode(a)
        .addNode(b)
        .addEdge(
            TransitEdge.builder("line", "a", "b", Mode.RAIL, "XX")
                .straight(a, b)
                .status(new History<>(claims))
                .build())
        .build();
  }
}
