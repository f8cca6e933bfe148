package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Probability;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CauseScenarioFileTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  @TempDir private Path folder;

  private static Scenario scenario(Probability probability) {
    return Scenario.named("s")
        .source("s34")
        .during(new Validity(DAY, DAY.plusDays(4)))
        .happen("security-2026-03")
        .during(Validity.ALWAYS)
        .probability("retaliation-2013-11", probability)
        .probability("IR", Probability.of(0.5))
        .build();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("scenarios.json");
    Scenario written = scenario(Probability.between(0.25, 0.75));
    ScenarioWriter.write(Scenarios.of(List.of(written)), file);
    assertThat(ScenarioReader.read(file, CAUCASUS).scenario("s")).isEqualTo(written);
    assertThat(ScenarioWriter.toJson(List.of(written)))
        .contains("\"cause\" : \"security-2026-03\"")
        .contains("\"value\" : 0.5")
        .contains("\"low\" : 0.25");
  }

  @Test
  void anotherProbabilityIsAnotherScenario() {
    assertThat(ScenarioWriter.contentHash(scenario(Probability.of(0.5))))
        .isEqualTo(ScenarioWriter.contentHash(scenario(Probability.of(0.5))))
        .isNotEqualTo(ScenarioWriter.contentHash(scenario(Probability.between(0.5, 0.75))))
        .isNotEqualTo(ScenarioWriter.contentHash(scenario(Probability.of(0.25))));
  }
}
