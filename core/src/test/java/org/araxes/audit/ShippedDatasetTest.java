package org.araxes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.answer.Severity;
import org.araxes.io.Datasets;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dataset with an error does not ship. */
class ShippedDatasetTest {
  private static final List<Finding> FINDINGS = Audit.of(Datasets.southCaucasus());

  @Test
  void theSouthCaucasusHasNoErrorLevelFinding() {
    assertThat(FINDINGS)
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .as("Maybe mend the data, or the rule if it is wrong?")
        .isEmpty();
  }

  static List<String> scenarios() {
    return Datasets.southCaucasusScenarios().ids();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioCanBeAppliedAndBringsNoNewError(String id) {
    Scenario scenario = Datasets.southCaucasusScenarios().scenario(id);
    Audit audit = Audit.standard().without("overlapping_status");

    assertThat(audit.findings(scenario.applyTo(Datasets.southCaucasus())))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }
}
