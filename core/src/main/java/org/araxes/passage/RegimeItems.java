package org.araxes.passage;

import java.util.ArrayList;
import java.util.List;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.Regime;

/** The best grade that each attribute of a regime allows. What is not stated has no item. */
final class RegimeItems {
  private RegimeItems() {}

  record Item(RegimeAspect aspect, RegimeGrade grade, String why) {}

  static List<Item> deJure(Regime regime) {
    List<Item> items = new ArrayList<>();
    right(regime.right(), items);
    met(regime, regime.controls(), items);
    suspension(regime.suspension(), items);
    switch (regime.reciprocity()) {
      case UNSTATED, NONE, SIMULTANEOUS -> {}
      case CONDITIONAL ->
          items.add(item(RegimeAspect.RECIPROCITY, RegimeGrade.U2, "granted on a condition"));
    }
    if (regime.suspendedInLaw()) {
      items.add(item(RegimeAspect.LAW, RegimeGrade.I3, "an act bars the class"));
    }
    return items;
  }

  static List<Item> deFacto(Regime regime) {
    List<Item> items = new ArrayList<>();
    Regime.Practice practice = regime.practice();
    met(regime, regime.met(), items);
    switch (practice.state()) {
      case AS_WRITTEN -> {}
      case DISCRETIONARY -> practice(RegimeGrade.I2, practice, "at somebody's pleasure", items);
      case SUSPENDED -> practice(RegimeGrade.I3, practice, "the class does not pass", items);
      case NOT_BUILT -> practice(RegimeGrade.I4, practice, "nothing is built", items);
    }
    return items;
  }

  private static void practice(
      RegimeGrade grade, Regime.Practice practice, String words, List<Item> items) {
    items.add(
        item(RegimeAspect.PRACTICE, grade, practice.why().isEmpty() ? words : practice.why()));
  }

  private static Item item(RegimeAspect aspect, RegimeGrade grade, String why) {
    return new Item(aspect, grade, why);
  }

  /** The best grade that a right allows. */
  static RegimeGrade best(Regime.Right right) {
    if (right.basis() == Regime.RightBasis.UNSTATED) {
      return RegimeGrade.U0;
    }
    if (!right.inForce()) {
      return RegimeGrade.I4;
    }
    return switch (right.basis()) {
      case UNSTATED -> RegimeGrade.U0;
      case NONE -> RegimeGrade.I4;
      case TOLERATED -> RegimeGrade.I2;
      case UNILATERAL -> RegimeGrade.I1;
      case CONVENTION, TREATY, CONTRACT, MEMORANDUM, DECLARATION ->
          right.binding() ? RegimeGrade.U0 : RegimeGrade.U2;
    };
  }

  private static void right(Regime.Right right, List<Item> items) {
    String why =
        switch (right.basis()) {
          case UNSTATED -> "";
          case NONE -> "no right";
          case TOLERATED -> "tolerated, no right";
          case UNILATERAL -> "by the host's own law alone";
          case CONVENTION, TREATY, CONTRACT, MEMORANDUM, DECLARATION ->
              "a " + words(right.basis()) + " that does not bind";
        };
    if (!right.inForce()) {
      why = "the " + words(right.basis()) + " is not in force";
    }
    if (best(right) != RegimeGrade.U0) {
      items.add(item(RegimeAspect.RIGHT, best(right), why));
    }
  }

  /** What is met both in law and in fact. */
  private static void met(Regime regime, List<Regime.Control> controls, List<Item> items) {
    for (Regime.Control control : controls) {
      if (control.function() != ControlFunction.TOLL) {
        items.add(item(RegimeAspect.CONTROL, grade(control, regime.inspection()), words(control)));
      }
    }
    persons(regime.persons(), items);
    goods(regime.goods(), items);
    switch (regime.inspection()) {
      case UNSTATED, NONE -> {}
      case REASONED_SUSPICION ->
          items.add(item(RegimeAspect.INSPECTION, RegimeGrade.U1, "searched on suspicion"));
      case ANY ->
          items.add(item(RegimeAspect.INSPECTION, RegimeGrade.U2, "searched on any ground"));
    }
    for (Regime.Conduct conduct : regime.conduct()) {
      boolean heavy = conduct == Regime.Conduct.CONVOY || conduct == Regime.Conduct.ESCORT;
      items.add(
          item(RegimeAspect.CONDUCT, heavy ? RegimeGrade.I1 : RegimeGrade.U1, words(conduct)));
    }
    regime
        .longest()
        .ifPresent(
            most ->
                items.add(
                    item(
                        RegimeAspect.CONDUCT,
                        RegimeGrade.U1,
                        "at most " + most.toMinutes() + " minutes")));
    for (Regime.Ration ration : regime.rations()) {
      items.add(
          item(
              RegimeAspect.QUANTITY,
              ration == Regime.Ration.WEIGHT ? RegimeGrade.I1 : RegimeGrade.I2,
              "limited by " + words(ration)));
    }
    opening(regime, items);
    charge(regime.charge(), items);
  }

