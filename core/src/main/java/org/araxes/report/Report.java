package org.araxes.report;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.araxes.answer.Completeness;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.network.Route;

/**
 * Writes answers as text for a console: routes, impediments in order of travel, standards, and who
 * can stop the connection.
 *
 * <p>The same sheet gives the same text on every machine. Lines stay within the width, as far as
 * names allow. Names cannot steer the terminal.
 */
public final class Report {
  /** Lines of this many characters fit on most terminals. */
  public static final int DEFAULT_WIDTH = 100;

  private static final int NARROWEST = 40;

  private final int width;
  private final int detailed;

  private Report(int width, int detailed) {
    this.width = width;
    this.detailed = detailed;
  }

  /**
   * Reports in lines of the default width.
   *
   * @return a report writer
   */
  public static Report plain() {
    return within(DEFAULT_WIDTH);
  }

  /**
   * Reports in lines of some width.
   *
   * @param width characters a line, at least 40
   * @return a report writer
   */
  public static Report within(int width) {
    if (width < NARROWEST) {
      throw new IllegalArgumentException(
          "A report needs lines of at least " + NARROWEST + " characters, but got " + width);
    }
    return new Report(width, 1);
  }

  /**
   * The same, telling lengths by jurisdiction and impediments of more or fewer ways.
   *
   * @param ways how many of the first ways; 1 unless told otherwise
   * @return a report writer
   */
  public Report detailing(int ways) {
    return new Report(width, ways);
  }

  /**
   * Writes a table of many answers: one row a scenario and day, one column a movement.
   *
   * @param sheets the answers
   * @param out where to
   * @throws IOException when writing fails
   */
  public void writeOverview(List<AnswerSheet> sheets, Appendable out) throws IOException {
    Map<String, String> movements = new LinkedHashMap<>();
    Map<List<String>, Map<String, AnswerSheet>> rows = new LinkedHashMap<>();
    for (AnswerSheet sheet : sheets) {
      movements.putIfAbsent(sheet.movement(), sheet.movementName());
      rows.computeIfAbsent(
              List.of(sheet.scenarioName(), sheet.date().toString()), key -> new TreeMap<>())
          .putIfAbsent(sheet.movement(), sheet);
    }
    String[] head = new String[movements.size() + 2];
    head[0] = "Scenario";
    head[1] = "Day";
    int column = 2;
    for (String name : movements.values()) {
      head[column++] = name;
    }
    TextTable table = TextTable.of(head).within(width);
    for (Map.Entry<List<String>, Map<String, AnswerSheet>> row : rows.entrySet()) {
      Object[] cells = new Object[head.length];
      cells[0] = row.getKey().get(0);
      cells[1] = row.getKey().get(1);
      column = 2;
      for (String movement : movements.keySet()) {
        cells[column++] =
            Optional.ofNullable(row.getValue().get(movement)).map(this::inShort).orElse("");
      }
      table.row(cells);
    }
    table.writeTo(out);
  }

  private String inShort(AnswerSheet sheet) {
    String way =
        sheet.ways().isEmpty()
            ? "no way"
            : Numbers.hours(sheet.ways().get(0).route().duration())
                + ", "
                + sheet.ways().size()
                + (sheet.ways().size() == 1 ? " way" : " ways");
    String standards =
        sheet.standards().isEmpty()
            ? ""
            : "\n" + reached(sheet) + " of " + sheet.standards().size() + " standards";
    String vetoes =
        sheet
            .factual()
            .filter(influence -> !influence.vetoes().isEmpty())
            .map(influence -> "\nveto: " + String.join(", ", influence.vetoes()))
            .orElse("");
    return way + standards + vetoes;
  }

  private static long reached(AnswerSheet sheet) {
    return sheet.standards().stream().filter(s -> s.reached() == Truth.YES).count();
  }

  /**
   * Writes one answer.
   *
   * @param sheet the answer
   * @param out where to
   * @throws IOException when writing fails
   */
  public void write(AnswerSheet sheet, Appendable out) throws IOException {
    Words words = new Words(sheet.view().network());
    title(
        out,
        sheet.movementName()
            + ", "
            + sheet.scenarioName()
            + ", "
            + sheet.date()
            + ": "
            + words.place(sheet.from())
            + " to "
            + words.place(sheet.to()));
    if (!sheet.scenarioText().isEmpty()) {
      paragraph(out, sheet.scenarioText());
    }
    if (sheet.completeness() == Completeness.TRUNCATED) {
      paragraph(out, "The budget ended first: what follows is right, but there may be more.");
    }
    routes(out, sheet, words);
    if (!sheet.standards().isEmpty()) {
      heading(
          out,
          "Is it unimpeded? " + reached(sheet) + " of " + sheet.standards().size() + " standards");
      TextTable table = TextTable.of("Standard", "Reached", "Why").within(width).indent(2);
      for (AnswerSheet.Standard standard : sheet.standards()) {
        table.row(standard.name(), Words.of(standard.reached()), standard.why());
      }
      table.writeTo(out);
    }
    if (sheet.factual().isPresent()) {
      heading(out, "Who can stop it");
      influence(out, sheet.factual().get(), words);
    }
    if (sheet.lawful().isPresent()) {
      heading(out, "Who may stop it without breach");
      if (sheet.lawful().equals(sheet.factual())) {
        paragraph(out, "The same: no instrument that counts changes it.");
      } else {
        influence(out, sheet.lawful().get(), words);
      }
    }
    out.append('\n');
  }

