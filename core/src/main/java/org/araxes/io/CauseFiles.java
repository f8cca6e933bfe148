package org.araxes.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;

/** Makes common causes and probabilities of the rows. */
final class CauseFiles {
  private final Ids ids;
  private final TransitNetwork.Builder builder;

  CauseFiles(Ids ids, TransitNetwork.Builder builder) {
    this.ids = ids;
    this.builder = builder;
  }

  void readCauses(Table table) {
    for (Row row : table.rows()) {
      String id = row.slug();
      checkOwn(row, id);
      Names names = row.names();
      CommonCauseKind kind = row.code("kind", Codes.CAUSE_KIND);
      String trigger = row.text("trigger");
      if (!trigger.isEmpty()) {
        row.refersToSubject("trigger", trigger, false, ids);
      }
      row.required("members");
      List<String> members = row.list("members");
      members.forEach(member -> row.refersToSubject("members", member, false, ids));
      String by = row.findReference("by", ids.parties());
      Validity validity = row.validity();
      Evidence evidence = row.evidence(ids);
      row.make(
              () ->
                  new CommonCause(
                      id, names, kind, trigger, new TreeSet<>(members), by, validity, evidence))
          .ifPresent(builder::addCommonCause);
    }
  }

  /** Whoever reads a probability must know whose it is. */
  private void checkOwn(Row row, String id) {
    for (Known others : List.of(ids.nodes(), ids.edges(), ids.parties(), ids.agreements())) {
      others
          .find(id)
          .ifPresent(
              other ->
                  row.fault(
                      "duplicate_id",
                      "id",
                      "A common cause shares this id with the "
                          + others.what()
                          + " in "
                          + other.file()
                          + ", line "
                          + other.line()));
    }
  }

  /** A probability and the row where it stands. */
  private record FactRow(Row row, SurvivalFact fact) {}

  void readProbabilities(Table table) {
    Map<String, List<FactRow>> known = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      fact(row)
          .ifPresent(
              fact -> {
                builder.addSurvival(fact);
                known
                    .computeIfAbsent(fact.subject(), subject -> new ArrayList<>())
                    .add(new FactRow(row, fact));
              });
    }
    known.values().forEach(CauseFiles::checkOverlaps);
  }

  private Optional<SurvivalFact> fact(Row row) {
    String subject = row.required("subject");
    if (!subject.isBlank()) {
      row.refersToSubject("subject", subject, true, ids);
      List<Known> meant =
          List.of(ids.nodes(), ids.edges(), ids.parties(), ids.agreements()).stream()
              .filter(kind -> kind.contains(subject))
              .toList();
      if (meant.size() > 1) {
        row.fault(
            "ambiguous_subject",
            "subject",
            "It may be the "
                + meant.get(0).what()
                + " or the "
                + meant.get(1).what()
                + " "
                + Faults.quoted(subject)
                + ". Maybe rename one?");
      }
    }
    Probability probability = row.probability("low", "high");
    SurvivalBasis basis = row.code("basis", Codes.SURVIVAL_BASIS);
    Validity validity = row.validity();
    Evidence evidence = row.evidence(ids);
    return row.make(() -> new SurvivalFact(subject, probability, basis, validity, evidence));
  }

  private static void checkOverlaps(List<FactRow> facts) {
    List<FactRow> sorted = new ArrayList<>(facts);
    sorted.sort(Comparator.comparing(one -> one.fact().validity().from()));
    for (int i = 1; i < sorted.size(); i++) {
      FactRow before = sorted.get(i - 1);
      FactRow after = sorted.get(i);
      if (before.fact().validity().overlaps(after.fact().validity())) {
        boolean inOrder = before.row().line() < after.row().line();
        Row first = inOrder ? before.row() : after.row();
        Row second = inOrder ? after.row() : before.row();
        second.fault(
            "overlapping_probability",
            "from",
            "It holds on days on which that in line " + first.line() + " holds too");
      }
    }
  }
}
