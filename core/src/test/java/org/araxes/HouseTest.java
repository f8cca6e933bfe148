package org.araxes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plan of the house: which room stands on which floor, and that the stairs only go down.
 *
 * <p>A room is a package below {@code org.araxes}. It may use every floor below its own and no
 * other room of its own floor. The roof, {@code org.araxes} itself, may use every room. The rules
 * hold for the rooms found on disk, so the plan may name rooms that are not built yet, but not the
 * reverse.
 */
class HouseTest {
  /** From the ground up. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("graph", "quantity", "evidence", "answer"),
          Set.of("geometry", "party"),
          Set.of("control"),
          Set.of("border"),
          Set.of("agreement"),
          Set.of("network"),
          Set.of(
              "geography",
              "audit",
              "scenario",
              "routing",
              "passage",
              "connectivity",
              "capacity",
              "reliability",
              "leverage"),
          Set.of("io", "features", "study"),
          Set.of("report"));

  /** Foreign libraries live behind few doors. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "graph", List.of("org.jgrapht.."),
          "answer", List.of("org.apache.commons.text.similarity.."),
          "geometry", List.of("net.sf.geographiclib..", "org.locationtech.jts.."),
          "network", List.of("org.locationtech.jts.."),
          "geography", List.of("org.locationtech.jts.."),
          "features", List.of("org.geotools..", "org.locationtech.jts.."),
          "io",
              List.of(
                  "com.fasterxml.jackson..",
                  "de.siegmar.fastcsv..",
                  "org.jgrapht..",
                  "org.locationtech.jts.."),
          // A page shows the lines and areas of the hall, and those are of JTS.
          "report", List.of("com.fasterxml.jackson..", "org.locationtech.jts.."));

  private static final List<String> ROOF_LIBRARIES =
      List.of("org.jgrapht..", "org.locationtech.jts..");

  /**
   * Where the JDK opens files, sockets and windows; some of its types there do nothing of the kind.
   */
  private static final String[] OUTDOORS = {
    "java.awt..",
    "java.io..",
    "java.net..",
    "java.nio.channels..",
    "java.nio.file..",
    "java.sql..",
    "java.util.jar..",
    "java.util.logging..",
    "java.util.zip.."
  };

  private static final Class<?>[] HARMLESS = {
    IOException.class,
    UncheckedIOException.class,
    Serializable.class,
    URI.class,
    URISyntaxException.class
  };

  /**
   * The windows write to the stream they are given, and read their own page from the class path.
   */
  private static final Class<?>[] STREAMS = {
    Flushable.class,
    InputStream.class,
    OutputStream.class,
    OutputStreamWriter.class,
    PrintStream.class,
    StringWriter.class,
    Writer.class
  };

  private static final String CRS = "org.geotools.referencing.CRS";
  private static final String ROOF = "org.araxes";
  private static final Path SOURCES = Path.of("src/main/java/org/araxes");

  /** A room, or a class on the roof, written out in full. */
  private static final Pattern MENTION =
      Pattern.compile("\\borg\\.araxes\\.(?:([a-z]\\w*)|([A-Z]\\w*))");

