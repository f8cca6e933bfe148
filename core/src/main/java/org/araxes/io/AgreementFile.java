package org.araxes.io;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.Extension;
import org.araxes.agreement.Leave;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.agreement.Term;
import org.araxes.border.ControlFunction;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;

/** Makes agreements of the objects in their file. */
final class AgreementFile {
  private final Ids ids;
  private final TransitNetwork.Builder builder;

  AgreementFile(Ids ids, TransitNetwork.Builder builder) {
    this.ids = ids;
    this.builder = builder;
  }

  void read(Table table) {
    for (Row row : table.rows()) {
      String id = row.slug();
      Names names = row.names();
      AgreementKind kind = row.code("kind", Codes.AGREEMENT_KIND);
      List<String> parties = row.references("parties", ids.parties());
      boolean binding = row.code("binding", Codes.TRUTH);
      History<LegalStatus> status = status(row);
      List<Prerequisite> prerequisites = prerequisites(row);
      List<Provision> provisions = provisions(row);
      Evidence evidence = row.evidence(ids);
      List<LegalStatus> lifeCycle = lifeCycle(row);
      Term term = term(row);
      row.make(
              () ->
                  new Agreement(
                      id,
                      names,
                      kind,
                      parties,
                      binding,
                      status,
                      prerequisites,
                      provisions,
                      evidence,
                      lifeCycle,
                      term))
          .ifPresent(builder::addAgreement);
    }
  }

  private History<LegalStatus> status(Row agreement) {
    List<Claim<LegalStatus>> claims = new ArrayList<>();
    for (Row row : agreement.rows("status", Schema.AGREEMENT_STATUS)) {
      claims.add(
          new Claim<>(
              row.code("status", Codes.LEGAL_STATUS), row.validity(), row.evidenceWithBasis(ids)));
      agreement.joins(row);
    }
    return new History<>(claims);
  }

  private static List<LegalStatus> lifeCycle(Row agreement) {
    return agreement.codes("life_cycle", Codes.LEGAL_STATUS).stream().sorted().toList();
  }

  private Term term(Row agreement) {
    Optional<JsonValue> nested = agreement.json().member("term");
    if (nested.isEmpty() || nested.get().kind() == JsonValue.Kind.NULL) {
      return Term.NONE;
    }
    if (nested.get().kind() != JsonValue.Kind.OBJECT) {
      agreement.fault("wrong_type", "term", "\"term\" is an object");
      return Term.NONE;
    }
    Row row = Row.ofJson(Schema.TERM, nested.get(), agreement.subject(), agreement.faults());
    Optional<LocalDate> from = row.date("from");
    Optional<Period> length = row.has("length") ? period(row, "length") : Optional.empty();
    List<Extension> extensions = extensions(row);
    List<Leave> exits = leaves(row, "exits");
    List<Leave> suspensions = leaves(row, "suspensions");
    Term term =
        row.make(() -> new Term(from, length, extensions, exits, suspensions)).orElse(Term.NONE);
    agreement.joins(row);
    return term;
  }

  private List<Extension> extensions(Row term) {
    List<Extension> extensions = new ArrayList<>();
    for (Row row : term.rows("extensions", Schema.EXTENSION)) {
      Optional<Period> length = period(row, "length");
      Period after = row.has("after") ? period(row, "after").orElse(Period.ZERO) : Period.ZERO;
      SortedSet<String> consent = new TreeSet<>(row.references("consent", ids.parties()));
      Optional<LocalDate> agreed = row.date("agreed");
      Evidence evidence = row.evidenceWithBasis(ids);
      row.make(
              () ->
                  new Extension(
                      length.orElseThrow(), after, consent, agreed, row.text("text"), evidence))
          .ifPresent(extensions::add);
      term.joins(row);
    }
    return extensions;
  }

  private List<Leave> leaves(Row term, String column) {
    List<Leave> leaves = new ArrayList<>();
    for (Row row : term.rows(column, Schema.LEAVE)) {
      SortedSet<String> by = new TreeSet<>(row.references("by", ids.parties()));
      Period notice = row.has("notice") ? period(row, "notice").orElse(Period.ZERO) : Period.ZERO;
      Period after = row.has("after") ? period(row, "after").orElse(Period.ZERO) : Period.ZERO;
      Evidence evidence = row.evidence(ids);
      row.make(() -> new Leave(by, row.text("ground"), notice, after, row.text("text"), evidence))
          .ifPresent(leaves::add);
      term.joins(row);
    }
    return leaves;
  }

