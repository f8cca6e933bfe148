package org.araxes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Prerequisite;
import org.araxes.answer.Finding;
import org.araxes.answer.Severity;
import org.araxes.border.Conditions;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Season;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Source;
import org.araxes.evidence.Validity;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.Territory;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitNetwork;
import org.araxes.party.PartyKind;
import org.araxes.quantity.Throughput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {
  private static final Path SOURCES = Path.of("src/main/java/org/araxes/audit");
  private static final Pattern RULE = Pattern.compile("final class (\\w+) implements Rule");
  private static final Pattern TEXT =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*final class", Pattern.DOTALL);
  private static final LocalDate TODAY = Sketch.TODAY;
  private static final Validity PAST = Validity.until(LocalDate.of(2020, 1, 1));
  private static final Validity LATER = Validity.since(LocalDate.of(2019, 1, 1));

  /**
   * What trips a rule: how the flawless map is spoiled, and what the rule then says of what.
   *
   * @param code the rule
   * @param severity how bad it finds that
   * @param subject what it speaks of
   * @param spoil how the map is spoiled
   */
  record Trap(String code, Severity severity, String subject, Consumer<Sketch> spoil) {
    @Override
    public String toString() {
      return code + " as " + severity;
    }
  }

  private static Trap trap(String code, Severity severity, String subject, Consumer<Sketch> spoil) {
    return new Trap(code, severity, subject, spoil);
  }

  static List<Trap> traps() {
    return List.of(
        trap(
            "node_outside_jurisdiction",
            Severity.ERROR,
            "baku",
            map ->
                map.node("baku", NodeKind.CITY, 44.99, 39.5, "AZ")
                    .edge("road-az", "gate", "baku", Mode.ROAD, "AZ")
                    .edge("rail-az", "gate", "baku", Mode.RAIL, "AZ")),
        trap(
            "edge_across_border",
            Severity.ERROR,
            "road-az",
            map ->
                map.line(
                    "road-az", "gate", "baku", Mode.ROAD, "AZ", 45, 39.5, 44.9, 39.6, 45.5, 39.5)),
        trap(
            "edge_across_border",
            Severity.WARNING,
            "road-az",
            map ->
                map.line(
                        "road-az", "gate", "baku", Mode.ROAD, "AZ", 45, 39.5, 44.9, 39.6, 45.5,
                        39.5)
                    .with(
                        map.anew("road-az")
                            .geometry(map.edges.get("road-az").geometry(), Quality.SCHEMATIC))),
        trap(
            "edge_outside_jurisdiction",
            Severity.WARNING,
            "road-az",
            map ->
                map.line(
                    "road-az", "gate", "baku", Mode.ROAD, "AZ", 45, 39.5, 45.2, 38.9, 45.5, 39.5)),
        trap(
            "length_shorter_than_line",
            Severity.ERROR,
            "road-am",
            map -> map.length("road-am", 40_000)),
        trap(
            "length_far_beyond_line",
            Severity.WARNING,
            "road-am",
            map -> map.length("road-am", 100_000)),
        trap(
            "missing_operator",
            Severity.WARNING,
            "road-am",
            map -> map.roles.removeIf(role -> role.element().equals("road-am"))),
        trap("missing_territory", Severity.WARNING, "AM", map -> map.territories.clear()),
        trap(
            "missing_territory",
            Severity.WARNING,
            "AZ",
            map -> map.party("AZ", PartyKind.ORGANISATION, "AZ", "Azerbaijan")),
        trap(
            "missing_territory",
            Severity.INFO,
            "AM",
            map ->
                map.territories.put(
                    "AM",
                    new Territory(
                        "AM", Names.of("Armenia"), "AM", "", Optional.empty(), Sketch.SAID))),
        trap(
            "missing_border_control",
            Severity.WARNING,
            "gate",
            map -> map.roles.removeIf(role -> role.kind() == RoleKind.BORDER_CONTROL)),
        trap("missing_border_control", Severity.WARNING, "gate", map -> map.controls.clear()),
        trap(
            "overlapping_status",
            Severity.ERROR,
            "road-am",
            map ->
                map.with(
                    map.anew("road-am")
                        .status(
                            new History<>(
                                List.of(
                                    claim(Status.OPERATIONAL, Validity.ALWAYS),
                                    claim(Status.DISUSED, PAST)))))),
        trap(
            "overlapping_status",
            Severity.ERROR,
            "treaty",
            map ->
                map.agreement(
                    "treaty",
                    new History<>(
                        List.of(
                            claim(LegalStatus.IN_FORCE, Validity.ALWAYS),
                            claim(LegalStatus.SIGNED, PAST))))),
        trap(
            "idle_hours",
            Severity.ERROR,
            "gate",
            map -> map.fact(CrossingFact.builder("gate").hours("off", ZoneOffset.UTC).build())),
        trap(
            "idle_hours",
            Severity.WARNING,
            "gate",
            map ->
                map.fact(
                    CrossingFact.builder("gate")
                        .hours("Su off; 08:00-18:00", ZoneOffset.UTC)
                        .build())),
        trap(
            "idle_hours",
            Severity.WARNING,
            "gate",
            map ->
                map.fact(
                    CrossingFact.builder("gate")
                        .capacityPerDay(3)
                        .validity(new Validity(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 7, 1)))
                        .conditions(Conditions.NONE.in(Season.parse("Jul-Sep")))
                        .build())),
        trap(
            "tying_crossing_facts",
            Severity.ERROR,
            "gate",
            map -> map.fact(CrossingState.CLOSED, Validity.ALWAYS, Optional.empty(), "")),
        trap(
            "ended_agreement_still_switches",
            Severity.ERROR,
            "gate",
            map ->
                map.agreement("treaty", LegalStatus.TERMINATED)
                    .fact(CrossingState.CLOSED, LATER, Optional.empty(), "treaty")),
        trap(
            "ended_agreement_still_switches",
            Severity.ERROR,
            "gate",
            map -> {
              map.agreement("treaty", LegalStatus.SUSPENDED);
              map.controls.add(Sketch.control("treaty"));
            }),
        trap(
            "ended_agreement_still_switches",
            Severity.WARNING,
            "road-am",
            map -> {
              map.agreement("treaty", LegalStatus.EXPIRED);
              map.roles.add(Sketch.role("road-am", RoleKind.CONCESSIONAIRE, "roads", "", "treaty"));
            }),
        trap(
            "ended_agreement_still_switches",
            Severity.WARNING,
            "roads",
            map -> {
              map.agreement("treaty", LegalStatus.EXPIRED);
              map.decisions.add(Sketch.decision(List.of("AM"), "treaty"));
            }),
        trap(
            "unreachable_island",
            Severity.WARNING,
            "gabala",
            map ->
                map.node("ganja", NodeKind.CITY, 45.2, 39.2, "AZ")
                    .node("gabala", NodeKind.CITY, 45.3, 39.2, "AZ")
                    .edge("road-ganja", "ganja", "gabala", Mode.ROAD, "AZ")
                    .role("road-ganja", RoleKind.OPERATOR, "roads", "")),
        trap(
            "isolated_node",
            Severity.WARNING,
            "ganja",
            map -> map.node("ganja", NodeKind.CITY, 45.2, 39.2, "AZ")),
        trap(
            "gauge_break_without_transhipment",
            Severity.WARNING,
            "gate",
            AuditTest::standardGaugeInTheEast),
        trap(
            "missing_gauge",
            Severity.INFO,
            "rail-am",
            map -> {
              map.edge("other", "yerevan", "gate", Mode.ROAD, "AM");
              map.with(
                  org.araxes.network.TransitEdge.builder(
                          "rail-am", "yerevan", "gate", Mode.RAIL, "AM")
                      .geometry(map.edges.get("rail-am").geometry(), Quality.SURVEYED)
                      .evidence(Sketch.SAID));
              map.edges.remove("other");
            }),
        trap(
            "missing_gauge",
            Severity.WARNING,
            "road-am",
            map -> map.with(map.anew("road-am").gauge(1520))),
        trap(
            "missing_gauge",
            Severity.WARNING,
            "rail-am",
            map -> map.with(map.anew("rail-am").gauge(1345))),
        trap(
            "unsourced_fact",
            Severity.ERROR,
            "road-am",
            map -> map.with(map.anew("road-am").evidence(Evidence.NONE))),
        trap(
            "unknown_source",
            Severity.ERROR,
            "road-am",
            map -> map.with(map.anew("road-am").evidence(Evidence.of("s2", Confidence.LOW)))),
        trap(
            "unused_source",
            Severity.INFO,
            "s2",
            map -> map.sources.add(new Source("s2", "Another", "", "", "", "", ""))),
        trap(
            "plan_in_the_past",
            Severity.INFO,
            "road-am",
            map ->
                map.with(
                    map.anew("road-am")
                        .status(
                            new History<>(
                                List.of(
                                    claim(Status.OPERATIONAL, Validity.ALWAYS),
                                    new Claim<>(
                                        Status.DISUSED,
                                        Validity.since(TODAY),
                                        Sketch.SAID.withBasis(Basis.PLAN))))))),
        trap(
            "missing_status",
            Severity.ERROR,
            "road-am",
            map -> map.with(map.anew("road-am").status(History.empty()))),
        trap(
            "missing_status",
            Severity.WARNING,
            "road-am",
            map ->
                map.with(
                    map.anew("road-am")
                        .status(Sketch.history(Status.OPERATIONAL, PAST, Basis.FACT)))),
        trap(
            "operational_edge_at_unused_node",
            Severity.WARNING,
            "baku",
            map -> map.nodeStatus("baku", Status.PLANNED)),
        trap(
            "speed_out_of_range",
            Severity.WARNING,
            "road-am",
            map -> map.with(map.anew("road-am").speed(300))),
        trap(
            "capacity_out_of_range",
            Severity.WARNING,
            "road-am",
            map ->
                map.with(map.anew("road-am").capacity(new Throughput(10, Throughput.Unit.TRAINS)))),
        trap(
            "capacity_out_of_range",
            Severity.WARNING,
            "rail-am",
            map ->
                map.with(map.anew("rail-am").capacity(new Throughput(0, Throughput.Unit.TRAINS)))),
        trap(
            "capacity_out_of_range",
            Severity.WARNING,
            "rail-am",
            map -> map.with(map.anew("rail-am").tracks(40))),
        trap(
            "duplicate_edge",
            Severity.WARNING,
            "road-az2",
            map ->
                map.edge("road-az2", "baku", "gate", Mode.ROAD, "AZ")
                    .role("road-az2", RoleKind.OPERATOR, "roads", "")),
        trap(
            "stakes_below_whole",
            Severity.INFO,
            "roads",
            map -> map.stakes.removeIf(stake -> stake.holder().equals("AZ"))),
        trap(
            "unused_party",
            Severity.INFO,
            "rails",
            map -> map.party("rails", PartyKind.COMPANY, "AZ", "Rails Company")),
        trap(
            "member_without_stake",
            Severity.WARNING,
            "roads",
            map -> {
              map.party("US", PartyKind.STATE, "US", "United States");
              map.decisions.set(0, Sketch.decision(List.of("AM", "US"), ""));
            }),
        trap(
            "missing_wait",
            Severity.INFO,
            "gate",
            map -> {
              map.facts.clear();
              map.fact(CrossingState.RESTRICTED, Validity.ALWAYS, Optional.empty(), "");
            }),
        trap(
            "missing_english_name",
            Severity.WARNING,
            "baku",
            map -> map.nodeNames("baku", new Names(new TreeMap<>(Map.of("az", "Bakı"))))),
        trap(
            "placeholder_name",
            Severity.WARNING,
            "baku",
            map -> map.nodeNames("baku", Names.of("TBD"))),
        trap(
            "unknown_code", Severity.ERROR, "gate", map -> map.narrowFact(Set.of(), Set.of("AQQ"))),
        trap(
            "unknown_code",
            Severity.WARNING,
            "roads",
            map -> map.party("roads", PartyKind.COMPANY, "UK", "Roads Company")),
        trap(
            "one_sided_crossing",
            Severity.WARNING,
            "gate",
            map -> {
              map.edges.keySet().removeIf(edge -> edge.endsWith("-az"));
              map.roles.removeIf(role -> role.element().endsWith("-az"));
            }),
        trap(
            "fact_without_edge",
            Severity.WARNING,
            "gate",
            map -> map.narrowFact(Set.of(Mode.AIR), Set.of())),
        trap(
            "unmet_prerequisite",
            Severity.WARNING,
            "treaty",
            map ->
                map.agreement("border", LegalStatus.SIGNED)
                    .agreement("treaty", LegalStatus.IN_FORCE, ratified("border"))),
        trap(
            "conflicting_provisions",
            Severity.WARNING,
            "pact",
            map -> map.granting("pact", "AM", Set.of()).granting("treaty", "roads", Set.of())),
        trap(
            "conflicting_provisions",
            Severity.INFO,
            "pact",
            map ->
                map.granting("pact", "AM", Set.of("treaty")).granting("treaty", "roads", Set.of())),
        trap(
            "agreement_without_status",
            Severity.WARNING,
            "treaty",
            map -> map.agreement("treaty", History.empty())),
        trap(
            "agreement_without_status",
            Severity.INFO,
            "treaty",
            map ->
                map.agreement(
                    "treaty", Sketch.history(LegalStatus.SIGNED, Validity.ALWAYS, Basis.PLAN))),
        trap(
            "far_date",
            Severity.WARNING,
            "road-am",
            map ->
                map.with(
                    map.anew("road-am")
                        .status(
                            Sketch.history(
                                Status.OPERATIONAL,
                                Validity.since(LocalDate.of(202, 1, 1)),
                                Basis.FACT)))));
  }

  /** What comes near to tripping a rule and doesn't. */
  static List<Trap> nearMisses() {
    return List.of(
        trap(
            "node_outside_jurisdiction",
            Severity.ERROR,
            "gate",
            map ->
                map.node("gate", NodeKind.BORDER_CROSSING, 45.005, 39.5, "AM", "AZ")
                    .edge("road-am", "yerevan", "gate", Mode.ROAD, "AM")
                    .edge("road-az", "gate", "baku", Mode.ROAD, "AZ")
                    .edge("rail-am", "yerevan", "gate", Mode.RAIL, "AM")
                    .edge("rail-az", "gate", "baku", Mode.RAIL, "AZ")),
        trap(
            "edge_across_border",
            Severity.ERROR,
            "road-az",
            map ->
                map.line(
                    "road-az", "gate", "baku", Mode.ROAD, "AZ", 45, 39.5, 44.99, 39.6, 45.5, 39.5)),
        trap(
            "length_far_beyond_line",
            Severity.WARNING,
            "road-am",
            map -> map.length("road-am", 94_000)),
        trap(
            "length_shorter_than_line",
            Severity.ERROR,
            "road-am",
            map -> map.length("road-am", 42_300)),
        trap(
            "overlapping_status",
            Severity.ERROR,
            "road-am",
            map ->
                map.with(
                    map.anew("road-am")
                        .status(
                            new History<>(
                                List.of(
                                    claim(Status.OPERATIONAL, PAST),
                                    claim(
                                        Status.DISUSED,
                                        Validity.since(LocalDate.of(2020, 1, 1)))))))),
        trap(
            "tying_crossing_facts",
            Severity.ERROR,
            "gate",
            map ->
                map.fact(CrossingState.CLOSED, LATER, Optional.empty(), "")
                    .narrowFact(Set.of(Mode.ROAD), Set.of())
                    .narrowFact(Set.of(Mode.RAIL), Set.of())
                    .fact(
                        CrossingState.OPEN, Validity.ALWAYS, Optional.of(Duration.ofHours(2)), "")),
        trap(
            "ended_agreement_still_switches",
            Severity.ERROR,
            "gate",
            map ->
                map.agreement("treaty", LegalStatus.TERMINATED)
                    .fact(CrossingState.CLOSED, PAST, Optional.empty(), "treaty")),
        trap(
            "gauge_break_without_transhipment",
            Severity.WARNING,
            "gate",
            map -> {
              standardGaugeInTheEast(map);
              map.transhipments.add(
                  new Transhipment(
                      "gate",
                      Mode.RAIL,
                      1435,
                      Mode.RAIL,
                      1520,
                      Set.of(),
                      Duration.ofHours(6),
                      java.util.OptionalDouble.empty(),
                      Validity.ALWAYS,
                      Sketch.SAID));
            }),
        trap(
            "duplicate_edge",
            Severity.WARNING,
            "road-az2",
            map ->
                map.edge("road-az2", "baku", "gate", Mode.ROAD, "AZ")
                    .with(
                        map.anew("road-az2")
                            .status(Sketch.history(Status.PLANNED, PAST, Basis.FACT)))),
        trap(
            "operational_edge_at_unused_node",
            Severity.WARNING,
            "baku",
            map ->
                map.nodeStatus("baku", Status.PLANNED)
                    .with(map.anew("road-az").status(Status.DISUSED))
                    .with(map.anew("rail-az").status(Status.DISMANTLED))),
        trap(
            "member_without_stake",
            Severity.WARNING,
            "roads",
            map -> {
              // The United States hold it through a fund.
              map.party("US", PartyKind.STATE, "US", "United States");
              map.party("fund", PartyKind.COMPANY, "US", "Fund");
              map.stakes.removeIf(stake -> stake.holder().equals("AZ"));
              map.stake("fund", "roads", 40).stake("US", "fund", 100);
              map.decisions.set(0, Sketch.decision(List.of("AM", "US"), ""));
            }),
        trap(
            "conflicting_provisions",
            Severity.WARNING,
            "pact",
            map -> map.granting("pact", "AM", Set.of()).granting("treaty", "AM", Set.of())),
        trap(
            "unmet_prerequisite",
            Severity.WARNING,
            "treaty",
            map ->
                map.agreement("border", LegalStatus.IN_FORCE)
                    .agreement("treaty", LegalStatus.IN_FORCE, ratified("border"))),
        trap(
            "unknown_code",
            Severity.ERROR,
            "gate",
            map -> map.narrowFact(Set.of(), Set.of("AZ-NX", "XK"))),
        trap(
            "missing_border_control",
            Severity.WARNING,
            "gate",
            map -> {
              map.controls.clear();
              map.facts.clear();
              map.fact(CrossingState.CLOSED, Validity.ALWAYS, Optional.empty(), "");
            }));
  }

  private static void standardGaugeInTheEast(Sketch map) {
    map.edges.remove("rail-az");
    map.line("rail-az", "gate", "baku", Mode.RAIL, "AZ", 45, 39.5, 45.5, 39.5);
    map.edges.computeIfPresent(
        "rail-az",
        (id, edge) ->
            org.araxes.network.TransitEdge.builder(id, "gate", "baku", Mode.RAIL, "AZ")
                .geometry(edge.geometry(), Quality.SURVEYED)
                .gauge(1435)
                .status(edge.status())
                .evidence(Sketch.SAID)
                .build());
  }

  private static Prerequisite ratified(String agreement) {
    return new Prerequisite(
        "First that one.", agreement, Optional.of(LegalStatus.RATIFIED), List.of("s1"));
  }

  private static <T> Claim<T> claim(T value, Validity validity) {
    return new Claim<>(value, validity, Sketch.SAID);
  }

  @Test
  void aMapWithoutAFlawHasNoFindings() {
    assertThat(Audit.of(new Sketch().build())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("traps")
  void aRuleSpeaksWhereItsMapIsSpoiled(Trap trap) {
    Sketch map = new Sketch();
    trap.spoil().accept(map);

    assertThat(only(trap.code()).findings(map.build()))
        .as("findings of %s", trap.code())
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(trap.severity());
              assertThat(finding.subject()).isEqualTo(trap.subject());
              assertThat(finding.message()).isNotBlank();
            })
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(trap.code()));
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void aRuleIsSilentWhereItsMapIsJustRight(Trap nearMiss) {
    Sketch map = new Sketch();
    nearMiss.spoil().accept(map);

    assertThat(only(nearMiss.code()).findings(map.build())).isEmpty();
  }

  private static Audit only(String code) {
    Audit audit = Audit.standard();
    for (String other : audit.codes()) {
      audit = other.equals(code) ? audit : audit.without(other);
    }
    return audit;
  }

  @Test
  void findingsComeInOrderOfSeverityCodeAndSubject() {
    Sketch map = new Sketch();
    traps().stream()
        .filter(trap -> Set.of("isolated_node", "unused_party").contains(trap.code()))
        .forEach(trap -> trap.spoil().accept(map));
    map.length("road-az", 100_000).length("road-am", 100_000).length("rail-am", 10_000);

    assertThat(Audit.of(map.build()))
        .extracting(finding -> finding.severity() + " " + finding.code() + " " + finding.subject())
        .containsExactly(
            "ERROR length_shorter_than_line rail-am",
            "WARNING isolated_node ganja",
            "WARNING length_far_beyond_line road-am",
            "WARNING length_far_beyond_line road-az",
            "INFO unused_party rails");
  }

  @Test
  void anEmptyNetworkHasNoFindings() {
    assertThat(Audit.of(TransitNetwork.builder("empty").build())).isEmpty();
  }

  @Test
  void ownRulesJoinAndStandardOnesLeave() {
    Rule noBaku =
        new Rule() {
          @Override
          public String code() {
            return "no_baku";
          }

          @Override
          public Stream<Finding> check(TransitNetwork network) {
            return network.findNode("baku").stream()
                .map(node -> Finding.warning(code(), node.id(), "Not here"));
          }
        };

    Audit own = Audit.standard().with(noBaku);

    assertThat(own.findings(new Sketch().build()))
        .extracting(Finding::code)
        .containsExactly("no_baku");
    assertThat(own.without("no_baku").codes()).isEqualTo(Audit.standard().codes());
    assertThatThrownBy(() -> own.with(noBaku)).hasMessageContaining("Maybe without");
    assertThatThrownBy(() -> own.without("no_bakuu")).hasMessageContaining("Maybe \"no_baku\"");
  }

  @Test
  void everyRuleHasATrap() {
    Set<String> trapped = new TreeSet<>();
    traps().forEach(trap -> trapped.add(trap.code()));

    assertThat(trapped)
        .as(
            "Every rule is shown a map that trips it. Maybe add a trap() for the missing ones: spoil"
                + " one thing of the flawless map and say what the rule should find. And add a near"
                + " miss where its threshold matters.")
        .isEqualTo(Audit.standard().codes());
  }

  @Test
  void everyRuleIsPublishedWithItsText() throws IOException {
    Set<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        String source = Files.readString(file);
        var rule = RULE.matcher(source);
        if (!rule.find()) {
          continue;
        }
        written.add(rule.group(1));
        var text = TEXT.matcher(source);
        assertThat(text.find())
            .as(
                "%s has no comment on its class. It is the published text of the rule: what should"
                    + " be, from where on it is a finding, and how bad that is.",
                file)
            .isTrue();
        assertThat(text.group(1).replaceAll("[\\s*]+", " "))
            .as(
                "The comment on %s is the published text of the rule. Maybe say what should be, from"
                    + " where on it is a finding, and whether that is an error, a warning or a"
                    + " remark?",
                file)
            .hasSizeGreaterThan(80)
            .containsPattern("(?i)\\b(error|warning|remark)\\b");
      }
    }
    Set<String> running = new TreeSet<>();
    Audit.standard().rules().forEach(rule -> running.add(rule.getClass().getSimpleName()));
    assertThat(running)
        .as("A rule that is written runs. Maybe add it to the list in Audit?")
        .isEqualTo(written)
        .hasSizeGreaterThanOrEqualTo(18);
  }
}