  private static final Pattern PLATE = Pattern.compile("/\\*\\*\\s*\\*?\\s*<b>(\\w+): [^<]+</b>");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOF);

  /** The rooms that are built, in order of name. */
  static Stream<String> rooms() throws IOException {
    if (Files.notExists(SOURCES)) {
      return Stream.of();
    }
    try (Stream<Path> entries = Files.list(SOURCES)) {
      return entries
          .filter(Files::isDirectory)
          .map(room -> room.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  /**
   * The folders that hold sources: the roof where it is built, the rooms, and rooms within rooms.
   */
  static Stream<Path> packages() throws IOException {
    if (Files.notExists(SOURCES)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(HouseTest::isSource)
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("rooms")
  void everyRoomIsOnThePlanAndNotEmpty(String room) throws IOException {
    assertThat(planned())
        .as("The room %s is not on the plan. Maybe it needs a floor in FLOORS?", room)
        .contains(room);
    assertThat(HOUSE.that(resideInAnyPackage(packageOf(room))).stream())
        .as("The room %s is empty. Maybe make it together with its first class?", room)
        .anyMatch(found -> !found.getSimpleName().equals("package-info"));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("packages")
  void everyPackageHasADoorPlate(Path folder) throws IOException {
    Path plate = folder.resolve("package-info.java");
    assertThat(plate).exists();
    String text = Files.readString(plate);
    String name = folder.getFileName().toString();
    assertThat(text)
        .as("%s leaves nulls at large. Maybe add @NullMarked?", plate)
        .contains("@NullMarked");
    assertThat(PLATE.matcher(text).results().map(found -> lowerCase(found.group(1))))
        .as("%s should begin with <b>%s: what it is for.</b>", plate, name)
        .containsExactly(name);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("rooms")
  void compiledCodeUsesOnlyTheFloorsBelow(String room) {
    List<String> libraries = LIBRARIES.getOrDefault(room, List.of());
    check(
        classes()
            .that()
            .resideInAPackage(packageOf(room))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed(visibleFrom(room), libraries)));
  }

  @Test
  void theRoofUsesTheRoomsAndNotTheirLibraries() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOF)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(allowed(planned(), ROOF_LIBRARIES))
                    .or(resideInAnyPackage(ROOF))));
  }

  /** Byte code forgets what only Javadoc links to; the source does not. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("rooms")
  void sourceTextMentionsOnlyTheFloorsBelow(String room) throws IOException {
    Set<String> mentioned = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
      for (Path file : files.filter(HouseTest::isSource).toList()) {
        MENTION
            .matcher(Files.readString(file))
            .results()
            .map(HouseTest::mention)
            .forEach(mentioned::add);
      }
    }
    assertThat(mentioned)
        .as("The room %s looks upstairs or next door. Maybe the shared part belongs below?", room)
        .isSubsetOf(visibleFrom(room));
  }

  @Test
  void noPackageRunsInCircles() {
    check(slices().matching("org.araxes.(**)").should().beFreeOfCycles());
  }

  @Test
  void onlyIoOpensFiles() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(packageOf("io"), packageOf("report"), ROOF)
            .should()
            .dependOnClassesThat(outdoorsExcept()));
  }

  @Test
  void theWindowsUseOnlyTheStreamsTheyAreGiven() {
    check(
        noClasses()
            .that()
            .resideInAPackage(packageOf("report"))
            .should()
            .dependOnClassesThat(outdoorsExcept(STREAMS)));
  }

  @Test
  void theRoofHandsPathsOnAndOpensNone() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOF)
            .should()
            .dependOnClassesThat(outdoorsExcept(Path.class)));
  }

  /** These need no file class in the caller's byte code: a name is enough. */
  @Test
  void nobodyOpensAFileByItsName() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(packageOf("io"))
            .should()
            .callConstructor(PrintStream.class, String.class)
            .orShould()
            .callConstructor(PrintWriter.class, String.class)
            .orShould()
            .callConstructor(Formatter.class, String.class));
  }

  @Test
  void nobodyTouchesTheNetwork() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")
                    .and(not(belongToAnyOf(URI.class, URISyntaxException.class, URL.class)))));
  }

  /** So that the axis order is settled in one place. */
  @Test
  void oneClassAloneAsksGeoToolsForCoordinateSystems() {
    assertThat(
            HOUSE.stream()
                .filter(
                    house ->
                        house.getDirectDependenciesFromSelf().stream()
                            .anyMatch(used -> used.getTargetClass().getName().equals(CRS)))
                .map(house -> house.getName().replaceFirst("\\$.*", ""))
                .distinct())
        .as("Classes that call %s. Maybe ask the one that does already?", CRS)
        .hasSizeLessThanOrEqualTo(1);
  }

  /**
   * With one argument, the authority's own axis order comes back: latitude first for most codes.
   */
  @Test
  void nobodyDecodesACoordinateSystemWithoutForcingLongitudeFirst() {
    check(noClasses().should().callMethod(CRS, "decode", "java.lang.String"));
  }

  private static DescribedPredicate<JavaClass> outdoorsExcept(Class<?>... permitted) {
    return resideInAnyPackage(OUTDOORS)
        .and(not(belongToAnyOf(HARMLESS)))
        .and(not(belongToAnyOf(permitted)));
  }

  /** A rule about a room that is not built yet holds. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }

  private static Set<String> planned() {
    Set<String> rooms = new TreeSet<>();
    FLOORS.forEach(rooms::addAll);
    return rooms;
  }

  private static Set<String> visibleFrom(String room) {
    Set<String> visible = new TreeSet<>(Set.of(room));
    for (Set<String> floor : FLOORS) {
      if (floor.contains(room)) {
        return visible;
      }
      visible.addAll(floor);
    }
    throw new IllegalArgumentException(
        "The room \"" + room + "\" is not on the plan. Maybe it needs a floor in " + FLOORS);
  }

  /** Packages one may use: the JDK, the rooms and libraries named, and "" for primitive arrays. */
  private static String[] allowed(Set<String> rooms, List<String> libraries) {
    return Stream.of(
            Stream.of("java..", "org.jspecify..", ""),
            libraries.stream(),
            rooms.stream().map(HouseTest::packageOf))
        .flatMap(names -> names)
        .toArray(String[]::new);
  }

  private static String packageOf(String room) {
    return ROOF + "." + room + "..";
  }

  private static String mention(MatchResult found) {
    return found.group(1) != null ? found.group(1) : "the roof: " + found.group(2);
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
