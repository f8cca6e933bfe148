package org.araxes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.araxes.control.LookThrough.Bounds;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookThroughTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 13);

  private static LookThrough of(List<Stake> stakes) {
    return LookThrough.of(Ownership.on(stakes, List.of(), DAY, false, agreement -> true));
  }

  private static Stake stake(String holder, String held, StakeKind kind, Share min, Share max) {
    return new Stake(holder, held, kind, min, max, Validity.ALWAYS, "", Evidence.NONE);
  }

  private static Stake bounded(String holder, String held, long min, long max) {
    return stake(holder, held, StakeKind.SHARES, Share.ofPercent(min), Share.ofPercent(max));
  }

  private static Bounds exactly(long numerator, long denominator) {
    Fraction value = Fraction.of(numerator, denominator);
    return new Bounds(value, value);
  }

  private static Bounds percent(long min, long max) {
    return new Bounds(Fraction.of(min, 100), Fraction.of(max, 100));
  }

  @Test
  void aChainMultipliesAndTwoChainsAddUp() {
    LookThrough through =
        of(
            List.of(
                Stake.of("US", "dfc", 100),
                Stake.of("dfc", "tdc", 74),
                Stake.of("AM", "tdc", 26),
                Stake.of("AM", "dfc-2", 50),
                Stake.of("tdc", "spe", 50),
                Stake.of("dfc-2", "spe", 50)));
    assertThat(through.ultimate("spe"))
        .containsExactly(Map.entry("AM", exactly(38, 100)), Map.entry("US", exactly(37, 100)));
    assertThat(through.unknown("spe")).isEqualTo(exactly(1, 4));
    assertThat(through.share("tdc", "spe")).isEqualTo(exactly(1, 2));
    assertThat(through.share("spe", "tdc")).isEqualTo(exactly(0, 1));
    assertThat(through.ultimate("US")).isEmpty();
    assertThat(through.unknown("US")).isEqualTo(exactly(1, 1));
  }

  @Test
  void crossHoldingsAreSolvedExactly() {
    LookThrough through =
        of(
            List.of(
                Stake.of("A", "x", 60),
                Stake.of("y", "x", 40),
                Stake.of("B", "y", 70),
                Stake.of("x", "y", 30)));
    // a = 60 % + 40 % of (30 % of a): a = 0.6 / 0.88
    assertThat(through.ultimate("x"))
        .containsExactly(Map.entry("A", exactly(15, 22)), Map.entry("B", exactly(7, 22)));
    assertThat(through.share("y", "x")).isEqualTo(exactly(5, 11));
    assertThat(through.unknown("x")).isEqualTo(exactly(0, 1));
  }

  @Test
  void aCircleThatOwnsItselfWholeIsNamed() {
    List<Stake> stakes =
        List.of(
            Stake.of("a", "b", 100),
            Stake.of("b", "c", 100),
            Stake.of("c", "a", 100),
            Stake.of("a", "d", 50),
            Stake.of("AZ", "d", 50));
    assertThatExceptionOfType(CircularOwnershipException.class)
        .isThrownBy(() -> of(stakes).ultimate("d"))
        .withMessageContaining("a ← c ← b ← a owns itself whole")
        .satisfies(circle -> assertThat(circle.circle()).containsExactly("a", "c", "b"));
    assertThat(of(stakes).ultimate("AZ")).isEmpty();
  }

  @Test
  void onlyCapitalIsLookedThrough() {
    LookThrough through =
        of(
            List.of(
                stake("A", "c", StakeKind.CONCESSION, Share.WHOLE, Share.WHOLE),
                stake("B", "c", StakeKind.VOTES, Share.WHOLE, Share.WHOLE),
                stake("C", "c", StakeKind.BY_LAW, Share.WHOLE, Share.WHOLE)));
    assertThat(through.ultimate("c")).containsExactly(Map.entry("C", exactly(1, 1)));
  }

  @Test
  void boundsAreReachedAndLeaveToTheOthersWhatIsTheirs() {
    LookThrough through =
        of(List.of(bounded("A", "c", 50, 90), bounded("B", "c", 20, 40), Stake.of("c", "d", 50)));
    assertThat(through.ultimate("d"))
        .containsExactly(Map.entry("A", percent(25, 40)), Map.entry("B", percent(10, 20)));
    assertThat(through.unknown("d").toString()).isEqualTo("40 % to 65 %");
  }

  @Test
  void boundsInACircleAreReachedToo() {
    LookThrough through =
        of(
            List.of(
                Stake.of("A", "x", 50),
                bounded("y", "x", 0, 50),
                Stake.of("B", "y", 50),
                bounded("x", "y", 0, 40)));
    // at the most: a = 1/2 + 1/2 · (2/5 · a)
    assertThat(through.ultimate("x"))
        .containsExactly(
            Map.entry("A", new Bounds(Fraction.of(1, 2), Fraction.of(5, 8))),
            Map.entry("B", new Bounds(Fraction.ZERO, Fraction.of(5, 16))));
  }

  @Test
  void whereACircleMightOwnItselfWholeTheOthersStillBound() {
    LookThrough through =
        of(
            List.of(
                bounded("y", "x", 50, 100),
                bounded("x", "y", 50, 100),
                Stake.of("A", "c", 20),
                Stake.of("x", "c", 80),
                bounded("B", "x", 0, 50)));
    assertThat(through.ultimate("c"))
        .containsExactly(Map.entry("A", percent(20, 100)), Map.entry("B", percent(0, 80)));
    assertThatExceptionOfType(CircularOwnershipException.class)
        .isThrownBy(() -> through.share("x", "c"))
        .withMessageContaining("might own itself whole");
  }

  @Test
  void aStakeThatTheOthersLeaveNoRoomForCloserNothing() {
    LookThrough through =
        of(
            List.of(
                Stake.of("a", "b", 100),
                Stake.of("b", "a", 100),
                bounded("c", "a", 0, 10),
                Stake.of("a", "c", 50)));
    assertThatExceptionOfType(CircularOwnershipException.class)
        .isThrownBy(() -> through.ultimate("b"));
  }

  @Test
  void twentyThousandCompaniesInARowAreNoTrouble() {
    List<Stake> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(Stake.of("c" + i, "c" + (i + 1), 100));
    }
    assertThat(of(chain).ultimate("c20000")).containsExactly(Map.entry("c0", exactly(1, 1)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** Parties p0 … p(n-1); what each holds in a later one, or in any other one, below the whole. */
  private static List<Stake> random(Random random, int n, boolean circles, boolean exact) {
    List<Stake> stakes = new ArrayList<>();
    for (int held = 0; held < n; held++) {
      int left = circles ? 96 : 100;
      for (int holder = 0; holder < (circles ? n : held); holder++) {
        if (holder == held || random.nextInt(3) == 0 || left < 2) {
          continue;
        }
        int min = random.nextInt(Math.max(1, left / 2));
        int max = exact ? min : Math.min(95, min + random.nextInt(30));
        left -= min;
        stakes.add(bounded("p" + holder, "p" + held, min, max));
      }
    }
    return stakes;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutCirclesItIsTheSumOverAllPaths(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(7);
    List<Stake> stakes = random(random, n, false, true);
    LookThrough through = of(stakes);
    for (int holder = 0; holder < n; holder++) {
      for (int held = 0; held < n; held++) {
        Fraction sum = holder == held ? Fraction.ZERO : paths("p" + holder, "p" + held, stakes);
        assertThat(through.share("p" + holder, "p" + held)).isEqualTo(new Bounds(sum, sum));
      }
    }
  }

  private static Fraction paths(String from, String to, List<Stake> stakes) {
    Fraction sum = Fraction.ZERO;
    for (Stake stake : stakes) {
      if (stake.holder().equals(from)) {
        Fraction on = stake.held().equals(to) ? Fraction.ONE : paths(stake.held(), to, stakes);
        sum = sum.plus(stake.min().value().times(on));
      }
    }
    return sum;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withCirclesItIsTheFixedPointAndTheLimitOfTheSeries(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(6);
    List<Stake> stakes = random(random, n, true, true);
    LookThrough through = of(stakes);
    Fraction[][] direct = direct(n, stakes, null);
    double[][] series = series(n, direct);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Fraction sum = direct[i][j];
        for (int k = 0; k < n; k++) {
          sum = sum.plus(direct[i][k].times(through.share("p" + k, "p" + j).min()));
        }
        Bounds share = through.share("p" + i, "p" + j);
        assertThat(share).isEqualTo(new Bounds(sum, sum));
        assertThat(share.min().toDouble()).isBetween(series[i][j] - 1e-6, series[i][j] + 1e-6);
      }
    }
  }

  /** W, with each stake at its least, or chosen at random within its bounds. */
  private static Fraction[][] direct(
      int n, List<Stake> stakes, @org.jspecify.annotations.Nullable Random choice) {
    Fraction[][] w = new Fraction[n][n];
    for (Fraction[] row : w) {
      java.util.Arrays.fill(row, Fraction.ZERO);
    }
    Map<Integer, Fraction> slack = new TreeMap<>();
    for (Stake stake : stakes) {
      int held = Integer.parseInt(stake.held().substring(1));
      slack.merge(
          held, Fraction.ONE.minus(stake.min().value()), (a, b) -> a.minus(stake.min().value()));
    }
    List<Stake> order = new ArrayList<>(stakes);
    if (choice != null) {
      java.util.Collections.shuffle(order, choice);
    }
    for (Stake stake : order) {
      int held = Integer.parseInt(stake.held().substring(1));
      Fraction share = stake.min().value();
      if (choice != null) {
        Fraction room = stake.max().value().minus(share);
        Fraction left = slack.getOrDefault(held, Fraction.ZERO);
        Fraction most = room.compareTo(left) < 0 ? room : left;
        Fraction more =
            choice.nextBoolean() ? most : most.times(Fraction.of(choice.nextInt(11), 10));
        slack.put(held, left.minus(more));
        share = share.plus(more);
      }
      w[Integer.parseInt(stake.holder().substring(1))][held] = share;
    }
    return w;
  }

  private static double[][] series(int n, Fraction[][] direct) {
    double[][] w = new double[n][n];
    double[][] power = new double[n][n];
    double[][] sum = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        w[i][j] = direct[i][j].toDouble();
        power[i][j] = w[i][j];
        sum[i][j] = w[i][j];
      }
    }
    for (int step = 0; step < 600; step++) {
      double[][] next = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < n; k++) {
            next[i][j] += power[i][k] * w[k][j];
          }
          sum[i][j] += next[i][j];
        }
      }
      power = next;
    }
    return sum;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void boundsHoldEverythingThatIsPossible(long seed) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(4);
    boolean circles = seed % 2 == 0;
    List<Stake> stakes = random(random, n, circles, false);
    LookThrough through = of(stakes);
    List<Stake> all = new ArrayList<>();
    for (int sample = 0; sample < 10; sample++) {
      Fraction[][] w = direct(n, stakes, random);
      all.clear();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          Share share = new Share(w[i][j]);
          if (share.compareTo(Share.NONE) > 0) {
            all.add(stake("p" + i, "p" + j, StakeKind.SHARES, share, share));
          }
        }
      }
      LookThrough exact;
      for (String held : List.of("p" + (n - 1), "p1")) {
        exact = of(all);
        for (Map.Entry<String, Bounds> owner : through.ultimate(held).entrySet()) {
          Fraction value;
          try {
            value = exact.share(owner.getKey(), held).min();
          } catch (CircularOwnershipException closed) {
            continue; // no solution there, so nothing to bound
          }
          assertThat(value).isBetween(owner.getValue().min(), owner.getValue().max());
        }
      }
    }
  }

  /** The most over all corners: each party gives its slack to holders in some order. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theUpperBoundIsReachedInSomeCorner(long seed) {
    Random random = new Random(seed);
    List<Stake> stakes =
        new ArrayList<>(
            List.of(
                bounded("A", "x", random.nextInt(30), 30 + random.nextInt(40)),
                bounded("y", "x", random.nextInt(30), 30 + random.nextInt(30)),
                bounded("B", "y", 5 + random.nextInt(30), 35 + random.nextInt(40)),
                bounded("x", "y", random.nextInt(20), 20 + random.nextInt(40)),
                Stake.of("A", "y", random.nextInt(20))));
    Bounds bounds = of(stakes).share("A", "x");
    Fraction most = Fraction.ZERO;
    for (int corner = 0; corner < 4; corner++) {
      List<Stake> chosen = new ArrayList<>();
      fill(chosen, stakes.get(corner & 1), stakes.get(1 - (corner & 1)), 0);
      int last = (corner >> 1) & 1;
      fill(
          chosen,
          stakes.get(2 + last),
          stakes.get(3 - last),
          stakes.get(4).min().value().times(Fraction.of(100, 1)).numerator().longValueExact());
      chosen.add(stakes.get(4));
      Fraction value = of(chosen).share("A", "x").min();
      most = value.compareTo(most) > 0 ? value : most;
    }
    // a corner may also leave the slack to nobody known
    assertThat(bounds.max()).isEqualTo(most);
  }

  private static void fill(List<Stake> into, Stake first, Stake second, long taken) {
    Fraction slack =
        Fraction.ONE
            .minus(Fraction.of(taken, 100))
            .minus(first.min().value())
            .minus(second.min().value());
    for (Stake stake : List.of(first, second)) {
      Fraction room = stake.max().value().minus(stake.min().value());
      Fraction more = room.compareTo(slack) < 0 ? room : slack;
      slack = slack.minus(more);
      Share share = new Share(stake.min().value().plus(more));
      into.add(stake(stake.holder(), stake.held(), StakeKind.SHARES, share, share));
    }
  }
}
