package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.control.Matter;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.junit.jupiter.api.Test;

class ProvisionSwitchTest {
  private static final Movement TRUCK = Movement.freight().flag("AZ").build();
  private static final Selector X = Selector.of(List.of("x"));

  private static Agreement pact(String id, LegalStatus status, Provision... provisions) {
    return pact(id, status, Validity.since(Sketch.DAY.minusYears(1)), provisions);
  }

  private static Agreement pact(
      String id, LegalStatus status, Validity days, Provision... provisions) {
    return new Agreement(
        id,
        Names.of(id),
        AgreementKind.TREATY,
        List.of("AM", "AZ"),
        true,
        new History<>(List.of(new Claim<>(status, days, Evidence.NONE))),
        List.of(),
        List.of(provisions),
        Evidence.NONE);
  }

  private static CrossingFact closedUnder(String agreement) {
    CrossingFact plain =
        CrossingFact.state(
            "x", CrossingState.CLOSED, Validity.since(Sketch.DAY.minusMonths(1)), "AZ");
    return new CrossingFact(
        plain.crossing(),
        plain.modes(),
        plain.classes(),
        "",
        "",
        plain.flags(),
        plain.state(),
        plain.validity(),
        plain.by(),
        plain.kind(),
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalDouble.of(7),
        agreement,
        0,
        Evidence.NONE);
  }

  private static ControlPoint control(String post, ControlFunction function, String under) {
    return new ControlPoint(
        "x",
        post,
        function,
        post,
        post,
        Contact.OFFICER,
        ControlPlace.LINE,
        Set.of(),
        Set.of(),
        Validity.ALWAYS,
        under,
        Evidence.NONE);
  }

  private static TransitNetwork.Builder border() {
    return Sketch.builder("a -AZ- x -AM- c");
  }

  private static NetworkView view(TransitNetwork.Builder builder) {
    return builder.build().on(Sketch.DAY).moving(TRUCK);
  }

  private static Optional<CrossingState> state(TransitNetwork.Builder builder) {
    NetworkView view = view(builder);
    return view.stateFact(view.network().crossing("x"), Mode.ROAD, "AZ", "AM")
        .flatMap(CrossingFact::state);
  }

  @Test
  void aFactCountsWhileTheAgreementItStandsUnderDoes() {
    assertThat(
            state(
                border()
                    .addAgreement(pact("act", LegalStatus.IN_FORCE))
                    .addCrossingFact(closedUnder("act"))))
        .contains(CrossingState.CLOSED);
    TransitNetwork.Builder ended =
        border()
            .addAgreement(pact("act", LegalStatus.TERMINATED))
            .addCrossingFact(closedUnder("act"))
            .addControlPoint(control("AM", ControlFunction.CUSTOMS, "act"));
    assertThat(state(ended)).contains(CrossingState.OPEN);
    NetworkView view = view(ended);
    assertThat(view.capacityFact(view.network().crossing("x"), Mode.ROAD, "AZ", "AM")).isEmpty();
    assertThat(view.controls(view.network().crossing("x"), Mode.ROAD)).isEmpty();
  }

  @Test
  void aFactOfThePastCountsOnThePastDaysOfItsAgreement() {
    TransitNetwork network =
        border()
            .addAgreement(
                pact(
                    "act",
                    LegalStatus.IN_FORCE,
                    new Validity(Sketch.DAY.minusYears(1), Sketch.DAY)))
            .addCrossingFact(closedUnder("act"))
            .build();
    NetworkView before = network.on(Sketch.DAY.minusDays(1)).moving(TRUCK);
    NetworkView after = network.on(Sketch.DAY).moving(TRUCK);
    assertThat(before.stateFact(network.crossing("x"), Mode.ROAD, "AZ", "AM").orElseThrow().under())
        .isEqualTo("act");
    assertThat(after.stateFact(network.crossing("x"), Mode.ROAD, "AZ", "AM").orElseThrow().under())
        .isEmpty();
  }

  @Test
  void permitsOpensAsRestricted() {
    Provision permits = Provision.of("1", ProvisionEffect.PERMITS, "", X);
    TransitNetwork.Builder shut =
        Sketch.withoutFacts("a -AZ- x -AM- c")
            .addCrossingFact(
                CrossingFact.state(
                    "x", CrossingState.CLOSED, Validity.since(Sketch.DAY.minusYears(9)), ""));
    assertThat(state(shut)).contains(CrossingState.CLOSED);
    assertThat(state(shut.addAgreement(pact("p", LegalStatus.SIGNED, permits))))
        .contains(CrossingState.RESTRICTED);
    assertThat(state(shut.withAgreement(pact("p", LegalStatus.INITIALLED, permits))))
        .contains(CrossingState.CLOSED);
  }

