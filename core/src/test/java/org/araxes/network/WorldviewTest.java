package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.evidence.Worldview;
import org.araxes.party.Party;
import org.araxes.party.Stake;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sort of claim, put in the place of what is there. */
class WorldviewTest {
  private static final Evidence SAID = Evidence.of("said", Confidence.HIGH);
  private static final Evidence OTHER = Evidence.of("other", Confidence.LOW);

  private static Source source(String id, String... sides) {
    return new Source(id, id, "", "", "", "", "", new TreeSet<>(List.of(sides)));
  }

  private static ControlPoint control(String post, ControlFunction function) {
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
        "",
        SAID);
  }

  private static Agreement pact() {
    LocalDate day = LocalDate.of(2020, 1, 1);
    return new Agreement(
        "pact",
        Names.of("pact"),
        AgreementKind.TREATY,
        List.of("AM", "AZ"),
        false,
        new History<>(
            List.of(
                new Claim<>(LegalStatus.SIGNED, new Validity(day, day.plusYears(1)), SAID),
                new Claim<>(LegalStatus.IN_FORCE, Validity.since(day.plusYears(1)), SAID))),
        List.of(),
        List.of(),
        SAID);
  }

  private static Stake stake(String holder, long percent) {
    Stake plain = Stake.of(holder, "firm", percent);
    return new Stake(
        holder, "firm", plain.kind(), plain.min(), plain.max(), Validity.ALWAYS, "", SAID);
  }

  private static TransitNetwork.Builder told() {
    TransitNetwork.Builder builder =
        Sketch.builder("a -AZ:rail:1520@ady#east- x -AM:rail:1520#west- c")
            .addSource(source("said"))
            .addSource(source("other"))
            .addSource(source("az-speech", "AZ"))
            .addParty(Party.company("firm", "AM"))
            .addParty(Party.company("firm-staff", "AM"))
            .addAgreement(pact())
            .addStake(stake("AZ", 60))
            .addStake(stake("AM", 40));
    builder.addTerritory(new Territory("AZ", Names.of("AZ"), "AZ", "", Optional.empty(), SAID));
    builder.addTerritory(new Territory("AM", Names.of("AM"), "AM", "", Optional.empty(), SAID));
    for (ControlFunction function :
        List.of(ControlFunction.CUSTOMS, ControlFunction.BORDER_POLICE, ControlFunction.TOLL)) {
      builder.addControlPoint(control("AM", function)).addControlPoint(control("AZ", function));
    }
    return builder;
  }

  private static SeenNetwork seen(String subject, String attribute, String value) {
    return told()
        .addAlternative(new AlternativeClaim(subject, attribute, value, "", OTHER))
        .build()
        .seenBy(Worldview.believing("w", "other", "said"));
  }

  private static TransitNetwork network(String subject, String attribute, String value) {
    SeenNetwork seen = seen(subject, attribute, value);
    assertThat(seen.left()).isEmpty();
    assertThat(seen.applied()).hasSize(1);
    return seen.network();
  }

  private static String left(String subject, String attribute, String value) {
    SeenNetwork seen = seen(subject, attribute, value);
    assertThat(seen.applied()).isEmpty();
    assertThat(seen.left()).hasSize(1);
    return seen.left().get(0).reason();
  }

  @Test
  void contactIsToldByPostAndFunctionAndTheTollOnlyByName() {
    assertThat(met(network("x", "contact@AM", "none: nobody is to be seen")))
        .containsExactly(
            "AM BORDER_POLICE NONE",
            "AM CUSTOMS NONE",
            "AM TOLL OFFICER",
            "AZ BORDER_POLICE OFFICER",
            "AZ CUSTOMS OFFICER",
            "AZ TOLL OFFICER");
    assertThat(met(network("x", "contact@AZ+toll", "machine")))
        .contains("AZ TOLL MACHINE", "AZ CUSTOMS OFFICER", "AM TOLL OFFICER");
    assertThat(left("x", "contact@AM", "left open")).contains("not a contact");
    assertThat(left("x", "contact@sanitary", "none")).contains("No row");
  }

  private static List<String> met(TransitNetwork network) {
    return network.crossing("x").controls().stream()
        .map(point -> point.post() + " " + point.function() + " " + point.contact())
        .sorted()
        .toList();
  }

  @Test
  void whoStandsThereWhereAndWhoDecides() {
    assertThat(customs(network("x", "controller@AM+customs", "firm-staff")).controller())
        .isEqualTo("firm-staff");
    assertThat(customs(network("x", "decider@AM+customs", "AZ: joint")).decider()).isEqualTo("AZ");
    assertThat(customs(network("x", "place@AM", "on_board")).place())
        .isEqualTo(ControlPlace.ON_BOARD);
    assertThat(left("x", "decider@AM", "nobody-known")).contains("no known party");
  }

  private static ControlPoint customs(TransitNetwork network) {
    return network.crossing("x").controls().stream()
        .filter(point -> point.post().equals("AM") && point.function() == ControlFunction.CUSTOMS)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sharesAreToldByHolderAndMustStandTogether() {
    assertThat(network("firm", "share@AZ", "50 to 60").stakes().get(0))
        .returns(Share.ofPercent(50), Stake::min)
        .returns(Share.ofPercent(60), Stake::max)
        .returns(OTHER, Stake::evidence);
    assertThat(network("firm", "share_min@AM+shares", "1/3").stakes().get(1).min().value())
        .hasToString("1/3");
    assertThat(network("firm", "from@AZ", "2024-05").stakes().get(0).validity())
        .isEqualTo(Validity.since(LocalDate.of(2024, 5, 1)));
    assertThat(left("firm", "share", "50")).contains("2 rows");
    assertThat(left("firm", "share@US", "50")).contains("No row");
    assertThat(left("firm", "share@AZ", "half")).contains("no share");
    assertThat(left("firm", "share_max@AZ", "50")).contains("at least 60 %");
    SeenNetwork tooMuch = seen("firm", "share@AZ", "70");
    assertThat(tooMuch.left().get(0).reason()).contains("would not stand together", "110");
    assertThat(tooMuch.network().stakes()).isEqualTo(told().build().stakes());
  }

  @Test
  void sharesThatChangeTogetherStandTogether() {
    SeenNetwork seen =
        told()
            .addAlternative(new AlternativeClaim("firm", "share@AZ", "74", "", OTHER))
            .addAlternative(new AlternativeClaim("firm", "share@AM", "26", "", OTHER))
            .build()
            .seenBy(Worldview.believing("w", "other"));
    assertThat(seen.orThrow().stakes())
        .extracting(stake -> stake.holder() + " " + stake.min())
        .containsExactly("AZ 74 %", "AM 26 %");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"1435, [1435]", "1520|1435, '[1435, 1520]'"})
  void aRailwayMayHaveAnotherGauge(String value, String gauges) {
    assertThat(network("west", "gauge_mm", value).edge("west").gauges()).hasToString(gauges);
    assertThat(left("west", "gauge_mm", "wide")).contains("no gauge");
  }

  @Test
  void anAgreementMayHaveAnotherStatusAnotherDateOrMeanToBind() {
    LocalDate day = LocalDate.of(2022, 1, 1);
    assertThat(told().build().on(day).stands("pact")).isTrue();
    assertThat(network("pact", "status", "terminated: void").on(day).stands("pact")).isFalse();
    assertThat(
            network("pact", "status@signed", "initialled")
                .agreement("pact")
                .statusOn(LocalDate.of(2020, 6, 1), false))
        .contains(LegalStatus.INITIALLED);
    assertThat(
            network("pact", "from@in_force", "2020-07")
                .agreement("pact")
                .statusOn(LocalDate.of(2020, 8, 1), false))
        .contains(LegalStatus.IN_FORCE);
    assertThat(network("pact", "binding", "true").agreement("pact").binding()).isTrue();
    assertThat(left("pact", "status", "dead letter")).contains("not a legal status");
    assertThat(left("pact", "status@expired", "signed")).contains("No row");
    assertThat(left("pact", "binding", "perhaps")).contains("neither true nor false");
    assertThat(left("pact", "kind", "treaty")).contains("kept, not applied");
  }

  @Test
  void aTerritoryMayHaveAnotherSovereignOrBeRunByAnother() {
    TransitNetwork run = network("AM", "administering", "AZ");
    assertThat(run.on(Sketch.DAY).controlOf("west").parties()).containsExactly("AZ");
    assertThat(run.territory("AM").sovereign()).isEqualTo("AM");
    TransitNetwork owned = network("AM", "sovereign", "AZ");
    assertThat(owned.territory("AM").evidence()).isEqualTo(OTHER);
    assertThat(owned.on(Sketch.DAY).controlOf("west").parties()).containsExactly("AZ");
    assertThat(left("AM", "sovereign", "nobody-known")).contains("no known party");
  }

  @Test
  void oneElementMayHaveAnotherSovereignWithoutItsTerritory() {
    TransitNetwork network = network("west", "holder", "administering: AZ");
    assertThat(network.on(Sketch.DAY).controlOf("west").parties()).containsExactly("AZ");
    assertThat(network.territory("AM").administering()).isEmpty();
  }

  @Test
  void aRoleAtOneSideOfACrossingMayHaveAnotherHolder() {
    TransitNetwork network = network("x", "holder@AM", "border_control: firm-staff: pact");
    assertThat(network.roles("x"))
        .singleElement()
        .returns("AM", Role::side)
        .returns("pact", Role::under)
        .returns("firm-staff", Role::holder);
    assertThat(left("x", "holder@GE", "customs: AZ")).contains("no side");
    assertThat(left("x", "holder", "customs: AZ: no-pact")).contains("no known agreement");
  }

  @Test
  void aSideIsBelievedThroughItsOwnStatementsAndThroughClaimsThatStateItsView() {
    AlternativeClaim own =
        new AlternativeClaim(
            "west", "length_km", "90", "", Evidence.of("az-speech", Confidence.LOW));
    AlternativeClaim reported =
        new AlternativeClaim(
            "east", "length_km", "80", "", SAID, new TreeSet<>(List.of("AZ", "AM")));
    TransitNetwork network = told().addAlternative(own).addAlternative(reported).build();

    assertThat(network.seenBy(Worldview.of("AZ")).applied()).containsExactly(own, reported);
    assertThat(network.seenBy(Worldview.of("AM")).applied()).containsExactly(reported);
    assertThat(network.seenBy(Worldview.of("IR")).applied()).isEmpty();
    assertThat(Worldview.of("AZ").side()).isEqualTo("AZ");
  }

  @Test
  void whatASideSaysAloneGoesBeforeWhatItSaysTogetherWithAnother() {
    AlternativeClaim alone =
        new AlternativeClaim("west", "length_km", "90", "", OTHER, new TreeSet<>(List.of("AZ")));
    AlternativeClaim both =
        new AlternativeClaim(
            "west", "length_km", "80", "", OTHER, new TreeSet<>(List.of("AZ", "AM")));
    TransitNetwork network = told().addAlternative(both).addAlternative(alone).build();
    assertThat(network.seenBy(Worldview.of("AZ")).applied()).containsExactly(alone);
    assertThat(network.seenBy(Worldview.of("AM")).applied()).containsExactly(both);
  }

  @Test
  void aNoteIsWordsAndStaysWhatItIs() {
    SeenNetwork seen = seen("west", "note", "a long story");
    assertThat(seen.applied()).isEmpty();
    assertThat(seen.left()).isEmpty();
  }
}