  private static RegimeGrade grade(Regime.Control control, Regime.InspectionGround ground) {
    if (!control.isForeign()) {
      return control.contact() == Contact.NONE ? RegimeGrade.U0 : RegimeGrade.U1;
    }
    boolean narrow =
        ground == Regime.InspectionGround.NONE
            || ground == Regime.InspectionGround.REASONED_SUSPICION;
    boolean stops = control.place() == ControlPlace.LINE || control.place() == ControlPlace.INLAND;
    RegimeGrade grade =
        narrow
            ? RegimeGrade.U1
            : switch (control.contact()) {
              case NONE -> RegimeGrade.U1;
              case MACHINE, PRIVATE_FRONT_OFFICE -> RegimeGrade.U2;
              case OFFICER -> stops ? RegimeGrade.I1 : RegimeGrade.U2;
            };
    if (control.decider() != Regime.Side.THIRD) {
      return grade;
    }
    return grade.worse(control.contact() == Contact.NONE ? RegimeGrade.U2 : RegimeGrade.I1);
  }

  private static void persons(Regime.PersonFormality persons, List<Item> items) {
    switch (persons) {
      case UNSTATED, NONE -> {}
      case PRECLEARED_LIST, ON_BOARD_ID, TRANSIT_DOCUMENT ->
          items.add(item(RegimeAspect.PERSONS, RegimeGrade.U1, words(persons)));
      case VISA, PASSPORT_STAMP ->
          items.add(item(RegimeAspect.PERSONS, RegimeGrade.I1, words(persons)));
    }
  }

  private static void goods(Regime.GoodsFormality goods, List<Item> items) {
    switch (goods) {
      case UNSTATED, NONE -> {}
      case DOCUMENT, SEAL, SEAL_AND_GUARANTEE ->
          items.add(item(RegimeAspect.GOODS, RegimeGrade.U1, words(goods)));
      case RISK_BASED ->
          items.add(item(RegimeAspect.GOODS, RegimeGrade.U2, "checks chosen by risk"));
      case FULL_INSPECTION -> items.add(item(RegimeAspect.GOODS, RegimeGrade.I1, words(goods)));
    }
  }

  private static void opening(Regime regime, List<Item> items) {
    String hours = regime.hours().isEmpty() ? "" : ", " + regime.hours();
    switch (regime.opening()) {
      case UNSTATED, ALL_DAY -> {}
      case SEASON -> items.add(item(RegimeAspect.TIME, RegimeGrade.I1, "open in season"));
      case HOURS -> items.add(item(RegimeAspect.TIME, RegimeGrade.I2, "open at hours" + hours));
      case ALTERNATE ->
          items.add(item(RegimeAspect.TIME, RegimeGrade.I2, "open at alternate hours" + hours));
    }
  }

  private static void charge(Regime.Charge charge, List<Item> items) {
    boolean state = charge.payer() == Regime.Payer.STATE;
    switch (charge.basis()) {
      case UNSTATED, FREE -> {}
      case COST -> items.add(item(RegimeAspect.MONEY, RegimeGrade.U1, "charge at cost"));
      case COMMERCIAL ->
          items.add(
              item(
                  RegimeAspect.MONEY,
                  state ? RegimeGrade.U1 : RegimeGrade.U2,
                  state ? "charge paid by the state" : "commercial charge"));
      case POLITICAL ->
          items.add(
              item(
                  RegimeAspect.MONEY,
                  state ? RegimeGrade.U1 : RegimeGrade.I2,
                  state ? "charge paid by the state" : "political charge"));
    }
  }

  private static void suspension(Regime.Suspension clause, List<Item> items) {
    RegimeGrade grade =
        switch (clause.ground()) {
          case UNSTATED, NONE -> RegimeGrade.U0;
          case EMERGENCY, WAR -> RegimeGrade.U1;
          case SECURITY -> RegimeGrade.U2;
          case RECIPROCITY -> RegimeGrade.I1;
          case ANY -> clause.noticeDays() > 0 ? RegimeGrade.I1 : RegimeGrade.I2;
        };
    if (!clause.coupledTo().isEmpty()) {
      grade = grade.worse(RegimeGrade.I1);
    }
    if (grade != RegimeGrade.U0) {
      items.add(
          item(
              RegimeAspect.SUSPENSION,
              grade,
              "may be suspended: "
                  + words(clause.ground())
                  + (clause.coupledTo().isEmpty()
                      ? ""
                      : ", together with " + String.join(", ", clause.coupledTo()))));
    }
  }

  private static String words(Regime.Control control) {
    String who =
        switch (control.contact()) {
          case NONE -> "nobody is met";
          case MACHINE -> "a machine";
          case PRIVATE_FRONT_OFFICE -> "a private front office";
          case OFFICER -> "an officer";
        };
    return words(control.function())
        + ": "
        + who
        + (control.controller() == Regime.Side.NOBODY || control.contact() == Contact.NONE
            ? ""
            : " of the " + side(control.controller()))
        + " "
        + switch (control.place()) {
          case LINE -> "at the line";
          case INLAND -> "inland";
          case ON_BOARD -> "on board";
          case ORIGIN -> "at the origin";
          case REMOTE -> "from afar";
        };
  }

  private static String side(Regime.Side side) {
    return switch (side) {
      case THIRD -> "third state";
      case UNKNOWN -> "unknown state";
      case NOBODY, SENDER, HOST -> words(side);
    };
  }

  private static String words(Enum<?> value) {
    return Wording.of(value);
  }
}
