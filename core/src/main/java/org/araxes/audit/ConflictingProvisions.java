package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.evidence.Validity;
import org.araxes.network.AgreementConflicts;
import org.araxes.network.ProvisionConflict;
import org.araxes.network.TransitNetwork;

/**
 * No two provisions of different agreements contradict each other without the data saying which
 * prevails.
 *
 * <p>A warning for each pair, on facts alone. A note where the data do say it.
 */
final class ConflictingProvisions implements Rule {
  @Override
  public String code() {
    return "conflicting_provisions";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    return AgreementConflicts.in(network, false).stream().map(this::finding);
  }

  private Finding finding(ProvisionConflict conflict) {
    String how =
        switch (conflict.kind()) {
          case BINDS_AND_CLOSES -> "binds a party that may close under ";
          case OPENS_AND_CLOSES -> "opens what is closed by ";
          case EXCLUSIVE_ROLE -> "grants a role that only one can hold, as does ";
        };
    Validity first = conflict.days().get(0);
    String agreement = conflict.first().replaceFirst("/.*", "");
    String where =
        " on "
            + conflict.elements().size()
            + " elements ("
            + conflict.elements().first()
            + (conflict.elements().size() > 1 ? " …" : "")
            + "), "
            + first;
    String text = "Provision " + conflict.first() + " " + how + conflict.second() + where;
    return conflict
        .prevails()
        .map(winner -> Finding.info(code(), agreement, text + "; " + winner + " prevails"))
        .orElseGet(() -> Finding.warning(code(), agreement, text + "; which prevails is not said"));
  }
}
