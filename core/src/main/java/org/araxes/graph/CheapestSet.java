package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The cheapest set that is enough, where more never is less.
 *
 * <p><b>Definition.</b> Of the sets S of members 0 to n − 1 with enough(S), one of the least Σ c.
 * The condition is monotone: what contains a set that is enough is enough.
 *
 * <p><b>Method.</b> Implicit hitting sets (Moreno-Centeno and Karp 2013): whatever is enough has a
 * member outside each set that is not. The cheapest set that has one outside every set seen so far
 * is tried; while it is not enough it grows to a largest one that is not, which is seen too.
 *
 * <p><b>Cost.</b> Exponential at worst; each round asks the condition n times at most. Exact for
 * some twenty members whatever the condition, and for far more where few matter.
 */
public final class CheapestSet {
  private CheapestSet() {}

  /**
   * What was found.
   *
   * @param members the cheapest set, empty if there is none or the work was stopped
   * @param cost what it costs; where the work was stopped a bound that no set that is enough falls
   *     below
   * @param complete whether the answer is final
   */
  public record Found(Optional<BitSet> members, long cost, boolean complete) {}

  /**
   * Finds it.
   *
   * @param costs of each member, 0 or more
   * @param enough whether a set will do; is given copies
   * @param mayGoOn asked before each question and branching
   * @return the set, or that there is none
   * @throws IllegalArgumentException if a cost is negative
   */
  public static Found find(long[] costs, Predicate<BitSet> enough, BooleanSupplier mayGoOn) {
    for (long cost : costs) {
      if (cost < 0) {
        throw new IllegalArgumentException("A member costs 0 or more, but one costs " + cost);
      }
    }
    boolean[] stopped = new boolean[1];
    BooleanSupplier goesOn =
        () -> {
          stopped[0] |= !mayGoOn.getAsBoolean();
          return !stopped[0];
        };
    List<BitSet> outside = new ArrayList<>();
    long bound = 0;
    while (true) {
      BitSet set = HittingSets.cheapest(outside, costs, goesOn).orElse(null);
      if (set == null) {
        return new Found(Optional.empty(), stopped[0] ? bound : 0, !stopped[0]);
      }
      bound = set.stream().mapToLong(member -> costs[member]).sum();
      if (!goesOn.getAsBoolean()) {
        return new Found(Optional.empty(), bound, false);
      }
      if (enough.test((BitSet) set.clone())) {
        return new Found(Optional.of(set), bound, true);
      }
      for (int member = 0; member < costs.length; member++) {
        if (!set.get(member)) {
          if (!goesOn.getAsBoolean()) {
            return new Found(Optional.empty(), bound, false);
          }
          set.set(member);
          if (enough.test((BitSet) set.clone())) {
            set.clear(member);
          }
        }
      }
      set.flip(0, costs.length);
      outside.add(set); // empty where even all of them are not enough
    }
  }
}