  private void routes(Appendable out, AnswerSheet sheet, Words words) throws IOException {
    if (sheet.ways().isEmpty()) {
      heading(out, "No way");
      if (sheet.blocked().isPresent()) {
        paragraph(out, sheet.blocked().get().why());
        impediments(out, sheet.blocked().get().obstacles(), words);
      }
      return;
    }
    heading(out, sheet.ways().size() == 1 ? "One way" : sheet.ways().size() + " ways");
    TextTable table =
        TextTable.of("Route", "Length", "Time", "Cost", "Through", "Crossings", "Needs the yes of")
            .right(1, 2, 3)
            .within(width)
            .indent(2);
    for (AnswerSheet.Way way : sheet.ways()) {
      Route route = way.route();
      table.row(
          way.name(),
          Numbers.km(route.length()),
          Numbers.hours(route.duration()),
          Numbers.usd(route.usd()),
          String.join(" ", route.jurisdictions()),
          route.crossings().stream()
              .map(passing -> words.node(passing.crossing()))
              .collect(Collectors.joining("\n")),
          String.join(" ", route.consents()));
    }
    table.writeTo(out);
    for (AnswerSheet.Way way : sheet.ways().stream().limit(detailed).toList()) {
      legs(out, way, words);
    }
  }

  private void legs(Appendable out, AnswerSheet.Way way, Words words) throws IOException {
    heading(out, way.name() + ", by jurisdiction");
    TextTable table =
        TextTable.of("Jurisdiction", "Length", "Under way").right(1, 2).within(width).indent(2);
    Route route = way.route();
    route
        .lengthByJurisdiction()
        .forEach(
            (code, length) ->
                table.row(
                    words.territory(code),
                    Numbers.km(length),
                    Numbers.hours(
                        route.durationByJurisdiction().getOrDefault(code, Duration.ZERO))));
    table.writeTo(out);
    if (way.impediments().isEmpty()) {
      paragraph(out, "Nothing impedes it.");
    } else {
      heading(out, way.name() + ", impediments in order of travel");
      impediments(out, way.impediments(), words);
    }
  }

  private void impediments(Appendable out, List<Impediment> list, Words words) throws IOException {
    TextTable table =
        TextTable.of("No", "Where", "Kind", "By", "Delay", "What")
            .right(0, 4)
            .within(width)
            .indent(2);
    int number = 1;
    String before = "";
    for (Impediment impediment : list) {
      String here = impediment.element();
      table.row(
          number++,
          here.equals(before) ? "" : words.element(here),
          Words.of(impediment.kind()),
          String.join(" ", impediment.by()),
          impediment.delay().isZero() ? "" : Numbers.hours(impediment.delay()),
          impediment.text());
      before = here;
    }
    if (number > 1) {
      table.writeTo(out);
    }
  }

  private void influence(Appendable out, AnswerSheet.Influence influence, Words words)
      throws IOException {
    if (!influence.note().isEmpty()) {
      paragraph(out, influence.note());
    }
    paragraph(
        out,
        "Alone: "
            + (influence.vetoes().isEmpty()
                ? "nobody"
                : influence.vetoes().stream().map(words::party).collect(Collectors.joining(", "))));
    paragraph(out, "Smallest groups that can: " + Words.groups(influence.blocking(), "none"));
    paragraph(
        out,
        "Smallest groups whose yes keeps a way open: " + Words.groups(influence.consent(), "none"));
    if (influence.power().isEmpty()) {
      return;
    }
    TextTable table =
        TextTable.of("Party", "Banzhaf", "Share of all", "Shapley-Shubik")
            .right(1, 2, 3)
            .within(width)
            .indent(2);
    for (AnswerSheet.Weight weight : influence.power()) {
      table.row(
          words.party(weight.party()),
          Numbers.share(weight.banzhaf()),
          Numbers.share(weight.banzhafNormalised()),
          Numbers.share(weight.shapleyShubik()));
    }
    table.writeTo(out);
  }

  private void title(Appendable out, String text) throws IOException {
    List<String> lines = TextTable.wrap(text, width);
    int widest = lines.stream().mapToInt(TextTable::width).max().orElse(0);
    for (String line : lines) {
      out.append(line).append('\n');
    }
    out.append("=".repeat(widest)).append('\n');
  }

  private void heading(Appendable out, String text) throws IOException {
    out.append('\n');
    for (String line : TextTable.wrap(text, width)) {
      out.append(line).append('\n');
    }
  }

  private void paragraph(Appendable out, String text) throws IOException {
    for (String line : TextTable.wrap(text, width - 2)) {
      out.append("  ").append(line).append('\n');
    }
  }
}
