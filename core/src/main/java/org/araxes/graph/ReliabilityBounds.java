package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Bounds of a reliability from ways that share nothing and cuts that share nothing.
 *
 * <p><b>Definition.</b> Where no two of some paths hang on the same link, vertex or cause, they are
 * open independently, so 1 − Π (1 − Pr(path)) ≤ R; and no two of some cuts, so R ≤ Π (1 − Pr(cut
 * fallen)). Both hold for sure.
 *
 * <p><b>Causes.</b> Elements stand together and fall together more often than apart (Esary,
 * Proschan and Walkup 1967: independent chances are associated, and all here grow with them). So
 * along one path, and within one cut, the product over its elements, each with what guards it, is a
 * lower bound of the probability; between paths and between cuts no cause may be shared.
 *
 * <p><b>Method.</b> Paths: for 1, 2, … paths the most probable ones together, by flows of least
 * cost; the best of these bounds counts. Cuts: the likeliest one, then the likeliest that shares
 * nothing with it, and so on.
 *
 * <p><b>Cost.</b> A few flows on the reduced graph: O(k m log n) for k paths.
 *
 * @param lower the least that R can be
 * @param upper the most that R can be
 * @param failureLower the least that 1 − R can be, with digits of its own
 * @param failureUpper the most that 1 − R can be, with digits of its own
 * @param paths how many paths the lower bound rests on
 * @param cuts how many cuts the upper bound rests on
 */
public record ReliabilityBounds(
    double lower, double upper, double failureLower, double failureUpper, int paths, int cuts) {
  private static final int MOST_PATHS = 16;
  private static final int MOST_CUTS = 64;
  private static final double SCALE = 0x1.0p30;

  /** Room for the rounding of a product of some thousand factors and sums. */
  private static final double SLACK = 1e-12;

  /** Everything, or nothing. */
  private static ReliabilityBounds settled(boolean works) {
    double success = works ? 1 : 0;
    return new ReliabilityBounds(success, success, 1 - success, 1 - success, 0, 0);
  }

  /**
   * Finds bounds.
   *
   * @param problem the problem
   * @return the bounds
   */
  public static ReliabilityBounds of(ReliabilityProblem problem) {
    ReliabilityReduction reduced = new ReliabilityReduction(problem);
    if (reduced.isJoined() || reduced.isHopeless()) {
      return settled(reduced.isJoined());
    }
    return new Finder(new RandomParts(problem, reduced)).find();
  }

  /** Puts bounds together. */
  private static final class Finder {
    private final RandomParts parts;
    private final double[] standing;
    private final double[] missing; // 1 − standing
    private final double[] falling;
    private final int[] from;
    private final int[] to;
    private int cutCount;
    private int pathCount;

    Finder(RandomParts parts) {
      this.parts = parts;
      from = new int[] {parts.source};
      to = new int[] {parts.target};
      standing = new double[parts.count()];
      missing = new double[parts.count()];
      falling = parts.falling(parts.causes);
      for (int part = 0; part < standing.length; part++) {
        double struck = 1;
        for (BitSet pattern : parts.guards[part].patterns()) {
          struck = Math.min(struck, RandomParts.struck(pattern, parts.causes));
        }
        standing[part] = parts.up[part] * (1 - struck);
        missing[part] = struck + (1 - struck) * parts.down[part];
      }
    }

    ReliabilityBounds find() {
      double mostFailing = failureByPaths();
      double leastFailing = Math.min(failureByCuts(), mostFailing);
      return new ReliabilityBounds(
          1 - mostFailing, 1 - leastFailing, leastFailing, mostFailing, pathCount, cutCount);
    }

    private double failureByPaths() {
      IndexedGraph graph = parts.graph;
      double[] costs = new double[graph.arcCount()];
      BitSet barred = new BitSet();
      for (int arc = 0; arc < costs.length; arc++) {
        double stands = standing[parts.partOf[arc]];
        barred.set(arc, stands <= 0);
        costs[arc] = stands <= 0 ? 0 : Math.max(0, -StrictMath.log(stands));
      }
      DisjointPaths disjoint = new DisjointPaths(graph, costs, parts.twins, barred, new BitSet(0));
      double best = 1;
      for (int count = 1; count <= MOST_PATHS; count++) {
        List<ArcPath> paths = disjoint.arcDisjoint(from, to, count);
        if (paths.size() < count) {
          break;
        }
        best = Math.min(best, failure(paths));
      }
      return best;
    }

    /** Of those paths that share no cause and no part with one before. */
    private double failure(List<ArcPath> paths) {
      BitSet usedCauses = new BitSet();
      BitSet usedParts = new BitSet();
      double all = 1;
      int taken = 0;
      for (ArcPath path : paths) {
        BitSet causes = new BitSet();
        BitSet own = new BitSet();
        path.arcs().forEach(arc -> own.set(parts.partOf[arc]));
        double open = 1;
        double shut = 0;
        for (int part = own.nextSetBit(0); part >= 0; part = own.nextSetBit(part + 1)) {
          open *= standing[part];
          shut += (1 - shut) * missing[part];
          causes.or(parts.guards[part].causes());
        }
        if (!causes.intersects(usedCauses) && !own.intersects(usedParts)) {
          usedCauses.or(causes);
          usedParts.or(own);
          all *= open > 0.5 ? shut : 1 - open;
          taken++;
        }
      }
      pathCount = Math.max(pathCount, taken);
      return Math.min(1, all * (1 + SLACK));
    }

    private double failureByCuts() {
      long[] capacities = new long[parts.graph.arcCount()];
      for (int arc = 0; arc < capacities.length; arc++) {
        double falls = falling[parts.partOf[arc]];
        capacities[arc] =
            falls <= 0
                ? MaximumFlow.UNLIMITED
                : Math.max(0, (long) (-StrictMath.log(falls) * SCALE));
      }
      MaximumFlow flow = new MaximumFlow(parts.graph);
      BitSet usedCauses = new BitSet();
      double none = 0;
      while (cutCount < MOST_CUTS && flow.between(from, to, capacities) < MaximumFlow.UNLIMITED) {
        BitSet cut = cut(flow.sourceSide());
        double fallen = 1;
        for (int part = cut.nextSetBit(0); part >= 0; part = cut.nextSetBit(part + 1)) {
          fallen *= falling[part];
          usedCauses.or(parts.guards[part].causes());
        }
        none += StrictMath.log1p(-fallen);
        cutCount++;
        for (int arc = 0; arc < capacities.length; arc++) {
          int part = parts.partOf[arc];
          if (cut.get(part) || parts.guards[part].causes().intersects(usedCauses)) {
            capacities[arc] = MaximumFlow.UNLIMITED;
          }
        }
      }
      return Math.max(0, -StrictMath.expm1(none) * (1 - SLACK));
    }

    private BitSet cut(BitSet side) {
      BitSet cut = new BitSet();
      for (int arc = 0; arc < parts.graph.arcCount(); arc++) {
        if (side.get(parts.graph.tail(arc)) && !side.get(parts.graph.head(arc))) {
          cut.set(parts.partOf[arc]);
        }
      }
      return cut;
    }
  }

  /** Rejects what is not a probability, or the wrong way round. */
  public ReliabilityBounds {
    if (!(0 <= lower && lower <= upper && upper <= 1)
        || !(0 <= failureLower && failureLower <= failureUpper && failureUpper <= 1)) {
      throw new IllegalArgumentException(
          Arrays.asList(lower, upper, failureLower, failureUpper) + " are no bounds");
    }
  }
}
