package org.araxes.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.LegalThreshold;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.agreement.Selector;
import org.araxes.border.Conditions;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Season;
import org.araxes.control.ControlCycleException;
import org.araxes.control.Decision;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day made from another day is in every respect the day made from scratch. */
class MovedViewOracleTest {
  private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);
  private static final String[] STATES = {"AA", "BB", "CC"};

  private static final List<Movement> MOVEMENTS =
      List.of(
          Movement.freight().by(Mode.ROAD).flag("AA").build(),
          Movement.freight().by(Mode.RAIL).flag("BB").build(),
          Movement.persons().by(Mode.ROAD, Mode.RAIL).flag("CC").tonnes(1).build());

  @Test
  void onEveryDayOfChangeOfTheShippedNetworkAndItsNeighbours() {
    TransitNetwork network = Datasets.southCaucasus().toBuilder().build();
    Terms terms = Terms.DEFAULT.withPlans(true);
    List<Movement> movements =
        List.of(
            Movement.freight().by(Mode.RAIL).flag("AZ").build(),
            Movement.freight().by(Mode.ROAD).flag("AZ").build());
    List<LocalDate> days = aroundChanges(network);
    Collections.shuffle(days.subList(days.size() / 2, days.size()), new Random(7));
    for (LocalDate day : days) {
      agrees(network, day, terms, movements, "shipped");
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onEveryDayOfRandomNetworks(int seed) {
    Random random = new Random(seed);
    TransitNetwork network = network(random);
    List<LocalDate> days = aroundChanges(network);
    if (random.nextBoolean()) {
      Collections.shuffle(days, random);
    }
    Terms terms =
        new Terms(
            random.nextBoolean(),
            random.nextBoolean() ? Doubt.CAUTIOUS : Doubt.HOPEFUL,
            LegalThreshold.values()[random.nextInt(LegalThreshold.values().length)],
            Assumptions.DEFAULT);
    for (LocalDate day : days) {
      agrees(network, day, terms, MOVEMENTS, "seed " + seed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inEveryMixtureOfTwoDays(int seed) {
    Random random = new Random(seed);
    TransitNetwork network = network(random);
    List<LocalDate> days = List.copyOf(new TreeSet<>(aroundChanges(network)));
    boolean plans = random.nextBoolean();
    for (int i = 0; i < 6; i++) {
      int later = 1 + random.nextInt(days.size() - 1);
      int earlier = random.nextInt(later);
      DatedChanges changes =
          DatedChanges.between(network, days.get(earlier), days.get(later), plans);
      List<DatedChange> happened = new ArrayList<>(changes.all());
      happened.removeIf(change -> random.nextBoolean());
      agrees(
          changes.with(happened),
          days.get(later),
          Terms.DEFAULT.withPlans(plans),
          MOVEMENTS,
          "seed " + seed);
    }
  }

  private static List<LocalDate> aroundChanges(TransitNetwork network) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (LocalDate change : network.changeDates(true)) {
      days.addAll(List.of(change.minusDays(1), change, change.plusDays(1)));
    }
    return new ArrayList<>(days);
  }

  private static void agrees(
      TransitNetwork network, LocalDate day, Terms terms, List<Movement> movements, String where) {
    String moved;
    String fresh;
    try {
      NetworkSnapshot scratch = new NetworkSnapshot(network, day, terms);
      fresh = said(scratch, movements.stream().map(m -> new NetworkView(scratch, m)));
    } catch (ControlCycleException circle) {
      fresh = "control runs in a circle";
    }
    try {
      NetworkSnapshot snapshot = network.on(day, terms);
      moved = said(snapshot, movements.stream().map(snapshot::moving));
    } catch (ControlCycleException circle) {
      moved = "control runs in a circle";
    }
    assertThat(moved).as("%s on %s", where, day).isEqualTo(fresh);
  }

  /** Everything that a day says. */
  private static String said(NetworkSnapshot day, Stream<NetworkView> views) {
    TransitNetwork network = day.network();
    StringBuilder text = new StringBuilder().append(day.date()).append(day.terms());
    network.agreements().forEach(a -> text.append(a.id()).append(day.stands(a.id())).append('\n'));
    network.crossings().forEach(one -> text.append(day.asItStands(one)).append('\n'));
    network.edges().forEach(one -> text.append(day.asItIs(one).gauges()).append('\n'));
    network.edges().forEach(one -> text.append(day.controlOf(one.id())).append('\n'));
    for (TransitNode node : network.nodes()) {
      for (String side : node.isCrossing() ? node.jurisdictions() : List.<String>of()) {
        text.append(day.controlOf(node.id(), side)).append('\n');
      }
      text.append(node.isCrossing() ? "" : day.controlOf(node.id())).append('\n');
    }
    views.forEach(view -> addWays(text, view));
    return text.toString();
  }

  private static void addWays(StringBuilder text, NetworkView view) {
    Topology ways = view.topology();
    assertThat(ways.view()).isSameAs(view);
    text.append(view.date()).append(view.movement()).append(view.snapshot().date()).append('\n');
    for (int vertex = 0; vertex < ways.graph().vertexCount(); vertex++) {
      TransitNode node = ways.node(vertex);
      text.append(node.id()).append(node == view.network().node(node.id()));
      text.append(ways.mode(vertex)).append(ways.gauge(vertex));
      text.append(ways.side(vertex)).append('\n');
    }
    for (int arc = 0; arc < ways.graph().arcCount(); arc++) {
      text.append(ways.kind(arc)).append(' ').append(ways.element(arc)).append(' ');
      text.append(ways.graph().tail(arc)).append(' ').append(ways.graph().head(arc)).append(' ');
      text.append(ways.isOpen(arc)).append(ways.impediments(arc)).append(' ');
      text.append(ways.ruleOf(arc)).append(' ').append(ways.lawfulRuleOf(arc)).append('\n');
    }
    text.append(ways.openArcs()).append(ways.rules()).append(ways.lawfulRules());
    text.append(Arrays.toString(ways.seconds())).append(Arrays.toString(ways.metres()));
    text.append(Arrays.toString(ways.usd())).append('\n');
  }

  // A small network in which everything that can be dated is.

  private static LocalDate day(Random random) {
    return FIRST.plusDays(10L * random.nextInt(12));
  }

  private static Validity days(Random random) {
    LocalDate from = day(random);
    return switch (random.nextInt(3)) {
      case 0 -> Validity.since(from);
      case 1 -> Validity.until(from);
      default -> new Validity(from, from.plusDays(10L * (1 + random.nextInt(5))));
    };
  }

  private static Evidence evidence(Random random) {
    return new Evidence(
        List.of(), Confidence.MEDIUM, random.nextInt(4) == 0 ? Basis.PLAN : Basis.FACT, "");
  }

  private static <T> T any(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static String under(Random random) {
    return random.nextInt(3) == 0 ? "pact-" + random.nextInt(3) : "";
  }

  private static TransitNetwork network(Random random) {
    DrawnNetwork drawn = new DrawnNetwork();
    List<String> edges = new ArrayList<>();
    List<String> crossings = new ArrayList<>();
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String state = STATES[i];
      String border = "x" + i;
      String next = STATES[(i + 1) % 3];
      crossings.add(border);
      for (String side : new String[] {state, next}) {
        for (Mode mode : new Mode[] {Mode.ROAD, Mode.RAIL}) {
          String id = "e" + edges.size();
          int gauge = random.nextInt(3) == 0 ? 1_435 : 1_520;
          boolean known = random.nextInt(4) > 0;
          drawn.edge(
              id,
              side.toLowerCase(java.util.Locale.ROOT) + "-town",
              border,
              mode,
              side,
              edge -> mode == Mode.RAIL && known ? edge.gauge(gauge) : edge);
          edges.add(id);
        }
      }
    }
    elements.addAll(edges);
    elements.addAll(crossings);
    elements.addAll(List.of("aa-town", "bb-town", "cc-town"));
    List<String> parties = List.of("AA", "BB", "CC", "rail-co", "road-co");
    drawn.party("rail-co").party("road-co");
    TransitNetwork plain =
        drawn.with(builder -> addFacts(builder, random, elements, crossings, parties)).build();
    TransitNetwork.Builder builder = plain.toBuilder();
    for (String id : edges) {
      if (random.nextInt(3) > 0) {
        builder.withEdge(plain.edge(id).withStatus(statuses(random)));
      }
    }
    if (random.nextBoolean()) {
      builder.withNode(plain.node("aa-town").withStatus(statuses(random)));
    }
    return builder.build();
  }

  private static History<Status> statuses(Random random) {
    List<Claim<Status>> claims = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      claims.add(
          new Claim<>(
              any(random, List.of(Status.OPERATIONAL, Status.OPERATIONAL, Status.DISUSED)),
              days(random),
              evidence(random)));
    }
    return new History<>(claims);
  }

  private static void addFacts(
      TransitNetwork.Builder builder,
      Random random,
      List<String> elements,
      List<String> crossings,
      List<String> parties) {
    for (int i = 0; i < 3; i++) {
      builder.addAgreement(agreement(random, "pact-" + i, elements));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      builder.addCrossingFact(
          CrossingFact.builder(any(random, crossings))
              .state(any(random, List.of(CrossingState.OPEN, CrossingState.CLOSED)))
              .validity(days(random))
              .under(under(random))
              .priority(random.nextInt(2))
              .evidence(evidence(random))
              .build());
    }
    if (random.nextInt(4) == 0) {
      builder.addCrossingFact(
          CrossingFact.builder(any(random, crossings))
              .state(CrossingState.CLOSED)
              .conditions(
                  new Conditions(
                      Optional.of(new Season(MonthDay.of(2, 1), MonthDay.of(2, 20))),
                      Set.of(),
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      new TreeSet<>(),
                      Set.of()))
              .evidence(evidence(random))
              .build());
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      builder.addRole(
          new Role(
              any(random, elements),
              any(random, List.of(RoleKind.OPERATOR, RoleKind.ADMINISTERING, RoleKind.CUSTOMS)),
              any(random, parties),
              "",
              Matter.ORDINARY,
              days(random),
              under(random),
              evidence(random)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      builder.addDecision(
          new Decision(
              any(random, List.of("rail-co", "road-co")),
              Matter.ORDINARY,
              any(random, List.of(DecisionKind.ALL, DecisionKind.ANY)),
              Share.NONE,
              0,
              List.of(any(random, List.of("AA", "BB")), "CC"),
              days(random),
              under(random),
              evidence(random)));
    }
    if (random.nextBoolean()) {
      builder.addTranshipment(
          new Transhipment(
              any(random, List.of("aa-town", "bb-town", "cc-town")),
              Mode.ROAD,
              0,
              Mode.RAIL,
              0,
              Set.of(),
              Duration.ofHours(3),
              OptionalDouble.empty(),
              days(random),
              evidence(random)));
    }
    if (random.nextBoolean()) {
      builder.addClosure(
          new EdgeClosure(
              where(random, elements),
              Set.of(),
              Set.of(),
              "AA",
              "Flood",
              days(random),
              evidence(random)));
    }
    if (random.nextBoolean()) {
      builder.addRefusal(
          new Refusal(
              any(random, parties), where(random, elements), days(random), evidence(random)));
    }
    if (random.nextBoolean()) {
      builder.addRetiming(new Retiming(where(random, elements), 33, days(random)));
      builder.addRepricing(new Repricing(where(random, elements), 0.5, days(random)));
    }
    if (random.nextInt(4) == 0) {
      builder.addRefit(
          new Refit(
              Selector.of(List.of("e1")),
              new TreeSet<>(Set.of(1_676)),
              Optional.empty(),
              days(random),
              evidence(random)));
    }
  }

  private static Selector where(Random random, List<String> elements) {
    return switch (random.nextInt(4)) {
      case 0 -> Selector.ALL;
      case 1 -> Selector.jurisdiction(STATES[random.nextInt(3)]);
      default -> Selector.of(List.of(any(random, elements), any(random, elements)));
    };
  }

  private static Agreement agreement(Random random, String id, List<String> elements) {
    List<Claim<LegalStatus>> status = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      status.add(
          new Claim<>(
              any(random, List.of(LegalStatus.SIGNED, LegalStatus.IN_FORCE, LegalStatus.SUSPENDED)),
              days(random),
              evidence(random)));
    }
    List<Provision> provisions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ProvisionEffect effect =
          any(
              random,
              List.of(
                  ProvisionEffect.BINDS,
                  ProvisionEffect.OPENS,
                  ProvisionEffect.CLOSES,
                  ProvisionEffect.PERMITS));
      provisions.add(
          new Provision(
              "p" + i,
              effect,
              any(random, List.of("AA", "BB", "rail-co")),
              where(random, elements),
              Set.of(),
              Set.of(),
              new TreeSet<>(),
              "Says something",
              days(random)));
    }
    return new Agreement(
        id,
        Names.of(id),
        AgreementKind.TREATY,
        List.of("AA", "BB"),
        true,
        new History<>(status),
        List.of(),
        provisions,
        Evidence.NONE);
  }
}
