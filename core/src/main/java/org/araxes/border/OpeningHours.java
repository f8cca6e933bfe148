package org.araxes.border;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When something is open: hours by the clock of one time zone, by days of the week and parts of the
 * year.
 *
 * <p><b>Grammar</b>, a small part of that of {@code opening_hours} in OpenStreetMap:
 *
 * <pre>
 * hours   = rule {";" rule}
 * rule    = [season {"," season}] [days {"," days}] ("24" | "24/7" | "off" | "closed" | span {"," span})
 * season  = month | month day | month "-" month | month day "-" (month day | day)
 * days    = weekday ["-" weekday]                        Mo Tu We Th Fr Sa Su
 * span    = hh:mm "-" hh:mm                              past midnight where the end is not later
 * </pre>
 *
 * <p>{@code 24}, {@code 08:00-18:00}, {@code Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00}, {@code
 * Apr-Sep 08:00-20:00; Oct-Mar 09:00-18:00; Jan 1,Mar 20-24 off}. The last rule that names a day
 * tells its hours; a day that none names is closed. Hours past midnight belong to the day on which
 * they begin.
 *
 * <p><b>Summer time.</b> It is open at an instant when the clock on the wall shows a time within
 * the hours. So where the clock is put back, hours in the repeated time are there twice; where it
 * is put forward, those left out are missing. {@code 24} is open throughout.
 */
public final class OpeningHours {
  /** No pattern of week days and dates is longer than the 28 years of the calendar. */
  private static final LocalDate CYCLE = LocalDate.of(2000, 1, 1);

  private static final int CYCLE_DAYS = 28 * 365 + 7;

  /** Looks no further ahead than this for an opening: 28 years, and eight around a full century. */
  private static final Duration HORIZON = Duration.ofDays(36 * 366);

  private static final List<Span> WHOLE_DAY = List.of(new Span(0, Span.DAY));

  private final List<Rule> rules;
  private final ZoneId zone;
  private final boolean allDay;
  private final boolean never;

  /**
   * A fault in the text of opening hours.
   *
   * @param position of the character where it stands, from 0
   * @param message one sentence, with <em>Maybe</em> where there is a near miss
   */
  public record Fault(int position, String message) {}

  /**
   * A piece of a day on which it is open.
   *
   * @param from minutes after midnight, from 0 up to under a day
   * @param to minutes after the same midnight, later than {@code from} by less than a day, or 0 to
   *     1440 for a whole day
   */
  public record Span(int from, int to) {
    /** Minutes of a day of the clock. */
    static final int DAY = 1_440;

    // Checks.
    public Span {
      boolean wholeDay = from == 0 && to == DAY;
      if (from < 0 || from >= DAY || to <= from || (to >= from + DAY && !wholeDay)) {
        throw new IllegalArgumentException(
            "A span runs for less than a day or from midnight to midnight, but from minute "
                + from
                + " to minute "
                + to);
      }
    }

    /** {@code 08:00-18:00}. */
    @Override
    public String toString() {
      return clock(from) + "-" + clock(to > DAY ? to - DAY : to);
    }

    private static String clock(int minutes) {
      return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
  }

  /**
   * The hours of some days.
   *
   * @param seasons in which parts of the year; none is all of it
   * @param days on which days of the week; none is all of them
   * @param spans the hours in order, joined where they touch; none is closed
   */
  public record Rule(List<Season> seasons, Set<DayOfWeek> days, List<Span> spans) {
    // Copies, and joins the spans.
    public Rule {
      seasons = List.copyOf(seasons);
      days =
          days.isEmpty() || days.size() == 7
              ? Set.of()
              : Collections.unmodifiableSet(EnumSet.copyOf(days));
      spans = joined(spans);
    }

    private static List<Span> joined(List<Span> spans) {
      List<Span> sorted = new ArrayList<>(spans);
      sorted.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
      List<Span> joined = new ArrayList<>();
      for (Span span : sorted) {
        Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        int to = last == null ? 0 : Math.max(last.to(), span.to());
        if (last != null
            && span.from() <= last.to()
            && (to < last.from() + Span.DAY || (last.from() == 0 && to == Span.DAY))) {
          joined.set(joined.size() - 1, new Span(last.from(), to));
        } else {
          joined.add(span);
        }
      }
      return List.copyOf(joined);
    }

    private boolean names(LocalDate date) {
      return (days.isEmpty() || days.contains(date.getDayOfWeek()))
          && (seasons.isEmpty() || seasons.stream().anyMatch(season -> season.contains(date)));
    }

    /** {@code Apr-Sep Mo-Fr 08:00-20:00}. */
    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      if (!seasons.isEmpty()) {
        parts.add(seasons.stream().map(Season::toString).collect(Collectors.joining(",")));
      }
      if (!days.isEmpty()) {
        parts.add(weekdays());
      }
      if (spans.isEmpty()) {
        parts.add("off");
      } else if (spans.equals(WHOLE_DAY)) {
        parts.add("24");
      } else {
        parts.add(spans.stream().map(Span::toString).collect(Collectors.joining(",")));
      }
      return String.join(" ", parts);
    }

