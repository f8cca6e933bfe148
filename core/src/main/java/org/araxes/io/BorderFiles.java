package org.araxes.io;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.araxes.agreement.Regimes;
import org.araxes.border.Commodity;
import org.araxes.border.Conditions;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.OpeningHours;
import org.araxes.border.Regime;
import org.araxes.border.Season;
import org.araxes.border.TrafficClass;
import org.araxes.border.Vehicle;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Money;

/** Makes facts about crossings and controls at their posts of the rows. */
final class BorderFiles {
  /** So many facts that begin on one day and are equally narrow are compared with each other. */
  private static final int MOST_ALIKE = 2_000;

  private final Ids ids;
  private final TransitNetwork.Builder builder;
  private final Map<String, TransitNode> nodes;
  private final Optional<ZoneId> zone;

  /** Without a zone of the whole dataset, each row with hours tells its own. */
  BorderFiles(
      Ids ids,
      TransitNetwork.Builder builder,
      Map<String, TransitNode> nodes,
      Optional<ZoneId> zone) {
    this.zone = zone;
    this.ids = ids;
    this.builder = builder;
    this.nodes = nodes;
  }

  /** A fact and the row where it stands. */
  private record FactRow(Row row, CrossingFact fact) {}

  void readCrossings(Table table) {
    Map<String, List<FactRow>> alike = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      fact(row)
          .ifPresent(
              fact -> {
                builder.addCrossingFact(fact);
                alike
                    .computeIfAbsent(likeness(fact), key -> new ArrayList<>())
                    .add(new FactRow(row, fact));
              });
    }
    alike.values().forEach(BorderFiles::checkTies);
  }

  private Optional<CrossingFact> fact(Row row) {
    String crossing = row.reference("crossing", ids.crossings());
    Set<Mode> modes = row.codes("modes", Codes.MODE);
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    checkSides(row, crossing);
    SortedSet<String> flags = row.jurisdictionCodes("flags");
    Optional<CrossingState> state = row.findCode("state", Codes.CROSSING_STATE);
    Validity validity = row.validity("valid_from", "valid_to");
    String by = row.findReference("by", ids.parties());
    Optional<ImpedimentKind> kind = row.findCode("kind", Codes.CLOSURE_KIND);
    if (kind.isPresent()
        && state
            .filter(s -> s == CrossingState.CLOSED || s == CrossingState.RESTRICTED)
            .isEmpty()) {
      row.fault("bad_value", "kind", "\"kind\" says why a crossing is closed or restricted");
    }
    Optional<Duration> wait = row.hours("wait_hours");
    OptionalDouble fee = row.notNegative("fee_usd");
    Optional<OpeningHours> hours = hours(row, zone);
    OptionalDouble capacity = row.notNegative("capacity_per_day");
    if (!row.has("state")
        && !row.has("wait_hours")
        && !row.has("fee_usd")
        && !row.has("opening_hours")
        && !row.has("capacity_per_day")
        && !row.has("regime")) {
      row.fault(
          "missing_value",
          "state",
          "The row states nothing: no state, wait, fee, hours, capacity or regime");
    }
    String under = row.findReference("under", ids.agreements());
    Evidence evidence = row.evidenceWithBasis(ids);
    Optional<Conditions> conditions = conditions(row);
    Optional<Regime> regime = regime(row);
    return row.make(
        () ->
            CrossingFact.builder(crossing)
                .modes(modes)
                .classes(classes)
                .direction(row.text("from_side"), row.text("to_side"))
                .flags(flags)
                .state(state)
                .validity(validity)
                .by(by)
                .kind(kind)
                .waiting(wait)
                .fee(fee.isPresent() ? Optional.of(Money.usd(fee.getAsDouble())) : Optional.empty())
                .hours(hours)
                .capacityPerDay(capacity)
                .under(under)
                .evidence(evidence)
                .conditions(conditions.orElse(Conditions.NONE))
                .regime(regime)
                .build());
  }

  /** Hours by the clock of the row's zone, or of the dataset's; only all day does without. */
  static Optional<OpeningHours> hours(Row row, Optional<ZoneId> zone) {
    String text = row.text("opening_hours");
    Optional<ZoneId> own = row.zone("time_zone");
    if (text.isEmpty()) {
      if (row.has("time_zone")) {
        row.fault("bad_value", "time_zone", "A time zone without opening hours says nothing");
      }
      return Optional.empty();
    }
    List<OpeningHours.Fault> faults = OpeningHours.faults(text);
    for (OpeningHours.Fault fault : faults) {
      row.fault(
          "bad_hours",
          "opening_hours",
          "In " + Faults.quoted(text) + " at " + fault.position() + ": " + fault.message());
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    OpeningHours hours = OpeningHours.parse(text, own.or(() -> zone).orElse(ZoneOffset.UTC));
    if (!row.has("time_zone") && zone.isEmpty() && !hours.isAllDay()) {
      row.fault(
          "missing_value",
          "time_zone",
          "By whose clock is it open at "
              + text
              + "? Maybe \"time_zone\" in dataset.json, or in this row?");
    }
    return Optional.of(hours);
  }

  /** The template of a regime that a row names. */
  static Optional<Regime> regime(Row row) {
    String name = row.text("regime");
    Optional<Regime> regime = Regimes.find(name);
    if (regime.isEmpty() && !name.isBlank()) {
      row.fault(
          "unknown_code",
          "regime",
          "No regime "
              + Faults.quoted(name)
              + "."
              + row.faults().maybe(name, Regimes.all().stream().map(Regime::id).toList()));
    }
    return regime;
  }

  static Optional<Conditions> conditions(Row row) {
    Optional<Season> season =
        row.has("season") ? row.tryMake(() -> Season.parse(row.text("season"))) : Optional.empty();
    Set<Commodity> commodities = row.codes("commodities", Codes.COMMODITY);
    OptionalDouble over = row.notNegative("over_tonnes");
    OptionalDouble upTo = row.notNegative("up_to_tonnes");
    SortedSet<String> residents = row.jurisdictionCodes("residents");
    Set<Vehicle> vehicles = row.codes("vehicles", Codes.VEHICLE);
    return row.make(() -> new Conditions(season, commodities, over, upTo, residents, vehicles));
  }

  private void checkSides(Row row, String crossing) {
    if (row.has("from_side") != row.has("to_side")) {
      row.fault("unknown_side", "from_side", "A direction names both sides or none");
      return;
    }
    checkSide(row, "from_side", crossing);
    checkSide(row, "to_side", crossing);
    if (row.has("from_side") && row.text("from_side").equals(row.text("to_side"))) {
      row.fault("unknown_side", "to_side", "A direction leads from one side to the other");
    }
  }

  private void checkSide(Row row, String column, String crossing) {
    TransitNode node = nodes.get(crossing);
    if (row.has(column) && node != null && !node.jurisdictions().contains(row.text(column))) {
      row.fault(
          "unknown_side",
          column,
          "No side "
              + Faults.quoted(row.text(column))
              + ", but "
              + String.join(" and ", node.jurisdictions())
              + "."
              + row.faults().maybe(row.text(column), node.jurisdictions()));
    }
  }

  /** What two facts have in common when neither is stronger than the other. */
  private static String likeness(CrossingFact fact) {
    return fact.crossing()
        + ' '
        + fact.conditions().count()
        + ' '
        + fact.validity().from()
        + ' '
        + fact.evidence().basis()
        + ' '
        + !fact.flags().isEmpty()
        + ' '
        + fact.fromSide()
        + ' '
        + !fact.classes().isEmpty()
        + ' '
        + !fact.modes().isEmpty();
  }

  private static void checkTies(List<FactRow> alike) {
    if (alike.size() > MOST_ALIKE) {
      alike
          .get(MOST_ALIKE)
          .row()
          .fault(
              "too_many_facts",
              "crossing",
              "More than " + MOST_ALIKE + " equally narrow facts begin on one day");
      return;
    }
    for (int i = 1; i < alike.size(); i++) {
      for (int j = 0; j < i; j++) {
        checkTie(alike.get(j), alike.get(i));
      }
    }
  }

  private static void checkTie(FactRow first, FactRow second) {
    CrossingFact a = first.fact();
    CrossingFact b = second.fact();
    if (!shared(a.modes(), b.modes())
        || !shared(a.classes(), b.classes())
        || !Jurisdictions.meet(a.flags(), b.flags())
        || !a.validity().overlaps(b.validity())
        || !a.conditions().overlaps(b.conditions())) {
      return;
    }
    List<String> differing = new ArrayList<>();
    differ(a, b, "state", CrossingFact::state, differing);
    differ(a, b, "wait_hours", CrossingFact::waiting, differing);
    differ(a, b, "fee_usd", CrossingFact::fee, differing);
    differ(a, b, "opening_hours", CrossingFact::hours, differing);
    differ(a, b, "regime", CrossingFact::regime, differing);
    differ(
        a,
        b,
        "capacity_per_day",
        fact ->
            fact.capacityPerDay().isPresent()
                ? Optional.of(fact.capacityPerDay().getAsDouble())
                : Optional.empty(),
        differing);
    if (!differing.isEmpty()) {
      second
          .row()
          .fault(
              "conflicting_facts",
              differing.get(0),
              "The fact ties with the one in line "
                  + first.row().line()
                  + " and differs in "
                  + String.join(", ", differing)
                  + ". Maybe the first should end where this begins, or one is for other traffic?");
    }
  }

  private static <T> void differ(
      CrossingFact a,
      CrossingFact b,
      String column,
      Function<CrossingFact, Optional<T>> value,
      List<String> differing) {
    Optional<T> one = value.apply(a);
    Optional<T> other = value.apply(b);
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      differing.add(column);
    }
  }

  private static <T> boolean shared(Set<T> one, Set<T> other) {
    return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
  }

  void readControls(Table table) {
    for (Row row : table.rows()) {
      String crossing = row.reference("crossing", ids.crossings());
      String post = row.required("post");
      checkSide(row, "post", crossing);
      ControlFunction function = row.code("function", Codes.FUNCTION);
      String controller = row.findReference("controller", ids.parties());
      String decider = row.findReference("decider", ids.parties());
      Contact contact = row.code("contact", Codes.CONTACT);
      ControlPlace place = row.code("place", Codes.PLACE);
      Set<Mode> modes = row.codes("modes", Codes.MODE);
      Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
      Validity validity = row.validity("valid_from", "valid_to");
      String under = row.findReference("under", ids.agreements());
      Evidence evidence = row.evidenceWithBasis(ids);
      row.make(
              () ->
                  new ControlPoint(
                      crossing,
                      post,
                      function,
                      controller,
                      decider,
                      contact,
                      place,
                      modes,
                      classes,
                      validity,
                      under,
                      evidence))
          .ifPresent(builder::addControlPoint);
    }
  }
}
