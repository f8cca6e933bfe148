package org.araxes.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.agreement.Selector;
import org.araxes.border.Jurisdictions;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;

/**
 * One row of a table, feature or JSON object: cells by column, and the checks of the format.
 * Whatever is wrong is told with file, line and id; a value is handed out all the same, so that one
 * look finds every fault of the row. A row with a fault is not {@linkplain #sound() sound} and
 * makes nothing.
 */
final class Row {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
  private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern JSON_NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*(@[A-Z]{2}(-[A-Z0-9]{1,3})?)?");

  private final Schema schema;
  private final int line;
  private final String subject;
  private final String[] cells;
  private final int[] lines;
  private final JsonValue json;
  private final Faults faults;
  private boolean sound = true;

  private Row(
      Schema schema,
      int line,
      String subject,
      String[] cells,
      int[] lines,
      JsonValue json,
      Faults faults) {
    this.schema = schema;
    this.line = line;
    this.subject = subject;
    this.cells = cells;
    this.lines = lines;
    this.json = json;
    this.faults = faults;
  }

  static Row ofCells(Schema schema, int line, String[] cells, Faults faults) {
    return new Row(
        schema,
        line,
        cells[schema.columns().indexOf(schema.key())],
        cells,
        new int[0],
        JsonValue.scalar(JsonValue.Kind.NULL, line, ""),
        faults);
  }

  /** The members of an object as cells: a list of texts as one cell with bars. */
  static Row ofJson(Schema schema, JsonValue object, Faults faults) {
    return ofJson(schema, object, object.memberText(schema.key()), faults);
  }

  /** The same for an object within another, which is the subject of its faults. */
  static Row ofJson(Schema schema, JsonValue object, String subject, Faults faults) {
    int size = schema.columns().size();
    String[] cells = new String[size];
    int[] lines = new int[size];
    Arrays.fill(cells, "");
    Arrays.fill(lines, object.line());
    Row row = new Row(schema, object.line(), subject, cells, lines, object, faults);
    object
        .members()
        .forEach(
            (name, value) -> {
              int column = schema.columns().indexOf(name);
              if (column < 0) {
                row.sound = false;
                faults.add(
                    "unknown_field",
                    schema.file(),
                    value.line(),
                    subject,
                    "The "
                        + schema.what()
                        + " has no field "
                        + Faults.quoted(name)
                        + "."
                        + faults.maybe(name, schema.columns()));
                return;
              }
              lines[column] = value.line();
              if (!schema.nested().contains(name)) {
                cells[column] = row.cell(name, value);
              }
            });
    return row;
  }

