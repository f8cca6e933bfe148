package org.araxes.border;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of every year, from one day to another, both included. It may run over the turn of the
 * year: 1 November to 31 March.
 *
 * @param from the first day
 * @param to the last day; 29 February stands for the end of that month in every year
 */
public record Season(MonthDay from, MonthDay to) {
  /** Every day. */
  public static final Season ALL_YEAR = new Season(MonthDay.of(1, 1), MonthDay.of(12, 31));

  /**
   * Reads one as it is written in {@linkplain OpeningHours opening hours}.
   *
   * @param text such as {@code Apr-Sep}, {@code Apr 15-Oct 14}, {@code Mar 20-24} or {@code Jul}
   * @return the season
   * @throws IllegalArgumentException when it is none, with the position
   */
  public static Season parse(String text) {
    return new HoursParser(text).season();
  }

  /**
   * Whether a day lies in it.
   *
   * @param date the day
   * @return true if so
   */
  public boolean contains(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean begun = !day.isBefore(from);
    boolean ended = day.isAfter(to);
    return from.isAfter(to) ? begun || !ended : begun && !ended;
  }

  /**
   * Whether a day lies in both.
   *
   * @param other the other season
   * @return true if there is one
   */
  public boolean overlaps(Season other) {
    return holds(other.from) || other.holds(from);
  }

  private boolean holds(MonthDay day) {
    return contains(day.atYear(2000)); // a leap year has every day
  }

  /**
   * The days on which it begins, and those after its last days.
   *
   * @param first no day before this one
   * @param last no day after this one
   * @return in order; none for the whole year
   */
  public SortedSet<LocalDate> boundaries(LocalDate first, LocalDate last) {
    TreeSet<LocalDate> days = new TreeSet<>();
    if (equals(ALL_YEAR)) {
      return days;
    }
    for (int year = first.getYear() - 1; year <= last.getYear(); year++) {
      days.add(beginIn(year));
      days.add(to.atYear(year).plusDays(1));
    }
    return days.subSet(first, last.plusDays(1));
  }

  /** 29 February of a year that has none is 1 March. */
  private LocalDate beginIn(int year) {
    return from.isValidYear(year) ? from.atYear(year) : LocalDate.of(year, 3, 1);
  }

  /** {@code Apr-Sep}, {@code Apr 15-Oct 14}, {@code Mar 20-24}, {@code Jul} or {@code Jan 1}. */
  @Override
  public String toString() {
    boolean whole = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.getMonth().maxLength();
    String begin = word(from.getMonth()) + (whole ? "" : " " + from.getDayOfMonth());
    if (from.getMonth() == to.getMonth() && !from.isAfter(to)) {
      return begin + (whole || from.equals(to) ? "" : "-" + to.getDayOfMonth());
    }
    return begin + "-" + word(to.getMonth()) + (whole ? "" : " " + to.getDayOfMonth());
  }

  static String word(Month month) {
    return month.getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }
}
