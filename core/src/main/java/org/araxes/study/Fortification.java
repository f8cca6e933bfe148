package org.araxes.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.answer.Truth;
import org.araxes.graph.CheapestSet;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Passage;
import org.araxes.passage.Standard;
import org.araxes.quantity.Money;
import org.araxes.scenario.InvalidScenarioException;
import org.araxes.scenario.Scenario;

/**
 * The cheapest works and agreements that reach an end.
 *
 * <p><b>Definition.</b> Of the sets of measures that are ready on the day of the question and that,
 * laid over its scenario in the order given, reach the end, one of the least total cost.
 *
 * <p><b>Two ways of looking.</b> {@link Builder#find} takes it that more measures never undo what
 * fewer reach: then implicit hitting sets find the answer with few trials. {@link
 * Builder#findAmongAll} takes nothing for granted: it tries sets in order of cost, up to {@value
 * #MOST_TRIED} measures. Both try the set that they return, so it does reach the end.
 *
 * <p><b>Cost.</b> One trial applies the scenarios and judges a passage; no set is tried twice.
 *
 * @param chosen ids of the measures in the order given; empty where nothing needs to be done; no
 *     value where no set is enough or the budget ended first
 * @param cost what they cost together; where the budget ended first a bound that no set falls below
 * @param tooLate ids of the measures that are not ready on the day
 * @param trials how many sets were tried
 * @param completeness whether the search came to its end
 */
