package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest set that has a member in each of some sets.
 *
 * <p><b>Method.</b> Branch and bound: on the members of the narrowest set not yet met, the cheapest
 * first; sets without a common member bound what is still to pay. Of equals the one found first
 * stands, which depends on the numbering alone.
 *
 * <p><b>Cost.</b> Exponential in the size of the answer at worst; no recursion.
 */
final class HittingSets {
  private HittingSets() {}

  /** A set being put together: what is taken, what is ruled out, and what it costs so far. */
  private record Choice(BitSet taken, BitSet ruledOut, long cost) {}

  /** What is left of the sets under a choice. */
  private record Rest(@Nullable BitSet narrowest, long bound, boolean impossible) {}

  /**
   * Finds it; empty if one of the sets is empty or the work was stopped.
   *
   * @param sets to have a member in each
   * @param costs of each member, 0 or more
   * @param mayGoOn asked at each branching
   */
  static Optional<BitSet> cheapest(List<BitSet> sets, long[] costs, BooleanSupplier mayGoOn) {
    Optional<BitSet> best = Optional.empty();
    long bestCost = Long.MAX_VALUE;
    List<Choice> stack = new ArrayList<>();
    stack.add(new Choice(new BitSet(), new BitSet(), 0));
    while (!stack.isEmpty()) {
      Choice choice = stack.remove(stack.size() - 1);
      if (!mayGoOn.getAsBoolean()) {
        return Optional.empty();
      }
      Rest rest = rest(sets, costs, choice);
      if (rest.impossible() || rest.bound() >= bestCost) {
        continue;
      }
      if (rest.narrowest() == null) {
        best = Optional.of(choice.taken());
        bestCost = choice.cost();
      } else {
        branch(choice, rest.narrowest(), costs, stack);
      }
    }
    return best;
  }

  private static Rest rest(List<BitSet> sets, long[] costs, Choice choice) {
    BitSet narrowest = null;
    long bound = choice.cost();
    BitSet counted = new BitSet();
    for (BitSet set : sets) {
      if (set.intersects(choice.taken())) {
        continue;
      }
      BitSet open = (BitSet) set.clone();
      open.andNot(choice.ruledOut());
      if (open.isEmpty()) {
        return new Rest(null, bound, true);
      }
      if (narrowest == null || open.cardinality() < narrowest.cardinality()) {
        narrowest = open;
      }
      if (!open.intersects(counted)) { // sets without a common member each cost at least one
        counted.or(open);
        bound += open.stream().mapToLong(member -> costs[member]).min().orElse(0);
      }
    }
    return new Rest(narrowest, bound, false);
  }

  private static void branch(Choice choice, BitSet set, long[] costs, List<Choice> stack) {
    List<Choice> branches = new ArrayList<>();
    BitSet ruledOut = (BitSet) choice.ruledOut().clone();
    int[] byCost =
        set.stream()
            .boxed()
            .sorted((a, b) -> costs[a] != costs[b] ? Long.compare(costs[a], costs[b]) : a - b)
            .mapToInt(member -> member)
            .toArray();
    for (int member : byCost) {
      BitSet taken = (BitSet) choice.taken().clone();
      taken.set(member);
      branches.add(new Choice(taken, (BitSet) ruledOut.clone(), choice.cost() + costs[member]));
      ruledOut.set(member);
    }
    for (int i = branches.size() - 1; i >= 0; i--) {
      stack.add(branches.get(i));
    }
  }
}