    private String weekdays() {
      List<String> words = new ArrayList<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        boolean begins =
            days.contains(day) && (day == DayOfWeek.MONDAY || !days.contains(day.minus(1)));
        if (begins) {
          DayOfWeek last = day;
          while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
            last = last.plus(1);
          }
          words.add(HoursParser.word(day) + (last == day ? "" : "-" + HoursParser.word(last)));
        }
      }
      return String.join(",", words);
    }
  }

  private OpeningHours(List<Rule> rules, ZoneId zone) {
    this.rules = List.copyOf(rules);
    this.zone = zone;
    Rule last = this.rules.get(this.rules.size() - 1);
    if (last.seasons().isEmpty() && last.days().isEmpty() && last.spans().equals(WHOLE_DAY)) {
      allDay = true;
      never = false;
      return;
    }
    boolean gaps = false;
    boolean some = false;
    int covered = Span.DAY; // of the first day by the one before: told by the last of the cycle
    for (int day = -1; day < CYCLE_DAYS; day++) {
      List<Span> spans = spansOn(CYCLE.plusDays(day));
      some |= !spans.isEmpty();
      int reached = day < 0 ? 0 : covered - Span.DAY;
      for (Span span : spans) {
        gaps |= day >= 0 && span.from() > Math.max(0, reached);
        reached = Math.max(reached, span.to());
      }
      gaps |= day >= 0 && reached < Span.DAY;
      covered = reached;
      if (some && gaps) {
        break;
      }
    }
    allDay = !gaps;
    never = !some;
  }

  /**
   * Reads opening hours.
   *
   * @param text as the grammar says
   * @param zone by whose clock
   * @return the hours
   * @throws IllegalArgumentException when the text cannot be read, with every fault and its
   *     position
   */
  public static OpeningHours parse(String text, ZoneId zone) {
    HoursParser parser = new HoursParser(text);
    List<Rule> rules = parser.rules();
    if (!parser.faults().isEmpty()) {
      throw unreadable("Opening hours", text, parser.faults());
    }
    return new OpeningHours(rules, zone);
  }

  static IllegalArgumentException unreadable(String what, String text, List<Fault> faults) {
    return new IllegalArgumentException(
        what
            + " \""
            + text
            + "\" cannot be read: "
            + faults.stream()
                .sorted(Comparator.comparingInt(Fault::position))
                .map(fault -> "at " + fault.position() + ": " + fault.message())
                .collect(Collectors.joining("; ")));
  }

  /**
   * What is wrong with a text.
   *
   * @param text opening hours
   * @return every fault in order of position; none where they can be read
   */
  public static List<Fault> faults(String text) {
    HoursParser parser = new HoursParser(text);
    parser.rules();
    return parser.faults().stream().sorted(Comparator.comparingInt(Fault::position)).toList();
  }

  /**
   * Open at all hours.
   *
   * @return the hours, by the clock of UTC
   */
  public static OpeningHours always() {
    return new OpeningHours(List.of(new Rule(List.of(), Set.of(), WHOLE_DAY)), ZoneOffset.UTC);
  }

  /**
   * The same hours by the clock of another zone.
   *
   * @param other the zone
   * @return the hours
   */
  public OpeningHours in(ZoneId other) {
    return new OpeningHours(rules, other);
  }

  /**
   * The rules.
   *
   * @return in order; of those that name a day, the last one tells
   */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * By whose clock.
   *
   * @return the time zone
   */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Whether it never closes.
   *
   * @return true if open at every time of every day
   */
  public boolean isAllDay() {
    return allDay;
  }

  /**
   * Whether it never opens.
   *
   * @return true if no day has hours
   */
  public boolean isNever() {
    return never;
  }

  /**
   * The rules that tell the hours of no day, as later ones name each of theirs.
   *
   * @return in order
   */
  public List<Rule> idleRules() {
    boolean[] tells = new boolean[rules.size()];
    for (int day = 0; day < CYCLE_DAYS; day++) {
      int rule = ruleOn(CYCLE.plusDays(day));
      if (rule >= 0) {
        tells[rule] = true;
      }
    }
    List<Rule> idle = new ArrayList<>();
    for (int i = 0; i < tells.length; i++) {
      if (!tells[i]) {
        idle.add(rules.get(i));
      }
    }
    return List.copyOf(idle);
  }

  private int ruleOn(LocalDate date) {
    int rule = rules.size() - 1;
    while (rule >= 0 && !rules.get(rule).names(date)) {
      rule--;
    }
    return rule;
  }

  /**
   * The hours that begin on a day.
   *
   * @param date the day by the clock of the zone
   * @return in order; none if closed
   */
  public List<Span> spansOn(LocalDate date) {
    int rule = ruleOn(date);
    return rule < 0 ? List.of() : rules.get(rule).spans();
  }

  /**
   * Whether it is open.
   *
   * @param instant when
   * @return true from the first second of a span to before its last
   */
  public boolean isOpen(Instant instant) {
    if (allDay) {
      return true;
    }
    LocalDateTime clock = LocalDateTime.ofInstant(instant, zone);
    long second = clock.toLocalTime().toSecondOfDay();
    return holds(spansOn(clock.toLocalDate()), second)
        || holds(spansOn(clock.toLocalDate().minusDays(1)), second + Span.DAY * 60L);
  }

  /**
   * Whether it is open.
   *
   * @param time when, in any zone
   * @return true from the first second of a span to before its last
   */
  public boolean isOpen(ZonedDateTime time) {
    return isOpen(time.toInstant());
  }

  private static boolean holds(List<Span> spans, long second) {
    for (Span span : spans) {
      if (second >= span.from() * 60L && second < span.to() * 60L) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first time from an instant on at which it is open. O(days until then).
   *
   * @param from from when on
   * @return that instant itself if it is open then, or empty if it does not open within 36 years
   */
  public Optional<Instant> nextOpening(Instant from) {
    if (never) {
      return Optional.empty();
    }
    Instant time = from;
    Instant end = from.plus(HORIZON);
    while (!isOpen(time)) {
      time = edgeAfter(time);
      if (time.isAfter(end)) {
        return Optional.empty();
      }
    }
    return Optional.of(time);
  }

  /**
   * The first time from an instant on at which it is closed.
   *
   * @param from from when on
   * @return that instant itself if it is closed then, or empty if it does not close within 36 years
   */
  public Optional<Instant> nextClosing(Instant from) {
    if (allDay) {
      return Optional.empty();
    }
    Instant time = from;
    Instant end = from.plus(HORIZON);
    while (isOpen(time)) {
      time = edgeAfter(time);
      if (time.isAfter(end)) {
        return Optional.empty();
      }
    }
    return Optional.of(time);
  }

  /** A later instant, before which nothing changes. */
  private Instant edgeAfter(Instant instant) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    LocalDateTime clock = LocalDateTime.ofInstant(instant, offset);
    LocalDate date = clock.toLocalDate();
    long second = clock.toLocalTime().toSecondOfDay();
    long edge = Span.DAY * 60L;
    for (Span span : spansOn(date)) {
      edge = earlier(edge, span.from() * 60L, second);
      edge = earlier(edge, span.to() * 60L, second);
    }
    for (Span span : spansOn(date.minusDays(1))) {
      edge = earlier(edge, (span.to() - Span.DAY) * 60L, second);
    }
    Instant next = date.atStartOfDay().plusSeconds(edge).toInstant(offset);
    ZoneOffsetTransition shift = zone.getRules().nextTransition(instant);
    return shift != null && shift.getInstant().isBefore(next) ? shift.getInstant() : next;
  }

  private static long earlier(long edge, long candidate, long now) {
    return candidate > now && candidate < edge ? candidate : edge;
  }

  /**
   * How long it is open on a day.
   *
   * @param date the day by the clock of the zone, from its first instant to that of the next
   * @return the time; more or less than by the clock where that is put back or forward
   */
  public Duration openOn(LocalDate date) {
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    Duration open = Duration.ZERO;
    Instant time = date.atStartOfDay(zone).toInstant();
    while (time.isBefore(end)) {
      Instant next = edgeAfter(time);
      next = next.isAfter(end) ? end : next;
      if (isOpen(time)) {
        open = open.plus(Duration.between(time, next));
      }
      time = next;
    }
    return open;
  }

  /**
   * The mean time until it is open, for arrivals spread evenly over a day: (1 / T) ∫ w(t) dt over
   * the T seconds of the day, where w(t) is the time from t to the next opening.
   *
   * @param date the day by the clock of the zone
   * @return zero if open all day; empty if it does not open within 36 years
   */
  public Optional<Duration> meanWait(LocalDate date) {
    if (allDay) {
      return Optional.of(Duration.ZERO);
    }
    Instant begin = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    double area = 0;
    Instant time = begin;
    while (time.isBefore(end)) {
      Optional<Instant> opening = nextOpening(time);
      if (opening.isEmpty()) {
        return Optional.empty();
      }
      if (opening.get().isAfter(time)) {
        Instant until = opening.get().isBefore(end) ? opening.get() : end;
        double spent = Duration.between(time, until).toSeconds();
        double whole = Duration.between(time, opening.get()).toSeconds();
        area += spent * (whole - spent / 2);
        time = until;
      } else {
        Instant closing = nextClosing(time).orElse(end);
        time = closing.isBefore(end) ? closing : end;
      }
    }
    double seconds = ChronoUnit.SECONDS.between(begin, end);
    return Optional.of(Duration.ofSeconds(Math.round(area / seconds)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpeningHours hours
        && rules.equals(hours.rules)
        && zone.equals(hours.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rules, zone);
  }

  /** As the grammar says, without the zone: {@code parse(toString(), zone())} is the same. */
  @Override
  public String toString() {
    return rules.stream().map(Rule::toString).collect(Collectors.joining("; "));
  }
}