  private String cell(String name, JsonValue value) {
    return switch (value.kind()) {
      case TEXT, NUMBER, BOOLEAN, NULL -> value.text();
      case ARRAY -> {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : value.items()) {
          if (item.kind() != JsonValue.Kind.TEXT || item.text().contains("|")) {
            fault(
                "wrong_type",
                name,
                "A list of \"" + name + "\" holds texts without bars, but here " + described(item));
          } else {
            texts.add(item.text());
          }
        }
        yield String.join("|", texts);
      }
      case NUMBERS, OBJECT -> {
        fault("wrong_type", name, "\"" + name + "\" is not " + value.kind().words());
        yield "";
      }
    };
  }

  private static String described(JsonValue value) {
    return value.kind() == JsonValue.Kind.TEXT ? Faults.quoted(value.text()) : value.kind().words();
  }

  String file() {
    return schema.file();
  }

  int line() {
    return line;
  }

  /** The id that faults name. */
  String subject() {
    return subject;
  }

  /** Whether no fault was found so far. */
  boolean sound() {
    return sound;
  }

  /** The object behind the row, for what is nested in it. */
  JsonValue json() {
    return json;
  }

  Faults faults() {
    return faults;
  }

  int line(String column) {
    int index = schema.columns().indexOf(column);
    return index >= 0 && index < lines.length ? lines[index] : line;
  }

  void fault(String code, String column, String message) {
    sound = false;
    faults.add(code, file(), line(column), subject, message);
  }

  void faultAt(String code, int where, String message) {
    sound = false;
    faults.add(code, file(), where, subject, message);
  }

  /** The cell as it is; empty is not stated. */
  String text(String column) {
    return cells[schema.columns().indexOf(column)];
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  String required(String column) {
    String text = text(column);
    if (text.isBlank()) {
      fault("missing_value", column, "\"" + column + "\" is not stated, but must be");
    }
    return text;
  }

  /** The id of the thing itself, as the general pattern has it. */
  String id() {
    return id(
        ID, "letters, digits, '.', '_' and '-', at most 100, beginning with none of the marks");
  }

  /** The id of the thing itself in lower case. */
  String slug() {
    return id(SLUG, "lower-case letters, digits, '.', '_' and '-', at most 100");
  }

  String stateCode() {
    return id(STATE, "a state's two capital letters after ISO 3166-1");
  }

  String jurisdictionCode() {
    return id(JURISDICTION, "a code after ISO 3166-1 or 3166-2 such as AZ or AZ-NX");
  }

  private String id(Pattern pattern, String words) {
    String id = required("id");
    if (!id.isBlank() && !pattern.matcher(id).matches()) {
      fault("bad_id", "id", "The id " + Faults.quoted(id) + " is not " + words);
    }
    return id;
  }

  /** The values between the bars. */
  List<String> list(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return List.of();
    }
    Set<String> values = new LinkedHashSet<>();
    for (String value : text.split("\\|", -1)) {
      if (value.isBlank()) {
        fault("missing_value", column, "\"" + column + "\" has nothing between two bars");
      } else if (!values.add(value)) {
        fault(
            "duplicate_value",
            column,
            "\"" + column + "\" names " + Faults.quoted(value) + " twice");
      }
    }
    return List.copyOf(values);
  }

  SortedSet<String> slugs(String column) {
    TreeSet<String> slugs = new TreeSet<>(list(column));
    for (String slug : slugs) {
      if (!SLUG.matcher(slug).matches()) {
        fault(
            "bad_id",
            column,
            Faults.quoted(slug) + " is not a slug of lower-case letters, digits, '.', '_' and '-'");
      }
    }
    return slugs;
  }

  /** Codes of jurisdictions, which need no territory in the dataset. */
  SortedSet<String> jurisdictionCodes(String column) {
    TreeSet<String> codes = new TreeSet<>(list(column));
    for (String code : codes) {
      if (!JURISDICTION.matcher(code).matches()) {
        fault(
            "unknown_code",
            column,
            Faults.quoted(code) + " is no code after ISO 3166-1 or 3166-2 such as AZ or AZ-NX");
      }
    }
    return codes;
  }

  <T> T code(String column, Codes<T> codes) {
    return has(column) ? known(column, text(column), codes) : missing(column, codes);
  }

  <T> Optional<T> findCode(String column, Codes<T> codes) {
    return has(column) ? Optional.of(known(column, text(column), codes)) : Optional.empty();
  }

  <T> Set<T> codes(String column, Codes<T> codes) {
    Set<T> values = new LinkedHashSet<>();
    for (String code : list(column)) {
      values.add(known(column, code, codes));
    }
    return values;
  }

  private <T> T missing(String column, Codes<T> codes) {
    required(column);
    return codes.any();
  }

  private <T> T known(String column, String code, Codes<T> codes) {
    T value = codes.byCode().get(code);
    if (value == null) {
      String maybe = faults.maybe(code, codes.codes());
      fault(
          "unknown_code",
          column,
          "No "
              + codes.what()
              + " "
              + Faults.quoted(code)
              + "."
              + (maybe.isEmpty()
                  ? " Maybe one of " + String.join(", ", codes.codes()) + "?"
                  : maybe));
      return codes.any();
    }
    return value;
  }

  /** A finite number in the decimal point's way of writing. */
  OptionalDouble number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    Pattern form = lines.length > 0 ? JSON_NUMBER : DECIMAL;
    double value = form.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      fault(
          "bad_number",
          column,
          "\""
              + column
              + "\" is not a finite number with a decimal point, but "
              + Faults.quoted(text));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  OptionalDouble notNegative(String column) {
    OptionalDouble number = number(column);
    if (number.orElse(0) < 0) {
      fault("negative_number", column, "\"" + column + "\" is negative: " + text(column));
      return OptionalDouble.of(0);
    }
    return number;
  }

  OptionalDouble positive(String column) {
    OptionalDouble number = notNegative(column);
    if (number.orElse(1) == 0 && sound) {
      fault("bad_number", column, "\"" + column + "\" is 0, but must be above");
    }
    return number;
  }

  OptionalInt whole(String column, int least, int most) {
    OptionalDouble number = notNegative(column);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = number.getAsDouble();
    if (value != Math.rint(value) || value < least || value > most) {
      fault(
          "bad_number",
          column,
          "\""
              + column
              + "\" is a whole number from "
              + least
              + " to "
              + most
              + ", but "
              + text(column));
      return OptionalInt.of(least);
    }
    return OptionalInt.of((int) value);
  }

  /** A time zone by its name in the tz database. */
  Optional<ZoneId> zone(String column) {
    String text = text(column);
    if (text.isEmpty() || ZoneId.getAvailableZoneIds().contains(text)) {
      return text.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(text));
    }
    fault(
        "unknown_zone",
        column,
        "No time zone "
            + Faults.quoted(text)
            + "."
            + faults.maybe(text, new TreeSet<>(ZoneId.getAvailableZoneIds())));
    return Optional.empty();
  }

  /** Hours as seconds' worth of a duration, at most a hundred years. */
  Optional<java.time.Duration> hours(String column) {
    OptionalDouble hours = notNegative(column);
    if (hours.orElse(0) > 876_600) {
      fault("bad_number", column, "\"" + column + "\" is over a hundred years: " + text(column));
      return Optional.empty();
    }
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(java.time.Duration.ofSeconds(Math.round(hours.getAsDouble() * 3_600)));
  }

  Share share(String column) {
    String text = required(column);
    if (text.isBlank()) {
      return Share.NONE;
    }
    try {
      return Share.parse(text);
    } catch (IllegalArgumentException | ArithmeticException bad) {
      fault(
          "bad_share",
          column,
          "\""
              + column
              + "\" is a percentage from 0 to 100 or a fraction such as 1/3, but "
              + Faults.quoted(text));
      return Share.NONE;
    }
  }

  /** Two cells as the bounds of a probability; the same cell twice is an exact one. */
  Probability probability(String lowColumn, String highColumn) {
    OptionalDouble low = bound(lowColumn);
    OptionalDouble high = lowColumn.equals(highColumn) ? low : bound(highColumn);
    if (low.orElse(0) > high.orElse(1)) {
      fault(
          "bad_interval",
          highColumn,
          "\""
              + lowColumn
              + "\" "
              + text(lowColumn)
              + " is above \""
              + highColumn
              + "\" "
              + text(highColumn)
              + ". Maybe the two are swapped?");
      return Probability.UNKNOWN;
    }
    return Probability.between(low.orElse(0), high.orElse(1));
  }

  private OptionalDouble bound(String column) {
    required(column);
    OptionalDouble number = number(column);
    double value = number.orElse(0);
    if (value >= 0 && value <= 1) {
      return number;
    }
    fault(
        "bad_probability",
        column,
        "\""
            + column
            + "\" is a probability from 0 to 1, but "
            + text(column)
            + (value > 1 && value <= 100 ? ". Maybe it is in per cent?" : ""));
    return OptionalDouble.empty();
  }

  Optional<LocalDate> date(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(date.group(1)),
                date.group(2) == null ? 1 : Integer.parseInt(date.group(2)),
                date.group(3) == null ? 1 : Integer.parseInt(date.group(3))));
      } catch (DateTimeException noSuchDay) {
        fault("bad_date", column, "There is no day " + Faults.quoted(text));
        return Optional.empty();
      }
    }
    fault(
        "bad_date",
        column,
        "\""
            + column
            + "\" is a date such as 2025-08-08, 2025-08 or 2025, but "
            + Faults.quoted(text));
    return Optional.empty();
  }

  Validity validity(String fromColumn, String toColumn) {
    LocalDate from = date(fromColumn).orElse(LocalDate.MIN);
    LocalDate to = date(toColumn).orElse(LocalDate.MAX);
    if (!from.isBefore(to)) {
      fault(
          "bad_interval",
          toColumn,
          "The interval is backwards or empty: \""
              + fromColumn
              + "\" "
              + text(fromColumn)
              + " is not before \""
              + toColumn
              + "\" "
              + text(toColumn)
              + (from.isAfter(to) ? ". Maybe the two are swapped?" : ""));
      return Validity.ALWAYS;
    }
    return new Validity(from, to);
  }

  Validity validity() {
    return validity("from", "to");
  }

  /** Names with English among them. */
  Names names() {
    Names names = optionalNames();
    if (names.byTag().isEmpty()) {
      if (sound) {
        fault("missing_name", "names", "There is no name. Maybe en=…?");
      }
    } else if (!names.byTag().containsKey("en")) {
      fault("missing_name", "names", "There is no English name. Maybe add en=…?");
    }
    return names;
  }

  /** Names with English among them, or none at all. */
  Names optionalNames() {
    Optional<JsonValue> nested =
        json.member("names").filter(n -> schema.nested().contains("names"));
    TreeMap<String, String> texts = new TreeMap<>();
    if (nested.isPresent()) {
      if (nested.get().kind() != JsonValue.Kind.OBJECT) {
        fault("wrong_type", "names", "\"names\" is an object of language to text");
      }
      for (Map.Entry<String, JsonValue> name : nested.get().members().entrySet()) {
        if (name.getValue().kind() != JsonValue.Kind.TEXT || name.getValue().text().isBlank()) {
          fault("bad_name", "names", "The name in " + Faults.quoted(name.getKey()) + " is no text");
        } else {
          texts.put(name.getKey(), name.getValue().text());
        }
      }
    } else if (!schema.nested().contains("names") && has("names")) {
      try {
        texts.putAll(Names.parse(text("names")).byTag());
      } catch (IllegalArgumentException bad) {
        fault("bad_name", "names", String.valueOf(bad.getMessage()));
      }
    }
    for (String tag : List.copyOf(texts.keySet())) {
      if (!LANGUAGE.matcher(tag).matches()) {
        fault(
            "bad_name",
            "names",
            Faults.quoted(tag) + " is not a language tag such as en, az-Latn or en@AM");
        texts.remove(tag);
      }
    }
    return new Names(texts);
  }

  /** Sources, confidence and note, of a file without plans. */
  Evidence evidence(Ids ids) {
    return evidence(ids, Basis.FACT);
  }

  /** Sources, confidence, basis and note. */
  Evidence evidenceWithBasis(Ids ids) {
    return evidence(ids, findCode("basis", Codes.BASIS).orElse(Basis.FACT));
  }

  private Evidence evidence(Ids ids, Basis basis) {
    Confidence confidence = code("confidence", Codes.CONFIDENCE);
    return new Evidence(sources(ids), confidence, basis, text("note"));
  }

  List<String> sources(Ids ids) {
    List<String> sources = list("sources");
    if (sources.isEmpty()) {
      fault("missing_source", "sources", "Nobody is named who says so: \"sources\" is empty");
    }
    for (String source : sources) {
      refers("sources", source, ids.sources());
    }
    return sources;
  }

  /** The cell as the id of something known, which must be stated. */
  String reference(String column, Known known) {
    String id = required(column);
    if (!id.isBlank()) {
      refers(column, id, known);
    }
    return id;
  }

  /** The cell as the id of something known, or empty. */
  String findReference(String column, Known known) {
    return has(column) ? reference(column, known) : "";
  }

  /** The values between the bars as ids of something known. */
  List<String> references(String column, Known known) {
    List<String> ids = list(column);
    ids.forEach(id -> refers(column, id, known));
    return ids;
  }

  void refers(String column, String id, Known known) {
    if (known.complete() && !known.contains(id)) {
      fault(
          known.code(),
          column,
          "No " + known.what() + " " + Faults.quoted(id) + "." + faults.maybe(id, known.ids()));
    }
  }

  /** An element: a node or an edge. */
  String element(String column, Ids ids) {
    String id = required(column);
    if (!id.isBlank()) {
      refersToElement(column, id, ids);
    }
    return id;
  }

  private void refersToElement(String column, String id, Ids ids) {
    if (ids.nodes().complete()
        && ids.edges().complete()
        && !ids.nodes().contains(id)
        && !ids.edges().contains(id)) {
      String maybe = faults.maybe(id, ids.nodes().ids());
      fault(
          "dangling_reference",
          column,
          "No node or edge "
              + Faults.quoted(id)
              + "."
              + (maybe.isEmpty() ? faults.maybe(id, ids.edges().ids()) : maybe));
    }
  }

  /** What can fail: a node, an edge, a party or an agreement, and where asked a common cause. */
  void refersToSubject(String column, String id, boolean causesToo, Ids ids) {
    List<Known> kinds = new ArrayList<>(List.of(ids.nodes(), ids.edges(), ids.parties()));
    kinds.add(ids.agreements());
    if (causesToo) {
      kinds.add(ids.causes());
    }
    if (kinds.stream().anyMatch(known -> known.contains(id) || !known.complete())) {
      return;
    }
    List<String> known = new ArrayList<>();
    kinds.forEach(kind -> known.addAll(kind.ids()));
    fault(
        "dangling_reference",
        column,
        "No node, edge, party"
            + (causesToo ? ", agreement or common cause " : " or agreement ")
            + Faults.quoted(id)
            + "."
            + faults.maybe(id, known));
  }

  /** The selector in a nested field; everything where there is none. */
  Selector selector(String column, Ids ids) {
    Optional<JsonValue> nested = json.member(column);
    if (nested.isEmpty() || nested.get().kind() == JsonValue.Kind.NULL) {
      return Selector.ALL;
    }
    if (nested.get().kind() != JsonValue.Kind.OBJECT) {
      fault(
          "wrong_type",
          column,
          "\"" + column + "\" is an object of elements, jurisdictions, corridors and modes");
      return Selector.ALL;
    }
    Row where = ofJson(Schema.where(file()), nested.get(), subject, faults);
    List<String> elements = where.list("elements");
    elements.forEach(id -> where.refersToElement("elements", id, ids));
    Selector selector =
        new Selector(
            new TreeSet<>(elements),
            new TreeSet<>(where.list("jurisdictions")),
            new TreeSet<>(where.references("corridors", ids.corridors())),
            where.codes("modes", Codes.MODE));
    selector.jurisdictions().forEach(id -> where.refersToTerritory("jurisdictions", id, ids));
    sound &= where.sound;
    return selector;
  }

  /** A territory, or a state of which the dataset has a part. */
  void refersToTerritory(String column, String code, Ids ids) {
    if (ids.territories().ids().stream().noneMatch(id -> Jurisdictions.within(id, code))) {
      refers(column, code, ids.territories());
    }
  }

  /** A nested field that must be there. */
  void requiredField(String column) {
    if (json.member(column).isEmpty()) {
      fault("missing_value", column, "\"" + column + "\" is not stated, but must be");
    }
  }

  /** The objects in a nested list, each as a row whose faults name this row's id. */
  List<Row> rows(String column, Schema of) {
    return objects(column).stream().map(item -> ofJson(of, item, subject, faults)).toList();
  }

  /** The objects in a nested list. */
  List<JsonValue> objects(String column) {
    Optional<JsonValue> nested = json.member(column);
    if (nested.isEmpty() || nested.get().kind() == JsonValue.Kind.NULL) {
      return List.of();
    }
    List<JsonValue> objects = new ArrayList<>();
    if (nested.get().kind() != JsonValue.Kind.ARRAY) {
      fault("wrong_type", column, "\"" + column + "\" is a list of objects");
    }
    for (JsonValue item : nested.get().items()) {
      if (item.kind() == JsonValue.Kind.OBJECT) {
        objects.add(item);
      } else {
        fault(
            "wrong_type", column, "\"" + column + "\" holds objects, but here " + described(item));
      }
    }
    return objects;
  }

  /** Takes a fault of a part for one of the whole. */
  void joins(Row part) {
    sound &= part.sound;
  }

  /** Makes a value whose own checks may still refuse; empty unless the row is sound. */
  <T> Optional<T> make(Supplier<T> maker) {
    return sound ? tryMake(maker) : Optional.empty();
  }

  /** Makes a value while reading; empty unless the row is sound in the end. */
  <T> Optional<T> tryMake(Supplier<T> maker) {
    try {
      T made = maker.get();
      return sound ? Optional.of(made) : Optional.empty();
    } catch (IllegalArgumentException refused) {
      if (sound) {
        fault("bad_value", schema.key(), String.valueOf(refused.getMessage()));
      }
      return Optional.empty();
    }
  }
}
