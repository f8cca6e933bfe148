package org.araxes.leverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.araxes.answer.Budget;

/**
 * The minimal sets that meet every one of a family of sets.
 *
 * <p><b>Method.</b> MMCS of Murakami and Uno (2014), Discrete Applied Mathematics 170: a partial
 * set grows by a member of some set that it does not meet yet, the one with fewest candidates; each
 * of its members must stay the only one to meet some set, else no minimal set lies ahead. Members
 * tried at one place are candidates again for later ones only, so each result arises once. Kept on
 * a stack of its own.
 *
 * <p><b>Cost.</b> O(‖family‖) for a step; steps can outnumber results, though seldom by much.
 */
final class Transversals {
  private final int size;
  private final List<BitSet> family;
  private final BitSet[] meets;

  /** A partial set, seen from its last member. */
  private static final class Frame {
    final BitSet unmet;
    final BitSet candidates;
    final int[] choices;
    final List<BitSet> before = new ArrayList<>();
    int next;
    int member = -1;

    Frame(BitSet unmet, BitSet candidates, int[] choices) {
      this.unmet = unmet;
      this.candidates = candidates;
      this.choices = choices;
    }
  }

  Transversals(int size, List<BitSet> family) {
    this.size = size;
    this.family = family;
    meets = new BitSet[size];
    for (int element = 0; element < size; element++) {
      meets[element] = new BitSet(family.size());
    }
    for (int set = 0; set < family.size(); set++) {
      for (int x = family.get(set).nextSetBit(0); x >= 0; x = family.get(set).nextSetBit(x + 1)) {
        meets[x].set(set);
      }
    }
  }

  /**
   * Visits the sets, at a step of the budget for each partial one.
   *
   * @param visitor gets a set that it may keep; false ends the visit
   * @return whether all were visited
   */
  boolean visit(Predicate<BitSet> visitor, Budget.Meter meter) {
    BitSet unmet = new BitSet();
    unmet.set(0, family.size());
    BitSet candidates = new BitSet();
    family.forEach(candidates::or);
    BitSet chosen = new BitSet(size);
    BitSet[] critical = new BitSet[size];
    List<Integer> members = new ArrayList<>();
    Deque<Frame> stack = new ArrayDeque<>();
    if (unmet.isEmpty()) {
      return visitor.test(new BitSet());
    }
    stack.push(frame(unmet, candidates));
    while (!stack.isEmpty()) {
      Frame frame = stack.peek();
      if (frame.member >= 0) {
        undo(frame, chosen, critical, members);
      }
      if (frame.next == frame.choices.length) {
        stack.pop();
        continue;
      }
      if (!meter.step()) {
        return false;
      }
      int element = frame.choices[frame.next++];
      if (!choose(element, frame, chosen, critical, members)) {
        undo(frame, chosen, critical, members);
        continue;
      }
      BitSet left = (BitSet) frame.unmet.clone();
      left.andNot(meets[element]);
      if (left.isEmpty()) {
        if (!visitor.test((BitSet) chosen.clone())) {
          return false;
        }
      } else {
        stack.push(frame(left, frame.candidates));
      }
    }
    return true;
  }

  /** Takes an element in; false when some member would meet no set alone any more. */
  private boolean choose(
      int element, Frame frame, BitSet chosen, BitSet[] critical, List<Integer> members) {
    frame.member = element;
    boolean allCritical = true;
    for (int member : members) {
      frame.before.add(critical[member]);
      BitSet alone = (BitSet) critical[member].clone();
      alone.andNot(meets[element]);
      critical[member] = alone;
      allCritical &= !alone.isEmpty();
    }
    critical[element] = (BitSet) frame.unmet.clone();
    critical[element].and(meets[element]);
    members.add(element);
    chosen.set(element);
    return allCritical;
  }

  private static void undo(Frame frame, BitSet chosen, BitSet[] critical, List<Integer> members) {
    members.remove(members.size() - 1);
    for (int i = 0; i < members.size(); i++) {
      critical[members.get(i)] = frame.before.get(i);
    }
    frame.before.clear();
    chosen.clear(frame.member);
    frame.candidates.set(frame.member);
    frame.member = -1;
  }

  private Frame frame(BitSet unmet, BitSet candidates) {
    int[] fewest = new int[0];
    boolean found = false;
    for (int set = unmet.nextSetBit(0); set >= 0; set = unmet.nextSetBit(set + 1)) {
      BitSet possible = (BitSet) family.get(set).clone();
      possible.and(candidates);
      if (!found || possible.cardinality() < fewest.length) {
        found = true;
        fewest = possible.stream().toArray();
        if (fewest.length == 0) {
          break;
        }
      }
    }
    BitSet others = (BitSet) candidates.clone();
    for (int element : fewest) {
      others.clear(element);
    }
    return new Frame(unmet, others, fewest);
  }
}
