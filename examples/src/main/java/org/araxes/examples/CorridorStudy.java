package org.araxes.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.araxes.answer.Budget;
import org.araxes.answer.InvalidDataException;
import org.araxes.border.Movement;
import org.araxes.io.Dataset;
import org.araxes.io.Datasets;
import org.araxes.io.NetworkReader;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.report.AnswerSheet;
import org.araxes.report.MapPage;
import org.araxes.report.ProgressLine;
import org.araxes.report.Report;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;
import org.araxes.study.Case;
import org.araxes.study.Study;

/**
 * The corridor study: how road freight, rail freight and persons get from the main part of
 * Azerbaijan to Nakhchivan, what impedes them, who can stop them and what that power is worth;
 * before TRIPP, as last known, and with TRIPP open under both readings. Prints tables and writes a
 * map page.
 */
public final class CorridorStudy {
  private CorridorStudy() {}

  /**
   * Runs the study.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    int code =
        run(
            args,
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Terminal.attached());
    if (code != 0) {
      System.exit(code);
    }
  }

  /** One day and one scenario to look at. */
  private record Situation(String name, Optional<String> scenario, LocalDate date) {}

  static int run(String[] args, PrintStream out, PrintStream err, boolean terminal) {
    StudyOptions.Parsed parsed = StudyOptions.parse(args, utf8(out), utf8(err));
    if (parsed.options().isEmpty()) {
      return parsed.exitCode();
    }
    StudyOptions options = parsed.options().get();
    try {
      Path page = study(options, out, err, terminal);
      out.println("The map: " + page.toAbsolutePath().normalize());
      return 0;
    } catch (IllegalArgumentException wrong) { // names what was asked and what there is
      err.println(String.valueOf(wrong.getMessage()).replaceAll("\\s+", " "));
      return StudyOptions.WRONG_ARGUMENTS;
    } catch (InvalidDataException faults) {
      err.println(faults.getMessage());
      return 1;
    } catch (IOException failed) {
      err.println("Could not write to " + options.out() + ": " + failed.getMessage());
      return 1;
    }
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static Path study(
      StudyOptions options, PrintStream out, PrintStream err, boolean terminal) throws IOException {
    List<AnswerSheet> sheets = new ArrayList<>();
    TransitNetwork network;
    try (ProgressLine progress = ProgressLine.on(err, terminal)) {
      progress.report("reading the data", 0, 0);
      Dataset data =
          options.data().map(NetworkReader::readDataset).orElseGet(Datasets::southCaucasusDataset);
      network = data.network();
      List<Case> cases = cases(options, network, data.scenarios());
      Study.of(network, cases, Budget.unlimited(), progress)
          .answers()
          .forEach(answer -> sheets.add(AnswerSheet.of(answer).build()));
    }
    print(sheets, options.details(), out);
    Files.createDirectories(options.out());
    Path page = options.out().resolve("corridor.html");
    try (Writer html = Files.newBufferedWriter(page)) {
      MapPage.of(network)
          .title(
              "From " + name(network, options.from()) + " to " + name(network, options.to()),
              "Ways, what impedes them, and who can stop them")
          .view("Meghri strip", 45.85, 38.78, 46.85, 39.22)
          .addAll(sheets)
          .build()
          .writeTo(html);
    }
    return page;
  }

  private static void print(List<AnswerSheet> sheets, boolean details, PrintStream out)
      throws IOException {
    Report report = Report.plain().detailing(details ? Integer.MAX_VALUE : 0);
    report.writeOverview(sheets, out);
    out.println(
        """
        Fastest: hours under way, at borders and at changes of train or truck. Through: the
        jurisdictions in order; AZ-NX is Nakhchivan. Standards: how many readings of "unimpeded" are
        reached. Who can stop it: the smallest groups, AZ alone, GE+IR together.
        """);
    for (AnswerSheet sheet : sheets) {
      report.write(sheet, out);
    }
    if (!details) {
      out.println("All ways in full, leg by leg and with every impediment: --details");
    }
  }

  private static List<Case> cases(
      StudyOptions options, TransitNetwork network, Scenarios scenarios) {
    List<Case> cases = new ArrayList<>();
    for (Situation situation : situations(options, network, scenarios)) {
      Optional<Scenario> scenario = situation.scenario().map(scenarios::scenario);
      for (Map.Entry<String, Movement> movement : options.chosenMovements().entrySet()) {
        cases.add(
            new Case(
                movement.getKey(),
                situation.name(),
                scenario,
                situation.date(),
                Terms.DEFAULT,
                words(movement.getKey()),
                movement.getValue(),
                options.from(),
                options.to()));
      }
    }
    return cases;
  }

  private static String words(String slug) {
    return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
  }

  private static String name(TransitNetwork network, String place) {
    return network
        .findNode(place)
        .map(node -> node.names())
        .or(() -> network.findRegion(place).map(region -> region.names()))
        .map(names -> names.in("en", place))
        .orElse(place);
  }

  private static List<Situation> situations(
      StudyOptions options, TransitNetwork network, Scenarios scenarios) {
    LocalDate lastChecked = network.asOf();
    if (options.scenario().isPresent() && !options.scenario().get().equals("none")) {
      Scenario chosen = scenarios.scenario(options.scenario().get());
      return List.of(
          new Situation(
              chosen.names().in("en", chosen.id()),
              Optional.of(chosen.id()),
              options.date().or(chosen::date).orElse(lastChecked)));
    }
    if (options.date().isPresent()
        || options.scenario().isPresent()
        || options.data().isPresent()) {
      return List.of(
          new Situation(
              "The data as they are", Optional.empty(), options.date().orElse(lastChecked)));
    }
    LocalDate open = LocalDate.of(2029, 1, 1);
    return List.of(
        new Situation("Before TRIPP", Optional.empty(), LocalDate.of(2025, 8, 7)),
        new Situation("As last known", Optional.empty(), lastChecked),
        new Situation("TRIPP open, host reading", Optional.of("tripp-open"), open),
        new Situation(
            "TRIPP open, sender reading", Optional.of("tripp-open-sender-reading"), open));
  }
}
