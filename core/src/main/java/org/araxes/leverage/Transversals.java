package org.araxes.leverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.araxes.answer.Budget;

/**
 * The minimal sets that meet every one of a family of sets.
 *
 * <p><b>Method.</b> MMCS of Murakami and Uno (2014), Discrete Applied Mathematics 170: a partial
 * set grows by a member of some set that it does not meet yet, the one with fewest candidates; each
 * of its members must stay the only one to meet some set, else no minimal set lies ahead. Members
 * tried at one place are candidates again for later ones only, so each result arises once. A level
 * keeps only the sets that its members do not meet or that one of them meets alone, so that deep
 * levels, which are most, look at few sets. Kept on a stack of its own.
 *
 * <p><b>Growing.</b> The visitor may add sets on the way ({@link #add}). What is visited afterwards
 * meets them too; but what was left behind before may lie in the way of the larger family, so only
 * a visit to which nothing was added is known to see all.
 *
 * <p><b>Cost.</b> O(sets kept · words of a set) for a partial set, each {@value #SETS_A_STEP} of
 * them a step of the budget; partial sets can outnumber results, though seldom by much.
 */
final class Transversals {
  /** So many are looked at in less time than a search of a small network takes. */
  private static final int SETS_A_STEP = 64;

  private final int size;
  private final int words;
  private long[] family;
  private int familySize;
  private final List<Level> levels = new ArrayList<>();
  private int depth = -1;

  /**
   * A partial set, and what is left to do with it. Used again for later ones of as many members.
   */
  private static final class Level {
    /** Sets that no member meets. */
    int[] unmet = new int[16];

    int unmetCount;

    /** Sets that one member meets alone, and which of the members, in order of their coming. */
    int[] single = new int[16];

    int[] owner = new int[16];
    int singleCount;
    long[] candidates = new long[0];
    int[] choices = new int[0];
    int next;
    int member = -1;

    void addUnmet(int set) {
      if (unmetCount == unmet.length) {
        unmet = Arrays.copyOf(unmet, 2 * unmetCount);
      }
      unmet[unmetCount++] = set;
    }

    void addSingle(int set, int member) {
      if (singleCount == single.length) {
        single = Arrays.copyOf(single, 2 * singleCount);
        owner = Arrays.copyOf(owner, 2 * singleCount);
      }
      single[singleCount] = set;
      owner[singleCount++] = member;
    }
  }

  Transversals(int size, List<BitSet> family) {
    this.size = size;
    words = Math.max(1, (size + Long.SIZE - 1) / Long.SIZE);
    this.family = new long[Math.max(16, family.size()) * words];
    family.forEach(this::append);
  }

  private void append(BitSet one) {
    if ((familySize + 1) * words > family.length) {
      family = Arrays.copyOf(family, 2 * family.length);
    }
    long[] row = one.toLongArray();
    System.arraycopy(row, 0, family, familySize++ * words, row.length);
  }

  private boolean has(int set, int element) {
    return (family[set * words + (element >>> 6)] >>> element & 1) != 0;
  }

  /**
   * Adds a set that does not meet the one just visited; for the visitor.
   *
   * @param one the set
   */
  void add(BitSet one) {
    append(one);
    for (int i = 0; i <= depth; i++) {
      levels.get(i).addUnmet(familySize - 1);
    }
  }

  /**
   * Visits the sets.
   *
   * @param visitor gets a set that it may keep; false ends the visit
   * @return whether all were visited
   */
  boolean visit(Predicate<BitSet> visitor, Budget.Meter meter) {
    BitSet chosen = new BitSet(size);
    depth = 0;
    Level first = level(0);
    for (int set = 0; set < familySize; set++) {
      first.addUnmet(set);
    }
    first.candidates = new long[words];
    Arrays.fill(first.candidates, -1);
    if (!reached(first, chosen, visitor)) {
      return false;
    }
    while (depth >= 0) {
      Level level = levels.get(depth);
      if (level.member >= 0) {
        chosen.clear(level.member);
        level.candidates[level.member >>> 6] |= 1L << level.member;
        level.member = -1;
      }
      if (level.next == level.choices.length) {
        depth--;
        continue;
      }
      if (!meter.step(1 + (level.singleCount + level.unmetCount) * (long) words / SETS_A_STEP)) {
        return false;
      }
      int element = level.choices[level.next++];
      level.member = element;
      chosen.set(element);
      Level below = level(depth + 1);
      if (isMinimal(level, below, element)) {
        below.candidates = level.candidates.clone();
        depth++;
        if (!reached(below, chosen, visitor)) {
          return false;
        }
      }
    }
    return true;
  }

  /** An empty level. */
  private Level level(int number) {
    if (number == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(number);
    level.unmetCount = 0;
    level.singleCount = 0;
    level.choices = new int[0];
    level.next = 0;
    level.member = -1;
    return level;
  }

  /** Takes an element in; false when some member would meet no set alone any more. */
  private boolean isMinimal(Level level, Level below, int element) {
    int[] alone = new int[depth];
    for (int i = 0; i < level.singleCount; i++) {
      if (!has(level.single[i], element)) {
        below.addSingle(level.single[i], level.owner[i]);
        alone[level.owner[i]]++;
      }
    }
    for (int count : alone) {
      if (count == 0) {
        return false;
      }
    }
    for (int i = 0; i < level.unmetCount; i++) {
      if (has(level.unmet[i], element)) {
        below.addSingle(level.unmet[i], depth);
      } else {
        below.addUnmet(level.unmet[i]);
      }
    }
    return true;
  }

  /** Shows a set that meets all, and says how to go on where some is left that it does not meet. */
  private boolean reached(Level level, BitSet chosen, Predicate<BitSet> visitor) {
    if (level.unmetCount == 0 && !visitor.test((BitSet) chosen.clone())) {
      return false;
    }
    if (level.unmetCount > 0) {
      level.choices = fewest(level);
      for (int element : level.choices) {
        level.candidates[element >>> 6] &= ~(1L << element);
      }
    }
    return true;
  }

  private int[] fewest(Level level) {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < level.unmetCount && fewest > 0; i++) {
      int row = level.unmet[i] * words;
      int count = 0;
      for (int word = 0; word < words; word++) {
        count += Long.bitCount(family[row + word] & level.candidates[word]);
      }
      if (count < fewest) {
        fewest = count;
        best = row;
      }
    }
    int[] choices = new int[fewest];
    for (int word = 0, at = 0; word < words; word++) {
      for (long left = family[best + word] & level.candidates[word]; left != 0; left &= left - 1) {
        choices[at++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
      }
    }
    return choices;
  }
}
