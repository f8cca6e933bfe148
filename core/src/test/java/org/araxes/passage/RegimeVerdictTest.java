package org.araxes.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.araxes.agreement.Regimes;
import org.araxes.answer.Truth;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.Regime;
import org.araxes.border.Regime.Control;
import org.araxes.border.Regime.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeVerdictTest {
  /** Every template with its grade in law, its grade in fact, and what decides each. */
  @ParameterizedTest(name = "{0}: {1} in law, {2} in fact")
  @CsvSource({
    "gatt-v, I1, I1, CONTROL, CONTROL",
    "wto-tfa-11, I1, I1, CONTROL, CONTROL",
    "landlocked-1965, I1, I1, CONTROL, CONTROL",
    "tir-1975, U1, U1, CONTROL|GOODS|INSPECTION|MONEY, CONTROL|GOODS|INSPECTION|MONEY",
    "cim-smgs-2006, I1, I1, CONTROL, CONTROL",
    "west-berlin-1972, U1, U1, CONTROL|PERSONS|GOODS|INSPECTION|CONDUCT|MONEY, "
        + "CONTROL|PERSONS|GOODS|INSPECTION|CONDUCT|MONEY",
    "polish-corridor-1921, U1, U1, CONTROL|CONDUCT|MONEY|SUSPENSION, CONTROL|CONDUCT|MONEY",
    "polish-corridor-1936, U1, I2, CONTROL|CONDUCT|MONEY|SUSPENSION, PRACTICE",
    "kaliningrad-ftd-2003, I1, I1, RIGHT|CONTROL, CONTROL",
    "kaliningrad-frtd-2003, I1, U2, RIGHT, CONTROL|INSPECTION",
    "kaliningrad-goods-2022, I2, I2, QUANTITY, QUANTITY",
    "neum-2013, I1, I1, RIGHT|CONTROL, CONTROL",
    "tin-bigha-1992, I2, I2, TIME, TIME",
    "tin-bigha-1996, I2, I2, TIME, TIME",
    "tin-bigha-2011, U1, U1, CONTROL|INSPECTION|CONDUCT, CONTROL|INSPECTION|CONDUCT",
    "saimaa-canal-2012, I1, I1, CONTROL|TIME, CONTROL|TIME",
    "saimaa-canal-2022, I1, I3, CONTROL|TIME, PRACTICE",
    "llivia-before-1995, I2, I2, QUANTITY, QUANTITY",
    "llivia-after-1995, U0, U0, '', ''",
    "oecusse-2008, I2, I2, QUANTITY|TIME, QUANTITY|TIME",
    "melilla-2025, I2, I2, QUANTITY|TIME|SUSPENSION, QUANTITY|TIME",
    "melilla-summer-2025, I2, I3, QUANTITY|TIME|SUSPENSION, PRACTICE",
    "alaska-2020, I2, I2, QUANTITY, QUANTITY",
    "vennbahn, U0, U0, '', ''",
    "baarle, U0, U0, '', ''",
    "lachin-2020, I1, I1, CONTROL, CONTROL",
    "lachin-blockade-2022, I1, I3, CONTROL, PRACTICE",
    "lachin-checkpoint-2023, I1, I2, CONTROL, PRACTICE",
    "sealed-bus-2019, U2, U1, RIGHT, CONTROL|GOODS",
    "goris-kapan-2021, I2, I2, RIGHT|MONEY|SUSPENSION, MONEY",
    "front-office-host-reading, U2, U2, RIGHT|CONTROL|GOODS|INSPECTION|MONEY|RECIPROCITY, "
        + "CONTROL|GOODS|INSPECTION|MONEY",
    "front-office-sender-reading, U1, U1, CONTROL|INSPECTION|CONDUCT|MONEY, "
        + "CONTROL|INSPECTION|CONDUCT|MONEY",
    "meghri-2026, U2, I4, RIGHT|CONTROL|GOODS|INSPECTION|MONEY|RECIPROCITY, PRACTICE",
    "land-borders-persons-2020, I3, I3, LAW, PRACTICE",
    "dilucu-residents-2022, I2, I2, QUANTITY, QUANTITY"
  })
  void eachTemplateGradesAsItsInstrumentDid(
      String id, RegimeGrade law, RegimeGrade fact, String lawWhy, String factWhy) {
    RegimeVerdict verdict = RegimeVerdict.of(Regimes.regime(id));

    assertThat(verdict.deJure().grade()).isEqualTo(law);
    assertThat(verdict.deFacto().grade()).isEqualTo(fact);
    assertThat(aspects(verdict.deJure())).isEqualTo(lawWhy);
    assertThat(aspects(verdict.deFacto())).isEqualTo(factWhy);
    assertThat(verdict.deJure().isCertain()).isTrue();
  }

  private static String aspects(RegimeVerdict.Side side) {
    return side.reasons().stream()
        .map(RegimeVerdict.Reason::aspect)
        .distinct()
        .sorted()
        .map(Enum::name)
        .collect(Collectors.joining("|"));
  }

  @Test
  void theTableAboveHasEveryTemplate() throws NoSuchMethodException {
    List<String> tested =
        Arrays.stream(
                RegimeVerdictTest.class
                    .getDeclaredMethod(
                        "eachTemplateGradesAsItsInstrumentDid",
                        String.class,
                        RegimeGrade.class,
                        RegimeGrade.class,
                        String.class,
                        String.class)
                    .getAnnotation(CsvSource.class)
                    .value())
            .map(row -> row.substring(0, row.indexOf(',')))
            .toList();

    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(Regimes.all().stream().map(Regime::id).toList());
  }

  @Test
  void anUnknownTemplateIsToldWithAHint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regimes.regime("tin-bigha-1993"))
        .withMessageContaining("Maybe \"tin-bigha-199");
    assertThat(Regimes.find("tin-bigha-1993")).isEmpty();
  }

  /** A regime under which nothing stands in the way but what a test adds. */
  private static Regime.Builder free() {
    return Regime.named("test").right(Regime.Right.binding(Regime.RightBasis.TREATY));
  }

  private static RegimeGrade grade(Control control) {
    return RegimeVerdict.of(
            free().addControl(control).inspection(Regime.InspectionGround.ANY).build())
        .deJure()
        .reasons()
        .stream()
        .filter(reason -> reason.aspect() == RegimeAspect.CONTROL)
        .map(RegimeVerdict.Reason::grade)
        .findFirst()
        .orElse(RegimeGrade.U2);
  }

  @Test
  void whoControlsAndWhereMakesTheDifferenceUnderOneAndTheSameRight() {
    Regime sealed =
        free()
            .addControl(customs(Side.SENDER, Contact.OFFICER, ControlPlace.ORIGIN))
            .goods(Regime.GoodsFormality.SEAL_AND_GUARANTEE)
            .build();
    Regime unmet = free().addControl(customs(Side.HOST, Contact.NONE, ControlPlace.REMOTE)).build();

    assertThat(RegimeVerdict.of(sealed).deJure().grade()).isEqualTo(RegimeGrade.U1);
    assertThat(RegimeVerdict.of(unmet).deJure().grade()).isEqualTo(RegimeGrade.U1);
    assertThat(grade(customs(Side.HOST, Contact.OFFICER, ControlPlace.ON_BOARD)))
        .isEqualTo(RegimeGrade.U2);
    assertThat(grade(customs(Side.HOST, Contact.PRIVATE_FRONT_OFFICE, ControlPlace.LINE)))
        .isEqualTo(RegimeGrade.U2);
    assertThat(grade(customs(Side.HOST, Contact.OFFICER, ControlPlace.LINE)))
        .isEqualTo(RegimeGrade.I1);
    assertThat(grade(customs(Side.THIRD, Contact.PRIVATE_FRONT_OFFICE, ControlPlace.LINE)))
        .isEqualTo(RegimeGrade.I1);
    assertThat(RegimeReadings.sender(sealed).truth()).isEqualTo(Truth.YES);
    assertThat(RegimeReadings.host(sealed).truth()).isEqualTo(Truth.NO);
  }

  private static Control customs(Side side, Contact contact, ControlPlace place) {
    return Control.by(ControlFunction.CUSTOMS, side, contact, place);
  }

  @Test
  void theTwoReadingsOfOneCorridorPartOverWhoIsMet() {
    Regime host = Regimes.frontOfficeHostReading();
    Regime sender = Regimes.frontOfficeSenderReading();

    assertThat(RegimeReadings.host(host)).isEqualTo(Ruling.yes());
    assertThat(RegimeReadings.sender(host).truth()).isEqualTo(Truth.NO);
    assertThat(RegimeReadings.host(sender)).isEqualTo(Ruling.yes());
    assertThat(RegimeReadings.sender(sender)).isEqualTo(Ruling.yes());
    assertThat(RegimeReadings.host(Regimes.meghri2026()).truth()).isEqualTo(Truth.NO);
    assertThat(RegimeReadings.host(Regimes.gattV()).reason()).isEqualTo("an officer is met");
  }

  @Test
  void whatIsUnknownLeavesTheGradeOpenUnlessItCannotGetWorse() {
    Regime open = free().addUnknown("who stands there").build();
    Regime none = open.toBuilder().right(Regime.Right.NONE).build();

    assertThat(RegimeVerdict.of(open).deJure().isCertain()).isFalse();
    assertThat(RegimeVerdict.of(open).deJure()).hasToString("U0?: ");
    assertThat(RegimeVerdict.of(none).deJure().isCertain()).isTrue();
    assertThat(RegimeReadings.host(open).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aRightThatIsNotInForceIsNone() {
    Regime.Right signed = Regime.Right.binding(Regime.RightBasis.TREATY).notInForce();
    RegimeVerdict verdict = RegimeVerdict.of(free().right(signed).build());

    assertThat(verdict.deJure().grade()).isEqualTo(RegimeGrade.I4);
    assertThat(verdict.deFacto().grade()).isEqualTo(RegimeGrade.U0);
  }

  @Test
  void aBuilderThatStartsFromARegimeForgetsNothing() {
    for (Regime regime : Regimes.all()) {
      assertThat(regime.toBuilder().build()).isEqualTo(regime);
    }
  }

  @Test
  void anUnsoundRegimeNamesEveryFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Regime.named("No Slug")
                    .title(" ")
                    .longest(Duration.ZERO)
                    .opening(Regime.Opening.ALL_DAY, "06:00-18:00")
                    .build())
        .withMessageContainingAll("is no slug", "no title", "above zero", "06:00-18:00 only");
  }

  // Worsening one attribute never improves a grade.

  private static <E extends Enum<E>> E pick(Random random, E[] values, int skip) {
    return values[skip + random.nextInt(values.length - skip)];
  }

  private static Regime random(Random random) {
    Regime.Builder made =
        Regime.named("test")
            .right(
                random.nextBoolean()
                    ? Regime.Right.binding(
                        pick(random, Arrays.copyOfRange(Regime.RightBasis.values(), 1, 7), 0))
                    : Regime.Right.of(pick(random, Regime.RightBasis.values(), 1)))
            .persons(pick(random, Regime.PersonFormality.values(), 1))
            .goods(pick(random, Regime.GoodsFormality.values(), 1))
            .inspection(pick(random, Regime.InspectionGround.values(), 1))
            .opening(pick(random, Regime.Opening.values(), 1))
            .charge(
                pick(random, Regime.ChargeBasis.values(), 1),
                pick(random, Regime.Payer.values(), 1))
            .suspension(
                new Regime.Suspension(
                    Side.HOST,
                    pick(random, Regime.SuspensionGround.values(), 1),
                    random.nextInt(2) * 10,
                    random.nextInt(4) == 0 ? List.of("x") : List.of()))
            .reciprocity(pick(random, Regime.Reciprocity.values(), 1))
            .suspendedInLaw(random.nextInt(6) == 0)
            .practice(Regime.Practice.of(pick(random, Regime.PracticeState.values(), 0), ""));
    IntStream.range(0, random.nextInt(3))
        .forEach(
            i ->
                made.addControl(
                    new Control(
                        pick(random, ControlFunction.values(), 0),
                        pick(random, Side.values(), 0),
                        pick(random, Side.values(), 0),
                        pick(random, Contact.values(), 0),
                        pick(random, ControlPlace.values(), 0))));
    return made.build();
  }

  /** Each gives the same regime with one attribute a step heavier, or the regime as it is. */
  private static final List<BiFunction<Regime, Random, Regime>> WORSENINGS =
      List.of(
          (one, random) -> one.toBuilder().persons(next(one.persons())).build(),
          (one, random) -> one.toBuilder().goods(next(one.goods())).build(),
          (one, random) -> one.toBuilder().inspection(next(one.inspection())).build(),
          (one, random) -> one.toBuilder().opening(next(one.opening())).build(),
          (one, random) ->
              one.toBuilder().charge(next(one.charge().basis()), one.charge().payer()).build(),
          (one, random) ->
              one.toBuilder().charge(one.charge().basis(), next(one.charge().payer())).build(),
          (one, random) ->
              one.toBuilder().addConduct(pick(random, Regime.Conduct.values(), 0)).build(),
          (one, random) ->
              one.toBuilder().addRations(pick(random, Regime.Ration.values(), 0)).build(),
          (one, random) -> one.toBuilder().longest(Duration.ofHours(6)).build(),
          (one, random) -> one.toBuilder().suspendedInLaw(true).build(),
          (one, random) ->
              one.toBuilder()
                  .practice(Regime.Practice.of(next(one.practice().state()), ""))
                  .build(),
          (one, random) -> one.toBuilder().right(lesser(one.right())).build(),
          (one, random) -> one.toBuilder().right(one.right().notInForce()).build(),
          (one, random) ->
              one.toBuilder()
                  .suspension(
                      new Regime.Suspension(
                          Side.HOST,
                          next(one.suspension().ground()),
                          one.suspension().noticeDays(),
                          one.suspension().coupledTo()))
                  .build(),
          (one, random) -> one.toBuilder().suspension(one.suspension().notice(0)).build(),
          (one, random) -> one.toBuilder().suspension(one.suspension().coupledTo("y")).build(),
          (one, random) -> one.toBuilder().reciprocity(next(one.reciprocity())).build(),
          RegimeVerdictTest::worseControl,
          (one, random) ->
              one.toBuilder()
                  .addControl(customs(Side.HOST, Contact.OFFICER, ControlPlace.LINE))
                  .build());

  private static <E extends Enum<E>> E next(E value) {
    E[] all = value.getDeclaringClass().getEnumConstants();
    return all[Math.min(value.ordinal() + 1, all.length - 1)];
  }

  private static Regime.Right lesser(Regime.Right right) {
    return right.binding() ? Regime.Right.of(right.basis()) : Regime.Right.of(next(right.basis()));
  }

  private static Regime worseControl(Regime one, Random random) {
    if (one.controls().isEmpty()) {
      return one;
    }
    List<Control> controls = new ArrayList<>(one.controls());
    Control old = controls.get(0);
    boolean known = old.decider() != Side.UNKNOWN && old.decider() != Side.THIRD;
    Control heavier =
        switch (random.nextInt(3)) {
          case 0 ->
              new Control(
                  old.function(),
                  old.controller(),
                  old.decider(),
                  next(old.contact()),
                  old.place());
          case 1 ->
              new Control(
                  old.function(),
                  old.controller(),
                  known ? next(old.decider()) : old.decider(),
                  old.contact(),
                  old.place());
          default ->
              new Control(
                  old.function(),
                  old.controller(),
                  old.decider(),
                  old.contact(),
                  ControlPlace.LINE);
        };
    controls.set(0, heavier);
    return one.toBuilder().withControls(controls).build();
  }

  @Test
  void makingOneAttributeHeavierNeverImprovesAGrade() {
    Random random = new Random(7);
    Set<RegimeGrade> seen = EnumSet.noneOf(RegimeGrade.class);
    int worsened = 0;
    for (int i = 0; i < 3_000; i++) {
      Regime before = random(random);
      if (i % 3 == 0) {
        before = free().build();
      }
      for (BiFunction<Regime, Random, Regime> worsening : WORSENINGS) {
        Regime after = worsening.apply(before, random);
        RegimeVerdict was = RegimeVerdict.of(before);
        RegimeVerdict is = RegimeVerdict.of(after);
        assertThat(is.deJure().grade())
            .as("in law from %s to %s", before, after)
            .isGreaterThanOrEqualTo(was.deJure().grade());
        assertThat(is.deFacto().grade()).isGreaterThanOrEqualTo(was.deFacto().grade());
        worsened += is.deJure().grade().compareTo(was.deJure().grade()) > 0 ? 1 : 0;
        seen.add(was.deJure().grade());
        seen.add(is.deJure().grade());
      }
    }
    assertThat(worsened).isGreaterThan(1_000);
    assertThat(seen).containsExactly(RegimeGrade.values());
  }
}
