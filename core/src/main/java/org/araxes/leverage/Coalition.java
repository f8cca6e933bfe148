package org.araxes.leverage;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Some parties that act together. Ordered by size, then by the ids of the parties.
 *
 * @param parties ids in order; none is a coalition too
 */
public record Coalition(SortedSet<String> parties) implements Comparable<Coalition> {
  // Copies.
  public Coalition {
    parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
  }

  /**
   * A coalition of these parties.
   *
   * @param parties ids
   * @return the coalition
   */
  public static Coalition of(String... parties) {
    return of(List.of(parties));
  }

  /**
   * A coalition of these parties.
   *
   * @param parties ids
   * @return the coalition
   */
  public static Coalition of(Collection<String> parties) {
    return new Coalition(new TreeSet<>(parties));
  }

  /**
   * How many parties.
   *
   * @return 0 or more
   */
  public int size() {
    return parties.size();
  }

  /**
   * Whether a party takes part.
   *
   * @param party its id
   * @return true if so
   */
  public boolean contains(String party) {
    return parties.contains(party);
  }

  @Override
  public int compareTo(Coalition other) {
    int bySize = Integer.compare(size(), other.size());
    if (bySize != 0) {
      return bySize;
    }
    Iterator<String> theirs = other.parties.iterator();
    for (String mine : parties) {
      int byId = mine.compareTo(theirs.next());
      if (byId != 0) {
        return byId;
      }
    }
    return 0;
  }

  /** {@code {GE, IR}}. */
  @Override
  public String toString() {
    return "{" + String.join(", ", parties) + "}";
  }
}
