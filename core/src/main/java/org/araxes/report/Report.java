package org.araxes.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.araxes.answer.Completeness;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.network.Route;
import org.araxes.network.Step;

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
  private static final int WAYS_IN_SHORT = 3;
  private static final Pattern MORE = Pattern.compile("and (\\d{1,9}) more");

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
   * The same, telling everything of more or fewer ways: kilometres and hours by jurisdiction, and
   * each impediment in full.
   *
   * @param ways how many of the first ways; 1 unless told otherwise, and with 0 {@link #write}
   *     tells all in short
   * @return a report writer
   */
  public Report detailing(int ways) {
    return new Report(width, ways);
  }

  /**
   * Writes many answers in short: a table for each movement, a row for each scenario and day.
   *
   * @param sheets the answers
   * @param out where to
   * @throws IOException when writing fails
   */
  public void writeOverview(List<AnswerSheet> sheets, Appendable out) throws IOException {
    Map<String, List<AnswerSheet>> movements = new LinkedHashMap<>();
    for (AnswerSheet sheet : sheets) {
      movements.computeIfAbsent(sheet.movement(), key -> new ArrayList<>()).add(sheet);
    }
    for (List<AnswerSheet> rows : movements.values()) {
      AnswerSheet any = rows.get(0);
      Words words = new Words(any.view().network());
      title(
          out,
          any.movementName() + ", " + words.place(any.from()) + " to " + words.place(any.to()));
      TextTable table =
          TextTable.of("Scenario", "Day", "Fastest", "Through", "Standards", "Who can stop it")
              .within(width);
      for (AnswerSheet sheet : rows) {
        Optional<Route> fastest = sheet.ways().stream().findFirst().map(AnswerSheet.Way::route);
        table.row(
            sheet.scenarioName(),
            sheet.date(),
            fastest.map(route -> Numbers.hours(route.duration())).orElse("no way"),
            fastest.map(route -> String.join(" ", route.jurisdictions())).orElse(""),
            sheet.standards().isEmpty() ? "" : reached(sheet) + " of " + sheet.standards().size(),
            sheet.factual().map(Report::groups).orElse(""));
      }
      table.writeTo(out);
      out.append('\n');
    }
  }

  /** {@code AZ; GE+IR}: no blank inside a group, where a line could end. */
  private static String groups(AnswerSheet.Influence influence) {
    return influence.blocking().stream()
        .map(group -> String.join("+", group))
        .collect(Collectors.joining("; "));
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
    if (detailed == 0) {
      inShort(out, sheet, words);
      out.append('\n');
      return;
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

  // ------------------------------------------------------------------ in short

  private void inShort(Appendable out, AnswerSheet sheet, Words words) throws IOException {
    if (sheet.ways().isEmpty()) {
      heading(out, "No way");
      if (sheet.blocked().isPresent()) {
        paragraph(out, sheet.blocked().get().why());
        places(out, sheet.blocked().get().obstacles(), words);
      }
    } else {
      ways(out, sheet, words);
      AnswerSheet.Way first = sheet.ways().get(0);
      if (first.impediments().isEmpty()) {
        heading(out, first.name() + ": nothing impedes it");
      } else {
        heading(out, first.name() + ": what impedes it");
        places(out, first.impediments(), words);
      }
    }
    if (!sheet.standards().isEmpty()) {
      heading(
          out,
          "Is it unimpeded? " + reached(sheet) + " of " + sheet.standards().size() + " standards");
      standards(out, sheet);
    }
    if (sheet.factual().isPresent() && !sheet.factual().get().blocking().isEmpty()) {
      heading(out, "Who can stop it");
      powers(out, sheet.factual().get(), words);
      if (sheet.lawful().isPresent() && !sheet.lawful().equals(sheet.factual())) {
        heading(out, "Who may stop it without breach");
        powers(out, sheet.lawful().get(), words);
      }
    }
  }

  private void ways(Appendable out, AnswerSheet sheet, Words words) throws IOException {
    int all = sheet.ways().size();
    heading(
        out,
        (all == 1 ? "One way" : all + " ways")
            + (all > WAYS_IN_SHORT ? ", the first " + WAYS_IN_SHORT : ""));
    TextTable table =
        TextTable.of("Way", "Length", "Time", "Cost", "Over", "Needs the yes of")
            .right(1, 2, 3)
            .within(width)
            .indent(2);
    for (AnswerSheet.Way way : sheet.ways().stream().limit(WAYS_IN_SHORT).toList()) {
      Route route = way.route();
      table.row(
          way.name(),
          Numbers.km(route.length()),
          Numbers.hours(route.duration()),
          Numbers.usd(route.usd()),
          route.crossings().stream()
              .map(passing -> crossing(passing, words))
              .collect(Collectors.joining("; ")),
          String.join(" ", route.consents()));
    }
    table.writeTo(out);
  }

  /** A border in the air has no place that anybody knows by name. */
  private static String crossing(Step.BorderPassing passing, Words words) {
    return passing.mode() == Mode.AIR
        ? "the air into " + words.territory(passing.toSide())
        : words.node(passing.crossing());
  }

  /** One row a place. */
  private void places(Appendable out, List<Impediment> list, Words words) throws IOException {
    TextTable table = TextTable.of("Where", "Delay", "What").right(1).within(width).indent(2);
    int at = 0;
    while (at < list.size()) {
      String here = list.get(at).element();
      Duration delay = Duration.ZERO;
      List<String> told = new ArrayList<>();
      for (; at < list.size() && list.get(at).element().equals(here); at++) {
        delay = delay.plus(list.get(at).delay());
        told.add(inShort(list.get(at), words));
      }
      table.row(
          words.element(here),
          delay.isZero() ? "" : Numbers.hours(delay),
          told.stream().distinct().collect(Collectors.joining(". ")));
    }
    if (!list.isEmpty()) {
      table.writeTo(out);
    }
  }

  /** The states behind a control, the first sentence of anything else. */
  private static String inShort(Impediment impediment, Words words) {
    if (impediment.kind() == ImpedimentKind.CONTROL_STOP) {
      List<String> by = impediment.by().stream().filter(words::isState).toList();
      return "Control"
          + (impediment.by().isEmpty() ? "" : " by ")
          + (by.isEmpty() ? impediment.by() : by)
              .stream().map(words::party).collect(Collectors.joining(", "));
    }
    String text = impediment.text();
    int end = text.length();
    for (String stop : List.of(". ", "; ")) {
      int found = text.indexOf(stop);
      end = found < 0 ? end : Math.min(end, found);
    }
    return text.substring(0, end).replaceFirst("\\.$", "");
  }

  /** One row for all standards that are reached or missed for the same reason. */
  private void standards(Appendable out, AnswerSheet sheet) throws IOException {
    Map<List<String>, List<AnswerSheet.Standard>> rows = new LinkedHashMap<>();
    for (Truth reached : List.of(Truth.YES, Truth.UNKNOWN, Truth.NO)) {
      for (AnswerSheet.Standard standard : sheet.standards()) {
        if (standard.reached() == reached) {
          rows.computeIfAbsent(
                  List.of(Words.of(reached), standard.why().toLowerCase(Locale.ROOT)),
                  key -> new ArrayList<>())
              .add(standard);
        }
      }
    }
    TextTable table = TextTable.of("Reached", "Standard", "Why").within(width).indent(2);
    String before = "";
    for (Map.Entry<List<String>, List<AnswerSheet.Standard>> row : rows.entrySet()) {
      String reached = row.getKey().get(0);
      table.row(
          reached.equals(before) ? "" : reached,
          row.getValue().stream().map(AnswerSheet.Standard::name).collect(Collectors.joining(", ")),
          firstReason(row.getValue().get(0).why()));
      before = reached;
    }
    table.writeTo(out);
  }

  /** The first of several elements with a reason in brackets, and how many more there are. */
  private static String firstReason(String why) {
    List<String> reasons = List.of(why.split("(?<=\\)); ", -1));
    if (reasons.size() == 1) {
      return why;
    }
    Matcher untold = MORE.matcher(reasons.get(reasons.size() - 1));
    int more =
        untold.matches()
            ? reasons.size() - 2 + Integer.parseInt(untold.group(1))
            : reasons.size() - 1;
    return reasons.get(0) + " and " + more + " more";
  }

  private void powers(Appendable out, AnswerSheet.Influence influence, Words words)
      throws IOException {
    if (!influence.note().isEmpty()) {
      paragraph(out, influence.note());
    }
    paragraph(out, "Smallest groups that can: " + Words.groups(influence.blocking(), "none"));
    paragraph(
        out,
        "Smallest groups whose yes keeps a way open: " + Words.groups(influence.consent(), "none"));
    if (!influence.power().isEmpty()) {
      paragraph(
          out,
          "Power, Banzhaf and Shapley-Shubik: "
              + influence.power().stream()
                  .map(
                      weight ->
                          words.party(weight.party())
                              + " "
                              + weight.banzhaf()
                              + ", "
                              + weight.shapleyShubik())
                  .collect(Collectors.joining("; ")));
    }
  }

  // ------------------------------------------------------------------ in full

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
