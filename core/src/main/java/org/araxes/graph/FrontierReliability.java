package org.araxes.graph;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * How likely source and target are connected: exact, by a frontier method.
 *
 * <p><b>Definition.</b> The probability that a {@link ReliabilityProblem} works.
 *
 * <p><b>Method.</b> The problem is reduced, an order of its vertices is searched in which the
 * frontier stays narrow, and the states of the frontier are carried through it with their
 * probabilities: partitions of the frontier where all links are two-way (one machine word a state
 * while the frontier has at most 14 vertices, 13 where vertices may fall), reachability relations
 * where some are one-way. A cause is remembered from the first element that it guards to the last;
 * where that is too dear, causes are settled both ways one after the other, each half reduced
 * afresh. Hardy, Lucet and Limnios (2007), IEEE Trans. Reliability 56, 506–515, is the standard for
 * partitions.
 *
 * <p><b>Answer.</b> Success and failure are summed apart and compensated, so each has 12 digits
 * that hold, however small it is. Past the limits the lightest states are lost, and the answer is a
 * pair of bounds that hold for sure. Depends on problem and seed alone, unless it is stopped by
 * time.
 *
 * <p><b>Cost.</b> Exponential in the width of the frontier alone: the states of a plane graph grow
 * about 3.3-fold with each vertex more, those of one-way links faster. A grid of 10 × 10 takes 2 ·
 * 10⁶ looks at a state, one of 14 × 14 5 · 10⁸ and less than a gibibyte; one of 9 × 9 in which
 * every fourth link is one-way 10⁷. One-way links in pairs against each other are no dearer than
 * two-way ones, for the value.
 */
