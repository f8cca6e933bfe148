package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.control.ControlRule;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.junit.jupiter.api.Test;

class NetworkSnapshotTest {
  private static ControlRule all(String... parties) {
    return ControlRule.allOf(List.of(parties).stream().map(ControlRule::consentOf).toList());
  }

  private static Territory territory(String code, String sovereign, String administering) {
    return new Territory(
        code, Names.of(code), sovereign, administering, Optional.empty(), Evidence.NONE);
  }

  private static Role role(
      String element, RoleKind kind, String holder, String side, Matter matter, String under) {
    return new Role(element, kind, holder, side, matter, Validity.ALWAYS, under, Evidence.NONE);
  }

  private static NetworkSnapshot on(TransitNetwork.Builder builder) {
    return builder.build().on(Sketch.DAY);
  }

  @Test
  void anEdgeNeedsItsStateEvenWithoutATerritory() {
    NetworkSnapshot snapshot = Sketch.of("a -AZ-NX- b").on(Sketch.DAY);
    assertThat(snapshot.controlOf("e1")).isEqualTo(all("AZ"));
    assertThat(snapshot.controlOf("a")).isEqualTo(all("AZ"));
    assertThat(snapshot.roles("e1")).isEmpty();
  }

  @Test
  void whoAdministersStandsInForTheSovereign() {
    NetworkSnapshot snapshot =
        on(
            Sketch.builder("a -GE- b")
                .addParty(Party.state("RU"))
                .addTerritory(territory("GE", "GE", "RU")));
    assertThat(snapshot.controlOf("e1")).isEqualTo(all("RU"));
    assertThat(snapshot.roles("e1"))
        .extracting(Role::kind)
        .containsExactly(RoleKind.SOVEREIGN, RoleKind.ADMINISTERING);
  }

  @Test
  void aRoleOfTheElementOverridesThatOfItsTerritory() {
    NetworkSnapshot snapshot =
        on(
            Sketch.builder("a -AM@US- b", "a -AM- b")
                .addTerritory(Territory.of("AM"))
                .addRole(Role.of("e1", RoleKind.SOVEREIGN, "US")));
    assertThat(snapshot.controlOf("e1")).isEqualTo(all("US"));
    assertThat(snapshot.controlOf("e2")).isEqualTo(all("AM"));
  }

  @Test
  void gatekeepersMustAgreeAndBystandersNeedNot() {
    NetworkSnapshot snapshot =
        on(
            Sketch.builder("a -AM@oper- b")
                .addParty(Party.company("land", ""))
                .addParty(Party.company("rules", ""))
                .addRole(Role.of("e1", RoleKind.LAND_OWNER, "land"))
                .addRole(Role.of("e1", RoleKind.REGULATOR, "rules")));
    assertThat(snapshot.controlOf("e1")).isEqualTo(all("AM", "oper"));
    assertThat(snapshot.roles("e1")).hasSize(3);
  }

