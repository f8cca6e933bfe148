package org.araxes.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.araxes.evidence.Validity;
import org.araxes.network.DatedChange;
import org.araxes.network.TransitNetwork;
import org.araxes.study.Cause;
import org.araxes.study.Period;
import org.araxes.study.Timeline;

/**
 * Draws how answers change over years: one lane a question, the answers in colours and textures,
 * every change with a number and below the lane the facts that caused it. Days that rest on plans
 * are hatched; days without are left white.
 *
 * <p><b>Limit.</b> Of a lane the first 60 changes are told; the bar shows them all, and the drawing
 * says how many are not told. A period is drawn at least one and a half units wide.
 */
public final class TimelineDrawing implements Drawing {
  private static final int TOLD = 60;
  private static final double BAR = 30;
  private static final double LEAST = 1.5;
  private static final double DOT = 9;

  private final String title;
  private final Validity span;
  private final Optional<LocalDate> planned;
  private final String absent;
  private final Optional<Words> words;
  private final List<Lane> lanes;

  /** A question and its periods within the span. */
  private record Lane(String name, List<Period<String>> periods) {}

  private TimelineDrawing(Builder builder) {
    title = builder.title;
    span = builder.span;
    planned = builder.planned;
    absent = builder.absent;
    words = builder.network.map(Words::new);
    lanes = List.copyOf(builder.lanes);
  }

  /**
   * Starts a drawing.
   *
   * @param title what it shows
   * @param span the days, both ends closed by dates
   * @return a builder
   * @throws IllegalArgumentException for a span that is open
   */
  public static Builder of(String title, Validity span) {
    return new Builder(title, span);
  }

  @Override
  public String title() {
    return title;
  }

  /** The periods of each lane in words. */
  @Override
  public String description() {
    return lanes.stream()
        .map(
            lane ->
                lane.name()
                    + ": "
                    + lane.periods().stream()
                        .map(period -> period.validity().from() + " " + period.answer())
                        .collect(Collectors.joining("; ")))
        .collect(Collectors.joining(". "));
  }

  @Override
  public String svg(int width, String prefix) {
    SvgCanvas canvas = Frame.begin(this, width, prefix);
    Map<String, Tint> tints = tints();
    double y = legend(canvas, tints, width, Frame.top(this, width));
    for (Lane lane : lanes) {
      y = lane(canvas, lane, tints, width, y + 14);
    }
    return canvas.finish(width, y + Frame.MARGIN, title, description());
  }

  private Map<String, Tint> tints() {
    Map<String, Tint> tints = new LinkedHashMap<>();
    for (Lane lane : lanes) {
      for (Period<String> period : lane.periods()) {
        String answer = period.answer();
        if (!answer.equals(absent) && !tints.containsKey(answer)) {
          tints.put(answer, Tint.of(tints.size()));
        }
      }
    }
    if (!absent.isEmpty()) {
      tints.put(absent, Tint.PLAIN);
    }
    return tints;
  }

  private double legend(SvgCanvas canvas, Map<String, Tint> tints, int width, double top) {
    Map<String, Tint> signs = new LinkedHashMap<>(tints);
    if (planned.isPresent()) {
      signs.put("after " + planned.get() + ": by plans", new Tint("#ffffff", Tint.Texture.PLAN));
    }
    double x = Frame.MARGIN;
    double y = top;
    for (Map.Entry<String, Tint> sign : signs.entrySet()) {
      String word = Lettering.cut(sign.getKey(), SvgCanvas.SMALL, width - 2 * Frame.MARGIN - 28);
      double needed = 28 + Lettering.width(word, SvgCanvas.SMALL) + 16;
      if (x > Frame.MARGIN && x + needed - 16 > width - Frame.MARGIN) {
        x = Frame.MARGIN;
        y += 20;
      }
      canvas.box(x, y - 2, 22, 13, 2, sign.getValue());
      canvas.text(x + 28, y + 9, word, SvgCanvas.SMALL, SvgCanvas.Anchor.START, Tint.INK);
      x += needed;
    }
    return y + 18;
  }

