package org.araxes.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.araxes.answer.Truth;
import org.araxes.border.Contact;
import org.araxes.border.ControlPoint;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Regime;
import org.araxes.io.Datasets;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;
import org.araxes.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedRegimeTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final Scenarios SCENARIOS = Datasets.southCaucasusScenarios();
  private static final LocalDate BEFORE = LocalDate.of(2025, 8, 7);
  private static final LocalDate OPEN = LocalDate.of(2029, 1, 1);
  private static final Movement TRAIN =
      Movement.freight().by(Mode.RAIL).gauge(1520).flag("AZ").build();
  private static final Movement LORRY = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private static final Movement TRAVELLER = Movement.persons().by(Mode.ROAD).flag("AZ").build();

  private static Passage passage(TransitNetwork network, Movement movement, LocalDate day) {
    NetworkView view = network.on(day).moving(movement);
    return Passage.of(view, network.endpoint("AZ-main"), network.endpoint("AZ-NX"));
  }

  private static Stretch at(Passage passage, String crossing, Mode mode, String from) {
    return passage.stretches().stream()
        .filter(stretch -> stretch.kind() == ArcKind.CROSSING)
        .filter(stretch -> stretch.element().equals(crossing))
        .filter(stretch -> stretch.mode() == mode && stretch.fromSide().equals(from))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1} in law, {2} in fact")
  @CsvSource({"tripp-open, U2, U2", "tripp-open-sender-reading, U2, U2", "s4, I1, I1"})
  void theEastGateGradesAsWhatStandsThere(String scenario, RegimeGrade law, RegimeGrade fact) {
    TransitNetwork network = SCENARIOS.scenario(scenario).applyTo(CAUCASUS);
    Passage passage = passage(network, TRAIN, OPEN);
    RegimeVerdict gate = passage.regimeGrade(at(passage, "bc-agbend-nrnadzor", Mode.RAIL, "AZ"));

    assertThat(gate.regime().right().basis()).isEqualTo(Regime.RightBasis.DECLARATION);
    assertThat(gate.deJure().grade()).isEqualTo(law);
    assertThat(gate.deFacto().grade()).isEqualTo(fact);
  }

  @Test
  void landBordersForPersonsAreSuspendedByAnAct() {
    Passage passage = passage(CAUCASUS, TRAVELLER, BEFORE);
    RegimeVerdict astara = passage.regimeGrade(at(passage, "bc-astara-road", Mode.ROAD, "AZ"));

    assertThat(astara.deJure().grade()).isEqualTo(RegimeGrade.I3);
    assertThat(astara.deFacto().grade()).isEqualTo(RegimeGrade.I3);
    assertThat(astara.deJure().reasons())
        .extracting(RegimeVerdict.Reason::aspect)
        .containsExactly(RegimeAspect.LAW);
  }

  @Test
  void meghriBeforeTrippHasNothingBuilt() {
    Passage passage = passage(CAUCASUS, TRAIN, BEFORE);
    Stretch track =
        passage.stretches().stream()
            .filter(stretch -> stretch.element().equals("rail-nrnadzor--shvanidzor"))
            .findFirst()
            .orElseThrow();

    assertThat(passage.regimeGrade(track).deFacto().grade()).isGreaterThanOrEqualTo(RegimeGrade.I3);
  }

  @Test
  void theWorstPartOfARouteDecides() {
    Passage passage = passage(CAUCASUS, LORRY, BEFORE);
    Route route = passage.judge(Standards.lawful()).ways().get(0);
    RegimeVerdict.OfRoute verdict = passage.regimeGrade(route);

    assertThat(verdict.parts())
        .hasSize(route.legs().size() + route.crossings().size())
        .allSatisfy(
            part -> {
              assertThat(part.deJure().grade()).isLessThanOrEqualTo(verdict.deJure().grade());
              assertThat(part.deFacto().grade()).isLessThanOrEqualTo(verdict.deFacto().grade());
            });
    assertThat(verdict.deJure().grade()).isEqualTo(RegimeGrade.I1);
    assertThat(verdict.deJure().reasons())
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason.grade()).isEqualTo(verdict.deJure().grade()));
  }

  /** What the standards ask of a border and what the readings ask of its regime is one thing. */
  @Test
  void theReadingsOfARegimeAgreeWithTheStandardsAtEveryBorder() {
    Map<Truth, Integer> host = new EnumMap<>(Truth.class);
    Map<Truth, Integer> sender = new EnumMap<>(Truth.class);
    Random random = new Random(7);
    for (String scenario :
        List.of("s1", "tripp-open", "tripp-open-sender-reading", "s4", "s13", "s7")) {
      TransitNetwork shipped = SCENARIOS.scenario(scenario).applyTo(CAUCASUS);
      for (TransitNetwork network : List.of(shipped, shaken(shipped, random))) {
        for (Movement movement : List.of(TRAIN, LORRY, TRAVELLER)) {
          Passage passage = passage(network, movement, random.nextBoolean() ? OPEN : BEFORE);
          for (Stretch stretch : passage.stretches()) {
            if (stretch.kind() == ArcKind.CROSSING) {
              Regime regime = passage.regime(stretch);
              Truth hosts = Standards.hostReading(stretch).truth();
              Truth senders = Standards.senderReading(stretch).truth();
              assertThat(RegimeReadings.host(regime).truth()).as("%s", stretch).isEqualTo(hosts);
              assertThat(RegimeReadings.sender(regime).truth())
                  .as("%s", stretch)
                  .isEqualTo(senders);
              host.merge(hosts, 1, Integer::sum);
              sender.merge(senders, 1, Integer::sum);
            }
          }
        }
      }
    }
    assertThat(host).containsOnlyKeys(Truth.values());
    assertThat(sender).containsOnlyKeys(Truth.values());
  }

  /** The same network with a tenth of the controls gone and others at the posts. */
  private static TransitNetwork shaken(TransitNetwork network, Random random) {
    List<String> parties = List.of("", "AZ", "AM", "IR", "US", "stateless");
    TransitNetwork.Builder builder = network.toBuilder();
    builder.addParty(Party.company("stateless", ""));
    return builder
        .withControlPoints(
            old ->
                old.stream()
                    .filter(point -> random.nextInt(10) > 0)
                    .map(
                        point ->
                            new ControlPoint(
                                point.crossing(),
                                point.post(),
                                point.function(),
                                parties.get(random.nextInt(parties.size())),
                                parties.get(random.nextInt(parties.size())),
                                Contact.values()[random.nextInt(4)],
                                point.place(),
                                point.modes(),
                                point.classes(),
                                point.validity(),
                                point.under(),
                                point.evidence()))
                    .toList())
        .build();
  }
}
