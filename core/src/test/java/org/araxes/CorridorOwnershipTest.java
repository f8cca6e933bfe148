package org.araxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.araxes.control.ControlRule;
import org.araxes.control.Controllers;
import org.araxes.control.ControllingRule;
import org.araxes.control.LookThrough;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.evidence.Confidence;
import org.araxes.io.Datasets;
import org.araxes.network.ControlExplanation;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Terms;
import org.araxes.quantity.Share;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Who owns and who controls what, in the shipped data. */
class CorridorOwnershipTest {
  private static final LocalDate FIRST_TERM = LocalDate.of(2027, 1, 1);
  private static final LocalDate EXTENDED = LocalDate.of(2078, 1, 1);
  private static final String RAIL = "rail-bc-agbend-nrnadzor--nrnadzor";
  private static final ControlRule BOTH =
      ControlRule.allOf(ControlRule.consentOf("AM"), ControlRule.consentOf("US"));

  private static NetworkSnapshot on(LocalDate date) {
    return Datasets.southCaucasus().on(date, Terms.DEFAULT.withPlans(true));
  }

  private static Map<String, String> owners(String party, LocalDate date) {
    Map<String, String> words = new java.util.TreeMap<>();
    LookThrough.of(on(date).ownership())
        .ultimate(party)
        .forEach((owner, share) -> words.put(owner, share.toString()));
    return words;
  }

  @Test
  void inTheFirstTermSeventyFourPercentCarryOrdinaryMattersAlone() {
    Ownership ownership = on(FIRST_TERM).ownership();
    assertThat(ownership.rule("tdc", Matter.ORDINARY)).isEqualTo(ControlRule.consentOf("US"));
    assertThat(ownership.rule("tdc", Matter.SPECIAL).vetoParties()).containsExactly("AM", "US");
    assertThat(ownership.rule("tdc", Matter.RESERVED).vetoParties()).containsExactly("AM", "US");
    assertThat(ownership.transferRule("tdc").vetoParties()).containsExactly("AM", "US");
    assertThat(owners("tdc", FIRST_TERM)).isEqualTo(Map.of("AM", "26 %", "US", "74 %"));
  }

  @Test
  void afterTheExtensionFiftyOnePercentStillDo() {
    Ownership ownership = on(EXTENDED).ownership();
    assertThat(ownership.rule("tdc", Matter.ORDINARY)).isEqualTo(ControlRule.consentOf("US"));
    assertThat(ownership.rule("tdc", Matter.SPECIAL).vetoParties()).containsExactly("AM", "US");
    assertThat(ownership.rule("tdc", Matter.RESERVED).vetoParties()).containsExactly("AM", "US");
    assertThat(owners("tdc", EXTENDED)).isEqualTo(Map.of("AM", "49 %", "US", "51 %"));
  }

  @Test
  void beforeTheAgreementNobodyHoldsAnything() {
    Ownership ownership = on(LocalDate.of(2026, 5, 25)).ownership();
    assertThat(ownership.holders("tdc")).isEmpty();
    assertThat(ownership.transferRule("tdc")).isEqualTo(ControlRule.free());
  }

  @Test
  void whoControlsDependsOnTheRuleChosen() {
    Ownership ownership = on(FIRST_TERM).ownership();
    Controllers simple = Controllers.under(ControllingRule.simpleMajority(), ownership);
    Controllers qualified =
        Controllers.under(ControllingRule.qualifiedMajority(Share.ofPercent(75)), ownership);
    assertThat(simple.of("tdc").controllers()).containsExactly("US");
    assertThat(qualified.of("tdc").controllers()).isEmpty();
    assertThat(simple.of("scr").controllers()).containsExactly("RU");
    assertThat(simple.of("btki").controllers()).isEmpty();
    assertThat(Controllers.under(ControllingRule.unanimity(), ownership).of("btki").controllers())
        .containsExactly("AZ", "GE");
    assertThat(simple.of("gazprom-armenia").controllers()).containsExactly("RU");
    assertThat(owners("gazprom-armenia", FIRST_TERM)).isEqualTo(Map.of("RU", "50.2 % to 50.3 %"));
    assertThat(owners("az-customs", FIRST_TERM)).isEqualTo(Map.of("AZ", "100 %"));
  }

  @Test
  void theChainOfACorridorEdgeGoesUpToTheStatesWithItsSources() {
    ControlExplanation why = on(FIRST_TERM).explain(RAIL);
    assertThat(why.rule()).isEqualTo(on(FIRST_TERM).controlOf(RAIL)).isEqualTo(BOTH);
    assertThat(why.lines())
        .contains(
            RAIL + " on 2027-01-01 needs: (AM and US)",
            "    tdc: over 50 % of the votes [s03, s08; medium]",
            "      dfc-tripp, 74 % shares [s03, s14, assumption-tripp-dates; medium]: "
                + "over 50 % of the votes, by default",
            "        dfc, 100 % shares [s14; low]: over 50 % of the votes, by default",
            "          US, 100 % by law [s14, k; medium]: decides for itself");
    assertThat(why.confidence()).isEqualTo(Confidence.LOW);
    assertThat(why.toString()).contains("operator: tdc, ordinary matters, under tripp-framework");
  }

  @Test
  void everyElementIsExplainedByTheRuleThatItHas() {
    NetworkSnapshot day = on(FIRST_TERM);
    day.network()
        .edges()
        .forEach(
            edge ->
                assertThat(rebuilt(day.explain(edge.id()))).isEqualTo(day.controlOf(edge.id())));
    day.network()
        .crossings()
        .forEach(
            crossing ->
                crossing
                    .sides()
                    .forEach(
                        side ->
                            assertThat(rebuilt(day.explain(crossing.id(), side)))
                                .isEqualTo(day.controlOf(crossing.id(), side))));
  }

  private static ControlRule rebuilt(ControlExplanation why) {
    return ControlRule.allOf(
        why.roles().stream()
            .filter(ControlExplanation.RoleChain::asked)
            .map(one -> one.chain().rule())
            .toList());
  }

  @Test
  void aSaleIsSupposedAndTellsWhoseConsentItNeeds() {
    Scenario sale =
        Scenario.named("sale")
            .from(FIRST_TERM)
            .stake("dfc-tripp", "tdc", Share.ofPercent(60))
            .stake("KZ", "scr", Share.ofPercent(100))
            .stake("GB", "dfc-tripp", Share.ofPercent(100))
            .build();
    assertThat(sale.transferConsents(Datasets.southCaucasus()))
        .extracting(Object::toString)
        .isEqualTo(
            List.of(
                "tdc asks for the consent of (AM and US)",
                "tdc asks for the consent of (AM and US)"));
    assertThat(sale.transferConsents(Datasets.southCaucasus()).get(1).change().held())
        .isEqualTo("dfc-tripp");
  }
}
