package org.araxes.report;

import java.time.Duration;
import java.util.Locale;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Fraction;

/**
 * Writes numbers for English readers, the same on every machine: no locale of the machine is asked.
 */
public final class Numbers {
  private static final double SHORT = 10;

  private Numbers() {}

  /**
   * A length in kilometres: {@code 8.2 km} below ten, else whole, {@code 1,122 km}.
   *
   * @param distance the length
   * @return the text
   */
  public static String km(Distance distance) {
    double kilometres = distance.kilometres();
    return (kilometres < SHORT && Math.round(kilometres * 10) < SHORT * 10
            ? String.format(Locale.ROOT, "%.1f", Math.round(kilometres * 10) / 10.0)
            : whole(Math.round(kilometres)))
        + " km";
  }

  /**
   * A time in hours and minutes, rounded half up to the minute: {@code 31 h 20 min}, {@code 6 h},
   * {@code 45 min}. A time below zero carries a minus sign.
   *
   * @param duration the time
   * @return the text
   */
  public static String hours(Duration duration) {
    if (duration.isNegative()) {
      return "-" + hours(duration.negated());
    }
    long minutes = duration.plusSeconds(30).toMinutes();
    long whole = minutes / 60;
    long rest = minutes % 60;
    if (whole == 0) {
      return rest + " min";
    }
    return whole(whole) + " h" + (rest == 0 ? "" : " " + rest + " min");
  }

  /**
   * An amount of US dollars, rounded to a whole dollar: {@code 1,632 USD}.
   *
   * @param amount the amount, finite
   * @return the text
   */
  public static String usd(double amount) {
    return whole(Math.round(amount)) + " USD";
  }

  /**
   * A whole number with separated thousands: {@code 12,345}.
   *
   * @param number the number
   * @return the text
   */
  public static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /**
   * An exact fraction with its percentage beside it: {@code 5/8 (62.5 %)}.
   *
   * @param fraction the fraction
   * @return the text
   */
  public static String share(Fraction fraction) {
    return fraction + " (" + fraction.toPercent(1) + " %)";
  }
}
