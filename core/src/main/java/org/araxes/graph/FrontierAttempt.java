package org.araxes.graph;

import java.util.BitSet;
import java.util.Optional;

/** One problem, perhaps with the outcome of some causes given, ready to be walked. */
final class FrontierAttempt {
  /** A frontier promised to be cheaper than this is walked whole; that takes a second or so. */
  static final double CHEAP = 1e8;

  /** Bytes for a state kept for the way back: two steps, its weight forwards and backwards. */
  private static final long BYTES_PER_KEPT_STATE = 24;

  private final ReliabilityProblem problem;
  private final ReliabilityReduction reduced;
  private final FrontierNet net;
  private final Optional<EliminationOrder> order;
  private final Optional<FrontierProgram> program;

  private FrontierAttempt(ReliabilityProblem problem, ReliabilityReduction reduced, long seed) {
    this.problem = problem;
    this.reduced = reduced;
    net = reduced.net();
    boolean walks = !reduced.isJoined() && !reduced.isHopeless();
    order = walks ? Optional.of(order(net, seed)) : Optional.empty();
    program = order.map(found -> program(net, found.order()));
  }

  static FrontierAttempt forValue(
      ReliabilityProblem problem, ReliabilityReduction.Settled settled, long seed) {
    return new FrontierAttempt(
        problem,
        new ReliabilityReduction(problem, settled, false, new BitSet(0), new BitSet(0)),
        seed);
  }

  static FrontierAttempt forImportance(
      ReliabilityProblem problem,
      ReliabilityReduction.Settled settled,
      BitSet links,
      BitSet vertices,
      long seed) {
    return new FrontierAttempt(
        problem, new ReliabilityReduction(problem, settled, true, links, vertices), seed);
  }

  static EliminationOrder order(FrontierNet net, long seed) {
    int[] ends = net.terminals;
    return EliminationOrder.of(
        net.vertices(), net.tails, net.heads, ends[0], ends[ends.length - 1], seed);
  }

  private static FrontierProgram program(FrontierNet net, int[] order) {
    if (!net.isUndirected()) {
      return new RelationProgram(net, order);
    }
    WordPartitionProgram narrow = new WordPartitionProgram(net, order);
    return narrow.isNarrow() ? narrow : new PartitionProgram(net, order);
  }

  /**
   * Whether some cause is left and walking it whole is dear, so that the two outcomes of a cause
   * may be cheaper apart.
   *
   * @param cheap what it may cost
   */
  boolean isWorthSplitting(double cheap) {
    if (order.isEmpty() || !net.hasGuards()) {
      return false;
    }
    FrontierProgram walked = program.orElseThrow();
    return !walked.fits()
        || order.orElseThrow().cost() * Math.pow(2, walked.activeCauses()) > cheap;
  }

  /** The cause that concerns most of what is left; the first of equals. */
  int busiestCause() {
    int[] uses = new int[problem.causeCount()];
    for (Guard guard : net.guards) {
      guard.causes().stream().forEach(cause -> uses[cause]++);
    }
    for (Guard guard : net.vertexGuards) {
      guard.causes().stream().forEach(cause -> uses[cause]++);
    }
    int busiest = 0;
    for (int cause = 1; cause < uses.length; cause++) {
      if (uses[cause] > uses[busiest]) {
        busiest = cause;
      }
    }
    return busiest;
  }

  FrontierReliability.Outcome solve(FrontierReliability.Limits limits) {
    if (order.isEmpty()) {
      return settled();
    }
    EliminationOrder found = order.orElseThrow();
    if (net.isUndirected()
        && !net.hasGuards()
        && PartitionSweep.fits(found.width(), net.isFallible())) {
      PartitionSweep sweep =
          new PartitionSweep(reduced, limits.bytes() / PartitionSweep.BYTES_PER_STATE, limits);
      if (sweep.run(found.order())) {
        return new FrontierReliability.Outcome(
            sweep.success(),
            sweep.failure(),
            sweep.isComplete(),
            FrontierReliability.Method.WORD_PARTITIONS,
            net.vertices(),
            net.links(),
            found.width(),
            sweep.peakStates(),
            sweep.visits());
      }
    }
    FrontierProgram walked = program.orElseThrow();
    if (!walked.fits()) {
      return unknown();
    }
    FrontierWalk walk = walk(walked, limits, 0);
    walk.run(ups(walked), downs(walked));
    return outcome(walk, walked);
  }