  @Test
  void holdersAreFollowedUpToWhoeverDecides() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AM- b")
            .addParty(Party.state("US"))
            .addParty(Party.company("tripp", "AM"))
            .addStake(Stake.of("US", "tripp", 74))
            .addStake(Stake.of("AM", "tripp", 26));
    assertThat(
            on(builder.addRole(Role.of("e1", RoleKind.CONCESSIONAIRE, "tripp")))
                .controlOf("e1")
                .vetoParties())
        .containsExactly("AM", "US");
    assertThat(
            on(Sketch.builder("a -AZ- b")
                    .addParty(Party.state("US"))
                    .addParty(Party.state("AM"))
                    .addParty(Party.company("tripp", "AM"))
                    .addStake(Stake.of("US", "tripp", 74))
                    .addStake(Stake.of("AM", "tripp", 26))
                    .addRole(role("e1", RoleKind.OPERATOR, "tripp", "", Matter.RESERVED, "")))
                .controlOf("e1")
                .vetoParties())
        .containsExactly("AM", "AZ", "US");
  }

  @Test
  void atACrossingTheRolesOfOneSideCountForThatSide() {
    NetworkSnapshot snapshot =
        on(
            Sketch.builder("a -AZ- x -AM- c")
                .addParty(Party.state("RU"))
                .addParty(Party.company("guard", ""))
                .addTerritory(Territory.of("AZ"))
                .addTerritory(Territory.of("AM"))
                .addRole(role("x", RoleKind.BORDER_CONTROL, "RU", "AM", Matter.ORDINARY, ""))
                .addRole(role("x", RoleKind.SECURITY, "guard", "", Matter.ORDINARY, "")));
    assertThat(snapshot.controlOf("x", "AM").parties()).containsExactly("AM", "RU", "guard");
    assertThat(snapshot.controlOf("x", "AZ").parties()).containsExactly("AZ", "guard");
    assertThat(snapshot.roles("x")).hasSize(4);
    assertThatIllegalArgumentException().isThrownBy(() -> snapshot.controlOf("x", "IR"));
    assertThatIllegalArgumentException().isThrownBy(() -> snapshot.controlOf("x"));
  }

  @Test
  void aRoleUnderAnAgreementNeedsTheAgreement() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AM- b")
            .addParty(Party.state("US"))
            .addAgreement(agreement(LegalStatus.INITIALLED))
            .addRole(role("e1", RoleKind.OPERATOR, "US", "", Matter.ORDINARY, "pact"));
    assertThat(on(builder).controlOf("e1")).isEqualTo(all("AM"));
    assertThat(on(builder).stands("pact")).isFalse();
    assertThat(on(builder.withAgreement(agreement(LegalStatus.SIGNED))).controlOf("e1"))
        .isEqualTo(all("AM", "US"));
  }

  private static Agreement agreement(LegalStatus status) {
    return new Agreement(
        "pact",
        Names.of("Pact"),
        AgreementKind.CONTRACT,
        List.of("AM", "US"),
        true,
        History.always(status),
        List.of(),
        List.of(),
        Evidence.NONE);
  }

  @Test
  void aPlannedRoleCountsOnlyWherePlansDoAndARoleOnlyOnItsDays() {
    TransitNetwork network =
        Sketch.builder("a -AM- b")
            .addParty(Party.state("US"))
            .addParty(Party.state("RU"))
            .addRole(
                new Role(
                    "e1",
                    RoleKind.OPERATOR,
                    "US",
                    "",
                    Matter.ORDINARY,
                    Validity.ALWAYS,
                    "",
                    Evidence.NONE.withBasis(Basis.PLAN)))
            .addRole(
                new Role(
                    "e1",
                    RoleKind.OPERATOR,
                    "RU",
                    "",
                    Matter.ORDINARY,
                    Validity.until(Sketch.DAY),
                    "",
                    Evidence.NONE))
            .build();
    assertThat(network.on(Sketch.DAY).controlOf("e1")).isEqualTo(all("AM"));
    assertThat(network.on(Sketch.DAY.minusDays(1)).controlOf("e1")).isEqualTo(all("AM", "RU"));
    assertThat(network.on(Sketch.DAY, Terms.DEFAULT.withPlans(true)).controlOf("e1"))
        .isEqualTo(all("AM", "US"));
  }

  @Test
  void theStatusIsTheOneOfTheDay() {
    TransitNetwork.Builder builder = Sketch.builder("a -AM- b");
    TransitEdge edge =
        builder.build().edge("e1").toBuilder()
            .status(
                new History<>(
                    List.of(
                        new Claim<>(Status.DISUSED, Validity.since(Sketch.DAY), Evidence.NONE))))
            .build();
    TransitNetwork network = builder.withEdge(edge).build();
    assertThat(network.on(Sketch.DAY).status(edge).map(Claim::value)).contains(Status.DISUSED);
    assertThat(network.on(Sketch.DAY.minusDays(1)).status(edge)).isEmpty();
    assertThat(network.on(Sketch.DAY).ownership().holders("AM")).isEmpty();
    assertThat(network.on(Sketch.DAY).date()).isEqualTo(Sketch.DAY);
    assertThat(network.on(Sketch.DAY).terms()).isEqualTo(Terms.DEFAULT);
  }
}