  private static Optional<Period> period(Row row, String column) {
    try {
      return Optional.of(Period.parse(row.text(column)));
    } catch (DateTimeParseException bad) {
      row.fault(
          "bad_period",
          column,
          "A period is for instance P30Y or P90D, but " + Faults.quoted(row.text(column)));
      return Optional.empty();
    }
  }

  private List<Prerequisite> prerequisites(Row agreement) {
    List<Prerequisite> prerequisites = new ArrayList<>();
    for (Row row : agreement.rows("prerequisites", Schema.PREREQUISITE)) {
      String id = row.text("id");
      String text = row.required("text");
      String other = row.findReference("agreement", ids.agreements());
      Optional<LegalStatus> status = row.findCode("status", Codes.LEGAL_STATUS);
      if (status.isPresent() && other.isEmpty()) {
        row.fault("missing_value", "agreement", "A status is that of another agreement: which?");
      }
      LegalStatus before = row.findCode("before", Codes.LEGAL_STATUS).orElse(LegalStatus.IN_FORCE);
      List<String> needs = row.list("needs");
      SortedSet<String> by = new TreeSet<>(row.references("by", ids.parties()));
      History<Boolean> done = done(row);
      Confidence confidence =
          row.findCode("confidence", Codes.CONFIDENCE).orElse(Confidence.MEDIUM);
      Evidence evidence = new Evidence(row.sources(ids), confidence, Basis.FACT, row.text("note"));
      row.make(() -> new Prerequisite(id, text, other, status, before, needs, by, done, evidence))
          .ifPresent(prerequisites::add);
      agreement.joins(row);
    }
    return prerequisites;
  }

  private History<Boolean> done(Row step) {
    List<Claim<Boolean>> claims = new ArrayList<>();
    for (Row row : step.rows("done", Schema.STEP_DONE)) {
      claims.add(
          new Claim<>(
              row.code("happened", Codes.TRUTH), row.validity(), row.evidenceWithBasis(ids)));
      step.joins(row);
    }
    return new History<>(claims);
  }

  private List<Provision> provisions(Row agreement) {
    List<Provision> provisions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Row row : agreement.rows("provisions", Schema.PROVISION)) {
      String id = row.slug();
      if (!seen.add(id)) {
        row.fault("duplicate_id", "id", "There are two provisions " + Faults.quoted(id));
      }
      ProvisionEffect effect = row.code("effect", Codes.EFFECT);
      String party = row.findReference("party", ids.parties());
      if (effect == ProvisionEffect.BINDS && row.has("effect") && party.isEmpty()) {
        row.fault("missing_value", "party", "A provision that binds names the party bound");
      }
      Selector where = row.selector("where", ids);
      Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
      Set<Mode> modes = row.codes("modes", Codes.MODE);
      SortedSet<String> flags = row.jurisdictionCodes("flags");
      Validity validity = row.validity();
      String role = role(row, effect, party);
      Matter matter = row.findCode("matter", Codes.MATTER).orElse(Matter.ORDINARY);
      Set<ControlFunction> functions = row.codes("functions", Codes.FUNCTION);
      OptionalDouble perDay = row.notNegative("per_day");
      if (effect == ProvisionEffect.CAPS && perDay.isEmpty() && !row.has("per_day")) {
        row.fault("missing_value", "per_day", "A provision that caps says how many a day");
      }
      SortedSet<String> prevails = new TreeSet<>(row.list("prevails_over"));
      for (String other : prevails) {
        row.refers("prevails_over", other.replaceFirst("/.*", ""), ids.agreements());
      }
      provisions.add(
          new Provision(
              id,
              effect,
              party,
              where,
              classes,
              modes,
              flags,
              row.text("summary"),
              validity,
              role,
              matter,
              functions,
              perDay,
              prevails));
      agreement.joins(row);
    }
    return provisions;
  }

  private static String role(Row row, ProvisionEffect effect, String party) {
    if (!row.has("role")) {
      return "";
    }
    row.code("role", Codes.ROLE);
    if (effect != ProvisionEffect.GRANTS_ROLE || party.isEmpty()) {
      row.fault("bad_value", "role", "A role is granted to a party by the effect grants_role");
    }
    return row.text("role");
  }
}
