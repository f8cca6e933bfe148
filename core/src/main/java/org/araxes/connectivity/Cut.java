package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Elements that part two places, none of them needless.
 *
 * @param elements ids of edges and nodes in order; none where there is no way to begin with
 * @param cost what cutting them costs, 1 an element unless told otherwise
 * @param alone parties each of which can shut all of them without any other
 * @param together parties that can shut all of them together, none of them needless; empty where
 *     some element is in nobody's power. One such set, small by the order of ids, not the only one
 */
public record Cut(
    SortedSet<String> elements, long cost, SortedSet<String> alone, SortedSet<String> together)
    implements Comparable<Cut> {
  private static final Comparator<Cut> ORDER =
      Comparator.comparingLong(Cut::cost)
          .thenComparingInt((Cut cut) -> cut.elements().size())
          .thenComparing(
              (a, b) -> {
                List<String> one = new ArrayList<>(a.elements());
                List<String> other = new ArrayList<>(b.elements());
                for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                  int by = one.get(i).compareTo(other.get(i));
                  if (by != 0) {
                    return by;
                  }
                }
                return one.size() - other.size();
              });

  /** Copies. */
  public Cut {
    elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
    alone = Collections.unmodifiableSortedSet(new TreeSet<>(alone));
    together = Collections.unmodifiableSortedSet(new TreeSet<>(together));
  }

  /** By cost, then number of elements, then their ids. */
  @Override
  public int compareTo(Cut other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return elements + " for " + cost;
  }
}
