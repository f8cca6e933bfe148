package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @Test
  void anAnswerReadsFromTheQuestionToThePowers() throws IOException {
    StringBuilder out = new StringBuilder();
    Report.plain().write(Sheets.open(), out);

    assertThat(out.toString())
        .startsWith("Road freight, Before, 2025-08-07: Main part to A</script>")
        .contains("  Fastest  1,200 km  31 h 15 min  530 USD  AZ IR AZ-NX  bil        AZ IR\n")
        .contains("  Azerbaijan    400 km  6 h 25 min\n")
        .contains("   1  bil    Control stop  AZ IR  6 h 30 min  Customs of both sides\n")
        .contains("Is it unimpeded? 1 of 3 standards\n")
        .contains("  sovereign  No")
        .contains("  Smallest groups that can: {AZ}, {AM, IR}\n")
        .contains("  AZ     3/4 (75.0 %)  3/5 (60.0 %)    2/3 (66.7 %)\n")
        .contains("The same: no instrument that counts changes it.");
  }

  @Test
  void inShortEachPlaceAndEachReasonTakesOneRow() throws IOException {
    StringBuilder out = new StringBuilder();
    Report.plain().detailing(0).write(Sheets.open(), out);

    assertThat(out.toString())
        .contains("  Fastest  1,200 km  31 h 15 min  530 USD  bil; jul  AZ IR\n")
        .contains("  bil    6 h 30 min  Control by AZ, IR\n")
        .contains("  Yes      physical   Built and joined\n")
        .contains("  Smallest groups that can: {AZ}, {AM, IR}\n")
        .contains("  Power, Banzhaf and Shapley-Shubik: AZ 3/4, 2/3\n")
        .doesNotContain("without breach");
  }

  @Test
  void onlyAsManyWaysAsWantedAreToldInDetail() throws IOException {
    StringBuilder out = new StringBuilder();
    Report.plain().detailing(0).write(Sheets.open(), out);

    assertThat(out.toString()).contains("Fastest").doesNotContain("impediments in order");
  }

  @Test
  void aNoCarriesItsReasons() throws IOException {
    StringBuilder out = new StringBuilder();
    Report.plain().write(Sheets.shut(), out);

    assertThat(out.toString())
        .contains("\nNo way\n  Every way is barred.\n")
        .contains("Customs of both sides")
        .doesNotContain("Who can stop it");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 140})
  void linesStayWithinTheWidthAndCarryNoControlCharacter(int width) throws IOException {
    StringBuilder out = new StringBuilder();
    Report.within(width).write(Sheets.open(), out);
    Report.within(width).writeOverview(List.of(Sheets.open()), out);

    assertThat(out.toString().lines()).allMatch(line -> TextTable.width(line) <= width);
    assertThat(out.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }

  @Test
  void theOverviewHasARowForEachScenarioAndDay() throws IOException {
    StringBuilder out = new StringBuilder();
    Report.plain().writeOverview(List.of(Sheets.open()), out);

    assertThat(out.toString())
        .isEqualTo(
            """
            Road freight, Main part to A</script><script>alert('x')</script>"& \\
            ====================================================================
            Scenario  Day         Fastest      Through      Standards  Who can stop it
            --------  ----------  -----------  -----------  ---------  ---------------
            Before    2025-08-07  31 h 15 min  AZ IR AZ-NX  1 of 3     AZ; AM+IR

            """);
  }

  @Test
  void aSheetAboutAnUnknownPlaceIsASlip() {
    assertThatThrownBy(() -> AnswerSheet.about(Sheets.open().view(), "main", "naxx"))
        .hasMessageContaining("Maybe \"nax\"?");
    assertThatThrownBy(() -> Report.within(20)).hasMessageContaining("at least 40");
  }
}
