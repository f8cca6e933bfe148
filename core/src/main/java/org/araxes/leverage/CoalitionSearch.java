package org.araxes.leverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;

/**
 * Finds minimal consent sets and minimal blocking sets of a monotone game that can only be asked
 * whether a set wins.
 *
 * <p><b>Method.</b> Dualise and advance (Gunopulos and others 2003). Some minimal sets of both
 * kinds come from shrinking the set of all in different orders. Then the minimal transversals of
 * those known are gone through ({@link Transversals}). Either one blocks: then it is a minimal
 * blocking set, because each of its members is alone in meeting some consent set. Or the rest of
 * the players wins, and shrinks to a consent set that was not known; the round goes on with it.
 * When a round brings none, both families are complete and dual to each other.
 *
 * <p><b>Cost.</b> Shrinking to k of n players takes at most n questions where they are few, and O(k
 * · log n) by bisection otherwise. The budget pays for the work: a question counts for as many
 * steps as its asker says, a partial transversal for as many as the sets that it looks at.
 */
final class CoalitionSearch {
  private static final int TELL_EVERY = 64;
  private static final int SEEDS = 64;

  /** Among so many players it is quicker to leave out one by one than by bisection. */
  private static final int ONE_BY_ONE = 32;

  private final int size;
  private final Predicate<BitSet> wins;
  private final long weight;
  private final Budget.Meter meter;
  private final Progress progress;
  private final Set<BitSet> consent = new LinkedHashSet<>();
  private final Set<BitSet> blocking = new LinkedHashSet<>();
  private long questions;

  /**
   * Starts a search.
   *
   * @param size how many players there are
   * @param wins whether a set of players wins; more players never lose
   * @param weight for how many steps a question counts
   * @param meter the budget
   * @param progress who hears of it
   */
  CoalitionSearch(
      int size, Predicate<BitSet> wins, long weight, Budget.Meter meter, Progress progress) {
    this.size = size;
    this.wins = wins;
    this.weight = weight;
    this.meter = meter;
    this.progress = progress;
  }

  /** Both families; what is in them is right even when the budget ended first. */
  record Families(List<BitSet> blocking, List<BitSet> consent, Completeness completeness) {}

  Families run() {
    boolean complete = seed();
    boolean grew = complete;
    while (complete && grew) {
      int known = consent.size();
      Transversals transversals = new Transversals(size, List.copyOf(consent));
      complete = transversals.visit(one -> look(one, transversals), meter);
      grew = consent.size() > known;
    }
    return new Families(
        List.copyOf(blocking),
        List.copyOf(consent),
        complete && !meter.spent() ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  /** Finds first consent sets; tells whether the budget sufficed. */
  private boolean seed() {
    BitSet all = new BitSet(size);
    all.set(0, size);
    if (!ask(all)) {
      if (!meter.spent()) {
        blocking.add(new BitSet());
      }
      return !meter.spent();
    }
    boolean free = ask(new BitSet(size));
    if (meter.spent()) {
      return false;
    }
    if (free) {
      consent.add(new BitSet());
      return true;
    }
    for (int round = 0; round < Math.min(SEEDS, Math.max(1, size)); round++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        order.add((i + round * Math.max(1, size / SEEDS)) % size);
      }
      BitSet shut = shrink(order, size, this::blocks, meter);
      if (meter.spent()) {
        return false;
      }
      blocking.add(shut);
      BitSet open = shrink(order);
      if (meter.spent()) {
        return false;
      }
      consent.add(open);
    }
    return true;
  }

  private boolean blocks(BitSet set) {
    BitSet others = new BitSet(size);
    others.set(0, size);
    others.andNot(set);
    return !ask(others);
  }

  private boolean ask(BitSet set) {
    if (++questions % TELL_EVERY == 0) {
      progress.report("Coalitions", meter.steps(), 0);
    }
    return meter.step(weight) && wins.test(set);
  }

  /** Looks at a set that meets all consent sets known. */
  private boolean look(BitSet transversal, Transversals transversals) {
    if (blocking.contains(transversal)) {
      return true;
    }
    BitSet others = new BitSet(size);
    others.set(0, size);
    others.andNot(transversal);
    if (!ask(others)) {
      if (!meter.spent()) {
        blocking.add(transversal);
      }
      return !meter.spent();
    }
    BitSet found = shrink(others.stream().boxed().toList());
    if (meter.spent()) {
      return false;
    }
    consent.add(found);
    transversals.add(found);
    return true;
  }

  private BitSet shrink(List<Integer> order) {
    return shrink(order, size, this::ask, meter);
  }

  /**
   * A minimal set that passes a test, among players that pass it together. Of each prefix that just
   * passes, the last player is needed; the search goes on among those before.
   */
  static BitSet shrink(List<Integer> order, int size, Predicate<BitSet> test, Budget.Meter meter) {
    if (order.size() <= ONE_BY_ONE) {
      return shrinkOneByOne(order, size, test, meter);
    }
    BitSet kept = new BitSet(size);
    int end = order.size();
    while (!test.test(kept) && !meter.spent()) {
      int fails = 0;
      int enough = end;
      while (enough - fails > 1 && !meter.spent()) {
        int middle = (fails + enough) >>> 1;
        BitSet some = (BitSet) kept.clone();
        order.subList(0, middle).forEach(some::set);
        if (test.test(some)) {
          enough = middle;
        } else {
          fails = middle;
        }
      }
      if (meter.spent()) {
        break;
      }
      kept.set(order.get(enough - 1));
      end = enough - 1;
    }
    return kept;
  }

  /** The same set, at a question for each player: fewer where few can go. */
  private static BitSet shrinkOneByOne(
      List<Integer> order, int size, Predicate<BitSet> test, Budget.Meter meter) {
    BitSet kept = new BitSet(size);
    order.forEach(kept::set);
    for (int i = order.size() - 1; i >= 0 && !meter.spent(); i--) {
      kept.clear(order.get(i));
      if (!test.test(kept)) {
        kept.set(order.get(i));
      }
    }
    return kept;
  }
}
