package org.araxes.reliability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.DoubleStream;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Parallel;
import org.araxes.answer.Progress;
import org.araxes.graph.RareFailure;
import org.araxes.graph.ReliabilityBounds;
import org.araxes.graph.ReliabilityProblem;
import org.araxes.graph.SampledReliability;
import org.araxes.network.NetworkView;
import org.araxes.quantity.Probability;

/**
 * Samples the outcomes of all chances.
 *
 * <p>Agreements that may lapse are drawn too: each sample is looked at in the world that its
 * agreements make. What is drawn for a subject hangs on seed, sample and the subject's id alone, so
 * that scenarios share it. Where inputs are bounds, lower and upper ends are sampled side by side
 * with the same random numbers.
 */
final class Sampler {
  private static final int PILOT_BLOCKS = 8;
  private static final int FEW_FAILURES = 8;
  private static final int MOST_PARTS = 2_000;
  private static final int PLAIN_PIECE = 4 * SampledReliability.LANES;
  private static final int FORCED_PIECE = 32;
  private static final int FIRST_PIECES = 16;

  private final Sampling plan;
  private final Budget budget;
  private final Progress progress;
  private final long started = System.nanoTime();
  private final List<Chance> chances;
  private final long[] keys;
  private final int[] settled;
  private final List<Worlds.World> worlds;
  private final List<Optional<ViewProblem>> problems = new ArrayList<>();
  private final List<Course> courses = new ArrayList<>();
  private final int lowCourses;

  /** All inputs at one end: what each world looks like, and how likely each switch is on. */
  private static final class Course {
    private final List<Optional<ReliabilityProblem>> byWorld;
    private final double[] switches;

    Course(List<Optional<ReliabilityProblem>> byWorld, double[] switches) {
      this.byWorld = byWorld;
      this.switches = switches;
    }

    double mix(double[] values) {
      double sum = 0;
      for (int world = 0; world < values.length; world++) {
        double weight = 1;
        for (int i = 0; i < switches.length; i++) {
          weight *= ((world >>> i) & 1) != 0 ? switches[i] : 1 - switches[i];
        }
        sum += weight * values[world];
      }
      return sum;
    }
  }

  Sampler(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      boolean lawful,
      List<Chance> chances,
      Sampling plan,
      Budget budget,
      Progress progress) {
    this.plan = plan;
    this.budget = budget;
    this.progress = progress;
    this.chances = chances;
    keys = chances.stream().mapToLong(chance -> key(chance.subject())).toArray();
    Dependence dependence = new Dependence(chances, view.snapshot().commonCauses());
    Worlds all = new Worlds(view, chances, dependence);
    settled = all.settled();
    worlds = all.all();
    Map<NetworkView, Optional<ViewProblem>> known = new HashMap<>();
    for (Worlds.World world : worlds) {
      problems.add(
          known.computeIfAbsent(
              world.view(),
              one ->
                  ViewProblem.hasEnds(one, from, to)
                      ? Optional.of(new ViewProblem(one, from, to, lawful, chances, dependence))
                      : Optional.empty()));
    }
    if (chances.stream().allMatch(chance -> chance.survival().exact())) {
      courses.add(course(-1, 0));
      lowCourses = 1;
    } else {
      // Worlds may be better or worse than each other, so their chances take all corners.
      int corners = 1;
      for (int chance : settled) {
        corners <<= chances.get(chance).survival().exact() ? 0 : 1;
      }
      for (int end = -1; end <= 1; end += 2) {
        for (int corner = 0; corner < corners; corner++) {
          courses.add(course(end, corner));
        }
      }
      lowCourses = corners;
    }
  }

