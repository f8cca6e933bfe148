package org.araxes.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Parallel;
import org.araxes.answer.Progress;
import org.araxes.network.CommonCause;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenario;

/**
 * What fails when one thing fails, or some together: every outage of up to k elements, parties,
 * agreements and common causes, and what comes of it.
 *
 * <p><b>Definition.</b> An element fails when it is shut, a party when it refuses everywhere, an
 * agreement when it lapses on all days, a common cause when all that it takes out fails. Outages
 * are told when they have an effect on whether there is a way or which is the fastest. Of outages
 * that sever only the smallest are told: whatever holds one of them severs too, and is not looked
 * at.
 *
 * <p><b>Order.</b> By severity, see {@link Outage#compareTo}; the same on every run and for every
 * executor.
 *
 * <p><b>Cost.</b> For the agreements of an outage one network; for all else a {@link
 * MaskedEvaluator}: outages off the fastest way cost a look at it, others one shortest path.
 *
 * @param baselines the fastest way of each question when nothing fails, in the order of {@link
 *     #questions}; empty where there is none
 * @param questions the questions, in order: dates within pairs of places
 * @param outages those that have an effect, most severe first
 * @param examined how many outages were looked at
 * @param completeness truncated when the budget ended first; what is told is right all the same
 */
public record Sweep(
    List<Case> questions,
    List<Optional<Route>> baselines,
    List<Outage> outages,
    long examined,
    Completeness completeness) {
  /** A million outages; a step is one. */
  public static final Budget DEFAULT_BUDGET = Budget.ofSteps(1_000_000);

  /** Copies. */
  public Sweep {
    questions = List.copyOf(questions);
    baselines = List.copyOf(baselines);
    outages = List.copyOf(outages);
  }

  /**
   * Starts a sweep.
   *
   * @param network the network before any scenario
   * @param question the question, with its scenario
   * @return a builder
   */
  public static Builder of(TransitNetwork network, Case question) {
    return new Builder(network, question);
  }

  /**
   * The outages that leave no way.
   *
   * @return fewest failures first, then by name
   */
  public List<Outage> severing() {
    return outages.stream().filter(one -> one.effect() == Outage.Effect.SEVERED).toList();
  }

  /**
   * The outages that lengthen the fastest way.
   *
   * @return fewest failures first, then the longest first
   */
  public List<Outage> lengthening() {
    return outages.stream().filter(one -> one.effect() == Outage.Effect.LENGTHENED).toList();
  }

  /** A sweep to be told what it is over. Not for sharing between threads. */
  public static final class Builder {
    private final TransitNetwork network;
    private final Case question;
    private final Set<List<String>> pairs = new LinkedHashSet<>();
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final Set<Failure> failures = new LinkedHashSet<>();
    private final Set<Failure.Kind> whole = new LinkedHashSet<>();
    private int together = 1;
    private Budget budget = DEFAULT_BUDGET;
    private Progress progress = Progress.NONE;
    private Optional<Executor> executor = Optional.empty();

    private Builder(TransitNetwork network, Case question) {
      this.network = network;
      this.question = question;
    }

    /**
     * Asks for a pair of places in the place of the question's own; several calls add.
     *
     * @param from id of a region or node
     * @param to id of a region or node
     * @return this builder
     */
    public Builder between(String from, String to) {
      pairs.add(List.of(from, to));
      return this;
    }

    /**
     * Asks on days in the place of the question's own; several calls add.
     *
     * @param days the days
     * @return this builder
     */
    public Builder on(LocalDate... days) {
      dates.addAll(List.of(days));
      return this;
    }

    /**
     * Lets each element fail that is on some open way.
     *
     * @return this builder
     */
    public Builder overElements() {
      whole.add(Failure.Kind.ELEMENT);
      return this;
    }

    /**
     * Lets each of these elements fail.
     *
     * @param ids ids of edges and nodes
     * @return this builder
     */
    public Builder overElements(Collection<String> ids) {
      ids.forEach(id -> failures.add(new Failure(Failure.Kind.ELEMENT, id)));
      return this;
    }

    /**
     * Lets each party fail that has a say on some open way.
     *
     * @return this builder
     */
    public Builder overParties() {
      whole.add(Failure.Kind.PARTY);
      return this;
    }

    /**
     * Lets each of these parties fail.
     *
     * @param ids ids of parties
     * @return this builder
     */
    public Builder overParties(Collection<String> ids) {
      ids.forEach(id -> failures.add(new Failure(Failure.Kind.PARTY, id)));
      return this;
    }

    /**
     * Lets each agreement fail that stands on the day.
     *
     * @return this builder
     */
    public Builder overAgreements() {
      whole.add(Failure.Kind.AGREEMENT);
      return this;
    }

    /**
     * Lets each of these agreements fail.
     *
     * @param ids ids of agreements
     * @return this builder
     */
    public Builder overAgreements(Collection<String> ids) {
      ids.forEach(id -> failures.add(new Failure(Failure.Kind.AGREEMENT, id)));
      return this;
    }

    /**
     * Lets each common cause happen that may happen on the day.
     *
     * @return this builder
     */
    public Builder overCauses() {
      whole.add(Failure.Kind.CAUSE);
      return this;
    }

    /**
     * Lets each of these common causes happen, whether or not it may on the day.
     *
     * @param ids ids of common causes
     * @return this builder
     */
    public Builder overCauses(Collection<String> ids) {
      ids.forEach(id -> failures.add(new Failure(Failure.Kind.CAUSE, id)));
      return this;
    }

    /**
     * How many things fail together at most; one unless told otherwise.
     *
     * @param most 1 or more; the number of outages grows with its power
     * @return this builder
     */
    public Builder together(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("At least one thing fails in an outage, not " + most);
      }
      together = most;
      return this;
    }

    /**
     * How much it may cost; a step is one outage.
     *
     * @param most the budget; its signal is asked on other threads too
     * @return this builder
     */
    public Builder within(Budget most) {
      budget = most;
      return this;
    }

    /**
     * Who hears of progress, on the asking thread.
     *
     * @param listener the listener
     * @return this builder
     */
    public Builder telling(Progress listener) {
      progress = listener;
      return this;
    }

    /**
     * Who helps. The asking thread works too, so a busy executor does no harm.
     *
     * @param helpers for instance a pool of threads, which stays the caller's to end
     * @return this builder
     */
    public Builder on(Executor helpers) {
      executor = Optional.of(helpers);
      return this;
    }

    /**
     * Finds the outages.
     *
     * @return the sweep
     * @throws IllegalArgumentException when a place, element, party, agreement or cause is not
     *     there
     */
    public Sweep run() {
      return new Run(this).sweep();
    }
  }

  /** One sweep on its way. */
  private static final class Run {
    private static final int PIECE = 64;
    private final Builder asked;
    private final TransitNetwork world;
    private final long started = System.nanoTime();
    private final List<Optional<Route>> baselines = new ArrayList<>();
    private final List<Outage> found = new ArrayList<>();
    private final Set<String> elements = new TreeSet<>();
    private long examined;
    private boolean truncated;

    Run(Builder asked) {
      this.asked = asked;
      world =
          asked
              .question
              .scenario()
              .map(scenario -> scenario.applyTo(asked.network))
              .orElse(asked.network);
      for (Failure failure : asked.failures) {
        switch (failure.kind()) {
          case PARTY -> world.party(failure.id());
          case AGREEMENT -> world.agreement(failure.id());
          case ELEMENT -> elements.add(failure.id());
          case CAUSE -> world.commonCause(failure.id());
        }
      }
    }

    Sweep sweep() {
      List<Case> questions = questions();
      for (Case question : questions) {
        new Search(question).run();
      }
      Collections.sort(found);
      return new Sweep(
          questions,
          baselines,
          found,
          examined,
          truncated ? Completeness.TRUNCATED : Completeness.COMPLETE);
    }

    private List<Case> questions() {
      Case one = asked.question;
      List<Case> all = new ArrayList<>();
      Set<List<String>> pairs =
          asked.pairs.isEmpty() ? Set.of(List.of(one.from(), one.to())) : asked.pairs;
      Set<LocalDate> dates = asked.dates.isEmpty() ? Set.of(one.date()) : asked.dates;
      for (List<String> pair : pairs) {
        for (LocalDate date : dates) {
          String id =
              one.id()
                  + (asked.pairs.isEmpty() ? "" : " " + pair.get(0) + " to " + pair.get(1))
                  + (asked.dates.isEmpty() ? "" : " on " + date);
          all.add(
              new Case(
                  id,
                  one.situation(),
                  one.scenario(),
                  date,
                  one.terms(),
                  one.movementName(),
                  one.movement(),
                  pair.get(0),
                  pair.get(1)));
        }
      }
      return all;
    }

    private boolean over() {
      return asked.budget.cancelled().getAsBoolean()
          || System.nanoTime() - started >= asked.budget.time().toNanos();
    }

    /** The outages of one question. */
    private final class Search {
      private final Case question;
      private final MaskedEvaluator untouched;
      private final Optional<Route> baseline;
      private final List<Failure> candidates;
      private final Map<SortedSet<String>, MaskedEvaluator> evaluators = new ConcurrentHashMap<>();
      private final List<BitSet> severing = new ArrayList<>();

      Search(Case question) {
        this.question = question;
        untouched = evaluator(world);
        untouched.shut(elements); // names those that are not there
        baseline = untouched.undisturbed();
        evaluators.put(new TreeSet<>(), untouched);
        TreeSet<Failure> all = new TreeSet<>(asked.failures);
        if (asked.whole.contains(Failure.Kind.ELEMENT)) {
          untouched.elements().forEach(id -> all.add(new Failure(Failure.Kind.ELEMENT, id)));
        }
        if (asked.whole.contains(Failure.Kind.PARTY)) {
          untouched.parties().stream()
              .filter(id -> world.findParty(id).isPresent())
              .forEach(id -> all.add(new Failure(Failure.Kind.PARTY, id)));
        }
        if (asked.whole.contains(Failure.Kind.AGREEMENT)) {
          world.agreements().stream()
              .filter(one -> one.standsOn(question.date(), question.terms().plans()))
              .map(Agreement::id)
              .forEach(id -> all.add(new Failure(Failure.Kind.AGREEMENT, id)));
        }
        if (asked.whole.contains(Failure.Kind.CAUSE)) {
          world.on(question.date(), question.terms()).commonCauses().stream()
              .map(CommonCause::id)
              .forEach(id -> all.add(new Failure(Failure.Kind.CAUSE, id)));
        }
        candidates = List.copyOf(all);
      }

      private MaskedEvaluator evaluator(TransitNetwork network) {
        NetworkView view =
            network.on(question.date(), question.terms()).moving(question.movement());
        return MaskedEvaluator.of(
            view, network.endpoint(question.from()), network.endpoint(question.to()));
      }

      void run() {
        baselines.add(baseline);
        for (int size = 1; size <= Math.min(asked.together, candidates.size()); size++) {
          List<int[]> sets = setsOf(size);
          if (!examine(sets)) {
            return;
          }
        }
      }

      /** The sets of a size that hold none that severs, in order, as far as the budget goes. */
      private List<int[]> setsOf(int size) {
        List<int[]> sets = new ArrayList<>();
        int[] set = new int[size];
        for (int i = 0; i < size; i++) {
          set[i] = i;
        }
        while (true) {
          if (!holdsOneThatSevers(set)) {
            if (examined + sets.size() >= asked.budget.steps()
                || ((sets.size() & 255) == 255 && over())) {
              truncated = true;
              return sets;
            }
            sets.add(set.clone());
          }
          int last = size - 1;
          while (last >= 0 && set[last] == candidates.size() - size + last) {
            last--;
          }
          if (last < 0) {
            return sets;
          }
          set[last]++;
          for (int i = last + 1; i < size; i++) {
            set[i] = set[i - 1] + 1;
          }
        }
      }

      private boolean holdsOneThatSevers(int[] set) {
        BitSet bits = bits(set);
        for (BitSet one : severing) {
          BitSet left = (BitSet) one.clone();
          left.andNot(bits);
          if (left.isEmpty()) {
            return true;
          }
        }
        return false;
      }

      private static BitSet bits(int[] set) {
        BitSet bits = new BitSet();
        for (int one : set) {
          bits.set(one);
        }
        return bits;
      }

      private boolean examine(List<int[]> sets) {
        int pieces = (sets.size() + PIECE - 1) / PIECE;
        List<List<Optional<Outage>>> results =
            new ArrayList<>(Collections.nCopies(pieces, List.<Optional<Outage>>of()));
        BooleanSupplier stop = Run.this::over;
        int done =
            new Parallel(
                    asked.executor,
                    stop,
                    piece ->
                        asked.progress.report(
                            "outages of " + question.id(), (long) piece * PIECE, sets.size()))
                .run(
                    pieces,
                    piece ->
                        results.set(
                            piece,
                            outages(
                                sets.subList(
                                    piece * PIECE, Math.min(sets.size(), (piece + 1) * PIECE)))));
        for (int piece = 0; piece < done; piece++) {
          List<Optional<Outage>> some = results.get(piece);
          for (int i = 0; i < some.size(); i++) {
            examined++;
            int[] set = sets.get(piece * PIECE + i);
            some.get(i)
                .ifPresent(
                    outage -> {
                      found.add(outage);
                      if (outage.effect() == Outage.Effect.SEVERED) {
                        severing.add(bits(set));
                      }
                    });
          }
        }
        truncated |= done < pieces;
        return !truncated;
      }

      private List<Optional<Outage>> outages(List<int[]> sets) {
        IdentityHashMap<MaskedEvaluator, MaskedEvaluator.Worker> workers = new IdentityHashMap<>();
        List<Optional<Outage>> outages = new ArrayList<>();
        for (int[] set : sets) {
          outages.add(outage(set, workers));
        }
        return outages;
      }

      private Optional<Outage> outage(
          int[] set, IdentityHashMap<MaskedEvaluator, MaskedEvaluator.Worker> workers) {
        TreeSet<Failure> failing = new TreeSet<>();
        for (int one : set) {
          failing.add(candidates.get(one));
        }
        SortedSet<Failure> direct = resolved(failing);
        TreeSet<String> lapsing = new TreeSet<>(ids(direct, Failure.Kind.AGREEMENT).toList());
        MaskedEvaluator evaluator =
            evaluators.computeIfAbsent(
                Collections.unmodifiableSortedSet(lapsing), gone -> evaluator(without(gone)));
        MaskedEvaluator.Worker worker = workers.computeIfAbsent(evaluator, MaskedEvaluator::worker);
        BitSet refusing = evaluator.refusing(ids(direct, Failure.Kind.PARTY).toList());
        BitSet shut = evaluator.shut(ids(direct, Failure.Kind.ELEMENT).toList());
        if (lapsing.isEmpty() && worker.leavesFastest(refusing, shut)) {
          return Optional.empty();
        }
        return compared(failing, worker.fastest(refusing, shut));
      }

      /** What fails once each common cause stands for what it takes out. */
      private SortedSet<Failure> resolved(SortedSet<Failure> failing) {
        TreeSet<Failure> direct = new TreeSet<>();
        for (Failure failure : failing) {
          if (failure.kind() == Failure.Kind.CAUSE) {
            world.commonCause(failure.id()).subjects().forEach(id -> direct.add(subject(id)));
          } else {
            direct.add(failure);
          }
        }
        return direct;
      }

      private Failure subject(String id) {
        if (world.findParty(id).isPresent()) {
          return new Failure(Failure.Kind.PARTY, id);
        }
        return new Failure(
            world.findAgreement(id).isPresent() ? Failure.Kind.AGREEMENT : Failure.Kind.ELEMENT,
            id);
      }

      private Stream<String> ids(SortedSet<Failure> failing, Failure.Kind kind) {
        return failing.stream().filter(one -> one.kind() == kind).map(Failure::id);
      }

      private TransitNetwork without(SortedSet<String> agreements) {
        Scenario.Builder scenario = Scenario.named("lapse");
        agreements.forEach(scenario::lapse);
        return scenario.build().applyTo(world);
      }

      private Optional<Outage> compared(SortedSet<Failure> failing, Optional<Route> left) {
        if (baseline.isEmpty() && left.isEmpty()) {
          return Optional.empty();
        }
        if (baseline.isEmpty()) {
          double less = Double.NEGATIVE_INFINITY;
          return Optional.of(new Outage(question, failing, Outage.Effect.OPENED, less, less, left));
        }
        if (left.isEmpty()) {
          double more = Double.POSITIVE_INFINITY;
          return Optional.of(
              new Outage(question, failing, Outage.Effect.SEVERED, more, more, left));
        }
        if (baseline.get().steps().equals(left.get().steps())) {
          return Optional.empty();
        }
        double seconds =
            (left.get().duration().toMillis() - baseline.get().duration().toMillis()) / 1_000.0;
        double usd = left.get().usd() - baseline.get().usd();
        Outage.Effect effect =
            seconds > 0 || (seconds == 0 && usd > 0)
                ? Outage.Effect.LENGTHENED
                : seconds < 0 ? Outage.Effect.SHORTENED : Outage.Effect.REROUTED;
        return Optional.of(new Outage(question, failing, effect, seconds, usd, left));
      }
    }
  }
}
