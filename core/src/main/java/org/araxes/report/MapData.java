package org.araxes.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.border.Conditions;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Impediment;
import org.araxes.border.Mode;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.network.EdgeClosure;
import org.araxes.network.NetworkView;
import org.araxes.network.Role;
import org.araxes.network.Route;
import org.araxes.network.Status;
import org.araxes.network.Territory;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.quantity.Distance;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Writes the data of a map page as JSON; {@link MapPage} describes it field by field. */
final class MapData {
  /** About 1 m on the ground, finer than any line of a dataset. */
  private static final int DIGITS = 5;

  /** About 10 m: borders are never drawn finer. */
  private static final int BORDER_DIGITS = 4;

  private static final JsonFactory JSON = new JsonFactory();

  private final MapPage page;
  private final Words words;

  private MapData(MapPage page) {
    this.page = page;
    words = new Words(page.network());
  }

  static MapData of(MapPage page) {
    return new MapData(page);
  }

  /** So that no text of the data can end the script element it stands in, or begin markup. */
  private static final class NoMarkup extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1L;
    private static final int[] ASCII = standardAsciiEscapesForJSON();

    static {
      ASCII['<'] = ESCAPE_STANDARD;
      ASCII['>'] = ESCAPE_STANDARD;
      ASCII['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ASCII.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return switch (character) {
        case 0x2028 -> new SerializedString("\\u2028");
        case 0x2029 -> new SerializedString("\\u2029");
        default -> null;
      };
    }
  }

  /** The way from a stream of characters, which Jackson wants, to any place for text. */
  private static final class Into extends Writer {
    private final Appendable out;

    private Into(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      out.append(new String(text, start, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  void writeTo(Appendable out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(new Into(out))) {
      json.setCharacterEscapes(new NoMarkup());
      json.writeStartObject();
      json.writeStringField("format", "araxes-map/1");
      json.writeStringField("title", page.title());
      json.writeStringField("subtitle", page.subtitle());
      if (page.network().asOf().isBefore(LocalDate.MAX)) {
        json.writeStringField("asOf", page.network().asOf().toString());
      }
      texts(json, "attribution", page.network().attribution());
      views(json);
      territories(json);
      nodes(json);
      edges(json);
      crossings(json);
      sources(json);
      parties(json);
      movements(json);
      scenarios(json);
      json.writeArrayFieldStart("answers");
      for (AnswerSheet sheet : page.sheets()) {
        answer(json, sheet);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void views(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("views");
    for (Map.Entry<String, double[]> view : page.views().entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", view.getKey());
      json.writeArrayFieldStart("bounds");
      for (double bound : view.getValue()) {
        number(json, bound, DIGITS);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  // ------------------------------------------------------------------ the network

  private void territories(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("territories");
    for (Territory territory : page.network().territories()) {
      if (territory.area().isEmpty()) {
        continue;
      }
      json.writeStartObject();
      json.writeStringField("id", territory.id());
      json.writeStringField("name", words.territory(territory.id()));
      json.writeArrayFieldStart("polygons");
      Geometry area = territory.area().get();
      for (int part = 0; part < area.getNumGeometries(); part++) {
        if (area.getGeometryN(part) instanceof Polygon polygon) {
          polygon(json, polygon);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void polygon(JsonGenerator json, Polygon polygon) throws IOException {
    json.writeStartArray();
    line(json, polygon.getExteriorRing(), BORDER_DIGITS);
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      line(json, polygon.getInteriorRingN(hole), BORDER_DIGITS);
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, LineString line, int digits) throws IOException {
    json.writeStartArray();
    for (Coordinate point : line.getCoordinates()) {
      json.writeStartArray();
      number(json, point.x, digits);
      number(json, point.y, digits);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void nodes(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("nodes");
    for (TransitNode node : page.network().nodes()) {
      String name = words.node(node.id());
      json.writeStartObject();
      json.writeStringField("id", node.id());
      json.writeStringField("name", name);
      Set<String> others = new TreeSet<>(node.names().byTag().values());
      others.remove(name);
      texts(json, "alternatives", others);
      json.writeStringField("kind", Words.code(node.kind()));
      json.writeFieldName("lon");
      number(json, node.position().getX(), DIGITS);
      json.writeFieldName("lat");
      number(json, node.position().getY(), DIGITS);
      texts(json, "jurisdictions", node.jurisdictions());
      json.writeStringField("position", Words.code(node.quality()));
      if (page.landmarks().contains(node.id())) {
        json.writeNumberField("rank", 1);
      }
      statuses(json, node.status());
      roles(json, page.network().roles(node.id()));
      texts(json, "sources", node.evidence().sources());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void edges(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("edges");
    for (TransitEdge edge : page.network().edges()) {
      json.writeStartObject();
      json.writeStringField("id", edge.id());
      optional(json, "name", edge.names().in("en", ""));
      json.writeStringField("from", edge.from());
      json.writeStringField("to", edge.to());
      json.writeStringField("mode", Words.code(edge.mode()));
      json.writeStringField("jurisdiction", edge.jurisdiction());
      if (edge.oneWay()) {
        json.writeBooleanField("oneWay", true);
      }
      json.writeFieldName("coords");
      line(json, edge.geometry(), DIGITS);
      json.writeStringField("geometry", Words.code(edge.quality()));
      if (edge.statedLength().isPresent()) {
        json.writeFieldName("lengthKm");
        number(json, edge.statedLength().get().kilometres(), 1);
      }
      json.writeFieldName("geodesicKm");
      number(json, edge.geodesicLength().kilometres(), 1);
      optional(
          json,
          "gaugeMm",
          String.join(" or ", edge.gauges().stream().map(String::valueOf).toList()));
      if (edge.tracks().isPresent()) {
        json.writeNumberField("tracks", edge.tracks().getAsInt());
      }
      if (edge.speedKmh().isPresent()) {
        json.writeFieldName("speedKmh");
        number(json, edge.speedKmh().getAsDouble(), 1);
      }
      statuses(json, edge.status());
      roles(json, page.network().roles(edge.id()));
      closures(json, page.network(), edge);
      texts(json, "sources", edge.evidence().sources());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void statuses(JsonGenerator json, History<Status> history) throws IOException {
    json.writeArrayFieldStart("statuses");
    for (Claim<Status> claim : history.claims()) {
      json.writeStartObject();
      json.writeStringField("status", Words.code(claim.value()));
      period(json, claim.validity(), claim.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void roles(JsonGenerator json, List<Role> roles) throws IOException {
    json.writeArrayFieldStart("roles");
    for (Role role : roles) {
      json.writeStartObject();
      json.writeStringField("role", Words.code(role.kind()));
      json.writeStringField("holder", role.holder());
      optional(json, "side", role.side());
      period(json, role.validity(), role.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<EdgeClosure> closuresOf(TransitNetwork network, TransitEdge edge) {
    return network.closures().stream()
        .filter(closure -> network.matches(closure.where(), edge))
        .toList();
  }

  private static void closures(JsonGenerator json, TransitNetwork network, TransitEdge edge)
      throws IOException {
    json.writeArrayFieldStart("closures");
    for (EdgeClosure closure : closuresOf(network, edge)) {
      json.writeStartObject();
      period(json, closure.validity(), closure.evidence());
      codes(json, "classes", closure.classes());
      codes(json, "modes", closure.modes());
      optional(json, "by", closure.by());
      json.writeStringField("text", closure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void crossings(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("crossings");
    for (Crossing crossing : page.network().crossings()) {
      crossing(json, crossing);
    }
    json.writeEndArray();
  }

  private static void crossing(JsonGenerator json, Crossing crossing) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", crossing.id());
    json.writeArrayFieldStart("states");
    for (CrossingFact fact : crossing.facts()) {
      if (fact.state().isEmpty()) {
        continue;
      }
      json.writeStartObject();
      json.writeStringField("state", Words.code(fact.state().get()));
      period(json, fact.validity(), fact.evidence());
      codes(json, "classes", fact.classes());
      codes(json, "modes", fact.modes());
      texts(json, "flags", fact.flags());
      optional(json, "fromSide", fact.fromSide());
      optional(json, "toSide", fact.toSide());
      optional(json, "by", fact.by());
      if (!fact.conditions().equals(Conditions.NONE)) {
        json.writeStringField("conditions", fact.conditions().toString());
      }
      if (fact.kind().isPresent()) {
        json.writeStringField("kind", Words.code(fact.kind().get()));
      }
      optional(json, "note", fact.evidence().note());
      if (fact.priority() != 0) {
        json.writeNumberField("priority", fact.priority());
      }
      texts(json, "sources", fact.evidence().sources());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sources(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sources");
    for (Source source : page.network().sources()) {
      json.writeStartObject();
      json.writeStringField("id", source.id());
      json.writeStringField("title", source.title());
      optional(json, "publisher", source.publisher());
      optional(json, "date", source.date());
      optional(json, "url", source.url());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void parties(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("parties");
    for (Party party : page.network().parties()) {
      json.writeStartObject();
      json.writeStringField("id", party.id());
      json.writeStringField("name", words.party(party.id()));
      json.writeStringField("kind", Words.code(party.kind()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  // ------------------------------------------------------------------ the questions

  private void movements(JsonGenerator json) throws IOException {
    Map<String, AnswerSheet> movements = new LinkedHashMap<>();
    page.sheets().forEach(sheet -> movements.putIfAbsent(sheet.movement(), sheet));
    json.writeArrayFieldStart("movements");
    for (AnswerSheet sheet : movements.values()) {
      json.writeStartObject();
      json.writeStringField("id", sheet.movement());
      json.writeStringField("name", sheet.movementName());
      codes(json, "modes", sheet.view().movement().modes());
      codes(json, "classes", List.of(sheet.view().movement().trafficClass()));
      optional(json, "flag", sheet.view().movement().flag());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What the network of a sheet says otherwise than the page's, to compare two of them. */
  static String differences(TransitNetwork base, AnswerSheet sheet) {
    StringBuilder text = new StringBuilder();
    try (JsonGenerator json = JSON.createGenerator(new Into(text))) {
      json.writeStartObject();
      differences(json, base, sheet.view().network());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void scenarios(JsonGenerator json) throws IOException {
    Map<String, AnswerSheet> scenarios = new LinkedHashMap<>();
    page.sheets().forEach(sheet -> scenarios.putIfAbsent(sheet.scenario(), sheet));
    json.writeArrayFieldStart("scenarios");
    for (AnswerSheet sheet : scenarios.values()) {
      json.writeStartObject();
      json.writeStringField("id", sheet.scenario());
      json.writeStringField("name", sheet.scenarioName());
      json.writeStringField("description", sheet.scenarioText());
      differences(json, page.network(), sheet.view().network());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What a scenario's network says otherwise than the page's. */
  private static void differences(JsonGenerator json, TransitNetwork base, TransitNetwork other)
      throws IOException {
    json.writeArrayFieldStart("nodes");
    for (TransitNode node : base.nodes()) {
      TransitNode changed = other.findNode(node.id()).orElse(node);
      if (!changed.status().equals(node.status())
          || !other.roles(node.id()).equals(base.roles(node.id()))) {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        statuses(json, changed.status());
        roles(json, other.roles(node.id()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (TransitEdge edge : base.edges()) {
      TransitEdge changed = other.findEdge(edge.id()).orElse(edge);
      if (!changed.status().equals(edge.status())
          || !other.roles(edge.id()).equals(base.roles(edge.id()))
          || !closuresOf(other, changed).equals(closuresOf(base, edge))) {
        json.writeStartObject();
        json.writeStringField("id", edge.id());
        statuses(json, changed.status());
        roles(json, other.roles(edge.id()));
        closures(json, other, changed);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("crossings");
    for (Crossing crossing : base.crossings()) {
      Crossing changed = other.findCrossing(crossing.id()).orElse(crossing);
      if (!changed.facts().equals(crossing.facts())) {
        crossing(json, changed);
      }
    }
    json.writeEndArray();
  }

  private void answer(JsonGenerator json, AnswerSheet sheet) throws IOException {
    NetworkView view = sheet.view();
    json.writeStartObject();
    json.writeStringField("id", sheet.id());
    json.writeStringField("scenario", sheet.scenario());
    json.writeStringField("movement", sheet.movement());
    json.writeStringField("date", sheet.date().toString());
    json.writeBooleanField("plans", view.terms().plans());
    json.writeStringField("from", words.place(sheet.from()));
    json.writeStringField("to", words.place(sheet.to()));
    texts(json, "fromNodes", view.network().endpoint(sheet.from()));
    texts(json, "toNodes", view.network().endpoint(sheet.to()));
    if (sheet.completeness() == Completeness.TRUNCATED) {
      json.writeStringField("truncated", "its budget was spent. What is shown is right.");
    }
    json.writeArrayFieldStart("routes");
    for (AnswerSheet.Way way : sheet.ways()) {
      way(json, way);
    }
    json.writeEndArray();
    if (sheet.blocked().isPresent()) {
      json.writeObjectFieldStart("noRoute");
      json.writeStringField("why", sheet.blocked().get().why());
      impediments(json, "blockers", sheet.blocked().get().obstacles());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("grade");
    for (AnswerSheet.Standard standard : sheet.standards()) {
      json.writeStartObject();
      json.writeStringField("standard", standard.name());
      optional(json, "definition", standard.definition());
      json.writeStringField("reached", Words.code(standard.reached()));
      json.writeStringField("why", standard.why());
      optional(json, "witness", standard.witness());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("leverage");
    if (sheet.factual().isPresent()) {
      influence(json, "factual", sheet.factual().get());
    }
    if (sheet.lawful().isPresent()) {
      influence(json, "lawful", sheet.lawful().get());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("crossings");
    for (Crossing crossing : view.network().crossings()) {
      CrossingState state = state(view, crossing);
      if (state != null) {
        json.writeStringField(crossing.id(), Words.code(state));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The state for the movement by all its modes and both ways; null where it has no way there. */
  private static @Nullable CrossingState state(NetworkView view, Crossing crossing) {
    EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
    view.network().edgesAt(crossing.id()).forEach(edge -> modes.add(edge.mode()));
    modes.retainAll(view.movement().modes());
    EnumSet<CrossingState> states = EnumSet.noneOf(CrossingState.class);
    String one = crossing.sides().get(0);
    String other = crossing.sides().get(1);
    for (Mode mode : modes) {
      states.add(state(view, crossing, mode, one, other));
      states.add(state(view, crossing, mode, other, one));
    }
    if (states.isEmpty()) {
      return null;
    }
    return states.size() == 1 ? states.iterator().next() : CrossingState.RESTRICTED;
  }

  private static CrossingState state(
      NetworkView view, Crossing crossing, Mode mode, String from, String to) {
    return view.stateFact(crossing, mode, from, to)
        .flatMap(CrossingFact::state)
        .orElse(CrossingState.UNKNOWN);
  }

  private void way(JsonGenerator json, AnswerSheet.Way way) throws IOException {
    Route route = way.route();
    json.writeStartObject();
    json.writeStringField("name", way.name());
    texts(json, "edges", route.edges());
    texts(json, "nodes", route.nodes());
    json.writeFieldName("km");
    number(json, route.length().kilometres(), 1);
    json.writeFieldName("hours");
    hours(json, route.duration());
    json.writeFieldName("costUsd");
    number(json, route.usd(), 0);
    json.writeArrayFieldStart("states");
    for (Map.Entry<String, Distance> part : route.lengthByJurisdiction().entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", part.getKey());
      json.writeFieldName("km");
      number(json, part.getValue().kilometres(), 1);
      json.writeFieldName("hours");
      hours(json, route.durationByJurisdiction().getOrDefault(part.getKey(), Duration.ZERO));
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "crossings", route.crossings().stream().map(c -> c.crossing()).toList());
    texts(json, "consents", route.consents());
    impediments(json, "impediments", way.impediments());
    json.writeEndObject();
  }

  private static void impediments(JsonGenerator json, String field, List<Impediment> list)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Impediment impediment : list) {
      json.writeStartObject();
      json.writeStringField("at", impediment.element());
      json.writeStringField("kind", Words.code(impediment.kind()));
      json.writeStringField("effect", Words.code(impediment.effect()));
      texts(json, "by", impediment.by());
      json.writeStringField("text", impediment.text());
      if (!impediment.delay().isZero()) {
        json.writeFieldName("hours");
        hours(json, impediment.delay());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void influence(JsonGenerator json, String field, AnswerSheet.Influence influence)
      throws IOException {
    json.writeObjectFieldStart(field);
    texts(json, "vetoes", influence.vetoes());
    groups(json, "blocking", influence.blocking());
    groups(json, "consent", influence.consent());
    json.writeArrayFieldStart("power");
    for (AnswerSheet.Weight weight : influence.power()) {
      json.writeStartObject();
      json.writeStringField("party", weight.party());
      json.writeStringField("banzhaf", weight.banzhaf().toString());
      json.writeStringField("banzhafNormalised", weight.banzhafNormalised().toString());
      json.writeStringField("shapley", weight.shapleyShubik().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    optional(json, "note", influence.note());
    json.writeEndObject();
  }

  // ------------------------------------------------------------------ small parts

  private static void groups(
      JsonGenerator json, String field, List<? extends Collection<String>> groups)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Collection<String> group : groups) {
      json.writeStartArray();
      for (String member : group) {
        json.writeString(member);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String field, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void codes(JsonGenerator json, String field, Collection<? extends Enum<?>> codes)
      throws IOException {
    List<String> texts = new ArrayList<>();
    codes.forEach(code -> texts.add(Words.code(code)));
    texts(json, field, texts);
  }

  private static void optional(JsonGenerator json, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }

  private static void period(JsonGenerator json, Validity validity, Evidence evidence)
      throws IOException {
    if (!validity.from().equals(LocalDate.MIN)) {
      json.writeStringField("from", validity.from().toString());
    }
    if (!validity.to().equals(LocalDate.MAX)) {
      json.writeStringField("to", validity.to().toString());
    }
    if (evidence.basis() == Basis.PLAN) {
      json.writeBooleanField("plan", true);
    }
  }

  private static void hours(JsonGenerator json, Duration duration) throws IOException {
    number(json, duration.toSeconds() / 3_600.0, 3);
  }

  /** Always the same digits for the same number, on every Java. */
  private static void number(JsonGenerator json, double value, int digits) throws IOException {
    BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    json.writeNumber(plain.toPlainString());
  }
}
