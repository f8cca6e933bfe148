package org.araxes.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final Movement TRUCK = Movement.freight().build();

  private static DrawnNetwork twoRoads() {
    return new DrawnNetwork().road("north", "a", "b", "AZ").road("south", "a", "b", "AZ");
  }

  private static Reliability.Builder between(DrawnNetwork network, String from, String to) {
    return Reliability.between(
        network.moving(TRUCK), new TreeSet<>(Set.of(from)), new TreeSet<>(Set.of(to)));
  }

  private static void holds(TransitNetwork.Builder builder, String subject, double survival) {
    builder.addSurvival(
        new SurvivalFact(
            subject,
            Probability.of(survival),
            SurvivalBasis.ASSUMPTION,
            Validity.ALWAYS,
            Evidence.NONE));
  }

  private static void cause(
      TransitNetwork.Builder builder, String id, String trigger, String... members) {
    builder.addCommonCause(
        new CommonCause(
            id,
            Names.of(id),
            CommonCauseKind.FLOOD,
            trigger,
            new TreeSet<>(Set.of(members)),
            "",
            Validity.ALWAYS,
            Evidence.NONE));
  }

  @Test
  void twoRoadsBesideEachOtherFailTogetherOnlyWhenBothDo() {
    Reliability found =
        between(twoRoads(), "a", "b").otherwise(SubjectKind.EDGE, Probability.of(0.9)).ask();
    assertThat(found.probability().low()).isCloseTo(0.99, within(1e-15));
    assertThat(found.probability().exact()).isTrue();
    assertThat(found.failure().low()).isCloseTo(0.01, within(1e-16));
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(found.importance())
        .extracting(Importance::subject)
        .containsExactly("north", "south");
    assertThat(found.findImportance("north").orElseThrow().birnbaum())
        .isCloseTo(0.1, within(1e-15));
    assertThat(found.inputs())
        .extracting(SurvivalInput::origin)
        .containsOnly(SurvivalInput.Origin.DEFAULT);
    assertThat(found.toString()).contains("from [a] to [b]");
  }

  @Test
  void whatTheDataSayGoesInUnlessTheCallerSaysOtherwise() {
    DrawnNetwork network = twoRoads().with(builder -> holds(builder, "north", 0.5));
    assertThat(between(network, "a", "b").ask().probability()).isEqualTo(Probability.CERTAIN);
    Reliability alone = between(network, "a", "b").survival("south", Probability.IMPOSSIBLE).ask();
    assertThat(alone.probability()).isEqualTo(Probability.of(0.5));
    assertThat(alone.inputs())
        .containsExactly(
            new SurvivalInput(
                "north", SubjectKind.EDGE, Probability.of(0.5), SurvivalInput.Origin.DATA),
            new SurvivalInput(
                "south", SubjectKind.EDGE, Probability.IMPOSSIBLE, SurvivalInput.Origin.CALLER));
    assertThat(
            between(network, "a", "b")
                .survivals(Map.of("south", Probability.IMPOSSIBLE, "north", Probability.of(0.25)))
                .ask()
                .probability())
        .isEqualTo(Probability.of(0.25));
    assertThat(
            between(network, "a", "b")
                .withoutFacts()
                .survival("south", Probability.IMPOSSIBLE)
                .ask()
                .probability())
        .isEqualTo(Probability.CERTAIN);
  }

  @Test
  void aFloodThatTakesBothRoadsIsWorseThanTwoFloods() {
    DrawnNetwork network =
        twoRoads()
            .with(
                builder -> {
                  cause(builder, "flood", "", "north", "south");
                  holds(builder, "flood", 0.9);
                });
    Reliability found = between(network, "a", "b").ask();
    assertThat(found.probability().low()).isCloseTo(0.9, within(1e-15));
    assertThat(found.importance())
        .containsExactly(new Importance("flood", SubjectKind.CAUSE, 0.9, 1));
  }

  @Test
  void whatAnswersAClosingIsOutOnlyWhenThatIs() {
    DrawnNetwork network =
        twoRoads()
            .with(
                builder -> {
                  cause(builder, "answer", "north", "south");
                  holds(builder, "answer", 0.25);
                  holds(builder, "north", 0.9);
                });
    // Cut when the northern road is out (0.1) and that is answered (0.75).
    assertThat(between(network, "a", "b").ask().failure().low()).isCloseTo(0.075, within(1e-15));
  }

  @Test
  void causesThatSetEachOtherOffNeedSomethingThatFailsFirst() {
    DrawnNetwork network =
        twoRoads()
            .with(
                builder -> {
                  cause(builder, "one", "north", "south");
                  cause(builder, "other", "south", "north");
                  holds(builder, "one", 0);
                  holds(builder, "other", 0);
                  holds(builder, "north", 0.9);
                });
    assertThat(between(network, "a", "b").ask().probability().low()).isCloseTo(0.9, within(1e-15));
  }

  @Test
  void aPartyThatRefusesShutsAllThatNeedsItsConsent() {
    DrawnNetwork network =
        new DrawnNetwork()
            .road("one", "a", "b", "AZ")
            .road("two", "a", "b", "AZ")
            .role("one", RoleKind.OPERATOR, "carrier")
            .role("two", RoleKind.OPERATOR, "carrier");
    Reliability found = between(network, "a", "b").survival("carrier", Probability.of(0.8)).ask();
    assertThat(found.probability().low()).isCloseTo(0.8, within(1e-15));
    assertThat(
            between(network.bound("carrier", "one"), "a", "b")
                .survival("carrier", Probability.of(0.8))
                .lawfully()
                .ask()
                .probability())
        .isEqualTo(Probability.of(0.8));
  }

  @Test
  void lawfullyABoundPartyDoesNotRefuse() {
    DrawnNetwork network =
        new DrawnNetwork()
            .road("one", "a", "b", "AZ")
            .role("one", RoleKind.OPERATOR, "carrier")
            .bound("carrier", "one");
    Reliability.Builder question =
        between(network, "a", "b").survival("carrier", Probability.of(0.8));
    assertThat(question.ask().probability()).isEqualTo(Probability.of(0.8));
    assertThat(question.lawfully().ask().probability()).isEqualTo(Probability.CERTAIN);
  }

  @Test
  void aCrossingThatIsOutLetsNothingCross() {
    DrawnNetwork network =
        new DrawnNetwork().road("here", "a", "border", "AZ").road("there", "border", "b", "IR");
    Reliability found = between(network, "a", "b").survival("border", Probability.of(0.7)).ask();
    assertThat(found.probability().low()).isCloseTo(0.7, within(1e-15));
    assertThat(found.importance().get(0).kind()).isEqualTo(SubjectKind.NODE);
  }

  /** A crossing that is open only while an agreement stands, beside a road that may be cut. */
  private static DrawnNetwork openUnder(String agreement) {
    return new DrawnNetwork()
        .road("here", "a", "border", "AZ")
        .road("there", "border", "b", "IR")
        .road("west", "a", "gate", "AZ")
        .road("east", "gate", "b", "IR")
        .crossing("gate", CrossingState.CLOSED)
        .with(
            builder ->
                builder.addAgreement(
                    new Agreement(
                        agreement,
                        Names.of(agreement),
                        AgreementKind.TREATY,
                        List.of("AZ", "IR"),
                        true,
                        new History<>(
                            List.of(
                                new Claim<>(
                                    LegalStatus.IN_FORCE,
                                    Validity.since(DrawnNetwork.DAY.minusYears(1)),
                                    Evidence.NONE))),
                        List.of(),
                        List.of(
                            new Provision(
                                "1",
                                ProvisionEffect.OPENS,
                                "",
                                Selector.of(List.of("gate")),
                                Set.of(),
                                Set.of(),
                                new TreeSet<>(),
                                "Open",
                                Validity.ALWAYS)),
                        Evidence.NONE)));
  }

  @Test
  void withoutTheAgreementTheWorldIsAnother() {
    DrawnNetwork network = openUnder("treaty");
    Reliability found =
        between(network, "a", "b")
            .survival("treaty", Probability.of(0.6))
            .survival("border", Probability.of(0.5))
            .ask();
    assertThat(found.probability().low()).isCloseTo(0.6 + 0.4 * 0.5, within(1e-15));
    assertThat(found.findImportance("treaty").orElseThrow().birnbaum())
        .isCloseTo(0.5, within(1e-15));
    assertThat(found.findImportance("border").orElseThrow().birnbaum())
        .isCloseTo(0.4, within(1e-15));
    assertThat(found.certificate().worlds()).isEqualTo(2);
    assertThat(
            between(network, "a", "b")
                .survival("treaty", Probability.between(0.6, 0.8))
                .survival("border", Probability.between(0.5, 0.75))
                .ask()
                .probability())
        .satisfies(
            bounds -> {
              assertThat(bounds.low()).isCloseTo(0.8, within(1e-15));
              assertThat(bounds.high()).isCloseTo(0.8 + 0.2 * 0.75, within(1e-15));
            });
  }

  @Test
  void moreAgreementsThanWorldsCanBeLookedAtAreRefused() {
    DrawnNetwork network = new DrawnNetwork().road("one", "a", "b", "AZ");
    for (int i = 0; i < 9; i++) {
      network.bound("p" + i, "one");
    }
    Reliability.Builder question =
        between(network, "a", "b").otherwise(SubjectKind.AGREEMENT, Probability.of(0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(question::ask)
        .withMessageContaining("9 agreements may lapse")
        .withMessageContaining("Maybe");
  }

  @Test
  void certainSubjectsAreRankedWhenAskedFor() {
    Reliability found =
        between(
                new DrawnNetwork().road("one", "a", "b", "AZ").road("two", "b", "c", "AZ"),
                "a",
                "c")
            .survival("one", Probability.of(0.5))
            .amongst(List.of("two", "AZ", "b"))
            .ask();
    assertThat(found.probability()).isEqualTo(Probability.of(0.5));
    assertThat(found.importance())
        .extracting(Importance::subject)
        .containsExactly("one", "AZ", "b", "two");
    assertThat(found.importance())
        .extracting(Importance::birnbaum)
        .containsExactly(1.0, 0.5, 0.5, 0.5);
  }

  @Test
  void whereTheEndsMeetNothingButTheNodeCounts() {
    DrawnNetwork network = new DrawnNetwork().road("one", "a", "b", "AZ");
    assertThat(
            between(network, "a", "a")
                .otherwise(SubjectKind.EDGE, Probability.of(0.5))
                .survival("a", Probability.of(0.25))
                .ask()
                .probability())
        .isEqualTo(Probability.of(0.25));
  }

  @Test
  void whereNoWayIsOpenNothingIsLikely() {
    DrawnNetwork network =
        new DrawnNetwork()
            .road("here", "a", "border", "AZ")
            .road("there", "border", "b", "IR")
            .node("alone", "AZ")
            .crossing("border", CrossingState.CLOSED);
    Reliability shut = between(network, "a", "b").survival("here", Probability.of(0.5)).ask();
    assertThat(shut.probability()).isEqualTo(Probability.IMPOSSIBLE);
    assertThat(shut.failure()).isEqualTo(Probability.CERTAIN);
    assertThat(shut.importance()).extracting(Importance::birnbaum).containsExactly(0.0);
    assertThat(between(network, "a", "alone").ask().probability())
        .isEqualTo(Probability.IMPOSSIBLE);
  }

  @Test
  void neverAndAlwaysAreProbabilitiesToo() {
    Reliability.Builder question =
        between(
            new DrawnNetwork().road("one", "a", "b", "AZ").road("two", "b", "c", "AZ"), "a", "c");
    Reliability never = question.otherwise(SubjectKind.EDGE, Probability.IMPOSSIBLE).ask();
    assertThat(never.probability()).isEqualTo(Probability.IMPOSSIBLE);
    // Neither road alone would help.
    assertThat(never.importance()).extracting(Importance::birnbaum).containsExactly(0.0, 0.0);
    Reliability once = question.survival("one", Probability.CERTAIN).ask();
    assertThat(once.probability()).isEqualTo(Probability.IMPOSSIBLE);
    assertThat(once.findImportance("two").orElseThrow().birnbaum()).isOne();
    Reliability always = question.otherwise(SubjectKind.EDGE, Probability.CERTAIN).ask();
    assertThat(always.probability()).isEqualTo(Probability.CERTAIN);
    assertThat(always.failure()).isEqualTo(Probability.IMPOSSIBLE);
    assertThat(always.importance()).containsExactly(new Importance("one", SubjectKind.EDGE, 1, 1));
    assertThat(question.otherwise(SubjectKind.EDGE, Probability.UNKNOWN).ask().probability())
        .isEqualTo(Probability.UNKNOWN);
  }

  @Test
  void whoIsBarredAtAnEndIsNowhere() {
    DrawnNetwork network = new DrawnNetwork().road("one", "a", "b", "AZ");
    for (String end : List.of("a", "b")) {
      Reliability out = between(network, "a", "b").survival(end, Probability.IMPOSSIBLE).ask();
      assertThat(out.probability()).as(end).isEqualTo(Probability.IMPOSSIBLE);
      assertThat(out.findImportance(end).orElseThrow().birnbaum()).as(end).isOne();
      assertThat(
              between(network, end, end).survival(end, Probability.IMPOSSIBLE).ask().probability())
          .isEqualTo(Probability.IMPOSSIBLE);
    }
    // A place to which only a railway leads is none for a lorry.
    DrawnNetwork railway =
        new DrawnNetwork()
            .road("one", "a", "b", "AZ")
            .edge("rails", "b", "station", Mode.RAIL, "AZ", edge -> edge);
    NetworkView lorry = railway.moving(Movement.freight().by(Mode.ROAD).build());
    Reliability found =
        Reliability.between(lorry, new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("station")))
            .survival("one", Probability.of(0.5))
            .ask();
    assertThat(found.probability()).isEqualTo(Probability.IMPOSSIBLE);
    assertThat(found.failure()).isEqualTo(Probability.CERTAIN);
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void onACauseThatTakesNothingOnTheWayNothingHangs() {
    DrawnNetwork network =
        twoRoads()
            .road("aside", "b", "c", "AZ")
            .with(
                builder -> {
                  cause(builder, "flood", "", "aside");
                  cause(builder, "spark", "aside", "north");
                  holds(builder, "flood", 0.5);
                  holds(builder, "north", 0.5);
                  holds(builder, "south", 0.5);
                });
    Reliability found = between(network, "a", "b").ask();
    assertThat(found.probability()).isEqualTo(Probability.of(0.75));
    assertThat(found.findImportance("flood").orElseThrow().birnbaum()).isZero();
    // Only where the road aside sets off another cause does it matter.
    Reliability lit = between(network, "a", "b").survival("spark", Probability.IMPOSSIBLE).ask();
    assertThat(lit.probability().low()).isCloseTo(1 - 0.5 * 0.75, within(1e-15));
    assertThat(lit.findImportance("flood").orElseThrow().birnbaum()).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void aBudgetOfNothingLeavesWhatWaysApartAndCutsApartSay() {
    Reliability.Builder question =
        between(grid(4), "n0", "n15").otherwise(SubjectKind.EDGE, Probability.of(0.9));
    Reliability none = question.within(Budget.ofSteps(0)).ask();
    assertThat(none.completeness()).isEqualTo(Completeness.TRUNCATED);
    // Two ways of six roads; around each end a cut of two roads, then of four, then of six.
    double way = Math.pow(0.9, 6);
    double cuts = Math.pow(1 - 1e-2, 2) * Math.pow(1 - 1e-4, 2) * Math.pow(1 - 1e-6, 2);
    assertThat(none.probability().low()).isCloseTo(1 - (1 - way) * (1 - way), within(1e-9));
    assertThat(none.probability().high()).isCloseTo(cuts, within(1e-5));
    assertThat(none.importance()).isEmpty();
    assertThat(question.within(Budget.unlimited()).memory(0).ask().probability())
        .isEqualTo(none.probability());
    assertThatIllegalArgumentException().isThrownBy(() -> question.memory(-1));
  }

  @Test
  void withLittleMemoryTheBoundsHold() {
    Reliability.Builder question =
        between(grid(6), "n0", "n35")
            .otherwise(SubjectKind.EDGE, Probability.of(0.9))
            .withoutImportance();
    double exact = question.ask().probability().low();
    Reliability bounded = question.memory(2_000).ask();
    assertThat(bounded.completeness()).isEqualTo(Completeness.TRUNCATED);
    assertThat(bounded.probability().low()).isLessThan(exact);
    assertThat(bounded.probability().high()).isGreaterThan(exact);
    assertThat(bounded.failure().low()).isLessThan(1 - exact);
    assertThat(bounded.failure().high()).isGreaterThan(1 - exact);
  }

  @Test
  void withHelpTheAnswerIsTheSame() {
    Reliability.Builder question =
        between(grid(10), "n0", "n99")
            .otherwise(SubjectKind.EDGE, Probability.of(0.9))
            .withoutImportance();
    Reliability alone = question.ask();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      assertThat(question.on(pool).ask().probability()).isEqualTo(alone.probability());
      // Half way through the hundred and eighty roads.
      AtomicInteger asked = new AtomicInteger();
      Reliability cancelled =
          question
              .within(Budget.unlimited().cancelledBy(() -> asked.incrementAndGet() > 100))
              .ask();
      assertThat(cancelled.completeness()).isEqualTo(Completeness.TRUNCATED);
      assertThat(cancelled.probability().low()).isLessThan(alone.probability().low());
      assertThat(cancelled.probability().high()).isGreaterThan(alone.probability().high());
    } finally {
      pool.shutdown();
    }
  }

  private static DrawnNetwork grid(int side) {
    DrawnNetwork network = new DrawnNetwork();
    for (int n = 0; n < side * side; n++) {
      if (n % side + 1 < side) {
        network.road("h" + n, "n" + n, "n" + (n + 1), "AZ");
      }
      if (n + side < side * side) {
        network.road("v" + n, "n" + n, "n" + (n + side), "AZ");
      }
    }
    return network;
  }

  @Test
  void strangersAreRefusedWithAHint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(twoRoads(), "a", "b").survival("nort", Probability.CERTAIN).ask())
        .withMessageContaining("Maybe \"north\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(twoRoads(), "a", "b").amongst(List.of("flood")).ask());
    assertThatIllegalArgumentException().isThrownBy(() -> between(twoRoads(), "a", "c"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Reliability.of(
                    twoRoads().moving(TRUCK), new TreeSet<>(), new TreeSet<>(Set.of("a"))))
        .withMessageContaining("no source");
  }
}
