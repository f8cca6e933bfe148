package org.araxes.leverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.araxes.answer.Budget;

/**
 * The minimal sets that meet every one of a growing family of sets.
 *
 * <p><b>Method.</b> Berge's multiplication (1989), one set at a time. A minimal transversal X of
 * the family that misses the new set b is replaced by every X ∪ {v}, v in b, that is minimal again;
 * it is unless some x in X meets alone only such sets as contain v. Each result arises once, so
 * nothing is compared.
 *
 * <p><b>Cost.</b> For one new set O(t · (m + k)) set operations, for t transversals that miss it, m
 * sets before it and k parties. Transversals of a part of the family can outnumber those of the
 * whole.
 */
final class Transversals {
  private final int size;
  private final List<BitSet> family = new ArrayList<>();
  private List<BitSet> minimal = new ArrayList<>();

  /** Transversals of no set at all: the empty set alone. */
  Transversals(int size) {
    this.size = size;
    minimal.add(new BitSet(size));
  }

  List<BitSet> minimal() {
    return minimal;
  }

  /**
   * Adds a set that contains none of the sets before it and is contained in none, at a step a
   * transversal; tells whether the budget sufficed, and changes nothing when it did not.
   */
  boolean add(BitSet edge, Budget.Meter meter) {
    List<BitSet> next = new ArrayList<>();
    for (BitSet transversal : minimal) {
      if (!meter.step()) {
        return false;
      }
      if (transversal.intersects(edge)) {
        next.add(transversal);
      } else {
        extend(transversal, edge, next);
      }
    }
    family.add(edge);
    minimal = next;
    return true;
  }

  private void extend(BitSet transversal, BitSet edge, List<BitSet> into) {
    BitSet possible = (BitSet) edge.clone();
    possible.andNot(wouldFree(transversal));
    for (int v = possible.nextSetBit(0); v >= 0; v = possible.nextSetBit(v + 1)) {
      BitSet longer = (BitSet) transversal.clone();
      longer.set(v);
      into.add(longer);
    }
  }

  /** The elements that would make another one needless: they lie in every set it meets alone. */
  private BitSet wouldFree(BitSet transversal) {
    BitSet[] metAlone = new BitSet[size];
    for (BitSet edge : family) {
      int one = onlyCommon(transversal, edge);
      if (one >= 0 && metAlone[one] == null) {
        metAlone[one] = (BitSet) edge.clone();
      } else if (one >= 0) {
        metAlone[one].and(edge);
      }
    }
    BitSet freeing = new BitSet(size);
    for (BitSet common : metAlone) {
      if (common != null) {
        freeing.or(common);
      }
    }
    return freeing;
  }

  /** The one element in both, or −1 when there are more. */
  private static int onlyCommon(BitSet transversal, BitSet edge) {
    int found = -1;
    for (int x = transversal.nextSetBit(0); x >= 0; x = transversal.nextSetBit(x + 1)) {
      if (edge.get(x)) {
        if (found >= 0) {
          return -1;
        }
        found = x;
      }
    }
    return found;
  }
}
