package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What must be spared by which causes, so that something stands: a monotone Boolean rule.
 *
 * <p><b>Definition.</b> An alternative of conjunctions: it stands when all causes of at least one
 * of its patterns spare it. The patterns are minimal: none holds another. One pattern without
 * causes always stands; no pattern at all never does.
 *
 * <p>Patterns keep the order of their size, then of their causes, so equal rules are equal.
 */
public final class Guard {
  /** Stands whatever happens. */
  public static final Guard FREE = new Guard(List.of(new BitSet(0)));

  /** Never stands. */
  public static final Guard SHUT = new Guard(List.of());

  private final List<BitSet> patterns;
  private final BitSet causes;

  private Guard(List<BitSet> patterns) {
    this.patterns = patterns;
    this.causes = new BitSet();
    patterns.forEach(causes::or);
  }

  /**
   * Needs every one of some causes to spare it.
   *
   * @param causes numbers of causes, repeats allowed
   * @return the rule
   * @throws IndexOutOfBoundsException if a number is negative
   */
  public static Guard allOf(int... causes) {
    BitSet all = new BitSet();
    for (int cause : causes) {
      all.set(cause);
    }
    return all.isEmpty() ? FREE : new Guard(List.of(all));
  }

  /**
   * Needs every cause of one of some patterns to spare it.
   *
   * @param patterns sets of causes; those that hold another fall away
   * @return the rule
   */
  public static Guard anyOf(Collection<BitSet> patterns) {
    List<BitSet> sorted = new ArrayList<>();
    patterns.forEach(pattern -> sorted.add((BitSet) pattern.clone()));
    sorted.sort(Guard::compare);
    List<BitSet> minimal = new ArrayList<>();
    for (BitSet pattern : sorted) {
      if (minimal.stream().noneMatch(less -> holds(pattern, less))) {
        minimal.add(pattern);
      }
    }
    return new Guard(Collections.unmodifiableList(minimal));
  }

  private static int compare(BitSet a, BitSet b) {
    int bySize = Integer.compare(a.cardinality(), b.cardinality());
    if (bySize != 0) {
      return bySize;
    }
    BitSet differ = (BitSet) a.clone();
    differ.xor(b);
    int first = differ.nextSetBit(0);
    return first < 0 ? 0 : a.get(first) ? -1 : 1;
  }

  private static boolean holds(BitSet pattern, BitSet less) {
    BitSet rest = (BitSet) less.clone();
    rest.andNot(pattern);
    return rest.isEmpty();
  }

  /**
   * Whether it stands.
   *
   * @param spared the causes that do not strike
   * @return true when all causes of some pattern are among them
   */
  public boolean stands(BitSet spared) {
    return patterns.stream().anyMatch(pattern -> holds(spared, pattern));
  }

  /**
   * Whether it stands whatever happens.
   *
   * @return true for a rule without causes that stands
   */
  public boolean isFree() {
    return patterns.size() == 1 && causes.isEmpty();
  }

  /**
   * Whether it can never stand.
   *
   * @return true for a rule without patterns
   */
  public boolean isShut() {
    return patterns.isEmpty();
  }

  /**
   * The causes that make a difference.
   *
   * @return a copy
   */
  public BitSet causes() {
    return (BitSet) causes.clone();
  }

  /**
   * The sets of causes of which one must spare it as a whole.
   *
   * @return copies, in order of size, then of causes
   */
  public List<BitSet> patterns() {
    return patterns.stream().map(pattern -> (BitSet) pattern.clone()).toList();
  }

  int patternCount() {
    return patterns.size();
  }

  /**
   * Both this and another.
   *
   * @param other another rule
   * @return a rule that stands when both do; its patterns are up to the product of theirs
   */
  public Guard and(Guard other) {
    if (isFree() || other.isShut() || equals(other)) {
      return other;
    }
    if (other.isFree() || isShut()) {
      return this;
    }
    List<BitSet> products = new ArrayList<>();
    for (BitSet mine : patterns) {
      for (BitSet theirs : other.patterns) {
        BitSet both = (BitSet) mine.clone();
        both.or(theirs);
        products.add(both);
      }
    }
    return anyOf(products);
  }

  /**
   * This or another.
   *
   * @param other another rule
   * @return a rule that stands when one of them does
   */
  public Guard or(Guard other) {
    if (isFree() || other.isShut() || equals(other)) {
      return this;
    }
    if (other.isFree() || isShut()) {
      return other;
    }
    List<BitSet> either = new ArrayList<>(patterns);
    either.addAll(other.patterns);
    return anyOf(either);
  }

  /** The rule once some causes are known to spare everything, and some to strike. */
  Guard given(BitSet spared, BitSet struck) {
    if (!causes.intersects(spared) && !causes.intersects(struck)) {
      return this;
    }
    List<BitSet> left = new ArrayList<>();
    for (BitSet pattern : patterns) {
      if (!pattern.intersects(struck)) {
        BitSet rest = (BitSet) pattern.clone();
        rest.andNot(spared);
        left.add(rest);
      }
    }
    return anyOf(left);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Guard guard && guard.patterns.equals(patterns);
  }

  @Override
  public int hashCode() {
    return patterns.hashCode();
  }

  @Override
  public String toString() {
    return isFree() ? "free" : isShut() ? "shut" : "one of " + patterns;
  }
}
