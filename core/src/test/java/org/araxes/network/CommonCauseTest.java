package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class CommonCauseTest {
  private static final LocalDate DAY = Sketch.DAY;

  private static CommonCause cause(String id, String trigger, String... members) {
    return cause(id, trigger, Validity.ALWAYS, Evidence.NONE, members);
  }

  private static CommonCause cause(
      String id, String trigger, Validity days, Evidence evidence, String... members) {
    return new CommonCause(
        id,
        Names.of(id),
        CommonCauseKind.FLOOD,
        trigger,
        new TreeSet<>(Set.of(members)),
        "",
        days,
        evidence);
  }

  private static SurvivalFact holds(String subject, double probability, Validity days) {
    return new SurvivalFact(
        subject, Probability.of(probability), SurvivalBasis.ASSUMPTION, days, Evidence.NONE);
  }

  private static List<String> faults(TransitNetwork.Builder builder) {
    InvalidNetworkException invalid =
        catchThrowableOfType(InvalidNetworkException.class, builder::build);
    assertThat(invalid).isNotNull();
    return invalid.findings().stream()
        .map(finding -> finding.code() + " " + finding.subject())
        .toList();
  }

  @Test
  void theProbabilityOfTheDayHoldsAndNoneWhereNobodySays() {
    TransitNetwork network =
        Sketch.builder("a -AZ#e- b")
            .addSurvival(holds("e", 0.5, Validity.until(DAY)))
            .addSurvival(holds("e", 0.75, Validity.since(DAY)))
            .addSurvival(holds("AZ", 0.25, Validity.ALWAYS))
            .build();
    assertThat(network.on(DAY.minusDays(1)).survival("e")).contains(Probability.of(0.5));
    assertThat(network.on(DAY).survival("e")).contains(Probability.of(0.75));
    assertThat(network.on(DAY).survival("AZ")).contains(Probability.of(0.25));
    assertThat(network.on(DAY).survival("a")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.on(DAY).survival("ee"))
        .withMessageContaining("Maybe \"e\"");
    assertThat(network.changeDates(false)).containsExactly(DAY);
  }

  @Test
  void whatIsOnlyAnnouncedCountsWherePlansAreAskedFor() {
    Evidence plan = Evidence.NONE.withBasis(Basis.PLAN);
    TransitNetwork network =
        Sketch.builder("a -AZ#e- b")
            .addCommonCause(cause("works", "", Validity.since(DAY), plan, "e"))
            .addSurvival(
                new SurvivalFact(
                    "works",
                    Probability.of(0.5),
                    SurvivalBasis.ESTIMATE,
                    Validity.since(DAY),
                    plan))
            .build();
    Terms withPlans = Terms.DEFAULT.withPlans(true);
    assertThat(network.on(DAY).commonCauses()).isEmpty();
    assertThat(network.on(DAY).survival("works")).isEmpty();
    assertThat(network.on(DAY, withPlans).commonCauses()).hasSize(1);
    assertThat(network.on(DAY, withPlans).survival("works")).contains(Probability.of(0.5));
    assertThat(network.on(DAY.minusDays(1), withPlans).commonCauses()).isEmpty();
  }

  @Test
  void aThingKnowsTheCausesThatTakeItOutAndThoseThatItSetsOff() {
    TransitNetwork network =
        Sketch.builder("a -AZ#e- b -AZ#f- c -AZ#g- d")
            .addCommonCause(cause("flood", "", "e", "f"))
            .addCommonCause(cause("answer", "e", "g", "AZ"))
            .build();
    NetworkSnapshot today = network.on(DAY);
    assertThat(today.commonCausesOf("e"))
        .extracting(CommonCause::id)
        .containsExactly("answer", "flood");
    assertThat(today.commonCausesOf("AZ")).extracting(CommonCause::id).containsExactly("answer");
    assertThat(today.commonCausesOf("b")).isEmpty();
    assertThat(network.commonCause("answer").subjects()).containsExactly("AZ", "e", "g");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.commonCause("flod"))
        .withMessageContaining("Maybe \"flood\"");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThat(
            faults(
                Sketch.builder("a -AZ#e- b")
                    .addCommonCause(cause("e", "", "a"))
                    .addCommonCause(cause("c1", "b", "nowhere"))
                    .addCommonCause(cause("c2", "c1", "a"))
                    .addCommonCause(cause("c2", "", "b"))
                    .addSurvival(holds("a", 1, Validity.ALWAYS))
                    .addSurvival(holds("a", 0, Validity.since(DAY)))
                    .addSurvival(holds("nobody", 0, Validity.ALWAYS))))
        .containsExactlyInAnyOrder(
            "duplicate_id e",
            "duplicate_id c2",
            "dangling_reference c1",
            "dangling_reference c2",
            "overlapping_probability a",
            "dangling_reference nobody");
  }

  @Test
  void aCauseWithoutMembersOrWithItsTriggerAmongThemIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> cause("c", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> cause("c", "a", "a", "b"));
  }

  @Test
  void whoTakesAnEdgeAwayTakesItOutOfCausesToo() {
    TransitNetwork network =
        Sketch.builder("a -AZ#e- b -AZ#f- c")
            .addCommonCause(cause("both", "", "e", "f"))
            .addCommonCause(cause("alone", "", "e"))
            .addCommonCause(cause("answer", "e", "f"))
            .addSurvival(holds("e", 0.5, Validity.ALWAYS))
            .addSurvival(holds("answer", 0.5, Validity.ALWAYS))
            .addSurvival(holds("both", 0.5, Validity.ALWAYS))
            .build()
            .toBuilder()
            .removeEdge("e")
            .build();
    assertThat(network.commonCauses()).extracting(CommonCause::id).containsExactly("both");
    assertThat(network.commonCause("both").members()).containsExactly("f");
    assertThat(network.survivals()).extracting(SurvivalFact::subject).containsExactly("both");
  }

  @Test
  void aChangeOfProbabilityIsAmongTheChangesOfTwoDaysAndCanBeHeldBack() {
    TransitNetwork network =
        Sketch.builder("a -AZ#e- b")
            .addSurvival(holds("e", 0.5, Validity.until(DAY)))
            .addSurvival(holds("e", 0.75, Validity.since(DAY)))
            .addCommonCause(cause("c", "", Validity.since(DAY), Evidence.NONE, "e"))
            .build();
    DatedChanges changes = DatedChanges.between(network, DAY.minusDays(1), DAY, false);
    assertThat(changes.all())
        .extracting(DatedChange::kind)
        .containsExactly(DatedChange.Kind.SURVIVAL, DatedChange.Kind.COMMON_CAUSE);
    NetworkSnapshot before = changes.with(List.of()).on(DAY);
    assertThat(before.survival("e")).contains(Probability.of(0.5));
    assertThat(before.commonCauses()).isEmpty();
    NetworkSnapshot half = changes.with(List.of(changes.all().get(1))).on(DAY);
    assertThat(half.survival("e")).contains(Probability.of(0.5));
    assertThat(half.commonCauses()).hasSize(1);
    assertThat(changes.with(changes.all()).on(DAY).survival("e")).contains(Probability.of(0.75));
  }
}
