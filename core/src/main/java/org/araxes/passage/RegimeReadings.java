package org.araxes.passage;

import java.util.Locale;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.Regime;

/**
 * The two readings of "unimpeded" in the Joint Declaration of 2025-08-08 as predicates over one and
 * the same regime. They ask what {@link Standards#declarationHostReading} and {@link
 * Standards#declarationSenderReading} ask of each border of a way, and agree with them there; hours
 * and charges are left aside by both. What is not known stays unknown.
 */
public final class RegimeReadings {
  private RegimeReadings() {}

  /**
   * The host's reading: it passes without restriction, the host decides each control, and no
   * officer is met at its posts.
   *
   * @param regime the regime
   * @return whether it is unimpeded so, and what stands against it
   */
  public static Ruling host(Regime regime) {
    Ruling ruling = passes(regime);
    for (Regime.Control control : regime.met()) {
      ruling = ruling.and(host(control));
    }
    return ruling;
  }

  private static Ruling host(Regime.Control control) {
    if (control.function() == ControlFunction.TOLL) {
      return Ruling.yes();
    }
    if (control.contact() == Contact.OFFICER) {
      return Ruling.no("an officer is met");
    }
    return switch (control.decider()) {
      case HOST -> Ruling.yes();
      case NOBODY ->
          control.contact() == Contact.NONE
              ? Ruling.yes()
              : Ruling.unknown("nobody says who decides");
      case UNKNOWN -> Ruling.unknown("nobody says of which state the one is who decides");
      case SENDER, THIRD ->
          Ruling.no("the " + control.decider().name().toLowerCase(Locale.ROOT) + " decides");
    };
  }

  /**
   * The sender's reading: it passes without restriction, and nobody is met at the host's posts but
   * officers of the sender.
   *
   * @param regime the regime
   * @return whether it is unimpeded so, and what stands against it
   */
  public static Ruling sender(Regime regime) {
    Ruling ruling = passes(regime);
    for (Regime.Control control : regime.met()) {
      boolean met =
          control.function() != ControlFunction.TOLL
              && control.contact() != Contact.NONE
              && control.controller() != Regime.Side.SENDER;
      if (met) {
        ruling = ruling.and(Ruling.no(Wording.of(control.function()) + " control is met"));
      }
    }
    return ruling;
  }

  private static Ruling passes(Regime regime) {
    if (regime.suspendedInLaw()
        || regime.practice().state().compareTo(Regime.PracticeState.SUSPENDED) >= 0) {
      return Ruling.no("it does not pass");
    }
    if (!regime.rations().isEmpty()
        || regime.practice().state() == Regime.PracticeState.DISCRETIONARY) {
      return Ruling.no("it is restricted");
    }
    return regime.unknown().isEmpty()
        ? Ruling.yes()
        : Ruling.unknown(String.join("; ", regime.unknown()));
  }
}
