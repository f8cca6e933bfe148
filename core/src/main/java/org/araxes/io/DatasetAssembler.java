package org.araxes.io;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.araxes.answer.Finding;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.network.InvalidNetworkException;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenarios;

/**
 * Puts a dataset together: reads every file into rows, gathers every id, makes every value, and
 * only where nothing at all is wrong builds the network.
 */
final class DatasetAssembler {
  private static final String FORMAT = "araxes-dataset/1";
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>|]+");

  private final DatasetFiles files;
  private final Faults faults;
  private final Map<String, Table> tables = new LinkedHashMap<>();

  DatasetAssembler(DatasetFiles files, Faults faults) {
    this.files = files;
    this.faults = faults;
  }

  /** The dataset, or empty after faults that are told. */
  Optional<Dataset> assemble() {
    Optional<JsonValue> description = json(Schema.DATASET);
    Optional<Row> dataset = description.flatMap(this::datasetRow);
    readCsv(Schema.SOURCES);
    GeoJson.Features territories = features(Schema.TERRITORIES);
    GeoJson.Features nodes = features(Schema.NODES);
    GeoJson.Features edges = features(Schema.EDGES);
    for (Schema schema :
        List.of(
            Schema.STATUSES,
            Schema.TRANSHIPMENTS,
            Schema.PARTIES,
            Schema.STAKES,
            Schema.DECISIONS,
            Schema.ROLES,
            Schema.CROSSINGS,
            Schema.CONTROLS,
            Schema.CLAIMS)) {
      readCsv(schema);
    }
    readOptionalCsv(Schema.QUOTAS);
    readOptionalCsv(Schema.CAUSES);
    readOptionalCsv(Schema.PROBABILITIES);
    readList(Schema.AGREEMENTS);
    readList(Schema.SCENARIOS);
    tables.put(
        Schema.REGION.what(),
        dataset
            .map(row -> new Table(Schema.REGION, regionRows(row), true))
            .orElse(Table.unreadable(Schema.REGION)));
    Ids ids = Ids.of(tables);

    TransitNetwork.Builder builder =
        TransitNetwork.builder(dataset.map(Row::subject).orElse("unnamed"));
    dataset.ifPresent(row -> describe(row, builder));
    readSources(ids, builder);
    ElementFiles elements = new ElementFiles(ids, builder);
    elements.readTerritories(territories);
    elements.readStatuses(table(Schema.STATUSES), table(Schema.EDGES));
    elements.readNodes(nodes);
    elements.readEdges(edges);
    elements.readTranshipments(table(Schema.TRANSHIPMENTS));
    elements.readRegions(table(Schema.REGION));
    PartyFiles parties = new PartyFiles(ids, builder);
    parties.readParties(table(Schema.PARTIES));
    parties.readStakes(table(Schema.STAKES));
    parties.readDecisions(table(Schema.DECISIONS));
    parties.readRoles(table(Schema.ROLES), elements.nodes());
    parties.checkControl(faults);
    // Where it is told in vain, it is not missed in the rows.
    boolean told = dataset.map(row -> row.has("time_zone")).orElse(true);
    Optional<ZoneId> zone =
        dataset
            .flatMap(row -> row.zone("time_zone"))
            .or(() -> told ? Optional.of(ZoneOffset.UTC) : Optional.empty());
    BorderFiles borders = new BorderFiles(ids, builder, elements.nodes(), zone);
    borders.readCrossings(table(Schema.CROSSINGS));
    borders.readControls(table(Schema.CONTROLS));
    new AgreementFile(ids, builder).read(table(Schema.AGREEMENTS));
    new QuotaFile(ids, builder).read(table(Schema.QUOTAS));
    CauseFiles causes = new CauseFiles(ids, builder);
    causes.readCauses(table(Schema.CAUSES));
    causes.readProbabilities(table(Schema.PROBABILITIES));
    Scenarios scenarios = new ScenarioFile(ids, faults).read(table(Schema.SCENARIOS));
    readClaims(ids, builder);
    return faults.any() ? Optional.empty() : build(builder, scenarios, ids);
  }

  private Optional<Dataset> build(TransitNetwork.Builder builder, Scenarios scenarios, Ids ids) {
    try {
      return Optional.of(new Dataset(builder.build(), scenarios, faults.warnings()));
    } catch (InvalidNetworkException invalid) {
      for (Finding finding : invalid.findings()) {
        Optional<Row> row = whereStands(finding.subject(), ids);
        faults.add(
            finding.code(),
            row.map(Row::file).orElse(""),
            row.map(Row::line).orElse(0),
            finding.subject(),
            finding.message());
      }
      return Optional.empty();
    }
  }

  private static Optional<Row> whereStands(String subject, Ids ids) {
    for (Known known :
        List.of(
            ids.nodes(),
            ids.edges(),
            ids.regions(),
            ids.agreements(),
            ids.causes(),
            ids.territories(),
            ids.parties(),
            ids.sources())) {
      Optional<Row> row = known.find(subject);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Table table(Schema schema) {
    return tables.getOrDefault(schema.what(), Table.unreadable(schema));
  }

  private void readCsv(Schema schema) {
    tables.put(
        schema.what(),
        files
            .text(schema.file())
            .map(text -> CsvTable.read(schema, text, faults))
            .orElse(Table.unreadable(schema)));
  }

  /** A file without which a dataset is whole: one without rows stands in its place. */
  private void readOptionalCsv(Schema schema) {
    tables.put(
        schema.what(),
        files
            .text(schema.file(), String.join(",", schema.columns()))
            .map(text -> CsvTable.read(schema, text, faults))
            .orElse(Table.unreadable(schema)));
  }

  private Optional<JsonValue> json(Schema schema) {
    return files.text(schema.file()).flatMap(text -> JsonTree.read(schema.file(), text, faults));
  }

  private GeoJson.Features features(Schema schema) {
    GeoJson.Features features = GeoJson.read(schema, json(schema), faults);
    tables.put(schema.what(), features.table());
    return features;
  }

  private void readList(Schema schema) {
    Optional<JsonValue> root = json(schema);
    tables.put(
        schema.what(),
        root.map(list -> Table.ofList(schema, list, faults)).orElse(Table.unreadable(schema)));
  }

  private Optional<Row> datasetRow(JsonValue description) {
    if (description.kind() != JsonValue.Kind.OBJECT) {
      faults.add(
          "wrong_type",
          Schema.DATASET.file(),
          description.line(),
          "",
          "The file is an object, but here " + description.kind().words());
      return Optional.empty();
    }
    return Optional.of(Row.ofJson(Schema.DATASET, description, faults));
  }

  private List<Row> regionRows(Row dataset) {
    List<Row> rows = new ArrayList<>();
    for (Row nested : dataset.rows("regions", Schema.REGION)) {
      rows.add(Row.ofJson(Schema.REGION, nested.json(), faults));
    }
    return rows;
  }

  private void describe(Row row, TransitNetwork.Builder builder) {
    row.slug();
    if (!row.required("format").equals(FORMAT)) {
      row.fault(
          "unknown_format",
          "format",
          "This reader reads "
              + FORMAT
              + ", but the file says "
              + Faults.quoted(row.text("format")));
    }
    Names names = row.names();
    row.required("as_of");
    LocalDate asOf = row.date("as_of").orElse(LocalDate.MAX);
    builder.names(names).asOf(asOf);
    Optional<JsonValue> attribution = row.json().member("attribution");
    if (attribution.isPresent() && attribution.get().kind() != JsonValue.Kind.ARRAY) {
      row.fault("wrong_type", "attribution", "\"attribution\" is a list of texts");
    }
    for (JsonValue line : attribution.map(JsonValue::items).orElse(List.of())) {
      if (line.kind() == JsonValue.Kind.TEXT) {
        builder.addAttribution(line.text());
      } else {
        row.faultAt("wrong_type", line.line(), "\"attribution\" is a list of texts");
      }
    }
  }

  private void readSources(Ids ids, TransitNetwork.Builder builder) {
    for (Row row : table(Schema.SOURCES).rows()) {
      String id = row.slug();
      String title = row.required("title");
      String url = row.text("url");
      if (!url.isEmpty() && !URL.matcher(url).matches()) {
        row.fault(
            "bad_url",
            "url",
            "An address begins with http:// or https://, but " + Faults.quoted(url));
      }
      row.date("date");
      SortedSet<String> sides = new TreeSet<>(row.references("side", ids.parties()));
      row.make(
              () ->
                  new Source(
                      id,
                      title,
                      row.text("publisher"),
                      url,
                      row.text("date"),
                      row.text("licence"),
                      row.text("note"),
                      sides))
          .ifPresent(builder::addSource);
    }
  }

  private void readClaims(Ids ids, TransitNetwork.Builder builder) {
    for (Row row : table(Schema.CLAIMS).rows()) {
      String subject = row.required("subject");
      if (!subject.isBlank() && ids.complete() && !ids.anything(subject)) {
        row.fault(
            "dangling_reference",
            "subject",
            "Nothing in the dataset has the id "
                + Faults.quoted(subject)
                + "."
                + faults.maybe(subject, ids.nodes().ids()));
      }
      String attribute = row.required("attribute");
      if (!attribute.isBlank() && !Schema.ATTRIBUTES.contains(attribute.split("@", 2)[0])) {
        row.fault(
            "unknown_code",
            "attribute",
            "No column or property "
                + Faults.quoted(attribute)
                + "."
                + faults.maybe(attribute, Schema.ATTRIBUTES));
      }
      String value = row.required("value");
      Evidence evidence = row.evidence(ids);
      SortedSet<String> sides = new TreeSet<>(row.references("side", ids.parties()));
      row.make(
              () ->
                  new AlternativeClaim(
                      subject, attribute, value, row.text("unit"), evidence, sides))
          .ifPresent(builder::addAlternative);
    }
  }
}
