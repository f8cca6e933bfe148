package org.araxes.io;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.araxes.agreement.Regimes;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.border.Conditions;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.border.TrafficClass;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.NodeKind;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Money;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.scenario.Change;
import org.araxes.scenario.InvalidScenarioException;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;

/** Makes scenarios of the objects in their file. */
final class ScenarioFile {
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();
  private static final Map<String, BiFunction<ScenarioFile, Row, Change>> MAKERS =
      new LinkedHashMap<>();

  static {
    op("status", "where status from to", ScenarioFile::status);
    String passing = "where classes modes from_side to_side flags by reason from to";
    op("open", passing, ScenarioFile::open);
    op("close", passing, ScenarioFile::close);
    op("refuse", "party where from to", ScenarioFile::refuse);
    op(
        "lapse",
        "agreement from to",
        (file, row) -> new Change.Lapse(file.agreement(row), row.validity()));
    op(
        "enter",
        "agreement from to",
        (file, row) -> new Change.Enter(file.agreement(row), row.validity()));
    op(
        "suspend",
        "agreement from to",
        (file, row) -> new Change.Suspend(file.agreement(row), row.validity()));
    op("happen", "cause from to", ScenarioFile::happen);
    op("probability", "subject value low high from to", ScenarioFile::probability);
    op("role", "where role holder side matter from to replaces", ScenarioFile::role);
    op("stake", "holder held kind share share_min share_max from to", ScenarioFile::stake);
    op("transfer_stake", "holder to_holder held kind share from to", ScenarioFile::transfer);
    op(
        "control",
        "where post function controller decider contact place from to",
        ScenarioFile::control);
    op("regime", "where regime host sender third classes modes from to", ScenarioFile::regime);
    op(
        "crossing_fact",
        "where classes modes from_side to_side flags state kind by wait_hours fee_usd opening_hours"
            + " time_zone capacity_per_day season commodities over_tonnes up_to_tonnes residents"
            + " vehicles regime under reason from to",
        ScenarioFile::crossingFact);
    op("delay", "where from_side to_side classes wait_hours fee_usd from to", ScenarioFile::delay);
    op("speed", "where speed_kmh from to", ScenarioFile::speed);
    op("add_node", "id names kind lon lat jurisdictions", ScenarioFile::addNode);
    op(
        "add_edge",
        "id from_node to_node mode jurisdiction direction length_km gauge_mm speed_kmh capacity"
            + " capacity_unit from to",
        ScenarioFile::addEdge);
    op(
        "remove",
        "where from to",
        (file, row) -> new Change.Remove(file.where(row), row.validity()));
    op("cost", "where usd_per_km from to", ScenarioFile::cost);
    op("capacity", "where capacity capacity_unit from to", ScenarioFile::capacity);
    op("gauge", "where gauge_mm from to", ScenarioFile::gauge);
    op("decision", "party matter rule quota members from to", ScenarioFile::decision);
  }

  private final Ids ids;
  private final Faults faults;

  ScenarioFile(Ids ids, Faults faults) {
    this.ids = ids;
    this.faults = faults;
  }

  private static void op(String op, String fields, BiFunction<ScenarioFile, Row, Change> maker) {
    FIELDS.put(op, "op " + fields);
    MAKERS.put(op, maker);
  }

  /** The scenarios without a fault; none where they extend each other in circles. */
  Scenarios read(Table table) {
    table.rows().forEach(this::knowAdditions);
    List<Scenario> scenarios = new ArrayList<>();
    for (Row row : table.rows()) {
      String id = row.slug();
      Names names = row.names();
      Optional<LocalDate> date = row.date("date");
      String base = row.findReference("extends", ids.scenarios());
      List<Change> changes = changes(row);
      List<String> sources = row.sources(ids);
      row.make(
              () ->
                  new Scenario(
                      id,
                      names,
                      row.text("description"),
                      date,
                      base,
                      changes,
                      sources,
                      row.text("note")))
          .ifPresent(scenarios::add);
    }
    try {
      return Scenarios.of(scenarios);
    } catch (InvalidScenarioException invalid) {
      for (Finding finding : invalid.findings()) {
        Optional<Row> row = ids.scenarios().find(finding.subject());
        if (finding.code().equals("scenario_cycle")) {
          faults.add(
              finding.code(),
              table.schema().file(),
              row.map(known -> known.line("extends")).orElse(0),
              finding.subject(),
              finding.message());
        }
      }
      return Scenarios.none();
    }
  }