  @Test
  void whatIsWaivedIsMetByNobodyWhileTheAgreementStands() {
    Provision waives =
        Provision.of("1", ProvisionEffect.WAIVES_CONTROL, "AM", X)
            .concerning(Set.of(TrafficClass.GOODS), Set.of())
            .waiving(EnumSet.of(ControlFunction.CUSTOMS));
    TransitNetwork.Builder builder =
        border()
            .addControlPoint(control("AM", ControlFunction.CUSTOMS, ""))
            .addControlPoint(control("AM", ControlFunction.BORDER_POLICE, ""))
            .addControlPoint(control("AZ", ControlFunction.CUSTOMS, ""))
            .addAgreement(pact("p", LegalStatus.SIGNED, waives));
    NetworkView view = view(builder);
    assertThat(view.controls(view.network().crossing("x"), Mode.ROAD))
        .extracting(ControlPoint::contact)
        .containsExactly(Contact.NONE, Contact.OFFICER, Contact.OFFICER);
    assertThat(view.controls(view.network().crossing("x"), Mode.ROAD).get(0).under())
        .isEqualTo("p");
    NetworkView persons = builder.build().on(Sketch.DAY).moving(Movement.persons().build());
    assertThat(persons.controls(persons.network().crossing("x"), Mode.ROAD))
        .allMatch(point -> point.contact() == Contact.OFFICER);
    NetworkView ended = view(builder.withAgreement(pact("p", LegalStatus.EXPIRED, waives)));
    assertThat(ended.controls(ended.network().crossing("x"), Mode.ROAD))
        .allMatch(point -> point.contact() == Contact.OFFICER);
  }

  @Test
  void aRoleIsHeldWhileTheGrantStandsAndMayBeReplaced() {
    Provision grant =
        Provision.of("1", ProvisionEffect.GRANTS_ROLE, "firm", Selector.jurisdiction("AM"))
            .granting("operator", Matter.ORDINARY);
    TransitNetwork.Builder builder = border().addParty(Party.company("firm", ""));
    TransitNetwork signed = builder.addAgreement(pact("p", LegalStatus.SIGNED, grant)).build();
    assertThat(signed.on(Sketch.DAY).controlOf("e2").vetoParties()).containsExactly("AM", "firm");
    assertThat(signed.on(Sketch.DAY).controlOf("e1").vetoParties()).containsExactly("AZ");
    assertThat(signed.on(Sketch.DAY.minusYears(2)).controlOf("e2").vetoParties())
        .containsExactly("AM");
    assertThat(signed.toBuilder().build().roles("e2")).hasSize(1);
    assertThat(signed.toBuilder().withRoles(old -> List.of()).build().roles("e2")).isEmpty();
    TransitNetwork lapsed =
        signed.toBuilder().withAgreement(pact("p", LegalStatus.TERMINATED, grant)).build();
    assertThat(lapsed.on(Sketch.DAY).controlOf("e2").vetoParties()).containsExactly("AM");
    assertThatThrownBy(
            () ->
                builder
                    .withAgreement(
                        pact("p", LegalStatus.SIGNED, grant.granting("king", Matter.ORDINARY)))
                    .build())
        .isInstanceOf(InvalidNetworkException.class)
        .hasMessageContaining("king");
  }

  @Test
  void aCapCountsWhereItIsLowerThanWhatPasses() {
    Provision cap = Provision.of("1", ProvisionEffect.CAPS, "", X).capping(5);
    TransitNetwork.Builder builder =
        border()
            .addAgreement(pact("act", LegalStatus.IN_FORCE))
            .addCrossingFact(closedUnder("act"))
            .addAgreement(pact("p", LegalStatus.SIGNED, cap));
    assertThat(capacity(view(builder))).hasValue(5);
    assertThat(capacity(view(builder.withAgreement(pact("p", LegalStatus.SIGNED, cap.capping(9))))))
        .hasValue(7);
    assertThat(capacity(view(builder.withAgreement(pact("p", LegalStatus.SUSPENDED, cap)))))
        .hasValue(7);
  }

  private static OptionalDouble capacity(NetworkView view) {
    return view.capacityFact(view.network().crossing("x"), Mode.ROAD, "AZ", "AM")
        .orElseThrow()
        .capacityPerDay();
  }

