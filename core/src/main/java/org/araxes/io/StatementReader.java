package org.araxes.io;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/** Reads statements of the Beneficial Ownership Data Standard 0.4. */
final class StatementReader {
  /** The entity type of each kind of party; a person is no entity. */
  static final Map<PartyKind, String> ENTITY_TYPES = entityTypes();

  private static final List<String> RECORD_TYPES = List.of("entity", "person", "relationship");
  private static final List<String> NOBODY = List.of("anonymousEntity", "unknownEntity");
  private static final Fraction HUNDRED = Fraction.of(100, 1);

  private final String file;
  private final Faults faults;
  private final List<Finding> leftOut = new ArrayList<>();
  private final Map<String, Statement> latest = new LinkedHashMap<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final List<Stake> stakes = new ArrayList<>();

  private record Statement(
      int number, String id, String record, String type, LocalDate date, JsonValue json) {
    String subject() {
      return "statement " + number + (id.isEmpty() ? "" : " (" + id + ")");
    }

    Optional<JsonValue> details() {
      return json.member("recordDetails");
    }
  }

  StatementReader(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  private static Map<PartyKind, String> entityTypes() {
    Map<PartyKind, String> types = new EnumMap<>(PartyKind.class);
    types.put(PartyKind.STATE, "state");
    types.put(PartyKind.AUTHORITY, "stateBody");
    types.put(PartyKind.COMPANY, "registeredEntity");
    types.put(PartyKind.CONSORTIUM, "arrangement");
    types.put(PartyKind.ORGANISATION, "legalEntity");
    return types;
  }

  OwnershipStatements read(JsonValue root) {
    if (root.kind() != JsonValue.Kind.ARRAY) {
      faults.add(
          "bad_value", file, root.line(), "", "A list of statements, but " + root.kind().words());
    }
    String publisher = "";
    LocalDate last = LocalDate.MIN;
    int number = 0;
    Map<String, Integer> ids = new TreeMap<>();
    for (JsonValue json : root.items()) {
      number++;
      Optional<Statement> read = statement(number, json);
      if (read.isEmpty()) {
        continue;
      }
      Statement statement = read.get();
      Integer before = ids.putIfAbsent(statement.id(), number);
      if (before != null && !statement.id().isEmpty()) {
        fault(statement, json, "duplicate_id", "Statement " + before + " has the same statementId");
      }
      latest.merge(
          statement.type() + " " + statement.record(),
          statement,
          (one, two) -> two.date().isBefore(one.date()) ? one : two);
      last = statement.date().isAfter(last) ? statement.date() : last;
      String name =
          json.member("publicationDetails")
              .flatMap(details -> details.member("publisher"))
              .map(by -> by.memberText("name"))
              .orElse("");
      publisher = publisher.isEmpty() ? name : publisher;
    }
    latest.values().removeIf(this::closed);
    for (Statement statement : latest.values()) {
      if (!statement.type().equals("relationship")) {
        party(statement).ifPresent(party -> parties.put(party.id(), party));
      }
    }
    for (Statement statement : latest.values()) {
      if (statement.type().equals("relationship")) {
        relationship(statement);
      }
    }
    return new OwnershipStatements(
        publisher,
        last.equals(LocalDate.MIN) ? LocalDate.EPOCH : last,
        List.copyOf(parties.values()),
        stakes,
        leftOut);
  }

  private boolean closed(Statement statement) {
    boolean closed = statement.json().memberText("recordStatus").equals("closed");
    if (closed) {
      note(statement, statement.json(), "closed_record", "The record is closed");
    }
    return closed;
  }

  private void fault(Statement statement, JsonValue at, String code, String message) {
    faults.add(code, file, at.line(), statement.subject(), message);
  }

  private void note(Statement statement, JsonValue at, String code, String message) {
    leftOut.add(Finding.info(code, statement.subject(), message).at(file, at.line()));
  }

  private Optional<Statement> statement(int number, JsonValue json) {
    Statement bare = new Statement(number, "", "", "", LocalDate.MIN, json);
    if (json.kind() != JsonValue.Kind.OBJECT) {
      fault(bare, json, "bad_value", "A statement is an object, but " + json.kind().words());
      return Optional.empty();
    }
    String id = json.memberText("statementId");
    Statement named = new Statement(number, id, "", "", LocalDate.MIN, json);
    boolean whole = true;
    for (String field :
        List.of(
            "statementId",
            "declarationSubject",
            "statementDate",
            "recordId",
            "recordType",
            "recordDetails")) {
      if (json.member(field).isEmpty()) {
        fault(named, json, "missing_field", "The field \"" + field + "\" is missing");
        whole = false;
      }
    }
    if (!id.isEmpty() && (id.length() < 32 || id.length() > 64)) {
      fault(named, json, "bad_id", "A statementId has 32 to 64 characters, but " + id.length());
    }
    String type = json.memberText("recordType");
    if (json.member("recordType").isPresent() && !RECORD_TYPES.contains(type)) {
      fault(
          named,
          json,
          "unknown_code",
          "No record type " + Faults.quoted(type) + "." + faults.maybe(type, RECORD_TYPES));
      whole = false;
    }
    LocalDate date = LocalDate.MIN;
    if (json.member("statementDate").isPresent()) {
      date = date(named, json, "statementDate").orElse(LocalDate.MIN);
    }
    return whole
        ? Optional.of(new Statement(number, id, json.memberText("recordId"), type, date, json))
        : Optional.empty();
  }

  /** A day, or the day of a moment; empty where there is none, or after a fault. */
  private Optional<LocalDate> date(Statement statement, JsonValue object, String field) {
    Optional<JsonValue> value = object.member(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().text();
    try {
      return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeParseException notADay) {
      fault(
          statement,
          value.get(),
          "bad_date",
          Faults.quoted(text) + " in " + field + " is not a day such as 2025-08-08");
      return Optional.empty();
    }
  }

  private Optional<Party> party(Statement statement) {
    JsonValue details = statement.details().orElse(statement.json());
    boolean person = statement.type().equals("person");
    Remark remark = remark(statement, "/recordDetails");
    PartyKind kind = person ? PartyKind.PERSON : kind(statement, details);
    String name =
        person
            ? details
                .member("names")
                .flatMap(names -> names.items().stream().findFirst())
                .map(first -> first.memberText("fullName"))
                .orElse("")
            : details.memberText("name");
    String code =
        person
            ? details
                .member("nationalities")
                .flatMap(places -> places.items().stream().findFirst())
                .map(place -> place.memberText("code"))
                .orElse("")
            : details.member("jurisdiction").map(place -> place.memberText("code")).orElse("");
    return make(
        statement,
        details,
        () ->
            new Party(
                statement.record(),
                kind,
                code,
                remark.get("names").isEmpty()
                    ? Names.of(name.isBlank() ? statement.record() : name)
                    : Names.parse(remark.get("names")),
                evidence(statement, remark)));
  }

  private PartyKind kind(Statement statement, JsonValue details) {
    String type = details.member("entityType").map(kind -> kind.memberText("type")).orElse("");
    for (Map.Entry<PartyKind, String> known : ENTITY_TYPES.entrySet()) {
      if (known.getValue().equals(type)) {
        return known.getKey();
      }
    }
    if (!NOBODY.contains(type)) {
      List<String> all = new ArrayList<>(ENTITY_TYPES.values());
      all.addAll(NOBODY);
      fault(
          statement,
          details,
          type.isEmpty() ? "missing_field" : "unknown_code",
          type.isEmpty()
              ? "The field \"entityType\" is missing"
              : "No entity type " + Faults.quoted(type) + "." + faults.maybe(type, all));
    }
    return PartyKind.COMPANY;
  }

  private static Evidence evidence(Statement statement, Remark remark) {
    String stated =
        statement
            .json()
            .member("source")
            .map(source -> source.memberText("description"))
            .orElse("");
    if (remark.values().isEmpty()) {
      return new Evidence(List.of(), Confidence.MEDIUM, Basis.FACT, stated);
    }
    List<String> sources =
        remark.get("sources").isEmpty() ? List.of() : List.of(remark.get("sources").split("\\|"));
    return new Evidence(
        sources,
        Confidence.valueOf(upper(remark.get("confidence"), Confidence.MEDIUM.name())),
        Basis.valueOf(upper(remark.get("basis"), Basis.FACT.name())),
        remark.get("note"));
  }

  private static String upper(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text.toUpperCase(Locale.ROOT);
  }

  /** What Araxes has annotated there, or nothing. */
  private static Remark remark(Statement statement, String pointer) {
    for (JsonValue annotation :
        statement.json().member("annotations").map(JsonValue::items).orElse(List.of())) {
      boolean ours =
          annotation
              .member("createdBy")
              .map(by -> by.memberText("name").equals(Remark.BY))
              .orElse(false);
      if (ours && annotation.memberText("statementPointerTarget").equals(pointer)) {
        return Remark.parse(annotation.memberText("description"));
      }
    }
    return new Remark(Map.of());
  }

  private void relationship(Statement statement) {
    JsonValue details = statement.details().orElse(statement.json());
    Optional<String> held = end(statement, details, "subject");
    Optional<String> holder = end(statement, details, "interestedParty");
    if (held.isEmpty() || holder.isEmpty()) {
      return;
    }
    List<JsonValue> interests = details.member("interests").map(JsonValue::items).orElse(List.of());
    for (int i = 0; i < interests.size(); i++) {
      interest(statement, i, interests.get(i), holder.get(), held.get());
    }
  }

  private Optional<String> end(Statement statement, JsonValue details, String field) {
    Optional<JsonValue> value = details.member(field);
    if (value.isEmpty()) {
      fault(statement, details, "missing_field", "The field \"" + field + "\" is missing");
      return Optional.empty();
    }
    if (value.get().kind() == JsonValue.Kind.OBJECT) {
      String reason = value.get().memberText("reason");
      note(statement, value.get(), "unspecified", "The " + field + " is not told: " + reason);
      return Optional.empty();
    }
    String id = value.get().text();
    if (!parties.containsKey(id)) {
      fault(
          statement,
          value.get(),
          "unknown_record",
          "No entity or person " + Faults.quoted(id) + "." + faults.maybe(id, parties.keySet()));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private void interest(
      Statement statement, int position, JsonValue json, String holder, String held) {
    String type = json.memberText("type");
    if (json.memberText("directOrIndirect").equals("indirect")) {
      note(statement, json, "indirect", "An indirect interest follows from direct ones");
      return;
    }
    Remark remark = remark(statement, "/recordDetails/interests/" + position);
    Optional<StakeKind> kind = kind(type, remark.get("kind"));
    if (kind.isEmpty()) {
      note(statement, json, "no_stake", "An interest " + Faults.quoted(type) + " is no stake");
      return;
    }
    Optional<LocalDate> since = date(statement, json, "startDate");
    Optional<LocalDate> until = date(statement, json, "endDate");
    Fraction least = Fraction.ZERO;
    Fraction most = Fraction.ONE;
    boolean more = false;
    boolean less = false;
    Optional<JsonValue> share = json.member("share");
    if (share.isPresent()) {
      Optional<Fraction> exact = percent(statement, share.get(), "exact");
      Optional<Fraction> from = percent(statement, share.get(), "minimum");
      Optional<Fraction> over = percent(statement, share.get(), "exclusiveMinimum");
      Optional<Fraction> to = percent(statement, share.get(), "maximum");
      Optional<Fraction> under = percent(statement, share.get(), "exclusiveMaximum");
      more = exact.isEmpty() && over.isPresent() && over.get().compareTo(from.orElse(least)) >= 0;
      less = exact.isEmpty() && under.isPresent() && under.get().compareTo(to.orElse(most)) <= 0;
      least = exact.or(() -> more(from, over)).orElse(least);
      most = exact.or(() -> less(to, under)).orElse(most);
    }
    Share min = share(remark.get("share_min"), least);
    Share max = share(remark.get("share_max"), most);
    boolean above = more;
    boolean below = less;
    make(
            statement,
            json,
            () ->
                new Stake(
                    holder,
                    held,
                    kind.get(),
                    min,
                    max,
                    new Validity(since.orElse(LocalDate.MIN), until.orElse(LocalDate.MAX)),
                    remark.get("under"),
                    evidence(statement, remark),
                    above,
                    below))
        .ifPresent(stakes::add);
  }

  private static Optional<Fraction> more(Optional<Fraction> one, Optional<Fraction> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  private static Optional<Fraction> less(Optional<Fraction> one, Optional<Fraction> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private static Optional<StakeKind> kind(String type, String remarked) {
    List<StakeKind> fitting = new ArrayList<>();
    for (StakeKind kind : StakeKind.values()) {
      if (kind.bodsType().equals(type)) {
        if (kind.name().equalsIgnoreCase(remarked)) {
          return Optional.of(kind);
        }
        fitting.add(kind);
      }
    }
    return fitting.stream().findFirst();
  }

  /** What the annotation says exactly, as long as it says what the number says. */
  private static Share share(String remarked, Fraction stated) {
    if (!remarked.isEmpty()) {
      Fraction exact = Fraction.parse(remarked);
      Fraction off = exact.minus(stated);
      Fraction rounding = Fraction.of(1, 1_000_000_000_000L);
      if (off.compareTo(rounding) <= 0 && Fraction.ZERO.minus(off).compareTo(rounding) <= 0) {
        return new Share(exact);
      }
    }
    return new Share(stated);
  }

  private Optional<Fraction> percent(Statement statement, JsonValue share, String field) {
    Optional<JsonValue> value = share.member(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get().kind() == JsonValue.Kind.NUMBER) {
      try {
        Fraction part = Fraction.parse(value.get().text()).dividedBy(HUNDRED);
        if (part.compareTo(Fraction.ZERO) >= 0 && part.compareTo(Fraction.ONE) <= 0) {
          return Optional.of(part);
        }
      } catch (IllegalArgumentException | ArithmeticException notANumber) {
        // told below
      }
    }
    fault(
        statement,
        value.get(),
        "bad_share",
        "A share is a number from 0 to 100, but "
            + field
            + " is "
            + Faults.quoted(value.get().text()));
    return Optional.empty();
  }

  private <T> Optional<T> make(
      Statement statement, JsonValue at, java.util.function.Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException wrong) {
      fault(statement, at, "bad_value", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }
}
