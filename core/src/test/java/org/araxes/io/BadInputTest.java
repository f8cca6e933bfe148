package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.answer.InvalidDataException;
import org.araxes.network.TransitNetwork;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing broken: the reader names file, line, id and what is wrong, and nothing else. */
class BadInputTest {
  private static final String HUGE = "9".repeat(500);

  @TempDir private Path folder;

  /** One way to break the tiny dataset, and the only fault that should come of it. */
  private record Broken(
      String code,
      String file,
      int line,
      String subject,
      String message,
      UnaryOperator<TinyDataset> how) {
    Broken and(UnaryOperator<TinyDataset> more) {
      return new Broken(code, file, line, subject, message, tiny -> more.apply(how.apply(tiny)));
    }

    @Override
    public String toString() {
      return file + ":" + line + " [" + code + "] " + message;
    }
  }

  private static Broken broken(
      String code, String at, String subject, String message, UnaryOperator<TinyDataset> how) {
    int colon = at.indexOf(':');
    return new Broken(
        code,
        at.substring(0, colon),
        Integer.parseInt(at.substring(colon + 1)),
        subject,
        message,
        how);
  }

  private static Broken swap(
      String code, String at, String subject, String message, String old, String other) {
    String file = at.substring(0, at.indexOf(':'));
    return broken(code, at, subject, message, tiny -> tiny.with(file, old, other));
  }

  private static Broken row(String code, String at, String subject, String message, String line) {
    String file = at.substring(0, at.indexOf(':'));
    return broken(code, at, subject, message, tiny -> tiny.append(file, line));
  }

  /** A fact about x with these hours and conditions. */
  private static Broken condition(String code, String message, String cells) {
    return broken(
        code,
        "crossings.csv:2",
        "x",
        message,
        tiny ->
            tiny.put(
                "crossings.csv",
                "crossing,opening_hours,time_zone,season,commodities,over_tonnes,up_to_tonnes,"
                    + "residents,vehicles,modes,classes,from_side,to_side,flags,state,valid_from,"
                    + "valid_to,by,kind,wait_hours,fee_usd,capacity_per_day,under,basis,sources,"
                    + "confidence,note\nx,"
                    + cells
                    + ",,,,,,open,,,,,,,,,,s1,high,\n"));
  }

