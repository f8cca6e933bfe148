package org.araxes.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
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
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.control.ControlRule;
import org.araxes.control.DecisionKind;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkView;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.party.Stake;
import org.araxes.quantity.Fraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clever answer equals the one got by asking every coalition. */
class LeverageOracleTest {
  private static final int PARTIES = 6;
  private static final Movement TRUCK = Movement.freight().build();

  /** A small random multigraph, and who is bound in law on which edges. */
  private record Sample(
      NetworkView view, Map<String, Set<String>> boundOn, String from, String to) {}

  static IntStream seeds() {
    return IntStream.range(0, 2_000);
  }

  private static Sample sample(int seed) {
    Random random = new Random(seed);
    DrawnNetwork network = new DrawnNetwork();
    int nodes = 2 + random.nextInt(6);
    for (int n = 0; n < nodes; n++) {
      network.node("n" + n, "XX");
    }
    for (int p = 0; p < PARTIES; p++) {
      network.party("p" + p);
    }
    int edges = random.nextInt(3 * nodes);
    for (int e = 0; e < edges; e++) {
      String id = "e" + e;
      boolean oneWay = random.nextInt(4) == 0;
      boolean there = random.nextInt(8) != 0;
      network.edge(
          id,
          "n" + random.nextInt(nodes),
          "n" + random.nextInt(nodes),
          Mode.ROAD,
          "XX",
          edge -> {
            if (oneWay) {
              edge.oneWay();
            }
            return there ? edge : edge.status(Status.PLANNED);
          });
      network.role(id, RoleKind.SOVEREIGN, decider(network, random, id));
      if (random.nextInt(3) == 0) {
        network.role(id, RoleKind.OPERATOR, decider(network, random, id + "-op"));
      }
    }
    Map<String, Set<String>> boundOn = new TreeMap<>();
    if (edges > 0) {
      for (int p = 0; p < 2; p++) {
        String[] where =
            random.ints(3, 0, edges).distinct().mapToObj(e -> "e" + e).toArray(String[]::new);
        network.bound("p" + p, where);
        for (String edge : where) {
          boundOn.computeIfAbsent(edge, e -> new TreeSet<>()).add("p" + p);
        }
      }
    }
    return new Sample(
        network.moving(TRUCK), boundOn, "n" + random.nextInt(nodes), "n" + random.nextInt(nodes));
  }

  /** A party, or a company that decides by members, votes, or through another such company. */
  private static String decider(DrawnNetwork network, Random random, String name) {
    List<Integer> drawn = random.ints(0, PARTIES).distinct().limit(3).boxed().toList();
    String[] three = drawn.stream().map(p -> "p" + p).toArray(String[]::new);
    switch (random.nextInt(6)) {
      case 0 -> {
        network.board(name, DecisionKind.ALL, 0, three[0], three[1]);
        return name;
      }
      case 1 -> {
        network.board(name, DecisionKind.ANY, 0, three[0], three[1]);
        return name;
      }
      case 2 -> {
        network.board(name, DecisionKind.AT_LEAST, 2, three);
        return name;
      }
      case 3 -> {
        network.party(name);
        network.with(
            builder ->
                builder
                    .addStake(Stake.of(three[0], name, 45))
                    .addStake(Stake.of(three[1], name, 35))
                    .addStake(Stake.of(three[2], name, 20)));
        return name;
      }
      case 4 -> {
        network.board(name + "-sub", DecisionKind.ANY, 0, three[1], three[2]);
        network.board(name, DecisionKind.ALL, 0, three[0], name + "-sub");
        return name;
      }
      default -> {
        return three[0];
      }
    }
  }

  private static List<String> members(int mask) {
    return IntStream.range(0, PARTIES)
        .filter(p -> (mask >> p & 1) != 0)
        .mapToObj(p -> "p" + p)
        .toList();
  }

