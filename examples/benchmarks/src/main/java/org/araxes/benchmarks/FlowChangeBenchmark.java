package org.araxes.benchmarks;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.araxes.graph.MaximumFlow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The greatest flow after what one edge carries changed: to half as much, rounded down, and back,
 * to twice as much and back, for ten edges one after the other.
 *
 * <p>An edge drawn at random lies on no least cut in all likelihood, and little is to be done; one
 * of the least cut changes the flow nearly every time. The peer can only ask anew, and does so
 * after the same changes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class FlowChangeBenchmark {
  private static final int EDGES = 10;
  private static final int CHANGES = 4 * EDGES;
  private static final long SEED = 11;

  /** Which network. */
  @Param({"road100", "road330"})
  public String network = "";

  /** Which edges change. */
  @Param({"at random", "of the least cut"})
  public String edge = "";

  private FlowQuestion question = new FlowQuestion("road1");
  private MaximumFlow kept = new MaximumFlow(question.graph);
  private int[] edges = {};
  private int next;

  /** Makes the network for both; compares their answers, and those of Araxes asked anew. */
  @Setup
  public void prepare() {
    question = new FlowQuestion(network);
    kept = new MaximumFlow(question.graph);
    kept.between(question.sources, question.targets, question.capacities);
    edges = edge.equals("at random") ? drawn() : ofTheLeastCut();
    for (int change = 0; change < CHANGES; change++) {
      long mended = make(change);
      long[] capacities = question.capacities.clone();
      int changed = edges[change / 4];
      capacities[2 * changed] = capacityAfter(change);
      capacities[2 * changed + 1] = capacityAfter(change);
      Answers.mustAgree(
          "the greatest flow after a change",
          mended,
          new MaximumFlow(question.graph).between(question.sources, question.targets, capacities));
      if (change < 4) { // it takes long
        Answers.mustAgree("the greatest flow after a change", (double) mended, pushRelabel());
      }
    }
  }

  private int[] drawn() {
    return new SplittableRandom(SEED).ints(EDGES, 0, question.lattice.edges()).toArray();
  }

  private int[] ofTheLeastCut() {
    BitSet near = kept.sourceSide();
    int[] all =
        IntStream.range(0, question.graph.arcCount())
            .filter(
                arc -> near.get(question.graph.tail(arc)) && !near.get(question.graph.head(arc)))
            .map(arc -> arc / 2)
            .toArray();
    return IntStream.range(0, EDGES).map(i -> all[i * all.length / EDGES]).toArray();
  }

  private long capacityAfter(int change) {
    long before = question.capacities[2 * edges[change / 4]];
    return change % 2 == 1 ? before : change % 4 == 0 ? before / 2 : 2 * before;
  }

  private long make(int change) {
    int changing = edges[change / 4];
    long capacity = capacityAfter(change);
    return kept.change(new int[] {2 * changing, 2 * changing + 1}, new long[] {capacity, capacity});
  }

  /**
   * Makes all changes.
   *
   * @return the sum of the values
   */
  @Benchmark
  @OperationsPerInvocation(CHANGES)
  @Row(question = "greatest flow after one edge changed", goal = "200 x")
  public long change() {
    long sum = 0;
    for (int change = 0; change < CHANGES; change++) {
      sum += make(change);
    }
    return sum;
  }

  /**
   * Makes the next change and asks JGraphT anew.
   *
   * @return the value
   */
  @Benchmark
  @Peer("JGraphT PushRelabelMFImpl")
  public double pushRelabel() {
    question.letThemChange(edges[next / 4], capacityAfter(next));
    next = (next + 1) % CHANGES;
    return question.pushRelabel();
  }
}
