package org.araxes.connectivity;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An element that every way uses.
 *
 * @param element id of the edge or node
 * @param node whether it is a node
 * @param jurisdictions where it lies, in order
 * @param alone parties each of which can shut it without any other
 */
public record Mandatory(
    String element, boolean node, List<String> jurisdictions, SortedSet<String> alone) {
  /** Copies. */
  public Mandatory {
    jurisdictions = List.copyOf(jurisdictions);
    alone = Collections.unmodifiableSortedSet(new TreeSet<>(alone));
  }
}
