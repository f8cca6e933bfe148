package org.araxes.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.araxes.answer.Completeness;
import org.araxes.border.Crossing;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.DecisionKind;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.CommonCause;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.network.SurvivalBasis;
import org.araxes.network.SurvivalFact;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNode;
import org.araxes.party.Stake;
import org.araxes.quantity.Probability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clever answer equals the one got by looking at every outcome of every chance. */
class ReliabilityOracleTest {
  private static final int PARTIES = 4;
  private static final Movement TRUCK = Movement.freight().build();

  /** A small random multigraph over a border, and how likely some of its subjects hold. */
  private record Sample(
      NetworkView view, Map<String, Double> survivals, TreeSet<String> from, TreeSet<String> to) {}

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  private static Sample sample(int seed) {
    Random random = new Random(seed);
    DrawnNetwork network = new DrawnNetwork();
    network.party("XX").party("YY");
    int nodes = 2 + random.nextInt(5);
    for (int p = 0; p < PARTIES; p++) {
      network.party("p" + p);
    }
    for (int n = 0; n < nodes; n++) {
      network.node("n" + n, random.nextInt(4) == 0 ? "YY" : "XX");
    }
    List<String> subjects = new ArrayList<>(List.of("XX", "YY"));
    int edges = 1 + random.nextInt(2 * nodes);
    for (int e = 0; e < edges; e++) {
      String id = "e" + e;
      boolean oneWay = random.nextInt(4) == 0;
      network.edge(
          id,
          "n" + random.nextInt(nodes),
          "n" + random.nextInt(nodes),
          Mode.ROAD,
          random.nextInt(3) == 0 ? "YY" : "XX",
          edge -> oneWay ? edge.oneWay() : edge);
      network.role(id, RoleKind.SOVEREIGN, decider(network, random, id));
      subjects.add(id);
    }
    for (int p = 0; p < PARTIES; p++) {
      subjects.add("p" + p);
    }
    for (int n = 0; n < nodes; n++) {
      subjects.add("n" + n);
    }
    List<String> causes = new ArrayList<>();
    for (int c = random.nextInt(3); c > 0; c--) {
      String id = "cause" + c;
      TreeSet<String> members = new TreeSet<>();
      for (int i = 0; i < 3; i++) {
        members.add(subjects.get(random.nextInt(subjects.size())));
      }
      String trigger = random.nextBoolean() ? "" : subjects.get(random.nextInt(subjects.size()));
      members.remove(trigger);
      if (!members.isEmpty()) {
        network.with(
            builder ->
                builder.addCommonCause(
                    new CommonCause(
                        id,
                        Names.of(id),
                        CommonCauseKind.FLOOD,
                        trigger,
                        members,
                        "",
                        Validity.ALWAYS,
                        Evidence.NONE)));
        causes.add(id);
      }
    }
    subjects.addAll(0, causes);
    TreeMap<String, Double> survivals = new TreeMap<>();
    for (String subject : subjects) {
      if (survivals.size() < 9 && random.nextInt(2) == 0) {
        double survival = random.nextInt(6) == 0 ? random.nextInt(2) : random.nextDouble();
        survivals.put(subject, survival);
        network.with(
            builder ->
                builder.addSurvival(
                    new SurvivalFact(
                        subject,
                        Probability.of(survival),
                        SurvivalBasis.ASSUMPTION,
                        Validity.ALWAYS,
                        Evidence.NONE)));
      }
    }
    TreeSet<String> from = new TreeSet<>(Set.of("n" + random.nextInt(nodes)));
    TreeSet<String> to = new TreeSet<>(Set.of("n" + random.nextInt(nodes)));
    if (random.nextInt(4) == 0) {
      to.add("n" + random.nextInt(nodes));
    }
    return new Sample(network.moving(TRUCK), survivals, from, to);
  }

  /** A party, or a company that decides by members or votes. */
  private static String decider(DrawnNetwork network, Random random, String edge) {
    String name = edge + "-company";
    String[] three =
        random.ints(0, PARTIES).distinct().limit(3).mapToObj(p -> "p" + p).toArray(String[]::new);
    switch (random.nextInt(5)) {
      case 0 -> {
        network.board(name, DecisionKind.ANY, 0, three[0], three[1]);
        return name;
      }
      case 1 -> {
        network.board(name, DecisionKind.AT_LEAST, 2, three);
        return name;
      }
      case 2 -> {
        network.party(name);
        network.with(
            builder ->
                builder
                    .addStake(Stake.of(three[0], name, 45))
                    .addStake(Stake.of(three[1], name, 35))
                    .addStake(Stake.of(three[2], name, 20)));
        return name;
      }
      default -> {
        return three[0];
      }
    }
  }

  /** Sums up the outcomes in which a way is open. */
  private static double byEveryOutcome(Sample sample, Map<String, Double> survivals) {
    List<String> chances = List.copyOf(survivals.keySet());
    double sum = 0;
    for (int outcome = 0; outcome < 1 << chances.size(); outcome++) {
      double weight = 1;
      Set<String> out = new HashSet<>();
      for (int i = 0; i < chances.size(); i++) {
        double survival = survivals.get(chances.get(i));
        boolean well = (outcome >> i & 1) != 0;
        weight *= well ? survival : 1 - survival;
        if (!well) {
          out.add(chances.get(i));
        }
      }
      if (weight > 0 && reaches(sample, spread(sample.view(), out)::contains)) {
        sum += weight;
      }
    }
    return sum;
  }