  /** Floods the edges themselves. */
  private static boolean reaches(Sample sample, Predicate<TransitEdge> usable) {
    Set<String> reached = new HashSet<>(Set.of(sample.from()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (TransitEdge edge : sample.view().network().edges()) {
        if (usable.test(edge)) {
          if (reached.contains(edge.from())) {
            grew |= reached.add(edge.to());
          }
          if (!edge.oneWay() && reached.contains(edge.to())) {
            grew |= reached.add(edge.from());
          }
        }
      }
    }
    return reached.contains(sample.to());
  }

  private static boolean[] winning(Sample sample, Basis basis) {
    boolean[] wins = new boolean[1 << PARTIES];
    for (int mask = 0; mask < wins.length; mask++) {
      Set<String> consenting = Set.copyOf(members(mask));
      wins[mask] =
          reaches(
              sample,
              edge -> {
                ControlRule rule = sample.view().snapshot().controlOf(edge.id());
                Set<String> bound =
                    basis == Basis.LAWFUL
                        ? sample.boundOn().getOrDefault(edge.id(), Set.of())
                        : Set.of();
                boolean there =
                    sample.view().snapshot().status(edge).orElseThrow().value()
                        == Status.OPERATIONAL;
                return there
                    && rule.permits(party -> consenting.contains(party) || bound.contains(party));
              });
    }
    return wins;
  }

  private static List<Coalition> minimal(Predicate<Integer> has) {
    List<Coalition> found = new ArrayList<>();
    for (int mask = 0; mask < 1 << PARTIES; mask++) {
      boolean least = has.test(mask);
      for (int p = 0; p < PARTIES && least; p++) {
        if ((mask >> p & 1) != 0 && has.test(mask & ~(1 << p))) {
          least = false;
        }
      }
      if (least) {
        found.add(Coalition.of(members(mask)));
      }
    }
    return found.stream().sorted().toList();
  }

  private static Fraction factorial(int n) {
    Fraction product = Fraction.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.times(new Fraction(BigInteger.valueOf(i), BigInteger.ONE));
    }
    return product;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithAskingEveryCoalition(int seed) {
    Sample sample = sample(seed);
    for (Basis basis : Basis.values()) {
      boolean[] wins = winning(sample, basis);
      int all = wins.length - 1;
      Leverage answer =
          Leverage.of(
              sample.view(),
              new TreeSet<>(List.of(sample.from())),
              new TreeSet<>(List.of(sample.to())),
              basis);

      assertThat(answer.minimalConsentCoalitions()).isEqualTo(minimal(mask -> wins[mask]));
      assertThat(answer.minimalBlockingCoalitions()).isEqualTo(minimal(mask -> !wins[all & ~mask]));
      assertThat(answer.vetoParties())
          .containsExactlyElementsOf(
              wins[all]
                  ? IntStream.range(0, PARTIES)
                      .filter(p -> !wins[all & ~(1 << p)])
                      .mapToObj(p -> "p" + p)
                      .toList()
                  : List.of());
      assertThat(
              LeverageCheck.areDual(
                  answer.minimalConsentCoalitions(), answer.minimalBlockingCoalitions()))
          .isTrue();
      assertThat(LeverageCheck.faults(answer)).isEmpty();
      checkPower(answer, wins);
      checkCheapest(answer, wins, seed);
    }
  }

  private static void checkCheapest(Leverage answer, boolean[] wins, int seed) {
    int all = wins.length - 1;
    int[] costs = new Random(seed).ints(PARTIES, 0, 4).toArray();
    double open = Double.POSITIVE_INFINITY;
    double shut = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask <= all; mask++) {
      int cost = 0;
      for (int p = 0; p < PARTIES; p++) {
        cost += (mask >> p & 1) * costs[p];
      }
      open = wins[mask] ? Math.min(open, cost) : open;
      shut = wins[all & ~mask] ? shut : Math.min(shut, cost);
    }
    CheapestCoalition consent = answer.cheapestConsent(p -> costs[p.charAt(1) - '0']);
    CheapestCoalition blocking = answer.cheapestBlocking(p -> costs[p.charAt(1) - '0']);
    assertThat(consent.cost()).isEqualTo(open);
    assertThat(blocking.cost()).isEqualTo(shut);
    assertThat(consent.completeness()).isEqualTo(Completeness.COMPLETE);
    consent.coalition().ifPresent(c -> assertThat(answer.minimalConsentCoalitions()).contains(c));
    blocking.coalition().ifPresent(c -> assertThat(answer.minimalBlockingCoalitions()).contains(c));
    if (answer.connection().state() == Connection.State.CONNECTED) {
      assertThat(consent.route()).isPresent();
    }
    assertThat(blocking.cut())
        .isEqualTo(blocking.coalition().flatMap(answer::cut).orElse(List.of()));
  }