  @Test
  void theLaterAgreementWinsOnlyWhereItSaysSo() {
    Provision opens = Provision.of("1", ProvisionEffect.OPENS, "", X);
    Provision closes = Provision.of("1", ProvisionEffect.CLOSES, "AZ", X);
    Validity late = Validity.since(Sketch.DAY.minusDays(1));
    TransitNetwork.Builder builder =
        border()
            .addAgreement(pact("act", LegalStatus.IN_FORCE, closes))
            .addAgreement(pact("peace", LegalStatus.IN_FORCE, late, opens));
    assertThat(state(builder)).contains(CrossingState.CLOSED);
    assertThat(AgreementConflicts.in(builder.build(), false))
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.kind()).isEqualTo(ProvisionConflict.Kind.OPENS_AND_CLOSES);
              assertThat(conflict.first()).isEqualTo("peace/1");
              assertThat(conflict.second()).isEqualTo("act/1");
              assertThat(conflict.elements()).containsExactly("x");
              assertThat(conflict.days()).containsExactly(late);
              assertThat(conflict.prevails()).isEmpty();
            });
    builder.withAgreement(
        pact(
            "peace",
            LegalStatus.IN_FORCE,
            late,
            opens.prevailingOver(new TreeSet<>(Set.of("act/1")))));
    assertThat(state(builder)).contains(CrossingState.OPEN);
    assertThat(AgreementConflicts.in(builder.build(), false).get(0).prevails()).contains("peace/1");
  }

  @Test
  void whoIsBoundAndMayCloseIsAConflictOfTheSameDaysAndTrafficAlone() {
    Provision binds =
        Provision.of("1", ProvisionEffect.BINDS, "AM", Selector.jurisdiction("AM"))
            .concerning(Set.of(TrafficClass.GOODS), Set.of());
    Provision closes = Provision.of("1", ProvisionEffect.CLOSES, "AM", X);
    TransitNetwork.Builder builder =
        border()
            .addAgreement(pact("treaty", LegalStatus.IN_FORCE, binds))
            .addAgreement(pact("decree", LegalStatus.IN_FORCE, closes));
    assertThat(AgreementConflicts.in(builder.build(), false))
        .extracting(ProvisionConflict::kind)
        .containsExactly(ProvisionConflict.Kind.BINDS_AND_CLOSES);
    assertThat(view(builder).boundAt("x", Mode.ROAD)).containsExactly("AM");
    Provision persons = closes.concerning(Set.of(TrafficClass.PERSONS), Set.of());
    assertThat(
            AgreementConflicts.in(
                builder.withAgreement(pact("decree", LegalStatus.IN_FORCE, persons)).build(),
                false))
        .isEmpty();
    assertThat(
            AgreementConflicts.in(
                builder.withAgreement(pact("decree", LegalStatus.EXPIRED, closes)).build(), false))
        .isEmpty();
    Provision wins = closes.prevailingOver(new TreeSet<>(Set.of("treaty")));
    builder.withAgreement(pact("decree", LegalStatus.IN_FORCE, wins));
    assertThat(view(builder).boundAt("x", Mode.ROAD)).isEmpty();
    assertThat(view(builder).boundAt("e2", Mode.ROAD)).containsExactly("AM");
  }

  @Test
  void twoConcessionsOfOneLineAreAConflictAndTwoOperatorsAreNone() {
    Provision first =
        Provision.of("1", ProvisionEffect.GRANTS_ROLE, "AM", Selector.of(List.of("e2")))
            .granting("concessionaire", Matter.ORDINARY);
    Provision second =
        Provision.of("1", ProvisionEffect.GRANTS_ROLE, "AZ", Selector.jurisdiction("AM"))
            .granting("concessionaire", Matter.ORDINARY);
    TransitNetwork.Builder builder =
        border()
            .addAgreement(pact("old", LegalStatus.IN_FORCE, first))
            .addAgreement(pact("new", LegalStatus.SIGNED, second));
    assertThat(AgreementConflicts.in(builder.build(), false))
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.kind()).isEqualTo(ProvisionConflict.Kind.EXCLUSIVE_ROLE);
              assertThat(conflict.elements()).containsExactly("e2");
            });
    builder
        .withAgreement(
            pact("old", LegalStatus.IN_FORCE, first.granting("operator", Matter.ORDINARY)))
        .withAgreement(
            pact("new", LegalStatus.SIGNED, second.granting("operator", Matter.ORDINARY)));
    assertThat(AgreementConflicts.in(builder.build(), false)).isEmpty();
  }

  @Test
  void aGrantThatPrevailsTakesTheRoleAsLongAsItsAgreementStands() {
    Provision first =
        Provision.of("1", ProvisionEffect.GRANTS_ROLE, "old-firm", Selector.jurisdiction("AM"))
            .granting("concessionaire", Matter.ORDINARY);
    Provision second =
        Provision.of("1", ProvisionEffect.GRANTS_ROLE, "new-firm", Selector.of(List.of("e2")))
            .granting("concessionaire", Matter.ORDINARY);
    Validity late = Validity.since(Sketch.DAY);
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ- x -AM- c -AM- d")
            .addParty(Party.company("old-firm", "AM"))
            .addParty(Party.company("new-firm", "AM"))
            .addAgreement(pact("old", LegalStatus.IN_FORCE, first));
    TransitNetwork unsaid =
        builder.addAgreement(pact("new", LegalStatus.IN_FORCE, late, second)).build();
    assertThat(unsaid.on(Sketch.DAY).controlOf("e2").parties())
        .containsExactly("AM", "new-firm", "old-firm");
    for (String lost : List.of("old", "old/1")) {
      TransitNetwork said =
          builder
              .withAgreement(
                  pact(
                      "new",
                      LegalStatus.IN_FORCE,
                      late,
                      second.prevailingOver(new TreeSet<>(Set.of(lost)))))
              .build();
      assertThat(said.on(Sketch.DAY).controlOf("e2").parties()).containsExactly("AM", "new-firm");
      assertThat(said.on(Sketch.DAY).controlOf("e3").parties()).containsExactly("AM", "old-firm");
      assertThat(said.on(Sketch.DAY.minusDays(1)).controlOf("e2").parties())
          .containsExactly("AM", "old-firm");
      assertThat(AgreementConflicts.in(said, false).get(0).prevails()).contains("new/1");
    }
  }
}
