package org.araxes.passage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Movement;
import org.araxes.border.OpeningHours;
import org.araxes.quantity.Money;

/**
 * The standards shipped. None implies that its definition is right; they say what each reading
 * asks.
 *
 * <p>Below, a <em>post</em> is one side of a border that is not passed in the air, <em>foreign</em>
 * is what is not of the {@linkplain Mover mover's state}, and tolls are not controls. Whatever is
 * not known is unknown, whatever the view does with doubts.
 */
public final class Standards {
  private Standards() {}

  /**
   * <em>physical</em>: there is a way of edges in operation, joined in mode and gauge. Whether
   * borders are shut, and who refuses, is left aside; a border that is shut because something there
   * is not built counts as not built.
   *
   * @return the standard
   */
  public static Standard physical() {
    return Standard.everyStretch(
        "physical", "A way is built, in operation and joined in mode and gauge", Stretch::built);
  }

  /**
   * <em>lawful</em>: there is a way that nothing bars for this movement on this day.
   *
   * @return the standard
   */
  public static Standard lawful() {
    return Standard.everyStretch(
        "lawful", "A way is open to this movement on this day", Stretch::open);
  }

  /**
   * <em>sovereign</em>: there is an open way on which no party has a veto but the mover's own state
   * and parties that it alone decides for.
   *
   * @return the standard
   */
  public static Standard sovereign() {
    return Standard.everyStretch(
        "sovereign",
        "A way is open on which no party but the mover's own state has a veto",
        stretch -> stretch.open().and(ownVetoesAlone(stretch)));
  }

  private static Ruling ownVetoesAlone(Stretch stretch) {
    SortedSet<String> vetoes = stretch.foreignVetoes();
    return vetoes.isEmpty()
        ? Ruling.yes()
        : Ruling.no(String.join(", ", vetoes) + " can shut it alone");
  }

  /**
   * <em>uncontrolled</em>: there is an open way without a control stop by another state: no control
   * at a border whose contact is other than none and whose controller or decider belongs to another
   * state (the state of the post where neither is named). Where a foreign post has no control data,
   * or a party names no state, it is not known.
   *
   * @return the standard
   */
  public static Standard uncontrolled() {
    return Standard.everyStretch(
        "uncontrolled",
        "A way is open without a control stop by another state",
        stretch -> stretch.open().and(noForeignStop(stretch)));
  }

  private static Ruling noForeignStop(Stretch stretch) {
    Ruling ruling = Ruling.yes();
    for (String post : posts(stretch)) {
      List<ControlPoint> points = stretch.controls(post);
      if (points.isEmpty() && stretch.mover().isForeign(post)) {
        ruling = ruling.and(noData(post));
      }
      for (ControlPoint point : points) {
        if (point.contact() != Contact.NONE) {
          ruling = ruling.and(ownParties(stretch, point));
        }
      }
    }
    return ruling;
  }

  private static List<String> posts(Stretch stretch) {
    return stretch.hasPosts() ? List.of(stretch.fromSide(), stretch.toSide()) : List.of();
  }

  private static Ruling noData(String post) {
    return Ruling.unknown("nobody says who controls at the post of " + post);
  }

  /** Whether controller and decider of a stop are of the mover's state. */
  private static Ruling ownParties(Stretch stretch, ControlPoint point) {
    TreeSet<String> parties = new TreeSet<>(List.of(point.controller(), point.decider()));
    parties.remove("");
    if (parties.isEmpty()) {
      return stretch.mover().isForeign(point.post())
          ? Ruling.no(words(point.function()) + " at the post of " + point.post())
          : Ruling.yes();
    }
    Ruling ruling = Ruling.yes();
    for (String party : parties) {
      Optional<String> state = stretch.mover().stateOf(party);
      if (state.isEmpty()) {
        ruling = ruling.and(Ruling.unknown("nobody says of which state " + party + " is"));
      } else if (stretch.mover().isForeign(state.get())) {
        ruling = ruling.and(Ruling.no(words(point.function()) + " by " + party));
      }
    }
    return ruling;
  }

