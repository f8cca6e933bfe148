package org.araxes.border;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.araxes.answer.Suggestions;
import org.jspecify.annotations.Nullable;

/** Reads opening hours; goes on after a fault with the next rule, so that all faults are told. */
final class HoursParser {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final List<String> SHUT = List.of("off", "closed");
  private static final List<String> MONTHS = months();

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<OpeningHours.Fault> faults = new ArrayList<>();
  private int next;

  /** What a token is. */
  private enum Kind {
    WORD,
    NUMBER,
    TIME,
    DASH,
    COMMA,
    SLASH,
    END_OF_RULE,
    END
  }

  /** A piece of the text. */
  private record Token(Kind kind, String text, int at) {}

  /** Stops the reading of one rule. */
  private static final class Misread extends Exception {
    private static final long serialVersionUID = 1;
    private final transient OpeningHours.Fault fault;

    private Misread(OpeningHours.Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }

  HoursParser(String text) {
    this.text = text;
  }

  private static List<String> months() {
    List<String> words = new ArrayList<>();
    for (Month month : Month.values()) {
      words.add(Season.word(month));
    }
    return List.copyOf(words);
  }

  static String word(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  List<OpeningHours.Fault> faults() {
    return List.copyOf(faults);
  }

  /** The rules that can be read. */
  List<OpeningHours.Rule> rules() {
    tokenize();
    List<OpeningHours.Rule> rules = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        rules.add(rule());
        if (peek().kind() != Kind.END_OF_RULE && peek().kind() != Kind.END) {
          throw misread(peek(), "Expected the end of the rule or \";\", but " + quoted(peek()));
        }
      } catch (Misread e) {
        faults.add(e.fault);
        while (peek().kind() != Kind.END_OF_RULE && peek().kind() != Kind.END) {
          next++;
        }
      }
      more = peek().kind() == Kind.END_OF_RULE;
      next++;
    }
    return rules;
  }

  Season season() {
    tokenize();
    try {
      if (faults.isEmpty()) {
        Season season = part();
        if (peek().kind() != Kind.END) {
          throw misread(peek(), "Expected nothing more, but " + quoted(peek()));
        }
        return season;
      }
    } catch (Misread e) {
      faults.add(e.fault);
    }
    throw OpeningHours.unreadable("A season", text, faults);
  }