  private double lane(SvgCanvas canvas, Lane lane, Map<String, Tint> tints, int width, double top) {
    double name = Frame.heading(canvas, lane.name(), top + SvgCanvas.TEXT, width) - SvgCanvas.TEXT;
    double bar = name + 7;
    for (Period<String> period : lane.periods()) {
      period(canvas, period, tints.getOrDefault(period.answer(), Tint.PLAIN), width, bar);
    }
    planned.ifPresent(
        day -> {
          double from = x(day, width);
          double to = width - Frame.MARGIN;
          if (to > from) {
            canvas.box(
                from,
                bar,
                to - from,
                BAR,
                0,
                new Tint("none", Tint.Texture.PLAN),
                Tint.INK,
                1,
                "3 2");
          }
        });
    double y = axis(canvas, width, bar + BAR);
    y = marks(canvas, lane, width, bar, y);
    return told(canvas, lane, width, y);
  }

  private void period(SvgCanvas canvas, Period<String> period, Tint tint, int width, double bar) {
    double from = x(period.validity().from(), width);
    double to = Math.max(x(period.validity().to(), width), from + LEAST);
    canvas.begin(
        period.answer() + ", " + period.validity().from() + " to " + period.validity().to());
    canvas.box(from, bar, to - from, BAR, 0, tint, Tint.LINE, to - from > 4 ? 1 : 0, "");
    if (Lettering.bold(period.answer(), SvgCanvas.SMALL) + 10 < to - from) {
      canvas.clear(
          (from + to) / 2,
          bar + BAR / 2 + 4.5,
          period.answer(),
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.MIDDLE);
    }
    canvas.end();
  }

