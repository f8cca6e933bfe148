package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Quota;
import org.araxes.border.QuotaKind;
import org.araxes.border.QuotaState;
import org.araxes.border.QuotaUnit;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Throughput;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final LocalDate DAY = Sketch.DAY;
  private static final Movement AZ_TRUCK = Movement.freight().by(Mode.ROAD).flag("AZ-NX").build();

  private static Quota quota(
      String id, String host, String flag, int amount, QuotaState state, Validity days) {
    return new Quota(
        id,
        host,
        flag,
        QuotaKind.BILATERAL,
        Set.of(Mode.ROAD),
        Set.of(TrafficClass.GOODS),
        OptionalDouble.of(amount),
        QuotaUnit.PERMITS,
        state,
        days,
        "",
        Evidence.NONE);
  }

  private static Quota quota(String id, String host, String flag, QuotaState state) {
    return quota(id, host, flag, 100, state, Validity.ALWAYS);
  }

  private static TransitNetwork.Builder border() {
    return Sketch.builder("a -AZ#e- x -TR#f- y -IR#g- z");
  }

  private static List<Impediment> entering(
      TransitNetwork network, Movement movement, String from, String to) {
    return network.on(DAY).moving(movement).atCrossing(network.crossing("x"), Mode.ROAD, from, to);
  }

  @Test
  void aForeignVehicleNeedsAPermitWhereItEntersAndNoneOnItsWayHome() {
    TransitNetwork network =
        border().addQuota(quota("q", "TR", "AZ", QuotaState.AVAILABLE)).build();
    assertThat(entering(network, AZ_TRUCK, "AZ", "TR"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.PERMIT);
              assertThat(found.effect()).isEqualTo(Effect.SLOWS);
              assertThat(found.by()).containsExactly("TR");
              assertThat(found.text())
                  .isEqualTo("Needs a permit of TR for vehicles of AZ: 100 permits (bilateral)");
            });
    assertThat(entering(network, AZ_TRUCK, "TR", "AZ")).isEmpty();
    Movement home = Movement.freight().by(Mode.ROAD).flag("TR").build();
    assertThat(entering(network, home, "AZ", "TR")).isEmpty();
    Movement nobodys = Movement.freight().by(Mode.ROAD).build();
    assertThat(entering(network, nobodys, "AZ", "TR")).isEmpty();
    Movement persons = Movement.persons().by(Mode.ROAD).flag("AZ").build();
    assertThat(entering(network, persons, "AZ", "TR")).isEmpty();
  }

  @Test
  void itBarsOnlyWhereNoPermitOfAnyKindIsLeft() {
    TransitNetwork.Builder builder =
        border()
            .addQuota(quota("q1", "TR", "AZ", QuotaState.EXHAUSTED))
            .addQuota(quota("q2", "TR", "AZ", QuotaState.SCARCE));
    assertThat(entering(builder.build(), AZ_TRUCK, "AZ", "TR"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isEqualTo(Effect.SLOWS);
              assertThat(found.text()).contains("exhausted", "scarce");
            });
    TransitNetwork none =
        builder
            .withQuotas(
                old ->
                    List.of(
                        old.get(0),
                        quota("q2", "TR", "AZ", 0, QuotaState.AVAILABLE, Validity.ALWAYS)))
            .build();
    assertThat(entering(none, AZ_TRUCK, "AZ", "TR"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isEqualTo(Effect.BARS);
              assertThat(found.text()).startsWith("No permit of TR for vehicles of AZ is left");
            });
  }

  @Test
  void itHoldsOnItsDaysAndWhileItsAgreementStands() {
    Quota year = quota("q", "TR", "AZ", 5, QuotaState.AVAILABLE, Validity.until(DAY.plusDays(1)));
    Quota under =
        new Quota(
            "deal-q",
            "TR",
            "AZ",
            QuotaKind.TRANSIT,
            Set.of(),
            Set.of(),
            OptionalDouble.empty(),
            QuotaUnit.JOURNEYS,
            QuotaState.AVAILABLE,
            Validity.ALWAYS,
            "deal",
            Evidence.NONE);
    TransitNetwork network =
        border()
            .addAgreement(pact("deal", Validity.since(DAY.plusDays(1))))
            .addQuota(year)
            .addQuota(under)
            .build();
    assertThat(network.on(DAY).quotas("AZ", "TR")).containsExactly(year);
    assertThat(network.on(DAY.plusDays(1)).quotas("AZ-NX", "TR")).containsExactly(under);
    assertThat(network.on(DAY).quotas("TR", "AZ")).isEmpty();
    NetworkView view = network.on(DAY.plusDays(1)).moving(AZ_TRUCK);
    assertThat(view.quotas()).containsExactly(under);
    assertThat(view.quotas("TR")).containsExactly(under);
    assertThat(view.quotas("IR")).isEmpty();
    assertThat(network.changeDates(false)).contains(DAY.plusDays(1));
  }

  @Test
  void thatPermitsRunOutIsAmongTheChangesOfTwoDays() {
    TransitNetwork network =
        border()
            .addQuota(quota("q", "TR", "AZ", 5, QuotaState.AVAILABLE, Validity.until(DAY)))
            .addQuota(quota("q", "TR", "AZ", 5, QuotaState.EXHAUSTED, Validity.since(DAY)))
            .build();
    DatedChanges changes = DatedChanges.between(network, DAY.minusDays(1), DAY, false);
    assertThat(changes.all())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(DatedChange.Kind.QUOTA);
              assertThat(change.ended()).containsExactly("permits available");
              assertThat(change.begun()).containsExactly("permits exhausted");
            });
    TransitNetwork before = changes.with(List.of());
    assertThat(entering(before, AZ_TRUCK, "AZ", "TR"))
        .singleElement()
        .extracting(Impediment::effect)
        .isEqualTo(Effect.SLOWS);
    assertThat(entering(network, AZ_TRUCK, "AZ", "TR"))
        .singleElement()
        .extracting(Impediment::effect)
        .isEqualTo(Effect.BARS);
  }

  @Test
  void everyFaultIsNamedAtOnceAndNonsenseIsNoQuota() {
    InvalidNetworkException invalid =
        catchThrowableOfType(
            InvalidNetworkException.class,
            () ->
                border()
                    .addQuota(quota("q", "TR", "AZ", QuotaState.AVAILABLE))
                    .addQuota(quota("q", "TR", "AZ", QuotaState.SCARCE))
                    .addQuota(quota("q two", "IR", "AZ", QuotaState.SCARCE))
                    .build());
    assertThat(invalid.findings())
        .extracting(finding -> finding.code() + " " + finding.subject())
        .containsExactlyInAnyOrder("overlapping_quota q", "bad_id q two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quota("q", "TR", "TR", QuotaState.AVAILABLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quota("q", "TR", "AZ-NX", QuotaState.AVAILABLE))
        .withMessageContaining("Maybe \"AZ\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quota("q", "TR", "AZ", -1, QuotaState.AVAILABLE, Validity.ALWAYS));
  }

  @Test
  void aCapOfAnAgreementCountsOnEdgesToo() {
    Provision cap =
        Provision.of("1", ProvisionEffect.CAPS, "TR", Selector.of(List.of("f"))).capping(5);
    TransitNetwork.Builder builder = border().addAgreement(pact("deal", Validity.since(DAY), cap));
    TransitNetwork network = builder.build();
    NetworkView view = network.on(DAY).moving(AZ_TRUCK);
    assertThat(view.onEdge(network.edge("f")))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(ImpedimentKind.CAPACITY);
              assertThat(found.effect()).isEqualTo(Effect.EXPOSES);
              assertThat(found.by()).containsExactly("TR");
              assertThat(found.instrument()).isEqualTo("deal");
              assertThat(found.text()).isEqualTo("At most 5 vehicles a day pass");
            });
    assertThat(view.capacity(network.edge("f"))).contains(vehicles(5));
    assertThat(view.capacity(network.edge("e"))).isEmpty();
    assertThat(view.onEdge(network.edge("e"))).isEmpty();
    NetworkView before = network.on(DAY.minusDays(1)).moving(AZ_TRUCK);
    assertThat(before.onEdge(network.edge("f"))).isEmpty();
    assertThat(before.capacity(network.edge("f"))).isEmpty();

    assertThat(withCapacity(network, vehicles(3))).contains(vehicles(3));
    assertThat(withCapacity(network, vehicles(9))).contains(vehicles(5));
    Throughput tonnes = new Throughput(1_000, Throughput.Unit.TONNES);
    assertThat(withCapacity(network, tonnes)).contains(tonnes);
  }

  @Test
  void aCapOfNothingBars() {
    Provision cap =
        Provision.of("1", ProvisionEffect.CAPS, "TR", Selector.of(List.of("f"))).capping(0);
    TransitNetwork network = border().addAgreement(pact("deal", Validity.since(DAY), cap)).build();
    assertThat(network.on(DAY).moving(AZ_TRUCK).onEdge(network.edge("f")))
        .singleElement()
        .extracting(Impediment::effect)
        .isEqualTo(Effect.BARS);
  }

  private static Optional<Throughput> withCapacity(TransitNetwork network, Throughput capacity) {
    TransitNetwork wider =
        network.toBuilder()
            .withEdge(network.edge("f").toBuilder().capacity(capacity).build())
            .build();
    return wider.on(DAY).moving(AZ_TRUCK).capacity(wider.edge("f"));
  }

  private static Throughput vehicles(double perDay) {
    return new Throughput(perDay, Throughput.Unit.VEHICLES);
  }

  private static Agreement pact(String id, Validity days, Provision... provisions) {
    return new Agreement(
        id,
        Names.of(id),
        AgreementKind.AGREEMENT,
        List.of("AZ", "TR"),
        true,
        new History<>(List.of(new Claim<>(LegalStatus.IN_FORCE, days, Evidence.NONE))),
        List.of(),
        List.of(provisions),
        Evidence.NONE);
  }
}