  /** Sixty-four bits of an id: FNV-1a (Fowler, Noll and Vo). */
  private static long key(String subject) {
    long hash = 0xCBF29CE484222325L;
    for (byte one : subject.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }

  private Course course(int end, int corner) {
    double[] switches = new double[settled.length];
    int bit = 0;
    for (int i = 0; i < settled.length; i++) {
      Probability survival = chances.get(settled[i]).survival();
      boolean high = !survival.exact() && ((corner >>> bit++) & 1) != 0;
      switches[i] = high ? survival.high() : survival.low();
    }
    List<Optional<ReliabilityProblem>> byWorld = new ArrayList<>();
    for (int world = 0; world < worlds.size(); world++) {
      double[] survival = new double[chances.size()];
      for (int i = 0; i < survival.length; i++) {
        Probability one = chances.get(i).survival();
        survival[i] = end < 0 ? one.low() : one.high();
      }
      for (int chance : settled) {
        survival[chance] = worlds.get(world).wells().get(chance) ? 1 : 0;
      }
      byWorld.add(problems.get(world).map(problem -> problem.with(survival)));
    }
    return new Course(byWorld, switches);
  }

  Sample find() {
    double[] floor = new double[courses.size()];
    double[] ceiling = new double[courses.size()];
    bounds(floor, ceiling);
    Probability failureBounds = Probability.between(least(floor, true), most(ceiling, false));
    Run run =
        switch (plan.method()) {
          case PLAIN -> new Plain();
          case FORCED -> new Forced();
          case AUTOMATIC -> hardlyFails() ? new Forced() : new Plain();
        };
    return run.sample(failureBounds);
  }

  /** Of the failure, course by course. */
  private void bounds(double[] floor, double[] ceiling) {
    for (int i = 0; i < floor.length; i++) {
      double[] low = new double[worlds.size()];
      double[] high = new double[worlds.size()];
      for (int world = 0; world < low.length; world++) {
        Optional<ReliabilityBounds> found =
            courses.get(i).byWorld.get(world).map(ReliabilityBounds::of);
        low[world] = found.map(ReliabilityBounds::failureLower).orElse(1.0);
        high[world] = found.map(ReliabilityBounds::failureUpper).orElse(1.0);
      }
      floor[i] = clamp(courses.get(i).mix(low));
      ceiling[i] = Math.max(floor[i], clamp(courses.get(i).mix(high)));
    }
  }

  /** A few plain samples of their own, by which alone the method is chosen. */
  private boolean hardlyFails() {
    boolean small =
        courses.stream()
            .flatMap(course -> course.byWorld.stream())
            .allMatch(
                problem ->
                    problem.isEmpty() || RareFailure.of(problem.get()).parts() <= MOST_PARTS);
    if (!small) {
      return false;
    }
    Plain pilot = new Plain();
    Plain.Worker worker = pilot.worker();
    long[] hits = new long[courses.size()];
    int blocks = 0;
    for (; blocks < PILOT_BLOCKS && !over(); blocks++) {
      worker.count(-1 - blocks, SampledReliability.LANES, hits);
    }
    long fewest = Arrays.stream(hits, 0, lowCourses).min().orElse(0);
    return (long) blocks * SampledReliability.LANES - fewest < FEW_FAILURES;
  }

  private boolean over() {
    return budget.cancelled().getAsBoolean()
        || System.nanoTime() - started >= budget.time().toNanos();
  }

  private static double clamp(double probability) {
    return Math.max(0, Math.min(1, probability));
  }

  /** The least over the courses at the upper end (which fail least), or the lower. */
  private double least(double[] byCourse, boolean upperEnd) {
    return part(byCourse, upperEnd).min().orElse(0);
  }

  private double most(double[] byCourse, boolean upperEnd) {
    return part(byCourse, upperEnd).max().orElse(1);
  }

  private DoubleStream part(double[] byCourse, boolean upperEnd) {
    return courses.size() == 1
        ? Arrays.stream(byCourse)
        : upperEnd
            ? Arrays.stream(byCourse, lowCourses, byCourse.length)
            : Arrays.stream(byCourse, 0, lowCourses);
  }

  /** Takes samples in rounds that double, until there are enough or the budget ends. */
  private abstract class Run {
    private final double deviations =
        // Several corners share what may lie outside.
        Normal.deviations((1 - plan.confidence()) / lowCourses);
    long taken;

    /**
     * Takes a round, with whoever helps; returns how many samples were taken, from the first on.
     */
    abstract long round(long first, long count, Parallel parallel);

    abstract int piece();

    abstract Probability failureInterval(int course, double deviations);

    abstract double failure(int course);

    abstract double error(int course);

    abstract long hits();

    abstract Sampling.Method method();

    Sample sample(Probability failureBounds) {
      long most = Math.min(plan.samples(), budget.steps());
      boolean precise = false;
      long next = (long) FIRST_PIECES * piece();
      while (taken < most && !precise && !over()) {
        long count = Math.min(most, next) - taken;
        long before = taken;
        Parallel parallel =
            new Parallel(
                plan.helpers(),
                Sampler.this::over,
                begun -> progress.report("Sampling", before + (long) begun * piece(), most));
        long done = round(taken, count, parallel);
        taken += done;
        if (done < count) {
          break;
        }
        next *= 2;
        precise = isPrecise();
      }
      return answer(failureBounds, precise || taken == plan.samples());
    }

    private boolean isPrecise() {
      Probability interval = interval();
      double half = (interval.high() - interval.low()) / 2;
      double[] failures = failures();
      double smaller = Math.min(least(failures, true), 1 - most(failures, false));
      return (plan.halfWidth() > 0 && half <= plan.halfWidth())
          || (plan.relativeError() > 0 && half <= plan.relativeError() * smaller);
    }

    private double[] failures() {
      double[] failures = new double[courses.size()];
      Arrays.setAll(failures, this::failure);
      return failures;
    }

    /** Of the failure. */
    private Probability interval() {
      double[] low = new double[courses.size()];
      double[] high = new double[courses.size()];
      for (int course = 0; course < low.length; course++) {
        Probability one = failureInterval(course, deviations);
        low[course] = one.low();
        high[course] = one.high();
      }
      return Probability.between(least(low, true), Math.max(least(low, true), most(high, false)));
    }

    private Sample answer(Probability failureBounds, boolean complete) {
      Probability failure = Probability.UNKNOWN;
      Probability interval = Probability.UNKNOWN;
      double error = 0;
      if (taken > 0) {
        double[] failures = failures();
        double low = clamp(least(failures, true));
        failure = Probability.between(low, Math.max(low, clamp(most(failures, false))));
        interval = interval();
        for (int course = 0; course < failures.length; course++) {
          error = Math.max(error, error(course));
        }
      }
      return new Sample(
          method(),
          failure.complement(),
          failure,
          interval.complement(),
          interval,
          plan.confidence(),
          taken,
          hits(),
          error,
          plan.seed(),
          failureBounds.complement(),
          failureBounds,
          complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
    }
  }

  /** Outcomes as they fall. */
  private final class Plain extends Run {
    private final List<List<Optional<SampledReliability>>> samplers = new ArrayList<>();
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();
    private final long[] hits = new long[courses.size()];

    Plain() {
      for (Course course : courses) {
        List<Optional<SampledReliability>> byWorld = new ArrayList<>();
        for (int world = 0; world < worlds.size(); world++) {
          Optional<ReliabilityProblem> problem = course.byWorld.get(world);
          byWorld.add(
              problem.isEmpty()
                  ? Optional.empty()
                  : problems.get(world).map(one -> one.sampler(problem.get(), keys)));
        }
        samplers.add(byWorld);
      }
    }

    Worker worker() {
      Worker waiting = idle.poll();
      return waiting == null ? new Worker() : waiting;
    }

    @Override
    long round(long first, long count, Parallel parallel) {
      int pieces = (int) ((count + PLAIN_PIECE - 1) / PLAIN_PIECE);
      long[][] found = new long[pieces][courses.size()];
      int done =
          parallel.run(
              pieces,
              piece -> {
                Worker worker = worker();
                long end = Math.min(first + count, first + (piece + 1L) * PLAIN_PIECE);
                for (long at = first + (long) piece * PLAIN_PIECE;
                    at < end;
                    at += SampledReliability.LANES) {
                  worker.count(
                      at / SampledReliability.LANES,
                      (int) Math.min(SampledReliability.LANES, end - at),
                      found[piece]);
                }
                idle.add(worker);
              });
      for (int piece = 0; piece < done; piece++) {
        for (int course = 0; course < hits.length; course++) {
          hits[course] += found[piece][course];
        }
      }
      return Math.min(count, (long) done * PLAIN_PIECE);
    }

    @Override
    int piece() {
      return PLAIN_PIECE;
    }

    @Override
    Probability failureInterval(int course, double deviations) {
      return Normal.wilson(taken - hits[course], taken, deviations);
    }

    @Override
    double failure(int course) {
      return (double) (taken - hits[course]) / taken;
    }

    @Override
    double error(int course) {
      double failure = failure(course);
      return Math.sqrt(failure * (1 - failure) / taken);
    }

    @Override
    long hits() {
      return Arrays.stream(hits, 0, lowCourses).min().orElse(0);
    }

    @Override
    Sampling.Method method() {
      return Sampling.Method.PLAIN;
    }

    /** For one thread at a time. */
    private final class Worker {
      private final List<List<Optional<SampledReliability.Worker>>> workers = new ArrayList<>();

      Worker() {
        for (List<Optional<SampledReliability>> byWorld : samplers) {
          workers.add(byWorld.stream().map(one -> one.map(SampledReliability::worker)).toList());
        }
      }

      /** Adds the hits among the first so many samples of a block, course by course. */
      void count(long block, int lanes, long[] into) {
        for (int course = 0; course < into.length; course++) {
          double[] switches = courses.get(course).switches;
          long[][] on = new long[switches.length][];
          for (int i = 0; i < on.length; i++) {
            on[i] = SampledReliability.draw(plan.seed(), block, keys[settled[i]], switches[i]);
          }
          for (int world = 0; world < worlds.size(); world++) {
            Optional<SampledReliability.Worker> worker = workers.get(course).get(world);
            BitSet here = inWorld(world, on, lanes);
            if (worker.isPresent() && !here.isEmpty()) {
              here.and(BitSet.valueOf(worker.get().lanes(plan.seed(), block)));
              into[course] += here.cardinality();
            }
          }
        }
      }

      private BitSet inWorld(int world, long[][] on, int lanes) {
        BitSet here = new BitSet(SampledReliability.LANES);
        here.set(0, lanes);
        for (int i = 0; i < on.length; i++) {
          if (((world >>> i) & 1) != 0) {
            here.and(BitSet.valueOf(on[i]));
          } else {
            here.andNot(BitSet.valueOf(on[i]));
          }
        }
        return here;
      }
    }
  }

  /** Failures that are forced, and weighed. */
  private final class Forced extends Run {
    private final List<List<Optional<RareFailure>>> samplers = new ArrayList<>();
    private final Queue<List<List<Optional<RareFailure.Worker>>>> idle =
        new ConcurrentLinkedQueue<>();
    private final double[] sums = new double[courses.size()];
    private final double[] squares = new double[courses.size()];

    Forced() {
      for (Course course : courses) {
        samplers.add(course.byWorld.stream().map(one -> one.map(RareFailure::of)).toList());
      }
    }

    private List<List<Optional<RareFailure.Worker>>> workers() {
      List<List<Optional<RareFailure.Worker>>> waiting = idle.poll();
      return waiting != null
          ? waiting
          : samplers.stream()
              .map(byWorld -> byWorld.stream().map(one -> one.map(RareFailure::worker)).toList())
              .toList();
    }

    @Override
    long round(long first, long count, Parallel parallel) {
      int pieces = (int) ((count + FORCED_PIECE - 1) / FORCED_PIECE);
      double[][] found = new double[pieces][2 * courses.size()];
      int done =
          parallel.run(
              pieces,
              piece -> {
                List<List<Optional<RareFailure.Worker>>> workers = workers();
                long end = Math.min(first + count, first + (piece + 1L) * FORCED_PIECE);
                for (long at = first + (long) piece * FORCED_PIECE; at < end; at++) {
                  add(workers, at, found[piece]);
                }
                idle.add(workers);
              });
      // In the order of the pieces, so that the sums are the same on any number of threads.
      for (int piece = 0; piece < done; piece++) {
        for (int course = 0; course < sums.length; course++) {
          sums[course] += found[piece][2 * course];
          squares[course] += found[piece][2 * course + 1];
        }
      }
      return Math.min(count, (long) done * FORCED_PIECE);
    }

    private void add(List<List<Optional<RareFailure.Worker>>> workers, long sample, double[] into) {
      for (int course = 0; course < courses.size(); course++) {
        double[] weights = new double[worlds.size()];
        for (int world = 0; world < weights.length; world++) {
          weights[world] =
              workers
                  .get(course)
                  .get(world)
                  .map(worker -> worker.weight(plan.seed(), sample))
                  .orElse(1.0);
        }
        double weight = courses.get(course).mix(weights);
        into[2 * course] += weight;
        into[2 * course + 1] += weight * weight;
      }
    }

    @Override
    int piece() {
      return FORCED_PIECE;
    }

    @Override
    Probability failureInterval(int course, double deviations) {
      return Normal.around(failure(course), error(course), taken, deviations);
    }

    @Override
    double failure(int course) {
      return sums[course] / taken;
    }

    @Override
    double error(int course) {
      double mean = failure(course);
      return Math.sqrt(Math.max(0, squares[course] / taken - mean * mean) / Math.max(1, taken - 1));
    }

    @Override
    long hits() {
      return 0;
    }

    @Override
    Sampling.Method method() {
      return Sampling.Method.FORCED;
    }
  }
}
