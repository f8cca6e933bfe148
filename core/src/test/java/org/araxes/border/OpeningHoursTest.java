package org.araxes.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
  private static final List<ZoneId> ZONES =
      List.of(BAKU, TEHRAN, ZoneId.of("Europe/Istanbul"), ZoneOffset.UTC);
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static OpeningHours hours(String text) {
    return OpeningHours.parse(text, BAKU);
  }

  private static ZonedDateTime at(String clock, ZoneId zone) {
    return LocalDateTime.parse(clock).atZone(zone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24",
        "08:00-18:00",
        "08:00-12:00,14:00-18:00",
        "22:00-06:00",
        "00:00-12:00",
        "12:00-00:00",
        "Mo-Fr 08:00-18:00; Sa 09:00-12:00",
        "Mo,We-Fr,Su 24",
        "Apr-Sep 08:00-20:00; Oct-Mar 09:00-18:00",
        "08:00-18:00; Jan 1,Mar 20-24 off",
        "24; Apr 15-Oct 14 Su off",
        "Feb 24",
        "Dec 24 24; Dec 25 off"
      })
  void whatIsWrittenIsReadAgain(String text) {
    OpeningHours read = hours(text);
    assertThat(read).hasToString(text.equals("12:00-00:00") ? "12:00-24:00" : text);
    assertThat(hours(read.toString())).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(read.in(TEHRAN)).isNotEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "24/7 | 24",
        "00:00-24:00 | 24",
        "mo-su 8:00 | ",
        "Fr-Mo 09:00-10:00 | Mo,Fr-Su 09:00-10:00",
        "14:00-18:00,08:00-14:00 | 08:00-18:00",
        "closed | off",
        "apr - sep  08:00 - 20:00 | Apr-Sep 08:00-20:00",
        "Apr 1-Sep 30 24 | Apr-Sep 24"
      })
  void manyWaysOfWritingAreOne(String text, String printed) {
    if (printed == null) {
      assertThat(OpeningHours.faults(text)).isNotEmpty();
    } else {
      assertThat(hours(text)).hasToString(printed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8:00-18:00 | 0 | Maybe 08:00?",
        "08:00-18.30 | 6 | Maybe 18:30?",
        "8-18 | 0 | Maybe 08:00?",
        "Mon 08:00-18:00 | 0 | Maybe \"Mo\"?",
        "Mo-Fry 08:00-18:00 | 3 | Maybe \"Fr\"?",
        "Apr-Septe 08:00-18:00 | 4 | Maybe \"Sep\"?",
        "08:00-08:00 | 0 | Maybe 24?",
        "24:00-06:00 | 0 | Maybe 00:00?",
        "08:00 | 5 | the text ends",
        "08:60-09:00 | 0 | no time from 00:00 to 24:00",
        "Feb 30 off | 4 | not a day from 1 to 29",
        "Mo | 2 | Expected a time",
        "08:00-18:00 off | 12 | Expected the end of the rule",
        "offf | 0 | Maybe \"off\"?",
        "08:00-18:00; | 12 | the text ends",
        "08:00-18:00 & PH off | 12 | No \"&\" is written",
        "24/6 | 3 | Expected 24/7"
      })
  void aFaultIsToldWithItsPosition(String text, int position, String message) {
    assertThat(OpeningHours.faults(text))
        .anySatisfy(
            fault -> {
              assertThat(fault.position()).isEqualTo(position);
              assertThat(fault.message()).contains(message);
            });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hours(text))
        .withMessageContaining("at " + position + ": ")
        .withMessageContaining(message);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(OpeningHours.faults("8:00-18:00; Moo 09:00-12:00; 10:00-11:00; Juni off"))
        .extracting(OpeningHours.Fault::position)
        .containsExactly(0, 12, 42);
  }

  @Test
  void noTextBreaksTheReader() {
    Random random = new Random(7);
    String letters = "MoTuApSeoff240:-,;/ 15.&";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(16);
      for (int c = 0; c < length; c++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      if (OpeningHours.faults(text.toString()).isEmpty()) {
        OpeningHours read = hours(text.toString());
        assertThat(hours(read.toString())).as("\"%s\"", text).isEqualTo(read);
      }
    }
  }

  @Test
  void hoursPastMidnightBelongToTheDayOnWhichTheyBegin() {
    OpeningHours hours = hours("Fr 22:00-06:00");
    assertThat(hours.isOpen(at("2026-11-20T23:00", BAKU))).isTrue(); // a Friday
    assertThat(hours.isOpen(at("2026-11-21T05:59:59", BAKU))).isTrue();
    assertThat(hours.isOpen(at("2026-11-21T06:00", BAKU))).isFalse();
    assertThat(hours.isOpen(at("2026-11-20T05:00", BAKU))).isFalse();
    assertThat(hours.openOn(LocalDate.of(2026, 11, 21))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void theLastRuleThatNamesADayTells() {
    OpeningHours hours = hours("08:00-18:00; Jul-Aug 06:00-20:00; Su off");
    assertThat(hours.openOn(LocalDate.of(2026, 11, 20))).isEqualTo(Duration.ofHours(10));
    assertThat(hours.openOn(LocalDate.of(2026, 7, 20))).isEqualTo(Duration.ofHours(14));
    assertThat(hours.openOn(LocalDate.of(2026, 7, 19))).isZero();
    assertThat(hours.idleRules()).isEmpty();
    assertThat(hours("Mo-Fr 09:00-10:00; 08:00-18:00").idleRules())
        .singleElement()
        .hasToString("Mo-Fr 09:00-10:00");
  }

  @Test
  void theClockIsThatOfTheZone() {
    ZonedDateTime noon = at("2026-11-23T08:15", BAKU);
    assertThat(hours("08:00-18:00").isOpen(noon)).isTrue();
    assertThat(hours("08:00-18:00").in(TEHRAN).isOpen(noon)).isFalse(); // 07:45 there
  }

  @Test
  void hoursThatAreLeftOutInSpringAreMissingAndThoseOfAutumnAreThereTwice() {
    // Azerbaijan put the clock from 04:00 to 05:00 and back until 2015.
    LocalDate spring = LocalDate.of(2015, 3, 29);
    LocalDate autumn = LocalDate.of(2015, 10, 25);
    assertThat(hours("24").openOn(spring)).isEqualTo(Duration.ofHours(23));
    assertThat(hours("24").openOn(autumn)).isEqualTo(Duration.ofHours(25));
    assertThat(hours("03:00-08:00").openOn(spring)).isEqualTo(Duration.ofHours(4));
    assertThat(hours("03:00-08:00").openOn(autumn)).isEqualTo(Duration.ofHours(6));
    assertThat(hours("03:00-08:00").openOn(spring.plusYears(1))).isEqualTo(Duration.ofHours(5));
    assertThat(hours("04:15-04:45").openOn(spring)).isZero();
    assertThat(hours("04:15-04:45").openOn(autumn)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void theMeanWaitOfArrivalsOverTheDayIsHalfTheSquareOfTheClosedTime() {
    // Closed from 18:00 to 08:00: before eight (8 h)^2 / 2, after six from 14 h down to 8 h.
    double hours = (8 * 8 / 2.0 + (14 + 8) / 2.0 * 6) / 24;
    assertThat(hours("08:00-18:00").meanWait(LocalDate.of(2026, 11, 20)))
        .contains(Duration.ofSeconds(Math.round(hours * 3_600)));
    assertThat(hours("24").meanWait(LocalDate.of(2026, 11, 20))).contains(Duration.ZERO);
    assertThat(hours("off").meanWait(LocalDate.of(2026, 11, 20))).isEmpty();
    assertThat(hours("off").nextOpening(Instant.EPOCH)).isEmpty();
    assertThat(hours("off").isNever()).isTrue();
    assertThat(hours("08:00-18:00; off").isNever()).isTrue();
    assertThat(hours("06:00-18:00,18:00-06:00").isAllDay()).isTrue();
    assertThat(hours("Mo-Sa 24").isAllDay()).isFalse();
  }

  @Test
  void allIsAsMinuteByMinute() {
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      String text = draw(random);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      OpeningHours hours = OpeningHours.parse(text, zone);
      assertThat(OpeningHours.parse(hours.toString(), zone)).isEqualTo(hours);
      // Days around the changes of clocks, and others.
      LocalDate day =
          List.of(
                  LocalDate.of(2015, 3, 28),
                  LocalDate.of(2015, 10, 24),
                  LocalDate.of(2022, 3, 21),
                  LocalDate.of(2021, 9, 21),
                  LocalDate.of(2024, 2, 28))
              .get(random.nextInt(5))
              .plusDays(random.nextInt(3));
      String words = "seed " + seed + ": " + text + " in " + zone + " on " + day;
      Instant begin = day.atStartOfDay(zone).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      long open = 0;
      double waited = 0;
      long minutes = Duration.between(begin, end).toMinutes();
      boolean within = true;
      // From the end back, so that the next opening is always known.
      Optional<Instant> next = slowNext(text, zone, end);
      for (long m = minutes - 1; m >= 0; m--) {
        Instant minute = begin.plusSeconds(60 * m);
        boolean now = slowlyOpen(text, minute.atZone(zone).toLocalDateTime());
        assertThat(hours.isOpen(minute)).as(words + " at " + minute).isEqualTo(now);
        if (now) {
          open++;
          next = Optional.of(minute);
        }
        if (m % 97 == 0 && next.isPresent()) {
          assertThat(hours.nextOpening(minute)).as(words + " from " + minute).isEqualTo(next);
        }
        within &= next.isPresent();
        // Within a minute the wait falls evenly: half a minute less than at its beginning.
        waited += now || next.isEmpty() ? 0 : Duration.between(minute, next.get()).toSeconds() - 30;
      }
      assertThat(hours.openOn(day)).as(words).isEqualTo(Duration.ofMinutes(open));
      if (within) {
        assertThat(hours.meanWait(day).orElseThrow().toSeconds())
            .as(words)
            .isBetween(Math.round(waited / minutes) - 1, Math.round(waited / minutes) + 1);
      }
    }
  }

  /** Looks at each minute of ten days. */
  private static Optional<Instant> slowNext(String text, ZoneId zone, Instant from) {
    for (int m = 0; m < 10 * 1_440; m++) {
      Instant minute = from.plusSeconds(60L * m);
      if (slowlyOpen(text, minute.atZone(zone).toLocalDateTime())) {
        return Optional.of(minute);
      }
    }
    return Optional.empty();
  }

  /** By the text of the rules, which are those of {@link #draw}. */
  private static boolean slowlyOpen(String text, LocalDateTime clock) {
    int minute = clock.getHour() * 60 + clock.getMinute();
    return inSpans(text, clock.toLocalDate(), minute)
        || inSpans(text, clock.toLocalDate().minusDays(1), minute + 1_440);
  }

  private static boolean inSpans(String text, LocalDate date, int minute) {
    String hours = "off";
    for (String rule : text.split("; ")) {
      String[] parts = rule.split(" ");
      if (months(parts[0]).contains(date.getMonthValue())
          && days(parts[1]).contains(date.getDayOfWeek())) {
        hours = parts[2];
      }
    }
    if (hours.equals("off")) {
      return false;
    }
    for (String span : hours.split(",")) {
      int from = minutes(span.substring(0, 5));
      int to = minutes(span.substring(6));
      if (minute >= from && minute < (to > from ? to : to + 1_440)) {
        return true;
      }
    }
    return false;
  }

  private static int minutes(String clock) {
    return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
  }

  private static Set<Integer> months(String text) {
    Set<Integer> members = new TreeSet<>();
    int from = MONTHS.indexOf(text.substring(0, 3));
    int to = MONTHS.indexOf(text.substring(4));
    for (int m = from; m != to; m = (m + 1) % 12) {
      members.add(m + 1);
    }
    members.add(to + 1);
    return members;
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> members = new TreeSet<>();
    int from = DAYS.indexOf(text.substring(0, 2));
    int to = DAYS.indexOf(text.substring(3));
    for (int d = from; d != to; d = (d + 1) % 7) {
      members.add(DayOfWeek.of(d + 1));
    }
    members.add(DayOfWeek.of(to + 1));
    return members;
  }

  private static String draw(Random random) {
    List<String> rules = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<String> spans = new ArrayList<>();
      for (int s = random.nextInt(3); s >= 0; s--) {
        int from = random.nextInt(96) * 15;
        int to = (from + 15 * (1 + random.nextInt(95))) % 1_440;
        spans.add(clock(from) + "-" + clock(to));
      }
      boolean whole = i == 0;
      rules.add(
          (whole ? "Jan-Dec" : pick(random, MONTHS) + "-" + pick(random, MONTHS))
              + " "
              + (whole ? "Mo-Su" : pick(random, DAYS) + "-" + pick(random, DAYS))
              + " "
              + (random.nextInt(5) == 0 ? "off" : String.join(",", spans)));
    }
    return String.join("; ", rules);
  }

  private static String clock(int minutes) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void aSeasonMayRunOverTheTurnOfTheYear() {
    Season winter = Season.parse("Nov 15-Mar 10");
    assertThat(winter.contains(LocalDate.of(2025, 11, 15))).isTrue();
    assertThat(winter.contains(LocalDate.of(2026, 3, 10))).isTrue();
    assertThat(winter.contains(LocalDate.of(2026, 3, 11))).isFalse();
    assertThat(winter.boundaries(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 6, 1)))
        .containsExactly(LocalDate.of(2025, 11, 15), LocalDate.of(2026, 3, 11));
    assertThat(winter.overlaps(Season.parse("Jan"))).isTrue();
    assertThat(winter.overlaps(Season.parse("May-Jul"))).isFalse();
    assertThat(new Season(MonthDay.of(2, 29), MonthDay.of(2, 29)))
        .hasToString("Feb 29")
        .satisfies(
            leap ->
                assertThat(leap.boundaries(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
                    .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Season.parse("Apri-Sep"))
        .withMessageContaining("at 0: ")
        .withMessageContaining("Maybe \"Apr\"?");
  }
}
