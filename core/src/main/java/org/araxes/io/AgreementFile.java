package org.araxes.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Claim;
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
                      evidence))
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

  private List<Prerequisite> prerequisites(Row agreement) {
    List<Prerequisite> prerequisites = new ArrayList<>();
    for (Row row : agreement.rows("prerequisites", Schema.PREREQUISITE)) {
      String text = row.required("text");
      String other = row.findReference("agreement", ids.agreements());
      Optional<LegalStatus> status = row.findCode("status", Codes.LEGAL_STATUS);
      if (status.isPresent() && other.isEmpty()) {
        row.fault("missing_value", "agreement", "A status is that of another agreement: which?");
      }
      prerequisites.add(new Prerequisite(text, other, status, row.sources(ids)));
      agreement.joins(row);
    }
    return prerequisites;
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
      provisions.add(
          new Provision(
              id, effect, party, where, classes, modes, flags, row.text("summary"), validity));
      agreement.joins(row);
    }
    return provisions;
  }
}