  static Stream<Broken> conditions() {
    return Stream.of(
        condition(
            "unknown_zone",
            "No time zone \"Asia/Bakku\". Maybe \"Asia/Baku\"?",
            "08:00-18:00,Asia/Bakku,,,,,,"),
        condition("bad_value", "A time zone without opening hours", ",Asia/Baku,,,,,,"),
        condition("bad_hours", "at 3: Expected a day of the week", "Mo-Sap 24,,,,,,,"),
        condition("bad_value", "at 4: Expected a month, but it is \"Sepp\"", ",,Apr-Sepp,,,,,"),
        condition("unknown_code", "No commodity \"foods\". Maybe \"food\"?", ",,,foods,,,,"),
        condition("bad_number", "\"over_tonnes\" is not a finite number", ",,,,heavy,,,"),
        condition("negative_number", "\"up_to_tonnes\" is negative", ",,,,,-3,,"),
        condition("bad_value", "Maybe the other way round?", ",,,,30,20,,"),
        condition("unknown_code", "is no code after ISO 3166", ",,,,,,Nakhchivan,"),
        condition("unknown_code", "No kind of vehicle \"lorry\"", ",,,,,,,lorry"),
        broken(
            "missing_value",
            "crossings.csv:4",
            "x",
            "By whose clock is it open at 08:00-18:00?",
            tiny -> tiny.with("dataset.json", "\"time_zone\": \"Asia/Baku\",", "")),
        swap(
            "unknown_zone",
            "dataset.json:5",
            "tiny",
            "No time zone \"Baku\"",
            "Asia/Baku",
            "Baku"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "files",
    "json",
    "csv",
    "values",
    "places",
    "parties",
    "borders",
    "law",
    "causes",
    "whatIf",
    "conditions"
  })
  void oneFaultIsToldWithFileLineIdAndAWayOn(Broken broken) {
    List<Finding> faults = broken.how().apply(TinyDataset.valid()).faults(folder);
    assertThat(faults).hasSize(1);
    Finding fault = faults.get(0);
    assertThat(fault.message()).contains(broken.message());
    assertThat(fault.code()).isEqualTo(broken.code());
    assertThat(fault.file()).isEqualTo(broken.file());
    assertThat(fault.line()).isEqualTo(broken.line());
    assertThat(fault.subject()).isEqualTo(broken.subject());
  }

  static Stream<Broken> files() {
    return Stream.of(
        broken(
            "missing_file",
            "controls.csv:0",
            "",
            "The file is missing.",
            t -> t.without("controls.csv")),
        broken(
            "missing_file",
            "controls.csv:0",
            "",
            "Maybe \"control.csv\"?",
            t -> t.put("control.csv", t.text("controls.csv")).without("controls.csv")),
        broken("missing_file", "dataset.json:0", "", "missing", t -> t.without("dataset.json")),
        broken("missing_file", "nodes.geojson:0", "", "missing", t -> t.without("nodes.geojson")),
        broken(
            "byte_order_mark",
            "roles.csv:1",
            "",
            "Maybe save it as UTF-8 without one?",
            t -> t.put("roles.csv", "\uFEFF" + t.text("roles.csv"))),
        broken(
            "line_too_long",
            "statuses.csv:8",
            "",
            "over 1 MiB",
            t -> t.append("statuses.csv", "x".repeat(10 << 20))),
        broken(
            "line_too_long",
            "nodes.geojson:1",
            "",
            "Maybe write one feature or row a line?",
            t ->
                t.put(
                    "nodes.geojson",
                    "["
                        + " ".repeat(10 << 20)
                        + t.text("nodes.geojson").replace("\n", " ")
                        + "]")));
  }

  static Stream<Broken> json() {
    return Stream.of(
        broken(
            "invalid_json",
            "agreements.json:14",
            "",
            "Unexpected end-of-input",
            t -> t.put("agreements.json", t.text("agreements.json").substring(0, 600))),
        broken(
            "invalid_json",
            "agreements.json:22",
            "",
            "Something follows the end",
            t -> t.append("agreements.json", "[]")),
        broken(
            "invalid_json",
            "edges.geojson:6",
            "",
            "Unrecognized token 'garbage'",
            t -> t.append("edges.geojson", "garbage")),
        broken("invalid_json", "scenarios.json:1", "", "empty", t -> t.put("scenarios.json", "")),
        swap(
            "invalid_json",
            "dataset.json:3",
            "",
            "Unexpected character",
            "\"id\": \"tiny\"",
            "\"id\" \"tiny\""),
        swap(
            "invalid_json",
            "dataset.json:5",
            "",
            "Number value length (500) exceeds the maximum allowed (100)",
            "\"2026-01\"",
            HUGE),
        swap(
            "duplicate_key",
            "nodes.geojson:2",
            "a",
            "The key \"kind\" is there twice",
            "\"kind\":\"city\"",
            "\"kind\":\"city\",\"kind\":\"port\""),
        swap(
            "too_deep",
            "scenarios.json:4",
            "",
            "Nested more than 32 deep",
            "{\"elements\": [\"x\"]}",
            "[".repeat(100_000) + "]".repeat(100_000)),
        broken(
            "wrong_type",
            "agreements.json:1",
            "",
            "The file is a list of objects, but here an object",
            t -> t.put("agreements.json", "{}\n").with("stakes.csv", ",concession,", ",,")),
        broken(
            "wrong_type",
            "dataset.json:1",
            "",
            "The file is an object, but here a text",
            t -> t.put("dataset.json", "\"tiny\"")),
        swap(
            "wrong_type",
            "agreements.json:13",
            "concession",
            "A list of \"flags\" holds texts without bars, but here a number",
            "\"flags\": [\"AZ\"]",
            "\"flags\": [\"AZ\", 7]"),
        swap(
            "unknown_field",
            "agreements.json:4",
            "concession",
            "The agreement has no field \"partis\". Maybe \"parties\"?",
            "\"parties\"",
            "\"partis\": [], \"parties\""),
        swap(
            "bad_feature",
            "edges.geojson:1",
            "",
            "not a FeatureCollection",
            "FeatureCollection",
            "Features"),
        swap(
            "bad_feature",
            "nodes.geojson:4",
            "",
            "not a Feature with properties",
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"b\"",
            "{\"type\":\"Feature\",\"props\":{\"id\":\"b\""),
        swap(
            "wrong_crs",
            "nodes.geojson:1",
            "",
            "but the file says \"urn:ogc:def:crs:EPSG::32638\"",
            "\"features\"",
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32638\"}},\"features\""),
        swap(
            "unknown_field",
            "nodes.geojson:3",
            "x",
            "The node has no field \"colour\".",
            "\"names\":\"en=Gate\"",
            "\"names\":\"en=Gate\",\"colour\":\"red\""),
        swap(
            "unknown_format",
            "dataset.json:2",
            "tiny",
            "reads araxes-dataset/1, but the file says \"araxes-dataset/2\"",
            "araxes-dataset/1",
            "araxes-dataset/2"));
  }

  static Stream<Broken> csv() {
    return Stream.of(
        swap(
            "missing_column",
            "stakes.csv:1",
            "",
            "The column \"share_max\" is missing",
            "share_max,",
            ""),
        broken(
            "unknown_column",
            "claims.csv:1",
            "",
            "No column \"units\" is foreseen. Maybe \"unit\"?",
            t ->
                t.with("claims.csv", "note\n", "note,units\n")
                    .with("claims.csv", "count\n", "count,km\n")),
        broken(
            "duplicate_column",
            "claims.csv:1",
            "",
            "The column \"note\" is there twice",
            t ->
                t.with("claims.csv", "note\n", "note,note\n")
                    .with("claims.csv", "count\n", "count,x\n")),
        broken(
            "missing_header",
            "controls.csv:1",
            "",
            "Maybe begin with the header crossing,post,",
            t -> t.put("controls.csv", "")),
        row(
            "wrong_cell_count",
            "roles.csv:4",
            "x",
            "The row has 14 cells, the header 12. Maybe a text with a comma lacks",
            "x,operator,AM,,,,,,,s1,high,so, they, say"),
        row(
            "invalid_csv",
            "statuses.csv:8",
            "",
            "Maybe a quotation mark is missing or not doubled?",
            "road-a-x,operational,2001,,,s1,high,\"no end"));
  }

  static Stream<Broken> values() {
    return Stream.of(
        swap(
            "unknown_code",
            "edges.geojson:4",
            "road-a-x",
            "No mode \"rood\". Maybe \"road\"?",
            "\"mode\":\"road\"",
            "\"mode\":\"rood\""),
        swap(
            "unknown_code",
            "crossings.csv:2",
            "x",
            "No state \"shut\". Maybe one of open, restricted, closed, unknown?",
            ",open,1991",
            ",shut,1991"),
        row(
            "missing_value",
            "roles.csv:4",
            "x",
            "\"role\" is not stated",
            "x,,AM,AM,,,,,,s1,high,"),
        row(
            "bad_date",
            "roles.csv:4",
            "x",
            "There is no day \"2025-02-30\"",
            "x,operator,AM,AM,,2025-02-30,,,,s1,high,"),
        row(
            "bad_date",
            "roles.csv:4",
            "x",
            "a date such as 2025-08-08, 2025-08 or 2025, but \"8.8.2025\"",
            "x,operator,AM,AM,,8.8.2025,,,,s1,high,"),
        row(
            "bad_interval",
            "roles.csv:4",
            "x",
            "\"from\" 2020 is not before \"to\" 2019-05. Maybe the two are swapped?",
            "x,operator,AM,AM,,2020,2019-05,,,s1,high,"),
        row(
            "bad_interval",
            "roles.csv:4",
            "x",
            "backwards or empty",
            "x,operator,AM,AM,,2020,2020-01-01,,,s1,high,"),
        row(
            "missing_source",
            "roles.csv:4",
            "x",
            "Nobody is named who says so",
            "x,operator,AM,AM,,,,,,,high,"),
        row(
            "unknown_source",
            "roles.csv:4",
            "x",
            "No source \"s9\". Maybe \"s1\"?",
            "x,operator,AM,AM,,,,,,s1|s9,high,"),
        row(
            "unknown_code",
            "roles.csv:4",
            "x",
            "No confidence \"hihg\". Maybe \"high\"?",
            "x,operator,AM,AM,,,,,,s1,hihg,"),
        row(
            "missing_value",
            "roles.csv:4",
            "x",
            "\"confidence\" is not stated",
            "x,operator,AM,AM,,,,,,s1,,"),
        row(
            "unknown_code",
            "roles.csv:4",
            "x",
            "No basis \"guess\". Maybe one of fact, plan?",
            "x,operator,AM,AM,,,,,guess,s1,low,"),
        row(
            "duplicate_value",
            "roles.csv:4",
            "x",
            "names \"s1\" twice",
            "x,operator,AM,AM,,,,,,s1|s1,high,"),
        row(
            "missing_value",
            "roles.csv:4",
            "x",
            "nothing between two bars",
            "x,operator,AM,AM,,,,,,s1||s2,high,"),
        swap(
            "missing_name",
            "nodes.geojson:2",
            "a",
            "Maybe add en=…?",
            "en=Abad;az=Abad",
            "az=Abad"),
        swap(
            "bad_name",
            "nodes.geojson:2",
            "a",
            "\"Abad\" has no language. Maybe \"en=Abad\"?",
            "en=Abad;az=Abad",
            "Abad"),
        swap(
            "bad_name",
            "nodes.geojson:2",
            "a",
            "\"English\" is not a language tag",
            "az=Abad",
            "English=Abad"),
        swap(
            "bad_name",
            "dataset.json:8",
            "AZ-main",
            "\"\" is not a language tag",
            "{\"en\": \"Main part\"}",
            "{\"en\": \"Main part\", \"\": \"Main\"}"),
        swap("missing_name", "dataset.json:4", "tiny", "no English", "\"en\"", "\"az\""),
        row(
            "bad_id",
            "sources.csv:4",
            "S 3",
            "The id \"S 3\" is not lower-case letters",
            "S 3,Title,,,,,"),
        row(
            "duplicate_id",
            "sources.csv:4",
            "s1",
            "There are two of this source, the other in line 2",
            "s1,Another book,,,,,"),
        row(
            "bad_url",
            "sources.csv:4",
            "s3",
            "begins with http:// or https://",
            "s3,A page,,javascript:alert(1),,,"),
        swap(
            "bad_number",
            "edges.geojson:2",
            "rail-a-x",
            "\"speed_kmh\" is not a finite number with a decimal point, but \"NaN\"",
            "\"speed_kmh\":80",
            "\"speed_kmh\":NaN"),
        swap(
            "bad_number",
            "edges.geojson:2",
            "rail-a-x",
            "but \"1e999\"",
            "\"speed_kmh\":80",
            "\"speed_kmh\":1e999"),
        swap(
            "bad_number",
            "transhipments.csv:2",
            "a",
            "\"hours\" is not a finite number with a decimal point, but \"6,5\"",
            ",6.5,",
            ",\"6,5\","),
        swap(
            "negative_number",
            "edges.geojson:2",
            "rail-a-x",
            "\"length_km\" is negative: -44.5",
            "\"length_km\":44.5",
            "\"length_km\":-44.5"),
        swap(
            "bad_number",
            "edges.geojson:2",
            "rail-a-x",
            "\"tracks\" is a whole number from 1 to 1000, but 1.5",
            "\"tracks\":2",
            "\"tracks\":1.5"),
        swap(
            "negative_number",
            "crossings.csv:4",
            "x",
            "\"wait_hours\" is negative",
            ",7.5,20",
            ",-7.5,20"));
  }

  static Stream<Broken> places() {
    return Stream.of(
        swap(
            "bad_coordinate",
            "nodes.geojson:2",
            "a",
            "Not a place on Earth: longitude NaN",
            "\"coordinates\":[46,39]",
            "\"coordinates\":[NaN,39]"),
        swap(
            "bad_coordinate",
            "nodes.geojson:2",
            "a",
            "Not a place on Earth: longitude -Infinity",
            "\"coordinates\":[46,39]",
            "\"coordinates\":[-Infinity,39]"),
        swap(
            "bad_coordinate",
            "nodes.geojson:2",
            "a",
            "longitude 39.0, latitude 146.0. Maybe the two are swapped?",
            "\"coordinates\":[46,39]",
            "\"coordinates\":[39,146]"),
        swap(
            "swapped_coordinates",
            "nodes.geojson:2",
            "a",
            "The node lies far from AZ at longitude 39.0, latitude 46.0. Maybe the two are swapped?",
            "\"coordinates\":[46,39]",
            "\"coordinates\":[39,46]"),
        swap(
            "bad_geometry",
            "nodes.geojson:2",
            "a",
            "A position is two numbers",
            "\"coordinates\":[46,39]",
            "\"coordinates\":[46,\"39\"]"),
        swap(
            "bad_geometry",
            "nodes.geojson:2",
            "a",
            "The geometry is a Point here, but \"LineString\"",
            "\"type\":\"Point\",\"coordinates\":[46,39]",
            "\"type\":\"LineString\",\"coordinates\":[[46,39],[46,40]]"),
        swap(
            "bad_geometry",
            "nodes.geojson:2",
            "a",
            "but \"none\"",
            "{\"type\":\"Point\",\"coordinates\":[46,39]}",
            "null"),
        swap(
            "line_misses_node",
            "edges.geojson:3",
            "rail-x-b",
            "The line ends 87 m from its node b",
            "[47,39]",
            "[47.001,39]"),
        swap(
            "swapped_coordinates",
            "edges.geojson:3",
            "rail-x-b",
            "Maybe longitude and latitude are swapped?",
            "[47,39]",
            "[39,47]"),
        swap(
            "bad_coordinate",
            "edges.geojson:2",
            "rail-a-x",
            "latitude 91.0",
            "[46.2,39.05]",
            "[46.2,91]"),
        swap(
            "bad_geometry",
            "edges.geojson:4",
            "road-a-x",
            "at least two positions",
            "[[46,39],[46.5,39]]",
            "[[46,39]]"),
        swap(
            "bad_geometry",
            "territories.geojson:2",
            "AZ",
            "ends where it began",
            "[45,38],[46.5,38],[46.5,40],[45,40],[45,38]",
            "[45,38],[46.5,38],[46.5,40],[45,40]"),
        swap(
            "bad_geometry",
            "territories.geojson:2",
            "AZ",
            "its border crosses itself",
            "[46.5,38],[46.5,40],[45,40]",
            "[46.5,40],[46.5,38],[45,40]"),
        swap(
            "dangling_reference",
            "edges.geojson:4",
            "road-a-x",
            "No node \"xx\". Maybe \"x\"?",
            "\"to\":\"x\",\"mode\":\"road\"",
            "\"to\":\"xx\",\"mode\":\"road\""),
        swap(
            "edge_leaves_jurisdiction",
            "edges.geojson:4",
            "road-a-x",
            "The edge lies in AM but ends at a in AZ. Maybe a crossing is missing?",
            "\"mode\":\"road\",\"jurisdiction\":\"AZ\"",
            "\"mode\":\"road\",\"jurisdiction\":\"AM\""),
        swap(
            "unknown_jurisdiction",
            "edges.geojson:4",
            "road-a-x",
            "No territory \"AX\". Maybe \"AM\"?",
            "\"mode\":\"road\",\"jurisdiction\":\"AZ\"",
            "\"mode\":\"road\",\"jurisdiction\":\"AX\""),
        swap(
            "wrong_jurisdictions",
            "nodes.geojson:2",
            "a",
            "lies in one jurisdiction, but here in \"AZ|AM\". Maybe it is a border_crossing?",
            "\"jurisdictions\":\"AZ\"",
            "\"jurisdictions\":\"AZ|AM\""),
        swap(
            "wrong_jurisdictions",
            "nodes.geojson:3",
            "x",
            "lies in two jurisdictions, but here in \"AM\"",
            "\"jurisdictions\":\"AZ|AM\"",
            "\"jurisdictions\":\"AM\""),
        broken(
            "duplicate_id",
            "nodes.geojson:5",
            "b",
            "There are two of this node, the other in line 4",
            t ->
                t.with(
                    "nodes.geojson",
                    "\n]}",
                    ",\n" + t.text("nodes.geojson").split("\n")[3] + "\n]}")),
        broken(
            "duplicate_id",
            "edges.geojson:4",
            "b",
            "An edge and a node share this id; the node is in nodes.geojson, line 4",
            t ->
                t.with("edges.geojson", "\"id\":\"road-a-x\"", "\"id\":\"b\"")
                    .with("statuses.csv", "road-a-x", "b")),
        swap(
            "not_rail",
            "edges.geojson:4",
            "road-a-x",
            "\"gauge_mm\" is for rail, but the mode is road",
            "\"mode\":\"road\"",
            "\"mode\":\"road\",\"gauge_mm\":1520"),
        swap(
            "unknown_code",
            "edges.geojson:3",
            "rail-x-b",
            "No rail gauge in millimetres \"1250\". Maybe \"1050\"?",
            "\"gauge_mm\":1520",
            "\"gauge_mm\":1250"),
        swap(
            "missing_value",
            "edges.geojson:2",
            "rail-a-x",
            "\"length_km\" and \"length_basis\" are stated together",
            "\"length_basis\":\"stated\",",
            ""),
        swap(
            "missing_value",
            "edges.geojson:2",
            "rail-a-x",
            "\"capacity\" and \"capacity_unit\" are stated together",
            ",\"capacity_unit\":\"trains/day\"",
            ""),
        row(
            "overlapping_status",
            "statuses.csv:8",
            "rail-a-x",
            "The days [1991-06-01, 1991-07-01) overlap those in line 2, [1941-01-01, 1992-01-01)",
            "rail-a-x,disused,1991-06,1991-07,,s1,high,"),
        row(
            "overlapping_status",
            "statuses.csv:8",
            "road-a-x",
            "overlap those in line 7",
            "road-a-x,disused,2020,,,s1,high,"),
        row(
            "dangling_reference",
            "statuses.csv:8",
            "road-a-y",
            "No node or edge \"road-a-y\". Maybe \"road-a-x\"?",
            "road-a-y,disused,2020,,,s1,high,"),
        swap(
                "missing_status",
                "edges.geojson:3",
                "rail-x-b",
                "The edge has no row in statuses.csv",
                "\"from\":\"x\"",
                "\"from\":\"x\"")
            .and(t -> t.with("statuses.csv", "rail-x-b,operational,,,,s1,high,\n", "")),
        row(
            "dangling_reference",
            "transhipments.csv:3",
            "c",
            "No node \"c\"",
            "c,rail,,road,,goods,6,,,,,,s1,low,"),
        row(
            "bad_value",
            "transhipments.csv:3",
            "a",
            "changes nothing",
            "a,road,,road,,goods,6,,,,,,s1,low,"),
        row(
            "missing_value",
            "transhipments.csv:3",
            "a",
            "are stated together or not at all",
            "a,rail,1435,road,,goods,6,,900,,,,s1,low,"),
        row(
            "negative_number",
            "transhipments.csv:3",
            "a",
            "\"capacity\" is negative: -900",
            "a,rail,1435,road,,goods,6,,-900,t/day,,,s1,low,"),
        row(
            "unknown_code",
            "transhipments.csv:3",
            "a",
            "Maybe \"t/day\"?",
            "a,rail,1435,road,,goods,6,,900,t/dy,,,s1,low,"),
        swap(
            "dangling_reference",
            "dataset.json:9",
            "ends",
            "No node \"bb\". Maybe \"b\"?",
            "[\"a\", \"b\"]",
            "[\"a\", \"bb\"]"),
        swap(
            "unknown_jurisdiction",
            "dataset.json:8",
            "AZ-main",
            "No territory \"AZ-NX\"",
            "[\"AZ\"]",
            "[\"AZ-NX\"]"),
        swap(
            "bad_region",
            "dataset.json:8",
            "AZ-main",
            "either \"jurisdictions\" or \"nodes\"",
            "\"jurisdictions\": [\"AZ\"]",
            "\"jurisdictions\": [\"AZ\"], \"nodes\": [\"a\"]"),
        swap(
            "duplicate_id",
            "dataset.json:9",
            "AZ-main",
            "There are two of this region, the other in line 8",
            "\"ends\"",
            "\"AZ-main\""),
        swap(
            "bad_id", "dataset.json:3", "../tiny", "is not lower-case", "\"tiny\"", "\"../tiny\""));
  }

  static Stream<Broken> parties() {
    return Stream.of(
        row(
            "bad_id",
            "parties.csv:5",
            "az2",
            "a state's two capital letters",
            "az2,state,AZ,en=X,s1,high,"),
        row(
            "unknown_party",
            "roles.csv:4",
            "x",
            "No party \"railcoo\". Maybe \"railco\"?",
            "x,operator,railcoo,AM,,,,,,s1,high,"),
        row(
            "unknown_agreement",
            "roles.csv:4",
            "x",
            "No agreement \"concesion\". Maybe \"concession\"?",
            "x,operator,railco,AM,,,,concesion,,s1,high,"),
        row(
            "unknown_side",
            "roles.csv:4",
            "x",
            "No side \"IR\", but AM and AZ.",
            "x,operator,railco,IR,,,,,,s1,high,"),
        row(
            "unknown_side",
            "roles.csv:4",
            "a",
            "A side is for crossings alone",
            "a,operator,railco,AZ,,,,,,s1,high,"),
        row(
            "shares_over_100",
            "stakes.csv:4",
            "railco",
            "On 2015-01-01 the stakes sum to 104.00 %",
            "AZ,railco,shares,10,20,2015,,,,s1,high,"),
        row(
            "bad_share",
            "stakes.csv:4",
            "railco",
            "a percentage from 0 to 100 or a fraction such as 1/3, but \"101\"",
            "AZ,railco,shares,1,101,2015,,,,s1,high,"),
        row(
            "bad_share",
            "stakes.csv:4",
            "railco",
            "but \"1/0\"",
            "AZ,railco,shares,1/0,1,2015,,,,s1,high,"),
        row(
            "bad_value",
            "stakes.csv:4",
            "railco",
            "is at least 3 % and at most 2 %",
            "AZ,railco,shares,3,2,2015,,,,s1,high,"),
        row(
            "bad_value",
            "stakes.csv:4",
            "railco",
            "no stake in itself",
            "railco,railco,shares,1,1,2015,,,,s1,high,"),
        row(
            "bad_value",
            "decisions.csv:4",
            "railco",
            "by members names them",
            "railco,special,all,,,,,,s1,high,"),
        row(
            "missing_value",
            "decisions.csv:4",
            "railco",
            "\"quota\" is not stated",
            "railco,special,votes_over,,,,,,s1,high,"),
        row(
            "bad_value",
            "decisions.csv:4",
            "railco",
            "asks for 3 of 2 members",
            "railco,special,at_least,3,AZ|AM,,,,s1,high,"));
  }

  static Stream<Broken> borders() {
    return Stream.of(
        row(
            "unknown_crossing",
            "crossings.csv:5",
            "a",
            "No crossing \"a\"",
            "a,,,,,,open,1991,,,,,,,,,,s1,high,"),
        row(
            "unknown_side",
            "crossings.csv:5",
            "x",
            "No side \"AX\", but AM and AZ. Maybe \"AM\"?",
            "x,,,AX,AM,,open,1992,,,,,,,,,,s1,high,"),
        row(
            "unknown_side",
            "crossings.csv:5",
            "x",
            "both sides or none",
            "x,,,AZ,,,open,1992,,,,,,,,,,s1,high,"),
        row(
            "unknown_side",
            "crossings.csv:5",
            "x",
            "from one side to the other",
            "x,,,AZ,AZ,,open,1992,,,,,,,,,,s1,high,"),
        row(
            "conflicting_facts",
            "crossings.csv:5",
            "x",
            "ties with the one in line 3 and differs in state",
            "x,,persons|goods,,,,open,2020-03-05,,,,,,,,,,s1,high,"),
        row(
            "conflicting_facts",
            "crossings.csv:5",
            "x",
            "ties with the one in line 4 and differs in wait_hours, fee_usd",
            "x,rail|road,,AZ,AM,AZ-NX,,2010,,,,9,21,08:00-18:00,,,,s1,high,"),
        row(
            "missing_value",
            "crossings.csv:5",
            "x",
            "The row states nothing",
            "x,,,,,,,1992,,,,,,,,,,s1,high,"),
        row(
            "bad_value",
            "crossings.csv:5",
            "x",
            "why a crossing is closed or restricted",
            "x,,,,,,open,1992,,,closure,,,,,,,s1,high,"),
        row(
            "unknown_code",
            "crossings.csv:5",
            "x",
            "No kind of closure \"fee\"",
            "x,,,,,,closed,1992,,,fee,,,,,,,s1,high,"),
        row(
            "bad_hours",
            "crossings.csv:5",
            "x",
            "at 4: Expected a month, but the text ends",
            "x,,,,,,open,1992,,,,,,Apr-,,,,s1,high,"),
        row(
            "bad_hours",
            "crossings.csv:5",
            "x",
            "In \"8-18\" at 0: Expected a time such as 08:00, 24 or off, but it is \"8\". Maybe 08:00?",
            "x,,,,,,open,1992,,,,,,8-18,,,,s1,high,"),
        row(
            "unknown_code",
            "crossings.csv:5",
            "x",
            "\"Azerbaijan\" is no code after ISO 3166",
            "x,,,,,Azerbaijan,open,1992,,,,,,,,,,s1,high,"),
        row(
            "unknown_crossing",
            "controls.csv:3",
            "y",
            "No crossing \"y\". Maybe \"x\"?",
            "y,AM,customs,AM,AM,officer,line,,,,,,,s1,high,"),
        row(
            "unknown_side",
            "controls.csv:3",
            "x",
            "No side \"IR\"",
            "x,IR,customs,AM,AM,officer,line,,,,,,,s1,high,"),
        row(
            "unknown_code",
            "controls.csv:3",
            "x",
            "No contact \"robot\"",
            "x,AM,customs,AM,AM,robot,line,,,,,,,s1,high,"),
        row(
            "unknown_party",
            "controls.csv:3",
            "x",
            "No party \"AMM\". Maybe \"AM\"?",
            "x,AM,customs,AM,AMM,officer,line,,,,,,,s1,high,"));
  }

  static Stream<Broken> law() {
    return Stream.of(
        swap(
            "unknown_party",
            "agreements.json:4",
            "concession",
            "No party \"railc\". Maybe \"railco\"?",
            "[\"AM\", \"railco\"]",
            "[\"AM\", \"railc\"]"),
        swap(
            "unknown_code",
            "agreements.json:6",
            "concession",
            "No legal status \"singed\". Maybe \"signed\"?",
            "\"signed\"",
            "\"singed\""),
        swap(
            "bad_interval",
            "agreements.json:6",
            "concession",
            "backwards",
            "\"to\": \"2010\"",
            "\"to\": \"2001\""),
        swap(
            "unknown_code",
            "agreements.json:4",
            "concession",
            "No truth value \"yes\"",
            "\"binding\": true",
            "\"binding\": \"yes\""),
        swap(
            "unknown_agreement",
            "agreements.json:10",
            "concession",
            "No agreement \"treaty1\". Maybe \"treaty\"?",
            "\"agreement\": \"treaty\"",
            "\"agreement\": \"treaty1\""),
        swap(
            "dangling_reference",
            "agreements.json:14",
            "concession",
            "No node or edge \"xyz\"",
            "[\"x\", \"rail-x-b\"]",
            "[\"xyz\", \"rail-x-b\"]"),
        swap(
            "unknown_jurisdiction",
            "agreements.json:14",
            "concession",
            "No territory \"AMM\". Maybe \"AM\"?",
            "\"jurisdictions\": [\"AM\"]",
            "\"jurisdictions\": [\"AMM\"]"),
        swap(
            "unknown_corridor",
            "agreements.json:14",
            "concession",
            "No corridor \"eastwest\". Maybe \"east-west\"?",
            "\"jurisdictions\": [\"AM\"]",
            "\"corridors\": [\"eastwest\"]"),
        swap(
            "missing_value",
            "agreements.json:13",
            "concession",
            "names the party bound",
            "\"party\": \"AM\", \"classes\"",
            "\"classes\""),
        swap(
            "missing_source",
            "agreements.json:10",
            "concession",
            "Nobody is named",
            "\"status\": \"in_force\", \"sources\": [\"s1\"]",
            "\"status\": \"in_force\", \"sources\": []"),
        row(
            "dangling_reference",
            "claims.csv:3",
            "rail-a-y",
            "Nothing in the dataset has the id \"rail-a-y\"",
            "rail-a-y,length_km,46,km,s2,low,"),
        row(
            "unknown_code",
            "claims.csv:3",
            "a",
            "No column or property \"lenght_km\". Maybe \"length_km\"?",
            "a,lenght_km,46,km,s2,low,"));
  }

  static Stream<Broken> causes() {
    return Stream.of(
        row(
            "overlapping_quota",
            "quotas.csv:5",
            "q-2025",
            "It holds on days on which the period in line 3 holds too",
            "q-2025,AM,AZ,bilateral,,,1,permits,,2025-12,,,,s1,low,"),
        row(
            "duplicate_id",
            "quotas.csv:5",
            "q-2025",
            "A quota of another pair or kind has this id in line 2",
            "q-2025,AM,AZ,transit,,,1,permits,,2028,,,,s1,low,"),
        row(
            "unknown_jurisdiction",
            "quotas.csv:5",
            "q",
            "No territory \"AB\"",
            "q,AB,AZ,transit,,,1,permits,,,,,,s1,low,"),
        row(
            "bad_value",
            "quotas.csv:5",
            "q",
            "A quota is of two states",
            "q,AZ,AZ,transit,,,1,permits,,,,,,s1,low,"),
        row(
            "unknown_code",
            "quotas.csv:5",
            "q",
            "\"Azerbaijan\" is no code after ISO 3166-1",
            "q,AM,Azerbaijan,transit,,,1,permits,,,,,,s1,low,"),
        row(
            "unknown_code",
            "quotas.csv:5",
            "q",
            "No kind of quota \"transits\". Maybe \"transit\"?",
            "q,AM,AZ,transits,,,1,permits,,,,,,s1,low,"),
        row(
            "negative_number",
            "quotas.csv:5",
            "q",
            "\"amount\" is negative: -1",
            "q,AM,AZ,transit,,,-1,permits,,,,,,s1,low,"),
        row(
            "missing_value",
            "quotas.csv:5",
            "q",
            "\"unit\" is not stated, but must be",
            "q,AM,AZ,transit,,,1,,,,,,,s1,low,"),
        row(
            "unknown_agreement",
            "quotas.csv:5",
            "q",
            "No agreement \"concesion\". Maybe \"concession\"?",
            "q,AM,AZ,transit,,,1,permits,,,,concesion,,s1,low,"),
        row(
            "dangling_reference",
            "causes.csv:5",
            "quake",
            "No node, edge, party or agreement \"rail-a-y\". Maybe \"rail-a-x\"?",
            "quake,en=Quake,earthquake,,rail-a-y|a,,,,s1,low,"),
        row(
            "dangling_reference",
            "causes.csv:5",
            "quake",
            "No node, edge, party or agreement \"strike\"",
            "quake,en=Quake,earthquake,strike,a,,,,s1,low,"),
        row(
            "unknown_code",
            "causes.csv:5",
            "quake",
            "No kind of common cause \"quake\"",
            "quake,en=Quake,quake,,a,,,,s1,low,"),
        row(
            "missing_value",
            "causes.csv:5",
            "quake",
            "\"members\" is not stated, but must be",
            "quake,en=Quake,earthquake,x,,,,,s1,low,"),
        row(
            "bad_value",
            "causes.csv:5",
            "quake",
            "A trigger is no member of its own cause",
            "quake,en=Quake,earthquake,x,a|x,,,,s1,low,"),
        row(
            "unknown_party",
            "causes.csv:5",
            "quake",
            "No party \"AR\". Maybe \"AM\"?",
            "quake,en=Quake,earthquake,,a,AR,,,s1,low,"),
        row(
            "duplicate_id",
            "causes.csv:5",
            "answer",
            "the other in line 2",
            "answer,en=Quake,earthquake,,a,,,,s1,low,"),
        row(
            "duplicate_id",
            "causes.csv:5",
            "concession",
            "shares this id with the agreement in agreements.json, line 2",
            "concession,en=Quake,earthquake,,a,,,,s1,low,"),
        row(
            "bad_interval",
            "causes.csv:5",
            "quake",
            "Maybe the two are swapped?",
            "quake,en=Quake,earthquake,,a,,2020,2019,s1,low,"),
        row(
            "dangling_reference",
            "probabilities.csv:7",
            "rail-x-c",
            "No node, edge, party, agreement or common cause \"rail-x-c\". Maybe \"rail-x-b\"?",
            "rail-x-c,0,1,,,assumption,s2,low,"),
        row(
            "bad_probability",
            "probabilities.csv:7",
            "x",
            "\"high\" is a probability from 0 to 1, but 95. Maybe it is in per cent?",
            "x,0,95,,,assumption,s2,low,"),
        row(
            "bad_probability",
            "probabilities.csv:7",
            "x",
            "\"low\" is a probability from 0 to 1, but -0.1",
            "x,-0.1,1,,,assumption,s2,low,"),
        row(
            "bad_number",
            "probabilities.csv:7",
            "x",
            "\"low\" is not a finite number",
            "x,NaN,1,,,assumption,s2,low,"),
        row(
            "bad_interval",
            "probabilities.csv:7",
            "x",
            "\"low\" 0.9 is above \"high\" 0.8. Maybe the two are swapped?",
            "x,0.9,0.8,,,assumption,s2,low,"),
        row(
            "missing_value",
            "probabilities.csv:7",
            "x",
            "\"basis\" is not stated, but must be",
            "x,0.9,0.9,,,,s2,low,"),
        row(
            "unknown_code",
            "probabilities.csv:7",
            "x",
            "No basis of a probability \"guess\"",
            "x,0.9,0.9,,,guess,s2,low,"),
        swap(
            "dangling_reference",
            "scenarios.json:6",
            "shut",
            "No common cause \"answr\". Maybe \"answer\"?",
            "{\"op\": \"refuse\", \"party\": \"AZ\"}",
            "{\"op\": \"happen\", \"cause\": \"answr\"}"),
        swap(
            "dangling_reference",
            "scenarios.json:6",
            "shut",
            "No node, edge, party, agreement or common cause \"answr\". Maybe \"answer\"?",
            "{\"op\": \"refuse\", \"party\": \"AZ\"}",
            "{\"op\": \"probability\", \"subject\": \"answr\", \"value\": 0.5}"),
        swap(
            "bad_probability",
            "scenarios.json:6",
            "shut",
            "\"value\" is a probability from 0 to 1, but 1.5",
            "{\"op\": \"refuse\", \"party\": \"AZ\"}",
            "{\"op\": \"probability\", \"subject\": \"answer\", \"value\": 1.5}"),
        swap(
            "bad_value",
            "scenarios.json:6",
            "shut",
            "\"value\" or both \"low\" and \"high\", not all",
            "{\"op\": \"refuse\", \"party\": \"AZ\"}",
            "{\"op\": \"probability\", \"subject\": \"answer\", \"value\": 0.5, \"low\": 0}"),
        swap(
            "missing_value",
            "scenarios.json:6",
            "shut",
            "\"high\" is not stated, but must be",
            "{\"op\": \"refuse\", \"party\": \"AZ\"}",
            "{\"op\": \"probability\", \"subject\": \"answer\", \"low\": 0.5}"),
        row(
            "overlapping_probability",
            "probabilities.csv:7",
            "rail-a-x",
            "It holds on days on which that in line 2 holds too",
            "rail-a-x,0.9,0.9,,2001,estimate,s2,low,"),
        broken(
            "ambiguous_subject",
            "probabilities.csv:7",
            "b",
            "It may be the node or the party \"b\". Maybe rename one?",
            t ->
                t.append("parties.csv", "b,company,AM,en=B,s1,high,")
                    .append("probabilities.csv", "b,0,1,,,assumption,s2,low,")));
  }

  @Test
  void aDatasetMayDoWithoutCausesAndProbabilities() {
    TransitNetwork network =
        NetworkReader.read(
            TinyDataset.valid()
                .without("causes.csv")
                .without("probabilities.csv")
                .writtenTo(folder));
    assertThat(network.commonCauses()).isEmpty();
    assertThat(network.survivals()).isEmpty();
  }

  static Stream<Broken> whatIf() {
    return Stream.of(
        swap(
            "unknown_code",
            "scenarios.json:4",
            "shut",
            "No kind of change \"shut\". Maybe one of status, open, close,",
            "\"op\": \"close\"",
            "\"op\": \"shut\""),
        swap(
            "unknown_field",
            "scenarios.json:6",
            "shut",
            "The change \"refuse\" has no field \"who\"",
            "\"party\": \"AZ\"",
            "\"party\": \"AZ\", \"who\": 1"),
        swap(
            "unknown_scenario",
            "scenarios.json:8",
            "more",
            "No scenario \"shutt\". Maybe \"shut\"?",
            "\"extends\": \"shut\"",
            "\"extends\": \"shutt\""),
        swap(
            "scenario_cycle",
            "scenarios.json:2",
            "shut",
            "in a circle",
            "\"description\"",
            "\"extends\": \"more\", \"description\""),
        swap(
            "dangling_reference",
            "scenarios.json:10",
            "more",
            "No node or edge \"rail-a-y\". Maybe \"rail-a-x\"?",
            "[\"rail-a-x\"]",
            "[\"rail-a-y\"]"),
        swap(
            "bad_value",
            "scenarios.json:11",
            "more",
            "A change \"open\" says where",
            "\"op\": \"open\", \"where\": {\"elements\": [\"x\"]}",
            "\"op\": \"open\", \"where\": {}"),
        swap(
            "missing_value",
            "scenarios.json:11",
            "more",
            "\"where\" is not stated",
            "\"op\": \"open\", \"where\": {\"elements\": [\"x\"]}",
            "\"op\": \"open\""),
        swap(
            "unknown_party",
            "scenarios.json:6",
            "shut",
            "No party \"AX\"",
            "\"party\": \"AZ\"",
            "\"party\": \"AX\""),
        swap(
            "unknown_agreement",
            "scenarios.json:12",
            "more",
            "No agreement \"treatise\"",
            "\"lapse\", \"agreement\": \"concession\"",
            "\"lapse\", \"agreement\": \"treatise\""),
        swap(
            "unknown_jurisdiction",
            "scenarios.json:17",
            "more",
            "No territory \"IR\"",
            "\"post\": \"AM\"",
            "\"post\": \"IR\""),
        swap(
            "bad_value",
            "scenarios.json:18",
            "more",
            "states a wait, a fee or both",
            ", \"wait_hours\": 2, \"fee_usd\": 10.5",
            ""),
        swap(
            "bad_number",
            "scenarios.json:19",
            "more",
            "\"speed_kmh\" is 0, but must be above",
            "\"speed_kmh\": 120",
            "\"speed_kmh\": 0"));
  }

  @Test
  void aCircleOfControlIsTold() {
    List<Finding> faults =
        TinyDataset.valid()
            .append("parties.csv", "one,company,,en=One,s1,high,")
            .append("parties.csv", "two,company,,en=Two,s1,high,")
            .append("stakes.csv", "two,one,shares,100,100,,,,,s1,high,")
            .append("stakes.csv", "one,two,shares,100,100,,,,,s1,high,")
            .faults(folder);
    assertThat(faults)
        .extracting(Finding::code, Finding::file, Finding::line, Finding::subject)
        .containsExactly(
            Tuple.tuple("control_cycle", "stakes.csv", 4, "one"),
            Tuple.tuple("control_cycle", "stakes.csv", 5, "two"));
    assertThat(faults.get(0).message()).contains("circle").contains("one").contains("two");
  }

  @Test
  void fiveFilesBrokenAtOnceAreToldTogetherInTheOrderOfTheFormat() {
    List<Finding> faults =
        TinyDataset.valid()
            .without("controls.csv")
            .with("nodes.geojson", "\"coordinates\":[46,39]", "\"coordinates\":[NaN,39]")
            .append("roles.csv", "x,operator,nobody,AM,,2020,2019,,,s1,high,")
            .append("stakes.csv", "AZ,railco,shares,10,20,2015,,,,s1,high,")
            .with("agreements.json", "\"kind\": \"contract\"", "\"kind\": \"contrakt\"")
            .with("scenarios.json", "\"op\": \"close\"", "\"op\": \"shut\"")
            .faults(folder);
    assertThat(faults)
        .extracting(finding -> finding.file() + ":" + finding.line() + " " + finding.code())
        .containsExactly(
            "nodes.geojson:2 bad_coordinate",
            "stakes.csv:4 shares_over_100",
            "roles.csv:4 unknown_party",
            "roles.csv:4 bad_interval",
            "controls.csv:0 missing_file",
            "agreements.json:3 unknown_code",
            "scenarios.json:4 unknown_code");
  }

  @Test
  void whatAnUnreadableFileMakesUnknownIsNotToldAsAnotherFault() {
    List<Finding> faults = TinyDataset.valid().put("parties.csv", "id,kin\n").faults(folder);
    assertThat(faults).isNotEmpty().allMatch(fault -> fault.file().equals("parties.csv"));
  }

  @Test
  void theMessageListsTheFaults() {
    TinyDataset.valid().without("stakes.csv").without("roles.csv").writtenTo(folder);
    InvalidDatasetException thrown =
        catchThrowableOfType(InvalidDatasetException.class, () -> NetworkReader.read(folder));
    assertThat(thrown)
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "The dataset "
                + folder
                + " has 2 faults:\n"
                + "  stakes.csv [missing_file] The file is missing.\n"
                + "  roles.csv [missing_file] The file is missing.");
  }

