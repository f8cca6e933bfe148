package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.answer.Truth;
import org.araxes.passage.Grade;
import org.araxes.passage.RegimeGrade;
import org.araxes.passage.RegimeVerdict;

/**
 * Draws what several cases reach: standards as a table of yes, no and unknown, and below it the
 * regime at each gate on the ladder from U0 to I4, in law and in fact.
 *
 * <p>A yes is a tick in a circle, a no a cross in a square, an unknown a question mark in a
 * diamond. A regime has its letter and number, and a question mark where the unknown could make it
 * worse.
 *
 * <p><b>Limit.</b> 24 cases, 60 standards and 60 gates; more are refused.
 */
public final class GradesDrawing implements Drawing {
  private static final int CASES = 24;
  private static final int ROWS = 60;
  private static final double ROW = 30;
  private static final double SIGN = 9;
  private static final double NAMES = 210;
  private static final double COLUMN = 96;

  private final String title;
  private final Map<String, Grade> cases;
  private final Map<String, Map<String, RegimeVerdict>> gates;

  private GradesDrawing(Builder builder) {
    title = builder.title;
    cases = new LinkedHashMap<>(builder.cases);
    gates = new LinkedHashMap<>();
    builder.gates.forEach((gate, verdicts) -> gates.put(gate, new LinkedHashMap<>(verdicts)));
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

  /** For each case the standards that it reaches, and the regime at each gate. */
  @Override
  public String description() {
    return cases.entrySet().stream()
        .map(
            one ->
                one.getKey()
                    + " reaches "
                    + (one.getValue().reached().isEmpty()
                        ? "none"
                        : String.join(", ", one.getValue().reached()))
                    + gates.entrySet().stream()
                        .filter(gate -> gate.getValue().containsKey(one.getKey()))
                        .map(
                            gate -> {
                              RegimeVerdict verdict = gate.getValue().get(one.getKey());
                              return verdict == null ? "" : told(gate.getKey(), verdict);
                            })
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(". "));
  }

  private static String told(String gate, RegimeVerdict verdict) {
    return "; "
        + gate
        + " "
        + grade(verdict.deJure())
        + " in law, "
        + grade(verdict.deFacto())
        + " in fact";
  }

  private static String grade(RegimeVerdict.Side side) {
    return side.grade() + (side.isCertain() ? "" : "?");
  }

  /** Where columns stand, and whether their names and those of rows find room beside them. */
  private record Columns(double left, double width, boolean named) {
    double middle(int column) {
      return left + (column + 0.5) * width;
    }
  }

  @Override
  public String svg(int width, String prefix) {
    SvgCanvas canvas = Frame.begin(this, width, prefix);
    double room = width - 2 * Frame.MARGIN;
    boolean named = NAMES + cases.size() * COLUMN <= room;
    double left = Frame.MARGIN + (named ? NAMES : 0);
    Columns columns =
        new Columns(
            left, Math.max(40, Math.min(140, (width - Frame.MARGIN - left) / cases.size())), named);
    double all = Math.max(width, columns.left() + columns.width() * cases.size() + Frame.MARGIN);
    double y = heads(canvas, columns, width, Frame.top(this, width));
    for (String standard : standards()) {
      y = label(canvas, columns, Words.title(standard), "", y, all);
      int column = 0;
      for (Grade grade : cases.values()) {
        Truth truth = grade.truths().get(standard);
        if (truth != null) {
          sign(canvas, columns.middle(column), y - ROW / 2, truth);
        }
        column++;
      }
    }
    y = key(canvas, y + 8);
    for (Map.Entry<String, Map<String, RegimeVerdict>> gate : gates.entrySet()) {
      y += 10;
      y = label(canvas, columns, gate.getKey(), "in law", y, all);
      sides(canvas, columns, gate.getValue(), true, y - ROW / 2);
      y = label(canvas, columns, columns.named() ? "" : gate.getKey(), "in fact", y, all);
      sides(canvas, columns, gate.getValue(), false, y - ROW / 2);
    }
    if (!gates.isEmpty()) {
      y = ladder(canvas, width, y + 8);
    }
    return canvas.finish(all, y + 6, title, description());
  }

  private List<String> standards() {
    List<String> names = new ArrayList<>();
    for (Grade grade : cases.values()) {
      grade.truths().keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    }
    return names;
  }

  private double heads(SvgCanvas canvas, Columns columns, int width, double top) {
    if (columns.named()) {
      List<List<String>> heads =
          cases.keySet().stream()
              .map(name -> Lettering.wrap(name, SvgCanvas.SMALL, columns.width() - 10, 5))
              .toList();
      int most = heads.stream().mapToInt(List::size).max().orElse(0);
      double bottom = top + most * SvgCanvas.SMALL * SvgCanvas.LEADING;
      for (int i = 0; i < heads.size(); i++) {
        List<String> lines = heads.get(i);
        canvas.lines(
            columns.middle(i),
            bottom - (lines.size() - 1) * SvgCanvas.SMALL * SvgCanvas.LEADING,
            lines,
            SvgCanvas.SMALL,
            SvgCanvas.Anchor.MIDDLE,
            Tint.INK);
      }
      return bottom + 8;
    }
    double y = top + SvgCanvas.SMALL;
    int number = 1;
    for (String name : cases.keySet()) {
      y =
          canvas.lines(
              Frame.MARGIN,
              y,
              Lettering.wrap(number + "  " + name, SvgCanvas.SMALL, width - 2 * Frame.MARGIN, 4),
              SvgCanvas.SMALL,
              SvgCanvas.Anchor.START,
              Tint.INK);
      number++;
    }
    y += 8;
    for (int i = 0; i < cases.size(); i++) {
      canvas.bold(
          columns.middle(i), y, Integer.toString(i + 1), SvgCanvas.TEXT, SvgCanvas.Anchor.MIDDLE);
    }
    return y + 6;
  }

  /** The name of a row beside it, or above where there is no room; gives where the row ends. */
  private static double label(
      SvgCanvas canvas, Columns columns, String name, String more, double top, double all) {
    double y = top;
    canvas.line(
        SvgCanvas.step('M', Frame.MARGIN, y) + SvgCanvas.step('H', all - Frame.MARGIN),
        "#d9dedf",
        1,
        "");
    if (columns.named()) {
      double middle = y + ROW / 2 + 4.5;
      canvas.text(
          Frame.MARGIN,
          middle,
          Lettering.cut(name, SvgCanvas.SMALL, NAMES - (more.isEmpty() ? 14 : 64)),
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.START,
          Tint.INK);
      canvas.text(
          columns.left() - 10, middle, more, SvgCanvas.SMALL, SvgCanvas.Anchor.END, Tint.SOFT);
      return y + ROW;
    }
    String text = more.isEmpty() ? name : name + ", " + more;
    canvas.text(
        Frame.MARGIN,
        y + SvgCanvas.SMALL + 4,
        Lettering.cut(text, SvgCanvas.SMALL, all - 2 * Frame.MARGIN),
        SvgCanvas.SMALL,
        SvgCanvas.Anchor.START,
        Tint.INK);
    return y + SvgCanvas.SMALL + 6 + ROW;
  }

  private static void sign(SvgCanvas canvas, double x, double y, Truth truth) {
    canvas.begin(Words.of(truth));
    switch (truth) {
      case YES -> {
        canvas.box(x - SIGN, y - SIGN, 2 * SIGN, 2 * SIGN, SIGN, Tint.GREEN, "#1d6b3c", 1.5, "");
        canvas.line(
            SvgCanvas.step('M', x - 4.5, y + 0.5)
                + SvgCanvas.step('L', x - 1, y + 4)
                + SvgCanvas.step('L', x + 5, y - 3.5),
            "#14502c",
            2,
            "");
      }
      case NO -> {
        canvas.box(x - SIGN, y - SIGN, 2 * SIGN, 2 * SIGN, 2, Tint.RED, "#9c3328", 1.5, "");
        canvas.line(
            SvgCanvas.step('M', x - 4, y - 4)
                + SvgCanvas.step('L', x + 4, y + 4)
                + SvgCanvas.step('M', x + 4, y - 4)
                + SvgCanvas.step('L', x - 4, y + 4),
            "#7d241b",
            2,
            "");
      }
      case UNKNOWN -> {
        canvas.area(
            SvgCanvas.step('M', x, y - SIGN - 3)
                + SvgCanvas.step('L', x + SIGN + 3, y)
                + SvgCanvas.step('L', x, y + SIGN + 3)
                + SvgCanvas.step('L', x - SIGN - 3, y)
                + "Z",
            "#ffffff",
            Tint.INK);
        canvas.bold(x, y + 4.5, "?", SvgCanvas.SMALL, SvgCanvas.Anchor.MIDDLE);
      }
    }
    canvas.end();
  }

  private void sides(
      SvgCanvas canvas,
      Columns columns,
      Map<String, RegimeVerdict> verdicts,
      boolean law,
      double y) {
    int column = 0;
    for (String name : cases.keySet()) {
      RegimeVerdict verdict = verdicts.get(name);
      if (verdict != null) {
        RegimeVerdict.Side side = law ? verdict.deJure() : verdict.deFacto();
        rung(canvas, columns.middle(column), y, side.grade(), side.isCertain(), side.toString());
      }
      column++;
    }
  }

  /** From the freest, light to strong; never darker than letters allow. */
  private static String colour(RegimeGrade grade) {
    return switch (grade) {
      case U0 -> "#cfe8f7";
      case U1 -> "#b4d9f0";
      case U2 -> "#a3cbe6";
      case I1 -> "#fbe3bd";
      case I2 -> "#f8cf94";
      case I3 -> "#f2b58a";
      case I4 -> "#eaa39a";
    };
  }

  private static void rung(
      SvgCanvas canvas, double x, double y, RegimeGrade grade, boolean certain, String hint) {
    canvas.begin(hint);
    canvas.box(
        x - 17,
        y - 11,
        34,
        22,
        grade.isUnimpeded() ? 11 : 2,
        new Tint(colour(grade), Tint.Texture.NONE),
        Tint.SOFT,
        1,
        certain ? "" : "3 2");
    canvas.text(
        x,
        y + 4.5,
        grade + (certain ? "" : "?"),
        SvgCanvas.SMALL,
        SvgCanvas.Anchor.MIDDLE,
        Tint.INK);
    canvas.end();
  }

  private static double key(SvgCanvas canvas, double top) {
    double x = Frame.MARGIN;
    for (Truth truth : List.of(Truth.YES, Truth.NO, Truth.UNKNOWN)) {
      sign(canvas, x + SIGN + 3, top + 12, truth);
      String word = Words.of(truth).toLowerCase(java.util.Locale.ROOT);
      canvas.text(
          x + 2 * SIGN + 12, top + 16.5, word, SvgCanvas.SMALL, SvgCanvas.Anchor.START, Tint.SOFT);
      x += 2 * SIGN + 28 + Lettering.width(word, SvgCanvas.SMALL);
    }
    return top + 34;
  }

  private static double ladder(SvgCanvas canvas, int width, double top) {
    double x = Frame.MARGIN;
    double y = top + 14;
    for (RegimeGrade grade : RegimeGrade.values()) {
      double needed = 42 + Lettering.width(grade.title(), SvgCanvas.SMALL) + 14;
      if (x > Frame.MARGIN && x + needed > width - Frame.MARGIN) {
        x = Frame.MARGIN;
        y += 28;
      }
      rung(canvas, x + 18, y, grade, true, "");
      canvas.text(
          x + 42, y + 4.5, grade.title(), SvgCanvas.SMALL, SvgCanvas.Anchor.START, Tint.SOFT);
      x += needed;
    }
    return y + 22;
  }

  /** Gathers cases and gates. */
  public static final class Builder {
    private final String title;
    private final Map<String, Grade> cases = new LinkedHashMap<>();
    private final Map<String, Map<String, RegimeVerdict>> gates = new LinkedHashMap<>();

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Adds a case: a column.
     *
     * @param name its name
     * @param grade the standards it reaches
     * @return this builder
     */
    public Builder reached(String name, Grade grade) {
      cases.put(name, grade);
      return this;
    }

    /**
     * Adds the regime at a gate in a case.
     *
     * @param gate the gate: two rows, law and fact
     * @param name the case
     * @param verdict the regime there
     * @return this builder
     */
    public Builder gate(String gate, String name, RegimeVerdict verdict) {
      gates.computeIfAbsent(gate, key -> new LinkedHashMap<>()).put(name, verdict);
      return this;
    }

    /**
     * Makes the drawing.
     *
     * @return the drawing
     * @throws IllegalArgumentException naming every fault: no case, too many, or a gate in a case
     *     that is not there
     */
    public GradesDrawing build() {
      List<String> faults = new ArrayList<>();
      if (cases.isEmpty()) {
        faults.add("there is no case");
      }
      refuse(cases.size(), CASES, "cases", faults);
      refuse(gates.size(), ROWS, "gates", faults);
      refuse(
          cases.values().stream().mapToInt(grade -> grade.verdicts().size()).max().orElse(0),
          ROWS,
          "standards",
          faults);
      TreeSet<String> unknown = new TreeSet<>();
      gates.values().forEach(verdicts -> unknown.addAll(verdicts.keySet()));
      unknown.removeAll(cases.keySet());
      unknown.forEach(name -> faults.add("a gate is told of the case \"" + name + "\", not there"));
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("It cannot be drawn: " + String.join("; ", faults));
      }
      return new GradesDrawing(this);
    }

    private static void refuse(int count, int most, String what, List<String> faults) {
      if (count > most) {
        faults.add(count + " " + what + " are more than " + most);
      }
    }
  }
}
