package org.araxes.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.araxes.border.Mode;
import org.araxes.border.Quota;
import org.araxes.border.QuotaKind;
import org.araxes.border.QuotaState;
import org.araxes.border.QuotaUnit;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;

/** Makes quotas of the rows. */
final class QuotaFile {
  private final Ids ids;
  private final TransitNetwork.Builder builder;

  QuotaFile(Ids ids, TransitNetwork.Builder builder) {
    this.ids = ids;
    this.builder = builder;
  }

  /** A quota and the row where it stands. */
  private record QuotaRow(Row row, Quota quota) {}

  void read(Table table) {
    Map<String, List<QuotaRow>> known = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      quota(row)
          .ifPresent(
              quota -> {
                builder.addQuota(quota);
                List<QuotaRow> periods = known.computeIfAbsent(quota.id(), id -> new ArrayList<>());
                checkPeriod(row, quota, periods);
                periods.add(new QuotaRow(row, quota));
              });
    }
  }

  private Optional<Quota> quota(Row row) {
    String id = row.slug();
    String host = row.required("host");
    if (!host.isBlank()) {
      row.refersToTerritory("host", host, ids);
    }
    String flag = row.required("flag");
    row.jurisdictionCodes("flag");
    QuotaKind kind = row.code("kind", Codes.QUOTA_KIND);
    Set<Mode> modes = row.codes("modes", Codes.MODE);
    Set<TrafficClass> classes = row.codes("classes", Codes.CLASS);
    OptionalDouble amount = row.notNegative("amount");
    QuotaUnit unit = row.code("unit", Codes.QUOTA_UNIT);
    QuotaState state = row.findCode("state", Codes.QUOTA_STATE).orElse(QuotaState.AVAILABLE);
    Validity validity = row.validity();
    String under = row.findReference("under", ids.agreements());
    Evidence evidence = row.evidenceWithBasis(ids);
    return row.make(
        () ->
            new Quota(
                id, host, flag, kind, modes, classes, amount, unit, state, validity, under,
                evidence));
  }

  private static void checkPeriod(Row row, Quota quota, List<QuotaRow> before) {
    for (QuotaRow other : before) {
      Quota first = other.quota();
      if (!first.host().equals(quota.host())
          || !first.flag().equals(quota.flag())
          || first.kind() != quota.kind()) {
        row.fault(
            "duplicate_id",
            "id",
            "A quota of another pair or kind has this id in line " + other.row().line());
        return;
      }
      if (first.validity().overlaps(quota.validity())) {
        row.fault(
            "overlapping_quota",
            "from",
            "It holds on days on which the period in line "
                + other.row().line()
                + " holds too. Maybe that should end where this begins?");
        return;
      }
    }
  }
}
