package org.araxes.io;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns or fields a file or an object has.
 *
 * @param file the file
 * @param what what one row is, for messages
 * @param key the column that says what a row is about
 * @param columns all columns
 * @param nested those that hold an object or a list of objects
 * @param spare columns of a table that may be left out, empty in every row then
 */
record Schema(
    String file,
    String what,
    String key,
    List<String> columns,
    Set<String> nested,
    Set<String> spare) {
  static final Schema SOURCES =
      of("sources.csv", "source", "id", "id title publisher url date licence side note");
  static final Schema TERRITORIES =
      of(
          "territories.geojson",
          "territory",
          "id",
          "id names sovereign administering sources confidence note");
  static final Schema NODES =
      of(
          "nodes.geojson",
          "node",
          "id",
          "id names kind jurisdictions position tags sources confidence note");
  static final Schema EDGES =
      of(
          "edges.geojson",
          "edge",
          "id",
          "id names from to mode jurisdiction direction geometry length_km length_basis gauge_mm"
              + " electrification tracks speed_kmh capacity capacity_unit corridors sources"
              + " confidence note");
  static final Schema STATUSES =
      of(
          "statuses.csv",
          "status",
          "element",
          "element status from to basis sources confidence note");
  static final Schema TRANSHIPMENTS =
      sparing(
          of(
              "transhipments.csv",
              "transhipment",
              "node",
              "node from_mode from_gauge to_mode to_gauge classes hours usd_per_tonne capacity"
                  + " capacity_unit from to sources confidence note"),
          "capacity capacity_unit");
  static final Schema PARTIES =
      of("parties.csv", "party", "id", "id kind jurisdiction names sources confidence note");
  static final Schema STAKES =
      of(
          "stakes.csv",
          "stake",
          "held",
          "holder held kind share_min share_max from to under basis sources confidence note");
  static final Schema DECISIONS =
      of(
          "decisions.csv",
          "decision",
          "party",
          "party matter rule quota members from to under sources confidence note");
  static final Schema ROLES =
      of(
          "roles.csv",
          "role",
          "element",
          "element role holder side matter from to under basis sources confidence note");
  static final Schema CROSSINGS =
      sparing(
          of(
              "crossings.csv",
              "fact",
              "crossing",
              "crossing modes classes from_side to_side flags state valid_from valid_to by kind"
                  + " wait_hours fee_usd opening_hours time_zone capacity_per_day season commodities"
                  + " over_tonnes up_to_tonnes residents vehicles regime under basis sources confidence"
                  + " note"),
          "time_zone season commodities over_tonnes up_to_tonnes residents vehicles regime");
  static final Schema CONTROLS =
      of(
          "controls.csv",
          "control",
          "crossing",
          "crossing post function controller decider contact place modes classes valid_from"
              + " valid_to under basis sources confidence note");
  static final Schema QUOTAS =
      of(
          "quotas.csv",
          "quota",
          "id",
          "id host flag kind modes classes amount unit state from to under basis sources confidence"
              + " note");
  static final Schema CAUSES =
      of(
          "causes.csv",
          "common cause",
          "id",
          "id names kind trigger members by from to sources confidence note");
  static final Schema PROBABILITIES =
      of(
          "probabilities.csv",
          "probability",
          "subject",
          "subject low high from to basis sources confidence note");
  static final Schema CLAIMS =
      of(
          "claims.csv",
          "claim",
          "subject",
          "subject attribute value unit side sources confidence note");
  static final Schema AGREEMENTS =
      nesting(
          of(
              "agreements.json",
              "agreement",
              "id",
              "id names kind parties binding status life_cycle term prerequisites provisions sources"
                  + " confidence note"),
          "names status term prerequisites provisions");
  static final Schema AGREEMENT_STATUS =
      of("agreements.json", "status", "status", "status from to basis sources confidence note");
  static final Schema PREREQUISITE =
      nesting(
          of(
              "agreements.json",
              "prerequisite",
              "text",
              "id text agreement status before needs by done sources confidence note"),
          "done");
  static final Schema STEP_DONE =
      of("agreements.json", "claim", "happened", "happened from to basis sources confidence note");
  static final Schema TERM =
      nesting(
          of("agreements.json", "term", "length", "from length extensions exits suspensions"),
          "extensions exits suspensions");
  static final Schema EXTENSION =
      of(
          "agreements.json",
          "extension",
          "text",
          "length after consent agreed text basis sources confidence note");
  static final Schema LEAVE =
      of(
          "agreements.json",
          "way out",
          "text",
          "by ground notice after text sources confidence note");
  static final Schema PROVISION =
      nesting(
          of(
              "agreements.json",
              "provision",
              "id",
              "id effect party where classes modes flags summary from to role matter functions"
                  + " per_day prevails_over"),
          "where");
  static final Schema DATASET =
      nesting(
          of(
              "dataset.json",
              "dataset",
              "id",
              "format id names as_of time_zone attribution regions"),
          "names attribution regions");
  static final Schema REGION =
      nesting(of("dataset.json", "region", "id", "id names jurisdictions nodes"), "names");
  static final Schema SCENARIOS =
      nesting(
          of(
              "scenarios.json",
              "scenario",
              "id",
              "id names description date extends changes sources note"),
          "names changes");

  /** The files of a dataset in the order in which they are read and faults are told. */
  static final List<String> FILES =
      Stream.of(
              DATASET,
              SOURCES,
              TERRITORIES,
              NODES,
              EDGES,
              STATUSES,
              TRANSHIPMENTS,
              PARTIES,
              STAKES,
              DECISIONS,
              ROLES,
              CROSSINGS,
              CONTROLS,
              AGREEMENTS,
              QUOTAS,
              CAUSES,
              PROBABILITIES,
              SCENARIOS,
              CLAIMS)
          .map(Schema::file)
          .toList();

  /** The files that a dataset may do without. */
  static final List<String> OPTIONAL =
      Stream.of(QUOTAS, CAUSES, PROBABILITIES).map(Schema::file).toList();

  /** Every column and property name, for claims about one of them. */
  static final Set<String> ATTRIBUTES =
      Stream.of(
              DATASET,
              REGION,
              SOURCES,
              TERRITORIES,
              NODES,
              EDGES,
              STATUSES,
              TRANSHIPMENTS,
              PARTIES,
              STAKES,
              DECISIONS,
              ROLES,
              CROSSINGS,
              CONTROLS,
              AGREEMENTS,
              AGREEMENT_STATUS,
              PREREQUISITE,
              STEP_DONE,
              TERM,
              EXTENSION,
              LEAVE,
              PROVISION,
              QUOTAS,
              CAUSES,
              PROBABILITIES,
              SCENARIOS)
          .flatMap(schema -> schema.columns().stream())
          .collect(Collectors.toUnmodifiableSet());

  static Schema of(String file, String what, String key, String columns) {
    return new Schema(file, what, key, List.of(columns.split(" ")), Set.of(), Set.of());
  }

  static Schema nesting(Schema flat, String nested) {
    return new Schema(
        flat.file, flat.what, flat.key, flat.columns, Set.of(nested.split(" ")), flat.spare);
  }

  static Schema sparing(Schema strict, String spare) {
    return new Schema(
        strict.file,
        strict.what,
        strict.key,
        strict.columns,
        strict.nested,
        Set.of(spare.split(" ")));
  }

  /** Whether a file may do without a column: what came after the first datasets. */
  boolean canMiss(String column) {
    return column.equals("side") && (this.equals(SOURCES) || this.equals(CLAIMS));
  }

  /** The same for a file of another name. */
  Schema in(String other) {
    return new Schema(other, what, key, columns, nested, spare);
  }

  /** The selector of a provision or a change, in the same file. */
  static Schema where(String file) {
    return of(file, "selector", "elements", "elements jurisdictions corridors modes");
  }
}