public final class FrontierReliability {
  /** Hears how far it has come. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Hears of progress.
     *
     * @param done steps done; the last ones need not take as long as the middle ones
     * @param total steps in all
     */
    void passed(long done, long total);
  }

  /** Does numbered pieces of work that do not hang on each other, on one thread or several. */
  @FunctionalInterface
  public interface Workers {
    /**
     * Does the work, and waits for its end.
     *
     * @param pieces how many
     * @param work does one piece, on any thread
     * @return how many pieces were done, all those before the first that was not
     */
    int run(int pieces, IntConsumer work);
  }

  /** How states were written down. */
  public enum Method {
    /** Nothing had to be walked: the reduction answered. */
    REDUCTION,
    /** Partitions in one word, links taken in place. */
    WORD_PARTITIONS,
    /** Partitions in as many words as needed, and causes. */
    PARTITIONS,
    /** Reachability relations in as many words as needed, and causes. */
    RELATIONS
  }

  /**
   * How much may be used.
   *
   * @param bytes memory for states; over it the lightest are lost
   * @param seed of the noise in the search for an order
   * @param goOn asked once for each link, vertex or cause; false ends the work
   * @param stop asked now and then in between, on any thread; true ends the work too
   * @param listener hears of progress
   * @param workers who does what can be done side by side; empty for the asking thread alone
   */
  public record Limits(
      long bytes,
      long seed,
      BooleanSupplier goOn,
      BooleanSupplier stop,
      Listener listener,
      Optional<Workers> workers) {
    /** One gibibyte, and no limit of time. */
    public static final Limits DEFAULT =
        new Limits(1L << 30, 1, () -> true, () -> false, (done, total) -> {}, Optional.empty());

    /** Rejects a negative amount. */
    public Limits {
      if (bytes < 0) {
        throw new IllegalArgumentException("Memory is not negative, but was " + bytes);
      }
    }

    /**
     * The same with another amount of memory.
     *
     * @param amount bytes
     * @return other limits
     */
    public Limits withBytes(long amount) {
      return new Limits(amount, seed, goOn, stop, listener, workers);
    }

    /**
     * The same, ended by a signal.
     *
     * @param signal asked now and then, on any thread; true ends the work
     * @return other limits
     */
    public Limits stoppedBy(BooleanSupplier signal) {
      return new Limits(bytes, seed, goOn, signal, listener, workers);
    }

    /**
     * The same with help, which changes no answer.
     *
     * @param helpers who does the work; they ask the signal to stop themselves
     * @return other limits
     */
    public Limits on(Workers helpers) {
      return new Limits(bytes, seed, goOn, stop, listener, Optional.of(helpers));
    }
  }

  /**
   * What was found.
   *
   * @param success the probability that was found to succeed
   * @param failure the probability that was found to fail; both add up to 1 when complete
   * @param complete whether nothing was lost
   * @param method how states were written down
   * @param vertices how many were left after reduction
   * @param links how many were left after reduction
   * @param width the most vertices in the frontier
   * @param peakStates the most states at one time
   * @param visits how often a state was looked at
   */
  public record Outcome(
      double success,
      double failure,
      boolean complete,
      Method method,
      int vertices,
      int links,
      int width,
      long peakStates,
      long visits) {
    /**
     * The least that the reliability can be.
     *
     * @return itself when complete
     */
    public double lower() {
      return complete ? reliability() : Math.min(1, success);
    }

    /**
     * The most that the reliability can be.
     *
     * @return itself when complete
     */
    public double upper() {
      return complete ? reliability() : Math.max(lower(), Math.min(1, 1 - failure));
    }

    /**
     * The reliability, from the smaller of the two sums; the middle of the bounds when not
     * complete.
     *
     * @return from 0 to 1
     */
    public double reliability() {
      return complete
          ? success < failure ? success : 1 - failure
          : (success + Math.max(success, 1 - failure)) / 2;
    }
  }

  /**
   * What hangs on each element: Birnbaum (1969), the derivative of the reliability by the survival
   * of one element, which is the reliability with it standing less that with it fallen.
   */
  public static final class Importance {
    private final Outcome outcome;
    private final double[] byLink;
    private final double[] byVertex;
    private final double[] byCause;
    private final boolean complete;

    Importance(
        Outcome outcome, double[] byLink, double[] byVertex, double[] byCause, boolean complete) {
      this.outcome = outcome;
      this.byLink = byLink;
      this.byVertex = byVertex;
      this.byCause = byCause;
      this.complete = complete;
    }

    /**
     * The reliability.
     *
     * @return the same as {@link #solve} gives
     */
    public Outcome outcome() {
      return outcome;
    }

    /**
     * What hangs on each link.
     *
     * @return by link, a copy; 0 for a certain one that was not asked for
     */
    public double[] byLink() {
      return byLink.clone();
    }

    /**
     * What hangs on each vertex.
     *
     * @return by vertex, a copy; 0 for a certain one that was not asked for
     */
    public double[] byVertex() {
      return byVertex.clone();
    }

    /**
     * What hangs on each cause.
     *
     * @return by cause, a copy
     */
    public double[] byCause() {
      return byCause.clone();
    }

    /**
     * Whether all of it is exact.
     *
     * @return false where limits made bounds of something
     */
    public boolean complete() {
      return complete;
    }
  }

  private FrontierReliability() {}

  /**
   * Computes the reliability.
   *
   * @param problem the problem
   * @param limits how much may be used
   * @return the answer
   */
  public static Outcome solve(ReliabilityProblem problem, Limits limits) {
    FrontierAttempt attempt =
        FrontierAttempt.forValue(problem, ReliabilityReduction.Settled.NONE, limits.seed());
    if (attempt.isWorthSplitting(FrontierAttempt.CHEAP)) {
      CauseTree tree = new CauseTree(problem, FrontierAttempt.CHEAP, limits);
      if (tree.run()) {
        return tree.outcome();
      }
    }
    return attempt.solve(limits);
  }

  /**
   * Computes the importance of every element that may fall, in one pass forwards and one backwards.
   *
   * <p>Where the steps do not fit into the memory allowed, each element is looked at by itself:
   * twice the work of {@link #solve} for each.
   *
   * @param problem the problem
   * @param limits how much may be used
   * @return the importance of links, vertices and causes
   */
  public static Importance importance(ReliabilityProblem problem, Limits limits) {
    return importance(problem, new BitSet(0), new BitSet(0), limits);
  }

  /**
   * The same, and of certain elements too.
   *
   * @param problem the problem
   * @param links certain links whose importance is asked for
   * @param vertices certain vertices whose importance is asked for
   * @param limits how much may be used
   * @return the importance of links, vertices and causes
   */
  public static Importance importance(
      ReliabilityProblem problem, BitSet links, BitSet vertices, Limits limits) {
    FrontierAttempt attempt =
        FrontierAttempt.forImportance(
            problem, ReliabilityReduction.Settled.NONE, links, vertices, limits.seed());
    if (attempt.isWorthSplitting(FrontierAttempt.CHEAP)) {
      CauseTree tree = new CauseTree(problem, links, vertices, FrontierAttempt.CHEAP, limits);
      if (tree.run()) {
        return tree.importance();
      }
    }
    Importance found = attempt.importance(limits);
    return found.complete() ? found : oneByOne(problem, links, vertices, limits);
  }

  /** With and without each element in turn; ends with the first that is not exact. */
  private static Importance oneByOne(
      ReliabilityProblem problem, BitSet links, BitSet vertices, Limits limits) {
    double[] link = new double[problem.linkCount()];
    double[] vertex = new double[problem.vertexCount()];
    double[] cause = new double[problem.causeCount()];
    Arrays.setAll(link, problem::linkSurvival);
    Arrays.setAll(vertex, problem::vertexSurvival);
    Arrays.setAll(cause, problem::causeSurvival);
    double[] byLink = new double[link.length];
    double[] byVertex = new double[vertex.length];
    double[] byCause = new double[cause.length];
    double[][] survival = {link, vertex, cause};
    double[][] slopes = {byLink, byVertex, byCause};
    BitSet[] asked = {links, vertices, new BitSet(0)};
    Outcome whole = solve(problem, limits);
    boolean complete = whole.complete();
    for (int kind = 0; kind < 3; kind++) {
      for (int i = 0; i < survival[kind].length && complete; i++) {
        double own = survival[kind][i];
        if (own < 1 || asked[kind].get(i) || kind == 2) {
          survival[kind][i] = 1;
          Outcome with = solve(problem.withSurvival(link, vertex, cause), limits);
          survival[kind][i] = 0;
          Outcome without = solve(problem.withSurvival(link, vertex, cause), limits);
          survival[kind][i] = own;
          slopes[kind][i] = with.reliability() - without.reliability();
          complete &= with.complete() && without.complete();
        }
      }
    }
    return new Importance(whole, byLink, byVertex, byCause, complete);
  }

  /**
   * Counts the sets of links that join all terminals, by size: the reliability polynomial of
   * two-way links, whose probability is Σ Nᵢ pⁱ (1 − p)^(m − i).
   *
   * @param problem a graph of two-way links without causes; survival does not matter
   * @param terminals vertices to be joined, at least one
   * @return how many sets of 0, 1, … m links join them
   * @throws IllegalArgumentException if a link is one-way or guarded, a terminal is no vertex, or
   *     the frontier grows over 62 vertices
   */
  public static BigInteger[] connectingSubsets(ReliabilityProblem problem, int... terminals) {
    int links = problem.linkCount();
    int[] tails = new int[links];
    int[] heads = new int[links];
    boolean[] both = new boolean[links];
    boolean[] random = new boolean[links];
    Guard[] guards = new Guard[links];
    for (int link = 0; link < links; link++) {
      tails[link] = problem.tail(link);
      heads[link] = problem.head(link);
      both[link] = problem.isTwoWay(link);
      random[link] = true;
      guards[link] = problem.linkGuard(link);
    }
    Guard[] vertexGuards = new Guard[problem.vertexCount()];
    Arrays.fill(vertexGuards, Guard.FREE);
    int[] ends = Arrays.stream(terminals).sorted().distinct().toArray();
    if (ends.length == 0 || ends[0] < 0 || ends[ends.length - 1] >= problem.vertexCount()) {
      throw new IllegalArgumentException(
          "Terminals are among the "
              + problem.vertexCount()
              + " vertices, but were "
              + Arrays.toString(terminals)
              + ". Maybe they were counted from one?");
    }
    FrontierNet net =
        new FrontierNet(
            tails,
            heads,
            both,
            random,
            guards,
            new boolean[problem.vertexCount()],
            vertexGuards,
            ends);
    if (!net.isUndirected() || net.hasGuards()) {
      throw new IllegalArgumentException(
          "Only sets of two-way links without causes can be counted. Maybe solve it instead?");
    }
    PartitionProgram program = new PartitionProgram(net, FrontierAttempt.order(net, 1).order());
    if (!program.fits()) {
      throw new IllegalArgumentException("The frontier grows over " + FrontierProgram.MOST);
    }
    FrontierWalk walk = new FrontierWalk(program, Long.MAX_VALUE, Long.MAX_VALUE, Limits.DEFAULT);
    double[] half = new double[program.layers()];
    Arrays.fill(half, 0.5);
    walk.run(half, half);
    return walk.count();
  }
}