  private static String words(ControlFunction function) {
    return Wording.of(function) + " control";
  }

  /**
   * <em>veto-free</em>: the ends are joined by open ways, and no single party other than the
   * mover's own state and those it alone decides for can stop all of them.
   *
   * @return the standard
   */
  public static Standard vetoFree() {
    return Standard.of(
        "veto-free",
        "Open ways exist, and no single party but the mover's own state can stop all of them",
        passage -> passage.waysThatNoOtherStops(Stretch::open));
  }

  /**
   * <em>declaration-host-reading</em>: there is an open way such that every border on it is open
   * and not restricted, and at every foreign post the host keeps its sovereignty and facilitates:
   * each control is decided by a party of the host, and one meets a private front office at most,
   * no officer. A charge may go to anybody. Without control data for such a post it is not known.
   *
   * @return the standard
   */
  public static Standard declarationHostReading() {
    return Standard.everyStretch(
        "declaration-host-reading",
        "A way is open without restrictions; at foreign posts the host decides and no officer is met",
        Standards::hostReading);
  }

  static Ruling hostReading(Stretch stretch) {
    return stretch.open().and(unrestricted(stretch)).and(facilitated(stretch));
  }

  /**
   * <em>declaration-sender-reading</em>: there is an open way such that every border on it is open
   * and not restricted, and at every foreign post one meets nobody, neither officer nor machine nor
   * front office, except officers of the mover's own state. A charge may be taken. Without control
   * data for such a post it is not known.
   *
   * @return the standard
   */
  public static Standard declarationSenderReading() {
    return Standard.everyStretch(
        "declaration-sender-reading",
        "A way is open without restrictions; at foreign posts one meets nobody of the host",
        Standards::senderReading);
  }

  static Ruling senderReading(Stretch stretch) {
    return stretch.open().and(unrestricted(stretch)).and(unmet(stretch));
  }

  private static Ruling unrestricted(Stretch stretch) {
    CrossingState state = stretch.state();
    return switch (state) {
      case OPEN -> Ruling.yes();
      case UNKNOWN -> Ruling.unknown("nobody says whether it is open");
      case RESTRICTED, CLOSED -> Ruling.no("it is " + state.name().toLowerCase(Locale.ROOT));
    };
  }

  private static Ruling facilitated(Stretch stretch) {
    Ruling ruling = Ruling.yes();
    for (String post : posts(stretch)) {
      if (stretch.mover().isForeign(post)) {
        List<ControlPoint> points = stretch.controls(post);
        ruling = ruling.and(points.isEmpty() ? noData(post) : Ruling.yes());
        for (ControlPoint point : points) {
          ruling = ruling.and(facilitated(stretch, point));
        }
      }
    }
    return ruling;
  }

  private static Ruling facilitated(Stretch stretch, ControlPoint point) {
    if (point.contact() == Contact.OFFICER) {
      return Ruling.no("an officer stands at the post of " + point.post());
    }
    if (point.decider().isEmpty()) {
      return point.contact() == Contact.NONE
          ? Ruling.yes()
          : Ruling.unknown("nobody says who decides at the post of " + point.post());
    }
    Optional<String> state = stretch.mover().stateOf(point.decider());
    if (state.isEmpty()) {
      return Ruling.unknown("nobody says of which state " + point.decider() + " is");
    }
    return state.get().equals(Jurisdictions.stateOf(point.post()))
        ? Ruling.yes()
        : Ruling.no(point.decider() + " decides at the post of " + point.post());
  }

