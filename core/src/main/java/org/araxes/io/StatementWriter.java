package org.araxes.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.araxes.evidence.Evidence;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;
import org.araxes.party.Stake;
import org.araxes.quantity.Share;

/** Writes statements of the Beneficial Ownership Data Standard 0.4. */
final class StatementWriter {
  private static final int DECIMALS = 12;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final OwnershipStatements statements;

  StatementWriter(OwnershipStatements statements) {
    this.statements = statements;
  }

  /** As one list, or with a statement on every line. */
  void writeTo(Writer writer, boolean lines) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(writer)) {
      if (lines) {
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      } else {
        json.useDefaultPrettyPrinter();
        json.writeStartArray();
      }
      for (Party party : statements.parties()) {
        write(party, json);
      }
      Map<List<String>, List<Stake>> pairs = new LinkedHashMap<>();
      for (Stake stake : statements.stakes()) {
        pairs
            .computeIfAbsent(List.of(stake.holder(), stake.held()), pair -> new ArrayList<>())
            .add(stake);
      }
      for (List<Stake> stakes : pairs.values()) {
        write(stakes, json);
      }
      if (!lines) {
        json.writeEndArray();
      }
    }
    writer.write('\n');
    writer.flush();
  }

  private void begin(JsonGenerator json, String record, String type, String subject)
      throws IOException {
    json.writeStartObject();
    String name = statements.publisher() + ' ' + statements.date() + ' ' + type + ' ' + record;
    json.writeStringField(
        "statementId", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    json.writeStringField("declarationSubject", subject);
    json.writeStringField("statementDate", statements.date().toString());
    json.writeObjectFieldStart("publicationDetails");
    json.writeStringField("publicationDate", statements.date().toString());
    json.writeStringField("bodsVersion", "0.4");
    json.writeObjectFieldStart("publisher");
    json.writeStringField("name", statements.publisher());
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("recordId", record);
    json.writeStringField("recordStatus", "new");
    json.writeStringField("recordType", type);
  }

  private static void remark(JsonGenerator json, String pointer, Map<String, String> values)
      throws IOException {
    String text = new Remark(values).toString();
    if (!text.isEmpty()) {
      json.writeStartObject();
      json.writeStringField("motivation", "commenting");
      json.writeStringField("statementPointerTarget", pointer);
      json.writeObjectFieldStart("createdBy");
      json.writeStringField("name", Remark.BY);
      json.writeEndObject();
      json.writeStringField("description", text);
      json.writeEndObject();
    }
  }

  private static void put(Map<String, String> values, Evidence evidence) {
    values.put("sources", String.join("|", evidence.sources()));
    values.put("confidence", evidence.confidence().name().toLowerCase(Locale.ROOT));
    values.put("basis", evidence.basis().name().toLowerCase(Locale.ROOT));
    values.put("note", evidence.note());
  }

  private void write(Party party, JsonGenerator json) throws IOException {
    boolean person = party.kind() == PartyKind.PERSON;
    begin(json, party.id(), person ? "person" : "entity", party.id());
    json.writeArrayFieldStart("annotations");
    Map<String, String> values = new LinkedHashMap<>();
    values.put("names", party.names().toString());
    put(values, party.evidence());
    remark(json, "/recordDetails", values);
    json.writeEndArray();
    json.writeObjectFieldStart("recordDetails");
    json.writeBooleanField("isComponent", false);
    String name = party.names().in("en", party.id());
    if (person) {
      json.writeStringField("personType", "knownPerson");
      json.writeArrayFieldStart("names");
      json.writeStartObject();
      json.writeStringField("fullName", name);
      json.writeEndObject();
      json.writeEndArray();
      if (!party.jurisdiction().isEmpty()) {
        json.writeArrayFieldStart("nationalities");
        place(party.jurisdiction(), json);
        json.writeEndArray();
      }
    } else {
      json.writeObjectFieldStart("entityType");
      json.writeStringField("type", StatementReader.ENTITY_TYPES.get(party.kind()));
      json.writeEndObject();
      json.writeStringField("name", name);
      json.writeArrayFieldStart("alternateNames");
      for (String other : party.names().byTag().values()) {
        if (!other.equals(name)) {
          json.writeString(other);
        }
      }
      json.writeEndArray();
      if (!party.jurisdiction().isEmpty()) {
        json.writeFieldName("jurisdiction");
        place(party.jurisdiction(), json);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void place(String code, JsonGenerator json) throws IOException {
    String words =
        new Locale.Builder()
            .setRegion(code.length() > 2 ? code.substring(0, 2) : code)
            .build()
            .getDisplayCountry(Locale.ENGLISH);
    json.writeStartObject();
    json.writeStringField("name", words.isEmpty() ? code : words);
    json.writeStringField("code", code);
    json.writeEndObject();
  }

  private void write(List<Stake> stakes, JsonGenerator json) throws IOException {
    Stake any = stakes.get(0);
    begin(json, any.holder() + "--" + any.held(), "relationship", any.held());
    json.writeArrayFieldStart("annotations");
    for (int i = 0; i < stakes.size(); i++) {
      Stake stake = stakes.get(i);
      Map<String, String> values = new LinkedHashMap<>();
      values.put("kind", stake.kind().name().toLowerCase(Locale.ROOT));
      values.put("share_min", stake.min().value().toString());
      values.put("share_max", stake.max().value().toString());
      values.put("under", stake.under());
      put(values, stake.evidence());
      remark(json, "/recordDetails/interests/" + i, values);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("recordDetails");
    json.writeBooleanField("isComponent", false);
    json.writeStringField("subject", any.held());
    json.writeStringField("interestedParty", any.holder());
    json.writeArrayFieldStart("interests");
    for (Stake stake : stakes) {
      interest(stake, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void interest(Stake stake, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", stake.kind().bodsType());
    json.writeStringField("directOrIndirect", "direct");
    json.writeObjectFieldStart("share");
    BigDecimal least = percent(stake.min(), RoundingMode.FLOOR);
    BigDecimal most = percent(stake.max(), RoundingMode.CEILING);
    if (stake.exact() && least.compareTo(most) == 0) {
      json.writeNumberField("exact", least);
    } else {
      json.writeNumberField(stake.above() ? "exclusiveMinimum" : "minimum", least);
      json.writeNumberField(stake.below() ? "exclusiveMaximum" : "maximum", most);
    }
    json.writeEndObject();
    if (!stake.validity().from().equals(LocalDate.MIN)) {
      json.writeStringField("startDate", stake.validity().from().toString());
    }
    if (!stake.validity().to().equals(LocalDate.MAX)) {
      json.writeStringField("endDate", stake.validity().to().toString());
    }
    json.writeEndObject();
  }

  /** Rounded outwards where a decimal number cannot say it. */
  private static BigDecimal percent(Share share, RoundingMode outwards) {
    BigDecimal number =
        new BigDecimal(share.value().numerator())
            .multiply(HUNDRED)
            .divide(new BigDecimal(share.value().denominator()), DECIMALS, outwards)
            .stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
