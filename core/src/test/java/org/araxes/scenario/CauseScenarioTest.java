package org.araxes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Selector;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Sketch;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.junit.jupiter.api.Test;

class CauseScenarioTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Movement ROAD = Movement.freight().by(Mode.ROAD).build();

  private static CommonCause cause(
      String id, CommonCauseKind kind, String trigger, String by, String... members) {
    return new CommonCause(
        id,
        Names.of("Event " + id),
        kind,
        trigger,
        new TreeSet<>(Set.of(members)),
        by,
        Validity.ALWAYS,
        Evidence.NONE);
  }

  private static TransitNetwork network() {
    return Sketch.builder("a -AZ#e- b -AZ#f- x -IR#g- c -IR#h- y -AZ#i- d")
        .addAgreement(
            new Agreement(
                "deal",
                Names.of("Deal"),
                AgreementKind.AGREEMENT,
                List.of("AZ", "IR"),
                true,
                History.always(LegalStatus.IN_FORCE),
                List.of(),
                List.of(),
                Evidence.NONE))
        .addCommonCause(cause("answer", CommonCauseKind.RETALIATION, "x", "IR", "y", "h"))
        .addCommonCause(cause("attack", CommonCauseKind.SECURITY, "", "AZ", "x", "b"))
        .addCommonCause(cause("quarrel", CommonCauseKind.REFUSAL, "", "", "IR", "deal"))
        .addSurvival(
            new SurvivalFact(
                "answer",
                Probability.of(0.9),
                SurvivalBasis.ESTIMATE,
                Validity.ALWAYS,
                Evidence.NONE))
        .build();
  }

  private static List<Impediment> at(TransitNetwork network, String crossing, LocalDate day) {
    NetworkView view = network.on(day).moving(ROAD);
    List<String> sides = network.crossing(crossing).sides();
    return view.atCrossing(network.crossing(crossing), Mode.ROAD, sides.get(0), sides.get(1));
  }

  @Test
  void whatHappensShutsTheMembersByThePartyOfTheCauseAndTheTriggerByNobodyNamed() {
    TransitNetwork after =
        Scenario.named("s")
            .during(new Validity(DAY, DAY.plusDays(4)))
            .happen("answer")
            .build()
            .applyTo(network());
    assertThat(at(after, "y", DAY))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isEqualTo(Effect.BARS);
              assertThat(found.kind()).isEqualTo(ImpedimentKind.CLOSURE);
              assertThat(found.by()).containsExactly("IR");
              assertThat(found.text()).contains("Event answer");
            });
    assertThat(at(after, "x", DAY)).singleElement().extracting(Impediment::by).isEqualTo(Set.of());
    assertThat(after.on(DAY).moving(ROAD).onEdge(after.edge("h")))
        .singleElement()
        .satisfies(found -> assertThat(found.by()).containsExactly("IR"));
    assertThat(after.on(DAY).moving(ROAD).onEdge(after.edge("g"))).isEmpty();
    assertThat(at(after, "y", DAY.plusDays(4))).isEmpty();
    assertThat(at(after, "y", DAY.minusDays(1))).isEmpty();
  }

  @Test
  void anInlandNodeIsShutWithEveryEdgeAtItAndAnAttackIsAMatterOfSecurity() {
    TransitNetwork after = Scenario.named("s").happen("attack").build().applyTo(network());
    assertThat(at(after, "x", DAY))
        .singleElement()
        .extracting(Impediment::kind)
        .isEqualTo(ImpedimentKind.SECURITY);
    for (String edge : List.of("e", "f")) {
      assertThat(after.on(DAY).moving(ROAD).onEdge(after.edge(edge))).as(edge).hasSize(1);
    }
    assertThat(after.on(DAY).moving(ROAD).onEdge(after.edge("g"))).isEmpty();
  }

  @Test
  void partiesRefuseAndAgreementsRest() {
    TransitNetwork after =
        Scenario.named("s").from(DAY).happen("quarrel").build().applyTo(network());
    assertThat(after.on(DAY).stands("deal")).isFalse();
    assertThat(after.on(DAY.minusDays(1)).stands("deal")).isTrue();
    assertThat(after.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.party()).isEqualTo("IR");
              assertThat(refusal.where()).isEqualTo(Selector.ALL);
            });
    assertThat(after.on(DAY).moving(ROAD).onEdge(after.edge("g"))).isNotEmpty();
  }

  @Test
  void aProbabilityTakesThePlaceOfWhatWasSaidOfThoseDaysAlone() {
    TransitNetwork after =
        Scenario.named("s")
            .during(new Validity(DAY, DAY.plusDays(4)))
            .probability("answer", Probability.between(0.25, 0.5))
            .during(Validity.ALWAYS)
            .probability("IR", Probability.of(0.75))
            .build()
            .applyTo(network());
    assertThat(after.on(DAY.minusDays(1)).survival("answer")).contains(Probability.of(0.9));
    assertThat(after.on(DAY).survival("answer")).contains(Probability.between(0.25, 0.5));
    assertThat(after.on(DAY.plusDays(4)).survival("answer")).contains(Probability.of(0.9));
    assertThat(after.on(DAY).survival("IR")).contains(Probability.of(0.75));
    assertThat(after.on(DAY).survivalFact("IR").orElseThrow().basis())
        .isEqualTo(SurvivalBasis.ASSUMPTION);
  }

  @Test
  void whatIsNotThereIsToldAllAtOnceWithAWayOn() {
    InvalidScenarioException thrown =
        catchThrowableOfType(
            InvalidScenarioException.class,
            () ->
                Scenario.named("s")
                    .happen("atack")
                    .probability("IRR", Probability.CERTAIN)
                    .build()
                    .applyTo(network()));
    assertThat(thrown.findings())
        .extracting(finding -> finding.code() + " " + finding.message())
        .containsExactly(
            "unknown_cause Change 1 (happen): No common cause \"atack\". Maybe \"attack\"?",
            "unknown_subject Change 2 (probability): No node, edge, party, agreement or common"
                + " cause \"IRR\". Maybe \"IR\"?");
  }

  @Test
  void bothSayInWordsWhatTheyDo() {
    Scenario scenario =
        Scenario.named("s")
            .from(DAY)
            .happen("attack")
            .probability("IR", Probability.between(0.25, 0.5))
            .build();
    assertThat(scenario.changes())
        .extracting(Change::words)
        .containsExactly(
            "attack happens from 2026-03-05",
            "IR holds with probability 0.25 to 0.5 from 2026-03-05");
  }
}