  private static Ruling unmet(Stretch stretch) {
    Ruling ruling = Ruling.yes();
    for (String post : posts(stretch)) {
      if (stretch.mover().isForeign(post)) {
        List<ControlPoint> points = stretch.controls(post);
        ruling = ruling.and(points.isEmpty() ? noData(post) : Ruling.yes());
        for (ControlPoint point : points) {
          boolean own =
              !point.controller().isEmpty()
                  && stretch
                      .mover()
                      .stateOf(point.controller())
                      .map(state -> !stretch.mover().isForeign(state))
                      .orElse(false);
          if (point.contact() != Contact.NONE && !own) {
            ruling =
                ruling.and(
                    Ruling.no(words(point.function()) + " is met at the post of " + point.post()));
          }
        }
      }
    }
    return ruling;
  }

  /**
   * <em>gatt-minimum</em>, after GATT article V: there is an open way all of whose borders are open
   * and not restricted, whose hours, where they are known, are all day, and where nothing said of
   * the flag is used against it: neither wait nor fee is higher for this flag than for a movement
   * without one.
   *
   * @return the standard
   */
  public static Standard gattMinimum() {
    return Standard.everyStretch(
        "gatt-minimum",
        "A way is open without restrictions, hours or discrimination by flag",
        stretch ->
            stretch
                .open()
                .and(unrestricted(stretch))
                .and(allDay(stretch))
                .and(undiscriminated(stretch)));
  }

  private static Ruling allDay(Stretch stretch) {
    return stretch
        .crossing()
        .flatMap(
            crossing ->
                stretch
                    .view()
                    .hoursFact(crossing, stretch.mode(), stretch.fromSide(), stretch.toSide()))
        .filter(fact -> !isAllDay(fact))
        .map(fact -> Ruling.no("it is open at " + fact.openingHours() + " only"))
        .orElse(Ruling.yes());
  }

  static boolean isAllDay(CrossingFact fact) {
    return fact.hours().map(OpeningHours::isAllDay).orElse(false);
  }

  private static Ruling undiscriminated(Stretch stretch) {
    if (stretch.crossing().isEmpty()) {
      return Ruling.yes();
    }
    Crossing crossing = stretch.crossing().get();
    Movement own = stretch.view().movement();
    Movement neutral = own.toBuilder().flag("").residence(own.residenceOrPart()).build();
    if (wait(stretch, crossing, own).compareTo(wait(stretch, crossing, neutral)) > 0) {
      return Ruling.no("flag " + own.flag() + " waits longer than others");
    }
    if (fee(stretch, crossing, own) > fee(stretch, crossing, neutral)) {
      return Ruling.no("flag " + own.flag() + " pays more than others");
    }
    return Ruling.yes();
  }

  private static Duration wait(Stretch stretch, Crossing crossing, Movement movement) {
    return stretch
        .view()
        .snapshot()
        .asItStands(crossing)
        .waitFact(
            movement,
            stretch.mode(),
            stretch.fromSide(),
            stretch.toSide(),
            stretch.view().date(),
            stretch.view().terms().plans())
        .flatMap(CrossingFact::waiting)
        .orElse(stretch.view().terms().assumptions().wait(movement));
  }

  private static double fee(Stretch stretch, Crossing crossing, Movement movement) {
    return stretch
        .view()
        .snapshot()
        .asItStands(crossing)
        .feeFact(
            movement,
            stretch.mode(),
            stretch.fromSide(),
            stretch.toSide(),
            stretch.view().date(),
            stretch.view().terms().plans())
        .flatMap(CrossingFact::fee)
        .map(Money::amount)
        .map(Number::doubleValue)
        .orElse(stretch.view().terms().assumptions().feeUsd(movement));
  }

  /**
   * All of these.
   *
   * @return physical, lawful, sovereign, uncontrolled, veto-free, the two readings of the
   *     declaration, GATT minimum
   */
  public static List<Standard> all() {
    return List.of(
        physical(),
        lawful(),
        sovereign(),
        uncontrolled(),
        vetoFree(),
        declarationHostReading(),
        declarationSenderReading(),
        gattMinimum());
  }
}