  /** Not complete where the steps do not fit. */
  FrontierReliability.Importance importance(FrontierReliability.Limits limits) {
    double[] byLink = new double[net.links()];
    double[] byVertex = new double[net.vertices()];
    double[] byCause = new double[problem.causeCount()];
    if (order.isEmpty()) {
      return carriedBack(settled(), byLink, byVertex, byCause, true);
    }
    FrontierProgram walked = program.orElseThrow();
    if (!walked.fits()) {
      return carriedBack(unknown(), byLink, byVertex, byCause, false);
    }
    FrontierWalk walk =
        walk(walked, limits, Math.max(1, limits.bytes() / 2 / BYTES_PER_KEPT_STATE));
    double[] ups = ups(walked);
    double[] downs = downs(walked);
    walk.run(ups, downs);
    if (!walk.isKept()) {
      return carriedBack(outcome(walk, walked), byLink, byVertex, byCause, false);
    }
    double[] slopes = walk.derivatives(ups, downs);
    for (int layer = 0; layer < walked.layers(); layer++) {
      int id = walked.variableId(layer);
      switch (walked.variable(layer)) {
        case LINK -> byLink[id] = slopes[layer];
        case VERTEX -> byVertex[id] = slopes[layer];
        case CAUSE -> byCause[id] = slopes[layer];
      }
    }
    return carriedBack(outcome(walk, walked), byLink, byVertex, byCause, true);
  }

  private FrontierReliability.Importance carriedBack(
      FrontierReliability.Outcome outcome,
      double[] byLink,
      double[] byVertex,
      double[] byCause,
      boolean complete) {
    ReliabilityReduction.Derivatives original = reduced.carryBack(byLink, byVertex);
    return new FrontierReliability.Importance(
        outcome, original.byLink, original.byVertex, byCause, complete);
  }

  private static FrontierWalk walk(
      FrontierProgram program, FrontierReliability.Limits limits, long mostKept) {
    // Two tables of states, weights and places, each grown by doubling, and one copy at a time.
    long bytesPerState = 3L * (8L * program.words() + 8 + 16);
    return new FrontierWalk(program, limits.bytes() / bytesPerState, mostKept, limits);
  }

  /** How likely each layer turns out well. */
  private double[] ups(FrontierProgram walked) {
    double[] ups = new double[walked.layers()];
    for (int layer = 0; layer < ups.length; layer++) {
      int id = walked.variableId(layer);
      ups[layer] =
          switch (walked.variable(layer)) {
            case LINK -> reduced.up(id);
            case VERTEX -> reduced.vertexUp(id);
            case CAUSE -> problem.causeSurvival(id);
          };
    }
    return ups;
  }

  /** How likely each layer does not. */
  private double[] downs(FrontierProgram walked) {
    double[] downs = new double[walked.layers()];
    for (int layer = 0; layer < downs.length; layer++) {
      int id = walked.variableId(layer);
      downs[layer] =
          switch (walked.variable(layer)) {
            case LINK -> reduced.down(id);
            case VERTEX -> reduced.vertexDown(id);
            case CAUSE -> 1 - problem.causeSurvival(id);
          };
    }
    return downs;
  }

  private FrontierReliability.Outcome outcome(FrontierWalk walk, FrontierProgram walked) {
    return new FrontierReliability.Outcome(
        walk.success(),
        walk.failure(),
        walk.isComplete(),
        net.isUndirected()
            ? FrontierReliability.Method.PARTITIONS
            : FrontierReliability.Method.RELATIONS,
        net.vertices(),
        net.links(),
        walked.width(),
        walk.peakStates(),
        walk.visits());
  }

  private FrontierReliability.Outcome settled() {
    boolean works = reduced.isJoined();
    return new FrontierReliability.Outcome(
        works ? 1 : 0, works ? 0 : 1, true, FrontierReliability.Method.REDUCTION, 0, 0, 0, 1, 0);
  }

  private FrontierReliability.Outcome unknown() {
    return new FrontierReliability.Outcome(
        0,
        0,
        false,
        FrontierReliability.Method.REDUCTION,
        net.vertices(),
        net.links(),
        order.map(EliminationOrder::width).orElse(0),
        0,
        0);
  }
}