  /** What is out once every cause that has happened has taken its members out. */
  private static Set<String> spread(NetworkView view, Set<String> failed) {
    Set<String> out = new HashSet<>(failed);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (CommonCause cause : view.snapshot().commonCauses()) {
        if (failed.contains(cause.id())
            && (cause.trigger().isEmpty() || out.contains(cause.trigger()))) {
          grew |= out.addAll(cause.members());
        }
      }
    }
    return out;
  }

  /** Floods places: a node, at a crossing together with a side. */
  private static boolean reaches(Sample sample, Predicate<String> isOut) {
    NetworkView view = sample.view();
    Set<String> reached = new HashSet<>();
    Set<String> goals = new HashSet<>();
    for (TransitEdge edge : view.network().edges()) {
      for (String end : List.of(edge.from(), edge.to())) {
        String place = place(view, end, edge);
        TransitNode node = view.network().node(end);
        for (String here : node.isCrossing() ? sides(node) : List.of(place)) {
          if (sample.from().contains(end) && stands(node, isOut)) {
            reached.add(here);
          }
          if (sample.to().contains(end) && stands(node, isOut)) {
            goals.add(here);
          }
        }
      }
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (TransitEdge edge : view.network().edges()) {
        boolean open =
            !isOut.test(edge.id())
                && view.snapshot().controlOf(edge.id()).permits(p -> !isOut.test(p));
        String from = place(view, edge.from(), edge);
        String to = place(view, edge.to(), edge);
        if (open && stands(view.network().node(edge.to()), isOut) && reached.contains(from)) {
          grew |= reached.add(to);
        }
        if (open
            && !edge.oneWay()
            && stands(view.network().node(edge.from()), isOut)
            && reached.contains(to)) {
          grew |= reached.add(from);
        }
      }
      for (Crossing crossing : view.network().crossings()) {
        for (int turn = 0; turn < 2; turn++) {
          String one = crossing.sides().get(turn);
          String other = crossing.sides().get(1 - turn);
          if (!isOut.test(crossing.id())
              && view.controlAt(crossing, one, other).permits(p -> !isOut.test(p))
              && reached.contains(crossing.id() + "/" + one)) {
            grew |= reached.add(crossing.id() + "/" + other);
          }
        }
      }
    }
    return goals.stream().anyMatch(reached::contains);
  }

  private static boolean stands(TransitNode node, Predicate<String> isOut) {
    return node.isCrossing() || !isOut.test(node.id());
  }

  private static List<String> sides(TransitNode node) {
    return node.jurisdictions().stream().map(side -> node.id() + "/" + side).toList();
  }

  private static String place(NetworkView view, String node, TransitEdge edge) {
    return view.network().node(node).isCrossing() ? node + "/" + edge.jurisdiction() : node;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithLookingAtEveryOutcome(int seed) {
    Sample sample = sample(seed);
    Reliability found = Reliability.of(sample.view(), sample.from(), sample.to());
    assertThat(found.completeness()).isEqualTo(Completeness.COMPLETE);
    double expected = byEveryOutcome(sample, sample.survivals());
    assertThat(found.probability().exact()).isTrue();
    assertThat(found.probability().low()).isCloseTo(expected, within(1e-12));
    assertThat(found.failure().low()).isCloseTo(1 - expected, within(1e-12));
    for (Importance one : found.importance()) {
      TreeMap<String, Double> with = new TreeMap<>(sample.survivals());
      with.put(one.subject(), 1.0);
      TreeMap<String, Double> without = new TreeMap<>(sample.survivals());
      without.put(one.subject(), 0.0);
      assertThat(one.birnbaum())
          .as(one.subject())
          .isCloseTo(byEveryOutcome(sample, with) - byEveryOutcome(sample, without), within(1e-12));
      assertThat(one.gainIfItHolds())
          .as(one.subject())
          .isCloseTo(byEveryOutcome(sample, with) - expected, within(1e-12));
      assertThat(one.lossIfItFails())
          .as(one.subject())
          .isCloseTo(expected - byEveryOutcome(sample, without), within(1e-12));
    }
    long uncertain = sample.survivals().values().stream().filter(p -> p < 1).count();
    assertThat(found.importance()).hasSize((int) uncertain);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void boundsOfTheInputsGiveTheBoundsOfTheAnswer(int seed) {
    Sample sample = sample(seed);
    Random random = new Random(seed);
    Reliability.Builder question = Reliability.between(sample.view(), sample.from(), sample.to());
    TreeMap<String, Double> low = new TreeMap<>();
    TreeMap<String, Double> high = new TreeMap<>();
    sample
        .survivals()
        .forEach(
            (subject, survival) -> {
              double below = survival * random.nextDouble();
              low.put(subject, below);
              high.put(subject, survival);
              question.survival(subject, Probability.between(below, survival));
            });
    Probability found = question.withoutImportance().ask().probability();
    assertThat(found.low()).isCloseTo(byEveryOutcome(sample, low), within(1e-12));
    assertThat(found.high()).isCloseTo(byEveryOutcome(sample, high), within(1e-12));
  }
}
