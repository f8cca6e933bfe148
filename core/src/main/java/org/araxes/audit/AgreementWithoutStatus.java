package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.network.TransitNetwork;

/**
 * An agreement has a status.
 *
 * <p>A warning for one whose status nobody ever stated: it never stands. A remark for one that
 * begins with a plan alone.
 */
final class AgreementWithoutStatus implements Rule {
  @Override
  public String code() {
    return "agreement_without_status";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (Agreement agreement : network.agreements()) {
      if (agreement.status().claims().isEmpty()) {
        found.add(Finding.warning(code(), agreement.id(), "Nobody ever stated its status"));
      } else if (agreement.status().claims().stream()
          .allMatch(claim -> claim.evidence().basis() == Basis.PLAN)) {
        found.add(Finding.info(code(), agreement.id(), "Its status is planned alone"));
      }
    }
    return found.stream();
  }
}
