package org.araxes.benchmarks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.araxes.Question;
import org.araxes.study.MaskedEvaluator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One question in many worlds, in each of which some parties refuse and some elements are shut. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class SweepBenchmark {
  private static final int WORLDS = 1_000;
  private static final int MILLION = 1_000_000;
  private static final int CORES = 2;
  private static final long SEED = 7;

  private final MaskedEvaluator evaluator = evaluator();
  private final MaskedEvaluator.Worker worker = evaluator.worker();
  private final List<BitSet> refusing = new ArrayList<>();
  private final List<BitSet> shut = new ArrayList<>();
  private final ExecutorService executor = Executors.newFixedThreadPool(CORES);

  private static MaskedEvaluator evaluator() {
    Question question = ShippedNetwork.question(ShippedNetwork.BY_ROAD);
    return MaskedEvaluator.of(
        question.view(),
        question.network().endpoint(ShippedNetwork.FROM),
        question.network().endpoint(ShippedNetwork.TO));
  }

  /** Draws worlds: up to two parties refuse and up to three elements are shut. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int world = 0; world < WORLDS; world++) {
      refusing.add(some(random, random.nextInt(3), evaluator.parties().size()));
      shut.add(some(random, random.nextInt(4), evaluator.elements().size()));
    }
    for (int world = 0; world < WORLDS; world++) {
      Answers.mustAgree(
          "whether a way is left",
          worker.isOpen(refusing.get(world), shut.get(world)),
          worker.fastest(refusing.get(world), shut.get(world)).isPresent());
    }
  }

  private static BitSet some(SplittableRandom random, int count, int of) {
    BitSet set = new BitSet(of);
    for (int i = 0; i < count; i++) {
      set.set(random.nextInt(of));
    }
    return set;
  }

  /**
   * Finds the fastest route in each world.
   *
   * @return in how many there is one
   */
  @Benchmark
  @OperationsPerInvocation(WORLDS)
  @Row(
      question = "one scenario of a sweep: the fastest route left, one thread",
      input = "south-caucasus, road freight",
      goal = "60 µs")
  public int fastest() {
    int found = 0;
    for (int world = 0; world < WORLDS; world++) {
      found += worker.fastest(refusing.get(world), shut.get(world)).isPresent() ? 1 : 0;
    }
    return found;
  }

  /**
   * Asks in each world whether a way is left.
   *
   * @return in how many there is one
   */
  @Benchmark
  @OperationsPerInvocation(WORLDS)
  @Row(
      question = "one scenario of a sweep: whether a way is left, one thread",
      input = "south-caucasus, road freight")
  public int open() {
    return open(worker, WORLDS);
  }

  /**
   * Asks a million times whether a way is left, on two threads.
   *
   * @return how often there is one
   * @throws InterruptedException if the run is interrupted
   * @throws ExecutionException if a question fails
   */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Row(
      question = "a million evaluations on two threads",
      input = "south-caucasus, road freight",
      goal = "60 s")
  public int million() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> halves = new ArrayList<>();
    for (int half = 0; half < CORES; half++) {
      halves.add(() -> open(evaluator.worker(), MILLION / CORES));
    }
    int found = 0;
    for (Future<Integer> half : executor.invokeAll(halves)) {
      found += half.get();
    }
    return found;
  }

  private int open(MaskedEvaluator.Worker asked, int times) {
    int found = 0;
    for (int i = 0; i < times; i++) {
      int world = i % WORLDS;
      found += asked.isOpen(refusing.get(world), shut.get(world)) ? 1 : 0;
    }
    return found;
  }

  /** Lets the threads go. */
  @TearDown
  public void end() {
    executor.shutdown();
  }
}