  private static void checkPower(Leverage answer, boolean[] wins) {
    Power.Exact power = answer.power().exact();
    Fraction banzhafSum = Fraction.ZERO;
    Fraction shapleySum = Fraction.ZERO;
    Fraction normalisedSum = Fraction.ZERO;
    List<Coalition> minimal = minimal(mask -> wins[mask]);
    int memberships = minimal.stream().mapToInt(Coalition::size).sum();
    for (int p = 0; p < PARTIES; p++) {
      Fraction banzhaf = Fraction.ZERO;
      Fraction shapley = Fraction.ZERO;
      for (int mask = 0; mask < wins.length; mask++) {
        if ((mask >> p & 1) == 0 && !wins[mask] && wins[mask | 1 << p]) {
          int size = Integer.bitCount(mask);
          banzhaf = banzhaf.plus(Fraction.of(1, 1L << (PARTIES - 1)));
          shapley =
              shapley.plus(
                  factorial(size)
                      .times(factorial(PARTIES - 1 - size))
                      .dividedBy(factorial(PARTIES)));
        }
      }
      Power.Index index = power.of("p" + p);
      assertThat(index.banzhaf()).isEqualTo(banzhaf);
      assertThat(index.shapleyShubik()).isEqualTo(shapley);
      Fraction shares = Fraction.ZERO;
      int memberOf = 0;
      for (Coalition one : minimal) {
        if (one.contains("p" + p)) {
          shares = shares.plus(Fraction.of(1, (long) one.size() * minimal.size()));
          memberOf++;
        }
      }
      assertThat(index.deeganPackel()).contains(shares);
      assertThat(index.holler()).contains(Fraction.of(memberOf, Math.max(1, memberships)));
      banzhafSum = banzhafSum.plus(index.banzhaf());
      shapleySum = shapleySum.plus(index.shapleyShubik());
      normalisedSum = normalisedSum.plus(index.banzhafNormalised());
    }
    if (answer.connection().state() != Connection.State.ENDS_MEET) {
      RoundedPower rounded = answer.roundedPower().orElseThrow();
      assertThat(rounded.error()).isLessThan(1e-12);
      for (int p = 0; p < PARTIES; p++) {
        Power.Index index = power.of("p" + p);
        RoundedPower.Values values = rounded.of("p" + p);
        assertThat(values.banzhaf()).isCloseTo(index.banzhaf().toDouble(), within(1e-12));
        assertThat(values.banzhafNormalised())
            .isCloseTo(index.banzhafNormalised().toDouble(), within(1e-12));
        assertThat(values.shapleyShubik())
            .isCloseTo(index.shapleyShubik().toDouble(), within(1e-12));
      }
    }
    boolean anythingHangs = wins[wins.length - 1] && !wins[0];
    assertThat(shapleySum).isEqualTo(anythingHangs ? Fraction.ONE : Fraction.ZERO);
    assertThat(normalisedSum).isEqualTo(anythingHangs ? Fraction.ONE : Fraction.ZERO);
    assertThat(banzhafSum.compareTo(Fraction.ZERO) > 0).isEqualTo(anythingHangs);
  }
}