  /** What one scenario adds, it and those that extend it may name. */
  private void knowAdditions(Row scenario) {
    JsonValue changes = scenario.json().member("changes").orElse(scenario.json());
    if (changes.kind() != JsonValue.Kind.ARRAY) {
      return;
    }
    for (JsonValue change : changes.items()) {
      if (change.kind() == JsonValue.Kind.OBJECT) {
        String op = change.memberText("op");
        if (op.equals("add_node")) {
          ids.nodes().addShared(change.memberText("id"), scenario);
        } else if (op.equals("add_edge")) {
          ids.edges().addShared(change.memberText("id"), scenario);
        }
      }
    }
  }

  private List<Change> changes(Row scenario) {
    List<Change> changes = new ArrayList<>();
    for (JsonValue object : scenario.objects("changes")) {
      String op = object.memberText("op");
      String fields = FIELDS.get(op);
      if (fields == null) {
        scenario.faultAt(
            "unknown_code",
            object.line(),
            "No kind of change "
                + Faults.quoted(op)
                + ". Maybe one of "
                + String.join(", ", FIELDS.keySet())
                + "?");
        continue;
      }
      Schema schema =
          Schema.nesting(
              Schema.of(scenario.file(), "change \"" + op + "\"", "op", fields), "where names");
      Row row = Row.ofJson(schema, object, scenario.subject(), faults);
      BiFunction<ScenarioFile, Row, Change> maker = MAKERS.get(op);
      if (maker != null) {
        row.tryMake(() -> maker.apply(this, row)).ifPresent(changes::add);
      }
      scenario.joins(row);
    }
    return changes;
  }

  private String agreement(Row row) {
    return row.reference("agreement", ids.agreements());
  }

  private Selector where(Row row) {
    row.requiredField("where");
    return row.selector("where", ids);
  }

  private Change status(Row row) {
    Status status = row.code("status", Codes.STATUS);
    return new Change.SetStatus(where(row), status, row.validity());
  }

  private Change open(Row row) {
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    Set<Mode> modes = row.codes("modes", Codes.MODE);
    SortedSet<String> flags = row.jurisdictionCodes("flags");
    String by = row.findReference("by", ids.parties());
    Validity validity = row.validity();
    return new Change.Open(
        where(row),
        classes,
        modes,
        side(row, "from_side"),
        side(row, "to_side"),
        flags,
        by,
        row.text("reason"),
        validity);
  }

  private Change close(Row row) {
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    Set<Mode> modes = row.codes("modes", Codes.MODE);
    SortedSet<String> flags = row.jurisdictionCodes("flags");
    String by = row.findReference("by", ids.parties());
    Validity validity = row.validity();
    return new Change.Close(
        where(row),
        classes,
        modes,
        side(row, "from_side"),
        side(row, "to_side"),
        flags,
        by,
        row.text("reason"),
        validity);
  }

  private String side(Row row, String column) {
    if (row.has(column)) {
      row.refersToTerritory(column, row.text(column), ids);
    }
    return row.text(column);
  }

  private Change refuse(Row row) {
    String party = row.reference("party", ids.parties());
    return new Change.Refuse(party, row.selector("where", ids), row.validity());
  }

  private Change happen(Row row) {
    return new Change.Happen(row.reference("cause", ids.causes()), row.validity());
  }

