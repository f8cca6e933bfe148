package org.araxes.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days on which something holds: half-open {@code [from, to)}, either end may be open.
 *
 * @param from the first day, or {@link LocalDate#MIN} for open
 * @param to the first day after, or {@link LocalDate#MAX} for open
 */
public record Validity(LocalDate from, LocalDate to) {
  /** At all times. */
  public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

  /** Rejects an interval that is backwards or empty. */
  public Validity {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "An interval ends after it begins, but " + from + " is not before " + to);
    }
  }

  /**
   * From a day on.
   *
   * @param from the first day
   * @return the interval
   */
  public static Validity since(LocalDate from) {
    return new Validity(from, LocalDate.MAX);
  }

  /**
   * Up to a day.
   *
   * @param to the first day on which it no longer holds
   * @return the interval
   */
  public static Validity until(LocalDate to) {
    return new Validity(LocalDate.MIN, to);
  }

  /**
   * Whether it holds on a day.
   *
   * @param date the day
   * @return true from {@code from} on, false from {@code to} on
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(to);
  }

  /**
   * Whether two intervals share a day.
   *
   * @param other the other
   * @return true if so
   */
  public boolean overlaps(Validity other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /**
   * The days in both.
   *
   * @param other the other
   * @return the common days, or empty
   */
  public Optional<Validity> intersection(Validity other) {
    LocalDate start = from.isAfter(other.from) ? from : other.from;
    LocalDate end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new Validity(start, end)) : Optional.empty();
  }

  /**
   * The days of this interval that are not in another.
   *
   * @param other what to cut out
   * @return none, one or two intervals in order
   */
  public List<Validity> minus(Validity other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    List<Validity> left = new ArrayList<>();
    if (from.isBefore(other.from)) {
      left.add(new Validity(from, other.from));
    }
    if (other.to.isBefore(to)) {
      left.add(new Validity(other.to, to));
    }
    return List.copyOf(left);
  }

  /** {@code [2025-08-08, )}: an open end is left blank. */
  @Override
  public String toString() {
    return "["
        + (from.equals(LocalDate.MIN) ? "" : from)
        + ", "
        + (to.equals(LocalDate.MAX) ? "" : to)
        + ")";
  }
}