public record Fortification(
    Optional<List<String>> chosen,
    Money cost,
    List<String> tooLate,
    long trials,
    Completeness completeness) {
  /** How many measures are tried in every combination at most. */
  public static final int MOST_TRIED = 20;

  private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
  private static final int DECIMALS = 3;

  /** Copies. */
  public Fortification {
    chosen = chosen.map(List::copyOf);
    tooLate = List.copyOf(tooLate);
  }

  /**
   * Something that can be built or agreed.
   *
   * @param id its id among the measures
   * @param scenario what it changes; one that extends another comes whole from its collection
   * @param cost what it costs, 0 or more and below 10<sup>12</sup>, to a thousandth at most; all
   *     measures in one currency
   * @param ready from which day on it can be there
   */
  public record Measure(String id, Scenario scenario, Money cost, LocalDate ready) {
    /** Rejects a cost that is negative, too large or too fine to be added up. */
    public Measure {
      BigDecimal amount = cost.amount();
      if (amount.signum() < 0
          || amount.compareTo(MOST) >= 0
          || amount.stripTrailingZeros().scale() > DECIMALS) {
        throw new IllegalArgumentException(
            "The measure "
                + id
                + " costs "
                + cost
                + ", but costs are 0 or more, below 10^12, and told to a thousandth at most."
                + " Maybe in millions?");
      }
    }
  }

  /**
   * Starts a question.
   *
   * @param network the network before any scenario
   * @param question places, movement, day and scenario to start from
   * @param measures what can be done, in the order in which it is laid over
   * @return a builder
   * @throws IllegalArgumentException naming every fault: an id given twice, currencies that differ,
   *     a place that is not there
   */
  public static Builder of(TransitNetwork network, Case question, List<Measure> measures) {
    return new Builder(network, question, measures);
  }

  /** Asks for what is to be reached. Not for sharing between threads. */
  public static final class Builder {
    private final TransitNetwork network;
    private final Case question;
    private final List<Measure> ready = new ArrayList<>();
    private final List<String> tooLate = new ArrayList<>();
    private final String currency;
    private Budget budget = Budget.ofSteps(100_000);
    private Progress progress = Progress.NONE;

    private Builder(TransitNetwork network, Case question, List<Measure> measures) {
      this.network = network;
      this.question = question;
      network.endpoint(question.from());
      network.endpoint(question.to());
      List<String> faults = new ArrayList<>();
      Set<String> ids = new TreeSet<>();
      Set<String> currencies = new TreeSet<>();
      for (Measure measure : measures) {
        if (!ids.add(measure.id())) {
          faults.add("The measure " + measure.id() + " is given twice");
        }
        currencies.add(measure.cost().currency().getCurrencyCode());
        if (measure.ready().isAfter(question.date())) {
          tooLate.add(measure.id());
        } else {
          ready.add(measure);
        }
      }
      if (currencies.size() > 1) {
        faults.add("Costs are in " + String.join(" and ", currencies) + ". Maybe convert them?");
      }
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
      currency = currencies.isEmpty() ? "USD" : currencies.iterator().next();
    }

    /**
     * Limits the work.
     *
     * @param limit a step is a trial or a step of the choice
     * @return this builder
     */
    public Builder within(Budget limit) {
      budget = limit;
      return this;
    }

    /**
     * Tells how far it has come.
     *
     * @param listener hears of every trial
     * @return this builder
     */
    public Builder telling(Progress listener) {
      progress = listener;
      return this;
    }

    /**
     * Finds the cheapest set that reaches a standard, taking it that more never harms.
     *
     * @param standard must be known to be reached
     * @return the answer
     * @throws InvalidScenarioException if measures that are tried cannot be laid over each other
     */
    public Fortification find(Standard standard) {
      return find(passage -> passage.judge(standard).truth() == Truth.YES);
    }

    /**
     * Finds the cheapest set that reaches an end, taking it that more never harms.
     *
     * @param end whether a passage is good enough
     * @return the answer
     * @throws InvalidScenarioException if measures that are tried cannot be laid over each other
     */
    public Fortification find(Predicate<Passage> end) {
      Trials trials = new Trials(end);
      CheapestSet.Found found = CheapestSet.find(thousandths(), trials::reach, goesOn());
      return answer(found.members(), found.cost(), trials, found.complete());
    }

    /**
     * Finds the cheapest set that reaches an end, taking nothing for granted.
     *
     * @param end whether a passage is good enough
     * @return the answer
     * @throws IllegalArgumentException if more than {@value #MOST_TRIED} measures are ready
     * @throws InvalidScenarioException if measures that are tried cannot be laid over each other
     */
    public Fortification findAmongAll(Predicate<Passage> end) {
      if (ready.size() > MOST_TRIED) {
        throw new IllegalArgumentException(
            ready.size()
                + " measures cannot be tried in every combination, "
                + MOST_TRIED
                + " can. Maybe find(…), if more never harms?");
      }
      Trials trials = new Trials(end);
      long[] costs = thousandths();
      BooleanSupplier goesOn = goesOn();
      PriorityQueue<Combination> next = new PriorityQueue<>();
      next.add(new Combination(new BitSet(), 0));
      while (!next.isEmpty()) {
        Combination one = next.remove();
        if (!goesOn.getAsBoolean()) {
          return answer(Optional.empty(), one.cost(), trials, false);
        }
        if (trials.reach(one.members())) {
          return answer(Optional.of(one.members()), one.cost(), trials, true);
        }
        for (int more = one.members().length(); more < costs.length; more++) {
          BitSet larger = (BitSet) one.members().clone();
          larger.set(more);
          next.add(new Combination(larger, one.cost() + costs[more]));
        }
      }
      return answer(Optional.empty(), 0, trials, true);
    }

    /** Trials take long, so clock and signal are looked at on each step. */
    private BooleanSupplier goesOn() {
      Budget.Meter meter = budget.start();
      return () -> meter.step() && !meter.spent();
    }

    private long[] thousandths() {
      return ready.stream()
          .mapToLong(measure -> measure.cost().amount().movePointRight(DECIMALS).longValueExact())
          .toArray();
    }

    private Fortification answer(
        Optional<BitSet> members, long thousandths, Trials trials, boolean complete) {
      return new Fortification(
          members.map(set -> set.stream().mapToObj(ready::get).map(Measure::id).toList()),
          new Money(amount(thousandths), Currency.getInstance(currency)),
          tooLate,
          trials.count(),
          complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
    }

    /** Two decimals unless it takes three. */
    private static BigDecimal amount(long thousandths) {
      BigDecimal amount = BigDecimal.valueOf(thousandths, DECIMALS);
      return thousandths % 10 == 0 ? amount.setScale(2, RoundingMode.UNNECESSARY) : amount;
    }

    /** Sets that were tried, and what came of it. */
    private final class Trials {
      private final Predicate<Passage> end;
      private final Map<BitSet, Boolean> known = new HashMap<>();
      private final TransitNetwork start;

      Trials(Predicate<Passage> end) {
        this.end = end;
        start = question.scenario().map(first -> first.applyTo(network)).orElse(network);
      }

      boolean reach(BitSet members) {
        Boolean seen = known.get(members);
        if (seen == null) {
          seen = end.test(passage(members));
          known.put((BitSet) members.clone(), seen);
          progress.report("trying measures", known.size(), 0);
        }
        return seen;
      }

      long count() {
        return known.size();
      }

      private Passage passage(BitSet members) {
        TransitNetwork changed = start;
        for (int member : members.stream().toArray()) {
          changed = ready.get(member).scenario().applyTo(changed);
        }
        return Passage.of(
            changed.on(question.date(), question.terms()).moving(question.movement()),
            changed.endpoint(question.from()),
            changed.endpoint(question.to()));
      }
    }
  }

  /** A set to be tried. */
  private record Combination(BitSet members, long cost) implements Comparable<Combination> {
    private static final Comparator<Combination> ORDER =
        Comparator.comparingLong(Combination::cost)
            .thenComparingInt(one -> one.members().cardinality())
            .thenComparing(one -> one.members().stream().boxed().toList().toString());

    @Override
    public int compareTo(Combination other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The cheapest answer for each of some standards.
   *
   * @param builder the question
   * @param standards what is to be reached, one by one
   * @return the answer by name of the standard, in order of name
   */
  public static SortedMap<String, Fortification> each(Builder builder, List<Standard> standards) {
    SortedMap<String, Fortification> answers = new TreeMap<>();
    for (Standard standard : standards) {
      answers.put(standard.name(), builder.find(standard));
    }
    return answers;
  }
}