  @Test
  void atMostAThousandFaultsAreTold() {
    TinyDataset tiny = TinyDataset.valid();
    tiny.put("roles.csv", tiny.text("roles.csv") + "x,operat,AM,AM,,,,,,s1,high,\n".repeat(1_500));
    List<Finding> faults = tiny.faults(folder);
    assertThat(faults).hasSize(1_001);
    assertThat(faults.get(1_000).code()).isEqualTo("too_many_faults");
    assertThat(faults.get(1_000).message()).isEqualTo("Only 1000 faults are told; 500 are not");
  }

  @Test
  void aVastCellIsCutInMessages() {
    List<Finding> faults =
        TinyDataset.valid()
            .append("roles.csv", "x,operator," + "n".repeat(500_000) + ",AM,,,,,,s1,high,")
            .faults(folder);
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).message()).hasSizeLessThan(200).contains("nnn…");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    TinyDataset tiny = TinyDataset.valid().with("nodes.geojson", "az=Abad", "az=Ağbənd");
    tiny.writtenTo(folder);
    encoded("nodes.geojson", tiny, Charset.forName("ISO-8859-9"));
    assertThat(only(TinyDataset.faultsOf(folder)))
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("wrong_encoding");
              assertThat(fault.file()).isEqualTo("nodes.geojson");
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.message()).contains("Maybe it is ISO 8859-1 or Windows-1252?");
            });
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      encoded("nodes.geojson", tiny, wide);
      assertThat(only(TinyDataset.faultsOf(folder)))
          .satisfies(
              fault -> {
                assertThat(fault.code()).isEqualTo("wrong_encoding");
                assertThat(fault.message()).contains("Maybe it is UTF-16?");
              });
    }
  }

  private void encoded(String file, TinyDataset tiny, Charset charset) throws IOException {
    Files.write(folder.resolve(file), tiny.text(file).getBytes(charset));
  }

  @Test
  void aCutCharacterAtTheEndIsRefused() throws IOException {
    TinyDataset.valid().writtenTo(folder);
    Files.write(
        folder.resolve("claims.csv"),
        new byte[] {(byte) 0xC9},
        java.nio.file.StandardOpenOption.APPEND);
    assertThat(only(TinyDataset.faultsOf(folder)).toString())
        .startsWith("claims.csv:3 [wrong_encoding]");
  }

  @Test
  void aFileOver64MebibytesIsRefused() throws IOException {
    TinyDataset.valid().writtenTo(folder);
    byte[] lines = new byte[1 << 20];
    Arrays.fill(lines, (byte) ' ');
    lines[lines.length - 1] = '\n';
    try (OutputStream out = Files.newOutputStream(folder.resolve("nodes.geojson"))) {
      for (int i = 0; i < 65; i++) {
        out.write(lines);
      }
    }
    assertThat(only(TinyDataset.faultsOf(folder)).toString())
        .contains("nodes.geojson:65 [file_too_long] The file is over 64 MiB");
  }

  @Test
  void aFolderInThePlaceOfAFileIsRefused() throws IOException {
    TinyDataset.valid().without("claims.csv").writtenTo(folder);
    Files.createDirectory(folder.resolve("claims.csv"));
    assertThat(only(TinyDataset.faultsOf(folder)).toString())
        .isEqualTo("claims.csv [not_a_file] This is a folder, not a file");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    TinyDataset tiny = TinyDataset.valid();
    Path outside = elsewhere.resolve("claims.csv");
    Files.writeString(outside, tiny.text("claims.csv"));
    tiny.without("claims.csv").writtenTo(folder);
    Files.createSymbolicLink(folder.resolve("claims.csv"), outside);
    assertThat(only(TinyDataset.faultsOf(folder)).toString())
        .startsWith("claims.csv [outside_folder]");
    Files.delete(outside);
    assertThat(only(TinyDataset.faultsOf(folder)).toString())
        .isEqualTo("claims.csv [missing_file] The file is a link to nothing");
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    TinyDataset tiny = TinyDataset.valid();
    tiny.put("real-claims.txt", tiny.text("claims.csv")).without("claims.csv").writtenTo(folder);
    Files.createSymbolicLink(folder.resolve("claims.csv"), Path.of("real-claims.txt"));
    assertThat(NetworkReader.read(folder).alternatives()).hasSize(1);
  }

  @Test
  void whatIsNotAFolderIsRefused() throws IOException {
    assertThat(only(TinyDataset.faultsOf(folder.resolve("nowhere"))).code())
        .isEqualTo("missing_folder");
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(only(TinyDataset.faultsOf(file)).toString()).contains("[not_a_folder]");
  }

  @Test
  void anEmptyFolderNamesEveryFile() {
    assertThat(TinyDataset.faultsOf(folder))
        .hasSize(Schema.FILES.size() - Schema.OPTIONAL.size())
        .noneMatch(fault -> Schema.OPTIONAL.contains(fault.file()))
        .allMatch(fault -> fault.code().equals("missing_file"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../south-caucasus", "south-caucasus/", "/etc", "a\\b", "..", "", "South"})
  void aNameOnTheClassPathIsNoPath(String name) {
    InvalidDatasetException thrown =
        catchThrowableOfType(
            InvalidDatasetException.class, () -> NetworkReader.readClassPath(name));
    assertThat(only(thrown.findings()).code()).isEqualTo("bad_name");
  }

  @Test
  void anUnknownNameOnTheClassPathNamesEveryFile() {
    InvalidDatasetException thrown =
        catchThrowableOfType(
            InvalidDatasetException.class, () -> NetworkReader.readClassPath("atlantis"));
    assertThat(thrown.findings()).allMatch(fault -> fault.code().equals("missing_file"));
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