  private void tokenize() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c)) {
        at = end;
        continue;
      }
      Kind kind =
          switch (c) {
            case '-', '–' -> Kind.DASH;
            case ',' -> Kind.COMMA;
            case '/' -> Kind.SLASH;
            case ';' -> Kind.END_OF_RULE;
            default -> Kind.END;
          };
      if (isLetter(c)) {
        kind = Kind.WORD;
        while (end < text.length() && isLetter(text.charAt(end))) {
          end++;
        }
      } else if (isDigit(c)) {
        while (end < text.length()
            && (isDigit(text.charAt(end)) || text.charAt(end) == ':' || text.charAt(end) == '.')) {
          end++;
        }
        kind =
            text.substring(at, end).chars().allMatch(d -> d >= '0' && d <= '9')
                ? Kind.NUMBER
                : Kind.TIME;
      }
      if (kind == Kind.END) {
        faults.add(new OpeningHours.Fault(at, "No \"" + c + "\" is written in opening hours"));
      } else {
        tokens.add(new Token(kind, text.substring(at, end), at));
      }
      at = end;
    }
    tokens.add(new Token(Kind.END, "", text.length()));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Token peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  private Token after() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  private static String quoted(Token token) {
    return token.kind() == Kind.END ? "the text ends" : "it is \"" + token.text() + "\"";
  }

  private static Misread misread(Token token, String message) {
    return new Misread(new OpeningHours.Fault(token.at(), message));
  }

  private OpeningHours.Rule rule() throws Misread {
    List<Season> seasons = new ArrayList<>();
    while (isMonth(peek())) {
      seasons.add(part());
      if (peek().kind() != Kind.COMMA) {
        break;
      }
      next++;
      if (!isMonth(peek())) {
        throw misread(peek(), "Expected another season after \",\", but " + quoted(peek()));
      }
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (peek().kind() == Kind.WORD && !isShut(peek())) {
      addDays(days);
      while (peek().kind() == Kind.COMMA) {
        next++;
        addDays(days);
      }
    }
    return new OpeningHours.Rule(seasons, days, hours());
  }

  private static boolean isShut(Token token) {
    return token.kind() == Kind.WORD && SHUT.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isMonth(Token token) {
    return token.kind() == Kind.WORD
        && MONTHS.stream().anyMatch(month -> month.equalsIgnoreCase(token.text()));
  }

  private Season part() throws Misread {
    Month first = month();
    Integer day = day();
    if (peek().kind() != Kind.DASH) {
      return new Season(
          monthDay(first, day == null ? 1 : day), monthDay(first, day == null ? last(first) : day));
    }
    next++;
    if (day != null && peek().kind() == Kind.NUMBER) {
      int end = number(peek(), 1, last(first));
      next++;
      return new Season(monthDay(first, day), monthDay(first, end));
    }
    Month second = month();
    Integer end = day();
    return new Season(
        monthDay(first, day == null ? 1 : day), monthDay(second, end == null ? last(second) : end));
  }

  private static int last(Month month) {
    return month.maxLength();
  }

  private static MonthDay monthDay(Month month, int day) {
    return MonthDay.of(month, day);
  }

  private Month month() throws Misread {
    Token token = peek();
    for (Month month : Month.values()) {
      if (token.kind() == Kind.WORD && Season.word(month).equalsIgnoreCase(token.text())) {
        next++;
        return month;
      }
    }
    throw misread(
        token, "Expected a month, but " + quoted(token) + "." + maybe(token.text(), MONTHS));
  }

  /** A day of the month, or none; 24 at the end of a rule is hours. */
  private @Nullable Integer day() throws Misread {
    Token token = peek();
    if (token.kind() != Kind.NUMBER) {
      return null;
    }
    Kind then = after().kind();
    if (token.text().equals("24")
        && (then == Kind.END || then == Kind.END_OF_RULE || then == Kind.SLASH)) {
      return null;
    }
    Month month = monthBefore();
    int day = number(token, 1, last(month));
    next++;
    return day;
  }

  private Month monthBefore() throws Misread {
    int here = next;
    next--;
    Month month = month();
    next = here;
    return month;
  }

  private static int number(Token token, int least, int most) throws Misread {
    int number = token.text().length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(token.text());
    if (number < least || number > most) {
      throw misread(token, "\"" + token.text() + "\" is not a day from " + least + " to " + most);
    }
    return number;
  }

  private void addDays(Set<DayOfWeek> days) throws Misread {
    DayOfWeek first = weekday();
    days.add(first);
    if (peek().kind() == Kind.DASH) {
      next++;
      DayOfWeek last = weekday();
      for (DayOfWeek day = first; day != last; day = day.plus(1)) {
        days.add(day);
      }
      days.add(last);
    }
  }

  private DayOfWeek weekday() throws Misread {
    Token token = peek();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (token.kind() == Kind.WORD && word(day).equalsIgnoreCase(token.text())) {
        next++;
        return day;
      }
    }
    List<String> known = new ArrayList<>(DAYS);
    known.addAll(MONTHS);
    known.addAll(SHUT);
    throw misread(
        token,
        "Expected a day of the week, but " + quoted(token) + "." + maybe(token.text(), known));
  }

  private List<OpeningHours.Span> hours() throws Misread {
    Token token = peek();
    if (isShut(token)) {
      next++;
      return List.of();
    }
    if (token.kind() == Kind.NUMBER && token.text().equals("24")) {
      next++;
      if (peek().kind() == Kind.SLASH) {
        next++;
        if (!peek().text().equals("7")) {
          throw misread(peek(), "Expected 24/7, but " + quoted(peek()));
        }
        next++;
      }
      return List.of(new OpeningHours.Span(0, OpeningHours.Span.DAY));
    }
    List<OpeningHours.Span> spans = new ArrayList<>();
    spans.add(span());
    while (peek().kind() == Kind.COMMA) {
      next++;
      spans.add(span());
    }
    return spans;
  }

  private OpeningHours.Span span() throws Misread {
    Token begin = peek();
    int from = minutes(begin);
    if (from == OpeningHours.Span.DAY) {
      throw misread(begin, "Hours begin before 24:00. Maybe 00:00?");
    }
    next++;
    if (peek().kind() != Kind.DASH) {
      throw misread(
          peek(),
          "Expected \"-\" and when it closes, but " + quoted(peek()) + ". Maybe 08:00-18:00?");
    }
    next++;
    Token end = peek();
    int to = minutes(end);
    next++;
    if (from == to) {
      throw misread(begin, "It opens and closes at " + begin.text() + ". Maybe 24?");
    }
    return new OpeningHours.Span(from, to > from ? to : to + OpeningHours.Span.DAY);
  }

  private static int minutes(Token token) throws Misread {
    String text = token.text();
    if (token.kind() == Kind.TIME && text.matches("\\d\\d:\\d\\d")) {
      int hours = Integer.parseInt(text.substring(0, 2));
      int minutes = Integer.parseInt(text.substring(3));
      if (minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0))) {
        return hours * 60 + minutes;
      }
      throw misread(token, "\"" + text + "\" is no time from 00:00 to 24:00");
    }
    throw misread(
        token,
        "Expected a time such as 08:00, 24 or off, but " + quoted(token) + "." + maybeTime(text));
  }

  private static String maybeTime(String text) {
    if (text.matches("\\d{1,2}[:.]\\d\\d|\\d{1,2}|\\d{3,4}")) {
      String digits = text.replaceAll("[:.]", "");
      String four =
          digits.length() <= 2
              ? ("0" + digits).substring(digits.length() - 1) + "00"
              : "0" + digits;
      String time = four.substring(four.length() - 4);
      return " Maybe " + time.substring(0, 2) + ":" + time.substring(2) + "?";
    }
    return text.isEmpty() ? "" : maybe(text, SHUT);
  }

  private static String maybe(String asked, List<String> known) {
    return asked.isEmpty() ? "" : Suggestions.maybe(asked, known);
  }
}
