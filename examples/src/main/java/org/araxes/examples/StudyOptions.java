package org.araxes.examples;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the corridor study is asked to do. */
@Command(
    name = "corridor-study",
    mixinStandardHelpOptions = true,
    version = "Araxes corridor study",
    sortOptions = false,
    description = {
      "How can goods and persons get from one place to another, what impedes them, who can stop them,",
      "and what is that power worth? Without options: Baku to Nakhchivan, before TRIPP, as last known,",
      "and with TRIPP open under both readings. Writes corridor.html, a map that works offline."
    })
final class StudyOptions {
  /** A wrong command line ends with this code. */
  static final int WRONG_ARGUMENTS = CommandLine.ExitCode.USAGE;

  private static final Map<String, Movement> MOVEMENTS = movements();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "dataset folder; without it the shipped data")
  private @Nullable Path data;

  @Option(
      names = "--movement",
      paramLabel = "NAME",
      split = ",",
      description = "${MOVEMENT-NAMES}; several with commas (default: the first four)")
  private List<String> movementNames = new ArrayList<>();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "look at this day only, as 2025-08-07")
  private @Nullable LocalDate date;

  @Option(
      names = "--scenario",
      paramLabel = "ID",
      description = "look at this scenario only; \"none\" for the data as they are")
  private @Nullable String scenario;

  @Option(
      names = "--from",
      paramLabel = "ID",
      defaultValue = "baku",
      description = "node or region to start from (default: ${DEFAULT-VALUE})")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "ID",
      defaultValue = "nakhchivan",
      description = "node or region to go to (default: ${DEFAULT-VALUE})")
  private String to = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/corridor-study",
      description = "where to write corridor.html (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  @Option(
      names = "--details",
      description = "print all ways in full, leg by leg and with every impediment")
  private boolean details;

  private static Map<String, Movement> movements() {
    Map<String, Movement> map = new LinkedHashMap<>();
    map.put("road-freight", Movement.freight().by(Mode.ROAD).flag("AZ").build());
    map.put("rail-freight", Movement.freight().by(Mode.RAIL).flag("AZ").build());
    map.put("persons", Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("AZ").tonnes(1).build());
    map.put("persons-by-air", Movement.persons().flag("AZ").tonnes(1).build());
    map.put("gas", Movement.energy(Mode.GAS).flag("AZ").build());
    map.put("power", Movement.energy(Mode.POWER).flag("AZ").build());
    map.put("data", Movement.data().flag("AZ").build());
    return map;
  }

  /**
   * Reads a command line. Help and complaints are printed here.
   *
   * @param args the arguments
   * @param printed where help goes
   * @param complaints where the one line about a wrong argument goes
   * @return the options, or the exit code with which to end
   */
  static Parsed parse(String[] args, PrintWriter printed, PrintWriter complaints) {
    StudyOptions options = new StudyOptions();
    CommandLine line = new CommandLine(options);
    line.registerConverter(LocalDate.class, StudyOptions::day);
    line.getCommandSpec().usageMessage().width(100);
    System.setProperty("MOVEMENT-NAMES", String.join(", ", MOVEMENTS.keySet()));
    try {
      line.parseArgs(args);
      options.check();
    } catch (ParameterException wrong) {
      complaints.println(
          String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ") + " Maybe --help?");
      complaints.flush();
      return new Parsed(Optional.empty(), WRONG_ARGUMENTS);
    }
    if (line.isUsageHelpRequested() || line.isVersionHelpRequested()) {
      if (line.isUsageHelpRequested()) {
        line.usage(printed);
      } else {
        line.printVersionHelp(printed);
      }
      printed.flush();
      return new Parsed(Optional.empty(), 0);
    }
    return new Parsed(Optional.of(options), 0);
  }

  /**
   * What became of a command line.
   *
   * @param options the options, or empty when there is nothing more to do
   * @param exitCode with which to end then
   */
  record Parsed(Optional<StudyOptions> options, int exitCode) {}

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new TypeConversionException("\"" + text + "\" is not a day such as 2025-08-07.");
    }
  }

  private void check() {
    if (data != null && !Files.isDirectory(data)) {
      throw new ParameterException(
          spec.commandLine(), "No dataset folder \"" + data + "\" for --data.");
    }
    for (String name : movementNames) {
      if (!MOVEMENTS.containsKey(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "No movement \"" + name + "\" among " + String.join(", ", MOVEMENTS.keySet()) + ".");
      }
    }
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Map<String, Movement> chosenMovements() {
    Map<String, Movement> chosen = new LinkedHashMap<>();
    List<String> names =
        movementNames.isEmpty() ? List.copyOf(MOVEMENTS.keySet()).subList(0, 4) : movementNames;
    names.forEach(name -> chosen.put(name, MOVEMENTS.getOrDefault(name, anyMovement())));
    return chosen;
  }

  private static Movement anyMovement() {
    return Movement.freight().build();
  }

  Optional<LocalDate> date() {
    return Optional.ofNullable(date);
  }

  Optional<String> scenario() {
    return Optional.ofNullable(scenario);
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  Path out() {
    return out;
  }

  boolean details() {
    return details;
  }
}