  /** Years below the bar, as many as have room. */
  private double axis(SvgCanvas canvas, int width, double top) {
    int first = span.from().getYear();
    int last = span.to().minusDays(1).getYear();
    int every = 1;
    for (int step : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000}) {
      every = step;
      if ((last - first) * 52.0 / step <= width - 2 * Frame.MARGIN) {
        break;
      }
    }
    for (int year = first + Math.floorMod(-first, every); year <= last; year += every) {
      double x = x(LocalDate.of(year, 1, 1), width);
      canvas.line(SvgCanvas.step('M', x, top) + SvgCanvas.step('V', top + 4), Tint.LINE, 1, "");
      double half = Lettering.width(Integer.toString(year), SvgCanvas.SMALL) / 2;
      double at = Math.min(Math.max(x, Frame.MARGIN + half), width - Frame.MARGIN - half);
      canvas.text(
          at,
          top + 4 + SvgCanvas.SMALL,
          Integer.toString(year),
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.MIDDLE,
          Tint.SOFT);
    }
    return top + 8 + SvgCanvas.SMALL;
  }

  /** A numbered dot for each change, in the first row where it touches no other. */
  private double marks(SvgCanvas canvas, Lane lane, int width, double bar, double top) {
    List<Double> ends = new ArrayList<>();
    int number = 0;
    for (Period<String> period : changes(lane)) {
      number++;
      double exact = x(period.validity().from(), width);
      double x = Math.min(Math.max(exact, Frame.MARGIN + DOT), width - Frame.MARGIN - DOT);
      int row = 0;
      while (row < ends.size() && ends.get(row) > x - DOT - 1) {
        row++;
      }
      if (row == ends.size()) {
        ends.add(0.0);
      }
      ends.set(row, x + DOT + 1);
      double y = top + DOT + 4 + row * (2 * DOT + 2);
      canvas.line(
          SvgCanvas.step('M', exact, bar - 3) + SvgCanvas.step('V', bar + BAR + 3),
          Tint.INK,
          1.2,
          "");
      canvas.box(x - DOT, y - DOT, 2 * DOT, 2 * DOT, DOT, Tint.PLAIN, Tint.INK, 1, "");
      canvas.text(
          x, y + 4.3, Integer.toString(number), SvgCanvas.SMALL, SvgCanvas.Anchor.MIDDLE, Tint.INK);
    }
    return top + 8 + ends.size() * (2 * DOT + 2);
  }

  private static List<Period<String>> changes(Lane lane) {
    return lane.periods().stream().skip(1).limit(TOLD).toList();
  }

  private double told(SvgCanvas canvas, Lane lane, int width, double top) {
    double y = top + SvgCanvas.SMALL + 4;
    int number = 0;
    double left = Frame.MARGIN + 26;
    for (Period<String> period : changes(lane)) {
      number++;
      canvas.text(
          left - 6, y, Integer.toString(number), SvgCanvas.SMALL, SvgCanvas.Anchor.END, Tint.INK);
      String text =
          period.validity().from()
              + " "
              + period.answer()
              + period.cause().map(cause -> " \u2013 " + why(cause)).orElse("");
      y =
          canvas.lines(
              left,
              y,
              Lettering.wrap(text, SvgCanvas.SMALL, width - Frame.MARGIN - left, 4),
              SvgCanvas.SMALL,
              SvgCanvas.Anchor.START,
              Tint.INK);
    }
    int untold = lane.periods().size() - 1 - number;
    if (untold > 0) {
      canvas.text(
          left,
          y,
          untold + " more changes are not told.",
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.START,
          Tint.SOFT);
      y += SvgCanvas.SMALL * SvgCanvas.LEADING;
    }
    return y;
  }

  private String why(Cause cause) {
    String first =
        cause.because().isEmpty() ? "with the calendar alone" : told(cause.because().get(0));
    int more = cause.because().size() - 1;
    return first + (more > 0 ? "; and " + more + " more" : "");
  }

  private String told(DatedChange change) {
    String text = change.toString();
    return words
        .filter(known -> text.startsWith(change.subject()))
        .map(known -> known.element(change.subject()) + text.substring(change.subject().length()))
        .orElse(text);
  }

  private double x(LocalDate day, int width) {
    double all = ChronoUnit.DAYS.between(span.from(), span.to());
    LocalDate within =
        day.isBefore(span.from()) ? span.from() : day.isAfter(span.to()) ? span.to() : day;
    return Frame.MARGIN
        + ChronoUnit.DAYS.between(span.from(), within) / all * (width - 2 * Frame.MARGIN);
  }

  /** Gathers lanes. */
  public static final class Builder {
    private final String title;
    private final Validity span;
    private Optional<LocalDate> planned = Optional.empty();
    private String absent = "";
    private Optional<TransitNetwork> network = Optional.empty();
    private final List<Lane> lanes = new ArrayList<>();

    private Builder(String title, Validity span) {
      if (span.from().equals(LocalDate.MIN) || span.to().equals(LocalDate.MAX)) {
        throw new IllegalArgumentException(
            "A timeline is drawn between two dates, not over " + span);
      }
      this.title = title;
      this.span = span;
    }

    /**
     * Hatches the days from one on: they rest on plans.
     *
     * @param day the first of them
     * @return this builder
     */
    public Builder plannedFrom(LocalDate day) {
      planned = Optional.of(day);
      return this;
    }

    /**
     * Tells places by name where otherwise their ids stand.
     *
     * @param names where the names come from
     * @return this builder
     */
    public Builder named(TransitNetwork names) {
      network = Optional.of(names);
      return this;
    }

    /**
     * Leaves the days with an answer white.
     *
     * @param answer what stands for nothing, for instance {@code no way}
     * @return this builder
     */
    public Builder absent(String answer) {
      absent = answer;
      return this;
    }

    /**
     * Adds a lane.
     *
     * @param name what was asked
     * @param timeline the answers
     * @param words how an answer is told; equal words have one colour
     * @param <A> what kind of answer
     * @return this builder
     */
    public <A> Builder lane(String name, Timeline<A> timeline, Function<? super A, String> words) {
      List<Period<String>> periods = new ArrayList<>();
      for (Period<A> period : timeline.periods()) {
        if (period.validity().from().isBefore(span.to())
            && period.validity().to().isAfter(span.from())) {
          periods.add(
              new Period<>(
                  period.validity(),
                  words.apply(period.answer()),
                  period.changed(),
                  period.cause()));
        }
      }
      lanes.add(new Lane(name, Collections.unmodifiableList(periods)));
      return this;
    }

    /**
     * Makes the drawing.
     *
     * @return the drawing
     */
    public TimelineDrawing build() {
      return new TimelineDrawing(this);
    }
  }
}
