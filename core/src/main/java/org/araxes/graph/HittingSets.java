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
 * stands, which depends on the numbering alone; or, for those who ask, the first by definition.
 *
 * <p><b>Cost.</b> Exponential in the size of the answer at worst; no recursion.
 */
final class HittingSets {
  private HittingSets() {}

  /** A set being put together: what is taken, what is ruled out, and what it costs so far. */
  private record Choice(BitSet taken, BitSet ruledOut, long cost) {}

  /**
   * What is left of the sets under a choice.
   *
   * @param narrowest of those not met, by what may still be taken
   * @param open what may still be taken of any of them
   * @param bound what it costs at least in the end
   * @param size how many it has at least in the end
   */
  private record Rest(
      @Nullable BitSet narrowest, BitSet open, long bound, int size, boolean impossible) {}

  /**
   * Finds it; empty if one of the sets is empty or the work was stopped.
   *
   * @param sets to have a member in each
   * @param costs of each member, 0 or more
   * @param mayGoOn asked at each branching
   */
  static Optional<BitSet> cheapest(List<BitSet> sets, long[] costs, BooleanSupplier mayGoOn) {
    return search(sets, costs, mayGoOn, false);
  }

  /**
   * Finds the first by cost, then number of members, then members, compared one by one from the
   * least on; empty if one of the sets is empty or the work was stopped.
   *
   * @param sets to have a member in each
   * @param costs of each member, 1 or more
   * @param mayGoOn asked at each branching
   */
  static Optional<BitSet> first(List<BitSet> sets, long[] costs, BooleanSupplier mayGoOn) {
    return search(sets, costs, mayGoOn, true);
  }

  private static Optional<BitSet> search(
      List<BitSet> sets, long[] costs, BooleanSupplier mayGoOn, boolean first) {
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
      if (rest.impossible()
          || rest.bound() > bestCost
          || (rest.bound() == bestCost
              && !(first && best.isPresent() && mayComeBefore(choice, rest, best.get())))) {
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

  /** Whether what a choice leads to may come before a set that costs no less. */
  private static boolean mayComeBefore(Choice choice, Rest rest, BitSet best) {
    int size = best.cardinality();
    if (rest.size() != size) {
      return rest.size() < size;
    }
    int more = size - choice.taken().cardinality();
    BitSet least = (BitSet) choice.taken().clone(); // no set of that size comes before this
    for (int i = rest.open().nextSetBit(0); i >= 0 && more > 0; i = rest.open().nextSetBit(i + 1)) {
      least.set(i);
      more--;
    }
    BitSet different = (BitSet) least.clone();
    different.xor(best);
    return !different.isEmpty() && least.get(different.nextSetBit(0));
  }

  private static Rest rest(List<BitSet> sets, long[] costs, Choice choice) {
    BitSet narrowest = null;
    long bound = choice.cost();
    BitSet counted = new BitSet();
    BitSet all = new BitSet();
    int size = choice.taken().cardinality();
    for (BitSet set : sets) {
      if (set.intersects(choice.taken())) {
        continue;
      }
      BitSet open = (BitSet) set.clone();
      open.andNot(choice.ruledOut());
      if (open.isEmpty()) {
        return new Rest(null, all, bound, size, true);
      }
      all.or(open);
      if (narrowest == null || open.cardinality() < narrowest.cardinality()) {
        narrowest = open;
      }
      if (!open.intersects(counted)) { // sets without a common member each cost at least one
        counted.or(open);
        size++;
        bound += open.stream().mapToLong(member -> costs[member]).min().orElse(0);
      }
    }
    return new Rest(narrowest, all, bound, size, false);
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
