package org.araxes.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Settles causes one after the other until what is left of the problem is easy.
 *
 * <p><b>Method.</b> Where the frontier would be too dear, the cause that concerns most of what is
 * left is settled both ways, and each half is reduced afresh: a party that refuses takes so much
 * with it that little remains, and a network that holds for sure needs no walk at all. Halves that
 * are decided are not split any more. So a network of any width is exact as long as few parties
 * decide over it and little else is random.
 *
 * <p><b>Cost.</b> A reduction, O(n + m), for each half looked at: at most 2ᵏ⁺¹ for k causes, seldom
 * near that.
 */
final class CauseTree {
  /** Splits more than this lead nowhere in reasonable time. */
  private static final int MOST_HALVES = 1 << 17;

  private final ReliabilityProblem problem;
  private final BitSet links;
  private final BitSet vertices;
  private final boolean derivatives;
  private final double cheap;
  private final FrontierReliability.Limits limits;
  private final CompensatedSum success = new CompensatedSum();
  private final CompensatedSum failure = new CompensatedSum();
  private final double[] byLink;
  private final double[] byVertex;
  private final double[] byCause;
  private boolean complete = true;
  private FrontierReliability.Method method = FrontierReliability.Method.REDUCTION;
  private int mostVertices;
  private int mostLinks;
  private int width;
  private long peak = 1;
  private long visits;

  /** For the value; what costs less than this is not split. */
  CauseTree(ReliabilityProblem problem, double cheap, FrontierReliability.Limits limits) {
    this(problem, new BitSet(0), new BitSet(0), false, cheap, limits);
  }

  /** For importance, of certain links and vertices too. */
  CauseTree(
      ReliabilityProblem problem,
      BitSet links,
      BitSet vertices,
      double cheap,
      FrontierReliability.Limits limits) {
    this(problem, links, vertices, true, cheap, limits);
  }

  private CauseTree(
      ReliabilityProblem problem,
      BitSet links,
      BitSet vertices,
      boolean derivatives,
      double cheap,
      FrontierReliability.Limits limits) {
    this.cheap = cheap;
    this.problem = problem;
    this.links = links;
    this.vertices = vertices;
    this.derivatives = derivatives;
    this.limits = limits;
    byLink = new double[problem.linkCount()];
    byVertex = new double[problem.vertexCount()];
    byCause = new double[problem.causeCount()];
  }

  /**
   * Looks at all halves.
   *
   * @return false when some half is too dear even without causes: then it was in vain
   */
  boolean run() {
    Deque<ReliabilityReduction.Settled> waiting = new ArrayDeque<>();
    waiting.push(ReliabilityReduction.Settled.NONE);
    int halves = 0;
    while (!waiting.isEmpty()) {
      limits.listener().passed(halves, 0);
      if (!limits.goOn().getAsBoolean()) {
        complete = false;
        return true;
      }
      if (++halves > MOST_HALVES) {
        return false;
      }
      ReliabilityReduction.Settled here = waiting.pop();
      FrontierAttempt attempt =
          derivatives
              ? FrontierAttempt.forImportance(problem, here, links, vertices, limits.seed())
              : FrontierAttempt.forValue(problem, here, limits.seed());
      if (attempt.isWorthSplitting(cheap)) {
        int cause = attempt.busiestCause();
        waiting.push(here.with(cause, false));
        waiting.push(here.with(cause, true));
      } else if (!take(attempt, here)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(FrontierAttempt attempt, ReliabilityReduction.Settled here) {
    double weight = weight(here, -1);
    FrontierReliability.Outcome outcome;
    if (derivatives) {
      FrontierReliability.Importance part = attempt.importance(limits);
      if (!part.complete()) {
        return false;
      }
      outcome = part.outcome();
      add(byLink, part.byLink(), weight);
      add(byVertex, part.byVertex(), weight);
      add(byCause, part.byCause(), weight);
      for (int cause = 0; cause < byCause.length; cause++) {
        if (here.spared().get(cause)) {
          byCause[cause] += weight(here, cause) * outcome.reliability();
        } else if (here.struck().get(cause)) {
          byCause[cause] -= weight(here, cause) * outcome.reliability();
        }
      }
    } else {
      outcome = attempt.solve(limits);
      if (!outcome.complete() && limits.goOn().getAsBoolean()) {
        return false;
      }
      complete &= outcome.complete();
    }
    success.add(weight * outcome.success());
    failure.add(weight * outcome.failure());
    mostVertices = Math.max(mostVertices, outcome.vertices());
    mostLinks = Math.max(mostLinks, outcome.links());
    width = Math.max(width, outcome.width());
    peak = Math.max(peak, outcome.peakStates());
    visits += outcome.visits();
    method = outcome.method().compareTo(method) > 0 ? outcome.method() : method;
    return true;
  }

  private static void add(double[] sum, double[] part, double weight) {
    Arrays.setAll(sum, i -> sum[i] + weight * part[i]);
  }

  /** How likely the settled causes turn out so, one of them left aside. */
  private double weight(ReliabilityReduction.Settled here, int without) {
    double weight = 1;
    for (int cause = 0; cause < byCause.length; cause++) {
      if (cause != without) {
        double survival = problem.causeSurvival(cause);
        weight *= here.spared().get(cause) ? survival : here.struck().get(cause) ? 1 - survival : 1;
      }
    }
    return weight;
  }

  FrontierReliability.Outcome outcome() {
    return new FrontierReliability.Outcome(
        success.value(),
        failure.value(),
        complete,
        method,
        mostVertices,
        mostLinks,
        width,
        peak,
        visits);
  }

  FrontierReliability.Importance importance() {
    return new FrontierReliability.Importance(outcome(), byLink, byVertex, byCause, complete);
  }
}
