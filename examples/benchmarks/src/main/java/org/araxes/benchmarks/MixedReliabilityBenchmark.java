package org.araxes.benchmarks;

import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.araxes.graph.FrontierReliability;
import org.araxes.graph.Guard;
import org.araxes.graph.ReliabilityProblem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Exact reliability of grids with one-way edges and common causes; no Java peer computes it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MixedReliabilityBenchmark {
  private static final double SURVIVAL = 0.9;
  private static final long SEED = 7;
  private static final int STRUCK = 4;

  private static final FrontierReliability.Limits LIMITS = FrontierReliability.Limits.DEFAULT;

  /** Sides, causes, and how many of four edges are one-way; or all twice, there and back. */
  private enum Kind {
    APART(8, 0, 4),
    ONE_WAY(8, 0, 1),
    WIDE(9, 0, 1),
    CAUSES(7, 8, 0),
    BOTH(7, 8, 1);

    final int side;
    final int causes;
    final int oneWay;

    Kind(int side, int causes, int oneWay) {
      this.side = side;
      this.causes = causes;
      this.oneWay = oneWay;
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "8 x 8, each direction apart",
          Kind.APART,
          "8 x 8, every fourth edge one-way",
          Kind.ONE_WAY,
          "9 x 9, every fourth edge one-way",
          Kind.WIDE,
          "7 x 7, 8 causes that strike 4 edges each",
          Kind.CAUSES,
          "7 x 7, every fourth edge one-way, 8 causes",
          Kind.BOTH);

  /** Which grid. */
  @Param({
    "8 x 8, each direction apart",
    "8 x 8, every fourth edge one-way",
    "9 x 9, every fourth edge one-way",
    "7 x 7, 8 causes that strike 4 edges each",
    "7 x 7, every fourth edge one-way, 8 causes"
  })
  public String grid = "";

  private ReliabilityProblem problem =
      ReliabilityProblem.builder(1).build(new int[] {0}, new int[] {0});

  /** Makes the grid, and compares the answer with that of the same grid turned round. */
  @Setup
  public void prepare() {
    Kind kind = KINDS.getOrDefault(grid, Kind.APART);
    problem = grid(kind, false);
    double turned = FrontierReliability.solve(grid(kind, true), LIMITS).reliability();
    Answers.mustAgree("exact reliability", solve().reliability(), turned, 1e-12);
  }

  /** Turned round, every edge leads the other way, and from the other corner. */
  private static ReliabilityProblem grid(Kind kind, boolean turned) {
    SplittableRandom random = new SplittableRandom(SEED);
    int side = kind.side;
    int last = side * side - 1;
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
    BitSet[] struck = new BitSet[2 * side * (side - 1)];
    for (int edge = 0; edge < struck.length; edge++) {
      struck[edge] = new BitSet();
    }
    for (int cause = 0; cause < kind.causes; cause++) {
      builder.cause(SURVIVAL);
      for (int i = 0; i < STRUCK; i++) {
        struck[random.nextInt(struck.length)].set(cause);
      }
    }
    int edge = 0;
    for (int place = 0; place <= last; place++) {
      for (int next : new int[] {place + 1, place + side}) {
        if (next > last || (next == place + 1 && next % side == 0)) {
          continue;
        }
        boolean forward = random.nextBoolean();
        boolean oneWay = random.nextInt(4) < kind.oneWay;
        int from = forward ? place : next;
        int to = forward ? next : place;
        Guard guard = Guard.allOf(struck[edge++].stream().toArray());
        builder.link(turned ? to : from, turned ? from : to, !oneWay, SURVIVAL, guard);
        if (kind == Kind.APART) {
          builder.link(turned ? from : to, turned ? to : from, false, SURVIVAL, guard);
        }
      }
    }
    return builder.build(new int[] {turned ? last : 0}, new int[] {turned ? 0 : last});
  }

  /**
   * Solves it, reduction and the search for an order included.
   *
   * @return the reliability
   */
  @Benchmark
  @Row(
      question = "exact reliability, corner to corner, edges and causes spare with 0.9",
      input = "grid",
      goal = "")
  public FrontierReliability.Outcome solve() {
    return FrontierReliability.solve(problem, LIMITS);
  }
}
