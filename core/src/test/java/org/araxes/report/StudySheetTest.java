package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Sketch;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.study.Case;
import org.araxes.study.CaseStudy;
import org.junit.jupiter.api.Test;

class StudySheetTest {
  private static AnswerSheet sheet(TransitNetwork network, Mode mode, String from, String to) {
    return AnswerSheet.of(
            CaseStudy.of(
                network,
                new Case(
                    "one",
                    "Before",
                    Optional.empty(),
                    LocalDate.of(2025, 8, 7),
                    Terms.DEFAULT,
                    "Road freight",
                    Movement.freight().by(mode).build(),
                    from,
                    to)))
        .build();
  }

  @Test
  void aRouteThatIsBestInEachWayIsNamedOnceAndTheOthersByWhoseYesTheyNeed() {
    AnswerSheet sheet =
        sheet(
            Sketch.of(
                "bak -AZ=10- bil -IR=10- jul -AZ-NX=10- nax",
                "bak -AZ=99- red -GE=99- vale -TR=99- dil -AZ-NX=99- nax"),
            Mode.ROAD,
            "bak",
            "nax");

    assertThat(sheet.ways().stream().map(AnswerSheet.Way::name))
        .containsExactly("Best by every measure", "By the yes of {AZ, GE, TR}");
    assertThat(sheet.standards()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(sheet.standards().get(0).name()).isEqualTo("Physical");
    assertThat(sheet.standards().get(0).witness()).isEqualTo("by bil, jul");
    assertThat(sheet.id()).isEqualTo("as-it-is-road-freight-2025-08-07");
    assertThat(sheet.factual().orElseThrow().vetoes()).containsExactly("AZ");
    assertThat(sheet.factual().orElseThrow().power().get(0).banzhaf()).hasToString("5/8");
  }

  @Test
  void aNoTellsTheObstaclesAndThatNothingIsLeftToSever() {
    AnswerSheet sheet = sheet(Sketch.of("bak -AZ:rail- nax"), Mode.ROAD, "bak", "nax");

    assertThat(sheet.ways()).isEmpty();
    assertThat(sheet.blocked()).isPresent();
    assertThat(sheet.factual().orElseThrow().note()).contains("no way");
    assertThat(sheet.factual().orElseThrow().blocking()).isEmpty();
  }

  @Test
  void theShippedDatasetFitsOnAPage() throws IOException {
    TransitNetwork network = Datasets.southCaucasus();
    AnswerSheet sheet = sheet(network, Mode.ROAD, "baku", "nakhchivan");
    StringBuilder page = new StringBuilder();
    MapPage.of(network).landmarks("baku", "meghri").add(sheet).build().writeTo(page);
    StringBuilder text = new StringBuilder();
    Report.plain().write(sheet, text);

    assertThat(page.length()).isBetween(500_000, 3_000_000);
    assertThat(text.toString()).contains("5/8").contains("Bilasuvar");
    assertThat(text.toString().lines()).allMatch(line -> TextTable.width(line) <= 100);
  }
}
