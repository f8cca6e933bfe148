package org.araxes.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.study.Comparison;
import org.araxes.study.Outage;
import org.araxes.study.Sweep;

/**
 * Draws numbers side by side as bars: how long the fastest way takes before and after, or by how
 * much each outage lengthens it. Where no way is left, the bar is hatched over the whole width.
 *
 * <p><b>Limit.</b> {@value #MOST} bars, those given first; the drawing says how many more there
 * are.
 */
public final class BarsDrawing implements Drawing {
  /** So many bars are drawn. */
  public static final int MOST = 120;

  private static final double BAR = 18;
  private static final double NAMES = 300;
  private static final double SHORTEST = 40;
  private static final Tint FULL = new Tint("#f3c6bd", Tint.Texture.FALLING);

  private final String title;
  private final List<Bar> bars;

  /** A bar; without a number it reaches across. */
  private record Bar(String group, String name, OptionalDouble number, String text, int kind) {}

  private BarsDrawing(Builder builder) {
    title = builder.title;
    bars = List.copyOf(builder.bars);
  }

  /**
   * Starts a drawing.
   *
   * @param title what it shows
   * @return a builder
   */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  @Override
  public String title() {
    return title;
  }

  /** Every bar in words. */
  @Override
  public String description() {
    return bars.stream()
        .limit(MOST)
        .map(
            bar ->
                (bar.group().isEmpty() ? "" : bar.group() + ", ") + bar.name() + ": " + bar.text())
        .collect(Collectors.joining("; "));
  }

  @Override
  public String svg(int width, String prefix) {
    SvgCanvas canvas = Frame.begin(this, width, prefix);
    double y = Frame.top(this, width);
    boolean beside = width >= 2 * NAMES + 100;
    double left = Frame.MARGIN + (beside ? NAMES : 0);
    double room = width - Frame.MARGIN - left;
    double values =
        bars.stream()
            .filter(bar -> bar.number().isPresent())
            .mapToDouble(bar -> Lettering.width(value(bar, room), SvgCanvas.SMALL))
            .max()
            .orElse(0);
    double most = bars.stream().mapToDouble(bar -> bar.number().orElse(0)).max().orElse(0);
    double scale = most > 0 ? (room - values - 10) / most : 0;
    String group = "";
    for (Bar bar : bars.subList(0, Math.min(MOST, bars.size()))) {
      if (!bar.group().equals(group)) {
        group = bar.group();
        y += 8;
        y = Frame.heading(canvas, group, y + SvgCanvas.TEXT, width) - SvgCanvas.TEXT * 0.5;
      }
      y = bar(canvas, bar, left, y, beside, room, scale);
    }
    if (bars.size() > MOST) {
      y += SvgCanvas.SMALL;
      canvas.text(
          Frame.MARGIN,
          y,
          bars.size() - MOST + " more are not drawn.",
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.START,
          Tint.SOFT);
    }
    return canvas.finish(width, y + Frame.MARGIN, title, description());
  }

  /** Beside the bar, which keeps a part of the room. */
  private static String value(Bar bar, double room) {
    return Lettering.cut(bar.text(), SvgCanvas.SMALL, room - SHORTEST - 10);
  }

  private static double bar(
      SvgCanvas canvas,
      Bar bar,
      double left,
      double top,
      boolean beside,
      double room,
      double scale) {
    List<String> name = Lettering.wrap(bar.name(), SvgCanvas.SMALL, beside ? NAMES - 12 : room, 3);
    double line = SvgCanvas.SMALL * SvgCanvas.LEADING;
    double tall = beside ? Math.max(BAR, name.size() * line) : BAR;
    double y = beside ? top : top + name.size() * line + 2;
    canvas.lines(
        beside ? left - 12 : left,
        beside ? top + tall / 2 - (name.size() - 1) * line / 2 + 4.3 : top + SvgCanvas.SMALL,
        name,
        SvgCanvas.SMALL,
        beside ? SvgCanvas.Anchor.END : SvgCanvas.Anchor.START,
        Tint.INK);
    double at = y + (tall - BAR) / 2;
    canvas.begin(bar.name() + ": " + bar.text());
    if (bar.number().isPresent()) {
      double length = Math.max(1.5, bar.number().getAsDouble() * scale);
      canvas.box(left, at, length, BAR, 2, Tint.of(bar.kind()));
      canvas.text(
          left + length + 7,
          at + BAR / 2 + 4.3,
          value(bar, room),
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.START,
          Tint.INK);
    } else {
      canvas.box(left, at, room, BAR, 2, FULL);
      canvas.clear(
          left + 8, at + BAR / 2 + 4.3, value(bar, room), SvgCanvas.SMALL, SvgCanvas.Anchor.START);
    }
    canvas.end();
    return y + tall + (beside ? 7 : 9);
  }

