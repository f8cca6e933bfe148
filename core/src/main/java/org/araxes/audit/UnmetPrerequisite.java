package org.araxes.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * An agreement in force has its prerequisites met.
 *
 * <p>A warning where on the day of the facts an agreement is in force whose prerequisite is a
 * status that another agreement has not reached.
 */
final class UnmetPrerequisite implements Rule {
  @Override
  public String code() {
    return "unmet_prerequisite";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    LocalDate date = Words.today(network);
    List<Finding> found = new ArrayList<>();
    for (Agreement agreement : network.agreements()) {
      if (agreement.statusOn(date, false).filter(LegalStatus.IN_FORCE::equals).isEmpty()) {
        continue;
      }
      for (Prerequisite first : agreement.prerequisites()) {
        Optional<LegalStatus> reached =
            network.findAgreement(first.agreement()).flatMap(other -> other.statusOn(date, false));
        if (!first.agreement().isEmpty()
            && first.status().isPresent()
            && reached.filter(status -> status.compareTo(first.status().get()) >= 0).isEmpty()) {
          found.add(
              Finding.warning(
                  code(),
                  agreement.id(),
                  "It is in force although "
                      + first.agreement()
                      + " is not "
                      + Words.code(first.status().get())
                      + " yet"));
        }
      }
    }
    return found.stream();
  }
}
