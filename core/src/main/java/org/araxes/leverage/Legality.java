package org.araxes.leverage;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a coalition that can block in fact may do so in law, under the legal threshold of the
 * view.
 *
 * @param coalition who blocks
 * @param lawful whether it blocks also without what its members are bound to leave open
 * @param breaches what blocking would break, in order of element and party; none if lawful
 */
public record Legality(Coalition coalition, boolean lawful, List<Breach> breaches) {
  // Copies.
  public Legality {
    breaches = List.copyOf(breaches);
  }

  /**
   * What shutting one element would break.
   *
   * @param element id of the edge or node
   * @param party id of the party bound there
   * @param instruments ids of the agreements that bind it, in order
   */
  public record Breach(String element, String party, SortedSet<String> instruments) {
    // Copies.
    public Breach {
      instruments = Collections.unmodifiableSortedSet(new TreeSet<>(instruments));
    }
  }
}