  /** Gathers bars. */
  public static final class Builder {
    private static final String NO_WAY = "no way is left";

    private final String title;
    private final List<Bar> bars = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Adds a bar.
     *
     * @param group under which heading, or empty
     * @param name what it is
     * @param number how long, finite and not below 0
     * @param text the number in words
     * @param kind bars of one kind have one colour and texture; 0 or more
     * @return this builder
     */
    public Builder bar(String group, String name, double number, String text, int kind) {
      if (!(number >= 0 && number < Double.POSITIVE_INFINITY) || kind < 0) {
        throw new IllegalArgumentException(
            "A bar has a finite number and a kind, both not below 0, but \""
                + name
                + "\" has "
                + number
                + " and "
                + kind);
      }
      bars.add(new Bar(group, name, OptionalDouble.of(number), text, kind));
      return this;
    }

    /**
     * Adds a bar that reaches across: there is no number.
     *
     * @param group under which heading, or empty
     * @param name what it is
     * @param text why there is none
     * @return this builder
     */
    public Builder across(String group, String name, String text) {
      bars.add(new Bar(group, name, OptionalDouble.empty(), text, 0));
      return this;
    }

    /**
     * Adds the time of the fastest way before and after.
     *
     * @param group under which heading
     * @param comparison of two cases
     * @param before what the first case is called
     * @param after what the second case is called
     * @return this builder
     */
    public Builder compare(String group, Comparison comparison, String before, String after) {
      fastest(
          group,
          before,
          comparison.before().route().map(Builder::through),
          0,
          comparison.before().route().map(Route::duration));
      return fastest(
          group,
          after,
          comparison.after().route().map(Builder::through),
          1,
          comparison.after().route().map(Route::duration));
    }

    private Builder fastest(
        String group, String name, Optional<String> through, int kind, Optional<Duration> time) {
      return time.isPresent()
          ? bar(
              group,
              name + through.map(states -> ": " + states).orElse(""),
              (double) time.get().toSeconds(),
              Numbers.hours(time.get()),
              kind)
          : across(group, name, NO_WAY);
    }

    private static String through(Route route) {
      return String.join(" ", route.states());
    }

    /**
     * Adds the most severe outages.
     *
     * @param group under which heading, or empty
     * @param sweep over one question
     * @param most how many at most
     * @param network where the names come from
     * @return this builder
     */
    public Builder outages(String group, Sweep sweep, int most, TransitNetwork network) {
      Words words = new Words(network);
      for (Outage outage : sweep.outages().stream().limit(most).toList()) {
        String name =
            outage.failures().stream()
                .map(failure -> words.failure(failure))
                .collect(Collectors.joining(" and "));
        if (outage.effect() == Outage.Effect.SEVERED) {
          across(group, name, NO_WAY);
        } else if (outage.effect() == Outage.Effect.LENGTHENED) {
          Duration extra = Duration.ofSeconds(Math.round(Math.max(0, outage.extraSeconds())));
          bar(group, name, (double) extra.toSeconds(), "+ " + Numbers.hours(extra), 1);
        }
      }
      return this;
    }

    /**
     * Makes the drawing.
     *
     * @return the drawing
     */
    public BarsDrawing build() {
      return new BarsDrawing(this);
    }
  }
}