  private Change probability(Row row) {
    String subject = row.required("subject");
    if (!subject.isBlank()) {
      row.refersToSubject("subject", subject, true, ids);
    }
    boolean exact = row.has("value");
    if (exact && (row.has("low") || row.has("high"))) {
      row.fault("bad_value", "value", "\"value\" or both \"low\" and \"high\", not all");
    }
    Probability probability =
        exact ? row.probability("value", "value") : row.probability("low", "high");
    return new Change.SetProbability(subject, probability, row.validity());
  }

  private Change role(Row row) {
    RoleKind role = row.code("role", Codes.ROLE);
    String holder = row.reference("holder", ids.parties());
    Matter matter = row.findCode("matter", Codes.ROLE_MATTER).orElse(Matter.ORDINARY);
    boolean replaces = row.findCode("replaces", Codes.TRUTH).orElse(false);
    Validity validity = row.validity();
    return new Change.SetRole(
        where(row), role, holder, side(row, "side"), matter, replaces, validity);
  }

  private Change stake(Row row) {
    String holder = row.reference("holder", ids.parties());
    String held = row.reference("held", ids.parties());
    boolean bounds = row.has("share_min") || row.has("share_max");
    if (bounds && row.has("share")) {
      row.fault("bad_share", "share", "A stake has a share, or bounds, but not both");
    }
    Share min = row.share(bounds ? "share_min" : "share");
    Share max = bounds ? row.share("share_max") : min;
    return new Change.SetStake(
        holder, held, row.findCode("kind", Codes.STAKE_KIND), min, max, row.validity());
  }

  private Change transfer(Row row) {
    String holder = row.reference("holder", ids.parties());
    String next = row.reference("to_holder", ids.parties());
    String held = row.reference("held", ids.parties());
    StakeKind kind = row.findCode("kind", Codes.STAKE_KIND).orElse(StakeKind.SHARES);
    Optional<Share> share = row.has("share") ? Optional.of(row.share("share")) : Optional.empty();
    return new Change.TransferStake(holder, next, held, kind, share, row.validity());
  }

  private Change control(Row row) {
    row.required("post");
    String post = side(row, "post");
    Optional<ControlFunction> function = row.findCode("function", Codes.FUNCTION);
    String controller = row.findReference("controller", ids.parties());
    String decider = row.findReference("decider", ids.parties());
    Contact contact = row.code("contact", Codes.CONTACT);
    ControlPlace place = row.code("place", Codes.PLACE);
    Validity validity = row.validity();
    return new Change.SetControl(
        where(row), post, function, controller, decider, contact, place, validity);
  }

  private Change regime(Row row) {
    row.required("regime");
    Optional<Regime> regime = BorderFiles.regime(row);
    row.required("host");
    String third = row.findReference("third", ids.parties());
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    Set<Mode> modes = row.codes("modes", Codes.MODE);
    Validity validity = row.validity();
    return new Change.SetRegime(
        where(row),
        regime.orElseGet(Regimes::gattV),
        side(row, "host"),
        side(row, "sender"),
        third,
        classes,
        modes,
        validity);
  }

  private Change crossingFact(Row row) {
    OptionalDouble fee = row.notNegative("fee_usd");
    CrossingFact fact =
        CrossingFact.builder("")
            .modes(row.codes("modes", Codes.MODE))
            .classes(row.codes("classes", Codes.CLASS))
            .direction(side(row, "from_side"), side(row, "to_side"))
            .flags(row.jurisdictionCodes("flags"))
            .state(row.findCode("state", Codes.CROSSING_STATE))
            .kind(row.findCode("kind", Codes.CLOSURE_KIND))
            .by(row.findReference("by", ids.parties()))
            .waiting(row.hours("wait_hours"))
            .fee(fee.isPresent() ? Optional.of(Money.usd(fee.getAsDouble())) : Optional.empty())
            .hours(BorderFiles.hours(row, Optional.empty()))
            .capacityPerDay(row.notNegative("capacity_per_day"))
            .conditions(BorderFiles.conditions(row).orElse(Conditions.NONE))
            .regime(BorderFiles.regime(row))
            .under(row.findReference("under", ids.agreements()))
            .validity(row.validity())
            .build();
    return new Change.StateFact(where(row), fact, row.text("reason"));
  }

