package org.araxes.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 8);

  private static Agreement with(boolean binding, LegalStatus... yearByYear) {
    List<Claim<LegalStatus>> claims = new ArrayList<>();
    for (int i = 0; i < yearByYear.length; i++) {
      claims.add(new Claim<>(yearByYear[i], Validity.since(DAY.plusYears(i)), Evidence.NONE));
    }
    return with(binding, new History<>(claims));
  }

  private static Agreement with(boolean binding, History<LegalStatus> status) {
    return new Agreement(
        "pact",
        Names.of("Pact"),
        AgreementKind.TREATY,
        List.of("AM", "AZ"),
        binding,
        status,
        List.of(),
        List.of(),
        Evidence.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSED, false, false, false",
    "INITIALLED, false, false, false",
    "SIGNED, true, false, false",
    "RATIFIED, true, true, false",
    "IN_FORCE, true, true, true",
    "SUSPENDED, false, false, false",
    "TERMINATED, false, false, false",
    "EXPIRED, false, false, false"
  })
  void bindsFromTheChosenStatusOnWhileItStands(
      LegalStatus status, boolean signed, boolean ratified, boolean inForce) {
    Agreement agreement = with(true, status);
    assertThat(agreement.standsOn(DAY, false)).isEqualTo(signed);
    assertThat(agreement.bindsOn(DAY, false, LegalThreshold.SIGNED)).isEqualTo(signed);
    assertThat(agreement.bindsOn(DAY, false, LegalThreshold.RATIFIED)).isEqualTo(ratified);
    assertThat(agreement.bindsOn(DAY, false, LegalThreshold.IN_FORCE)).isEqualTo(inForce);
  }

  @Test
  void aDeclarationStandsButDoesNotBind() {
    Agreement declaration = with(false, LegalStatus.SIGNED);
    assertThat(declaration.standsOn(DAY, false)).isTrue();
    assertThat(declaration.bindsOn(DAY, false, LegalThreshold.SIGNED)).isFalse();
  }

  @Test
  void followsItsLife() {
    Agreement agreement =
        with(true, LegalStatus.SIGNED, LegalStatus.IN_FORCE, LegalStatus.SUSPENDED);
    assertThat(agreement.statusOn(DAY.minusDays(1), false)).isEmpty();
    assertThat(agreement.standsOn(DAY.minusDays(1), false)).isFalse();
    assertThat(agreement.statusOn(DAY.plusYears(1), false)).contains(LegalStatus.IN_FORCE);
    assertThat(agreement.bindsOn(DAY.plusYears(1), false, LegalThreshold.IN_FORCE)).isTrue();
    assertThat(agreement.standsOn(DAY.plusYears(2), false)).isFalse();
  }

  @Test
  void aPlannedSignatureIsNone() {
    Agreement planned =
        with(
            true,
            new History<>(
                List.of(
                    new Claim<>(
                        LegalStatus.SIGNED,
                        Validity.since(DAY),
                        Evidence.NONE.withBasis(Basis.PLAN)))));
    assertThat(planned.standsOn(DAY, false)).isFalse();
    assertThat(planned.standsOn(DAY, true)).isTrue();
  }

  @Test
  void aProvisionSpeaksOfWhatItNames() {
    Provision provision =
        new Provision(
            "1",
            ProvisionEffect.BINDS,
            "AM",
            Selector.ALL,
            Set.of(TrafficClass.GOODS),
            Set.of(Mode.RAIL),
            new TreeSet<>(Set.of("AZ")),
            "",
            Validity.ALWAYS);
    Movement goods = Movement.freight().flag("AZ-NX").build();
    assertThat(provision.concerns(goods, Mode.RAIL)).isTrue();
    assertThat(provision.concerns(goods, Mode.ROAD)).isFalse();
    assertThat(provision.concerns(Movement.freight().flag("TR").build(), Mode.RAIL)).isFalse();
    assertThat(provision.concerns(Movement.persons().flag("AZ").build(), Mode.RAIL)).isFalse();
  }

  @Test
  void aSelectorAsksForEveryCriterionItNames() {
    Selector selector =
        new Selector(
            new TreeSet<>(),
            new TreeSet<>(Set.of("AM")),
            new TreeSet<>(Set.of("tripp")),
            Set.of(Mode.RAIL));
    assertThat(selector.isAll()).isFalse();
    assertThat(selector.matches("e", List.of("AM-SU"), List.of("tripp"), List.of(Mode.RAIL)))
        .isTrue();
    assertThat(selector.matches("e", List.of("AZ"), List.of("tripp"), List.of(Mode.RAIL)))
        .isFalse();
    assertThat(selector.matches("e", List.of("AM"), List.of(), List.of(Mode.RAIL))).isFalse();
    assertThat(selector.matches("e", List.of("AM"), List.of("tripp"), List.of(Mode.ROAD)))
        .isFalse();
    assertThat(Selector.ALL.isAll()).isTrue();
    assertThat(Selector.ALL.matches("e", List.of(), List.of(), List.of())).isTrue();
    assertThat(Selector.of(List.of("e")).matches("f", List.of(), List.of(), List.of())).isFalse();
    assertThat(Selector.corridor("c").corridors()).containsExactly("c");
    assertThat(Selector.jurisdiction("AZ-NX").matches("e", List.of("AZ"), List.of(), List.of()))
        .isFalse();
  }
}
