package org.araxes.network;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Names;

/**
 * A named set of nodes, for instance the main part of a state or an exclave.
 *
 * @param id its id
 * @param names what it is called
 * @param nodes ids of its nodes in order
 */
public record Region(String id, Names names, SortedSet<String> nodes) {
  // Copies.
  public Region {
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
  }
}
