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
import org.junit.jupiter.api.Test;

/** The clever answer equals the one got by looking at every outcome of every chance. */
class ReliabilityOracleTest {
  private static final int PARTIES = 4;
  private static final int MOST_CHANCES = 6;
  private static final int SEEDS = 2_200;
  private static final Movement TRUCK = Movement.freight().build();

  /** A small random multigraph over a border, and how likely some of its subjects hold. */
  private record Sample(
      NetworkView view, Map<String, Double> survivals, TreeSet<String> from, TreeSet<String> to) {
    /** Whether a way is open, by outcome: bit i is how the i-th chance turns out. */
    boolean[] outcomes() {
      List<String> chances = List.copyOf(survivals.keySet());
      boolean[] open = new boolean[1 << chances.size()];
      for (int outcome = 0; outcome < open.length; outcome++) {
        Set<String> out = new HashSet<>();
        for (int i = 0; i < chances.size(); i++) {
          if ((outcome >> i & 1) == 0) {
            out.add(chances.get(i));
          }
        }
        open[outcome] = reaches(this, spread(view, out)::contains);
      }
      return open;
    }
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
      if (survivals.size() < MOST_CHANCES && random.nextInt(2) == 0) {
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

  /** Sums up the outcomes in which a way is open; chances in order of their ids. */
  private static double sum(boolean[] open, Map<String, Double> survivals) {
    List<Double> chances = List.copyOf(survivals.values());
    double sum = 0;
    for (int outcome = 0; outcome < open.length; outcome++) {
      double weight = open[outcome] ? 1 : 0;
      for (int i = 0; i < chances.size(); i++) {
        weight *= (outcome >> i & 1) != 0 ? chances.get(i) : 1 - chances.get(i);
      }
      sum += weight;
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

  @Test
  void agreesWithLookingAtEveryOutcome() {
    int open = 0;
    int caused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Sample sample = sample(seed);
      boolean[] outcomes = sample.outcomes();
      Reliability found = Reliability.of(sample.view(), sample.from(), sample.to());
      assertThat(found.completeness()).as("seed %d", seed).isEqualTo(Completeness.COMPLETE);
      double expected = sum(outcomes, sample.survivals());
      assertThat(found.probability().exact()).as("seed %d", seed).isTrue();
      assertThat(found.probability().low()).as("seed %d", seed).isCloseTo(expected, within(1e-12));
      assertThat(found.failure().low()).as("seed %d", seed).isCloseTo(1 - expected, within(1e-12));
      for (Importance one : found.importance()) {
        double with = sum(outcomes, changed(sample, one.subject(), 1));
        double without = sum(outcomes, changed(sample, one.subject(), 0));
        assertThat(one.birnbaum())
            .as("seed %d: %s", seed, one.subject())
            .isCloseTo(with - without, within(1e-12));
        assertThat(one.gainIfItHolds())
            .as("seed %d: %s", seed, one.subject())
            .isCloseTo(with - expected, within(1e-12));
        assertThat(one.lossIfItFails())
            .as("seed %d: %s", seed, one.subject())
            .isCloseTo(expected - without, within(1e-12));
      }
      long uncertain = sample.survivals().values().stream().filter(p -> p < 1).count();
      assertThat(found.importance()).as("seed %d", seed).hasSize((int) uncertain);
      open += expected > 0 && expected < 1 ? 1 : 0;
      caused += sample.view().snapshot().commonCauses().isEmpty() ? 0 : 1;
    }
    // Many of them are no question at all: the ends are one, or no way joins them.
    assertThat(open).isGreaterThan(SEEDS / 3);
    assertThat(caused).isGreaterThan(SEEDS / 3);
  }

  private static Map<String, Double> changed(Sample sample, String subject, double survival) {
    TreeMap<String, Double> survivals = new TreeMap<>(sample.survivals());
    survivals.put(subject, survival);
    return survivals;
  }

  @Test
  void boundsOfTheInputsGiveTheBoundsOfTheAnswer() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sample sample = sample(seed);
      boolean[] outcomes = sample.outcomes();
      Random random = new Random(seed);
      Reliability.Builder question = Reliability.between(sample.view(), sample.from(), sample.to());
      TreeMap<String, Double> low = new TreeMap<>();
      sample
          .survivals()
          .forEach(
              (subject, survival) -> {
                double below = survival * random.nextDouble();
                low.put(subject, below);
                question.survival(subject, Probability.between(below, survival));
              });
      Probability found = question.withoutImportance().ask().probability();
      assertThat(found.low()).as("seed %d", seed).isCloseTo(sum(outcomes, low), within(1e-12));
      assertThat(found.high())
          .as("seed %d", seed)
          .isCloseTo(sum(outcomes, sample.survivals()), within(1e-12));
    }
  }
}