  private Change delay(Row row) {
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    Optional<Duration> wait = row.hours("wait_hours");
    OptionalDouble fee = row.notNegative("fee_usd");
    Validity validity = row.validity();
    return new Change.SetDelay(
        where(row),
        side(row, "from_side"),
        side(row, "to_side"),
        classes,
        wait,
        fee.isPresent() ? Optional.of(Money.usd(fee.getAsDouble())) : Optional.empty(),
        validity);
  }

  private Change speed(Row row) {
    row.required("speed_kmh");
    OptionalDouble speed = row.positive("speed_kmh");
    return new Change.SetSpeed(where(row), speed.orElse(1), row.validity());
  }

  private Change addNode(Row row) {
    row.required("id");
    Names names = row.names();
    NodeKind kind = row.code("kind", Codes.NODE_KIND);
    row.required("lon");
    row.required("lat");
    row.required("jurisdictions");
    List<String> jurisdictions = List.copyOf(row.jurisdictionCodes("jurisdictions"));
    return new Change.AddNode(
        row.text("id"),
        names,
        kind,
        row.number("lon").orElse(0),
        row.number("lat").orElse(0),
        jurisdictions);
  }

  private Change addEdge(Row row) {
    row.required("id");
    String from = row.reference("from_node", ids.nodes());
    String to = row.reference("to_node", ids.nodes());
    Mode mode = row.code("mode", Codes.MODE);
    row.required("jurisdiction");
    boolean oneWay = row.findCode("direction", Codes.ONE_WAY).orElse(false);
    OptionalDouble kilometres = row.positive("length_km");
    return new Change.AddEdge(
        row.text("id"),
        from,
        to,
        mode,
        side(row, "jurisdiction"),
        oneWay,
        kilometres.isPresent()
            ? Optional.of(Distance.ofKilometres(kilometres.getAsDouble()))
            : Optional.empty(),
        new TreeSet<>(row.codes("gauge_mm", Codes.GAUGE)),
        row.positive("speed_kmh"),
        row.has("capacity") || row.has("capacity_unit")
            ? Optional.of(throughput(row))
            : Optional.empty(),
        row.validity());
  }

  private static Throughput throughput(Row row) {
    row.required("capacity");
    OptionalDouble amount = row.notNegative("capacity");
    return new Throughput(amount.orElse(0), row.code("capacity_unit", Codes.UNIT));
  }

  private Change cost(Row row) {
    row.required("usd_per_km");
    OptionalDouble usd = row.notNegative("usd_per_km");
    return new Change.SetCost(where(row), usd.orElse(0), row.validity());
  }

  private Change capacity(Row row) {
    Throughput capacity = throughput(row);
    return new Change.SetCapacity(where(row), capacity, row.validity());
  }

  private Change gauge(Row row) {
    row.required("gauge_mm");
    return new Change.SetGauge(
        where(row), new TreeSet<>(row.codes("gauge_mm", Codes.GAUGE)), row.validity());
  }

  private Change decision(Row row) {
    String party = row.reference("party", ids.parties());
    Matter matter = row.code("matter", Codes.MATTER);
    DecisionKind kind = row.code("rule", Codes.RULE);
    boolean votes = kind == DecisionKind.VOTES_OVER || kind == DecisionKind.VOTES_AT_LEAST;
    Share quota = votes ? row.share("quota") : Share.NONE;
    int count = 0;
    if (kind == DecisionKind.AT_LEAST) {
      row.required("quota");
      count = row.whole("quota", 1, Integer.MAX_VALUE).orElse(1);
    }
    List<String> members = row.references("members", ids.parties());
    return new Change.SetDecision(party, matter, kind, quota, count, members, row.validity());
  }
}
